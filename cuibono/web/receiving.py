"""Files that a browser sends: the form is read as it comes in and written where the case stages it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from cuibono.case import Case
from cuibono.case.uploading import Upload, UploadLimits
from cuibono.errors import CuibonoError, UnsafeInput

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

#: So much is gathered before it is written; fields beside the files, and the bytes of one.
_GATHERED, _FIELDS, _LONGEST = 1 << 20, 60_000, 20_000
#: A file whose name was told in the field before it, as browsers cut off the folders of files that are dropped.
PATH = "path"
FILES, MAPPING = "files", "mapping"


@dataclass(slots=True)
class Received:
    """What a form said, and the files that it brought; whoever has it closes ``upload``."""

    upload: Upload
    fields: dict[str, str] = field(default_factory=dict)


async def receive(request: Request, case: Case, limits: UploadLimits) -> Received:
    """Read a form with files. Raises CuibonoError when it is none, is broken off, or is too large; nothing stays."""
    _, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary")
    if not boundary:
        raise CuibonoError("No files came in.", try_="choose files, or drop them on the page")
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > limits.bytes + (64 << 20):
        raise UnsafeInput(
            f"More than {limits.bytes >> 30:,} GB at once.", try_="add them in parts, or with: cuibono add FOLDER"
        )
    parts = _Parts(Received(await run_in_threadpool(case.upload, limits)))
    parser = MultipartParser(boundary, parts.callbacks())
    try:
        gathered = bytearray()
        async for chunk in request.stream():
            gathered += chunk
            if len(gathered) >= _GATHERED:
                await run_in_threadpool(parser.write, bytes(gathered))
                gathered.clear()
        await run_in_threadpool(parser.write, bytes(gathered))
        parser.finalize()
        parts.check()
    except MultipartParseError as error:
        parts.received.upload.close()
        raise CuibonoError(f"The form could not be read: {error}.", try_="send the files again") from error
    except BaseException:
        parts.received.upload.close()
        raise
    return parts.received


class _Parts:
    """The parts of a form, one after the other: short fields are kept, files go on to the upload."""

    def __init__(self, received: Received) -> None:
        self.received, self.through = received, False
        self._fields = 0
        self._header, self._value = bytearray(), bytearray()
        self._disposition = b""
        self._name, self._taken = "", bytearray()
        self._write: Callable[[bytes], None] | None = None
        self._path = ""

    def callbacks(self) -> "MultipartCallbacks":
        """What the parser calls."""
        return {
            "on_part_begin": self._begin,
            "on_header_field": lambda data, start, end: self._header.extend(data[start:end]),
            "on_header_value": lambda data, start, end: self._value.extend(data[start:end]),
            "on_header_end": self._header_end,
            "on_headers_finished": self._headers,
            "on_part_data": lambda data, start, end: self._data(data[start:end]),
            "on_part_end": self._end,
            "on_end": self._all,
        }

    def _begin(self) -> None:
        self._disposition, self._write = b"", None
        self._taken.clear()

    def _header_end(self) -> None:
        if bytes(self._header).lower() == b"content-disposition":
            self._disposition = bytes(self._value)
        self._header.clear()
        self._value.clear()

    def _headers(self) -> None:
        _, options = parse_options_header(self._disposition)
        self._name = options.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" not in options:
            self._fields += 1
            if self._fields > _FIELDS:
                raise UnsafeInput("The form has too many fields.", try_="add the files in parts")
            return
        name = self._path or options[b"filename"].decode("utf-8", "replace").replace("%22", '"')
        self._path = ""
        self._write = lambda _: None
        if name and self._name == MAPPING:
            self.received.upload.begin_mapping()
            self._write = self.received.upload.write
        elif name and self._name == FILES:
            self.received.upload.begin(name)
            self._write = self.received.upload.write

    def _data(self, piece: bytes) -> None:
        if self._write is not None:
            self._write(piece)
        else:
            self._taken += piece[: _LONGEST - len(self._taken)]

    def _end(self) -> None:
        if self._write is not None:
            self.received.upload.end()
            return
        value = self._taken.decode("utf-8", "replace")
        if self._name == PATH:
            self._path = value
        else:
            self.received.fields[self._name] = value.strip()

    def check(self) -> None:
        """Raise CuibonoError when the form was broken off."""
        if not self.through:
            raise CuibonoError("The files did not come in whole.", try_="send them again")

    def _all(self) -> None:
        self.through = True

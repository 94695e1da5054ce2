"""Watch histories that people gave of themselves, on their way into the table of impressions, under a pseudonym."""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cuibono.errors import BadTable, UnreadableSource
from cuibono.readers import encoding
from cuibono.readers.contract import Input, Reading
from cuibono.readers.limits import check_size, check_text
from cuibono.readers.row_writer import RowWriter

_COLUMNS = ("account", "platform", "video", "t", "position", "author", "source_label")


@dataclass(frozen=True, slots=True)
class Watched:
    """One video that was watched: which, when (as the export writes it), by whom it is, and how it came."""

    video: str
    t: str
    author: str = ""
    source_label: str = "organic"


def key_file() -> Path:
    """Where the key of pseudonyms lies: in the user's own configuration, never in a case."""
    if named := os.environ.get("CUIBONO_PSEUDONYM_KEY"):
        return Path(named)
    base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "cuibono" / "pseudonym.key"


def pseudonym(platform: str, whom: str) -> str:
    """A name for an account that nobody can turn back without the key; made once, the same in every case of a user."""
    path = key_file()
    try:
        if not path.exists():  # whoever makes it first has made it for all
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                out.write(secrets.token_bytes(32))
        key = path.read_bytes()
    except OSError as error:
        raise UnreadableSource(
            f"The key of pseudonyms cannot be used: {error}.", try_="set CUIBONO_PSEUDONYM_KEY to a file you may write"
        ) from error
    if len(key) < 16:
        raise UnreadableSource(f"{path} is no key of pseudonyms.", try_="delete it, and a new one is made")
    return f"{platform}:donor-{hmac.new(key, f'{platform}:{whom}'.encode(), hashlib.sha256).hexdigest()[:16]}"


def text_of(item: Input) -> tuple[str, tuple[str, ...]]:
    """The whole text of a file, within limits, and notes on its encoding."""
    check_size(item)
    stream = encoding.stream(item.path)
    text = "".join(stream)
    check_text(item, len(text))
    return text.lstrip("\ufeff"), tuple(stream.notes)


def reading(
    item: Input, media_type: str, platform: str, whom: str, watched: Iterable[Watched], notes: tuple[str, ...]
) -> Reading:
    """The table of impressions; raises BadTable when nothing was watched."""
    account = pseudonym(platform, whom or hashlib.sha256(item.path.read_bytes()).hexdigest())
    with RowWriter(item, "impressions") as writer:
        for column in (*_COLUMNS, "_original"):
            writer.column(column)
        for number, one in enumerate(watched, start=1):
            cells = (account, platform, one.video, one.t, str(number), one.author, one.source_label)
            shown = {k: v for k, v in zip(_COLUMNS, cells, strict=True) if v}
            writer.put([number, f"video {number}", *cells, json.dumps(shown, ensure_ascii=False)])
        if not writer.rows:
            raise BadTable(f"{item.name} holds no video that was watched.", try_="ask for the whole export, as JSON")
        table = writer.close((*_COLUMNS, "_original"))
        said = (
            "the account goes by a pseudonym, whose key is kept outside of the case",
            "searches, messages and everything else of the export were left unread; the file itself is kept whole: "
            "add it with --protect",
            "it lists what was watched, without topic or watch time: whether a feed departs is not identified by it",
        )
        return Reading(media_type=media_type, tables={"impressions": table}, notes=(*notes, *writer.notes(), *said))

"""Archives: ZIP, TAR (plain or packed by gzip, bzip2, xz) and single packed files become their members."""

from pathlib import Path, PurePosixPath

from cuibono.errors import UnreadableSource
from cuibono.readers import archive_names as names
from cuibono.readers.contract import Input, Member, Reader, Reading
from cuibono.readers.limits import check_size
from cuibono.readers.unpack import Meter, beginning, chunks, kind_of
from cuibono.readers.untar import is_tar, untar
from cuibono.readers.unzip import unzip

_BLOCK = 512
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OTHERS = {b"7z\xbc\xaf\x27\x1c": "7-Zip", b"Rar!\x1a\x07": "RAR", b"(\xb5/\xfd": "Zstandard", b"LZIP": "lzip"}
_TYPES = {"gz": "application/gzip", "bz2": "application/x-bzip2", "xz": "application/x-xz"}
_TAR_SUFFIXES = {".tgz", ".tbz", ".tbz2", ".txz"}
Unpacked = list[tuple[Path, str]]


def recognises(item: Input) -> float:
    """By the first bytes; half sure only, so that readers of kinds that are ZIPs inside come first."""
    if is_tar(item.head):
        return 0.9
    if kind_of(item.head) is not None:
        return 0.8 if is_tar(beginning(item.head, _BLOCK)) else 0.5
    return 0.5 if item.head.startswith((*_ZIP, *_OTHERS)) else 0.0


def read(item: Input) -> Reading:
    """Take out every file, each to be read on its own; what operating systems left behind is skipped.

    Raises UnsafeInput when an archive holds more than the limits allow, a path that leads out of it, a link
    or a device, and UnreadableSource when it is encrypted or damaged: an archive is in or out, never half.
    Sizes are counted as they come out; what the archive declares is not believed.
    """
    check_size(item)
    media_type, found, notes = _unpacked(item)
    called, doubled = names.distinct([name for _, name in found])
    notes += [f"'{name}' is in the archive more than once: the later ones got a number" for name in doubled[:20]]
    if not found:
        notes.append("the archive is empty")
    members = tuple(Member(path, name) for (path, _), name in zip(found, called, strict=True))
    return Reading(media_type=media_type, members=members, notes=tuple(notes))


def _unpacked(item: Input) -> tuple[str, Unpacked, list[str]]:
    kind = kind_of(item.head)
    if kind is not None and not is_tar(beginning(item.head, _BLOCK)):
        return _TYPES[kind], _single(item, kind), []
    if kind is not None or is_tar(item.head):
        return "application/x-tar", *untar(item)
    _refuse_others(item)
    return "application/zip", *unzip(item)


def _refuse_others(item: Input) -> None:
    for magic, program in _OTHERS.items():
        if item.head.startswith(magic):
            raise UnreadableSource(
                f"{item.name}: {program} archives cannot be read here.", try_="unpack it and add the folder"
            )


def _single(item: Input, kind: str) -> Unpacked:
    """The one file inside a packed file, under the name without its last suffix."""
    meter = Meter(item.name, item.path.stat().st_size, item.limits)
    target = item.staging / "member-000001"
    with target.open("wb") as out:
        for chunk in chunks(item.path, kind, meter):
            out.write(chunk)
    path = PurePosixPath(item.name.replace("\\", "/"))
    packed = path.suffix.lower() in {f".{kind}", ".gzip", ".bzip2"}
    name = path.stem if packed else path.with_suffix(".tar").name if path.suffix in _TAR_SUFFIXES else path.name
    return [(target, names.safe(name, item.name) or "content")]


READER = Reader(
    name="archive",
    version="1",
    says="ZIP and TAR archives (also .gz, .bz2, .xz): every file inside is read on its own",
    suffixes=(".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".tbz2", ".txz", ".xapk", ".apks", ".apkm"),
    recognises=recognises,
    read=read,
)

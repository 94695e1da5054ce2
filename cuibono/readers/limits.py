"""A file is refused before it is read when it asks for more than the limits allow."""

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers.contract import Input


def check_size(item: Input) -> int:
    """The size of a file in bytes; raises UnreadableSource when it is empty, UnsafeInput when it is too large."""
    size = item.path.stat().st_size
    if size == 0:
        raise UnreadableSource(f"{item.name} is empty.", try_="get a fresh copy of the file")
    if size > item.limits.bytes:
        raise UnsafeInput(
            f"{item.name} has {size:,} bytes; at most {item.limits.bytes:,} are read.", try_="split the file"
        )
    return size


def check_text(item: Input, characters: int) -> None:
    """Raise UnsafeInput when a file holds more text than the limits allow."""
    if characters > item.limits.text:
        raise UnsafeInput(
            f"{item.name} holds more than {item.limits.text:,} characters of text.", try_="split the file"
        )

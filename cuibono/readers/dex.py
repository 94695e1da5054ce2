"""Compiled classes of an Android app (classes.dex): strings, classes, methods, and what each method calls.

Only what a finding can cite is read: constants, calls and classes by name, each with its method and offset. The layout
is that of Android's published description of the format (versions 035 to 041).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

_MAGIC = b"dex\n"
_NONE = 0xFFFFFFFF
_MOST_STRINGS = 4_000_000
_MOST_CODE = 2_000_000


class BrokenDex(ValueError):
    """The bytes are no compiled classes, or say of themselves what cannot be."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a method: which, at which offset of the code, with which constants in its arguments.

    ``args`` are the values of the argument registers: a text where a constant was put into it, None else.
    """

    target: str
    offset: int
    args: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Method:
    """A method with code: its whole name, its class, the texts in it, its calls, and the classes it makes."""

    name: str
    owner: str
    texts: tuple[tuple[int, str], ...]
    calls: tuple[Call, ...]
    made: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DexClass:
    """A class: its name as Java writes it, what it extends and implements, and its methods."""

    name: str
    parent: str
    interfaces: tuple[str, ...]
    methods: tuple[Method, ...] = field(default=())


class Dex:
    """The tables of one file; ``classes`` walks its code. Raises BrokenDex for bytes that do not hold together."""

    def __init__(self, data: bytes) -> None:
        if data[:4] != _MAGIC or len(data) < 0x70:
            raise BrokenDex("it does not begin as compiled classes do")
        self.data = data
        counts = struct.unpack_from("<14I", data, 0x38)
        self._strings, self._types, _, _, self._methods, self._classes = (
            (counts[n], counts[n + 1]) for n in (0, 2, 4, 6, 8, 10)
        )
        for count, at, size in (
            (*self._strings, 4), (*self._types, 4), (*self._methods, 8), (*self._classes, 32)
        ):  # fmt: skip
            if count > _MOST_STRINGS or at + count * size > len(data):
                raise BrokenDex("its tables reach beyond its end")
        self._texts: dict[int, str] = {}

    def text(self, index: int) -> str:
        """A string by its number."""
        if index not in self._texts:
            count, at = self._strings
            if index >= count:
                raise BrokenDex("a string is missing")
            start = self._u4(at + 4 * index)
            _, start = self._uleb(start)
            end = self.data.find(b"\0", start, start + (1 << 20))
            if end < 0:
                raise BrokenDex("a string does not end")
            raw = self.data[start:end].replace(b"\xc0\x80", b"\0")
            self._texts[index] = raw.decode("utf-8", "replace")
        return self._texts[index]

    def strings(self) -> Iterator[str]:
        """Every string."""
        return (self.text(n) for n in range(self._strings[0]))

    def type_name(self, index: int) -> str:
        """A type as Java writes it: com.example.Main."""
        count, at = self._types
        if index >= count:
            raise BrokenDex("a type is missing")
        return java_name(self.text(self._u4(at + 4 * index)))

    def method_name(self, index: int) -> str:
        """A method with its class: com.example.Main.onCreate."""
        count, at = self._methods
        if index >= count:
            raise BrokenDex("a method is missing")
        owner, _, name = struct.unpack_from("<HHI", self.data, at + 8 * index)
        return f"{self.type_name(owner)}.{self.text(name)}"

    def classes(self) -> Iterator[DexClass]:
        """The classes with their methods, in the order of the file."""
        from cuibono.readers.dex_code import read_code

        count, at = self._classes
        for n in range(count):
            name, _, parent, interfaces, _, _, body, _ = struct.unpack_from("<8I", self.data, at + 32 * n)
            owner = self.type_name(name)
            methods = tuple(
                read_code(self, owner, method, code) for method, code in (self._bodies(body) if body else ())
            )
            yield DexClass(
                owner, "" if parent == _NONE else self.type_name(parent), self._type_list(interfaces), methods
            )

    def insns(self, at: int) -> bytes:
        """The instructions of a method, by the place of its code."""
        if at + 16 > len(self.data):
            raise BrokenDex("code lies beyond the end")
        size = self._u4(at + 12)
        if size > _MOST_CODE or at + 16 + 2 * size > len(self.data):
            raise BrokenDex("code reaches beyond the end")
        return self.data[at + 16 : at + 16 + 2 * size]

    def _type_list(self, at: int) -> tuple[str, ...]:
        if not at:
            return ()
        size = self._u4(at)
        if size > 10_000 or at + 4 + 2 * size > len(self.data):
            raise BrokenDex("a list of types reaches beyond the end")
        return tuple(self.type_name(i) for i in struct.unpack_from(f"<{size}H", self.data, at + 4))

    def _bodies(self, at: int) -> Iterator[tuple[int, int]]:
        """Methods of a class that have code: the number of the method and the place of its code."""
        counts = []
        for _ in range(4):
            value, at = self._uleb(at)
            counts.append(value)
        if sum(counts) > 200_000:
            raise BrokenDex("a class claims too many members")
        for _ in range(2 * (counts[0] + counts[1])):
            _, at = self._uleb(at)
        for group in counts[2:]:
            index = 0
            for _ in range(group):
                step, at = self._uleb(at)
                _, at = self._uleb(at)
                code, at = self._uleb(at)
                index += step
                if code:
                    yield index, code

    def _u4(self, at: int) -> int:
        if at + 4 > len(self.data):
            raise BrokenDex("it ends too early")
        return int(struct.unpack_from("<I", self.data, at)[0])

    def _uleb(self, at: int) -> tuple[int, int]:
        value = shift = 0
        while shift < 35:
            if at >= len(self.data):
                raise BrokenDex("it ends too early")
            byte = self.data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value, at
            shift += 7
        raise BrokenDex("a number does not end")


def java_name(descriptor: str) -> str:
    """A type descriptor as Java writes it: ``Lcom/example/Main;`` is com.example.Main."""
    bare = descriptor.lstrip("[")
    return bare[1:-1].replace("/", ".") if bare.startswith("L") and bare.endswith(";") else bare

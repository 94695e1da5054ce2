"""The instructions of a method: which constants stand in it, and which methods it calls with them."""

import struct
from collections.abc import Iterator

from cuibono.readers.dex import BrokenDex, Call, Dex, Method


def _lengths() -> bytes:
    """How many units of 16 bits each instruction has, by its number."""
    sizes = bytearray([1] * 256)
    for first, last, size in (
        (0x02, 0x02, 2), (0x03, 0x03, 3), (0x05, 0x05, 2), (0x06, 0x06, 3), (0x08, 0x08, 2), (0x09, 0x09, 3),
        (0x13, 0x13, 2), (0x14, 0x14, 3), (0x15, 0x16, 2), (0x17, 0x17, 3), (0x18, 0x18, 5), (0x19, 0x1A, 2),
        (0x1B, 0x1B, 3), (0x1C, 0x1C, 2), (0x1F, 0x20, 2), (0x22, 0x23, 2), (0x24, 0x26, 3), (0x29, 0x29, 2),
        (0x2A, 0x2C, 3), (0x2D, 0x3D, 2), (0x44, 0x6D, 2), (0x6E, 0x72, 3), (0x74, 0x78, 3), (0x90, 0xAF, 2),
        (0xD0, 0xE2, 2), (0xFA, 0xFB, 4), (0xFC, 0xFD, 3), (0xFE, 0xFF, 2),
    ):  # fmt: skip
        sizes[first : last + 1] = bytes([size] * (last - first + 1))
    return bytes(sizes)


_SIZES = _lengths()
_STRING, _JUMBO, _NEW, _MOVE_OBJECT = 0x1A, 0x1B, 0x22, (0x07, 0x08, 0x09)
_INVOKE, _RANGE = range(0x6E, 0x73), range(0x74, 0x79)
#: Branches and their targets end what is known of registers; so do exceptions.
_ENDS = {*range(0x27, 0x2D), *range(0x32, 0x3E)}
#: Instructions that write no register: returns, throws, gotos, puts, comparisons, calls.
_WRITES_NOT = {0x00, *range(0x0E, 0x12), 0x1D, 0x1E, *range(0x26, 0x2D), *range(0x32, 0x3E)}
_WRITES_NOT |= {*range(0x4B, 0x52), *range(0x59, 0x60), *range(0x67, 0x6E), *range(0x6E, 0x79)}
#: Instructions whose target register has four bits; that of the others has eight.
_NIBBLES = {0x01, 0x04, 0x12, 0x20, 0x21, 0x23, *range(0x52, 0x59), *range(0x7B, 0x90), *range(0xB0, 0xD8)}


def read_code(dex: Dex, owner: str, method: int, code: int) -> Method:
    """One method: constants and calls in order. A constant is known in a register until something else may be in it."""
    texts: list[tuple[int, str]] = []
    calls: list[Call] = []
    made: list[str] = []
    known: dict[int, str] = {}
    for at, op, units in _instructions(dex.insns(code)):
        if op in (_STRING, _JUMBO):
            index = units[1] if op == _STRING else units[1] | units[2] << 16
            known[units[0] >> 8] = dex.text(index)
            texts.append((at, known[units[0] >> 8]))
        elif op in _INVOKE or op in _RANGE:
            given = tuple(known.get(r) for r in _arguments(op, units))
            calls.append(Call(dex.method_name(units[1]), at, given))
        elif op in _MOVE_OBJECT:
            _move(known, op, units)
        elif op == _NEW:
            made.append(dex.type_name(units[1]))
            known.pop(units[0] >> 8, None)
        elif op in _ENDS:
            if op not in range(0x32, 0x3E):  # after a condition that does not hold, registers are as they were
                known.clear()
        elif op not in _WRITES_NOT:
            low = units[0] >> 8 & (0x0F if op in _NIBBLES else 0xFF)
            known.pop(low, None)
            known.pop(low + 1, None)  # the second half of a wide value
    return Method(dex.method_name(method), owner, tuple(texts), tuple(calls), tuple(dict.fromkeys(made)))


def _instructions(code: bytes) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Each instruction: its place in units, its number, and its units; tables between the code are stepped over."""
    units = struct.unpack(f"<{len(code) // 2}H", code)
    at = 0
    while at < len(units):
        op = units[at] & 0xFF
        size = _SIZES[op]
        if op == 0 and units[at] in (0x0100, 0x0200, 0x0300):
            at += _payload(units, at)
            continue
        if at + size > len(units):
            raise BrokenDex("an instruction is cut short")
        yield at, op, units[at : at + size]
        at += size


def _payload(units: tuple[int, ...], at: int) -> int:
    """The length of a table of a switch or of an array."""
    kind = units[at]
    if at + 4 > len(units):
        return len(units) - at
    if kind == 0x0300:
        size = units[at + 2] | units[at + 3] << 16
        return (size * units[at + 1] + 1) // 2 + 4
    return units[at + 1] * 2 + 4 if kind == 0x0100 else units[at + 1] * 4 + 2


def _arguments(op: int, units: tuple[int, ...]) -> list[int]:
    """The registers that a call is given."""
    if op in _RANGE:
        return list(range(units[2], units[2] + (units[0] >> 8)))
    count = units[0] >> 12
    registers = [units[2] & 0xF, units[2] >> 4 & 0xF, units[2] >> 8 & 0xF, units[2] >> 12, units[0] >> 8 & 0xF]
    return registers[:count]


def _move(known: dict[int, str], op: int, units: tuple[int, ...]) -> None:
    """A constant goes along when its register is copied."""
    to, of = {
        0x07: lambda: (units[0] >> 8 & 0xF, units[0] >> 12),
        0x08: lambda: (units[0] >> 8, units[1]),
        0x09: lambda: (units[1], units[2]),
    }[op]()
    if of in known:
        known[to] = known[of]
    else:
        known.pop(to, None)

"""The promises that every extractor keeps, as one function to call on an extractor.

from cuibono.testing.extractors import check_extractor
check_extractor(EXTRACTOR)
"""

import random
from collections.abc import Iterator
from dataclasses import fields

from cuibono.errors import CuibonoError
from cuibono.extract import run
from cuibono.extract.contract import EVERYTHING, Extractor
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Span

#: A text with something for every stage in it; all of it is invented.
SAMPLE = """Luo Weiqing, the chairman of Northland Solar Group, met Peter Marlow in Oslo on May 3, 2019.

"We never sold the bank," said Luo Weiqing. According to Peter Marlow, he paid 40 million euros for it.

Marlow's son Anders Marlow owns 12 percent of Acme Bank."""


def check_extractor(extractor: Extractor, sample: str = SAMPLE) -> None:
    """Raise AssertionError, with what was broken, unless the extractor keeps the promises of all extractors.

    The promises: it finds names in ``sample``, the same each time; it gives only the kinds that it ``provides``;
    every span lies in the text and every quote is what stands there; records refer only to names that are there;
    and any text (none, a megabyte without a full stop, mixed scripts, marks of direction, lone surrogates, OCR
    noise, tables) gives records or a CuibonoError. It does not show that what is found is right: gates do.
    """
    assert extractor.provides, f"{extractor.name} provides nothing"
    assert extractor.provides <= EVERYTHING, f"{extractor.name} provides kinds that there are not"
    assert not extractor.ready(), f"{extractor.name} cannot run here: {extractor.ready()}"
    first, second = extractor.read(_document(sample)), extractor.read(_document(sample))
    assert first == second, f"{extractor.name} finds something else when it reads the same text again"
    assert first.names, f"{extractor.name} finds no name in its sample"
    _keeps_to_what_it_provides(extractor, first)
    _true(extractor, "the sample", sample, first)
    for what, text in bad_texts():
        try:
            found = extractor.read(_document(text))
        except CuibonoError:
            continue
        _true(extractor, what, text, found)
        assert text.strip() or not any(getattr(found, k) for k in EVERYTHING), (
            f"{extractor.name} finds things in {what}"
        )


def bad_texts() -> Iterator[tuple[str, str]]:
    """Texts that nobody wrote to be read, each with what it is."""
    dice = random.Random(1)  # noqa: S311 (chance that can be repeated, not a secret)
    yield "no text", ""
    yield "blanks", " \n\n\t\u2003 \n"
    yield "a long text without a full stop", "the bank and the son of Luo Weiqing who said that " * 2_000
    yield "one word without an end", "a" * 50_000
    yield "mixed scripts", "Luo 羅偉青 сказал «нет» שלום مرحبا 안녕 Weiqing\u3000said。「不」" * 200
    yield "marks of direction", "\u202eLuo\u202c \u200fWeiqing\u200e said\u2066 \u2069that \u061che left." * 200
    yield "lone surrogates", "Luo \ud800 Weiqing \udfff said \ud83d that he left." * 100
    yield "nothing but quote marks", "“" * 3_000 + "”" * 3_000 + "\"'‘’" * 1_000
    yield "a page of noise", "".join(dice.choice("lI1|.,;:'`~^_-=  \nrnmwvVoO0°§") for _ in range(20_000))
    yield "a table", "\n".join(f"{n}\tLuo Weiqing\t{n * 7}%\t2019-0{n % 9 + 1}-01\t-" for n in range(1_000))
    yield "control characters", "".join(chr(n) for n in range(32)) * 50 + "Luo Weiqing said that he left.\x00"
    yield "brackets", "(" * 2_000 + "Luo Weiqing" + ")" * 2_000
    yield "numbers", "1,234,567.89 % of 12-13-14 to 3.4.5 " * 1_000


def _document(text: str) -> Document:
    return Document(text, passages=(Span(0, len(text)),) if text else ())


def _keeps_to_what_it_provides(extractor: Extractor, found: Found) -> None:
    told = {f.name for f in fields(found) if f.name in EVERYTHING and getattr(found, f.name)}
    assert told <= extractor.provides, (
        f"{extractor.name} gives {sorted(told - extractor.provides)}, and does not say so"
    )


def _true(extractor: Extractor, what: str, text: str, found: Found) -> None:
    kept = run.true_to(text, found)
    assert kept == found, f"{extractor.name}, {what}: {kept.notes[-1]}"

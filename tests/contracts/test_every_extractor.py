"""Every extractor keeps the promises of all extractors."""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest

from cuibono.errors import MissingExtra
from cuibono.extract import registry
from cuibono.extract.contract import Extractor
from cuibono.extract.document import Document
from cuibono.extract.extractors import rules
from cuibono.extract.records import Found, Mention, Span
from cuibono.testing.extractors import check_extractor


def here(name: str) -> Extractor:
    try:
        return registry.named(name)
    except MissingExtra as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


@pytest.mark.parametrize("name", registry.names())
def test_an_extractor_keeps_its_promises(name: str) -> None:
    check_extractor(here(name))


@pytest.mark.parametrize("name", registry.names())
def test_an_extractor_says_what_it_is_for_in_one_line(name: str) -> None:
    extractor = here(name)
    assert 0 < len(extractor.says) < 120
    assert "\n" not in extractor.says
    assert extractor.version


def invents(document: Document) -> Found:
    return Found(mentions=(Mention(Span(0, 4), "Nobody", "Person"),), names=rules.read(document).names)


def forgets(document: Document, times: Iterator[int] = count()) -> Found:  # noqa: B008
    return replace(rules.read(document), notes=(f"the {next(times)}th time",))


FAULTS = {
    "not stand in the text as quoted": replace(rules.EXTRACTOR, read=invents),
    "finds something else when it reads the same text again": replace(rules.EXTRACTOR, read=forgets),
    "finds no name in its sample": replace(rules.EXTRACTOR, read=lambda document: Found()),
    r"gives \['names'\], and does not say so": replace(
        rules.EXTRACTOR, provides=frozenset({"mentions"}), read=lambda d: Found(names=rules.read(d).names)
    ),
    "cannot run here: it is broken": replace(rules.EXTRACTOR, ready=lambda: "it is broken"),
}


@pytest.mark.parametrize("says", FAULTS)
def test_a_broken_promise_is_named(says: str) -> None:
    with pytest.raises(AssertionError, match=says):
        check_extractor(FAULTS[says])

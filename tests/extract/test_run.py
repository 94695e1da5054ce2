"""The runner: what the text does not bear out is dropped, and the network is closed unless a case opens it."""

import pytest

from cuibono.errors import NetworkRefused, UnknownName, UnreadableSource
from cuibono.extract import run
from cuibono.extract.contract import EVERYTHING, Extractor, Network
from cuibono.extract.document import Document
from cuibono.extract.records import Amount, Claim, Found, Mention, Name, Span, Tie

TEXT = "Luo Weiqing owns Acme."


def extractor(found: Found, network: Network = "none") -> Extractor:
    return Extractor("invented", "7", "for tests", EVERYTHING, network, lambda document: found, lambda: "")


LUO = Name("n1", "Luo Weiqing", "Person", (Span(0, 11),), ("Luo Weiqing",))
ACME = Name("n2", "Acme", "Organization", (Span(17, 21),), ("Acme",))


def test_a_record_that_quotes_what_is_not_there_is_dropped_and_counted() -> None:
    good = Mention(Span(0, 11), "Luo Weiqing", "Person")
    bad = Mention(Span(0, 11), "Luo Weiyi", "Person")
    reading = run.with_extractor(Document(TEXT), extractor(Found(mentions=(good, bad))))
    assert reading.found.mentions == (good,)
    assert reading.found.notes == ("1 record does not stand in the text as quoted and were left out",)


@pytest.mark.parametrize(
    "found",
    [
        Found(amounts=(Amount(Span(17, 99), "Acme.", 1, "person"),)),
        Found(names=(Name("n9", "Nobody", "Person", (Span(5, 5),)),)),
        Found(names=(LUO,), claims=(Claim(Span(12, 21), "owns Acme", "n7", "named", "direct"),)),
        Found(names=(LUO, ACME), ties=(Tie("owns_controls", "n1", "n2", Span(0, 21), TEXT, "x"),)),
        Found(names=(LUO,), ties=(Tie("owns_controls", "n1", "n2", Span(0, 22), TEXT, "x"),)),
    ],
    ids=["past the end", "empty", "speaker without a name", "other words", "end without a name"],
)
def test_records_out_of_place_are_dropped(found: Found) -> None:
    checked = run.true_to(TEXT, found)
    assert (checked.amounts, checked.claims, checked.ties) == ((), (), ())
    assert all(n.mentions[0].end > n.mentions[0].start for n in checked.names)
    assert len(checked.notes) == 1


def test_what_the_text_bears_out_passes_untouched() -> None:
    found = Found(names=(LUO, ACME), ties=(Tie("owns_controls", "n1", "n2", Span(0, 22), TEXT, "x"),))
    assert run.true_to(TEXT, found) is found


@pytest.mark.parametrize(("reaches", "allowed"), [("internet", "loopback"), ("internet", "none"), ("loopback", "none")])
def test_an_extractor_that_reaches_further_than_allowed_is_refused(reaches: Network, allowed: Network) -> None:
    with pytest.raises(NetworkRefused, match=f"sends text to the {reaches}"):
        run.with_extractor(Document(TEXT), extractor(Found(), reaches), allow=allowed)


def test_an_extractor_that_is_allowed_reads() -> None:
    reading = run.with_extractor(Document(TEXT), extractor(Found(), "loopback"), allow="loopback")
    assert (reading.extractor, reading.version) == ("invented", "7")


def test_a_broken_extractor_is_an_error_that_names_it() -> None:
    def broken(document: Document) -> Found:
        raise ZeroDivisionError("no")

    with pytest.raises(UnreadableSource, match=r"The extractor bad failed on the text \(ZeroDivisionError: no\)"):
        run.with_extractor(Document(TEXT), Extractor("bad", "1", "", EVERYTHING, "none", broken, lambda: ""))


def test_an_unknown_extractor_names_its_neighbours() -> None:
    with pytest.raises(UnknownName, match="rules"):
        run.read(Document(TEXT), "rule")

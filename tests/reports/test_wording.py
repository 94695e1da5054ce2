"""What a report says in its own voice."""

import pytest

from cuibono.model.counting import plural
from cuibono.model.source import Source
from cuibono.reports import wording
from cuibono.reports.contract import Withheld

from .invented import FakePublic, sample


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        (Source("S1", "a.pdf", origin="/Users/somebody/leaks/a.pdf"), "a.pdf"),
        (Source("S1", "a.pdf", origin="C:\\Users\\somebody\\a.pdf"), "a.pdf"),
        (Source("S1", "a.html", origin="/Users/x/a.html", url="https://a.example/b"), "https://a.example/b"),
        (Source("S1", "a.html", origin="http://a.example/b"), "http://a.example/b"),
        (Source("S1", "a.html", url="javascript:alert(1)"), "a.html"),
        (Source("S1", "filings/2024/a.html"), "a.html"),
    ],
)
def test_an_origin_names_no_folder(source: Source, origin: str) -> None:
    assert wording.origin(source) == origin


def test_only_web_addresses_become_links() -> None:
    assert wording.is_address("https://a.example/b")
    assert not wording.is_address("javascript:alert(1)")
    assert not wording.is_address("https://")
    assert not wording.is_address("https://a.example/b c")


def test_lists_and_plurals() -> None:
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert plural(1, "entity", "entities") == "1 entity"
    assert plural(2000, "entity", "entities") == "2,000 entities"


def test_the_summary_of_a_case_without_judgements() -> None:
    findings = tuple(f.with_(verdict=None) for f in sample().findings)
    case = FakePublic(findings=findings, withheld=Withheld(0, 0, 1))

    assert wording.summary(case) == (
        "This report rests on 0 sources and makes 3 findings. None has been judged by a person yet. "
        "To protect sources, 1 row was withheld."
    )


def test_a_verdict_says_who_gave_it() -> None:
    finding = sample().findings[0]

    assert wording.verdict(finding) == "confirmed by R. Okafor"
    assert wording.verdict(finding.with_(verdict="unsure", judged_by="")) == "undecided"
    assert wording.verdict(finding.with_(verdict=None)) == "no person has judged it yet"

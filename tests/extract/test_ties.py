"""Ties as a whole: what hangs over them, who says so, when they held, and what they rest on."""

from collections.abc import Callable

import pytest

from cuibono.extract import plain_analysis
from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Span, Turn
from tests.extract.cast import read, told

Analyse = Callable[[str], Analysis]

HANGING = [
    ("Pei Guotai denied that he owns Redlake Holdings.", ["-owns_controls: Pei Guotai > Redlake Holdings"]),
    ("Pei Yong is not a member of the CCP.", ["-member_of: Pei Yong > CCP"]),
    ("Pei Yong never owned Redlake Holdings.", ["-owns_controls: Pei Yong > Redlake Holdings"]),
    ("Pei Yong is no longer the chairman of Redlake Holdings.", ["role: Pei Yong > Redlake Holdings"]),
    ("Cao Renfu allegedly controls Redlake Holdings.", ["?owns_controls: Cao Renfu > Redlake Holdings"]),
    ("It is rumored that Pei Yong is the son of Cao Renfu.", ["?family: Pei Yong > Cao Renfu"]),
    ("Orient Shipping plans to acquire Redlake Holdings.", [">owns_controls: Orient Shipping > Redlake Holdings"]),
    ("Pei Yong will become chairman of Redlake Holdings.", [">role: Pei Yong > Redlake Holdings"]),
    ("Cao Renfu's son Cao Wei will not come.", ["family: Cao Wei > Cao Renfu"]),
    ("Who told the chairman of Harbour Bank, Luo Ping?", ["role: Luo Ping > Harbour Bank"]),
]


@pytest.mark.parametrize(("text", "wanted"), HANGING, ids=[t[:40] for t, _ in HANGING])
def test_what_hangs_over_a_tie_is_kept(text: str, wanted: list[str], analyse: Analyse) -> None:
    assert [told(t) for t in read(text, analyse).ties] == wanted


def test_the_speaker_of_the_claim_asserts(analyse: Analyse) -> None:
    (tie,) = read("Luo Ping said that Cao Wei owns Redlake Holdings.", analyse).ties
    assert tie.asserted_by == "Luo Ping"


def test_the_speaker_of_the_turn_asserts_and_i_is_he(analyse: Analyse) -> None:
    text = "I worked for Tidewater Media for ten years."
    found = read(f"{text} Wen Tao.", analyse, [Turn(Span(0, len(text)), "Wen Tao", "guest")])
    (tie,) = found.ties
    assert (told(tie), tie.asserted_by) == ("role: Wen Tao > Tidewater Media", "Wen Tao")


def test_the_text_itself_asserts_what_nobody_says(analyse: Analyse) -> None:
    (tie,) = read("Cao Wei owns Redlake Holdings.", analyse).ties
    assert tie.asserted_by is None


def test_the_date_of_its_clause_dates_it(analyse: Analyse) -> None:
    (tie,) = read("Gu Wenhai was governor of Hunan from 2003 to 2007.", analyse).ties
    assert tie.date == "2003/2007"


def test_the_date_of_another_clause_does_not(analyse: Analyse) -> None:
    (tie,) = read("Gu Wenhai is governor of Hunan, and his house burned down in 1999.", analyse).ties
    assert tie.date is None


def test_the_share_is_told_in_parts_of_one(analyse: Analyse) -> None:
    (tie,) = read("Redlake Holdings owns 34 percent of Orient Shipping.", analyse).ties
    assert tie.share == (0.34, 0.34)
    (tie,) = read("Redlake Holdings owns Orient Shipping.", analyse).ties
    assert tie.share is None


def test_a_subject_of_the_sentence_before_carries_over(analyse: Analyse) -> None:
    found = read("Mr. Huo Jun is well known. He owns Orient Shipping.", analyse).ties
    assert [told(t) for t in found] == ["owns_controls: Huo Jun > Orient Shipping"]
    assert dict(found[0].features)["by_reference"] == 1.0


def test_both_of_two_have_a_tie_each(analyse: Analyse) -> None:
    found = read("Gu Wenhai knew Luo Ping well. Both of them studied at Eastport University.", analyse).ties
    assert "educated_at: Gu Wenhai > Eastport University" in [told(t) for t in found]
    assert "educated_at: Luo Ping > Eastport University" in [told(t) for t in found]


def test_a_faction_named_after_him_is_his(analyse: Analyse) -> None:
    found = read("Luo Ping is a member of Cao Renfu's faction. Cao Renfu smiled.", analyse).ties
    assert [told(t) for t in found] == [
        "member_of: Luo Ping > Cao Renfu's faction", "owns_controls: Cao Renfu > Cao Renfu's faction",
    ]  # fmt: skip


def test_a_tie_rests_on_its_sentence_as_it_stands(analyse: Analyse) -> None:
    text = "It rained.  Cao Wei, son of Cao Renfu,\nowns Redlake Holdings.\n\nNothing else."
    found = read(text, analyse).ties
    assert len(found) == 2
    assert all(t.quote == t.evidence.of(text) == text.split("  ")[1].split("\n\n")[0] for t in found)


def test_nothing_is_tied_to_itself_or_twice(analyse: Analyse) -> None:
    text = "Cao Wei, chairman of Redlake Holdings, is also the president of Redlake Holdings, and Cao Wei knew Cao Wei."
    found = read(text, analyse).ties
    assert [told(t) for t in found] == ["role: Cao Wei > Redlake Holdings"]


@pytest.mark.parametrize(
    "text", ["", " ", "chairman of", "\u202e\ud800 Cao Wei \u2067of", "Cao Wei " * 300, "'s of the , " * 200]
)
def test_no_text_is_too_strange(text: str, analyse: Analyse) -> None:
    assert all(t.quote == t.evidence.of(text) for t in read(text, analyse).ties)


def test_features_are_the_same_for_every_run_and_in_order(analyse: Analyse) -> None:
    one, two = (read("Cao Wei owns Redlake Holdings.", analyse).ties[0].features for _ in range(2))
    assert one == two == tuple(sorted(one))


PLAIN = [
    ("Qian Deshun, chairman of Harbour Bank, left.", ["role: Qian Deshun > Harbour Bank"]),
    ("Qian Deshun might be chairman of Harbour Bank.", []),
    ("Qian Deshun will be chairman of Harbour Bank.", [">role: Qian Deshun > Harbour Bank"]),
    ("It is rumored that Pei Yong is the son of Cao Renfu.", ["?family: Pei Yong > Cao Renfu"]),
    ("Pei Yong denied that Tan Shu is the son of Cao Renfu.", ["-family: Tan Shu > Cao Renfu"]),
    ("Is Pei Yong the son of Cao Renfu?", []),
]


@pytest.mark.parametrize(("text", "wanted"), PLAIN, ids=[t[:40] for t, _ in PLAIN])
def test_without_a_parser_rather_too_little_is_stated_than_too_much(text: str, wanted: list[str]) -> None:
    found = read(text, lambda view: plain_analysis.analyse(Document(view), view)).ties
    assert [told(t) for t in found] == wanted

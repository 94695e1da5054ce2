"""The form of the annotated documents, the planted sentences, and the scorer."""

from pathlib import Path
from typing import Any

import pytest

from tests.gates.reading_corpus import BadCorpus, document, documents, parts
from tests.gates.reading_score import Count, plain, score
from tests.gates.reading_sentences import sentences

HEAD = "ada | Person | Ada Elm; Elm\nfirm | Organization | Elm Freight\nclerk | nominal"
TEXT = "Ada Elm heads Elm Freight since 1990.\n\n“Elm left,” a clerk said. Elm has 12 ships."
GOLD = """
tie | role | ada | firm | head | "Ada Elm heads Elm Freight"
claim | clerk | direct | "Elm left"
event | 1990 | "since 1990" | or=1990/..
amount | 12 | ships | "12 ships"
"""


def write(folder: Path, head: str = HEAD, text: str = TEXT, gold: str = GOLD) -> Path:
    path = folder / "doc_one.txt"
    path.write_text(f"{head}\n===\n{text}\n===\n{gold}", "utf-8")
    return path


def rows(path: Path, kind: str) -> list[dict[str, Any]]:
    return [r for r in document(path).rows if r["kind"] == kind]


def test_mentions_are_whole_words_and_the_longest_first(tmp_path: Path) -> None:
    ada, firm, clerk = rows(write(tmp_path), "entity")
    assert [TEXT[s:e] for s, e in ada["mentions"]] == ["Ada Elm", "Elm", "Elm"]
    assert [TEXT[s:e] for s, e in firm["mentions"]] == ["Elm Freight"]
    assert clerk["nominal"]
    assert clerk["mentions"] == []


def test_every_kind_of_gold_has_its_span(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert rows(path, "relation")[0]["evidence"] == [[0, 25]]
    (claim,) = rows(path, "claim")
    assert (claim["speaker_kind"], TEXT[claim["span"][0] : claim["span"][1]]) == ("anonymous", "Elm left")
    assert rows(path, "event")[0]["date_alts"] == ["1990/.."]
    assert rows(path, "quantity")[0]["unit"] == "ship"


def test_the_second_occurrence_can_be_meant(tmp_path: Path) -> None:
    path = write(tmp_path, gold='amount | 1 | person | "Elm"#3')
    start = rows(path, "quantity")[0]["span"][0]
    assert start == TEXT.index("Elm left")


def test_a_turn_reaches_from_the_first_words_to_the_last(tmp_path: Path) -> None:
    path = write(tmp_path, gold='turn | ada | "Ada Elm" .. "Elm left" | part 1')
    (turn,) = rows(path, "turn")
    assert TEXT[turn["span"][0] : turn["span"][1]].endswith("“Elm left")
    assert rows(path, "document")[0]["host"] == "ada"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"gold": 'tie | role | ada | nobody | - | "Ada Elm"'}, "nobody declared the id nobody"),
        ({"gold": 'tie | cousin | ada | firm | - | "Ada Elm"'}, "unknown type of tie cousin"),
        ({"gold": 'event | 1991 | "in 1991"'}, "do not stand in the text"),
        ({"gold": 'claim | ada | loud | "Elm left"'}, "unknown mode loud"),
        ({"gold": 'tie | role | ada | firm | - | "Ada Elm" | colour=red'}, "unknown key colour"),
        ({"gold": "tie | role | ada"}, "with all its cells"),
        ({"head": HEAD + "\ntown | Location | Graz"}, "stands nowhere in the text"),
        ({"head": HEAD + "\nada | Person | Ada Elm"}, "the id ada is taken"),
        ({"head": "ada | Human | Ada Elm"}, "an entity is"),
    ],
)
def test_what_does_not_fit_is_said(tmp_path: Path, changed: dict[str, str], says: str) -> None:
    with pytest.raises(BadCorpus, match=says):
        document(write(tmp_path, **changed))


def test_a_plain_text_is_no_document() -> None:
    assert parts("A text.\n===\nwith lines\n===\nin it") is None


def test_planted_sentences(tmp_path: Path) -> None:
    path = tmp_path / "some_sentences.txt"
    path.write_text(
        "# note\nAda owns Elm.\n    tie | owns_controls | Ada | Elm\n\nNobody came.\n    no ties\n", "utf-8"
    )
    one, two = sentences(path)
    assert one.rows[1]["obj"] == ["Elm"]
    assert two.forbidden == [("*", "*", "*")]


def test_a_planted_line_that_is_not_understood_is_said(tmp_path: Path) -> None:
    path = tmp_path / "some_sentences.txt"
    path.write_text("Ada owns Elm.\n    tie | has | Ada | Elm\n", "utf-8")
    with pytest.raises(BadCorpus, match="not understood"):
        sentences(path)


def test_the_gold_scores_itself_in_full() -> None:
    gold = [row for d in documents() for row in d.rows]
    total = score(gold, gold)
    wrong = {k: (c.precision, c.recall) for k, c in total.counts.items() if c.gold and c.f1 < 1.0}
    assert {k for k in wrong if not k.startswith(("claim in", "turns", "tie read"))} == set()
    assert total.b3 == 1.0


def test_nothing_found_scores_nothing() -> None:
    gold = documents("gate_article_*.txt")[0].rows
    total = score(gold, [])
    assert total.counts["tie"].f1 == 0.0
    assert total.counts["entity"].recall == 0.0


def test_a_tie_counts_in_both_directions_only_where_it_has_none(tmp_path: Path) -> None:
    gold = document(write(tmp_path)).rows
    turned = [dict(r) for r in gold if r["kind"] != "relation"]
    tie = next(dict(r) for r in gold if r["kind"] == "relation")
    tie["subj"], tie["obj"] = tie["obj"], tie["subj"]
    assert score(gold, [*turned, tie]).counts["tie"].right == 0
    family = [{**r, "type": "family", "types": ["family"]} if r["kind"] == "relation" else r for r in gold]
    assert score(family, [*turned, {**tie, "type": "family"}]).counts["tie"].right == 1


def test_names_are_compared_without_titles_and_accents() -> None:
    assert plain("Dr. José Elm’s") == "jose elm"
    assert plain("The President Elm") == "elm"


def test_f1_of_nothing_is_nothing() -> None:
    assert Count().f1 == 0.0
    assert Count(1, 2, 2).f1 == 0.5

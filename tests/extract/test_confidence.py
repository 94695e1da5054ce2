from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cuibono.extract import confidence, confidence_model
from cuibono.extract.analysis import Analysis
from cuibono.extract.confidence_facts import FACTS, FITS, facts, fits, odd, rule_of
from cuibono.extract.confidence_model import Model, as_json, by_kin, from_json, rule_precision
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Name, Span, Tie

ADA = Name("n1", "Ada Elm", "Person", (Span(0, 7), Span(30, 37)))
FIRM = Name("n2", "Elm Freight", "Organization", (Span(14, 25),))
TOWN = Name("n3", "Graz", "Location", (Span(40, 44),))
SOURCE = Name("u1", "a clerk", "Person", (), naming="anonymous")
NAMES = (ADA, FIRM, TOWN, SOURCE)
BY_ID = {n.id: n for n in NAMES}
TEXT = "Ada Elm heads Elm Freight. Then Ada Elm left Graz."
#: A rule that was always right, one that never was; "read" from .9 on.
MODEL = Model(
    {"noun.head.copula:role": (200.0, 200.0), "verb.guess:role": (0.0, 40.0)},
    bias=0.0,
    of_rule=1.0,
    of_facts=(0.0,) * len(FACTS),
    steps=((0.97, 0.96), (0.9, 0.952), (0.8, 0.9)),
)


def tie(**told: Any) -> Tie:
    plain = Tie("role", "n1", "n2", Span(0, 26), TEXT[:26], "noun.head.copula")
    return replace(plain, **told)


@pytest.fixture(autouse=True)
def _model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "shipped", lambda: MODEL)


def weigh(*ties: Tie, parsed: bool = True) -> tuple[Tie, ...]:
    analysis = Analysis(TEXT, (), (), parsed=parsed)
    return confidence.weigh(Document(TEXT), analysis, Found(names=NAMES), ties)


def test_a_plain_tie_of_a_rule_that_was_right_stands_as_read() -> None:
    (one,) = weigh(tie())
    assert one.standing == "read"
    assert one.confidence > 0.95


def test_a_tie_of_a_rule_that_was_wrong_is_left_out() -> None:
    assert weigh(tie(rule="verb.guess")) == ()


def test_a_rule_never_seen_is_proposed_at_most() -> None:
    (one,) = weigh(tie(rule="noun.unheard_of.copula"))
    assert one.standing == "proposed"


@pytest.mark.parametrize(
    "weak",
    [
        {"polarity": "-"},
        {"status": "alleged"},
        {"status": "forecast"},
        {"features": (("modal", 1.0),)},
        {"features": (("negated", 1.0),)},
        {"features": (("question", 1.0),)},
        {"features": (("by_reference", 1.0), ("reference_confidence", 0.6))},
        {"subject": "u1"},
        {"object": "n1"},
        {"subject": "n3"},
    ],
)
def test_what_weakens_a_tie_keeps_it_from_standing(weak: dict[str, Any]) -> None:
    assert [t.standing for t in weigh(tie(**weak))] == ["proposed"]


@pytest.mark.parametrize(
    "quote",
    [
        "Ada Elm no longer heads Elm Freight.",
        "Nobody believes that Ada Elm heads Elm Freight.",
        "Rumours that Ada Elm heads Elm Freight are old.",
        "Ada Elm doesn’t head Elm Freight.",
        "Whoever hires Ada Elm heads Elm Freight.",
        "Ada Elm is said to be the head of Elm Freight.",
    ],
)
def test_a_word_of_doubt_or_denial_anywhere_keeps_it_from_standing(quote: str) -> None:
    assert [t.standing for t in weigh(tie(quote=quote))] == ["proposed"]


@pytest.mark.parametrize("quote", ["Ada Elm of Knotting heads Elm Freight.", "In May, Ada Elm headed Elm Freight."])
def test_words_that_only_look_like_doubt_do_not(quote: str) -> None:
    assert [t.standing for t in weigh(tie(quote=quote))] == ["read"]


def test_a_post_with_what_belongs_to_the_object_does_not_stand() -> None:
    text = "Ada Elm, a clerk in Elm Freight’s Board of Trade, left."
    at = text.index("Elm Freight")
    firm = replace(FIRM, mentions=(Span(at, at + 11),))
    names = {**BY_ID, "n2": firm}
    told = tie(evidence=Span(0, len(text)), quote=text, role="clerk")
    assert not confidence.undoubted(told, names)
    before = text.replace("Ada Elm, a clerk in Elm Freight’s Board of Trade", "Elm Freight’s clerk is here, Ada Elm")
    firm = replace(FIRM, mentions=(Span(0, 11),))
    assert confidence.undoubted(tie(evidence=Span(0, len(before)), quote=before, role="clerk"), {**BY_ID, "n2": firm})


def test_a_sure_reference_may_stand() -> None:
    (one,) = weigh(tie(features=(("by_reference", 1.0), ("reference_confidence", 0.95))))
    assert one.standing == "read"


def test_without_grammar_nothing_stands() -> None:
    assert [t.standing for t in weigh(tie(), parsed=False)] == ["proposed"]


def test_a_tie_told_in_both_directions_does_not_stand() -> None:
    there = tie(type="owns_controls", subject="n2", object="n3")
    back = tie(type="owns_controls", subject="n3", object="n2")
    assert {t.standing for t in weigh(there, back)} == {"proposed"}


def test_types_must_fit() -> None:
    assert fits(tie(), BY_ID)
    assert not fits(tie(type="located_in"), BY_ID)
    assert fits(tie(type="located_in", object="n3"), BY_ID)


def test_every_type_of_tie_says_what_it_may_hold_between() -> None:
    from typing import get_args

    from cuibono.extract.records import TieType

    assert set(FITS) == set(get_args(TieType))


def test_a_name_that_was_cut_wrongly_looks_odd() -> None:
    assert odd("Elm Freight for the Harbour Board")
    assert odd("Graz's Elm Freight")
    assert not odd("Bank of the Upper Valley")
    assert not odd("Elm Freight")


def test_facts_are_between_nothing_and_one() -> None:
    told = (("words_between", 400.0), ("mentions_between", 9.0), ("path_length", 99.0), ("commas_between", 40.0))
    (one,) = facts([tie(features=told)], NAMES, parsed=True)
    assert len(one) == len(FACTS)
    assert all(0.0 <= f <= 1.0 for f in one)


def test_a_rule_is_counted_by_what_it_ties() -> None:
    assert rule_of(tie()) == "noun.head.copula:role"


def test_a_rule_seen_seldom_is_drawn_to_its_kin() -> None:
    good = {"noun.head.copula:role": (50.0, 50.0), "noun.head.as:role": (0.0, 1.0)}
    kin = by_kin(good)
    assert 0.4 < rule_precision("noun.head.as:role", good, kin) < 0.7
    assert rule_precision("noun.head.copula:role", good, kin) > 0.97


def test_the_bound_is_that_of_the_step_below() -> None:
    assert MODEL.bound(0.99) == 0.96
    assert MODEL.bound(0.9) == 0.952
    assert MODEL.bound(0.85) == 0.9
    assert MODEL.bound(0.5) == 0.0


def test_a_model_is_read_as_it_was_written() -> None:
    assert from_json(as_json(MODEL)) == MODEL


def test_the_page_tells_of_the_model_that_is_shipped() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "calibration.md").read_text("utf-8")
    least = min(c for c, bound in confidence_model.shipped().steps if bound >= confidence.READ)
    assert f"from a confidence of {least:.3f}" in page


def test_the_model_that_is_shipped_fits_the_facts() -> None:
    model = confidence_model.shipped()
    assert len(model.of_facts) == len(FACTS)
    assert list(model.steps) == sorted(model.steps, reverse=True)
    assert all(0.0 <= r <= n for r, n in model.seen.values())

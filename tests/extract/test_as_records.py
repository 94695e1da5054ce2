"""Finds become records: ids follow from place and content, those of names outlast a new reading."""

from cuibono.extract.as_records import as_records, placed
from cuibono.extract.records import Claim, Found, Mention, Name, Span, Tie
from cuibono.model.record import Record

TEXT = "Pia Vex of Gloria Works says kilns are cold."
PIA, GLORIA = Span(0, 7), Span(11, 23)


def _found(first: Span = PIA, *, kind: str = "Person") -> Found:
    return Found(
        mentions=(Mention(first, first.of(TEXT), kind, score=0.8),),  # type: ignore[arg-type]
        names=(
            Name("a", "Pia Vex", kind, (first,), ("Pia Vex",)),  # type: ignore[arg-type]
            Name("b", "Gloria Works", "Organization", (GLORIA,)),
        ),
        claims=(Claim(Span(29, 43), "kilns are cold", "a", "named", "indirect", confidence=0.95),),
        ties=(Tie("role", "a", "b", Span(0, 23), TEXT[:23], "of", confidence=0.5),),
    )


def _by_kind(records: list[Record], kind: str) -> list[Record]:
    return [r for r in records if r.kind == kind]


def test_names_are_referred_to_by_their_lasting_ids() -> None:
    made = as_records(_found(), "s", TEXT)
    pia, gloria = _by_kind(made, "name")
    assert _by_kind(made, "claim")[0].data["speaker"] == pia.id
    assert (_by_kind(made, "tie")[0].data["subject"], _by_kind(made, "tie")[0].data["object"]) == (pia.id, gloria.id)
    assert [m.data["name"] for m in _by_kind(made, "mention")] == [pia.id, gloria.id]
    assert all(TEXT[r.start : r.end] == r.quote for r in made)
    assert len({r.id for r in made}) == len(made)


def test_the_same_text_gives_the_same_ids_and_another_source_others() -> None:
    one, two = as_records(_found(), "s", TEXT), as_records(_found(), "t", TEXT)
    assert [r.id for r in one] == [r.id for r in as_records(_found(), "s", TEXT)]
    assert not {r.id for r in one} & {r.id for r in two}


def test_a_name_keeps_its_id_where_the_first_mention_overlaps() -> None:
    first = as_records(_found(), "s", TEXT)
    again = as_records(_found(Span(4, 7)), "s", TEXT, first)
    assert [r.id for r in _by_kind(again, "name")] == [r.id for r in _by_kind(first, "name")]
    assert _by_kind(again, "tie")[0].id == _by_kind(first, "tie")[0].id


def test_another_type_or_another_place_is_another_name() -> None:
    first = as_records(_found(), "s", TEXT)
    other = as_records(_found(kind="Group"), "s", TEXT, first)
    assert _by_kind(other, "name")[0].id != _by_kind(first, "name")[0].id
    away = as_records(_found(Span(24, 28)), "s", TEXT, first)
    assert _by_kind(away, "name")[0].id != _by_kind(first, "name")[0].id


def test_two_names_never_share_an_id() -> None:
    first = as_records(_found(), "s", TEXT)
    names = (Name("a", "Pia", "Person", (Span(0, 3),)), Name("b", "Vex", "Person", (Span(4, 7),)))
    again = as_records(Found(names=names), "s", TEXT, first)
    assert len({r.id for r in _by_kind(again, "name")}) == 2


def test_records_said_twice_stay_two() -> None:
    claim = Claim(Span(29, 43), "kilns are cold", None, "named", "indirect")
    made = as_records(Found(claims=(claim, claim)), "s", TEXT)
    assert len({r.id for r in made}) == 2


def test_an_unsure_claim_is_a_proposal() -> None:
    span, quote = Span(29, 43), "kilns are cold"
    sure = Claim(span, quote, None, "named", "indirect", confidence=0.95)
    weak = Claim(span, quote, None, "named", "indirect", confidence=0.5)
    open_ = Claim(span, quote, None, "named", "indirect", confidence=0.95, needs_person=True)
    made = as_records(Found(claims=(sure, weak, open_)), "s", TEXT)
    assert [r.standing for r in made] == ["read", "proposed", "proposed"]


def test_a_record_lies_in_the_passage_in_which_it_starts() -> None:
    made = placed(as_records(_found(), "s", TEXT), [0, 11, 29])
    assert {r.quote: r.seq for r in made if r.kind in ("name", "claim")} == {
        "Pia Vex": 1,
        "Gloria Works": 2,
        "kilns are cold": 3,
    }


def test_a_name_that_the_text_breaks_over_two_lines_is_written_on_one() -> None:
    text = "Gloria\nWorks burns."
    name = Name("a", "Gloria\nWorks", "Organization", (Span(0, 12),), ("Gloria\nWorks", "Gloria Works"))
    (made,) = _by_kind(as_records(Found(names=(name,)), "s", text), "name")
    assert (made.data["name"], made.data["aliases"]) == ("Gloria Works", ["Gloria Works"])
    assert made.quote == "Gloria\nWorks"

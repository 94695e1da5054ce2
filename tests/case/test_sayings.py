"""What a text says comes with its speaker, its paragraph and where the text was published."""

from cuibono.case import Case
from cuibono.store.session import open_session
from tests.case import by_hand

QUOTED = "The kiln of Borland Glass has been cold since spring."


def _said(case: Case, *columns: str, where: str = "true") -> list[tuple[object, ...]]:
    with open_session(case.layout) as session:
        session.need("sayings")
        sql = f"SELECT {', '.join(columns)} FROM sayings WHERE {where} ORDER BY position"
        return session.engine.tuples(sql)


def test_a_quoted_claim_and_a_tie_in_the_texts_own_voice(read_case: Case) -> None:
    assert _said(read_case, "asserted_by", "speaker_kind", "own_voice", "outlet", where="what = 'claim'") == [
        ("Ada Brick", "named", False, "The Borland Gazette")
    ]
    assert _said(read_case, "says", where="what = 'claim'") == [(QUOTED,)]
    ties = ("kind", "subject_name", "object_name", "low", "own_voice", "standing")
    assert _said(read_case, *ties, where="what = 'tie'") == [
        ("family", "Pia Vex", "Oren Vex", None, True, "proposed"),
        ("owns_controls", "Gloria Works", "Borland Glass", 0.35, True, "read"),
        ("owns_controls", "Pia Vex", "Gloria Works", 0.6, True, "proposed"),
    ]


def test_a_saying_carries_its_paragraph_and_a_fingerprint_of_its_text(read_case: Case) -> None:
    (found,) = _said(read_case, "paragraph", "length(digest)", where="what = 'claim'")
    assert found == (by_hand.TEXT.split("\n\n")[1], 64)


def test_a_case_with_one_read_text_has_the_table(read_case: Case) -> None:
    with open_session(read_case.layout) as session:
        assert "sayings" in session.tables()


def test_an_empty_case_does_not(case: Case) -> None:
    with open_session(case.layout) as session:
        assert "sayings" not in session.tables()

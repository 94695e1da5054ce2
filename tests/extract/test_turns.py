"""Turns of labelled transcripts: who speaks, and what belongs to nobody."""

from collections.abc import Callable

from cuibono.extract.records import Found

Read = Callable[..., Found]


def _turns(found: Found, text: str) -> list[tuple[str | None, str, str]]:
    names = {n.id: n.name for n in found.names}
    return [(names.get(t.speaker or ""), t.voice, t.span.of(text)) for t in found.turns]


PROGRAMME = """The Long Table

Host: Hello, I'm Ada Lind, and this is The Long Table. With me is Dao Wen, a former manager at Kitepath.

Mr. Dao: Thank you, Ada. I was there for six years.

Narration: Kitepath was founded in Hangzhou in 2012.

Host: Who owns it?

Mr. Dao: The Gu family does."""


def test_labels_become_turns_of_named_people(read: Read) -> None:
    assert _turns(read(PROGRAMME), PROGRAMME) == [
        ("Ada Lind", "host", "Hello, I'm Ada Lind, and this is The Long Table. "
         "With me is Dao Wen, a former manager at Kitepath."),
        ("Dao Wen", "guest", "Thank you, Ada. I was there for six years."),
        ("Ada Lind", "narration", "Kitepath was founded in Hangzhou in 2012."),
        ("Ada Lind", "host", "Who owns it?"),
        ("Dao Wen", "guest", "The Gu family does."),
    ]  # fmt: skip


def test_a_turn_knows_its_label_and_section(read: Read) -> None:
    turn = read(PROGRAMME).turns[1]
    assert turn.label is not None
    assert turn.label.of(PROGRAMME) == "Mr. Dao:"
    assert turn.section == "The Long Table"
    assert not turn.needs_person


def test_a_label_is_a_mention_of_its_speaker(read: Read) -> None:
    found = read(PROGRAMME)
    (dao,) = [n for n in found.names if n.name == "Dao Wen"]
    assert PROGRAMME.index("Mr. Dao:") + 4 in {m.start for m in dao.mentions}


def test_a_name_that_only_a_label_tells_is_added(read: Read) -> None:
    text = "Host: What happened next?\n\nVREN TOLLER: They left.\n\nHost: All of them?\n\nVREN TOLLER: Nearly all."
    found = read(text)
    (toller,) = [n for n in found.names if n.name in ("Vren Toller", "VREN TOLLER")]
    assert len(toller.mentions) == 2
    assert [t.speaker for t in found.turns][1::2] == [toller.id, toller.id]


def test_surname_capitals_and_misspelling_are_one_speaker(read: Read) -> None:
    text = (
        "Host: With us is Luo Weiqing, an economist.\n\nLUO WEIQING: I taught there.\n\nHost: And then?"
        "\n\nLUO: I left.\n\nHost: Why?\n\nLuo Weiqin (economist): I was told to."
    )
    found = read(text)
    assert len({t.speaker for t in found.turns[1::2]}) == 1


def test_a_host_without_a_name_has_no_speaker(read: Read) -> None:
    text = "Host: Who is it?\n\nGuest: I cannot say.\n\nHost: Why not?\n\nGuest: I was told to be quiet."
    found = read(text)
    assert [(t.speaker, t.voice) for t in found.turns] == [(None, "host"), (None, "unknown")] * 2
    assert all(t.needs_person for t in found.turns)


def test_a_host_whom_guests_thank_by_name(read: Read) -> None:
    text = "Host: Welcome, Dao Wen.\n\nDao Wen: Thank you, Judith.\n\nHost: How are you?\n\nDao Wen: I am well."
    found = read(text)
    assert {n for n, v, _ in _turns(found, text) if v == "host"} == {"Judith"}


def test_questions_and_answers(read: Read) -> None:
    text = (
        "A Conversation with Fang Deyi\n\nby Miriam Castell\n\nFang Deyi was a secretary in Jinan for years.\n\n"
        "Q: When did you leave?\n\nA: In 2015.\n\nQ: Why?\n\nA: I had to leave."
    )
    assert [n for n, _, _ in _turns(read(text), text)] == ["Miriam Castell", "Fang Deyi"] * 2


def test_answers_of_nobody_by_name_are_the_texts_own(read: Read) -> None:
    text = "Q: Who owns it?\n\nA: Ada Lind owns half of Pell Bank.\n\nQ: Who runs it?\n\nA: Oren Vale is its director."
    found = read(text)
    assert [(t.speaker, t.voice) for t in found.turns if t.voice != "host"] == [(None, "narration")] * 2
    assert "Ada Lind owns half of Pell Bank" in [c.span.of(text) for c in found.claims]


def test_a_clip_inside_a_turn_is_not_the_hosts(read: Read) -> None:
    text = (
        "Host: I'm Ada Lind. Look at this.\n\n(clip starts)\nWe have nothing to hide at all.\n(clip ends)\n\n"
        "So much for that.\n\nGuest: I have seen it before."
    )
    assert [(v, q) for _, v, q in _turns(read(text), text)][:3] == [
        ("host", "I'm Ada Lind. Look at this."),
        ("clip", "We have nothing to hide at all."),
        ("host", "So much for that."),
    ]


def test_boilerplate_is_nobodys(read: Read) -> None:
    text = PROGRAMME + "\n\nCopyright 2021 The Long Table. Sign up for our newsletter."
    assert read(text).turns[-1].span.of(text) == "The Gu family does."


def test_headings_part_the_sections(read: Read) -> None:
    text = PROGRAMME + "\n\nPART TWO: The father\n\nHost: Let us talk about him.\n\nMr. Dao: I never met him."
    sections = [t.section for t in read(text).turns]
    assert sections[-2:] == ["PART TWO: The father"] * 2
    assert read(text).turns[4].span.of(text) == "The Gu family does."


def test_labels_glued_into_one_paragraph(read: Read) -> None:
    text = PROGRAMME.replace("\n\n", " ").replace("years. Narr", "years.Narr")
    assert [q for _, _, q in _turns(read(text), text)] == [q for _, _, q in _turns(read(PROGRAMME), PROGRAMME)]


def test_an_article_has_no_turns(read: Read) -> None:
    text = (
        "Kitepath is owned by the Gu family.\n\nDao Wen, a former manager, told reporters: “I was there for six years. "
        "I saw it.” He left in 2019.\n\nNote: the firm did not answer.\n\nAda Lind said: “We do not know.”"
    )
    assert read(text).turns == ()


def test_nothing_in_nothing(read: Read) -> None:
    assert read("").turns == ()
    assert read(" \n\n ").turns == ()
    assert read("Host:").turns == ()

"""Transcripts in which the narrator has no label."""

from collections.abc import Callable

from cuibono.extract.records import Found

Read = Callable[..., Found]
_FILM = (
    "In 2016 a small company in Hangzhou bought an app for 40 million dollars, and nobody in Washington noticed it."
    "\n\nRobert Keel, former agent: I saw the name in a file.\n\nI wrote it on a note of my own.\n\n"
    "The file was closed in 2017. Keel retired a year later.\n\nGrace Hallam, Senior Fellow for Technology and "
    "National Security at the Redfern Institute: There is a law. You can read it.\n\nThe firm denies it."
)


def _voices(found: Found, text: str) -> list[tuple[str, str | None, str]]:
    names = {n.id: n.name for n in found.names}
    return [(t.voice, names.get(t.speaker or ""), t.span.of(text).split(".")[0]) for t in found.turns]


def test_paragraphs_between_labelled_guests_are_narrated(read: Read) -> None:
    assert _voices(read(_FILM), _FILM)[1:] == [
        ("guest", "Robert Keel", "I saw the name in a file"),
        ("narration", None, "The file was closed in 2017"),
        ("guest", "Grace Hallam", "There is a law"),
        ("narration", None, "The firm denies it"),
    ]


def test_a_guest_who_goes_on_keeps_his_paragraphs(read: Read) -> None:
    text = (
        "Host: I'm Ada Lind. What did you see?\n\nRobert Keel: The firm was sold in 2009.\n\nThe buyer was a fund in "
        "Macau. Its director is He Fang.\n\nHost: I see."
    )
    turn = read(text).turns[1]
    assert turn.span.of(text).endswith("Its director is He Fang.")


def test_a_paragraph_about_the_guest_is_not_his(read: Read) -> None:
    text = (
        "Host: I'm Ada Lind. What did you see?\n\nRobert Keel: The firm was sold in 2009.\n\nKeel left Canada in the "
        "year of the sale.\n\nHost: And now to the sport.\n\nRobert Keel: Good."
    )
    assert ("narration", "Ada Lind", "Keel left Canada in the year of the sale") in _voices(read(text), text)

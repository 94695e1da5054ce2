"""A programme of one voice is that voice's from end to end, whomever it talks of; one that hands over is not."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

MIDDLE = (
    "Let us begin with the harbour. Quell Freight had 4,100 workers in 2024. I counted them myself.\n\n"
    "Tom Ardley was manager of Quell Freight until 2022. I grant him one thing: he never lied to me. "
    "And Professor Ina Borg told me last week that Quell Freight had 12 ships in 2024. Numbers, numbers!\n\n"
    "Now the money. A third of the revenue of Quell Freight came from advertisements in 2024. "
    "And the owners? Sorrel Capital holds 60 percent of Quell Freight. Mark my words, it will end badly. Good night."
)
HEADS = (
    "Good evening, friends, this is Dorn Weller, and tonight I am going to tell you who owns the harbour.",
    "Welcome, everybody, this is Dorn Weller. I have looked at the harbour for you.",
    "THE PLAIN HOUR, with Dorn Weller\n\nGood evening. I am Dorn Weller, and I have looked at the harbour for you.",
    "The Plain Hour\n\nBroadcast of 3 May. Speaking: Dorn Weller\n\nGood evening. I am Dorn Weller, I have seen it.",
)


@pytest.mark.parametrize("head", HEADS)
def test_one_voice_speaks_all_of_it(read: Callable[..., Found], head: str) -> None:
    found = read(f"{head}\n\n{MIDDLE}")
    names = {n.id: n.name for n in found.names}
    spoken = {names.get(t.speaker or "") for t in found.turns}
    assert spoken == {"Dorn Weller"}
    assert any("A third of the revenue" in c.quote for c in found.claims)


def test_who_is_given_the_word_has_it(read: Callable[..., Found]) -> None:
    found = read(
        "Good evening, friends, this is Dorn Weller, and tonight I am going to show you the harbour.\n\n"
        "My guest tonight is Ina Borg, who worked at Quell Freight for ten years. Let's listen to Ina Borg.\n\n"
        "I started there when I was twenty. We had no gloves, and I was told to keep my mouth shut. My boss laughed "
        "at me.\n\nThat was Ina Borg. Good night."
    )
    names = {n.id: n.name for n in found.names}
    assert "Ina Borg" in {names.get(t.speaker or "") for t in found.turns}


@pytest.mark.parametrize("words", ["Sign up for our newsletter.", "Advertisement", "This site uses cookies."])
def test_what_a_page_says_of_itself_is_nobodys(read: Callable[..., Found], words: str) -> None:
    found = read(f"{HEADS[0]}\n\n{words}\n\n{MIDDLE}")
    assert all(words not in t.quote for t in found.turns if hasattr(t, "quote"))
    assert all(words not in c.quote for c in found.claims)


def test_a_short_paragraph_above_the_first_label_is_told(read: Callable[..., Found]) -> None:
    found = read(
        "For this issue the Elm Monthly asked Ada Quill, the minister of ports, and Rolf Tarn, chair of Elm Mining, "
        "how the next years will turn out.\n\nRolf Tarn has been president of the Mill League since 2020.\n\n"
        "Monthly: Mr Tarn, where does the firm stand?\n\nTarn: We had 30 accidents in 2022.\n\n"
        "Monthly: And you?\n\nQuill: The harbour had 400 cranes in 2022.\n"
    )
    assert any(c.kind == "role" and c.quote.startswith("Rolf Tarn has been president") for c in found.claims)

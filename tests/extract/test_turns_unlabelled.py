"""Speakers of transcripts without labels: who is brought in, who asks, and texts that are none."""

from collections.abc import Callable

from cuibono.extract.records import Found

Read = Callable[..., Found]


def _guests(found: Found, text: str) -> list[tuple[str | None, str]]:
    names = {n.id: n.name for n in found.names}
    return [(names.get(t.speaker or ""), t.span.of(text)) for t in found.turns if t.voice == "guest"]


FILM = (
    "I'm Paula Strand, and this film is about a switch. His name is Robert Keel, and he was the head of security "
    "at Tarsus Networks. I noticed it in the logs. Somebody had copied my files. The firm was sold in 2009.\n\n"
    "This is Sun Wenjie, a former director of Haitong Optical. I was told to hide the boxes. We put "
    "them on a truck.\n\n"
    "Robert Keel still gets letters. I answer all of them. My wife says that I should stop."
)


def test_guests_in_the_paragraphs_of_a_narrator(read: Read) -> None:
    told = _guests(read(FILM), FILM)
    assert [who for who, _ in told] == ["Robert Keel", "Sun Wenjie", "Robert Keel"]
    assert told[0][1].startswith("I noticed it in the logs. Somebody had copied my files.")
    assert told[1][1] == "I was told to hide the boxes. We put them on a truck."
    assert told[2][1] == "I answer all of them. My wife says that I should stop."


def test_the_narrator_is_the_host_by_her_own_words(read: Read) -> None:
    found = read(FILM)
    (host,) = {t.speaker for t in found.turns if t.voice == "narration"}
    assert [n.name for n in found.names if n.id == host] == ["Paula Strand"]


def test_a_monologue_is_its_speakers_from_end_to_end(read: Read) -> None:
    text = (
        "THE NORTH WIND, with Ada Lind. Radio Elm, 3 May 2021.\n\nGood evening, friends. This is Ada Lind, and nobody "
        "writes my words. Norland had 4.1 million people in 2020. They laugh about you and me, and I will not have it."
        "\n\nTake the trains. I took one last week. In 2020, 31 trains were late on the Elm line. Professor Zeno Park "
        "told me that it was 40. I do not believe him.\n\nGood night, and thank you for listening."
    )
    found = read(text)
    names = {n.id: n.name for n in found.names}
    assert {names.get(t.speaker or "") for t in found.turns} == {"Ada Lind"}


def test_an_inferred_turn_says_how_sure_it_is(read: Read) -> None:
    guests = [t for t in read(FILM).turns if t.voice == "guest"]
    assert all(0.3 < t.confidence <= 0.9 for t in guests)
    assert all(t.needs_person == (t.confidence < 0.75) for t in guests)


def test_questions_and_answers_in_paragraphs(read: Read) -> None:
    text = (
        "Good evening and welcome to the programme. My guest is Gerald Pike, who served in the ministry of trade until "
        "2021. Gerald, welcome to the program.\n\nThank you. Great to be here.\n\nYou were in the room. What was it "
        "like?\n\nIt was chaotic. I had no map and nobody else had one.\n\nDid you tell anyone?\n\nI told my boss."
    )
    assert _guests(read(text), text) == [
        ("Gerald Pike", "Thank you. Great to be here."),
        ("Gerald Pike", "It was chaotic. I had no map and nobody else had one."),
        ("Gerald Pike", "I told my boss."),
    ]


def test_who_is_asked_by_name_answers(read: Read) -> None:
    text = (
        "Welcome to the show. Joining me are two guests, Vera Holt and Tom Reed. Vera Holt, who stole it?\n\nI think "
        "it was the minister's son. I knew him.\n\nAnd Tom Reed, do you agree?\n\nI don't. I was "
        "there and I saw no son."
    )
    assert [who for who, _ in _guests(read(text), text)] == ["Vera Holt", "Tom Reed"]


def test_marks_of_a_change_of_speaker(read: Read) -> None:
    text = (
        ">> hello everybody and welcome back I'm Peter Hallo joining me is Vera Holt she used to work for Kitepath\n\n"
        ">> thank you Peter I'm glad to be here\n\n>> so what is Kitepath\n\n>> it was started in 2011 and I worked "
        "there\n\n>> wow and who owns it\n\n>> I can't say that\n\n>> and that's it for today see you next week"
    )
    assert [who for who, _ in _guests(read(text), text)] == ["Vera Holt"] * 3


def test_words_that_a_narrator_quotes_are_the_guests(read: Read) -> None:
    text = FILM + '\n\n"The return was very good for all of us," Sun Wenjie says. It was sold in 2013.'
    assert _guests(read(text), text)[-1] == ("Sun Wenjie", "The return was very good for all of us,")


def test_an_essay_in_the_first_person_has_no_turns(read: Read) -> None:
    text = (
        "Last summer I went back to the village where I was born. I walked along the bank. I saw the pipes, and I "
        "thought of my school. This is my cousin Chen Xiaolan, a former teacher. She lost her job in 2019. I asked her "
        "why. I do not think she regrets it. I drank my tea.\n\nI wrote to Mr. Bo three times. I never got an answer. "
        "I will write to him again when I am back in my house, where I keep my letters. I have many letters."
    )
    assert read(text).turns == ()


def test_an_article_with_quotes_has_no_turns(read: Read) -> None:
    text = (
        "Robert Keel, a former head of security at Tarsus Networks, recalls the night well. “I noticed it in the "
        "logs,” he said. “My files were gone.”\n\nSun Wenjie told reporters: “I was told to hide "
        "the boxes. We put them on a "
        "truck.” The firm is based in Guangdong. Keel says that it was sold in 2009."
    )
    assert read(text).turns == ()


def test_a_labelled_programme_and_a_film_in_one_text(read: Read) -> None:
    talk = (
        "Host: I'm Ada Lind. Who owns it?\n\nDao Wen: The Gu family does. I saw the papers.\n\n"
        "Host: That's all for today."
    )
    filler = " The firm grew, and the town grew with it, and nobody asked who had paid for the new road." * 5
    text = talk + "\n\nThe Quiet Switch\n\n" + FILM.replace("The firm was sold in 2009.", "It was sold." + filler)
    told = [who for who, _ in _guests(read(text), text)]
    assert told[0] == "Dao Wen"
    assert {"Robert Keel", "Sun Wenjie"} <= set(told)

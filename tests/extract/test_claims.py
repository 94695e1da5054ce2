"""Who says what: each way of telling with a text that has it and one that only looks like it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cuibono.extract import claims
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.document import Document
from cuibono.extract.records import Claim, Found, Name, Reference, Span, Turn

Read = Callable[..., Found]


def said(read: Read, text: str) -> list[tuple[str, str]]:
    """Speaker and content of every claim that is not said in the speaker's own turn."""
    found = read(text)
    names = {n.id: n.name for n in found.names}
    return [(names[c.speaker or ""], c.quote) for c in found.claims if c.mode != "turn"]


def only(read: Read, text: str) -> Claim:
    found = [c for c in read(text).claims if c.mode != "turn"]
    assert len(found) == 1, found
    return found[0]


SAYS = [
    # a clause after the verb, with and without "that"
    ("Hu Wen said that the bank was broke.", "Hu Wen", "the bank was broke"),
    ("Hu Wen said the bank was broke.", "Hu Wen", "the bank was broke"),
    ("Hu Wen, an economist who lives in Oslo, warned that the bank was broke.", "Hu Wen", "the bank was broke"),
    ("Hu Wen said in an interview with the Globe last week that the bank was broke.", "Hu Wen", "the bank was broke"),
    ("Hu Wen visited the bank and said that it was broke.", "Hu Wen", "it was broke"),
    # the clause before and around the verb
    ("The bank will close in May, the minister warned on Monday.", "the minister", "The bank will close in May"),
    # quotes
    ('"We never sold the bank," said Hu Wen, who runs it.', "Hu Wen", "We never sold the bank"),
    ("“We never sold the bank,” Hu Wen said.", "Hu Wen", "We never sold the bank"),
    ('Hu Wen said: "We never sold the bank."', "Hu Wen", "We never sold the bank"),
    ('Hu Wen told the court, "We never sold the bank."', "Hu Wen", "We never sold the bank"),
    ("‘We never sold the bank,’ said Hu Wen.", "Hu Wen", "We never sold the bank"),
    ("Hu Wen said, “We never sold the bank.", "Hu Wen", "We never sold the bank"),
    ('News clip: "This is about control," said Hu Wen.', "Hu Wen", "This is about control"),
    # phrases
    ("According to Hu Wen, the bank was broke.", "Hu Wen", "the bank was broke"),
    ("The bank was broke, according to several clerks.", "several clerks", "The bank was broke"),
    ("In Hu Wen's view, the bank is a trap.", "Hu Wen", "the bank is a trap"),
    ("Hu Wen's view is that the bank is a trap.", "Hu Wen", "the bank is a trap"),
    ("As Hu Wen put it, the bank was a trap.", "Hu Wen", "the bank was a trap"),
    # sources without a name
    ("Some people say that the bank is broke.", "Some people", "the bank is broke"),
    ("A clerk who asked not to be named said the bank broke.", "A clerk who asked not to be named", "the bank broke"),
    ("Residents complained that they had not been paid.", "Residents", "they had not been paid"),
    # hearsay
    ("It is said that the bank belongs to his son.", "It is said", "the bank belongs to his son"),
    ("The bank is believed to be owned by his son.", "is believed", "The bank is believed to be owned by his son"),
    ("There are rumors that the bank is broke.", "rumors", "the bank is broke"),
    # smaller than a clause
    ("Hu Wen claims to own the bank.", "Hu Wen", "to own the bank"),
    ("Hu Wen denied owning the bank.", "Hu Wen", "owning the bank"),
    ('Hu Wen described the bank as "a trap for honest savers".', "Hu Wen", "a trap for honest savers"),
    ("Hu Wen described the bank as a trap.", "Hu Wen", "the bank as a trap"),
    ("It was run by a fund which officials describe as an arm of the army.", "officials", "an arm of the army"),
    ("The Tern Fund denied any link to Hu Wen.", "Tern Fund", "any link to Hu Wen"),
    # what is to come, with a name between commas
    ("The bank's lawyer, Orla Finch, said her client would appeal.", "Orla Finch", "her client would appeal"),
    ("A spokesman for the Tern Fund, Clara Finch, said it was broke.", "Clara Finch", "it was broke"),
    ("Hu Wen said on Monday it was broke.", "Hu Wen", "it was broke"),
    # set off by commas
    ("If the boat was hers, Hu Wen told the paper, she would sail.", "Hu Wen",
     "If the boat was hers, Hu Wen told the paper, she would sail"),
    ("Building a new one would take five years, the Tern Institute estimates.", "Tern Institute",
     "Building a new one would take five years"),
    ("The bank is broke, the Harbor Post reported in 2020.", "Harbor Post", "The bank is broke"),
    ("The bank, it is alleged, belongs to his son.", "it is alleged", "The bank, it is alleged, belongs to his son"),
    ("Hu Wen told the radio: My cousin was taken away.", "Hu Wen", "My cousin was taken away"),
    ("The Tern And The Boss\n\nA tycoon in a penthouse says he holds the secrets.", "A tycoon in a penthouse",
     "he holds the secrets"),
    # bodies behind a noun
    ("A spokeswoman for the Tern Fund said it was broke.", "Tern Fund", "it was broke"),
    ("The bank was broke, according to the consultancy Blue Tern.", "Blue Tern", "The bank was broke"),
    ("Leaked minutes show that the bank was broke.", "Leaked minutes", "the bank was broke"),
    # one quote in two halves
    ("“If they buy the bank,” Hu Wen said, “I will leave.”", "Hu Wen",
     "If they buy the bank,” Hu Wen said, “I will leave"),
    ("Hu Wen called the report “a novel”.", "Hu Wen", "a novel"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "content"), SAYS)
def test_who_says_what(read: Read, text: str, speaker: str, content: str) -> None:
    assert said(read, text) == [(speaker, content)]


NOTHING = [
    "Hu Wen did not say that the bank was broke.",
    "If Hu Wen says that the bank is broke, nobody will come.",
    "Hu Wen wanted to leave the bank and decided to sell his house.",
    "Hu Wen hoped to return to Oslo.",
    'His book "The Long Night of the Steel City" sold well.',
    'The "two-faced people" campaign ended in 2015.',
    "The bank closed according to plan.",
    "Whoever controls the archive has the evidence.",
    "The bank was closed in the view of the crowd that stood outside.",
    "Hu Wen asked where the bank was.",
    "He lived in the house that his father had built.",
    "The newspaper that Hu Wen owns was sold in May.",
    "She could say that the bank was broke.",
    "The clerk was told to wait.",
    "Hu Wen returned the money as soon as he learned where it came from.",
    "Hu Wen told the programme “Behind the Tern”.",
    "Hu Wen was denied entry, and the ministry denied a request for comment.",
    "The founder, he wrote a letter of apology.",
    "In May, who said so, nobody knew.",
    "The bank served as a trap for years.",
    "Hu Wen knows three things: that the bank was broke.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(read: Read, text: str) -> None:
    assert said(read, text) == []


RELAYED = [
    ("The Harbor Post quoted Hu Wen as saying that the bank was broke.", "Hu Wen", ["Harbor Post"]),
    ("Hu Wen was quoted by the Harbor Post as saying that the bank was broke.", "Hu Wen", ["Harbor Post"]),
    ("The Harbor Post reported from a source that Hu Wen had sold the bank.", "a source", ["Harbor Post"]),
    ("The Harbor Post, citing two officials, said that Hu Wen had sold the bank.", "two officials", ["Harbor Post"]),
    ("According to the Harbor Post, citing two officials, the bank was sold.", "two officials", ["Harbor Post"]),
    ("Hu Wen told the Harbor Post that the bank was broke.", "Hu Wen", ["Harbor Post"]),
    ("Hu Wen told his wife that the bank was broke.", "Hu Wen", []),
    ("Hu Wen told reporters that the bank was broke.", "Hu Wen", []),
]


@pytest.mark.parametrize(("text", "speaker", "via"), RELAYED)
def test_through_whom(read: Read, text: str, speaker: str, via: list[str]) -> None:
    found = read(text)
    names = {n.id: n.name.removeprefix("The ").removeprefix("the ") for n in found.names}
    claim = only(read, text)
    assert names[claim.speaker or ""] == speaker
    assert [names[v] for v in claim.via] == via


def test_a_quote_in_two_halves_is_one_claim(read: Read) -> None:
    text = '"Read the law," Hu Wen said, "before you ask me again."'
    assert said(read, text) == [("Hu Wen", 'Read the law," Hu Wen said, "before you ask me again')]


def test_a_quote_over_paragraphs_is_one_claim(read: Read) -> None:
    text = "Hu Wen said: “The bank was broke. Everybody knew.\n\n“They sold it in May. They sold us too.”\n\nIt rained."
    assert said(read, text) == [("Hu Wen", text[text.index("The bank") : text.index(".”")])]


def test_a_quote_without_a_verb_is_spoken_by_whoever_went_on(read: Read) -> None:
    text = 'Hu Wen said the bank was broke. The vault, "because nobody had locked it for a year, was full of rats."'
    speakers = [s for s, _ in said(read, text)]
    assert speakers == ["Hu Wen", "Hu Wen"]


def test_a_quote_whose_speaker_nobody_tells_is_no_claim(read: Read) -> None:
    assert said(read, 'The walls were grey. "Because nobody had locked it for a year, it was full of rats."') == []


def test_a_clause_with_a_quoted_piece_is_mixed(read: Read) -> None:
    claim = only(read, 'Hu Wen said that the bank was "a trap for fools" and had to close.')
    assert claim.mode == "mixed"
    assert claim.quote == 'the bank was "a trap for fools" and had to close'


def test_he_goes_on_for_the_last_speaker(read: Read) -> None:
    text = "Hu Wen said that the bank was broke. He added that the vault was empty."
    assert said(read, text)[1] == ("Hu Wen", "the vault was empty")


def test_the_verb_may_stand_in_the_middle(read: Read) -> None:
    text = "Hu Wen said that the bank was broke. The vault, he said, is empty."
    assert said(read, text)[1][0] == "Hu Wen"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Hu Wen denied that he owns the bank.", "-"),
        ("Hu Wen rejected the claim that he owns the bank.", "-"),
        ("Hu Wen confirmed that he owns the bank.", "+"),
    ],
)
def test_a_denial_is_negative(read: Read, text: str, polarity: str) -> None:
    claim = only(read, text)
    assert (claim.quote, claim.polarity) == ("he owns the bank", polarity)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hu Wen said that the bank was broke.", "stated"),
        ("Hu Wen alleged that the bank was broke.", "alleged"),
        ("Hu Wen allegedly said that the bank was broke.", "alleged"),
        ("It is rumored that the bank was broke.", "alleged"),
        ("Hu Wen said that the bank will close in May.", "forecast"),
        ("Hu Wen said that if the king died, the bank would close.", "hypothetical"),
    ],
)
def test_status(read: Read, text: str, status: str) -> None:
    assert only(read, text).status == status


def test_a_source_without_a_name_is_anonymous(read: Read) -> None:
    found = read("A source said that the bank was broke.")
    source = next(n for n in found.names if n.unnamed)
    assert (source.name, source.type, source.naming) == ("A source", "Person", "anonymous")
    assert found.claims[0].speaker_kind == "anonymous"


def test_a_report_speaks_for_its_maker(read: Read) -> None:
    text = "The Harbor Institute's report says that the bank was broke."
    assert said(read, text)[0][0].removeprefix("The ") == "Harbor Institute"


def test_what_is_said_within_a_quote_stays_with_its_speaker(read: Read) -> None:
    text = 'Hu Wen said: "My son told me that the bank was broke."'
    assert said(read, text) == [("Hu Wen", "My son told me that the bank was broke")]


def unparsed(text: str) -> Analysis:
    words, at = [], 0
    for i, word in enumerate(text.replace(",", " ,").replace(".", " .").split()):
        at = text.index(word, at)
        words.append(Token(i, at, at + len(word), word, word.lower(), head=i))
        at += len(word)
    return Analysis(text, tuple(words), (Sentence(0, len(text), 0, len(words)),) if words else ())


def test_quotes_and_that_clauses_are_found_without_grammar() -> None:
    text = 'Hu Wen said that the bank was broke. "It is gone," Hu Wen added.'
    spans = (Span(0, 6), Span(text.rindex("Hu"), text.rindex("Hu") + 6))
    names = (Name("n1", "Hu Wen", "Person", spans),)
    found, _ = claims.attribute(Document(text), unparsed(text), names, (), ())
    assert [(c.quote, c.speaker) for c in found] == [("the bank was broke", "n1"), ("It is gone", "n1")]


def test_without_grammar_a_verb_without_a_name_says_nothing() -> None:
    found, _ = claims.attribute(Document(text := "It rained, said that wall."), unparsed(text), (), (), ())
    assert found == ()


def test_what_is_stated_in_a_turn_is_claimed_by_its_speaker(analyse: Callable[[str], Analysis]) -> None:
    text = "The bank lost 40 boats in May. Who knew it then? Go home now. Yes, indeed."
    names = (Name("n1", "Hu Wen", "Person", ()),)
    turns = (Turn(Span(0, len(text)), "n1", "guest"),)
    found, _ = claims.attribute(Document(text), analyse(text), names, turns, ())
    assert [(c.quote, c.mode, c.speaker) for c in found] == [("The bank lost 40 boats in May", "turn", "n1")]


PIECES = [
    "“", "”", '"', "'", "‘", "’", "「", "」", "\n\n", "\n", ".", ",", ":", "\u200f", "\ud800", "Hu Wen", "said", "told",
    "that", "he", "according to", "it is said", "the bank", "was", "broke", "|", "quoted", "as saying", "denied",
]  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=25).map(" ".join))
def test_any_text_gives_spans_that_stand_in_it(text: str) -> None:
    check(text, unparsed(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from([p for p in PIECES if p != "\ud800"]), max_size=30))
def test_any_text_with_grammar_gives_spans_that_stand_in_it(
    analyse: Callable[[str], Analysis], words: list[str]
) -> None:
    text = " ".join(words)
    check(text, analyse(text))


def check(text: str, analysis: Analysis) -> None:
    at = text.find("Hu Wen")
    names = (Name("n1", "Hu Wen", "Person", (Span(at, at + 6),)),) if at >= 0 else ()
    references = (Reference(Span(0, 2), text[:2], "n1", 0.5),) if names else ()
    found, after = claims.attribute(Document(text), analysis, names, (), references)
    ids = {n.id for n in after}
    assert len(ids) == len(after)
    for claim in found:
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert claim.quote == claim.span.of(text)
        assert claim.speaker in ids or claim.mode == "turn"
        assert set(claim.via) <= ids
    for name in after:
        assert all(0 <= m.start < m.end <= len(text) for m in name.mentions)


FOLLOWED = [
    # "she" after a content whose subject is a man is whoever spoke, not he
    ("A cook said that Lu Gao loved to sing. “Lu Gao read all day,” she added.", "A cook", "Lu Gao read all day"),
    ("Lu Gao left. “Hu Wen never held a share,” he wrote.", "Lu Gao", "Hu Wen never held a share"),
    ("I worked with engineers, and they told me that the bank was broke.", "engineers", "the bank was broke"),
    ("We asked the Tern Fund. A spokeswoman wrote that it was broke.", "Tern Fund", "it was broke"),
    ("Hu Wen ran the desk, according to his own profile.", "Hu Wen", "Hu Wen ran the desk"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), FOLLOWED)
def test_who_is_meant(read: Read, text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(read, text)


def test_an_agency_passes_on_what_somebody_says(read: Read) -> None:
    claim = only(read, 'Embassy spokesman Hu Wen said Arland "firmly opposes the sale of the bank", Xinhua reported.')
    assert "firmly opposes the sale of the bank" in claim.quote
    assert claim.speaker_kind == "named"
    assert len(claim.via) == 1

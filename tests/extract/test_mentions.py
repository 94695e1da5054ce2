"""Names where they stand; every person, company and place here is invented or a country."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cuibono.extract import mentions
from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.mention_kinds import is_person_name, kind_of, trimmed
from cuibono.extract.records import Found, Span

Read = Callable[..., Found]


def named(found: Found) -> set[tuple[str, str]]:
    return {(m.quote, m.type) for m in found.mentions}


FOUND = [
    ("The Marrow Ministry of Fisheries and Tides denied it.", "Marrow Ministry of Fisheries and Tides", "Organization"),
    ("He studied at the University of Halden, New York, for a year.", "University of Halden, New York", "Organization"),
    ("He left the Bureau of the Tide Party of Arland.", "Bureau of the Tide Party of Arland", "Organization"),
    ("The town owns half of the Halden Waterworks, Marsh added.", "Halden Waterworks", "Organization"),
    ("Most of it belonged to Rondo Utilities, she said.", "Rondo Utilities", "Organization"),
    ("Torben Scooters shut its plant in March.", "Torben Scooters", "Organization"),
    ("Lu Wenbao spoke to the council.", "Lu Wenbao", "Person"),
    ("The speech of Hsu Kuo-ming was long.", "Hsu Kuo-ming", "Person"),
    ("He was part of Gao Lintao's faction for years.", "Gao Lintao's faction", "Group"),
    ("The Gao family owns the hotel.", "Gao family", "Group"),
    ("They met on Copper Kettle Road at noon.", "Copper Kettle Road", "Location"),
    ("The Shanghai government closed the office.", "Shanghai government", "Organization"),
    ("It is the so-called tide watch system that he built.", "tide watch system", "Product"),
    ("The Harbour Watch Council (HWC) met.", "HWC", "Organization"),
    ("Many princelings sit on that board.", "princelings", "Group"),
    ("The Maritime and Legal Affairs Commission met.", "Maritime and Legal Affairs Commission", "Organization"),
    ("Fern Ministry of Trade on Monday fined it.", "Fern Ministry of Trade", "Organization"),
    ("Nine men of the 14th Harbour Congress left.", "14th Harbour Congress", "Event"),
    ("He Wenlong did not answer two letters.", "He Wenlong", "Person"),
    ("The book is by Historian Fritz Lindrum.", "Fritz Lindrum", "Person"),
    ("Its chief executive, Amanda Larkwell, resigned.", "Amanda Larkwell", "Person"),
    ("Marcus Fellbrook is the host of the show.", "Marcus Fellbrook", "Person"),
    ("It was an app called Tidepool that took the photos.", "Tidepool", "Product"),
    ("He worked for a company called Brindleworks in town.", "Brindleworks", "Organization"),
    ("They sold the Bramble 60 Pro for less.", "Bramble 60 Pro", "Product"),
    ("The faction was led by the Gang of Four then.", "Gang of Four", "Group"),
    ("He is an engineer from Arland Province.", "Arland Province", "Location"),
    ("Norway's Fjellheim Motors sold it.", "Fjellheim Motors", "Organization"),
    ("It was sold to Oslo-listed Brattland Shipping.", "Brattland Shipping", "Organization"),
    ("The Ministry of Ports and the Bank of Arland met.", "Bank of Arland", "Organization"),
    ("The Ministry of Ports and Culture met.", "Ministry of Ports and Culture", "Organization"),
    ("The Ministry has used Hikvision's cameras.", "Hikvision", "Organization"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "kind"), FOUND)
def test_a_name_is_found_whole(read: Read, text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in named(read(text))


ABSENT = [
    ("Many Chinese people came on Monday in January.", {"Chinese", "Monday", "January"}),
    ("The ministry denied it, and the university closed.", {"ministry", "university", "The ministry"}),
    ("However, He said nothing. She left.", {"He", "She", "However"}),
    ("The so-called friends left early.", {"friends", "so-called friends"}),
    ("A family owns the hotel.", {"family", "A family"}),
    ("President and Chairman are titles.", {"President", "Chairman"}),
    ("He has an army of lawyers (see below).", {"army", "below"}),
    ("See Annex B for the list of Q3 2023.", {"Annex B", "Annex", "Q3 2023", "Q3"}),
    ("The story ends.\n\nSign up for the Harbour Weekly!\n\nFollow us on Twitter.", {"Harbour Weekly", "Twitter"}),
    ("The Long Road To Nowhere\n\nIt began in May.", {"Long Road To Nowhere", "Nowhere", "Long Road"}),
    ("The Gao family owns it. Gao's family left.", {"Gao's family"}),
    ("The minister Qin Gang, the other camp and a gang met.", {"other camp", "gang"}),
    ("NARRATOR: The city lies in Norway.", {"NARRATOR"}),
    ("Signal the driver. Apple pies are sold here.", {"Signal", "Apple"}),
]


@pytest.mark.parametrize(("text", "never"), ABSENT)
def test_what_names_nobody_is_left_out(read: Read, text: str, never: set[str]) -> None:
    assert never.isdisjoint({m.quote for m in read(text).mentions})


def test_no_mention_lies_inside_another(read: Read) -> None:
    found = read("Gao Lintao's faction and the Gao family met Lu Wenbao at the Bank of Arland on Gao Road.").mentions
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_a_family_name_alone_is_found_where_the_full_name_stands(read: Read) -> None:
    found = read("Lu Wenbao runs the port. The port is old. Lu bought it in March, said Lu's lawyer.")
    assert [m.span.start for m in found.mentions if m.quote == "Lu"] == [42, 70]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Bank of Arland's", "Bank of Arland"),
        ("“President Lu Wenbao”", "Lu Wenbao"),
        ("Mr. Lu", "Lu"),
        ("Muster Steel Inc.", "Muster Steel Inc."),
    ],
)
def test_titles_articles_and_possessives_are_no_part_of_a_name(text: str, name: str) -> None:
    assert trimmed(text, Span(0, len(text))).of(text) == name


def test_sun_is_a_family_name_where_the_full_name_stands(read: Read) -> None:
    found = read("Sun Lintao runs the port. Sun's son left. Sun told nobody.").mentions
    assert [m.quote for m in found] == ["Sun Lintao", "Sun", "Sun"]
    assert read("The port opens on Sun and Mon.").mentions == ()


def test_a_family_name_in_the_plural_is_the_family(read: Read) -> None:
    found = read("Edwin Marlow founded the firm. The Marlows owned it, and the marshals did not.").mentions
    assert [(m.quote, m.type) for m in found if m.quote.startswith("M")] == [("Marlows", "Group")]


def test_a_word_with_a_titles_look_stays_in_an_organisation() -> None:
    assert trimmed("State Grid Office", Span(0, 17), "Organization").of("State Grid Office") == "State Grid Office"


@pytest.mark.parametrize("name", ["Lu Wenbao", "Hsu Kuo-ming", "Ouyang Lintao", "Gao Lin Tao"])
def test_chinese_names_are_told_by_their_syllables(name: str) -> None:
    assert is_person_name(name)


@pytest.mark.parametrize("name", ["Lu China", "Gao Street", "Muster Lintao", "Lu", "Lu Monday"])
def test_other_words_are_no_chinese_names(name: str) -> None:
    assert not is_person_name(name)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Tern River", "Location"), ("Tern Bank", "Organization"), ("Tern War", "Event"), ("Tern police", "Organization")],
)
def test_the_head_word_tells_the_kind(text: str, kind: str) -> None:
    assert kind_of(text, "Person") == kind


def test_without_a_head_word_the_guess_stands() -> None:
    assert kind_of("Tern Marrow", "Person") == "Person"
    assert kind_of("Tern Marrow", None) is None


PIECES = ["Lu", "Wenbao", "Bank", "of", "the", "Gao's", "faction", "(LB)", "’s", "\n", "."]
TEXTS = st.text(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_quotes_are_what_stands_there(analyse: Callable[[str], Analysis], text: str) -> None:
    for mention in mentions.find(Document(text), analyse(text)):
        assert mention.span.of(text) == mention.quote
        assert 0 <= mention.span.start < mention.span.end <= len(text)


def test_a_man_called_gang_is_no_gang(read: Read) -> None:
    assert ("Lin Gang", "Person") in named(read("Lin Gang, the harbour minister, met Deng Wu."))


SHOWN = [
    ("Orrin Vale, 61, lost his boat. Vale did not weep.", {"Orrin Vale": "Person", "Vale": "Person"}),
    ("Shares in Merrowgate fell. Merrowgate's chairman left.", {"Merrowgate": "Organization"}),
    ("Silk Harbor Holdings Ltd. is new. Silk Harbor's staff met.", {"Silk Harbor": "Organization"}),
    ("She left Zennor for good. Zennor is a village in Wales.", {"Zennor": "Location"}),
    ("Quillon users complained. The Quillon app was slow.", {"Quillon": "Product"}),
]


@pytest.mark.parametrize(("text", "kinds"), SHOWN)
def test_the_words_beside_a_name_show_what_it_is(read: Read, text: str, kinds: dict[str, str]) -> None:
    found = {m.quote: m.type for m in read(text).mentions}
    assert {q: found.get(q) for q in kinds} == kinds


LOWER = (
    "so i joined bytedance in beijing and my boss his name was li fenghua he always said the machine is the editor "
    "and i was told that it will be so for a long time but then they moved us to singapore and we had to say "
    "nothing of it and may be we were wrong you know she will do what people say"
)


def test_a_text_without_capitals_has_names_too(read: Read) -> None:
    found = named(read(LOWER))
    assert found >= {("bytedance", "Organization"), ("beijing", "Location"), ("li fenghua", "Person")}
    assert not {q for q, _ in found} & {"she will", "will do", "may be", "long time", "said the"}


def test_small_words_stay_small_where_there_are_capitals(read: Read) -> None:
    assert "li fenghua" not in {q for q, _ in named(read("He Left The House. " * 20 + "the li fenghua was said"))}

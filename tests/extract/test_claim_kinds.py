"""Every kind of claim by sentences that are of it, and by sentences that only look so."""

from collections.abc import Callable

import pytest

from cuibono.extract import claim_kinds
from cuibono.extract.records import Amount, Claim, Found, Name, Span

SAID = "Luo Weiqing said that "

ARE = [
    ("share", "Norland makes 79 percent of the world's lamps."),
    ("share", "Norland's share of lamp production was nearly 80 percent in 2021."),
    ("rank", "Acme Works is the largest maker of lamps in Europe."),
    ("rank", "Norland is the second-largest exporter of steel."),
    ("count", "300 employees left the company in May 2020."),
    ("amount", "the bridge cost 40 million dollars."),
    ("amount", "the rate of interest was 7 percent."),
    ("trend", "exports rose by 12 percent in 2021."),
    ("trend", "exports have doubled since 2015."),
    ("tie", "Hu Wen is the brother of Hu Tao."),
    ("role", "Hu Wen is the chairman of Acme Bank."),
    ("ownership", "Hu Wen owns 35 percent of Acme Bank."),
    ("ownership", "Northland Group holds a stake in Acme Bank."),
    ("control", "the party controls Acme Bank through a committee."),
    ("event date", "Acme Bank was founded on May 3, 2012."),
    ("cause", "the bank failed because of bad loans to friends."),
    ("forecast", "Acme Bank will fail next year."),
    ("treatment", "rich people were treated differently from ordinary residents."),
    ("behaviour of an app", "the app uploads the contacts of its users to a server in Oslo."),
    ("behaviour of a feed", "the algorithm promotes videos about dancing."),
    ("coordination", "hundreds of accounts posted identical messages."),
    ("opinion", "this was the worst mistake of his life."),
    ("other", "he did not sleep that night."),
    ("control", "Northland Group is the parent company of Acme Bank."),
    ("trend", "the price of lamps doubled in 2023."),
    ("trend", "mentions of Acme Bank fell after 2019."),
    ("coordination", "the accounts were run by one office."),
    ("coordination", "Old Mill, Red Barn and Grey Pond share the same links in a coordinated manner."),
    ("coordination", "Old Mill and Red Barn coordinate what they post."),
    ("coordination", "Old Mill shares links in lockstep with Red Barn."),
    ("behaviour of an app", "Parcello asks for access to the contacts on your phone."),
    ("behaviour of an app", "Parcello wants permission to use the camera."),
    ("role", "Hu Wen runs Acme Bank."),
    ("role", "Acme Bank is headed by Hu Wen."),
    ("role", "Hu Wen advises Acme Bank."),
    ("role", "Hu Wen is employed by Acme Bank."),
    ("role", "Hu Wen took over as chairman of Acme Bank."),
    ("tie", "Hu Wen and Li Na are married."),
    ("event date", "Norland imposed a curfew in May 2020."),
    ("event date", "Hu Wen travelled to Norland in May 2020."),
    ("behaviour of a feed", "Reelio pushed the posts to the top of its results."),
    ("amount", "the campaign cost 40,000 crowns."),
    ("event date", "Acme Bank was renamed in 2015."),
    ("rank", "it was the cheapest lamp in Oslo."),
    ("rank", "Acme Works shipped more lamps than Kiln Works in 2021."),
    ("role", "Hu Wen works for Acme Bank."),
    ("rank", "Norland is the only producer of lamps."),
    ("tie", "Hu Wen belongs to the Kiln Club."),
    ("forecast", "Acme Bank expects exports to exceed 70 million tonnes in 2040."),
    ("event date", "Acme Bank was wound up in 2022."),
    ("opinion", "these lamps are a disgrace."),
    ("opinion", "Hu Wen would make a good chairman of Acme Bank."),
    ("cause", "without Acme Bank no lamp would have been built in 2018."),
    # of a firm, though its capital stands between
    ("ownership", "Northland Group holds 30 percent of the capital of Acme Bank."),
    ("ownership", "Hu Wen has 12 percent of the votes in Acme Bank."),
    ("share", "Acme Works' share in lamp exports was 30 percent in 2021."),
    ("ownership", "Acme Bank belongs entirely to the city of Oslo."),
    ("ownership", "Bright Works is wholly owned by Acme Bank."),
    # two at one place
    ("tie", "Clara Finch and Hu Wen were at the Tern Institute at the same time."),
    ("tie", "Hu Wen and Ada Brenner taught at the Tern Institute in the same years."),
    # one time against another
    ("trend", "unemployment in Norland went up between 2020 and 2023."),
    ("trend", "fewer people died in Norland in 2023 than in 2015."),
    ("trend", "Norland harvested less rice in 2021 than in 2016."),
    ("trend", "the Harbor Post has mentioned Hu Wen less often since January 2023."),
    ("trend", "Norland's share of lamp production slid from 66 percent in 2016 to 58 percent in 2021."),
    ("trend", "the share of Norland in lamp exports shrank from 40 percent in 2016 to 12 percent in 2021."),
    # what is grown is brought forth, what grows becomes more
    ("amount", "Norland had grown 232,000 kilograms of rice in 2021."),
    ("amount", "Norland grew 40 tonnes of rice in 2021."),
    ("trend", "rice exports grew by 40 tonnes in 2021."),
    ("trend", "rice exports grew 4 percent in 2021."),
    # what is taken from users
    ("behaviour of an app", "Acme Maps passes the location of its users on to a firm."),
    ("behaviour of an app", "Acme Maps copies your address book."),
    ("behaviour of a feed", "Reelio pushes the strike further than engagement alone explains."),
    ("opinion", "there is no finer rice than ours."),
]
ARE_NOT = [
    ("trend", "the government fell in 2019."),
    ("rank", "it was the best lamp of all."),
    ("coordination", "the accounts were read by one clerk."),
    ("coordination", "Norland and Arland coordinate their border patrols with Borland."),
    ("behaviour of an app", "the union asks for access to the building."),
    ("share", "Hu Wen owns 35 percent of Acme Bank."),
    ("share", "exports rose by 12 percent in 2021."),
    ("rank", "the lamp stood on the table."),
    ("count", "the bridge is 40 kilometers long."),
    ("amount", "300 employees left the company in May 2020."),
    ("trend", "the elevator stopped on the third floor."),
    ("tie", "Hu Wen saw the brother of the mayor."),
    ("role", "the chairman of the club is unknown."),
    ("ownership", "Hu Wen walked his own dog in Oslo."),
    ("control", "the remote control was lost."),
    ("event date", "the bank opens its doors to friends."),
    ("cause", "the bank failed in May 2019."),
    ("forecast", "Acme Bank failed last year."),
    ("treatment", "the doctor treated the cough."),
    ("behaviour of an app", "the app is blue."),
    ("behaviour of a feed", "the algorithm is old."),
    ("coordination", "the accounts of the firm were audited."),
    ("opinion", "the train arrived in Oslo."),
    ("trend", "Norland grew 40 tonnes of rice in 2021."),
    ("trend", "Hu Wen sold more lamps than Acme Bank in 2016."),
    ("tie", "Clara Finch visited the Tern Institute at the same time."),
    ("behaviour of an app", "Acme Bank shares its offices with a firm."),
    ("behaviour of a feed", "Acme Works pushes carts through the mine."),
]


@pytest.mark.parametrize(("kind", "words"), ARE)
def test_it_is_of_its_kind(read: Callable[..., Found], kind: str, words: str) -> None:
    (claim,) = read(SAID + words).claims
    assert claim.kind == kind


@pytest.mark.parametrize(("kind", "words"), ARE_NOT)
def test_it_only_looks_so(read: Callable[..., Found], kind: str, words: str) -> None:
    (claim,) = read(SAID + words).claims
    assert claim.kind != kind


def test_whom_it_is_about_and_its_number(read: Callable[..., Found]) -> None:
    found = read(SAID + "Hu Wen owned at least 35 percent of Acme Bank in 2019.")
    (claim,) = found.claims
    names = {n.id: n.name for n in found.names}
    assert (names[claim.subject or ""], names[claim.object or ""]) == ("Hu Wen", "Acme Bank")
    assert claim.amount is not None
    assert (claim.amount.value, claim.amount.qualifier, claim.time) == (35.0, "at least", "2019")


def test_a_subject_that_is_no_name_is_kept_in_its_words(read: Callable[..., Found]) -> None:
    found = read(SAID + "the app uploads the contacts of its users to a server in Oslo.")
    (claim,) = found.claims
    names = {n.id: n.name for n in found.names}
    assert (claim.subject, claim.about, names[claim.place or ""]) == (None, "the app", "Oslo")


def test_two_dates_in_one_clause_leave_the_time_open(read: Callable[..., Found]) -> None:
    (claim,) = read(SAID + "Acme Bank grew between 2012 and May 2019.").claims
    assert claim.time is None


def test_without_grammar_the_records_tell_the_kind() -> None:
    text = "罗伟青说诺兰公司占百分之七十九"
    claim = Claim(Span(4, 15), text[4:15], None, "named", "indirect")
    name = Name("n1", "诺兰公司", "Organization", (Span(4, 8),))
    share = Amount(Span(9, 15), text[9:15], 300.0, "person")
    (told,) = claim_kinds.tell(None, Found(claims=(claim,), names=(name,), amounts=(share,))).claims
    assert (told.kind, told.subject) == ("count", "n1")


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("The Elm Family Trust owns 30 percent of Acme Bank", "The Elm Family Trust"),
        ("The Oslo port strike began in May 2022", "The Oslo port strike"),
        ("The Brandt affair ended in May 2019", "The Brandt affair"),
    ],
)
def test_a_part_of_a_name_is_not_who_is_named(read: Callable[..., Found], sentence: str, about: str) -> None:
    found = read(f"“{sentence},” said Luo Weiqing.")
    (claim,) = found.claims
    named = {n.id: n.name for n in found.names}.get(claim.subject or "", "")
    assert about.removeprefix("The ") in (named, claim.about.removeprefix("The "))
    assert {n.id: n.name for n in found.names}.get(claim.object or "") in ("Acme Bank", None)


def test_where_a_part_was_made_has_that_part(read: Callable[..., Found]) -> None:
    found = read("“Two thirds of the world's lamps were made in Norway in 2021,” said Luo Weiqing.")
    (claim,) = found.claims
    assert (claim.kind, {n.id: n.name for n in found.names}.get(claim.subject or "")) == ("share", "Norway")

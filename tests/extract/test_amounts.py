"""Numbers with their units in running text; what they count is invented."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cuibono.extract import amounts
from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Found

Read = Callable[..., Found]

READ = [
    ("He paid 2.7 trillion yuan for it.", (2.7e12, None, "CNY", "")),
    ("It cost nearly 40 years of work.", (40, None, "year", "nearly")),
    ("The lane is less than one kilometer long.", (1, None, "km", "less than")),
    ("There are at most five men in the lane.", (5, None, "person", "at most")),
    ("The council has a list of 7 members.", (7, None, "person", "")),
    ("It happened over the past two decades.", (20, None, "year", "")),
    ("They spent $3.5 million on it.", (3.5e6, None, "USD", "")),
    ("About 12,000 harbour workers left.", (12000, None, "person", "about")),
    ("It fell by 5 to 7 percent.", (5, 7, "percent", "")),
    ("Between them 20-30 tonnes were sold.", (20, 30, "tonne", "")),
    ("He sold two hundred and fifty boats.", (250, None, "boat", "")),
    ("Tens of millions of people watched.", (1e7, None, "person", "at least")),
    ("A third of the boats sank.", (33.333333, None, "percent", "")),
    ("One in five boats sank.", (20, None, "percent", "")),
    ("One boat in five sank.", (20, None, "percent", "")),
    ("Its share was just under half.", (50, None, "percent", "nearly")),
    ("He keeps a little under a quarter.", (25, None, "percent", "less than")),
    ("They won in six cases out of ten.", (60, None, "percent", "")),
    ("A 30-year lease was signed.", (30, None, "year", "")),
    ("Half a million people left.", (5e5, None, "person", "")),
    ("It took two and a half years.", (2.5, None, "year", "")),
    ("It takes between five and eight years.", (5, 8, "year", "")),
    ("Hundreds of boats sank.", (100, None, "boat", "at least")),
    ("It is a 114-page report.", (114, None, "page", "")),
    ("They rented 1.4 million square feet of office space.", (1.4e6, None, "square foot", "")),
    ("The rent is 610 million kroner.", (6.1e8, None, "krone", "")),
    ("90 million Americans use it.", (9e7, None, "person", "")),
    ("It has grown tenfold.", (10, None, "times", "")),
    ("The fine was 3 million yuan, and the firm earned 9 billion that year.", (9e9, None, "CNY", "")),
    ("He is sixty-one. He fishes.", (61, None, "year", "")),
    ("When I left we were 60,000.", (60000, None, "person", "")),
    ("Zhao Wen, 81, lives there.", (81, None, "year", "")),
    ("He lived there for a decade.", (10, None, "year", "")),
    ("It grew to 4.5 million.", (4.5e6, None, "", "")),
    ("He got thirteen and a half years.", (13.5, None, "year", "")),
    ("It took half a century.", (50, None, "year", "")),
    ("About nine million were watched.", (9e6, None, "", "about")),
    ("They read 6,000 letters and kept 4,300 of them.", (4300, None, "letter", "")),
    ("He sold RMB 300 million of it.", (3e8, None, "CNY", "")),
    ("He holds a 27% stake.", (27, None, "percent", "")),
    ("It grew 40 percent or more.", (40, None, "percent", "at least")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_an_amount_is_read(read: Read, text: str, expected: tuple[float, float | None, str, str]) -> None:
    found = [(a.value, a.value_max, a.unit, a.qualifier) for a in read(text).amounts]
    assert expected in found


NONE = [
    "Every morning at six, she opens the gate.",
    "It was built in 1998 and sold in May 2011.",
    "No one came, and one of them left.",
    "He came 3rd and lives at house 12.",
    "See https://tern.example/12/34 for more.",
    "One man and two neighbours quarrelled.",
    "They met on 4 February, at noon.",
    "In the first half of the year it rained.",
    "[00:00:05] Anna: hello.",
    "On page 212 it names him.",
    "They sold the Bramble 60 Pro there.",
    "It is 4 that they want.",
    "It was said in 2021 Second Watch.",
]


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_are_no_amounts(read: Read, text: str) -> None:
    assert [a.quote for a in read(text).amounts] == []


def test_two_numbers_in_one_phrase_are_two(read: Read) -> None:
    found = read("It took 5 years and 7 months to build.").amounts
    assert [(a.value, a.unit) for a in found] == [(5, "year"), (7, "month")]


def test_an_amount_is_about_the_subject(read: Read) -> None:
    found = read("Lu Wenbao has served the Bank of Tern for nearly 40 years.")
    (amount,) = found.amounts
    assert amount.about == next(n.id for n in found.names if n.name == "Lu Wenbao")
    assert amount.quote == "nearly 40 years"


PIECES = st.sampled_from(
    ["five", "7", "million", "to", "years", "$", "%", ",", "hundred", "and", "of", "men", ".", "half"]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200) | st.lists(PIECES, max_size=30).map(" ".join))
def test_quotes_are_what_stands_there(analyse: Callable[[str], Analysis], text: str) -> None:
    for amount in amounts.find(Document(text), analyse(text), ()):
        assert amount.span.of(text) == amount.quote
        assert 0 <= amount.span.start < amount.span.end <= len(text)

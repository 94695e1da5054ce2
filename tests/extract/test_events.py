"""Dates in running text; what happened on them is invented."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.extract.event_dates import written_dates
from cuibono.extract.records import Found

Read = Callable[..., Found]

WRITTEN = [
    ("On October 25, 2017, the council met.", "October 25, 2017", "2017-10-25"),
    ("On 25 October 2017 the council met.", "25 October 2017", "2017-10-25"),
    ("The 4th of March, 2004 was cold.", "4th of March, 2004", "2004-03-04"),
    ("It closed Sept. 3rd, 2011.", "Sept. 3rd, 2011", "2011-09-03"),
    ("Filed 2019-05-04 in Halden.", "2019-05-04", "2019-05-04"),
    ("In May 1964 he was born.", "May 1964", "1964-05"),
    ("Mid-June 2020 was dry.", "June 2020", "2020-06"),
    ("She left in the fall of 1998.", "the fall of 1998", "1998-23"),
    ("From 2002 to 2007 he ran it.", "2002 to 2007", "2002/2007"),
    ("In the early 1990s it grew.", "1990s", "199X"),
    ("Back in the 80s it grew.", "80s", "198X"),
    ("He has ruled since 2011.", "2011", "2011/.."),
    ("Around 1950 it began.", "1950", "1950~"),
    ("The 2008 games were dear.", "2008", "2008"),
    ("They met on October 7.", "October 7", "XXXX-10-07"),
    ("They met in October.", "October", "XXXX-10"),
    ("The 19th century was long.", "The 19th century", "18XX"),
    ("It ran June 25-27, 2013 in Tern.", "June 25-27, 2013", "2013-06-25/2013-06-27"),
    ("It ran from 3 to 5 May 2013.", "3 to 5 May 2013", "2013-05-03/2013-05-05"),
    ("After June Fourth he left.", "June Fourth", "XXXX-06-04"),
    ("In the third quarter of 2014 it grew.", "the third quarter of 2014", "2014-35"),
    ("In Q3 2014 it grew.", "Q3 2014", "2014-35"),
    ("He left in the late eighties.", "eighties", "198X"),
    ("They met last October.", "last October", "XXXX-10"),
    ("It was in October of last year.", "October of last year", "XXXX-10"),
    ("It opened in the summer.", "summer", "XXXX-22"),
    ("then in april 2018 it closed", "april 2018", "2018-04"),
]


@pytest.mark.parametrize(("text", "quote", "edtf"), WRITTEN)
def test_a_date_is_read(text: str, quote: str, edtf: str) -> None:
    assert [(d.span.of(text), d.edtf) for d in written_dates(text)] == [(quote, edtf)]


NO_DATES = [
    "It cost 2000 yuan and 1,990 people came.",
    "He may go, and they march on.",
    "She paid $2017 for 1995 tons.",
    "He is 40 years old and was 20 then.",
    "Room 20171 on flight 1999-A2x",
    "on February 31, 201",
    "He is in his eighties and met her in the quarter.",
    "They spring and fall.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert list(written_dates(text)) == []


def test_a_month_of_that_year_is_of_the_year_named_before(read: Read) -> None:
    found = read("The market fell in 2015. He was held in August that year, and freed on September 3 of the same year.")
    assert [e.date for e in found.events] == ["2015", "2015-08", "2015-09-03"]


def test_a_day_gets_the_year_of_its_paragraph(read: Read) -> None:
    found = read("In 2012 the port was sold. On March 15 it closed.").events
    assert [(e.date, e.base, e.alternatives) for e in found] == [
        ("2012", None, ()),
        ("2012-03-15", "2012", ("XXXX-03-15",)),
    ]


def test_a_year_further_off_is_only_an_alternative(read: Read) -> None:
    found = read("In 2012 the port was sold.\n\nOn March 15 it closed.", published="2020-01-02").events
    assert (found[1].date, found[1].alternatives) == ("XXXX-03-15", ("2020-03-15", "2012-03-15"))


def test_relative_years_need_a_base(read: Read) -> None:
    assert read("It was sold last year.").events == ()
    (event,) = read("It was sold last year.", published="2020-01-02").events
    assert (event.date, event.base) == ("2019", "2020")


def test_a_recent_month_counts_from_publication(read: Read) -> None:
    found = read("It was sold last October. It opens next May. It rained this spring.", published="2020-03-02").events
    assert [(e.date, e.base) for e in found] == [("2019-10", "2020"), ("2020-05", "2020"), ("2020-21", "2020")]


def test_a_month_far_from_a_year_stays_open(read: Read) -> None:
    text = "In 2012 the port was sold. " + "The boats were old and the men were tired of the sea. " * 6
    (_, event) = read(text + "In October it closed.").events
    assert (event.date, event.alternatives) == ("XXXX-10", ("2012-10",))


def test_a_date_in_a_name_is_no_event(read: Read) -> None:
    assert read("He attended the August First School in Beijing.").events == ()


def test_years_later_count_from_the_year_before(read: Read) -> None:
    found = read("It was built in 2001. Two years later it burned down.").events
    assert [e.date for e in found] == ["2001", "2003"]


def test_the_furniture_of_a_page_is_no_event(read: Read) -> None:
    assert read("Copyright 2020 The Tern. Last updated: May 4, 2021").events == ()


def test_an_event_has_its_sentence_and_who_is_in_it(read: Read) -> None:
    found = read("The port was old. Lu Wenbao bought it in May 2011. Nobody knew.")
    (event,) = found.events
    assert event.evidence.of("The port was old. Lu Wenbao bought it in May 2011. Nobody knew.").startswith("Lu Wenbao")
    assert event.participants == (found.names[0].id,)
    assert event.precision == "month"


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["May", "4", "2011", "-", "since", "to", ",", "the 80s"])).map(" ".join)
)
def test_spans_are_in_order_and_apart(text: str) -> None:
    at = 0
    for date in written_dates(text):
        assert at <= date.span.start < date.span.end <= len(text)
        at = date.span.end

import csv

import pytest

from cuibono.readers.csv_dialects import records, sniff
from cuibono.readers.raw_rows import Dialect


@pytest.mark.parametrize(
    ("sample", "delimiter", "quote", "width"),
    [
        ("a,b\n1,2\n", ",", '"', 2),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";", '"', 2),
        ("a\tb, c\n1\t2, 3\n", "\t", '"', 2),
        ("a|b\n1|2\n", "|", '"', 2),
        ('a,b\n"1;2;3",x\n"4;5",y\n', ",", '"', 2),
        ("name\nAnvil\n", ",", '"', 1),
        ("", ",", "", 0),
    ],
)
def test_the_separator_that_cuts_evenly_is_taken(sample, delimiter, quote, width):
    found = sniff(sample, whole=True)
    assert (found.dialect.delimiter, found.dialect.quote, found.width) == (delimiter, quote, width)


def test_backslashes_are_seen():
    assert sniff('a,b\n1,"x \\"y\\", z"\n2,"v, w"\n', whole=True).dialect == Dialect(",", '"', "\\")


def test_a_record_that_is_cut_short_is_not_looked_at():
    found = sniff('a,b\n1,2\n3,"open', whole=False)
    assert found.records == (("a", "b"), ("1", "2"))


def test_records_end_on_their_last_line():
    found = list(records(["a,b\n", '1,"x\n', 'y"\n', "\n", "2,3"], Dialect(), longest=100))
    assert found == [(1, ["a", "b"]), (3, ["1", "x\ny"]), (4, []), (5, ["2", "3"])]


def test_a_quotation_mark_that_stays_open_is_an_error():
    with pytest.raises(csv.Error, match="never closed"):
        list(records(['1,"x\n', "2,3\n"], Dialect(), longest=100))


@pytest.mark.parametrize("sample", ['"open', 'a,"open', 'a,b\n1,"open', 'a,b\n1,2\n3,"open\\'])
def test_what_ends_the_records_never_shows_in_them(sample):
    found = sniff(sample, whole=True)
    assert found.records
    assert not any("\0" in c for r in found.records for c in r)

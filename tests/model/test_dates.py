import subprocess
import sys
from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from cuibono.model.dates import bounds, to_edtf

WRITTEN = {
    "2016": "2016",
    "2016-10": "2016-10",
    "2016-10-20": "2016-10-20",
    "20161020": "2016-10-20",
    "2016-10-20T12:00:00Z": "2016-10-20",
    "2016-10-20 12:00:01": "2016-10-20",
    "2018-1-5": "2018-01-05",
    "20 October 2016": "2016-10-20",
    "20th of October, 2016": "2016-10-20",
    "October 20, 2016": "2016-10-20",
    "Thu, 20 Oct 2016 12:00:00 +0000": "2016-10-20",
    "20-Oct-2016": "2016-10-20",
    "Oct 2016": "2016-10",
    "Sept. 2016": "2016-09",
    "8 août 2019": "2019-08-08",
    "1966-Q1": "1966-33",
    "Q3 2019": "2019-35",
    "first quarter of 1966": "1966-33",
    "H1 2020": "2020-40",
    "spring 2018": "2018-21",
    "Frühjahr 2018": "2018-21",
    "winter 2018/19": "2018-12/2019-02",
    "1990s": "199X",
    "the late 1990s": "199X",
    "1900s": "19XX",
    "19th century": "18XX",
    "circa 1966": "1966~",
    "2026-W07": "2026-02-09/2026-02-15",
    "2026W01": "2025-12-29/2026-01-04",
    "c. 1966": "1966~",
    "1966 (approx.)": "1966~",
    "1966?": "1966?",
    "2002-2023": "2002/2023",
    "2002 to 2023": "2002/2023",
    "2002–2023": "2002/2023",
    "1998-99": "1998/1999",
    "2018–21": "2018/2021",
    "3-5 March 2018": "2018-03-03/2018-03-05",
    "March 3-5, 2018": "2018-03-03/2018-03-05",
    "March to May 2018": "2018-03/2018-05",
    "between 2002 and 2005": "2002/2005",
    "circa 1966 to 1970": "1966~/1970",
    "2015-": "2015/..",
    "since 2015": "2015/..",
    "2015 to present": "2015/..",
    "2018-05-": "2018-05/..",
    "until 2015": "../2015",
    "2021年3月1日": "2021-03-01",
    "２０２１年３月": "2021-03",
    "二〇二一年三月十一日": "2021-03-11",
    "2021年第一季度": "2021-33",
    "2018年3月至5月": "2018-03/2018-05",
    "約1966年": "1966~",
    "20世纪90年代": "199X",
    "自2015年起": "2015/..",
    "25/12/2021": "2021-12-25",
    "12/25/2021": "2021-12-25",
    "03/03/2021": "2021-03-03",
    "3.4.2021": "2021-04-03",
    "2021/3/1": "2021-03-01",
    "03/2021": "2021-03",
}


@pytest.mark.parametrize(("written", "edtf"), WRITTEN.items())
def test_reads_dates_as_written(written: str, edtf: str) -> None:
    assert to_edtf(written) == edtf


@pytest.mark.parametrize("edtf", sorted(set(WRITTEN.values())))
def test_everything_it_writes_is_edtf_to_the_package_too(edtf: str) -> None:
    assert parse_edtf(edtf) is not None


@pytest.mark.parametrize(
    "text",
    ["", "n/a", "now", "45", "12", "May", "03/04/2021", "2010/11", "30 February 2016", "2016-13-01",
     "2023/2002", "-2015", "1998 or 1999", "in force 2023-11-08", "x" * 5000, "3/4/21"],
)  # fmt: skip
def test_leaves_the_ambiguous_and_the_impossible_unread(text: str) -> None:
    assert to_edtf(text) is None


@pytest.mark.parametrize("edtf", ["1966~", "2010-21", "199X", "2021-XX-03", "2015/..", "../2015", "2004-06-11%"])
def test_what_is_edtf_stays_as_it_is(edtf: str) -> None:
    assert to_edtf(edtf) == edtf


MEANT = {
    "2016": ("2016-01-01", "2016-12-31"),
    "2016-02": ("2016-02-01", "2016-02-29"),
    "2016-10-20": ("2016-10-20", "2016-10-20"),
    "1966~": ("1965-01-01", "1967-12-31"),
    "1966?": ("1965-01-01", "1967-12-31"),
    "1966-03~": ("1966-02-01", "1966-04-30"),
    "1966-03-05%": ("1966-03-04", "1966-03-06"),
    "199X~": ("1980-01-01", "2009-12-31"),
    "2004-06~-11": ("2004-05-11", "2004-07-11"),
    "1966-33": ("1966-01-01", "1966-03-31"),
    "1966-36": ("1966-10-01", "1966-12-31"),
    "2018-21": ("2018-03-01", "2018-05-31"),
    "2018-24": ("2017-12-01", "2019-02-28"),
    "2018-30": ("2018-12-01", "2019-02-28"),
    "2018-41": ("2018-07-01", "2018-12-31"),
    "199X": ("1990-01-01", "1999-12-31"),
    "18XX": ("1800-01-01", "1899-12-31"),
    "2021-XX-03": ("2021-01-03", "2021-12-03"),
    "2021-02-XX": ("2021-02-01", "2021-02-28"),
    "2002/2023": ("2002-01-01", "2023-12-31"),
    "2015/..": ("2015-01-01", None),
    "2015/": ("2015-01-01", None),
    "../2015": (None, "2015-12-31"),
    "[1667,1669..1671]": ("1667-01-01", "1671-12-31"),
    "1950S2": ("1900-01-01", "1999-12-31"),
    "9999~": ("9998-01-01", None),
}


@pytest.mark.parametrize(("edtf", "meant"), MEANT.items())
def test_bounds(edtf: str, meant: tuple[str | None, str | None]) -> None:
    assert tuple(d and d.isoformat() for d in bounds(edtf)) == meant


@pytest.mark.parametrize(
    "edtf", ["", "..", "../..", "XXXX", "abc", "2016-13", "2016-02-30", "2023/2002", "Y17E7", "0000"]
)
def test_nothing_known_bounds_nothing(edtf: str) -> None:
    assert bounds(edtf) == (None, None)


@given(
    st.dates(),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y", "%Y/%m/%d", "%d.%m.%Y", "%Y年%m月%d日"]),
)
def test_a_written_day_means_that_day(day: date, form: str) -> None:
    written = day.strftime(form).replace(day.strftime("%Y"), f"{day.year:04d}")
    if day.year < 1000:
        return
    edtf = to_edtf(written)
    assert edtf == day.isoformat()
    assert bounds(edtf) == (day, day)


@given(st.dates(min_value=date(1000, 1, 1)), st.integers(1, 5000))
def test_a_range_keeps_its_ends(start: date, days: int) -> None:
    if start.toordinal() + days > date.max.toordinal():
        return
    end = start + timedelta(days=days)
    assert bounds(to_edtf(f"from {start:%d %B %Y} to {end:%d %B %Y}") or "") == (start, end)


@given(st.integers(1000, 9989), st.integers(1, 12), st.sampled_from("~?%"))
def test_a_mark_only_widens(year: int, month: int, mark: str) -> None:
    low, high = bounds(f"{year}-{month:02d}")
    wide_low, wide_high = bounds(f"{year}-{month:02d}{mark}")
    assert None not in (low, high, wide_low, wide_high)
    assert wide_low < low <= high < wide_high  # type: ignore[operator]


_DATE_LIKE = st.text(alphabet="0123456789-/~?X. circamstQqtoMy年月日至", max_size=24)


@given(st.one_of(st.text(max_size=40), _DATE_LIKE))
def test_any_text_is_read_or_left_and_reading_twice_changes_nothing(text: str) -> None:
    edtf = to_edtf(text)
    if edtf is not None:
        assert to_edtf(edtf) == edtf
        low, high = bounds(edtf)
        assert low is None or high is None or low <= high


@given(_DATE_LIKE)
def test_bounds_never_fail(text: str) -> None:
    low, high = bounds(text)
    assert low is None or high is None or low <= high


def test_importing_dates_does_not_import_the_package() -> None:
    code = (
        "import sys, cuibono.model.dates as d; d.to_edtf('circa 1966'); d.bounds('1966~'); print('edtf' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

"""What no page can carry is marked, not dropped."""

from hypothesis import given
from hypothesis import strategies as st

from cuibono.reports.printable import one_line, printable


def test_controls_and_halves_become_a_mark() -> None:
    assert printable("a\x00b\x1bc\ud800d\x85e\ufffff") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"


def test_tabs_and_line_ends_stay() -> None:
    assert printable("a\tb\r\nc") == "a\tb\r\nc"


def test_a_reversal_is_written_out() -> None:
    assert printable("invoice\u202efdp.exe") == "invoice[U+202E]fdp.exe"


def test_one_line() -> None:
    assert one_line(" a \n\n b\tc\u3000d ") == "a b c d"


@given(st.text())
def test_everything_printable_is_text_that_can_be_written(text: str) -> None:
    assert printable(text).encode("utf-8").decode("utf-8") == printable(printable(text))

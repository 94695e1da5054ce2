from itertools import pairwise

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from cuibono.errors import CuibonoError, UnreadableSource, UnsafeInput
from cuibono.readers import registry, text
from cuibono.readers.contract import Limits
from tests.readers.inputs import given


def read(data: bytes | str, tmp_path, name="a.txt", **limits):
    path = tmp_path / "bytes"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return text.read(given(path, tmp_path / "staging", name=name, limits=Limits(**limits)))


def passages(reading) -> list[tuple[str, str, int]]:
    return [(p.place, p.text, p.data["line"]) for p in reading.pieces]


def test_paragraphs_lie_between_blank_lines(tmp_path):
    reading = read("\n\nFirst,\nstill first.\n \t\n\nSecond.\n", tmp_path)
    assert passages(reading) == [("paragraph 1", "First,\nstill first.", 3), ("paragraph 2", "Second.", 7)]
    assert reading.media_type == "text/plain"


def test_a_header_says_what_the_source_says_of_itself(tmp_path):
    header = "---\ntitle: The harbour\nauthor: [Ada Muster, Ben Probe]\ndate: 4 March 2021\n"
    header += "outlet: Beispielblatt\nlang: en-GB\n---\n"
    reading = read(header + "# Another title\n\nWords.\n", tmp_path)
    about = (reading.title, reading.author, reading.published, reading.outlet, reading.language)
    assert about == ("The harbour", "Ada Muster, Ben Probe", "2021-03-04", "Beispielblatt", "en")
    assert passages(reading) == [("paragraph 1", "# Another title", 8), ("paragraph 2", "Words.", 10)]
    assert reading.media_type == "text/markdown"


def test_the_first_heading_is_the_title_of_markdown_without_a_header(tmp_path):
    assert read("Words first.\n\n# The harbour #\n", tmp_path, "a.md").title == "The harbour"
    assert read("Words first.\n\n# no heading here\n", tmp_path, "a.txt").title is None


def test_a_date_that_may_be_two_days_is_not_guessed(tmp_path):
    reading = read("---\ndate: 03/04/2021\n---\nWords.\n", tmp_path)
    assert reading.published is None
    assert reading.notes == ("the date '03/04/2021' in the header could not be read for certain",)


@pytest.mark.parametrize(
    "header",
    ["---\n[1, 2]\n---\n", "---\na: [b\n---\n", "---\n" + "[" * 5000 + "\n---\n", "---\nno end\n"],
)
def test_a_broken_header_is_text_like_any_other(header, tmp_path):
    reading = read(header + "Words.\n", tmp_path)
    assert reading.title is None
    assert "".join(p.text for p in reading.pieces).endswith("Words.")


def test_aliases_in_a_header_do_not_multiply(tmp_path):
    bomb = "---\na: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in pairwise("abcdefghijklm"))
    assert read(bomb + "title: [*m, fine]\n---\nWords.\n", tmp_path).title == "fine"


def test_a_long_paragraph_is_cut_at_the_ends_of_sentences(tmp_path):
    reading = read("The office paid the firm two times. " * 200, tmp_path)
    found = passages(reading)
    assert [place for place, _, _ in found][:2] == ["paragraph 1, part 1", "paragraph 1, part 2"]
    assert all(words.endswith("times.") and len(words) <= 3000 for _, words, _ in found)
    assert " ".join(words for _, words, _ in found) == ("The office paid the firm two times. " * 200).strip()


def test_chinese_is_cut_after_its_full_stops(tmp_path):
    found = passages(read("港口付了两次款项。" * 1000, tmp_path))
    assert all(words.endswith("。") for _, words, _ in found)
    assert sum(len(words) for _, words, _ in found) == 9000


def test_twenty_megabytes_without_a_line_end_stay_small_pieces(tmp_path):
    reading = read(b"x" * (20 << 20), tmp_path)
    sizes = [len(p.text) for p in reading.pieces]
    assert sum(sizes) == 20 << 20
    assert max(sizes) <= 3000


def test_a_line_of_a_hundred_thousand_characters_keeps_its_line_number(tmp_path):
    found = passages(read("one\n\n" + "word " * 20_000 + "\n\nlast\n", tmp_path))
    assert found[1][2] == 3
    assert found[-2][2] == 3
    assert found[-1] == ("paragraph 3", "last", 5)


def test_more_text_than_the_limit_is_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="more than 1,000 characters"):
        read("word " * 300, tmp_path, text=1000)


@pytest.mark.parametrize(("data", "says"), [(b"", "is empty"), (b"\x89PNG\r\n" + bytes(range(32)) * 9, "is no text")])
def test_what_is_no_text_is_refused(data, says, tmp_path):
    with pytest.raises(UnreadableSource, match=says):
        read(data, tmp_path)


def test_white_space_alone_gives_no_passage(tmp_path):
    assert passages(read(" \n\t\n\u3000\n", tmp_path)) == []


def test_notes_tell_of_the_encoding_and_of_what_was_lost(tmp_path):
    reading = read("港口付了两次款项。\n".encode("gb18030") + b"\x00", tmp_path)
    assert reading.notes == ("read as gb18030", "1 NUL character dropped")


def test_text_is_the_last_resort(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "1,2\n" * 10)
    item = given(path, tmp_path / "staging")
    assert 0 < text.recognises(item) <= 0.2
    assert registry.choose(item).name != "text"


@examples(
    st.text(max_size=300)
    | st.lists(st.sampled_from(["a. ", "\n", "\n\n", "---\n", "# ", "港。", " "]), max_size=60).map("".join)
)
def test_no_word_is_lost_or_added(tmp_path_factory, words):
    try:
        reading = read(words.encode("utf-8", "replace"), tmp_path_factory.mktemp("any"), "a.txt")
    except CuibonoError:
        return
    found = list(reading.pieces)
    assert all(p.text == p.text.strip() and p.text for p in found)
    assert len({p.place for p in found}) == len(found)

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from cuibono.errors import CuibonoError, UnreadableSource, UnsafeInput
from cuibono.readers import registry, subtitles
from tests.readers.inputs import given
from tests.readers.samples.subtitles import TEXT


def read(data: str | bytes, tmp_path, name="a.srt"):
    path = tmp_path / "bytes"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return subtitles.read(given(path, tmp_path / "staging", name=name))


def cues(reading) -> list[tuple[str, str]]:
    return [(p.place, p.text) for p in reading.pieces]


def test_each_cue_is_a_passage_at_its_time(tmp_path):
    reading = read(TEXT, tmp_path)
    assert cues(reading) == [
        ("00:01:03.000-00:01:05.500", "The office paid twice."),
        ("00:01:05.500-00:01:08.000", "Who signed the bills?"),
        ("00:01:08.250-00:01:10.000", "港口付了两次。"),
    ]
    assert reading.media_type == "text/vtt"


def test_a_voice_is_the_speaker(tmp_path):
    first, second, _ = read(TEXT, tmp_path).pieces
    assert dict(first.data) == {"start": 63.0, "end": 65.5, "line": 5, "speaker": "Ada Muster"}
    assert "speaker" not in second.data


def test_two_voices_in_one_cue_are_both_named(tmp_path):
    (cue,) = read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada M&amp;M>Yes.</v>\n<v.loud Ben>No.", tmp_path).pieces
    assert (cue.text, cue.data["speaker"]) == ("Yes.\nNo.", "Ada M&M / Ben")


def test_srt_with_commas_and_marks_is_read(tmp_path):
    reading = read(
        "1\r\n00:00:01,5 --> 00:00:02,040\r\n{\\an8}<b>One</b>\r\ntwo\r\n\r\n2\r\n1:00:00,000 --> 1:00:01,000\r\nx\r\n",
        tmp_path,
    )
    assert cues(reading) == [("00:00:01.500-00:00:02.040", "One\ntwo"), ("01:00:00.000-01:00:01.000", "x")]
    assert reading.media_type == "application/x-subrip"


def test_notes_styles_and_numbers_are_no_words(tmp_path):
    head = "WEBVTT - a title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE\nnothing\n\n7\n"
    assert cues(read(head + "00:01.000 --> 00:02.000 align:start\nwords\n", tmp_path))[0][1] == "words"


def test_cues_without_a_sound_time_are_skipped_and_told_of(tmp_path):
    bad = "1\n00:00:05,000 --> 00:00:01,000\nback\n\n2\n00:00:xx --> 00:00:03,000\nno\n\n"
    reading = read(bad + "3\n00:00:01,000 --> 00:00:02,000\nwords\n", tmp_path)
    assert [text for _, text in cues(reading)] == ["words"]
    assert reading.notes == ("2 cues without a sound time skipped; on line 2, 6",)


def test_cues_at_the_same_time_have_places_of_their_own(tmp_path):
    text = "1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:01,000 --> 00:00:02,000\ntwo\n"
    assert [place for place, _ in cues(read(text, tmp_path))] == [
        "00:00:01.000-00:00:02.000",
        "00:00:01.000-00:00:02.000 (2)",
    ]


def test_other_encodings_are_read(tmp_path):
    reading = read("1\n00:00:01,000 --> 00:00:02,000\n港口付了两次款项\n".encode("gb18030"), tmp_path)
    assert cues(reading)[0][1] == "港口付了两次款项"


@pytest.mark.parametrize("text", ["WEBVTT\n", "1\nno time\nwords\n", "words --> more"])
def test_without_any_cue_the_file_is_refused(text, tmp_path):
    with pytest.raises(UnreadableSource, match="no cue"):
        read(text, tmp_path)


def test_a_file_of_many_megabytes_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(subtitles, "_LARGEST", 1 << 10)
    with pytest.raises(UnsafeInput, match="split the file"):
        read(TEXT * 10, tmp_path)


@pytest.mark.parametrize("text", [TEXT, "1\n00:00:01,000 --> 00:00:02,000\nwords\n"])
def test_subtitles_are_known_by_their_beginning(text, tmp_path):
    path = tmp_path / "bytes"
    path.write_text(text)
    for number, name in enumerate(["a.txt", "noname"]):
        assert registry.choose(given(path, tmp_path / str(number), name=name)).name == "subtitles"


def test_a_hundred_thousand_open_marks_take_no_time_to_speak_of(tmp_path):
    (cue, *_) = read("WEBVTT\n\n00:01.000 --> 00:02.000\nwords " + "<v " * 100_000, tmp_path).pieces
    assert cue.text.startswith("words")


LINES = st.sampled_from(
    ["1", "00:00:01,000 --> 00:00:02,000", "00:01.5 --> 00:01.4", "words", "<v A>b", "", "NOTE", "WEBVTT", "-->"]
)


@examples(st.lists(LINES | st.text(max_size=20), max_size=30).map("\n".join))
def test_any_text_gives_cues_in_order_or_is_refused(tmp_path_factory, text):
    try:
        reading = read(text.encode("utf-8", "replace"), tmp_path_factory.mktemp("any"))
    except CuibonoError:
        return
    found = list(reading.pieces)
    assert found
    assert all(p.text.strip() and p.data["start"] <= p.data["end"] for p in found)
    assert len({p.place for p in found}) == len(found)

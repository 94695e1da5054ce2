from email.message import EmailMessage

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from cuibono.errors import CuibonoError, UnreadableSource, UnsafeInput
from cuibono.readers import headers, mail, registry
from cuibono.readers.contract import Limits
from tests.readers.inputs import given
from tests.readers.samples.mail import message

PLAIN = b"From: a@firma.example\nDate: Thu, 04 Mar 2021 12:00:00 +0100\nSubject: Bill\n"


def read(data: bytes, tmp_path, name="a.eml", **limits):
    path = tmp_path / "bytes"
    path.write_bytes(data)
    return mail.read(given(path, tmp_path / "staging", name=name, limits=Limits(**limits)))


def passages(reading) -> list[tuple[str, str]]:
    return [(p.place, p.text) for p in reading.pieces]


def test_headers_are_one_passage_and_the_body_follows(tmp_path):
    assert passages(read(bytes(message()), tmp_path)) == [
        (
            "headers",
            "From: Ada Müster <ada@beispielblatt.example>\nTo: editors@beispielblatt.example\n"
            "Date: Thu, 04 Mar 2021 12:00:00 +0100\nSubject: Two bills for the harbour 港口",
        ),
        ("paragraph 1", "Here are the two bills."),
        ("paragraph 2", "Both were paid in March."),
    ]


def test_a_message_says_who_sent_it_and_when_in_utc(tmp_path):
    reading = read(bytes(message()), tmp_path)
    assert reading.author == "Ada Müster <ada@beispielblatt.example>"
    assert reading.published == "2021-03-04T11:00:00Z"
    assert reading.title == "Two bills for the harbour 港口"


def test_attachments_are_members(tmp_path):
    (bills,) = read(bytes(message()), tmp_path).members
    assert (bills.name, bills.media_type) == ("bills.csv", "text/csv")
    assert bills.path.read_bytes() == b"bill,amount\n1,100\n2,100\n"


def test_without_plain_text_the_visible_html_is_taken(tmp_path):
    reading = read(PLAIN + b"Content-Type: text/html\n\n<style>p {}</style><p>Pay &amp; go</p><p>Twice", tmp_path)
    assert passages(reading)[1:] == [("paragraph 1", "Pay & go"), ("paragraph 2", "Twice")]
    assert "the body is HTML: its visible text was taken" in reading.notes


def test_a_message_inside_is_a_member_named_by_its_subject(tmp_path):
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "c@firma.example", "Re: Bill / March"
    inner.set_content("From here on.\n")
    outer = message()
    outer.add_attachment(inner)
    member = read(bytes(outer), tmp_path).members[1]
    assert (member.name, member.media_type) == ("Re_ Bill _ March.eml".replace("Re_", "Re:"), "message/rfc822")
    assert member.path.read_bytes().endswith(b"\n\nFrom here on.\n")


def test_names_of_attachments_lead_nowhere(tmp_path):
    mail_ = message()
    for name in ("../../etc/passwd", "C:\\x\\a.txt", "..", "bills.csv"):
        mail_.add_attachment(b"words", maintype="text", subtype="plain", filename=name)
    names = [m.name for m in read(bytes(mail_), tmp_path).members]
    assert names == ["bills.csv", "passwd", "a.txt", "attachment 4.txt", "bills (2).csv"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"=?gb2312?B?uNu/2g==?=", "港口"),
        (b"=?utf-8?Q?Gr=C3=B6=C3=9Fe?= =?utf-8?Q?_zwei?=", "Größe zwei"),
        ("港口付了款".encode("gb18030"), "港口付了款"),
        ("Größe".encode("cp1252"), "Größe"),
        (b"=?no-such?B?YWJj?=", "abc"),
        (b"=?utf-8?B?%%%?=", "=?utf-8?B?%%%?="),
    ],
)
def test_subjects_are_decoded_whatever_they_are_in(raw, text, tmp_path):
    assert read(b"From: a@firma.example\nDate: x\nSubject: " + raw + b"\n\nwords\n", tmp_path).title == text


@pytest.mark.parametrize(("charset", "codec"), [("gb2312", "gb18030"), ("nonsense", "gb18030"), ("us-ascii", "big5")])
def test_bodies_are_decoded_even_where_the_charset_is_wrong(charset, codec, tmp_path):
    words = "港口今年三月付了兩次款項給同一家公司。" if codec == "big5" else "港口付了两次款项。"
    data = PLAIN + f"Content-Type: text/plain; charset={charset}\n\n".encode() + words.encode(codec)
    assert passages(read(data, tmp_path))[1:] == [("paragraph 1", words)]


@pytest.mark.parametrize("date", ["yesterday", "Thu, 99 Mar 2021 12:00:00 +0100", "Thu, 04 Mar 99999 12:00:00", ""])
def test_a_date_that_makes_no_sense_is_left_out(date, tmp_path):
    reading = read(f"From: a@firma.example\nDate: {date}\nSubject: x\n\nwords\n".encode(), tmp_path)
    assert reading.published is None
    assert len(reading.notes) == bool(date)


def mailbox() -> bytes:
    first = b"From a@firma.example Thu Mar  4 12:00:00 2021\n" + PLAIN + b"\nWords.\n>From the start.\n\n"
    return first + b"From b@firma.example Fri Mar  5 12:00:00 2021\n" + PLAIN + b"\nFrom here it goes on.\n\n"


def test_a_mailbox_is_its_messages(tmp_path):
    reading = read(mailbox(), tmp_path, "box")
    assert reading.media_type == "application/mbox"
    assert [m.name for m in reading.members] == ["message 1.eml", "message 2.eml"]
    assert [m.path.read_bytes() for m in reading.members] == [
        PLAIN + b"\nWords.\nFrom the start.\n\n",
        PLAIN + b"\nFrom here it goes on.\n\n",
    ]


def test_a_mailbox_of_too_many_messages_is_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="more than 3 messages"):
        read(mailbox() * 2, tmp_path, "box", members=3)


@pytest.mark.parametrize(
    ("data", "name"), [(bytes(message()), "noname"), (mailbox(), "x.txt"), (bytes(message()), "a.csv")]
)
def test_mail_is_known_by_its_headers(data, name, tmp_path):
    path = tmp_path / "bytes"
    path.write_bytes(data)
    assert registry.choose(given(path, tmp_path / "staging", name=name)).name == "mail"


@pytest.mark.parametrize(
    "words", [b"Note: buy bread\nAlso: milk\n\nwords", b"From here on, words.\n", b"Date: today\n"]
)
def test_a_text_with_colons_is_no_mail(words, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(words)
    assert mail.recognises(given(path, tmp_path / "staging")) == 0.0


def nested(depth: int) -> bytes:
    parts = [f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)]
    return PLAIN + "".join(parts).encode() + b"Content-Type: text/plain\n\nwords\n"


@pytest.mark.parametrize("depth", [60, 300, 3000, 6000])
def test_parts_nested_too_deep_are_refused(depth, tmp_path):
    with pytest.raises(UnsafeInput, match="nested"):
        read(nested(depth), tmp_path)


def test_messages_inside_messages_without_end_are_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="nested"):
        read(PLAIN + b"Content-Type: message/rfc822\n\n" * 2000, tmp_path)


def test_what_has_no_headers_or_is_too_large_is_refused(tmp_path, monkeypatch):
    with pytest.raises(UnreadableSource, match="no headers"):
        read(b"\n\nwords\n", tmp_path)
    monkeypatch.setattr(headers, "_LARGEST", 100)
    with pytest.raises(UnsafeInput, match="too large"):
        read(bytes(message()), tmp_path)


@examples(st.binary(max_size=200), st.sampled_from(["body", "subject", "type", "attachment"]))
def test_any_bytes_anywhere_give_a_reading_or_are_refused(tmp_path_factory, data, where):
    line = data.replace(b"\n", b" ").replace(b"\r", b" ")
    whole = {
        "body": PLAIN + b"\n" + data,
        "subject": PLAIN + b"X: " + line + b"\nTo: " + line + b"\n\nwords",
        "type": PLAIN + b"Content-Type: " + line + b"\n\nwords",
        "attachment": bytes(message()).replace(b"bills.csv", line),
    }[where]
    try:
        reading = read(whole, tmp_path_factory.mktemp("any"))
    except CuibonoError:
        return
    for text in [*(p.text for p in reading.pieces), *(m.name for m in reading.members)]:
        text.encode("utf-8")
        assert "\x00" not in text
        assert text.strip()

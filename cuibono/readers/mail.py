"""Mail: a message becomes its headers, its body and its attachments; a mailbox becomes its messages."""

import re
from collections.abc import Iterator
from email.policy import compat32
from io import StringIO
from pathlib import Path

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers import headers, markup, paragraphs
from cuibono.readers.contract import Input, Member, Piece, Reader, Reading
from cuibono.readers.encoding import clean
from cuibono.readers.limits import check_size, check_text

_FIELD = re.compile(rb"[!-9;-~]{1,80}:[^\n]{0,2000}(?:\n[ \t][^\n]{0,2000}){0,200}(?:\n|\Z)")
_ENVELOPE = re.compile(rb"From \S{0,300} {1,4}(?:[^\n]{0,100}\b\d{4}|\w{3} \w{3})")
_SURE = {b"message-id", b"received", b"mime-version", b"return-path", b"delivered-to", b"date"}
_SHOWN = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject")
_LINE = 1 << 16
_AS_IS = compat32.clone(mangle_from_=False)
_SUFFIX = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf", "image/jpeg": ".jpg"}
_SUFFIX |= {"image/png": ".png", "text/csv": ".csv", "text/calendar": ".ics", "message/rfc822": ".eml"}


def recognises(item: Input) -> float:
    """By its headers: From beside what mail programs add; From beside To and Subject alone may be any memo."""
    if _is_mailbox(item.head):
        return 0.95
    names = _field_names(item.head)
    if b"from" in names and names & _SURE:
        return 0.92 if len(names & _SURE) > 1 or b"subject" in names or b"to" in names else 0.6
    addressed = len(names & {b"from", b"to", b"subject"}) >= 2
    return 0.6 if addressed and item.suffix == ".eml" else 0.3 if addressed and b"from" in names else 0.0


def _is_mailbox(head: bytes) -> bool:
    """The line that each message of a mailbox starts with, and headers after it."""
    first, _, rest = head.partition(b"\n")
    return bool(_ENVELOPE.match(first)) and bool(_field_names(rest) & (_SURE | {b"from", b"subject"}))


def _field_names(head: bytes) -> set[bytes]:
    """The names of the headers that a file begins with."""
    text, at, names = head[:32_768].replace(b"\r\n", b"\n").lstrip(b"\xef\xbb\xbf\n"), 0, set()
    while match := _FIELD.match(text, at):
        names.add(match[0].partition(b":")[0].lower())
        at = match.end()
    return names


def read(item: Input) -> Reading:
    """Read a message or a mailbox.

    The headers are one passage, the body follows by paragraphs: its plain text, or else what can be seen of its
    HTML. Attachments, messages inside and the messages of a mailbox are members. ``published`` is the
    Date header in UTC: what the sender's machine claimed. Headers can be forged and are not checked here.
    """
    check_size(item)
    return _mailbox(item) if _is_mailbox(item.head) else _message(item)


def _message(item: Input) -> Reading:
    message = headers.load(item)
    if not message.keys():
        raise UnreadableSource(f"{item.name} has no headers: it is no message.", try_="add it as plain text")
    body, attached = _sorted_parts(message)
    date, published = headers.header(message, "Date"), headers.moment(message)
    pieces = tuple(_pieces(message, body))
    check_text(item, sum(len(p.text) for p in pieces))
    notes = [f"the date '{date[:60]}' could not be read"] if date and not published else []
    notes += ["the body is HTML: its visible text was taken"] if _is_html(body) else []
    return Reading(
        media_type="message/rfc822",
        pieces=pieces,
        members=tuple(_attachments(item, attached)),
        title=headers.header(message, "Subject"),
        author=headers.header(message, "From"),
        published=published,
        notes=tuple(notes),
    )


def _is_html(body: list[headers.Mail]) -> bool:
    return any(headers.media_type(part) == "text/html" for part in body)


def _sorted_parts(message: headers.Mail) -> tuple[list[headers.Mail], list[headers.Mail]]:
    """The parts that are the body, and those that are attached to it."""
    texts, pages, attached = [], [], []
    for part in headers.leaves(message):
        kind = headers.media_type(part)
        loose = part.get_content_disposition() != "attachment" and headers.file_name(part) is None
        if kind == "text/plain" and loose:
            texts.append(part)
        elif kind == "text/html" and loose:
            pages.append(part)
        else:
            attached.append(part)
    plain = [t for t in texts if headers.text(t).strip()]
    return (plain, attached) if plain else (pages, attached)


def _pieces(message: headers.Mail, body: list[headers.Mail]) -> Iterator[Piece]:
    shown = [(name, headers.header(message, name)) for name in _SHOWN]
    lines = [f"{name}: {value}" for name, value in shown if value]
    if lines:
        yield Piece("\n".join(lines), "headers")
    yield from _body(body)


def _body(body: list[headers.Mail]) -> Iterator[Piece]:
    if _is_html(body):
        yield from paragraphs.of(block for part in body for block in markup.visible(headers.text(part)))
    else:
        text = "\n\n".join(headers.text(part) for part in body)
        yield from paragraphs.pieces(paragraphs.lines_of(StringIO(text, newline="\n")))


def _attachments(item: Input, parts: list[headers.Mail]) -> Iterator[Member]:
    if len(parts) > item.limits.members:
        raise UnsafeInput(f"{item.name} has more than {item.limits.members:,} attachments.")
    taken: dict[str, int] = {}
    for number, part in enumerate(parts, 1):
        kind, data = headers.media_type(part), _bytes_of(part)
        if not data:
            continue
        path = item.staging / f"attachment-{number}"
        path.write_bytes(data)
        yield Member(path, _distinct(_called(part, kind, number), taken), kind)


def _bytes_of(part: headers.Mail) -> bytes:
    inside = headers.children(part)
    if not inside:
        return headers.content(part)
    try:
        return inside[0].as_bytes(policy=_AS_IS)
    except (ValueError, LookupError, TypeError, AttributeError):
        return inside[0].as_string().encode("utf-8", "replace")


def _called(part: headers.Mail, kind: str, number: int) -> str:
    """What the attachment is called; a message inside goes by its subject."""
    name = headers.file_name(part)
    if name:
        return name
    inside = headers.children(part)
    subject = headers.header(inside[0], "Subject") if inside else None
    plain = re.sub(r"[/\\\x00-\x1f]+", "_", clean(subject or ""))[:80].strip(" .")
    return (plain or f"attachment {number}") + _SUFFIX.get(kind, "")


def _distinct(name: str, taken: dict[str, int]) -> str:
    taken[name] = taken.get(name, 0) + 1
    stem, dot, suffix = name.rpartition(".")
    if taken[name] == 1:
        return name
    return f"{stem} ({taken[name]}).{suffix}" if dot and stem else f"{name} ({taken[name]})"


def _mailbox(item: Input) -> Reading:
    """Every message of a mailbox as a member; their bytes are as in the mailbox, ">From " undone."""
    members = tuple(
        Member(path, f"message {number}.eml", "message/rfc822") for number, path in enumerate(_split(item), 1)
    )
    return Reading(
        media_type="application/mbox",
        members=members,
        notes=(f"holds {len(members):,} message{'s' * (len(members) != 1)}",),
    )


def _split(item: Input) -> Iterator[Path]:
    """Write each message to a file: one begins where "From " and a date follow a blank line."""
    count, out, blank, fresh = 0, None, True, True
    try:
        with item.path.open("rb") as box:
            while line := box.readline(_LINE):
                if fresh and blank and _ENVELOPE.match(line):
                    if out:
                        out.close()
                    count += 1
                    _check_count(item, count)
                    path = item.staging / f"message-{count}"
                    out = path.open("wb")
                    yield path
                elif out:
                    out.write(line[1:] if fresh and re.match(rb">+From ", line) else line)
                blank = fresh and not line.strip()
                fresh = line.endswith(b"\n")
    finally:
        if out:
            out.close()


def _check_count(item: Input, count: int) -> None:
    if count > item.limits.members:
        raise UnsafeInput(f"{item.name} holds more than {item.limits.members:,} messages.", try_="split the mailbox")


READER = Reader(
    name="mail",
    version="1",
    says="E-mail (EML) and mailboxes (MBOX): headers, body by paragraph, attachments read on their own",
    suffixes=(".eml", ".mbox", ".mbx"),
    recognises=recognises,
    read=read,
)

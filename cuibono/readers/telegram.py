"""Telegram Desktop exports (result.json): the messages of channels and groups, as posts and what they share.

Conversations between persons, saved messages and bots are left out, whatever else the export holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cuibono.errors import BadTable
from cuibono.readers import encoding
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.json_stream import JsonText, cell, members, too_deep
from cuibono.readers.limits import check_size
from cuibono.readers.post_tables import Post, PostTables, hashtags_in, links_in

_CHAT = re.compile(
    r'\s*\{\s*"name"\s*:\s*(?:null|"(?:[^"\\]|\\.)*")\s*,\s*"type"\s*:\s*"\w+"\s*,\s*"id"\s*:\s*-?\d+\s*,\s*"messages"'
)
_WHOLE = re.compile(r'\s*\{\s*"about"\s*:\s*"Here is the data you requested[^"]{0,400}Telegram')
_KINDS = {"channel": "channel", "group": "group", "supergroup": "group"}
_HIDDEN = ("text_entities", "inline_bot_buttons", "photo_file_size", "file_size", "thumbnail_file_size")


@dataclass(slots=True)
class _Chat:
    """A chat as far as it was read; ``left`` counts what was left out of it."""

    name: str = ""
    type: str = ""
    id: str = ""

    @property
    def public(self) -> bool:
        """Whether it is a channel or a group, and no conversation between persons."""
        return self.type.partition("_")[2] in _KINDS


def recognises(item: Input) -> float:
    """By how the file begins: a chat with its messages, or the sentence that opens a whole export."""
    if not encoding.is_text(item.head):
        return 0.0
    text = encoding.decode(item.head).text.lstrip("\ufeff")
    return 0.95 if _CHAT.match(text) or _WHOLE.match(text) else 0.0


def read(item: Input) -> Reading:
    """Take every message of channels and groups; a forwarded one says from whom, but not from which post.

    Raises UnreadableSource when it is no valid JSON, UnsafeInput for what asks for too much, and BadTable when no
    message of a channel or a group is in it.
    """
    check_size(item)
    stream = encoding.stream(item.path)
    text = JsonText(item, stream)
    with PostTables(item, "telegram") as tables:
        run = _Run(item, text, tables)
        try:
            run.top()
        except RecursionError as error:
            raise too_deep(item.name) from error
        if not tables.posts:
            what = "only conversations between persons, which are left out" if run.personal else "no message"
            raise BadTable(
                f"{item.name} holds {what}.", try_="export a channel or a group: its menu, Export chat history, JSON"
            )
        notes = (*stream.notes, *text.decoder.odd.notes(), *run.notes(), *tables.notes())
        return Reading(
            media_type="application/json+telegram",
            tables=tables.close(),
            title=encoding.clean(run.titles[0]) if len(run.titles) == 1 else None,
            notes=tuple(map(encoding.clean, notes)),
        )


class _Run:
    """One reading: the text, the tables, and what was left out."""

    def __init__(self, item: Input, text: JsonText, tables: PostTables) -> None:
        self.item, self.text, self.tables = item, text, tables
        self.titles: list[str] = []
        self.personal = self.service = self.number = self.unread = self.local = 0

    def notes(self) -> Iterator[str]:
        """For people."""
        if self.personal:
            yield f"{self.personal:,} conversations between persons, saved messages or bots were left out"
        if self.service:
            yield f"{self.service:,} service messages (joined, pinned ...) were left out"
        if self.unread:
            yield f"{self.unread:,} messages without an id, a sender or a time were left out"
        if self.local:
            yield f"{self.local:,} times stand without a zone and are taken as UTC"

    def top(self) -> None:
        """The object at the top: one chat, or everything with chats in it."""
        chat = _Chat()
        for key in members(self.text):
            if key == "messages" and self.text.peek() == "[":
                self._messages(chat)
            elif key in ("chats", "left_chats") and self.text.peek() == "{":
                self._chats()
            else:
                self._note(chat, key, self.text.value())
        if self.text.peek():
            raise self.text.broken("more follows after the end")

    def _chats(self) -> None:
        for key in members(self.text):
            if key == "list" and self.text.peek() == "[":
                for _ in _each(self.text):
                    self._chat()
            else:
                self.text.value()

    def _chat(self) -> None:
        if self.text.peek() != "{":
            self.text.value()
            return
        chat = _Chat()
        for key in members(self.text):
            if key == "messages" and self.text.peek() == "[":
                self._messages(chat)
            else:
                self._note(chat, key, self.text.value())

    def _note(self, chat: _Chat, key: str, value: Any) -> None:
        if key in ("name", "type", "id") and isinstance(value, str):
            setattr(chat, key, str(value))

    def _messages(self, chat: _Chat) -> None:
        self.personal += not chat.public
        self.tables.account_kind = _KINDS.get(chat.type.partition("_")[2], "") if "channel" in chat.type else ""
        if chat.public:
            self.titles.append(chat.name)
        for _ in _each(self.text):
            value = self.text.value()
            if chat.public:
                self.number += 1
                self._message(chat, value)

    def _message(self, chat: _Chat, value: Any) -> None:
        if not isinstance(value, dict):
            self.unread += 1
            return
        if value.get("type") != "message":
            self.service += 1
            return
        said = {k: cell(v) or "" for k, v in value.items() if k not in _HIDDEN}
        when = said.get("date_unixtime") or said.get("date", "")
        sender = said.get("from_id") or f"channel{chat.id}"
        if not said.get("id") or not when or not (said.get("from_id") or chat.id):
            self.unread += 1
            return
        self.local += not said.get("date_unixtime")
        said["text"] = words = _words(value.get("text"))
        where = f"telegram:{chat.id or chat.name}"
        post = Post(
            id=f"{where}/{said['id']}",
            account=f"telegram:{sender}",
            t=when,
            text=words,
            name=said.get("from") or ("" if said.get("from_id", "").startswith("user") else chat.name),
            kind="repost" if said.get("forwarded_from") else "reply" if said.get("reply_to_message_id") else "post",
            parent=f"{where}/{said['reply_to_message_id']}" if said.get("reply_to_message_id") else "",
            links=(*_targets(value.get("text")), *links_in(words)),
            hashtags=hashtags_in(words),
            shown={"chat": chat.name} | said,
        )
        place = f"message {said['id']}" + (f" of {chat.name}" if chat.name else "")
        self.unread += not self.tables.add(self.number, place, post)


def _each(text: JsonText) -> Iterator[None]:
    """Stand before each item of an array; whoever asks must take it."""
    text.take("[")
    if text.peek() == "]":
        text.take("]")
        return
    while True:
        yield
        if text.take(",]") == "]":
            return


def _words(text: Any) -> str:
    """The words of a message: plain, or in parts, some of which are links, names or tags."""
    parts = text if isinstance(text, list) else [text]
    return "".join(p if isinstance(p, str) else str(p.get("text") or "") for p in parts if isinstance(p, str | dict))


def _targets(text: Any) -> tuple[str, ...]:
    """Where words lead that are links."""
    parts = text if isinstance(text, list) else []
    found = (p.get("href") for p in parts if isinstance(p, dict) and p.get("type") == "text_link")
    return tuple(str(f) for f in found if isinstance(f, str))


READER = Reader(
    name="telegram",
    version="1",
    says="Telegram Desktop exports (JSON): messages of channels and groups as posts and what they share",
    suffixes=(".json",),
    recognises=recognises,
    read=read,
)

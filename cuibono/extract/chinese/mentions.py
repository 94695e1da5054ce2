"""Names in Chinese text: cut once to learn the names of the document, and again with them known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cuibono.extract.chinese import marked, placed
from cuibono.extract.chinese.bodies import body_before, is_place, is_whole_body, place_before, stem_before
from cuibono.extract.chinese.dictionary import dictionary
from cuibono.extract.chinese.person_shapes import sure, surnames
from cuibono.extract.chinese.words import Word, cut
from cuibono.extract.lexicon import words
from cuibono.extract.records import EntityType, Naming, Span

_TYPES: Mapping[str, EntityType] = {
    "person": "Person", "body": "Organization", "place": "Location", "product": "Product", "group": "Group",
    "event": "Event",
}  # fmt: skip
#: How papers and stations are called that have the name of a town before it.
_OF_THE_PLACE = ("日报", "晚报", "早报", "时报", "周报", "商报", "快报", "晨报", "都市报", "电视台", "电台", "卫视")
#: How ports, mines and works are called, and hardly anybody.
_WORKS = "港矿厂"
_COMPANY = frozenset(["公司", "集团", "企业", "发言人", "创始人", "总裁", "首席执行官", "子公司", "母公司"])
_KINDS: Mapping[EntityType, str] = {kind: name for name, kind in _TYPES.items()}


@dataclass(frozen=True)
class Place:
    """A name where it stands, in simplified form; ``full`` is the longer name that it shortens."""

    span: Span
    text: str
    type: EntityType
    naming: Naming = "named"
    full: str = ""


@dataclass
class Known:
    """What the document taught: names with their kind, what shortens which, who goes by another name."""

    kinds: dict[str, str] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)
    pseudonyms: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)


def find(view: str) -> tuple[tuple[Place, ...], list[Word], Known]:
    """The names that stand in a simplified view, its words, and what was learnt of its names."""
    known = Known()
    for mark in marked.find(view):
        text = mark.span.of(view)
        known.kinds.setdefault(text, _KINDS[mark.type])
        if mark.naming == "pseudonymous":
            known.pseudonyms.add(text)
    for name in placed.find(view):
        known.kinds.setdefault(name, "body")
        for end in (e for e in words("chinese_bodies", "weak") if name.endswith(e)):
            _shorten(view, name, name.removesuffix(end), "body", known)
    for name in placed.countries(view):
        known.kinds.setdefault(name, "place")
    first = cut(view, known.kinds)
    _learn(view, first, known)
    line = cut(view, known.kinds)
    return tuple(_places(line, known)), line, known


def _learn(view: str, line: Sequence[Word], known: Known) -> None:
    """Names of persons, bodies and places that rules find, with the short forms that they allow."""
    for at, word in enumerate(line):
        begin = place_before(line, at)
        if begin is not None:
            name = _joined(line, begin, at)
            known.kinds.setdefault(name, "place")
            _shorten(view, name, name[: -len(word.text)], "place", known)
            continue
        begin = body_before(line, at)
        if begin is not None:
            name = _joined(line, begin, at)
            known.kinds[name] = "body"
            _shorten(view, name, name[: -len(word.text)], "body", known)
        elif word.kind == "person" and len(word.text) == 2 and not sure(view, word.start, word.end):
            known.doubtful.add(word.text)
        elif word.kind == "person" and not _heads_body(line, at) and not _is_thing(view, word):
            known.kinds.setdefault(word.text, "person")
            last = word.text.rsplit("·", 1)[-1]
            if "·" in word.text and len(last) > 1:
                known.kinds.setdefault(last, "person")
                known.full.setdefault(last, word.text)
        elif word.kind == "title" and word.text[0] in "市省县区州" and (first := stem_before(line, at)) is not None:
            known.kinds.setdefault(_joined(line, first, at - 1), "place")
    ends = {w.end: k for k, w in enumerate(line)}
    for span in marked.pseudonyms(view):
        name = _assumed(line, ends.get(span.end)) or span.of(view)[-3:]
        known.kinds[name] = "person"
        known.pseudonyms.add(name)


def _assumed(line: Sequence[Word], last: int | None) -> str:
    """The name before （化名）: what stands there behind the last word that describes."""
    if last is None:
        return ""
    name = line[last].text
    while len(name) < 3 and last > 0 and line[last - 1].end == line[last].start:
        before = line[last - 1]
        if before.kind in ("title", "source", "kin", "mark", "u", "place", "v", "p") or len(before.text) > 2:
            break
        last, name = last - 1, before.text + name
    return name if 2 <= len(name) <= 4 else ""


def _heads_body(line: Sequence[Word], at: int) -> bool:
    """Whether what looks like a person is the first part of the name of a body."""
    return any(body_before(line, k) is not None and (body_before(line, k) or 0) <= at
               for k in range(at + 1, min(len(line), at + 3)))  # fmt: skip


def _is_thing(view: str, word: Word) -> bool:
    """Whether a number goes on in what looks like a person (320万标箱), or a port or a works is called so."""
    counted = view[max(0, word.start - 1) : word.start].isdigit() and word.text[0] in "万千百亿"
    return counted or (len(word.text) == 3 and word.text[-1] in _WORKS)


def _joined(line: Sequence[Word], begin: int, at: int) -> str:
    return "".join(w.text for w in line[begin : at + 1])


def _shorten(view: str, name: str, stem: str, kind: str, known: Known) -> None:
    """A stem that is no word of the language stands for the whole where it stands alone."""
    book = dictionary()
    if kind == "body" and name.endswith(_OF_THE_PLACE):
        kind, name = "place", stem  # a paper that has the name of its town: the town is no short form of it
    if len(stem) < 2 or stem in known.kinds or book.kinds.get(stem, "nz") not in ("nz", "nr", "ns", "x"):
        return
    if kind == "body" and book.kinds.get(stem) in ("ns", "place"):
        return
    known.kinds[stem] = kind
    if stem != name:
        known.full[stem] = name


def _places(line: Sequence[Word], known: Known) -> Iterator[Place]:
    book = dictionary()
    families = {n[:2] if n[:2] in surnames() and len(n) > 3 else n[:1] for n, k in known.kinds.items() if k == "person"}
    at = 0
    while at < len(line):
        word = line[at]
        kind = _TYPES.get(word.kind)
        if word.kind == "person" and word.text in known.doubtful - known.kinds.keys():
            kind = None
        if (
            word.kind == "person"
            and word.text not in known.kinds
            and (word.text[0] in "万千百亿" or word.text[-1] in _WORKS)
        ):
            kind = None
        if word.kind == "body" and word.text in words("chinese_bodies", "generic"):
            kind = None
        span = Span(word.start, word.end)
        begin = at + 1
        if kind is None and is_whole_body(word):
            kind = "Organization"
        if kind is None and word.kind == "lat":
            kind = _latin(line, at)
        if kind is None and is_place(word):
            kind = "Location"
        joined = _ministry(line, at)
        if joined:
            span, begin, kind = Span(word.start, line[at + 1].end), at + 2, "Organization"
            yield Place(span, word.text + line[at + 1].text, kind, full="")
        elif kind is not None and not (kind == "Location" and word.text in words("chinese_places", "never")):
            naming: Naming = "pseudonymous" if word.text in known.pseudonyms else "named"
            full = known.full.get(word.text, "") or _country(word.text)
            yield Place(span, word.text, kind, naming, full)
        elif word.text in families and at + 1 < len(line) and line[at + 1].kind == "title" and book.full:
            yield Place(span, word.text, "Person", "partial")
        at = begin


def _latin(line: Sequence[Word], at: int) -> EntityType | None:
    """What a Latin word in Chinese text names: well-known ones, and what heads or follows a word for bodies."""
    text = line[at].text
    if text in words("chinese_bodies", "latin_products"):
        return "Product"
    if text in words("chinese_bodies", "latin_bodies"):
        return "Organization"
    if len(text) < 3 or not text[0].isupper():
        return None
    near = {line[k].text for k in (at - 1, at + 1) if 0 <= k < len(line)}
    return "Organization" if near & _COMPANY else None


def _country(side: str) -> str:
    """中方 speaks for 中国."""
    return next((w[2:] for w in words("chinese_places", "sides") if w[:2] == side), "")


def _ministry(line: Sequence[Word], at: int) -> bool:
    """Whether a country and the ministry or house behind it are one name: 美国|商务部."""
    if line[at].kind != "place" or at + 1 >= len(line) or line[at + 1].kind != "body":
        return False
    name = line[at + 1].text
    return line[at].end == line[at + 1].start and name.endswith(
        ("部", "国会", "议会", "国务院", "参议院", "众议院", "总统府", "央行", "最高法院", "情报局")
    )

"""The annotated documents of the reading gate: invented texts, and what a careful reader finds in them.

A document (``reading/*.txt``) has three parts parted by lines of ``===``: entities, the text, the gold.

    id | Type | Canonical Name; alias; alias        then, if so: | pseudonymous, | partial or | host
    id | nominal                                    an unnamed source: it can speak and stand in ties
    ===
    the text, untouched
    ===
    tie | type | subject id(s) | object id(s) | role or - | "evidence" | by=id status=alleged
    claim | speaker id | direct, indirect, mixed or turn | "content" | kind=anonymous via=id
    event | EDTF | "date as written" | or=EDTF,EDTF
    amount | value | unit | "as written" | max=value
    turn | speaker id or ? | "first words" .. "last words" | section

A quote stands in the text; ``"words"#2`` is its second occurrence, ``"one" & "two"`` are two places. A tie may be of
either type: ``role/owns_controls`` ("runs"). The quote after
``..`` is looked for from the first one on. Whoever speaks the first turn is the host unless another is marked.
Mentions are all occurrences of an entity's names as whole words, the longest first. Units may be written in the
plural; users, engineers and so on are persons. A name or a quote that does not stand in the text, and an id that
nobody declared, are errors.

Everything is turned into the rows that ``reading_score`` reads, and that can be written as JSON lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from cuibono.extract.records import EntityType, TieType

FOLDER = Path(__file__).with_name("reading")
Row = dict[str, Any]
_PART = re.compile(r"^={3,}[ \t]*$", re.M)
_QUOTED = re.compile(r'"(.+?)"(?:#(\d+))?(?=\s*(?:&|\.\.|$))')
_FLAGS = ("pseudonymous", "partial", "host")
MODES = ("direct", "indirect", "mixed", "turn")


#: Types of ours that the guide of annotation counts with others.
GUIDE_TYPES = {"funds": "patron_of", "party_unit": "owns_controls"}
PERSONS = frozenset({
    "people", "person", "men", "women", "man", "woman", "users", "engineers", "officials", "members", "workers",
    "staff", "students", "soldiers", "officers", "residents", "employees", "children", "cadres", "followers",
    "viewers", "shareholders", "agents", "guards", "delegates", "relatives", "teachers", "detainees", "families",
})  # fmt: skip


class BadCorpus(ValueError):
    """A line that does not fit its text."""


@dataclass(frozen=True)
class Annotated:
    """A document of the corpus: its text, and its gold as rows."""

    stem: str
    text: str
    rows: list[Row] = field(repr=False)


def documents(pattern: str = "*_*.txt", folder: Path = FOLDER) -> list[Annotated]:
    """The documents whose file name fits, in order; files of planted sentences are left out."""
    return [document(p) for p in sorted(folder.glob(pattern)) if not is_sentences(p)]


def is_sentences(path: Path) -> bool:
    """Whether a file holds planted sentences rather than a document."""
    return path.stem.endswith("sentences")


def parts(text: str) -> tuple[str, str, str] | None:
    """Entities, text and gold of a document in the form of the corpus; None for any other text."""
    found = _PART.split(text)
    if len(found) != 3 or " | " not in found[0]:
        return None
    return found[0], found[1].strip("\n"), found[2]


def document(path: Path) -> Annotated:
    """Read one annotated document."""
    found = parts(path.read_text("utf-8"))
    if found is None:
        raise BadCorpus(f"{path.name}: wants entities, text and gold, parted by lines of ===")
    head, text, gold = found
    reader = _Reader(path.stem, text)
    for line in _lines(head):
        reader.entity(line)
    reader.place_mentions()
    for line in _lines(gold):
        reader.gold(line)
    return Annotated(path.stem, text, reader.rows)


def unit(written: str) -> str:
    """The unit in base form: "years" are counted in year, "engineers" in person."""
    if written.lower() in PERSONS:
        return "person"
    return written if written == "times" or written.endswith("ss") else written.removesuffix("s")


def _lines(part: str) -> Iterator[str]:
    return (s for line in part.splitlines() if (s := line.strip()) and not s.startswith("#"))


def _bounded(alias: str) -> str:
    """A name as a whole word; Chinese writes its words without gaps."""
    if "\u4e00" <= alias[0] <= "\u9fff":
        return re.escape(alias)
    return rf"(?<!\w){re.escape(alias)}(?!\w)"


class _Reader:
    """Gathers the rows of one document; it knows the text and the ids declared so far."""

    def __init__(self, stem: str, text: str) -> None:
        self.stem, self.text = stem, text
        self.entities: dict[str, Row] = {}
        self.rows: list[Row] = [{"doc": stem, "kind": "document", "chars": len(text), "host": None}]

    def wrong(self, line: str, why: str) -> BadCorpus:
        return BadCorpus(f"{self.stem}: {why}\n  in: {line}")

    def add(self, kind: str, **told: Any) -> None:
        self.rows.append({"doc": self.stem, "kind": kind, **told})

    def entity(self, line: str) -> None:
        cells = [c.strip() for c in line.split("|")]
        nominal = len(cells) > 1 and cells[1] == "nominal"
        if len(cells) < 2 or (not nominal and (len(cells) < 3 or cells[1] not in get_args(EntityType))):
            raise self.wrong(line, "an entity is: id | Type | Name; alias")
        if cells[0] in self.entities:
            raise self.wrong(line, f"the id {cells[0]} is taken")
        names = [n.strip() for n in cells[2].split(";") if n.strip()] if len(cells) > 2 else []
        flags = [] if nominal else cells[3:]
        if strange := [f for f in flags if f not in _FLAGS]:
            raise self.wrong(line, f"unknown mark {strange[0]}; known are {', '.join(_FLAGS)}")
        naming = "anonymous" if nominal else next((f for f in flags if f != "host"), "named")
        if "host" in flags:
            self.rows[0]["host"] = cells[0]
        self.add(
            "entity", id=cells[0], name=names[0] if names else cells[0], type="Person" if nominal else cells[1],
            aliases=names or [cells[0]], nominal=nominal, naming=naming, mentions=[],
        )  # fmt: skip
        self.entities[cells[0]] = self.rows[-1]

    def place_mentions(self) -> None:
        owner = {a: e for e in self.entities.values() if not e["nominal"] for a in e["aliases"]}
        if not owner:
            return
        longest = "|".join(_bounded(a) for a in sorted(owner, key=len, reverse=True))
        for found in re.finditer(longest, self.text):
            owner[found[0]]["mentions"].append(list(found.span()))
        for alias, entity in owner.items():
            if not re.search(_bounded(alias), self.text):
                raise BadCorpus(f'{self.stem}: "{alias}" of {entity["id"]} stands nowhere in the text')

    def gold(self, line: str) -> None:
        cells = [c.strip() for c in line.split(" | ")]
        least = {"tie": 6, "claim": 4, "event": 3, "amount": 4, "turn": 3}.get(cells[0])
        if least is None or len(cells) < least:
            raise self.wrong(line, "a line of gold is tie, claim, event, amount or turn with all its cells")
        getattr(self, f"_{cells[0]}")(line, cells)

    def known(self, line: str, cell: str) -> list[str]:
        ids = [i.strip() for i in cell.split(",")]
        if strange := [i for i in ids if i not in self.entities]:
            raise self.wrong(line, f"nobody declared the id {strange[0]}")
        return ids

    def places(self, line: str, cell: str) -> list[list[int]]:
        found = [(m[1], int(m[2] or 1)) for m in _QUOTED.finditer(cell)]
        if not found:
            raise self.wrong(line, f"no quote in {cell}")
        spans, at = [], 0
        for words, number in found:
            start = at - 1
            for _ in range(number):
                start = self.text.find(words, start + 1)
                if start < 0:
                    raise self.wrong(
                        line, f'these words do not stand in the text{f" {number} times" * (number > 1)}: "{words}"'
                    )
            spans.append([start, start + len(words)])
            at = spans[0][0] if ".." in cell else 0
        return spans

    def told(self, line: str, cells: list[str], *known: str) -> dict[str, str]:
        pairs = dict(p.split("=", 1) for cell in cells for p in cell.split() if "=" in p)
        if strange := set(pairs) - set(known):
            raise self.wrong(line, f"unknown key {min(strange)}; known are {', '.join(known)}")
        return pairs

    def _tie(self, line: str, cells: list[str]) -> None:
        more = self.told(line, cells[6:], "by", "status", "date")
        types = [GUIDE_TYPES.get(t, t) for t in cells[1].split("/")]
        if strange := [t for t in cells[1].split("/") if t not in get_args(TieType)]:
            raise self.wrong(line, f"unknown type of tie {strange[0]}")
        by = self.known(line, more["by"])[0] if "by" in more else "narrator"
        self.add(
            "relation", type=types[0], types=types, subj=self.known(line, cells[2]), obj=self.known(line, cells[3]),
            role=None if cells[4] == "-" else cells[4], evidence=self.places(line, cells[5]), asserted_by=by,
            status=more.get("status", "asserted"),
        )  # fmt: skip

    def _claim(self, line: str, cells: list[str]) -> None:
        more = self.told(line, cells[4:], "kind", "via")
        speaker = self.entities[self.known(line, cells[1])[0]]
        if cells[2] not in MODES:
            raise self.wrong(line, f"unknown mode {cells[2]}")
        kind = speaker["naming"] if speaker["naming"] != "named" or speaker["type"] == "Person" else "organisation"
        via = self.known(line, more["via"]) if "via" in more else []
        self.add(
            "claim", speaker=speaker["id"], speaker_kind=more.get("kind", kind), mode=cells[2], via=via,
            span=self.whole(line, cells[3]), id=f"c{len(self.rows)}",
        )  # fmt: skip

    def whole(self, line: str, cell: str) -> list[int]:
        spans = self.places(line, cell)
        return [spans[0][0], spans[-1][1]]

    def _event(self, line: str, cells: list[str]) -> None:
        also = self.told(line, cells[3:], "or").get("or", "")
        span = self.whole(line, cells[2])
        words = self.text[span[0] : span[1]]
        self.add(
            "event",
            date=cells[1],
            date_alts=[a for a in also.split(",") if a],
            date_span=span,
            date_text=words,
            label=words,
        )

    def _amount(self, line: str, cells: list[str]) -> None:
        most = self.told(line, cells[4:], "max").get("max")
        self.add(
            "quantity", value=float(cells[1]), value_max=float(most) if most else None, unit=unit(cells[2]),
            span=self.whole(line, cells[3]), what=cells[3],
        )  # fmt: skip

    def _turn(self, line: str, cells: list[str]) -> None:
        speaker = None if cells[1] == "?" else self.known(line, cells[1])[0]
        span = self.whole(line, cells[2])
        if span[1] <= span[0]:
            raise self.wrong(line, "the turn ends before it starts")
        self.rows[0]["host"] = self.rows[0]["host"] or speaker
        self.add("turn", speaker=speaker, span=span, section=cells[3] if len(cells) > 3 else "all")

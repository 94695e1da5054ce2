"""Ties between given names: Re-DocRED (MIT), its gold entities put to our rules, relations mapped onto our types.

    python bench/reading_redocred.py dev_revised.json [--only N]

For every type: how many candidates the rules make and how many are right, then of those that are kept once weighed,
and of those that stand as *read*. Re-DocRED holds encyclopaedia articles and lacks many relations that its texts
state, so precision is a lower bound; recall is against all its relations of a type, most of which no sentence says.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from cuibono.extract import confidence, models, references, repair, spacy_analysis, ties
from cuibono.extract.analysis import Analysis
from cuibono.extract.confidence_facts import facts
from cuibono.extract.document import Document
from cuibono.extract.records import EntityType, Found, Mention, Name, Span, Tie

_TYPES: Mapping[str, EntityType] = {"PER": "Person", "ORG": "Organization", "LOC": "Location", "MISC": "Product"}
#: Relations of theirs by type of ours; "-" before one turns it round. The first group is what recall is counted on.
_MAP = {
    "family": ("P22 P25 P26 P40 P3373 -P22 -P25 -P26 -P40 -P3373", "P1038 -P1038"),
    "role": ("P108 -P6 -P35 -P488 -P169", "P39 P463 P102 P54 P241 P937 -P1037 -P286 -P527"),
    "member_of": ("P463 P102 P54", "P241 P108 P361 -P527 P1344"),
    "owns_controls": ("-P127 P1830 P355 -P749", "-P137 -P6 -P35 -P488 -P176 -P123"),
    "founded": ("-P112 -P178", "-P170 -P176 -P50 -P57 -P162 P800 -P86"),
    "part_of": ("P361 P749 -P355 -P527", "P463 P131 P279 P127"),
    "located_in": ("P131 P17 P159 P276 P551 -P150", "P19 P20 P27 P937 P740 P495 P706 P206 P30 P1376 -P36 P361 -P527"),
    "educated_at": ("P69", ""),
    "participated_in": ("P1344 P607 -P710", ""),
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}'’%”") | {"'s", "’s", "n't", "''"}
_NO_SPACE_AFTER = frozenset("([{$“")
_SYMMETRIC = frozenset({"family"})

Scored = tuple[Tie, tuple[float, ...], Mapping[str, Name], bool]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, metavar="JSON")
    parser.add_argument("--only", type=int, metavar="N", help="so many documents")
    wanted = parser.parse_args()
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in json.loads(wanted.path.read_text("utf-8"))[: wanted.only]:
        _count(document, counts)
    print(f"{'type':18}" + "".join(f"{stage:>34}" for stage in ("candidates", "weighed", "read")) + f"{'gold':>8}")
    for kind in [*_MAP, "all"]:
        cells = (_cell(counts[kind, stage], counts[kind, "gold"]["n"]) for stage in ("candidates", "weighed", "read"))
        print(f"{kind:18}" + "".join(f"{c:>34}" for c in cells) + f"{counts[kind, 'gold']['n']:>8,}")
    return 0


def _count(document: Mapping[str, Any], counts: defaultdict[tuple[str, str], Counter[str]]) -> None:
    gold = _gold(document, strict=True)
    for kind, _, _ in gold:
        counts[kind, "gold"]["n"] += 1
        counts["all", "gold"]["n"] += 1
    analysis, found, every = _read(document)
    told = _labelled(every, _gold(document, strict=False))
    weighed = confidence.weigh(Document(analysis.text), analysis, found, tuple(t for t, _ in told))
    stages = {
        "candidates": [(t, right) for t, right in told],
        "weighed": _labelled(weighed, _gold(document, strict=False)),
        "read": _labelled([t for t in weighed if t.standing == "read"], _gold(document, strict=False)),
    }
    for stage, pairs in stages.items():
        by_tie = {_key(t): right for t, right in pairs}
        for key, right in by_tie.items():
            for kind in (key[0], "all"):
                counts[kind, stage]["found"] += 1
                counts[kind, stage]["right"] += right
                counts[kind, stage]["of gold"] += key in gold


def _cell(c: Mapping[str, int], gold: int) -> str:
    p = c["right"] / c["found"] if c["found"] else 0.0
    r = c["of gold"] / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return f"P {p:.2f} R {r:.3f} F1 {f1:.2f} ({c['right']}/{c['found']})"


def candidates(document: Mapping[str, Any]) -> Iterator[Scored]:
    """Candidates of the types that Re-DocRED can judge, with their facts and whether they are right."""
    analysis, found, every = _read(document)
    gold = _gold(document, strict=False)
    names = {n.id: n for n in found.names}
    for tie, told in zip(every, facts(every, found.names, parsed=analysis.parsed), strict=True):
        if tie.type in _MAP:
            yield tie, told, names, _key(tie) in gold


def _read(document: Mapping[str, Any]) -> tuple[Analysis, Found, list[Tie]]:
    text, places = joined(document["sents"])
    analysis = spacy_analysis.analyse(Document(text), models.load(), repair.repaired(text))
    names = tuple(_names(document["vertexSet"], places))
    marks = sorted((Mention(m, m.of(text), n.type) for n in names for m in n.mentions), key=lambda m: m.span)
    stand_ins = references.resolve(Document(text), analysis, names, ())
    found = Found(mentions=tuple(marks), names=names, references=stand_ins)
    every = [
        t
        for t in ties.find(Document(text), analysis, found)
        if t.polarity == "+" and t.status != "hypothetical" and t.subject != t.object
    ]
    return analysis, found, every


def joined(sentences: Sequence[Sequence[str]]) -> tuple[str, list[list[Span]]]:
    """Running text of tokens, and where each token stands."""
    text, places = "", []
    quoted = False
    for sentence in sentences:
        here = []
        for at, token in enumerate(sentence):
            closing = token == '"' and quoted
            glued = at and (token in _NO_SPACE_BEFORE or closing or sentence[at - 1] in _NO_SPACE_AFTER)
            if at and sentence[at - 1] == '"' and quoted and not closing:
                glued = True
            text += "" if glued or not text else " "
            here.append(Span(len(text), len(text) + len(token)))
            text += token
            quoted ^= token == '"'
        places.append(here)
    return text, places


def _names(vertices: Sequence[Sequence[Mapping[str, Any]]], places: list[list[Span]]) -> Iterator[Name]:
    for number, mentions in enumerate(vertices):
        kind = _TYPES.get(mentions[0]["type"])
        if kind is None:
            continue
        spans = {
            Span(places[m["sent_id"]][m["pos"][0]].start, places[m["sent_id"]][m["pos"][1] - 1].end) for m in mentions
        }
        name = max((str(m["name"]) for m in mentions), key=len)
        yield Name(str(number), name, kind, tuple(sorted(spans)), tuple(sorted({str(m["name"]) for m in mentions})))


def _gold(document: Mapping[str, Any], *, strict: bool) -> set[tuple[str, str, str]]:
    """Their relations as ties of ours; not strict, also those that a tie of that type may well rest on."""
    found = set()
    for label in document["labels"]:
        head, tail = str(label["h"]), str(label["t"])
        for kind, groups in _MAP.items():
            for relation in " ".join(groups[:1] if strict else groups).split():
                if relation.removeprefix("-") == label["r"]:
                    ends = (tail, head) if relation.startswith("-") else (head, tail)
                    found.add((kind, *(sorted(ends) if kind in _SYMMETRIC else ends)))
    return found


def _key(tie: Tie) -> tuple[str, str, str]:
    ends = (tie.subject, tie.object)
    one, two = sorted(ends) if tie.type in _SYMMETRIC else ends
    return tie.type, one, two


def _labelled(every: Sequence[Tie], gold: set[tuple[str, str, str]]) -> list[tuple[Tie, bool]]:
    return [(replace(t), _key(t) in gold) for t in every if t.type in _MAP]


if __name__ == "__main__":
    raise SystemExit(main())

"""Articles in Chinese whose lines are marked with what records say to them, and what the docket makes of them."""

import re
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from cuibono.case import open_case

needs_jieba = pytest.mark.skipif(find_spec("jieba") is None, reason="needs jieba, from the extra [nlp]")
_MARKED = re.compile(r"^([-+?]) (.+)$", re.MULTILINE)
_OUTCOMES = {"+": {"supported"}, "-": {"contradicted"}}


def marked(articles: Sequence[str]) -> list[tuple[str, str]]:
    """The sentences with their marks: borne out (+), contradicted (-), left open (?)."""
    return [(m[1], m[2]) for text in articles for m in _MARKED.finditer(text)]


def come_to(folder: Path, tables: Sequence[tuple[str, str, str]], articles: Sequence[str]) -> dict[str, set[str]]:
    """What each sentence comes to against tables (name, text, outlet); the lines of a paragraph are joined."""
    case = open_case(folder / "case")
    for number, (table, text, outlet) in enumerate(tables):
        (folder / f"{number}.csv").write_text(text, "utf-8")
        case.add(folder / f"{number}.csv", as_table=table, outlet=outlet)
    for number, article in enumerate(articles):
        told = re.sub(r"(?<=[。”])\n(?=[-+?])", "", article)
        told = re.sub(r"(?:^|(?<=[。”]))[-+?] ", "", told, flags=re.MULTILINE)
        (folder / f"{number}.md").write_text(told, "utf-8")
        case.add(folder / f"{number}.md")
    rows = [(c.says.strip("。"), str(row.outcome)) for row in case.docket(run=True) for c in row.claims]
    return {s: {outcome for says, outcome in rows if says in s} for _, s in marked(articles)}


def right(mark: str, found: set[str]) -> bool:
    """Whether a sentence came to what its mark says."""
    if mark == "?":
        return not found & {"supported", "contradicted"}
    return _OUTCOMES[mark] <= found <= _OUTCOMES[mark] | {"not identified", "no data", "not testable"}

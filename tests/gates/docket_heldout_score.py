"""The docket of an invented case that whoever wrote its rules did not see: claims in tables and in texts.

``docket_heldout/`` holds ``records`` (shares, holdings, a register), ``claims`` (tables as users write them), ``texts``
and ``expected``: for each claim its kinds, its subjects and all outcomes on which honest people could settle. A
decision (supported, contradicted) that is not among them is wrong; every other outcome that is not is only a miss.
``docket_heldout_second/`` is another such case, by somebody else, with claims in Chinese too.

``python -m tests.gates.docket_heldout_score [docket_heldout_second]`` prints each claim that came out otherwise.
"""

import re
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from cuibono import open_case
from cuibono.model.docket import Asked, DocketRow

HOME = Path(__file__).with_name("docket_heldout")
DECIDED = frozenset({"supported", "contradicted"})
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_QUOTES = re.compile(r"[\"“”‘’«»「」『』]|(?<!\w)'|'(?!\w)")
_WHO = re.compile(r",? (?:who|which) ")
#: What nobody planted and the records bear out all the same: a director of the firm, and ten of a hundred refused.
RIGHT = {
    "Ansel Rook of Tapwing Ltd",
    "Among small vessels, the Port Authority turned down only one in ten local ones",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim of the planted case and what may honestly come of it; ``row`` in a table, or ``of`` in a text."""

    file: str
    kinds: tuple[str, ...]
    subjects: tuple[str, ...]
    outcomes: tuple[str, ...]
    tests: str
    row: int | None = None
    of: str = ""
    speakers: tuple[str, ...] = ()
    absent: bool = False

    def is_at(self, name: str, claim: Asked) -> bool:
        """Whether a claim of the docket is this one."""
        if Path(name).stem != self.file:
            return False
        if self.row:
            return claim.key[1] == self.row
        of, says = bare(self.of), bare(claim.says)
        return of in bare(claim.words + " | " + claim.says) or (
            says in of and (2 * len(says) > len(of) or of.endswith(says))
        )


@dataclass(frozen=True, slots=True)
class Got:
    """A planted claim with the rows of the docket that are about it."""

    wanted: Wanted
    rows: tuple[tuple[Asked, DocketRow], ...]

    @property
    def best(self) -> tuple[Asked, DocketRow] | None:
        """The row that says most of it: of a kind that is wanted, if there is one."""
        ranked = sorted(self.rows, key=lambda r: (r[0].kind not in self.wanted.kinds, r[1].outcome == "not testable"))
        return ranked[0] if ranked else None

    @property
    def wrong(self) -> bool:
        """Whether it was decided where no honest reader of the records would decide so."""
        return any(row.outcome in DECIDED and row.outcome not in self.wanted.outcomes for _, row in self.rows)

    @property
    def misses(self) -> list[str]:
        """What of it is not as wanted: listed, outcome, kind, subject, speaker."""
        if self.best is None:
            return [] if self.wanted.absent else ["listed"]
        claim, row = self.best
        subject = plain(claim.subject.name) if claim.subject else "none"
        held = {
            "outcome": not self.wrong and row.outcome in self.wanted.outcomes,
            "kind": claim.kind in self.wanted.kinds,
            "subject": subject in {plain(s) for s in self.wanted.subjects},
            "speaker": not self.wanted.speakers or plain(claim.speaker) in map(plain, self.wanted.speakers),
        }
        return [name for name, good in held.items() if not good]


@dataclass(slots=True)
class Score:
    """All planted claims with what came of them, and decisions that nobody planted."""

    got: list[Got] = field(default_factory=list)
    strays: list[tuple[str, Asked, DocketRow]] = field(default_factory=list)

    @property
    def wrong(self) -> list[Got]:
        """Planted claims that were wrongly decided."""
        return [g for g in self.got if g.wrong]

    def measures(self) -> dict[str, float]:
        """Shares of the claims that count: all that had to be listed, and those that were though they need not be."""
        counted = [g for g in self.got if g.rows or not g.wanted.absent]
        decided = [g for g in counted if any(row.outcome in DECIDED for _, row in g.rows)]

        def share(name: str, among: Sequence[Got]) -> float:
            return sum(name not in g.misses and "listed" not in g.misses for g in among) / len(among)

        return {
            "outcomes": share("outcome", counted),
            "kinds": share("kind", counted),
            "subjects": share("subject", counted),
            "speakers": share("speaker", [g for g in counted if g.wanted.speakers]),
            "listed": share("listed", counted),
            "decided rightly": 1 - (len(self.wrong) + len(self.strays)) / max(1, len(decided) + len(self.strays)),
            "decided of what can be": share(
                "outcome", [g for g in counted if DECIDED.issuperset(g.wanted.outcomes)]
            ),
        }  # fmt: skip


def plain(words: str) -> str:
    """Words without case, article, typographic marks and double spaces."""
    return _ARTICLE.sub("", " ".join(words.replace("’", "'").casefold().split()))


def bare(words: str) -> str:
    """Words as they are found in others: without the marks around them; what "who" says by the way is said outright."""
    return plain(_WHO.sub(" ", _QUOTES.sub("", words)).strip(" .,;:!?。，；：！？"))


def wanted(home: Path = HOME) -> list[Wanted]:
    """All planted claims of a case."""
    return [
        _wanted(path.stem, item)
        for path in sorted((home / "expected").glob("*.yaml"))
        for item in yaml.safe_load(path.read_text("utf-8"))
    ]


def _wanted(file: str, item: Mapping[str, Any]) -> Wanted:
    return Wanted(
        file, tuple(item["kind"]), _each(item["subject"]), tuple(item["outcome"]), item["tests"], item.get("row"),
        item.get("of", ""), _each(item.get("speaker", [])), item.get("absent", False),
    )  # fmt: skip


def _each(names: Any) -> tuple[str, ...]:
    return tuple(map(str, names if isinstance(names, list) else [names]))


def score(folder: Path, home: Path = HOME) -> Score:
    """Make the case of ``home`` in a folder, test its docket, and compare."""
    case = open_case(folder)
    for name, table, outlet in yaml.safe_load((home / "records.yaml").read_text("utf-8")):
        case.add(home / "records" / name, as_table=table, outlet=outlet)
    case.add(sorted((home / "claims").iterdir()), as_table="claims")
    case.add(sorted((home / "texts").iterdir()))
    names = {source.id: source.name for source in case.sources()}
    return compared([(names[c.key[0]], c, row) for row in case.docket(run=True) for c in row.claims], home)


def compared(rows: Iterable[tuple[str, Asked, DocketRow]], home: Path = HOME) -> Score:
    """Each planted claim with the rows about it."""
    found = Score()
    left = list(rows)
    for want in wanted(home):
        those = [r for r in left if want.is_at(r[0], r[1])]
        found.got.append(Got(want, tuple((claim, row) for _, claim, row in those)))
    taken = {(claim.key, claim.words, row.number) for g in found.got for claim, row in g.rows}
    found.strays = [
        r for r in left
        if (r[1].key, r[1].words, r[2].number) not in taken and r[2].outcome in DECIDED and r[1].says not in RIGHT
    ]  # fmt: skip
    return found


def lines(found: Score) -> list[str]:
    """The measures, then each claim that came out otherwise: the wrongly decided first."""
    told = [f"{name}: {value:.4f}" for name, value in found.measures().items()]
    told += [f"wrongly decided: {len(found.wrong)}, decided but not planted: {len(found.strays)}"]
    told += [f"STRAY {name}: {c.says!r}: {row.outcome}; {row.why}" for name, c, row in found.strays]
    for g in sorted(found.got, key=lambda g: (not g.wrong, g.misses, g.wanted.file)):
        told += [_line(g)] if g.misses else []
    return told


def _line(got: Got) -> str:
    want = got.wanted
    place = f"{want.file} {want.row}" if want.row else f"{want.file} {want.of!r}"
    head = f"{'WRONG ' if got.wrong else ''}{'+'.join(got.misses)} [{want.tests}] {place}"
    if got.best is None:
        return f"{head}: wanted {' / '.join(want.outcomes)}; not in the docket"
    claim, row = got.best
    wants = {
        "outcome": f"wanted {' / '.join(want.outcomes)}",
        "kind": f"wanted {' / '.join(want.kinds)}",
        "subject": f"wanted {' / '.join(want.subjects)}, got {claim.subject.name if claim.subject else None}",
        "speaker": f"wanted {' / '.join(want.speakers)}, got {claim.speaker}",
    }
    miss = "; ".join(wants[m] for m in got.misses)
    return f"{head}: {miss}; got {row.outcome}, {claim.kind}: {claim.says!r}; {row.why}"


def main() -> int:
    """Print how the docket does on a planted case, the first if none is named."""
    with tempfile.TemporaryDirectory() as folder:
        found = score(Path(folder) / "case", HOME.with_name(sys.argv[1]) if sys.argv[1:] else HOME)
    print("\n".join(lines(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

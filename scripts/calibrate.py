#!/usr/bin/env python
"""Fit the confidence of ties anew, and write what is known of it: the weights, docs/calibration.md and its picture.

    python scripts/calibrate.py                      from the annotated documents and sentences of the reading gate
    python scripts/calibrate.py dev_revised.json     the same, and judged on Re-DocRED beside it

Needs the extra [nlp]. Every figure on the page comes from documents that the model had not seen when it judged them.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cuibono.extract.confidence import LEAST, READ
from cuibono.extract.confidence_facts import FACTS
from cuibono.extract.confidence_model import Model, as_json
from scripts import calibration_cases, calibration_picture
from scripts.calibration_cases import Case
from scripts.calibration_fit import Judged, fit, held_out, judged_by, ranked_once, wilson

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "cuibono" / "extract" / "lexicon" / "confidence.json"
PAGE = ROOT / "docs" / "calibration.md"
PICTURE = ROOT / "docs" / "img" / "calibration.svg"
MARK = "<!-- Written by scripts/calibrate.py; do not edit. -->"
BINS = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)

PAGE_TEXT = """\
# How sure is a tie that was read by machine?

Every tie that reading finds carries a *confidence*: how probable it is that the sentence really states it. Ties below
{least:g} are left out. A tie stands as **read** only when two things hold: nothing in its sentence weakens it (denial,
doubt, a condition, a pronoun that could mean another, an unnamed end, a type that does not fit), and the lower bound
of the precision of ties that sure is at least {read:g}. Everything else is **proposed** and waits for a record or a
person.

## How it is computed

A rule starts from how often it was right in calibration, drawn towards rules like it by as much as it was seen seldom;
a rule that was never seen starts below its kin. A logistic model over {facts} facts (names in between, length of the
grammatical path, pronouns, modal verbs, hearsay and so on) moves it from there. The bound is the lower end of Wilson's
interval (one-sided, 95 %) for all ties that were at least so sure, each judged by a model that had not seen its
document. The weights are in `cuibono/extract/lexicon/confidence.json`; `python scripts/calibrate.py` makes them and
this page anew.

## How well it holds

{unseen} candidates in {documents} invented, annotated articles, transcripts and Chinese passages (a tenth of these
counts as one document; what is read in Chinese never stands without a person yet); {planted} more from planted
sentences help to fit but are not counted here, since they are easier. Each document was judged by a model fitted
to the others.

![Confidence and how often it was right](img/calibration.svg)

{table}

A tie stands as *read* from a confidence of {bar}. {outcome}
{foreign}
## What this does not show

- **Invented text is not the world.** The documents were written and annotated by those who built the reader, each by
  one person and without a second pass. A newspaper of another style may be read worse.
- **The samples are small.** Look at the last column before you lean on a figure.
- A right tie is one that the sentence *states*. Whether it is true is another question, and not asked here.
- Rules were written with some of the documents at hand (those named `dev_`), so precision there flatters.
"""
FOREIGN_TEXT = """
## On texts that others annotated

Candidates on the development set of Re-DocRED with its own names, judged by the same model. It holds encyclopaedia
articles, knows nine of our types only, and lacks many relations that its texts state ("was the county governor of"
among them): its shares are lower bounds. Of 45 ties that stood as *read* and that it does not hold, one of us read the
sentences once: 37 were stated all the same.

{table}
"""


def main() -> int:
    """Fit, write the weights, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("redocred", nargs="?", type=Path, metavar="JSON", help="dev_revised.json of Re-DocRED")
    wanted = parser.parse_args()
    own = [*calibration_cases.of_documents(), *calibration_cases.of_sentences(), *calibration_cases.of_chinese()]
    model = fit(own)
    WEIGHTS.write_text(as_json(model), "utf-8")
    unseen = [j for j in held_out(own) if j.case.kind != "sentence"]
    foreign = judged_by(model, list(calibration_cases.of_redocred(wanted.redocred))) if wanted.redocred else []
    PAGE.write_text(f"{MARK}\n\n{page(model, own, unseen, foreign)}", "utf-8")
    PICTURE.write_text(calibration_picture.curve(bins(unseen)), "utf-8")
    print(f"{len(own)} cases; read from a confidence of {bar(model)}; see docs/calibration.md")
    return 0


Bin = tuple[float, float, int, int, float]


def bins(judged: Sequence[Judged]) -> list[Bin]:
    """Low and high end, cases, right ones and mean confidence of each bin that holds any."""
    found = []
    for low, high in pairwise(BINS):
        inside = [j for j in judged if low <= j.confidence < high]
        if inside:
            mean = sum(j.confidence for j in inside) / len(inside)
            found.append((low, min(high, 1.0), len(inside), sum(j.case.right for j in inside), mean))
    return found


def bar(model: Model) -> str:
    """The least confidence whose bound reaches the bar, in words where there is none."""
    found = [c for c, bound in model.steps if bound >= READ]
    return f"{min(found):.3f}" if found else "1 (no set of cases is large and pure enough yet)"


def page(model: Model, own: Sequence[Case], unseen: Sequence[Judged], foreign: Sequence[Judged]) -> str:
    """The page as Markdown."""
    standing = [j for j in ranked_once(unseen) if model.bound(j.confidence) >= READ]
    right = sum(j.case.right for j in standing)
    outcome = "None of the candidates would stand."
    if standing:
        share, bound = right / len(standing), wilson(right, len(standing))
        outcome = (
            f"By that rule {len(standing)} of the ties would stand, and {right} of them are right "
            f"({share:.1%}, lower bound {bound:.1%})."
        )
    return PAGE_TEXT.format(
        least=LEAST,
        read=READ,
        facts=len(FACTS),
        unseen=len(unseen),
        documents=len({c.group for c in own if c.kind != "sentence"}),
        planted=sum(c.kind == "sentence" for c in own),
        table="\n".join(_table(unseen)),
        bar=bar(model),
        outcome=outcome,
        foreign=FOREIGN_TEXT.format(table="\n".join(_table(foreign))) if foreign else "",
    )


def _table(judged: Sequence[Judged]) -> Iterator[str]:
    yield "| confidence | candidates | right | share right | 95 % lower bound |"
    yield "|---|---|---|---|---|"
    for low, high, count, right, _ in bins(judged):
        yield f"| {low:.2f} to {high:.2f} | {count:,} | {right:,} | {right / count:.2f} | {wilson(right, count):.2f} |"


if __name__ == "__main__":
    raise SystemExit(main())

"""A draft as its author sees it: each piece with the finding or claim that it shows, and what will become of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from cuibono.model.docket import DocketRow
from cuibono.model.draft import Block, Draft
from cuibono.model.finding import Finding
from cuibono.store import drafts, findings
from cuibono.store.layout import Layout
from cuibono.store.session import open_session

#: Why a piece that was chosen will not be in the report.
GONE, DISMISSED, FELL = "no longer in the case", "dismissed: it stays out", "fell: what it rested on is gone"
PROPOSED = "only proposed by machine: confirm the record that it was read as, or it stays out"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a draft with what it shows; ``out`` says why it will not be in the report, when it will not."""

    block: Block
    finding: Finding | None = None
    claim: DocketRow | None = None
    out: str = ""


def pieces(layout: Layout, draft: Draft, claims: Mapping[str, DocketRow]) -> list[Piece]:
    """The pieces in order; ``claims`` are the rows of the docket by their ids."""
    chosen = draft.chosen("finding")
    found: dict[str, Finding] = {}
    if chosen:
        with open_session(layout) as session:
            found = {f.id: f for f in findings.kept(session, ids=chosen)}
    return [_piece(block, found, claims) for block in draft.blocks]


def steps(layout: Layout) -> int:
    """How many changes of the draft can be taken back."""
    return drafts.steps(layout)


def _piece(block: Block, found: Mapping[str, Finding], claims: Mapping[str, DocketRow]) -> Piece:
    if block.kind == "finding":
        finding = found.get(block.id)
        if finding is None:
            return Piece(block, out=GONE)
        out = FELL if finding.state == "fell" else DISMISSED if finding.verdict == "dismissed" else ""
        return Piece(block, finding=finding, out=out)
    if block.kind == "claim":
        claim = claims.get(block.id)
        proposed = claim is not None and "proposed" in claim.marks
        return Piece(block, claim=claim, out=PROPOSED if proposed else "" if claim else GONE)
    return Piece(block)

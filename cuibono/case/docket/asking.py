"""The claims of a case in one form: those read in texts, and the rows of tables of claims."""

import re
from dataclasses import replace
from datetime import date

from cuibono.case.docket import chinese_names as chinese
from cuibono.case.docket import chinese_speakers as speakers
from cuibono.case.docket import surroundings
from cuibono.case.docket.foretold import dated
from cuibono.case.docket.headed import in_time_of_head
from cuibono.case.docket.recorded_kinds import kinded
from cuibono.extract.asked import asked
from cuibono.extract.claim_sources import owners_of
from cuibono.extract.claim_words import has_han
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked
from cuibono.model.stated import NO_OWNERS
from cuibono.store.session import Session

_NUMBERS: tuple[ClaimKind, ...] = ("share", "rank", "count", "amount", "trend")
_SAID = """
    SELECT y.* FROM sayings AS y JOIN source AS s ON s.id = y._source WHERE y.what = 'claim'
    ORDER BY y.property IS NULL, s.gen_in, s.name, y._source, y.position, y.record
"""
_OWNED = "SELECT party_name, owner_name FROM same_owner WHERE coalesce(polarity, '+') = '+'"


def claims(session: Session) -> list[Asked]:
    """Every claim that the session sees, rows of tables first, in the order of sources and places."""
    there = session.tables()
    if "sayings" not in there:
        return []
    session.need("sayings", "same_owner")
    owners = owners_of(session.rows(_OWNED)) if "same_owner" in there else NO_OWNERS
    rows = session.rows(_SAID)
    said = surroundings.around(session, rows)
    if any(has_han(str(r["says"] or "")) for r in rows):
        known, texts = chinese.recorded(session), speakers.texts(session, rows)
        renamed = (chinese.renamed(r, known) for r in rows)
        rows = [dict(r) for r in speakers.all_spoken_for(session, renamed, texts, known)]
    found = ((asked(row, owners), said.get((row["_source"], row["_row"]), "")) for row in rows)
    told = (in_time_of_head(replace(claim, around=text) if text else claim) for claim, text in found)
    read = [dated(_to_come(claim)) for claim in told]
    return kinded(session, read)


def _to_come(claim: Asked) -> Asked:
    """A row with a number of a year that has not begun is a forecast, whatever its table calls it."""
    row = claim.stated is not None and claim.stated.row
    year = claim.time if claim.kind in _NUMBERS and row and re.fullmatch(r"\d{4}", claim.time or "") else None
    if year is None or int(year) <= date.today().year:
        return claim
    return replace(claim, kind="forecast", foretold=claim.kind)

"""The claims of a case in one form: those read in texts, and the rows of tables of claims."""

from dataclasses import replace

from cuibono.case.docket import chinese_names as chinese
from cuibono.case.docket import chinese_speakers as speakers
from cuibono.case.docket import surroundings
from cuibono.case.docket.foretold import dated
from cuibono.extract.asked import asked
from cuibono.extract.claim_sources import owners_of
from cuibono.extract.claim_words import has_han
from cuibono.model.docket import Asked
from cuibono.model.stated import NO_OWNERS
from cuibono.store.session import Session

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
    return [dated(replace(asked(row, owners), around=said.get((row["_source"], row["_row"]), ""))) for row in rows]

"""Whom and when a claim means that does not say it: by what is recorded of such a one, or by the words around it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cuibono.case.docket.apposed import apposed
from cuibono.case.docket.around_apps import at_app_around
from cuibono.case.docket.around_bodies import at_body_around, at_only_body
from cuibono.case.docket.around_stakes import at_stake_around
from cuibono.case.docket.around_ties import at_tied_around
from cuibono.case.docket.chinese_markets import in_year_around
from cuibono.case.docket.open_ended import in_the_last_years
from cuibono.case.docket.own_bodies import at_its_name, at_its_sort, at_own_body
from cuibono.case.docket.pointed_at import at_one_before
from cuibono.case.docket.role_wordings import as_heading, as_held_since
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.said_before import in_that_year, in_year_after, in_year_told
from cuibono.case.docket.short_firms import with_full_firms
from cuibono.model.docket import Asked

#: Whom a claim means that names nobody, or calls somebody by a sort: by what is recorded, or by what stands around.
_FORMS = (
    apposed, with_full_firms, at_stake_around, at_own_body, at_its_name, at_its_sort, at_body_around, at_app_around,
    at_tied_around, at_one_before, at_only_body, in_year_around, lambda claim, _: in_that_year(claim),
)  # fmt: skip


#: Whose share it is, which a reader has found.
_ITS = re.compile(r"\b(?:its|their) (?=(?:market )?shares?\b)", re.IGNORECASE)


def meant_in_year(claim: Asked, evidence: Evidence) -> Iterator[Asked]:
    """A claim with the year that was named before it, and with the body around that it is then of."""
    if (its := _ITS.sub("", claim.words)) != claim.words and claim.kind == "share" and keys_of(claim.subject):
        claim = replace(claim, words=its)
        yield from (c for c in (claim, in_that_year(claim)) if c)
    if told := in_the_last_years(claim, evidence):
        yield told
    if told := in_year_after(claim):
        yield told
    if told := in_year_told(claim):
        yield told
        if whose := at_body_around(told, evidence):
            yield whose


def meant(claim: Asked, evidence: Evidence) -> Iterator[Asked]:
    """A claim with whom it means in each way in which that can be told, the surest first."""
    forms = (as_held_since(claim), as_heading(claim), *(form(claim, evidence) for form in _FORMS))
    yield from (told for told in forms if told)

"""Which of several readings of the same facts holds, and what would change that?"""

from collections.abc import Iterator

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.signals import _readings
from cuibono.lenses.signals import _readings_wording as wording
from cuibono.lenses.signals._readings import Sheet
from cuibono.model import dates
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Likelihoods


@lens
def readings(likelihoods: Likelihoods, *, question: str = "", as_of: str = "") -> Iterator[Finding | Notice]:
    """How competing readings of the same facts stand, what would flip their order, and by when that will be known.

    An analyst writes down, for each reading and each indicator, between which ends the likelihood lies that the
    indicator would be seen if the reading were right. Bayes' rule over these ranges gives each reading its least and
    its most (Walley 1991); readings are alike beforehand unless priors are given. Indicators that rest on the same
    thing count once: of each such set, the one that speaks most clearly. For each indicator the likelihood ratio
    between the two leading readings is shown with its ends; one that fits both weighs about 1 and moves nothing. The
    cell that would turn the order round with the smallest change is named, so is what is still open, with its date and
    what it would make of the readings. Once it is known which reading was right, the sheet is scored (Brier 1950).
    Everything can be redone by hand from the numbers printed.

    It does not say which reading is true, and it does not make judgements better: a study of 227 people found such
    sheets no better than none at all. It is a record of what somebody thought, and of how much hangs on it. The
    likelihoods are the analyst's; a reading that nobody wrote down is not weighed.

    Settings:
        question: only this question; empty for all
        as_of: the day, as 2026-01-31, from which open indicators whose date is past are called overdue; empty for none
    """
    if as_of and dates.bounds(as_of)[0] is None:
        raise BadSetting(f"as_of is '{as_of}', which is no date.", try_="as_of=2026-01-31")
    told = list(_readings.sheets(likelihoods, question))
    if not told:
        yield wording.nothing(question)
    for sheet in told:
        if len(sheet.readings) < 2 or not sheet.counted:
            yield wording.not_weighed(sheet)
            continue
        try:
            yield _finding(likelihoods, sheet, as_of)
        except ValueError as error:
            yield wording.not_weighed(sheet, str(error))


def _finding(likelihoods: Likelihoods, sheet: Sheet, as_of: str) -> Finding:
    found = sheet.weighed()
    return Finding(
        says=wording.says(sheet, found),
        about=wording.about(sheet),
        measure=wording.measure(sheet, found),
        caveats=wording.caveats(sheet, found, as_of),
        evidence=_readings.evidence(likelihoods, sheet),
        figure=wording.figure(sheet, found),
    )

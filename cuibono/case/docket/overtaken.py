"""Who overtook another in a year: ahead in that year, and behind in the one before.

Both are tested, so that a claim is borne out only where both years are recorded of both of them.
"""

import re
from dataclasses import replace

from cuibono.case.docket.standings import without_place
from cuibono.case.docket.words import months
from cuibono.case.docket.years import YEAR
from cuibono.model.docket import Asked

_OVERTOOK = re.compile(
    r"^(?P<one>[^,;]+?) (?:had |has )?"
    r"(?:overtook|overtakes?|overtaken|pulled ahead of|moved ahead of|moved past|leapfrogged|overhauled)"
    r" (?P<other>[^,;]+)$"
)
_WHEN = re.compile(r",? ?\b(?:in|during) (?:19|20)\d\d\b,?")
_AS_FIRST = re.compile(
    r"\bas (?:the )?(?:world['\u2019]s )?(?:largest|biggest|leading|top|main) (?P<who>[a-z]+?er)s? of\b"
)
_DOES = {"exporter": "exports", "producer": "production", "maker": "production", "manufacturer": "production"}


def overtaking(claim: Asked) -> tuple[Asked, ...]:
    """That somebody is ahead in a year, and that he was behind in the year before; none for another claim.

    Who overtook another "as the biggest exporter" was behind him in exports before.
    """
    years = set(YEAR.findall(claim.words))
    if len(years) != 1 or claim.polarity == "-" or months(claim):
        return ()
    found = _OVERTOOK.match(" ".join(without_place(_WHEN.sub(" ", claim.words)).split()))
    if found is None:
        return ()
    year = int(years.pop())
    one = found["one"]
    other = _AS_FIRST.sub(lambda m: f"in {_DOES[m['who']]} of" if m["who"] in _DOES else m[0], found["other"])
    bare = replace(claim, kind="rank", object=None, place=None, low=None, high=None, unit="", qualifier="")
    return tuple(
        replace(bare, words=f"{one} was {how} {other} in {then}", time=str(then))
        for how, then in (("ahead of", year), ("behind", year - 1))
    )

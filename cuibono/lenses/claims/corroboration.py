"""How many independent sources state each claim?"""

from collections.abc import Iterator, Sequence
from typing import Literal

from cuibono.errors import BadSetting
from cuibono.extract.claim_sources import LEAST
from cuibono.lenses.claims import _sayings, _sources_wording
from cuibono.lenses.claims._sayings import Said
from cuibono.lenses.contract import lens
from cuibono.model.counting import plural
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import SameOwner, Sayings

_NAMED = 20


@lens(answers=[])
def corroboration(
    sayings: Sayings,
    owners: SameOwner | None = None,
    *,
    least: int = 2,
    what: Literal["both", "claims", "ties"] = "both",
    about: str = "",
    copied: float = LEAST,
) -> Iterator[Finding | Notice]:
    """How many independent sources state each claim or tie, and why the others are none.

    Claims that say the same of the same are put together as in the docket. One source is one speaker, or one outlet
    in its own voice, in one document; saying it twice counts once. Then sources come down to others: whoever relays
    a speaker counts as that speaker; an outlet that says itself what it elsewhere quotes, or has "according to"
    another, rests on whom it quotes; texts whose paragraphs have most of their runs of four letters in common (the
    Jaccard index, Broder 1997), or that are the same, are one text, the earliest the original; outlets that the
    case knows to be of one owner are one. Counted are those who rest on nobody else. Two who rest only on each other
    count as one. The lower end of the number joins whatever is not known to be apart: sources that share an outlet,
    an owner in dispute or an unknown publisher. The upper end takes every name as it is. Those without a name are
    never independent of each other. Owners stand in the table same_owner, which a table or control.owners can fill.
    What a machine only proposes is not counted; it can but lower the lower end, where it shows whom somebody rests
    on. The cost grows with the number of sayings; texts are compared only within a claim.

    It does not say that a claim is true, nor that it is false when only one states it: sources without any tie can
    share a mistake, a rumour or an interest. Silent rewriting and owners that the case does not know are not seen.

    Settings:
        least: by how many sources a claim must be stated to be reported
        what: claims, ties or both
        about: only what names this person, firm or country; empty for all
        copied: from which part of all their runs of letters in common, 0 to 1, two paragraphs are taken for copies
    """
    if least < 2:
        raise BadSetting(f"By {plural(least, 'source')} nothing is corroborated.", try_="least=2 or more")
    if not 0.5 <= copied <= 1:
        raise BadSetting(f"{copied} is no share from which texts are copies.", try_="copied=0.8, from 0.5 to 1")
    _sayings.keep_rows(sayings, what=what, about=about)
    told, alone = list(_sayings.said(sayings, owners, copied=copied)), _sayings.alone(sayings)
    if not told and not alone:
        yield _nothing(about)
        return
    several = [s for s in told if s.found.stated >= least]
    yield from _findings(sayings, several, owners is not None)
    yield from _single([s for s in told if s.found.stated == 1], alone)


def _findings(sayings: Sayings, several: Sequence[Said], owned: bool) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], int] = {}
    for said in sorted(several, key=lambda s: (-s.found.stated, s.found.count, s.first.says, s.records)):
        names = _sources_wording.about(said)
        seen[names] = seen.get(names, 0) + 1
        yield Finding(
            says=_sources_wording.says(said),
            about=names if seen[names] == 1 else (*names, str(seen[names])),
            measure=_sources_wording.measure(said),
            caveats=_sources_wording.caveats(said, owned),
            evidence=_sayings.evidence(sayings, said),
            figure=_sources_wording.figure(said),
        )


def _single(told: Sequence[Said], ties: int) -> Iterator[Notice]:
    """What only one states cannot be compared with anything; it is told once for all."""
    claims = [s for s in told if s.what == "claim"]
    ties += len(told) - len(claims)
    parts = [*([plural(len(claims), "claim")] if claims else []), *([plural(ties, "tie")] if ties else [])]
    if parts:
        one = len(claims) + ties == 1
        yield Notice(
            f"{' and '.join(parts)} {'is' if one else 'are'} stated by one source only",
            "one source can be right, and nothing here bears it out",
            "a second source that does not rest on the first: add it, and read it",
            tuple(dict.fromkeys(s.first.subject.name for s in told if s.first.subject))[:_NAMED],
        )


def _nothing(about: str) -> Notice:
    return Notice(
        f"Nothing is stated{f' of {about}' if about else ''} that could be corroborated",
        "the case holds no claim and no tie that is relied on; what a machine only proposes is left aside",
        "texts that are read, a table of claims (cuibono add FILE --as claims), or confirmed proposals",
    )

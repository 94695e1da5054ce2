"""``export``: findings become a page or a file; nothing protected gets out.

When the case holds protected material every lens is run again on the public side alone: a number that would need
the rest is not printed. The last step searches the finished file for anything that points to a protected source.
"""

from itertools import chain
from pathlib import Path

from cuibono.case.docket import docket
from cuibono.case.looking import again
from cuibono.errors import CuibonoError, MissingTable, ProtectedLeak
from cuibono.model.docket import DocketRow
from cuibono.model.draft import Draft
from cuibono.model.finding import Finding, Notice
from cuibono.reports import formats
from cuibono.reports.formats import Written
from cuibono.store import drafts, findings, leaks, stresses
from cuibono.store.config import read_title
from cuibono.store.guarded import has_protected, secrets_of
from cuibono.store.layout import Layout
from cuibono.store.leaks import Secrets
from cuibono.store.public import Public
from cuibono.store.session import Session, open_session
from cuibono.store.views import Scope

Notices = list[tuple[str, Notice]]
#: The kinds of files that a draft can become.
_DRAFTED = ("html", "md")


def export(
    layout: Layout,
    path: Path,
    *,
    format: str | None = None,  # noqa: A002 - the word users know
    draft: bool = False,
) -> Written:
    """Write findings and their passages to a file; the suffix says which kind.

    With ``draft`` it is the report that a person put together: what they chose, in their order, with their words.
    Raises ProtectedLeak, and writes nothing, when the finished file would point to a protected source.
    """
    title, told = read_title(layout), _told(layout, path, format) if draft else None
    with open_session(layout) as everything:
        guarded = has_protected(everything)
        chosen = None if told is None else list(told.chosen("finding"))
        kept = [f for f in findings.kept(everything, ids=chosen) if f.verdict != "dismissed"]
        asked = _asked(everything)
        if told is not None:
            kept.sort(key=lambda f: told.chosen("finding").index(f.id))
            asked = [(lens, how) for lens, how in asked if any((f.lens, f.settings) == (lens, how) for f in kept)]
    with open_session(layout, Scope(public=True), at_hand=True) as session:
        if guarded:
            public, notices = _public_twins(session, kept, asked)
        else:
            public, notices = [f for f in kept if f.state != "fell"], _kept_notices(session)
        withheld = sum(f.state != "fell" for f in kept) - len(public)
        if told is not None:
            place = {f.id: n for n, f in enumerate(kept)}
            public, notices = sorted(public, key=lambda f: place[f.id]), []
        claims = _claims(session, told, guarded=guarded)
        stress = stresses.kept(session.engine, public=guarded)
        view = Public(
            session,
            (told.title if told else "") or title,
            public,
            notices,
            docket=claims,
            stress=stress,
            withheld_findings=withheld,
            draft=told,
        )
        secrets = _secrets(layout, session, title) if guarded else None
        return formats.write(view, path, format=format, check=lambda written: _check(written, secrets))


def refuse_leaks(layout: Layout, public: Session, written: Path, title: str) -> None:
    """Raise ProtectedLeak when a file made from a public session points to a protected source."""
    with open_session(layout) as everything:
        guarded = has_protected(everything)
    _check(written, _secrets(layout, public, title) if guarded else None)


def _told(layout: Layout, path: Path, form: str | None) -> Draft:
    """The draft of the case; raises CuibonoError when there is none, or when it cannot become that kind of file."""
    found = drafts.read(layout)
    if found is None or not found.blocks:
        raise CuibonoError(
            "The case has no draft of a report yet.", try_="put one together on the page Report of: cuibono serve"
        )
    kind = (formats.by_name(form) if form else formats.by_suffix(path)).name
    if kind not in _DRAFTED:
        raise CuibonoError(f"A draft cannot become {kind}.", try_=f"one of: {', '.join(_DRAFTED)}")
    return found


def _claims(session: Session, told: Draft | None, *, guarded: bool) -> list[DocketRow]:
    """The docket, or what was chosen of it in the order of the draft; what only proposals bear out is in no export."""
    wanted = None if told is None else told.chosen("claim")
    if wanted == ():
        return []
    found = (None if guarded else docket.as_kept(session)) or docket.of_session(session, run=True)
    rows = [r for r in found if "proposed" not in r.marks]
    if wanted is None:
        return rows
    return sorted((r for r in rows if r.id in wanted), key=lambda r: wanted.index(r.id))


def _asked(session: Session) -> list[tuple[str, dict[str, object]]]:
    import json

    rows = session.engine.tuples(f"SELECT lens, settings FROM ev.run WHERE id IN ({findings.LATEST}) ORDER BY lens, id")
    return [(lens, json.loads(settings)) for lens, settings in rows]


def _public_twins(
    session: Session, kept: list[Finding], asked: list[tuple[str, dict[str, object]]]
) -> tuple[list[Finding], Notices]:
    """What the same lenses find without the protected part; a kept finding without a twin is withheld."""
    wanted = {f.id: f for f in kept if f.state != "fell"}
    found: list[Finding] = []
    notices: Notices = []
    for lens, settings in asked:
        try:
            made = again(session, lens, settings)
        except MissingTable:
            continue
        found += [_with_verdict(f, wanted[f.id]) for f in made.findings if f.id in wanted]
        notices += [(lens, n) for n in made.notices]
    return found, notices


def _with_verdict(twin: Finding, kept: Finding) -> Finding:
    return twin.with_(
        verdict=kept.verdict,
        note=kept.note,
        judged_by=kept.judged_by,
        generation=kept.generation,
        kept=kept.kept,
        state=kept.state,
    )


def _kept_notices(session: Session) -> Notices:
    import json

    rows = session.engine.tuples(f"SELECT lens, notices FROM ev.run WHERE id IN ({findings.LATEST}) ORDER BY lens, id")
    return [(lens, Notice(**raw)) for lens, listed in rows for raw in json.loads(listed)]


def _secrets(layout: Layout, public: Session, title: str) -> Secrets:
    with open_session(layout, Scope(proposals=True)) as everything:
        return secrets_of(everything, public, title, chain(formats.own_words(), docket.own_words()))


def _check(written: Path, secrets: Secrets | None) -> None:
    if secrets is None:
        return
    try:
        leaks.refuse(written, secrets)
    except CuibonoError:
        raise
    except Exception as error:  # whatever cannot be searched cannot be let out
        raise ProtectedLeak(
            f"The finished export could not be searched for protected material: {error}",
            try_="export to another format, and report this",
        ) from error

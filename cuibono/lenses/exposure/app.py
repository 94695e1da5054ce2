"""What can an app come to know, and what was it seen to send?"""

from collections.abc import Iterator

from cuibono.lenses.contract import lens
from cuibono.lenses.exposure import _app_facts, _app_versions
from cuibono.lenses.exposure import _app_wording as wording
from cuibono.lenses.exposure._app_bearings import bears
from cuibono.lenses.exposure._app_facts import About
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import AppFacts, SameOwner

_TOLD = (
    "access", "tracker", "library", "endpoint", "dynamic code", "compared constant", "secret", "unencrypted traffic",
    "unencrypted traffic allowed", "exported part",
)  # fmt: skip


@lens(answers=["behaviour of an app"])
def app(
    facts: AppFacts, owners: SameOwner | None = None, *, app: str = "", folded: bool = True
) -> Iterator[Finding | Notice]:
    """What an app declares, what stands in its code, what can be reached in it, and what it was seen to send.

    A package is taken apart: its manifest (declared), its compiled classes, assets and the texts of native libraries.
    What is found is of one of three grades that are never mixed: *capability* (it stands in the code), *reachable* (a
    chain of calls leads to it from what the system starts), *observed* (it is in recorded traffic). Trackers are known
    by the beginning of their classes, hosts by addresses in the code, secrets by their form (shown masked, never
    tried), constants that input is compared with by the comparison standing in the same method of the app's own code.
    What an app declares and its code does not use is told, and so is the reverse. The parts of a split package are one
    app; two versions of an app are set side by side: what is new in the later one, and what is gone. Where the case
    knows the developer's owner, he is named.

    It does not say what the app does with what it takes: a source and a destination in the same app are no flow. Code
    that is loaded at run time, native code, reflection, and what servers switch on are out of reach, so what is not
    found may still be there; whose a host is, and of which country, is a hint by its name. Presence is not activity.

    Settings:
        app: only this app, by package or name; empty for all
        folded: leave out what stands only in libraries and was neither reached nor observed
    """
    found = _app_facts.abouts(facts, app)
    if not found:
        yield wording.nothing(app)
        return
    named, developers = _app_facts.owners(owners), _app_facts.developers(facts)
    aside: dict[str, int] = {}
    for about in sorted(found, key=lambda a: (a.app, _TOLD.index(a.kind) if a.kind in _TOLD else 99, a.what)):
        if about.kind not in _TOLD:
            continue
        if (
            folded
            and about.kind in ("endpoint", "secret", "dynamic code")
            and about.best == "capability"
            and not about.own
        ):
            aside[about.app] = aside.get(about.app, 0) + 1
            continue
        developer = developers.get(about.app, "")
        owner = named.get(developer.lower()) or named.get(about.app.lower())
        yield Finding(
            says=wording.says(about),
            about=(about.name, about.kind, about.what, about.app),
            measure=wording.measure(about),
            caveats=wording.caveats(about, developer, owner or ""),
            evidence=_app_facts.evidence(facts, about),
            figure=wording.figure(about),
            bears=bears(about),
        )
    yield from (_app_versions.finding(facts, change) for change in _app_versions.changes(facts, app))
    yield from _not_found(found)
    for package, count in aside.items():
        yield wording.folded(package, count)


def _not_found(found: list[About]) -> Iterator[Notice]:
    """For each app, what was looked for and does not stand in it."""
    apps = {a.app: a.name for a in found}
    for package, name in apps.items():
        there = {a.what for a in found if a.app == package and a.kind == "access"}
        yield wording.not_found(name, sorted(set(_app_facts.PERMISSIONS.values()) - there))

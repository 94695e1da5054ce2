"""How the facts of an app are put into words, each with its grade."""

from collections.abc import Iterator

from cuibono.lenses.exposure._app_facts import GRADES, About
from cuibono.lenses.exposure._hosts import hint
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure, Notice

_GRADES = {
    "observed": "was seen in recorded traffic",
    "reachable": "stands in its code and can be reached by calls from what the system starts",
    "capability": "stands in its code; no chain of calls to it was found",
    "declared": "is declared, and was not found in its code",
}
KINDS = {
    "access": "access to {}",
    "tracker": "the tracker {}",
    "library": "the library {}",
    "endpoint": "the host {}",
    "dynamic code": "{}",
    "compared constant": "{}",
    "secret": "a secret by its form, {},",
    "unencrypted traffic": "unencrypted traffic to {}",
    "unencrypted traffic allowed": "permission for unencrypted traffic ({})",
    "exported part": "a part that other apps can call ({})",
}
_SHORT = {
    "observed": "seen in traffic",
    "reachable": "in the code, reached by calls",
    "capability": "in the code, no chain of calls",
    "declared": "declared",
}


def says(about: About) -> str:
    """The sentence of a finding: what, and how surely."""
    what = KINDS[about.kind].format(about.what)
    version = f" {about.version}" if about.version else ""
    return f"{about.name}{version}: {what} {_grade(about)} ({about.example})"


def _grade(about: About) -> str:
    if about.best == "capability" and "declared" not in about.grades and about.kind == "access":
        return f"{_GRADES['capability']}; it is not declared"
    return _GRADES[about.best]


def measure(about: About) -> Measure:
    """How many places say so."""
    grades = ", ".join(about.grades)
    return Measure(
        "places",
        float(about.places),
        meaning=f"Places in the package or the recording that say so; grades: {grades}; {about.own} of them in the "
        "app's own code. The number says nothing of how often it happens.",
    )


def figure(about: About) -> Figure:
    """In how many places it stands, each grade on its own."""
    bars = tuple(Bar(_SHORT[g], float(n)) for g, n in zip(GRADES, about.by_grade, strict=True))
    return Figure(f"{about.name}: where {KINDS[about.kind].format(about.what).rstrip(',')} stands", "places", bars)


def caveats(about: About, developer: str, owner: str) -> tuple[str, ...]:
    """What it does not say."""
    return tuple(_caveats(about, developer, owner))


def _caveats(about: About, developer: str, owner: str) -> Iterator[str]:
    if about.best != "observed":
        yield "Presence is not activity: whether it happens, and when, is not in the package."
    yield "It does not say where what is taken goes: a source and a destination in one app are no flow."
    if about.best == "capability":
        yield "Reflection, native code and messages between parts of an app are not followed, and may lead to it."
    if about.kind == "access" and "declared" not in about.grades:
        yield "The manifest declares no permission for it; some kinds need none."
    if about.kind in ("secret", "compared constant"):
        yield f"Shown masked, never tried: {'; '.join(about.values)}."
    elif about.kind == "endpoint" and about.values:
        yield f"As it stands there: {'; '.join(about.values[:2])}. Whose host it is and where is not in a name."
    if about.kind in ("endpoint", "unencrypted traffic") and (hinted := hint(about.what)):
        yield f"A hint at whose it is: {hinted}. Where the machine stands is another question."
    if owner:
        yield f"{developer or 'The app'} answers to {owner}, as the case has it."


def not_found(name: str, what: list[str]) -> Notice:
    """What was looked for and not found: no proof that it is not there."""
    return Notice(
        f"{name}: no access to {', '.join(what)} was found" if what else f"{name}: everything looked for was found",
        "neither declared, nor in the code, nor observed; what is loaded at run time or done natively is out of reach",
        "a recording of the app's traffic (.har), or an older and a newer version",
        (name,),
    )


def folded(package: str, count: int) -> Notice:
    """What stands in libraries only."""
    return Notice(
        f"{package}: left out were {plural(count, 'thing')} that stand only in libraries which no call reaches",
        "hosts, secrets and dynamic code that only libraries hold say little of the app",
        "folded=false shows them",
    )


def nothing(app: str) -> Notice:
    """No app is in the case."""
    return Notice(
        f"Nothing is known of {app}" if app else "No app is in the case",
        "the case has no facts of it",
        "the package (.apk) or its recorded traffic (.har): cuibono add FILE",
    )

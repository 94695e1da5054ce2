"""Build the demo cases: an honest run of what a person would do, from adding files to the report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from time import perf_counter

from cuibono.case import Case, open_case
from cuibono.demo.recipe import NAMES, Decision, Question, Recipe, recipe
from cuibono.model.finding import Finding
from cuibono.store.progress import Tell, silent


@dataclass(slots=True)
class Built:
    """One demo case: where it is, its report, what came in, what was found, how long it took."""

    name: str
    title: str
    folder: Path
    report: Path
    added: int = 0
    known: int = 0
    lenses: list[str] = field(default_factory=list)
    findings: int = 0
    notices: int = 0
    confirmed: list[str] = field(default_factory=list)
    changed: bool = False
    seconds: float = 0.0


def build(folder: Path, *, names: Sequence[str] = NAMES, tell: Tell = silent) -> list[Built]:
    """Make the demo cases (``folder/solar``, ``folder/alliance`` ...) and a report of each; again changes nothing.

    ``names`` are those to build. The reports are ``folder/report.html`` (solar), ``folder/alliance.html`` and so on.
    Raises what adding, looking and exporting raise.
    """
    folder.mkdir(parents=True, exist_ok=True)
    reports = {"solar": "report.html"}
    made = []
    with resources.as_file(resources.files("cuibono.demo")) as material:
        for name in names:
            told = recipe(material / name)
            made.append(_build_one(folder / name, folder / reports.get(name, f"{name}.html"), told, tell))
    return made


def _build_one(folder: Path, report: Path, told: Recipe, tell: Tell) -> Built:
    start = perf_counter()
    case = open_case(folder, title=told.title)
    built = Built(told.name, told.title, folder, report)
    _add(case, told, built, tell)
    _look(case, told, built, tell)
    for decision in told.decisions:
        _confirm(case, decision, built)
    if built.changed or not report.exists():
        tell(f"{told.name}: testing its claims", 0, 0)
        case.docket()
        tell(f"{told.name}: writing {report.name}", 0, 0)
        case.export(report)
    built.seconds = perf_counter() - start
    return built


def _add(case: Case, told: Recipe, built: Built, tell: Tell) -> None:
    for helping in told.helpings:
        added = case.add(helping.files, tell=tell, **helping.told)
        for _, error in added.refused:
            raise error
        built.added += len(added.sources)
        built.known += len(added.known)
    built.changed = built.added > 0


def _look(case: Case, told: Recipe, built: Built, tell: Tell) -> None:
    """Ask every lens that fits; one that was asked before, of the same evidence, is left as it is."""
    asked = [] if built.changed else case.runs()
    built.lenses = case.fitting()
    named = {q.lens for q in told.questions}
    questions = [*told.questions, *(Question(lens) for lens in built.lenses if lens not in named)]
    for question in questions:
        if question.lens not in built.lenses or any(question.was(*run) for run in asked):
            continue
        found = case.look(question.lens, tell=tell, **question.settings)
        built.notices += len(found.notices)
        built.changed = True
    built.findings = len(case.findings())


def _confirm(case: Case, decision: Decision, built: Built) -> None:
    found = _about(case.findings(decision.lens), decision.about)
    if found is None or found.verdict is not None:
        return
    case.judge(found.id, "confirmed", by=decision.by, note=decision.note)
    built.confirmed.append(found.says)
    built.changed = True


def _about(found: Iterable[Finding], words: tuple[str, ...]) -> Finding | None:
    return next((f for f in found if all(w in f.about for w in words)), None)

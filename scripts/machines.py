#!/usr/bin/env python
"""Write the table of the README: what people say a machine does, the command, what cuibono answered on the demo.

``scripts/machines.py`` builds the demo in an empty folder and writes the table; ``scripts/machines.py FOLDER`` takes a
demo that is built already. The answers are findings of the demo and outcomes of its docket, word for word; the tests
of the demo compare them with the README.
"""

import argparse
import re
import shlex
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cuibono.case import Case
    from cuibono.model.docket import DocketRow
    from cuibono.model.finding import Finding

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
FIRST, LAST = "<!-- Written by scripts/machines.py; do not edit. -->", "<!-- To here. -->"


@dataclass(frozen=True, slots=True)
class Machine:
    """What is said of a machine, the demo case and the lens that test it, and words of the finding that is shown.

    ``claim`` are words of a claim of the demo, where its docket puts one to the lens.
    """

    said: str
    case: str
    lens: str
    finding: str
    claim: str = ""


MACHINES = (
    Machine("Owners hide behind owners: one master has the votes", "owners", "control.owners",
            "in Yarrow Grid", "Xanthe Fund: controls Yarrow Grid"),
    Machine("Careers and purges run along old ties: a school, a club, a meeting", "owners", "actors.paths",
            "connected through 2 ties"),
    Machine("The crowd is manufactured: many accounts, one hand", "campaign", "campaigns.cosharing",
            "Harbour Watch", "Harbour Watch and Ferry Truth"),
    Machine("A name is made famous from elsewhere", "campaign", "campaigns.search", "Mira Quay", "Mira Quay"),
    Machine("The feed steers", "feed", "feeds.departure", "harbour law", "engagement alone explains"),
    Machine("The app reads more than it says", "city", "exposure.app", "access to contacts", "can access the contacts"),
    Machine("The grid knows everybody: where they live, where they work", "city", "exposure.holder",
            "singles out 11.7"),
    Machine("The rule falls on some and not on others", "city", "exposure.treatment", "spot checks",
            "checked less often"),
    Machine("One narrow point in the supply, and an embargo would close it", "solar", "dependence.embargo",
            "(production, 2021, says PV_ICE"),
    Machine("The front page gives away who is falling", "paper", "signals.attention", "Tomas Quill",
            "Tomas Quill: trend of mentions in the Harbour Courier rose"),
    Machine("The two move together: it cannot be chance", "paper", "signals.coincidence", "Saltmarsh Bulletin"),
    Machine("Everything fits my reading of it", "paper", "signals.readings", "Tomas Quill"),
)  # fmt: skip


def table(folder: Path) -> str:
    """The table, from the demo that was built in a folder."""
    from cuibono.case import open_case

    cases = {name: open_case(folder / name, make=False) for name in dict.fromkeys(m.case for m in MACHINES)}
    tested = {m.case for m in MACHINES if m.claim}
    dockets = {name: case.docket() if name in tested else [] for name, case in cases.items()}
    rows = [_row(m, finding(m, cases[m.case]), outcome(m, dockets[m.case])) for m in MACHINES]
    head = ["what people say the machine does", "the command", "what cuibono answered on the demo"]
    return "\n".join([FIRST, "", f"| {' | '.join(head)} |", "| --- | --- | --- |", *rows, "", LAST])


def _row(machine: Machine, found: "Finding", came_of_it: str) -> str:
    cells = (machine.said, f"`{command(machine, found)}`", f"{found.says}. {came_of_it}".strip())
    return f"| {' | '.join(c.replace('|', chr(92) + '|') for c in cells)} |"


def finding(machine: Machine, case: "Case") -> "Finding":
    """The finding of the demo that is shown."""
    found = next((f for f in case.findings(machine.lens) if machine.finding in f.says), None)
    if found is None:
        raise SystemExit(f"{machine.lens} finds nothing of {machine.finding!r} in the demo case {machine.case}")
    return found


def command(machine: Machine, found: "Finding") -> str:
    """The command that asks again: the lens, and the settings that are not its defaults."""
    from cuibono.lenses import registry

    told = [
        f" --{s.name.replace('_', '-')} {shlex.quote(str(found.settings[s.name]))}"
        for s in registry.get(machine.lens).settings
        if found.settings[s.name] not in (s.default, str(s.default))
    ]
    return f"cuibono -C demo-case/{machine.case} look {machine.lens}{''.join(told)}"


def outcome(machine: Machine, docket: "list[DocketRow]") -> str:
    """What the docket of the demo makes of a claim by this lens; nothing where no claim is put to it."""
    if not machine.claim:
        return ""
    for row in docket:
        if row.tested and machine.claim in row.claim.says and machine.lens in row.tested.rule:
            return f"The claim “{row.claim.says}” ({row.claim.speaker}): *{row.outcome}*."
    raise SystemExit(f"no claim with {machine.claim!r} is put to {machine.lens} in the demo case {machine.case}")


def written(page: str, made: str) -> str:
    """The page with the table in its place."""
    block = re.compile(f"{re.escape(FIRST)}.*?{re.escape(LAST)}", re.DOTALL)
    if len(block.findall(page)) != 1:
        raise SystemExit("the README has no place for the table")
    return block.sub(lambda _: made, page)


def main() -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="a demo that is built already")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as empty:
        if told.folder is None:
            from cuibono.demo.build import build

            build(Path(empty))
        made = table(told.folder or Path(empty))
    README.write_text(written(README.read_text("utf-8"), made), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

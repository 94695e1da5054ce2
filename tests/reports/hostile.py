"""Every text field of a public case filled with something that wants to be markup, a formula or a control."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding, Measure, Notice
from cuibono.model.passage import Passage
from cuibono.model.source import Source

from .invented import FakePublic, Passages

ATTACKS = (
    "<script>alert('x')</script>",
    "</title></style></script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "<style>*{background:url(https://tracker.example/x)}</style>",
    "<link rel=stylesheet href=https://tracker.example/x>",
    "<meta http-equiv=refresh content='0;url=https://tracker.example'>",
    "<base href=https://tracker.example/>",
    "<form action=https://tracker.example><input name=a></form>",
    "<!--><script>alert(1)</script-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "{{ 7*7 }}{% include 'x' %}{# #}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "\x00<scr\x00ipt>\ud800\x1b[31m",
    "\u202etpircs\u202c <math><mtext></p><style><img src=x onerror=alert(1)>",
    "`<b>` ![x](https://tracker.example/x.png) [y](javascript:alert(1)) www.tracker.example https://tracker.example",
    "# not a heading\n\n> not a quote\n\n| not | a table |\n|---|---|\n\n- no list\n1. no list\n---\n===",
    "=cmd|'/c calc'!A1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "+1+1",
    "-2+3",
)


def hostile(bad: str) -> FakePublic:
    """A case in which every text is the attack (dates and numbers stay what they are)."""
    source = Source(
        "S1",
        bad,
        bad,
        origin=bad,
        title=bad,
        outlet=bad,
        author=bad,
        published=bad,
        language=bad,
        url=bad,
        captured=bad,
        simulated=True,
        notes=(bad,),
    )
    passages = (
        Passage(source, 1, bad, bad, 0, 10),
        Passage(source, 2, bad, f"{bad}: {bad}", data={bad: bad, "other": None, "third": 3}),
    )
    measure = Measure(bad, 0.5, bad, 0.1, 0.9, 0.01, bad)
    bars = tuple(Bar(bad, float(i), 0.0, 9.0, bad) for i in range(15))
    findings = tuple(
        _finding(bad, number, Passages(passages, 99), measure, Figure(bad, bad, bars, kind=kind, mark=0.3))
        for number, kind in enumerate(("bars", "ranges", "line"), start=1)
    )
    said = {"entity_id": bad, "schema": "Company", "prop": "name", "value": bad, "lang": bad}
    row = {
        "owner_id": bad,
        "owner_name": bad,
        "asset_id": bad,
        "asset_name": bad,
        "note": bad,
        "_source": "S1",
        "_row": 1,
    }
    return FakePublic(
        title=bad,
        findings=findings,
        notices=((bad, Notice(bad, bad, bad, (bad,))),),
        sources=(source, replace(source, id="S2", url=f"https://a.example/{bad}", origin=None)),
        not_covered=(bad,),
        bulk={"holdings": (row | {"asserted_by": bad, "standing": bad},)},
        said=({**said, "sources": ["S1"], "asserted_by": [bad]},),
    )


def _finding(bad: str, number: int, evidence: Passages, measure: Measure, figure: Figure) -> Finding:
    odd: Any = {bad: bad, "list": [bad], "none": None}
    return Finding(
        bad,
        (bad,),
        evidence,
        measure,
        (bad, bad),
        figure,
        id=f"F{number}",
        lens=bad,
        settings=odd,
        state="fell" if number == 3 else "fresh",
        verdict="confirmed",
        note=bad,
        judged_by=bad,
        count=99,
        kept=datetime(2026, 1, 1),
        generation=1,
    )

"""An invented public case for the tests of reports: solar supply, two papers that disagree, a Chinese passage."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from cuibono.model.docket import DocketLine
from cuibono.model.draft import Part
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding, Measure, Notice
from cuibono.model.passage import Passage
from cuibono.model.source import Source
from cuibono.model.stress import Stressed
from cuibono.reports.contract import Withheld

WHEN = datetime(2026, 3, 14, 15, 9)


@dataclass(frozen=True)
class Passages:
    """Evidence that is a plain list."""

    items: tuple[Passage, ...]
    total: int | None = None

    def count(self) -> int:
        return len(self.items) if self.total is None else self.total

    def first(self, n: int = 20, *, skip: int = 0) -> list[Passage]:
        return list(self.items[skip : skip + n])

    def to_json(self) -> dict[str, Any]:
        return {}


@dataclass(frozen=True)
class FakePublic:
    """A PublicCase out of plain values."""

    title: str = "An invented case"
    generation: int = 7
    exported: datetime = WHEN
    findings: tuple[Finding, ...] = ()
    notices: tuple[tuple[str, Notice], ...] = ()
    docket: tuple[DocketLine, ...] = ()
    stress: tuple[Stressed, ...] = ()
    sources: tuple[Source, ...] = ()
    withheld: Withheld = field(default_factory=Withheld)
    parts: tuple[Part, ...] | None = None
    not_covered: tuple[str, ...] = ()
    bulk: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    texts: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    said: tuple[dict[str, Any], ...] = ()
    quoted: tuple[dict[str, Any], ...] = ()

    def tables(self) -> list[str]:
        return list(self.bulk)

    def columns(self, table: str) -> list[str]:
        return list(self.bulk[table][0])

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        return (dict(row) for row in self.bulk[table])

    def passages(self, source: str) -> Iterator[Passage]:
        return iter(self.texts.get(source, ()))

    def statements(self) -> Iterator[dict[str, Any]]:
        return (dict(s) for s in self.said)

    def quotes(self) -> Iterator[dict[str, Any]]:
        return (dict(q) for q in self.quoted)

    def but(self, **changes: Any) -> "FakePublic":
        """The same case with some parts changed."""
        return replace(self, **changes)


TRADE = Source(
    "S1",
    "trade-yearbook-2025.pdf",
    "application/pdf",
    origin="/Users/somebody/solar/trade-yearbook-2025.pdf",
    title="Yearbook of the photovoltaic trade 2025",
    outlet="Lindqvist Trade Press",
    author="Marta Lindqvist",
    published="2025-11",
    language="en",
    notes=("Page 12 was read by OCR, mean confidence .93.",),
)
PAPER = Source(
    "S2",
    "paper.html",
    "text/html",
    url="https://haidong-ribao.example/2025/0614.html",
    title="硅片产能去年再创新高",
    outlet="海东日报",
    published="2025-06-14",
    captured="2026-01-08T10:11",
    language="zh",
)
SHARES = Source("S3", "shares.csv", "text/csv", title=None, published="2025", language=None)
BROADCAST = Source(
    "S4",
    "broadcast.srt",
    "application/x-subrip",
    title="The Evening Hour, 3 February: Who owns the sun?",
    outlet="Radio Norrland",
    published="2026-02-03",
)


def row(seq: int, **cells: Any) -> Passage:
    """A table row as a passage, as the store makes it."""
    text = " · ".join(f"{k}: {v}" for k, v in cells.items())
    return Passage(SHARES, seq, f"row {seq}", text, data=cells)


QUOTES = (
    Passage(
        TRADE,
        41,
        "page 12",
        "Of the 1,180 gigawatts of wafer capacity that the survey counted at the end of the year, 1,136 stood in "
        "plants on the mainland. What remains is spread over nine countries, none of which reaches two percent. "
        "The survey counts nameplate capacity; plants that were idle for the whole of the fourth quarter are in it.",
        8810,
        9122,
    ),
    Passage(
        PAPER, 3, "paragraph 3", "去年全国硅片产量占全球的百分之九十六以上，行业协会称“短期内没有替代来源”。", 120, 158
    ),
    Passage(
        BROADCAST,
        88,
        "00:14:32",
        "They like to say ninety-seven. I have walked through three of those halls and nobody was in them. "
        "If you count what is made and not what could be made, it is nearer to eighty.",
        9010,
        9190,
    ),
)


def sample() -> FakePublic:
    """A case with everything that a report can show."""
    rows = tuple(
        row(i, supplier=n, stage="wafer", basis="capacity", year="2024", share=s)
        for i, (n, s) in enumerate(
            (("China", "96.3%"), ("Malaysia", "1.4%"), ("Vietnam", "0.9%"), ("Norway", "0.3%")), 1
        )
    )
    concentration = Finding(
        "China holds 96% of wafer capacity, and no other country holds two percent.",
        ("China", "wafer"),
        Passages(
            (QUOTES[0], QUOTES[1], *rows, *(row(i, supplier=f"Place {i}", share="0.1%") for i in range(5, 30))), 143
        ),
        Measure(
            "Herfindahl index",
            0.928,
            "",
            0.915,
            0.941,
            None,
            "The sum of the squared shares: 1 means a single supplier, and above 0.25 a market is usually called "
            "highly concentrated. The interval covers the 1.1% that no source assigns to a country.",
        ),
        (
            "A capacity is not a production: plants that stood idle are counted.",
            "A share of a country says nothing about who owns the plants in it.",
        ),
        Figure(
            "Share of wafer capacity, end of 2024",
            "share",
            (
                Bar("China", 0.963, 0.957, 0.968, "two sources"),
                Bar("Malaysia", 0.014),
                Bar("Vietnam", 0.009, 0.006, 0.013),
                Bar("Taiwan", 0.004),
                Bar("Norway", 0.003),
                *(Bar(f"A country with a rather long official name, number {i}", 0.0006) for i in range(1, 11)),
            ),
            mark=0.25,
        ),
        id="F1",
        lens="dependence.concentration",
        settings={"threshold": 0.25, "basis": "capacity", "pool_owners": True, "years": ["2023", "2024"]},
        verdict="confirmed",
        note="Checked against the printed yearbook.",
        judged_by="R. Okafor",
        count=143,
        kept=datetime(2026, 3, 12, 9, 30),
        generation=6,
    )
    contradiction = Finding(
        "Three speakers give shares of wafer production that cannot all be true.",
        ("China", "wafer", "production"),
        Passages((QUOTES[2], QUOTES[1], QUOTES[0])),
        Measure("Distance between the ranges", 0.10, "share", meaning="How far the closest two of them stay apart."),
        ("One of them counts capacity, which may explain the difference.",),
        Figure(
            "China's share of wafers in 2024, by who says it",
            "share",
            (
                Bar("Marta Lindqvist, Yearbook of the photovoltaic trade", 0.963, 0.957, 0.968, "page 12"),
                Bar("行业协会, in 海东日报", 0.96, 0.96, None, "“百分之九十六以上”"),
                Bar("A guest of The Evening Hour", 0.8, 0.78, 0.82, "00:14:32, “nearer to eighty”"),
            ),
            kind="ranges",
        ),
        id="F2",
        lens="claims.contradictions",
        state="stale",
        count=3,
        kept=datetime(2026, 3, 12, 9, 31),
        generation=5,
    )
    trend = Finding(
        "Polysilicon output outside China halved between 2015 and 2024.",
        ("polysilicon",),
        Passages((QUOTES[0],)),
        Measure("Change in output", -0.52, "share", -0.58, -0.47, 0.0004, "Against the average of 2014 to 2016."),
        (),
        Figure(
            "Polysilicon output outside China",
            "thousand tonnes",
            tuple(
                Bar(str(2013 + i), v, v * 0.93, v * 1.06)
                for i, v in enumerate((148, 155, 162, 158, 151, 140, 122, 101, 96, 88, 81, 78))
            ),
            kind="line",
            mark=100,
        ),
        id="F3",
        lens="dependence.trend",
        settings={"since": "2013-01-01"},
        count=1,
        kept=datetime(2026, 3, 12, 9, 33),
        generation=6,
    )
    return FakePublic(
        title="Who could turn off the sun? Solar wafers and their makers",
        findings=(concentration, contradiction, trend),
        notices=(
            (
                "dependence.rebuilding",
                Notice(
                    "How long would it take to build wafer plants elsewhere?",
                    "No source of the case gives building times for more than one plant.",
                    "Permits and commissioning dates of five or more plants built since 2018.",
                ),
            ),
        ),
        sources=(TRADE, PAPER, SHARES, BROADCAST),
        withheld=Withheld(2, 1, 34),
        not_covered=("memo.doc: the file is encrypted", "Shares before 2013"),
        bulk={
            "supply_shares": (
                {"supplier_id": "country:cn", "supplier_name": "China", "share_low": 0.957, "share_high": 0.968}
                | {"year": 2024, "_source": "S3", "_row": 1, "asserted_by": "shares.csv", "standing": "recorded"},
                {"supplier_id": "country:no", "supplier_name": "=cmd|'x'!A1", "share_low": -0.5, "share_high": None}
                | {"year": 2024, "_source": "S3", "_row": 2, "asserted_by": "@shares", "standing": "recorded"},
            ),
            "holdings": (
                {
                    "owner_id": "reg:1",
                    "owner_name": "Grauwerk & Söhne",
                    "asset_id": "reg:2",
                    "asset_name": "Nordlicht <AG>",
                }
                | {"share_low": 0.51, "share_high": 0.51, "since": "2019-05", "until": None, "_source": "S3", "_row": 7}
                | {"asserted_by": "Companies register", "standing": "recorded", "status": "stated"},
            ),
        },
        said=statements(),
    )


def simulated(case: FakePublic, *ids: str) -> FakePublic:
    """The same case, its sources of these ids simulated wherever they stand."""

    def marked(source: Source) -> Source:
        return replace(source, simulated=source.id in ids)

    def resting(finding: Finding) -> Finding:
        passages = finding.evidence.first(finding.evidence.count())
        kept = tuple(replace(p, source=marked(p.source)) for p in passages)
        return finding.with_(evidence=Passages(kept, finding.evidence.count()))

    return case.but(sources=tuple(map(marked, case.sources)), findings=tuple(map(resting, case.findings)))


def statement(entity: str, schema: str, prop: str, value: str, lang: str | None = None) -> dict[str, Any]:
    """One public statement."""
    return {
        "entity_id": entity,
        "schema": schema,
        "prop": prop,
        "value": value,
        "lang": lang,
        "sources": ["S1"],
        "asserted_by": ["Lindqvist Trade Press"],
    }


def statements() -> tuple[dict[str, Any], ...]:
    """Statements sorted by entity: two firms, a person, two ties, and three of our own schemata."""
    return (
        statement("c-1", "Claim", "quote", "Nobody was in them."),
        statement("c-1", "Claim", "speaker", "p-1"),
        statement("c-1", "Claim", "subject", "f-1"),
        statement("d-1", "Directorship", "director", "p-1"),
        statement("d-1", "Directorship", "organization", "f-1"),
        statement("d-1", "Directorship", "startDate", "2019-05-01"),
        statement("f-1", "Company", "name", "Nordlicht AG", "de"),
        statement("f-1", "Company", "name", "北光公司", "zh"),
        statement("f-1", "Company", "jurisdiction", "no"),
        statement("f-2", "Company", "name", "Grauwerk & Söhne"),
        statement("o-1", "Ownership", "owner", "f-2"),
        statement("o-1", "Ownership", "asset", "f-1"),
        statement("o-1", "Ownership", "percentage", "51"),
        statement("p-1", "Person", "name", "Tilda Ravn"),
        statement("s-1", "SupplyShare", "supplier", "f-1"),
        statement("s-1", "SupplyShare", "market", "wafer"),
        statement("s-1", "SupplyShare", "share", "0.3"),
        statement("s-1", "SupplyShare", "basis", "capacity"),
    )

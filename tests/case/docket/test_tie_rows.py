"""Ties, posts and holdings as tables of claims have them, put to recorded ties and holdings."""

from pathlib import Path

import pytest

from cuibono.case import Case, open_case

TIES = """from,from_kind,to,to_kind,type,role,since,until,asserted_by
Pia Vex,Person,Bell Hospital,Organization,employment,director,2019-04-01,,Almanac
Jon Brick,Person,Ministry of Housing,PublicBody,employment,minister,2021-06-14,,Almanac
Ada Quill,Person,Jon Brick,Person,family,wife,2009-05-01,,Almanac
Marl Trust,Organization,Harbour Guild,Organization,funds,donor,2020-02-01,,Almanac
Ada Quill,Person,Norhill College,Organization,educated_at,student,1991,1996,Almanac
"""
HOLDINGS = """owner,asset,share_of,share,since,until,asserted_by
Orr Group,Brass Works,capital,62 %,2018-03-01,,Almanac
Feld Fund,Brass Works,capital,20 %,2019-06-01,,Almanac
"""
EVENTS = """actor,date,kind,what,place,asserted_by
Swan Bridge,2022-08-27,opening,Swan Bridge opens to traffic,Norhill,Almanac
"""
ROWS = [
    ("Harbour Guild", "donor", "Marl Trust", "2022", "supported"),
    ("Harbour Guild", "receives donations from", "Marl Trust", "2022", "supported"),
    ("Jon Brick", "wife", "Ada Quill", "", "supported"),
    ("Ada Quill", "wife of", "Jon Brick", "", "supported"),
    ("Ada Quill", "husband", "Jon Brick", "", "supported"),
    ("Ada Quill", "spouse", "Jon Brick", "", "supported"),
    ("Ada Quill", "studied at", "Norhill College", "", "supported"),
    ("Jon Brick", "post", "minister of housing", "2022", "supported"),
    ("Jon Brick", "post", "minister of trade", "2022", "not identified"),
    ("Jon Brick", "minister of housing since", "2021", "", "supported"),
    ("Pia Vex", "director of Bell Hospital since", "2019", "", "supported"),
    ("Brass Works", "owner", "Orr Group: 62 percent of the capital", "2022", "supported"),
    ("Brass Works", "owner", "Orr Group (40 %)", "2022", "contradicted"),
    ("Brass Works", "shareholder", "Feld Fund, 20 percent", "2022", "supported"),
    ("Marl Trust", "donor", "Harbour Guild", "2022", "not identified"),
    ("Ada Quill", "sister", "Jon Brick", "", "contradicted"),
    ("Swan Bridge", "opening date", "2022-08-27", "", "supported"),
    ("Swan Bridge", "opening date", "2021-08-27", "", "contradicted"),
]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], str | None]:
    folder = tmp_path_factory.mktemp("rows")
    case = open_case(folder / "case")
    for name, text in (("relations", TIES), ("holdings", HOLDINGS), ("dated_events", EVENTS)):
        _add(case, folder / f"{name}.csv", text, name)
    rows = (f'{who},{prop},"{value}",{when},stated,Rita Holm' for who, prop, value, when, _ in ROWS)
    _add(case, folder / "says.csv", "\n".join(("subject,property,value,when,status,asserted_by", *rows)), "claims")
    claims = [(c, row.outcome) for row in case.docket(run=True) for c in row.claims]
    at = {c.key[1]: outcome for c, outcome in claims}
    return {row[:3]: at.get(n) for n, row in enumerate(ROWS, 1)}


def _add(case: Case, path: Path, text: str, table: str) -> None:
    path.write_text(text, "utf-8")
    case.add(path, as_table=table)


@pytest.mark.parametrize(("who", "prop", "value", "when", "outcome"), ROWS)
def test_a_row_names_its_two_in_its_own_order(
    outcomes: dict[tuple[str, str, str], str | None], who: str, prop: str, value: str, when: str, outcome: str
) -> None:
    assert outcomes[who, prop, value] == outcome

"""A small invented network in a case: ties of record and merely said, kin, undated ones, and a protected source."""

from pathlib import Path

from cuibono.case import Case, open_case

HOSTILE = "<script>alert(1)</script>"
TIES = f"""from,to,type,role,since,until,attributed_to
Anna Vell,Halden Metering,director,chair,2012-05-01,,
Rolf Aaker,Halden Metering,director,,2013,2019,
Rolf Aaker,Tarn Shipping,director,,2015-03,,
Livia Menn,Tarn Shipping,member,,,,
Halden Metering,Ostvik Fund,funds,grant,2016,2018,
Anna Vell,Zeno Marsh,family,cousin,,,
Rolf Aaker,Anna Vell,family,brother,,,
Ostvik Fund,Coast Paper,funds,,2017,,Coast Desk
{HOSTILE},Sudmark Glass,member,{HOSTILE},2001,2002,
"""
SECRET = """from,to,type,role
Mirel Quist,Coast Paper,director,
Rolf Aaker,Coast Paper,director,
"""
HOLDINGS = """owner,company,share,from,to
Halden Metering,Tarn Shipping,49,2018-01-01,
State Fund of Norland,Tarn Shipping,51,2018-01-01,2021-12-31
"""


def made(folder: Path) -> Case:
    """The case, anew."""
    folder.mkdir(parents=True, exist_ok=True)
    case = open_case(folder / "case", title="Who is tied to whom on the coast")
    for name, text in (("ties", TIES), ("secret", SECRET), ("holdings", HOLDINGS)):
        (folder / f"{name}.csv").write_text(text, "utf-8")
    case.add(folder / "ties.csv", as_table="relations", outlet="Coast Register")
    case.add(folder / "secret.csv", as_table="relations", protect=True)
    case.add(folder / "holdings.csv", as_table="holdings", outlet="Coast Register")
    return case

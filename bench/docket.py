"""The docket on 20,000 invented claims: how long routing and testing take, beside the bar.

    python bench/docket.py [--claims 20000]

Claims of shares, amounts, counts, trends, holdings, roles and dates are written as a table, beside tables of shares,
holdings and figures and a register; nine in ten can be looked up, one in ten is of somebody who is not recorded.
"""

import argparse
import json
import random
import resource
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from cuibono.case import open_case

BAR = 60.0
YEARS = range(2012, 2022)
MARKETS = [f"good{n}" for n in range(60)]
COUNTRIES = [f"Land{n:02}" for n in range(40)]
FIRMS = [f"Firm {n:04} Works" for n in range(1500)]
PERSONS = [f"Ada{n} Quill{n % 97}" for n in range(3000)]


def shares() -> str:
    """Shares of all markets and years, each split among eight suppliers."""
    draw = random.Random(1)
    rows = ["market,basis,year,supplier,share,asserted_by"]
    for market in MARKETS:
        for year in YEARS:
            parts = [draw.random() for _ in range(8)]
            for country, part in zip(draw.sample(COUNTRIES, 8), parts, strict=True):
                rows.append(f"{market},production,{year},{country},{100 * part / sum(parts):.1f} %,Yearbook")
    return "\n".join(rows)


def figures() -> str:
    """Employees and profits of every firm for every year."""
    draw = random.Random(2)
    rows = ["indicator,subject,value,unit,period,asserted_by"]
    for firm in FIRMS:
        for year in YEARS:
            rows.append(f"number of employees,{firm},{draw.randint(10, 9000)},people,{year},Annual report")
            rows.append(f"profit,{firm},{draw.randint(1, 900)},million USD,{year},Annual report")
    return "\n".join(rows)


def holdings() -> str:
    """Two holders of every firm."""
    draw = random.Random(3)
    rows = ["owner,asset,share_of,share,since,asserted_by"]
    for firm in FIRMS:
        first = draw.randint(5, 90)
        for owner, share in zip(draw.sample(PERSONS, 2), (first, 95 - first), strict=True):
            rows.append(f"{owner},{firm},capital,{share} %,2010-01-01,Company register")
    return "\n".join(rows)


def register() -> str:
    """Firms with their dates, and a chairman for each."""
    draw = random.Random(4)
    rows = [{"id": f"p{n}", "schema": "Person", "properties": {"name": [name]}} for n, name in enumerate(PERSONS)]
    for n, firm in enumerate(FIRMS):
        founded = [f"{draw.randint(1950, 2010)}"]
        rows.append({"id": f"c{n}", "schema": "Company", "properties": {"name": [firm], "incorporationDate": founded}})
        post = {"director": [f"p{draw.randrange(len(PERSONS))}"], "organization": [f"c{n}"], "role": ["chairman"]}
        rows.append({"id": f"d{n}", "schema": "Directorship", "properties": post | {"startDate": ["2011-01-01"]}})
    return "\n".join(map(json.dumps, rows))


def claims(count: int) -> str:
    """Claims of seven kinds by forty speakers."""
    draw = random.Random(5)
    rows = ["subject,property,value,unit,when,asserted_by"]
    for _ in range(count):
        year, firm, who = draw.choice(YEARS), draw.choice(FIRMS), f"Speaker {draw.randrange(40)}"
        firm = firm if draw.random() > 0.1 else f"Nowhere {draw.randrange(5000)} Works"
        country, market, percent = draw.choice(COUNTRIES), draw.choice(MARKETS), draw.randint(1, 99)
        rows.append(
            draw.choice(
                [
                    f"{country},share of {market} production,{percent},percent,{year},{who}",
                    f"{country},rank,largest {market} producer,,{year},{who}",
                    f"{firm},number of employees,{draw.randint(10, 9000)},people,{year},{who}",
                    f"{firm},profit,{draw.randint(1, 900)} million,USD,{year},{who}",
                    f"{draw.choice(PERSONS)},share of {firm},{percent},percent,{year},{who}",
                    f"{firm},chairman,{draw.choice(PERSONS)},,{year},{who}",
                    f"{firm},founded,{draw.randint(1950, 2010)},,,{who}",
                ]
            )
        )
    return "\n".join(rows)


def main() -> None:
    """Make the case, run the docket twice, print figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=20_000)
    wanted = parser.parse_args().claims
    with TemporaryDirectory() as folder:
        case = open_case(Path(folder) / "case")
        for table, text in {
            "supply_shares": shares(), "figures": figures(), "holdings": holdings(), "claims": claims(wanted),
        }.items():  # fmt: skip
            path = Path(folder) / f"{table}.csv"
            path.write_text(text, "utf-8")
            case.add(path, as_table=table)
        path = Path(folder) / "register.ftm.json"
        path.write_text(register(), "utf-8")
        case.add(path, outlet="Company register")
        started = time.perf_counter()
        listed = len(case.docket(run=False))
        routed = time.perf_counter() - started
        started, busy = time.perf_counter(), time.process_time()
        rows = case.docket()
        took, busy = time.perf_counter() - started, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    outcomes = ", ".join(f"{n:,} {o}" for o, n in Counter(str(r.outcome) for r in rows).most_common())
    print(f"{wanted:,} claims in {len(rows):,} rows: {outcomes}")
    print(f"listed and routed ({listed:,} rows)  {routed:6.1f} s")
    print(f"routed and tested                  {took:6.1f} s   bar {BAR:.0f} s   {'met' if took <= BAR else 'MISSED'}")
    print(f"of that the processor              {busy:6.1f} s")
    print(f"peak memory                        {peak:6.0f} MB")


if __name__ == "__main__":
    main()

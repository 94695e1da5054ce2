"""A large case for the desk: 200,000 entities in 1M statements, 20,000 documents and 20,000 claims, all invented."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from cuibono.case import Case, open_case

_FIRST = ("Anna", "Rolf", "Livia", "Zeno", "Mirel", "Tovi", "Ansel", "Brida", "Corin", "Delia", "Evan", "Fenna")
_LAST = ("Vell", "Aaker", "Menn", "Abarca", "Holm", "Marsh", "Orell", "Quist", "Sarn", "Tamm", "Ulve", "Wray")
_FIRM = ("Halden", "Tarn", "Ostvik", "Sudmark", "Velo", "Lumen", "Brask", "Nordmeter", "Pell", "Sable")
_KIND = ("Metering", "Shipping", "Mining", "Glass", "Steel", "Holding", "Trade", "Energy", "Media", "Fund")


def person(number: int) -> str:
    """The invented name of a person; the number makes it one of its kind."""
    return f"{_FIRST[number % 12]} {_LAST[number // 12 % 12]} {number // 144}"


def firm(number: int) -> str:
    """The invented name of a firm."""
    return f"{_FIRM[number % 10]} {_KIND[number // 10 % 10]} {number // 100}"


def register(path: Path, entities: int, seed: int = 1) -> None:
    """A register of people, firms, and who owns and leads what, as FollowTheMoney lines."""
    random, half = Random(seed), entities * 2 // 5
    with path.open("w", encoding="utf-8") as out:
        for line in _lines(random, half, entities - 2 * half):
            out.write(json.dumps(line) + "\n")


def _lines(random: Random, half: int, ties: int) -> Iterator[dict[str, object]]:
    for n in range(half):
        born = f"{random.randint(1930, 1999)}-{random.randint(1, 12):02}"
        props = {"name": [person(n)], "birthDate": [born], "country": ["no"], "position": ["clerk"]}
        yield {"id": f"p-{n}", "schema": "Person", "properties": props | {"idNumber": [f"N{n:07}"]}}
        day = f"{random.randint(1950, 2020)}-0{random.randint(1, 9)}-1{random.randint(0, 9)}"
        firm_props = {"name": [firm(n)], "incorporationDate": [day], "jurisdiction": ["no"], "status": ["active"]}
        yield {"id": f"f-{n}", "schema": "Company", "properties": firm_props | {"registrationNumber": [f"R{n:07}"]}}
    for n in range(ties):
        owner, owned = f"p-{int(half * random.random() ** 2)}", f"f-{int(half * random.random() ** 2)}"
        start = f"{random.randint(1990, 2022)}-0{random.randint(1, 9)}"
        if n % 2:
            props = {
                "owner": [owner],
                "asset": [owned],
                "percentage": [str(random.randint(1, 99))],
                "startDate": [start],
            }
            yield {"id": f"t-{n}", "schema": "Ownership", "properties": props}
        else:
            props = {"director": [owner], "organization": [owned], "role": ["director"], "startDate": [start]}
            yield {"id": f"t-{n}", "schema": "Directorship", "properties": props}


def documents(folder: Path, count: int, seed: int = 2) -> None:
    """Short articles that name people and firms of the register, spread over folders."""
    random = Random(seed)
    for n in range(count):
        place = folder / f"{n // 1000:02}"
        place.mkdir(parents=True, exist_ok=True)
        names = [person(random.randrange(5_000)) for _ in range(3)], [firm(random.randrange(5_000)) for _ in range(3)]
        text = "\n\n".join(
            f"{a} said on Monday that {b} would sell its stake. Nobody at {b} would comment in {1990 + n % 34}."
            for a, b in zip(*names, strict=True)
        )
        (place / f"article-{n:05}.txt").write_text(f"Notes from the coast, {n}\n\n{text}\n", "utf-8")


def tables(folder: Path, claims: int, seed: int = 3) -> tuple[Path, Path]:
    """Claims of many speakers on the shares of many goods, and the shares as recorded."""
    random = Random(seed)
    said, shares = folder / "claims.csv", folder / "shares.csv"
    with said.open("w", encoding="utf-8") as out:
        out.write("speaker,about,property,value,unit,when,outlet\n")
        for n in range(claims):
            good = random.randrange(2_000)
            out.write(
                f"{person(random.randrange(400))},Land {good}-{n % 3},share of good {good} production,"
                f"{random.randint(10, 90)},percent,2021,Outlet {n % 40}\n"
            )
    with shares.open("w", encoding="utf-8") as out:
        out.write("market,basis,year,supplier,share\n")
        for good in range(2_000):
            first = random.randint(40, 80)
            for land, part in enumerate((first, (100 - first) // 2, 100 - first - (100 - first) // 2)):
                out.write(f"good {good},production,2021,Land {good}-{land},{part} %\n")
    return said, shares


def build(folder: Path, *, entities: int = 200_000, papers: int = 20_000, claims: int = 20_000) -> Case:
    """The whole case, with its docket tested and its findings kept."""
    material = folder / "material"
    material.mkdir(parents=True, exist_ok=True)
    case = open_case(folder / "case", title="A large invented case")
    register(material / "register.ftm.json", entities)
    case.add(material / "register.ftm.json", outlet="Invented Register", simulated=True)
    documents(material / "papers", papers)
    case.add(material / "papers", outlet="Invented Coast News", simulated=True, read=False)
    said, shares = tables(material, claims)
    case.add(said, as_table="claims", simulated=True, read=False)
    case.add(shares, as_table="supply_shares", outlet="Invented Bureau", simulated=True, read=False)
    case.look("dependence.concentration")
    case.docket(run=True)
    return case

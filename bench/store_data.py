"""Generated material for ``bench/store.py``: invented names, seeded, the same bytes at every run."""

import csv
import io
import random
import zipfile
from pathlib import Path

_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "sha",
    "to",
    "vel",
    "dra",
    "fen",
    "gor",
    "hul",
    "pas",
    "quin",
    "sor",
    "tuv",
    "wen",
]
_MARKETS, _STAGES = 400, ["ore", "refining", "wafer", "cell", "module"]
_COUNTRIES = ["de", "fr", "jp", "br", "za", "nz", "cl", "no", "ke", "fi"]
#: 600 Chinese characters in common use would need a list; a run of the code table serves as well for an index.
_HANZI = [chr(0x4E00 + 7 * i) for i in range(600)]
_ZIP_TIME = (2024, 1, 1, 0, 0, 0)

PERSON_MAPPING = """\
entities:
  person:
    schema: Person
    keys: [id]
    properties:
      name: {column: name}
      birthDate: {column: born}
      country: {column: country}
      idNumber: {column: id}
      address: {column: address}
      email: {column: email}
"""
STATEMENTS_PER_PERSON = 6


def word(rng: random.Random) -> str:
    """An invented word."""
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 3)))


def shares_csv(path: Path, rows: int, *, seed: int = 1) -> Path:
    """Supply shares: rows x 8 columns."""
    rng = random.Random(seed)
    suppliers = [f"{word(rng).title()} {n}" for n in range(2000)]
    with path.open("w", encoding="utf-8", newline="") as handle:
        out = csv.writer(handle)
        out.writerow(["market", "stage", "basis", "year", "supplier", "share", "amount", "unit"])
        for n in range(rows):
            share = f"{rng.random() * 3:.3f}%"
            market = f"market {n % _MARKETS}"
            year, stage = 2000 + n % 25, _STAGES[n % 5]
            out.writerow([market, stage, "production", year, rng.choice(suppliers), share, rng.randint(1, 10**6), "t"])
    return path


def persons_csv(path: Path, rows: int, *, seed: int = 2) -> Path:
    """Persons with six properties each."""
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as handle:
        out = csv.writer(handle)
        out.writerow(["id", "name", "born", "country", "address", "email"])
        for n in range(rows):
            name = f"{word(rng).title()} {word(rng).title()}"
            born = f"{rng.randint(1930, 2005)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
            address = f"{rng.randint(1, 300)} {word(rng).title()} Street, {word(rng).title()}"
            out.writerow([f"P{n:07d}", name, born, rng.choice(_COUNTRIES), address, f"p{n}@example.org"])
    return path


def texts(folder: Path, files: int, passages: int, *, seed: int = 3) -> list[str]:
    """Text files with so many paragraphs each, every second file Chinese; returns words to search for."""
    rng = random.Random(seed)
    latin = [word(rng) for _ in range(8000)]
    chinese = ["".join(rng.choices(_HANZI, k=2)) for _ in range(4000)]
    folder.mkdir()
    for n in range(files):
        pick = chinese if n % 2 else latin
        paragraphs = [_paragraph(rng, pick, chinese=bool(n % 2)) for _ in range(passages)]
        (folder / f"text{n:04d}.txt").write_text("\n\n".join(paragraphs), "utf-8")
    return [*rng.sample(latin[:4000], 20), *rng.sample(chinese[:2000], 20)]


def _paragraph(rng: random.Random, words: list[str], *, chinese: bool) -> str:
    # Some words are common and most are rare, as in any language.
    picked = [words[int(len(words) * rng.random() ** 3)] for _ in range(rng.randint(20, 60))]
    return "".join(picked) + "。" if chinese else " ".join(picked).capitalize() + "."


def mixed(folder: Path, *, texts_: int = 300, seed: int = 4) -> dict[str, int]:
    """A folder of mixed sources: texts, pages, tables, archives, Word documents; says how many of each."""
    folder.mkdir()
    rng = random.Random(seed)
    shares = {"txt": 1, "html": 6, "csv": 10, "zip": 20, "docx": 30}  # one page for every six texts, and so on
    counts = {kind: max(1, texts_ // n) for kind, n in shares.items()}
    for n in range(counts["txt"]):
        (folder / f"note{n:03d}.txt").write_text(_prose(rng, 4), "utf-8")
    for n in range(counts["html"]):
        body = "".join(f"<p>{p}</p>" for p in _prose(rng, 5).split("\n\n"))
        page = f"<html lang='en'><head><title>Page {n}</title></head><body><article>{body}</article></body></html>"
        (folder / f"page{n:03d}.html").write_text(page, "utf-8")
    for n in range(counts["csv"]):
        shares_csv(folder / f"table{n:03d}.csv", 200, seed=seed * 1000 + n)
    for n in range(counts["zip"]):
        (folder / f"bundle{n:03d}.zip").write_bytes(_bundle(rng, n))
    for n in range(counts["docx"]):
        _word_document(folder / f"letter{n:03d}.docx", _prose(rng, 3).split("\n\n"))
    return counts


def _prose(rng: random.Random, paragraphs: int) -> str:
    return "\n\n".join(" ".join(word(rng) for _ in range(40)).capitalize() + "." for _ in range(paragraphs))


def _bundle(rng: random.Random, number: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(4):
            archive.writestr(zipfile.ZipInfo(f"inside{n}.txt", _ZIP_TIME), _prose(rng, 2))
        archive.writestr(
            zipfile.ZipInfo("table.csv", _ZIP_TIME), f"market,supplier,share\nlamps,{word(rng)} {number},12%\n"
        )
    return buffer.getvalue()


def _word_document(path: Path, paragraphs: list[str]) -> None:
    import docx

    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))

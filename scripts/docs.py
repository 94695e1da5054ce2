#!/usr/bin/env python
"""Write the pages of docs/ that are generated: the command line, lenses, readers, tables and errors.

``scripts/docs.py`` writes them, ``scripts/docs.py --check`` only says which ones are out of date (and exits with 1).
"""

import argparse
import inspect
import itertools
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MARK = "<!-- Written by scripts/docs.py; do not edit. -->"


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    made = {DOCS / "cli.md": cli_page(), DOCS / "readers.md": readers_page(), DOCS / "tables.md": tables_page()}
    made |= {DOCS / "errors.md": errors_page()} | dict(lens_pages())
    return {path: f"{MARK}\n\n{text.rstrip()}\n" for path, text in made.items()}


def cli_page() -> str:
    """All verbs, each with what ``--help`` says."""
    import click

    from cuibono.cli import VERBS, cuibono

    wide: dict[str, Any] = {"max_content_width": 100, "terminal_width": 100}
    # the settings too: click remembers a command's help option from its first use, with or without "-h"
    root = click.Context(cuibono, info_name="cuibono", **{**cuibono.context_settings, **wide})
    parts = ["# The command line", _fenced(cuibono.get_help(root))]
    for verb in VERBS:
        command = cuibono.get_command(root, verb)
        assert command is not None, verb
        inner = click.Context(command, info_name=verb, parent=root, **{**command.context_settings, **wide})
        parts += [f"## cuibono {verb}", _fenced(command.get_help(inner))]
    return "\n\n".join(parts)


def lens_pages() -> Iterator[tuple[Path, str]]:
    """An index of the lenses, and a page for each."""
    from cuibono.lenses import registry

    found = [registry.get(name) for name in registry.lens_names()]
    rows = [f"| [{s.name}]({s.name}.md) | {s.first} | {_tables(s.needs)} |" for s in found]
    head = ["# Lenses", "A lens is a question put to the evidence. `cuibono lenses` lists the same."]
    yield DOCS / "lenses" / "README.md", "\n\n".join([*head, _table(["lens", "question", "needs"], rows)])
    for spec in found:
        yield DOCS / "lenses" / f"{spec.name}.md", _lens_page(spec)


def _lens_page(spec) -> str:
    from cuibono.lenses.contract import LensSpec

    assert isinstance(spec, LensSpec)
    doc = spec.doc.partition("\nSettings:\n")[0].strip()
    uses = [
        f"| {_tables([u.table.name])} | {'can do without' if u.optional else 'needed'} | {u.table.spec().says} |"
        for u in spec.tables
    ]
    parts = [f"# {spec.name}", _markdown(doc), _table(["table", "", "what it holds"], uses)]
    if spec.settings:
        parts.append(_settings(spec))
    else:
        parts.append("It has no settings.")
    given = (s for s in spec.settings if s.kind not in ("bool", "list") and s.default != "")
    example = f"cuibono look {spec.name}" + "".join(
        f" --{s.name.replace('_', '-')} {s.default}" for s in itertools.islice(given, 1)
    )
    worked = [f"Worked example: {', '.join(links)}." for links in [list(_worked(spec.name))] if links]
    return "\n\n".join([*parts, _fenced(example, "sh"), *worked])


def _worked(lens: str) -> Iterator[str]:
    """The worked pages on which a lens is asked."""
    for page in sorted((DOCS / "cases").glob("*.md")):
        text = page.read_text("utf-8")
        if re.search(rf"look(?:\(\"| ){re.escape(lens)}\b", text):
            yield f"[{text.splitlines()[0].removeprefix('# ')}](../cases/{page.name})"


def _settings(spec) -> str:
    rows = [
        f"| `{s.name}` | {', '.join(s.choices) or s.kind} | `{s.default}` | {s.help or ''} |" for s in spec.settings
    ]
    return _table(["setting", "type", "default", "what it does"], rows)


def readers_page() -> str:
    """All readers: what they take, what they say, which extra they need."""
    from cuibono.readers.registry import readers

    rows = [
        f"| {r.name} | {r.says} | {' '.join(f'`{s}`' for s in r.suffixes)} | {f'`[{r.extra}]`' if r.extra else ''} |"
        for r in readers()
    ]
    intro = (
        "A file is taken by the reader that is surest of its content; the suffix decides only between equals. A file "
        "that asks for more than the limits below is refused, and the case stays as it was."
    )
    return "\n\n".join(["# Readers", intro, _table(["reader", "takes", "suffixes", "extra"], rows), _limits()])


def _limits() -> str:
    from dataclasses import fields

    from cuibono.readers.contract import Limits

    rows = [f"| `{f.name}` | {f.default:,} |" for f in fields(Limits)]
    return "\n\n".join(["## Limits", _markdown(inspect.getdoc(Limits) or ""), _table(["limit", "default"], rows)])


def tables_page() -> str:
    """All lens tables: their columns, other names for them, what a row asserts."""
    from cuibono.model.table import COMMON, spec, table_names

    parts = [
        "# Tables",
        "A lens reads tables, never files. `cuibono add FILE --as TABLE` matches the columns of a file by name; a "
        "mapping file says it where names differ. Every row of every table also carries "
        + ", ".join(f"`{name}`" for name in COMMON)
        + ".",
    ]
    for name in table_names():
        table = spec(name)
        rows = [
            f"| `{c.name}` | {c.type} | {'yes' if c.required else ''} | {_cell(c.says)} | {', '.join(c.aliases)} |"
            for c in table.columns
        ]
        parts += [f"## {name}", table.says, f"Where to get it: {table.get_it}." if table.get_it else ""]
        parts.append(_table(["column", "type", "required", "what it says", "also known as"], rows))
        if table.schema:
            parts.append(f"FollowTheMoney entities of the schema `{table.schema}` are rows of this table, too.")
    return "\n\n".join([*(p for p in parts if p), *_record_tables(), *_mappings()])


def _record_tables() -> list[str]:
    """The tables of what was found in texts: for queries, made by reading, never loaded from a file."""
    from cuibono.store.record_tables import COMMON, TABLES

    says = (
        "What `cuibono read` finds in texts can be queried, too, as in "
        '`cuibono query "select speaker_name, quote from quotes"`. No file is loaded into these tables. '
        "They hold what was read for certain or confirmed by a person; `proposals` holds "
        f"the rest. Every row also carries {', '.join(f'`{c}`' for c in COMMON)}."
    )
    parts = ["## What texts say", says]
    for table in TABLES:
        rows = [f"| `{f.name}` | {_cell(f.says)} |" for f in table.fields]
        parts += [f"### {table.name}", table.says, _table(["column", "what it says"], rows)]
    return parts


def _mappings() -> list[str]:
    """How a mapping file is written, shown on one that is used."""
    example = ROOT / "cuibono" / "demo" / "solar" / "tables" / "pv_ice_shares.yaml"
    says = (
        "Where column names do not match, a mapping file says which is which: `cuibono add FILE --mapping MAPPING`. "
        "A column of the table is a column of the file, or one value for every row; `unit` (percent or fraction) and "
        "`decimal` (. or ,) say how its numbers are to be read. `entities:` makes FollowTheMoney entities of the rows. "
        "This one belongs to the demo:"
    )
    return ["## Mapping files", says, _fenced(example.read_text("utf-8"), "yaml")]


def errors_page() -> str:
    """All errors: when each happens."""
    from cuibono import errors

    found = [e for e in vars(errors).values() if inspect.isclass(e) and issubclass(e, errors.CuibonoError)]
    rows = [f"| `{e.__name__}` | `{e.__bases__[0].__name__}` | {_cell(inspect.getdoc(e) or '')} |" for e in found]
    intro = (
        "Every error says what happened, with the names involved, and what to try. All of them are "
        "`CuibonoError`s, in `cuibono.errors`; the command line prints them and exits with 1."
    )
    return "\n\n".join(["# Errors", intro, _table(["error", "is a", "when"], rows)])


def _table(heads: list[str], rows: list[str]) -> str:
    return "\n".join([f"| {' | '.join(heads)} |", "|" + " --- |" * len(heads), *rows])


def _tables(names) -> str:
    up = ", ".join(f"[{n}](../tables.md#{n})" for n in names)
    return up or "nothing"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _fenced(text: str, language: str = "text") -> str:
    return f"```{language}\n{text.rstrip()}\n```"


def _markdown(doc: str) -> str:
    return re.sub(r"``([^`]+)``", r"`\1`", doc)


def stale(made: dict[Path, str]) -> list[Path]:
    """Pages that differ from what they should be, and generated pages that should not be there."""
    wrong = [p for p, text in made.items() if not p.exists() or p.read_text("utf-8") != text]
    there = [p for p in sorted(DOCS.rglob("*.md")) if p.read_text("utf-8").startswith(MARK)]
    return wrong + [p for p in there if p not in made]


def main() -> int:
    """Write or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say which pages are out of date")
    check = parser.parse_args().check
    made = pages()
    wrong = stale(made)
    for path in wrong:
        print(f"{'out of date' if check else 'written'}: {path.relative_to(ROOT)}")
        if check:
            continue
        if path in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[path], "utf-8")
        else:
            path.unlink()
    if check and wrong:
        print("Run: scripts/docs.py")
    return 1 if check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())

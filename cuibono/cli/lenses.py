"""``cuibono lenses``: what can be asked, and what it takes."""

from typing import TYPE_CHECKING

import click

from cuibono.cli.output import emit, json_option

if TYPE_CHECKING:
    from cuibono.lenses.contract import LensSpec


@click.command("lenses", short_help="List the questions that can be asked, or explain one.")
@click.argument("name", required=False)
@click.option("--tables", is_flag=True, help="List the lens tables and their columns instead.")
@json_option
def command(name: str | None, tables: bool) -> None:
    """List the lenses, or explain one: how it computes, what it needs, what it does not say."""
    from cuibono.lenses import registry

    if tables:
        _tables(name)
        return
    specs = [registry.get(name)] if name else [registry.get(n) for n in registry.lens_names()]
    have = _have()
    emit([_data(s, have) for s in specs], "\n".join(_explain(s, have) if name else _line(s, have) for s in specs))


def _have() -> set[str] | None:
    """The tables of the case at hand; None outside of a case."""
    from cuibono.cli.output import the_case
    from cuibono.errors import NoCase
    from cuibono.store.session import open_session

    try:
        layout = the_case().layout
    except NoCase:
        return None
    with open_session(layout) as session:
        return set(session.tables())


def _missing(spec: "LensSpec", have: set[str] | None) -> list[str]:
    return [] if have is None else [t for t in spec.needs if t not in have]


def _line(spec: "LensSpec", have: set[str] | None) -> str:
    lacks = _missing(spec, have)
    ready = "" if have is None else f"  [needs {', '.join(lacks)}]" if lacks else "  [ready]"
    return f"{spec.name:<28} {spec.first}{ready}"


def _explain(spec: "LensSpec", have: set[str] | None) -> str:
    lines = [spec.name, "", spec.doc, "", "Tables:"]
    for use in spec.tables:
        lacking = use.table.name in _missing(spec, have)
        says = use.table.spec()
        lines.append(f"  {use.table.name}{' (optional)' if use.optional else ''}: {says.says}")
        lines += [f"      missing here; {says.get_it}"] if lacking else []
    lines += ["", "Settings:"] if spec.settings else []
    lines += [
        f"  --{s.name.replace('_', '-')} {s.kind} (default {s.default!r})  {s.help}".rstrip() for s in spec.settings
    ]
    return "\n".join(lines)


def _data(spec: "LensSpec", have: set[str] | None) -> dict[str, object]:
    return {
        "name": spec.name,
        "says": spec.first,
        "doc": spec.doc,
        "answers": list(spec.answers),
        "tables": [{"name": t.table.name, "optional": t.optional} for t in spec.tables],
        "missing": _missing(spec, have),
        "settings": [{"name": s.name, "kind": s.kind, "default": s.default, "help": s.help} for s in spec.settings],
    }


def _tables(name: str | None) -> None:
    from cuibono.errors import UnknownName
    from cuibono.model.table import spec, table_names

    if name and name not in table_names():
        raise UnknownName.among("table", name, list(table_names()))
    specs = [spec(n) for n in ([name] if name else table_names())]
    lines = []
    for table in specs:
        lines += [f"{table.name}: {table.says}", f"  get it: {table.get_it}"]
        lines += [f"    {c.name:<16} {c.says}{' (required)' if c.required else ''}" for c in table.columns]
    emit(
        [
            {
                "name": t.name,
                "says": t.says,
                "get_it": t.get_it,
                "columns": [
                    {"name": c.name, "type": c.type, "says": c.says, "required": c.required} for c in t.columns
                ],
            }
            for t in specs
        ],
        "\n".join(lines),
    )

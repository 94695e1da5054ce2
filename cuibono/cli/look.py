"""``cuibono look``: put a lens to the case; its options are the lens' own settings."""

from typing import TYPE_CHECKING, Any

import click

from cuibono.cli.output import emit, finding_data, harmless, json_option, plain, progress, the_case
from cuibono.model.counting import plural

if TYPE_CHECKING:
    from cuibono.case.looking import Look
    from cuibono.lenses.contract import LensSpec


class _Lenses(click.Group):
    """A command per lens, made from its signature when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from cuibono.lenses import registry

        return registry.lens_names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        from cuibono.lenses import registry

        return _command_of(registry.get(cmd_name))


@click.group("look", cls=_Lenses, invoke_without_command=True, subcommand_metavar="LENS [SETTINGS]...")
@click.option("--all", "every", is_flag=True, help="Every lens whose tables the case has, with default settings.")
@json_option
@click.pass_context
def command(ctx: click.Context, every: bool) -> None:
    """Put a lens to the case and keep what it finds.

    Each finding rests on passages (cuibono cite FINDING); what the evidence does not carry is said as a notice.

    \b
    Examples:
      cuibono look dependence.concentration --threshold 0.3
      cuibono look dependence.concentration --help
      cuibono look --all
    """
    if ctx.invoked_subcommand is not None:
        return
    if not every:
        raise click.UsageError("Name a lens, or give --all. The lenses: cuibono lenses")
    case = the_case()
    answers = []
    for name in case.fitting():
        with progress() as tell:
            answers.append((name, case.look(name, tell=tell)))
    emit(
        [_data(n, found) for n, found in answers],
        "\n".join(_text(n, found) for n, found in answers) or "No lens fits yet. See: cuibono lenses",
    )


def _command_of(lens: "LensSpec") -> click.Command:
    def run(fill: tuple[str, ...] = (), unfill: tuple[str, ...] = (), **given: Any) -> None:
        told = {k: list(v) if isinstance(v, tuple) else v for k, v in given.items() if v is not None and v != ()}
        with progress() as tell:
            found = the_case().look(lens.name, tell=tell, **told)
        filled = [the_case().fill(table, lens.name, **told) for table in fill]
        undone = [table for table in unfill if the_case().unfill(table)]
        lines = [f"{f.table}: filled with {plural(f.rows, 'row')} for other lenses" for f in filled]
        lines += [f"{table}: what was filled is taken back" for table in undone]
        emit(
            _data(lens.name, found) | {"filled": [plain(f) for f in filled], "unfilled": undone},
            "\n".join([_text(lens.name, found), *lines]),
        )

    options: list[click.Parameter] = [
        click.Option(
            [f"--{s.name.replace('_', '-')}"], metavar=s.kind.upper(), help=f"{s.help} [default: {s.default!r}]"
        )
        for s in lens.settings
    ]
    if lens.fills:
        names = click.Choice(sorted(lens.fills))
        options += [
            click.Option(["--fill"], type=names, multiple=True, help="Also fill this table for other lenses."),
            click.Option(["--unfill"], type=names, multiple=True, help="Take back what was filled."),
        ]
    text = "\n\n".join(f"\b\n{part}" for part in lens.doc.split("\n\n"))
    return json_option(click.Command(lens.name, params=options, callback=run, help=text, short_help=lens.first))


def _data(name: str, found: "Look") -> dict[str, Any]:
    return {
        "lens": name,
        "findings": [finding_data(f) for f in found],
        "notices": [plain(n) for n in found.notices],
        "kept": found.kept,
    }


def _text(name: str, found: "Look") -> str:
    from cuibono.cli.findings import line

    notices = f", {plural(len(found.notices), 'notice')}" if found.notices else ""
    lines = [f"{name}: {plural(len(found), 'finding')}{notices}"]
    lines += [line(f) for f in found]
    for notice in found.notices:
        lines.append(
            f"  not identified: {harmless(notice.says)}" + (f" ({harmless(notice.why)})" if notice.why else "")
        )
        lines += [f"      what would help: {harmless(notice.what_would_help)}"] if notice.what_would_help else []
    lines += [] if found.kept else ["Not kept: the case folder cannot be written to."]
    return "\n".join(lines)

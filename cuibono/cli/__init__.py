"""The command line: one file per verb in this folder, found by name and imported when needed."""

import sys
from importlib import import_module

import click

from cuibono import __version__
from cuibono.errors import CuibonoError

# The order in which a person meets them.
VERBS = (
    "new",
    "add",
    "read",
    "status",
    "search",
    "records",
    "correct",
    "match",
    "judge",
    "docket",
    "lenses",
    "look",
    "findings",
    "stress",
    "cite",
    "query",
    "export",
    "forget",
    "verify",
    "doctor",
    "serve",
    "demo",
    "simulate",
)


class _Verbs(click.Group):
    """Finds verbs as files, so that ``--help`` imports nothing heavy."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"cuibono.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], VERBS, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else " See: cuibono --help"
            raise click.UsageError(f"There is no command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "-C", "folder", metavar="FOLDER", default=None, help="Work in this case folder instead of the current one."
)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON (every command takes it, too).")
@click.version_option(__version__, prog_name="cuibono")
@click.pass_context
def cuibono(ctx: click.Context, folder: str | None, as_json: bool) -> None:
    """Who benefits? A case folder goes in; cited findings come out. Nothing leaves this machine.

    \b
    A first case:
      cuibono new solar && cd solar
      cuibono add ~/filings ~/shares.csv          read everything in
      cuibono add shares.csv --as supply_shares   say which table it is
      cuibono lenses                              what can be asked of it
      cuibono look dependence.concentration       ask
      cuibono cite FINDING                        see what the answer rests on
      cuibono export report.html                  hand it over
    """
    ctx.obj = {"folder": folder, "json": as_json}


def main() -> None:
    """Run the command line; errors say what happened and what to try, and exit with 1."""
    from cuibono.cli.output import fail

    try:
        code = cuibono.main(standalone_mode=False, prog_name="cuibono")
    except CuibonoError as error:
        sys.exit(fail(error.what, error.try_))
    except click.Abort:
        sys.stderr.write("\nStopped. What was committed is kept; the same command goes on from there.\n")
        sys.exit(130)
    except click.ClickException as error:
        if "--json" in sys.argv:
            sys.exit(fail(error.format_message(), "", code=error.exit_code))
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)

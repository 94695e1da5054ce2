"""``cuibono serve``: the case in the browser, on this machine only."""

import click

from cuibono.cli.output import the_case


@click.command("serve", short_help="Open the case in the browser; on this machine only.")
@click.option("--port", type=click.IntRange(0, 65535), default=8137, show_default=True, help="0 takes any free one.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option(
    "--case", "folder", type=click.Path(file_okay=False), default=None, help="The case, if not the current folder."
)
def command(port: int, no_browser: bool, folder: str | None) -> None:
    """Serve the desk: docket, search, reader, network, timeline, findings and report of the case, in the browser.

    It answers this machine only, and only the browser that was given the address that is printed; each start has its
    own. The command line and Python go on working on the same case meanwhile, and pages say when something has changed.
    Stop it with Ctrl-C.

    \b
    Examples:
      cuibono -C demo-case/solar serve
      cuibono serve --port 0 --no-browser
    """
    from cuibono.case import open_case
    from cuibono.web.serving import serve

    case = open_case(folder, make=False) if folder else the_case()
    serve(case, port=port, browser=not no_browser, tell=click.echo)

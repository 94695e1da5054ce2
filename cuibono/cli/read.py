"""``cuibono read``: read texts for names, claims, ties, events and amounts."""

from typing import TYPE_CHECKING

import click

from cuibono.cli.output import emit, harmless, json_option, progress, texts_data, texts_read, the_case

if TYPE_CHECKING:
    from cuibono.case.second_readings import TextReading


@click.command("read", short_help="Read texts for names, who says what, ties, dates and amounts.")
@click.argument("sources", nargs=-1)
@click.option("--with", "extractor", metavar="EXTRACTOR", help="Read with this extractor instead of the default one.")
@click.option("--activate", is_flag=True, help="Let lenses see the reading of this extractor from now on.")
@click.option("--compare", is_flag=True, help="Only say which readings the sources have and how they differ.")
@click.option("--list", "listed", is_flag=True, help="Say which extractors there are.")
@json_option
def command(sources: tuple[str, ...], extractor: str | None, activate: bool, compare: bool, listed: bool) -> None:
    """Read the texts that wait, or those of the SOURCES named.

    What is found are records, each with its exact place and words; they become statements that lenses see. Another
    extractor makes a second reading, which only compares until it is activated. A run can be stopped: the next
    one goes on from there.

    \b
    Examples:
      cuibono read                                     all texts that wait
      cuibono read article.html --with rules           a second reading, and how it differs
      cuibono read article.html --with rules --activate
    """
    if listed:
        _list()
        return
    case = the_case()
    if compare:
        found = [r for name in sources for r in case.readings(name)]
        emit(found, "\n".join(map(_line, found)) or "Name the sources whose readings are to be compared.")
        return
    with progress() as tell:
        done = case.read(sources or None, extractor=extractor, activate=activate or extractor is None, tell=tell)
    lines = [harmless(line) for line in texts_read(done)]
    data = texts_data(done)
    if extractor is not None:
        others = [r for name in sources for r in case.readings(name) if r.differences and r.extractor == extractor]
        lines += map(_line, others)
        data["readings"] = others
    emit(data, "\n".join(lines))
    if done.refused:
        click.get_current_context().exit(1)


def _line(reading: "TextReading") -> str:
    lines = [f"{reading.source}: {reading}", *(f"  {d}" for d in reading.differences)]
    return harmless("\n".join(lines))


def _list() -> None:
    from cuibono.errors import MissingExtra
    from cuibono.extract import registry

    best = registry.default().name
    lines, data = [], []
    for name in registry.names():
        try:
            one = registry.named(name)
        except MissingExtra as error:
            lines.append(f"{name}: {error.what}")
            data.append({"name": name, "missing": error.what})
            continue
        mark = " (default)" if name == best else ""
        lines.append(f"{one.name}@{one.version}{mark}: {one.says}; network: {one.network}")
        data.append({"name": name, "version": one.version, "says": one.says, "network": one.network})
    emit(data, "\n".join(lines))

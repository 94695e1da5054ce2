"""``cuibono simulate``: invented worlds whose truth is known, to try a lens on."""

from pathlib import Path
from typing import Any

import click

from cuibono.cli.output import emit, json_option


@click.command("simulate", short_help="Make an invented world whose truth is known, to try a lens on.")
@click.argument("what", type=click.Choice(["feeds", "city"]))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--policy",
    type=click.Choice(["engagement_only", "steer", "tolerance", "fade", "insert"]),
    default="engagement_only",
    show_default=True,
    help="What the feed does beside what it learned.",
)
@click.option("--target", default="harbour law", show_default=True, help="The topic that the policy is about.")
@click.option("--beta", default=0.3, show_default=True, help="How strongly it pulls, as log odds.")
@click.option("--only", type=click.Choice(["young", "old"]), help="Steer only these viewers.")
@click.option("--accounts", default=20, show_default=True, type=click.IntRange(2, 500), help="How many viewers.")
@click.option("--shown", default=200, show_default=True, type=click.IntRange(5, 300), help="Videos for each viewer.")
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same world.")
@click.option(
    "--people", default=2_000, show_default=True, type=click.IntRange(50, 100_000), help="Residents of a city."
)
@click.option("--days", default=28, show_default=True, type=click.IntRange(7, 366), help="For how long a city is seen.")
@json_option
def command(what: str, folder: Path, policy: Any, target: str, beta: float, only: str | None, **size: int) -> None:
    """Make an invented world and write it as tables: viewers before a feed, or a city with a grid.

    feeds: the open recommender is run before invented viewers; written is what they were shown and could have been.
    city: residents with homes, work and incomes, a grid that sees, classes and checks them, and the truth beside it.

    \b
    Examples:
      cuibono simulate city town --people 2000
      cuibono add town/traces.csv --as traces --simulated
      cuibono simulate feeds world --policy steer --beta 0.5
      cuibono add world/simulated_impressions.csv --as impressions --simulated
      cuibono add world/simulated_catalogue.csv --as catalogue --simulated
      cuibono look feeds.departure
    """
    if what == "city":
        _city(folder, size)
        return
    from cuibono.simulate import feeds as made
    from cuibono.simulate.feed_policies import Policy

    if target not in made.TOPICS:
        raise click.UsageError(f"There is no topic '{target}'. One of: {', '.join(made.TOPICS)}")
    mixer = Policy(policy, made.TOPICS.index(target), beta, None if only is None else made.CELLS.index(only))
    world = made.World(accounts=size["accounts"], shown=size["shown"])
    files = made.write(made.feed(size["seed"], mixer, world), folder)
    _say(files, {"policy": policy})


def _city(folder: Path, size: dict[str, int]) -> None:
    """An invented city as tables."""
    from cuibono.simulate import city as made

    _say(
        made.write(made.city(size["people"], days=size["days"], seed=size["seed"]), folder), {"people": size["people"]}
    )


def _say(files: list[Path], more: dict[str, Any]) -> None:
    """What was written, and how it comes into a case."""
    adds = [f"  cuibono add {f} --as {f.stem.removeprefix('simulated_')} --simulated" for f in files]
    emit(
        {"files": [str(f) for f in files], **more, "simulated": True},
        "\n".join(["Everything in it is invented. Add it to a case as simulated:", *adds]),
    )

"""``cuibono search``: find words in everything that was read."""

import click

from cuibono.cli.output import emit, json_option, passage_data, passage_text, the_case


@click.command("search", short_help="Find words in everything that was read; Chinese too.")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=10, show_default=True, help="How many passages to show.")
@json_option
def command(words: tuple[str, ...], limit: int) -> None:
    """Find passages and rows that hold all the words, best first; Chinese too.

    \b
    Examples:
      cuibono search polysilicon xinjiang
      cuibono search '"silicon metal" hoshine'     words in quotes stand together
      cuibono search 'concentr*'                   a star ends a prefix
      cuibono search 协鑫
    """
    hits = the_case().search(" ".join(words), limit=limit)
    text = "\n".join(
        passage_text(h.passage) + (f"\n    ({h.times:,} rows say this)" if h.times > 1 else "") for h in hits
    )
    emit(
        [passage_data(h.passage) | {"times": h.times} for h in hits],
        text or "Nothing found. Try fewer words, or a prefix*.",
    )

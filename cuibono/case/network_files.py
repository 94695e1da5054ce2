"""A network leaves the case as SVG or GraphML: drawn anew from its public side, and searched before it goes.

What only a protected source says is not in it, and node ids are numbered anew; sources are called by their names.
"""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from cuibono.case import networks
from cuibono.case.exporting import refuse_leaks
from cuibono.case.network_asked import Asked, find
from cuibono.case.network_picture import picture
from cuibono.errors import UnknownName
from cuibono.lenses.tie_words import share
from cuibono.model.network import Picture
from cuibono.reports import graphml_network, svg_network
from cuibono.store.guarded import has_protected
from cuibono.store.layout import Layout
from cuibono.store.session import open_session
from cuibono.store.views import Scope

Kind = Literal["svg", "graphml"]


def write(layout: Layout, asked: Asked, kind: Kind, *, title: str = "Network") -> str:
    """The text of the file. Raises ProtectedLeak, and gives nothing, when it would point to a protected source."""
    with open_session(layout) as session:
        guarded = has_protected(session)
        named = {s.id: s.title or s.name for s in session.sources() if not s.protected}
        simulated = {s.id for s in session.sources() if s.simulated}
    every = networks.ties(layout, public=guarded)
    asked = replace(asked, fold=()) if kind == "graphml" else asked
    try:
        if asked.entity:
            find(every, asked.entity)
    except UnknownName:
        raise UnknownName(
            "Nothing public is known of the ties of whom this network is drawn around.",
            try_="a network around somebody whose ties a source tells that is not protected",
        ) from None
    made = picture(every, asked, None if guarded else layout)
    rows = every.rows(made.ties)
    invented = any(r["source"] in simulated for r in rows)
    if kind == "svg":
        note = " ".join(n for n in (_left_out(made), "Something in it is simulated." if invented else "") if n)
        text = svg_network.draw(made, title, note)
    else:
        given = [
            r
            | {
                "source": named.get(r["source"], ""),
                "simulated": "true" if r["source"] in simulated else "",
                "share": share(r["share_low"], r["share_high"]) if r["share_low"] is not None else "",
            }
            for r in rows
        ]
        text = graphml_network.write(made, given)
    if guarded:
        _refuse(layout, text, kind, title)
    return text


def _left_out(made: Picture) -> str:
    if made.parties > len({n.id for n in made.nodes}) and made.around is not None:
        return f"A neighbourhood: {made.parties:,} are in the whole network."
    return ""


def _refuse(layout: Layout, text: str, kind: Kind, title: str) -> None:
    """The last look, as every export has it."""
    with open_session(layout, Scope(public=True)) as public, TemporaryDirectory() as folder:
        file = Path(folder) / f"network.{kind}"
        file.write_text(text, "utf-8")
        refuse_leaks(layout, public, file, " ".join((title, *_OWN)))


_OWN = (
    "A larger circle lies between more others.",
    "A neighbourhood: are in the whole network.",
    "recorded confirmed read proposed alleged denied undated",
    "and more",
)

"""The picture of a network: who is drawn where, in which community, how much of a broker, and the lines between.

Every line says how its ties stand; ties of the same two that stand alike are one line. A folded community is one node.
Places are kept in the case's cache under a digest of what is drawn, so that the same network looks the same tomorrow.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from cuibono.case.network_asked import Asked, best_connected, find, fitting, near, widest
from cuibono.case.networks import Ties
from cuibono.measures.brokers import betweenness
from cuibono.measures.communities import communities
from cuibono.measures.layout import layout as places_of
from cuibono.measures.stakes import Floats, Ints
from cuibono.model.network import Community, Line, Node, Picture
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent

SEED = 1
#: So many layouts are kept in the cache of a case.
_KEPT = 60
#: Smaller ones are laid out faster than they are found.
_LEAST = 20
#: From so many nodes on, a layout that is not kept yet goes on in the background.
LONG = 800


def chosen(every: Ties, asked: Asked) -> tuple[list[int], Ints, int | None]:
    """Who is drawn, by which ties, and around whom."""
    kept = fitting(every, asked)
    if asked.whole:
        around = find(every, asked.entity) if asked.entity else None
        drawn = widest(every, kept)
    else:
        around = find(every, asked.entity) if asked.entity else best_connected(every, kept)
        drawn = near(every, kept, around) if around is not None else []
    inside = np.zeros(len(every.parties), bool)
    inside[drawn] = True
    return drawn, np.flatnonzero(kept & inside[every.one] & inside[every.other]), around


def picture(every: Ties, asked: Asked, layout: Layout | None = None, *, tell: Tell = silent) -> Picture:
    """Draw up what is asked for; with ``layout`` places are kept in the cache of the case."""
    drawn, ties, around = chosen(every, asked)
    number = np.full(len(every.parties), -1, np.int64)
    number[drawn] = np.arange(len(drawn))
    one, other = number[every.one[ties]], number[every.other[ties]]
    tell("finding communities", 0, len(drawn))
    groups = communities(len(drawn), one, other, seed=SEED)
    places = _places(len(drawn), one, other, groups, [every.parties[n] for n in drawn], layout, tell)
    tell("finding brokers", len(drawn), len(drawn))
    between = betweenness(len(drawn), one, other, seed=SEED)
    tied = _tied(len(drawn), one, other)
    kept = int(fitting(every, asked).sum())
    nodes = tuple(
        Node(every.parties[p], every.names[p], every.kinds[p], round(float(x), 3), round(float(y), 3), int(g),
             round(float(b), 4), int(t))
        for p, (x, y), g, b, t in zip(drawn, places, groups, between, tied, strict=True)
    )  # fmt: skip
    named = _named(nodes, asked.fold)
    made = Picture(
        nodes, tuple(_lines(every, ties)), named, tuple(int(t) for t in ties), around, kept, _all(every, asked)
    )
    return _folded(made) if any(c.folded for c in named) else made


def is_long(every: Ties, asked: Asked, layout: Layout) -> bool:
    """Whether a picture is so large that it is drawn up in the background, and is not kept yet."""
    drawn, ties, _ = chosen(every, asked)
    if len(drawn) < LONG:
        return False
    number = np.full(len(every.parties), -1, np.int64)
    number[drawn] = np.arange(len(drawn))
    named = [every.parties[n] for n in drawn]
    return not _file(layout, named, number[every.one[ties]], number[every.other[ties]]).is_file()


def _all(every: Ties, asked: Asked) -> int:
    kept = fitting(every, asked)
    return len(np.unique(np.concatenate((every.one[kept], every.other[kept]))))


def _places(
    n: int, one: Ints, other: Ints, groups: Ints, named: Sequence[str], layout: Layout | None, tell: Tell
) -> Floats:  # fmt: skip
    file = _file(layout, named, one, other) if layout is not None and layout.writable() and n > _LEAST else None
    if file is not None and file.is_file():
        try:
            kept = np.load(file, allow_pickle=False)
        except (OSError, ValueError):  # half written or of another version: drawn anew
            kept = np.zeros((0, 2))
        if kept.shape == (n, 2):
            return np.asarray(kept, float)
    made = places_of(n, one, other, groups, seed=SEED, tell=lambda done, of: tell("laying out the network", done, of))
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new.npy")
        np.save(fresh, made)
        fresh.replace(file)
        for old in sorted(file.parent.glob("*.npy"), key=lambda f: -f.stat().st_mtime)[_KEPT:]:
            old.unlink(missing_ok=True)
    return np.asarray(made, float)


def _file(layout: Layout, named: Sequence[str], one: Ints, other: Ints) -> Path:
    digest = hashlib.sha256(f"{SEED}\n".encode())
    digest.update("\n".join(named).encode())
    digest.update(np.stack((one, other)).astype("<i8").tobytes())
    return layout.cache / "layouts" / f"{digest.hexdigest()[:32]}.npy"


def _tied(n: int, one: Ints, other: Ints) -> Ints:
    """To how many different others each is tied."""
    if not len(one):
        return np.zeros(n, np.int64)
    pairs = np.unique(np.stack((np.minimum(one, other), np.maximum(one, other))), axis=1)
    return np.bincount(pairs.ravel(), minlength=n)


def _lines(every: Ties, ties: Ints) -> list[Line]:
    lines: dict[tuple[int, int, str, str, bool, bool], list[int]] = {}
    standing, status, dated = every.word["standing"], every.word["status"], every.dated
    for t in ties.tolist():
        key = (int(every.one[t]), int(every.other[t]), every.words[standing[t]], every.words[status[t]],
               bool(every.denied[t]), not bool(dated[t]))  # fmt: skip
        lines.setdefault(key, []).append(t)
    return [
        Line(every.parties[one], every.parties[other], tuple(t), stands, said, denied, undated)
        for (one, other, stands, said, denied, undated), t in lines.items()
    ]


def _named(nodes: Sequence[Node], fold: Sequence[str]) -> tuple[Community, ...]:
    """Communities with the name of whoever in them is tied to most; "all" folds every one of at least two."""
    members: dict[int, list[Node]] = {}
    for node in nodes:
        members.setdefault(node.community, []).append(node)
    found = []
    for number, those in sorted(members.items()):
        head = max(those, key=lambda n: (n.tied, n.between, n.name))
        folded = len(those) > 1 and (head.id in fold or "all" in fold)
        found.append(Community(number, head.id, head.name, len(those), folded))
    return tuple(found)


def _folded(made: Picture) -> Picture:
    """The picture with each folded community as one node in the middle of its members."""
    folded = {c.number: c for c in made.communities if c.folded}
    to = {n.id: f"community:{folded[n.community].key}" for n in made.nodes if n.community in folded}
    nodes = [n for n in made.nodes if n.id not in to]
    for number, community in folded.items():
        those = [n for n in made.nodes if n.community == number]
        middle = np.mean([(n.x, n.y) for n in those], axis=0)
        nodes.append(
            Node(
                id=f"community:{community.key}",
                name=f"{community.name} and {len(those) - 1} more",
                kind="",
                x=round(float(middle[0]), 3),
                y=round(float(middle[1]), 3),
                community=number,
                between=max(n.between for n in those),
                tied=0,
                holds=len(those),
            )
        )
    lines: dict[tuple[str, str, str, str, bool, bool], tuple[int, ...]] = {}
    for line in made.lines:
        one, other = to.get(line.one, line.one), to.get(line.other, line.other)
        if one != other:
            key = (one, other, line.standing, line.status, line.denied, line.undated)
            lines[key] = lines.get(key, ()) + line.ties
    tied = Counter(end for pair in {frozenset(key[:2]) for key in lines} for end in pair)
    return replace(
        made,
        nodes=tuple(replace(n, tied=tied[n.id]) for n in nodes),
        lines=tuple(
            Line(one, other, ties, stands, said, denied, undated)
            for (one, other, stands, said, denied, undated), ties in lines.items()
        ),
    )

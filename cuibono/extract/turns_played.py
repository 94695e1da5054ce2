"""Clips without marks inside a host's labelled turn: "let's listen to X", and then X speaks."""

import re

from cuibono.extract.records import Span
from cuibono.extract.turns_inferred import guests_of, infer
from cuibono.extract.turns_leaning import units
from cuibono.extract.turns_script import Script

_ANNOUNCES = re.compile(
    r"\b(?:listen|hear|watch|take a look|look at|clip|here is|here['’]s|as follows)\b", re.IGNORECASE
)
_LONG = 40  # words
_TELLS = 1.5  # how far what follows must lean to a guest


def played(script: Script, span: Span, host: str | None, labelled: frozenset[str]) -> list[tuple[Span, str]]:
    """What a host plays of others within a turn, each with its speaker; only what is announced as such.

    Speakers with labels of their own (``labelled``) are left out: what they say stands behind their labels.
    """
    text = span.of(script.view)
    if len(text.split()) < _LONG or not _ANNOUNCES.search(text):
        return []
    found = units(script, span)
    guests = guests_of(found, host) - labelled
    if not guests:
        return []
    stretches = []
    before = ""
    for stretch in infer(found, host, guests):
        first = any(u.first_person for u in stretch.units)
        if stretch.who and first and stretch.lean >= _TELLS and _ANNOUNCES.search(before):
            stretches.append((stretch.span, stretch.who))
        before = stretch.units[-1].span.of(script.view)
    return stretches

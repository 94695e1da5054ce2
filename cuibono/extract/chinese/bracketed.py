"""Chinese names in brackets behind their Latin form, in a text of another language: Han Guoyu (韓國瑜)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cuibono.extract.chinese.romanise import variants
from cuibono.extract.chinese.script import HAN, simplified
from cuibono.extract.records import Name, Span

_IN_BRACKETS = re.compile(rf"[ \u00a0]?[(（]\s?(?P<name>[{HAN}·]{{2,12}})(?=\s?[,，;；)）])")


def equate(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with the Chinese form that brackets right behind a mention give them, and its Latin spellings.

    The Chinese form becomes an alias, and every place where it stands a mention. A form that two names claim is
    nobody's, and one that is a name of its own already stays so.
    """
    by_end = {span.end: n for n in names if not n.unnamed for span in n.mentions}
    claimed: dict[str, set[str]] = {}
    for match in _IN_BRACKETS.finditer(text):
        if (owner := by_end.get(match.start())) is not None:
            claimed.setdefault(match["name"], set()).add(owner.id)
    own = {form for n in names for form in (n.name, *n.aliases)}
    forms: dict[str, list[str]] = {}
    for form, owners in claimed.items():
        if len(owners) == 1 and form not in own:
            forms.setdefault(next(iter(owners)), []).append(form)
    places = _places(text, [f for listed in forms.values() for f in listed])
    return tuple(_with(n, forms.get(n.id, []), places) for n in names)


def _places(text: str, forms: Sequence[str]) -> dict[str, list[Span]]:
    """Where each form stands, the longest first."""
    found: dict[str, list[Span]] = {form: [] for form in forms}
    if forms:
        listed = "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))
        for match in re.finditer(listed, text):
            found[match[0]].append(Span(*match.span()))
    return found


def _with(name: Name, forms: Sequence[str], places: dict[str, list[Span]]) -> Name:
    if not forms:
        return name
    spelled = [v for form in forms for v in variants(simplified(form), name.type)]
    return replace(
        name,
        aliases=tuple(dict.fromkeys((*name.aliases, *forms))),
        mentions=tuple(sorted({*name.mentions, *(s for form in forms for s in places[form])})),
        variants=tuple(dict.fromkeys((*name.variants, *spelled))),
    )

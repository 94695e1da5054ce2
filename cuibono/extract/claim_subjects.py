"""Whom a claim is about, and whom it sets that in relation to."""

from collections.abc import Iterator

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.records import Name

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_ME = ("i", "we", "my", "our")
_IN = ("in", "at", "near", "from", "to", "into")
_REACH = 12  # tokens to either side of its head that a phrase is looked for


def subject_of(analysis: Analysis | None, view: ClaimView) -> str | None:
    """The name that a claim is about: who a tie in it begins with, else its grammatical subject, else its only name.

    A subject that is no name ("the app") leaves it open, and so does a place in which something else is.
    """
    tie = view.ties[0] if len(view.ties) == 1 else None
    subject = _subject_token(view)
    if subject is None:
        return tie.subject if tie else _first(view)
    names = list(_of_phrase(analysis, view, subject))
    if tie and tie.subject in (named := {n.id for _, n in view.names} | {r.name for r in view.references}):
        return tie.subject if not names or names[0] in (tie.subject, tie.object) or tie.object in named else names[0]
    return names[0] if names else None


def object_of(view: ClaimView, subject: str | None) -> str | None:
    """The other end: of a tie of the subject, else the first other name that is no place, else a place."""
    for tie in view.ties:
        if subject in (tie.subject, tie.object):
            return tie.object if subject == tie.subject else tie.subject
    others = [n for _, n in view.names if n.id != subject]
    return next((n.id for n in others if n.type != "Location"), others[0].id if others else None)


def about_of(analysis: Analysis | None, view: ClaimView) -> str:
    """The words of the grammatical subject, where it is no name: "the app"."""
    subject = _subject_token(view)
    if analysis is None or subject is None:
        return ""
    words = [t.text for t in view.tokens if abs(t.i - subject.i) <= _REACH and _below(analysis, t, subject)]
    return " ".join(words[1 if words[0].lower() == "that" and len(words) > 1 else 0 :][:8])


def _subject_token(view: ClaimView) -> Token | None:
    return next((t for t in view.tokens if t.dep in _SUBJECTS and t.tag not in ("WP", "WDT")), None)


def _first(view: ClaimView) -> str | None:
    """The first name, where there is no grammar to say more; a place only when nothing else is named."""
    names = [n for _, n in view.names]
    return next((n.id for n in names if n.type != "Location"), names[0].id if names else None)


def _of_phrase(analysis: Analysis | None, view: ClaimView, head: Token) -> Iterator[str]:
    """The names that a noun phrase holds, its head first; what a pronoun in it stands for; the speaker for "we"."""
    if name := _named(view, head):
        yield name
    if head.text.lower() in _ME and view.claim.speaker:
        yield view.claim.speaker
    for token in view.tokens:
        if analysis is None or abs(token.i - head.i) > _REACH or token.i == head.i or not _below(analysis, token, head):
            continue
        if (name := _named(view, token)) and not _is_where(analysis, view, token):
            yield name


def _named(view: ClaimView, token: Token) -> str | None:
    for span, name in view.names:
        if span.start <= token.start < span.end:
            return name.id
    return next((r.name for r in view.references if r.span.start <= token.start < r.span.end), None)


def _is_where(analysis: Analysis, view: ClaimView, token: Token) -> bool:
    """Whether a name is only the place at which something is: "a factory in Oslo"."""
    name: Name | None = next((n for span, n in view.names if span.start <= token.start < span.end), None)
    return name is not None and name.type == "Location" and analysis.tokens[token.head].text.lower() in _IN


def _below(analysis: Analysis, token: Token, head: Token) -> bool:
    """Whether a token hangs below another, within a few steps."""
    for _ in range(_REACH):
        if token.i == head.i:
            return True
        if token.head == token.i:
            return False
        token = analysis.tokens[token.head]
    return False

"""Whether a person is called he or she, as far as titles, kin words, given names and pronouns tell."""

from collections.abc import Sequence

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import words
from cuibono.extract.records import Name, Span

MALE, FEMALE = "m", "f"


def genders(analysis: Analysis, names: Sequence[Name]) -> dict[str, str]:
    """The people of whom it is sure, by the id of the name."""
    found: dict[str, str] = {}
    for name in names:
        if name.type == "Person" and (told := _of_name(name) or _of_text(analysis, name.mentions)):
            found[name.id] = told
    return found


def _of_name(name: Name) -> str | None:
    given = {form.split()[0] for form in (name.name, *name.aliases) if " " in form}
    if given & words("references", "male_name"):
        return MALE
    return FEMALE if given & words("references", "female_name") else None


def _of_text(analysis: Analysis, mentions: Sequence[Span]) -> str | None:
    """A title or kin word right before the name, or an apposition behind it."""
    votes: list[str] = []
    for span in mentions[:40]:
        inside = analysis.tokens_in(span)
        if not inside:
            continue
        before = analysis.tokens[max(0, inside[0].i - 2) : inside[0].i]
        if before and before[-1].text == ",":
            before = before[:-1] if inside[0].i > 2 and _owned(analysis, inside[0].i - 2) else ()
        if before and (told := word_gender(before[-1])):
            votes.append(told)
        votes += _behind(analysis, inside[-1])
    return votes[0] if votes and len(set(votes)) == 1 else None


def _owned(analysis: Analysis, at: int) -> bool:
    """Whether a noun is somebody's: "Y's daughter", "his wife"."""
    before = analysis.tokens[at - 1]
    return before.text in ("'s", "’s", "'", "’") or before.tag == "PRP$" or before.tag == "JJ"


def _behind(analysis: Analysis, last: Token) -> list[str]:
    """ "X, a businessman"; "X, the widow of Y"."""
    tokens = analysis.tokens[last.i + 1 : last.i + 9]
    if len(tokens) < 3 or tokens[0].text not in (",", "(") or tokens[1].text.lower() not in ("a", "an", "the", "whose"):
        return []
    for token in tokens[2:]:
        if token.tag not in ("JJ", "NN", "VBN", "HYPH", "NNP", "CC", "DT"):
            return []
        if told := word_gender(token):
            return [told]
    return []


def word_gender(token: Token) -> str | None:
    """The gender that a title or a noun for people shows."""
    low = token.text.lower()
    if low in words("references", "male_word"):
        return MALE
    return FEMALE if low in words("references", "female_word") else None

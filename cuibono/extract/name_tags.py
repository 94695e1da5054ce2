"""Words of a person's name are proper nouns to whoever reads who speaks, whatever a tagger took them for.

A family name at the head of a sentence ("Pike is certain that") is often taken for an interjection or a noun.
"""

from collections.abc import Sequence
from dataclasses import replace

from cuibono.extract.analysis import Analysis
from cuibono.extract.records import Name

_LONGEST = 4  # words of a name; more are a mistake


def told(analysis: Analysis, names: Sequence[Name]) -> Analysis:
    """The analysis with every large word of a person's name tagged as one of a name."""
    if not analysis.parsed:
        return analysis
    tokens = list(analysis.tokens)
    for span in (s for n in names if n.type == "Person" for s in n.mentions):
        inside = analysis.tokens_in(span)
        for token in inside if len(inside) <= _LONGEST else ():
            if token.text[:1].isupper() and not token.tag.startswith("NNP"):
                tokens[token.i] = token._replace(pos="PROPN", tag="NNP")
    return replace(analysis, tokens=tuple(tokens))

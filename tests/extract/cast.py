"""The invented cast of the sentences that ties and references are tested on, found where it stands in a text."""

import re
from collections.abc import Callable, Iterable

from cuibono.extract import claims, events, references, ties
from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import EntityType, Found, Name, Span, Tie, Turn

CAST: dict[EntityType, str] = {
    "Person": "Qian Deshun|Bo Lifen|Tao Weiming|Pei Yong|Pei Guotai|Qu Lan|Cao Renfu|Cao Wei|Gu Wenhai|Bai Ronghua"
    "|Gu Xiaomei|Huo Jun|Luo Ping|Lu Shaoqing|Sarah Whitfield|Peter Holmgren|Wen Tao|Omar Haddad|Mao Ruilin|Tan Shu",
    "Organization": "Harbour Bank|Redlake Holdings|Orient Shipping|Brightstar Semiconductor|Lakeside Foundation"
    "|Eastport University|Hadley Institute|Ministry of Roads|Standing Committee|CCP|Sunday Ledger|School of Law"
    "|Northland News|Tidewater Media|Commerce Department|Central Committee|Eastport Chamber of Commerce|GCC",
    "Group": "Jiangnan faction|Gu family|Cao family|Cao Renfu's faction",
    "Location": "Shanghai|Eastport|Hunan|Northland|Southland|Tianjin|Vancouver|Macau",
    "Product": "Skylark|Loopcam",
    "Event": "Boao Forum|Harbour Summit",
}


def names(text: str) -> tuple[Name, ...]:
    """Those of the cast who stand in a text, the longest name first; a family name alone is left out."""
    kinds = {name: kind for kind, listed in CAST.items() for name in listed.split("|")}
    spans: dict[str, list[Span]] = {}
    for match in re.finditer("|".join(sorted(map(re.escape, kinds), key=len, reverse=True)), text):
        spans.setdefault(match[0], []).append(Span(*match.span()))
    return tuple(Name(name, name, kinds[name], tuple(where), (name,)) for name, where in spans.items())


def read(text: str, analyse: Callable[[str], Analysis], turns: Iterable[Turn] = ()) -> Found:
    """References, claims, dates and ties of a text whose names are given."""
    document, analysis, cast, spoken = Document(text), analyse(text), names(text), tuple(turns)
    stand_ins = references.resolve(document, analysis, cast, spoken)
    said, everybody = claims.attribute(document, analysis, cast, spoken, stand_ins)
    dated = events.find(document, analysis, everybody)
    found = Found(turns=spoken, names=everybody, references=stand_ins, claims=said, events=dated)
    return Found(turns=spoken, names=everybody, references=stand_ins, claims=said, events=dated,
                 ties=ties.find(document, analysis, found))  # fmt: skip


def told(tie: Tie) -> str:
    """A tie in one line: "?" before what is alleged, ">" before what is to come, "-" before what is denied."""
    mark = "-" if tie.polarity == "-" else {"alleged": "?", "forecast": ">"}.get(tie.status, "")
    return f"{mark}{tie.type}: {tie.subject} > {tie.object}"

"""An app that asks for several things, or reads them, asks for each: "access to the camera and the contacts".

Whoever says so claims all of them, so that each is tested; only all together bear the claim out.
"""

import re
from dataclasses import replace

from cuibono.model.docket import Asked

_WHOSE = r"(?:(?:the|your|their|its|any|all) )?(?:(?:user|users|phone)['’]s? )?(?:(?:precise|exact) )?"
_THING = (
    rf"(?:{_WHOSE}(?:contacts?(?: list)?|address book|calendar|microphone|camera|call log|text messages|sms|clipboard"
    r"|location|photos|phone number|device (?:id|identifier)|installed apps|list of installed apps)\b)"
)
_JOINT = r"(?:,? and also|,? as well as|,? and|,? or|,? nor|,)(?: (?:to|for|of))? "
_LISTED = re.compile(rf"^(?P<head>.*?)\b(?P<all>{_THING}(?:{_JOINT}{_THING})+)(?P<tail>.*)$", re.IGNORECASE)
_JOINTS = re.compile(_JOINT, re.IGNORECASE)
_BOTH = re.compile(r"\b(?:both|either) (?=(?:to |for )?)", re.IGNORECASE)
_NEITHER = re.compile(r"\bneither ", re.IGNORECASE)


#: What is denied of one thing twice: "never uses the microphone permission and does not even declare it".
_TWICE = re.compile(
    r"^(?P<who>.+?) (?P<one>(?:never|does not|doesn['’]t|did not) (?:even )?[a-z]+) "
    r"(?P<what>(?:the|your|any|its) [^,;]+?) "
    r"(?:and|nor) (?P<two>(?:never|does not|doesn['’]t|did not|does it) (?:even |so much as )?[a-z]+) it$",
    re.IGNORECASE,
)


def each_thing(claim: Asked) -> list[Asked]:
    """The claim of each thing that is listed; none where only one is, or where one of several is meant."""
    if twice := _TWICE.search(claim.words) if claim.kind == "behaviour of an app" else None:
        said = (twice[n].replace(" even", "").replace(" so much as", "") for n in ("one", "two"))
        return [replace(claim, words=f"{twice['who']} {did} {twice['what']}") for did in said]
    found = _LISTED.search(claim.words) if claim.kind == "behaviour of an app" else None
    if found is None:
        return []
    denied = re.search(r"\b(?:not|never|neither|no)\b|n['’]t\b", claim.words, re.IGNORECASE)
    if re.search(r"\bor\b", found["all"]) and not denied:
        return []
    head = _NEITHER.sub("not ", _BOTH.sub("", found["head"]))
    things = [t for t in _JOINTS.split(found["all"]) if t.strip()]
    return [replace(claim, words=f"{head}{t.strip()}{found['tail']}") for t in things]

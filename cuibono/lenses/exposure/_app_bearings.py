"""Which claims the facts of an app answer: what it asks for, what its code can do, what it was seen to do.

What is declared bears out that an app asks for something; what stands in its code, that its code can; only what was
observed, that it does. What a table says of a host in its own words (an advertising server) names the host as well.
"""

import re

from cuibono.lenses.exposure._app_facts import About
from cuibono.model.bearing import Bearing

#: Words of what can be, and of what is done: what stands in the code bears out the first only.
_CAN = {
    "access": ("access", "can", "could", "able", "to", "permission", "has"),
    "tracker": ("tracker", "trackers", "contain", "contains", "include", "includes", "library", "embed", "embeds"),
    "endpoint": ("host", "server", "servers", "address", "code", "can", "connect", "to"),
}  # fmt: skip
_DOES = {
    "access": ("read", "reads", "collect", "collects", "take", "takes", "send", "sends", "sent", "transmits",
               "uploads"),
    "endpoint": (
        "connects", "connected", "connecting", "connection", "connections", "talks", "talked",
        "talking", "communicates", "sends", "send", "sent", "sending", "transmits", "data", "seen", "observed",
        "recorded", "traffic", "with", "found", "lab", "auditors", "transfers",
        "transferred", "passes", "passed", "delivers", "exchanges", "exchange", "exchanged", "exchanging",
        "being", "reports", "back", "when", "it",
        "opened", "started", "information", "are", "run", "running", "of", "identifiers", "information",
        "your", "users", "its", "their", "reaches", "called", "calls",
        "any", "recording", "recordings", "hands", "uploads", "uploaded", "got", "gets", "in", "touch",
    ),
    "unencrypted traffic": ("unencrypted", "traffic", "plain", "sends", "to"),
}  # fmt: skip
_HAS = (
    "integrated", "integrates", "embedded", "included", "contained", "part", "into", "bundled", "bundles", "ships",
    "incorporates", "software", "kit", "tracker", "trackers", "component", "by", "named", "from", "of", "present",
    "any", "called", "contain", "contains", "contained", "include", "includes", "embed", "embeds", "carries", "carry",
    "uses", "use", "built", "library", "libraries", "sdk", "code", "there", "has", "comes", "with", "inside", "found",
    "third", "party",
)  # fmt: skip
#: What a code is said to be able to do, where the code is spoken of.
_CODE = ("code", "can", "could", "able", "ability", "read", "reads", "access", "get", "query", "its", "contains",
         "calls", "call", "record", "records", "recording", "recorded", "take", "to", "the", "phone",
         "phones", "device", "user", "users", "app", "stored", "your",
         "their")  # fmt: skip
#: That an app asks to be allowed something, which is no word of what it does with it.
_READS = ("read", "reads", "reading", "access", "accesses", "look", "looks", "lists", "list", "queries",
          "query", "sees", "see", "check", "checks", "find", "tell", "learn", "learns",
          "gets", "get", "retrieves", "out", "accessed", "retrieved", "at", "into", "of", "which", "apps",
          "installed", "other", "own", "users", "user",
          "phone", "phones", "device", "your", "their", "its", "stored")  # fmt: skip
#: The words of which one says that it can, whether the code is spoken of or not.
_ABLE = ("code", "can", "could", "able", "capable", "ability", "enabled")
_ASKS = ("asks", "ask", "asked", "requests", "request", "wants", "demands", "seeks", "declares", "needs", "requires",
         "for", "permission", "permissions", "to", "read", "access", "use", "see", "record", "records", "get",
         "take", "has",
         "have", "holds", "is", "are", "may", "permitted", "entitled", "right", "rights", "authorised", "authorized",
         "free", "granted", "lets", "itself", "view", "obtain", "determine", "list", "seek", "among", "things", "any",
         "insists", "reads", "using", "reading", "recording", "seeing", "taking", "kept", "your", "their",
         "you", "on", "phone",
         "phones", "device", "it", "its", "know", "be", "allowed")  # fmt: skip
_VERBS = ("asks", "requests", "wants", "demands", "seeks", "requires", "asked", "declares", "needs")
_ALLOWED = ("allowed", "permitted", "entitled", "authorised", "authorized", "right")
_SAME = {
    "contacts": ("address", "book", "contact", "list"),
    "location": ("position", "whereabouts"),
    "microphone": ("audio", "record"),
    "text messages": ("sms",),
    "installed apps": ("list",),
    "device identifier": ("imei", "id"),
    "camera": ("take", "photos", "pictures"),
    "screen content": ("screen",),
    "call log": ("history",),
}
#: What else it may be called where a claim must say of what it is.
_CALLED = {
    "contacts": ("contacts", "address book", "contact list"), "microphone": ("microphone", "audio", "sound"),
    "text messages": ("messages", "sms"), "installed apps": ("apps",),
    "device identifier": ("identifier", "id", "imei"),
    "location": ("location", "position", "whereabouts"), "call log": ("call",), "screen content": ("screen",),
    "phone number": ("number",), "camera": ("camera", "photos", "pictures"),
}  # fmt: skip
#: A host that serves advertising or measures users is a firm's that does so.
_OF_ADS = re.compile(r"\b(?:advert\w*|ads?|analytics?|tracking|tracker|measure\w*|statistics?)\b", re.IGNORECASE)
_FIRMS = ("firm", "company", "companies", "firms", "network", "networks", "service", "third", "party", "advertising",
          "advertiser", "advertisers", "ad", "tracker", "trackers", "parties")  # fmt: skip
#: Where what was sent went, as a table says it in words: "sent to count.birch.example".
_TO_HOST = re.compile(r"\b(?:to|by|at) [\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_SENT = ("host", "server", "servers", "address", "sending", "transmitted", "uploaded", "passes", "passed", "transfers",
         "delivers", "data", "users", "user", "their", "your", "its", "of", "with", "hands")  # fmt: skip
_UNSEEN = re.compile(r"\b(?:no|not|never|none|blocked|without|un\w+|failed)\b", re.IGNORECASE)
_PLAIN = ("users", "user", "app", "the", "any")


def bears(about: About) -> tuple[Bearing, ...]:
    """Claims of what an app can do, where calls lead to it; of what it does, only where that was observed.

    That it asks for permission is borne out by what it declares, that its code can, by what stands in it.
    """
    return (*_done(about), *_declared(about), *_in_code(about))


def _declared(about: About) -> tuple[Bearing, ...]:
    if about.kind != "access" or "declared" not in about.grades:
        return ()
    exact = ("precise", "exact", "fine") if any("FINE" in v for v in (*about.values, about.example)) else ()
    always = ("in", "background") if any("BACKGROUND" in v for v in about.values) else ()
    rough = ("approximate", "rough", "coarse") if any("COARSE" in v for v in (*about.values, about.example)) else ()
    named = (*about.what.lower().split(), *_SAME.get(about.what, ()), *always, *rough)
    asked = tuple((verbs, _called(about)) for verbs in ("permission", "|".join(_VERBS), "|".join(_ALLOWED)))
    return tuple(_bearing(about, (*_ASKS, *exact, *named), needs) for needs in asked)


def _in_code(about: About) -> tuple[Bearing, ...]:
    """That its code can, and which libraries it holds."""
    in_code = {"capability", "reachable"} & set(about.grades)
    if about.kind == "access" and in_code:
        named = (*about.what.lower().split(), *_SAME.get(about.what, ()))
        return (_bearing(about, (*_CODE, *_READS, *_ABLE, "has", "a", *named), ("|".join(_ABLE), _called(about))),)
    if about.kind == "library":
        words = (*_HAS, *_words(about.what), *_told(about), *(_FIRMS if _serves_ads(about) else ()))
        return (_bearing(about, words, ("contain|include|embed|library|use|built|sdk|tracker|kit|integrate",)),)
    return ()


def _done(about: About) -> tuple[Bearing, ...]:
    can, does = _CAN.get(about.kind, ()), _DOES.get(about.kind, ()) if about.best == "observed" else ()
    if about.best not in ("observed", "reachable") or not (can or does):
        return ()
    reads = _READS if about.kind == "access" and about.best == "reachable" else ()
    named = (*about.what.lower().replace(".", " ").split(), *_SAME.get(about.what, ()), "behaviour", *reads)
    host = about.kind == "endpoint" and about.best == "observed"
    sent = about.kind == "access" and about.best == "observed" and any(_TO_HOST.search(v) for v in about.values)
    told = (*_words(about.what), *_told(about), *(_FIRMS if _serves_ads(about) else ())) if host or sent else ()
    return (_bearing(about, (*can, *does, *named, *told, *(_SENT if sent else ()))),)


def _bearing(about: About, words: tuple[str, ...], needs: tuple[str, ...] = ()) -> Bearing:
    version = ("version", about.version) if about.version else ()
    return Bearing(
        "behaviour of an app", "supported", (about.name, about.app), (*words, *_PLAIN, *version), needs=needs
    )


def _called(about: About) -> str:
    """What it may be called, of which a claim must have one."""
    return "|".join(_CALLED.get(about.what, (about.what,)))


def _told(about: About) -> list[str]:
    """What the table says of it in words, unless that is what was not seen."""
    return [w for v in about.values if not _UNSEEN.search(v) for w in _words(v)]


def _serves_ads(about: About) -> bool:
    return any(_OF_ADS.search(v.replace("_", " ")) for v in (about.what.replace(".", " "), *about.values))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())

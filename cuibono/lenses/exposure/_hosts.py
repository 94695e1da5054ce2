"""Whose a host may be and of which country, by its name alone: a hint, and no more."""

import tomllib
from functools import cache
from importlib import resources

#: Endings of two letters that are of no one country, or that anybody in the world registers.
_OF_ALL = frozenset(
    {"ai", "am", "cc", "co", "eu", "fm", "gg", "io", "is", "la", "ly", "me", "pw", "sh", "st", "to", "tv", "vc", "ws"}
)


def hint(host: str) -> str:
    """What the name of a host hints at; empty when it hints at nothing.

    >>> hint("alog.umeng.com")
    'a name of UMeng (cn)'
    >>> hint("notumeng.com"), hint("api.gull.cn")
    ('', 'its ending, .cn, is that of a country')
    """
    parts = host.lower().rstrip(".").split(".")
    for at in range(len(parts)):
        if known := _known().get(".".join(parts[at:])):
            return f"a name of {known[0]} ({known[1]})"
    ending = parts[-1]
    if len(parts) > 1 and len(ending) == 2 and ending.isalpha() and ending not in _OF_ALL:
        return f"its ending, .{ending}, is that of a country"
    return ""


@cache
def _known() -> dict[str, list[str]]:
    return tomllib.loads(resources.files("cuibono.lenses.exposure").joinpath("hosts.toml").read_text("utf-8"))

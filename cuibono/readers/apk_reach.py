"""Which methods of an app can be reached by calls from what the system starts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from cuibono.readers.dex import DexClass

#: Methods that the system or a library calls by itself on objects that the app made.
_CALLED_BACK = frozenset(
    {"run", "call", "invoke", "accept", "apply", "handleMessage", "doInBackground", "get", "compare"}
)


def reachable(classes: Mapping[str, DexClass], entries: Iterable[str]) -> frozenset[str]:
    """The whole names of methods that can be reached from the entry classes, by calls alone.

    A call of a method reaches its code in the class named, in the class it inherits it from, and in every class of the
    app that overrides it. Objects that a reached method makes can be called back by the system (run, onClick and the
    like). Reflection, native code and messages between parts of an app are not followed: what is not reachable here may
    be so by them.
    """
    below = defaultdict(list)
    for one in classes.values():
        for parent in (one.parent, *one.interfaces):
            below[parent].append(one.name)
    methods = {m.name: m for one in classes.values() for m in one.methods}
    todo = [m.name for e in entries for m in (classes[e].methods if e in classes else ()) if _starts(m.name)]
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name in found or name not in methods:
            continue
        found.add(name)
        method = methods[name]
        for call in method.calls:
            todo += _targets(call.target, classes, below, methods)
        for made in method.made:
            todo += [m.name for m in classes[made].methods if _called_back(m.name)] if made in classes else []
    return frozenset(found)


def _targets(
    target: str, classes: Mapping[str, DexClass], below: Mapping[str, list[str]], methods: Mapping[str, object]
) -> list[str]:
    """Where a call may lead: up to where it is inherited from, and down to what overrides it."""
    owner, _, name = target.rpartition(".")
    found, seen = [], 0
    up = owner
    while up in classes and seen < 64:
        if f"{up}.{name}" in methods:
            found.append(f"{up}.{name}")
            break
        up, seen = classes[up].parent, seen + 1
    if name == "<init>":
        return found
    down = list(below.get(owner, ()))
    while down:
        one = down.pop()
        if f"{one}.{name}" in methods:
            found.append(f"{one}.{name}")
        down += below.get(one, ())
        if len(found) > 200:
            break
    return found


def _starts(name: str) -> bool:
    """Whether the system calls a method of a component: its making, and everything that is named as an answer."""
    last = name.rpartition(".")[2]
    return last in ("<init>", "<clinit>", "query", "insert", "update", "delete", "call") or last.startswith("on")


def _called_back(name: str) -> bool:
    last = name.rpartition(".")[2]
    return last in _CALLED_BACK or last.startswith("on")

"""The desk: the case that is served, what pages remember of it, the work that goes on, and what is to be said next."""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

from cuibono.case import Case, networks
from cuibono.errors import UnknownName
from cuibono.store.progress import Tell, silent
from cuibono.web.apart import apart
from cuibono.web.jobs import Jobs

T = TypeVar("T")
Stamp = tuple[tuple[int, int], ...]
#: So long a page waits for what is dear before it shows it as it was, in seconds.
PATIENCE = 0.8
#: So many answers are remembered; the oldest goes first.
REMEMBERED = 200
#: So many results of ended work.
RESULTS = 30


class NotYet(Exception):
    """What a page shows is being made for the first time; ask again."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line at the top of a page, and perhaps a judgement to take back."""

    text: str
    undo: int | None = None
    bad: bool = False


class Desk:
    """One case and all that its pages share; safe to use from many threads."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.jobs = Jobs()
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, tuple[Stamp, Any]] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._said: list[Said] = []
        self._working: dict[Hashable, threading.Thread] = {}
        self._failed: dict[Hashable, Exception] = {}
        self._results: OrderedDict[int, Any] = OrderedDict()
        self._last_result = 0

    def stamp(self) -> Stamp:
        """A mark that changes whenever anybody commits to the case; costs no more than asking for two files."""
        return tuple(_mark(path) for path in (str(self.case.layout.database), f"{self.case.layout.database}.wal"))

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made under a key since the case last changed; made once, however many ask at the same time."""
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            stamp = self.stamp()
            with self._lock:
                if self._is_of(key, stamp):
                    return self._kept[key][1]  # type: ignore[no-any-return]
            made = make()
            with self._lock:
                self._kept[key] = (stamp, made)
                while len(self._kept) > REMEMBERED:
                    gone, _ = self._kept.popitem(last=False)
                    self._making.pop(gone, None)
            return made

    def keep(self, result: object) -> int:
        """Keep what came of some work for a page to show; its number is where ``kept`` finds it."""
        with self._lock:
            self._last_result += 1
            self._results[self._last_result] = result
            while len(self._results) > RESULTS:
                self._results.popitem(last=False)
            return self._last_result

    def kept(self, number: int, kind: type[T]) -> T:
        """What came of some work. Raises UnknownName when it is not remembered any more."""
        with self._lock:
            found = self._results.get(number)
        if not isinstance(found, kind):
            raise UnknownName("What came of that work is not remembered any more.", try_="do it again")
        return found

    def recalled(self, key: Hashable) -> Any:
        """What is remembered under a key, as long as the case has not changed since; None else."""
        stamp = self.stamp()
        with self._lock:
            return self._kept[key][1] if self._is_of(key, stamp) else None

    def has(self, key: Hashable) -> bool:
        """Whether something was made under a key since the case last changed."""
        stamp = self.stamp()
        with self._lock:
            return self._is_of(key, stamp)

    def _is_of(self, key: Hashable, stamp: Stamp) -> bool:
        """Whether what is remembered under a key is of that stamp; it stays longest then. Under the lock."""
        found = self._kept.get(key)
        if found is None or found[0] != stamp:
            return False
        self._kept.move_to_end(key)
        return True

    def soon(self, key: Hashable, make: Callable[[], T], *, patience: float = PATIENCE) -> T:
        """What is dear to make: as it is now where that comes in time, else as it was before the last change.

        It goes on being made meanwhile (``behind``). Raises NotYet when it was never made before.
        """
        stamp = self.stamp()
        with self._lock:
            if self._is_of(key, stamp):
                return self._kept[key][1]  # type: ignore[no-any-return]
            worker = self._working.get(key)
            if worker is None or not worker.is_alive():
                worker = threading.Thread(target=self._make, args=(key, make), daemon=True, name=f"soon-{key}")
                self._working[key] = worker
                worker.start()
        worker.join(patience)
        with self._lock:
            failed, found = self._failed.pop(key, None), self._kept.get(key)
        if failed is not None:
            raise failed
        if found is None:
            raise NotYet
        return found[1]  # type: ignore[no-any-return]

    def _make(self, key: Hashable, make: Callable[[], Any]) -> None:
        try:
            self.remembered(key, make)
        except Exception as error:  # whoever asks next is told
            with self._lock:
                self._failed[key] = error

    @property
    def behind(self) -> bool:
        """Whether something that pages show is still being brought up to date."""
        return any(worker.is_alive() for worker in list(self._working.values()))

    def say(self, text: str, *, undo: int | None = None, bad: bool = False) -> None:
        """Say something at the top of the next page; ``undo`` is the judgement that its button takes back."""
        with self._lock:
            self._said.append(Said(text, undo, bad))

    def said(self) -> list[Said]:
        """What waits to be said; it is said once."""
        with self._lock:
            said, self._said = self._said, []
        return said


def large(desk: Desk) -> bool:
    """Whether what is read of the whole case takes more than a moment."""
    return desk.remembered("large", lambda: networks.heavy(desk.case.layout))


def aside(desk: Desk, function: Callable[..., T], *given: Any, tell: Tell = silent, **named: Any) -> T:
    """What a function returns: called in a process of its own in a large case, where it would hold up the pages.

    What goes there and back is then pickled; in a small case it is called here, and there at once.
    """
    return apart(function, *given, tell=tell, **named) if large(desk) else function(*given, tell=tell, **named)


def _mark(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)  # noqa: PTH116 - called for every request
    except FileNotFoundError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)

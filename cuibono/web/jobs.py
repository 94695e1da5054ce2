"""Long work that goes on behind the pages: a lens, a folder that is added, the docket; each tells how far it is."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from cuibono.errors import CuibonoError
from cuibono.store.progress import Tell

#: So many ended jobs are remembered.
ENDED = 50


@dataclass(slots=True)
class Job:
    """A piece of work: what it is, how far it is, and where its result can be seen once it is there."""

    id: int
    title: str
    says: str = "waiting for its turn"
    done: int = 0
    of: int = 0
    url: str = ""
    error: str = ""
    try_: str = ""
    began: float = field(default_factory=time.monotonic)
    ended: float | None = None

    @property
    def going(self) -> bool:
        """Whether it still works, or waits."""
        return self.ended is None

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return (self.ended or time.monotonic()) - self.began


class Jobs:
    """The work of a desk, one piece at a time: a case has one writer."""

    def __init__(self) -> None:
        self._turn, self._lock = threading.Lock(), threading.Lock()
        self._all: dict[int, Job] = {}
        self._last = 0

    def start(self, title: str, work: Callable[[Tell], str]) -> Job:
        """Begin work in the background; what it returns is the address where its result can be seen."""
        with self._lock:
            self._last += 1
            job = self._all[self._last] = Job(self._last, title)
            ended = [j.id for j in self._all.values() if not j.going]
            for old in ended[:-ENDED]:
                del self._all[old]
        threading.Thread(target=self._work, args=(job, work), daemon=True, name=f"job-{job.id}").start()
        return job

    def get(self, number: int) -> Job | None:
        """A job by its number."""
        return self._all.get(number)

    def listed(self) -> list[Job]:
        """All that is remembered, the newest first."""
        with self._lock:
            return sorted(self._all.values(), key=lambda j: -j.id)

    def _work(self, job: Job, work: Callable[[Tell], str]) -> None:
        def tell(says: str, done: int = 0, of: int = 0) -> None:
            job.says, job.done, job.of = says, done, of

        with self._turn:
            job.says = "working"
            try:
                job.url = work(tell)
            except CuibonoError as error:
                job.error, job.try_ = error.what, error.try_
            except Exception as error:  # a page must say so, whatever it was
                job.error = f"Something went wrong that should not: {type(error).__name__}: {error}"
            finally:
                job.ended = time.monotonic()

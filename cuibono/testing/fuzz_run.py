"""Many damaged files, several workers, each file with its own time: what came of them, as it comes."""

import queue
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cuibono.readers.child import Child
from cuibono.testing.fuzz import Seed
from cuibono.testing.fuzz_worker import keep

SECONDS = 10.0
_START = 120.0


@dataclass(frozen=True, slots=True)
class Result:
    """What one reader did with one file: ``read``, ``refused`` or ``fault``, and how long it took."""

    reader: str
    number: int
    kind: str
    says: str
    seconds: float


def run(
    corpus: Mapping[str, Sequence[Seed]],
    *,
    inputs: int,
    seed: int = 1,
    workers: int = 2,
    seconds: float = SECONDS,
) -> Iterator[Result]:
    """Give so many files to the readers in turn; the same ``seed`` gives the same files.

    A worker that takes longer than ``seconds`` over a file, or dies over it, is a fault of the reader, and
    another worker takes its place. Raises RuntimeError when workers cannot even start.
    """
    readers = sorted(corpus)
    waiting: queue.SimpleQueue[tuple[str, int]] = queue.SimpleQueue()
    for number in range(inputs):
        waiting.put((readers[number % len(readers)], number // len(readers)))
    done: queue.SimpleQueue[Result | BaseException] = queue.SimpleQueue()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        place = Path(folder)
        keep({name: list(seeds) for name, seeds in corpus.items()}, place / "seeds")
        crew = [_Crew(place, f"worker-{i}", seed, seconds, waiting, done) for i in range(workers)]
        try:
            for member in crew:
                member.start()
            for _ in range(inputs):
                yield _unless_broken(done.get())
        finally:
            for member in crew:
                member.leave()


def _unless_broken(result: Result | BaseException) -> Result:
    if isinstance(result, BaseException):
        raise result
    return result


class _Crew(threading.Thread):
    """A thread that looks after one worker process at a time."""

    def __init__(
        self,
        place: Path,
        label: str,
        seed: int,
        seconds: float,
        waiting: "queue.SimpleQueue[tuple[str, int]]",
        done: "queue.SimpleQueue[Result | BaseException]",
    ) -> None:
        super().__init__(daemon=True, name=label)
        self.place, self.seed, self.seconds, self.waiting, self.done = place, seed, seconds, waiting, done
        self.child: Child | None = None
        self.lives = 0
        self.going = True

    def run(self) -> None:
        """Take files until none is left."""
        try:
            while self.going:
                self.done.put(self._one(*self.waiting.get_nowait()))
        except queue.Empty:
            pass
        except BaseException as error:  # handed to whoever waits for results
            self.done.put(error)
        finally:
            if self.child is not None:
                self.child.stop()

    def leave(self) -> None:
        """Stop after the file at hand."""
        self.going = False
        if self.is_alive():
            self.join()

    def _one(self, reader: str, number: int) -> Result:
        child = self.child = self.child or self._worker()
        try:
            got = child.ask({"reader": reader, "number": number, "run": self.seed}, seconds=self.seconds)
        except TimeoutError:
            self.child = None
            return Result(reader, number, "fault", f"it took longer than {self.seconds:g} seconds", self.seconds)
        except EOFError as error:
            self.child = None
            return Result(reader, number, "fault", f"the process died (exit code {error})", 0.0)
        return Result(reader, number, got["kind"], got["says"], got["seconds"])

    def _worker(self) -> Child:
        self.lives += 1
        place = self.place / f"{self.name}-{self.lives}"
        place.mkdir()
        child = Child("cuibono.testing.fuzz_worker", str(self.place / "seeds"), str(place))
        try:
            child.ask({"ready": True}, seconds=_START)
        except (TimeoutError, EOFError) as error:
            child.stop()
            raise RuntimeError(f"a worker could not start ({type(error).__name__}: {error})") from error
        return child

"""A process of its own for work that can hang or crash, so that a hostile file stops neither the case nor us.

The two ends talk in JSON, one line each way; nothing is pickled. The child ends when its input closes, so
that none is left behind when the parent is killed.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

Answer = dict[str, Any]


class Child:
    """A helper process that runs one module, is asked questions, and is killed when it takes too long.

    ``ask`` raises TimeoutError when an answer is late and EOFError when the process died; either way the
    process is gone afterwards and ``alive`` is False.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        # -P: what lies in the folder we stand in, perhaps evidence, must never be imported
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.owner = os.getpid()

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    @property
    def exit_code(self) -> int | None:
        """How the process ended; negative numbers are signals."""
        return self._process.poll()

    def ask(self, question: Mapping[str, Any], *, seconds: float) -> Answer:
        """Send a question and wait for its answer, at most so many seconds."""
        late = threading.Event()
        timer = threading.Timer(seconds, self._too_late, [late])
        timer.start()
        try:
            line = self._exchange(json.dumps(question).encode() + b"\n")
        finally:
            timer.cancel()
            timer.join()
        if line.endswith(b"\n"):
            answer: Answer = json.loads(line)
            return answer
        self.stop()
        raise TimeoutError(f"no answer within {seconds:g} seconds") if late.is_set() else EOFError(self.exit_code)

    def stop(self) -> None:
        """End the process now."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                _close(pipe)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _exchange(self, line: bytes) -> bytes:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if self._process.stdin.closed:
            return b""
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
            return self._process.stdout.readline()
        except (BrokenPipeError, ConnectionResetError):
            return b""

    def _too_late(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()


def _close(pipe: Any) -> None:
    """Close a pipe; bytes that a dead process never took are let go."""
    try:
        pipe.close()
    except BrokenPipeError:
        return


def serve(answer: Callable[[Answer], Answer], *, memory: int) -> None:
    """The child's side: answer questions until the input closes, within so many bytes of memory.

    Whatever a C library prints goes nowhere: only answers reach the real output.
    """
    _bound_memory(memory)
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    for line in sys.stdin.buffer:
        out.write(json.dumps(answer(json.loads(line))).encode() + b"\n")
        out.flush()


def _bound_memory(memory: int) -> None:
    """Let the process have no more than so many bytes of address space, where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    bounds = [memory, *(b for b in (soft, hard) if b != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_AS, (min(bounds), hard))

"""Heavy work in a process of its own: pages go on answering beside it, and its memory is given back when it ends.

Threads of one process take turns at running Python, so that a page of 50 ms would take a second beside them.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from cuibono.errors import CuibonoError
from cuibono.store.progress import Tell, silent

T = TypeVar("T")
_PROTOCOL = 5
#: How much less of a busy processor it gets than the pages.
_NICE = 10


def apart(function: Callable[..., T], *given: Any, tell: Tell = silent, **named: Any) -> T:
    """What a function of a module returns that is called elsewhere with ``tell`` as a further argument.

    What goes there and back is pickled. Raises CuibonoError as the function does, and when the process ended early;
    RuntimeError for what it raises else. The process ends with the one that began it.
    """
    # Without the folder it is called from, in which anything may lie: "python -m" would import from there first.
    there = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    command = [sys.executable, "-P", "-m", __name__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=there) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump((function, given, named), process.stdin, _PROTOCOL)
            process.stdin.flush()
            while True:
                kind, *said = pickle.load(process.stdout)  # noqa: S301 - our own process wrote it
                if kind == "told":
                    tell(*said)
                elif kind == "done":
                    return said[0]  # type: ignore[no-any-return]
                elif kind == "refused":
                    raise CuibonoError(said[0], try_=said[1])
                else:
                    raise RuntimeError(said[0])
        except (EOFError, BrokenPipeError) as error:
            raise CuibonoError(
                "The work ended before it was done.", try_="do it again with more memory free"
            ) from error
        finally:
            process.kill()


def _main() -> None:
    """The other side: one call, read from standard input; answers on what was standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the function prints is no answer
    os.nice(_NICE)

    def answer(*said: Any) -> None:
        pickle.dump(said, answers, _PROTOCOL)
        answers.flush()

    function, given, named = pickle.load(sys.stdin.buffer)  # noqa: S301 - the desk wrote it
    threading.Thread(target=_end_with_the_desk, daemon=True).start()
    try:
        done = function(*given, tell=lambda *told: answer("told", *told), **named)
    except CuibonoError as error:
        answer("refused", error.what, error.try_)
    except Exception as error:  # the desk must say so, whatever it was
        answer("failed", f"{type(error).__name__}: {error}")
    else:
        answer("done", done)


def _end_with_the_desk() -> None:
    """Nothing more comes on standard input; that it closes says that the desk has ended."""
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    _main()

"""Work that is done in another process: it is found there by the name of this module."""

import os
import time

from cuibono.errors import CuibonoError
from cuibono.store.progress import Tell


def counted(to: int, *, step: int = 1, tell: Tell) -> list[int]:
    print("printed, and no answer")
    for n in range(0, to, step):
        tell("counting", n, to)
    return [os.getpid(), to]


def refused(*, tell: Tell) -> None:
    raise CuibonoError("There is no kiln.", try_="build one")


def broken(*, tell: Tell) -> None:
    raise ZeroDivisionError("by nothing")


def gone(*, tell: Tell) -> None:
    os._exit(3)


def waits(*, tell: Tell) -> None:
    tell(str(os.getpid()), 0, 0)
    time.sleep(60)

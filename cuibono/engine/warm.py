"""Idle DuckDB instances, kept for whoever comes next: making one takes many times as long as attaching a file to it.

An instance in the pool holds nothing: no file, no table, no temporary object. It belongs to the process that made it:
a forked child neither uses nor closes what it inherits, since the threads of it stayed with the parent.
"""

import os
import threading
from collections.abc import Callable, Mapping
from typing import Any

import duckdb

#: So many idle instances a process keeps; one for each who reads or writes at a time is enough.
KEPT = 4
NAME = "evidence"

#: What is said anew to an instance that another one had: how much memory it may use and where it may spill.
_SAID = ("memory_limit", "temp_directory")

_Made = tuple[tuple[str, Any], ...]
_idle: list[tuple[int, _Made, duckdb.DuckDBPyConnection]] = []
_inherited: list[duckdb.DuckDBPyConnection] = []
_lock = threading.Lock()


def take(config: Mapping[str, Any]) -> duckdb.DuckDBPyConnection:
    """An instance with this configuration: an idle one, one that only has to be told so, or a new one."""
    wanted = _made(config)
    found = _out_of_idle(lambda made: made == wanted)
    if found is not None:
        return found
    other = _out_of_idle(lambda made: _lasting(made) == _lasting(wanted))
    if other is not None and _told(other, config):
        return other
    instance = duckdb.connect(":memory:", config=dict(config))
    # A file is never checkpointed by itself: only with a journal beside it, see checkpoint.py.
    instance.execute("PRAGMA disable_checkpoint_on_shutdown")
    instance.execute("SET checkpoint_threshold = '1TB'")
    return instance


def _made(config: Mapping[str, Any]) -> _Made:
    return tuple(sorted(config.items()))


def _lasting(made: _Made) -> _Made:
    return tuple((name, value) for name, value in made if name not in _SAID)


def _out_of_idle(fits: Callable[[_Made], bool]) -> duckdb.DuckDBPyConnection | None:
    """The first idle instance of this process that fits, idle no more."""
    with _lock:
        for at, (pid, made, instance) in enumerate(_idle):
            if pid == os.getpid() and fits(made):
                del _idle[at]
                return instance
    return None


def _told(instance: duckdb.DuckDBPyConnection, config: Mapping[str, Any]) -> bool:
    """Whether an instance took the settings; one that has spilled keeps its folder to the end, and is closed."""
    try:
        for name in _SAID:
            value = str(config[name]).replace("'", "''")
            instance.execute(f"SET {name} = '{value}'")
    except duckdb.Error:
        instance.close()
        return False
    return True


def give_back(instance: duckdb.DuckDBPyConnection, config: Mapping[str, Any]) -> None:
    """Let go of the file and keep the instance for the next one; one that cannot let go is closed."""
    try:
        instance.execute(f"DETACH {NAME}")
    except duckdb.Error:
        instance.close()
        return
    with _lock:
        _idle.append((os.getpid(), _made(config), instance))
        spare = _idle.pop(0) if len(_idle) > KEPT else None
    if spare and spare[0] == os.getpid():
        spare[2].close()
    elif spare:
        _inherited.append(spare[2])  # letting go of it would close it, and crash the child

"""Idle DuckDB instances, kept for whoever comes next: making one takes many times as long as attaching a file to it.

An instance in the pool holds nothing: no file, no table, no temporary object. It belongs to the process that made it:
a forked child neither uses nor closes what it inherits, since the threads of it stayed with the parent.
"""

import os
import threading
from collections.abc import Mapping
from typing import Any

import duckdb

#: So many idle instances a process keeps; one for each who reads or writes at a time is enough.
KEPT = 4
NAME = "evidence"

_idle: list[tuple[int, str, duckdb.DuckDBPyConnection]] = []
_inherited: list[duckdb.DuckDBPyConnection] = []
_lock = threading.Lock()


def take(config: Mapping[str, Any]) -> duckdb.DuckDBPyConnection:
    """An instance with this configuration: an idle one, or a new one."""
    wanted = (os.getpid(), repr(sorted(config.items())))
    with _lock:
        for at, (pid, made_with, instance) in enumerate(_idle):
            if (pid, made_with) == wanted:
                del _idle[at]
                return instance
    instance = duckdb.connect(":memory:", config=dict(config))
    # A file is never checkpointed by itself: only with a journal beside it, see checkpoint.py.
    instance.execute("PRAGMA disable_checkpoint_on_shutdown")
    instance.execute("SET checkpoint_threshold = '1TB'")
    return instance


def give_back(instance: duckdb.DuckDBPyConnection, config: Mapping[str, Any]) -> None:
    """Let go of the file and keep the instance for the next one; one that cannot let go is closed."""
    try:
        instance.execute(f"DETACH {NAME}")
    except duckdb.Error:
        instance.close()
        return
    with _lock:
        _idle.append((os.getpid(), repr(sorted(config.items())), instance))
        spare = _idle.pop(0) if len(_idle) > KEPT else None
    if spare and spare[0] == os.getpid():
        spare[2].close()
    elif spare:
        _inherited.append(spare[2])  # letting go of it would close it, and crash the child

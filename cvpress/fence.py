"""A fence around a program: it reads what it is given, and writes where it may.

Linux itself holds it (Landlock, since 5.13; since 6.7 it keeps from TCP, too): a thread gives up
all other rights for good, and what it starts inherits that. For programs that would read or write
any file they are asked for, as Tectonic does.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

# Where programs, their libraries and the system's fonts lie, and nothing of a user.
SYSTEM = tuple(map(Path, ("/usr", "/bin", "/lib", "/lib64", "/nix/store", "/gnu/store")))

_NOTHING = Path("/dev/null")
_CREATE, _ADD, _ENTER = 444, 445, 446  # the system calls, the same on every machine
_VERSION = 1  # the flag that asks only for the version
_NO_NEW_PRIVILEGES = 38  # of prctl
_EXECUTE, _WRITE, _READ, _LIST, _TRUNCATE = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 14
_OF_FILES = _EXECUTE | _WRITE | _READ | _TRUNCATE
# The rights that each version of Landlock knows: of the first one thirteen, then one more each.
_KNOWN = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1}
_NEWEST = (1 << 16) - 1
_NET_SINCE, _NET = 4, 3  # to bind and to connect


@dataclass(frozen=True, slots=True)
class Fence:
    """What a program may do: read and run what lies at or below some paths, write below others."""

    read: tuple[Path, ...] = ()
    write: tuple[Path, ...] = ()
    system: tuple[Path, ...] = field(default=SYSTEM)


@cache
def version() -> int:
    """Return the version of Landlock that this system has, 0 where it has none."""
    if sys.platform != "linux":
        return 0
    return max(0, int(_libc().syscall(_CREATE, None, 0, _VERSION)))


def behind(fence: Fence, start: Callable[[], T]) -> T:
    """Call `start` where everything it starts stands behind the fence; return what it returns.

    Raises OSError where the system has no such fence, and what `start` raises.
    """
    done: list[T] = []
    failed: list[BaseException] = []

    def inside() -> None:
        try:
            _enter(fence)
            done.append(start())
        except BaseException as error:  # it goes on up in the caller's thread
            failed.append(error)

    thread = threading.Thread(target=inside)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]
    return done[0]


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _enter(fence: Fence) -> None:
    """Give up, in this thread and in what it starts, every right that the fence does not name."""
    rights = _KNOWN.get(version(), _NEWEST)
    wanted = struct.pack("Q", rights)
    if version() >= _NET_SINCE:
        wanted += struct.pack("Q", _NET)
    rules = _call(_CREATE, wanted, len(wanted), 0)
    try:
        for path in (*fence.system, *fence.read):
            _allow(rules, path, _EXECUTE | _READ | _LIST)
        for path in (*fence.write, _NOTHING):
            _allow(rules, path, rights & ~_EXECUTE)
        if _libc().prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "no new privileges")
        _call(_ENTER, rules, 0)
    finally:
        os.close(rules)


def _allow(rules: int, path: Path, rights: int) -> None:
    """Allow these rights at a path and below it; of what is not there, nothing."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= _OF_FILES
        _call(_ADD, rules, 1, struct.pack("=Qi", rights, place), 0)
    finally:
        os.close(place)


def _call(number: int, *arguments: int | bytes) -> int:
    done = int(_libc().syscall(number, *arguments))
    if done < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return done

"""What a program may use, how it is held to that, and the sentence where it wanted more."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass, replace

MEGABYTE = 1 << 20
SECONDS = "CVPRESS_SECONDS"  # the variable that changes the time limit
PATIENCE = 20  # times the time limit, by the clock, for the tool's own work: ten minutes


@dataclass(frozen=True, slots=True)
class Limits:
    """What a program may use.

    `seconds`: of computing since `start`, and of wall time from `finish` on, that `patience` times.
    """

    seconds: float
    patience: float = 1
    megabytes_written: int = 50  # a file
    megabytes_memory: int = 1024


def limits() -> Limits:
    """Return the usual limits: 30 seconds, or what CVPRESS_SECONDS says."""
    return Limits(_default_seconds())


def own_work() -> Limits:
    """Return the limits of what the tool does for itself, where no CV has been read yet.

    What runs in a circle computes, and is stopped as soon; on a busy machine it may wait longer.
    """
    return replace(limits(), patience=PATIENCE)


def _default_seconds() -> float:
    try:
        return max(0.1, float(os.environ.get(SECONDS, "30")))
    except ValueError:
        return 30.0


def limiter(bounds: Limits) -> tuple[str, ...]:
    """Return the command that sets limits and becomes the program. Windows has no such limits.

    The shell does it, since Python's own way (preexec_fn) may hang where threads are at work. Soft
    limits, so that a signal tells which was met; macOS refuses the one on memory, and goes on.
    """
    if sys.platform == "win32":
        return ()
    blocks = bounds.megabytes_written * MEGABYTE // 512
    wanted = f"t {int(bounds.seconds) + 1}", f"f {blocks}", "c 0"
    memory = f"v {bounds.megabytes_memory * 1024}"
    limits = "; ".join(f"ulimit -S -{limit} 2>/dev/null" for limit in (*wanted, memory))
    return "/bin/sh", "-c", f'{limits}; exec "$0" "$@"'


SIGNALS = {
    getattr(signal, name): what
    for name, what in (("SIGXCPU", "time"), ("SIGXFSZ", "size"))
    if hasattr(signal, name)
}


def exceeded(what: str, bounds: Limits) -> tuple[str, str]:
    """Return the sentence on a limit that was met, and what to do."""
    if what in ("time", "clock"):
        seconds = bounds.seconds * (bounds.patience if what == "clock" else 1)
        return (
            f"TeX ran longer than {seconds:g} second{'s' * (seconds != 1)} and was stopped.",
            f"A theme may run in a circle; {SECONDS} in the environment changes the limit.",
        )
    if what == "size":
        return (
            f"TeX wrote a file of more than {bounds.megabytes_written} MB and was stopped.",
            "A theme may run in a circle.",
        )
    return (
        f"TeX needed more than {bounds.megabytes_memory} MB of memory and was stopped.",
        "A theme may run in a circle.",
    )

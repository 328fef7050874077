"""Calls the command line: within the test's process, or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from cvpress import cli

ROOT = Path(__file__).resolve().parents[1]
TOOL = [sys.executable, "-m", "cvpress"]


@dataclass(frozen=True)
class Called:
    """How a command ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


class Caller:
    """Calls the command line in the working folder of the test."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Called:
        """Run a command; argparse's way to end (SystemExit) is a code, too."""
        self._capsys.readouterr()
        try:
            code = cli.main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        said = self._capsys.readouterr()
        return Called(code, said.out, said.err)


def process(
    *arguments: str, cwd: Path, env: dict[str, str] | None = None, command: list[str] | None = None
) -> Called:
    """Run a command as a process of its own, with nothing on its standard input."""
    ended = subprocess.run(
        [*(command or TOOL), *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Called(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))

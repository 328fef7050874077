"""Programs that some tests need and a newcomer's machine may not have."""

from __future__ import annotations

import os
import shutil

import pytest

posix = pytest.mark.skipif(os.name == "nt", reason="of a POSIX shell, its signals and files")


def need(program: str) -> str:
    """Return the path of a program, or skip the test; CI has every one and fails on a skip."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found

"""`cvpress test`: runs the test suite of a checkout with pytest, on all cores."""

from __future__ import annotations

import argparse
import importlib.util
import os

from cvpress import resources
from cvpress.errors import UsageError


def run(args: argparse.Namespace) -> int:
    """Run pytest in the checkout's folder and return its exit code."""
    root = resources.PACKAGE.parent
    if not (root / "tests").is_dir():
        raise UsageError("There are no tests here.", "They come with a checkout, not the wheel.")
    if importlib.util.find_spec("pytest") is None:
        raise UsageError("pytest is not installed.", "`python3 build.py test` installs it.")
    import pytest

    os.chdir(root)
    arguments = args.rest or ["-n", "auto"]
    return int(pytest.main(arguments))

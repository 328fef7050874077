"""`cvpress themes`: lists the themes, yours (in themes/) and ours."""

from __future__ import annotations

import argparse
from pathlib import Path

from cvpress import theme
from cvpress.cli import page


def run(args: argparse.Namespace) -> int:
    """Print each theme's name, and what it says of itself."""
    folder = Path()
    for name in theme.names(folder):
        found = theme.find(name, folder)
        print(page.columns(f"{name:<12}", f"{found.title}: {found.description}"))
    return 0

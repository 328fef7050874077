"""`cvpress schema`: prints the JSON Schema of cv.yaml, for an editor or another tool."""

from __future__ import annotations

import argparse
import sys

from cvpress import resources


def run(args: argparse.Namespace) -> int:
    """Print the schema as it is in the repository."""
    sys.stdout.write(resources.schema().read_text("utf-8"))
    return 0

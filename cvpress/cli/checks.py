"""`cvpress checks`: lists every check, TeX message and proof with its severity, one a line."""

from __future__ import annotations

import argparse

from cvpress import rules

_TITLES = {"checks": "Checks of cv.yaml", "texlog": "Told by TeX", "proofs": "Proofs of the PDF"}


def run(args: argparse.Namespace) -> int:
    """Print the list, stage by stage."""
    for stage in rules.STAGES:
        print(_TITLES[stage])
        for rule in rules.load(stage):
            level = rule.severity if rule.on else f"{rule.severity}, off"
            line = f"  {rule.id:<26}{level:<13}{rules.manual(rule).rule}"
            print(line if len(line) <= 80 else f"{line[:79].rstrip()}…")
    return 0

"""`cvpress checks`: lists every check, TeX message and proof with its severity and its rule."""

from __future__ import annotations

import argparse

from cvpress import rules
from cvpress.cli import page

_TITLES = {"checks": "Checks of cv.yaml", "texlog": "Told by TeX", "proofs": "Proofs of the PDF"}


def run(args: argparse.Namespace) -> int:
    """Print the list, stage by stage."""
    for stage in rules.STAGES:
        print(_TITLES[stage])
        for rule in rules.load(stage):
            level = rule.severity if rule.on else "off"
            print(page.columns(f"  {rule.id:<26}{level:<9}", rules.manual(rule).rule))
    return 0

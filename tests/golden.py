"""Golden TeX: what the themes write for the cases. Write them anew: `python tests/golden.py`."""

from __future__ import annotations

from pathlib import Path

from builds import OURS, case

GOLDEN = Path(__file__).parent / "golden"
NAMES = tuple((look, name) for look in OURS for name in ("hard", "seed-clean"))


def path(look: str, name: str) -> Path:
    """Return where the golden TeX of a theme and case lies."""
    return GOLDEN / f"{look}-{name}.tex"


if __name__ == "__main__":
    for look, name in NAMES:
        path(look, name).write_text(case(name, look).body, "utf-8")

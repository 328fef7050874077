"""Golden TeX: what the themes write for the cases. Write them anew: `python tests/golden.py`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builds import OURS, case

from cvpress import locales, resources
from cvpress.date_format import format_interval
from cvpress.dates import parse_interval

GOLDEN = Path(__file__).parent / "golden"
NAMES = tuple((look, name) for look in OURS for name in ("hard", "seed-clean"))


def path(look: str, name: str) -> Path:
    """Return where the golden TeX of a theme and case lies."""
    return GOLDEN / f"{look}-{name}.tex"


DATES = GOLDEN / "dates.txt"
TODAY = date(2026, 1, 15)
WRITTEN = (
    *("2021", "2021/2022", "2021-09", "2021-09/present", "2023-07/2024-02", "2023-03/2023-06"),
    *("2023-05-01", "2020-08-23/2020-08-24", "2020-08-30/2020-09-02", "2023-spring/2023-fall"),
    "2024-09/expected 2027-06",
)


def dates() -> str:
    """Return the dates of one CV as every language prints them, long and short."""
    lines = []
    for path in sorted(resources.data("locales").glob("*.json")):
        locale = locales.load(path.stem)
        for style in ("long", "short"):
            read = (parse_interval(text, TODAY) for text in WRITTEN)
            said = " | ".join(format_interval(one, style, locale) for one in read)
            lines.append(f"{path.stem} {style}: {said}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    DATES.write_text(dates(), "utf-8")
    for look, name in NAMES:
        path(look, name).write_text(case(name, look).body, "utf-8")

"""Write CLDR's months and date patterns into cvpress/data/locales/*.json (needs Babel).

Run: python tools/build_locales.py. Only the key "cldr" of each file is made here; the words beside
it are our own. CLDR's patterns become texts with named holes, which `str.format` fills. Ranges
are derived from them, so that all languages part their dates alike: " – " between months, "–"
between days and years.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from babel import Locale, __version__
from babel.core import get_cldr_version

FOLDER = Path(__file__).resolve().parent.parent / "cvpress" / "data" / "locales"
HOLES = {
    **{"y": "{year}", "MMMM": "{month}", "MMM": "{month}", "M": "{number}", "d": "{day}"},
    **{"LLLL": "{alone}", "LLL": "{alone_short}"},
}
NARROW = "\u202f"  # of CLDR's "2021 г."; our fonts have the wide one alone
LICENCE = "Unicode License v3"


def holes(pattern: str) -> str:
    """Turn `d. MMMM y` into `{day}. {month} {year}`; words in quotes lose their quotes."""
    parts = re.split(r"('[^']*')", pattern.replace(NARROW, " "))
    return "".join(
        part.strip("'") if part.startswith("'") else re.sub(r"y|M+|L+|d", _hole, part)
        for part in parts
    )


def _hole(match: re.Match[str]) -> str:
    return HOLES[match[0]]


def second(pattern: str) -> str:
    """Return a pattern for the later date of a range."""
    return re.sub(r"\{(month|alone|alone_short|number|day|year)\}", r"{\g<1>2}", pattern)


def between(whole: str, short: str) -> str:
    """Join a date without its year and one with it, in the order of the language."""
    if whole.startswith("{year}"):
        return f"{whole} – {second(short)}"
    return f"{short} – {second(whole).replace('{year2}', '{year}')}"


def style(locale: Locale, letters: str) -> dict[str, str]:
    """Return the patterns of one style: `letters` is CLDR's sign for its month."""
    skeletons = locale.datetime_skeletons
    month = holes(skeletons["y" + letters].pattern)
    whole = locale.date_formats["long"] if letters == "MMMM" else skeletons["yMMMd"]
    day = holes(whole.pattern)
    month_day = holes(skeletons[letters + "d"].pattern)
    alone = "{number}月" if "{number}月" in month else alone_of(month + month_day)
    # A dot after the day is its own where the year comes last: "23.–24. August".
    one = r"(\{day\})" if day.startswith("{year}") else r"(\{day\}\.?)"
    return {
        "month": month,
        "months": between(month, alone),
        "day": day,
        "days": re.sub(one, lambda m: f"{m[1]}–{second(m[1])}", day),
        "day-months": between(day, month_day),
    }


def alone_of(patterns: str) -> str:
    """Return a month that stands without its year, in the form that patterns have for it."""
    found = re.search(r"\{alone(?:_short)?\}", patterns)
    return found[0] if found else "{month}"


def table(tag: str) -> dict[str, Any]:
    """Return what CLDR knows of a language or region."""
    locale = Locale.parse(tag, sep="-")
    year = holes(locale.datetime_skeletons["y"].pattern)
    patterns = {"year": year, "years": year.replace("{year}", "{year}–{year2}")}
    for name, letters in (("long", "MMMM"), ("short", "MMM")):
        made = style(locale, letters)
        patterns |= {f"{name}-{key}": pattern for key, pattern in made.items()}
    used = "".join(patterns.values())
    return {
        "origin": f"Unicode CLDR {get_cldr_version()} through Babel {__version__}; {LICENCE}",
        "months": names(locale, "format", "wide"),
        "months_short": names(locale, "format", "abbreviated"),
        **({"months_alone": names(locale, "stand-alone", "wide")} if "{alone}" in used else {}),
        **(
            {"months_alone_short": names(locale, "stand-alone", "abbreviated")}
            if "{alone_short}" in used
            else {}
        ),
        **({"digits": digits} if (digits := DIGITS.get(locale.default_numbering_system)) else {}),
        "patterns": patterns,
    }


DIGITS = {"arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩"}


def names(locale: Locale, form: str, width: str) -> list[str]:
    """Return the months of a year, in the form beside a day or alone."""
    return list(locale.months[form][width].values())


def main() -> None:
    """Bring the CLDR part of every file up to date."""
    for path in sorted(FOLDER.glob("*.json")):
        words = json.loads(path.read_text("utf-8"))
        made = {"cldr": table(path.stem)} | {k: v for k, v in words.items() if k != "cldr"}
        path.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""What someone may have meant by a text that is no date of the language: `Sep 2021` → `2021-09`.

Nothing here knows the calendar: `cvpress.dates` takes the first hint that is a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

# The months in the languages of our locales. The first three letters or more of a name are an
# abbreviation of it where no two months share them (`jui` is June or July in French).
_MONTHS = tuple(
    names.split()
    for names in (
        "january januar jänner janvier enero",
        "february februar février fevrier febrero",
        "march märz maerz mars marzo",
        "april avril abril",
        "may mai mayo",
        "june juni juin junio",
        "july juli juillet julio",
        "august août aout agosto",
        "september septembre septiembre setiembre",
        "october oktober octobre octubre",
        "november novembre noviembre",
        "december dezember décembre decembre diciembre",
    )
)
_SEASONS = {
    "spring": "spring frühling frühjahr printemps primavera 春 春季",
    "summer": "summer sommer été verano 夏 夏季",
    "fall": "fall autumn herbst automne otoño 秋 秋季",
    "winter": "winter hiver invierno 冬 冬季",
}
_PRESENT = re.compile(
    r"present|now|current(?:ly)?|today|ongoing|(?:to|till) date|(?:bis )?heute|jetzt|aktuell"
    r"|derzeit|laufend|présent|actuel(?:lement)?|aujourd['’]hui|(?:à )?ce jour|en cours|presente"
    r"|actual(?:mente)?|(?:la )?actualidad|(?:hasta )?la fecha|en curso|hoy|至?今|现在|目前",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(expected )?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-(spring|summer|fall|autumn|winter))?|present"
)
_EXPECTED = r"(?:expected|exp\.?|voraussichtlich|prévue?|previst[oa]|预计)"
_BETWEEN = re.compile(r"\s*(?:[–—/-]|\b(?:to|until|till|bis|à|a|au|hasta)\b|至)\s*")


@dataclass(frozen=True, slots=True)
class Hint:
    """A date that may have been meant. `sure`: nothing else can have been."""

    text: str
    sure: bool = True
    help: str = ""


def hints(text: str) -> Iterator[Hint]:
    """Yield what may be written instead of a text that is no date, the likeliest first."""
    plain = " ".join(re.sub("[‐‑−]", "-", text).split())
    plain = re.sub(r"[T ][0-9]{2}:[0-9]{2}.*", "", plain)  # an hour is no part of a date
    for way in (_single, _short_range, _range, _open_range, _year_alone):
        found = way(plain)
        if found:
            yield found


def forms(text: str) -> str:
    """Return the help for a text of which no hint is a date."""
    if not re.search("[0-9]{4}", text) and re.search("[0-9]{2}", text):
        return "Write the year with four digits: 2021-09."
    return "Write 2021, 2021-09, 2021-09-15, 2021-fall or present."


def _single(text: str) -> Hint | None:
    if _FORM.fullmatch(text):
        return Hint(text)
    if _PRESENT.fullmatch(text):
        return Hint("present")
    ways: tuple[Callable[[str], Hint | None], ...] = (_expected, _numbers, _named)
    return next((found for way in ways if (found := way(text))), None)


def _expected(text: str) -> Hint | None:
    match = re.fullmatch(rf"{_EXPECTED}:?\s*(.+)|(.+?),?\s*\(?{_EXPECTED}\)?", text, re.IGNORECASE)
    inner = _single(match[1] or match[2]) if match else None
    return Hint(f"expected {inner.text}", inner.sure) if inner else None


def _numbers(text: str) -> Hint | None:
    if match := re.fullmatch(r"([0-9]{4})[-./ –]([0-9]{1,2})(?:[-./ –]([0-9]{1,2}))?", text):
        return _year_first(text, *match.groups())
    if match := re.fullmatch(r"([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?", text):
        return Hint(_written(*match.groups()))
    if match := re.fullmatch(r"([0-9]{1,2})[-./ ]([0-9]{4})", text):
        return Hint(_written(match[2], match[1]))
    if match := re.fullmatch(r"([0-9]{1,2})([-./ ])\s?([0-9]{1,2})\2\s?([0-9]{4})", text):
        return _year_last(match[1], match[2], match[3], match[4])
    return None


def _year_first(text: str, year: str, month: str, day: str | None) -> Hint:
    """`2021/09` is a month; `2011/12` may be the years 2011 and 2012 as well."""
    years = len(month) == 2 and not day and int(month) > int(year[2:]) and "." not in text
    if years and int(month) <= 12:
        span = f"{year}/{year[:2]}{month}"
        return Hint(
            _written(year, month),
            sure=False,
            help=f"Write {_written(year, month)} for the month, {span} for the years.",
        )
    return Hint(_written(year, month, day))


def _year_last(first: str, sign: str, second: str, year: str) -> Hint:
    """`15.09.2021` has the day first; `09/15/2021` the month; `05/06/2021` nobody knows."""
    day_first, month_first = _written(year, second, first), _written(year, first, second)
    if sign == "." or int(first) > 12 or first == second:
        return Hint(day_first)
    if int(second) > 12:
        return Hint(month_first)
    return Hint(month_first, sure=False, help=f"Write {month_first} or {day_first}.")


def _written(year: str, month: str | None = None, day: str | None = None) -> str:
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _named(text: str) -> Hint | None:
    """Read a year, at most a day, and the name of one month or season, in any order."""
    words = re.sub(r"(?<=[0-9])(st|nd|rd|th|er)\b", "", text.lower()).replace("年", " ")
    parts = [word for word in re.split(r"[\s,.\-/]+", words) if word not in ("", "de", "of")]
    years = [part for part in parts if re.fullmatch("[0-9]{4}", part)]
    days = [part for part in parts if re.fullmatch("[0-9]{1,2}", part)]
    names = [part for part in parts if part.isalpha()]
    if (len(years), len(names), len(days) > 1) != (1, 1, False) or len(parts) > 3:
        return None
    for season, known in _SEASONS.items():
        if names[0] in known.split() and not days:
            return Hint(f"{years[0]}-{season}")
    month, sure = _month(names[0])
    if not month:
        return None
    written = _written(years[0], str(month), days[0] if days else None)
    return Hint(written, sure, "" if sure else f"Is {_MONTHS[month - 1][0].title()} meant? "
                f"Then write {written}.")  # fmt: skip


def _month(word: str) -> tuple[int, bool]:
    """Return the number of the month that a word names (0: none), and if that is sure."""
    exact = {n for n, names in enumerate(_MONTHS, 1) if word in names}
    short = {n for n, names in enumerate(_MONTHS, 1) if any(m.startswith(word) for m in names)}
    if exact or (len(word) >= 3 and len(short) == 1):
        return (exact or short).pop(), True
    every = {name: n for n, names in enumerate(_MONTHS, 1) for name in names}
    near = {every[name] for name in get_close_matches(word, every, n=5, cutoff=0.8)}
    return (near.pop(), False) if len(near) == 1 else (0, False)


def _short_range(text: str) -> Hint | None:
    """`2013-16`: years, where the second number is no month and later than the first."""
    match = re.fullmatch(r"([0-9]{2})([0-9]{2})\s?[-–—/]\s?([0-9]{2})", text)
    if match and int(match[3]) > max(12, int(match[2])):
        return Hint(f"{match[1]}{match[2]}/{match[1]}{match[3]}")
    return None


def _range(text: str) -> Hint | None:
    """Cut at each dash or word that may part two dates; only one cut may make sense."""
    text = re.sub(r"^(?:from|von|de|du|del)\s", "", text, flags=re.IGNORECASE)
    found = {}
    for cut in _BETWEEN.finditer(text):
        left, right = text[: cut.start()], text[cut.end() :]
        year = re.search("[0-9]{4}", right)
        if year and not re.search("[0-9]{4}", left):
            left = f"{left} {year[0]}"
        start, end = _single(left), _single(right)
        if start and end:
            found[f"{start.text}/{end.text}"] = start.sure and end.sure
    return Hint(*found.popitem()) if len(found) == 1 else None


def _open_range(text: str) -> Hint | None:
    """`2021-`, `since 2021`: probably up to now."""
    match = re.fullmatch(r"(?:since|from|seit|ab|depuis|desde)\s(.+)|(.+?)\s?[-–—/][\s.]*", text)
    start = _single((match[1] or match[2]).strip()) if match else None
    return Hint(f"{start.text}/present", sure=False) if start else None


def _year_alone(text: str) -> Hint | None:
    """`circa 2021`, `Q3 2021`: the year is a date; the words may be printed in its place."""
    years = re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])", text)
    if len(years) != 1 or _FORM.fullmatch(text):
        return None
    return Hint(years[0], sure=False, help=f"Write {years[0]}; other words go into “date_text”.")

"""The words that the tool prints, by language: months, seasons, "present", labels, status words.

data/locales/TAG.json holds a language, or what a region says otherwise. Its key "cldr" is made
from CLDR by tools/build_locales.py; the labels of LANGUAGE 7 are our own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from cvpress import resources

DEFAULT = "en"
_OTHER_NAMES = {"no": "nb", "iw": "he", "in": "id"}  # a language by another tag
# English outside of America dates alike; one table serves.
_SAME = {
    **dict.fromkeys(("en-AU", "en-HK", "en-IE", "en-IN", "en-NZ", "en-SG", "en-ZA"), "en-GB"),
    **dict.fromkeys(("zh-TW", "zh-HK", "zh-MO"), "zh-Hant"),
}


@dataclass(frozen=True, slots=True)
class Locale:
    """The words of one language. Months and seasons by style; labels and status words by their id.

    `patterns`: texts with named holes for `str.format`: `degree` ({degree}, {area}), `label`
    ({label}), `list` (what parts a list's items), `editor` and `editors` ({editors}), for dates
    (`cvpress.date_format`), and `status-ID` ({venue}), a status word with its venue. `works`: what
    publications are called, in headings and as "PhD thesis"; English where a language has none.
    `months_alone`: their form without a day, where it is another one ("wrzesień", not "września").
    `digits`: the ten that dates are written with, where they are others than 0 to 9.
    """

    tag: str
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    seasons: dict[str, str]
    labels: dict[str, str]
    status: dict[str, str]
    patterns: dict[str, str]
    works: dict[str, str]
    months_alone: tuple[str, ...] = ()
    months_alone_short: tuple[str, ...] = ()
    digits: str = ""


@cache
def load(tag: str) -> Locale:
    """Return the words for a BCP 47 tag; region falls back to language, language to English."""
    names = _names(tag) or [DEFAULT]
    words: dict[str, Any] = {}
    for name in names:
        words = _merged(words, json.loads(resources.data(_file(name)).read_text("utf-8")))
    cldr = words["cldr"]
    return Locale(
        tag=names[-1],
        months=tuple(cldr["months"]),
        months_short=tuple(cldr["months_short"]),
        seasons=words["seasons"],
        labels=words["labels"],
        status=words["status"],
        patterns=cldr["patterns"] | words["patterns"],
        works=words.get("works") or load(DEFAULT).works,
        months_alone=tuple(cldr.get("months_alone", ())),
        months_alone_short=tuple(cldr.get("months_alone_short", ())),
        digits=cldr.get("digits", ""),
    )


def known(tag: str) -> bool:
    """True where there is a table for the tag's language."""
    return bool(_names(tag))


def with_labels(locale: Locale, own: Mapping[str, str]) -> Locale:
    """Return a locale that says what the CV's `labels:` say in place of its own words."""
    return replace(locale, labels=locale.labels | dict(own))


def _names(tag: str) -> list[str]:
    """Return the tables that make up a tag, the language first; [] where there is none."""
    if not re.fullmatch("[A-Za-z0-9]+(-[A-Za-z0-9]+)*", tag):
        return []
    language, *others = tag.lower().split("-")
    language = _OTHER_NAMES.get(language, language)
    region = next((part.upper() for part in others if len(part) == 2), "")
    script = next((part.title() for part in others if part in ("hans", "hant")), region)
    exact = f"{language}-{script}"
    names = [language, _SAME.get(exact, exact)]
    if not resources.data(_file(names[0])).is_file():
        return []
    return [name for name in names if resources.data(_file(name)).is_file()]


def _file(name: str) -> str:
    return f"locales/{name}.json"


def _merged(base: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return two tables as one: maps are merged key by key, for all else `other` wins."""
    made = dict(base)
    for key, value in other.items():
        below = made.get(key)
        made[key] = _merged(below, value) if isinstance(below, dict) else value
    return made

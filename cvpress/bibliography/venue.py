"""Where a publication came out: its venue and its publisher, by the type of its entry."""

from __future__ import annotations

import re

from cvpress.bibliography.draft import Draft
from cvpress.bibliography.latex import plain
from cvpress.bibliography.model import Value
from cvpress.bibliography.types import canonical

_RANGE = re.compile(r"(?<=\w)\s*[-–]+\s*(?=\w)")


def venue(draft: Draft) -> None:
    """Say where it came out, and its volume, issue and pages."""
    type = canonical(draft.entry.type)
    if type in ("thesis", "report"):
        _institution(draft, type)
    elif type == "article":
        draft.put("venue", "journaltitle", "journal", "booktitle")
    elif type in ("inproceedings", "incollection", "inbook"):
        draft.put("venue", "booktitle", "maintitle", "journal", "eventtitle")
    elif type in ("book", "proceedings"):
        draft.put("venue" if "authors" in draft.said else "publisher", "series")
    else:
        draft.put("venue", "journal", "booktitle", "howpublished")
    _series(draft, type)
    if type not in ("thesis", "report"):
        draft.put("volume", "volume", bare=True)
        draft.put("issue", "number", "issue", bare=True)
    draft.put("pages", "pages", "eid", bare=True)
    if pages := draft.said.get("pages"):
        draft.say("pages", _RANGE.sub("–", str(pages.text)), pages.value)


def _series(draft: Draft, type: str) -> None:
    """A volume of proceedings is counted in its series: "Proc. ICML, LNCS 1234"."""
    series, venue = draft.text("series"), draft.said.get("venue")
    if series and venue and type in ("inproceedings", "incollection", "inbook"):
        draft.say("venue", f"{venue.text}, {series[0]}", venue.value)


def publisher(draft: Draft) -> None:
    """Say the publisher; of an edited book, its series before it, since it is part of no other."""
    series, publisher = draft.said.get("publisher"), draft.text("publisher")
    if publisher:
        text = f"{series.text}, {publisher[0]}" if series else publisher[0]
        draft.say("publisher", text, publisher[1])


def _institution(draft: Draft, type: str) -> None:
    """ "PhD thesis, KU Leuven"; "Technical report 12, KU Leuven"."""
    kind = draft.text("type")
    master = "master" in (kind[0] if kind else draft.entry.type).lower()
    word = "report" if type == "report" else "masters" if master else "phd"
    own = kind[0] if kind and " " in kind[0] else ""
    named = {tag: own or words[word] for tag, words in draft.words.items()}
    number = draft.fields.get("number") if type == "report" else None
    place = draft.text("school", "institution", "organization")
    behind = f" {plain(number.text).text}" if number else ""
    behind += f", {place[0]}" if place else ""
    texts = {tag: name + behind for tag, name in named.items()}
    one = next(iter(texts.values())) if len(set(texts.values())) == 1 else texts
    value = place[1] if place else Value("", draft.entry.start, draft.entry.end)
    draft.say("venue", one, value)

"""An entry of a .bib as the fields of a publication in a CV: what is said, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cvpress import locales
from cvpress.bibliography import identifiers, people, when
from cvpress.bibliography.draft import SYNTAX, Draft, Said
from cvpress.bibliography.inherit import whole
from cvpress.bibliography.latex import Decoded, markdown, plain
from cvpress.bibliography.model import Bib, BibEntry, Value
from cvpress.bibliography.people import Name
from cvpress.bibliography.types import canonical
from cvpress.bibliography.venue import publisher, venue
from cvpress.source.document import Fault

NEEDED = "missing-key"
_STATUS = {
    "published": "", "accepted": "accepted", "accepted for publication": "accepted",
    "to appear": "accepted", "in press": "in-press", "inpress": "in-press",
    "forthcoming": "in-press", "submitted": "submitted", "under review": "under-review",
    "in review": "under-review", "revise and resubmit": "revise-and-resubmit",
    "in preparation": "in-preparation", "inpreparation": "in-preparation",
    "preprint": "preprint", "prepublished": "preprint",
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """A publication: its fields in the order of the page, its names, what is wrong with it."""

    entry: BibEntry
    said: dict[str, Said]
    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    keywords: tuple[str, ...]
    type: str
    faults: tuple[Fault, ...]

    @property
    def date(self) -> str:
        """Its date as the CV writes it, "" where there is none."""
        found = self.said.get("date")
        return found.text if found and isinstance(found.text, str) else ""


@lru_cache(maxsize=8192)
def work(bib: Bib, key: str, tags: tuple[str, ...]) -> Work:
    """Return an entry as a publication. `tags`: the languages of "PhD thesis" and the like."""
    entry = bib.entries[key]
    found, faults = whole(bib, entry)
    draft = Draft(bib, entry, found, {tag: locales.load(tag).works for tag in tags})
    authors, editors = _all_said(draft)
    return Work(
        entry,
        draft.said,
        authors,
        editors,
        tuple(_keywords(draft)),
        _type(draft),
        (*entry.faults, *faults, *draft.faults, *_unseen(draft)),
    )


def _all_said(draft: Draft) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Say all that the fields tell, in the order of the page; return authors and editors."""
    _title(draft)
    authors, editors = _people(draft, "author"), _people(draft, "editor")
    _equal(draft, authors)
    venue(draft)
    publisher(draft)
    draft.put("location", "address", "location")
    _identifiers(draft)
    _when(draft)
    _note(draft)
    return authors, editors


def _type(draft: Draft) -> str:
    """Return the type of the entry; what Google Scholar makes of a preprint is no article."""
    type = canonical(draft.entry.type)
    preprint = type == "article" and "arxiv" in draft.said and "venue" not in draft.said
    return "misc" if preprint else type


def _unseen(draft: Draft) -> Iterator[Fault]:
    """Yield the invisible letters of what is printed."""
    for fault in draft.bib.unseen:
        if any(one.value.start <= fault.start < one.value.end for one in draft.said.values()):
            yield fault


def _title(draft: Draft) -> None:
    title, subtitle = draft.text("title"), draft.text("subtitle")
    if title is None:
        message, help = "“title” is missing.", "Add “title = {…},”."
        draft.fault(NEEDED, (draft.entry.start, draft.entry.end), message, help)
        return
    text, value = title
    draft.say("title", f"{text}: {subtitle[0]}" if subtitle and text else text, value)


def _people(draft: Draft, name: str) -> tuple[Name, ...]:
    value = draft.fields.get(name)
    found = people.people(value) if value else ()
    if value is None or not found:
        return ()
    for one in found:
        draft.told(Decoded("", one.unknown), value)
        if one.wrong:
            help = "Names are parted by “and”: Ada Example and Kan Zhu."
            draft.fault(SYNTAX, (value.start, value.end), one.wrong, help)
    draft.say(f"{name}s", tuple(one.text for one in found), value)
    return found


def _equal(draft: Draft, authors: tuple[Name, ...]) -> None:
    """Equal contribution: a number, biblatex's annotation, or stars behind names."""
    number = draft.fields.get("equal_contribution") or draft.fields.get("equalcontrib")
    if number and plain(number.text).text.isdecimal():
        names = authors[: int(plain(number.text).text)]
        value = number
    elif note := draft.fields.get("author+an"):
        said = re.findall(r"(\d+)(?::\w+)?\s*=\s*\"?(?:equal\w*|\*)", note.text)
        names = tuple(one for at, one in enumerate(authors, 1) if str(at) in said)
        value = note
    else:
        names = tuple(one for one in authors if one.starred)
        value = draft.fields.get("author", Value("", 0, 0))
    if len(names) > 1:
        draft.say("equal_contribution", tuple(one.text for one in names), value)


def _identifiers(draft: Draft) -> None:
    found = identifiers.find({name: draft.plain(name) for name in identifiers.FIELDS})
    for key, (text, name) in found.items():
        draft.say(key, text, draft.fields[name])
    if found.get("arxiv", ("", ""))[1] == "journal":
        draft.said.pop("venue", None)
        draft.said.pop("volume", None)
    if "url" in found and found["url"][1] == "howpublished":
        draft.said.pop("venue", None)


def _when(draft: Draft) -> None:
    found = when.date(draft.fields)
    if found is None:
        return
    text, value = found
    if text.casefold() in _STATUS:
        draft.say("status", _STATUS[text.casefold()], value)
    else:
        draft.say("date", text, value)


def _note(draft: Draft) -> None:
    """What closes the entry; a note that is a status says that alone."""
    for name in ("pubstate", "note"):
        if value := draft.fields.get(name):
            text = draft.told(markdown(value.text), value)
            status = _STATUS.get(text.casefold().strip(" ."))
            if status is not None:
                draft.say("status", status, value)
            elif name == "note" and not re.match(r"arXiv:", text, re.IGNORECASE):
                draft.say("note", text, value)


def _keywords(draft: Draft) -> Iterator[str]:
    value = draft.fields.get("keywords")
    for word in re.split(r"[,;]", plain(value.text).text if value else ""):
        if word.strip():
            yield word.strip()

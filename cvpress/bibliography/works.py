"""An entry of a .bib as the fields of a publication in a CV: what is said, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from cvpress import locales
from cvpress.bibliography import identifiers, people, when
from cvpress.bibliography.inherit import whole
from cvpress.bibliography.latex import Decoded, markdown, plain, verbatim
from cvpress.bibliography.model import Bib, BibEntry, Value
from cvpress.bibliography.people import Name
from cvpress.bibliography.types import canonical
from cvpress.source.document import Fault

LATEX, SYNTAX, NEEDED = "latex-in-text", "bib-syntax", "missing-key"


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """The text of a field, and the value of the .bib that it comes from.

    `text`: one, a list of them, or one for each language of the CV.
    """

    text: str | tuple[str, ...] | dict[str, str]
    value: Value


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
    fields, faults = whole(bib, entry)
    maker = _Maker(bib, entry, fields, {tag: locales.load(tag).works for tag in tags})
    made = maker.work()
    return replace(made, faults=(*entry.faults, *faults, *made.faults))


_STATUS = {
    "published": "", "accepted": "accepted", "accepted for publication": "accepted",
    "to appear": "accepted", "in press": "in-press", "inpress": "in-press",
    "forthcoming": "in-press", "submitted": "submitted", "under review": "under-review",
    "in review": "under-review", "revise and resubmit": "revise-and-resubmit",
    "in preparation": "in-preparation", "inpreparation": "in-preparation",
    "preprint": "preprint", "prepublished": "preprint",
}  # fmt: skip
_RANGE = re.compile(r"(?<=\w)\s*[-–]+\s*(?=\w)")


class _Maker:
    """One entry on its way to a publication."""

    def __init__(
        self,
        bib: Bib,
        entry: BibEntry,
        fields: dict[str, Value],
        words: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._bib, self._entry, self._words = bib, entry, words
        self._fields = {name: value for name, value in fields.items() if value.text.strip("{} ")}
        self._said: dict[str, Said] = {}
        self._faults: list[Fault] = []

    def work(self) -> Work:
        """Return the publication."""
        self._title()
        authors, editors = self._people("author"), self._people("editor")
        self._equal(authors)
        self._venue()
        self._publisher()
        self._put("location", "address", "location")
        self._identifiers()
        self._when()
        self._note()
        type = canonical(self._entry.type)
        if type == "article" and "arxiv" in self._said and "venue" not in self._said:
            type = "misc"  # what Google Scholar makes of a preprint
        faults = (*self._faults, *self._unseen())
        return Work(
            self._entry, self._said, authors, editors, tuple(self._keywords()), type, faults
        )

    def _unseen(self) -> Iterator[Fault]:
        """Yield the invisible letters of what is printed."""
        for fault in self._bib.unseen:
            if any(one.value.start <= fault.start < one.value.end for one in self._said.values()):
                yield fault

    def _text(self, *names: str) -> tuple[str, Value] | None:
        """Return the first field that is there, as a text of the CV."""
        for name in names:
            if value := self._fields.get(name):
                return self._told(markdown(value.text), value), value
        return None

    def _put(self, key: str, *names: str, bare: bool = False) -> None:
        for name in names:
            if value := self._fields.get(name):
                decoded = plain(value.text) if bare else markdown(value.text)
                self._say(key, self._told(decoded, value), value)
                return

    def _say(self, key: str, text: str | tuple[str, ...] | dict[str, str], value: Value) -> None:
        if text:
            self._said[key] = Said(text, value)

    def _told(self, decoded: Decoded, value: Value) -> str:
        """Return a text; LaTeX that has no letters is told where it stands."""
        file = self._bib.file
        if decoded.unread:
            message, help = "This LaTeX can't be read.", "Do its braces and its $ match?"
            self._faults.append(Fault(SYNTAX, value.start, value.end, message, help, file=file))
        for latex in decoded.unknown:
            at = file.text.find(latex, value.start, value.end)
            start, end = (at, at + len(latex)) if at >= 0 else (value.start, value.end)
            message = f"There is no letter for {latex}."
            help = "Write it as a letter, or take the command out."
            self._faults.append(Fault(LATEX, start, end, message, help, file=file))
        return decoded.text

    def _title(self) -> None:
        title, subtitle = self._text("title"), self._text("subtitle")
        if title is None:
            message, help = "“title” is missing.", "Add “title = {…},”."
            start, end = self._entry.start, self._entry.end
            self._faults.append(Fault(NEEDED, start, end, message, help, file=self._bib.file))
            return
        text, value = title
        self._say("title", f"{text}: {subtitle[0]}" if subtitle and text else text, value)

    def _people(self, name: str) -> tuple[Name, ...]:
        value = self._fields.get(name)
        found = people.people(value) if value else ()
        if value is None or not found:
            return ()
        for one in found:
            self._told(Decoded("", one.unknown), value)
            if one.wrong:
                help = "Names are parted by “and”: Ada Example and Kan Zhu."
                place = (value.start, value.end)
                self._faults.append(Fault(SYNTAX, *place, one.wrong, help, file=self._bib.file))
        self._say(f"{name}s", tuple(one.text for one in found), value)
        return found

    def _equal(self, authors: tuple[Name, ...]) -> None:
        """Equal contribution: a number, biblatex's annotation, or stars behind names."""
        number = self._fields.get("equal_contribution") or self._fields.get("equalcontrib")
        if number and plain(number.text).text.isdecimal():
            names = authors[: int(plain(number.text).text)]
            value = number
        elif note := self._fields.get("author+an"):
            said = re.findall(r"(\d+)(?::\w+)?\s*=\s*\"?(?:equal\w*|\*)", note.text)
            names = tuple(one for at, one in enumerate(authors, 1) if str(at) in said)
            value = note
        else:
            names = tuple(one for one in authors if one.starred)
            value = self._fields.get("author", Value("", 0, 0))
        if len(names) > 1:
            self._say("equal_contribution", tuple(one.text for one in names), value)

    def _venue(self) -> None:
        """Where it came out, by the type of the entry."""
        type = canonical(self._entry.type)
        if type in ("thesis", "report"):
            self._institution(type)
        elif type == "article":
            self._put("venue", "journaltitle", "journal", "booktitle")
        elif type in ("inproceedings", "incollection", "inbook"):
            self._put("venue", "booktitle", "maintitle", "journal", "eventtitle")
        elif type in ("book", "proceedings"):
            self._put("venue" if "authors" in self._said else "publisher", "series")
        else:
            self._put("venue", "journal", "booktitle", "howpublished")
        self._series(type)
        if type not in ("thesis", "report"):
            self._put("volume", "volume", bare=True)
            self._put("issue", "number", "issue", bare=True)
        self._put("pages", "pages", "eid", bare=True)
        if pages := self._said.get("pages"):
            self._say("pages", _RANGE.sub("–", str(pages.text)), pages.value)

    def _series(self, type: str) -> None:
        """A volume of proceedings is counted in its series: "Proc. ICML, LNCS 1234"."""
        series, venue = self._text("series"), self._said.get("venue")
        if series and venue and type in ("inproceedings", "incollection", "inbook"):
            self._say("venue", f"{venue.text}, {series[0]}", venue.value)

    def _publisher(self) -> None:
        """The publisher; of an edited book, its series before it, since it is part of no other."""
        series, publisher = self._said.get("publisher"), self._text("publisher")
        if publisher:
            text = f"{series.text}, {publisher[0]}" if series else publisher[0]
            self._say("publisher", text, publisher[1])

    def _institution(self, type: str) -> None:
        """ "PhD thesis, KU Leuven"; "Technical report 12, KU Leuven"."""
        kind = self._text("type")
        master = "master" in (kind[0] if kind else self._entry.type).lower()
        word = "report" if type == "report" else "masters" if master else "phd"
        own = kind[0] if kind and " " in kind[0] else ""
        named = {tag: own or words[word] for tag, words in self._words.items()}
        number = self._fields.get("number") if type == "report" else None
        place = self._text("school", "institution", "organization")
        behind = f" {plain(number.text).text}" if number else ""
        behind += f", {place[0]}" if place else ""
        texts = {tag: name + behind for tag, name in named.items()}
        one = next(iter(texts.values())) if len(set(texts.values())) == 1 else texts
        value = place[1] if place else Value("", self._entry.start, self._entry.end)
        self._say("venue", one, value)

    def _identifiers(self) -> None:
        found = identifiers.find({name: self._plain(name) for name in identifiers.FIELDS})
        for key, (text, name) in found.items():
            self._say(key, text, self._fields[name])
        if found.get("arxiv", ("", ""))[1] == "journal":
            self._said.pop("venue", None)
            self._said.pop("volume", None)
        if "url" in found and found["url"][1] == "howpublished":
            self._said.pop("venue", None)

    def _plain(self, name: str) -> str:
        value = self._fields.get(name)
        if value is None:
            return ""
        return verbatim(value.text) if name in identifiers.VERBATIM else plain(value.text).text

    def _when(self) -> None:
        found = when.date(self._fields)
        if found is None:
            return
        text, value = found
        if text.casefold() in _STATUS:
            self._say("status", _STATUS[text.casefold()], value)
        else:
            self._say("date", text, value)

    def _note(self) -> None:
        """What closes the entry; a note that is a status says that alone."""
        for name in ("pubstate", "note"):
            if value := self._fields.get(name):
                text = self._told(markdown(value.text), value)
                status = _STATUS.get(text.casefold().strip(" ."))
                if status is not None:
                    self._say("status", status, value)
                elif name == "note" and not re.match(r"arXiv:", text, re.IGNORECASE):
                    self._say("note", text, value)

    def _keywords(self) -> Iterator[str]:
        value = self._fields.get("keywords")
        for word in re.split(r"[,;]", plain(value.text).text if value else ""):
            if word.strip():
                yield word.strip()

"""What a program copied, held against the CV: each fact with what was found again and what not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cvpress.ats.periods import periods
from cvpress.ats.readback import Readback
from cvpress.locales import Locale
from cvpress.proofs.folding import fold
from cvpress.proofs.scope import written
from cvpress.proofs.stream import Stream
from cvpress.proofs.tokens import Text, texts, tokens
from cvpress.view.body import Entry, Section
from cvpress.view.model import View
from cvpress.view.words import Words, said


@dataclass(frozen=True, slots=True)
class Fact:
    """How much of one thing was found again. `missing`: what was not, as the CV has it."""

    what: str
    wanted: int
    missing: tuple[str, ...] = ()

    @property
    def found(self) -> int:
        """How many were found again."""
        return self.wanted - len(self.missing)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A text of the CV: as it is printed, and as it is searched for."""

    plain: str
    text: Text


def judge(text: str, found: Readback, page: View, words: Locale) -> Iterator[Fact]:
    """Yield the facts that a CV asks for. What it has none of is left out."""
    copied = _Copied(text)
    facts = [
        Fact("name on the first line", 1, tuple(_name(found, page))),
        _emails(found, page),
        _phones(found, page),
        copied.addresses("web addresses", page),
        copied.headings("headings on a line of their own", page),
        copied.entries("entries, in their order", page),
        copied.dates("dates beside their entry", page, words),
        copied.anywhere("texts, as they are written", _wanted(written(page))),
    ]
    yield from (fact for fact in facts if fact.wanted)
    if page.language.partition("-")[0] == "en":
        told, known = _titles(page), {_plain(heading) for heading in found.headings}
        missing = (title for title in told if _plain(title) not in known)
        yield Fact("headings that such programs know", len(told), tuple(missing))


def _wanted(words: Iterable[Words]) -> list[_Wanted]:
    return [_Wanted(each.plain, text) for each in words for text in texts([each], fold)]


def _name(found: Readback, page: View) -> Iterator[str]:
    name = page.person.name.plain
    if _plain(name) not in _plain(found.name):
        yield f"{name} (the first line is “{found.name[:60]}”)"


def _plain(text: str) -> str:
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())


def _contacts(page: View, *roles: str) -> list[Words]:
    return [part.words for part in page.person.contacts if part.role in roles]


def _emails(found: Readback, page: View) -> Fact:
    told = [words.plain for words in _contacts(page, "email")]
    missing = (one for one in told if one not in found.emails)
    return Fact("email addresses", len(told), tuple(missing))


def _phones(found: Readback, page: View) -> Fact:
    digits = {_digits(phone) for phone in found.phones}
    told = [words.plain for words in _contacts(page, "phone")]
    missing = (one for one in told if _digits(one) not in digits)
    return Fact("telephone numbers", len(told), tuple(missing))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _sections(page: View) -> Iterator[Section]:
    for section in (*page.aside, *page.sections):
        yield section
        yield from section.sections


def _titles(page: View) -> list[str]:
    return [s.title.plain for s in _sections(page) if s.title and not s.hide_title]


def _heads(page: View) -> Iterator[tuple[_Wanted, Entry]]:
    """Yield what each entry is called, and the entry."""
    for section in _sections(page):
        for entry in section.entries:
            head = next((part.words for line in entry.lines for part in line.left), None)
            yield from ((wanted, entry) for wanted in (_wanted([head]) if head else ()))


def _spelt(words: Words) -> Iterator[Words]:
    """Yield an address as it is printed, and as the link behind it says."""
    yield words
    for run in words.runs:
        yield said(run.url.partition("://")[2].removeprefix("www.").rstrip("/"))


class _Copied:
    """A copied text, folded, and its tokens."""

    def __init__(self, text: str) -> None:
        self.text = fold(unicodedata.normalize("NFC", text))
        spelt = list(tokens(self.text))
        self.offsets = [at for _, at in spelt]
        self.stream = Stream(tuple(token for token, _ in spelt), (), ())

    def anywhere(self, what: str, wanted: list[_Wanted]) -> Fact:
        """Return how many of the texts stand anywhere."""
        missing = (each.plain for each in wanted if not self.stream.find(each.text, 0))
        return Fact(what, len(wanted), tuple(missing))

    def addresses(self, what: str, page: View) -> Fact:
        """Return how many web addresses stand there, as we print them or in full."""
        told = _contacts(page, "website", "orcid", "profile")
        missing = (words.plain for words in told if not any(map(self._has, _spelt(words))))
        return Fact(what, len(told), tuple(missing))

    def _has(self, words: Words) -> bool:
        return any(self.stream.find(text, 0) for text in texts([words], fold))

    def headings(self, what: str, page: View) -> Fact:
        """Return how many titles are lines of their own."""
        lines = {" ".join(line.split()) for line in self.text.splitlines()}
        told = _titles(page)
        return Fact(what, len(told), tuple(title for title in told if _plain(title) not in lines))

    def entries(self, what: str, page: View) -> Fact:
        """Return how many heads come one after the other."""
        heads = [wanted for wanted, _ in _heads(page)]
        missing = (
            f"{head.plain} ({'elsewhere' if self.stream.find(head.text, 0) else 'nowhere'})"
            for head, place in zip(heads, self._places(heads), strict=True)
            if place is None
        )
        return Fact(what, len(heads), tuple(missing))

    def _places(self, heads: list[_Wanted]) -> list[tuple[int, int] | None]:
        """Return where each head stands, after the one before it."""
        places, at = [], 0
        for head in heads:
            place = self.stream.find(head.text, at)
            places.append(place)
            at = place[1] if place else at
        return places

    def dates(self, what: str, page: View, words: Locale) -> Fact:
        """Return how many dates stand between the head of their entry and the next one."""
        told, missing = 0, []
        found = list(periods(self.text, words))
        heads = list(_heads(page))
        spans = self._spans([head for head, _ in heads])
        for (head, entry), (start, end) in zip(heads, spans, strict=True):
            near = {one.what for one in found if start < one.end and one.at < end}
            for date in _dates(entry):
                wanted = {one.what for one in periods(fold(date), words)}
                told += bool(wanted)
                if not wanted <= near:
                    missing.append(f"{date} ({head.plain})")
        return Fact(what, told, tuple(missing))

    def _spans(self, heads: list[_Wanted]) -> list[tuple[int, int]]:
        """Return what belongs to each head, in letters: from the line above it, where a column of
        dates at the left may stand, to the line of the next head."""
        starts = [self._line(place) if place else -1 for place in self._places(heads)]
        spans, end = [], len(self.text)
        for start in reversed(starts):
            above = self.text.rfind("\n", 0, max(start - 1, 0)) + 1
            spans.append((above, end) if start >= 0 else (0, 0))
            end = start if start >= 0 else end
        return spans[::-1]

    def _line(self, place: tuple[int, int]) -> int:
        """Return where the line begins in which a text stands."""
        return self.text.rfind("\n", 0, self.offsets[place[0]]) + 1


def _dates(entry: Entry) -> Iterator[str]:
    for each in (entry, *entry.roles):
        for line in each.lines:
            parts = (*line.left, *line.right)
            yield from (part.words.plain for part in parts if part.role == "date")

"""What somebody signs: the closing of a CV, and a cover letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cvpress.photo import Photo
from cvpress.view.words import Part, Words


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs: place and date, the picture of the signature, the name below it."""

    line: tuple[Part, ...] = ()
    picture: Photo | None = None
    name: Words | None = None

    def words(self) -> Iterator[Words]:
        """Yield its texts in the order of the page."""
        yield from (part.words for part in self.line)
        if self.name:
            yield self.name


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands after the last section: a declaration's paragraphs, and who signs it."""

    path: str
    text: tuple[Words, ...]
    signed: Signed

    def words(self) -> Iterator[Words]:
        """Yield its texts in the order of the page."""
        yield from self.text
        yield from self.signed.words()


@dataclass(frozen=True, slots=True)
class Letter:
    """A cover letter: the lines of its recipient, date, subject, what it says, who signs it."""

    path: str
    opening: Words
    body: tuple[Words, ...]
    to: tuple[Words, ...] = ()
    date: Words | None = None
    subject: Words | None = None
    ending: Words | None = None
    signed: Signed = Signed()

    def words(self) -> Iterator[Words]:
        """Yield its texts in the order of the page."""
        yield from self.to
        yield from (one for one in (self.date, self.subject, self.opening) if one)
        yield from self.body
        if self.ending:
            yield self.ending
        yield from self.signed.words()

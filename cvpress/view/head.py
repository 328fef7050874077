"""The head of a page: the person, and the ways to reach them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cvpress.icons import Icon
from cvpress.photo import Photo
from cvpress.view.words import Line, Words


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach the person: its words, as a program reads them, and `shown`, what of them is

    printed beside the icon; without an icon, all of them are. `role` names its look, as of a Part.
    """

    role: str
    words: Words
    icon: Icon | None
    shown: Words


@dataclass(frozen=True, slots=True)
class Person:
    """The head of the page: `prefix` `name`, `suffix`; `contacts` are in printed order.

    The photo stands beside it; its alternative text is the name.
    """

    name: Words
    headline: Words | None = None
    contacts: tuple[Contact, ...] = ()
    details: tuple[Line, ...] = ()
    prefix: Words | None = None
    suffix: Words | None = None
    photo: Photo | None = None

    def words(self) -> Iterator[Words]:
        """Yield its texts in the order of the page."""
        yield from (
            words for words in (self.prefix, self.name, self.suffix, self.headline) if words
        )
        yield from (part.words for part in self.contacts)
        for line in self.details:
            yield from line.words()

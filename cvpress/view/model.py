"""The view: what a theme sees, frozen and ready to print. Nothing in it is left to compute.

Every printed text is a `Words`: its runs, and the path of the value it came from ("" for words that
the tool itself prints). The order of `View.words()` is the order on the page: proofs compare it
with what is read back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cvpress import bidi, fonts, icons
from cvpress.icons import Icon
from cvpress.photo import Photo
from cvpress.variants import Private
from cvpress.view.foot import Foot
from cvpress.view.words import BAR, Line, Outline, Part, Run, Words, said

__all__ = [
    "BAR",
    "Bullet",
    "Contact",
    "Design",
    "Entry",
    "Line",
    "Note",
    "Outline",
    "Part",
    "Person",
    "Run",
    "Section",
    "View",
    "Words",
    "said",
]


@dataclass(frozen=True, slots=True)
class Bullet:
    """A highlight: its words, signs of its marks, bullets below it, the language of all of them.

    `lang` "": that of what they stand in.
    """

    words: Words
    marks: str = ""
    bullets: tuple[Bullet, ...] = ()
    lang: str = ""

    def walk(self) -> Iterator[Words]:
        """Yield its texts: its own, its signs, those of the bullets below it."""
        yield self.words
        if self.marks:
            yield said(self.marks)
        for bullet in self.bullets:
            yield from bullet.walk()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, laid out: head lines, own lines, paragraphs, bullets; and roles, laid out alike.

    `number` is printed first ("12."), `closing` after the bullets, the roles last. `lang`: the
    language of all of it, "" for that of the page.
    """

    path: str
    kind: str
    number: str = ""
    lines: tuple[Line, ...] = ()
    summary: tuple[Words, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    closing: tuple[Line, ...] = ()
    roles: tuple[Entry, ...] = ()
    lang: str = ""

    def words(self) -> Iterator[Words]:
        """Yield its texts in the order of the page."""
        if self.number:
            yield said(self.number)
        for line in self.lines:
            yield from line.words()
        yield from self.summary
        for bullet in self.bullets:
            yield from bullet.walk()
        for line in self.closing:
            yield from line.words()
        for role in self.roles:
            yield from role.words()


@dataclass(frozen=True, slots=True)
class Note:
    """The meaning of a mark, printed once at the end of a section: its sign and its words."""

    sign: str
    words: Words


@dataclass(frozen=True, slots=True)
class Section:
    """A section: title, paragraphs, entries, subsections, and the meanings of the marks it used.

    A hidden title is kept for the bookmarks. `widest` is the longest number of its entries.
    """

    path: str
    title: Words | None
    kind: str = ""
    hide_title: bool = False
    new_page: bool = False
    text: tuple[Words, ...] = ()
    entries: tuple[Entry, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    widest: str = ""

    def words(self) -> Iterator[Words]:
        """Yield its texts in the order of the page."""
        if self.title and not self.hide_title:
            yield self.title
        yield from self.text
        for entry in self.entries:
            yield from entry.words()
        for section in self.sections:
            yield from section.words()
        for note in self.notes:
            yield said(note.sign)
            yield note.words


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


@dataclass(frozen=True, slots=True)
class Margin:
    """The white edge of the page at one side, in centimetres."""

    side: str
    width: float


@dataclass(frozen=True, slots=True)
class Color:
    """A colour of the theme by its name, as six hexadecimal digits: red, green, blue."""

    name: str
    digits: str


BULLETS = {"disc": "•", "square": "▪", "circle": "◦"}


@dataclass(frozen=True, slots=True)
class Design:
    """The look asked for, defaults filled in. `font_size` in points; `max_pages` 0: no limit.

    `density` multiplies the space between lines and entries; `rules`: lines below headings.
    `bullet` "": the theme's own sign. `spare`: fonts to take where `font` lacks a letter.
    """

    theme: str = "classic"
    paper: str = "a4"
    font_size: float = 10.0
    date_style: str = ""
    max_pages: int = 0
    fit: bool = False
    margins: tuple[Margin, ...] = ()
    colors: tuple[Color, ...] = ()
    density: float = 1.0
    rules: bool = True
    page_numbers: bool = False
    icons: bool = False
    bullet: str = ""
    font: str = fonts.DEFAULT
    spare: tuple[str, ...] = ()

    @property
    def loose(self) -> bool:
        """True where the density is another than the theme's own."""
        return self.density != 1

    @property
    def leading(self) -> float:
        """What multiplies the distance of lines: it changes less than the space between entries."""
        return 1 + (self.density - 1) * LEADING


LEADING = 0.3
# Han and its companions stand farther apart and are never slanted; Arabic letters reach far out.
SCRIPTS = {"ar": "arabic", "fa": "arabic", "ur": "arabic", "ja": "han", "ko": "han", "zh": "han"}


@dataclass(frozen=True, slots=True)
class View:
    """The whole page, of a CV or of its letter, and what the PDF says of itself.

    `aside`: the sections in a side bar; they are read after the head, before all others.
    `private`: values that must not be found in the PDF; `left_out`: the paths of what went so that
    the page fits. `foot`: what stands at the end of each page, beside its words.
    """

    person: Person
    sections: tuple[Section, ...]
    design: Design
    title: Outline
    author: Outline
    language: str
    private: tuple[Private, ...] = ()
    left_out: tuple[str, ...] = ()
    closing: Closing | None = None
    letter: Letter | None = None
    aside: tuple[Section, ...] = ()
    foot: Foot | None = None

    @property
    def numbered(self) -> bool:
        """True where the foot of each page is printed: a lone page needs no number."""
        return self.foot is not None and self.foot.pages > 1

    @property
    def letters(self) -> str:
        """All that the page prints, so that a font can be held against it."""
        foot = self.foot.on(1, 1).plain if self.foot else ""
        return "".join((*(words.plain for words in self.words()), foot))

    def words(self) -> Iterator[Words]:
        """Yield every printed text in the order of the page, each with its path."""
        yield from self.person.words()
        for section in (*self.aside, *self.sections):
            yield from section.words()
        for last in (self.closing, self.letter):
            yield from last.words() if last else ()

    @property
    def leftward(self) -> bool:
        """True where the language of the page is written from right to left."""
        return bidi.leftward(self.language)

    @property
    def script(self) -> str:
        """The script of the page's language where lines of it are set otherwise: see SCRIPTS."""
        return SCRIPTS.get(self.language.lower().partition("-")[0], "")

    def dressed(self, font: str) -> View:
        """Return the page in another font."""
        return replace(self, design=replace(self.design, font=font))

    def files(self) -> dict[str, bytes]:
        """Return what the page needs beside its TeX, by the name under which it asks for it."""
        signed = [last.signed.picture for last in (self.closing, self.letter) if last]
        pictures = {one.name: one.data for one in (self.person.photo, *signed) if one}
        return pictures | icons.files() if self.design.icons else pictures

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield (path, url) for every link of the page; runs side by side share one."""
        for words in self.words():
            before = ""
            for run in words.runs:
                if run.url and run.url != before:
                    yield words.path, run.url
                before = run.url

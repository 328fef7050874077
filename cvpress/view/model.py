"""The view: what a theme sees, frozen and ready to print. Nothing in it is left to compute.

Every printed text is a `Words`: its runs, and the path of the value it came from ("" for words that
the tool itself prints). The order of `View.words()` is the order on the page: proofs compare it
with what is read back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cvpress import bidi, icons
from cvpress.variants import Private
from cvpress.view.body import Section
from cvpress.view.foot import Foot
from cvpress.view.head import Person
from cvpress.view.look import Design
from cvpress.view.signed import Closing, Letter
from cvpress.view.words import Outline, Words

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

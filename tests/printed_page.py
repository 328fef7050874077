"""Builds the facts of a printed page from a manual page's `Printed:` block.

Each line is a line of the page. Facts stand in brackets, alone on a line: `[page]` begins a new
page, `[pages: 3]` adds empty ones at the end, `[left: 560]` moves the next lines,
`[font: Arial, not embedded]`, `[font: Type 3]`, `[link: https://…]`, and `[title: …]`,
`[author: …]`, `[language: …]`, `[creator: …]` for what the PDF says of itself; by default it says
what the view does, has one embedded font and no links. `[left out: PATH]`: fitting left it out.
`[alternative text: …]`: said of a picture.
"""

from __future__ import annotations

import re

from cvpress.printed.model import Box, Font, Link, Page, Printed, Said, Word
from cvpress.view.model import View

WIDTH, HEIGHT = 595.28, 841.89
LETTER, LINE = 6.0, 14.0
_FACT = re.compile(r"\[([a-z ]+)(?:: ?(.*))?\]")


def page_of(view: View) -> Printed:
    """Return the page on which all of a view is as it should be."""
    lines = [words.plain for words in view.words()]
    lines += [f"[link: {url}]" for _, url in view.links()]
    return page(view, "\n".join(lines))


def page(view: View, block: str) -> Printed:
    """Return the facts that a `Printed:` block tells."""
    builder = _Builder(view)
    for line in block.split("\n"):
        fact = _FACT.fullmatch(line.strip())
        if fact:
            builder.fact(fact[1], fact[2] or "")
        else:
            builder.line(line)
    return builder.printed()


class _Builder:
    def __init__(self, view: View) -> None:
        self.words: list[Word] = []
        self.links: list[Link] = []
        self.unseen: list[Said] = []
        self.fonts: list[Font] = []
        self.number, self.pages = 1, 1
        self.left, self.top = 54.0, HEIGHT - 60
        self.metadata = {
            "Title": view.title,
            "Author": view.author,
            "Language": view.language,
            "Creator": "cvpress 0",
        }

    def fact(self, name: str, value: str) -> None:
        box = Box(self.left, self.top, self.left + 60, self.top + LINE)
        if name == "page":
            self.number, self.top = self.number + 1, HEIGHT - 60
        elif name == "pages":
            self.pages = int(value)
        elif name == "left":
            self.left = float(value)
        elif name == "font":
            title, _, rest = value.partition(", ")
            type3 = title == "Type 3"
            self.fonts.append(Font("" if type3 else title, rest != "not embedded", type3))
        elif name == "alternative text":
            self.unseen.append(Said("an alternative text (/Alt)", value))
        elif name == "left out":
            return  # says something of the view, not of the page
        elif name == "link":
            self.links.append(Link(self.number, box, value))
        else:
            assert name.capitalize() in self.metadata, name
            self.metadata[name.capitalize()] = value

    def line(self, text: str) -> None:
        right = self.left
        for word in text.split():
            left, right = right, right + LETTER * len(word)
            self.words.append(Word(word, self.number, Box(left, self.top, right, self.top + 10)))
            right += LETTER
        self.top -= LINE

    def printed(self) -> Printed:
        numbers = range(1, max(self.number, self.pages) + 1)
        texts = {n: " ".join(w.text for w in self.words if w.page == n) for n in numbers}
        return Printed(
            pages=tuple(Page(n, WIDTH, HEIGHT, texts[n]) for n in numbers),
            words=tuple(self.words),
            links=tuple(self.links),
            fonts=tuple(self.fonts) or (Font("SourceSansPro-Regular", True),),
            metadata=self.metadata,
            unseen=lambda: tuple(self.unseen),
        )

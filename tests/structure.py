"""Reads the structure of a tagged PDF as assistive technology does: its elements, with their text.

The tree comes from pikepdf, the text of each sequence of marked content from pdfminer, so neither
is what made it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pikepdf import Name


@dataclass
class Element:
    """An element: its type, what it holds in order, its attributes, the links it stands for."""

    kind: str
    kids: list[Element | str] = field(default_factory=list)
    lang: str = ""
    alt: str = ""
    numbering: str = ""
    links: list[str] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """All text in it, as it stands there."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def walk(self) -> Iterator[Element]:
        """Yield it and all elements in it, in their order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def all(self, *kinds: str) -> list[Element]:
        """Return the elements of these kinds."""
        return [one for one in self.walk() if one.kind in kinds]


@dataclass
class Tagged:
    """A tagged PDF: its document element, and the texts that are in none, by kind of marking."""

    root: Element
    loose: list[str]


def read(pdf: bytes) -> Tagged:
    """Read a PDF. Fails where the tree and the pages do not agree."""
    pages = list(_pages(pdf))
    texts = dict(one for page in pages for one in page.texts.items())
    with pikepdf.open(BytesIO(pdf)) as document:
        numbers = {page.objgen: at for at, page in enumerate(document.pages)}
        reader = _Reader(texts, numbers, _parents(document))
        root = reader.element(document.Root.StructTreeRoot.K)
    assert not reader.texts, f"in no element: {reader.texts}"
    return Tagged(root, [text for page in pages for text in page.loose])


def _parents(document: pikepdf.Pdf) -> dict[int, Any]:
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


class _Reader:
    def __init__(self, texts: dict[Any, str], numbers: dict[Any, int], parents: Any) -> None:
        self.texts = dict(texts)
        self._numbers = numbers
        self._parents = parents

    def element(self, found: Any) -> Element:
        made = Element(str(found.S)[1:], lang=str(found.get("/Lang", "")))
        made.alt = str(found.get("/Alt", ""))
        made.numbering = str(found.get("/A", {}).get("/ListNumbering", ""))[1:]
        for kid in found.K:
            if kid.get("/Type") == Name.MCR:
                page, number = self._numbers[kid.Pg.objgen], int(kid.MCID)
                assert self._parents[page][number].objgen == found.objgen
                made.kids.append(self.texts.pop((page, number)))
                made.pages.add(page)
            elif kid.get("/Type") == Name.OBJR:
                assert self._parents[int(kid.Obj.StructParent)].objgen == found.objgen
                assert str(kid.Obj.Contents)
                made.links.append(str(kid.Obj.A.URI))
            else:
                assert kid.P.objgen == found.objgen
                made.kids.append(self.element(kid))
        return made


class _Page(PDFDevice):  # type: ignore[misc]
    """Collects the text of each sequence of a page, and the texts outside of all."""

    def __init__(self, resources: Any, number: int) -> None:
        super().__init__(resources)
        self.texts: dict[tuple[int, int], str] = {}
        self.loose: list[str] = []
        self._number = number
        self._open: list[Any] = []

    def begin_tag(self, _tag: Any, props: Any = None) -> None:
        key = (self._number, props["MCID"]) if props and "MCID" in props else None
        assert not (key and any(self._open)), "a sequence within another"
        assert key not in self.texts
        if key:
            self.texts[key] = ""
        self._open.append(key)

    def end_tag(self) -> None:
        self._open.pop()

    def do_tag(self, tag: Any, *_: Any) -> None:
        raise AssertionError(f"a mark is left: {tag}")

    def render_string(self, textstate: Any, seq: Any, *_: Any) -> None:
        text = "".join(_letters(textstate.font, one) for one in seq if isinstance(one, bytes))
        key = next(filter(None, self._open), None)
        if key:
            self.texts[key] += text
        else:
            assert self._open, f"{text!r} is neither content nor an artifact"
            self.loose.append(text)


def _letters(font: Any, codes: bytes) -> str:
    def letter(code: int) -> str:
        try:
            return str(font.to_unichr(code))
        except PDFUnicodeNotDefined:
            return "\ufffd"

    return "".join(map(letter, font.decode(codes)))


def _pages(pdf: bytes) -> Iterator[_Page]:
    resources = PDFResourceManager()
    for number, page in enumerate(PDFPage.get_pages(BytesIO(pdf))):
        device = _Page(resources, number)
        PDFPageInterpreter(resources, device).process_page(page)
        yield device

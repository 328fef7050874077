"""Writes the tree into the PDF: its elements, whose each sequence of a page is, the links."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from cvpress.tagged.model import Owner, Part, Piece
from cvpress.tagged.structure import Node

SLACK = 1.0  # points that a link's place may miss its text by


def write(document: pikepdf.Pdf, root: Node, owners: list[list[Owner]]) -> None:
    """Write the structure of a document. `owners`: of each page, whose each sequence is."""
    _Writer(document).write(root, owners)


class _Writer:
    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._pages = [page.obj for page in document.pages]
        self._links = [_links(page) for page in self._pages]
        self._elements: dict[tuple[int, int], Any] = {}  # by page and number of the sequence
        self._keys = Array()  # of annotations: key, element, …
        self._next = len(self._pages)

    def write(self, root: Node, owners: list[list[Owner]]) -> None:
        top = self._document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        body = self._element(root, top)
        top.K = body
        self._left_over(body)
        numbers = Array()
        for at, (page, sequences) in enumerate(zip(self._pages, owners, strict=True)):
            row = Array([self._elements[at, number] for number in range(len(sequences))])
            numbers.append(at)
            numbers.append(self._document.make_indirect(row))
            page.StructParents = at
            page.Tabs = Name.S
        numbers.extend(self._keys)
        top.ParentTree = self._document.make_indirect(Dictionary(Nums=numbers))
        top.ParentTreeNextKey = self._next
        self._document.Root.StructTreeRoot = top
        self._document.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: Any) -> Any:
        made = self._document.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{node.kind}"), P=parent)
        )
        if node.lang:
            made.Lang = String(node.lang)
        if node.kind == "L":
            numbering = Name.Decimal if node.counted else Name.Disc
            made.A = Dictionary(O=Name.List, ListNumbering=numbering)
        kids = Array()
        for kid in node.kids:
            kids.append(
                self._piece(kid, made) if isinstance(kid, Piece) else self._element(kid, made)
            )
        if node.part:
            self._part(node.part, made, kids)
        made.K = kids
        return made

    def _piece(self, piece: Piece, element: Any) -> Any:
        self._elements[piece.page, piece.number] = element
        return Dictionary(Type=Name.MCR, Pg=self._pages[piece.page], MCID=piece.number)

    def _part(self, part: Part, element: Any, kids: Any) -> None:
        if part.kind == "Figure":
            element.Alt = String(part.alt)
            if part.box:
                box = Array([round(edge, 3) for edge in part.box])
                element.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
        if part.kind == "Link":
            for page, (x, y) in part.starts:
                self._claim(page, x, y, element, kids)

    def _claim(self, page: int, x: float, y: float, element: Any, kids: Any) -> None:
        """Give the link whose place holds a text to that text's element."""
        for link in self._links[page]:
            left, bottom, right, top = map(float, link.Rect)
            if left - SLACK <= x <= right + SLACK and bottom - SLACK <= y <= top + SLACK:
                self._links[page].remove(link)
                self._tie(link, page, element, kids)
                return

    def _tie(self, link: Any, page: int, element: Any, kids: Any) -> None:
        link.StructParent = self._next
        link.F = 4  # printed
        link.Contents = String(_told(link))
        self._keys.append(self._next)
        self._keys.append(element)
        self._next += 1
        kids.append(Dictionary(Type=Name.OBJR, Obj=link, Pg=self._pages[page]))

    def _left_over(self, body: Any) -> None:
        """A link around no text is a link all the same, unless its page has it around a text.

        (pdfTeX lays a link that runs on over the head of the next page, too.)
        """
        for page, links in enumerate(self._links):
            claimed = {_target(one) for one in _links(self._pages[page]) if "/StructParent" in one}
            gone = {link.objgen for link in links if _target(link) in claimed}
            annotations = [*self._pages[page].get("/Annots", [])]
            if gone:
                self._pages[page].Annots = Array(a for a in annotations if a.objgen not in gone)
            for link in (one for one in links if one.objgen not in gone):
                element = self._document.make_indirect(
                    Dictionary(Type=Name.StructElem, S=Name.Link, P=body, K=Array())
                )
                self._tie(link, page, element, element.K)
                body.K.append(element)


def _links(page: Any) -> list[Any]:
    return [one for one in page.get("/Annots", []) if one.get("/Subtype") == Name.Link]


def _target(link: Any) -> str:
    return str(link.get("/A", {}).get("/URI", ""))


def _told(link: Any) -> str:
    """Return where a link leads, for people."""
    return _target(link).removeprefix("mailto:").removeprefix("tel:")

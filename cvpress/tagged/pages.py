"""The pages of a PDF, read for their marks and written anew: each piece of text in a sequence of
marked content of its own, what is drawn beside it an artifact.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from cvpress.tagged.draft import Draft, instruction
from cvpress.tagged.fonts import SPACE, face, space
from cvpress.tagged.model import Owner, Part
from cvpress.tagged.pen import Pen
from cvpress.tagged.spacing import Spacing
from cvpress.tagged.story import Story

KINDS = {"LI": "LBody", "Number": "Lbl"}  # what the sequences of bullets and labels are called


def read(document: pikepdf.Pdf) -> tuple[list[list[Owner]], Story]:
    """Rewrite each page. Return whose each sequence of each page is, and what the pages tell."""
    story, owners = Story(), []
    blank = space(document)
    for number, page in enumerate(document.pages):
        fonts = page.Resources.get("/Font", Dictionary())
        pen = Pen({str(name): face(font) for name, font in fonts.items()})
        sheet = Sheet(story, number, pen)
        written = sheet.rewrite(pikepdf.parse_content_stream(page))
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(written))
        fonts[SPACE] = blank
        page.Resources.Font = fonts
        owners.append(sheet.owners)
    return owners, story


class Sheet:
    """One page while it is written anew."""

    def __init__(self, story: Story, number: int, pen: Pen) -> None:
        self.owners: list[Owner] = []
        self._story = story
        self._number = number
        self._pen = pen
        self._draft = Draft()
        self._spacing = Spacing(self._draft, pen, story, number)
        self._opened: Owner | None = None
        self._end = 0  # the slot behind what was opened
        self._path: int | None = None  # the slot before a path
        self._spans: list[str] = []

    def rewrite(self, instructions: Any) -> list[Any]:
        """Return the instructions of the page as they are to be."""
        for each in instructions:
            operator = str(each.operator)
            act = _ACTS.get(operator)
            if act:
                act(self, operator, each.operands)
            else:
                self._pen.follow(operator, each.operands)
                self._draft.put(each)
        self._close()
        self._spacing.rest()
        return list(self._draft)

    def _enter(self, owner: Owner) -> None:
        """Let what follows be of an owner, in a sequence of its own."""
        if self._opened is not owner:
            self._close()
            self._sequence(owner, KINDS.get(owner.kind, owner.kind), Dictionary())
            self._opened = owner

    def _sequence(self, owner: Owner, kind: str, told: Any) -> None:
        told.MCID = len(self.owners)
        self._story.claim(owner, self._number, len(self.owners))
        self.owners.append(owner)
        self._draft.add("BDC", Name(f"/{kind}"), told)

    def _close(self) -> None:
        if self._opened:
            self._draft.fill(self._end, instruction("EMC"))
            self._opened = None

    def _copy_end(self, operator: str, operands: Any) -> None:
        """Copy the last instruction of something that is seen."""
        self._draft.add(operator, *operands)
        self._end = self._draft.slot()

    def _point(self, operator: str, operands: Any) -> None:
        told = operands[1] if operator == "DP" else None
        if not self._story.point(str(operands[0]), told):
            self._draft.add(operator, *operands)

    def _begin_span(self, operator: str, operands: Any) -> None:
        """A span of TeX's is a picture, or text that reads as another: a sequence of its own.

        (Within another one, poppler would take its end for the end of that.)
        """
        told = operands[1] if operator == "BDC" else None
        if isinstance(told, Dictionary) and "/Alt" in told:
            self._story.picture(str(told.Alt))
            self._spans.append("Figure")
            return
        self._close()
        told = told if isinstance(told, Dictionary) else Dictionary()
        owner = self._story.block and self._story.owner()
        self._spans.append("" if owner else "Artifact")
        if owner:
            self._sequence(owner, str(operands[0])[1:], told)
        else:  # poppler obeys the text of a span, but not that of an artifact
            self._draft.add("BMC", Name.Artifact)
            self._draft.add("BDC", operands[0], told)

    def _end_span(self, operator: str, operands: Any) -> None:
        span = self._spans.pop() if self._spans else ""
        if span == "Figure":
            self._story.close()
            return
        self._draft.add(operator, *operands)
        if span:
            self._draft.add("EMC")
        self._spacing.forget()  # it has spaces of its own

    def _text(self, operator: str, operands: Any) -> None:
        if not self._spans:
            self._own()
        self._pen.follow(operator, operands)
        self._draft.add(operator, *operands)

    def _own(self) -> None:
        """Let a text be of its paragraph, or an artifact."""
        owner = self._story.owner()
        if owner:
            self._enter(owner)
        else:
            self._close()
            self._draft.add("BMC", Name.Artifact)

    def _text_end(self, operator: str, operands: Any) -> None:
        self._copy_end(operator, operands)
        if self._story.beside and not self._spans:
            self._draft.add("EMC")

    def _show(self, operator: str, operands: Any) -> None:
        if self._spans or self._story.beside:
            self._draft.add(operator, *operands)
        else:
            self._spacing.show(operator, operands)

    def _image(self, operator: str, operands: Any) -> None:
        part = self._story.part
        if part is None or part.kind != "Figure":
            self._close()
            self._draft.add("BMC", Name.Artifact)
            self._draft.add(operator, *operands)
            self._draft.add("EMC")
            return
        self._enter(part)
        part.box = self._pen.square()
        self._copy_end(operator, operands)

    def _draw(self, operator: str, operands: Any) -> None:
        if self._path is None:
            if self._sign:
                self._enter(self._sign)
            self._path = self._draft.slot()
        self._draft.add(operator, *operands)

    def _paint(self, operator: str, operands: Any) -> None:
        """End what was drawn: a rule is an artifact, but within a label it is its sign."""
        if self._sign:
            self._copy_end(operator, operands)
        elif self._path is None:
            self._draft.add(operator, *operands)
        else:
            self._close()
            self._draft.fill(self._path, instruction("BMC", Name.Artifact))
            self._draft.put(instruction(operator, *operands), instruction("EMC"))
        self._path = None

    def _unpainted(self, operator: str, operands: Any) -> None:
        self._path = None
        self._draft.add(operator, *operands)

    @property
    def _sign(self) -> Part | None:
        part = self._story.part
        return part if part and part.kind == "Lbl" else None

    def _state(self, operator: str, operands: Any) -> None:
        if not self._spans:
            self._close()
        self._pen.follow(operator, operands)
        self._draft.add(operator, *operands)


_ACTS: dict[str, Callable[[Sheet, str, Any], None]] = {
    **dict.fromkeys(("MP", "DP"), Sheet._point),
    **dict.fromkeys(("BMC", "BDC"), Sheet._begin_span),
    "EMC": Sheet._end_span,
    "BT": Sheet._text,
    "ET": Sheet._text_end,
    **dict.fromkeys(("Tj", "TJ"), Sheet._show),
    "Do": Sheet._image,
    **dict.fromkeys(("m", "re"), Sheet._draw),
    **dict.fromkeys(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"), Sheet._paint),
    "n": Sheet._unpainted,
    **dict.fromkeys(("q", "Q"), Sheet._state),
}

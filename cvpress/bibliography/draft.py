"""A publication in the making: the fields of an entry of a .bib, and what they say in a CV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cvpress.bibliography import identifiers
from cvpress.bibliography.latex import Decoded, markdown, plain, verbatim
from cvpress.bibliography.model import Bib, BibEntry, Value
from cvpress.source.document import Fault

LATEX, SYNTAX = "latex-in-text", "bib-syntax"


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """The text of a field, and the value of the .bib that it comes from.

    `text`: one, a list of them, or one for each language of the CV.
    """

    text: str | tuple[str, ...] | dict[str, str]
    value: Value


class Draft:
    """The fields of an entry, what is `said` by them so far, and the `faults` met on the way.

    `words`: by language, those for "PhD thesis" and the like.
    """

    def __init__(
        self,
        bib: Bib,
        entry: BibEntry,
        fields: Mapping[str, Value],
        words: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.bib, self.entry, self.words = bib, entry, words
        self.fields = {name: value for name, value in fields.items() if value.text.strip("{} ")}
        self.said: dict[str, Said] = {}
        self.faults: list[Fault] = []

    def text(self, *names: str) -> tuple[str, Value] | None:
        """Return the first field that is there, as a text of the CV."""
        for name in names:
            if value := self.fields.get(name):
                return self.told(markdown(value.text), value), value
        return None

    def put(self, key: str, *names: str, bare: bool = False) -> None:
        """Say the first field that is there; `bare`: without mark-up."""
        for name in names:
            if value := self.fields.get(name):
                decoded = plain(value.text) if bare else markdown(value.text)
                self.say(key, self.told(decoded, value), value)
                return

    def say(self, key: str, text: str | tuple[str, ...] | dict[str, str], value: Value) -> None:
        """Say a text, if there is one, as a field of the CV."""
        if text:
            self.said[key] = Said(text, value)

    def told(self, decoded: Decoded, value: Value) -> str:
        """Return a text; LaTeX that has no letters is told where it stands."""
        text = self.bib.file.text
        if decoded.unread:
            message, help = "This LaTeX can't be read.", "Do its braces and its $ match?"
            self.fault(SYNTAX, (value.start, value.end), message, help)
        for latex in decoded.unknown:
            at = text.find(latex, value.start, value.end)
            place = (at, at + len(latex)) if at >= 0 else (value.start, value.end)
            message = f"There is no letter for {latex}."
            help = "Write it as a letter, or take the command out."
            self.fault(LATEX, place, message, help)
        return decoded.text

    def fault(self, id: str, place: tuple[int, int], message: str, help: str) -> None:
        """Note what is wrong at a place of the .bib."""
        self.faults.append(Fault(id, *place, message, help, file=self.bib.file))

    def plain(self, name: str) -> str:
        """Return the letters of a field, "" where it is not there."""
        value = self.fields.get(name)
        if value is None:
            return ""
        return verbatim(value.text) if name in identifiers.VERBATIM else plain(value.text).text

"""Reads a .bib: pybtex knows BibTeX's grammar, we the place of everything and how to go on.

Where an entry is broken, what could be read of it is kept, and the next one is read. As people mean
it, and other than BibTeX has it: `@comment{…}` hides what is in it, and an @ within a line of words
between entries begins nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from pybtex.database.input.bibtex import LowLevelParser, SkipEntry, UndefinedMacro, month_names
from pybtex.scanner import PrematureEOF, PybtexSyntaxError, Token

from cvpress.bibliography.model import Bib, BibEntry, Value
from cvpress.source.document import Document, Fault
from cvpress.source.traps import invisible

SYNTAX = "bib-syntax"
_COMMAND = re.compile(r"(?:(?<=[})])|^)[ \t\ufeff]*@", re.MULTILINE)
_NEXT = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_FIELD = re.compile(r"[A-Za-z][\w+:-]*\s*=")
_STRAY = re.compile(r"\s*(?:,\s*)?(?:[A-Za-z][\w+:-]*\s*=\s*[{\"\d]|\})")
_BRACE = re.compile(r"[{}]")
_STOP = re.compile(r"[{}\"]")
_UNCLOSED = 20  # each is looked for to the end of the file
_BALANCE = "For each { there is a }."
_ONE = "Take one of the two out."


@lru_cache(maxsize=4)
def parse(file: Document) -> Bib:
    """Return the entries of a .bib, and what is wrong with it. Never fails."""
    parser = _Parser(file)
    entries: dict[str, BibEntry] = {}
    for entry in parser.entries():
        if entry.key not in entries:
            entries[entry.key] = entry
            continue
        first = entries[entry.key]
        line = file.text.count("\n", 0, first.start) + 1
        message = f"This key stands on line {line} already; only the first one counts."
        twice = Fault("duplicate-key", entry.start, entry.end, message, _ONE, file=file)
        entries[entry.key] = BibEntry(
            first.type, first.key, first.start, first.end, first.fields, (*first.faults, twice)
        )
    unseen = (
        replace(fault, file=file, fix="", edits=())
        for fault in invisible.in_file(file.text, (), ())
    )
    return Bib(file, entries, tuple(parser.faults), tuple(unseen))


class _Strings(dict[str, str]):
    """The strings of a .bib, whose names are the same in any case."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def __setitem__(self, name: str, value: str) -> None:
        super().__setitem__(name.lower(), value)


class _Parser(LowLevelParser):  # type: ignore[misc]
    """pybtex's parser, which notes where things stand and goes on where it would stop."""

    def __init__(self, file: Document) -> None:
        super().__init__(file.text, macros=_Strings(month_names), handle_error=self._fault)
        self.pos: int = 0
        self.file = file
        self.faults: list[Fault] = []
        self._own: list[Fault] = []  # of the entry that is being read
        self._fields: dict[str, Value] = {}
        self._key = self._value = 0
        self._unclosed = 0

    def entries(self) -> Iterator[BibEntry]:
        """Yield the entries in the order of the file, also what is left of broken ones."""
        while found := _COMMAND.search(self.text, self.pos):
            self.command_start = found.end() - 1
            self.pos = found.end()
            self._own, self._fields, self._key, told = [], {}, self.pos, len(self.faults)
            try:
                command, _ = self.parse_command()
            except SkipEntry:
                self._skip_comment()
                continue
            except PybtexSyntaxError as error:
                self._fault(error)
                continue
            if key := self.current_entry_key:
                if len(self.faults) == told:
                    self._stray()
                end, faults = self._key + len(key), tuple(self._own)
                yield BibEntry(command.lower(), key, self._key, end, self._fields, faults)

    def parse_entry_fields(self) -> None:
        """Read the fields; where a comma is missing between two, say so and read on."""
        self._key = self.pos - len(self.current_entry_key)
        super().parse_entry_fields()
        self.eat_whitespace()
        while _FIELD.match(self.text, self.pos):
            self._say(self.pos, self.pos + 1, "A comma is missing before this field.", "Add it.")
            super().parse_entry_fields()
            self.eat_whitespace()

    def parse_field(self) -> None:
        """Read a field and note its place."""
        super().parse_field()
        name = (self.current_field_name or "").lower()
        if not name:
            return
        value = Value(" ".join("".join(self.current_value).split()), self._value, self._end())
        if name in self._fields:
            message = f"“{name}” stands in this entry already; only the first one counts."
            self._own.append(
                Fault("duplicate-key", value.start, value.end, message, _ONE, file=self.file)
            )
        self._fields.setdefault(name, value)

    def _end(self) -> int:
        """Where what was read ends, before the blanks behind it."""
        end = self.pos
        while end > self._value + 1 and self.text[end - 1].isspace():
            end -= 1
        return end

    def skip_to(self, patterns: list[Any]) -> Any:
        """Go behind the next brace or quote. One look for all: a file may lack one of them."""
        signs = {"{": self.LBRACE, "}": self.RBRACE, '"': self.QUOTE}
        found = (_STOP if self.QUOTE in patterns else _BRACE).search(self.text, self.pos)
        if not found:
            return None
        value = self.text[self.pos : found.end()]
        self.pos = found.end()
        return Token(value, signs[found[0]])

    def update_lineno(self, value: str) -> None:
        """Count no lines: places are offsets."""

    def parse_value(self) -> None:
        """Read a value and note where it begins."""
        self.eat_whitespace()
        self._value = self.pos
        super().parse_value()

    def _fault(self, error: Any) -> None:
        """Take an error of pybtex, and go where reading can go on."""
        if isinstance(error, UndefinedMacro):
            name = re.search(r"[^\s#,=]+$", self.text[: self.pos])
            start = name.start() if name else self.pos
            message = f"No @string is called {self.text[start : self.pos]}."
            help = "Put the words in braces, or add the @string before."
            self._own.append(Fault(SYNTAX, start, self.pos, message, help, file=self.file))
            return
        if isinstance(error, PrematureEOF):
            self._never_closed()
        elif self.current_entry_key and _COMMAND.match(
            self.text, self.pos
        ):  # its brace is another's, and the entry's is its
            self._say(*self._open())
        else:
            self._say(*self._wrong(error))

    def _wrong(self, error: Any) -> tuple[int, int, str, str]:
        """Return where an error of pybtex stands, and what is said of it."""
        said, at = str(error), self.pos
        end = min(at + 1, len(self.text))
        if "too many nested" in said or "unbalanced" in said:
            return self._value, self._value + 1, "The braces of this value do not match.", _BALANCE
        if "entry key" in said:
            return at, end, "This entry has no key.", "Write it first: @article{key, title = …}."
        if "field value" in said:
            return at, end, "A value is due here.", "Write it in braces: {…}."
        if "'='" in said:
            return at, end, "An = is due here.", "A field is written: title = {…},"
        if "valid name" in said or "'('" in said:
            return self.command_start, at, "This @ begins no entry.", "One begins @article{key,"
        return at, end, "A comma or the end of the entry is due here.", _BALANCE

    def _never_closed(self) -> None:
        """Say what is not closed, and go on at the next entry that begins a line."""
        self._unclosed += 1
        self._say(*self._open())
        found = _NEXT.search(self.text, self.command_start + 1)
        lost = found is None or self._unclosed >= _UNCLOSED
        self.pos = len(self.text) if lost or found is None else found.start()
        if found is not None and lost:
            self._say(
                found.start(), found.end(), "From here on nothing was read.", "Mend the rest."
            )

    def _open(self) -> tuple[int, int, str, str]:
        in_value = self._value > self.command_start
        start = self._value if in_value else self.command_start
        what = "value" if in_value else "entry"
        return start, start + 1, f"This {what} is never closed.", _BALANCE

    def _stray(self) -> None:
        """Tell of fields that stand behind an entry: one brace too many closed it before."""
        found = _STRAY.match(self.text, self.pos)
        if found:
            start = found.end() - len(found[0].lstrip())
            message = "This stands behind the end of the entry."
            self._say(start, start + 1, message, "Before it there is a } too many.")

    def _skip_comment(self) -> None:
        """Go behind the brace that closes a comment; one that is never closed hides nothing."""
        depth = 1
        braces = _BRACE.finditer(self.text, self.pos) if self._unclosed < _UNCLOSED else ()
        for brace in braces:
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                self.pos = brace.end()
                return
        self._unclosed += 1

    def _say(self, start: int, end: int, message: str, help: str) -> None:
        self.faults.append(Fault(SYNTAX, start, end, message, help, file=self.file))

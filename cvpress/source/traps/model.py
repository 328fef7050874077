"""What stops YAML (*trouble*), and what lets it read on (a *repair*: the fault, what to show)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cvpress.source.document import Edit, Fault
from cvpress.source.lens import BOM, Lens

QUOTE_IT = "Put double quotes around the whole text."
CUT_MESSAGE = "From here on YAML takes the text for a comment and leaves it out."
CUT_HELP = "Put the whole text in quotes; a remark that is meant has two spaces before its #."
REMARK = re.compile(r"#\s*(?:cvpress:|todo\b|fixme\b|xxx\b|yaml-language-server)", re.IGNORECASE)
KEY = re.compile(
    r"""[ \t]*(?:-[ \t]+)*(?:"[^"\r\n]*"|'[^'\r\n]*'|[\w][\w /-]{0,40})[ \t]*:(?=\s|$)"""
)
_REST = re.compile(r"[^\r\n]*")
ITEM = re.compile(r"[ \t]*-(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Repair:
    """A fault, and how YAML gets past it.

    `hide`: letters to pass as ordinary ones. `put`: signs to show in a letter's place; `insert`:
    signs to show before it. `quote`: the cure is to quote the value at the fault's start.
    `letter`: a letter is at fault, not the value, which may have more of them.
    `guess`: whether the repair is right shows only in whether the rest can be read.
    """

    fault: Fault
    hide: tuple[int, ...] = ()
    put: tuple[tuple[int, str], ...] = ()
    insert: tuple[tuple[int, str], ...] = ()
    quote: bool = False
    letter: bool = False
    guess: bool = False

    @property
    def stops(self) -> bool:
        """True where the text can't be read on."""
        return not (self.hide or self.put or self.insert)

    @property
    def changes(self) -> tuple[object, ...]:
        """What the repair does to the text shown."""
        return self.hide, self.put, self.insert

    @property
    def offsets(self) -> tuple[int, ...]:
        """Where it does so."""
        return (*self.hide, *(at for at, _ in (*self.put, *self.insert)))

    def apply(self, lens: Lens) -> None:
        """Change what YAML is shown."""
        for at in self.hide:
            lens.hide(at)
        for at, signs in self.put:
            lens.put(at, signs)
        for at, signs in self.insert:
            lens.insert(at, signs)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where libyaml stopped, in its words, as offsets of the file.

    `since` is where what it was reading began; `last` is the value (or key) that it had read last,
    `word` the same if that is no list or map; `flow` whether a bracket was open,
    `opened` where the innermost one stands (-1: none).
    """

    text: str
    problem: str
    context: str
    at: int
    since: int
    last: tuple[int, int]
    word: tuple[int, int]
    flow: bool
    opened: int

    @property
    def line(self) -> tuple[int, int]:
        """The stretch of the line at which libyaml stopped."""
        return line_at(self.text, self.at)


class Trap(Exception):
    """Raised where events are taken: YAML understood, but not what the author meant."""

    def __init__(self, repair: Repair) -> None:
        super().__init__(repair.fault.message)
        self.repair = repair


def syntax(start: int, end: int, message: str, help: str = "") -> Fault:
    """Return a fault of the text itself."""
    return Fault("yaml-syntax", start, end, message, help)


def with_fix(fault: Fault, description: str, *edits: Edit) -> Fault:
    """Return the fault with its cure."""
    return replace(fault, fix=description, edits=edits)


def quoted(raw: str) -> str:
    """Put a text as written in double quotes; its line breaks fold there as they did before."""
    return '"' + raw.replace("\\", "\\\\").replace('"', '\\"') + '"'


def line_at(text: str, at: int) -> tuple[int, int]:
    """Return the stretch of the line that holds this offset, without its break (and a BOM)."""
    start = text.rfind("\n", 0, at) + 1
    start = max(start, text.rfind("\r", start, at) + 1)
    start += start == 0 and text.startswith(BOM)
    rest = _REST.match(text, at)
    return start, rest.end() if rest else at


def line_above(text: str, at: int) -> tuple[int, int] | None:
    """Return the nearest line above that is not blank and no comment."""
    start, _ = line_at(text, at)
    while start > 0:
        end = start - (2 if text.startswith("\r\n", start - 2) else 1)
        start, end = line_at(text, end)
        content = text[start:end].strip()
        if content and not content.startswith("#"):
            return start, end
    return None


def opens_line(text: str, at: int) -> bool:
    """True where only blanks stand before this offset on its line."""
    while at > 0 and text[at - 1] in " \t":
        at -= 1
    return at == 0 or text[at - 1] in "\r\n\ufeff"


def line_end(text: str, at: int) -> int:
    """Return where the line that holds this offset ends, without blanks."""
    end = line_at(text, at)[1]
    return at + len(text[at:end].rstrip())

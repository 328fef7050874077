"""A comparison for people at a terminal: words as `git diff --word-diff` shows them, by section."""

from __future__ import annotations

import re

from cvpress.comparing.model import Change, Compared
from cvpress.reports import diff_words
from cvpress.reports.display import wrap

MOST = 200  # changes that are shown
_LOST, _ADDED, _MOVED, _BOLD = "31", "32", "36", "1"
_SIGNS = re.compile(r"(\[-|-\]|\{\+|\+\})")


def report(compared: Compared, *, color: bool = False, width: int = 80) -> str:
    """Return the whole report; what does not fit into `width` columns goes on below."""
    parts = [wrap(diff_words.summary(compared), width, "", "")]
    left = MOST
    for section, changes in diff_words.sections(compared):
        shown = changes[: max(left, 0)]
        left -= len(changes)
        if shown:
            lines = [_line(change, color, width) for change in shown]
            parts.append("\n".join([_painted(wrap(section, width, "", ""), _BOLD, color), *lines]))
    if left < 0:
        parts.append(f"… and {-left} more; --format json has all.")
    if compared.facts:
        facts = [wrap(fact.text, width, "  ", "    ") for fact in compared.facts]
        parts.append("\n".join([_painted("Pages and layout", _BOLD, color), *facts]))
    end = "\n" if compared.same else "\n\n"  # the line on the pictures stands apart
    return "\n\n".join(parts) + end


def _line(change: Change, color: bool, width: int) -> str:
    if change.kind == "moved":
        count = len(change.new.split())
        told = f"moved: “{diff_words.cut(change.new)}” ({count} words){diff_words.where(change)}"
        return _painted(wrap(told, width, "  ", "    "), _MOVED, color)
    return _signed(wrap(_marked(change), width, "  ", "    "), color)


def _marked(change: Change) -> str:
    lost = f"[-{diff_words.cut(change.old)}-]" if change.old else ""
    added = f"{{+{diff_words.cut(change.new)}+}}" if change.new else ""
    return " ".join(filter(None, (change.before, lost + added, change.after)))


def _signed(text: str, color: bool) -> str:
    """Paint what stands between the signs, on each line anew."""
    if not color:
        return text
    look, lines = "", []
    for line in text.split("\n"):
        painted = ""
        for part in _SIGNS.split(line):
            look = {"[-": _LOST, "{+": _ADDED}.get(part, look)
            painted += _painted(part, look, bool(look and part.strip()))
            look = "" if part in ("-]", "+}") else look
        lines.append(painted)
    return "\n".join(lines)


def _painted(text: str, look: str, color: bool) -> str:
    return f"\x1b[{look}m{text}\x1b[0m" if color else text

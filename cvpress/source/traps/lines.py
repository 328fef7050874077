"""A line that is no line of YAML: a space too few, a tab, an indentation that fits nowhere."""

from __future__ import annotations

import re

from cvpress.source.document import Edit, Fault
from cvpress.source.traps.model import (
    CUT_HELP,
    CUT_MESSAGE,
    ITEM,
    KEY,
    Repair,
    Trouble,
    line_above,
    line_at,
    line_end,
    opens_line,
    syntax,
    with_fix,
)

TIGHT_COLON = re.compile(r"[ \t]*(?:-[ \t]+)*[A-Za-z_]{2,30}(:)(?=[^\s:/\\])")
TIGHT_DASH = re.compile(r"[ \t]*(-)(?=[^\s\d-])")
_TABS = re.compile(r"^[ ]*\t[ \t]*(?=[^\s#])", re.MULTILINE)
_BLOCK_HEAD = re.compile(r".*:[ \t]+[|>][-+0-9]*[ \t]*(#.*)?")
_CUT = re.compile(r"[^\s#][^\r\n]*?[ \t](#[^\r\n]*)")


def tab(trouble: Trouble) -> Repair | None:
    """Tabs in indentation, which YAML forbids since nobody knows how wide they are."""
    text, at = trouble.text, trouble.at
    if text[at : at + 1] != "\t":
        return None
    if ITEM.fullmatch(text, trouble.line[0], at):
        fault = syntax(at, at + 1, "A tab stands after the dash.", "Put a space in its place.")
        cure = with_fix(fault, "Put a space in its place", Edit(at, at + 1, " "))
        return Repair(cure, put=((at, " "),))
    stretches = [m.span() for m in _TABS.finditer(text)]
    tabs = [i for start, end in stretches for i in range(start, end) if text[i] == "\t"]
    more = f", and of {len(stretches) - 1} more" if len(stretches) > 1 else ""
    fault = syntax(
        at,
        at + 1,
        f"A tab stands in the indentation of this line{more}.",
        "Indent with spaces, two for each level.",
    )
    edits = (Edit(i, i + 1, "  ") for i in tabs)
    fault = with_fix(fault, "Put two spaces in the place of each tab", *edits)
    return Repair(fault, put=tuple((i, "  ") for i in tabs), guess=True)


def tight(trouble: Trouble) -> Repair | None:
    """`name:Ada` and `-item`, on this line or on one above that has run into it."""
    line: tuple[int, int] | None = line_at(trouble.text, max(trouble.since, 0))
    if trouble.since < 0:
        line = line_above(trouble.text, trouble.at)
    while line and not KEY.match(trouble.text, *line):
        repair = tight_colon(trouble.text, *line) or tight_dash(trouble.text, *line)
        if repair:
            return repair
        line = line_above(trouble.text, line[0])
    return None


def tight_colon(text: str, start: int, end: int) -> Repair | None:
    """Put the space in that is missing after a key's colon."""
    match = TIGHT_COLON.match(text, start, end)
    return _space(match.start(1), "colon") if match else None


def tight_dash(text: str, start: int, end: int) -> Repair | None:
    """Put the space in that is missing after an item's dash."""
    match = TIGHT_DASH.match(text, start, end)
    return _space(match.start(1), "dash") if match else None


def _space(at: int, sign: str) -> Repair:
    fault = syntax(at, at + 1, f"A space is missing after this {sign}.")
    cure = with_fix(fault, "Put the space in", Edit(at + 1, at + 1, " "))
    return Repair(cure, insert=((at + 1, " "),), guess=True)


def stray(trouble: Trouble) -> Repair | None:
    """A line that is neither a field nor an item; what stands around it can be read."""
    text = trouble.text
    line = line_above(text, trouble.at) if trouble.since < 0 else line_at(text, trouble.since)
    if line is None or KEY.match(text, *line) or ITEM.match(text, *line):
        return None
    start = line[0] + len(text[slice(*line)]) - len(text[slice(*line)].lstrip(" \t\ufeff"))
    above = line_above(text, start)
    if above and _BLOCK_HEAD.fullmatch(text, *above):
        help = "It continues the text above: indent it deeper than the key of that text."
    else:
        help = "Write “name: text” or “- text”; indent it deeper if it continues the line above."
    fault = syntax(start, line_end(text, start), "This line is no field and no item.", help)
    return Repair(fault, put=((start, "#"),))


def cut_short(trouble: Trouble) -> Repair | None:
    """A text of several lines, cut in the first by what YAML takes for a comment."""
    text = trouble.text
    above = line_above(text, trouble.at)
    if not above or not opens_line(text, trouble.at) or KEY.match(text, *trouble.line):
        return None
    value = trouble.last[1]
    match = _CUT.match(text, above[0] if value < above[0] else value - 1, above[1])
    if not match or ITEM.match(text, *trouble.line):
        return None
    return cut_repair(text, match.start(1))


def cut_repair(text: str, at: int) -> Repair:
    """Let a text hold a number sign."""
    fault = Fault(
        "cut-by-comment",
        at,
        line_end(text, at),
        CUT_MESSAGE,
        CUT_HELP,
    )
    return Repair(fault, hide=(at,), quote=True)


def indentation(trouble: Trouble) -> Repair | None:
    """A line whose indentation fits nowhere: where it belongs only its author knows."""
    text, line = trouble.text, trouble.line
    start = line[0] + len(text[slice(*line)]) - len(text[slice(*line)].lstrip(" "))
    if start < trouble.at and not KEY.fullmatch(text, line[0], trouble.at + 1):
        return None
    item = bool(ITEM.match(text, *line))
    if "block mapping" in trouble.context and item:
        message = "A list item stands here among the fields of a map."
    elif "block collection" in trouble.context and not item:
        message = "A field stands here among the items of a list."
    elif "mapping values" in trouble.problem:
        message = "This line is indented deeper than the field above it, which has a value already."
    else:
        message = "This line is indented like none of the lines above that it could belong to."
    help = "The fields of one map, and the dashes of one list, stand in one column."
    return Repair(syntax(start, line_end(text, start), message, help))

"""Lists and maps in brackets: one not closed, one too many, a comma missing."""

from __future__ import annotations

import re
from dataclasses import replace

from cvpress.source.document import Edit
from cvpress.source.folding import BREAK
from cvpress.source.traps.lines import cut_repair
from cvpress.source.traps.model import (
    ITEM,
    KEY,
    Repair,
    Trouble,
    line_at,
    line_end,
    syntax,
    with_fix,
)
from cvpress.source.traps.values import colon_repair

_CLOSING = {"[": "]", "{": "}"}
_COMMENT = re.compile(r"[ \t](#[^\r\n]*[\]}][^\r\n]*)")
_FIELD = re.compile(r"[\w][\w-]*:\s")
_IN_QUOTES = re.compile(r'"(?:[^"\\\r\n]|\\.)*"|\'[^\'\r\n]*\'')


def extra_comma(trouble: Trouble) -> Repair | None:
    """`[a, , b]`: a comma with nothing before it."""
    if "flow node" not in trouble.context or not trouble.text.startswith(",", trouble.at):
        return None
    return _extra(trouble.at, "comma")


def extra_bracket(trouble: Trouble) -> Repair | None:
    """`[a, b]]`: a bracket that nothing has opened."""
    if trouble.flow or not trouble.text.startswith(("]", "}"), trouble.at):
        return None
    return _extra(trouble.at, "bracket")


def _extra(at: int, what: str) -> Repair:
    fault = syntax(at, at + 1, f"There is one {what} too many here.")
    cure = with_fix(fault, f"Take the {what} out", Edit(at, at + 1, ""))
    return Repair(cure, put=((at, " "),))


def cut_in_brackets(trouble: Trouble) -> Repair | None:
    """`[C, C #, Java]`: a comment that swallows the closing bracket."""
    if not trouble.context.startswith("while parsing a flow"):
        return None
    match = _COMMENT.search(trouble.text, trouble.since, trouble.at)
    return cut_repair(trouble.text, match.start(1)) if match else None


def comma(trouble: Trouble) -> Repair | None:
    """`{a: "b" c: d}` and `[{…} {…}]`: two values without a comma between them."""
    text, at = trouble.text, trouble.at
    end = trouble.last[1]
    if not trouble.flow or text[end - 1 : end] not in ('"', "'", "]", "}"):
        return None
    brackets = text[at : at + 1] in ("[", "{") and text[end - 1] in "]}"
    quotes = text[at : at + 1] in ('"', "'") and text[end - 1] in "\"'"
    if not (brackets or quotes or _FIELD.match(text, at)):
        return None
    fault = syntax(at, at + 1, "A comma is missing before this.")
    cure = with_fix(fault, "Put the comma in", Edit(end, end, ","))
    return Repair(cure, insert=((at, ","),))


def colon_in_brackets(trouble: Trouble) -> Repair | None:
    """`{title: NanoFlow: Towards}`: a colon and a space in a text without quotes."""
    if trouble.text[trouble.at : trouble.at + 1] != ":" or not trouble.flow:
        return None
    start, end = trouble.word
    if trouble.text[end : trouble.at].strip() or BREAK.search(trouble.text, start, trouble.at):
        return None
    if trouble.last != trouble.word and trouble.last[0] < start:  # `[a: b: c]`: `a: b` is a map
        first = trouble.text.index(":", trouble.last[0])
        repair = colon_repair(trouble.last[0], first)
        return replace(repair, hide=(first, trouble.at))
    return colon_repair(start, trouble.at)


def not_closed(trouble: Trouble) -> Repair | None:
    """An opening bracket without its partner."""
    text, start = trouble.text, trouble.opened
    if start < 0:
        return None
    other = text.startswith(("]", "}"), trouble.at)
    if other and text[trouble.at + 1 : trouble.at + 2].isalnum():
        return replace(_extra(trouble.at, "bracket"), put=(), hide=(trouble.at,))
    closing = _CLOSING[text[start]]
    fault = syntax(start, start + 1, "This bracket is not closed.", f"Close it with {closing}.")
    if other:
        at = trouble.at
    elif _ends_with_its_line(text, start):
        at = line_end(text, start)
    else:
        return Repair(fault)
    cure = with_fix(fault, "Close the bracket", Edit(at, at, closing))
    return Repair(cure, insert=((at, closing),), guess=True)


def _ends_with_its_line(text: str, start: int) -> bool:
    """True where the bracket's line is whole but for it: a field or an item stands below."""
    end = line_end(text, start)
    line = _IN_QUOTES.sub("", text[start:end])
    opened = sum(map(line.count, "[{")) - sum(map(line.count, "]}"))
    if opened != 1 or line.endswith((",", ":", "[", "{")) or " #" in line:
        return False
    rest = text[end:].lstrip("\r\n \t")
    if not rest:
        return True
    below = line_at(text, len(text) - len(rest))
    return bool(KEY.match(text, *below) or ITEM.match(text, *below))

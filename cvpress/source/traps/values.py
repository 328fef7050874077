"""A value that begins with one of YAML's own signs, or goes on after its end."""

from __future__ import annotations

import re

from cvpress.source.document import Edit, Fault
from cvpress.source.traps.model import (
    ITEM,
    KEY,
    QUOTE_IT,
    Repair,
    Trouble,
    line_at,
    line_end,
    syntax,
    with_fix,
)

_QUOTED_LINE = {  # from an opening quote to the last of its kind, the end of the line
    "'": re.compile(r"'([^\r\n]*)'[ \t]*(?:[ \t]#[^\r\n]*)?(?![^\r\n])"),
    '"': re.compile(r'"([^\r\n]*)"[ \t]*(?:[ \t]#[^\r\n]*)?(?![^\r\n])'),
}
_SIGNS = "*&!|>@`%?-,]}"
_BEHIND = ("alias", "anchor", "tag", "block scalar", "parsing a node", "parsing a block node")


def sign_repair(at: int, sign: str) -> Repair:
    """Let a text begin with this sign."""
    message = f"A text may not begin with {sign} unless it stands in quotes."
    return Repair(syntax(at, at + 1, message, QUOTE_IT), hide=(at,), quote=True)


def sign(trouble: Trouble) -> Repair | None:
    """`@home`, `%`, `- x` after a key, `, x`: the sign stands where libyaml stopped."""
    return _sign(trouble, trouble.at)


def sign_of_context(trouble: Trouble) -> Repair | None:
    """`**Bold** first`, `| A`, `& Sons`, `!a!b`: libyaml stopped only behind the sign."""
    known = any(word in trouble.context for word in _BEHIND)
    return _sign(trouble, trouble.since) if known else None


def _sign(trouble: Trouble, at: int) -> Repair | None:
    letter = trouble.text[at : at + 1]
    if not letter or letter not in _SIGNS or (letter in "-?" and trouble.flow):
        return None
    return sign_repair(at, letter)


def directive(trouble: Trouble) -> Repair | None:
    """`%YAML 1.2` and what else begins a file with a per cent sign."""
    at = trouble.since
    if "directive" not in trouble.context or trouble.text[at : at + 1] != "%":
        return None
    return directive_repair(trouble.text, at)


def directive_repair(text: str, at: int) -> Repair:
    """Leave a line with a directive out."""
    fault = syntax(
        at,
        line_end(text, at),
        "Directives of YAML are not part of the CV language.",
        "Take this line out.",
    )
    end = line_at(text, at)[1]
    return Repair(with_fix(fault, "Take the line out", Edit(at, end, "")), put=((at, "#"),))


def goes_on(trouble: Trouble) -> Repair | None:
    """`[link](…) first`, `"Bold" claims`: the value has ended, but not its line."""
    start, end = trouble.last
    text = trouble.text
    between = text[end : trouble.at]
    if start == end or between.strip(" \t") or end > trouble.at or text[start] not in "\"'[{":
        return None
    if text[trouble.at : trouble.at + 1] in ("]", "}", ""):
        return None
    if text[start] in "[{":
        kind = "list" if text[start] == "[" else "map"
        message = f"A text that begins with {text[start]} needs quotes: YAML takes it for a {kind}."
        own = [at for at in range(start, end) if text[at] in ",[]{}"] if trouble.flow else [start]
        return Repair(syntax(start, start + 1, message, QUOTE_IT), hide=tuple(own), quote=True)
    if unclosed(text, start, end):
        return unclosed_repair(trouble, start)
    return _after_quote(text, start, end)


def _after_quote(text: str, start: int, end: int) -> Repair:
    """The text in quotes has ended; or an apostrophe, or a quote inside, has ended it."""
    whole = _QUOTED_LINE[text[start]].match(text, start)
    if whole is None or text[end] in " \t":
        message = "The text goes on after its closing quote."
        fault = syntax(start, end, message, f'{QUOTE_IT} Write a quote inside it as \\".')
        return Repair(fault, hide=(start,), quote=True)
    single = text[start] == "'"
    what, style = ("An apostrophe", "single") if single else ("A quote", "double")
    fault = syntax(
        end - 1,
        end,
        f"{what} inside ends a text that stands in {style} quotes.",
        'Put the text in double quotes, and write a quote inside it as \\".',
    )
    inner = whole[1].replace("''", "'").replace("\\", "\\\\") if single else whole[1]
    cure = '"' + re.sub(r'(?<!\\)"', r"\"", inner) + '"'
    edit = Edit(start, whole.end(1) + 1, cure)
    return Repair(with_fix(fault, "Put the whole text in quotes", edit), hide=(start,))


def unclosed(text: str, start: int, end: int) -> bool:
    """True where a quoted text runs into a line that looks like a field or an item."""
    at = line_at(text, start)[1]
    while at < end:
        left, right = line_at(text, at + (2 if text.startswith("\r\n", at) else 1))
        if KEY.match(text, left, right) or ITEM.match(text, left, right):
            return True
        at = right
    return False


def end_of_stream(trouble: Trouble) -> Repair | None:
    """A quote that the whole rest of the file does not close."""
    if "quoted scalar" not in trouble.context or "unexpected" not in trouble.problem:
        return None
    return unclosed_repair(trouble, trouble.since)


def unclosed_repair(trouble: Trouble, start: int) -> Repair:
    """Take the opening quote for a letter; in brackets nobody knows where the text was to end."""
    fault = syntax(
        start,
        start + 1,
        "This quote is not closed.",
        "Close it at the end of the text; a text with an apostrophe goes in double quotes.",
    )
    if trouble.flow:
        return Repair(fault)
    mark, end = trouble.text[start], line_end(trouble.text, start)
    if mark == "'":
        return Repair(fault, hide=(start,), quote=True)
    if " #" not in trouble.text[start:end] and "\\" not in trouble.text[start:end]:
        fault = with_fix(fault, "Close the quote", Edit(end, end, mark))
    return Repair(fault, hide=(start,))


def escape(trouble: Trouble) -> Repair | None:
    """A backslash in double quotes that begins none of YAML's escapes."""
    at = trouble.text.rfind("\\", trouble.since, trouble.at + 1)
    if "quoted scalar" not in trouble.context or at < 0:
        return None
    fault = syntax(
        at,
        at + 2,
        "In double quotes a backslash begins an escape, and this is none.",
        "Write the backslash twice, or put the text in single quotes.",
    )
    cure = with_fix(fault, "Write the backslash twice", Edit(at, at, "\\"))
    return Repair(cure, hide=(at,), letter=True)


def colon(trouble: Trouble) -> Repair | None:
    """`title: NanoFlow: Towards`: a colon and a space in a text without quotes."""
    text, at = trouble.text, trouble.at
    start = trouble.line[0]
    key = KEY.match(text, start, at)
    if trouble.flow or key is None:
        return None
    value = key.end() + len(text[key.end() : at]) - len(text[key.end() : at].lstrip(" \t"))
    return None if value >= at else colon_repair(value, at)


def colon_repair(start: int, at: int) -> Repair:
    """Let a text hold a colon; its beginning is what YAML took for a key."""
    return Repair(
        Fault(
            "unquoted-colon",
            start,
            at + 1,
            "YAML takes the words before a colon and a space for a key.",
            QUOTE_IT,
        ),
        hide=(at,),
        quote=True,
    )

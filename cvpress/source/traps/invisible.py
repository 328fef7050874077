"""Characters that nobody sees: control characters, those of no width, those that turn the text.

Where a script needs them (joiners in Persian, in the scripts of India and in emoji, marks of
direction beside Hebrew and Arabic, breaks in Thai) they are letters like others.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cvpress.source.document import Comment, Edit, Fault, Scalar
from cvpress.source.folding import cells
from cvpress.source.holders import holder

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_RUN = re.compile(
    rf"[{_CONTROL}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_IS_CONTROL = re.compile(rf"[{_CONTROL}]")
_JOINED = re.compile(  # scripts whose letters join, stack, or stand without spaces
    r"[\u0600-\u109f\u1780-\u18af\u1a20-\u1aaf\ua840-\ua87f\ua8e0-\ua8ff\uaa60-\uaa7f"
    r"\ufb50-\ufdff\ufe70-\ufefe]"
)
_EMOJI = re.compile(r"[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FLAG = re.compile(r"\U0001f3f4[\U000e0020-\U000e007f]*")
_JOINERS = "\u200b\u200c\u200d\u180e\u17b4\u17b5"
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_BREAKS = "\x0b\x0c\u2028\u2029"


def in_file(text: str, comments: Sequence[Comment], scalars: Sequence[Scalar]) -> Iterator[Fault]:
    """Yield a fault for each stretch of invisible characters, as written and as escapes."""
    start = end = -1
    for match in _RUN.finditer(text, 1 if text.startswith("\ufeff") else 0):
        at = match.start()
        if _is_letter(text, at) or (_in_comment(comments, at) and not _IS_CONTROL.match(match[0])):
            continue
        if at != end and start >= 0:
            yield _fault(text, start, end, scalars)
        if at != end:
            start = at
        end = at + 1
    if start >= 0:
        yield _fault(text, start, end, scalars)
    for scalar in scalars:
        if scalar.style == "double" and "\\" in text[scalar.start : scalar.end]:
            yield from _escaped(text, scalar)


def _in_comment(comments: Sequence[Comment], at: int) -> bool:
    index = bisect_right(comments, at, key=lambda comment: comment.start) - 1
    return index >= 0 and at < comments[index].start + len(comments[index].text)


def _is_letter(text: str, at: int) -> bool:
    """True where the script around it needs the character."""
    sign, before, after = text[at], text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if sign in _JOINERS and _JOINED.match(before):
        return True
    if sign == "\u200d":
        return bool(_EMOJI.match(before) and _EMOJI.match(after))
    if sign in _DIRECTIONS:
        return bool(_RIGHT_TO_LEFT.search(text, max(at - 60, 0), at + 60))
    return sign >= "\U000e0020" and bool(_FLAG.search(text, max(at - 8, 0), at))


def _fault(text: str, start: int, end: int, scalars: Sequence[Scalar]) -> Fault:
    found = holder(scalars, start)
    path = found.path if found else ""
    signs = text[start:end]
    help, cure = "Delete it; it came in with a text that was pasted.", ""
    if all(sign in _BREAKS for sign in signs):
        help, cure = "Put a space in its place.", " "
    elif all("\x80" <= sign <= "\x9f" for sign in signs):
        meant = signs.encode("latin-1").decode("cp1252", "ignore")
        if len(meant) == len(signs):
            help, cure = f"In Windows-1252 it is {meant}: write this in its place.", meant
    fix = "Replace it" if cure else "Delete it"
    edits = (Edit(start, end, cure),)
    return Fault("invisible-character", start, end, _say(signs), help, path, fix, edits)


def _say(signs: str) -> str:
    import unicodedata

    code = f"U+{ord(signs[0]):04X}"
    name = unicodedata.name(signs[0], "").lower()
    called = f"{name} ({code})" if name else f"the control character {code}"
    if len(signs) == 1:
        return f"An invisible character: {called}."
    return f"{len(signs)} invisible characters, the first is {called}."


def _escaped(text: str, scalar: Scalar) -> Iterator[Fault]:
    """`"\\u200b"` and `"\\textbf"`, which begins with a tab."""
    for sign, start, end in cells(text, scalar.start, scalar.end, scalar.style):
        if end - start == 1 or not (sign == "\t" or _RUN.match(sign)) or text[start] != "\\":
            continue
        short = end - start == 2
        help = "A backslash that is to be printed is written twice." if short else "Delete it."
        edits = () if short else (Edit(start, end, ""),)
        fix = "" if short else "Delete it"
        yield Fault("invisible-character", start, end, _say(sign), help, scalar.path, fix, edits)

"""Telephone numbers: what is surely wrong with one, and what a program dials.

Own rules instead of the library phonenumbers, which knows every country's plan but takes 17 ms to
load and 48 MB on disk, and refuses the numbers that are set aside for examples. Any national
grouping passes; only what no telephone can dial is a slip. Sources: ITU-T E.164 (a plus, a
country's code that does not begin with 0, 15 digits at most), RFC 3966 (`tel:`, `;ext=`), E.161
(letters on the keys).
"""

from __future__ import annotations

import re

from cvpress.addresses import Slip

MOST = 15  # digits of an international number (E.164)
MOST_PREFIXED = 20  # with what is dialled before it: 00, 011, a carrier's code
NORTH_AMERICAN = 11  # digits after +1, with it (the plan of the USA, Canada and the Caribbean)
LEAST_INTERNATIONAL, LEAST = 7, 4  # +683 4000 (Niue); an extension of one's own house

_EXTENSION = re.compile(
    r"[\s,;(]*(?:\b(?:extension|ext|durchwahl|dw|nst|app|poste|interno|int|anexo|ramal|доб)\b\.?"
    r"|(?<=[\d\s,;)])x|#|内线|分机|轉|转)[\s.:]*(\d{1,7})\)?\s*$",
    re.IGNORECASE,
)
# +44 (0)20: the 0 is dialled within the country alone.
_TRUNK = re.compile(r"(?<=\+)([\s(]*\d{1,3}[\s)]*)\(\s*0\s*\)")
_VANITY = re.compile(r"(?<=[\d-])[A-Z]{3,}\b|(?<=\d )[A-Z]{4,}\b")
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_SCHEME = re.compile(r"tel:(?://)?", re.IGNORECASE)
_LETTER = re.compile(r"(?<=\d)(?![xXwWpP])[^\W\d_](?=[\d-])|\b[OoIl](?=\d)")
_SIGN = re.compile(r"[@=_<>!?$%&\"\\^{}`]")
_PART = re.compile(r"[,;|/]|\s(?:or|and|und|oder|ou|et|y|e|o)\s", re.IGNORECASE)
_COMPARE = "Compare it with the number that is dialled."
_NO_CODE = re.compile(r"\+[\s(]*0+")


def dialled(text: str) -> str:
    """Return what stands after `tel:`: digits and a plus, and the extension as `;ext=`."""
    main, extension = _parted(text)
    digits = "".join(_digit(sign) for sign in main)
    return f"{digits};ext={extension}" if extension else digits


def _digit(sign: str) -> str:
    if sign.isdecimal():
        return str(int(sign))
    return {"＋": "+"}.get(sign, sign) if sign in "+＋*#" else ""


def _parted(text: str) -> tuple[str, str]:
    """Return a number's main part, letters of its keys as digits, and its extension."""
    found = _EXTENSION.search(text)
    main = text[: found.start()] if found else text
    main = _TRUNK.sub(r"\1", main)
    main = _VANITY.sub(lambda word: word.group().translate(_KEYS), main)
    return main, found[1] if found else ""


def judge(text: str) -> Slip | None:
    """Judge a telephone number: `+32 16 55 01 00`, `(0221) 123-45`, `1-800-FLOWERS ext. 12`."""
    scheme = _SCHEME.match(text)
    if scheme:
        return Slip(*scheme.span(), "This begins like a link.", "Write the number alone.", "")
    if not any(sign.isdecimal() for sign in text):
        help = "Write its digits, or take the field out."
        return Slip(0, len(text), "This is no telephone number.", help)
    return _signs(text) or _several(text) or _begins(text) or _counted(text)


def _signs(text: str) -> Slip | None:
    letter = _LETTER.search(text)
    if letter:
        return Slip(*letter.span(), "A letter stands among the digits.", "Is it a 0 or a 1?")
    sign = _SIGN.search(text)
    if sign:
        return Slip(*sign.span(), "This sign can't stand in a telephone number.", "Take it out.")
    opened = -1
    for at, bracket in ((m.start(), m.group()) for m in re.finditer(r"[()]", text)):
        if (bracket == "(") == (opened >= 0):
            return _half(at)
        opened = at if bracket == "(" else -1
    return _half(opened) if opened >= 0 else None


def _half(at: int) -> Slip:
    return Slip(at, at + 1, "This bracket has no other half.", "Write it, or take this one out.")


def _several(text: str) -> Slip | None:
    """Tell two numbers in one: both are long, and the second begins like one."""
    for part in _PART.finditer(text):
        before, after = text[: part.start()], text[part.end() :]
        first, second = _count(before), _count(after)
        opening = after.lstrip(" (")[:1] in ("+", "0")
        if min(first, second) >= (7 if opening or part.group() in ",;|" else 10):
            help = "Write a list, [first, second], so that each is a link."
            return Slip(0, len(text), "Two numbers stand in one field.", help)
    return None


def _begins(text: str) -> Slip | None:
    """Judge the plus and the country's code."""
    for at in (found.start() for found in re.finditer(r"\+", text)):
        if re.search(r"[\d+]", text[:at]):
            message = "A plus stands before the country's code, and nowhere else."
            return Slip(at, at + 1, message, "Take this one out; two numbers go in a list.")
    code = _NO_CODE.search(text)
    if code:
        message = "No country's code begins with 0."
        help = "A plus stands for the 00: write +49, not +0049."
        instead = "+" if re.fullmatch(r"\+\s*00", code.group()) else None
        return Slip(*code.span(), message, help, instead)
    return None


def _counted(text: str) -> Slip | None:
    main, _ = _parted(text)
    digits = _count(main)
    if "+" in main:
        least, most = LEAST_INTERNATIONAL, MOST
    else:
        least, most = LEAST, MOST_PREFIXED if re.match(r"\D*0", main) else MOST
    if digits < NORTH_AMERICAN and re.match(r"\D*\+\D*1", main) and digits >= least:
        return Slip(0, len(text), f"Ten digits follow +1, here {digits - 1}.", _COMPARE)
    if least <= digits <= most:
        return None
    few = f"A number {'with a plus ' if '+' in main else ''}has {least} digits at least"
    many = f"A number has {MOST} digits at most"
    told = f"{few if digits < least else many}, this one {digits}."
    return Slip(0, len(text), told, _COMPARE)


def _count(text: str) -> int:
    return sum(sign.isdecimal() for sign in text)

"""The letters of a box that TeX dumped into its log (\\showboxdepth, \\showboxbreadth).

A dump tells one node a line: dots for its depth, for a letter its font and its slot there. The
encodings are T1 and those of our overlay; slots of other fonts are left out. XeTeX tells words.
"""

from __future__ import annotations

import re
from functools import cache

from cvpress import fonts

# T1 from slot 128 on (Cork, 1990); ASCII stands where it always does.
_T1 = (
    "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞẞàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþß"
)
_LETTER = re.compile(r"([.|]*)\\([A-Z0-9]+)/\S+ (\^\^[0-9a-f]{2}|\^\^.|.)(?: \(ligature (.+)\))?$")
_WORD = re.compile(r"[.|]*\\TU/\S+ (.+)$")
_DISCRETIONARY = re.compile(r"([.|]*)\\discretionary\b")
_DECLARED = re.compile(r"\\DeclareUnicodeCharacter\{(\w+)\}\{\\cvpressglyph\{(\w+)\}\{(\d+)\}\}")


def letters(dump: list[str]) -> str:
    """Return what the letters of a dump spell, without the spaces between words."""
    spelt = []
    skipped = ""  # the depth of a discretionary: what lies in it is not on the page
    for line in dump:
        if skipped and line.startswith((f"{skipped}.", f"{skipped}|")):
            continue
        hyphen = _DISCRETIONARY.match(line)
        skipped = f"{hyphen[1]}" if hyphen else ""
        if word := _WORD.match(line):
            spelt.append(word[1].replace(" ", ""))
        elif found := _LETTER.match(line):
            spelt.append(found[4] or _letter(found[2], _slot(found[3])))
    return "".join(spelt)


def _slot(shown: str) -> int:
    """Return the slot that a log shows as a byte, as ^^e9, or as ^^M (64 away)."""
    if not shown.startswith("^^") or shown == "^":
        return ord(shown) & 0xFF  # bytes that are no UTF-8 are surrogates: DCE9 is E9
    if len(shown) == 4:
        return int(shown[2:], 16)
    return ord(shown[2]) ^ 64


def _letter(encoding: str, slot: int) -> str:
    if encoding in ("T1", "TS1", "OT1") and 0x20 <= slot < 0x7F:
        return chr(slot)
    if encoding == "T1" and slot >= 0x80:
        return _T1[slot - 0x80]
    return _overlay().get((encoding, slot), "")


@cache
def _overlay() -> dict[tuple[str, int], str]:
    """Return the characters of our own encodings, as LaTeX itself is told them."""
    declared = (font.folder / f"cvpress-{font.name}.tex" for font in fonts.FONTS.values())
    found = [row for path in declared for row in _DECLARED.findall(path.read_text("ascii"))]
    return {(encoding, int(slot)): chr(int(code, 16)) for code, encoding, slot in found}

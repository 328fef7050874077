"""What follows from a made-up person's name: the short form, an address, an ORCID iD."""

from __future__ import annotations

import unicodedata


def short(given: str, family: str) -> str:
    """Return a name as author lists have it."""
    return f"{given[0]}. {family}"


def ascii(text: str) -> str:
    """Return a name as an address has it: Ø and đ, too, lose their strokes."""
    plain = text.translate(str.maketrans("øØđĐłŁıæ", "oOdDlLia"))
    folded = unicodedata.normalize("NFD", plain)
    return "".join(c for c in folded if c.isascii() and (c.isalnum() or c == "."))


def orcid(number: int) -> str:
    """Return an ORCID iD with its right check digit (ISO 7064, MOD 11-2)."""
    digits = f"0000000{number:08d}"
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    whole = digits + ("X" if rest == 10 else str(rest))
    return "-".join(whole[at : at + 4] for at in range(0, 16, 4))

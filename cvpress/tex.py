"""Escaping for TeX: text, URLs, and the strings that the PDF says of itself (DESIGN 4).

A `Tex` is text that is TeX already; a plain `str` is never one. What comes out of these functions
holds no control sequence but the ones in the tables below, no comment and no line end, so a text of
the CV can't reach TeX's own language. pylatexenc is the oracle of the tests, not the encoder: it
turns `Ű` into `Ú`.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from cvpress import kerning


class Tex(str):
    """Text that is TeX already: escaped, or written by a theme."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return itself, so that `str()` around it (Jinja's generated code) keeps the type."""
        return self


# LaTeX's own thirteen signs, and the quotes that its fonts would curl.
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "\u00a0": r"\nobreakspace{}",  # XeTeX would set it as a letter
}
# A percentage is one word, so no line ends before its sign.
_RUN = re.compile(
    r"(?P<tied>(?<=\d) (?=%))|"
    r"[\x00-\x20\x7f]+|[\\{}$&#_%^~<>|\"'`\u00a0]|-(?=-)|,(?=,)|[?!](?=`)"
)


def text(value: str) -> Tex:
    """Escape a text: each letter prints as itself.

    Normalised to NFC, since the fonts know no lone accents; white space and control characters
    become one space; “…” becomes three dots, since LaTeX's own has spaces between them. The pairs
    that a TeX font joins (`--`, `,,`, `?` and a backtick) are held apart by `{}`; straight quotes
    stay straight. Pairs that it would not kern are named (`cvpress.kerning`).
    """
    made = _RUN.sub(_escaped, unicodedata.normalize("NFC", value).replace("…", "..."))
    return Tex(kerning.hinted(made))


def escaped(value: str) -> Tex:
    """Escape a text for a TeX whose fonts kern all letters and know their own dots."""
    return Tex(_RUN.sub(_escaped, value))


def styled(made: str, bold: bool, italic: bool, code: bool) -> str:
    """Dress what is TeX already."""
    for wanted, macro in ((code, "cvcode"), (italic, "emph"), (bold, "textbf")):
        if wanted:
            made = f"\\{macro}{{{made}}}"
    return made


def _escaped(match: re.Match[str]) -> str:
    found = "\u00a0" if match["tied"] else match.group()
    if found in _SIGNS:
        return _SIGNS[found]
    return f"{found}{{}}" if found in "-,?!" else " "


# RFC 3986: what may stand in an address; all else is written as %XX, so that neither a brace nor a
# backslash can reach TeX.
_IN_URL = ":/?#[]@!$&'()*+,;=-._~%"


def address(value: str) -> str:
    """Return a URL as the PDF carries it: ASCII, what no URL may hold written as `%XX`."""
    return quote(unicodedata.normalize("NFC", value), safe=_IN_URL)


def url(value: str) -> Tex:
    """Escape a URL for `\\href`, which reads `\\%`, `\\#`, `\\&`, `\\_` and `\\~` back."""
    return Tex(re.sub(r"[%#&_~]", r"\\\g<0>", address(value)))


def outline(value: str) -> Tex:
    """Write a string of the PDF itself (title, author, bookmarks): letters that hyperref knows.

    Anything but plain ASCII letters goes as its number, so no font and no macro has a say in it.
    """
    spaced = " ".join(unicodedata.normalize("NFC", value).split())
    return Tex(
        re.sub(r"[^A-Za-z0-9 .,:;()/+*=]", lambda m: f'\\unichar{{"{ord(m[0]):04X}}}', spaced)
    )

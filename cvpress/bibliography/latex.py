"""LaTeX of a .bib as a text of the CV: accents and signs as letters, emphasis as Markdown.

pylatexenc reads it and knows the commands; here is what becomes of each. Braces that only protect
capitals go. What has no letters of its own is named, so that it can be told: it is never printed,
and never handed on to TeX.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from cvpress.bibliography.commands import (
    ADDRESSES,
    FIXED,
    LOWERED,
    MARKS,
    QUIET,
    RAISED,
    STYLED,
    SWITCHES,
    decoder,
    knows,
    nodes,
    words,
)
from cvpress.markup import parse


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as Markdown or as plain letters, and the LaTeX in it that has no letters.

    `unread`: it is no LaTeX that could be read, and there is no text.
    """

    text: str
    unknown: tuple[str, ...] = ()
    unread: bool = False


_COMMAND = re.compile(r"[\\$]")
_DOLLAR = re.compile(r"(?<!\\)\$")
_ACCENTS = dict(
    zip(
        "`'^\"~=.uvHckrbd",
        "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0328\u030a\u0331\u0323",
        strict=True,
    )
)
_ACCENT = re.compile(
    r"""\\(?P<accent>[`'^"~=.]|[uvHckrbd](?=\s*\{|\s))\s*(?:\{(?P<in>[A-Za-z])\}|(?P<by>[A-Za-z]))"""
    r"""|\\(?P<sign>[&%#])"""
)
_URL = re.compile(r"\\(?:url|nolinkurl|path)\b")
_PERCENT = re.compile(r"(?<!\\)%")
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "))
_SPECIAL = re.compile(r"[\\*`\[\]]")


@lru_cache(maxsize=8192)
def markdown(latex: str) -> Decoded:
    """Return LaTeX as a text of the CV, which prints what LaTeX would."""
    if not STYLED.search(latex):
        bare = plain(latex)
        return Decoded(_escaped(bare.text), bare.unknown, bare.unread)
    styled, bare = _Reader(True).decoded(latex), plain(latex)
    # Emphasis within a word is none in Markdown.
    whole = parse(styled.text).reading == bare.text
    return styled if whole else Decoded(_escaped(bare.text), bare.unknown, bare.unread)


@lru_cache(maxsize=8192)
def plain(latex: str) -> Decoded:
    """Return LaTeX as letters without any look: numbers, identifiers, keywords."""
    if "\\" in latex:
        latex = _ACCENT.sub(_composed, latex)
    return _Reader(False).decoded(latex) if _COMMAND.search(latex) else Decoded(_simple(latex))


def verbatim(latex: str) -> str:
    """Return an address or identifier, which LaTeX prints letter for letter: a `~` is one."""
    text = _URL.sub("", latex)
    for written, sign in (("\\textasciitilde", "~"), ("$\\sim$", "~"), ("\\~", "~")):
        text = text.replace(written, sign)
    return re.sub(r"\\([%_&#$])", r"\1", text).replace("{", "").replace("}", "").strip()


def _composed(found: re.Match[str]) -> str:
    """The commonest commands by table: pylatexenc takes half a millisecond for a text."""
    letter = found["in"] or found["by"]
    return normalize("NFC", letter + _ACCENTS[found["accent"]]) if letter else found["sign"]


def _simple(latex: str) -> str:
    """Return LaTeX in which no command is."""
    return " ".join(_ligatures(latex.replace("{", "").replace("}", "")).split())


def _ligatures(text: str) -> str:
    for written, sign in _LIGATURES:
        text = text.replace(written, sign)
    return text


def _escaped(text: str) -> str:
    """Return letters as a text that prints just these: signs of mark-up escaped where needed."""
    if not _SPECIAL.search(text) or parse(text).reading == text:
        return text
    return _SPECIAL.sub(r"\\\g<0>", text)


class _Reader:
    """One value on its way from LaTeX to a text."""

    def __init__(self, styled: bool) -> None:
        self._styled = styled
        self._unknown: list[str] = []

    def decoded(self, latex: str) -> Decoded:
        """Return the text; where one sign `$` makes no formula, it is a dollar."""
        whole = _PERCENT.sub(r"\\%", latex)  # begins a comment in LaTeX, and is one in a title
        for written in (whole, _DOLLAR.sub(r"\\$", whole)):
            self._unknown.clear()
            try:
                text = " ".join(self._nodes(nodes(written)).split())
            except Exception:  # noqa: S112, whatever pylatexenc stumbles over, the CV goes on
                continue
            return Decoded(normalize("NFC", text), tuple(dict.fromkeys(self._unknown)))
        return Decoded("", unread=True)

    def _nodes(self, some: Iterable[Any]) -> str:
        return "".join(self._node(type(node).__name__, node) for node in some)

    def _node(self, kind: str, node: Any) -> str:
        if kind == "LatexCharsNode":
            return self._letters(node.chars)
        if kind == "LatexSpecialsNode":
            return self._letters(node.specials_chars)
        if kind == "LatexGroupNode":
            return self._group(node)
        if kind == "LatexMathNode":
            return self._math(node.nodelist)
        if kind == "LatexMacroNode":
            return self._macro(node)
        self._unknown.append(node.latex_verbatim())
        return ""

    def _letters(self, text: str) -> str:
        return self._kept(_ligatures(text))

    def _kept(self, text: str) -> str:
        return _SPECIAL.sub(r"\\\g<0>", text) if self._styled else text

    def _group(self, node: Any) -> str:
        """Return what is in braces; `{\\em …}` is emphasised to its end."""
        first = getattr(node.nodelist[0], "macroname", "") if node.nodelist else ""
        if first in SWITCHES:
            return self._marked(first, self._nodes(node.nodelist[1:]))
        return self._nodes(node.nodelist)

    def _marked(self, name: str, inner: str) -> str:
        sign = MARKS[name] if self._styled and inner.strip() else ""
        return f"{sign}{inner.strip()}{sign}" if sign else inner

    def _macro(self, node: Any) -> str:
        name, given = node.macroname, words(node)
        if name in FIXED:
            return FIXED[name]
        if name in ADDRESSES:
            inner = "".join(one.latex_verbatim() for one in given).strip("{}")
            return self._kept(re.sub(r"\\([%_&#~])", r"\1", inner))
        if name == "href":
            return self._nodes(given[1:])
        if name in MARKS:
            return self._marked(name, self._nodes(given))
        if name in QUIET:
            return self._nodes(given)
        if name in ("textsuperscript", "textsubscript"):
            return self._script("^" if name == "textsuperscript" else "_", self._nodes(given))
        return self._known(node)

    def _known(self, node: Any) -> str:
        """Return what pylatexenc makes of an accent or a sign."""
        if not knows(node.macroname):
            self._unknown.append(f"\\{node.macroname}")
            return ""
        return self._kept(str(decoder().node_to_text(node)))

    def _math(self, nodes: Iterable[Any]) -> str:
        """Return a formula in one line; what is raised or lowered must have such letters."""
        made: list[str] = []
        sign = ""
        for node in nodes:
            parts = node.chars if type(node).__name__ == "LatexCharsNode" else (node,)
            for part in parts:
                if isinstance(part, str) and part in "^_":
                    sign = part
                    continue
                one = isinstance(part, str)
                text = self._kept(part) if one else self._node(type(part).__name__, part)
                spaced = bool(getattr(part, "macro_post_space", "")) and "".join(made)[-1:] == " "
                made.append(self._script(sign, text) if sign else text + " " * spaced)
                sign = ""
        return "".join(made)

    def _script(self, sign: str, text: str) -> str:
        """Return letters raised or lowered, where each has such a form."""
        table = RAISED if sign == "^" else LOWERED
        if all(letter in table for letter in text):
            return "".join(table[letter] for letter in text)
        self._unknown.append(f"{sign}{text}")
        return f"{sign}{text}"

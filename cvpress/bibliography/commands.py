"""What becomes of LaTeX's commands, and what pylatexenc is told and asked of them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

MARKS = {
    "emph": "*", "textit": "*", "textsl": "*", "em": "*", "it": "*", "itshape": "*", "sl": "*",
    "textbf": "**", "bf": "**", "bfseries": "**", "texttt": "`", "tt": "`", "ttfamily": "`",
}  # fmt: skip
STYLED = re.compile(rf"\\(?:{'|'.join(MARKS)})(?![A-Za-z])")
SWITCHES = frozenset({"em", "it", "itshape", "sl", "bf", "bfseries", "tt", "ttfamily"})
# What changes looks alone: the words are kept.
_QUIET_WORDS = (
    "textrm textsf textsc textup textmd textnormal text mbox hbox mathrm mathsf mathit mathbf "
    "mathcal mathbb operatorname ensuremath bibinfo uppercase MakeUppercase NoCaseChange relax "
    "protect sc scshape rm rmfamily sf sffamily normalfont small newblock left right"
)
QUIET = frozenset(_QUIET_WORDS.split())
HIDDEN = frozenset({"noopsort", "footnote", "label"})  # their words are not for the page
_NAMES = frozenset({"TeX", "LaTeX", "BibTeX", "XeTeX", "XeLaTeX", "LuaTeX", "LuaLaTeX"})
ADDRESSES = frozenset({"url", "path", "nolinkurl"})
# Commands with one argument that pylatexenc takes for commands without.
_ONE_WORDS = (
    "textsuperscript textsubscript nolinkurl path NoCaseChange operatorname mbox hbox textsl "
    "mathcal mathbb mathbf mathit mathrm bibinfo uppercase"
)
_ONE = _ONE_WORDS.split()
_SPACES = (" ", "\n", "\\", ",", ";", ":", "quad", "qquad")
_THIN = ("/", "!", "-", "@")
FIXED: dict[str, str] = {
    **dict.fromkeys((*HIDDEN, *_THIN, *SWITCHES), ""),
    **dict.fromkeys(_SPACES, " "),
    **{name: name for name in _NAMES},
}
_DIGITS = "0123456789+-=()"
RAISED = dict(zip(_DIGITS + "in*", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ*", strict=True))
LOWERED = dict(zip(_DIGITS, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))


def nodes(latex: str) -> list[Any]:
    """Return LaTeX as pylatexenc's nodes. Raises whatever it raises."""
    from pylatexenc.latexwalker import LatexWalker

    found: list[Any] = LatexWalker(
        latex, latex_context=_context(), tolerant_parsing=False
    ).get_latex_nodes()[0]
    return found


@cache
def _context() -> Any:
    from pylatexenc import latexwalker, macrospec

    context = latexwalker.get_default_latex_context_db()
    ones = [macrospec.std_macro(name, False, 1) for name in (*_ONE, *HIDDEN)]
    macros = [*ones, macrospec.std_macro("href", False, 2)]
    context.add_context_category("cvpress", prepend=True, macros=macros)
    return context


def words(node: Any) -> list[Any]:
    """Return the arguments of a command that are there."""
    given = node.nodeargd.argnlist if node.nodeargd else None
    return [one for one in given or () if one is not None]


@cache
def decoder() -> Any:
    """Return pylatexenc's decoder, loaded for a CV that names a .bib alone."""
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="text")


@cache
def knows(name: str) -> bool:
    """Return whether pylatexenc knows a command by its name."""
    spec = decoder().latex_context.get_macro_spec(name)
    return bool(spec and spec.macroname == name)

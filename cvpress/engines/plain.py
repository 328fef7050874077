"""TeX's words in plain ones: what each class of its errors means, and what to do about it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from cvpress.engines.faults import Fault

_FONTS = "The fonts that there are: docs/fonts.md; a theme takes one with \\cvpressfont."
_PACKAGE = "Put it into the theme's folder, or build with an engine that has it."
_PICTURE = "Save the picture anew as PNG or JPEG."
_BRACE = "A brace of the theme is opened and not closed, or closed and not opened."
_LENGTH = "Look at the lengths and numbers of the theme there."
_DEFINE = "Define it in the theme's .sty, or mend its name."

# The first that matches speaks. {1}, {2}: its groups.
_CLASSES = (
    (r"Undefined control sequence\.? (\\\S+)", "{1} is not defined", _DEFINE),
    (r"Missing character: There is no .*?\(\"(\w+)\) in font (\S+?)[.:!]*$",
     "the font {2} has no letter in slot {1}", _FONTS),
    (r"Missing character: There is no .*?\((U\+\w+)\) in font \[?([^\s\]]+?)[\].:!]*$",
     "the font {2} has no letter {1}", _FONTS),
    (r"LaTeX Error: Unicode character .*?\((U\+\w+)\)", "its fonts have no letter {1}", _FONTS),
    (r"Font \S+?=(\S+).* not loadable", "it has no font “{1}”", _FONTS),
    (r"pdfTeX error: .*\(file (?:\./)?(\S+)\): cannot open .*font|"
     r"pdfTeX error: .*\(file (?:\./)?(\S+)\): cannot open encoding",
     "a font's file “{1}{2}” is not there", _FONTS),
    (r"pdfTeX error: .*: Font (\S+) at \d+ not found",
     "it has no outlines of the font “{1}”", _FONTS),
    (r"Cannot proceed without .vf or .physical. font", "it has no outlines of a font", _FONTS),
    (r"LaTeX Error: Encoding scheme [`'](\S+)' unknown",
     "it has no fonts of the encoding {1}", _FONTS),
    (r"pdfTeX error \(font expansion\)", "letters of a font without outlines can't be stretched",
     "Leave microtype's expansion out of the theme, or take another font."),
    (r"(?:File ended|Paragraph ended|Forbidden control sequence found).*?(\\[A-Za-z@]+)",
     "the argument of {1} has no end", _BRACE),
    (r"(?:Extra \}|Too many \}|Missing [{}] |Extra \\endgroup|Missing \\endgroup)",
     "braces or groups don't match", _BRACE),
    (r"TeX capacity exceeded, sorry \[(.+?)=", "it has no room left ({1})",
     "A macro of the theme calls itself without end."),
    (r"(?:LaTeX|pdftex\.def) Error: File [`'](\S+\.(?:png|jpe?g|pdf))' not found",
     "the picture “{1}” is not there", "Put it into the theme's folder under this name."),
    (r"Error: File [`'](\S+)' not found", "the file “{1}” is not there", _PACKAGE),
    (r"pdfTeX error: .*\(file (?:\./)?(\S+)\): ", "the picture “{1}” can't be read", _PICTURE),
    (r"Unable to load picture or PDF file '(\S+)'", "the picture “{1}” can't be read", _PICTURE),
    (r"libpng error", "a picture can't be read", _PICTURE),
    (r"XeTeX engine had an unrecoverable error", "it gave up and did not say why",
     "A picture that can't be read does that. " + _PICTURE),
    (r"Dimension too large", "a length is larger than TeX can hold (5.7 m)", _LENGTH),
    (r"Missing number|Illegal unit|Number too big|Arithmetic overflow",
     "a length or a number is missing, or has no unit", _LENGTH),
    (r"LaTeX Error: Too deeply nested", "lists are nested too deeply", "LaTeX has six levels."),
    (r"Missing \$ inserted", "“_” or “^”, which only mathematics knows, stands in a text",
     "In the theme, write \\_ or \\textasciicircum."),
    (r"LaTeX Error: Environment (\S+) undefined", "the environment {1} is not defined", _DEFINE),
    (r"LaTeX Error: \\begin\{(\S+)\}.*ended by \\end\{(\S+)\}",
     "\\begin{{{1}}} is closed by \\end{{{2}}}", "Close what was opened last."),
    (r"Undefined color [`'](\S+)'", "the colour {1} is not defined",
     "The theme's .sty may say \\definecolor."),
    (r"LaTeX Error: Can be used only in preamble", "something of the preamble comes too late",
     "Say it in the theme's .sty, outside of macros."),
    (r"LaTeX Error: Command (\S+) already defined", "{1} is defined already",
     "Change it with \\renewcommand."),
    (r"LaTeX Error: Option clash for package (\S+?)\.",
     "the package {1} is loaded twice, with other options", "Give it its options the first time."),
    (r"No pages of output", "nothing was printed",
     "The theme's template prints nothing between \\begin{{document}} and \\end{{document}}."),
    (r"Emergency stop", "it came to the end without \\end{{document}}",
     "The theme's template lacks it, or it stands in an argument."),
)  # fmt: skip
_OTHER = "The theme, or a package that it loads, is at fault."
_LETTER = re.compile(r"U\+([0-9A-F]{4,6})")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an error means, as half a sentence; what to do; the names of what it speaks of."""

    sentence: str
    cure: str
    names: tuple[str, ...] = ()


def meaning(fault: Fault) -> Meaning:
    """Return what an error means; of one that no class fits, TeX's own words."""
    for pattern, sentence, cure in _CLASSES:
        found = re.search(pattern, f"{fault.text} {fault.macro}".rstrip())
        if found:
            names = tuple(group or "" for group in found.groups())
            return Meaning(_lettered(sentence.format("", *names)), cure.format(), names)
    return Meaning(fault.text.rstrip("."), _OTHER)


def _lettered(text: str) -> str:
    """Put the name of a letter beside its number."""

    def named(match: re.Match[str]) -> str:
        letter = chr(int(match[1], 16))
        return f"{match[0]} ({unicodedata.name(letter, 'without a name')})"

    return _LETTER.sub(named, text)

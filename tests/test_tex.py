"""Escaping: what goes in comes out of an independent reader of LaTeX, and nothing else is in it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pylatexenc.latexwalker import get_default_latex_context_db as get_arguments
from pylatexenc.macrospec import MacroSpec

from cvpress import tex

# LaTeX's own names that pylatexenc does not know, or reads as an accent.
KNOWN = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textquotedbl": '"',
    "textasciicircum": "^",
    "cvkern": "",
    "nobreakspace": " ",
}
SIGNS = "\\{}$&#_%^~<>|\"'`-,?!@*[]()"
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"], exclude_characters="…")
TEXTS = st.text(st.one_of(st.sampled_from(SIGNS), st.just(" "), LETTERS))
MACRO = re.compile(
    r"\\(?:(?:nobreakspace|text[a-z]+)\{\}|cvkern\{[A-Za-z]\}\{[A-Za-z]\}|[{}$&#_%])"
)


def decoded(written: str) -> str:
    """Read LaTeX with pylatexenc."""
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(name, simplify_repl=sign) for name, sign in KNOWN.items()]
    arguments = get_arguments()
    kern = [MacroSpec("cvkern", "{{")]
    arguments.add_context_category("known", prepend=True, macros=kern)
    context.add_context_category("known", prepend=True, macros=macros)
    reader = LatexNodes2Text(latex_context=context, strict_latex_spaces=True, keep_comments=True)
    return str(reader.latex_to_text(written, latex_context=arguments))


@given(TEXTS)
def test_what_is_escaped_decodes_to_the_original(text: str) -> None:
    once = re.sub(" +", " ", unicodedata.normalize("NFC", text))
    assert decoded(tex.text(text)) == once


@given(st.text())
def test_nothing_but_the_table_reaches_tex(text: str) -> None:
    left = MACRO.sub("", tex.text(text)).replace("{}", "")
    assert not set(left) & set("\\{}$&#_%^~<>|\"'`…\n\r\t\0\x7f")


@given(st.text())
def test_no_pair_is_joined_by_the_font(text: str) -> None:
    assert not re.search(r"--|,,|<<|>>|''|``|[?!]`", tex.text(text))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("C# & 50 %", r"C\# \& 50\nobreakspace{}\%"),
        ("a -- b --- c", "a -{}- b -{}-{}- c"),
        ("Xu's", r"Xu\textquotesingle{}s"),
        ("Xu’s", "Xu’s"),
        ("et …", "et ..."),
        ("100\u00a0%", r"100\nobreakspace{}\%"),
        ("Győző Űrhajós", "Győző Űrhajós"),
        ("Tạ & Та", r"T\cvkern{T}{a}ạ \& Т\cvkern{T}{a}а"),
        ("e\u0301", "é"),
        ("a\n\x00\tb", "a b"),
        ("^^5c", r"\textasciicircum{}\textasciicircum{}5c"),
    ],
)
def test_text(text: str, written: str) -> None:
    assert tex.text(text) == written


def test_tex_stays_tex_through_str() -> None:
    made = tex.text("a")
    assert isinstance(str(made), tex.Tex)


@given(st.text())
def test_a_url_holds_no_brace_and_no_backslash_but_its_own(text: str) -> None:
    written = tex.url(text)
    assert written.isascii()
    assert not re.search(r"[{}^\s\"<>|`]", written)
    assert not re.search(r"\\[^%#&_~]|(?<!\\)[%#&_~]", written)


@given(st.text())
def test_what_tex_reads_in_a_url_is_the_address(text: str) -> None:
    assert re.sub(r"\\([%#&_~])", r"\1", tex.url(text)) == tex.address(text)


@given(st.text())
def test_an_address_is_made_once(text: str) -> None:
    assert tex.address(tex.address(text)) == tex.address(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_outline_strings_are_letters_by_number(text: str) -> None:
    written = tex.outline(text)
    read = re.sub(r"\\unichar\{\"([0-9A-F]+)\}", lambda m: chr(int(m[1], 16)), written)
    assert read == " ".join(unicodedata.normalize("NFC", text).split())
    assert not re.search(r"[{}$&#_%^~\\]", re.sub(r"\\unichar\{\"[0-9A-F]+\}", "", written))

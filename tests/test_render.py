"""Render: what templates may do, what they print, and that no text of a CV becomes TeX."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import golden
import pytest
from builds import CASES, OURS, Laid, case, lay
from jinja2 import nodes

from cvpress import engines, printed, render, resources, tex, theme
from cvpress.errors import UsageError
from cvpress.render import templates
from cvpress.render.plain import Plain
from cvpress.schema import fields
from cvpress.tex import Tex
from cvpress.view.body import Section
from cvpress.view.head import Person
from cvpress.view.look import Design
from cvpress.view.model import View
from cvpress.view.words import Outline, Run, Words

TEMPLATES = sorted(resources.latex().rglob("*.jinja"))


def words(text: str, **style: object) -> Words:
    return Words((Run(text, **style),))  # type: ignore[arg-type]


def view(name: str = "Ada", *sections: Section) -> View:
    return View(Person(words(name)), sections, Design(), Outline("T"), Outline("A"), "en")


def test_there_are_templates_to_walk() -> None:
    assert {path.name for path in TEMPLATES} == {"page.tex.jinja", "cv.tex.jinja"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_templates_only_print_and_repeat(path: Path) -> None:
    tree = templates.environment((path.parent,), Plain()).parse(path.read_text("utf-8"))
    kinds = {type(node).__name__ for node in tree.find_all(nodes.Node)}
    assert kinds <= {
        *("TemplateData", "Output", "For", "If", "Not", "Include", "Extends", "Block"),
        *("Macro", "Call", "CallBlock", "Name", "Getattr", "Const"),
    }


@pytest.fixture
def own(tmp_path: Path) -> theme.Theme:
    """A copy of classic as a user's theme, whose template a test may overwrite."""
    shutil.copytree(resources.latex() / "classic", tmp_path / "themes" / "own")
    return theme.find("own", tmp_path)


def rendered(own: theme.Theme, template: str, page: View | None = None) -> str:
    (own.folder / "cv.tex.jinja").write_text(template, "utf-8")
    templates.environment.cache_clear()
    return render.body(page or view(), own)


@pytest.mark.parametrize(
    ("template", "node"),
    [
        ('<< "a" ~ view.title >>', "Concat"),
        ('<< view.title | upper >>', "Filter"),
        ("<% set x = view.title %>", "Assign"),
        ("<% if view.title == view.author %>x<% endif %>", "Compare"),
        ("<< view.design.font_size * view.design.font_size >>", "Mul"),
        ("<< view.sections[0] >>", "Getitem"),
        ("<% if view.title is defined %>x<% endif %>", "Test"),
        ('<% import "page.tex.jinja" as p %>', "Import"),
        ("<< [view.title] >>", "List"),
    ],
)  # fmt: skip
def test_a_template_that_computes_is_refused(own: theme.Theme, template: str, node: str) -> None:
    with pytest.raises(UsageError, match=f"cv.tex.jinja:2: a template may not use {node}"):
        rendered(own, f"first line\n{template}")


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("<< view.person.headline >>", "NoneType is no text"),
        ("<< view.sections >>", "tuple is no text"),
        ("<< view.person >>", "Person is no text"),
        ("<< view.nothing >>", "View has no 'nothing'"),
        ("<< nothing >>", "'nothing' is undefined"),
        ("<< view.__class__ >>", "unsafe"),
        ("<% for %>", "cv.tex.jinja:2"),
    ],
)
def test_a_template_that_prints_no_text_is_told(own: theme.Theme, template: str, why: str) -> None:
    with pytest.raises(UsageError, match=re.escape(why)) as told:
        rendered(own, f"first line\n{template}")
    assert "cv.tex.jinja:2: " in str(told.value)


def test_escaped_once_through_macros_blocks_and_super(own: theme.Theme) -> None:
    (own.folder / "base.jinja").write_text(
        "<% block b %><< view.title >><% endblock %>", encoding="utf-8"
    )
    page = View(Person(words("A & B_")), (), Design(), Outline("T"), Outline("A"), "en")
    said = rendered(
        own,
        '<% extends "base.jinja" %><% macro m(x) %>[<< x >><< caller() >>]<% endmacro %>'
        "<% block b %><< super() >><% call m(view.person.name) %>"
        "<< view.person.name >><% endcall %><% endblock %>",
        page,
    )
    assert said.strip() == r"T[A \& B\_A \& B\_]"


def test_styles() -> None:
    runs = (
        Run("a"),
        Run("b_", bold=True),
        Run("c", italic=True, bold=True),
        Run("d", code=True),
        Run("e", url="https://e.example/%41#f"),
        Run("f", italic=True, url="https://e.example/%41#f"),
    )
    assert templates.printed(Words(runs), Plain()) == (
        r"a\textbf{b\_}\textbf{\emph{c}}\cvcode{d}\href{https://e.example/\%41\#f}{e\emph{f}}"
    )


def test_numbers_and_tex() -> None:
    assert [templates.printed(value, Plain()) for value in (10.0, 9.5, 3, Tex("\\x"))] == [
        "10", "9.5", "3", "\\x",
    ]  # fmt: skip


def test_a_line_leads_to_its_entry() -> None:
    laid = case("hard")
    text = laid.body.split("\n")
    at = next(n for n, line in enumerate(text, 1) if "Won two cases" in line)
    assert render.entry_at(laid.body, at) == "/sections/2/experience/1/roles/0"
    assert render.entry_at(laid.body, 1) == ""
    heading = next(n for n, line in enumerate(text, 1) if r"\cvsection{Projects}" in line)
    assert render.entry_at(laid.body, heading) == "/sections/3"


@pytest.mark.parametrize(("look", "name"), golden.NAMES)
def test_golden(look: str, name: str) -> None:
    assert case(name, look).body == golden.path(look, name).read_text("utf-8")


HOSTILE = (
    r"\input{/etc/passwd} ^^5c^^41 100% } { $x$ & # _ ~ ^ \ < > | ' -- ,, << ?` !` \end{document}"
    r" \write18{id} \csname x\endcsname %cv /x"
)
MACROS = {
    *("cvsetup", "hypersetup", "begin", "end", "href", "unichar", "textbf", "emph", "cvcode"),
    *("cvname", "cvheadline", "cvcontacts", "cvdetails", "cvsep", "cvheadend", "cvpresswhole"),
    *("cvsection", "cvhiddensection", "cvsubsection", "cvhiddensubsection", "cvuntitled"),
    *("cvnewpage", "cvtext", "cventry", "cventryend", "cvrole", "cvline", "cvsummary", "cvbullet"),
    *("cvlast", "cvlang", "cvlangend", "cvmarks", "cvmark", "cvpart", "cvbar"),
    *("cvclosing", "cvsigned", "cvunsigned", "cvsignedname"),
    *("textbackslash", "textasciicircum", "textasciitilde", "textless", "textgreater", "textbar"),
    *("textquotedbl", "textquotesingle", "textasciigrave", "nobreakspace"),
}


def hostile() -> Laid:
    """Return the hard CV with an attack in each of its texts and plain values."""
    document = case("hard").document
    text = document.text
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    for field in sorted(fields.fields(document), key=lambda field: -field.scalar.start):
        if field.type in ("text", "long", "plain") and field.path.startswith(("/per", "/sec")):
            text = text[: field.scalar.start] + quoted + text[field.scalar.end :]
    return lay(text)


def test_no_text_becomes_tex() -> None:
    body = hostile().body
    assert body.count(r"\textbackslash{}input\{/etc/passwd\}") > 250
    assert set(re.findall(r"\\([A-Za-z]+)", body)) <= MACROS
    assert re.findall(r"(?<!\\)%(?!cv /(?:person|sections|closing))", body) == []
    assert body.count(r"\end{document}") == 1
    assert "^" not in body
    assert body.replace(r"\{", "").count("{") == body.replace(r"\}", "").count("}")


def pressed(page: View) -> bytes:
    look = theme.find("classic", CASES)
    press = engines.load("embedded").open(theme.stationery(look))
    try:
        made = press.press(render.body(page, look))
    finally:
        press.close()
    assert made.pdf, made.log[-2000:]
    return made.pdf


@pytest.mark.tex
def test_an_attack_is_printed() -> None:
    page = view(HOSTILE, Section("/sections/0", words(HOSTILE), text=(words(HOSTILE),)))
    text = "".join("".join(one.text for one in printed.read(pressed(page)).pages).split())
    assert text == "".join(HOSTILE.split()) * 3


@pytest.mark.tex
def test_the_pdf_carries_addresses_and_its_own_strings() -> None:
    urls = (
        "https://example.org/a%20b?x=1&y=2#frag",
        "https://example.org/~ada/$x/under_score",
        "https://example.org/%7Ba%7D%5Cb%5Ec",
        "https://example.org/%C5%81?q='()*!;%41%%zz",
    )
    title = Outline("-- {} $x$ Łódź 漢字 🙂 % \\ ~ ^ ?`")
    paragraphs = tuple(words("x", url=url) for url in urls)
    section = Section("/sections/0", None, text=paragraphs)
    page = View(Person(words("A")), (section,), Design(), title, title, "de-AT")
    read = printed.read(pressed(page))
    assert tuple(link.url for link in read.links) == urls
    assert (read.metadata["Title"], read.metadata["Author"]) == (title, title)
    assert read.metadata["Language"] == "de-AT"


ADDRESS = "https://www.museum-of-instruments.example.org/people/ada-example/papers/2024/index.html"


def test_only_a_long_address_may_end_a_line() -> None:
    shown = Words((Run(f"See {ADDRESS} or https://a.example/b/c and/or a_b/c."),))
    made = str(Plain().words(shown))
    assert made.count(r"/\cvbreak{}") == ADDRESS.count("/") - 2
    assert r"https://a.example/b/c and/or a\_b/c." in made
    assert made.replace(r"\cvbreak{}", "") == str(tex.text(shown.plain))


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
def test_a_long_address_is_printed_whole(look: str) -> None:
    cv = {
        "person": {"name": "Ada Example", "website": ADDRESS * 2},
        "sections": [{"title": "Links", "bullets": [f"See {ADDRESS}{ADDRESS[8:]}", ADDRESS[:66]]}],
    }
    laid = lay(json.dumps(cv), look)
    pdf = laid.press()
    assert laid.told(pdf) == []
    words = [word.text for word in printed.read(pdf).words]
    assert ADDRESS[:66] in words
    assert any(word.endswith("/") for word in words)

"""Themes and texts at which TeX fails: one for each class of message that its log has.

`press` runs them; `tools/build_logs.py` keeps what TeX said in tests/cases/logs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cvpress import engines, render, source, theme, view
from cvpress.engines import pdftex
from cvpress.engines.glyphs import dressed
from cvpress.errors import TexFailed
from cvpress.settings import Wishes, read
from cvpress.source.document import Document
from cvpress.theme import Theme
from cvpress.view.model import View

LOGS = Path(__file__).parent / "cases" / "logs"
# What the corpus has, as engine and font.
ENGINES = {
    "embedded": ("embedded", "source-sans"),
    "pdflatex": ("latexmk", "source-sans"),
    "xelatex": ("latexmk", "noto-sans"),
    "tectonic": ("tectonic", "noto-sans"),
}
CV = """\
person: {name: Ada Example, headline: Historian}
sections:
  - title: Skills
    bullets: [Palaeography, Latin, Greek]
design: {theme: mine}
"""
BULLET = r"\cvbullet{1}{Latin}"
BROKEN = {"broken.png": b"\x89PNG\r\n\x1a\nxxxx", "broken.pdf": b"%PDF-1.4\nxx"}
STYLE = "\\ProvidesPackage{cvtheme-mine}\n"


@dataclass(frozen=True, slots=True)
class Broken:
    """A fault: TeX that the theme's style adds, or that stands in the place of what the body has.

    `style` comes after all else in the theme's own .sty; `put` stands for `find` in the body.
    """

    name: str
    style: str = ""
    find: str = BULLET
    put: str = BULLET


def bullet(name: str, definition: str) -> Broken:
    """A fault of the theme's macro for bullets, which is met at the first bullet."""
    return Broken(name, rf"\renewcommand\cvbullet[2]{{{definition}}}")


def loaded(name: str, style: str) -> Broken:
    """A fault that is met when the theme is loaded."""
    return Broken(name, style)


LM = r"\fontencoding{T1}\fontfamily{lmr}\selectfont #2"

CASES = (
    bullet("undefined-macro", r"\cvdiamond{#2}"),
    Broken("undefined-in-body", put=r"\nothing" + BULLET),
    loaded("undefined-in-style", r"\cvnothing"),
    loaded("missing-package", r"\RequirePackage{nosuchpackage}"),
    loaded("unclosed-style", r"\newcommand\cvmine{\textbf{open}"),
    Broken("runaway-paragraph", put=r"\textbf{open" + "\n\n" + BULLET),
    Broken("runaway-file", put=r"\cvbullet{1}{open"),
    bullet("missing-glyph", r"{\fontencoding{OML}\fontfamily{lmm}\selectfont\char200 #2}"),
    Broken("unknown-letter", put=BULLET + "☃"),
    bullet("missing-metrics", r"{\font\mine=nosuchfont10 \mine #2}"),
    bullet(
        "missing-outlines",
        r"\pdfmapline{=ec-lmr10 LMRoman10 <no.pfb}" + LM,
    ),
    bullet(
        "missing-encoding",
        r"\pdfmapline{=ec-lmr10 R <no.enc <lmr10.pfb}" + LM,
    ),
    bullet(
        "missing-bitmaps",
        r"\pdfmapline{-ec-lmr10}" + LM,
    ),
    bullet("missing-shape", r"{\fontencoding{X9}\selectfont #2}"),
    bullet("endless-macro", r"\cvbullet{#1}{#2}x"),
    bullet("endless-group", r"\begingroup\cvbullet{#1}{#2}\endgroup"),
    bullet("missing-picture", r"\includegraphics{nosuch.png}"),
    Broken("broken-picture", put=r"\includegraphics{broken.png}" + BULLET),
    bullet("broken-pdf", r"\includegraphics{broken.pdf}"),
    bullet("huge-length", r"\hskip99999cm #2"),
    bullet("nested-lists", "".join([r"\begin{itemize}\item "] * 7)),
    bullet("missing-number", r"\vskip #2 #2"),
    bullet("illegal-unit", r"\vskip 3foo #2"),
    bullet("mathematics", r"#2_1"),
    bullet("unknown-environment", r"\begin{bullets}#2\end{bullets}"),
    bullet("wrong-end", r"\begin{center}#2\end{quote}"),
    bullet("extra-brace", r"#2\egroup"),
    bullet("unknown-color", r"\textcolor{cvnothing}{#2}"),
    bullet("too-late", r"\usepackage{array}#2"),
    bullet("defined-twice", r"\newcommand\cvbullet{#2}"),
    loaded("option-clash", r"\RequirePackage[draft]{geometry}"),
    bullet(
        "font-expansion",
        r"\pdfmapline{-ec-lmr10}\pdfadjustspacing2 \font\mine=ec-lmr10 "
        r"\pdffontexpand\mine 20 20 5 autoexpand \mine #2 #2\par",
    ),
    bullet("too-wide", r"\hbox to 5cm{\hskip20cm #2}"),
    Broken("no-end", find=r"\end{document}", put=""),
    Broken("no-page", find=r"\begin{document}", put=r"\begin{document}\end{document}"),
    bullet("own-error", r"\errmessage{The theme says no}"),
    bullet("package-error", r"\PackageError{cvtheme}{No bullets here}{Take them out.}"),
)


def laid(folder: Path, case: Broken) -> tuple[Document, View, Theme, str]:
    """Write the theme of a case into a folder, and lay the CV out with it; the body is broken."""
    place = folder / "themes" / "mine"
    place.mkdir(parents=True)
    (place / "theme.yaml").write_text("extends: classic\n")
    (place / "cvtheme-mine.sty").write_text(f"{STYLE}{case.style}\n")
    document = source.read(CV.encode(), "cv.yaml")
    look = theme.find("mine", folder)
    page = dressed(view.build(document, read(document, Wishes(today="2026-01-15")), look.layout))
    body = render.body(page, look)
    assert body.count(case.find) == 1, case
    return document, page, look, body.replace(case.find, case.put)


def press(look: Theme, body: str, engine: str) -> str:
    """Set a body with an engine of ENGINES, and return what TeX said."""
    name, font = ENGINES[engine]
    with _kept() as said:
        try:
            opened = engines.load(name).open(theme.stationery(look, font))
            try:
                return opened.press(body, BROKEN).log
            finally:
                opened.close()
        except TexFailed:
            return said[-1]


@contextmanager
def _kept() -> Iterator[list[str]]:
    """Keep each log that is read meanwhile."""
    said: list[str] = []
    log = pdftex.Work.log

    def kept(work: pdftex.Work, output: str = "") -> str:
        said.append(log(work, output))
        return said[-1]

    pdftex.Work.log = kept  # type: ignore[method-assign]
    try:
        yield said
    finally:
        pdftex.Work.log = log  # type: ignore[method-assign]

"""Writes docs/accessibility.md: which standards a tagged PDF keeps, judged by page-validation.

    python tools/build_accessibility.py

Every theme prints the hard CV with every engine; one CV has a photo, a signature and numbered
pages. Needs all engines. `EXCUSED` names the rules that the validator gets wrong, as tests show.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import page as validator
import pikepdf

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from cvpress import fonts, pipeline, render, tagged  # noqa: E402
from cvpress.settings import Wishes  # noqa: E402

builds = importlib.import_module("builds")
pictures = importlib.import_module("pictures")
PAGE = ROOT / "docs" / "accessibility.md"
ENGINES = {
    "embedded": "embedded",
    "latexmk, pdfLaTeX": "latexmk",
    "latexmk, XeLaTeX": "latexmk",
    "tectonic": "tectonic",
}
XETEX = ("latexmk, XeLaTeX", "tectonic")
# What is validated: the profile, and the letter of PDF/A that a copy claims for it. A level A
# document keeps B and U, but the validator wants to read the letter it judges by.
PROFILES = {
    "PDF/UA-1": ("ua1", "A"),
    "PDF/A-2a": ("2a", "A"),
    "PDF/A-2b": ("2b", "B"),
    "PDF/A-2u": ("2u", "U"),
}
# The validator finds no glyphs in the Type 1 fonts that pdfTeX embeds; fontTools reads them all.
EXCUSED = {
    "PDFUA1-FONT-GLYPH-PRESENCE-001",
    "PDFUA1-FONT-GLYPH-WIDTH-001",
    "PDFUA1-FONT-TYPE1-CHARSET-001",
    *(
        f"PDFA2{level}-{rule}"
        for level in "ABU"
        for rule in (
            "TRUETYPE-GLYPH-WIDTH-001",
            "TYPE1-GLYPH-PRESENCE-001",
            "TYPE1-SUBSET-CHARSET-001",
        )
    ),
}
OTHERS = ("PDFA2B", "PDFA2U")  # have the rules of PDFA2A
SIGNED = """
person: {name: Ada Lovelace, photo: ada.png}
sections:
  - {title: Profile, text: Countess., new_page: true}
  - {title: Works, new_page: true, bullets: [Notes on the engine.]}
closing: {text: It is all true., location: London, date: 1843-09, signature: ada.png}
design: {page_numbers: true}
"""


def pdfs(engine: str) -> Iterator[bytes]:
    """Yield the tagged PDFs of an engine."""
    for look in builds.OURS:
        laid = builds.case("hard", look)
        if engine in XETEX:
            view = laid.view.dressed(fonts.get(laid.view.design.font).kin)
            laid = replace(laid, view=view, body=render.body(view, laid.theme))
        yield tagged.finish(laid.press(engine=ENGINES[engine]))
    yield _signed(ENGINES[engine], "\u2c65" if engine in XETEX else "")


def _signed(engine: str, beyond: str) -> bytes:
    """Build the CV that is signed; `beyond`: a letter that pdfTeX has not."""
    with tempfile.TemporaryDirectory() as folder:
        cv = Path(folder, "cv.yaml")
        cv.write_text(SIGNED.replace("Countess", f"Countess {beyond}"), "utf-8")
        cv.with_name("ada.png").write_bytes(pictures.png())
        wishes = Wishes(today=builds.TODAY)
        built = pipeline.build(str(cv), wishes, pipeline.Order(engine=engine))
    assert built.pdf, built.findings
    return built.pdf


def claiming(pdf: bytes, letter: str) -> bytes:
    """Return a copy that claims another level of PDF/A."""
    with pikepdf.open(BytesIO(pdf)) as document:
        packet = document.Root.Metadata
        said = packet.read_bytes().replace(b"conformance>A<", f"conformance>{letter}<".encode())
        packet.write(said)
        out = BytesIO()
        document.save(out)
        return out.getvalue()


def broken(pdf: bytes, profile: str) -> set[str]:
    """Return the rules of a profile that the validator finds broken."""
    name, letter = PROFILES[profile]
    report = validator.validate_pdf_bytes(claiming(pdf, letter), profile=name)
    return {failure.rule_id for failure in report.failures}


@cache
def verdicts(engine: str) -> dict[str, set[str]]:
    """Return the rules that any PDF of an engine breaks, by profile."""
    found: dict[str, set[str]] = {profile: set() for profile in PROFILES}
    for pdf in pdfs(engine):
        for profile, rules in found.items():
            rules |= broken(pdf, profile)
    return found


def row(engine: str) -> str:
    """Return an engine's row of the table."""
    return f"| {engine} | {' | '.join(map(_said, verdicts(engine).values()))} |"


def _said(rules: set[str]) -> str:
    wrong = sorted(rules - EXCUSED)
    if wrong:
        return f"breaks {', '.join(wrong)}"
    return "passes ¹" if rules else "passes"


HEAD = """# Accessible PDFs

Every PDF of `build` is tagged: it carries a tree of what stands on it, which screen readers,
braille displays and programs that reflow a page go by.

| on the page | in the tree |
|---|---|
| the name | heading 1 |
| a section, a subsection | headings 2 and 3 |
| a line of the head or of an entry, a paragraph | a paragraph, left side before right side |
| bullets | lists, one within another, each sign a label |
| numbered entries | one list of them all, each number a label |
| a link | a link with its text, and its address as description |
| photo and signature | figures; the alternative text is the name |
| lines, tints, the foot of a page | artifacts, which are not read |

The order is that of the page: head, side bar, main column. Language, title and author are told, and
that the title is to be shown. An entry with a `lang` of its own is read in that language. TeX sets
gaps where others set spaces, so each gap between two words gets a real one. Nothing on the page
moves: a test compares the pages pixel by pixel.

`build --no-tagged` leaves it all out; the file is then some kilobytes smaller.

## Standards

What each engine prints, judged by the validator page-validation, from PyPI
(every theme with a CV that has all there is; one with photo, signature and numbered pages):

"""
FOOT = """
¹ but for three rules on fonts, where the validator is wrong: it finds no glyphs and no widths in
Type 1 fonts that pdfTeX embeds. A test reads each font with fontTools: all glyphs are there, with
the widths that the PDF tells, and in the list of its subset. Another one fails as soon as the
validator no longer errs. The rules:

{rules}

The PDF claims PDF/UA-1 and PDF/A-2a (which holds 2b and 2u), but not with Arabic or Hebrew letters:
TeX writes them as they are drawn, from the left, and the standards want the order of reading.

What no program can judge stays with you: whether a text says enough without its looks, whether a
photo has to be there at all.
"""


def page() -> str:
    """Return the page."""
    head = f"| engine | {' | '.join(PROFILES)} |\n|---|{'---|' * len(PROFILES)}\n"
    rows = "\n".join(map(row, ENGINES))
    return f"{HEAD}{head}{rows}\n{foot()}"


def foot() -> str:
    """Return what stands below the table."""
    rules = "\n".join(f"- `{one}`" for one in sorted(EXCUSED) if one[:6] not in OTHERS)
    return FOOT.format(rules=rules)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")

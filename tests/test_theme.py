"""Themes: found, refused, and held to the contract of latex/README.md on the printed page."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise, takewhile
from pathlib import Path

import builds
import pypdfium2
import pypdfium2.raw as raw
import pytest
from builds import OURS, case

from cvpress import checking, printed, resources, settings, source, theme
from cvpress.errors import UsageError
from cvpress.layout import Layout
from cvpress.view.body import Entry
from cvpress.view.model import View
from cvpress.view.words import Line, Part

LATEX = resources.latex()
PRINTS = [(look, engine) for look in OURS for engine in ("embedded", "latexmk")]


def test_names(tmp_path: Path) -> None:
    assert {"classic", "compact"} <= set(OURS)
    assert theme.names(tmp_path) == OURS
    shutil.copytree(LATEX / "classic", tmp_path / "themes" / "mine")
    shutil.copytree(LATEX / "classic", tmp_path / "themes" / "compact")
    assert theme.names(tmp_path) == tuple(sorted((*OURS, "mine")))
    assert theme.find("mine", tmp_path).folder == tmp_path / "themes" / "mine"
    assert theme.find("compact", tmp_path).title == "Classic"
    assert theme.find("classic", tmp_path).folder == LATEX / "classic"


@pytest.mark.parametrize(
    ("name", "help"),
    [("clasic", "Did you mean classic?"), ("xyz", f"There are: {', '.join(OURS)}.")],
)
def test_a_theme_that_is_not_there(tmp_path: Path, name: str, help: str) -> None:
    with pytest.raises(UsageError) as told:
        theme.find(name, tmp_path)
    assert (told.value.message, told.value.help) == (f"There is no theme “{name}”.", help)


def missing(folder: Path, design: str) -> list[tuple[str, str, str]]:
    """Return what the check tells of a design: place, sentence, help."""
    text = f"person: {{name: Ada}}\nsections: [{{title: A, text: b.}}]\ndesign: {design}\n"
    cv = source.read(text.encode(), (folder / "cv.yaml").as_posix())
    told = checking.judge(cv, settings.read(cv, settings.Wishes())).findings
    assert {one.id for one in told} <= {"theme-missing"}, told
    return [(f"{one.span}", one.message, one.help) for one in told]


def test_check_tells_what_build_would_stop_at(tmp_path: Path) -> None:
    for name in OURS:
        assert missing(tmp_path, f"{{theme: {name}}}") == []
    assert missing(tmp_path, "{theme: }") == []
    [(_, sentence, help)] = missing(tmp_path, "{theme: clasic}")
    assert (sentence, help) == ("There is no theme “clasic”.", "Did you mean classic?")
    [(_, sentence, help)] = missing(tmp_path, "{theme: xyz}")
    assert help == f"There are: {', '.join(OURS)}."


def test_check_knows_themes_of_ones_own(tmp_path: Path) -> None:
    shutil.copytree(LATEX / "classic", tmp_path / "themes" / "mine")
    shutil.copytree(LATEX / "classic", tmp_path / "shared" / "ours")
    assert missing(tmp_path, "{theme: mine}") == []
    assert missing(tmp_path, "{theme: ./shared/ours}") == []
    [(_, sentence, _)] = missing(tmp_path, "{theme: shared/theirs}")
    assert sentence == f"There is no theme in {(tmp_path / 'shared/theirs').as_posix()}."
    (tmp_path / "themes" / "mine" / "theme.yaml").write_text("title: T\nextends: [\n", "utf-8")
    [(_, sentence, help)] = missing(tmp_path, "{theme: mine}")
    place = (tmp_path / "themes" / "mine" / "theme.yaml").as_posix()
    assert (sentence, help) == (f"{place}:2:10: This bracket is not closed.", "Close it with ].")


@pytest.mark.parametrize("name", ["../classic", "classic/../compact", "", ".", "fonts"])
def test_a_name_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        theme.find(name, tmp_path)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("title: [", ":1:8: This bracket is not closed."),
        ("- a", "it lacks “title”"),
        ("title: T", "it lacks “description”"),
        ("{title: T, description: D, engines: [x], right: [date], date_style: long, font_size: 9}",
         "“right”"),
        ("{title: T, description: D, engines: [x], right: [date, location], date_style: odd,"
         " font_size: 9}", "“date_style”"),
        ("{title: T, description: D, engines: [x], right: [date, location], date_style: long,"
         " font_size: big}", "“font_size” is no number"),
        ("{title: T, description: D, engines: [x], right: [date, location], date_style: long,"
         " font_size: 9, font: comic}", "no font “comic”"),
    ],
)  # fmt: skip
def test_a_theme_that_says_nonsense(tmp_path: Path, said: str, why: str) -> None:
    (tmp_path / "themes" / "mine").mkdir(parents=True)
    (tmp_path / "themes" / "mine" / "theme.yaml").write_text(said, "utf-8")
    with pytest.raises(UsageError, match=re.escape(why)):
        theme.find("mine", tmp_path)


def test_a_theme_without_its_preamble(tmp_path: Path) -> None:
    shutil.copytree(LATEX / "classic", tmp_path / "themes" / "mine")
    (tmp_path / "themes" / "mine" / "preamble.tex").unlink()
    with pytest.raises(UsageError, match="can't be read"):
        theme.stationery(theme.find("mine", tmp_path))


def test_stationery() -> None:
    found = theme.find("compact", LATEX)
    assert found.layout == Layout(("location", "date"), "short", 9.5, fonts=("source-sans",))
    made = theme.stationery(found)
    assert made.preamble.splitlines() == [
        r"\def\cvfont{source-sans}\documentclass[10pt]{article}",
        r"\usepackage{cvpress}",
        r"\usepackage{cvtheme-compact}",
    ]
    shared = ("cvpress", "cvpress-pdftex", "cvpress-xetex", "cvskeleton")
    assert set(made.files) == {f"{name}.sty" for name in (*shared, "cvtheme-compact")}
    assert theme.stationery(found, "charter").preamble.startswith(r"\def\cvfont{charter}")
    assert all(path.is_file() for path in made.files.values())


# What every theme holds -------------------------------------------------------------------------


def called() -> set[str]:
    """Return the macros that the page calls, other than LaTeX's own and those of all themes."""
    found = set(re.findall(r"\\(cv[a-z]+)", (LATEX / "page.tex.jinja").read_text("utf-8")))
    files = ("cvpress.sty", "cvpress-pdftex.sty")
    shared = "".join((LATEX / name).read_text("utf-8") for name in files)
    own = found & set(re.findall(r"\\newcommand\\(cv[a-z]+)", shared))
    assert {"cvsetup", "cvpart", "cvbar", "cvmargin"} < own
    return found - own - {"cvrulesfalse"}


def test_the_contract_names_the_macros_of_the_page() -> None:
    table = (LATEX / "README.md").read_text("utf-8")
    table = table[table.index("## The macros") : table.index("`cvpress.sty` has")]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"\\(cv[a-z]+)", row)} == called()


@pytest.mark.parametrize("look", OURS)
def test_a_theme_defines_the_macros_of_the_page(look: str) -> None:
    style = (LATEX / look / f"cvtheme-{look}.sty").read_text("utf-8")
    skeleton = (LATEX / "cvskeleton.sty").read_text("utf-8")
    assert called() <= set(re.findall(r"\\newcommand\\(cv[a-z]+)", skeleton + style))
    assert not re.search(r"\\(sloppy|emergencystretch|begin\{|resizebox)", style)


WIDE_SIGN = 20
"""Points by which a letter may begin before the last one ends: those of a ligature share a box."""
MOST = 6
"""What stands at the right of a line that wraps comes after so many rows of its left side."""


@dataclass
class Row:
    """Letters on one baseline of a column, from left to right, without spaces."""

    page: int
    y: float
    text: str
    left: float
    right: float
    width: float


def letters(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, str]]:
    """Yield baseline, left, right and letter of all that is printed on a page."""
    text = page.get_textpage()
    x, y = raw.c_double(), raw.c_double()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter.isspace() or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left, _, right, _ = text.get_charbox(index, loose=True)
        yield round(y.value, 1), left, right, letter


@cache
def rows(look: str, engine: str) -> tuple[Row, ...]:
    """Return the rows of the hard CV in the order of reading."""
    return read(builds.pdf("hard", look, engine))


def read(pdf: bytes) -> tuple[Row, ...]:
    """Return the rows of a PDF in the order of reading."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        top = len(found)
        for y, left, right, letter in letters(page):
            on = next(
                (row for row in found[top:][-MOST:] if row.y == y and row.right < left + WIDE_SIGN),
                None,
            )
            if on is None:
                found.append(Row(number, y, letter, left, right, page.get_width()))
            else:
                on.text, on.right = on.text + letter, right
    return tuple(found)


def lines(view: View) -> Iterator[Line]:
    """Yield all lines that have two sides."""

    def of(entry: Entry) -> Iterator[Line]:
        yield from (line for line in entry.lines if line.left and line.right)
        for role in entry.roles:
            yield from of(role)

    for section in view.sections:
        for part in (section, *section.sections):
            for entry in part.entries:
                yield from of(entry)


def bare(parts: tuple[Part, ...]) -> str:
    """Write parts as they are copied, without spaces."""
    return re.sub(r"\s", "", "".join(f"{p.before}{p.words.plain}{p.after}" for p in parts))


def alike(text: str, within: str) -> bool:
    """Return whether a text stands within another; small capitals are copied as capitals."""
    return text.casefold() in within.casefold()


@pytest.mark.tex
@pytest.mark.parametrize(("look", "engine"), PRINTS)
def test_both_sides_share_a_baseline_and_dates_an_edge(look: str, engine: str) -> None:
    edges = []
    for line in lines(case("hard", look).view):
        left, right = bare(line.left), bare(line.right)
        on = [r for r in rows(look, engine) if r.text.endswith(right) and alike(left[:10], r.text)]
        assert on, (left, right)
        edges.append(on[0].right)
    assert len(edges) > 25
    assert max(edges) - min(edges) <= 0.5


@pytest.mark.tex
@pytest.mark.parametrize(("look", "engine"), PRINTS)
def test_no_gap_is_wider_than_one_and_a_half_lines(look: str, engine: str) -> None:
    view = case("hard", look).view
    shown = (*view.aside, *view.sections)
    parts = [part for section in shown for part in (section, *section.sections)]
    headings = {bare((Part("", part.title),)).casefold() for part in parts if part.title}
    closing = view.closing
    assert closing is not None
    assert closing.signed.name is not None
    apart = {bare((Part("", closing.text[0]),)), bare((Part("", closing.signed.name),))}
    body = rows(look, engine)
    start = next(at for at, row in enumerate(body) if row.text.casefold() in headings)
    steps = [
        (one.y - other.y, other.text)
        for one, other in pairwise(body[start:])
        if one.page == other.page
        and one.y >= other.y  # not from one column to the next
        and other.text.casefold() not in headings
        and other.text not in apart
    ]
    leading = sorted(step for step, _ in steps)[len(steps) // 2]
    assert [text for step, text in steps if step > 1.5 * leading + 0.2] == []
    assert [text for step, text in steps if step < 0.9 * leading] == []


@pytest.mark.tex
@pytest.mark.parametrize(("look", "engine"), PRINTS)
@pytest.mark.parametrize("name", ["hard", "seed-clean"])
def test_proofs_find_nothing(look: str, engine: str, name: str) -> None:
    assert case(name, look).told(builds.pdf(name, look, engine)) == []


@pytest.mark.tex
def test_the_seed_fits_on_one_dense_page() -> None:
    assert len(pypdfium2.PdfDocument(builds.pdf("seed-clean", "compact"))) == 1
    assert len(pypdfium2.PdfDocument(builds.pdf("seed-clean", "classic"))) == 2


@pytest.mark.tex
@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
@pytest.mark.parametrize("points", [9, 12])
def test_paper_and_size_of_the_text(paper: str, size: tuple[int, int], points: float) -> None:
    text = f"person: {{name: Ada}}\ndesign: {{paper: {paper}, font_size: {points}}}\n"
    laid = builds.lay(text + "sections: [{title: S, text: A line.}]")
    page = pypdfium2.PdfDocument(laid.press())[0]
    assert tuple(round(length) for length in page.get_size()) == size
    sheet = page.get_textpage()
    at = sheet.get_text_range().index("line")
    assert raw.FPDFText_GetFontSize(sheet, at) == pytest.approx(points * 72 / 72.27, abs=0.05)


WIDE = "W" * 120
PLACES = {
    "name": "person: {name: %s}\nsections: [{title: S, text: x}]",
    "contact": "person: {name: A, location: %s}\nsections: [{title: S, text: x}]",
    "title": "person: {name: A}\nsections: [{title: %s, text: x}]",
    "text": "person: {name: A}\nsections: [{title: S, text: a %s b}]",
    "left": "person: {name: A}\nsections: [{title: S, awards: [{title: %s, date: 2020}]}]",
    "right": "person: {name: A}\n"
    "sections: [{title: S, awards: [{title: T, date: 2020, date_text: %s}]}]",
    "bullet": "person: {name: A}\nsections: [{title: S, bullets: [%s]}]",
    "number": "person: {name: A}\n"
    "sections: [{title: S, numbering: ascending, bullets: [%s]}]",
}  # fmt: skip


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_hides_an_overfull_line(look: str, place: str) -> None:
    from cvpress import engines, render

    laid = builds.lay(PLACES[place] % WIDE, look)
    press = engines.load("embedded").open(theme.stationery(laid.theme))
    try:
        log = press.press(laid.body).log
    finally:
        press.close()
    found = re.search(r"^Overfull \\hbox .* lines? (\d+)", log, re.MULTILINE)
    assert found, log[-1500:]
    at = laid.body.split("\n")[int(found[1]) - 1]
    assert WIDE in at
    assert render.entry_at(laid.body, int(found[1])).startswith(("/person", "/sections/0"))


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
def test_a_page_ends_neither_with_a_heading_nor_with_a_first_line(look: str) -> None:
    """Sections of all lengths, over many pages, so that each break falls somewhere else."""
    sections = [
        {
            "title": f"Heading{number}",
            "experience": [
                {
                    "organization": f"First{number}x{entry}" + " word" * (entry % 3 * 60),
                    "title": f"Second{number}x{entry}",
                    "highlights": [f"Bullet{n}" for n in range((3 * number + entry) % 13)],
                }
                for entry in range(number % 5 + 1)
            ],
        }
        for number in range(60)
    ]
    laid = builds.lay(json.dumps({"person": {"name": "Ada"}, "sections": sections}), look)
    pages = [
        [row.text for row in found]
        for _, found in groupby(read(laid.press()), key=lambda row: row.page)
    ]
    assert len(pages) > 5
    assert not [page[-1] for page in pages if re.match("(?i)Heading|First", page[-1])]
    assert not [page[0] for page in pages if re.match("(?i)Second|•Bullet0", page[0])]
    assert {page[0][0] for page in pages[1:]} >= {"H", "F", "•"}  # breaks of all kinds were met


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
def test_a_page_parts_neither_an_employer_from_a_role_nor_bullets_from_what_closes_them(
    look: str,
) -> None:
    entries = [
        {
            "organization": f"First{number}",
            "roles": [
                {
                    "title": f"Role{at}",
                    "highlights": [f"Bullet{n}" for n in range((5 * number + at) % 6 + 1)],
                    "technologies": ["Closing"],
                }
                for at in range(2)
            ],
        }
        for number in range(90)
    ]
    cv = {"person": {"name": "Ada"}, "sections": [{"title": "Work", "experience": entries}]}
    rows = read(builds.lay(json.dumps(cv), look).press())
    tops = [one.text for other, one in pairwise(rows) if one.page != other.page]
    assert len(tops) > 5
    assert not [text for text in tops if re.search("(?i)Role0|Closing", text)]
    together = [(a.y - b.y, b.text) for a, b in pairwise(rows) if a.page == b.page]
    steps = [step for step, text in together if text.casefold() == "role0"]
    style = (LATEX / look / f"cvtheme-{look}.sty").read_text("utf-8")
    factor = re.search(r"\\renewcommand\\cvpressleading\{([\d.]+)\}", style)
    assert factor
    leading = theme.find(look, LATEX).layout.font_size * float(factor[1])
    assert max(abs(step - leading) for step in steps) <= 0.2  # as close as other second lines


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
def test_a_paragraph_ends_with_more_than_one_short_word(look: str) -> None:
    text = "\n\n".join(" ".join(["river"] * count) for count in range(20, 60))
    cv = {"person": {"name": "Ada"}, "sections": [{"title": "About", "text": text}]}
    rows = [row.text.count("river") for row in read(builds.lay(json.dumps(cv), look).press())]
    assert max(rows) > 15
    assert 1 not in rows


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
def test_what_follows_a_heading_stands_equally_near(look: str) -> None:
    sections = [
        {"title": "Text", "text": "One."},
        {"title": "Bullets", "bullets": ["One."]},
        {"title": "Awards", "awards": [{"title": "One"}]},
        {"title": "Entries", "entries": [{"title": "One"}]},
    ]
    cv = {"person": {"name": "Ada"}, "sections": sections}
    rows = read(builds.lay(json.dumps(cv), look).press())[1:]
    assert len(rows) == 8
    steps = {
        round(heading.y - first.y, 1) for heading, first in zip(rows[::2], rows[1::2], strict=True)
    }
    assert max(steps) - min(steps) <= 0.4  # a line's box is as high as its own letters


@pytest.mark.tex
@pytest.mark.parametrize(("look", "engine"), PRINTS)
def test_the_prefix_is_a_word_of_its_own(look: str, engine: str) -> None:
    words = [word.text for word in printed.read(builds.pdf("hard", look, engine)).words]
    assert " ".join(words[:3]).casefold() == "prof. dr. maximiliane"


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
def test_the_lines_of_the_head_are_even(look: str) -> None:
    head = list(takewhile(lambda row: row.text.casefold() != "profile", rows(look, "embedded")))
    contacts = [row for row in head if re.search("[|•·]|Guild", row.text)]
    if theme.find(look, LATEX).layout.aside:
        assert [row.text for row in contacts] == ["GuildofInstrumentMakers"]  # one in a line
        return
    assert "Guild" in contacts[-2].text
    assert min(row.right - row.left for row in contacts[:-1]) > 200

"""Publications from a .bib: read, decoded, chosen, laid out, and told at the .bib's line."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builds import CASES
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from cvpress import checking, languages, runner, variants, view
from cvpress.bibliography import identifiers, latex, when
from cvpress.bibliography.model import Bib, Value
from cvpress.bibliography.parser import parse
from cvpress.bibliography.people import initials, people
from cvpress.finding import Finding
from cvpress.fixes.mend import mend
from cvpress.markup import parse as marked
from cvpress.pipeline import Order, build
from cvpress.schema import shape
from cvpress.settings import Wishes, read
from cvpress.source.document import Document, Mapping

TODAY = Wishes(today="2026-01-15")
SALT = "@book{salt, author = {Example, Ada}, title = {Salt Roads}, year = 2022}\n"
Told = tuple[str, int | None, str, str]


def bib(text: str) -> Bib:
    return parse(Document("papers.bib", text, None))


def said(text: str) -> list[tuple[int, str]]:
    """Return (line, message) of what is wrong with a .bib as such."""
    return [(text.count("\n", 0, fault.start) + 1, fault.message) for fault in bib(text).faults]


@pytest.fixture
def cv(tmp_path: Path) -> Callable[..., Document]:
    """Read a CV with a .bib beside it; `wishes`: of its one section."""

    def make(text: str | bytes, wishes: dict[str, Any] | None = None, **top: Any) -> Document:
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "papers.bib").write_bytes(data)
        asked = {"bibliography": "papers.bib", **(wishes or {})}
        cv = {"person": {"name": "Ada Example", "also_known_as": ["A. Example"]}}
        cv |= {"sections": [{"title": "Works", "publications": asked}], **top}
        name = (tmp_path / "cv.yaml").as_posix()
        return checking.opened(json.dumps(cv).encode(), name)

    return make


def found(document: Document) -> list[Finding]:
    return runner.checks(document, read(document, TODAY))


def told(document: Document) -> list[Told]:
    """Return (file, line, id, message) of what is found."""
    return [
        (Path(f.file).name, f.span.line if f.span else None, f.id, f.message)
        for f in found(document)
    ]


def lines(document: Document) -> list[str]:
    """Return the lines of the page's entries."""
    page = view.build(document, read(document, TODAY))
    entries = [
        entry
        for section in page.sections
        for part in (section, *section.sections)
        for entry in part.entries
    ]
    return ["".join(f"{p.before}{p.words.plain}{p.after}" for p in line.left) for e in entries
            for line in e.lines]  # fmt: skip


def titles(document: Document) -> list[str]:
    return [node.text("title") for node in works(document)]


def works(document: Document) -> list[Mapping]:
    return [
        node
        for path, node in document.nodes.items()
        if isinstance(node, Mapping) and "/publications/" in path and "title" in node.items
    ]


def work(document: Document) -> dict[str, Any]:
    """Return the one entry as plain data."""
    (node,) = works(document)

    def data(node: Any) -> Any:
        if isinstance(node, Mapping):
            return {key: data(value) for key, value in node.items.items()}
        return node.text if hasattr(node, "text") and isinstance(node.text, str) else [
            data(item) for item in node.items
        ]  # fmt: skip

    made: dict[str, Any] = data(node)
    return made


# The grammar


def test_strings_are_put_in_and_joined_in_any_case() -> None:
    text = '@STRING{JTS = "Journal of "}\n@string(ser = {Series})\n'
    text += "@article{a, journal = jts # {T, } # Ser}"
    assert bib(text).entries["a"].fields["journal"].text == "Journal of T, Series"


def test_comments_and_preambles_are_ignored() -> None:
    text = '@preamble{"x"}\n@comment{@article{b, title = {B}}}\nwords ada@example.org\n'
    text += "% @book{c, x=1}\n@book{a, title={A}} @book{d, title={D}}"
    made = bib(text)
    assert list(made.entries) == ["a", "d"]
    assert made.faults == ()


@pytest.mark.parametrize(
    ("text", "faults", "keys"),
    [
        ("@a{x,\n t={1}\n u={2}\n}", [(3, "A comma is missing before this field.")], ["x"]),
        ("@a{x,\n t={1 {2},\n u=3\n}\n@b{y, t={4}}",
         [(2, "This value is never closed.")], ["x", "y"]),
        ('@a{x,\n t="1 {2"\n}\n@b{y, t={4}}', [(2, "This value is never closed.")], ["x", "y"]),
        ("@a{x,\n t={1}},\n u=3\n}\n@b{y, t={4}}",
         [(2, "This stands behind the end of the entry.")], ["x", "y"]),
        ("@a{,\n t={1}}\n@b{y, t={4}}", [(1, "This entry has no key.")], ["y"]),
        ("@a\n@b{y, t={4}}", [(1, "This @ begins no entry.")], ["y"]),
        ("@a{x, t = }\n@b{y, t={4}}", [(1, "A value is due here.")], ["x", "y"]),
        ("@a{x, t {1}}\n@b{y, t={4}}", [(1, "An = is due here.")], ["x", "y"]),
        ("@a{x, t={1}", [(1, "This value is never closed.")], ["x"]),
        ("@a{x,", [(1, "This entry is never closed.")], ["x"]),
        ("", [], []),
        ("\ufeff@a{x}", [], ["x"]),
    ],
)  # fmt: skip
def test_a_broken_entry_is_told_and_the_next_one_read(
    text: str, faults: list[tuple[int, str]], keys: list[str]
) -> None:
    assert said(text) == faults
    assert list(bib(text).entries) == keys


@given(st.text(st.sampled_from("@{}\"'=,#\\ \nab1(%)"), max_size=80))
def test_any_text_is_read_in_time_and_places_are_in_it(text: str) -> None:
    made = bib(text)
    for entry in made.entries.values():
        assert text[entry.start : entry.end] == entry.key
        assert all(0 <= v.start <= v.end <= len(text) for v in entry.fields.values())
    assert all(0 <= fault.start <= len(text) for fault in made.faults)


@pytest.mark.parametrize(
    "text",
    [
        *("@a{x,{" * 9000, "\n@a{x,t={" * 9000, "{" * 99999, "\n@comment{" * 9000),
        "@a{a,t=" + "{" * 9000,
    ],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    start = time.perf_counter()
    bib(text)
    assert time.perf_counter() - start < 5


# LaTeX


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"{\"o} \v{c} {\ss} \& -- --- ~ {\'{\i}} \c c \L{}", "ö č ß & – — í ç Ł"),
        (r"{{RNA} and {DNA}} in {\'E}", "RNA and DNA in É"),
        (r"\emph{Homo} \textbf{x} {\em y} \texttt{z}", "*Homo* **x** *y* `z`"),
        (r"$\alpha$-decay, H$_2$O, $x^{10}$, $a \le b$", "α-decay, H₂O, x¹⁰, a ≤ b"),
        (r"``A'' 5\% of 5% \$3 a\_b C\#", "“A” 5% of 5% $3 a_b C#"),
        (r"costs $5 in all", "costs $5 in all"),
        (r"\LaTeX{} \textsuperscript{2}", "LaTeX ²"),
        (r"A*B *c* [x](https://e.org)", r"A\*B \*c\* \[x\](https://e.org)"),
        (r"\noopsort{b}x \relax y", "x y"),
        (r"  two   words ", "two words"),
        ("Straße – “ö”", "Straße – “ö”"),
    ],
)
def test_latex_becomes_a_text(written: str, text: str) -> None:
    assert latex.markdown(written) == latex.Decoded(text)


@pytest.mark.parametrize(
    ("written", "text", "unknown"),
    [
        (r"\foo{bar} x", "bar x", (r"\foo",)),
        (r"$L_\infty$", "L_∞", ("_∞",)),
        (r"\input{/etc/passwd} \write18{x}", "", None),
    ],
)
def test_what_has_no_letters_is_named(
    written: str, text: str, unknown: tuple[str, ...] | None
) -> None:
    made = latex.markdown(written)
    assert made.unknown if unknown is None else made.unknown == unknown
    assert unknown is None or made.text == text
    assert "\\" not in latex.plain(written).text


def test_no_latex_at_all() -> None:
    assert latex.markdown(r"\emph{a").unread
    assert latex.markdown(r"$5 {a").unread


@given(st.text(st.sampled_from("\\{}$\"'`^~%&#_* abcvo.[]()1"), max_size=40))
def test_any_latex_is_decoded(written: str) -> None:
    made = latex.markdown(written)
    if not made.unread and "$" not in written:
        assert marked(made.text).reading == latex.plain(written).text


ACCENTS = [rf"\{a}{{{x}}}" for a in "`'^\"~=.uvHckrbd" for x in "aeoucsnzgE"]


@pytest.mark.parametrize("written", ACCENTS)
def test_the_quick_table_of_accents_agrees_with_pylatexenc(written: str) -> None:
    from unicodedata import normalize

    theirs = normalize("NFC", LatexNodes2Text().latex_to_text(written))
    assert latex.plain(written).text == theirs


# Names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Zhu, Kan and Yi Zhao", ["Kan Zhu", "Yi Zhao"]),
        ("van der Berg, Jan and Ludwig van Beethoven",
         ["Jan van der Berg", "Ludwig van Beethoven"]),
        ("King, Jr., Martin Luther", ["Martin Luther King Jr."]),
        ("{World Health Organization} and {Barnes and Noble}",
         ["World Health Organization", "Barnes and Noble"]),
        ("Zhu, K. and others", ["K. Zhu", "et al."]),
        (r"M{\"u}ller, J.-P. AND {\O}deg{\aa}rd, {\AA}se", ["J.-P. Müller", "Åse Ødegård"]),
        ("Wang, Wei 0001", ["Wei Wang"]),
        ("Wei Wang 0001", ["Wei Wang"]),
        ("王伟 and Plato", ["王伟", "Plato"]),
        ("", []),
        ("and and Zhu, K.", ["and", "K. Zhu"]),
    ],
)  # fmt: skip
def test_names(written: str, names: list[str]) -> None:
    assert [one.text for one in people(Value(written, 0, 0))] == names


def test_names_parted_by_commas_are_told() -> None:
    (one,) = people(Value("Zhu, K., Zhao, Y., Tang, T.", 0, 0))
    assert one.wrong == "There are too many commas in this name."


@pytest.mark.parametrize(
    ("written", "stars"),
    [("Zhu*, K. and Y. Zhao* and T. Tang", [True, True, False]),
     (r"Zhu$^*$, K. and Y. Zhao\textsuperscript{*}", [True, True])],
)  # fmt: skip
def test_stars_behind_names(written: str, stars: list[bool]) -> None:
    made = people(Value(written, 0, 0))
    assert [one.starred for one in made] == stars
    assert [one.text for one in made][:2] == ["K. Zhu", "Y. Zhao"]


# Dates and identifiers


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"year": "2021"}, "2021"),
        ({"year": "2021", "month": "March"}, "2021-03"),
        ({"year": "2021", "month": "3"}, "2021-03"),
        ({"year": "2021", "month": "14~June"}, "2021-06-14"),
        ({"year": "2021", "month": "June 14"}, "2021-06-14"),
        ({"year": "2021", "month": "3", "day": "9"}, "2021-03-09"),
        ({"year": "2021", "month": "May--June"}, "2021-05/2021-06"),
        ({"year": "2021", "month": "Fall"}, "2021-fall"),
        ({"year": "2021", "month": "soon"}, "2021"),
        ({"date": "2021-05-03"}, "2021-05-03"),
        ({"date": "2021/2022", "year": "1999"}, "2021/2022"),
        ({"date": "1984?"}, "1984"),
        ({"year": "{1984}"}, "1984"),
        ({}, None),
    ],
)
def test_dates(fields: dict[str, str], date: str | None) -> None:
    made = when.date({name: Value(text, 0, 0) for name, text in fields.items()})
    assert (made[0] if made else None) == date


@pytest.mark.parametrize(
    ("fields", "made"),
    [
        ({"doi": "https://doi.org/10.1000/x"}, {"doi": "10.1000/x"}),
        ({"doi": "http://dx.doi.org/10.1000/x"}, {"doi": "10.1000/x"}),
        ({"doi": "https://doi.org/https://doi.org/10.1000/x"}, {"doi": "10.1000/x"}),
        ({"doi": "doi: 10.1000/x"}, {"doi": "10.1000/x"}),
        ({"url": "https://doi.org/10.1000/x"}, {"doi": "10.1000/x"}),
        ({"doi": "10.1000/y", "url": "https://doi.org/10.1000/x"}, {"doi": "10.1000/y"}),
        ({"url": "https://arxiv.org/abs/2408.12757v2"}, {"arxiv": "2408.12757v2"}),
        ({"eprint": "2408.12757"}, {"arxiv": "2408.12757"}),
        ({"eprint": "arXiv:2408.12757", "eprinttype": "arxiv"}, {"arxiv": "2408.12757"}),
        ({"eprint": "1234", "eprinttype": "pubmed"}, {}),
        ({"journal": "arXiv preprint arXiv:2408.12757"}, {"arxiv": "2408.12757"}),
        ({"journal": "CoRR", "volume": "abs/2408.12757"}, {"arxiv": "2408.12757"}),
        ({"url": "https://example.org/a~b"}, {"url": "https://example.org/a~b"}),
        ({"howpublished": "https://example.org"}, {"url": "https://example.org"}),
        ({"howpublished": "A talk"}, {}),
    ],
)
def test_identifiers(fields: dict[str, str], made: dict[str, str]) -> None:
    said = identifiers.find(dict.fromkeys(identifiers.FIELDS, "") | fields)
    assert {key: text for key, (text, _) in said.items()} == made


# Entries


def entry(fields: str, type: str = "article") -> str:
    return f"@{type}{{x, author = {{Ada Example}}, title = {{T}}, {fields}}}"


@pytest.mark.parametrize(
    ("text", "some"),
    [
        (entry("journal = {J}, volume = 3, number = {2}, pages = {1--9}"),
         {"venue": "J", "volume": "3", "issue": "2", "pages": "1–9"}),
        (entry("booktitle = {Proc. X}, series = {LNCS}, volume = 12", "inproceedings"),
         {"venue": "Proc. X, LNCS", "volume": "12"}),
        (entry("school = {KU Leuven}", "phdthesis"), {"venue": "PhD thesis, KU Leuven"}),
        (entry("school = {KU Leuven}", "mastersthesis"), {"venue": "Master’s thesis, KU Leuven"}),
        (entry("institution = {MIT}, number = 7", "techreport"),
         {"venue": "Technical report 7, MIT"}),
        (entry("publisher = {Brill}, address = {Leiden}", "book"),
         {"publisher": "Brill", "location": "Leiden"}),
        (entry("year = {in press}, journal = {J}"), {"status": "in-press"}),
        (entry("note = {Under review.}"), {"status": "under-review"}),
        (entry("pubstate = {submitted}"), {"status": "submitted"}),
        (entry("note = {Best \\emph{paper}}"), {"note": "Best *paper*"}),
        (entry("subtitle = {S}"), {"title": "T: S"}),
        (entry("journal = {arXiv preprint arXiv:2408.12757}"), {"arxiv": "2408.12757"}),
        (entry("url = {https://example.org/~a\\_b%20c}"), {"url": "https://example.org/~a_b%20c"}),
    ],
)  # fmt: skip
def test_an_entry_by_its_type(cv: Callable[..., Document], text: str, some: dict[str, str]) -> None:
    made = work(cv(text))
    assert {key: made.get(key) for key in some} == some
    if "arxiv" in some:
        assert "venue" not in made


def test_every_field_of_an_entry_is_one_of_the_schema() -> None:
    case = checking.read((CASES / "bibliography" / "cv.yaml").as_posix())
    known = set(shape.resolve("#/$defs/publications")["properties"])
    assert len(works(case)) > 6
    assert all(set(node.items) <= known for node in works(case))


def test_equal_contribution(cv: Callable[..., Document]) -> None:
    for text in (
        "@book{x, author = {Ada Example and B. C. and D. E.}, title = {T}, equal_contribution = 2}",
        "@book{x, author = {Ada Example and B. C. and D. E.}, title = {T},"
        " author+an = {1=equal;2=equal}}",
        "@book{x, author = {Ada Example* and B. C.* and D. E.}, title = {T}}",
    ):
        assert "Ada Example*, B. C.*, D. E. (*equal contribution)" in lines(cv(text))


def test_crossref(cv: Callable[..., Document]) -> None:
    text = (
        "@inproceedings{a, author = {Ada Example}, title = {T}, crossref = {v}}\n"
        "@proceedings{v, title = {Proc. V}, editor = {J. Peeters}, year = 2020, doi = {10.1000/v}}"
    )
    made = work(cv(text))
    assert (made["venue"], made["date"], made["editors"]) == ("Proc. V", "2020", ["J. Peeters"])
    assert "doi" not in made
    assert found(cv(text)) == []
    ring = "@book{a, author = {Ada Example}, title = {T}, crossref = {b}}\n"
    ring += "@book{b, title={U}, crossref={a}}"
    assert titles(cv(ring, {"keys": ["a"]})) == ["T"]


def test_an_edited_book_is_its_editors(cv: Callable[..., Document]) -> None:
    text = "@book{x, editor = {Ada Example and J. Peeters}, title = {T}, publisher = {Brill},"
    text += " series = {S}}"
    assert lines(cv(text)) == ["T", "Ada Example, J. Peeters (eds.)", "S, Brill"]


def test_the_owner_is_bold_in_every_spelling(cv: Callable[..., Document]) -> None:
    for name in ("Example, Ada", "Ada Example", "Example, A.", "A. {Example}"):
        page = view.build(cv(f"@book{{x, author = {{{name} and B. C.}}, title = {{T}}}}"),
                          read(cv(SALT), TODAY))  # fmt: skip
        parts = page.sections[0].entries[0].lines[1].left
        assert [p.words.runs[0].bold for p in parts if p.role == "author"] == [True, False]


# Wishes

THREE = (
    "@article{a, author={Ada Example}, title={A}, year=2020, keywords={one, two}}\n"
    "@book{b, author={Ada Example}, title={B}, year=2022}\n"
    "@phdthesis{c, author={Ada Example}, title={C}, year=2021, keywords={Two}}\n"
    "@misc{d, author={Ada Example}, title={D}}\n"
)


@pytest.mark.parametrize(
    ("wishes", "order"),
    [
        ({}, "DBCA"),
        ({"sort": "newest"}, "DBCA"),
        ({"sort": "oldest"}, "ACBD"),
        ({"sort": "listed"}, "ABCD"),
        ({"keys": ["c", "a", "c"], "sort": "listed"}, "CA"),
        ({"keys": "c"}, "C"),
        ({"types": ["thesis", "book"]}, "BC"),
        ({"types": "phdthesis"}, "C"),
        ({"keywords": ["two"]}, "CA"),
        ({"keywords": "TWO", "types": ["article"]}, "A"),
        ({"group": "year"}, "DBCA"),
        ({"group": "type"}, "ABCD"),
    ],
)
def test_which_entries_in_which_order(
    cv: Callable[..., Document], wishes: dict[str, Any], order: str
) -> None:
    own = cv(THREE, wishes)
    assert "".join(titles(own)) == order
    assert found(own) == []
    assert titles(cv(THREE, {}, bibliography=wishes)) == titles(own)


def test_headings(cv: Callable[..., Document]) -> None:
    def headings(document: Document) -> list[str]:
        page = view.build(document, read(document, TODAY))
        return [part.title.plain if part.title else "" for part in page.sections[0].sections]

    assert headings(cv(THREE, {"group": "year"})) == ["", "2022", "2021", "2020"]
    types = ["Journal Articles", "Books", "Theses", "Other Publications"]
    assert headings(cv(THREE, {"group": "type"})) == types
    german = cv(THREE, {"group": "type"}, locale="de")
    assert headings(german)[1] == "Bücher"


def test_headings_in_each_language_of_the_cv(cv: Callable[..., Document]) -> None:
    document = cv(THREE, {"group": "type"}, locale=["en", "de"])
    assert found(document) == []
    books = languages.choose(document, "de").nodes["/sections/0/sections/1"]
    assert isinstance(books, Mapping)
    assert books.text("title") == "Bücher"
    thesis = cv("@phdthesis{x, author={Ada Example}, title={T}, school={X}}", locale=["en", "de"])
    assert found(thesis) == []
    texts = [work(languages.choose(thesis, tag))["venue"] for tag in ("en", "de")]
    assert texts == ["PhD thesis, X", "Dissertation, X"]


def test_numbers_go_through_the_headings(cv: Callable[..., Document]) -> None:
    text = {"title": "W", "numbering": "descending", "publications": {"group": "type"}}
    document = cv(THREE, sections=[text], bibliography={"file": "papers.bib"})
    page = view.build(document, read(document, TODAY))
    numbers = [entry.number for part in page.sections[0].sections for entry in part.entries]
    assert numbers == ["4.", "3.", "2.", "1."]


@pytest.mark.parametrize(
    ("names", "most", "shown"),
    [
        ("Ada Example and B. C. and D. E. and F. G.", 2, ["Ada Example", "B. C.", "…"]),
        ("B. C. and D. E. and Ada Example", 2, ["B. C.", "…", "Ada Example"]),
        ("B. C. and D. E. and Ada Example and F. G.", 2, ["B. C.", "…", "Ada Example", "…"]),
        ("B. C. and D. E. and Ada Example", 1, ["…", "Ada Example"]),
        ("B. C. and D. E.", 2, ["B. C.", "D. E."]),
        ("B. C. and D. E. and others", 2, ["B. C.", "D. E.", "et al."]),
    ],
)
def test_at_most_so_many_authors(
    cv: Callable[..., Document], names: str, most: int, shown: list[str]
) -> None:
    text = f"@book{{x, author = {{{names}}}, title = {{T}}}}"
    assert work(cv(text, {"authors_max": most}))["authors"] == shown
    assert work(cv(text, bibliography={"authors_max": most}))["authors"] == shown


STYLED = "{Example, Ada Maria and van der Berg, Jean-Paul and {NASA} and Tang, Jr, T. and 王, 小明}"


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("full", ["Ada Maria Example", "Jean-Paul van der Berg", "NASA", "T. Tang Jr", "小明 王"]),
        ("initials", ["A. M. Example", "J.-P. van der Berg", "NASA", "T. Tang Jr", "小明 王"]),
        (
            "last-first",
            ["Example, A. M.", "van der Berg, J.-P.", "NASA", "Tang Jr, T.", "王, 小明"],
        ),
        ("vancouver", ["Example AM", "van der Berg JP", "NASA", "Tang Jr T", "王 小明"]),
    ],
)
def test_names_in_each_style(cv: Callable[..., Document], style: str, shown: list[str]) -> None:
    text = f"@book{{x, author = {STYLED}, title = {{T}}, year = 2020}}"
    me = {"name": "Ada Maria Example"}
    document = cv(text, bibliography={"style": style}, person=me)
    assert work(document)["authors"] == shown
    assert work(cv(text, {"style": style}, bibliography={"style": "full"}))["authors"] == shown
    page = view.build(document, read(document, TODAY))
    line = next(line for line in page.sections[0].entries[0].lines if len(line.left) > 4)
    assert [run.bold for run in line.left[0].words.runs] == [True]
    assert not any(run.bold for part in line.left[1:] for run in part.words.runs)
    assert {one.id for one in found(document)} <= {"unknown-word"}


def test_an_initial_stays_one() -> None:
    assert initials("Yu. K") == "Yu. K."
    assert initials("jean-paul") == "J.-P."
    assert initials("Łukasz Ö") == "Ł. Ö."


def test_these_are_all_wishes() -> None:
    """Each is obeyed in a test above; the file, in all."""
    known = {"keys", "types", "keywords", "sort", "group", "authors_max", "style"}
    general = shape.resolve("#/$defs/bibliography")["properties"]
    assert set(general) == known | {"file"}
    own = shape.resolve("#/$defs/section")["properties"]["publications"]["properties"]
    assert set(own) == known | {"bibliography"}
    assert all(general[key] == own[key] for key in known)


# What is told, and where


def test_faults_are_told_at_the_line_of_the_bib(cv: Callable[..., Document]) -> None:
    text = (
        "@string{a = {A}}\n"
        "@article{one, author = {Ada Example}, title = {One \\foo x},\n"
        "  doi = {s41586}, year = {202x}, journal = b}\n"
        "@article{two, author = {Ada Example}}\n"
        "@article{one, author = {Ada Example}, title = {Again}}\n"
        "@article{three, author = {K. Zhu}, title = {Three}, title = {3}}\n"
    )
    document = cv(text)
    assert told(document) == [
        ("papers.bib", 2, "latex-in-text", r"There is no letter for \foo."),
        ("papers.bib", 3, "doi-malformed",
         "This is no DOI: one begins with 10., a number and a slash."),
        ("papers.bib", 3, "date-invalid", told(document)[2][3]),
        ("papers.bib", 3, "bib-syntax", "No @string is called b."),
        ("papers.bib", 4, "missing-key", "“title” is missing."),
        ("papers.bib", 5, "duplicate-key",
         "This key stands on line 2 already; only the first one counts."),
        ("papers.bib", 6, "own-name-missing", "You are not among these authors."),
        ("papers.bib", 6, "duplicate-key",
         "“title” stands in this entry already; only the first one counts."),
    ]  # fmt: skip
    doi = found(document)[1]
    assert doi.span is not None
    line = text.splitlines()[doi.span.line - 1]
    assert line[doi.span.column - 1 : doi.span.end_column - 1] == "s41586"
    assert all(one.fix is None for one in found(document))


def test_only_what_is_shown_is_judged(cv: Callable[..., Document]) -> None:
    text = SALT + "@article{bad, author = {A, B, C, D}, title = {\\foo}, journal = nope}\n"
    assert found(cv(text, {"keys": ["salt"]})) == []
    assert len(found(cv(text))) > 1
    broken = text + "@article{worse, title = {X}\n year = 2}\n"
    assert told(cv(broken, {"keys": ["salt"]})) == [
        ("papers.bib", 4, "bib-syntax", "A comma is missing before this field.")
    ]


def test_a_fault_of_an_entry_that_stands_twice_is_told_once(cv: Callable[..., Document]) -> None:
    sections = [{"title": t, "publications": {"bibliography": "papers.bib"}} for t in "AB"]
    document = cv("@book{a, author = {Ada Example}, title = {\\foo x}}", sections=sections)
    assert [one.id for one in found(document)] == ["latex-in-text"]


def test_spelling_is_not_judged_in_a_bib(cv: Callable[..., Document]) -> None:
    text = "@book{a, author = {Ada Example}, title = {Teh teh Recieved  2010-2012 (}, year = 2020}"
    assert found(cv(text)) == []


def test_letters_that_nobody_sees_are_told_where_they_are_printed(
    cv: Callable[..., Document],
) -> None:
    text = "@book{a, author = {Ada Example}, abstract = {\u200b},\n title = {Salt\u202e Roads}}"
    assert [(line, id) for _, line, id, _ in told(cv(text))] == [(2, "invisible-character")]


def test_latin_1(cv: Callable[..., Document]) -> None:
    text = "@book{a,\n author = {Ada Example},\n title = {Müller's Café}}".encode("latin-1")
    document = cv(text)
    assert told(document) == [("papers.bib", 3, "bib-syntax", "The byte 0xFC is not UTF-8.")]
    assert titles(document) == ["Müller's Café"]


def test_an_ignore_on_the_section_or_at_the_line_silences(tmp_path: Path) -> None:
    (tmp_path / "papers.bib").write_text("@book{a, author = {K. Zhu}, title = {T}}")
    section = "sections:\n  - title: W\n{}    publications: {{bibliography: papers.bib}}{}\n"
    ignores = [
        ("    ignore: [own-name-missing]\n", ""),
        ("", " # cvpress: ignore own-name-missing"),
    ]
    name = (tmp_path / "cv.yaml").as_posix()
    for before, behind in ignores:
        text = "person: {name: Ada Example}\n" + section.format(before, behind)
        assert found(checking.opened(text.encode(), name)) == []
    text = "person: {name: Ada Example}\n" + section.format("", "")
    assert [one.id for one in found(checking.opened(text.encode(), name))] == ["own-name-missing"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("../papers.bib", "A bibliography lies beside the CV or below."),
        ("/papers.bib", "A bibliography lies beside the CV or below."),
        ("https://example.org/papers.bib", "A bibliography is a file, not an address."),
        ("none.bib", "There is no such file beside the CV."),
        ("folder", "This is no file."),
        ("out.bib", "This leads out of the folder of the CV."),
        ("a\\b.bib", "There is a \\ in this path."),
    ],
)
def test_the_file_lies_beside_the_cv(
    cv: Callable[..., Document], tmp_path: Path, written: str, message: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "out.bib").symlink_to("/etc/hostname")
    document = cv(SALT, {"bibliography": written})
    assert [(f.id, f.message) for f in found(document)] == [("bib-missing", message)]
    assert titles(document) == []


def test_a_section_that_names_no_file(cv: Callable[..., Document]) -> None:
    document = cv(SALT, sections=[{"title": "W", "publications": {"sort": "newest"}}])
    assert [(f.id, f.message) for f in found(document)] == [
        ("missing-key", "“bibliography” is missing.")
    ]
    assert titles(document) == []


def test_a_subsection_takes_entries_and_no_headings(cv: Callable[..., Document]) -> None:
    def subsection(**wishes: str) -> list[dict[str, Any]]:
        asked = {"bibliography": "papers.bib", **wishes}
        return [{"title": "W", "sections": [{"title": "B", "publications": asked}]}]

    assert titles(cv(SALT, sections=subsection())) == ["Salt Roads"]
    grouped = cv(SALT, sections=subsection(group="year"))
    assert [(f.id, f.message) for f in found(grouped)] == [
        ("wrong-value", "A subsection has no headings below it.")
    ]
    assert titles(grouped) == ["Salt Roads"]


@pytest.mark.parametrize(
    ("wishes", "ids"),
    [
        ({"sort": "newst"}, ["wrong-value"]),
        ({"keyz": ["salt"]}, ["unknown-key"]),
        ({"authors_max": 0}, ["wrong-value"]),
        ({"authors_max": "x"}, ["wrong-type"]),
        ({"keys": ["sal"]}, ["bib-entry-missing"]),
    ],
)
def test_wrong_wishes(cv: Callable[..., Document], wishes: dict[str, Any], ids: list[str]) -> None:
    assert [one.id for one in found(cv(SALT, wishes))] == ids


@pytest.mark.parametrize("group", [{}, {"group": "year"}])
def test_a_wrong_wish_is_told_at_its_place(
    cv: Callable[..., Document], group: dict[str, str]
) -> None:
    document = cv(SALT, {**group, "sort": "newst", "style": "ful"})
    told = [(one.span.line, one.span.column) for one in found(document) if one.span]
    lines = document.text.split("\n")
    assert [lines[line - 1][column:][:3] for line, column in told] == ["new", "ful"]


def test_without_the_library_it_is_said_in_one_sentence(
    cv: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("cvpress.bibliography.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pybtex", None)
    monkeypatch.setitem(sys.modules, "pybtex.database.input.bibtex", None)
    (one,) = found(cv(SALT + "@book{other}"))
    assert one.id == "bib-missing"
    assert "is not installed" in one.message


# What follows need not know of it


def test_a_cv_without_a_bibliography_loads_nothing_of_it() -> None:
    import subprocess

    code = (
        "import sys; from cvpress import checking; from cvpress.settings import Wishes;"
        "checking.check(sys.argv[1], Wishes());"
        "print([m for m in sys.modules if m.startswith(('pybtex', 'pylatexenc', 'cvpress.bib'))])"
    )
    path = str(CASES / "seed-clean.yaml")
    said = subprocess.run(
        [sys.executable, "-c", code, path],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    loaded = json.loads(said.stdout.replace("'", '"'))
    assert [name for name in loaded if not name.startswith("cvpress.checks")] == [
        "cvpress.bibliography"
    ]


def test_the_editor_shows_a_fault_where_the_bib_is_named(tmp_path: Path) -> None:
    from cvpress.lsp.files import File
    from cvpress.lsp.text import Text

    (tmp_path / "papers.bib").write_text(SALT + "@book{b, author = {Ada Example}, year = 2020}")
    text = (
        "person: {name: Ada Example}\n"
        "sections:\n"
        "  - title: Works\n"
        "    publications: {bibliography: papers.bib}\n"
    )
    file = File((tmp_path / "cv.yaml").as_uri(), Text(text))
    (one,) = file.checked().findings
    assert one.message == "papers.bib:2: “title” is missing."
    assert one.span is not None
    assert (one.file, one.span.line) == (file.path, 4)
    known = file.known()
    assert known is not None
    assert isinstance(known.nodes["/sections/0/publications"], Mapping)


def test_variants_and_fixes_go_on(cv: Callable[..., Document]) -> None:
    document = cv(THREE, variants={"v": {"sections": ["Works"]}})
    assert titles(variants.select(document, "v")) == titles(document)
    sections = [
        {"title": "Works", "publications": {"bibliography": "papers.bib"}},
        {"title": "Me", "text": "One of of us."},
    ]
    text = cv(THREE, sections=sections).text
    mended = mend(text.encode(), document.name, TODAY)
    assert "of of" not in mended.after.document.text
    assert titles(mended.after.document) == titles(document)


def test_the_case_is_built_and_proved() -> None:
    built = build((CASES / "bibliography" / "cv.yaml").as_posix(), TODAY, Order(strict=True))
    assert built.findings == ()
    assert built.pages == 1


def test_no_tex_comes_through(cv: Callable[..., Document]) -> None:
    text = r"@book{a, author = {Ada Example}, title = {\input{/etc/passwd} $\write18{x}$ \# 1}}"
    document = cv(text)
    assert all("\\" not in line for line in lines(document))


def test_two_thousand_entries_in_under_two_seconds(cv: Callable[..., Document]) -> None:
    """Of the time of this process: the machine may be busy."""
    names = " and ".join(f"Maes{{\\'e}}{n}, P. Q." for n in range(4))
    text = "".join(
        f'@article{{k{n}, author = {{Example, Ada and {names}}}, title = {{{{Salt}} {n} {{\\"o}}}},'
        f" journal = {{J}}, year = {1990 + n % 35}, doi = {{10.1000/x{n}}}, pages = {{1--9}}}}\n"
        for n in range(2000)
    )
    start = time.process_time()
    document = cv(text, {"group": "year"})
    assert found(document) == []
    assert time.process_time() - start < 4
    assert len(works(document)) == 2000

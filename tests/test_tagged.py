"""The tagged PDF: its tree, read back, says what the view says, and nothing that is seen moves."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import astuple
from functools import cache
from io import BytesIO
from pathlib import Path

import pictures
import pikepdf
import pytest
import structure
from builds import OURS, TODAY, case, lay, pdf
from need import need
from pdfminer.high_level import extract_text
from pikepdf import Array, Dictionary, Name
from structure import Element

from cvpress import pipeline, printed, tagged
from cvpress.settings import Wishes
from cvpress.tagged import unicode
from cvpress.view.body import Bullet, Entry, Section
from cvpress.view.model import View

SIGNS = r"[\s|•·]"


@cache
def finished(name: str, look: str = "classic", engine: str = "embedded") -> bytes:
    return tagged.finish(pdf(name, look, engine))


@cache
def tree(name: str, look: str = "classic", engine: str = "embedded") -> Element:
    return structure.read(finished(name, look, engine)).root


def same(text: str) -> str:
    """Return a text as it is compared: a theme may print capitals."""
    return " ".join(text.split()).casefold()


def left_over(said: str, view: View) -> str:
    """Return where the tree does not say the next text of a view, "" where it says all of them."""
    between = re.compile(f"(?:{SIGNS}|{'|'.join(map(re.escape, separators(view)))})*")
    said, at = same(said), 0
    for wanted in (same(words.plain) for words in view.words()):
        end = between.match(said, at).end()  # type: ignore[union-attr]
        at = next((start for start in range(end, at - 1, -1) if said.startswith(wanted, start)), -1)
        if at < 0:
            return f"{wanted!r} is not at {said[end - 10 : end + 80]!r}"
        at += len(wanted)
    return said[between.match(said, at).end() :]  # type: ignore[union-attr]


def separators(view: View) -> set[str]:
    """Return what parts the pieces of a view's lines."""
    lines = [*view.person.details]
    for entry in entries(view):
        lines += [*entry.lines, *entry.closing]
    parts = [part for line in lines for part in (*line.left, *line.right)]
    return {",", *(same(one) for part in parts for one in (part.before, part.after))} - {""}


CASES = ("hard", "seed-clean", "long")
LOOKS = pytest.mark.parametrize("look", OURS)


@pytest.mark.parametrize("name", CASES)
@LOOKS
def test_the_tree_says_what_the_view_says_word_by_word(name: str, look: str) -> None:
    said = " ".join(one if isinstance(one, str) else one.text for one in leaves(tree(name, look)))
    assert left_over(said, case(name, look).view) == ""


def leaves(element: Element) -> Iterator[Element]:
    """Yield the paragraphs, headings, labels and bodies: what text stands in."""
    for one in element.all("H1", "H2", "H3", "P", "Lbl", "LBody"):
        own = [kid for kid in one.kids if isinstance(kid, str) or kid.kind == "Link"]
        if own:
            yield Element(one.kind, own)


@LOOKS
def test_a_line_is_one_paragraph_however_it_is_set(look: str) -> None:
    paragraphs = [same(one.text) for one in tree("hard", look).all("P")]
    for entry in entries(case("hard", look).view):
        for line in (*entry.lines, *entry.closing):
            words = [same(words.plain) for words in line.words()]
            assert any(all(one in text for one in words) for text in paragraphs), words


@LOOKS
def test_headings(look: str) -> None:
    view, found = case("hard", look).view, tree("hard", look).all("H1", "H2", "H3")
    person = view.person
    assert found[0].kind == "H1"
    assert same(person.name.plain) in same(found[0].text)
    wanted = [(kind, same(title)) for kind, title in titles((*view.aside, *view.sections))]
    assert [(one.kind, same(one.text)) for one in found[1:]] == wanted


def titles(sections: tuple[Section, ...], kind: str = "H2") -> Iterator[tuple[str, str]]:
    for section in sections:
        if section.title and not section.hide_title:
            yield kind, section.title.plain
        yield from titles(section.sections, "H3")


@LOOKS
def test_links_lead_where_the_view_says(look: str) -> None:
    links = tree("hard", look).all("Link")
    assert [one.links[0] for one in links] == [url for _, url in case("hard", look).view.links()]
    assert all(len(set(one.links)) == 1 for one in links)
    assert any(len(one.links) > 1 for one in links), "one is set on two lines"


@LOOKS
def test_lists(look: str) -> None:
    """A list for each group of bullets, one within another; one for the entries that count."""
    view, root = case("hard", look).view, tree("hard", look)
    lists = root.all("L")
    assert {one.kind for each in lists for one in each.kids if isinstance(one, Element)} == {"LI"}
    counted = [item for one in lists if one.numbering == "Decimal" for item in one.kids]
    assert [label(item) for item in counted] == [e.number for e in entries(view) if e.number]
    bullets = [item for one in lists if one.numbering == "Disc" for item in one.kids]
    assert {label(item) for item in bullets} == {"•"}
    below = [item for one in root.all("LBody") for item in one.all("L")]
    top = [one for one in lists if one not in below or one.numbering == "Decimal"]
    assert len(top) < len(lists)
    found = [shape(item) for item in (*counted, *bullets)]
    for bullet in (bullet for entry in entries(view) for bullet in entry.bullets):
        assert shape_of(bullet) in found


def label(item: Element | str) -> str:
    assert isinstance(item, Element)
    return item.all("Lbl")[0].text.strip()


def body(item: Element | str) -> Element:
    assert isinstance(item, Element)
    return item.all("LBody")[0]


Shape = tuple[str, list["Shape"]]  # of a bullet: its words, the bullets below it


def shape(item: Element | str) -> Shape:
    own, lists = "", []
    for kid in body(item).kids:
        if isinstance(kid, str) or kid.kind != "L":
            own += kid if isinstance(kid, str) else kid.text
        else:
            lists.append(kid)
    assert len(lists) < 2
    return same(own), [shape(low) for one in lists for low in one.kids]


def shape_of(bullet: Bullet) -> Shape:
    return same(bullet.words.plain + bullet.marks), [shape_of(low) for low in bullet.bullets]


def entries(view: View) -> Iterator[Entry]:
    for section in (*view.aside, *view.sections):
        for one in (section, *section.sections):
            for entry in one.entries:
                yield from (entry, *entry.roles)


@LOOKS
def test_not_a_pixel_moves_and_readers_copy_the_same_words(look: str) -> None:
    before, after = pdf("hard", look), finished("hard", look)
    old, new = printed.read(before), printed.read(after)
    assert [page.text for page in old.pages] == [page.text for page in new.pages]
    assert old.links == new.links
    for one, other in zip(old.words, new.words, strict=True):
        assert (one.text, one.page) == (other.text, other.page)
        assert astuple(other.box) == pytest.approx(astuple(one.box), abs=0.001)
    assert case("hard", look).told(after) == []
    assert run("pdftoppm", "-r", "150", "-", pdf=before) == run(
        "pdftoppm", "-r", "150", "-", pdf=after
    )
    for how in ((), ("-layout",), ("-raw",)):
        copied = [run("pdftotext", *how, "-", "-", pdf=data).split() for data in (before, after)]
        assert copied[0] == copied[1], how
    # pdfminer's guess at columns turns on spaces, too: the same words, their order about as good
    words = [sorted(extract_text(BytesIO(data)).split()) for data in (before, after)]
    assert words[0] == words[1]


def run(program: str, *arguments: str, pdf: bytes) -> bytes:
    """Return what a program of poppler makes of a PDF."""
    argv = [need(program), *arguments]
    return subprocess.run(argv, input=pdf, capture_output=True, check=True, timeout=60).stdout


QUIET = "\\makeatletter\\cvpressquiet\\renewcommand\\cvpressspan[2]{#2}\\makeatother\n"


@LOOKS
def test_marks_move_nothing(look: str) -> None:
    """But for the rounding of pdfTeX, which a mark ends: 0.3 pt at the end of a line in Charter."""
    laid = case("hard", look)
    bare = printed.read(laid.press(QUIET + laid.body)).words
    marked = printed.read(pdf("hard", look)).words
    assert [(word.text, word.page) for word in bare] == [(word.text, word.page) for word in marked]
    for one, other in zip(bare, marked, strict=True):
        assert other.box.left == pytest.approx(one.box.left, abs=0.3)
        assert other.box.bottom == pytest.approx(one.box.bottom, abs=0.02)


LONG = """
person: {name: Ada Lovelace}
sections:
  - title: Profile
    text: %s
design: {page_numbers: true}
"""


def test_a_paragraph_and_a_link_that_run_over_the_page() -> None:
    many = " ".join(f"word{n}" for n in range(2000))
    link = f"[{many}](https://example.org/long)"
    written = tagged.finish(lay(LONG % f'"Before it {link} after."').press())
    read = structure.read(written)
    assert [one for one in read.loose if "Page" in one], "the feet are artifacts"
    root = read.root
    (paragraph,) = root.all("P")
    assert paragraph.text == f"Before it {many} after."
    (found,) = root.all("Link")
    assert len(found.pages) > 1
    assert set(found.links) == {"https://example.org/long"}
    assert len(found.links) > 20, "one annotation a line"


def test_the_same_bytes_twice() -> None:
    assert tagged.finish(pdf("hard")) == finished("hard")


ICONS = """
person: {name: Ada, email: ada@example.org, profiles: [{network: GitHub, username: ada}]}
design: {icons: true}
sections: [{title: One, text: x}]
"""


@LOOKS
def test_an_icon_is_read_as_its_word_or_not_at_all(look: str) -> None:
    made = lay(ICONS, look)
    written = tagged.finish(made.press())
    root = structure.read(written).root
    said = [one.text.strip() for one in root.all("P")]
    assert " ".join(said).split() == ["ada@example.org", "GitHub:", "ada", "x"]
    assert made.told(written) == []


TONGUES = """
locale: [en, fr, de]
person: {name: Ada Lovelace}
sections:
  - title: Posts
    experience:
      - organization: Académie
        lang: fr
        location: Paris
        roles:
          - {title: Lectrice, date: 2001}
          - title: Leserin
            lang: de
            highlights: [Las., {text: Lisait., lang: fr}, Sang.]
          - {title: Directrice, date: 2003}
      - {organization: Academy, date: 2000}
"""


@LOOKS
def test_what_is_in_another_language_says_so(look: str) -> None:
    root = structure.read(tagged.finish(lay(TONGUES, look).press())).root
    said = {same(one.text): one.lang for one in root.all("P", "LBody")}
    wanted = {"acad": "fr", "lect": "fr", "lese": "de", "las.": "de", "lisa": "fr", "sang": "de"}
    wanted |= {"dire": "fr"}
    found = {text[:4]: lang for text, lang in said.items() if text[:4] in wanted and lang}
    assert found == wanted
    assert next(lang for text, lang in said.items() if "academy" in text) == ""


def test_only_a_tag_goes_into_the_page_as_a_language() -> None:
    body = lay(TONGUES.replace("lang: fr", 'lang: "x)/Evil("')).body
    assert re.findall(r"\\cvlang\{.*", body) == [r"\cvlang{de}"]


LETTER = """
person: {name: Ada Lovelace, photo: ada.png, email: ada@example.org}
sections: [{title: One, bullets: [x]}]
closing: {text: All of it is true., location: London, signature: ada.png}
letter:
  to: {name: Charles Babbage, address: "1 Dorset Street"}
  subject: The engine
  opening: Dear Charles,
  body: It weaves algebraical patterns.
  ending: Yours,
"""


@LOOKS
def test_pictures_and_the_letter(look: str, tmp_path: Path) -> None:
    cv = tmp_path / "cv.yaml"
    cv.write_text(LETTER, "utf-8")
    cv.with_name("ada.png").write_bytes(pictures.png())
    built = pipeline.build(str(cv), Wishes(today=TODAY), pipeline.Order(theme=look))
    root = structure.read(built.pdf).root
    assert [one.alt for one in root.all("Figure")] == ["Ada Lovelace"] * 2
    assert [one.kind for one in root.kids if isinstance(one, Element)].count("Figure") == 2
    assert built.checked
    order = pipeline.Order(theme=look, engine="embedded")
    letter = pipeline.build_letter(built.checked, Wishes(today=TODAY), order)
    root = structure.read(letter.pdf).root
    said = [one.text.strip() for one in root.all("H1", "H2", "P")]
    assert [same(text) for text in said[-7:]] == [
        *("charles babbage", "1 dorset street", "the engine", "dear charles,"),
        *("it weaves algebraical patterns.", "yours,", "ada lovelace"),
    ]


CODES = {1: "漢", 2: "字", 3: "は", 4: "A", 5: "א", 6: "한"}


def lines(*codes: str) -> pikepdf.Pdf:
    """Return a page with a paragraph, a string a line, in a font of two-byte codes (CODES)."""
    document = pikepdf.new()
    page = document.add_blank_page()
    rows = "".join(f"<{code:04X}> <{ord(text):04X}>\n" for code, text in CODES.items())
    told = (
        f"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange {len(CODES)} beginbfchar"
    )
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.Odd,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=Dictionary(Type=Name.FontDescriptor, FontName=Name.Odd),
        W=Array([1, Array([1000, 1000]), 3, 6, 500]),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Odd,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([document.make_indirect(below)]),
        ToUnicode=document.make_stream(f"{told}\n{rows}endbfchar endcmap".encode()),
    )
    page.Resources = Dictionary(Font=Dictionary(F1=document.make_indirect(font)))
    text = " ".join(f"0 -12 Td <{code}> Tj" for code in codes)
    content = f"/cvBlock<</S/P/E 0>>DP BT /F1 10 Tf 50 700 Td {text} ET /cvEnd MP"
    page.Contents = document.make_stream(content.encode())
    return document


def written(document: pikepdf.Pdf) -> bytes:
    document.save(out := BytesIO())
    return tagged.finish(out.getvalue())


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (("00010002", "0003"), "漢字は"),
        (("00040004", "0004"), "AA A"),
        (("0001", "0004"), "漢A"),
        (("0006", "0006"), "한 한"),
    ],
)
def test_a_new_line_parts_words_but_in_scripts_without_spaces(
    codes: tuple[str, ...], text: str
) -> None:
    assert structure.read(written(lines(*codes))).root.text == text


@pytest.mark.parametrize(("codes", "claims"), [("0004", True), ("00040005", False)])
def test_letters_that_stand_backwards_claim_nothing(codes: str, claims: bool) -> None:
    """TeX draws Hebrew and Arabic from left to right; the standards want the order of reading."""
    with pikepdf.open(BytesIO(written(lines(codes)))) as document:
        packet = document.Root.Metadata.read_bytes()
    assert (b"<pdfuaid:part>1<" in packet) is claims
    assert (b"<pdfaid:conformance>A<" in packet) is claims


def test_codes_and_ranges_of_codes_are_read() -> None:
    told = b"""2 beginbfchar <0001> <0041> <0002> <D83DDE00> endbfchar
    2 beginbfrange <0003> <0005> <0061> <0006> <0007> [<0066> <00660069>] endbfrange"""
    letters = {1: "A", 2: "\U0001f600", 3: "a", 4: "b", 5: "c", 6: "f", 7: "fi"}
    assert unicode.table(told) == letters

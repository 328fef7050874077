"""Two PDFs compared: words by section, moves, layout, pictures; and what no CV would be."""

from __future__ import annotations

import struct
import time
import zlib
from collections.abc import Sequence
from io import BytesIO

import pikepdf
import pytest
from builds import lay
from hypothesis import given
from hypothesis import strategies as st
from pdfs import Piece, add, saved
from pikepdf import Array, Dictionary, Name, OutlineItem

from cvpress import comparing
from cvpress.comparing import compare as compare_facts
from cvpress.comparing import drawing, sheets
from cvpress.comparing.model import Change, Compared
from cvpress.comparing.png import encode
from cvpress.comparing.side import side
from cvpress.comparing.words import differences, tokens_changed
from cvpress.errors import UsageError
from cvpress.printed import pictures, read
from cvpress.printed.model import Box, Page, Printed, Word

NAMES = ("old.pdf", "new.pdf")
HEADINGS = ("Education", "Work")


def lines(*texts: str, top: float = 780) -> list[Piece]:
    """Return lines of text, one below the other."""
    return [(72, top - 16 * number, text) for number, text in enumerate(texts)]


def pdf(
    *pages: Sequence[Piece],
    outline: Sequence[tuple[str, int]] = (),
    top: float = 842,
    **how: object,
) -> bytes:
    """Return a PDF; `outline`: titles of bookmarks, and the pages (from 0) they lead to."""
    made = pikepdf.new()
    for page in pages:
        add(made, page, **how)  # type: ignore[arg-type]
    with made.open_outline() as marks:
        marks.root.extend(OutlineItem(title, page, "XYZ", top=top) for title, page in outline)
    return saved(made)


def cv(*texts: str) -> bytes:
    """Return a PDF of one page, with bookmarks for the lines that are headings."""
    found = [(text, 0) for text in texts if text in HEADINGS]
    return pdf(lines(*texts), outline=found)


def compare(old: bytes, new: bytes, names: tuple[str, str] = NAMES) -> Compared:
    return compare_facts(read(old), read(new), names)


def told(old: bytes, new: bytes) -> list[tuple[str, str, str, str]]:
    """Return the changes: kind, section, words of the old PDF, words of the new one."""
    found = compare(old, new, NAMES).changes
    return [(change.kind, change.section, change.old, change.new) for change in found]


def facts(old: bytes, new: bytes) -> list[tuple[str, str]]:
    return [(fact.kind, fact.text) for fact in compare(old, new, NAMES).facts]


OLD = ("Ada Example", "Education", "KU Leuven, Belgium", "Work", "Led a team of five people")


def test_the_same_is_the_same() -> None:
    compared = compare(cv(*OLD), cv(*OLD), NAMES)
    assert compared.same
    assert drawn(cv(*OLD), cv(*OLD))[1] == sheets.Drawn()


def test_a_word_that_changed_is_told_in_its_section_with_its_neighbours() -> None:
    new = ("Ada Example", "Education", "KU Leuven, Belgium", "Work", "Led a team of six people")
    (change,) = compare(cv(*OLD), cv(*new), NAMES).changes
    assert change == Change(
        "changed", "Work", "five", "six", before="Led a team of", after="people", pages=(1, 1)
    )


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ((*OLD, "Shipped it."), ("added", "Work", "", "Shipped it.")),
        (OLD[:-1], ("lost", "Work", "Led a team of five people", "")),
        (("Ada A. Example", *OLD[1:]), ("added", "", "", "A.")),
        ((*OLD[:2], "KU Leuven Belgium", *OLD[3:]), ("changed", "Education", "Leuven,", "Leuven")),
        ((*OLD[:2], "KU Leuven, (Belgium)", *OLD[3:]),
         ("changed", "Education", "Belgium", "(Belgium)")),
        ((*OLD[:2], "K-U Leuven, Belgium", *OLD[3:]), ("changed", "Education", "KU", "K-U")),
    ],
)  # fmt: skip
def test_what_changed_is_whole_words(new: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert told(cv(*OLD), cv(*new)) == [expected]


def test_bullets_that_came_are_told_one_by_one_each_with_its_sign() -> None:
    old = cv("Ada", "Work", "• first of all", "• last of all")
    new = cv("Ada", "Work", "• first of all", "• then this", "• then that", "• last of all")
    assert [one[2:] for one in told(old, new)] == [("", "• then this"), ("", "• then that")]
    assert [one[2:] for one in told(new, old)] == [("• then this", ""), ("• then that", "")]


def test_a_line_that_breaks_elsewhere_is_no_difference() -> None:
    old = cv("Built a well-known tool", "and co-", "located it")
    assert told(old, cv("Built a well-", "known tool and co-located it")) == []


@pytest.mark.parametrize("top", [842, 730])
def test_a_section_begins_with_its_heading_not_with_a_word_like_it(top: float) -> None:
    texts = ("Education", "Work at night, five days", "Work", "Led a team")
    made = lines(*texts), lines(*texts[:1], "Work at night, six days", *texts[2:])
    with_marks = [pdf(page, outline=[("Education", 0), ("Work", 0)], top=top) for page in made]
    assert told(*with_marks) == [("changed", "Education", "five", "six")]


@pytest.mark.parametrize(
    ("headings", "section"),
    [
        # no height: the later heading belongs to the later bookmark
        ([("Work", None), ("Education", None), ("Work", None)], "Work"),
        # a bookmark that leads up the page, as to a side bar
        ([("Education", 748), ("Work", 780)], "Education"),
    ],
)
def test_a_heading_that_is_said_twice(
    headings: list[tuple[str, float | None]], section: str
) -> None:
    old, new = (
        pdf(lines("Work", "a team", "Education", "Work", last)) for last in ("books", "lists")
    )
    assert told(*(marked(each, headings) for each in (old, new))) == [
        ("changed", section, "books", "lists")
    ]


def marked(source: bytes, headings: list[tuple[str, float | None]]) -> bytes:
    """Return a PDF with bookmarks that lead to heights on its page."""
    with pikepdf.open(BytesIO(source)) as made:
        with made.open_outline() as marks:
            for title, top in headings:
                where = {"page_location": "Fit"} if top is None else {"top": top}
                how = {"page_location": "XYZ", **where}
                marks.root.append(OutlineItem(title, 0, **how))
        return saved(made)


def test_what_stands_elsewhere_has_moved() -> None:
    new = ("Ada Example", "Work", "Led a team of five people", "Education", "KU Leuven, Belgium")
    (change,) = compare(cv(*OLD), cv(*new), NAMES).changes
    assert (change.kind, change.new) == ("moved", "Education KU Leuven, Belgium")
    assert change.before == "team of five people"


def test_words_that_move_to_another_section_say_where_they_come_from() -> None:
    task = "Rebuilt the data store from nothing"
    old = ("Ada Example", "Education", task, "KU Leuven, Belgium", "Work", "Led a team")
    new = ("Ada Example", "Education", "KU Leuven, Belgium", "Work", "Led a team", task)
    (change,) = compare(cv(*old), cv(*new), NAMES).changes
    assert (change.kind, change.section, change.source) == ("moved", "Work", "Education")


def test_a_date_that_is_found_elsewhere_has_not_moved() -> None:
    kinds = {kind for kind, *_ in told(cv("From 2019 - 2021, then"), cv("then 2019 - 2021,"))}
    assert kinds
    assert "moved" not in kinds


def test_a_pdf_without_bookmarks_is_told_by_page() -> None:
    old, new = pdf(lines("one two"), lines("three")), pdf(lines("one two"), lines("four"))
    assert told(old, new) == [("changed", "page 2", "three", "four")]


def test_counts_are_of_words() -> None:
    new = (*OLD[:-1], "Led a team of twenty odd people")
    counts = compare(cv(*OLD), cv(*new), NAMES).counts
    assert (counts.added, counts.lost, counts.moved) == (2, 1, 0)


# --- layout ----------------------------------------------------------------------------------


def test_what_goes_to_another_page_is_told_once() -> None:
    first, second = lines("Ada Example"), lines("Work", "Led a team", "Shipped it")
    old = pdf([*first, *lines("Work", "Led a team", "Shipped it", top=700)], outline=[("Work", 0)])
    new = pdf(first, second, outline=[("Work", 1)])
    assert facts(old, new) == [
        ("pages", "1 page → 2 pages."),
        ("moved-page", "Work: 3 lines from “Work” on stand on page 2, no longer on page 1."),
    ]


def test_a_page_s_number_is_no_word_of_it() -> None:
    old = pdf([*lines("one"), (280, 30, "1 / 1")])
    new = pdf([*lines("one"), (280, 30, "Ada - 1 / 2")], [*lines("two"), (280, 30, "Ada - 2 / 2")])
    assert told(old, new) == [("added", "page 2", "", "two")]
    in_text = pdf([*lines("one"), (280, 400, "1 / 1")])
    assert told(pdf(lines("one")), in_text) == [("added", "page 1", "", "1 / 1")]


def test_paper_links_and_metadata() -> None:
    link = [(72, 780, 100, 790, "https://example.org/a")]
    other = [(72, 780, 100, 790, "https://example.org/b")]
    old, new = pdf(lines("one"), links=link), pdf(lines("one"), links=other)
    with pikepdf.open(BytesIO(new)) as made:
        made.pages[0].MediaBox = Array([0, 0, 612, 792])
        made.docinfo["/Title"] = "Ada"
        new = saved(made)
    assert facts(old, new) == [
        ("page-size", "Page 1 is 612 × 792 pt large; it was 595 × 842 pt."),
        ("link-lost", "A link is gone from page 1: https://example.org/a"),
        ("link-added", "A link is new on page 1: https://example.org/b"),
        ("metadata", "The PDF's title: “” → “Ada”."),
    ]


# --- pictures --------------------------------------------------------------------------------


def decoded(png: bytes) -> tuple[int, int, bytes]:
    """Read a PNG of ours back, by the standard."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at, parts = 8, {}
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert (
            zlib.crc32(kind + data) == struct.unpack(">I", png[at + 8 + size : at + 12 + size])[0]
        )
        parts[kind], at = data, at + 12 + size
    width, height, *how = struct.unpack(">IIBBBBB", parts[b"IHDR"])
    assert how == [8, 2, 0, 0, 0]
    rows, size = zlib.decompress(parts[b"IDAT"]), width * 3 + 1
    assert len(rows) == size * height
    assert {rows[at] for at in range(0, len(rows), size)} == {0}
    return width, height, b"".join(rows[at + 1 : at + size] for at in range(0, len(rows), size))


@given(st.integers(1, 9), st.integers(1, 9), st.data())
def test_a_png_has_the_pixels_that_went_in(width: int, height: int, data: st.DataObject) -> None:
    pixels = data.draw(st.binary(min_size=width * height * 3, max_size=width * height * 3))
    assert decoded(encode(width, height, pixels)) == (width, height, pixels)


def drawn(old: bytes, new: bytes) -> tuple[Compared, sheets.Drawn]:
    compared = compare(old, new, NAMES)
    one, other = (
        pictures.pictures(pdf, range(1, count + 1))
        for pdf, count in zip((old, new), compared.pages, strict=True)
    )
    return compared, sheets.draw(one, other, compared)


def colours(picture: pictures.Picture, place: tuple[int, int, int, int]) -> set[bytes]:
    left, top, right, bottom = place
    at = [(row * picture.width + x) * 3 for row in range(top, bottom) for x in range(left, right)]
    return {bytes(picture.pixels[start : start + 3]) for start in at}


def test_marks_lie_on_the_words_that_differ() -> None:
    new = (*OLD[:-1], "Led a team of six people")
    compared, found = drawn(cv(*OLD), cv(*new))
    ((lost,), (added,)) = compared.marks
    assert (lost.kind, added.kind) == ("lost", "added")
    (sheet,) = found.sheets
    for png, source, mark in ((sheet.old, cv(*OLD), lost), (sheet.new, cv(*new), added)):
        (plain,) = pictures.pictures(source, [1])
        width, height, pixels = decoded(png)
        marked = pictures.Picture(width, height, bytearray(pixels), plain.corners)
        place = plain.place(mark.box)
        assert b"\xff\xff\xff" not in colours(marked, place), "tinted"
        ((left, top, right, bottom),) = drawing.differing(plain, marked)
        assert abs(top - place[1]) <= 2
        assert abs(bottom - place[3]) <= 2
        assert left <= place[0] + 1
        assert right >= place[2] - 1
        assert right - left < 80, "nothing else is"


def test_a_page_that_is_turned_and_cropped_is_marked_at_the_right_place() -> None:
    with pikepdf.open(BytesIO(cv(*OLD))) as made:
        made.pages[0].CropBox = Array([50, 300, 500, 842])
        made.pages[0].Rotate = 90
        turned = saved(made)
    (plain,) = pictures.pictures(turned, [1])
    word = next(word for word in read(turned).words if word.text == "Example")
    place = plain.place(word.box)
    assert any(sum(colour) < 100 for colour in colours(plain, place)), "letters are there"
    beside = place[0], place[3] + 20, place[2], place[3] + 25
    assert colours(plain, beside) == {b"\xff\xff\xff"}


def test_what_no_word_tells_is_seen() -> None:
    look = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
    old, new = lay(look).press(), lay(f"{look}design: {{colors: {{accent: '#7a1f1f'}}}}\n").press()
    compared, found = drawn(old, new)
    assert compared.same
    assert [fact.text for fact in found.facts] == [
        "Page 1 looks different, though its words are the same."
    ]
    assert len(found.sheets) == 1


def test_a_page_that_is_not_there_is_grey() -> None:
    _, found = drawn(pdf(lines("one")), pdf(lines("one"), lines("two")))
    (sheet,) = found.sheets
    assert (sheet.number, sheet.old) == (2, b"")
    width, _, pixels = decoded(sheet.both)
    assert pixels[: width // 2 * 3] == b"\xc8" * (width // 2 * 3)


# --- what is no CV ---------------------------------------------------------------------------


def test_many_pages_are_drawn_up_to_a_limit() -> None:
    old = pdf(*(lines(f"old {number}") for number in range(30)))
    new = pdf(*(lines(f"new {number}") for number in range(30)))
    _, found = drawn(old, new)
    assert len(found.sheets) == sheets.MOST
    assert found.facts[-1].text.startswith(f"From page {sheets.MOST + 1} on, nothing is drawn")


def test_a_huge_page_is_drawn_small() -> None:
    made = pikepdf.new()
    made.add_blank_page(page_size=(14400, 14400))
    (picture,) = pictures.pictures(saved(made), [1])
    assert picture.width * picture.height <= pictures.MOST_PIXELS * 1.01


def test_a_page_that_takes_too_long_is_left_half_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "SECONDS", 0.05)
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(595, 842))
    page.Contents = made.make_stream(b"0 0 m 595 842 l S\n" * 300_000)
    begun = time.monotonic()
    (picture,) = pictures.pictures(saved(made), [1])
    assert not picture.whole
    assert time.monotonic() - begun < 4


def printed_of(texts: Sequence[str]) -> Printed:
    """Return the facts of a page with a line for each text."""
    words = [
        Word(word, 1, Box(10.0 * at, 800 - 12 * row, 10.0 * at + 8, 810 - 12 * row))
        for row, text in enumerate(texts)
        for at, word in enumerate(text.split())
    ]
    return Printed((Page(1, 595, 842, ""),), tuple(words), (), (), {})


WORDS = st.lists(st.sampled_from(["a", "b", "c,", "d-e", "2020", "Inc", "Inc,", "x"]), max_size=30)


@given(WORDS, WORDS)
def test_what_is_left_of_either_side_is_alike(old: list[str], new: list[str]) -> None:
    """Without what is lost and moved, and what is added and moved, both read the same."""
    one, other = side(printed_of([" ".join(old)])), side(printed_of([" ".join(new)]))
    found = differences(one, other, tokens_changed(one, other))
    gone = {at for hunk in found.hunks for at in range(hunk.first, hunk.last)}
    came = {at for hunk in found.hunks for at in range(hunk.start, hunk.end)}
    gone |= {at for move in found.moves for at in range(move.first, move.last)}
    came |= {at for move in found.moves for at in range(move.start, move.end)}
    kept = [word for at, word in enumerate(old) if at not in gone]
    assert kept == [word for at, word in enumerate(new) if at not in came]
    for move in found.moves:
        assert old[move.first : move.last] == new[move.start : move.end]


def test_two_long_pdfs_are_compared_in_good_time() -> None:
    texts = [f"word{number % 997} the and of {number}" for number in range(20_000)]
    old = side(printed_of(texts))
    new = side(printed_of([*texts[5000:], *texts[:5000]]))
    begun = time.monotonic()
    found = differences(old, new, tokens_changed(old, new))
    assert time.monotonic() - begun < 20
    assert found.moves


def test_a_pdf_of_more_words_than_any_cv_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "MOST_WORDS", 5)
    with pytest.raises(UsageError, match=r"new\.pdf has 6 words; 5 are the most\."):
        compare(cv("one two three four five"), cv("one two three four five six"))


def test_bookmarks_that_go_round_in_a_circle_end() -> None:
    made = pikepdf.new()
    add(made, lines("one"))
    item = made.make_indirect(Dictionary(Title=pikepdf.String("round")))
    item.Next = item
    item.First = item
    made.Root.Outlines = Dictionary(Type=Name.Outlines, First=item, Last=item)
    assert read(saved(made)).bookmarks

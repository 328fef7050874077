"""Each letter of each value has its place, in every style; edits of a text edit the file."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cvpress.source import encode, place_of, places, read, span
from cvpress.source.document import Document, Edit, Scalar, Span

Paragraphs = list[list[str]]
WORD = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")),
    min_size=1,
    max_size=6,
)
LINE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
PARAGRAPHS = st.lists(st.lists(LINE, min_size=1, max_size=3), min_size=1, max_size=3)
STYLES = ("plain", "single", "double", "escaped", "literal", "folded")
BREAK = re.compile(r"\r\n|\r|\n")


def tame(line: str) -> str:
    """Make a line one that needs no quotes."""
    return "a" + re.sub("[#:]", "x", line)


def escape(sign: str) -> str:
    """Write a letter as the shortest of the three escapes by number."""
    code = ord(sign)
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04X}" if code < 65536 else f"\\U{code:08x}"
    )


def written(style: str, lines: list[str]) -> str:
    """Write lines ("" between paragraphs) as a value of this style."""
    if style in ("literal", "folded"):
        return {"literal": "|2-", "folded": ">2"}[style] + "".join(f"\n  {line}" for line in lines)
    if style == "escaped":
        return '"' + "\\n".join("".join(map(escape, line)) for line in lines) + '"'
    if style == "double":
        lines = [line.replace("\\", "\\\\").replace('"', '\\"') for line in lines]
    if style == "single":
        lines = [line.replace("'", "''") for line in lines]
    quote = {"single": "'", "double": '"', "plain": ""}[style]
    return quote + "\n  ".join(lines) + quote


def decoded(style: str, raw: str) -> str:
    """Decode what one letter was written as, by means of another reader."""
    quote = {"single": "'", "double": '"', "escaped": '"'}.get(style)
    if quote is None:
        return raw
    return str(yaml.safe_load(quote + raw + quote)) if raw.isascii() else raw


def value(document: Document, path: str = "/a") -> Scalar:
    node = document.node(path)
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize("style", STYLES)
@given(
    paragraphs=PARAGRAPHS,
    line_break=st.sampled_from(["\n", "\r\n", "\r"]),
    bom=st.sampled_from(["", "\ufeff"]),
)
def test_every_letter_maps_to_where_it_was_written(
    style: str, paragraphs: Paragraphs, line_break: str, bom: str
) -> None:
    if style == "plain":
        paragraphs = [[tame(line) for line in lines] for lines in paragraphs]
    lines = [line for lines in paragraphs for line in (*lines, "")][:-1]
    text = f"{bom}a: {written(style, lines)}\nb: c\n".replace("\n", line_break)
    document = read(text.encode(), "cv.yaml")
    found = value(document)
    assert found.text == "\n\n".join(" ".join(lines) for lines in paragraphs)
    stretches = places(document, found)
    assert len(stretches) == len(found.text)
    assert found.start <= stretches[0][0]
    assert stretches[-1][1] <= found.end
    ends = [end for _, end in stretches[:-1]]
    assert all(end <= start for end, (start, _) in zip(ends, stretches[1:], strict=True))
    for letter, (start, end) in zip(found.text, stretches, strict=True):
        raw = document.text[start:end]
        if letter == "\n" or raw == "\\n" or BREAK.search(raw):
            assert letter.isspace()
            assert raw == "\\n" or len(BREAK.findall(raw)) == 1
        else:
            assert decoded(style, raw) == letter


TEXT = """\
person:
  name: Ada
  tags: [one, "two"]
sections:
  - title: |
      First words
      and more

    bullets:
      - a
      - b  # remark

  # end
"""


@pytest.mark.parametrize(
    ("path", "at", "key", "place"),
    [
        ("/person/name", None, False, (2, 9, 2, 12)),
        ("/person/name", None, True, (2, 3, 2, 7)),
        ("/person/name", (1, 2), False, (2, 10, 2, 11)),
        ("/person/name", (1, 1), False, (2, 10, 2, 10)),
        ("/person/name", (3, 3), False, (2, 12, 2, 12)),
        ("/person/name", (0, 99), False, (2, 9, 2, 12)),
        ("/person/tags", None, False, (3, 9, 3, 21)),
        ("/person/tags/1", None, False, (3, 15, 3, 20)),
        ("/person/tags/1", (0, 3), False, (3, 16, 3, 19)),
        ("/person/tags/1", None, True, (3, 15, 3, 20)),
        ("/person", None, False, (2, 3, 3, 21)),
        ("/person/email", None, False, (1, 1, 1, 7)),
        ("/person/email/0", (1, 2), False, (1, 1, 1, 7)),
        ("/sections/0/title", None, False, (6, 7, 7, 15)),
        ("/sections/0/title", (6, 15), False, (6, 13, 7, 10)),
        ("/sections/0/bullets", None, False, (10, 7, 11, 10)),
        ("/sections/0", None, False, (5, 5, 11, 10)),
        ("/sections/7/x", None, False, (4, 1, 4, 9)),
        ("", None, False, (1, 1, 1, 8)),
        ("/nothing", None, False, (1, 1, 1, 8)),
    ],
)
def test_place_of(path: str, at: tuple[int, int] | None, key: bool, place: Span) -> None:
    assert place_of(read(TEXT.encode(), "cv.yaml"), path, at, key) == place


def test_an_empty_value_is_shown_at_its_key() -> None:
    document = read(b"a:\n  b:\n  c: ''\n", "cv.yaml")
    assert place_of(document, "/a/b") == (2, 3, 2, 4)
    assert place_of(document, "/a/c") == (3, 6, 3, 8)


def test_a_byte_order_mark_counts_no_column_and_an_emoji_one() -> None:
    document = read("\ufeffa: 😀x\nb: y".encode(), "cv.yaml")
    assert place_of(document, "/a", (1, 2)) == (1, 5, 1, 6)
    assert place_of(document, "/a", key=True) == (1, 1, 1, 2)
    assert place_of(document, "/b") == (2, 4, 2, 5)
    assert place_of(document, "") == (1, 1, 1, 6)


def test_crlf_and_cr_end_a_line() -> None:
    document = read(b"a: b\r\nc: d\re: f\n", "cv.yaml")
    assert place_of(document, "/c") == (2, 4, 2, 5)
    assert place_of(document, "/e") == (3, 4, 3, 5)
    assert span(document, 0, 4) == (1, 1, 1, 5)


def test_a_document_without_a_root_has_a_first_line() -> None:
    assert place_of(read(b"", "cv.yaml"), "/a") == (1, 1, 1, 1)
    assert place_of(read(b"- x\n", "cv.yaml"), "/a") == (1, 1, 1, 4)


def changed(document: Document, edit: Edit) -> Document:
    text = document.text[: edit.start] + edit.replacement + document.text[edit.end :]
    return read(text.encode(), "cv.yaml")


@pytest.mark.parametrize(
    ("written", "start", "end", "put", "after"),
    [
        ("Foo bar", 0, 3, "Bar", "Bar bar"),
        ("Foo bar", 0, 3, "*B", '"*B bar"'),
        ("Foo bar", 3, 4, ": ", '"Foo: bar"'),
        ("Foo bar", 3, 4, " #", '"Foo #bar"'),
        ("Foo bar", 3, 7, "", "Foo"),
        ("Foo", 0, 3, "true", '"true"'),
        ("2020", 3, 4, "1", "2021"),
        ('x"y', 0, 1, "- ", '"- \\"y"'),
        ("Foo, bar", 4, 4, " ", "Foo,  bar"),
        ("Foo\n  bar", 0, 1, "? ", '"? oo\n  bar"'),
        ("Foo\n  bar", 3, 4, ",", "Foo,bar"),
        ('"say \\"hi\\""', 5, 7, 'a"\\', '"say \\"a\\"\\\\\\""'),
        ('"a\\u00e9b"', 1, 2, "e", '"aeb"'),
        ("'it''s'", 2, 3, "''", "'it''''s'"),
        (">\n  Some words\n  more", 5, 10, "WORDS", ">\n  Some WORDS\n  more"),
        ("|\n  one\n  two", 3, 4, "", "|\n  onetwo"),
        ("|\n  one\n  two", 0, 3, " ", None),
        ("[Foo bar]", None, None, "", None),
        ("", 0, 0, "x", None),
        ("Foo", 0, 3, "a\nb", None),
        ("Foo", 2, 9, "x", None),
    ],
)
def test_a_change_of_a_text_is_a_change_of_the_file(
    written: str, start: int | None, end: int, put: str, after: str | None
) -> None:
    document = read(f"a: {written}\nb: c\n".encode(), "cv.yaml")
    edit = encode(document, document.node("/a"), start or 0, end or 0, put)
    if after is None:
        assert edit is None
        return
    assert edit is not None
    assert changed(document, edit).text == f"a: {after}\nb: c\n"


def test_in_brackets_a_comma_needs_quotes_and_a_key_may_be_changed() -> None:
    document = read(b"a: {x: [Foo bar]}\n", "cv.yaml")
    edit = encode(document, document.node("/a/x/0"), 3, 4, ", ")
    assert edit == Edit(8, 15, '"Foo, bar"')
    assert encode(document, document.key("/a"), 0, 1, "b") == Edit(0, 1, "b")
    assert encode(document, None, 0, 0, "x") is None


@given(st.data())
def test_whatever_is_put_into_a_value_is_read_back(data: st.DataObject) -> None:
    style = data.draw(st.sampled_from(STYLES[:4]))
    words = data.draw(LINE)
    raw = written(style, [tame(words) if style == "plain" else words])
    document = read(f"a: [x, y]\nb:\n  c: {raw}\nd: e\n".encode(), "cv.yaml")
    found = value(document, "/b/c")
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))
    put = data.draw(st.text(st.sampled_from("ab 1#:-*&\"'\\,[]{}é😀"), max_size=5))
    edit = encode(document, found, start, end, put)
    if edit is not None:
        after = changed(document, edit)
        wanted = found.text[:start] + put + found.text[end:]
        assert value(after, "/b/c").text.strip() == wanted.strip()
        assert [n.path for n in after.nodes.values()] == [n.path for n in document.nodes.values()]

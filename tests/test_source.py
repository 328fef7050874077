"""The reader: values as YAML 1.2 means them, paths, comments, limits, and whatever files hold."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from cvpress.source import read
from cvpress.source.document import Document, Mapping, Node, Scalar, Sequence

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*.yaml"))


def text_of(node: Node | None) -> object:
    """Return a node as plain data with the texts as written."""
    if isinstance(node, Mapping):
        return {key: text_of(value) for key, value in node.items.items()}
    if isinstance(node, Sequence):
        return [text_of(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def value_of(node: Node | None) -> object:
    """Return a node as plain data with the values as YAML reads them."""
    if isinstance(node, Mapping):
        return {key: value_of(value) for key, value in node.items.items()}
    if isinstance(node, Sequence):
        return [value_of(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


def source(text: str) -> Document:
    return read(text.encode(), "cv.yaml")


def scalar(text: str, path: str = "/a") -> Scalar:
    node = source(text).node(path)
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_same_as_an_independent_reader_of_yaml_1_2(path: Path) -> None:
    document = read(path.read_bytes(), path.name)
    other = YAML(typ="safe", pure=True)
    other.version = (1, 2)
    theirs = other.load(path.read_text("utf-8"))
    assert document.faults == ()
    assert spaced(value_of(document.root)) == spaced(as_core(theirs))


def as_core(data: object) -> object:
    """Undo the one thing in which that reader is not the core schema: it knows dates."""
    if isinstance(data, dict):
        return {key: as_core(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_core(item) for item in data]
    return data.isoformat() if hasattr(data, "isoformat") else data


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("nULL", "nULL"),
        ("true", True), ("FALSE", False), ("yes", "yes"), ("no", "no"), ("On", "On"),
        ("2021", 2021), ("-3", -3), ("+3", 3), ("007", 7), ("0o17", 15), ("0x1F", 31),
        ("0b11", "0b11"), ("-0x1", "-0x1"), ("1_000", "1_000"), ("12:30", "12:30"),
        ("3.90", 3.9), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0), ("1,3", "1,3"), (".", "."),
        ("-.inf", float("-inf")), ("2021-09", "2021-09"), ("2021-09-15", "2021-09-15"),
        ("+", "+"), ("1.2.3", "1.2.3"), ("٣", "٣"), ("9" * 500, "9" * 500),
    ],
)  # fmt: skip
def test_plain_scalars_are_those_of_the_core_schema(written: str, value: object) -> None:
    found = scalar(f"a: {written}\n")
    assert found.text == written
    assert (found.value, type(found.value)) == (value, type(value))


def test_nan_is_a_float() -> None:
    assert repr(scalar("a: .NaN").value) == "nan"


def test_quotes_make_text() -> None:
    assert [scalar(f"a: {w}").value for w in ('"2021"', "'null'", '""')] == ["2021", "null", ""]


PARAGRAPHS = [
    "a: |\n  one\n  two\n\n  three\n\n\n",
    "a: >\n  one\n  two\n\n  three\n",
    "a: |+\n  one\n    two\n \n\n  three\n\n",
    "a: >2-\n  one\n   two\n\n\n  three\n",
    "a: one\n  two\n\n  three\n",
    'a: "one\n  two\n\n  three"\n',
    "a: 'one\n  two\n  \n  three'\n",
    'a: "one\\ntwo\\n\\nthree"\n',
    'a: "on\\\n  e two\n\n\n  three"\n',
]


@pytest.mark.parametrize("text", PARAGRAPHS)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_line_break_is_a_space_and_a_blank_line_a_paragraph(text: str, line_break: str) -> None:
    assert scalar(text.replace("\n", line_break)).text == "one two\n\nthree"


def test_a_value_of_several_lines_ends_where_its_words_end() -> None:
    found = scalar("a: |\n  one\n\n\nb: c\n")
    assert (found.start, found.end) == (3, 10)


def test_paths_are_json_pointers_in_the_order_of_the_file() -> None:
    document = source("a: {b/c: [x, {~d: y}]}\ne: z\n")
    assert list(document.nodes) == ["", "/a", "/a/b~1c", "/a/b~1c/0", "/a/b~1c/1",
                                    "/a/b~1c/1/~0d", "/e"]  # fmt: skip
    key = document.key("/a/b~1c")
    assert key is not None
    assert key.text == "b/c"
    assert document.key("/a/b~1c/0") is None


def test_comments() -> None:
    text = '# one\na: "x # no"  # two\nb: |  # three\n  # no\n  y\n # four\nc: [1, # five\n 2]\n'
    found = source(text).comments
    assert [(c.text, c.line, c.alone) for c in found] == [
        ("# one", 1, True), ("# two", 2, False), ("# three", 3, False), ("# four", 6, True),
        ("# five", 7, False),
    ]  # fmt: skip
    assert all(text.startswith(c.text, c.start) for c in found)


def test_only_lf_crlf_and_cr_end_a_line() -> None:
    document = source("a: x\u2028y\u2029z\x85w\nb: c\n")
    assert text_of(document.root) == {"a": "x\u2028y\u2029z\x85w", "b": "c"}
    assert {fault.id for fault in document.faults} == {"invisible-character"}


@pytest.mark.parametrize(
    ("data", "id", "words"),
    [
        (b"", "yaml-syntax", "empty"),
        (b"\xef\xbb\xbf", "yaml-syntax", "empty"),
        (b"# nothing\n---\n", "yaml-syntax", "empty"),
        (b"- a\n", "wrong-type", "map of fields"),
        (b"words", "wrong-type", "map of fields"),
        (b"%PDF-1.7\x00\x01", "yaml-syntax", "not a text file"),
        ("a: é\n".encode("utf-16"), "yaml-syntax", "UTF-16"),
        ("a: bcdefgh\n".encode("utf-16-le"), "yaml-syntax", "UTF-16"),
        ("a: bcdefgh\n".encode("utf-16-be"), "yaml-syntax", "UTF-16"),
        ("a: Zoë\n".encode("latin-1"), "yaml-syntax", "0xEB is not UTF-8 (“ë” in Windows-1252)"),
        (b"a: \xed\xa0\x80\n", "yaml-syntax", "0xED is not UTF-8"),
        (b"# " + b"x" * (1 << 20), "too-large", "1,024 KiB"),
        (b"[" * 100_000, "too-large", "64 deep"),
        (b"a: " + b"{a: " * 100_000, "too-large", "64 deep"),
        (b"- " * 100_000, "too-large", "64 deep"),
    ],
)
def test_no_cv_at_all(data: bytes, id: str, words: str) -> None:
    document = read(data, "cv.yaml")
    assert document.root is None
    assert [fault.id for fault in document.faults] == [id]
    assert words in document.faults[0].message


def test_keys_that_are_maps_are_told_once() -> None:
    ids = [fault.id for fault in read(b"? " * 100_000, "cv.yaml").faults]
    assert ids == ["yaml-syntax", "too-large"]


def test_the_place_of_a_byte_that_is_not_utf_8() -> None:
    document = read("a: ü Zo".encode() + b"\xeb\n", "cv.yaml")
    assert (document.faults[0].start, document.text[:8]) == (7, "a: ü Zoë")


def test_billion_laughs_are_refused() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 10)]
    document = source("\n".join(lines))
    assert {fault.id for fault in document.faults} == {"yaml-syntax"}
    assert len(document.nodes) < 60


HOSTILE = {
    "keys": "".join(f"k{i}:\n" for i in range(55_000)),
    "one key": "k:\n" * 125_000,
    "commas": "a: [" + "," * 500_000,
    "items": "a: [" + "x," * 250_000,
    "aliases": "a:\n" + "  - *x\n" * 65_000,
    "signs": "a:\n" + "  - @x\n" * 65_000,
    "tight": "name:Ada\n" * 50_000,
    "stray": "word\n" * 100_000,
    "quotes": 'a: "' + "\\" * 500_000,
    "blanks": 'a: "' + " " * 500_000 + '"',
    "blank lines": "a: |\n" + "\n" * 500_000 + "  x\n",
    "backslashes": 'a: "' + "\\n" * 250_000 + '"',
    "invisible": "a: " + "x\u200b" * 125_000,
    "marks": "a: א" + "x\u200e" * 100_000,
    "comments": "a:\n" + " - x # y\n" * 55_000,
    "hashes": "a: " + "#" * 500_000,
    "tabs": "a:\n" + "\tb: c\n" * 75_000,
    "dashes": "a: |\n" + "  - x\n" * 85_000,
    "numbers": "a: |\n" + "  1. x\n" * 70_000,
    "brackets": "a: [" + "(x,y), " * 70_000 + "]",
    "open brackets": "a: [" + "(x, " * 125_000 + "]",
    "minus": "a:\r" + "  - -5\r" * 45_000,
    "dashed keys": "".join(f"--k{i}:\r" for i in range(45_000)),
    "colons": "a: " + "b: " * 150_000,
    "braces": "a: {" + "b, " * 150_000 + "}",
    "controls": "a: " + "\x01" * 500_000,
    "many letters": "a: " + "".join(map(chr, range(0x20000, 0x26000))),
    "digits": "a: " + "9" * 500_000,
    "long key": "k" * 500_000 + ": x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_no_time(name: str) -> None:
    data = HOSTILE[name].encode()
    begun = time.process_time()
    document = read(data, "cv.yaml")
    assert time.process_time() - begun < 4  # 0.8 on a quiet machine; a square would take minutes
    assert len(document.faults) <= 500


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(data: bytes) -> None:
    document = read(data, "cv.yaml")
    assert document.root is not None or document.faults


SIGNS = st.text(st.sampled_from("ab \n\t\r-:?#&*!|>'\"%@`[]{},\\0u(.)é\u200b\u2028😀\ufeff\x01"))


@given(SIGNS)
def test_any_signs_can_be_read_and_every_fault_has_a_place(text: str) -> None:
    document = source(text)
    assert document.root is not None or document.faults
    assert all(0 <= f.start <= f.end <= len(text) + 3 for f in document.faults)


@given(SIGNS)
def test_what_is_read_without_a_fault_is_what_libyaml_reads(text: str) -> None:
    document = source(text)
    hidden = any(sign in text for sign in "\u2028\ufeff\x01")
    if not document.faults and not hidden:
        theirs = yaml.load(text, Loader=yaml.CBaseLoader)
        assert spaced(text_of(document.root)) == spaced(theirs)


def spaced(data: object) -> object:
    """Make all white space one space: in paragraphs we differ from YAML on purpose."""
    if isinstance(data, dict):
        return {spaced(key): spaced(value) for key, value in data.items()}
    if isinstance(data, list):
        return [spaced(item) for item in data]
    return " ".join(str(data).split())


def test_the_pure_reader_gives_the_same_document(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = [read(path.read_bytes(), path.name) for path in FILES]
    monkeypatch.delattr(yaml, "CSafeLoader")
    slow = [read(path.read_bytes(), path.name) for path in FILES]
    for one, other in zip(fast, slow, strict=True):
        assert [(n.path, n.start, n.end) for n in one.nodes.values()] == [
            (n.path, n.start, n.end) for n in other.nodes.values()
        ]
        assert text_of(one.root) == text_of(other.root)

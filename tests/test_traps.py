"""Each slip of YAML: what is said of it, where, how the text is read, and what its cure does."""

from __future__ import annotations

import pytest

from cvpress.source import read, span
from cvpress.source.document import Document, Fault, Mapping, Node, Scalar, Sequence

# id letters: s yaml-syntax, h cut-by-comment, k cut-by-comma, c unquoted-colon, l list-in-text,
# d duplicate-key, i invisible-character
IDS = {
    "s": "yaml-syntax",
    "h": "cut-by-comment",
    "k": "cut-by-comma",
    "c": "unquoted-colon",
    "l": "list-in-text",
    "d": "duplicate-key",
    "i": "invisible-character",
}

# The value of `a`; what is told; how it is read all the same.
VALUES = [
    ("**Bold** first", "1:4 s", "**Bold** first"),
    ("*It* first", "1:4 s", "*It* first"),
    ("*It", "1:4 s", "*It"),
    ("*It is", "1:4 s", "*It is"),
    ("[link](https://x.org/a,b) first", "1:4 s", "[link](https://x.org/a,b) first"),
    ("[link](u)", "1:4 s", "[link](u)"),
    ("{x} y", "1:4 s", "{x} y"),
    ("{x}", "1:4 s", "{x}"),
    ("{{ x }}", "1:4 s", "{{ x }}"),
    ("@home", "1:4 s", "@home"),
    ("`code` first", "1:4 s", "`code` first"),
    ("%5 of", "1:4 s", "%5 of"),
    ("& Sons", "1:4 s", "& Sons"),
    ("&Sons Ltd", "1:4 s", "&Sons Ltd"),
    ("!important", "1:4 s", ""),
    ("!important thing", "1:4 s", "!important thing"),
    ("!!str 2020", "1:4 s", "2020"),
    ("!a!b c", "1:4 s", "!a!b c"),
    ("| A", "1:4 s", "| A"),
    ("> 90 %", "1:4 s", "> 90 %"),
    (">5", "1:4 s", ">5"),
    (", x", "1:4 s", ", x"),
    ("] x", "1:4 s", "] x"),
    ("- x", "1:4 s", "- x"),
    ("? x", "1:4 s", "? x"),
    ('"Fast" and small', "1:4 s", '"Fast" and small'),
    ("'it's'", "1:7 s", "'it's'"),
    ("'Fast' and small", "1:4 s", "'Fast' and small"),
    ('"Fast', "1:4 s", '"Fast'),
    ("'tis", "1:4 s", "'tis"),
    (r'"a \d b"', "1:7 s", r"a \d b"),
    (r'"a \ud83d\ude00"', "1:7 s, 1:13 s", r"a \ud83d\ude00"),
    (r'"C:\Users"', "1:7 s", r"C:\Users"),
    ("b: c: d", "1:4 c", "b: c: d"),
    ("b:", "1:4 c", "b:"),
    ('"b": c', "1:4 c", '"b": c'),
    ("#1 of", "1:4 h", "#1 of"),
    ("Ranked #1 of", "1:11 h", "Ranked"),
    ("Wrote C # code", "1:12 h", "Wrote C"),
    ("C #", "1:6 h", "C"),
    ("Wrote C # code\n  in C", "1:12 h", "Wrote C # code in C"),
    ("[C #, D]", "1:7 h", ["C #", "D"]),
    ("x\n  - y\n  - z", "2:3 l", "x - y - z"),
    ("|\n  x:\n  - y\n  - z", "3:3 l", "x: - y - z"),
    ("|\n  x\n\n  1. y\n  2. z", "4:3 l", "x\n\n1. y 2. z"),
    ('"x\n  * y"', "2:3 l", "x * y"),
    ("\n  -x\n  -y", "2:3 s, 3:3 s", ["x", "y"]),
    ("\n  - x\n  -y\n  - z", "3:3 s", ["x", "y", "z"]),
    ("\n  -\tx", "2:4 s", ["x"]),
    ("\n  name:Ada\n  c: d", "2:7 s", {"name": "Ada", "c": "d"}),
    ("\n  c: d\n  name:Ada", "3:7 s", {"name": "Ada", "c": "d"}),
    ("{name:Ada, c: d}", "1:9 s", {"name": "Ada", "c": "d"}),
    ("\n\tc: d\n\te: f", "2:1 s", {"c": "d", "e": "f"}),
    ("\n  c: d\n  words\n  e: f", "3:3 s", {"c": "d", "e": "f"}),
    (">\nwords", "2:1 s", ""),
    ("[x, y", "1:4 s", ["x", "y"]),
    ("{c: d", "1:4 s", {"c": "d"}),
    ("{c: [d, e}", "1:8 s", {"c": ["d", "e"]}),
    ("[x, y]]", "1:10 s", ["x", "y"]),
    ("[x, , y]", "1:8 s", ["x", "y"]),
    ("{c: wo]rd, d: e}", "1:10 s", {"c": "wo]rd", "d": "e"}),
    ('["x" y, z]', "1:5 s", ['"x" y', "z"]),
    ('["x" "y"]', "1:9 s", ["x", "y"]),
    ("[{c: d} {e: f}]", "1:12 s", [{"c": "d"}, {"e": "f"}]),
    ('{c: "d" e: f}', "1:12 s", {"c": "d", "e": "f"}),
    ("{c: d: e}", "1:8 c", {"c": "d: e"}),
    ("[c: d: e, f]", "1:5 c", ["c: d: e", "f"]),
    ("{c: [x](u) y, e: f}", "1:8 s", {"c": "[x](u) y", "e": "f"}),
    ("[**x**, y]", "1:5 s", ["**x**", "y"]),
    ("{c: Beijing, China}", "1:17 k", {"c": "Beijing"}),
    ("{c: Paris, Île-de-France, France, d: e}", "1:15 k", {"c": "Paris", "d": "e"}),
    ("[C++ (11, 14), Go]", "1:14 k", ["C++ (11", "14)", "Go"]),
    ("[f(x, y, z)]", "1:10 k", ["f(x", "y", "z)"]),
    ("{b: c, b: d}", "1:11 d", {"b": "c"}),
    ("{<<: {b: c}, d: e}", "1:5 s", {"d": "e"}),
    ("{[b]: c, d: e}", "1:5 s", {"d": "e"}),
    ("x\u200by", "1:5 i", "x\u200by"),
    ("x\u00ad\u200b\u2060y z\u2028", "1:5 i, 1:11 i", "x\u00ad\u200b\u2060y z\u2028"),
    ("x\x07y", "1:5 i", "x\x07y"),
    ('"x\\u200by"', "1:6 i", "x\u200by"),
    (r'"\textbf{x}"', "1:5 i", "\textbf{x}"),
    ("\x93x\x94", "1:4 i, 1:6 i", "\x93x\x94"),
]

SILENT = [
    "2020  # remark", "2020 # remark", "present # still", "Berlin  # or Munich", '"x" # remark',
    "C#", "F# and C#", "x  #1", "a@b.org # work", "# only a remark", "x # cvpress: ignore y",
    "[x, y] # remark", "A*", "100*2*3", "x [y] {z}, w", "R&D", "5 > 4", "it's", 'say "hi"',
    "12:30", "https://x.org", "x:y", "-5", "x - y", "--x", "[Smith (A. B.), C]", "(x, y)",
    "[a, b, c]", "{b: c, d: e}", "|\n  x\n  1. Preis", "|\n  x - y", ">\n  x\n\n  y",
    "x\u00a0y\u202fz", "👩\u200d🔬", "🏴\U000e0067\U000e0062\U000e007f", "می\u200cخواهم",
    "क\u094d\u200dष", "עברית\u200f!", "\u0e01\u200b\u0e02", '"a\tb"', "'it''s'", '"\\u00e9"',
    "{b: }", "{b: ~, c: d}", "{b: !d}",
]  # fmt: skip


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def told(document: Document) -> list[str]:
    letters = {id: letter for letter, id in IDS.items()}
    found = []
    for fault in document.faults:
        place = span(document, fault.start, fault.end)
        found.append(f"{place.line}:{place.column} {letters[fault.id]}")
    return found


def source(text: str) -> Document:
    return read(text.encode(), "cv.yaml")


@pytest.mark.parametrize(("value", "says", "read_as"), VALUES)
def test_a_slip_is_told_where_it_was_made(value: str, says: str, read_as: object) -> None:
    document = source(f"a: {value}\nz: end\n")
    assert told(document) == says.split(", ")
    assert plain(document.root) == {"a": read_as, "z": "end"}


@pytest.mark.parametrize("value", SILENT[:-1])
def test_what_is_no_slip(value: str) -> None:
    assert source(f"a: {value}\nz: end\n").faults == ()


@pytest.mark.parametrize("value", [value for value, _, _ in VALUES])
def test_a_cure_cures(value: str) -> None:
    document = source(f"a: {value}\nz: end\n")
    for fault in reversed(document.faults):
        if fault.edits:
            after = source(applied(document.text, fault))
            assert len(after.faults) < len(document.faults)


def applied(text: str, fault: Fault) -> str:
    for edit in sorted(fault.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


CURES = [
    ("**Bold** first", '"**Bold** first"'),
    ('"Fast" and small', '"\\"Fast\\" and small"'),
    ("'it's'", '"it\'s"'),
    ("'it's a \"\\d\"'  # remark", '"it\'s a \\"\\\\d\\""  # remark'),
    ('"say "hi" now"', '"say \\"hi\\" now"'),
    ('"Fast" and "small"', '"\\"Fast\\" and \\"small\\""'),
    ('"Fast', '"Fast"'),
    ("'tis", '"\'tis"'),
    ("b: c: d", '"b: c: d"'),
    ("#1 of", '"#1 of"'),
    ("Ranked #1 of", '"Ranked #1 of"'),
    ("Wrote C # code\n  in C", '"Wrote C # code\n  in C"'),
    ("[C #, D]", '["C #", D]'),
    ("{c: Beijing, China}", '{c: "Beijing, China"}'),
    ("[C++ (11, 14), Go]", '["C++ (11, 14)", Go]'),
    ("{c: [x](u) y, e: f}", '{c: "[x](u) y", e: f}'),
    ("[x, y", "[x, y]"),
    ("[x, y]]", "[x, y]"),
    ("{c: wo]rd, d: e}", "{c: word, d: e}"),
    ("{c: [d, e}", "{c: [d, e]}"),
    ("{name:Ada, c: d}", "{name: Ada, c: d}"),
    ('["x" "y"]', '["x", "y"]'),
    (r'"a \d b"', r'"a \\d b"'),
    ("!!str 2020", " 2020"),
    ("x\u200by", "xy"),
    ("x\u2028y", "x y"),
    ("\x93x", "“x"),
    ("\n\tc: d\n\te: f", "\n  c: d\n  e: f"),
]


@pytest.mark.parametrize(("value", "cured"), CURES)
def test_the_cure(value: str, cured: str) -> None:
    document = source(f"a: {value}\nz: end\n")
    assert len(document.faults) == 1
    assert applied(document.text, document.faults[0]) == f"a: {cured}\nz: end\n"


UNSURE = [
    "{x, Y",
    "Wrote C # code",
    "{c: Kalman, applied}",
    "[x # y",
    "!important",
    r'"\textbf{x}"',
]


@pytest.mark.parametrize("value", UNSURE)
def test_where_the_meaning_is_unsure_there_is_no_cure_of_the_text(value: str) -> None:
    faults = source(f"a: {value}\nz: end\n").faults
    assert faults
    assert not [edit for fault in faults for edit in fault.edits if edit.replacement]


BROKEN = [
    ("s:\n  a: b\n   c: d\n", ["3:4 s"], "deeper than the field above"),
    ("s:\n  a: b\n c: d\n", ["3:2 s"], "like none of the lines above"),
    ("s:\n  - a: b\n   c: d\n", ["3:4 s"], "among the items of a list"),
    ("s:\n  a: b\n  - c\n", ["3:3 s"], "among the fields of a map"),
    ("a: b\n- c\n", ["2:1 s"], "among the fields of a map"),
    (" a: b\nc: d\n", ["2:1 s"], "like none of the lines above"),
    ("s:\n  a: x\n  \tb: c\n", ["3:3 s"], "A tab stands in the indentation"),
    ("s: [a,\nb: c\n", ["1:4 s"], "This bracket is not closed"),
    ('s: ["a, b]\nb: c\nd: "e"\n', ["1:5 s"], "This quote is not closed"),
    ("a" * 1100 + ": b\n", ["1:1101 s"], "can't be read as YAML"),
    ("a: *b\ns:\n  a: b\n   c: d\n", ["1:4 s", "4:4 s"], "may not begin with *"),
]


@pytest.mark.parametrize(("text", "says", "words"), BROKEN)
def test_what_nobody_can_read_on(text: str, says: list[str], words: str) -> None:
    document = source(text)
    assert document.root is None
    assert document.nodes == {}
    assert told(document) == says
    assert words in document.faults[0].message


def test_properties_directives_and_documents() -> None:
    text = "%YAML 1.2\n---\na: &x b\nc: *x\n---\nd: e\n"
    document = source(text)
    assert told(document) == ["1:1 s", "3:4 s", "4:4 s", "5:1 s"]
    assert plain(document.root) == {"a": "b", "c": "*x"}
    assert told(source("%FOO\n---\na: b\n")) == ["1:1 s"]
    assert told(source("a: &x {b: c}\nd: *x\n")) == ["1:4 s", "2:4 s"]


def test_authors_who_are_initials_alone() -> None:
    text = "authors: [Smith, J., Ł. Nowak, Doe, A. B., ..., Li, Wei, et al.]\nitems: [C, R, Go]\n"
    document = source(text)
    assert told(document) == ["1:18 k", "1:37 k"]
    assert applied(text, document.faults[0]).startswith('authors: ["Smith, J.", Ł. Nowak')


def test_a_duplicate_names_the_line_of_the_first_and_hides_what_is_in_the_second() -> None:
    document = source("a:\n  - b\nc: d\na:\n  e: {f: g}\n")
    assert told(document) == ["4:1 d"]
    assert "line 1 already" in document.faults[0].message
    assert document.faults[0].path == "/a"
    assert list(document.nodes) == ["", "/a", "/a/0", "/c"]


def test_an_invisible_character_has_its_name_and_path() -> None:
    fault = source("a: [x, y\u200b\u200bz]\n").faults[0]
    assert fault.message == "2 invisible characters, the first is zero width space (U+200B)."
    assert fault.path == "/a/1"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: [{b: c, b: d}]", "/a/0/b"),
        ("a:\n  - b: &x c\n    d: e", "/a/0/b"),
        ("a:\n  - <<: b\n    d: e", "/a/0"),
        ("a: b\n---\nc: d", ""),
        ("a: b\na: c", "/a"),
    ],
)
def test_a_fault_has_the_path_of_what_is_around_it(text: str, path: str) -> None:
    assert [fault.path for fault in source(f"{text}\n").faults] == [path]


def test_comments_may_hold_what_they_like_but_control_characters() -> None:
    assert told(source("# a\u200bb\na: b  # c\u00ad\n# \x01\n")) == ["3:3 i"]


def test_no_line_break_but_ours() -> None:
    assert told(source("a: b\r\nc: *d\rd: @e\n")) == ["2:4 s", "3:4 s"]


def test_the_byte_order_mark_moves_no_column() -> None:
    assert told(source("\ufeffa: *b\n")) == ["1:4 s"]
    assert told(source("\ufeffname:Ada\nb: c\n")) == ["1:5 s"]


def test_many_slips_are_all_told() -> None:
    lines = [f"k{i}: {'*@`%'[i % 4]}x" for i in range(90)]
    assert len(source("\n".join(lines)).faults) == 90

"""The language server, by real sessions over stdio: what an editor is told is what `check` says."""

from __future__ import annotations

import json
import os
import re
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from calls import ROOT, Caller, process
from editor import Editor, Json, apply

from cvpress import lsp, rules

GOOD = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
FAULTY = (ROOT / "docs" / "faulty.yaml").read_text("utf-8")
SEED = (ROOT / "tests" / "cases" / "seed-clean.yaml").read_text("utf-8")
HARD = (ROOT / "tests" / "cases" / "hard.yaml").read_text("utf-8")
# Emoji, and a letter of two code units in UTF-8 and one in UTF-16, stand before the faults.
EMOJI = (
    "person: {name: Zoë 😀 Example}\nsections:\n  - title: About 🎓\n    bullets:\n"
    '      - "😀 Wröte teh first first line 👩‍🔬 in Github."\n'
)


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """One session for the tests that leave it as it was; its end is judged, too."""
    session = Editor(tmp_path_factory.mktemp("editor"))
    yield session
    assert session.close() == 0
    assert session.errors.read_bytes() == b""
    assert session.told == []


@pytest.fixture
def uri(editor: Editor, tmp_path: Path) -> Iterator[str]:
    """The address of a CV that no other test uses."""
    address = (tmp_path / "cv.yaml").as_uri()
    yield address
    editor.tell("textDocument/didClose", {"textDocument": {"uri": address}})
    assert editor.found(address) == []


def span(row: Json) -> Json:
    """Return the place of a row of the JSON report as LSP writes it, for text of ASCII."""
    return {
        "start": {"line": row["line"] - 1, "character": row["column"] - 1},
        "end": {"line": row["end_line"] - 1, "character": row["end_column"] - 1},
    }


def reported(folder: Path, text: str) -> list[Json]:
    """Return the findings of `check --format json` on a text."""
    (folder / "cv.yaml").write_bytes(text.encode("utf-8"))
    ended = process("check", "--format", "json", "cv.yaml", cwd=folder)
    found: list[Json] = json.loads(ended.out)["findings"]
    return found


def word(text: str, diagnostic: Json) -> str:
    """Return what a diagnostic points at, as an editor that counts UTF-16 units sees it."""
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    line = text.split("\n")[start["line"]].encode("utf-16-le")
    return line[2 * start["character"] : 2 * end["character"]].decode("utf-16-le")


# --- diagnostics ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [FAULTY, SEED, SEED.replace(":", "", 9), "", "person: {name: [\n", "- a\n- b\n", "x"],
    ids=["faulty", "clean", "no colons", "empty", "broken", "list", "word"],
)
def test_diagnostics_are_what_check_says(
    editor: Editor, uri: str, tmp_path: Path, text: str
) -> None:
    rows = reported(tmp_path, text)
    found = editor.open(uri, text)
    levels = {"error": 1, "warning": 2, "info": 3}
    assert [(one["code"], one["severity"], one["message"], one["range"]) for one in found] == [
        (row["id"], levels[row["severity"]], f"{row['message']} {row['help']}".strip(), span(row))
        for row in rows
    ]
    assert {one["source"] for one in found} <= {"cvpress"}
    assert bool(found) is (text != SEED)


def test_columns_count_the_units_that_the_editor_counts(editor: Editor, uri: str) -> None:
    found = editor.open(uri, EMOJI)
    assert [(one["code"], word(EMOJI, one)) for one in found] == [
        ("misspelling", "teh"),
        ("repeated-word", "first"),
        ("name-casing", "Github"),
    ]


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 22), ("utf-16", 19), ("utf-32", 18)])
def test_positions_in_the_encoding_that_was_agreed_on(
    tmp_path: Path, encoding: str, column: int
) -> None:
    general = {"general": {"positionEncodings": [encoding, "utf-16"]}}
    editor = Editor(tmp_path, capabilities=general)
    assert editor.server["capabilities"]["positionEncoding"] == encoding
    text = EMOJI.replace("Wröte", "Wrote")
    uri = (tmp_path / "cv.yaml").as_uri()
    first = editor.open(uri, text.replace("😀 Wrote", "😀ö Wrote"))[0]
    assert (first["code"], first["range"]["start"]) == (
        "misspelling",
        {"line": 4, "character": column},
    )
    # The same units in a change: the word is put right.
    end = {"line": 4, "character": column + 3}
    change = {"range": {"start": first["range"]["start"], "end": end}, "text": "the"}
    editor.change(uri, 2, change)
    codes = [one["code"] for one in editor.found(uri, 2)]
    assert codes == ["repeated-word", "name-casing"]
    assert editor.close() == 0


def test_typing_changes_what_is_found(editor: Editor, uri: str) -> None:
    assert editor.open(uri, GOOD) == []
    at = {"line": 1, "character": GOOD.split("\n")[1].index("first")}
    for version, letters in enumerate(("t", "e", "h", " "), 2):
        place = {"line": 1, "character": at["character"] + version - 2}
        editor.change(uri, version, {"range": {"start": place, "end": place}, "text": letters})
    found = editor.found(uri, 5)
    assert [word(GOOD.replace("first", "teh first"), one) for one in found] == ["teh"]
    # Several changes in one message, each counted in what the last one left; then the whole text.
    start, end = at, {"line": 1, "character": at["character"] + 4}
    line = {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}}
    gone = {"range": {"start": {"line": 2, **_column(start)}, "end": {"line": 2, **_column(end)}}}
    editor.change(uri, 6, {**line, "text": "# a\n"}, {**gone, "text": ""})
    assert editor.found(uri, 6) == []
    editor.change(uri, 7, {"text": GOOD.replace("first", "frist")})
    assert [one["code"] for one in editor.found(uri, 7)] == ["misspelling"]


def _column(position: Json) -> Json:
    return {"character": position["character"]}


def test_letters_that_end_a_line_for_python_end_none_for_an_editor(
    editor: Editor, uri: str
) -> None:
    text = GOOD.replace("A first", "A\u2028\x0b\u0085 first")
    editor.open(uri, text)
    at = {"line": 1, "character": text.split("\n")[1].index("first")}
    editor.change(uri, 2, {"range": {"start": at, "end": at}, "text": "teh "})
    words = [word(text.replace("first", "teh first"), one) for one in editor.found(uri, 2)]
    assert words[-1] == "teh"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_end_of_a_line(editor: Editor, uri: str, end: str) -> None:
    found = editor.open(uri, "\ufeff" + GOOD.replace("first", "frist").replace("\n", end))
    assert [one["range"]["start"]["line"] for one in found] == [1]


def test_a_byte_order_mark_is_a_letter_for_an_editor(editor: Editor, uri: str) -> None:
    text = "\ufeff" + GOOD.replace("name", "nmae")
    assert [word(text, one) for one in editor.open(uri, text)] == ["nmae"]


def test_only_files_that_are_cvs(tmp_path: Path) -> None:
    options = {"files": ["resume-*.yaml", 7]}
    editor = Editor(tmp_path, initializationOptions=options)
    comment = "\ufeff# about me\n# yaml-language-server: $schema=../schema/cv.schema.json\n"
    wrong = GOOD.replace("first", "frist")
    cases = {
        "cv.yaml": (wrong, True),
        "CV.YML": (wrong, True),
        "ada.cv.yaml": (wrong, True),
        "resume-ada.yaml": (wrong, True),
        "other.yaml": (comment + wrong, True),
        "mkdocs.yaml": (wrong, False),
        "cv.yaml.j2": (wrong, False),
        "late.yaml": (wrong + comment, False),
        "far.yaml": ("a: 1\n" + comment + wrong, False),
    }
    for name, (text, judged) in cases.items():
        uri = f"file:///tmp/{name}"
        assert bool(editor.open(uri, text)) is judged, name
        hover = editor.at("textDocument/hover", uri, 0, 2)
        symbols = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
        assert bool(symbols) is judged, name
        assert judged or hover is None
    assert editor.open("untitled:cv.yaml", wrong) != []
    assert editor.close() == 0


def test_a_change_is_told_in_time(editor: Editor, uri: str) -> None:
    """Under 100 ms on a machine that does nothing else; this one may be busy."""
    editor.open(uri, SEED)
    took = []
    line = next(at for at, one in enumerate(SEED.split("\n")) if "- Identified fixed" in one)
    at = {"line": line, "character": SEED.split("\n")[line].index("fixed")}
    for version in range(2, 9):
        start = time.perf_counter()
        editor.change(uri, version, {"range": {"start": at, "end": at}, "text": "well "})
        found = editor.found(uri, version)
        took.append(time.perf_counter() - start)
        assert bool(found) is (version > 2)  # “well well”: the words are read each time
    assert statistics.median(took) < 0.4, took


def test_the_same_answer_in_a_burst(editor: Editor, uri: str) -> None:
    """Of many changes at once the last one counts, and is looked at once."""
    editor.open(uri, GOOD)
    for version in range(2, 60):
        editor.change(uri, version, {"text": GOOD.replace("first", "f" * version)})
    editor.change(uri, 60, {"text": GOOD.replace("first", "teh")})
    seen = 0
    while True:
        found = editor.found(uri)
        seen += 1
        if [one["code"] for one in found] == ["misspelling"]:
            break
    assert seen < 30


# --- hover, symbols ------------------------------------------------------------------------------


def test_hover_shows_the_manual_page(editor: Editor, uri: str) -> None:
    found = editor.open(uri, FAULTY)
    assert len(found) > 3
    for one in found:
        start = one["range"]["start"]
        shown = editor.at("textDocument/hover", uri, start["line"], start["character"] + 1)
        assert shown["contents"]["kind"] == "markdown"
        assert shown["range"] == one["range"]
        text = shown["contents"]["value"]
        assert text.startswith(f"**{one['code']}**")
        assert one["message"] in text
        rule = next(rule for rule in rules.load("checks") if rule.id == one["code"])
        assert rules.manual(rule).rule in text
        assert "```yaml\n" in text


@pytest.mark.parametrize("break_it", ["", "person: {name: [\n"], ids=["whole", "broken"])
def test_hover_explains_a_key(editor: Editor, uri: str, break_it: str) -> None:
    text = break_it + SEED
    editor.open(uri, text)
    lines = text.split("\n")
    line = next(at for at, one in enumerate(lines) if "score: {" in one)
    value = editor.at("textDocument/hover", uri, line, lines[line].index("score") + 2)
    assert "**score** (Score)" in value["contents"]["value"]
    assert "One score, or a list of them." in value["contents"]["value"]
    scale = editor.at("textDocument/hover", uri, line, lines[line].index("scale") + 2)
    assert "The best there is" in scale["contents"]["value"]
    assert scale["range"]["start"] == {"line": line, "character": lines[line].index("scale")}
    assert editor.at("textDocument/hover", uri, line, lines[line].index("3.87")) is None
    assert editor.at("textDocument/hover", uri, 9999, 9999) is None


def test_symbols_are_sections_and_entries(editor: Editor, uri: str) -> None:
    editor.open(uri, HARD)
    found = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    names = [one["name"] for one in found]
    assert names[0] in HARD
    assert len(names) > 10
    children = [child for one in found for child in one["children"]]
    assert len(children) > 20
    assert [one for one in found if not one["name"]] == []
    for one in [*found, *children]:
        assert _point(one["range"]["start"]) <= _point(one["selectionRange"]["start"])
        assert _point(one["selectionRange"]["end"]) <= _point(one["range"]["end"])
    editor.open(uri, "person: {name: [\n")
    assert editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}}) == []


def _point(position: Json) -> tuple[int, int]:
    return position["line"], position["character"]


def test_completion_while_the_file_is_broken(editor: Editor, uri: str) -> None:
    text = SEED.replace(
        "  - title: Research Interest", "  - tit\n      {{{\n  - title: Research Interest"
    )
    editor.open(uri, text)
    line = text.split("\n").index("  - tit")
    found = editor.at("textDocument/completion", uri, line, 7)
    (title,) = [one for one in found if one["label"] == "title"]
    assert title["textEdit"]["newText"] == "title: "
    assert "The heading." in title["documentation"]["value"]
    assert apply(text, [title["textEdit"]]).split("\n")[line] == "  - title: "
    assert editor.at("textDocument/completion", uri, 3, 3) == []


# --- quick fixes ---------------------------------------------------------------------------------


def test_a_cure_gives_the_text_that_the_report_says(
    editor: Editor, uri: str, tmp_path: Path
) -> None:
    rows = {row["id"]: row for row in reported(tmp_path, FAULTY)}
    cured = 0
    for one in editor.open(uri, FAULTY):
        fix = rows[one["code"]]["fix"]
        cures = [act for act in editor.actions(uri, one) if act["isPreferred"]]
        assert [act["title"] for act in cures] == ([fix["description"].rstrip(".")] if fix else [])
        for act in cures:
            assert act["kind"] == "quickfix"
            assert act["diagnostics"][0]["code"] == one["code"]
            after = apply(FAULTY, act["edit"]["changes"][uri])
            lines = after.split("\n")[one["range"]["start"]["line"]]
            assert fix["edits"][0]["replacement"] in lines
            assert one["code"] not in [row["id"] for row in reported(tmp_path, after)]
            cured += 1
    assert cured > 1


HEAD = "person: {name: Ada}\nsections:\n  - title: A\n"
TEXTS = {
    "faulty": FAULTY,
    "emoji": EMOJI,
    "windows": EMOJI.replace("\n", "\r\n"),
    "folded": f"{HEAD}    text: >\n      Some\n      teh words.\n",
    "several lines": f"{HEAD}    text: Some\n      teh words.\n",
    "quoted": f'{HEAD}    text: "Some\n      teh words."',
    "brackets": "person: {name: Ada}\nsections: [\n  {title: A, bullets: [Good,\n  Teh bad]}\n]\n",
    "after a long text": f"{HEAD}    bullets:\n      - |\n        Good\n      - Teh bad\n",
    "ignored": f"{HEAD}    # cvpress: ignore repeated-word\n    text: The the teh end.\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("title", ["Ignore ", "Add "])
def test_what_silences_a_finding_silences_it_alone(
    editor: Editor, uri: str, text: str, title: str
) -> None:
    before = editor.open(uri, text)
    silenced = 0
    for one in before:
        for act in editor.actions(uri, one):
            if not act["title"].startswith(title) or act["diagnostics"][0] != one:
                continue
            after = apply(text, act["edit"]["changes"][uri])
            left = editor.open(uri, after)
            here = [(other["code"], other["message"]) for other in before if not same(one, other)]
            assert [(other["code"], other["message"]) for other in left] == here, after
            assert after.count("\r\n") in (0, after.count("\n"))
            editor.open(uri, text)
            silenced += 1
    assert silenced > 0


def same(one: Json, other: Json) -> bool:
    """Return whether a silencer of one finding silences the other, too: same check, same line."""
    return (one["code"], one["range"]["start"]["line"]) == (
        other["code"],
        other["range"]["start"]["line"],
    )


CV = "person: {name: Ada}\nsections: [{title: A, text: A gravurre.}]\n"


@pytest.mark.parametrize(
    ("settings", "after"),
    [
        ("", "checks:\n  words: [gravurre]\n"),
        ("checks:\n", "checks: {words: [gravurre]}\n"),
        ("checks:  # none yet\n", "checks: {words: [gravurre]}  # none yet\n"),
        ("checks: {}\n", "checks: {words: [gravurre]}\n"),
        ("checks: {spelling: en}\n", "checks: {words: [gravurre], spelling: en}\n"),
        ("checks:\n  # day\n  spelling: en\n",) * 2,
        ("checks:\n  words:\n", "checks:\n  words: [gravurre]\n"),
        ("checks:\n  words: []\n", "checks:\n  words: [gravurre]\n"),
        ("checks:\n  words: [Ab, Cd]  # x\n", "checks:\n  words: [Ab, Cd, gravurre]  # x\n"),
        ("checks:\n  words: [Ab,\n    Cd]\n", "checks:\n  words: [Ab,\n    Cd, gravurre]\n"),
        ("checks: {words: [Ab]}\n", "checks: {words: [Ab, gravurre]}\n"),
        (
            "checks:\n  words:\n    - Ab\n    - Cd  # x\n",
            "checks:\n  words:\n    - Ab\n    - Cd  # x\n    - gravurre\n",
        ),
        ("checks:\n  words:\n  - Ab", "checks:\n  words:\n  - Ab\n  - gravurre"),
    ],
)
def test_a_word_is_added_wherever_words_stand(
    editor: Editor, uri: str, settings: str, after: str
) -> None:
    if settings == after:
        after = settings.replace("spelling", "words: [gravurre]\n  spelling")
    (one,) = editor.open(uri, CV + settings)
    (act,) = [act for act in editor.actions(uri, one) if act["title"].startswith("Add ")]
    assert act["title"] == "Add “gravurre” to the known words"
    assert apply(CV + settings, act["edit"]["changes"][uri]) == CV + after
    assert editor.open(uri, CV + after) == []


@pytest.mark.parametrize(
    "text",
    [
        "{" + CV.replace("\n", ",", 1).strip() + "}\n",
        CV + "checks: 1\n",
        CV + "checks: {words: none}\n",
    ],
)
def test_no_word_is_added_where_that_is_not_sure(editor: Editor, uri: str, text: str) -> None:
    found = editor.open(uri, text)
    one = next(one for one in found if one["code"] == "unknown-word")
    assert [act for act in editor.actions(uri, one) if act["title"].startswith("Add ")] == []


def test_no_action_where_none_helps(editor: Editor, uri: str) -> None:
    unused = GOOD.replace("}\n", "}  # cvpress: ignore misspelling\n", 1)
    for text in (unused, f"# cvpress: ignore misspelling\n{GOOD}", "person: {name: [\n", "# a\n"):
        found = editor.open(uri, text)
        assert found
        for one in found:
            titles = [act["title"] for act in editor.actions(uri, one)]
            assert [title for title in titles if title.startswith("Ignore")] == []
    (one,) = editor.open(uri, GOOD.replace("first", "frist"))
    assert editor.actions(uri, one, only="refactor") == []


@pytest.mark.parametrize("text", [FAULTY, EMOJI, EMOJI.replace("\n", "\r\n")])
def test_all_fixes_at_once_are_those_of_check(
    editor: Editor, uri: str, tmp_path: Path, text: str
) -> None:
    (tmp_path / "fixed.cv.yaml").write_bytes(text.encode())
    process("check", "--fix", "fixed.cv.yaml", cwd=tmp_path)
    fixed = (tmp_path / "fixed.cv.yaml").read_bytes().decode()
    assert fixed != text
    found = editor.open(uri, text)
    for only in ("source.fixAll.cvpress", "source.fixAll", "source"):
        (act,) = editor.actions(uri, found[0], only=only)
        assert act["kind"] == "source.fixAll.cvpress"
        edits = act["edit"]["changes"][uri]
        assert apply(text, edits) == fixed
        assert 0 < len(edits) < text.count("\n")
    assert {act["kind"] for act in editor.actions(uri, found[0])} == {"quickfix"}
    assert {act["kind"] for act in editor.actions(uri, found[0], only="quickfix")} == {"quickfix"}
    editor.open(uri, fixed)
    assert editor.actions(uri, found[0], only="source.fixAll") == []


# --- the server itself ---------------------------------------------------------------------------


def test_a_bug_in_one_answer_ends_nothing_and_quotes_nothing(tmp_path: Path) -> None:
    """A check that fails is told once, without a word of the CV, and the next answer comes."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "import cvpress.checking\n"
        "real = cvpress.checking.judge\n"
        "def judge(document, settings):\n"
        "    if 'Secret' in document.text:\n"
        "        print(document.text)\n"
        "        raise ValueError(document.text)\n"
        "    return real(document, settings)\n"
        "cvpress.checking.judge = judge\n",
        "utf-8",
    )
    editor = Editor(tmp_path, env={"PYTHONPATH": os.pathsep.join([str(site), str(ROOT)])})
    uri = (tmp_path / "cv.yaml").as_uri()
    item = {"uri": uri, "languageId": "yaml", "version": 1, "text": GOOD + "# Secret\n"}
    editor.tell("textDocument/didOpen", {"textDocument": item})
    assert editor.at("textDocument/hover", uri, 0, 2) is None
    assert editor.at("textDocument/completion", uri, 1, 0)
    editor.change(uri, 2, {"text": GOOD.replace("first", "frist")})
    assert [one["code"] for one in editor.found(uri, 2)] == ["misspelling"]
    assert editor.close() == 0
    told = [one["params"]["message"] for one in editor.told]
    assert {one["method"] for one in editor.told} == {"window/logMessage"}
    assert (
        len(told) == len(set(told)) == 2
    )  # once from where the file is looked at, once from hover
    for message in told:
        assert "judge" in message
        assert "ValueError" in message
    assert "Secret" not in json.dumps(editor.told)
    # What a check prints goes to stderr: the wire stayed clean, or the session would have ended.
    assert editor.errors.read_text("utf-8") == 2 * (GOOD + "# Secret\n\n")


def test_messages_that_are_none_end_nothing(tmp_path: Path) -> None:
    editor = Editor(tmp_path)
    for body in (
        b"{",
        b"[]",
        b"null",
        b'"Secret"',
        b'{"jsonrpc": "2.0"}',
        b'{"jsonrpc": "1.0", "method": "Secret"}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"Secret": 1}}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": null}',
        b'{"jsonrpc": "2.0", "method": "no/such", "params": {}}',
        b"\xff\xfe",
    ):
        editor.send(body)
    uri = "file:///x/cv.yaml"
    editor.change(uri, 2, {"text": "never opened"})
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.at("textDocument/hover", uri, 1, 1) is None
    lone = GOOD.replace("first", "fi\ud800rst")
    assert editor.open(uri, lone)
    assert [one["code"] for one in editor.open(uri, GOOD.replace("first", "frist"))]
    assert editor.close() == 0
    assert "Secret" not in json.dumps(editor.told)
    assert editor.errors.read_bytes() == b""


def test_what_is_wrong_with_the_settings_is_told_in_a_sentence(tmp_path: Path) -> None:
    editor = Editor(tmp_path, env={"SOURCE_DATE_EPOCH": "tomorrow"})
    uri = (tmp_path / "cv.yaml").as_uri()
    item = {"uri": uri, "languageId": "yaml", "version": 1, "text": GOOD}
    editor.tell("textDocument/didOpen", {"textDocument": item})
    assert editor.at("textDocument/hover", uri, 0, 2) is None
    assert editor.close() == 0
    (told,) = [one["params"]["message"] for one in editor.told]
    assert told.startswith("SOURCE_DATE_EPOCH is 'tomorrow'")


def test_an_editor_that_dies_ends_it(tmp_path: Path) -> None:
    editor = Editor(tmp_path)
    editor.tell("exit")
    assert editor.ended() == 1
    editor = Editor(tmp_path)
    assert editor.process.stdin is not None
    editor.process.stdin.close()
    assert editor.ended() == 1
    assert editor.errors.read_bytes() == b""


@pytest.mark.parametrize("library", ["pygls", "lsprotocol"])
def test_without_its_library_it_says_so(tmp_path: Path, library: str) -> None:
    start = (
        f"import sys; sys.modules[{library!r}] = None; sys.argv[1:] = ['lsp']; "
        "from cvpress.__main__ import main; sys.exit(main())"
    )
    ended = process(cwd=tmp_path, command=[sys.executable, "-c", start])
    assert (ended.code, ended.out) == (2, "")
    assert re.fullmatch(
        rf"cvpress: This needs {library}[.\w]*, which is not installed. "
        "Install cvpress with its extra “lsp”; `check` works without.\n",
        ended.err,
    )


def test_a_person_at_a_terminal_is_told_who_starts_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    ended = Caller(capsys)("lsp", "--stdio")
    assert (ended.code, ended.out) == (2, "")
    assert "An editor starts this" in ended.err


def test_doctor_tells_whether_it_can_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\nlsp      ready: pygls 2." in Caller(capsys)("doctor").out
    monkeypatch.setattr(lsp, "version", lambda: "")
    assert "\nlsp      the package pygls is not installed" in Caller(capsys)("doctor").out

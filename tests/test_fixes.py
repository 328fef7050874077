"""Fixes: what they change and nothing else, what speaks against one, files, the diff."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from calls import Caller
from examples import TODAY, asked, whole
from hypothesis import given
from hypothesis import strategies as st
from need import need, posix

from cvpress import checking, files, rules, runner, source
from cvpress.checking import Checked
from cvpress.errors import UsageError
from cvpress.finding import Fix, Problem
from cvpress.fixes import mend as mending
from cvpress.fixes.change import Change, edits
from cvpress.fixes.mend import Mended, mend
from cvpress.fixes.objections import of_reading
from cvpress.reports import changes
from cvpress.settings import Wishes, read
from cvpress.source.document import Document, Edit
from cvpress.source.positions import offset, span

CASES = Path(__file__).parent / "cases"
CHECKS = {rule.id: rule for rule in rules.load("checks")}
WISHES = Wishes(today=TODAY)

# Every check that has a fix; a check that gets one is written down there.
FIXED = sorted((Path(__file__).parent / "fixes.txt").read_text("utf-8").split())


def checked(text: str, wishes: Wishes = WISHES) -> Checked:
    document = source.read(text.encode(), "cv.yaml")
    return checking.judge(document, read(document, wishes))


def mended(text: str, wishes: Wishes = WISHES) -> str:
    return mend(text.encode(), "cv.yaml", wishes).after.document.text


def bad(id: str) -> list[tuple[str, Wishes]]:
    """Return the examples of a check's manual page, and what is to be wished for it to speak.

    The usual checks and this one, which may be off, or wait for answers of servers.
    """
    rule = CHECKS[id]
    on = rule.on or rule.online
    wishes = WISHES if on else replace(WISHES, select=(id, "yaml", "schema"))
    return [
        (whole(example.fragment), replace(wishes, links=asked(example.answers)))
        for example in rules.manual(rule).bad
    ]


def has_fix(id: str) -> bool:
    """Whether the examples of a check's manual page show one."""
    found = [f for text, wishes in bad(id) for f in checked(text, wishes).findings if f.id == id]
    return any(finding.fix for finding in found)


def test_the_table_of_fixes() -> None:
    assert [id for id in CHECKS if has_fix(id)] == FIXED
    assert len(FIXED) >= 21


def test_descriptions_are_alike() -> None:
    """An editor shows them in its menu: an order, without a full stop."""
    found = [
        finding.fix.description
        for id in FIXED
        for text, wishes in bad(id)
        for finding in checked(text, wishes).findings
        if finding.fix
    ]
    assert [told for told in found if not re.fullmatch(r"[A-Z][^\n]*[^.\s]", told)] == []


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("yes", "true"), ("'no'", "false"), ('"TRUE"', "true"), ("Off", "false"), ("On", "true"),
        ("perhaps", "perhaps"), ("1", "1"), ("|\n      yes", "|\n      yes"),
    ],
)  # fmt: skip
def test_flags(written: str, right: str) -> None:
    text = f"{CV.partition('  - title: More')[0]}    new_page: {written}\n"
    assert mended(text) == text.replace(f"new_page: {written}", f"new_page: {right}")


# --- what a fix does to a text --------------------------------------------------------------------


def untouched(before: str, after: str, some: list[Edit]) -> bool:
    """Whether a text is another one with some edits put in, by simply doing so, last one first."""
    for edit in sorted(some, key=lambda edit: -edit.start):
        before = before[: edit.start] + edit.replacement + before[edit.end :]
    return before == after


@pytest.mark.parametrize("id", FIXED)
def test_each_fix_of_a_manual_page(id: str) -> None:
    """Alone: the text is read, differs in the edits alone, the finding is gone, none has come."""
    for text, wishes in bad(id):
        was = checked(text, wishes)
        for finding in (f for f in was.findings if f.id == id and f.fix):
            assert finding.fix
            some = edits(was.document, finding.fix)
            after = Change(was.document, some).text()
            now = checked(after, wishes)
            assert untouched(text, after, some)
            assert now.document.root is not None or was.document.root is None
            left = [f.id for f in now.findings]
            others = [f.id for f in was.findings if f is not finding]
            if was.document.root is not None:
                assert [id for id in left if left.count(id) > others.count(id)] in ([], [id])


BREAKS = re.compile(r"\r\n|\r|\n")
SHAPES: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "BOM": lambda text: "\ufeff" + text,
    "no last line break": lambda text: text.rstrip("\n"),
    "comments": lambda text: re.sub(r"^(?=\S)", "# a remark, “kept”\n", text, flags=re.MULTILINE),
    "blank lines": lambda text: text + "\n\n",
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("id", FIXED)
def test_a_page_mended_whole(id: str, shape: str) -> None:
    for plain, wishes in bad(id):
        text = SHAPES[shape](plain)
        was = checked(text, wishes)
        done = mend(text.encode(), "cv.yaml", wishes)
        after = done.after.document.text
        assert mended(after, wishes) == after, "twice changes nothing"
        assert checked(after, wishes).findings == done.after.findings
        assert done.after.document.root is not None or was.document.root is None
        assert [f for f in done.after.findings if f.fix] == []
        for sign in ("\ufeff", "# a remark, “kept”"):
            assert after.count(sign) == text.count(sign)
        assert set(BREAKS.findall(after)) == set(BREAKS.findall(text))
        assert after.endswith("\n") == text.endswith("\n")
        assert len(done.fixed) >= sum(f.fix is not None for f in was.findings if f.id == id)


SPOILS: dict[str, tuple[str, str]] = {  # what faulty documents are made by: a pattern, and a slip
    "missing-space": (r"(?<=[a-z]), (?=[a-z])", ","),
    "repeated-word": (r" (the|of|and|with|in) ", r" \1 \1 "),
    "range-hyphen": (r"(?<=\d)–(?=\d)", "-"),
    "misspelling": (r"(?<=[a-z])tion\b", "toin"),
    "name-casing": (r"\b(PyTorch|GitHub|MATLAB|LaTeX)\b", "Github"),
    "double-space": (r"(?<=[a-z]) (?=[a-z]{4})", "  "),
    "latex-in-text": (r"(?<=[a-z]) & (?=[a-z])", r" \\& "),
    "cut-by-comment": (r"(?<=: )([A-Z][a-z]+) ([a-z]+ )", r"\1 #\2"),
    "unknown-key": (r"^( +)organization: ", r"\1company: "),
    "closing-punctuation-mixed": (r"(?<=[a-z])\.$", ""),
    "unclosed": (r"\"$", ""),
    "tab": (r"(?<=: )(?=[A-Z])", "\t"),
}
VALID = sorted(CASES.glob("*.yaml")) + sorted((CASES / "words").glob("*.yaml"))


@given(
    st.sampled_from(VALID),
    st.lists(
        st.tuples(st.sampled_from(sorted(SPOILS)), st.integers(0, 30)), min_size=1, max_size=6
    ),
    st.sampled_from(sorted(SHAPES)),
)
def test_faulty_documents(path: Path, slips: list[tuple[str, int]], shape: str) -> None:
    text = path.read_text("utf-8")
    for name, number in slips:
        pattern, put = SPOILS[name]
        places = list(re.finditer(pattern, text, re.MULTILINE))
        if places:
            place = places[number % len(places)]
            text = text[: place.start()] + place.expand(put) + text[place.end() :]
    text = SHAPES[shape](text)
    done = mend(text.encode(), "cv.yaml", WISHES)
    was, now = done.before, done.after
    assert was.text == text
    assert mended(now.document.text) == now.document.text
    if was.root is not None:
        assert now.document.root is not None
        assert len(was.nodes) == len(now.document.nodes), "renamed at most"
    before = Counter(finding.id for finding in checked(text).findings)
    if not any(map(of_reading, done.fixed)):
        assert Counter(finding.id for finding in now.findings) <= before
    assert sorted(words(text)) == sorted(words(now.document.text)), "comments, keys, line breaks"


def words(text: str) -> list[str]:
    """Return what no fix may touch: comments and line breaks."""
    return re.findall(r"(?m)^ *#[^\r\n]*|\r\n|\r|\n", text)


# --- what speaks against a fix --------------------------------------------------------------------

CV = """person: {name: Ada Example}
sections:
  - title: About
    text: One two three.  # a remark
  - title: More
    bullets: [four five, "six"]
"""
Judge = Callable[..., Iterator[Problem]]


@pytest.fixture
def propose(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Judge], None]:
    """Give a check another judge, whose fixes are not to be believed."""

    def put(id: str, judge: Judge) -> None:
        some = [replace(r, judge=judge) if r.id == id else r for r in rules.load("checks")]
        monkeypatch.setattr(runner, "load", lambda stage: some if stage == "checks" else ())

    return put


def wrong(word: str, right: str) -> Judge:
    """A check that finds a word in any value, and puts another in its place."""

    def judge(document: Document, *_: object) -> Iterator[Problem]:
        for scalar in document.scalars():
            at = scalar.text.find(word)
            if at >= 0:
                put = (at, at + len(word), right)
                yield Problem(scalar.path, "Wrong.", at=put[:2], fix=Fix("Mend it", (put,)))

    return judge


def test_a_fix_that_cures(propose: Callable[[str, Judge], None]) -> None:
    propose("missing-space", wrong("two", "2"))
    assert mended(CV) == CV.replace("two", "2")


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("two", "two, two"),  # the finding is still there
        ("two", "teh"),  # a misspelling has come
        ("two", "two the the"),  # the finding, and a new one
    ],
)
def test_a_fix_that_does_not_stand_is_left_out(
    propose: Callable[[str, Judge], None], word: str, right: str
) -> None:
    propose("missing-space", wrong(word, right))
    done = mend(CV.encode(), "cv.yaml", WISHES)
    assert done.after.document.text == CV
    assert done.fixed == ()
    assert [finding.id for finding in done.after.findings] == ["missing-space"]


def test_the_others_stay(propose: Callable[[str, Judge], None]) -> None:
    def judge(*args: object) -> Iterator[Problem]:
        for word, right in (("two", "teh"), ("four", "4"), ("five", "five"), ("six", "6")):
            yield from wrong(word, right)(*args)

    propose("missing-space", judge)
    done = mend(CV.encode(), "cv.yaml", WISHES)
    assert done.after.document.text == CV.replace("four", "4").replace("six", "6")
    assert len(done.fixed) == 2
    assert sorted(f.id for f in done.after.findings) == ["missing-space", "missing-space"]


@pytest.mark.parametrize(
    "edit",
    [
        (0, 6, "persons"),  # a key that is not known: a new finding
        (0, 28, "[]"),  # read otherwise
        (0, 28, "person: {name: Ada Example"),  # not read at all
        (40, 60, ""),  # words beyond the finding are gone
        (0, 0, "\ufeff\ufeff"),
    ],
)
def test_an_edit_of_the_file_that_does_not_stand(
    propose: Callable[[str, Judge], None], edit: tuple[int, int, str]
) -> None:
    def judge(document: Document, *_: object) -> Iterator[Problem]:
        if "three" in document.text:
            yield Problem(
                "/sections/0/text",
                "Wrong.",
                edits=(Edit(*edit), Edit(CV.index("three"), CV.index("three") + 5, "3")),
                fix_description="Mend it",
            )

    propose("missing-space", judge)
    assert mended(CV) == CV


def test_a_fix_may_not_change_the_words_around_it(propose: Callable[[str, Judge], None]) -> None:
    """A value that is edited may change; the comment and the entry after it may not be eaten."""

    def judge(document: Document, *_: object) -> Iterator[Problem]:
        start = document.text.find("two")
        if start >= 0:
            end = document.text.index("bullets")
            edit = Edit(start, end, "2\n  - title: Less\n    ")
            yield Problem("/sections/0/text", "Wrong.", edits=(edit,), fix_description="Mend it")

    propose("missing-space", judge)
    now = mended(CV)
    assert now == CV.replace(
        "One two three.  # a remark\n  - title: More", "One 2\n  - title: Less"
    )


Found = tuple[str, Edit]


def told(*some: Found) -> Iterator[Problem]:
    for path, edit in some:
        yield Problem(path, "Wrong.", edits=(edit,), fix_description="Mend it")


def at(document: Document, word: str, put: str) -> Edit:
    start = document.text.index(word)
    return Edit(start, start + len(word), put)


def test_two_fixes_that_undo_each_other_end(propose: Callable[[str, Judge], None]) -> None:
    """Each is told at another place than it changes, so that nothing else speaks against it."""

    def judge(document: Document, *_: object) -> Iterator[Problem]:
        if "two" in document.text:
            yield from told(("/person/name", at(document, "two", "2")))
        else:
            yield from told(("/sections/1/title", at(document, "2", "two")))

    propose("missing-space", judge)
    assert mended(CV) in (CV, CV.replace("two", "2"))


def test_a_comment_may_not_hide_that_the_file_is_no_longer_read(
    propose: Callable[[str, Judge], None],
) -> None:
    text = CV.replace("# a remark", "# cvpress: ignore yaml-syntax")

    def judge(document: Document, *_: object) -> Iterator[Problem]:
        if "three" in document.text:
            yield from told(("/sections/1/title", at(document, "One two three.", "[One, {two")))

    propose("missing-space", judge)
    assert mended(text) == text


def test_a_fix_may_not_silence_a_line(propose: Callable[[str, Judge], None]) -> None:
    """`#` before a title: the bullets go to the section above, and no check finds fault with it."""

    def judge(document: Document, *_: object) -> Iterator[Problem]:
        start = document.text.index("  - title: More")
        if document.text[start - 1] != "#":
            yield from told(("/person/name", Edit(start, start, "#")))

    propose("missing-space", judge)
    assert checked(CV.replace("  - title: More", "#  - title: More")).findings == ()
    assert mended(CV) == CV


def test_a_fix_of_reading_may_not_bring_another_fault_of_reading(
    propose: Callable[[str, Judge], None],
) -> None:
    """What was hidden may come to light, but a key that is now unknown was not hidden."""

    def judge(document: Document, *_: object) -> Iterator[Problem]:
        if "More" in document.text:
            yield from told(("/person/name", at(document, "title: More", "titel: Moer")))

    propose("unquoted-colon", judge)
    assert mended(CV) == CV


def test_a_fix_of_a_file_that_is_not_read_cures_at_least_its_place(
    propose: Callable[[str, Judge], None],
) -> None:
    def judge(document: Document, *_: object) -> Iterator[Problem]:
        for word in ("{{", "[["):
            if word in document.text:
                edit = at(document, word, "[[")
                yield Problem(
                    "",
                    "Wrong.",
                    place=(edit.start, edit.end),
                    edits=(edit,),
                    fix_description="Mend",
                )

    propose("yaml-syntax", judge)
    text = CV + "more: {{ a\n"
    assert source.read(text.encode(), "cv.yaml").root is None
    assert mended(text) == text


def test_one_cure_told_twice_is_put_in_once(propose: Callable[[str, Judge], None]) -> None:
    def judge(document: Document, *_: object) -> Iterator[Problem]:
        if "two," not in document.text:
            place = document.text.index(" three")
            some = Edit(place, place, ",")
            yield from told(("/person/name", some), ("/sections/0/text", some))

    propose("missing-space", judge)
    assert mended(CV) == CV.replace("two three", "two, three")


def test_what_stands_only_after_another_is_tried_again(
    propose: Callable[[str, Judge], None],
) -> None:
    """`two` may be 2 only once `five` is 5, which is put in after `four`, since they touch."""

    def judge(document: Document, *_: object) -> Iterator[Problem]:
        yield from wrong("two", "2")(document)
        yield from wrong("four", "4")(document)
        yield from wrong(" five", " 5")(document)
        if "2" in document.text and "five" in document.text:
            yield Problem("/sections/0/text", "Wrong.")

    propose("missing-space", judge)
    now = CV.replace("two", "2").replace("four five", "4 5")
    assert mended(CV) == now


def test_one_that_spoils_costs_the_others_little(
    propose: Callable[[str, Judge], None],
) -> None:
    names = [f"Zyzzoq{first}{last}" for first in "abcdef" for last in "ghijkl"]
    text = CV.replace("four five", " and ".join(names))
    reads = []

    def judge(document: Document, *_: object) -> Iterator[Problem]:
        reads.append(document)
        yield from wrong("One", "teh")(document)
        for name in names:
            yield from wrong(name, name + "s")(document) if f"{name}s" not in document.text else ()

    propose("missing-space", judge)
    now = mended(text)
    assert [name for name in names if f"{name}s" not in now] == []
    assert "One" in now
    assert len(reads) < len(names)


def test_bytes_that_are_no_utf_8_are_never_written_anew(
    propose: Callable[[str, Judge], None],
) -> None:
    def judge(document: Document, *_: object) -> Iterator[Problem]:
        if "One" in document.text:
            yield from told(("/person/name", at(document, "One", "1")))

    propose("missing-space", judge)
    data = CV.replace("three", "caf\xe9").encode("latin-1")
    done = mend(data, "cv.yaml", WISHES)
    assert done.fixed == ()


def test_work_has_an_end(
    propose: Callable[[str, Judge], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mending, "_WORK", 10 * len(CV))
    read_before = source.read
    reads = []

    def count(data: bytes, name: str) -> Document:
        reads.append(name)
        return read_before(data, name)

    monkeypatch.setattr(source, "read", count)
    text = CV + "# " + "x" * 100 + "\n"
    propose("missing-space", wrong("e", "teh e"))
    mended(text)
    assert 2 < len(reads) < 14


def test_fixes_that_touch_go_one_after_the_other() -> None:
    """Both commas in one word of a plain text: the second is judged again in the next round."""
    text = CV.replace("One two three.", "One,two,three of of them -- Github 2021-2022,and so.")
    now = mended(text)
    assert "One, two, three of them" in now
    assert "GitHub 2021–2022, and so." in now


def test_what_was_hidden_may_come_to_light() -> None:
    """The bracket is closed, the key renamed; what is then found in them is no fault of the fix."""
    text = CV.replace("One two three.", "Ranked #1 of the the world.")
    done = mend(text.encode(), "cv.yaml", WISHES)
    assert '"Ranked #1 of the world.' in done.after.document.text
    assert {f.id for f in done.fixed} == {"cut-by-comment", "repeated-word"}


def test_what_only_some_checks_were_asked_for_is_held_against_all(
    propose: Callable[[str, Judge], None],
) -> None:
    propose("missing-space", wrong("two", "teh"))
    assert mended(CV, replace(WISHES, select=("missing-space",))) == CV
    assert mended(CV, replace(WISHES, ignore=("misspelling",))) == CV


def test_select_and_ignore_hold_for_fixes() -> None:
    text = CV.replace("One two three.", "In Github in in 2021-2022.")
    one = mended(text, replace(WISHES, select=("range-hyphen",)))
    assert one == text.replace("2021-2022", "2021–2022")
    two = mended(text, replace(WISHES, ignore=("words",)))
    assert two == one
    for ignore in ("  # cvpress: ignore", "  # cvpress: ignore name-casing, repeated-word"):
        three = mended(text.replace("  # a remark", ignore))
        assert "Github in in" in three
    four = mended(text + "checks: {ignore: [range-hyphen]}\n")
    assert "GitHub in 2021-2022" in four


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"caf\xe9: 1\n", b"\0", b"x" * (600 << 10), b"[", b"\xef\xbb\xbf"]
)
def test_what_is_no_cv_is_left_as_it_is(data: bytes) -> None:
    done = mend(data, "cv.yaml", WISHES)
    assert done.fixed == ()
    assert done.before.text == done.after.document.text


# --- places ---------------------------------------------------------------------------------------

LETTERS = st.text(st.sampled_from("ab é中\r\n\U0001f469"), max_size=30)


@given(LETTERS, st.booleans(), st.integers(0, 30))
def test_a_line_and_a_column_lead_back_to_the_offset(text: str, bom: bool, at: int) -> None:
    text = "\ufeff" * bom + text
    at = min(max(at, int(bom)), len(text))
    document = Document("cv.yaml", text, None)
    place = span(document, at, at)
    assert offset(document, place.line, place.column) == at


@given(st.text("abcdef", min_size=8, max_size=20), st.data())
def test_a_place_moves_with_its_letters(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=4, max_size=4)))
    document = Document("cv.yaml", text, None)
    some = [Edit(cuts[0], cuts[1], "XYZ")]
    if cuts[2] > cuts[1]:
        some.append(Edit(cuts[2], cuts[3], ""))
    change = Change(document, some)
    now = change.text()
    assert untouched(text, now, some)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            a, b = change.moved((start, end))
            if not change.old.meet((start, end)):
                assert now[a:b] == text[start:end]
            else:
                assert 0 <= a <= b <= len(now)
                assert change.new.meet((a, b))


# --- the command ----------------------------------------------------------------------------------

FAULTY = CV.replace("One two three.", "One of of them,too.").encode()
MENDED = CV.replace("One two three.", "One of them, too.").encode()


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Caller:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    Path("cv.yaml").write_bytes(FAULTY)
    return Caller(capsys)


def test_fix_mends_the_file_and_reports_what_remains(call: Caller) -> None:
    done = call("check", "--fix")
    assert (done.code, done.out) == (0, "no findings\n")
    assert done.err == "Fixed 2 findings in cv.yaml.\n"
    assert Path("cv.yaml").read_bytes() == MENDED
    again = call("check", "--fix")
    assert (again.code, again.out, again.err) == (0, "no findings\n", "")
    assert [path.name for path in Path().iterdir()] == ["cv.yaml"]


def test_fix_leaves_what_has_no_fix_and_says_so(call: Caller) -> None:
    text = FAULTY.replace(b"six", b"sixx") + b"person: {name: Twice}\n"
    Path("cv.yaml").write_bytes(text)
    done = call("check", "--fix", "--format", "json")
    assert done.code == 1
    assert '"duplicate-key"' in done.out
    assert '"repeated-word"' not in done.out
    assert Path("cv.yaml").read_bytes() == text.replace(b"of of them,too", b"of them, too")


def test_fix_of_one_finding_and_quietly(call: Caller) -> None:
    assert call("check", "--fix", "--select", "repeated-word").err == (
        "Fixed 1 finding in cv.yaml.\n"
    )
    assert call("check", "--fix", "-q").err == ""
    assert Path("cv.yaml").read_bytes() == MENDED


def test_diff_writes_nothing_and_ends_with_1(call: Caller) -> None:
    for arguments in (["--diff"], ["--diff", "--fix"]):
        done = call("check", *arguments)
        assert done.code == 1
        assert done.err == "Would fix 2 findings in cv.yaml.\n"
        assert done.out == (
            "--- cv.yaml\n+++ cv.yaml\n@@ -1,6 +1,6 @@\n person: {name: Ada Example}\n"
            " sections:\n   - title: About\n-    text: One of of them,too.  # a remark\n"
            "+    text: One of them, too.  # a remark\n   - title: More\n"
            '     bullets: [four five, "six"]\n'
        )
        assert Path("cv.yaml").read_bytes() == FAULTY
    Path("cv.yaml").write_bytes(MENDED)
    done = call("check", "--diff")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_diff_asks_nothing_of_what_has_no_fix(call: Caller) -> None:
    Path("cv.yaml").write_bytes(MENDED + b"person: {name: Twice}\n")
    assert call("check", "--diff").code == 0


def test_diff_has_no_format(call: Caller) -> None:
    done = call("check", "--diff", "--format", "json")
    assert done.code == 2
    assert done.err == "cvpress: --diff shows changes, not findings, so it takes no --format.\n"


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.usefixtures("call")
def test_the_diff_is_a_patch(shape: str) -> None:
    git = need("git")
    text = SHAPES[shape](FAULTY.decode())
    Path("cv.yaml").write_bytes(text.encode())
    diff = changes.report("cv.yaml", text, mended(text))
    if shape == "CR":
        assert "\r" not in diff
        return
    Path("a.patch").write_bytes(diff.encode())
    subprocess.run([git, "apply", "-p0", "a.patch"], check=True)
    assert Path("cv.yaml").read_bytes().decode() == mended(text)


def test_a_terminal_obeys_no_letter_of_the_diff() -> None:
    told = changes.report("a\x1bb", "\x1b[2J\n", "\x1b[3J\r\n", terminal=True, color=True)
    plain = re.sub(r"\x1b\[\d*m", "", told)
    assert "\x1b" not in plain
    assert "\r" not in plain
    assert "\x1b[31m-␛[2J\x1b[0m\n\x1b[32m+␛[3J\x1b[0m\n" in told


@posix
def test_a_link_stays_a_link_and_the_mode_is_kept(call: Caller) -> None:
    Path("real").mkdir()
    shutil.move("cv.yaml", "real/cv.yaml")
    Path("real/cv.yaml").chmod(0o640)
    Path("cv.yaml").symlink_to("real/cv.yaml")
    assert call("check", "--fix").code == 0
    assert Path("cv.yaml").is_symlink()
    assert Path("real/cv.yaml").read_bytes() == MENDED
    assert Path("real/cv.yaml").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in Path("real").iterdir()) == ["cv.yaml"]


def test_a_protected_file_is_left_alone(call: Caller) -> None:
    Path("cv.yaml").chmod(0o444)
    done = call("check", "--fix")
    assert done.code == 2
    assert done.err == (
        "cvpress: cv.yaml is write-protected; it is left as it is. Unlock it first.\n"
    )
    assert Path("cv.yaml").read_bytes() == FAULTY
    Path("cv.yaml").chmod(0o644)


def test_a_file_that_is_not_there_or_has_no_fault(call: Caller) -> None:
    Path("good.yaml").write_bytes(MENDED)
    Path("good.yaml").chmod(0o444)
    done = call("check", "--fix", "nope.yaml", "good.yaml")
    assert done.code == 2
    assert "nope.yaml does not exist" in done.err
    assert done.out == "no findings\n"


@posix
@pytest.mark.usefixtures("call")
def test_a_pipe_is_not_written_to() -> None:
    os.mkfifo("pipe")
    with pytest.raises(UsageError, match="no plain file"):
        files.rewrite("pipe", b"", b"x")


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = b"person: {name: Somebody}\n"

    def slow(data: bytes, name: str, wishes: Wishes) -> Mended:
        Path(name).write_bytes(other)
        return mend(data, name, wishes)

    monkeypatch.setattr(mending, "mend", slow)
    done = call("check", "--fix")
    assert done.code == 2
    assert "was changed by another program meanwhile" in done.err
    assert Path("cv.yaml").read_bytes() == other
    assert [path.name for path in Path().iterdir()] == ["cv.yaml"]


def test_one_file_that_fails_hinders_no_other(call: Caller) -> None:
    Path("two.yaml").write_bytes(FAULTY)
    Path("cv.yaml").chmod(0o444)
    done = call("check", "--fix", "cv.yaml", "two.yaml")
    assert done.code == 2
    assert Path("two.yaml").read_bytes() == MENDED
    Path("cv.yaml").chmod(0o644)

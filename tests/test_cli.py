"""The command line: exit codes, what goes to stdout and what to stderr, files, formats, lists."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest
from builds import OURS
from calls import ROOT, TOOL, Called, Caller, process
from need import posix

from cvpress import cli, pipeline, rules
from cvpress.cli import bug, stopped
from cvpress.errors import TexFailed
from cvpress.pipeline import once

GOOD = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
# An error, a warning; and with a long word, a proof at error level.
ERROR = GOOD.replace("A first line.", "A frist line.")
WARNING = GOOD.replace("A first line.", "A first first line.")
BROKEN = "person: {name: Ada Example\n"
UNPROVED = GOOD.replace("text: A first line.", f"bullets: [{'Words of a page. ' * 900}]") + (
    "design: {max_pages: 1}\n"
)


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Caller:
    """Call the tool in a folder of its own that holds one CV of each sort."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "SOURCE_DATE_EPOCH", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    texts = {"cv": GOOD, "error": ERROR, "warning": WARNING, "unproved": UNPROVED}
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return Caller(capsys)


def names(folder: str) -> list[str]:
    """Return the names in a folder, sorted."""
    return sorted(path.name for path in Path(folder).iterdir())


# --- exit codes ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("check cv.yaml", 0),
        ("check", 0),
        ("check warning.yaml", 0),
        ("check --strict warning.yaml", 1),
        ("check error.yaml", 1),
        ("check error.yaml cv.yaml", 1),
        ("check nope.yaml", 2),
        ("check nope.yaml error.yaml", 2),
        ("build cv.yaml", 0),
        ("cv.yaml", 0),
        ("", 0),
        ("build error.yaml", 1),
        ("build --strict warning.yaml", 1),
        ("build nope.yaml unproved.yaml error.yaml", 2),
        ("build error.yaml unproved.yaml cv.yaml", 4),
        ("build unproved.yaml", 4),
        ("build --theme nope", 2),
        ("build --engine nope", 2),
        ("build --to docx", 2),
        ("build --to ,", 2),
        ("check --today tomorrow", 2),
        ("check --nope", 2),
        ("check --stri", 2),
        ("check --format xml", 2),
        ("explain nope", 2),
        ("explain", 2),
        ("--version", 0),
        ("--help", 0),
        ("build --help", 0),
        ("test --help", 0),
    ],
)
def test_exit_code(call: Caller, arguments: str, code: int) -> None:
    ended = call(*arguments.split())
    assert ended.code == code, ended
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("codes", "gravest"),
    [([], 0), ([0, 1], 1), ([4, 1, 0], 4), ([3, 4, 1], 3), ([4, 2, 3], 2), ([2, 70, 1], 70)],
)
def test_the_gravest_of_several_codes(codes: list[int], gravest: int) -> None:
    assert stopped.gravest(codes) == gravest


def test_tex_that_is_stopped_ends_with_3_and_hides_no_finding(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise TexFailed("TeX ran longer than 3 seconds and was stopped.")

    monkeypatch.setattr(once, "_set", stop)
    Path("build").mkdir()
    Path("build/warning.pdf").write_bytes(b"former")
    ended = call("build", "warning.yaml", "cv.yaml")
    assert ended.code == 3
    assert "repeated-word" in ended.out
    assert "Nothing was printed. build/warning.pdf is an older one." in ended.out
    assert ended.err.count("TeX ran longer") == 2
    assert Path("build/warning.pdf").read_bytes() == b"former"


# --- several files ---------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "build"])
def test_one_unreadable_file_hides_nothing_of_the_others(call: Caller, command: str) -> None:
    Path("folder.yaml").mkdir()
    ended = call(command, "nope.yaml", "warning.yaml", "folder.yaml")
    assert ended.code == 2
    assert "warning.yaml:2:" in ended.out
    assert "nope.yaml does not exist" in ended.err
    assert "folder.yaml is a folder" in ended.err
    assert Path("build/warning.pdf").exists() is (command == "build")


@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_where_no_file_can_be_read_there_is_no_report(call: Caller, format: str) -> None:
    assert call("check", "--format", format, "nope.yaml", "none.yaml").out == ""


def test_what_holds_for_every_file_is_said_once(call: Caller) -> None:
    ended = call("build", "--theme", "clasic", "cv.yaml", "warning.yaml")
    assert ended.err.count("clasic") == 1


def test_a_bug_in_one_file_hides_nothing_of_the_others(
    call: Caller, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from cvpress import checking

    real = checking.check

    def check(path: str, wishes: object) -> object:
        return 1 // 0 if path == "cv.yaml" else real(path, wishes)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check", check)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    ended = call("check", "cv.yaml", "error.yaml")
    assert ended.code == 70
    assert "error.yaml:2:" in ended.out
    assert "this is a bug of cvpress" in ended.err


def test_a_file_named_twice_is_read_once(call: Caller) -> None:
    thrice = ("error.yaml", "./error.yaml", "x/../error.yaml")
    assert call("check", *thrice).out.count("frist") == 1
    assert call("build", "cv.yaml", "./cv.yaml").code == 0


# --- outputs ---------------------------------------------------------------------------------


def test_a_proved_page_takes_the_name_and_the_unproved_one_goes(call: Caller) -> None:
    ended = call("unproved.yaml")
    assert ended.code == 4
    assert names("build") == ["unproved.unproved.pdf"]
    assert ended.out.endswith("build/unproved.unproved.pdf did not stand its proofs.\n")
    Path("unproved.yaml").write_text(GOOD, "utf-8")
    assert call("unproved.yaml").code == 0
    assert names("build") == ["unproved.pdf"]


def test_a_page_that_failed_leaves_the_older_one_and_names_it(call: Caller) -> None:
    Path("build").mkdir()
    for name in ("unproved", "error"):
        Path(f"build/{name}.pdf").write_bytes(b"former")
    last = [call(f"{name}.yaml").out.splitlines()[-1] for name in ("unproved", "error")]
    assert last[0].endswith("did not stand its proofs. build/unproved.pdf is an older one.")
    assert last[1] == "Nothing was printed. build/error.pdf is an older one."
    assert Path("build/unproved.pdf").read_bytes() == b"former"
    assert Path("build/error.pdf").read_bytes() == b"former"


def test_the_kinds_that_were_asked_for_and_no_other(call: Caller) -> None:
    assert call("build", "--to", "tex", "cv.yaml").out.endswith("build/cv.tex is written.\n")
    assert names("build") == ["cv.tex"]
    assert call("build", "--to", "tex", "unproved.yaml").code == 4
    assert names("build") == ["cv.tex", "unproved.tex"]
    call("build", "--to", "pdf,tex", "-o", "a/b", "cv.yaml")
    assert names("a/b") == ["cv.pdf", "cv.tex"]
    assert Path("a/b/cv.tex").read_text("utf-8").rstrip().endswith(r"\end{document}")


def test_two_files_of_one_name_are_refused_before_anything_is_written(call: Caller) -> None:
    Path("x").mkdir()
    shutil.copy("cv.yaml", "x/cv.yaml")
    ended = call("build", "cv.yaml", "x/cv.yaml")
    assert ended.code == 2
    assert ended.err.startswith("cvpress: cv.yaml and x/cv.yaml would both become build/cv.pdf.")
    assert not Path("build").exists()


def test_on_windows_a_pdf_that_is_open_is_left_and_told(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cvpress.cli import written
    from cvpress.errors import UsageError

    real = written.write_output

    def write(path: Path, data: bytes) -> None:
        if path.name == "cv.pdf":
            raise UsageError("Can't write it.") from PermissionError()
        real(path, data)

    Path("build").mkdir()
    Path("build/cv.pdf").write_bytes(b"former")
    monkeypatch.setattr(written, "write_output", write)
    assert call("build").code == 2
    monkeypatch.setattr(written, "VIEWERS_LOCK", True)
    ended = call("build")
    assert ended.code == 0
    assert ended.out.endswith(" build/cv.pdf is open in a viewer: left alone.\n")
    assert names("build") == ["cv.new.pdf", "cv.pdf"]
    assert Path("build/cv.pdf").read_bytes() == b"former"


def test_the_page_lies_in_the_working_folder_whatever_the_cv_s(call: Caller) -> None:
    Path("far").mkdir()
    shutil.move("cv.yaml", "far/cv.yaml")
    assert call("far/cv.yaml").code == 0
    assert Path("build/cv.pdf").exists()


# --- formats and streams ---------------------------------------------------------------------


def test_json_is_all_of_stdout(call: Caller) -> None:
    ended = call("build", "--format", "json", "warning.yaml")
    told = json.loads(ended.out)
    assert told["summary"] == {"error": 0, "warning": 1, "info": 0}
    (finding,) = told["findings"]
    assert (finding["id"], finding["file"], finding["line"]) == (
        "repeated-word",
        "warning.yaml",
        2,
    )
    assert ended.err.startswith("build/warning.pdf: 1 page, proved.")


def test_github_gets_commands_and_a_summary(
    call: Caller, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    ended = call("build", "--format", "github", "warning.yaml")
    assert ended.out.startswith("::warning file=warning.yaml,line=2,")
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert "1 page, proved" in summary
    assert "repeated-word" in summary
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "summary.md"))
    ended = call("check", "--format", "github", "warning.yaml")
    assert ended.code == 2
    assert "summary" in ended.err


@pytest.mark.parametrize("command", ["check", "build"])
def test_quiet_prints_findings_only(call: Caller, command: str) -> None:
    assert call(command, "-q", "cv.yaml") == Called(0, "", "")
    assert "repeated-word" in call(command, "--quiet", "warning.yaml").out
    assert "proved" not in call(command, "--quiet", "warning.yaml").out


@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        ([], {}, True),
        (["--no-color"], {}, False),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        ([], {"TERM": "dumb"}, False),
        (["--format", "github"], {}, False),
        (["--format", "json"], {}, False),
    ],
)
def test_colour_is_for_a_terminal_that_wants_it(
    call: Caller,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    env: dict[str, str],
    coloured: bool,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert ("\x1b[" in call("check", "warning.yaml", *arguments).out) is coloured


def test_no_colour_in_a_pipe(call: Caller) -> None:
    assert "\x1b" not in call("check", "warning.yaml").out


def test_a_progress_line_on_a_terminal_only_and_wiped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from cvpress.cli import progress

    monkeypatch.setattr(progress, "SECONDS", 0.0)
    monkeypatch.setenv("TERM", "xterm")

    def slow(quiet: bool) -> str:
        with progress.told("Typesetting a\x1b]evil.yaml", quiet):
            time.sleep(0.05)
        return capsys.readouterr().err

    assert slow(False) == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert slow(True) == ""
    assert slow(False) == "\rTypesetting a␛]evil.yaml …\r\x1b[K"
    monkeypatch.setattr(progress, "SECONDS", 60.0)
    assert slow(False) == ""
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(progress, "SECONDS", 0.0)
    assert slow(False) == ""


@posix
def test_a_reader_who_leaves_early_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(WARNING, "utf-8")
    for command, code in (("check --strict", 1), ("schema", 0), ("checks", 0)):
        script = f'{TOOL[0]} -m cvpress {command}; echo "code $?" >&2'
        ended = process(cwd=tmp_path, command=["sh", "-c", f"( {script} ) | true"])
        assert ended.err == f"code {code}\n", command


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@posix
def test_a_stdout_that_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(GOOD, "utf-8")
    tool = f"{TOOL[0]} -m cvpress check"
    closed = process(cwd=tmp_path, command=["sh", "-c", f"{tool} >&-"])
    assert (closed.code, closed.err) == (0, "")
    for start in ("-m cvpress", str(ROOT / "build.py")):
        script = f"{TOOL[0]} {start} check >/dev/full"
        full = process(cwd=tmp_path, command=["sh", "-c", script])
        assert full.code == 2
        assert full.err == "cvpress: The machine refused: No space left on device.\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_a_terminal_of_any_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "cv.yaml").write_text(GOOD.replace("A first", "漢字 “ő” the the"), "utf-8")
    ended = subprocess.run(
        [*TOOL, "check"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "repeated-word" in ended.stdout.decode(encoding)


# --- what stops a command --------------------------------------------------------------------


def test_our_own_bug_makes_a_report_without_a_line_of_the_cv(
    call: Caller, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from cvpress import checking

    def explode(path: str, _: object) -> None:
        try:
            raise KeyError("Ada Example")
        except KeyError as error:
            raise ValueError(f"a secret of {path}") from error

    monkeypatch.setattr(checking, "check", explode)
    monkeypatch.setattr(bug.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["cvpress", "Ada_Example.yaml"])
    ended = call("check", "cv.yaml")
    assert ended.code == 70
    (file,) = tmp_path.glob("cvpress-bug-*.txt")
    assert str(file) in ended.err
    report = file.read_text("utf-8")
    for secret in ("Ada", "secret", str(Path.home()), str(tmp_path), str(ROOT)):
        assert secret not in report
    assert "explode" in report
    assert "ValueError" in report
    assert "KeyError" in report
    assert "command: build" in report
    assert "Traceback" not in ended.err
    assert len(ended.err.splitlines()) == 2


def test_a_bug_on_a_machine_that_keeps_no_files(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bug.tempfile, "tempdir", "/nowhere/at/all")
    monkeypatch.setattr(bug.sys, "argv", ["cvpress"])
    assert bug.report(ValueError("x")) == 70
    assert "command: build" in capsys.readouterr().err


@pytest.mark.parametrize("module", ["jinja2", "pypdfium2_raw", "jinja2.sandbox"])
def test_a_missing_extra_is_said_in_a_sentence(
    call: Caller, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    def build(*_: object) -> None:
        raise ModuleNotFoundError(f"No module named '{module}'", name=module)

    monkeypatch.setattr(pipeline, "build", build)
    ended = call("build", "cv.yaml", "warning.yaml")
    assert ended.code == 2
    assert ended.err == (
        f"cvpress: This needs {module}, which is not installed. "
        "Install cvpress with its extra “pdf”; `check` works without.\n"
    )


def test_a_missing_module_of_ours_is_a_bug(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*_: object) -> None:
        raise ModuleNotFoundError("No module named 'cvpress.nope'", name="cvpress.nope")

    monkeypatch.setattr(pipeline, "build", build)
    assert call("build").code == 70


def test_ctrl_c(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "build", stop)
    assert call("build") == Called(130, "", "cvpress: Interrupted.\n")


def test_ctrl_c_while_the_command_line_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    from cvpress.__main__ import main

    def stop() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", stop)
    assert main() == 130


@pytest.mark.parametrize(
    ("word", "said"),
    [("bild", "Did you mean build?"), ("chekc", "Did you mean check?"), ("xyzzy", "--help")],
)
def test_a_misspelt_command_is_no_file(call: Caller, word: str, said: str) -> None:
    ended = call(word)
    assert ended.code == 2
    assert said in ended.err
    shutil.copy("cv.yaml", word)
    assert call(word).code == 0


def test_a_file_name_is_shown_and_not_obeyed(call: Caller) -> None:
    ended = call("check", "evil\x1b[31m.yaml")
    assert ended.code == 2
    assert "\x1b" not in ended.err


# --- select and ignore -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--select", "words"], True),
        (["--select", "repeated-word"], True),
        (["--select", "dates, repeated-*"], True),
        (["--select", "all"], True),
        (["--select", "dates"], False),
        (["--ignore", "words"], False),
        (["--ignore", "repeated-word"], False),
        (["--select", "words", "--ignore", "repeated-*"], False),
    ],
)
def test_select_and_ignore(call: Caller, arguments: list[str], found: bool) -> None:
    ended = call("check", "warning.yaml", *arguments)
    assert ended.code == 0
    assert ("repeated-word" in ended.out) is found


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ("date-ordr", "Did you mean date-order?"),
        ("date", "Did you mean"),
        ("words,nope-*", "named nope-*"),
        ("xyzzy", "`cvpress checks` lists them all."),
        ("text-lost", "judged by `build`"),
        ("proofs", "judged by `build`"),
    ],
)
@pytest.mark.parametrize("flag", ["--select", "--ignore"])
def test_an_id_that_no_check_has(call: Caller, flag: str, ids: str, said: str) -> None:
    ended = call("check", flag, ids)
    assert ended.code == 2
    assert said in ended.err


def test_a_build_leaves_no_proof_out(call: Caller) -> None:
    """Whatever is called proved was held against every proof that its owner left on."""
    assert call("build", "--ignore", "text-lost").code == 2
    assert call("prove", "x.pdf", "--select", "text-lost").code == 2


# --- lists and pages -------------------------------------------------------------------------


def test_checks_lists_every_rule_in_80_columns(call: Caller) -> None:
    out = call("checks").out
    for rule in rules.every():
        assert f"\n  {rule.id} " in out
    assert max(map(len, out.splitlines())) <= 80
    assert "…" not in out


@pytest.mark.parametrize("command", ["themes", "doctor", "--help", "build --help", "new --help"])
def test_80_columns(call: Caller, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("CVPRESS_CACHE", "/tmp/cache")
    lines = call(*command.split()).out.splitlines()
    paths = ("python ", "themes ")  # a path can't be broken
    assert [line for line in lines if len(line) > 80 and not line.startswith(paths)] == []
    assert lines


def test_themes_names_ours_and_those_beside_the_cv(call: Caller) -> None:
    shutil.copytree(ROOT / "latex" / "classic", "themes/mine")
    names = [line.split()[0] for line in call("themes").out.splitlines() if line[0] != " "]
    assert names == sorted([*OURS, "mine"])


def test_doctor_names_what_is_here(call: Caller) -> None:
    ended = call("doctor")
    assert ended.code == 0
    heads = [line.split()[0] for line in ended.out.splitlines() if line[0] != " "]
    assert heads[:7] == ["cvpress", "system", "python", "themes", "cache", "embedded", "latexmk"]
    assert heads[7:] == ["tectonic", "fonts", "lsp", "spelling"]


def test_doctor_where_nothing_can_print(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    from cvpress import engines

    for name in engines.NAMES:
        monkeypatch.setattr(engines.load(name), "missing", lambda: "it is not here.")
    ended = call("doctor")
    assert ended.code == 2
    assert ended.out.endswith("No engine can run here: `check` works, `build` does not.\n")


@pytest.mark.parametrize("id", [rule.id for rule in rules.every()])
def test_explain_prints_the_whole_page(call: Caller, id: str) -> None:
    out = call("explain", id).out
    rule = next(rule for rule in rules.every() if rule.id == id)
    assert out.split() == [*_head(rule).split(), *rule.doc.split()]
    prose = [line for line in out.splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= 80
    page = rules.manual(rule)
    for example in (*page.bad, *page.good):
        for line in example.fragment.splitlines():
            assert f"{'    ' * bool(line)}{line}\n" in out
        for said in example.says:
            assert max(len(line) for line in out.splitlines() if line.strip() in said) <= 80


def _head(rule: rules.Rule) -> str:
    off = ", only with --online" if rule.online else "" if rule.on else ", off by default"
    return f"{rule.id} ({rule.severity}, {rule.family}{off})"


def test_explain_breaks_no_code(call: Caller) -> None:
    assert "`# cvpress: ignore text-lost`" in call("explain", "text-lost").out


@pytest.mark.parametrize(("command", "collects"), [("check", False), ("themes", True)])
def test_short_commands_look_for_no_garbage(tmp_path: Path, command: str, collects: bool) -> None:
    code = "import gc; from cvpress.__main__ import main; main(); print('', gc.isenabled())"
    (tmp_path / "cv.yaml").write_text(GOOD, "utf-8")
    done = process(command, cwd=tmp_path, command=[sys.executable, "-c", code])
    assert done.out.endswith(f" {collects}\n")


def test_explain_suggests(call: Caller) -> None:
    assert "Did you mean date-order?" in call("explain", "date-ordr").err


def test_schema_is_printed_letter_for_letter(call: Caller) -> None:
    assert call("schema").out == (ROOT / "schema" / "cv.schema.json").read_text("utf-8")


def test_help_says_cv_and_json_as_they_are_written(call: Caller) -> None:
    assert "Check, typeset and prove a CV" in call("build", "--help").out
    assert "a language of the CV, or all" in call("build", "--help").out
    for command in ("prove", "diff"):  # one PDF is of one language
        assert "a language of the CV\n" in call(command, "--help").out
    assert "JSON Schema" in call("schema", "--help").out


# --- test ------------------------------------------------------------------------------------


def test_test_hands_its_arguments_to_pytest(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[list[str]] = []

    def main(arguments: list[str]) -> int:
        handed.append(arguments)
        return 5

    monkeypatch.setattr(pytest, "main", main)
    for arguments in ([], ["-x", "-k", "dates"], ["tests/test_dates.py", "--lf"]):
        assert call("test", *arguments).code == 5
    assert handed == [["-n", "auto"], ["-x", "-k", "dates"], ["tests/test_dates.py", "--lf"]]


def test_test_is_for_a_checkout(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    from cvpress import resources

    monkeypatch.setattr(resources, "PACKAGE", Path.cwd() / "cvpress")
    ended = call("test")
    assert ended.code == 2
    assert "checkout" in ended.err


# --- prove -----------------------------------------------------------------------------------


def test_prove_our_own_page(call: Caller) -> None:
    call("build")
    ended = call("prove", "build/cv.pdf")
    assert (ended.code, ended.err) == (0, "")
    told = "3 texts of cv.yaml were compared. It was made from cv.yaml as it stands."
    assert ended.out == f"no findings\nbuild/cv.pdf: 1 page; {told}\n"
    other = call("prove", "build/cv.pdf", "--source", "warning.yaml")
    assert other.code == 4
    assert "text-lost" in other.out or "text-garbled" in other.out
    told = json.loads(call("prove", "build/cv.pdf", "--format", "json").out)
    assert told["findings"] == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("nope.pdf", None, "nope.pdf does not exist. Name a PDF."),
        ("cv.yaml", None, "cv.yaml: This is no PDF: it does not begin with %PDF."),
        ("half.pdf", b"%PDF-1.7\nand no end", "half.pdf: The PDF is cut off"),
        ("broken.pdf", b"%PDF-1.7\n%%EOF", "broken.pdf: The PDF is damaged"),
        (".", None, ". is a folder."),
    ],
)
def test_prove_what_is_no_pdf(call: Caller, name: str, data: bytes | None, said: str) -> None:
    if data:
        Path(name).write_bytes(data)
    ended = call("prove", name)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.startswith(f"cvpress: {said}"), ended.err


def test_prove_against_a_cv_that_can_t_be_laid_out(call: Caller) -> None:
    call("build")
    ended = call("prove", "build/cv.pdf", "--source", "error.yaml")
    assert ended.code == 1
    assert ended.out.endswith("build/cv.pdf was not compared: mend the CV first.\n")


def test_prove_a_page_that_another_tool_made(call: Caller) -> None:
    call("build")
    with pikepdf.open("build/cv.pdf") as pdf:
        pdf.docinfo["/Creator"] = "Another tool"
        pdf.save("theirs.pdf")
    ended = call("prove", "theirs.pdf")
    assert ended.code == 0
    said = (
        "3 texts of cv.yaml were compared, those that print as written: another tool made this PDF"
    )
    assert ended.out.endswith(f"theirs.pdf: 1 page; {said}.\n")
    assert call("prove", "theirs.pdf", "--source", "warning.yaml").code == 4

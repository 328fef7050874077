"""The engines: what comes out, what must not go in, and what happens in bad luck."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest
from builds import OURS
from compiled import date, words
from need import need

from cvpress import engines, fonts, pipeline, printed, render, resources, run, source, theme, view
from cvpress.engines import embedded, faults, formats, latexmk, pdftex, tectonic
from cvpress.engines.base import Compiled, Stationery
from cvpress.engines.glyphs import dressed
from cvpress.errors import EngineMissing, TexFailed, UsageError
from cvpress.settings import Wishes, read

pytestmark = pytest.mark.tex

CASES = Path(__file__).parent / "cases"
BOTH = pytest.mark.parametrize("engine", ["embedded", "latexmk"], indirect=True)
PLAIN = Stationery(
    "plain",
    r"""\documentclass{article}
\usepackage[T1]{fontenc}\usepackage{cvfont-source-sans}
\pagestyle{empty}\tracinglostchars=3
""",
    {},
)


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> ModuleType:
    """An engine; latexmk only where it is installed."""
    if request.param == "embedded":
        return embedded
    need("latexmk")
    return latexmk


def document(text: str) -> str:
    return f"\\begin{{document}}\n{text}\n\\end{{document}}\n"


def press(engine: ModuleType, text: str, stationery: Stationery = PLAIN) -> Compiled:
    if engine is latexmk:
        need("latexmk")
    done: Compiled = engine.open(stationery).press(document(text))
    return done


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give each test a folder for temporary files, and see that nothing is left in it."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@BOTH
def test_all_scripts_print_and_copy(engine: ModuleType) -> None:
    text = "Łódź Đặng Ștefan Ἀθῆναι Ωμέγα Щука Їжак H₂O m² 5µm ½ “quoted” `grave` → ≤ ✓ № ʻokina"
    assert words(press(engine, text)) == text.replace("`grave`", "‘grave‘").split()


@pytest.mark.parametrize("name", OURS)
def test_both_engines_print_the_same_page(name: str) -> None:
    need("latexmk")
    cv = source.read((CASES / "hard.yaml").read_bytes(), "hard.yaml")
    look = theme.find(name, CASES)
    page = dressed(view.build(cv, read(cv, Wishes(today="2026-01-15")), look.layout))
    body, stationery = render.body(page, look), theme.stationery(look, page.design.font)
    one, other = (
        printed.read(engine.open(stationery).press(body).pdf) for engine in (embedded, latexmk)
    )
    assert len(one.words) > 500
    assert [p.text.split() for p in one.pages] == [p.text.split() for p in other.pages]
    moved = 0.0
    for left, right in zip(one.words, other.words, strict=True):
        assert (left.text, left.page) == (right.text, right.page)
        a, b = left.box, right.box
        moved = max(moved, abs(a.left - b.left), abs(a.right - b.right), abs(a.bottom - b.bottom))
    assert moved < 1


@BOTH
@pytest.mark.parametrize("name", OURS)
def test_the_outline_names_the_sections(engine: ModuleType, name: str) -> None:
    text = "person: {name: Ada}\ndesign: {font: source-sans}\nsections: [{title: Опыт, text: x}]"
    cv = source.read(text.encode(), "cv.yaml")
    look = theme.find(name, CASES)
    page = view.build(cv, read(cv, Wishes(today="2026-01-15")), look.layout)
    compiled = engine.open(theme.stationery(look, page.design.font)).press(render.body(page, look))
    with pypdfium2.PdfDocument(compiled.pdf) as pdf:
        assert [mark.get_title() for mark in pdf.get_toc()] == ["Опыт"]


@BOTH
def test_the_same_bytes(
    engine: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = press(engine, r"Today \today, \the\time.")
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "HOME": "/nowhere",
        "USER": "eve",
        "TZ": "Asia/Tokyo",
        "LANG": "fr",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "empty"))
    second = press(engine, r"Today \today, \the\time.")
    assert first.pdf == second.pdf
    assert date(first) == ""
    assert words(first)[:4] == ["Today", "January", "1,", "2000,"]


@BOTH
def test_a_date_that_the_user_sets(engine: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    compiled = press(engine, r"\today")
    assert words(compiled) == ["November", "14,", "2023"]
    assert date(compiled) == "D:20231114221320Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert words(press(engine, r"\today")) == ["January", "1,", "2000"]


@BOTH
def test_an_error_is_in_the_log(engine: ModuleType) -> None:
    compiled = press(engine, "one\n\\nothing")
    assert compiled.pdf == b""
    assert "body.tex:3: Undefined control sequence" in compiled.log


@BOTH
def test_a_body_without_an_end(engine: ModuleType) -> None:
    compiled = engine.open(PLAIN).press("\\begin{document} and so")
    assert compiled.pdf == b""
    assert faults.first(compiled.log)


def test_latexmk_runs_tex_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said = []
    finish = run.Process.finish
    monkeypatch.setattr(run.Process, "finish", lambda *a: said.append(finish(*a)) or said[-1])
    preamble = f"{PLAIN.preamble}\\usepackage{{hyperref}}\\usepackage{{bookmark}}"
    press(latexmk, r"\section{One}\label{a} see", replace(PLAIN, preamble=preamble))
    assert sum(ended.output.count("Run number") for ended in said) == 1


def test_a_theme_that_does_not_compile() -> None:
    broken = replace(PLAIN, theme="mine", preamble=f"{PLAIN.preamble}\n\\nothing")
    compiled = embedded.open(broken).press("words")
    assert compiled.pdf == b""
    assert "preamble.tex:5: Undefined control sequence" in compiled.log


def test_a_theme_that_does_not_compile_and_no_error_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(formats, "first", lambda _: None)
    broken = replace(PLAIN, theme="mine", preamble="\\nothing")
    with pytest.raises(TexFailed, match=r"(?s)^The theme mine does not compile: .*nothing"):
        embedded.open(broken)


@BOTH
def test_tex_that_hangs(engine: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    engine.open(PLAIN).close()
    monkeypatch.setenv(run.SECONDS, "2")
    with pytest.raises(TexFailed, match="ran longer than 2 seconds"):
        press(engine, r"\def\a{\a}\a")


def test_a_theme_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(run.SECONDS, "2")
    with pytest.raises(TexFailed, match="ran longer than 2 seconds"):
        embedded.open(replace(PLAIN, preamble=f"{PLAIN.preamble}\\def\\a{{\\a}}\\a"))


def test_only_the_dump_of_a_format_waits_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "cache"))
    given: list[tuple[bool, run.Limits]] = []
    start = run.start

    def spy(argv: list[str], cwd: Path, env: dict[str, str], bounds: run.Limits) -> run.Process:
        given.append(("-ini" in argv, bounds))
        return start(argv, cwd, env, bounds)

    monkeypatch.setattr(run, "start", spy)
    embedded.open(PLAIN).close()
    assert given == [(True, run.own_work()), (False, run.limits())]


def test_pages_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    embedded.open(PLAIN).close()
    monkeypatch.setattr(run, "limits", lambda: run.Limits(20, megabytes_written=1))
    with pytest.raises(TexFailed, match="wrote a file of more than 1 MB"):
        press(embedded, r"\loop x\par\newpage\iftrue\repeat")


def test_memory_without_end() -> None:
    compiled = press(embedded, r"\def\a{x\a\par}\a")
    assert (compiled.pdf, "TeX capacity exceeded" in compiled.log) == (b"", True)


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_ctrl_c_kills_tex(monkeypatch: pytest.MonkeyPatch) -> None:
    children = []
    start = run.start
    monkeypatch.setattr(run, "start", lambda *a: children.append(start(*a)) or children[-1])
    embedded.open(PLAIN).close()
    waiting = embedded.open(PLAIN)
    threading.Timer(1, lambda: signal.raise_signal(signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        waiting.press(document(r"\def\a{\a}\a"))
    assert all(child._child.returncode is not None for child in children)


PROBES = {
    "absolute": r"\IfFileExists{%s}{\input{%s}}{blocked}",
    "parent": r"\IfFileExists{../secret.tex}{\input{../secret.tex}}{blocked}",
    "read": r"\newread\r \openin\r=%s \ifeof\r blocked\else \read\r to\x \x\fi",
    "shell": r"\immediate\write18{touch pwned}\IfFileExists{pwned}{PWNED}{blocked}",
    "pipe": r"\newread\r \openin\r=|ls \ifeof\r blocked\else PWNED\fi",
    "environment": r"\newread\r \openin\r=$HOME/secret.tex \ifeof\r blocked\else PWNED\fi",
}


@BOTH
@pytest.mark.parametrize("probe", PROBES)
def test_tex_reads_and_runs_nothing(engine: ModuleType, probe: str, scratch: Path) -> None:
    secret = scratch / "secret.tex"
    secret.write_text("PWNED")
    try:
        compiled = press(engine, PROBES[probe].replace("%s", secret.as_posix()))
    finally:
        secret.unlink()
    assert words(compiled) == ["blocked"]


@BOTH
@pytest.mark.parametrize("place", ["/tmp/pwned-%d", "../pwned-%d", ".pwned-%d"])
def test_tex_writes_nowhere_else(engine: ModuleType, place: str) -> None:
    name = place % os.getpid()
    compiled = press(engine, rf"\newwrite\w \immediate\openout\w={name} \immediate\write\w{{x}}x")
    assert "can't write on file" in compiled.log
    assert compiled.pdf == b""
    assert not Path(name).exists()


@BOTH
def test_settings_of_the_user_have_no_effect(
    engine: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = press(engine, "plain").pdf
    evil, home = tmp_path / "evil", tmp_path / "home"
    (home / "texmf" / "tex" / "latex").mkdir(parents=True)
    evil.mkdir()
    for folder in (evil, home / "texmf" / "tex" / "latex", tmp_path):
        (folder / "article.cls").write_text(r"\errmessage{evil}")
        (folder / "fontenc.sty").write_text(r"\errmessage{evil}")
    (evil / "texmf.cnf").write_text("openin_any = a\nTEXINPUTS = /nowhere\n")
    for file in (tmp_path / "latexmkrc", tmp_path / ".latexmkrc", home / ".latexmkrc"):
        file.write_text(f"open(F, '>', '{(tmp_path / 'pwned').as_posix()}'); close(F);\n")
    settings = {
        **{"HOME": str(home), "TEXINPUTS": f"{evil}{os.pathsep}", "TEXMFCNF": str(evil)},
        **{"TEXMFHOME": str(home / "texmf"), "LATEXMKRCSYS": str(tmp_path / "latexmkrc")},
        **{"openin_any": "a", "shell_escape": "t", "TEXFORMATS": str(evil)},
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    assert press(engine, "plain").pdf == expected
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    "spoil",
    [lambda data: data[: len(data) // 2], lambda _: b"", lambda data: b"\x00W2TX" + data[9:]],
    ids=["half", "empty", "foreign"],
)
def test_a_spoilt_format_is_made_anew(spoil: object, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = press(embedded, "words").pdf
    dumped: list[str] = []
    dump = formats.dump
    monkeypatch.setattr(formats, "dump", lambda *a: dumped.append(a[0]) or dump(*a))
    path = formats.find(formats.name(embedded._present(), PLAIN))
    assert path
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert press(embedded, "words").pdf == expected
    assert len(dumped) == 1
    assert press(embedded, "words").pdf == expected
    assert len(dumped) == 1, "the new one is kept"


def test_a_format_that_vanishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = press(embedded, "words").pdf
    gone = [tmp_path / "gone.fmt"]
    find = formats.find
    monkeypatch.setattr(formats, "find", lambda name: gone.pop() if gone else find(name))
    assert press(embedded, "words").pdf == expected


def test_a_format_belongs_to_what_it_was_made_from(tmp_path: Path) -> None:
    style = tmp_path / "a.sty"
    style.write_text("one")
    binary = embedded._present()
    known = replace(PLAIN, files={"a.sty": style})
    names = {formats.name(binary, PLAIN), formats.name(binary, known)}
    style.write_text("two")
    names.add(formats.name(binary, known))
    names.add(formats.name(binary, replace(PLAIN, preamble=f"{PLAIN.preamble}%")))
    assert len(names) == 4


def test_two_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = press(embedded, "words").pdf
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "cache"))
    made: list[bytes] = []
    builds = [
        threading.Thread(target=lambda: made.append(press(embedded, "words").pdf)) for _ in range(3)
    ]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert made == [expected] * 3
    assert [path.suffix for path in (tmp_path / "cache" / "formats").iterdir()] == [".fmt"]


@pytest.mark.parametrize("name", ["taken", "a, b {c} $d: ü"])
def test_a_cache_of_no_use_gives_the_same_bytes(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)  # the temporary cache lives on
    expected = press(embedded, "words").pdf
    if name == "taken":
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / name))
    assert press(embedded, "words").pdf == expected


@BOTH
def test_metrics_in_a_folder_with_an_odd_name(
    engine: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / "a, b {c} $d"
    odd.symlink_to(fonts.get(fonts.DEFAULT).folder)
    monkeypatch.setattr(fonts.Font, "folder", odd)
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "cache"))
    assert words(press(engine, "Щука")) == ["Щука"]


@BOTH
def test_closing_twice_is_safe(engine: ModuleType) -> None:
    waiting = engine.open(PLAIN)
    waiting.close()
    waiting.close()


@BOTH
def test_versions_name_the_program(engine: ModuleType) -> None:
    assert "pdfTeX" in engine.version()


def hide_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdftex, "wheel", lambda: None)


def test_no_tex_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide_wheel(monkeypatch)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineMissing, match="No TeX engine can run here: embedded can't run: "):
        engines.choose("auto", "")
    for name in engines.NAMES:
        way = "docs/engines.md tells how to get" if name == "tectonic" else "Install cvpress"
        with pytest.raises(EngineMissing, match=f"The engine {name} can't run: .* {way}"):
            engines.choose(name, "")
        with pytest.raises(EngineMissing, match=f"The engine {name} can't run: "):
            engines.load(name).open(PLAIN)


def test_latexmk_without_the_wheel_asks_tex_live_for_the_font(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    need("latexmk")
    hide_wheel(monkeypatch)
    monkeypatch.setattr(latexmk, "_kpsewhich", lambda _: "")
    assert "TeX Live has no sourcesanspro" in latexmk.missing()
    monkeypatch.setattr(latexmk, "_kpsewhich", lambda file: f"/texmf/{file}")
    assert latexmk.missing() == ""
    font = fonts.get("charter")
    assert latexmk._fonts("charter") == ((font.folder,), ("cvpress-charter.map",))


@pytest.mark.parametrize(
    ("system", "machine", "glibc", "reason"),
    [
        ("linux", "aarch64", True, "was not built for Linux on aarch64"),
        ("linux", "x86_64", False, "needs glibc"),
        ("freebsd14", "amd64", True, "was not built for freebsd14"),
        ("linux", "x86_64", True, ""),
        ("darwin", "arm64", False, ""),
        ("win32", "AMD64", False, ""),
    ],
)
def test_machines_that_the_wheel_was_not_built_for(
    system: str, machine: str, glibc: bool, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    monkeypatch.setattr(embedded, "_glibc", lambda: glibc)
    said = embedded._platform_reason()
    assert reason in said
    assert bool(said) == bool(reason)


def test_auto_says_which_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    need("latexmk")
    why = "embedded: it runs here and prints this CV."
    assert engines.choose("auto", "Łódź") == (embedded, "source-sans", why)
    monkeypatch.setattr(latexmk, "fonts", lambda font: (font,))
    monkeypatch.setattr(tectonic, "missing", lambda: "it is ill.")
    why = "embedded, though it can't print “漢” (CJK UNIFIED IDEOGRAPH-6F22)."
    assert engines.choose("auto", "a 漢字") == (embedded, "source-sans", why)
    monkeypatch.setattr(latexmk, "unprintable", lambda *_: "")
    why = "latexmk: embedded can't print “漢” (CJK UNIFIED IDEOGRAPH-6F22)."
    assert engines.choose("auto", "a 漢字") == (latexmk, "source-sans", why)
    monkeypatch.setattr(embedded, "missing", lambda: "it is ill.")
    why = "latexmk: embedded can't run: it is ill."
    assert engines.choose("auto", "") == (latexmk, "source-sans", why)


def test_a_name_that_no_engine_has() -> None:
    with pytest.raises(UsageError, match=r"There is no engine “xetex”\. The engines are auto, emb"):
        engines.choose("xetex", "")


@pytest.mark.parametrize("font", fonts.FONTS)
def test_the_tex_that_is_written_compiles_alone(tmp_path: Path, font: str) -> None:
    """As the README says; here, the fonts of the wheel stand in for those of a full TeX Live."""
    latexmk_here, cv = need("latexmk"), tmp_path / "cv.yaml"
    title = {"source-sans": "Σοφία", "latin-modern": "Nguyễn", "charter": "Eiríkr"}[font]
    look = f"design: {{font: {font}}}"
    cv.write_text(
        f"person: {{name: Ada}}\nsections: [{{title: {title}, text: x}}]\n{look}", "utf-8"
    )
    order = pipeline.Order("", "embedded", False)
    (tmp_path / "cv.tex").write_text(pipeline.build(str(cv), Wishes(), order).tex, "utf-8")
    folders, maps = latexmk._fonts(font)
    own = f"{resources.latex()}//"
    env = {**os.environ, "TEXMFDOTDIR": os.pathsep.join([".", own, *map(str, folders)])}
    load = "".join(f"\\pdfmapfile{{+{name}}}" for name in maps[:-1])
    argv = [
        latexmk_here,
        "-norc",
        "-pdf",
        "-interaction=nonstopmode",
        f"-usepretex={load}",
        "cv.tex",
    ]
    done = subprocess.run(argv, cwd=tmp_path, env=env, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stdout[-2000:]
    words = printed.read((tmp_path / "cv.pdf").read_bytes()).words
    assert [word.text for word in words] == ["Ada", title, "x"]

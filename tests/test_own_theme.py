"""A theme of one's own: begun by `new --theme`, extends another; errors are told at its lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import TODAY
from calls import Caller
from need import need

from cvpress import render, theme
from cvpress.errors import UsageError

CV = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
FILES = ["cv.tex.jinja", "cvtheme-mine.sty", "theme.yaml"]


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Caller:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cv.yaml").write_text(CV, "utf-8")
    return Caller(capsys)


@pytest.fixture
def mine(call: Caller) -> Path:
    """A new theme beside a CV."""
    assert call("new", "--theme", "mine").code == 0
    return Path("themes/mine")


def build(call: Caller, *more: str) -> str:
    ended = call("build", "--theme", "mine", "--today", TODAY, "--engine", "embedded", *more)
    return f"{ended.code} {ended.out}{ended.err}"


def test_what_is_written_is_told(call: Caller) -> None:
    ended = call("new", "--theme", "mine")
    assert sorted(path.name for path in Path("themes/mine").iterdir()) == FILES
    assert ended.out.splitlines() == [
        "wrote themes/mine/theme.yaml",
        "wrote themes/mine/cv.tex.jinja",
        "wrote themes/mine/cvtheme-mine.sty",
        "Now change it, and run: cvpress build cv.yaml --theme mine",
    ]
    again = call("new", "--theme", "mine")
    assert again.code == 2
    assert "is there already" in again.err
    assert "no name of a theme" in call("new", "--theme", "../x").err


@pytest.mark.tex
def test_it_compiles_at_once_and_looks_different(call: Caller, mine: Path) -> None:
    assert mine.is_dir()
    assert "1 page, proved." in build(call)
    own = Path("build/cv.pdf").read_bytes()
    assert call("build", "--theme", "classic", "--today", TODAY, "--engine", "embedded").code == 0
    assert Path("build/cv.pdf").read_bytes() != own


@pytest.mark.tex
def test_what_it_does_not_say_is_as_in_its_base(call: Caller, mine: Path) -> None:
    found, base = theme.find("mine", Path()), theme.find("classic", Path())
    assert (found.layout, found.fit, found.engines) == (base.layout, base.fit, base.engines)
    assert found.bases == (base.folder,)
    assert set(theme.stationery(found).files) >= {"cvtheme-classic.sty", "cvtheme-mine.sty"}
    (mine / "cv.tex.jinja").unlink()
    (mine / "cvtheme-mine.sty").unlink()
    assert "1 page, proved." in build(call)


@pytest.mark.tex
@pytest.mark.parametrize("base", ["compact", "sidebar", "homage"])
def test_it_may_extend_any_theme(call: Caller, mine: Path, base: str) -> None:
    for file in ("theme.yaml", "cv.tex.jinja"):
        text = (mine / file).read_text("utf-8").replace("classic", base)
        (mine / file).write_text(text, "utf-8")
    assert "1 page, proved." in build(call)


@pytest.mark.tex
def test_a_theme_extends_one_that_extends_another(call: Caller, mine: Path) -> None:
    (mine.parent / "third").mkdir()
    (mine.parent / "third" / "theme.yaml").write_text("extends: mine\nfont_size: 12\n", "utf-8")
    found = theme.find("third", Path())
    assert [folder.name for folder in found.folders] == ["third", "mine", "classic"]
    assert found.layout.font_size == 12
    assert theme.stationery(found).preamble.endswith("\\usepackage{cvtheme-mine}\n")
    assert "1 page, proved." in call("build", "--theme", "third", "--engine", "embedded").out


@pytest.mark.parametrize("base", ["nothing", "mine", "../classic", "7"])
def test_a_base_that_is_not_there(mine: Path, base: str) -> None:
    (mine / "theme.yaml").write_text(f"extends: {base}\n", "utf-8")
    with pytest.raises(UsageError, match="which is not there"):
        theme.find("mine", Path())


@pytest.mark.tex
def test_a_name_of_ours_may_extend_ours(mine: Path) -> None:
    mine.rename(mine.parent / "classic")
    found = theme.find("classic", Path())
    assert [folder.parent.name for folder in found.folders] == ["themes", "latex"]


def test_an_error_of_the_template_is_told_at_its_line(call: Caller, mine: Path) -> None:
    text = (mine / "cv.tex.jinja").read_text("utf-8")
    (mine / "cv.tex.jinja").write_text(text.replace("<< super()", "<< view.persn"), "utf-8")
    line = 1 + text[: text.index("<< super()")].count("\n")
    render._environment.cache_clear()
    told = build(call)
    assert told.startswith("2 ")
    assert f"cv.tex.jinja:{line}: " in told
    assert "persn" in told


@pytest.mark.tex
@pytest.mark.parametrize("engine", ["embedded", "latexmk"])
def test_an_error_of_the_style_is_told_at_its_line(call: Caller, mine: Path, engine: str) -> None:
    if engine == "latexmk":
        need("latexmk")
    style = mine / "cvtheme-mine.sty"
    text = style.read_text("utf-8").replace("\\cvspace{heading}", "\\cvspcae{heading}")
    style.write_text(text, "utf-8")
    line = 1 + text[: text.index("\\cvspcae")].count("\n")
    told = build(call, "--engine", engine)
    assert told.startswith("3 ")
    assert f"cvtheme-mine.sty:{line}: " in told
    assert "cvspcae" in told or "Undefined control sequence" in told

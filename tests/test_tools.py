"""The tools of CI: the README's commands and the workflows' steps are run for real."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from need import posix

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import run_readme  # noqa: E402
import run_workflow  # noqa: E402

pytestmark = posix  # they are the tools of .ci/run


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_readme_s_first_commands_are_the_two_of_the_contract() -> None:
    first = run_readme.blocks((ROOT / "README.md").read_text("utf-8"))[0].split("\n")
    assert [line.partition("  #")[0].rstrip() for line in first[:2]] == [
        "python3 build.py",
        "python3 build.py test",
    ]


README = """# Title
```sh
echo one > out
```
```yaml
not: run
```
```sh
echo two >> out
test -f nope && exit
true
```
  ```sh
  echo indented >> out
  ```
"""


def test_each_block_is_run_in_order_and_the_first_that_fails_ends_it(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(README.replace("test -f nope && exit\n", ""))
    assert run_readme.main(str(readme)) == 0
    assert (tmp_path / "out").read_text() == "one\ntwo\n"
    readme.write_text(README.replace("echo two >> out", "false | true\necho never > out"))
    assert run_readme.main(str(readme)) == 1
    assert (tmp_path / "out").read_text() == "one\n"


@pytest.mark.parametrize("block", ["exit 7", "echo $unset_variable", "nope-no-such-program"])
def test_a_command_that_fails_fails_the_run(tmp_path: Path, block: str) -> None:
    (tmp_path / "README.md").write_text(f"```sh\n{block}\n```\n")
    assert run_readme.main("README.md") != 0


def test_a_readme_without_commands_fails(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Words\n```yaml\na: b\n```\n")
    assert run_readme.main("README.md") == 1


WORKFLOW = """
env: {TOP: top, SECRET: "${{ secrets.X }}"}
jobs:
  one:
    env: {JOB: job}
    steps:
      - uses: actions/checkout@0123 # v5
      - run: sudo echo "$TOP $JOB $STEP ${SECRET-none}" > out
        env: {STEP: step}
      - if: ${{ failure() }}
        run: |
          echo more >> out
          gh release upload "$TAG" cv.pdf
  two:
    steps:
      - run: echo two >> out
"""


def test_the_steps_of_a_workflow_are_run_with_their_environment(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "w.yml").write_text(WORKFLOW)
    assert run_workflow.main("w.yml", []) == 0
    assert (tmp_path / "out").read_text() == "top job step none\nmore\ntwo\n"
    said = capfd.readouterr().out
    assert "(only GitHub runs actions/checkout)" in said
    assert "gh release upload v0 cv.pdf" in said
    assert run_workflow.main("w.yml", ["two"]) == 0
    assert (tmp_path / "out").read_text() == "top job step none\nmore\ntwo\ntwo\n"


def test_the_first_step_that_fails_ends_it(tmp_path: Path) -> None:
    (tmp_path / "w.yml").write_text(WORKFLOW.replace("echo more >> out", "false | true; exit 5"))
    assert run_workflow.main("w.yml", []) == 1
    assert (tmp_path / "out").read_text() == "top job step none\n"


def test_a_workflow_without_steps_fails(tmp_path: Path) -> None:
    (tmp_path / "w.yml").write_text("jobs: {one: {steps: [{uses: a/b@1}]}}\n")
    assert run_workflow.main("w.yml", []) == 1


def test_ci_is_a_script_that_bash_can_read_and_that_calls_what_there_is() -> None:
    script = ROOT / ".ci" / "run"
    assert subprocess.call(["bash", "-n", str(script)]) == 0
    assert script.stat().st_mode & 0o111
    text = script.read_text("utf-8")
    for name in ("tools/run_readme.py", "tools/run_workflow.py", "tests/mutants/play.py"):
        assert name in text
        assert (ROOT / name).is_file()
    assert (ROOT / "bench" / "speed.py").is_file()

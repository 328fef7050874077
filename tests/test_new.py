"""`cvpress new`: what it writes is small, clean, builds on one page, and never replaces a file."""

from __future__ import annotations

import errno
import io
import json
import shutil
from pathlib import Path

import pytest
import yaml
from builds import OURS
from calls import ROOT, Caller
from need import posix

from cvpress import UPSTREAM, __version__, resources
from cvpress.cli import new

WORKFLOW = ".github/workflows/cv.yml"
WRITTEN = ["cv.yaml", WORKFLOW, ".gitignore", "schema/cv.schema.json"]


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_what_is_written_is_told(call: Caller, tmp_path: Path) -> None:
    ended = call("new")
    assert ended.code == 0
    assert sorted(files(tmp_path)) == sorted(WRITTEN)
    assert ended.out.splitlines()[:-1] == [f"wrote {name}" for name in WRITTEN]


def test_the_cv_is_short_and_clean_and_fills_one_page(call: Caller, tmp_path: Path) -> None:
    call("new")
    text = (tmp_path / "cv.yaml").read_text("utf-8")
    assert 15 <= len(text.splitlines()) <= 25
    assert max(map(len, text.splitlines())) <= 120
    assert text.startswith("# yaml-language-server: $schema=schema/cv.schema.json\n")
    assert call("check", "--strict", "--select", "all").out == "no findings\n"
    for theme in OURS:
        ended = call("build", "--strict", "--theme", theme)
        assert ended.code == 0
        assert "build/cv.pdf: 1 page, proved." in ended.out


def test_the_schema_is_ours(call: Caller, tmp_path: Path) -> None:
    call("new")
    ours = (ROOT / "schema" / "cv.schema.json").read_bytes()
    assert (tmp_path / "schema" / "cv.schema.json").read_bytes() == ours
    json.loads(ours)


def test_the_build_folder_is_ignored_and_the_cv_is_not(call: Caller, tmp_path: Path) -> None:
    call("new")
    lines = (tmp_path / ".gitignore").read_text("utf-8").splitlines()
    assert [line for line in lines if line[:1] != "#"] == ["/build/", "/.cvpress/"]


def test_nothing_that_stands_is_touched(call: Caller, tmp_path: Path) -> None:
    for name in WRITTEN[1:]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"mine")
    ended = call("new")
    assert ended.code == 0
    assert [line for line in ended.out.splitlines() if "left" in line] == [
        f"left  {name} as it is" for name in WRITTEN[1:]
    ]
    assert {data for name, data in files(tmp_path).items() if name != "cv.yaml"} == {b"mine"}
    before = files(tmp_path)
    ended = call("new")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "cvpress: cv.yaml is there already. It was left as it is.\n"
    assert files(tmp_path) == before


@posix
def test_a_link_that_leads_nowhere_is_not_followed(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (tmp_path / ".gitignore").symlink_to(tmp_path / "elsewhere")
    assert call("new").code == 2
    assert call("new", "other.yaml").code == 0
    assert not (tmp_path / "elsewhere").exists()
    assert not (tmp_path / "elsewhere.yaml").exists()


@pytest.mark.parametrize(
    "name", ["cv.txt", "my cv.yaml", "cv", ".yaml", "a;b.yaml", "$(x).yaml", "ç.yaml", "x/-x.yaml"]
)
def test_a_name_that_a_workflow_can_t_carry(call: Caller, tmp_path: Path, name: str) -> None:
    ended = call("new", name)
    assert ended.code == 2
    assert "Take letters" in ended.err
    assert files(tmp_path) == {}


def test_another_name_goes_into_the_workflow(call: Caller, tmp_path: Path) -> None:
    assert call("new", "sub/ada.en.yml").code == 0
    text = (tmp_path / "sub" / WORKFLOW).read_text("utf-8")
    assert "@CV@" not in text
    assert "@STEM@" not in text
    steps = yaml.safe_load(text)["jobs"]["cv"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert commands[0] == 'python3 "$TOOL" check --strict --format github ada.en.yml'
    paths = [step["with"]["path"] for step in steps if "upload" in step.get("uses", "")]
    assert paths == ["build/diff", "build/ada.en.pdf", "build/ada.en.unproved.pdf"]
    shutil.copy(tmp_path / "sub" / "ada.en.yml", tmp_path)
    assert call("ada.en.yml").code == 0
    assert (tmp_path / "build" / "ada.en.pdf").exists()


def test_the_workflow_names_a_version_of_this_repository(call: Caller, tmp_path: Path) -> None:
    call("new")
    steps = yaml.safe_load((tmp_path / WORKFLOW).read_text("utf-8"))["jobs"]["cv"]["steps"]
    (tool,) = [step["with"] for step in steps if step.get("with", {}).get("path") == ".cvpress"]
    assert tool["repository"] == UPSTREAM.removeprefix("https://github.com/")
    assert tool["ref"] == f"v{__version__}"


def test_a_folder_that_can_t_be_written(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    ended = call("new", "taken/cv.yaml")
    assert ended.code == 2
    assert ended.err.startswith("cvpress: taken/cv.yaml can't be written")


def test_a_full_disk_leaves_no_half_file(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    def opened(path: Path, *_: str, **__: str) -> Full:
        path.touch()
        return Full()

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", opened)
        patch.setattr(new, "_template", lambda _: "a text")
        patch.setattr(resources.schema().__class__, "read_text", lambda *_: "{}")
        ended = call("new")
    assert ended.code == 2
    assert "No space left" in ended.err
    assert files(tmp_path) == {}

"""build.py: makes its environment once, never touches a foreign one, says what is missing."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PYTHON = Path("Scripts/python.exe") if os.name == "nt" else Path("bin/python")


def run(checkout: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(checkout / "build.py"), *arguments],
        cwd=checkout,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose lock is empty, so that its environment is made without the network."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "build.py", folder)
    shutil.copytree(ROOT / "cvpress", folder / "cvpress")
    (folder / "lock").mkdir()
    for name in ("use.txt", "test.txt"):
        (folder / "lock" / name).write_text(f"# nothing for {name}\n")
    return folder


def test_first_run_makes_and_second_keeps_the_environment(checkout: Path) -> None:
    first = run(checkout, "--version")
    assert (first.returncode, first.stdout) == (0, "cvpress 0.1.0\n")
    assert "first run" in first.stderr
    made = (checkout / ".venv" / "cvpress.lock").stat().st_mtime_ns
    second = run(checkout, "--version", PIP_INDEX_URL="file:///nowhere")
    assert (second.returncode, second.stdout, second.stderr) == (0, "cvpress 0.1.0\n", "")
    assert (checkout / ".venv" / "cvpress.lock").stat().st_mtime_ns == made
    assert not list(checkout.glob(".venv-making-*"))


def test_an_environment_without_its_python_is_remade(checkout: Path) -> None:
    run(checkout, "--version")
    (checkout / ".venv" / PYTHON).unlink()
    again = run(checkout, "--version")
    assert (again.returncode, again.stdout) == (0, "cvpress 0.1.0\n")
    assert "first run" in again.stderr


def test_a_changed_lock_remakes_it(checkout: Path) -> None:
    run(checkout, "--version")
    (checkout / "lock" / "use.txt").write_text("# another lock\n")
    (checkout / "lock" / "test.txt").write_text("# another lock, too\n")
    assert "first run" in run(checkout, "--version").stderr


def test_a_foreign_environment_is_never_touched(tmp_path: Path, checkout: Path) -> None:
    folder = tmp_path / "foreign"
    shutil.copytree(checkout, folder, ignore=shutil.ignore_patterns(".venv*"))
    (folder / ".venv").mkdir()
    (folder / ".venv" / "mine.txt").write_text("mine")
    assert run(folder, "--version").returncode == 0
    assert [path.name for path in (folder / ".venv").iterdir()] == ["mine.txt"]
    assert (folder / ".venv-cvpress" / "cvpress.lock").is_file()


def test_no_network_on_the_first_run_is_one_sentence(tmp_path: Path, checkout: Path) -> None:
    folder = tmp_path / "offline"
    shutil.copytree(checkout, folder, ignore=shutil.ignore_patterns(".venv*"))
    (folder / "lock" / "use.txt").write_text(f"nothing-like-this==1 --hash=sha256:{'0' * 64}\n")
    done = run(folder, "--version", PIP_NO_INDEX="1")
    assert done.returncode == 2
    assert "the first run needs the network" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / ".venv").exists()
    assert not list(folder.glob(".venv-*"))


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """Run build.py's main in this process and return the sentence with which it ended."""
    main = runpy.run_path(str(ROOT / "build.py"))["main"]
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    return capsys.readouterr().err


def test_an_old_python_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    monkeypatch.setattr(sys, "version", "3.10.2 (main)")
    assert said(capsys) == ("cvpress: Python 3.11 or newer is needed; this is 3.10.2.\n")


def test_a_missing_venv_module_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    space = runpy.run_path(str(ROOT / "build.py"))
    with pytest.raises(SystemExit) as stopped:
        space["make"](str(tmp_path / ".venv"), "use.txt")
    assert stopped.value.code == 2
    assert "apt install python3-venv" in capsys.readouterr().err


def test_it_is_short_and_needs_no_library() -> None:
    text = (ROOT / "build.py").read_text("utf-8")
    assert len(text.splitlines()) <= 120
    imported = {
        line.split()[1]
        for line in text.splitlines()
        if "import " in line[:60].lstrip() and line.strip().startswith(("import ", "from "))
    }
    assert imported <= set(sys.stdlib_module_names), imported

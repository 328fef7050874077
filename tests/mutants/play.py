"""Plays the mutants: one change of each rule's code, which must turn its examples red.

    python tests/mutants/play.py [ID…]

A mutant that no example notices is a check that cannot fail: it is named, and the exit code is 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("cvpress", "schema", "latex", "tests")


def mutants() -> dict[str, dict[str, str]]:
    """Return every mutant by the id of its rule: file, find, put."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        for id, mutant in tomllib.loads(path.read_text("utf-8")).items():
            if id in found:
                raise SystemExit(f"{id} has two mutants")
            found[id] = mutant
    return found


def copy(folder: Path) -> Path:
    """Copy what a test run needs, so that no mutant ever touches the checkout."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def examples(folder: Path, id: str) -> int:
    """Run the examples of one rule in a copy and return pytest's exit code."""
    command = [sys.executable, "-B", "-m", "pytest", "-qx", "-p", "no:cacheprovider"]
    command += [f"--rule={id}", *(str(p) for p in (folder / "tests").glob("test_*manual.py"))]
    env = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True)
    return done.returncode


def survives(folder: Path, id: str, mutant: dict[str, str]) -> bool:
    """Put one mutant into a copy, run the rule's examples, and put the code back."""
    path = folder / mutant["file"]
    code = path.read_text("utf-8")
    if code.count(mutant["find"]) != 1:
        raise SystemExit(f"{id}: {mutant['find']!r} stands {code.count(mutant['find'])} times")
    path.write_text(code.replace(mutant["find"], mutant["put"]), "utf-8")
    try:
        return examples(folder, id) != 1
    finally:
        path.write_text(code, "utf-8")


def main(ids: list[str]) -> int:
    """Play the mutants of these rules, or of all, on all cores."""
    chosen = {id: mutant for id, mutant in mutants().items() if not ids or id in ids}
    workers = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as scratch:
        folders: Queue[Path] = Queue()
        for number in range(workers):
            folders.put(copy(Path(scratch) / str(number)))

        def play(id: str) -> bool:
            folder = folders.get()
            try:
                return survives(folder, id, chosen[id])
            finally:
                folders.put(folder)

        with ThreadPoolExecutor(workers) as pool:
            alive = [id for id, lives in zip(chosen, pool.map(play, chosen), strict=True) if lives]
    for id in alive:
        print(f"{id}: no example notices its mutant")
    print(f"mutants: {len(chosen) - len(alive)} passed, {len(alive)} failed")
    return 1 if alive or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Times the commands as a user runs them: whole processes, in turn with what they are held against.

    python bench/speed.py [--runs 15] [CV]

Prints median wall time, CPU time and peak memory, and the median of the pairwise ratios (A and B
run in turn, so that a machine's drift hits both). RenderCV takes part where it is installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: wall and CPU seconds, peak memory in MiB."""

    wall: float
    cpu: float
    memory: float


def run(command: list[str], folder: Path, env: dict[str, str]) -> Run:
    """Run a command and return what it took. Raises SystemExit where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 2**20)


def row(name: str, runs: list[Run]) -> str:
    """Return one row of the table: medians."""
    wall, cpu, memory = (
        statistics.median(getattr(one, what) for one in runs) for what in ("wall", "cpu", "memory")
    )
    return f"| {name:<44} | {wall * 1000:7.0f} | {cpu * 1000:7.0f} | {memory:6.0f} |"


def ratio(runs: list[Run], others: list[Run]) -> float:
    """Return the median of the pairwise ratios of wall time."""
    return statistics.median(a.wall / b.wall for a, b in zip(runs, others, strict=True))


class Bench:
    """The commands to time, and the folder they run in."""

    def __init__(self, cv: Path, folder: Path, runs: int) -> None:
        self.folder, self.runs = folder, runs
        shutil.copy(cv, folder / "cv.yaml")
        self.env = {**os.environ, "CVPRESS_CACHE": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
        self.tool = [sys.executable, "-m", "cvpress"]

    def commands(self) -> dict[str, list[str]]:
        """Return the commands that are run in turn."""
        python = [sys.executable]
        found = {
            "python -c pass": [*python, "-c", "pass"],
            'python -c "import yaml, jsonschema"': [*python, "-c", "import yaml, jsonschema"],
            "cvpress check cv.yaml": [*self.tool, "check", "cv.yaml"],
            "cvpress build cv.yaml (embedded, all proofs)": [
                *self.tool, "build", "--engine", "embedded", "cv.yaml",
            ],
        }  # fmt: skip
        if shutil.which("latexmk"):
            found["cvpress build --engine latexmk cv.yaml"] = [
                *self.tool, "build", "--engine", "latexmk", "cv.yaml",
            ]  # fmt: skip
        if shutil.which("rendercv"):
            found["rendercv render (PDF only)"] = self.rendercv()
        return found

    def rendercv(self) -> list[str]:
        """Return RenderCV's command for the same CV in its words, PDF only."""
        shutil.copy(ROOT / "bench" / "seed-rendercv.yaml", self.folder)
        no = ["--dont-generate-markdown", "--dont-generate-html", "--dont-generate-png"]
        return ["rendercv", "render", "seed-rendercv.yaml", *no]

    def first_builds(self) -> list[Run]:
        """Time builds with an empty cache: the first that a user ever makes."""
        found = []
        for _ in range(3):
            shutil.rmtree(self.folder / "cache", ignore_errors=True)
            build = [*self.tool, "build", "--engine", "embedded", "cv.yaml"]
            found.append(run(build, self.folder, self.env))
        return found

    def hand_over(self) -> str:
        """Return what build.py costs over calling the tool itself: median of paired runs."""
        version = ["--version"]
        face = [sys.executable, str(ROOT / "build.py"), *version]
        inner = [str(_environment() or sys.executable), "-I", "-m", "cvpress", *version]
        run(face, self.folder, self.env)
        costs = [
            run(face, self.folder, self.env).wall - run(inner, self.folder, self.env).wall
            for _ in range(15)
        ]
        return f"build.py's hand-over: {statistics.median(costs) * 1000:.0f} ms (15 paired runs)"


def _environment() -> Path | None:
    for name in (".venv", ".venv-cvpress"):
        python = ROOT / name / "bin" / "python"
        if (ROOT / name / "cvpress.lock").is_file() and python.exists():
            return python
    return None


def main() -> None:
    """Run the bench and print its table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("cv", nargs="?", default=str(ROOT / "tests/cases/seed-clean.yaml"))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(Path(args.cv), Path(scratch), args.runs)
        first = bench.first_builds()
        commands = bench.commands()
        taken: dict[str, list[Run]] = {name: [] for name in commands}
        for name in [name for _ in range(args.runs + 1) for name in commands]:
            taken[name].append(run(commands[name], bench.folder, bench.env))
        taken = {name: runs[1:] for name, runs in taken.items()}  # the first is a warm-up
        print(f"| {'command':<44} | wall ms |  CPU ms |    MiB |")
        print(f"|{'-' * 46}|--------:|--------:|-------:|")
        for name, runs in taken.items():
            print(row(name, runs))
        print(row("cvpress build, first ever (empty cache)", first))
        base = taken['python -c "import yaml, jsonschema"']
        for name in ("cvpress check cv.yaml", "cvpress build cv.yaml (embedded, all proofs)"):
            print(f"{name}: {ratio(taken[name], base):.2f} × the two imports")
            if "rendercv render (PDF only)" in taken:
                rendercv = taken["rendercv render (PDF only)"]
                print(f"{name}: {ratio(taken[name], rendercv):.2f} × RenderCV's PDF-only render")
        if _environment():
            print(bench.hand_over())


if __name__ == "__main__":
    main()

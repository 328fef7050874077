"""Logs of runs that really failed, with each engine: what is told of each (cases/logs)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import broken_tex
import pytest

from cvpress import render
from cvpress.engines.base import Compiled
from cvpress.finding import Problem
from cvpress.texlog import blame, overfull_line, pressing, tex_error

EXPECTED = broken_tex.LOGS / "expected.txt"
LOGS = sorted(broken_tex.LOGS.glob("*.log"))
CASES = {case.name: case for case in broken_tex.CASES}


def entry_at(rows: str) -> Callable[[int], str]:
    """Return what finds the entry of a line, as the first line of a log tells it."""
    starts = [(int(n), path) for n, _, path in (row.partition(":") for row in rows.split())]
    return lambda line: next((path for n, path in reversed(starts) if n <= line), "")


def told(name: str, log: str, entries: Callable[[int], str], folder: Path) -> list[str]:
    """Return what is told of a log: the entry, the line of the theme, and the message."""
    document, page, look, _ = broken_tex.laid(folder, CASES[name])
    blamed = partial(blame.place, look=look, page=page)
    after = pressing.after(document, page, Compiled(b"", log, "", 0), entries, blamed)
    found = [*tex_error.check(after), *overfull_line.check(after)]
    return [f"{one.path or '-'}{_theirs(one)}: {one.message}" for one in found]


def _theirs(problem: Problem) -> str:
    if not problem.file or not problem.place:
        return ""
    line = problem.file.text.count("\n", 0, problem.place[0]) + 1
    return f" {Path(problem.file.name).name}:{line}"


def expected() -> dict[str, list[str]]:
    """Return what is to be told, by the name of a log without its ending."""
    rows: dict[str, list[str]] = {}
    names: list[str] = []
    for line in EXPECTED.read_text("utf-8").splitlines():
        if line.startswith("    "):
            for name in names:
                rows[name].append(line.strip())
        elif line:
            case, _, engines = line.partition(": ")
            names = [f"{case}.{engine}" for engine in engines.split(", ")]
            rows |= {name: [] for name in names}
    return rows


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_what_is_told_of_a_log(path: Path, tmp_path: Path) -> None:
    first, _, log = path.read_bytes().decode("utf-8", "surrogateescape").partition("\n\n")
    said = told(path.name.partition(".")[0], log, entry_at(first), tmp_path)
    assert said == expected()[path.stem]


def test_every_case_is_there_with_every_engine() -> None:
    names = {f"{case}.{engine}" for case in CASES for engine in broken_tex.ENGINES}
    assert {path.stem for path in LOGS} == names == set(expected())


LIVE = ("undefined-macro", "undefined-in-style", "missing-outlines", "runaway-file", "no-page")


@pytest.mark.tex
@pytest.mark.parametrize("name", LIVE)
def test_so_it_is_told_of_a_run(name: str, tmp_path: Path) -> None:
    *_, look, body = broken_tex.laid(tmp_path / "run", CASES[name])
    log = broken_tex.press(look, body, "embedded")
    said = told(name, log, partial(render.entry_at, body), tmp_path / "told")
    assert said == expected()[f"{name}.embedded"]


def test_a_picture_of_the_cv_is_told_at_its_path(tmp_path: Path) -> None:
    *_, log = (broken_tex.LOGS / "broken-picture.embedded.log").read_text().partition("\n\n")
    document, page, _, _ = broken_tex.laid(tmp_path, CASES["broken-picture"])
    after = pressing.after(document, page, Compiled(b"", log, "", 0), lambda _: "")
    after = replace(after, pictures={"broken.png": "/person/photo"})
    (problem,) = tex_error.check(after)
    assert (problem.path, problem.at) == ("/person/photo", None)
    assert "TeX says: pdfTeX error: (file ./broken.png)" in problem.help


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_no_log_tells_of_the_machine(path: Path) -> None:
    assert re.search(rb"/(?:usr|home|root|tmp|opt|var)\b", path.read_bytes()) is None

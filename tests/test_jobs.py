"""`--jobs`: several CVs at once come out as one after the other."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from calls import Caller
from test_cli import GOOD, call  # noqa: F401

from cvpress.cli import bug
from cvpress.errors import EngineMissing, TexFailed, UsageError

CV = (
    GOOD
    + """variants:
  one: {design: {theme: compact}}
  bad: {design: {theme: mine}}
  two: {max_pages: 1}
  worse: {design: {theme: mine}}
letter: {opening: "Dear reader,", body: I write to you.}
"""
)


@pytest.mark.tex
def test_several_at_once_are_as_one_after_the_other(call: Caller) -> None:  # noqa: F811
    assert call("new", "--theme", "mine").code == 0
    template = Path("themes/mine/cv.tex.jinja")
    template.write_text(
        template.read_text("utf-8").replace("<% block head", "<% block haed"), "utf-8"
    )
    Path("cv.yaml").write_text(CV, "utf-8")
    single, double = (
        call("build", "--variant", "all", "--engine", "embedded", "-o", out, "--jobs", jobs)
        for out, jobs in (("a", "1"), ("b", "3"))
    )
    assert (double.code, double.err) == (single.code, single.err) == (2, single.err)
    assert single.err.count("haed") == 1  # what stops two of them is said once
    assert double.out.replace("b/", "a/") == single.out
    assert single.out.count("1 page, proved.") == 4
    files = [{path.name: path.read_bytes() for path in Path(out).iterdir()} for out in ("a", "b")]
    assert files[0] == files[1]
    assert len(files[0]) == 4


@pytest.mark.parametrize("kind", [UsageError, EngineMissing, TexFailed])
def test_an_error_comes_home_whole(kind: type[UsageError]) -> None:
    error = pickle.loads(pickle.dumps(kind("It is so.", "Do this.")))
    assert (type(error), error.message, error.help) == (kind, "It is so.", "Do this.")


@pytest.mark.parametrize("number", ["0", "-1", "x", "65", ""])
def test_what_is_no_number_of_jobs(call: Caller, number: str) -> None:  # noqa: F811
    ended = call("build", f"--jobs={number}")
    assert (ended.code, "is no number from 1 to 64" in ended.err) == (2, True)


def test_a_bug_in_another_process_tells_where_it_was() -> None:
    """The report has the places of both processes, and no message."""
    with ProcessPoolExecutor(1) as pool, pytest.raises(FileNotFoundError) as raised:
        pool.submit(Path.read_text, Path("nothing-there")).result()
    report = bug.text(raised.value)
    assert "pathlib" in report.rpartition("which came from")[2]
    assert "nothing-there" not in report

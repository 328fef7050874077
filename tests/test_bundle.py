"""latex/bundle is what its list says: each file with its licence, small, whole, and enough."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

from cvpress import faces, resources

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import build_bundle  # noqa: E402

BUNDLE = resources.bundle()
TEXTS = {"LPPL-LICENSE.txt", "OFL.txt", "UNICODE-LICENSE.txt", "FILES.txt", "SHA256SUM"}


def listed() -> dict[str, str]:
    """Return the licence of each file, as FILES.txt tells it."""
    lines = (BUNDLE / "FILES.txt").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert all(len(row) == 3 and all(row) for row in rows)
    return {row[0]: row[1] for row in rows}


def test_every_file_is_listed_with_its_licence() -> None:
    assert {path.name for path in BUNDLE.iterdir()} == set(listed()) | TEXTS
    known = {*build_bundle.NAMES.values(), build_bundle.UNICODE, "OFL-1.1", "MIT"}
    assert set(listed().values()) == known


def test_its_digest_is_that_of_its_files() -> None:
    """Tectonic takes it for the name of its format, so it changes with each file."""
    assert (BUNDLE / "SHA256SUM").read_text("ascii") == build_bundle.digest(BUNDLE)


def test_it_is_small() -> None:
    assert 5e6 < sum(path.stat().st_size for path in BUNDLE.iterdir()) < 10e6


def test_our_own_files_are_those_of_the_script() -> None:
    for name, text in build_bundle.OWN.items():
        assert (BUNDLE / name).read_text("utf-8") == text
        assert listed()[name] == "MIT"


def test_it_has_every_package_that_our_styles_load() -> None:
    asked = set()
    for path in [*resources.latex().glob("*.sty"), *resources.latex().glob("*/*.sty")]:
        if path.parent != BUNDLE and path.stem != "cvpress-pdftex":
            text = re.sub(r"(?<!\\)%.*", "", path.read_text("utf-8"))
            asked |= set(re.findall(r"\\RequirePackage(?:\[[^]]*\])?\{([a-z]+)\}", text))
    ours = {path.stem for path in resources.latex().rglob("*.sty") if path.parent != BUNDLE}
    assert {"geometry", "hyperref", "xcolor"} <= asked
    assert {name for name in asked - ours if not (BUNDLE / f"{name}.sty").is_file()} == set()


def test_it_has_the_faces_but_not_those_of_east_asia() -> None:
    files = {file.partition(":")[0] for face in faces.FACES.values() for file in face.files}
    fonts = {path.name for path in BUNDLE.glob("*.ttf")}
    assert fonts == {file for file in files if "CJK" not in file}


def test_its_fonts_have_no_hints_and_say_their_licence() -> None:
    for path in BUNDLE.glob("*.ttf"):
        font = TTFont(path)
        assert "SIL Open Font License" in str(font["name"].getDebugName(13))
        assert not {"fpgm", "prep", "cvt "} & set(font.keys())


def test_git_leaves_its_bytes_alone() -> None:
    assert "latex/bundle/** -text" in (ROOT / ".gitattributes").read_text("utf-8")

"""Where a face's files come from: Debian's names, those of others, a package of PyPI."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import builds
import pytest
from fontTools.ttLib import TTFont
from need import need

from cvpress import faces, pipeline, printed, resources
from cvpress.settings import Wishes


def put(folder: Path, *names: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_bytes(b"")


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with all fonts that are installed, but for those of the bundle."""
    monkeypatch.setattr(faces, "_roots", lambda: iter([tmp_path / "fonts", resources.bundle()]))
    forget()
    yield tmp_path / "fonts"
    forget()


def forget() -> None:
    for kept in (faces._installed, faces._taken, faces._cmap):
        kept.cache_clear()


@pytest.mark.parametrize(
    ("face", "names", "files", "features"),
    [
        ("sans-sc", "NotoSansCJK-*.ttc", "NotoSansCJK-*.ttc:2", ""),
        ("sans-sc", "NotoSansCJKsc-*.otf", "NotoSansCJKsc-*.otf", ""),
        ("sans-kr", "notosanscjkjp-*.otf", "notosanscjkjp-*.otf", "language=KOR"),
        ("serif-tc", "NotoSerifCJKtc-*.otf", "NotoSerifCJKtc-*.otf", ""),
        ("serif-tc", "NotoSansCJK-*.ttc", "NotoSansCJK-*.ttc:3", ""),
        ("serif-jp", "notosanscjkjp-*.otf", "notosanscjkjp-*.otf", "language=JAN"),
        ("sans-jp", "nothing-*.otf", "NotoSansCJK-*.ttc:0", ""),
    ],
)
def test_other_files_stand_in_for_those_of_debian(
    only: Path, face: str, names: str, files: str, features: str
) -> None:
    put(only, *faces._files(names, 2))
    assert faces.FACES[face].files == faces._files(files, 2)
    assert faces.FACES[face].features == features


def test_half_a_family_is_none(only: Path) -> None:
    put(only, "NotoSansCJKsc-Regular.otf", *faces._files("notosanscjkjp-*.otf", 2))
    assert faces.FACES["sans-sc"].files[1] == "notosanscjkjp-bold.otf"


def test_chinese_with_fonts_of_a_package_alone(
    only: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The package of PyPI has the Japanese fonts, whose Chinese forms are asked for."""
    need("tectonic")
    package = tmp_path / faces._PACKAGE
    put(package, "__init__.py")
    for style in ("Regular", "Bold"):
        collection = Path("/usr/share/fonts/opentype/noto") / f"NotoSansCJK-{style}.ttc"
        with TTFont(collection, fontNumber=0, lazy=True) as font:
            font.save(package / f"notosanscjkjp-{style.lower()}.otf")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(
        faces, "_roots", lambda: iter([only, resources.bundle(), *faces._packages()])
    )
    forget()
    cv = builds.CASES / "scripts" / "zh.yaml"
    done = pipeline.build(str(cv), Wishes(), pipeline.Order(engine="tectonic"))
    assert [found for found in done.findings if found.severity == "error"] == []
    assert "林晓雯" in printed.read(done.pdf).pages[0].text

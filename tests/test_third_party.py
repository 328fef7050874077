"""THIRD_PARTY.md names every data file in the tree, and no other; licences lie beside them."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "THIRD_PARTY.md").read_text("utf-8")
OURS = {"cvpress/data/new", "tools/words"}


def named() -> set[str]:
    """Return every path that the page names between backticks."""
    return {name for name in re.findall(r"`([\w./*-]+)`", TEXT) if "/" in name}


def test_every_data_file_is_named() -> None:
    patterns = [name for name in named() if not name.endswith(".py")]
    data = [path for path in (ROOT / "cvpress" / "data").rglob("*") if path.is_file()]
    fonts = list((ROOT / "latex" / "fonts").rglob("*.*"))
    fonts += (ROOT / "latex" / "bundle").iterdir()
    assert len(data) > 12
    assert len(fonts) > 20
    for path in (*data, *fonts):
        if path.name.endswith(("LICENSE.txt", "OFL.txt")):
            continue
        relative = path.relative_to(ROOT)
        assert any(relative.match(pattern) for pattern in patterns), relative


def test_every_name_and_link_leads_somewhere() -> None:
    linked = set(re.findall(r"\]\(([\w./-]+)\)", TEXT))
    assert len(linked) >= 4
    for name in named() | linked:
        assert list(ROOT.glob(name)), name

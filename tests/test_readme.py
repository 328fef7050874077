"""The README tells the truth: its report is what the tool says, its links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_report_is_what_check_says() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cvpress", "check", "faulty.yaml"],
        cwd=ROOT / "docs",
        env={"PYTHONPATH": str(ROOT), "COLUMNS": "80", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 1, done.stderr
    assert f"```text\n{done.stdout.rstrip()}\n```" in README


def test_links_and_pictures_lead_somewhere() -> None:
    targets = re.findall(r'\]\(([\w./-]+)\)|src="([\w./-]+)"', README)
    assert len(targets) > 6
    for link, picture in targets:
        assert (ROOT / (link or picture)).exists(), link or picture


def test_every_theme_and_kind_is_named() -> None:
    from cvpress import theme
    from cvpress.schema.shape import kinds

    names = [*theme.names(ROOT / "nowhere"), *kinds()]
    assert len(names) > 15
    assert [name for name in names if f"`{name}`" not in README] == []


def test_no_place_is_left_to_fill() -> None:
    assert "@" not in re.sub(r"```.*?```", "", README, flags=re.DOTALL)


def test_the_hook_is_pinned_to_this_version() -> None:
    import yaml

    from cvpress import UPSTREAM, __version__

    (block,) = re.findall(r"```yaml\n(repos:.*?)```", README, re.DOTALL)
    (repository,) = yaml.safe_load(block)["repos"]
    assert (repository["repo"], repository["rev"]) == (UPSTREAM, f"v{__version__}")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert repository["hooks"] == [{"id": hooks[0]["id"]}]


def test_the_page_on_editors_can_be_pasted() -> None:
    import json
    import tomllib

    page = (ROOT / "docs" / "editors.md").read_text("utf-8")
    blocks = dict(re.findall(r"```(json|toml)\n(.*?)```", page, re.DOTALL))
    settings = json.loads(blocks["json"])
    assert settings["glspc.server.commandArguments"][-1] == "lsp"
    assert tomllib.loads(blocks["toml"])["language-server"]["cvpress"]["args"][-1] == "lsp"
    commands = re.findall(r'"python3",? "(/path/to/cvpress/build\.py)",? "(lsp)"', page)
    assert len(commands) == 3
    assert "# yaml-language-server: $schema=schema/cv.schema.json" in page

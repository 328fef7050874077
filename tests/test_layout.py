"""The layout holds: imports go one way, libraries stay behind their fences, the maps are true."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter import configuration
from importlinter.application.use_cases import lint_imports

import cvpress
from cvpress import rules

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "cvpress"
MODULES = sorted(PACKAGE.rglob("*.py"))
FENCES = {
    "yaml": {"source", "theme"},
    "jsonschema": {"schema"},
    "jinja2": {"render"},
    "pypdfium2_raw": {"printed"},
    "pikepdf": {"tagged"},
    "subprocess": {"run"},
    "httpx": {"online"},
    "pybtex": {"bibliography"},
    "pylatexenc": {"bibliography"},
}


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 100


def test_imports_go_one_way() -> None:
    configuration.configure()
    config = str(ROOT / "pyproject.toml")
    assert lint_imports(config_filename=config, cache_dir=None), "see the report above"


def place(path: Path) -> str:
    """Return the name of a module, or of its folder, right below the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Yield the top-level name of everything that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("library", FENCES)
def test_fence(library: str) -> None:
    users = {place(path) for path in MODULES if library in set(imported(path))}
    assert users <= FENCES[library]
    assert users, "a fence around nothing"


def test_only_the_command_line_prints() -> None:
    printing = {
        place(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    }
    assert printing == {"cli"}


def told(text: str) -> set[str]:
    """Return the module names of a map: the first word of its indented or bulleted lines."""
    return set(re.findall(r"^(?:    |\| `)([a-z_]+)(?: +|` \|)", text, re.MULTILINE))


def test_the_maps_are_true() -> None:
    found = {place(path) for path in MODULES} - {"__init__", "__main__"}
    assert told(cvpress.__doc__ or "") == found
    readme = (ROOT / "README.md").read_text("utf-8")
    assert told(readme.partition("## The map")[2].partition("\n## ")[0]) == found


def test_every_rule_of_the_contract_is_there() -> None:
    """The ids of this stage of the design (3.4), and at most five more."""
    wanted = set((ROOT / "tests" / "ids.txt").read_text("utf-8").split())
    found = {rule.id for rule in rules.every()}
    assert wanted - found == set()
    assert len(found - wanted) <= 5

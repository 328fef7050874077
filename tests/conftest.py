"""What all tests share: hypothesis made repeatable, and skips that CI does not forgive."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from calls import Caller
from hypothesis import settings

settings.register_profile("stable", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("stable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--rule ID`: play the examples of one rule only (tests/mutants/play.py does)."""
    parser.addoption("--rule", default="")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep only `test_examples[ID]` where one rule is asked for."""
    rule = config.getoption("--rule")
    if rule:
        items[:] = [item for item in items if item.name == f"test_examples[{rule}]"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where CVPRESS_NO_SKIPS says that every tool is there."""
    report = yield
    if report.skipped and os.environ.get("CVPRESS_NO_SKIPS"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing may be missing here: {report.longrepr}"
    return report


@pytest.fixture(autouse=True, scope="session")
def _no_dictionaries() -> Iterator[None]:
    """Let no test find dictionaries but those it names, so that all machines give one result."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CVPRESS_DICTIONARIES", "")
        yield


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep the formats that tests dump out of the user's cache; one folder a test process."""
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get("CVPRESS_CACHE")
    os.environ["CVPRESS_CACHE"] = str(folder)
    yield folder
    if before is None:
        del os.environ["CVPRESS_CACHE"]
    else:
        os.environ["CVPRESS_CACHE"] = before


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Caller:
    """Call the command line in an empty folder of its own; some tests fill theirs first."""
    monkeypatch.chdir(tmp_path)
    return Caller(capsys)

"""Settings: who says which day it is, and what of the file's own settings reaches the checks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cvpress import source
from cvpress.errors import UsageError
from cvpress.settings import Settings, Wishes, read

HEAD = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
EPOCH = "1700000000"  # 2023-11-14


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def settings(text: str = "", **wishes: str) -> Settings:
    return read(source.read((HEAD + text).encode(), "cv.yaml"), Wishes(**wishes))  # type: ignore[arg-type]


def test_today_is_the_flag_then_the_file_then_the_epoch_then_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = "checks: {today: 2024-10-01}\n"
    assert settings().today == datetime.now(UTC).date()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    for text, flag, day, clock in [
        (said, "2022-02-03", date(2022, 2, 3), "flag"),
        (said, "", date(2024, 10, 1), "file"),
        ("", "", date(2023, 11, 14), "epoch"),
    ]:
        found = settings(text, today=flag)
        assert (found.today, found.clock) == (day, clock)
        assert found.real_today == datetime.now(UTC).date()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert settings().clock == "clock"


def test_the_clock_is_that_of_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        assert settings().today == date(2023, 11, 14)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-10-01", date(2024, 10, 1)),
        ("2024-10", date(2024, 10, 31)),
        ("2024", date(2024, 12, 31)),
        ("'2024-10-01'", date(2024, 10, 1)),
    ],
)
def test_a_day_of_the_file_may_be_told_roughly(written: str, day: date) -> None:
    assert settings(f"checks: {{today: {written}}}\n").today == day


@pytest.mark.parametrize("written", ["present", "2024-13-01", "soon", "[2024]", "''", "{a: b}"])
def test_what_is_no_day_is_left_to_the_schema(written: str) -> None:
    assert settings(f"checks: {{today: {written}}}\n").clock == "clock"


@pytest.mark.parametrize("day", ["2024-02-30", "2024-10", "20241001", "2024-W40-2", "today", "x"])
def test_the_flag_wants_one_day_of_the_calendar(day: str) -> None:
    with pytest.raises(UsageError, match="2026-01-15"):
        settings(today=day)


@pytest.mark.parametrize("epoch", ["x", "1.5", "9" * 30])
def test_a_wrong_epoch_is_told_and_not_guessed(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        settings()


def test_the_settings_of_the_file() -> None:
    found = settings(
        "locale: de-AT\n"
        "checks:\n"
        "  words: [Lingjun, Mixtral]\n"
        "  ignore: [date-gap]\n"
        "  severity: {date-order: info, date-gap: fatal}\n"
        "  spelling: en-GB\n"
    )
    assert found.words == {"Lingjun", "Mixtral"}
    assert found.ignore == ("date-gap",)
    assert found.severity == {"date-order": "info"}
    assert (found.spelling, found.language, found.locales) == ("en-GB", "de", ("de-AT",))


@pytest.mark.parametrize("text", ["", "checks:\n", "checks: []\n", "checks: 3\n", "locale:\n"])
def test_what_is_absent_or_of_the_wrong_shape_is_the_default(text: str) -> None:
    found = settings(text)
    assert (found.locales, found.words, found.ignore) == (("en",), frozenset(), ())
    assert found.severity == {}


@pytest.mark.parametrize("text", ["", "- a\n", "a: [", "["])
def test_a_file_that_is_no_map_has_the_default_settings(text: str) -> None:
    assert read(source.read(text.encode(), "cv.yaml"), Wishes()).locales == ("en",)

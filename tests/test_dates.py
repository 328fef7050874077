"""Dates: what is read, what is refused and with which cure, and how intervals relate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress import date_format, locales
from cvpress.dates import (
    SEASONS,
    Date,
    DateError,
    Interval,
    overlap,
    parse,
    parse_interval,
    surely_before,
)

TODAY = date(2026, 11, 22)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def written(day: date, precision: str) -> str:
    """Write a day as the language does, no closer than asked."""
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


singles = st.one_of(
    st.builds(written, days, st.sampled_from(["day", "month", "year"])),
    st.builds(lambda y, s: f"{y}-{s}", st.integers(1900, 2100), st.sampled_from(sorted(SEASONS))),
)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2021-09", "2021-09-01", "2021-09-30", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2021-12", "2021-12-01", "2021-12-31", "month"),
        ("2021-09-15", "2021-09-15", "2021-09-15", "day"),
        ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
        ("2023-winter", "2022-12-01", "2024-03-31", "season"),
        ("2023-summer", "2022-12-01", "2024-03-31", "season"),
        ("2023-spring", "2023-01-01", "2023-12-31", "season"),
        ("2023-fall", "2023-02-01", "2024-01-31", "season"),
        ("9999-12", "9999-12-01", "9999-12-31", "month"),
        ("present", "2026-11-22", "9999-12-31", "open"),
    ],
)
def test_reads(text: str, first: str, last: str, precision: str) -> None:
    read = parse(text, TODAY)
    assert (read.first.isoformat(), read.last.isoformat(), read.precision) == (
        first,
        last,
        precision,
    )
    assert not read.expected


def test_autumn_is_fall() -> None:
    assert parse("2023-autumn", TODAY) == parse("2023-fall", TODAY)
    assert parse("2023-autumn", TODAY).season == "fall"


def test_a_season_knows_its_year() -> None:
    assert [parse(f"2023-{season}", TODAY).year for season in SEASONS] == [2023] * 4


def test_expected() -> None:
    read = parse("expected 2027-06", TODAY)
    assert read.expected
    assert (read.first, read.last) == (date(2027, 6, 1), date(2027, 6, 30))


def test_intervals() -> None:
    read = parse_interval("2021-09/present", TODAY)
    assert (read.start, read.end) == (parse("2021-09", TODAY), parse("present", TODAY))
    alone = parse_interval("2021", TODAY)
    assert alone.start == alone.end == parse("2021", TODAY)
    assert parse_interval("2024/expected 2027", TODAY).end.expected


# text, what is surely meant ("" where it is not sure), a word of the help
REFUSED = [
    ("2021-13", "", "01 to 12"),
    ("2021-00", "", "01 to 12"),
    ("2021-02-30", "", "day"),
    ("2021-02-29", "", "day"),
    ("2021-04-00", "", "2021-04"),
    ("0000", "", "four digits"),
    ("21-09", "", "four digits"),
    ("Sep 2021", "2021-09", "2021-09"),
    ("Sept. 2021", "2021-09", "2021-09"),
    ("15 September 2021", "2021-09-15", "2021-09-15"),
    ("September 15th, 2021", "2021-09-15", "2021-09-15"),
    ("Febuary 2021", "", "February"),
    ("jui 2021", "", "2021"),
    ("März 2021", "2021-03", "2021-03"),
    ("1er août 2020", "2020-08-01", "2020-08-01"),
    ("23 de agosto de 2020", "2020-08-23", "2020-08-23"),
    ("2021年9月", "2021-09", "2021-09"),
    ("2021.10", "2021-10", "2021-10"),
    ("09/2021", "2021-09", "2021-09"),
    ("2021/09", "2021-09", "2021-09"),
    ("2021-9", "2021-09", "2021-09"),
    ("2021-9-5", "2021-09-05", "2021-09-05"),
    ("2021–09", "2021-09", "2021-09"),
    ("15.09.2021", "2021-09-15", "2021-09-15"),
    ("09/15/2021", "2021-09-15", "2021-09-15"),
    ("05/06/2021", "", "2021-06-05"),
    ("2011/12", "", "2011/2012"),
    ("2021-09-15T10:00:00", "2021-09-15", "2021-09-15"),
    ("now", "present", "present"),
    ("Present", "present", "present"),
    ("heute", "present", "present"),
    ("Fall 2023", "2023-fall", "2023-fall"),
    ("2023-Fall", "2023-fall", "2023-fall"),
    ("2023-herbst", "2023-fall", "2023-fall"),
    ("Winter 2023", "2023-winter", "2023-winter"),
    ("expected June 2027", "expected 2027-06", "expected 2027-06"),
    ("2027 (expected)", "expected 2027", "expected 2027"),
    ("prévu juin 2027", "expected 2027-06", "expected 2027-06"),
    ("voraussichtlich Juni 2027", "expected 2027-06", "expected 2027-06"),
    ("2027年6月(预计)", "expected 2027-06", "expected 2027-06"),
    ("2021年秋季", "2021-fall", "2021-fall"),
    ("été 2021", "2021-summer", "2021-summer"),
    ("otoño de 2021", "2021-fall", "2021-fall"),
    ("derzeit", "present", "present"),
    ("à ce jour", "present", "present"),
    ("en curso", "present", "present"),
    ("目前", "present", "present"),
    ("circa 2021", "", "date_text"),
    ("Q3 2021", "", "date_text"),
    ("10000", "", "2021-09"),
    ("soon", "", "2021-09"),
    ("", "", "2021-09"),
]


@pytest.mark.parametrize(("text", "meant", "help"), REFUSED)
def test_refuses_and_helps(text: str, meant: str, help: str) -> None:
    for read in (parse, parse_interval):
        with pytest.raises(DateError) as caught:
            read(text, TODAY)
        assert caught.value.replacement == meant
        assert help in caught.value.help
        assert caught.value.message.endswith(".")


@pytest.mark.parametrize(
    ("text", "meant", "help"),
    [
        ("2021-2022", "2021/2022", ""),
        ("2021–2022", "2021/2022", ""),
        ("2013-16", "2013/2016", ""),
        ("2021-22", "2021/2022", ""),
        ("2021-09 - 2022-03", "2021-09/2022-03", ""),
        ("July 2023 – February 2024", "2023-07/2024-02", ""),
        ("March – June 2023", "2023-03/2023-06", ""),
        ("09/2021-03/2022", "2021-09/2022-03", ""),
        ("2021 to now", "2021/present", ""),
        ("2021 - bis heute", "2021/present", ""),
        ("Oktober 2021 bis heute", "2021-10/present", ""),
        ("sept. 2021 à ce jour", "2021-09/present", ""),
        ("de septembre 2021 à juin 2022", "2021-09/2022-06", ""),
        ("de 2019 a 2021", "2019/2021", ""),
        ("enero de 2021 – actualidad", "2021-01/present", ""),
        ("marzo de 2021 hasta la fecha", "2021-03/present", ""),
        ("2021年9月至今", "2021-09/present", ""),
        ("2021年9月—2022年6月", "2021-09/2022-06", ""),
        ("From 2019 to 2021", "2019/2021", ""),
        ("2021-09-2022", "", "2021-09"),
        ("2021-", "", "2021/present"),
        ("since 2021", "", "2021/present"),
        ("present/2021", "", "2021"),
        ("2021/2022/2023", "", "2021-09"),
    ],
)
def test_a_range_goes_where_a_range_may_stand(text: str, meant: str, help: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_interval(text, TODAY)
    assert caught.value.replacement == meant
    assert help in caught.value.help
    with pytest.raises(DateError) as caught:
        parse(text, TODAY)
    assert caught.value.replacement == ""


def test_what_is_wrong_is_said() -> None:
    with pytest.raises(DateError, match=r"^There is no month 13\.$"):
        parse("2021-13", TODAY)
    with pytest.raises(DateError, match=r"^February 2021 has only 28 days\.$"):
        parse("2021-02-30", TODAY)


def refusal(read: Callable[[str, date], object], text: str) -> DateError | None:
    try:
        read(text, TODAY)
    except DateError as error:
        return error
    return None


@given(st.text(max_size=30) | st.text("0123456789-/. –", max_size=14))
def test_nothing_but_a_date_error_and_its_cure_works(text: str) -> None:
    for read in (parse, parse_interval):
        error = refusal(read, text)
        assert error is None or error.help
        assert error is None or not error.replacement or not refusal(read, error.replacement)


@given(days, st.sampled_from(["day", "month", "year"]))
def test_numeric_style_is_the_language(day: date, precision: str) -> None:
    text = written(day, precision)
    words = date_format.format_date(parse(text, TODAY), "numeric", locales.load("en"))
    assert words == text


@given(
    days,
    st.sampled_from(["day", "month"]),
    st.sampled_from(["en", "en-GB", "de", "fr", "es", "zh"]),
)
def test_what_is_printed_is_understood_when_typed(day: date, precision: str, tag: str) -> None:
    text = written(day, precision)
    words = date_format.format_date(parse(text, TODAY), "long", locales.load(tag))
    with pytest.raises(DateError) as caught:
        parse(words, TODAY)
    assert caught.value.replacement == text


@given(singles)
def test_a_date_lies_within_its_own_bounds(text: str) -> None:
    read = parse(text, TODAY)
    assert read.first <= read.last
    assert str(read.year) == text[:4]


@given(singles, singles, singles)
def test_before_is_an_order(one: str, two: str, three: str) -> None:
    a, b, c = (parse(text, TODAY) for text in (one, two, three))
    assert not surely_before(a, a)
    assert not (surely_before(a, b) and surely_before(b, a))
    if surely_before(a, b) and surely_before(b, c):
        assert surely_before(a, c)


@given(days, days, st.sampled_from(["month", "year"]))
def test_coarser_is_never_surer(one: date, two: date, precision: str) -> None:
    if surely_before(parse(written(one, precision), TODAY), parse(written(two, precision), TODAY)):
        assert one < two


def exact(day: date) -> Date:
    return Date(day, day, "day")


@given(st.lists(days, min_size=4, max_size=4))
def test_overlap(four: list[date]) -> None:
    a, b = sorted(four[:2]), sorted(four[2:])
    one, other = (Interval(exact(first), exact(last)) for first, last in (a, b))
    assert overlap(one, other) == overlap(other, one)
    assert 0 <= overlap(one, other) <= min(one.shortest, other.shortest)
    assert overlap(one, one) == one.shortest
    if a[1] < b[0]:
        assert overlap(one, other) == 0


@given(singles, singles, days, days)
def test_overlap_counts_only_what_is_sure(one: str, two: str, first: date, last: date) -> None:
    coarse = Interval(parse(one, TODAY), parse(two, TODAY))
    other = Interval(exact(min(first, last)), exact(max(first, last)))
    shortest = [coarse.start.last, coarse.end.first]
    if shortest[0] <= shortest[1]:
        fine = Interval(exact(shortest[0]), exact(shortest[1]))
        assert overlap(coarse, other) == overlap(fine, other)
    else:
        assert overlap(coarse, other) == 0


def test_present_reaches_today() -> None:
    post = parse_interval("2025-11-22/present", TODAY)
    assert post.shortest == 365
    assert not surely_before(post.end, exact(TODAY + timedelta(days=900)))

"""The words of each language are whole, and dates are printed in them as its readers do."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from string import Formatter

import golden
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress import resources
from cvpress.date_format import STYLES, format_date, format_interval
from cvpress.dates import SEASONS, DateError, parse, parse_interval
from cvpress.locales import known, load, with_labels

TODAY = date(2026, 11, 22)
TABLES = sorted(path.stem for path in resources.data("locales").glob("*.json"))
LANGUAGES = [tag for tag in TABLES if "-" not in tag]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_says_the_same_things(tag: str) -> None:
    english, other = load("en"), load(tag)
    assert len(set(other.months)) == len(set(other.months_short)) == 12
    assert set(other.seasons) == set(SEASONS)
    assert set(other.labels) == set(english.labels)
    assert set(other.status) == set(english.status)
    assert set(other.patterns) - {"first-day"} == set(english.patterns)
    assert set(other.works) == set(english.works)
    assert other.works != english.works or tag == "en"
    tables = (other.labels, other.status, other.seasons, other.works, other.patterns)
    said = [word for table in tables for word in table.values()]
    assert [word for word in said if not word.strip() or word != word.lstrip()] == []
    for names in (other.months_alone, other.months_alone_short):
        assert len(set(names)) in (0, 12)


def test_there_are_many_languages() -> None:
    assert len(LANGUAGES) >= 27
    assert {tag: load(tag).tag for tag in ("no", "NO-nb", "iw", "pt-PT", "zh-Hant-TW")} == {
        **{"no": "nb", "NO-nb": "nb", "iw": "he", "pt-PT": "pt", "zh-Hant-TW": "zh-Hant"}
    }


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_word_is_in_the_script_of_its_language(tag: str) -> None:
    """Apart from what is said in Latin letters everywhere: GPA, preprint, "2021"."""
    script = SCRIPTS.get(tag, "LATIN")
    locale = load(tag)
    tables = (locale.labels, locale.status, locale.seasons, locale.works)
    said = [word for table in tables for word in table.values()]
    said += [*locale.months, *locale.months_short, *locale.months_alone]
    words = [word for word in said if word not in EVERYWHERE]
    strange = [w for w in words if not any(script in unicodedata.name(c, "") for c in w)]
    assert strange == ["№"] * strange.count("№") or script == "CJK"
    foreign = {"LATIN", "CYRILLIC", "GREEK", "HEBREW", "ARABIC", "HANGUL"} - {script}
    assert not [w for w in words if any(o in unicodedata.name(c, "") for c in w for o in foreign)]


SCRIPTS = {
    **{"ru": "CYRILLIC", "uk": "CYRILLIC", "el": "GREEK", "he": "HEBREW", "ar": "ARABIC"},
    **{"fa": "ARABIC", "ko": "HANGUL", "ja": "CJK", "zh": "CJK"},
}
EVERYWHERE = ("GPA",)
DAYS = st.dates(date(1930, 1, 1), date(2055, 12, 31))
SHAPES = st.sampled_from(["{0:%Y}", "{0:%Y-%m}", "{0:%Y-%m-%d}", "{0:%Y}-{1}"])


@given(tag=st.sampled_from(TABLES), style=st.sampled_from(STYLES), data=st.data())
def test_every_kind_of_date_is_printed_and_none_is_read_as_another(
    tag: str, style: str, data: st.DataObject
) -> None:
    first, last = sorted(data.draw(st.tuples(DAYS, DAYS)))
    season = data.draw(st.sampled_from(sorted(SEASONS)))
    shape = data.draw(SHAPES)
    start, end = shape.format(first, season), shape.format(last, season)
    ahead = f"{start}/expected {end}"
    for text in (start, f"expected {end}", f"{start}/{end}", f"{start}/present", ahead):
        interval = parse_interval(text, TODAY)
        said = format_interval(interval, style, load(tag))
        assert said.strip() == said != ""
        assert not set(said) & set("{}")
        try:
            again = parse_interval(said, TODAY)
        except DateError:
            continue
        assert again == interval


def test_the_dates_of_one_cv_in_all_languages() -> None:
    """Look at what changed there, then write it anew: `python tests/golden.py`."""
    assert golden.DATES.read_text("utf-8") == golden.dates()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_patterns_have_the_same_holes_in_every_language(tag: str) -> None:
    english, other = load("en"), load(tag)
    ours = {"degree", "label", "expected", "editor", "editors", "open", "range", "season", "page"}
    for key in ours | {key for key in english.patterns if key.startswith("status-")}:
        assert holes(other.patterns[key]) == holes(english.patterns[key]), key


@pytest.mark.parametrize("tag", TABLES)
def test_a_foot_tells_the_page_before_the_number_of_pages(tag: str) -> None:
    pattern = load(tag).patterns["page"]
    assert pattern.index("{page}") < pattern.index("{pages}")


def holes(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def test_the_schema_and_the_tables_agree_on_labels_and_statuses() -> None:
    schema = json.loads(resources.schema().read_text("utf-8"))["$defs"]
    labels = set(schema["labels"]["properties"])
    assert labels == set(load("en").labels) - {"equal-contribution"}
    written = {"published"}
    for kind in ("publications", "patents"):
        written |= set(schema[kind]["properties"]["status"]["enum"]) - {None}
    assert written == set(load("en").status) | {"published"}


def test_the_schema_and_the_styles_agree() -> None:
    schema = json.loads(resources.schema().read_text("utf-8"))["$defs"]["design"]["properties"]
    assert set(schema["date_style"]["enum"]) - {None} == set(STYLES)


@pytest.mark.parametrize(
    ("tag", "table"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en-US", "en"),
        ("en-gb", "en-GB"),
        ("en-AU", "en-GB"),
        ("de-AT", "de-AT"),
        ("de-CH", "de"),
        ("zh-Hans-CN", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("en-Latn-GB", "en-GB"),
        ("xx", "en"),
        ("../en", "en"),
        ("", "en"),
    ],
)
def test_falls_back(tag: str, table: str) -> None:
    assert load(tag).tag == table


def test_known() -> None:
    assert [tag for tag in ("fr", "fr-CA", "xx", "../fr", "data", "") if known(tag)] == [
        "fr",
        "fr-CA",
    ]


def test_a_region_changes_only_what_it_says_otherwise() -> None:
    assert load("en-GB").seasons == load("en").seasons | {"fall": "Autumn"}
    assert load("en-GB").labels == load("en").labels
    assert load("de-AT").months[0] == "Jänner"


def test_own_labels() -> None:
    own = with_labels(load("en"), {"present": "today"})
    assert own.labels["supervisor"] == "Supervisor"
    assert format_interval(parse_interval("2021/present", TODAY), "long", own) == "2021 – today"
    assert load("en").labels["present"] == "present"


PRINTED = {
    "en": {
        "2021": "2021",
        "2021-09": "September 2021",
        "2020-08-23": "August 23, 2020",
        "2023-winter": "Winter 2023",
        "2021-09/present": "September 2021 – present",
        "2021/2022": "2021–2022",
        "2023-07/2024-02": "July 2023 – February 2024",
        "2023-03/2023-06": "March – June 2023",
        "2020-08-23/2020-08-24": "August 23–24, 2020",
        "2020-08-30/2020-09-02": "August 30 – September 2, 2020",
        "2019-12-30/2020-01-02": "December 30, 2019 – January 2, 2020",
        "2023-spring/2023-fall": "Spring – Fall 2023",
        "2021/2021-09": "2021 – September 2021",
        "2021-09/2021-09": "September 2021",
        "expected 2027-06": "expected June 2027",
        "2024-09/expected 2027-06": "September 2024 – expected June 2027",
        "2027-03/expected 2027-06": "March 2027 – expected June 2027",
    },
    "en-GB": {
        "2020-08-23": "23 August 2020",
        "2020-08-23/2020-08-24": "23–24 August 2020",
        "2023-fall": "Autumn 2023",
    },
    "de": {
        "2021-09": "September 2021",
        "2020-08-23/2020-08-24": "23.–24. August 2020",
        "2020-08-30/2020-09-02": "30. August – 2. September 2020",
        "2021-09/present": "September 2021 – heute",
        "expected 2027-06": "voraussichtlich Juni 2027",
    },
    "fr": {
        "2021-09": "septembre 2021",
        "2020-08-01": "1er août 2020",
        "2023-fall": "automne 2023",
        "expected 2027-06": "juin 2027 (prévu)",
    },
    "es": {
        "2021-09": "septiembre de 2021",
        "2023-03/2023-06": "marzo – junio de 2023",
        "2020-08-23/2020-08-24": "23–24 de agosto de 2020",
        "2023-fall": "otoño de 2023",
    },
    "zh": {
        "2021": "2021年",
        "2021-09": "2021年9月",
        "2020-08-23": "2020年8月23日",
        "2021/2022": "2021–2022年",
        "2021-09/present": "2021年9月至今",
        "2023-03/2023-06": "2023年3月 – 6月",
        "2020-08-23/2020-08-24": "2020年8月23–24日",
        "2023-fall": "2023年秋季",
        "expected 2027-06": "预计2027年6月",
    },
}


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [(tag, text, words) for tag, table in PRINTED.items() for text, words in table.items()],
)
def test_printed(tag: str, text: str, words: str) -> None:
    assert format_interval(parse_interval(text, TODAY), "long", load(tag)) == words


def test_styles() -> None:
    english, german = load("en"), load("de")
    read = parse("2020-08-23", TODAY)
    said = [format_date(read, style, english) for style in STYLES]
    assert said == ["August 23, 2020", "Aug 23, 2020", "2020-08-23"]
    months = parse_interval("2023-07/2023-09", TODAY)
    assert format_interval(months, "short", german) == "Juli – Sept. 2023"
    assert format_interval(months, "numeric", german) == "2023-07 – 2023-09"

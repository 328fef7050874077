"""Which checks run, how grave and where silent: every way to say it, through the command."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from calls import Called, Caller

# One fault of each: an error of the dates, warnings of the words and of punctuation, and one that
# is off unless it is asked for.
CV = """person: {name: Ada Example}
sections:
  - title: Posts
    experience:
      - organization: Acme
        title: Clerk
        start: 2010-05
        end: 2006-10
        highlights:
          - Led the the Zyzzogeton line.
          - Taught 10-20 people.
"""
ORDER, WORD, HYPHEN, NAME = "date-order", "repeated-word", "range-hyphen", "unknown-name"
USUAL = {ORDER: "error", WORD: "warning", HYPHEN: "warning"}
LINES = {ORDER: "        end: 2006-10", WORD: "Zyzzogeton line.", HYPHEN: "10-20 people."}


def found(done: Called) -> dict[str, str]:
    """Return the severities of what was found, by id."""
    return {one["id"]: one["severity"] for one in json.loads(done.out)["findings"]}


def check(call: Caller, text: str, *options: str) -> dict[str, str]:
    Path("cv.yaml").write_text(text, "utf-8")
    done = call("check", "--format", "json", "--today", "2026-01-15", *options)
    assert done.code == (1 if "error" in found(done).values() else 0)
    strict = call("check", "--format", "json", "--today", "2026-01-15", "--strict", *options)
    assert strict.code == (1 if {"error", "warning"} & set(found(done).values()) else 0)
    assert strict.out == done.out
    return found(done)


def but(*ids: str) -> dict[str, str]:
    return {id: severity for id, severity in USUAL.items() if id not in ids}


def only(*ids: str) -> dict[str, str]:
    return {id: severity for id, severity in {**USUAL, NAME: "info"}.items() if id in ids}


def test_nothing_said(call: Caller) -> None:
    assert check(call, CV) == USUAL


@pytest.mark.parametrize(
    ("named", "ids"),
    [
        (ORDER, [ORDER]),
        ("dates", [ORDER]),
        ("date-*", [ORDER]),
        ("*-order,*-hyphen", [ORDER, HYPHEN]),
        ("words", [WORD]),
        ("dates, words ,punctuation", [ORDER, WORD, HYPHEN]),
        ("repeated-wor?,range-hyphe[n]", [WORD, HYPHEN]),
    ],
)
def test_select_and_ignore_by_id_family_and_glob(call: Caller, named: str, ids: list[str]) -> None:
    assert check(call, CV, "--ignore", named) == but(*ids)
    selected = check(call, CV, "--select", named)
    assert {id: level for id, level in selected.items() if id in USUAL} == only(*ids)


def test_select_turns_on_what_is_off(call: Caller) -> None:
    for named in (NAME, "unknown-*", "words"):
        assert check(call, CV, "--select", named)[NAME] == "info"
    assert {**USUAL, NAME: "info"}.items() <= check(call, CV, "--select", "all").items()
    assert check(call, CV, "--select", "all", "--ignore", "all") == {}


def test_ignore_wins_over_select(call: Caller) -> None:
    assert check(call, CV, "--select", "dates,words", "--ignore", "words") == only(ORDER)
    assert check(call, CV, "--select", ORDER, "--ignore", "date-*") == {}


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_name_that_nothing_has(call: Caller, option: str) -> None:
    Path("cv.yaml").write_text(CV, "utf-8")
    for name, told in (("date-ordr", "date-order"), ("wrods", "words"), ("zz-*", "cvpress checks")):
        done = call("check", option, name)
        assert done.code == 2
        assert f"There is no check or family named {name}." in done.err
        assert told in done.err


@pytest.mark.parametrize(("id", "level"), list(product(USUAL, ["error", "warning", "info"])))
def test_severity_of_the_file(call: Caller, id: str, level: str) -> None:
    text = CV + f"checks: {{severity: {{{id}: {level}}}}}\n"
    assert check(call, text) == {**USUAL, id: level}
    assert check(call, text, "--select", id) == {id: level}
    assert check(call, text, "--ignore", id) == but(id)


def test_severity_turns_on_what_is_off_but_ignore_wins(call: Caller) -> None:
    text = CV + f"checks: {{severity: {{{NAME}: warning}}}}\n"
    assert check(call, text) == {**USUAL, NAME: "warning"}
    assert check(call, text, "--ignore", "words") == but(WORD)
    assert check(call, text, "--select", "dates") == only(ORDER)
    silent = CV + f"checks: {{severity: {{{NAME}: warning}}, ignore: [{NAME}]}}\n"
    assert check(call, silent) == USUAL


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("dates: info", {ORDER: "info"}),
        ("'*-hyphen': error", {HYPHEN: "error"}),
        ("words: info, repeated-word: error", {WORD: "error"}),
        ("repeated-word: error, words: info", {WORD: "error"}),
        ("words: error", {WORD: "error"}),  # and the one that is off stays off
    ],
)
def test_severity_of_families_and_globs(call: Caller, said: str, changed: dict[str, str]) -> None:
    assert check(call, CV + f"checks: {{severity: {{{said}}}}}\n") == {**USUAL, **changed}


@pytest.mark.parametrize(
    ("ignored", "ids"),
    [
        ([ORDER], [ORDER]),
        (["dates"], [ORDER]),
        (["date-*"], [ORDER]),
        ([ORDER, WORD], [ORDER, WORD]),
        (["'*'"], list(USUAL)),
    ],
)
def test_ignore_of_the_file_the_section_and_the_entry(
    call: Caller, ignored: list[str], ids: list[str]
) -> None:
    listed = f"ignore: [{', '.join(ignored)}]"
    assert check(call, f"{CV}checks: {{{listed}}}\n") == but(*ids)
    for place in ("    experience:", "        title: Clerk"):
        indent = place[: len(place) - len(place.lstrip())]
        text = CV.replace(place, f"{indent}{listed}\n{place}")
        assert check(call, text) == but(*ids)


@pytest.mark.parametrize("id", USUAL)
@pytest.mark.parametrize("named", ["{id}", "{glob}", "{family}", "{id}, {id}", ""])
@pytest.mark.parametrize("alone", [False, True])
def test_ignore_of_a_line(call: Caller, id: str, named: str, alone: bool) -> None:
    family = {ORDER: "dates", WORD: "words", HYPHEN: "punctuation"}[id]
    names = named.format(id=id, glob=id[:-1] + "*", family=family)
    comment = f"# cvpress: ignore {names}".rstrip()
    line = next(line for line in CV.split("\n") if LINES[id] in line)
    indent = line[: len(line) - len(line.lstrip())]
    put = f"{indent}{comment}\n{line}" if alone else f"{line}  {comment}"
    assert check(call, CV.replace(line, put)) == but(id)


def test_an_ignore_that_silences_nothing_is_told(call: Caller) -> None:
    text = CV.replace("Clerk", "Clerk  # cvpress: ignore date-order")
    assert check(call, text) == {**USUAL, "unused-ignore": "warning"}
    assert check(call, text, "--ignore", "unused-ignore") == USUAL
    assert check(call, text, "--select", "dates") == only(ORDER)


def test_words_today_and_spelling_of_the_file(call: Caller) -> None:
    faulty = CV.replace("Led the the", "Wrote the gravurre in colour and for the the")
    assert check(call, faulty) == {**USUAL, "unknown-word": "warning"}
    assert check(call, faulty + "checks: {words: [gravurre]}\n") == USUAL
    later = CV + "  - {title: Talks, talks: [{title: Salt Roads, date: 2026-08}]}\n"
    assert "date-future" in check(call, later)
    Path("cv.yaml").write_text(later + "checks: {today: 2027-01-01}\n", "utf-8")
    assert "date-future" not in found(call("check", "--format", "json"))
    french = faulty + "locale: fr\n"
    assert {WORD, HYPHEN} & set(check(call, french)) == set()
    assert check(call, french + "checks: {spelling: en}\n")[WORD] == "warning"


def test_what_can_t_be_read_is_told_whatever_is_selected(call: Caller) -> None:
    broken = CV.replace("[", "").replace("Ada Example}", "Ada Example")
    assert "yaml-syntax" in check(call, broken, "--select", "words")


def test_build_and_prove_obey_the_file(call: Caller) -> None:
    Path("cv.yaml").write_text(CV, "utf-8")
    assert found(call("build", "--format", "json", "--today", "2026-01-15")) == USUAL
    Path("cv.yaml").write_text(CV + f"checks: {{ignore: [{WORD}]}}\n", "utf-8")
    assert found(call("build", "--format", "json", "--today", "2026-01-15")) == but(WORD)

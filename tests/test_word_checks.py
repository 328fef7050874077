"""The words family of checks: what is told, once, where it stands, and in which languages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cvpress import rules, runner, source
from cvpress.checks import _words
from cvpress.finding import Finding
from cvpress.settings import Wishes, read
from cvpress.source.document import Document

CASES = Path(__file__).parent / "cases"
WORDS = sorted((CASES / "words").glob("*.yaml"))
IDS = (
    "misspelling",
    "name-casing",
    "repeated-word",
    "spelled-two-ways",
    "unknown-name",
    "unknown-word",
)
TODAY = Wishes(today="2026-01-15", select=IDS)


def document(text: str) -> Document:
    return source.read(text.encode(), "cv.yaml")


def findings(text: str, wishes: Wishes = TODAY) -> list[Finding]:
    cv = document(text)
    return runner.checks(cv, read(cv, wishes))


def found(text: str, wishes: Wishes = TODAY) -> list[tuple[str, str]]:
    """Return id and underlined words of each finding."""
    rows = text.split("\n")
    told = []
    for one in findings(text, wishes):
        assert one.span is not None
        assert one.span.line == one.span.end_line
        told.append(
            (one.id, rows[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1])
        )
    return told


def about(text: str, more: str = "") -> str:
    return f"person: {{name: Ada Example}}\n{more}sections:\n  - title: About\n    text: {text}\n"


def test_the_family() -> None:
    family = [rule for rule in rules.load("checks") if rule.family == "words"]
    assert sorted(rule.id for rule in family if rule.id in IDS) == sorted(IDS)
    english = {rule.id for rule in family if rule.id in IDS and rule.languages}
    assert english == {"misspelling", "spelled-two-ways"}
    assert {rule.languages for rule in family if rule.id in english} == {frozenset({"en"})}


def test_a_finding_stands_on_the_word_inside_mark_up() -> None:
    text = about(
        "Led **managment** and [Pytorch](https://x.example), `managment` and *the the* lab."
    )
    assert found(text) == [
        ("misspelling", "managment"),
        ("name-casing", "Pytorch"),
        ("repeated-word", "the"),
    ]


def test_a_word_half_in_mark_up_is_underlined_whole_and_has_no_fix() -> None:
    one = findings(about("Led man[agm](https://x.example)ent."))[0]
    assert one.span is not None
    assert (one.span.column, one.span.end_column) == (15, 45)
    assert one.fix is None


def test_fixes() -> None:
    text = about("Led the the managment of Pytorch, a boronic acid.")
    fixes = {one.id: one.fix for one in findings(text)}
    replacements = {id: fix.edits[0].replacement for id, fix in fixes.items() if fix}
    assert replacements == {
        "repeated-word": "",
        "misspelling": "management",
        "name-casing": "PyTorch",
    }
    edit = fixes["repeated-word"].edits[0] if fixes["repeated-word"] else None
    assert edit is not None
    line = text.split("\n")[edit.span.line - 1]
    assert line[: edit.span.column - 1] + line[edit.span.end_column - 1 :] == (
        "    text: Led the managment of Pytorch, a boronic acid."
    )


def test_what_stands_beside_comes_first_in_help() -> None:
    (told,) = findings(about("Taught at Te Aviv University."))
    assert told.help.startswith("Write “Tel”, ")
    (told,) = findings(about("Wrote Phyton scripts."))
    assert (told.id, told.help) == ("misspelling", "Write “Python”.")


def test_help_names_the_right_word() -> None:
    helps = [one.help for one in findings(about("Managment. The gravurre of crowdsoucing."))]
    assert helps == [
        "Write “Management”.",
        "Write “gravure”, or list it under `checks: words` if it is right.",
        "Write “crowdsourcing”.",
    ]


def test_keys_that_the_page_prints_are_words() -> None:
    text = (
        "person: {name: Ada Example}\nsections:\n  - title: Languages\n    languages:\n"
        "      - {language: English, test: {name: TOEFL, parts: {Reaing: 29, Listening: 3}}}\n"
        "labels: {courses: Selectd Courses}\n"
    )
    assert found(text) == [("misspelling", "Reaing"), ("misspelling", "Selectd")]


def test_one_fault_is_one_finding() -> None:
    text = (
        "person: {name: Ada Example}\nsections:\n  - title: Work\n    experience:\n"
        "      - {organization: Univeristy of Leeds}\n"
        "      - {organization: University of Leeds, title: Github at GitHub}\n"
        "      - {organization: University of Leeds, supervisor: B. Kasikci}\n"
        "      - {organization: Quux, summary: Helped Kasicki.}\n"
    )
    assert found(text) == [
        ("misspelling", "Univeristy"),
        ("name-casing", "Github"),
        ("spelled-two-ways", "Kasicki"),
    ]


def test_words_of_the_settings_are_known() -> None:
    more = "checks: {words: [flumboxer, Pytorch, Zyzzogeton Quux]}\n"
    assert found(about("The flumboxer in Pytorch by the Zyzzogeton of Fnorr.", more)) == [
        ("unknown-name", "Fnorr")
    ]


SLIPS = "Le managment de la recherche, Pytorch, le le orchestratd."


def test_one_word_is_offered_once() -> None:
    cv = (
        "person: {name: Ada Example}\nsections:\n  - title: Work\n    experience:\n"
        "      - {organization: Acme, location: 'Beijing, Chnia', end: 2020}\n"
    )
    (told,) = [one for one in findings(cv) if one.id == "unknown-word"]
    assert told.help.count("“China”") == 1


def test_a_french_cv_gets_no_english_finding() -> None:
    told = found(about(SLIPS, "locale: fr\n"))
    assert told == [("name-casing", "Pytorch"), ("repeated-word", "le")]  # of French, too
    text = (CASES / "nurse-fr.yaml").read_text("utf-8")
    assert "locale: fr" in text
    assert findings(text) == []


def test_an_entry_in_another_language_is_left_alone() -> None:
    text = (
        "person: {name: Ada Example}\nsections:\n  - title: Managment\n    experience:\n"
        "      - {organization: Quux, lang: fr, summary: Le managment de Pytorch.}\n"
    )
    assert found(text) == [("misspelling", "Managment"), ("name-casing", "Pytorch")]


def test_spelling_can_be_asked_for_in_another_language_than_the_locale() -> None:
    cv = document(about("Managment", "locale: fr\nchecks: {spelling: en}\n"))
    slips = _words.read(cv, read(cv, TODAY)).of_kind("misspelling")
    assert [slip.word for slip in slips] == ["Managment"]
    assert found(about("Managment", "checks: {spelling: fr}\n")) == []


@pytest.mark.parametrize(
    "text",
    ["Organised the colour theatre; analysed.", "Organized the color theater; analyzed.",
     "Organized the colour theatre.", "Colour at the Labor Center, by Color Inc.", "Color, color.",
     "A parking meter and 3 metres of cheque, analog dialogs.", "A disc on disk, grey theatre.",
     "Analyzed color. “Organising labour: theatres,” in: Sociology 32.",
     'Color; "on colour". Color.'],
)  # fmt: skip
def test_a_british_and_an_american_cv_are_both_right(text: str) -> None:
    assert found(about(text)) == []


@pytest.mark.parametrize(
    ("text", "more", "words"),
    [("The colour, the flavour, the color.", "", ["color"]),
     ("The color, the flavor; colour.", "", ["colour"]),
     ("Organised and organised, then organized.", "", ["organized"]),
     ("Specialised in drills, organized fairs for an organization.", "", ["Specialised"]),
     ("Organized the colour.", "checks: {spelling: en-US}\n", ["colour"]),
     ("Organized the color.", "checks: {spelling: en-GB}\n", ["color"]),
     ("Organised the color.", "locale: en-US\n", ["Organised"]),
     ("Stabilized the catalogue, a colour and color.", "", ["colour"])],
)  # fmt: skip
def test_british_and_american_mixed(text: str, more: str, words: list[str]) -> None:
    assert found(about(text, more)) == [("spelled-two-ways", word) for word in words]


def test_the_other_spelling_has_a_fix() -> None:
    one = findings(about("The colour, the flavour. Color again."))[0]
    assert one.message == "This is American spelling, the rest is British."
    assert one.fix is not None
    assert one.fix.edits[0].replacement == "Colour"


@pytest.mark.parametrize("seed", ["seed-000", "seed-001", "seed-clean"])
def test_the_seeds_are_read_fast(seed: str) -> None:
    cv = source.read((CASES / f"{seed}.yaml").read_bytes(), "cv.yaml")
    settings = read(cv, TODAY)
    _words.read(cv, settings)  # the tables are in memory: the cold figure is bench's
    begun = time.process_time()
    for rule in rules.load("checks"):
        if rule.id in IDS:
            list(rule.judge(cv, settings))
    assert time.process_time() - begun < 1.5


def test_one_pass_serves_all_checks() -> None:
    cv = document(about("Managment"))
    settings = read(cv, TODAY)
    assert _words.read(cv, settings) is _words.read(cv, settings)
    assert _words.read(cv, read(cv, TODAY)) is not None


def test_suggestions_are_looked_for_only_ten_times(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def suggest(word: str, here: frozenset[str]) -> tuple[str, ...]:
        assert "very" in here
        asked.append(word)
        return ()

    monkeypatch.setattr(_words, "suggest", suggest)
    words = [f"gravu{letter}re" for letter in "abcdefghijklmnop"]
    told = findings(about("; ".join(f"a very big {word}" for word in words)))
    assert [one.id for one in told] == ["unknown-word"] * 16
    assert len(asked) == 10


def flags(path: Path, wishes: Wishes) -> tuple[int, list[Finding]]:
    cv = source.read(path.read_bytes(), path.name)
    settings = read(cv, wishes)
    number = sum(len(text.tokens) for text in _words.read(cv, settings).texts)
    return number, runner.checks(cv, settings)


def test_little_is_flagged_in_cvs_of_many_trades() -> None:
    wishes = Wishes(today="2026-01-15", select=tuple(id for id in IDS if id != "unknown-name"))
    assert len(WORDS) >= 18
    counted = [flags(path, wishes) for path in WORDS]
    words = sum(number for number, _ in counted)
    told = [finding for _, some in counted for finding in some]
    assert words > 2500
    assert 1000 * len(told) / words <= 2
    assert [finding for finding in told if finding.severity == "error"] == []


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_the_cvs_of_many_trades_are_right_else(path: Path) -> None:
    cv = source.read(path.read_bytes(), path.name)
    wishes = Wishes(today="2026-01-15", select=("yaml", "schema"))
    assert runner.checks(cv, read(cv, wishes)) == []


SENTENCES = [
    ("Assess psychosocial needs of oncology patients and facilitate weekly groups.", 5),
    ("Drafted dispositive motions, submissions and opinions on statutory interpretation.", 5),
    ("Designed modular jaws that reduced setup time and trained apprentices.", 5),
    ("Demonstrated interferometry with an ensemble of caesium atoms and wrote software.", 5),
]


def slipped(word: str) -> list[str]:
    """Return five slips of a word, always the same: left out, doubled, swapped, changed, added."""
    at = len(word) // 2
    return [
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        word[:at] + "x" + word[at + 1 :],
        word[:at] + "q" + word[at:],
    ]


def test_slips_are_seen() -> None:
    seen = missed = 0
    for sentence, shortest in SENTENCES:
        for word in sentence.rstrip(".").replace(",", "").split():
            if len(word) < shortest:
                continue
            for wrong in set(slipped(word)) - {word}:
                kinds = [id for id, _ in found(about(sentence.replace(word, wrong)))]
                if "misspelling" in kinds or "unknown-word" in kinds:
                    seen += 1
                else:
                    missed += 1
    assert seen + missed > 100
    assert seen / (seen + missed) >= 0.98

"""Texts in other languages than English: dictionaries found, words told, nothing of English."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from calls import Caller

from cvpress import runner, source
from cvpress.checks import _foreign
from cvpress.finding import Finding
from cvpress.settings import Wishes, read
from cvpress.words import dictionaries, hunspell
from cvpress.words.composed import composed
from cvpress.words.hunspell import Speller

CASES = Path(__file__).parent / "cases"
SMALL = CASES / "dictionaries"
LANGUAGES = sorted((CASES / "languages").glob("*.yaml"))
REAL = ("/usr/share/hunspell", str(Path.home() / "Library/Spelling"))


def findings(text: str, *ids: str, folder: Path | str = SMALL) -> list[Finding]:
    cv = source.read(text.encode(), "cv.yaml")
    wishes = Wishes("2026-01-15", ids, dictionaries=(str(folder),))
    return runner.checks(cv, read(cv, wishes))


def words(text: str, *ids: str, folder: Path | str = SMALL) -> list[tuple[str, str]]:
    """Return id and underlined word of each finding."""
    rows = text.split("\n")
    found = findings(text, *(ids or ("unknown-word", "unknown-name")), folder=folder)
    spans = [(one.id, one.span) for one in found if one.span]
    assert len(spans) == len(found)
    return [(id, rows[at.line - 1][at.column - 1 : at.end_column - 1]) for id, at in spans]


def about(text: str, locale: str, more: str = "") -> str:
    return (
        f"person: {{name: Ada Beispiel}}\nlocale: {locale}\n{more}"
        f"sections:\n  - title: ''\n    id: a\n    text: {text}\n"
    )


def real(tag: str) -> Speller:
    """Return the real dictionary of a language, or skip; CI has them and fails on a skip."""
    found = dictionaries.find(tag, REAL)
    speller = hunspell.load(found.path) if found else None
    if speller is None:
        pytest.skip(f"no Hunspell dictionary of {tag} here")
    return speller


# where dictionaries are found


def lay(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1\nword\n", "utf-8")
        path.with_suffix(".aff").write_text("SET UTF-8\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("wanted", "there", "found"),
    [
        ("de", ["de_AT.dic", "de_DE.dic"], "de_DE.dic"),
        ("de", ["de_AT.dic", "de_DE_frami.dic"], "de_AT.dic"),
        ("de-CH", ["de_DE.dic", "de_CH.dic"], "de_CH.dic"),
        ("de-CH", ["de_AT.dic", "de_DE.dic"], "de_DE.dic"),
        ("fr-CA", ["fr.dic", "fr_BE.dic"], "fr.dic"),
        ("pt-BR", ["pt_AO.dic"], None),
        ("de", ["hyph_de_DE.dic", "index.dic"], None),
        ("es", ["dict-es/es_ES.dic"], "dict-es/es_ES.dic"),
        ("de-at", ["dictionary-de/index.dic", "dictionary-de-at/index.dic"],
         "dictionary-de-at/index.dic"),
        ("d[e", ["de.dic"], None),
        ("../de", ["de.dic"], None),
    ],
)  # fmt: skip
def test_the_dictionary_that_serves_best(
    tmp_path: Path, wanted: str, there: list[str], found: str | None
) -> None:
    got = dictionaries.find(wanted, (str(lay(tmp_path, *there)),))
    assert (got and got.path) == (found and tmp_path / found)


def test_a_dictionary_without_its_rules_is_none(tmp_path: Path) -> None:
    (lay(tmp_path, "de.dic") / "de.aff").unlink()
    assert dictionaries.every((str(tmp_path),)) == []


def test_the_first_folder_wins(tmp_path: Path) -> None:
    one, two = lay(tmp_path / "1", "de.dic"), lay(tmp_path / "2", "de.dic")
    found = dictionaries.find("de", (str(two), str(one), str(tmp_path / "none")))
    assert found is not None
    assert found.path.parent == two


def test_named_folders_go_before_the_variable_and_this_before_the_usual(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert dictionaries.folders() == ()  # as tests/conftest.py says
    monkeypatch.setenv(dictionaries.VARIABLE, os.pathsep.join(["a", "b"]))
    assert dictionaries.folders() == (Path("a"), Path("b"))
    assert dictionaries.folders(("c",)) == (Path("c"),)
    monkeypatch.delenv(dictionaries.VARIABLE)
    assert len(dictionaries.folders()) >= 1


def test_the_command_line_names_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cv = tmp_path / "cv.yaml"
    cv.write_text(about("Gestoin des soins", "fr"), "utf-8")
    call = Caller(capsys)
    assert "unknown-word" not in call("check", str(cv)).out
    ended = call("check", "--dictionaries", str(tmp_path), "--dictionaries", str(SMALL), str(cv))
    assert "unknown-word" in ended.out
    ended = call("check", "--dictionaries", str(tmp_path / "none"), str(cv))
    assert ended.code == 2
    assert "There is no folder" in ended.err


def test_doctor_lists_a_dictionary_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(dictionaries.VARIABLE, "")
    assert "spelling en; a Hunspell dictionary is needed" in Caller(capsys)("doctor").out
    lay(tmp_path, "fr.dic", "de_DE.dic")
    for suffix in (".dic", ".aff"):
        (tmp_path / f"de_AT{suffix}").symlink_to(tmp_path / f"de_DE{suffix}")
    monkeypatch.setenv(dictionaries.VARIABLE, str(tmp_path))
    out = " ".join(Caller(capsys)("doctor").out.split())
    assert "spelling en, de-de (" in out
    assert ", fr (" in out
    assert "de-at" not in out
    monkeypatch.setattr(hunspell, "_library", lambda: None)
    assert "the package chunspell is not installed" in Caller(capsys)("doctor").out


# what is told of texts in another language


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("de", "Verantwortlcih für die Leitung", [("unknown-word", "Verantwortlcih")]),
        ("de", "mit erfahrung und Kasikci", [("unknown-word", "erfahrung"),
                                             ("unknown-name", "Kasikci")]),
        ("de", "Forschungs- und Entwicklungsarbeit", []),
        ("de", "Projektleitung und -arbeit, die -arbeitt", [("unknown-word", "arbeitt")]),
        ("de", "der werkstattgerechte Kurs bzw. die ABC-Leitung der GmbH und KfW", [
            ("unknown-name", "Kurs")]),
        ("de", "die Erfahrung mit machine learning und Python", []),
        ("de", "die Arbeitt, z. B. inkl. der Übung mit PyTorch", [("unknown-word", "Arbeitt")]),
        ("fr", "Gestoin de l’hopital et d'urgences", [
            ("unknown-word", "Gestoin"), ("unknown-word", "hopital")]),
        ("fr", "l'équipe d'aujourd'hui et la recherche de Boğaziçi", []),
        ("fr", "Experience de terrain", [("unknown-word", "Experience")]),
        ("fr", "les ressources et resource", [("unknown-word", "resource")]),
        ("fr", "Machine learning for patients and their families", []),
        ("zh", "负责 PyTorch and recieve", []),
        ("it", "Gestoin dei pazienti", []),
    ],
)  # fmt: skip
def test_words(locale: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert words(about(f'"{text}"', locale)) == expected


def test_help_names_what_may_be_meant() -> None:
    helps = [
        one.help
        for one in findings(about("mit erfahrung; die Leitugn und xqzzv", "de"), "unknown-word")
    ]
    assert helps == [
        "Write “Erfahrung”, or list it under `checks: words` if it is right.",
        "Write “Leitung”, or list it under `checks: words` if it is right.",
        "If it is right, list it under `checks: words`.",
    ]


def test_known_words_and_names_of_the_document() -> None:
    more = "checks: {words: [flumbe]}\n"
    text = about("die flumbe mit Zyzzogeton und Prof. Quuxbert", "de", more)
    text = text.replace("sections:\n", "sections:\n  - title: ''\n    id: b\n    experience:\n"
                        "      - {organization: Zyzzogeton, supervisor: Quuxbert}\n")  # fmt: skip
    assert words(text) == []


def test_each_text_in_its_language() -> None:
    text = (
        "person: {name: Ada Beispiel}\nsections:\n  - title: Managment\n    experience:\n"
        "      - {organization: Quux, lang: fr, summary: Gestoin des soins}\n"
        "      - {organization: Quux, lang: de, summary: die Arbeitt mit erfahrung}\n"
    )
    assert words(text, "unknown-word", "misspelling") == [
        ("misspelling", "Managment"),
        ("unknown-word", "Gestoin"),
        ("unknown-word", "Arbeitt"),
        ("unknown-word", "erfahrung"),
    ]


def test_spelling_goes_before_the_locale() -> None:
    assert words(about("Gestoin des soins", "de", "checks: {spelling: fr}\n")) == [
        ("unknown-word", "Gestoin")
    ]


def test_a_body_is_only_told_for_letters_swapped() -> None:
    text = (
        "person: {name: Ada Beispiel}\nlocale: de\nsections:\n  - title: ''\n    id: a\n"
        "    experience:\n      - {organization: Univeristät Xanten}\n"
        "      - {organization: Forschunng Xyzlingen}\n      - {organization: Werkstett Quux}\n"
    )
    assert words(text) == [("unknown-word", "Univeristät"), ("unknown-word", "Forschunng")]


def test_names_are_cased_in_every_language() -> None:
    text = "Entwicklung mit Pytorch und Github; die Unesco, llama, Latex und Nato"
    for locale in ("de", "fr", "es", "zh"):
        assert words(about(f'"{text}"', locale), "name-casing") == [
            ("name-casing", "Pytorch"),
            ("name-casing", "Github"),
        ]


def test_words_of_another_script_are_not_judged() -> None:
    assert words(about('"für die Leitung und Erfahrung mit Москва und Αθήνα"', "de")) == []


# what is said where spelling can't be checked


def notes(text: str, folder: Path | str) -> list[tuple[str, str]]:
    found = findings(text, "locale-without-words", folder=folder)
    return [(one.path, one.message) for one in found]


def test_a_language_without_a_dictionary_is_told_once(tmp_path: Path) -> None:
    want = "Spelling in “{}” is not checked, for want of a dictionary."
    assert notes(about("Bonjour", "fr"), tmp_path) == [("/locale", want.format("fr"))]
    assert notes(about("Bonjour", "en-GB"), tmp_path) == []
    assert notes(about("你好，世界", "zh"), tmp_path) == []
    assert notes(about("Bonjour", "fr"), SMALL) == []
    entry = (
        "person: {name: Ada Beispiel}\nsections:\n  - title: Work\n    experience:\n"
        "      - {organization: Quux, lang: fr, summary: Gestoin}\n"
        "      - {organization: Quux, lang: fr, summary: Soins}\n"
    )
    assert notes(entry, tmp_path) == []
    entry = entry.replace("Soins", "soins " * 20)
    assert notes(entry, tmp_path) == [("/sections/0/experience/0/lang", want.format("fr"))]


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunspell, "_library", lambda: None)
    hunspell.load.cache_clear()
    try:
        found = findings(about("Gestoin", "fr"), "locale-without-words", "unknown-word")
        assert [one.message for one in found] == [
            "Spelling in “fr” is not checked, for want of the extra `spell`."
        ]
    finally:
        hunspell.load.cache_clear()


# nothing harms


@pytest.mark.parametrize(
    ("dic", "aff"),
    [
        (b"", b"SET UTF-8\n"),
        (b"no number\nword\n", b"SET UTF-8\n"),
        (b"\xff\xfe\x00binary", b"SET UTF-8\n"),
        (b"99999999999999999999\nword\n", b"SET UTF-8\n"),
        (b"2\nword/\xc3\n\xff\xff\n", b"SET no-such-set\n"),
        (b"3\na\n", b"COMPOUNDRULE 5\nCOMPOUNDRULE x*\nSFX A Y 99999\n"),
    ],
)
def test_a_broken_dictionary_brings_nothing_down(tmp_path: Path, dic: bytes, aff: bytes) -> None:
    (tmp_path / "de.dic").write_bytes(dic)
    (tmp_path / "de.aff").write_bytes(aff)
    hunspell.load.cache_clear()
    findings(about("Managment und Übung", "de"), "words", "schema", folder=tmp_path)


def test_a_folder_in_any_script(tmp_path: Path) -> None:
    folder = tmp_path / "Wörter 词典"
    shutil.copytree(SMALL, folder)
    assert words(about("die Arbeitt", "de"), folder=folder) == [("unknown-word", "Arbeitt")]


def test_long_words_never_reach_the_library() -> None:
    class Library:
        def spell(self, word: str) -> bool:
            raise AssertionError(word)

    speller = Speller(SMALL / "de_DE.dic", Library())
    assert speller.knows("x" * 61)
    assert words(about("a" * 10_000, "de")) == []


def test_a_letter_that_the_dictionary_can_not_write_is_not_judged() -> None:
    found = dictionaries.find("fr", (str(SMALL),))
    speller = hunspell.load(found.path) if found else None
    assert speller is not None
    assert speller.knows("Boğaziçi")
    assert speller.suggest("Boğaziçi") == ()


def test_a_word_is_asked_for_once() -> None:
    asked: list[str] = []

    class Library:
        def spell(self, word: str) -> bool:
            asked.append(word)
            return False

    speller = Speller(SMALL / "de_DE.dic", Library())
    assert not speller.knows("a\u0308rger")
    assert not speller.knows("a\u0308rger")
    assert asked == ["ärger"]


# with real dictionaries


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_a_right_cv_gets_no_finding_at_all(path: Path) -> None:
    if path.stem != "zh":
        real(path.stem)
    cv = source.read(path.read_bytes(), path.name)
    wishes = Wishes("2026-01-15", ("all",), ("own-name-missing",), dictionaries=REAL)
    assert runner.checks(cv, read(cv, wishes)) == []


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_two_thousand_words_are_judged_fast(language: str) -> None:
    real(language)
    text = (CASES / "languages" / f"{language}.yaml").read_text("utf-8")
    first, section, rest = text.partition("  - title: ")
    several = first + (section + rest.partition("\nchecks:")[0] + "\n") * 8
    cv = source.read(several.encode(), "cv.yaml")
    settings = read(cv, Wishes("2026-01-15", dictionaries=REAL))
    begun = time.process_time()
    found = _foreign.Foreign(cv, settings)
    assert list(found.meant()) == []
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("de", "Festigkeitsnachweise Hochschulreife werkstattgerechte einsatzgehärteter",
         "Festigkeitnsachweise Hocschulreife projektmanagemnt Kundenbetreung"),
        ("es", "oncológicos farmacocinética vancomicina", "oncólógicos farmacocinetika gestoin"),
        ("fr", "téléconsultation immunothérapie", "téléconsultatoin developpement"),
    ],
)  # fmt: skip
def test_words_made_of_others(language: str, right: str, wrong: str) -> None:
    speller = real(language)
    for word in right.lower().split():
        assert speller.form(word) or composed(word, speller), word
    for word in wrong.lower().split():
        assert not speller.form(word), word
        assert not composed(word, speller), word

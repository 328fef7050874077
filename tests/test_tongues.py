"""A file in several languages: one document for each, and what is said of its maps."""

from __future__ import annotations

from pathlib import Path

import pytest
from calls import process as run

from cvpress import languages, printed, runner, source
from cvpress.errors import UsageError
from cvpress.schema import tongues
from cvpress.schema.fields import fields, sections
from cvpress.schema.validation import problems
from cvpress.settings import Wishes, read
from cvpress.source.document import Document, Scalar

CV = """
locale: [en, de]
person: {name: Ada Example, headline: {en: Historian, de: Historikerin}}
sections:
  - title: {en: Education, de: Ausbildung}
    education:
      - institution: {en: University of Vienna, de: Universität Wien}
        degree: PhD
        start: 2006-10
        end: 2010-05
        courses: [{en: Old Norse, de: Altnordisch}, {name: {en: Latin, de: Latein}, grade: A}]
        highlights:
          - {en: Wrote about salt., de: Über Salz geschrieben.}
          - {text: {en: Taught Latin., de: Latein gelehrt.}, tags: [long]}
          - {en: In English alone., de: }
          - Same in both.
  - title: {en: Works, de: Werke}
    publications:
      - title: {en: Salt Roads, de: Salzwege}
        authors: [Ada Example, {en: Bo of Wessex, de: Bo von Wessex}, {name: Cy, url: "https://example.org"}]
variants:
  german: {lang: de, sections: [education]}
"""


def document(text: str = CV) -> Document:
    """Read a CV."""
    return source.read(text.encode(), "cv.yaml")


def texts(tag: str) -> set[str]:
    """Return the texts of one language."""
    return {
        one.scalar.text for one in fields(languages.choose(document(), tag)) if one.key != "tags"
    }


def said(text: str, **wishes: object) -> list[str]:
    """Return what the checks say: line, column, id."""
    read_as = read(document(text), Wishes(today="2026-01-15", **wishes))  # type: ignore[arg-type]
    found = runner.checks(document(text), read_as)
    return [f"{f.span.line}:{f.span.column} {f.id}" for f in found if f.span]


def test_a_right_file_in_two_languages_is_silent() -> None:
    assert problems(document()) == ()
    assert said(CV) == []


def test_each_language_has_its_texts_and_what_is_for_all() -> None:
    english, german = texts("en"), texts("de")
    assert {
        "Historian",
        "Education",
        "Old Norse",
        "Latin",
        "Taught Latin.",
        "Salt Roads",
    } <= english
    assert {"Historikerin", "Ausbildung", "Altnordisch", "Latein", "Salzwege"} <= german
    assert "In English alone." not in german
    assert {"Ada Example", "PhD", "Same in both.", "Cy"} <= english & german
    assert "Bo von Wessex" in german - english


def test_values_keep_their_places_and_know_their_language() -> None:
    whole, german = document(), languages.choose(document(), "de")
    found = {one.path: one for one in fields(german)}
    title = found["/sections/0/title/de"]
    assert (title.language, title.key, title.role) == ("de", "title", "title")
    assert found["/sections/0/education/0/degree"].language == "en"
    node = whole.node("/sections/0/title/de")
    assert isinstance(node, Scalar)
    assert (node.start, node.text) == (title.scalar.start, "Ausbildung")
    assert [one.title for one in sections(german)] == ["Ausbildung", "Werke"]


def test_a_file_without_maps_is_its_own_document() -> None:
    plain = document("person: {name: A}\nsections: [{title: B, text: C.}]\n")
    assert languages.choose(plain, "en") is plain
    assert tongues.locales(plain) == ("en",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{en: Works, fr: Œuvres}", ["3:32 unknown-key"]),
        ("{fr: Œuvres, es: Obras}", ["3:21 unknown-key", "3:33 unknown-key"]),
        ("{en: Works}", ["3:20 translation-missing"]),
        ("{Works: all}", ["3:21 unquoted-colon"]),
        ("{}", ["3:20 wrong-type"]),
        ("[Works]", ["3:20 wrong-type"]),
    ],
)
def test_what_is_wrong_with_a_map(text: str, found: list[str]) -> None:
    cv = f"locale: [en, de]\nperson: {{name: Ada}}\nsections: [{{title: {text}, text: Same.}}]\n"
    ids = [one for one in said(cv) if "translation" not in one or "translation" in found[0]]
    assert ids == found


def test_words_are_judged_in_their_language() -> None:
    cv = CV.replace("Wrote about salt.", "Wrote abuot salt.")
    assert said(cv) == ["13:24 misspelling"]


def test_what_is_said_of_all_languages_is_said_once() -> None:
    assert said(CV.replace("end: 2010-05", "end: 2001-05")) == ["10:14 date-order"]


def test_an_unknown_language() -> None:
    with pytest.raises(UsageError, match="not written in fr"):
        languages.asked(document(), "fr")
    assert languages.asked(document(), "") == "en"


@pytest.mark.tex
def test_each_language_is_printed(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(CV, "utf-8")
    assert run("build", "--lang", "all", cwd=tmp_path).code == 0
    assert run("build", "--variant", "german", cwd=tmp_path).code == 0
    for name in ("cv.de.pdf", "cv.german.pdf"):
        facts = printed.read((tmp_path / "build" / name).read_bytes())
        text = " ".join(word.text for word in facts.words)
        assert "Universität Wien Oktober 2006 – Mai 2010" in text
        assert facts.metadata["Language"] == "de"
    assert run("prove", "build/cv.de.pdf", "--lang", "de", cwd=tmp_path).code == 0
    assert run("prove", "build/cv.de.pdf", cwd=tmp_path).code == 4

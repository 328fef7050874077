"""CVs in another language that do not say so: told once, and never read as English."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from calls import Caller

from bench.words import cvs
from bench.words.material import SHOWN
from cvpress import checking, letters, source
from cvpress.finding import Finding
from cvpress.schema.undeclared import as_spoken
from cvpress.settings import Wishes, read
from cvpress.words import lookup, recognized

CASES = Path(__file__).parent / "cases"
UNDECLARED = sorted((CASES / "undeclared").glob("*.yaml"))
DECLARED = [
    CASES / "nurse-fr.yaml",
    *sorted((CASES / "languages").glob("*.yaml")),
    *sorted((CASES / "scripts").glob("*.yaml")),
]
ENGLISH = [
    *sorted((CASES / "words").glob("*.yaml")),
    *sorted((CASES / "language").glob("*.yaml")),
    *(CASES / f"{name}.yaml" for name in ("seed-000", "seed-001", "seed-clean", "hard", "long")),
]
_LOCALE = re.compile(r"^locale:.*(\n +- .*)*\n", re.MULTILINE)


def undeclared(path: Path) -> str:
    """Return the text of a CV without its `locale`."""
    return _LOCALE.sub("", path.read_text("utf-8"))


def spoken(text: str) -> str:
    """Return the language that a CV is taken to be in; "" for English."""
    return as_spoken(source.read(text.encode(), "cv.yaml")).spoken


def findings(text: str, *select: str) -> tuple[Finding, ...]:
    cv = checking.opened(text.encode(), "cv.yaml")
    return checking.judge(cv, read(cv, Wishes("2026-01-15", select))).findings


def ids(text: str, *select: str) -> list[str]:
    return [one.id for one in findings(text, *select)]


# what is told


@pytest.mark.parametrize("path", UNDECLARED, ids=lambda path: path.stem)
def test_one_finding_and_no_other_with_every_check_on(path: Path) -> None:
    (found,) = findings(path.read_text("utf-8"), "all")
    assert (found.id, found.severity) == ("locale-missing", "warning")
    assert recognized.name(path.stem) in found.message
    assert f"`locale: {path.stem}`" in found.help
    assert found.span


@pytest.mark.parametrize("path", DECLARED, ids=lambda path: path.stem)
def test_longer_ones_are_known_without_their_locale(path: Path) -> None:
    assert spoken(undeclared(path)) == path.stem.removeprefix("nurse-")
    assert set(ids(undeclared(path))) <= {"locale-missing", "own-name-missing"}


def test_the_first_word_that_tells_is_pointed_at() -> None:
    text = (CASES / "undeclared" / "pl.yaml").read_text("utf-8")
    (found,) = findings(text)
    assert found.path == "/sections/0/title"
    assert found.span
    assert text.split("\n")[found.span.line - 1][found.span.column - 1 :].startswith(
        "Doświadczenie"
    )


def test_what_holds_in_every_language_goes_on() -> None:
    text = (CASES / "undeclared" / "fr.yaml").read_text("utf-8")
    text = text.replace("vendus en", "vendus en en").replace("2019-03", "2019-13")
    text = text.replace("accueil des", "Github des").replace("degree:", "degreee:")
    assert sorted(ids(text)) == [
        "date-invalid",
        "locale-missing",
        "name-casing",
        "repeated-word",
        "unknown-key",
    ]


def test_a_language_that_is_not_said_is_not_spelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CVPRESS_DICTIONARIES", str(CASES / "dictionaries"))
    text = (CASES / "undeclared" / "fr.yaml").read_text("utf-8")
    assert ids(text) == ["locale-missing"]
    assert "unknown-word" in ids(f"locale: fr\n{text}")


def test_an_ignore_of_what_is_not_asked_is_no_fault() -> None:
    text = (CASES / "undeclared" / "it.yaml").read_text("utf-8")
    assert ids(f"{text}checks: {{ignore: [misspelling]}}\n") == ["locale-missing"]


def test_it_is_printed_as_it_says() -> None:
    cv = checking.opened((CASES / "undeclared" / "de.yaml").read_bytes(), "cv.yaml")
    checked = checking.judge(cv, read(cv, Wishes("2026-01-15")))
    assert checked.document.spoken == ""
    assert checked.settings.locales == ("en",)


def test_letters_with_their_accents_beside_them_and_in_capitals() -> None:
    for name in ("fr", "vi", "ro", "cs", "tr"):
        text = (CASES / "undeclared" / f"{name}.yaml").read_text("utf-8")
        apart = unicodedata.normalize("NFD", text)
        assert ids(apart, "locale-missing") == ["locale-missing"]
        assert spoken(apart) == name
    texts = ["İŞ DENEYİMİ", "ÜRETİM İÇİN", "EĞİTİM", "DİLLER"]
    assert recognized.recognize(texts) == "tr"
    assert recognized.shown("İŞ DENEYİMİ", "tr") == (0, 2)
    assert recognized.shown(unicodedata.normalize("NFD", "Mes études"), "fr") == (4, 11)


def test_a_letter_is_judged_by_its_own_words(tmp_path: Path) -> None:
    cv = tmp_path / "cv.yaml"
    cv.write_text(undeclared(CASES / "seed-clean.yaml"), "utf-8")
    mail = tmp_path / "mail.yaml"
    mail.write_text(
        "opening: Madame, Monsieur,\nbody: >\n  Votre annonce pour un poste de jardinier m'a plu, "
        "car je suis dans ce métier depuis dix ans et je connais les plantes du littoral.\n",
        "utf-8",
    )
    checked = checking.check(cv.as_posix(), Wishes())
    assert [one.id for one in letters.check(mail.as_posix(), checked).findings] == [
        "locale-missing"
    ]


def test_reports_tell_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cv = tmp_path / "cv.yaml"
    cv.write_bytes((CASES / "undeclared" / "ja.yaml").read_bytes())
    call = Caller(capsys)
    assert "This CV reads as Japanese" in call("check", str(cv)).out
    assert call("check", "--strict", str(cv)).code == 1
    (row,) = json.loads(call("check", "--format", "json", str(cv)).out)["findings"]
    assert (row["id"], row["path"], row["fix"]) == ("locale-missing", "/sections/0/title", None)


# English stays English


@pytest.mark.parametrize("part", SHOWN)
def test_no_english_cv_is_taken_for_another_language(part: str) -> None:
    for seed in range(1, 4):
        for cv in cvs.generate(part, seed):  # type: ignore[arg-type]
            assert (cv.name, spoken(_LOCALE.sub("", cv.text))) == (cv.name, "")


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
def test_nor_is_one_of_the_cases(path: Path) -> None:
    assert spoken(undeclared(path)) == ""


ACADEMIC = """
person: {name: Hélène Vauquelin-Roche, headline: Historian of the book}
sections:
  - title: Education
    education:
      - institution: École nationale des chartes
        degree: Diplôme d'archiviste paléographe
        thesis: Les libraires de la rue Saint-Jacques et le commerce du livre au XVIe siècle
        date: 2011
      - institution: Université de Paris-Sorbonne
        degree: Licence d'histoire de l'art et d'archéologie
        honors: mention très bien avec les félicitations du jury
        date: 2008
  - title: Appointments
    experience:
      - organization: Centre national de la recherche scientifique
        title: Chargée de recherche
        start: 2015
        end: present
      - organization: Université de Tours
        title: Maître de conférences en histoire moderne
        start: 2012
        end: 2015
  - title: Publications
    publications:
      - {title: Le livre et la ville dans la France de la Renaissance, venue: Revue de synthèse}
      - {title: Une imprimerie au temps des guerres de Religion, venue: Annales du Midi}
      - title: Lire, écrire et vendre sur les quais de la Seine
        venue: Presses universitaires de Rennes
  - title: Awards
    awards: [{title: Prix de la meilleure thèse de la Société de l'histoire de France}]
  - title: Languages
    languages: [{language: French, fluency: native}, {language: Italian, fluency: good}]
"""
HALF = """
person: {name: Jana Zwiesprach}
sections:
  - title: Experience
    experience:
      - organization: Kupferwerk Solms
        highlights:
          - Led a team of six that planned the repair of the furnaces with our own staff.
          - Leitung eines Teams von sechs Leuten, das die Reparatur der Öfen plante.
          - Wrote the manual from which all of the works are run, also by night.
          - Verfasste das Handbuch, nach dem alle Anlagen auch bei Nacht gefahren werden.
"""


@pytest.mark.parametrize(
    "text",
    [
        ACADEMIC,
        HALF,
        "",
        "person:\n",
        "person: {name: Ada Example}\nsections: [{title: About, text: Machiniste}]\n",
        "person: {name: Ada Example}\nsections: [{title: '', id: a, text: Chef de cuisine}]\n",
        "person: {name: 王伟 Example}\nsections: [{title: Education, bullets: [清华大学]}]\n",
        "person: {name: Ada Example}\nsections:\n  - title: Work\n    bullets:\n"
        "      - Managed Chez Paul and La Maison du Chocolat; trained staff.\n"
        "      - Cooked at Les Halles, Café de Flore, Le Pain Quotidien.\n",
    ],
    ids=["academic", "half", "empty", "nobody", "word", "three-words", "Han", "restaurants"],
)
def test_what_is_near_another_language(text: str) -> None:
    assert spoken(text) == ""


TERMS = (
    "Aalto Brno Chopin Dvorak Espoo Fauré Gdynia Hajdu Ibsen Janacek Kodaly Lully Mahler Nono Orff "
    "Pärt Ravel Sibelius Telemann Ullmann Verdi Weill Xenakis Ysaye Zemlinsky Alkan Berio Cage "
    "Elgar Finzi Grieg Holst Ives Joplin Krenek Lekeu Medtner Nielsen Onslow Piston Quantz Reger"
)


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["Chef dans une brasserie depuis 2010"], ""),  # so short, nothing is sure
        (["Chef dans une brasserie de Lyon depuis 2010"], "fr"),
        (["Hôtel de Dijon, Gare de Lyon, Café de Flore, Port de Brest, Pont de Nevers"], ""),
        (["Les Halles, La Coupole, Chez Paul, Du Pain", TERMS], ""),
        (["Praca w zespole oraz z klientem, także o świcie"], "pl"),
        (["K i K, L i L, M i M, N z N, O z O, P z P, Q w Q, R w R"], ""),
        (["Driver's, e.g. i.e. w/ o/ z/ C. S. (a) (e) R&D x-y, Rust-o-matic lub oraz dla"], ""),
        (
            [
                "Les Halles, La Coupole, Chez Paul, Du Pain",
                "Managed forty staff, trained waiters, planned menus",
            ],
            "",
        ),
        (["Les Halles, La Coupole, Chez Paul, Du Pain", "Encadrement d'équipes"], "fr"),
    ],
)
def test_what_tells_a_language(texts: list[str], language: str) -> None:
    assert recognized.recognize(texts) == language


def test_headings_and_names_of_languages_tell_it() -> None:
    text = (
        "person: {name: Ada Example}\nsections:\n"
        "  - title: Expérience professionnelle\n"
        "    experience: [{organization: Brasserie Lipp, title: Serveuse, date: 2021}]\n"
        "  - {title: Langues, languages: [{language: Français}, {language: Anglais}]}\n"
    )
    assert spoken(text) == "fr"


def test_the_academic_draws_nothing() -> None:
    assert ids(ACADEMIC) == []


@pytest.mark.parametrize(
    "more", ["locale: en-GB\n", "checks: {spelling: en}\n", "locale: fr\n", "locale: [en, fr]\n"]
)
def test_what_is_said_goes_before_what_is_read(more: str) -> None:
    text = undeclared(CASES / "nurse-fr.yaml").replace("checks:\n  today: 2026-01-15\n", "")
    found = set(ids(more + text))
    assert "locale-missing" not in found
    assert ("misspelling" in found) == (more != "locale: fr\n")


def test_a_text_in_several_languages_is_not_one_of_them() -> None:
    text = (CASES / "undeclared" / "fr.yaml").read_text("utf-8")
    text = text.replace("title: Formation", "title: {fr: Formation, en: Education}")
    assert "locale-missing" not in ids(text)


def test_entries_that_say_their_language_tell_nothing_of_the_rest() -> None:
    text = (
        "person: {name: Ada Example}\nsections:\n  - title: Publications\n    publications:\n"
        "      - title: Le livre\n        lang: fr\n"
        "        summary: L'histoire du livre et des libraires dans la ville pour les enfants.\n"
    )
    assert spoken(text) == ""
    assert spoken(text.replace("        lang: fr\n", "")) == "fr"


# a text in another language, in the midst of English


@pytest.mark.parametrize(
    "text",
    [
        "Responsable de la unidad de mezclas intravenosas y de nutrición parenteral.",
        "L'extension du tramway et ses abords, du schéma directeur à l'avant-projet.",
        "Gestione della rete interna, assistenza tecnica e acquisti.",
        "Ablösung der Excel-Tabellen durch ein Modul; Übergabe an die Abteilung.",
        "Fremstiller stole og borde af eg efter kundernes egne tegninger.",
        "Torták és sütemények készítése a nagyobb rendezvényekre.",
        "Visites guiades per als clients, amb tast de tres vins.",
    ],
)
def test_is_not_read_as_english(text: str) -> None:
    cv = "person: {name: Ada Example}\nsections:\n  - title: Work\n    bullets:\n"
    assert ids(f"{cv}      - Led a team of six.\n      - {text}\n", "words") == []


@pytest.mark.parametrize(
    "text",
    [
        "Managment of the Hôtel de la Paix et des Arts, Menton",
        "Managment, Hôtel de Menton",
        "Trained staff in kitchen managment, Hôtel de Menton",
        "Managment de Menton",
        "Managment, Zotero, Gephi, C & S, Pajek, Nvivo",
    ],
)
def test_names_in_english_hide_no_slip(text: str) -> None:
    cv = "person: {name: Ada Example}\nsections:\n  - title: Work\n    bullets:\n"
    told = ids(f'{cv}      - Led a team of six.\n      - "{text}"\n', "misspelling")
    assert told == ["misspelling"]


# the table


def rows() -> dict[str, list[str]]:
    lines = (Path(recognized.__file__).parents[1] / "data" / "small.txt").read_text("utf-8")
    cells = (line.split("\t") for line in lines.splitlines() if not line.startswith("#"))
    return {tag: words.split() for tag, _, words in cells}


def test_no_small_word_of_another_language_is_english() -> None:
    for tag, words in rows().items():
        assert len(words) == len(set(words)) > 15, tag
        assert [word for word in words if word != unicodedata.normalize("NFC", word.lower())] == []
        if tag != recognized.ENGLISH:
            assert [word for word in words if word in lookup.common() and len(word) > 1] == [], tag


def test_no_language_is_told_by_fewer_than_the_table_has() -> None:
    assert set(rows()) >= {path.stem for path in UNDECLARED} | {"en"}
    assert next(iter(rows())) == "en"
    assert list(rows())[1:] == sorted(set(rows()) - {"en"})

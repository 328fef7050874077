"""CVs in scripts that pdfTeX's fonts don't have: printed by latexmk with XeLaTeX, and read back."""

from __future__ import annotations

import subprocess
import unicodedata
from functools import cache
from pathlib import Path

import pictures
import pypdfium2
import pytest
from builds import Laid, lay
from need import need

from cvpress import bidi, faces, fonts, pipeline, printed, render
from cvpress.lettering import BREAK, Lettering
from cvpress.printed import leftward
from cvpress.proofs.stream import Stream
from cvpress.proofs.tokens import texts
from cvpress.settings import Wishes
from cvpress.view.words import Run, Words

pytestmark = pytest.mark.tex
FOLDER = Path(__file__).parent / "cases" / "scripts"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
EACH = pytest.mark.parametrize("language", LANGUAGES)


@cache
def built(language: str) -> pipeline.Built:
    need("xelatex")
    return pipeline.build(str(FOLDER / f"{language}.yaml"), Wishes(), pipeline.Order())


@cache
def laid(language: str) -> Laid:
    look = {"ja": "compact", "ko": "modern", "ar": "academic", "fa": "engineering"}
    look |= {"ru": "academic", "el": "banking"}
    return lay((FOLDER / f"{language}.yaml").read_text("utf-8"), look.get(language, "classic"))


@EACH
def test_a_cv_is_printed_and_proved(language: str) -> None:
    done = built(language)
    assert [found for found in done.findings if found.severity == "error"] == []
    assert (done.failed, done.pages) == (0, 1)
    assert "latexmk with XeLaTeX: embedded" in done.why


@EACH
def test_another_reader_finds_the_same_in_the_same_order(language: str, tmp_path: Path) -> None:
    """Poppler; of a page that goes to the left its letters and digits, laid out as on the page."""
    (tmp_path / "cv.pdf").write_bytes(built(language).pdf)
    left = bidi.leftward(language)
    argv = [need("pdftotext"), *(["-layout"] if left else []), "cv.pdf", "-"]
    done = subprocess.run(argv, cwd=tmp_path, capture_output=True, check=True, timeout=60)
    copied, at = bare(done.stdout.decode("utf-8"), left), 0
    for text in texts(laid(language).view.words()):
        found = copied.find(bare(text.plain, left), at)
        assert found >= 0, (text.plain, copied[at : at + 80])
        at = found


def bare(text: str, letters: bool) -> str:
    """Return a text without white space, signs of direction, points and case."""
    made = unicodedata.normalize("NFD", text).replace("…", "...").casefold()
    kept = (c for c in made if unicodedata.category(c) not in ("Mn", "Cf") and not c.isspace())
    return "".join(c for c in kept if c.isalnum() or not letters)


def test_the_same_bytes() -> None:
    need("xelatex")
    again = pipeline.build(str(FOLDER / "he.yaml"), Wishes(), pipeline.Order())
    assert again.pdf == built("he").pdf
    assert b"Date" not in again.pdf


def test_a_date_that_the_user_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    need("xelatex")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    done = pipeline.build(str(FOLDER / "vi.yaml"), Wishes(), pipeline.Order(tagged=False))
    assert b"/CreationDate(D:20231114221320-00'00')" in done.pdf


def test_capitals_leave_the_names_of_faces_alone() -> None:
    need("xelatex")
    one = lay((FOLDER / "zh.yaml").read_text("utf-8"), "banking")
    page = one.view.dressed("noto-serif")
    made = Laid(one.document, one.settings, page, one.theme, render.body(page, one.theme))
    assert made.told(made.press(engine="latexmk")) == []


@pytest.mark.parametrize("language", ["ar", "fa", "he"])
def test_a_page_that_goes_to_the_left(language: str) -> None:
    """Headings stand at the right edge, dates at the left one, bullets right of their text."""
    page = printed.read(built(language).pdf)
    edge = max(word.box.right for word in page.words)
    start = min(word.box.left for word in page.words)
    titles = [section.title.plain for section in laid(language).view.sections if section.title]
    for title in titles:
        first = title.split()[0].replace("\u200c", "")
        assert [w for w in page.words if w.text == first and edge - w.box.right < 1], title
    bullets = [at for at, word in enumerate(page.words) if word.text == "•"]
    bullets = [at for at in bullets if edge - page.words[at].box.right < 40]
    assert len(bullets) >= 2
    assert all(page.words[at].box.left > page.words[at + 1].box.right for at in bullets)
    years = [w for w in page.words if w.text.isdigit() and len(w.text) == 4]
    assert min(word.box.left for word in years) - start < 60


PLACED = """
locale: {}
person: {{name: {}, phone: "+961 1 350 000", email: layla@example.org, location: {}}}
sections:
  - title: {}
    education: [{{institution: {}, degree: {}, start: 2016-09, end: 2020-06}}]
"""
ARABIC = ("ليلى حداد", "بيروت", "التعليم", "الجامعة الأميركية في بيروت", "بكالوريوس")
HEBREW = ("דנה לוי", "תל אביב", "השכלה", "אוניברסיטת תל אביב", "תואר ראשון")


@pytest.mark.parametrize("theme", ["classic", "sidebar", "modern", "banking"])
@pytest.mark.parametrize(
    "words", [("ar", *ARABIC), ("en", *ARABIC), ("he", *HEBREW), ("en", *HEBREW)]
)
def test_a_phone_and_dates_beside_letters_that_go_to_the_left(
    words: tuple[str, ...], theme: str, tmp_path: Path
) -> None:
    """PDFium ends a line within a phone or between two dates."""
    need("xelatex")
    cv = tmp_path / "cv.yaml"
    cv.write_text(PLACED.format(*words), "utf-8")
    done = pipeline.build(str(cv), Wishes(), pipeline.Order(theme=theme))
    assert [found.message for found in done.findings if found.severity == "error"] == []


def test_a_place_that_goes_to_the_left_before_a_phone(tmp_path: Path) -> None:
    need("xelatex")
    cv = tmp_path / "cv.yaml"
    person = "person: {name: Ada Example, location: שלום, phone: +32 16 55 01 00}\n"
    cv.write_text(f"{person}sections: [{{title: About, text: A line.}}]\n", "utf-8")
    done = pipeline.build(str(cv), Wishes(), pipeline.Order())
    assert [found.message for found in done.findings if found.severity == "error"] == []


def test_a_name_that_goes_to_the_left_in_a_page_that_does_not() -> None:
    need("xelatex")
    cv = lay("person: {name: Noa (נועה בן־דוד) Example}\nsections: [{title: About, text: A line.}]")
    page = cv.view.dressed("noto-sans")
    made = Laid(cv.document, cv.settings, page, cv.theme, render.body(page, cv.theme))
    pdf = made.press(engine="latexmk")
    assert made.told(pdf) == []
    assert [word.text for word in printed.read(pdf).words][:5] == [
        *("Noa", "(נועה", "בן־דוד)", "Example", "About"),
    ]


# What the page is told


def told(text: str, language: str = "zh", **style: bool) -> str:
    return Lettering("noto-sans", language).words(Words((Run(text, **style),)))


def test_faces_are_chosen_by_letter() -> None:
    need("xelatex")
    assert told("Go & Rust") == r"Go \& Rust"
    assert told("见Go") == r"\cvface{sans-sc}{见}" + BREAK + "Go"
    assert told("見", "ja") == r"\cvface{sans-jp}{見}"
    assert told("見", "zh-Hant-TW") == r"\cvface{sans-tc}{見}"
    assert told("한", "ko-KR", bold=True) == r"\textbf{\cvface{sans-kr}{한}}"
    assert told("→", "en") == r"\cvface{math}{→}"
    assert told("x→一", code=True).startswith(r"\cvcode{x→")


def test_lines_break_between_signs_of_han_but_not_before_a_full_stop() -> None:
    need("xelatex")
    shown = told("他说：“好。”2020年（上海）").replace(BREAK, "|")
    assert shown == r"\cvface{sans-sc}{他|说：|“好。”}2020\cvface{sans-sc}{年|（上|海）}"
    assert BREAK not in told("한국어 문장", "ko")


def test_a_line_that_goes_to_the_left_is_told_word_by_word() -> None:
    need("xelatex")
    assert told("שלום Go", "en") == r"\cvR{\cvw{\cvface{sans-hebrew}{שלום}}} Go"
    assert told("Go שלום", "he") == r"\cvL{\cvw{Go}} \cvw{\cvface{sans-hebrew}{שלום}}"
    assert told("+1 2", "he") == r"\cvL{\cvw{+1} \cvw{2}}"
    assert told("א).", "he") == r"\cvw{\cvr{\cvface{sans-hebrew}{א}.(}}"
    assert Lettering("noto-sans", "he").text("head") == "head"
    assert Lettering("noto-sans", "he").text(" (") == r" \cvw{)}\cvparts{}"


# Which way letters go


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("ab", 0, "00"),
        ("ab", 1, "22"),
        ("אב", 0, "11"),
        ("a אב b", 0, "001100"),
        ("א 12 ב", 0, "112211"),
        ("א 12,5% ב", 1, "112222211"),
        ("ab (אב) c", 0, "000011000"),
        ("א (ab) ב", 1, "11122111"),
        ("א ab (c) ב", 1, "1122222211"),
        ("م 12%", 1, "11221"),
        ("א +972 3 555 12 b", 0, "10000000000000000"),
        ("א +972 3 555 12 ב", 1, "11222222222222211"),
    ],
)
def test_levels(text: str, base: int, levels: str) -> None:
    assert "".join(map(str, bidi.levels(text, base))) == levels


@pytest.mark.parametrize(
    ("seen", "base", "levels"),
    [
        ("א, 12 ab", 0, "10000000"),  # texts beside each other
        ("12 א ab", 0, "0001000"),
        ("א 12 ב", 0, "112211"),
        ("ב 21 555 3 972+ א", 1, "11222222222222211"),
    ],
)
def test_levels_of_what_is_seen_from_the_start_of_a_line(seen: str, base: int, levels: str) -> None:
    assert "".join(map(str, bidi.levels(seen, base, seen=True))) == levels


def test_three_lines_that_are_one_to_pdfium() -> None:
    """The last bullet first, a space at the wrong end of its word, a raised sign."""
    letters = "ג• בb* • a •\r\nc"
    left, height = [9, 0, 0, 20, 9, 15, 20, 0, 0, 9, 0, 0, 0, 0, 0], [0] * 3 + [12] * 6 + [24] * 6
    place = lambda at: (left[at], height[at], left[at] + 6.0, height[at] + 10.0)  # noqa: E731
    raised = lambda at: (15, 19.0, 20.0, 24.0) if at == 5 else place(at)  # noqa: E731
    read = leftward.read(letters, "en", raised, lambda at: height[at])
    assert read
    assert read.letters == "• a\n• b*ב\n• ג\r\nc"
    signs = [at for letter, at in zip(read.letters, read.order, strict=True) if letter == "•"]
    assert signs == [11, 7, 1]


MIRRORED = """
locale: he
person:
  name: דנה לוי
  location: חיפה
  email: dana@example.org
  profiles: [{{network: GitHub, username: dana}}]
  photo: me.png
sections:
  - title: ניסיון
    experience: [{{organization: חברה, title: מנהלת, start: 2020, end: 2023}}]
  - title: כישורים
    skills: [{{label: תכנות, items: [Python, Go, C++]}}]
design: {{theme: {}, icons: {}}}
"""


@pytest.mark.parametrize("icons", ["true", "false"])
@pytest.mark.parametrize("theme", ["sidebar", "classic"])
def test_what_stands_at_the_sides_is_mirrored(
    theme: str, icons: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The photo is left of the name, an icon right of its address."""
    need("xelatex")
    monkeypatch.chdir(tmp_path)
    Path("me.png").write_bytes(pictures.png(300, 400))
    Path("cv.yaml").write_text(MIRRORED.format(theme, icons), "utf-8")
    done = pipeline.build("cv.yaml", Wishes(), pipeline.Order())
    assert [found.message for found in done.findings if found.severity == "error"] == []
    words = {word.text: word.box for word in printed.read(done.pdf).words}
    with pypdfium2.PdfDocument(done.pdf) as document:
        found = document[0].get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
        photo = next(found).get_bounds()
    assert photo[2] < words["דנה"].left - 100
    if icons == "true":
        assert words["GitHub:"].left > words["dana"].right + 2
    assert words["Python,"].left > words["Go,"].left > words["C++"].left


NUMBERED = """
locale: ar
person: {{name: ليلى حداد, also_known_as: [L. Haddad]}}
sections:
  - title: منشورات
    numbering: descending
    publications:
      - {{title: Deep learning of things, authors: [L. Haddad], date: 2020}}
      - {{title: الجامعة الأميركية, authors: [ليلى حداد], date: 2018}}
design: {{theme: {}, margins: {{left: 3, right: {}}}}}
"""


@pytest.mark.parametrize(("theme", "right"), [("academic", 0.5), ("academic", 3), ("classic", 2)])
def test_numbers_of_entries_in_a_page_that_goes_to_the_left(
    theme: str, right: float, tmp_path: Path
) -> None:
    """The point is left of the number, and all of it within the margins."""
    need("xelatex")
    cv = tmp_path / "cv.yaml"
    cv.write_text(NUMBERED.format(theme, right), "utf-8")
    done = pipeline.build(str(cv), Wishes(), pipeline.Order())
    assert [found.message for found in done.findings if found.severity == "error"] == []
    assert [word.text for word in printed.read(done.pdf).words if word.text[0] in "12"] == [
        *("2.", "2020", "1.", "2018"),
    ]


BESIDE = """
person: {{name: Ada Example, location: "{0}", phone: {1}, website: example.org}}
sections:
  - title: Referees
    references:
      - {{name: Bo Li, organization: "{0}", location: "{0}", phone: {1}}}
      - {{name: Cy Ra, location: "{0}", email: a@b.example, phone: {1}}}
  - title: Jobs
    experience:
      - organization: "{0}"
        title: Clerk
        location: "{0}"
        date: 2020
        highlights: ["Called {0} {1} each day.", "{0}: {1}, 2020", "From {1} to {0}."]
  - title: Awards
    awards: [{{title: Prize, issuer: "{0}", amount: "2,000", date: 2019}}]
design: {{icons: {2}}}
"""


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("icons", ["true", "false"])
@pytest.mark.parametrize("phone", ["+972 3 555 1234", "(03) 555 1234"])
@pytest.mark.parametrize("place", ["תל אביב", "בירות, לבנון", "بيروت, لبنان", "חיפה (Haifa)"])
def test_a_place_that_goes_to_the_left_in_an_english_cv(
    place: str, phone: str, icons: str, tagged: bool, tmp_path: Path
) -> None:
    need("xelatex")
    cv = tmp_path / "cv.yaml"
    cv.write_text(BESIDE.format(place, phone, icons), "utf-8")
    done = pipeline.build(str(cv), Wishes(), pipeline.Order(tagged=tagged))
    assert [found.message for found in done.findings if found.severity == "error"] == []


def test_a_line_is_read_from_what_is_seen() -> None:
    """As PDFium tells it: words turned one by one, each letter with its place."""
    seen = ".Inc Google שלום"
    where = {0: 40, 1: 20, 2: 26, 3: 34, 4: 0, **{5 + n: 60 + 6 * n for n in range(6)}}
    where = {**dict(enumerate([96, 78, 84, 90, 74, 40, 46, 52, 58, 62, 68, 110]))}
    where |= {12 + n: 140 - 6 * n for n in range(4)}
    place = lambda at: (where[at], 0.0, where[at] + 6.0, 10.0)  # noqa: E731
    read = leftward.read(seen, "en", place, lambda _: 0.0)
    assert read
    assert read.letters == "Google Inc. שלום"
    assert [place(at)[0] for at in read.order][:3] == [40, 46, 52]
    assert leftward.read("Google Inc.", "en", place, lambda _: 0.0) is None


def test_every_kin_is_a_face() -> None:
    assert {font.kin for font in fonts.FONTS.values()} == set(faces.MAIN)


TURNED = "בנתה C++ (100%) מערכת"


def test_what_goes_both_ways_is_found_in_any_order_with_all_its_letters() -> None:
    (text,) = texts([Words((Run(TURNED),), "/a")])
    words = ["כהן", *reversed(text.tokens), "•"]
    stream = Stream(tuple(words), tuple(range(len(words))), ())
    assert stream.find(text, 0) == (1, len(words) - 1)
    assert stream.find(text, 2) is None
    assert Stream(tuple(words[:-3]), tuple(range(len(words) - 3)), ()).find(text, 0) is None
    (one_way,) = texts([Words((Run("בנתה מערכת"),), "/a")])
    assert Stream(("מערכת", "בנתה"), (0, 1), ()).find(one_way, 0) is None
    (latin,) = texts([Words((Run("C++ (100%)"),), "/a")])
    assert Stream(tuple(reversed(latin.tokens)), tuple(range(7)), ()).find(latin, 0) is None


def test_a_line_that_can_be_read_in_several_ways_is_no_finding(tmp_path: Path) -> None:
    need("xelatex")
    head = "person: {name: דנה כהן}\nlocale: he\nsections:\n"
    cv = f"{head}  - {{title: ניסיון, text: '{TURNED}'}}\n"
    (tmp_path / "cv.yaml").write_text(cv, "utf-8")
    done = pipeline.build(str(tmp_path / "cv.yaml"), Wishes(), pipeline.Order())
    assert (done.findings, done.failed) == ((), 0)

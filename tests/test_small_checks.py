"""Double spaces, brackets, leftovers, doubles, scores, marks, phones, arXiv, profiles."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress import phones, runner, source
from cvpress.finding import Finding
from cvpress.settings import Wishes, read
from cvpress.source.document import Document

PERSON = {"name": "Ada Example"}
ABOUT = [{"title": "About", "text": "A first line."}]


def document(text: str) -> Document:
    return source.read(text.encode(), "cv.yaml")


def found(id: str, cv: Document) -> list[Finding]:
    wishes = Wishes(today="2026-01-15", select=(id,))
    return [one for one in runner.checks(cv, read(cv, wishes)) if one.id == id]


def said(id: str, **top: Any) -> list[str]:
    """Return what stands at the places of the findings."""
    cv = document(json.dumps({"person": PERSON, "sections": ABOUT, **top}, ensure_ascii=False))
    spans = [one.span for one in found(id, cv) if one.span]
    return [cv.text[span.column - 1 : span.end_column - 1] for span in spans]


def prose(id: str, text: str, **top: Any) -> list[str]:
    """Return what a check points at in a text."""
    return said(id, sections=[{"title": "About", "text": text}], **top)


# --- double-space ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *("One sentence.  Another one.", "Really?  Yes!  So: “so.”  So (so.)  So.", "`a  b`"),
        *(
            "a b",
            " a b ",
            "王  伟",
            "one\n\ntwo",
            "x = `a  b`.  D",
            "姓名\u3000\u3000王伟",
            "p\u00a0%",
        ),
    ],
)
def test_one_space_is_enough(text: str) -> None:
    assert prose("double-space", text) == []


@pytest.mark.parametrize(
    ("text", "place", "fixed"),
    [
        ("a  b", "  ", "a b"),
        ("a    b", "    ", "a b"),
        ("Dr. A, B.  c  d", "  ", "Dr. A, B.  c d"),
        ("5 \u00a0%", " \u00a0", "5\u00a0%"),
        ("5\u202f \u202f%", "\u202f \u202f", "5\u202f%"),
        ("a ** b** c  d", "  ", "a ** b** c d"),
        ("**a**  [b](https://x.org)", "  ", "**a** [b](https://x.org)"),
        ("a [ b](https://x.org)", " [ ", "a [b](https://x.org)"),
    ],
)
def test_two_spaces_are_told_and_one_is_kept(text: str, place: str, fixed: str) -> None:
    sections = [{"title": "A", "text": text}]
    cv = document(json.dumps({"person": PERSON, "sections": sections}, ensure_ascii=False))
    (finding,) = found("double-space", cv)
    assert finding.span is not None
    assert finding.fix is not None
    line = cv.text
    assert line[finding.span.column - 1 : finding.span.end_column - 1] == place
    for edit in reversed(finding.fix.edits):
        line = line[: edit.span.column - 1] + edit.replacement + line[edit.span.end_column - 1 :]
    assert json.loads(line)["sections"][0]["text"] == fixed


def test_lines_of_a_block_are_joined_by_one_space() -> None:
    text = (
        "person: {name: Ada}\nsections:\n- title: A\n  text: |\n    one  \n       two\n    three\n"
    )
    assert found("double-space", document(text)) == []


# --- unbalanced-bracket ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *("f(x)[y]{z}", "a) one, b) two", "1) a 2) b", "(1) a (2) b", "i) x; iv) y", "2.1) x"),
        *("on [0, 1)", "in (0, 1] and ]0, 1[", "(for x in [0, ∞))", "fun :-) and :(", "(so :-))"),
        *("`if (x`", "论文（三篇)", "《书》【奖】「词」", "\\(open", "[a](https://x.org/b(c))"),
        *("(CVPR [oral])", "(a) (b)", "see (7 or 8)", "x(t) f(x)", "((a) b)", "[x: a) y b) z]"),
    ],
)
def test_brackets_that_are_whole_or_alone_by_right(text: str) -> None:
    assert prose("unbalanced-bracket", text.replace("\\(", "")) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("IEEE (CVPR 2020", ["("]),
        ("CVPR 2020)", [")"]),
        ("a (b [c) d", ["["]),
        ("(a]", ["]"]),
        ("{a", ["{"]),
        ("论文（三篇", ["（"]),
        ("《书", ["《"]),
        ("(a) b) cc) (", ["(", ")"]),
        ("]a (b", ["]", "("]),
        ("**(a** b", ["("]),
    ],
)
def test_half_a_bracket_is_told(text: str, places: list[str]) -> None:
    assert sorted(prose("unbalanced-bracket", text)) == sorted(places)


def test_what_a_comma_cut_is_told_once() -> None:
    text = "person: {name: A}\nsections: [{title: B, bullets: [(Python, R), c]}]\n"
    cv = document(text)
    assert found("unbalanced-bracket", cv) == []
    assert len(found("cut-by-comma", cv)) == 1


# --- placeholder-text -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *(
            "A TODO app in React",
            "TODO list, TodoMVC",
            "Todo",
            "A lorem ipsum generator",
            "XXX cycle",
        ),
        *("Ciclo XXX", "Super Bowl XXX", "Your Name Engraved, a shop", "Chapter XX, 20 %", "X-ray"),
        *("the x% rule", "Name and title", "List<T> and Map<K, V>", "City", "`[Name]`", "Title IX"),
        *(
            "[Nature](https://x.org)",
            "what? why?",
            "f(x)",
            "a [sic] in it",
            "Muster in Niedersachsen",
        ),
        *(
            "Insert here a coin",
            "Wrote the paper “Company Names in Use”",
            "$X$ and $XX$",
            "SpaceX %",
        ),
    ],
)
def test_texts_that_someone_means(text: str) -> None:
    assert prose("placeholder-text", text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("TODO", "TODO"),
        ("Led a team. TODO: how many?", "TODO:"),
        ("TODO(ada): ask", "TODO(ada):"),
        ("Led it (TODO)", "(TODO"),
        ("TODO add numbers", "TODO"),
        ("FIXME later", "FIXME"),
        ("Cut costs by X%", "X%"),
        ("Cut costs by XX %.", "XX %"),
        ("Saved $XX a year", "$XX"),
        ("[Your Company]", "[Your Company]"),
        ("Worked at <Company Name> in [City]", "<Company Name>"),
        ("At [COMPANY NAME]", "[COMPANY NAME]"),
        ("Your Name", "Your Name"),
        ("Insert your text here.", "Insert your text here."),
        ("City, State", "City, State"),
        ("Lorem ipsum dolor sit amet", "Lorem ipsum dolor"),
        ("Vorname Nachname", "Vorname Nachname"),
        ("Musterstraße 1, Musterstadt", "Musterstraße"),
        ("TBD", "TBD"),
    ],
)
def test_what_was_never_replaced(text: str, place: str) -> None:
    assert prose("placeholder-text", text)[0].strip('"') == place


def test_where_a_leftover_is_right() -> None:
    assert prose("placeholder-text", "TODO", locale="es") == []
    assert prose("placeholder-text", "TODO: LO BUENO", locale="es") == []
    talk = {"title": "Salt", "event": "TBD", "location": "TBD"}
    sections = [{"title": "Talks", "talks": [talk]}]
    assert len(said("placeholder-text", sections=sections)) <= 1
    cycle = {"institution": "A", "details": [{"label": "Cycle", "text": "XXX"}]}
    assert said("placeholder-text", sections=[{"title": "A", "education": [cycle]}]) == []
    assert said("placeholder-text", checks={"words": ["TODO"]}) == []


@pytest.mark.parametrize(
    ("key", "value", "count"),
    [
        ("email", "your.name@example.com", 1),
        ("email", "youremail@gmail.com", 1),
        ("email", "ada@yourdomain.com", 1),
        ("website", "https://your-website.com", 1),
        ("email", "jane.doe@example.org", 0),
        ("website", "https://example.org/your/own", 0),
        ("phone", "123-456-7890", 1),
        ("phone", "+1 (123) 456-7890", 1),
        ("phone", "(000) 000-0000", 1),
        ("phone", "555-555-5555", 1),
        ("phone", "+1 (xxx) xxx-xxxx", 1),
        ("phone", "+33 1 23 45 67 89", 0),
        ("phone", "+33 6 00 00 00 00", 0),
        ("phone", "+1 555 010 0199", 0),
        ("phone", "+886 2 2222 2222", 0),
        ("name", "John Doe", 0),
        ("name", "First Last", 1),
        ("headline", "Jane Doe Fellow", 0),
    ],
)
def test_leftovers_of_the_person(key: str, value: str, count: int) -> None:
    assert len(said("placeholder-text", person={**PERSON, key: value})) == count


# --- duplicate-entry ------------------------------------------------------------------------------


def doubles(kind: str, *items: Any) -> list[str]:
    return said("duplicate-entry", sections=[{"title": "A", kind: list(items)}])


PAPER = {"title": "Salt Roads of Flanders", "authors": ["Ada Example"], "venue": "Nature"}


@pytest.mark.parametrize(
    "other",
    [
        {"date": 2021},
        {"date": 2020, "venue": "Science"},
        {"date": 2020, "venue": "Nature", "status": "submitted"},
        {"pages": "1–9"},
        {"doi": "10.1000/y"},
        {"arxiv": "2101.00001"},
        {"venue": None},
        {"title": "Salt Roads of Flanders II"},
    ],
)
def test_papers_that_something_tells_apart(other: dict[str, Any]) -> None:
    one = {**PAPER, "date": 2020, "pages": "10–19", "doi": "10.1000/x"}
    assert doubles("publications", one, {**PAPER, **other}) == []


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"title": "SALT *roads* of Flanders."},
        {"authors": ["A. Example", "B. Lee"]},
        {"doi": "10.1000/x", "arxiv": "2101.00001"},
        {"note": "Oral"},
    ],
)
def test_papers_that_are_one(other: dict[str, Any]) -> None:
    one = {**PAPER, "date": 2020, "doi": "10.1000/x"}
    assert len(doubles("publications", one, {**PAPER, **other})) == 1


def test_lists_in_which_the_same_may_stand_twice() -> None:
    assert doubles("publications", {"title": "A", "authors": ["Y. Li", "Y. Li"]}) == []
    assert doubles("awards", {"title": "Prize", "date": [2019, 2019]}) == []
    post = {"organization": "A", "title": "Clerk", "highlights": ["Filed."]}
    assert doubles("experience", {**post, "date": 2019}, {**post, "date": 2020}) == []
    twin = {"title": "A", "bullets": ["One thing."]}
    assert said("duplicate-entry", sections=[twin, twin]) == []
    assert (
        doubles("skills", {"label": "A", "items": ["SQL"]}, {"label": "B", "items": ["SQL"]}) == []
    )
    assert doubles("bullets", "One.", "Two.", {"text": "Three."}) == []


def test_doubles_in_lists_of_every_kind() -> None:
    assert doubles("bullets", "One thing.", {"text": "one *thing*"}) == []  # a map says more
    assert doubles("bullets", "One thing.", "one  *thing*") == ['"one  *thing*"']
    assert doubles("skills", {"label": "A", "items": ["SQL", "R", "SQL"]}) == ['"SQL"']
    assert doubles(
        "awards", {"title": "Prize", "date": 2019}, {"date": 2019, "title": "prize"}
    ) == ["2019"]
    assert doubles("projects", {"name": "a", "technologies": ["R", "R"]}) == ['"R"']
    person = {**PERSON, "email": ["a@b.example", "a@b.example"]}
    assert said("duplicate-entry", person=person) == ['"a@b.example"']
    ignored = {"title": "Prize", "ignore": ["date-gap"]}
    assert doubles("awards", {"title": "Prize"}, ignored) == ['"Prize"']


def test_a_thousand_papers_of_one_title_take_no_time() -> None:
    papers = [{**PAPER, "venue": f"V{number}"} for number in range(1000)]
    assert doubles("publications", *papers) == []


# --- score-above-scale ----------------------------------------------------------------------------


def score(**given: Any) -> list[str]:
    study = {"institution": "A", "score": given}
    return said("score-above-scale", sections=[{"title": "A", "education": [study]}])


@pytest.mark.parametrize(
    "given",
    [
        *({"value": 3.9, "scale": 4.0}, {"value": 4, "scale": 4}, {"value": "18,5", "scale": 20}),
        *(
            {"value": "1,3", "scale": "1,0"},
            {"value": 5, "scale": 1},
            {"value": "1.3", "scale": 4.0},
        ),
        *({"value": "92 %", "scale": 4.0}, {"value": "92%", "scale": 100}, {"value": "92%"}),
        *({"value": "1,520", "scale": 1600}, {"value": 1520, "scale": "1,600"}, {"value": "First"}),
        *(
            {"value": 4.5, "scale": 4.0, "label": "Weighted GPA"},
            {"value": "110 e lode", "scale": 110},
        ),
        *({"value": "A*", "scale": "A"}, {"value": "5/120"}, {"value": "3.9/4.0"}, {"value": 9}),
        *({"value": "4.0", "scale": "4.0 (US)"}, {"value": "3.875", "scale": "4.0"}),
    ],
)
def test_scores_within_their_scale(given: dict[str, Any]) -> None:
    assert score(**given) == []


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"value": 4.9, "scale": 4.0}, "4.9"),
        ({"value": "4,9", "scale": "4,0"}, '"4,9"'),
        ({"value": "21/20"}, "21"),
        ({"value": "104 %", "scale": "100 %"}, '"104 %"'),
        ({"value": "4.875", "scale": 4}, '"4.875"'),
        ({"value": 9, "scale": 1}, "9"),
    ],
)
def test_scores_above_their_scale(given: dict[str, Any], place: str) -> None:
    assert score(**given) == [place]


def test_scores_in_texts() -> None:
    assert prose("score-above-scale", "GPA: 3.9/4.0, CGPA 9.1 / 10, GPA 3.9") == []
    assert prose("score-above-scale", "a weighted GPA of 4.5/4.0") == []
    assert prose("score-above-scale", "with a GPA of 4.83/4.0.") == ["4.83"]


# --- mark-unused ----------------------------------------------------------------------------------


def test_marks() -> None:
    marks = {"lead": {"text": "Led it."}}
    used = [{"title": "A", "bullets": [{"text": "B.", "marks": ["lead"]}]}]
    paper = {"title": "B", "authors": [{"name": "C", "marks": ["lead"]}]}
    author = [{"title": "A", "publications": [paper]}]
    misspelt = [{"title": "A", "bullets": [{"text": "B.", "marks": ["leed"]}]}]
    assert said("mark-unused", marks=marks) == ['"lead"']
    assert said("mark-unused", marks=marks, sections=used) == []
    assert said("mark-unused", marks=marks, sections=author) == []
    assert said("mark-unused", marks=marks, sections=misspelt) == []
    assert said("mark-unused", marks={"equal-contribution": {"text": "A."}}) != []
    assert said("mark-unused", marks={}) == said("mark-unused", marks=None) == []


# --- phone-malformed ------------------------------------------------------------------------------

PHONES = {
    "+32 16 55 01 00": "+3216550100",
    "+44 (0)20 7946 0958": "+442079460958",
    "+49 (0) 221 47108": "+4922147108",
    "0221/4710815-12": "0221471081512",
    "+49 2241 / 1234567": "+4922411234567",
    "(02) 955 01 00": "029550100",
    "1-800-FLOWERS": "18003569377",
    "13 CATS": "132287",
    "+1 (555) 010-0123 ext. 12": "+15550100123;ext=12",
    "+1 555 010 0123 x12": "+15550100123;ext=12",
    "+1.555.010.0123#5": "+15550100123;ext=5",
    "+7 495 010-45-67 доб. 12": "+74950104567;ext=12",
    "+49 221 47108 Durchwahl 12": "+4922147108;ext=12",
    "Tel.: 02 99 01 00 00 (office)": "0299010000",
    "０３−１２３４−５６７８": "0312345678",
    "+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧": "+966501234567",
    "00 49 221 4710815": "00492214710815",
    "+683 4000": "+6834000",
    "4711": "4711",
    "+86 138-0013-8000": "+8613800138000",
    "011 32 16 55 01 00": "01132165501 00".replace(" ", ""),
    "+54 9 11 1234-5678": "+5491112345678",
    "8 (495) 123-45-67": "84951234567",
    "+1 555.010.0123 ; 9": "+15550100123" + "9",
}


@pytest.mark.parametrize(("number", "dialled"), PHONES.items())
def test_right_numbers_of_all_forms(number: str, dialled: str) -> None:
    assert phones.judge(number) is None
    assert phones.dialled(number) == dialled


@pytest.mark.parametrize(
    ("number", "word"),
    [
        ("+32 16 5S0 10 00", "S"),
        ("+32 16 55 O1 00", "O"),
        ("+32 16 55 l1 00", "l"),
        ("on request", "on request"),
        ("tel:+3216550100", "tel:"),
        ("+32 16 55@01", "@"),
        ("(02 955 01 00", "("),
        ("02) 955 01 00", ")"),
        ("((02) 955 01 00", "("),
        ("02 955 01 00, 0470 55 01 99", "02 955 01 00, 0470 55 01 99"),
        ("+32 2 955 01 00 / +32 470 55 01 99", "+32 2 955 01 00 / +32 470 55 01 99"),
        ("02 955 01 00 or 0470 55 01 99", "02 955 01 00 or 0470 55 01 99"),
        ("32+16 55 01 00", "+"),
        ("++32 16 55 01 00", "+"),
        ("+0049 221 4710815", "+00"),
        ("+0 221 4710815", "+0"),
        ("+1234 5678 9012 3456", "+1234 5678 9012 3456"),
        ("1234567890123456", "1234567890123456"),
        ("+32 16", "+32 16"),
        ("+1 (312) 555-01", "+1 (312) 555-01"),
        ("+1 312 555 010", "+1 312 555 010"),
        ("12", "12"),
    ],
)
def test_numbers_that_nobody_can_dial(number: str, word: str) -> None:
    slip = phones.judge(number)
    assert slip is not None
    assert slip.help
    assert number[slip.start : slip.end] == word


@given(st.text(max_size=40))
def test_no_number_raises_and_only_digits_are_dialled(text: str) -> None:
    phones.judge(text)
    assert re.fullmatch(r"[0-9+*#]*(;ext=\d+)?", phones.dialled(text))


@given(
    st.integers(2, 999).filter(lambda code: not str(code).startswith("1")),
    st.integers(10**6, 10**11),
    st.sampled_from([" ", "-", ".", "/", "\u00a0"]),
)
def test_groups_of_an_international_number_are_free(code: int, rest: int, sign: str) -> None:
    digits = str(rest)
    number = f"+{code} {sign.join(digits[at : at + 3] for at in range(0, len(digits), 3))}"
    if len(f"{code}{rest}") <= phones.MOST:
        assert phones.judge(number) is None
        assert phones.dialled(number) == f"+{code}{rest}"


# --- arxiv-malformed ------------------------------------------------------------------------------


def arxiv(number: str) -> list[Finding]:
    paper = {"title": "A", "authors": ["Ada Example"], "arxiv": number}
    sections = [{"title": "P", "publications": [paper]}]
    cv = document(json.dumps({"person": PERSON, "sections": sections}))
    return found("arxiv-malformed", cv)


@pytest.mark.parametrize(
    "number",
    [
        *("0704.0001", "1412.9999", "1501.00001", "2408.12757", "2408.12757v1", "2408.12757v12"),
        *("hep-th/9901001", "math.GT/0309136", "math/0309136v2", "cond-mat/0703999", "cs/0001001"),
        *(
            "arXiv:2408.12757",
            "https://arxiv.org/abs/2408.12757v2",
            " 2408.12757 ",
            "astro-ph/9204001",
        ),
        *("cmp-lg/9404001", "solv-int/9901001", "physics.optics/0703001"),
    ],
)
def test_numbers_of_both_kinds(number: str) -> None:
    assert arxiv(number) == []


@pytest.mark.parametrize(
    ("number", "fixed"),
    [
        ("http://arxiv.org/abs/2408.12757", "2408.12757"),
        ("https://arxiv.org/pdf/2408.12757v2.pdf", "2408.12757v2"),
        ("https://www.arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
        ("arxiv: 2408.12757", "2408.12757"),
        ("arXiv:2408.12757 [cs.DC]", "2408.12757"),
        ("2408.12757.", "2408.12757"),
        ("https://doi.org/10.48550/arXiv.2408.12757", ""),
        ("2413.12757", ""),
        ("2400.12757", ""),
        ("0703.0001", ""),
        ("2408.1275", ""),
        ("1412.00001", ""),
        ("9912.00001", ""),
        ("2408.127571", ""),
        ("2408-12757", ""),
        ("240812757", ""),
        ("2408.12757v0", "2408.12757"),
        ("hep-tx/9901001", ""),
        ("hep-th/0704001", ""),
        ("hep-th/9913001", ""),
        ("hep-th/990100", ""),
        ("2408.12757, 2408.12758", ""),
        ("https://arxiv.org/pdf/2413.12757", ""),
        ("NanoFlow", ""),
    ],
)
def test_numbers_that_no_paper_has(number: str, fixed: str) -> None:
    (finding,) = arxiv(number)
    edits = finding.fix.edits if finding.fix else ()
    assert "".join(edit.replacement for edit in edits) == fixed


# --- profile-url-mismatch -------------------------------------------------------------------------


def profile(network: str, url: str, username: str = "") -> list[str]:
    one = {"network": network, "url": url, **({"username": username} if username else {})}
    cv = document(json.dumps({"person": {**PERSON, "profiles": [one]}, "sections": ABOUT}))
    return [finding.message for finding in found("profile-url-mismatch", cv)]


@pytest.mark.parametrize(
    ("network", "url", "username"),
    [
        ("GitHub", "https://github.com/ada", "ada"),
        ("GitHub", "https://github.com/Ada/", "@ada"),
        ("GitHub", "https://github.com/ada/salt?tab=x#y", "ada"),
        ("GitHub", "https://gist.github.com/ada/1", "ada"),
        ("GitHub", "https://ada.github.io", "ada"),
        ("GitHub", "https://github.com/orgs/ada/people", "ada"),
        ("github", "https://git.example.org/ada", "ada"),
        ("GitLab", "https://gitlab.example.org/ada", "ada"),
        ("LinkedIn", "https://www.linkedin.com/in/ada-example-9a8b7c6/", "ada-example"),
        ("LinkedIn", "https://nl.linkedin.com/in/adaexample", "ada-example"),
        ("LinkedIn", "https://www.linkedin.com/in/ada-9", "Ada Example"),
        ("LinkedIn", "https://www.linkedin.com/company/ada", "x"),
        ("X", "https://twitter.com/ada", "@ada"),
        ("Twitter", "https://x.com/ada", "ada"),
        ("Google Scholar", "https://scholar.google.be/citations?user=AbCdEfGhIjKJ&hl=nl", "ada"),
        (
            "Google Scholar",
            "https://scholar.google.com/citations?hl=en&user=AbCdEfGhIjKJ",
            "AbCdEfGhIjKJ",
        ),
        ("Stack Overflow", "https://stackoverflow.com/users/123/ada", "ada"),
        ("Stack Overflow", "https://stackoverflow.com/users/123/ada", "123"),
        ("Mastodon", "https://social.example/@ada", "ada@other.example"),
        ("Medium", "https://ada.medium.com", "ada"),
        ("ORCID", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("DBLP", "https://dblp.uni-trier.de/pid/1/2.html", "1/2"),
        ("YouTube", "https://www.youtube.com/channel/UC1", "ada"),
        ("Guild", "https://github.com/ada", "bob"),
        ("GitHub", "mailto:ada@example.org", "ada"),
        ("GitHub", "#", "ada"),
        ("GitHub", "https://xn--mnchen-3ya.example/ada", "ada"),
    ],
)
def test_profiles_that_may_be_right(network: str, url: str, username: str) -> None:
    assert profile(network, url, username) == []


@pytest.mark.parametrize(
    ("network", "url", "username", "message"),
    [
        ("GitHub", "https://gitlab.com/ada", "", "This is an address of GitLab, not of GitHub."),
        ("ORCID", "https://github.com/ada", "", "This is an address of GitHub, not of ORCID."),
        ("Mastodon", "https://x.com/ada", "", "This is an address of X, not of Mastodon."),
        ("GitHub", "https://github.com/bob", "ada", "bob"),
        ("LinkedIn", "https://linkedin.com/in/bob-lee", "ada", "bob-lee"),
        ("X", "https://twitter.com/bob", "@ada", "bob"),
        ("Google Scholar", "https://scholar.google.com/citations?user=AbCdEf", "AbCdEg", "AbCdEf"),
        ("GitHub", "https://gihub.com/ada", "ada", "This site is not the one of GitHub."),
        ("GitHub", "https://github.com", "ada", "This is the front page of GitHub, not a profile."),
    ],
)
def test_profiles_that_lead_elsewhere(network: str, url: str, username: str, message: str) -> None:
    if " " not in message:
        message = f"This address is of the user “{message}”, not “{username.removeprefix('@')}”."
    assert profile(network, url, username) == [message]


def test_every_network_knows_its_own_address() -> None:
    from cvpress.networks import NETWORKS, url

    for network in NETWORKS:
        own = "ada9@social.example" if network.name == "Mastodon" else "ada9"
        address = url(network, own)
        assert profile(network.name, address, own) == []
        if network.name != "Mastodon":
            assert profile("ORCID", address) == [
                f"This is an address of {network.name}, not of ORCID."
            ]
            other = profile(network.name, url(network, "bob8"), own)
            assert other == ["This address is of the user “bob8”, not “ada9”."]


# --- equal contribution ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("authors", "equal", "count"),
    [
        (["A", "B"], 2, 0),
        (["A", "B", "..."], 2, 0),
        (["A", "..."], 2, 0),
        (["A", "et al."], 3, 0),
        ([{"name": "A"}, "B"], ["A", "B"], 0),
        (["A"], 2, 1),
        (["A", "B"], 3, 1),
        (None, 2, 1),
        (["A", "B"], ["A", "C"], 1),
        (["A", "B"], ["A"], 1),
        (["A", "B"], 1, 1),
        (["A", "B"], True, 1),
        (["A", "B"], None, 0),
    ],
)
def test_equal_contributions_are_of_authors_that_are_named(
    authors: Any, equal: Any, count: int
) -> None:
    paper = {"title": "P", "authors": authors, "equal_contribution": equal}
    cv = document(
        json.dumps({"person": PERSON, "sections": [{"title": "P", "publications": [paper]}]})
    )
    ids = ("wrong-value", "wrong-type")
    assert sum(len(found(id, cv)) for id in ids) == count


# --- all of them ----------------------------------------------------------------------------------

IDS = (
    *("double-space", "unbalanced-bracket", "placeholder-text", "duplicate-entry", "mark-unused"),
    *("score-above-scale", "phone-malformed", "arxiv-malformed", "profile-url-mismatch"),
)
KEYS = [
    *("phone", "profiles", "network", "url", "username", "publications", "title", "arxiv"),
    *("score", "value", "scale", "marks", "equal_contribution", "authors"),
]
ANY: Any = st.recursive(
    st.none() | st.booleans() | st.integers(0, 99) | st.text("(a1]/ XX%.:+x@", max_size=12),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(KEYS), below),
    max_leaves=12,
)


@given(ANY, ANY, ANY)
def test_no_shape_raises(person: Any, section: Any, marks: Any) -> None:
    cv = document(json.dumps({"person": person, "sections": [section], "marks": marks}))
    settings = read(cv, Wishes(today="2026-01-15", select=IDS))
    runner.checks(cv, settings)

"""The punctuation and content checks beyond their manual pages: what fires, what never may."""

from __future__ import annotations

import importlib
import time

import pytest
from one_check import SETTINGS, fixed, problems, prose

from cvpress import source


def words(id: str, cv: dict[str, object]) -> list[str]:
    """Return what the carets stand under."""
    return [
        scalar.text[slice(*problem.at)] if problem.at else scalar.text
        for problem, scalar in problems(id, cv)
    ]


def entry(kind: str, **fields: object) -> dict[str, object]:
    return {"person": {"name": "Ada Example"}, "sections": [{"title": "x", kind: [fields]}]}


# --- missing-space -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("By Prof.Mingyu Gao", "Prof.Mingyu", "By Prof. Mingyu Gao"),
        ("By (Prof.Dr.Müller)", "Prof.Dr.Müller", "By (Prof. Dr. Müller)"),
        ("By **Prof**.Mingyu Gao", "Prof**.Mingyu", "By **Prof**. Mingyu Gao"),
        ("With K.Zhu there", "K.Zhu", "With K. Zhu there"),
        ("With J.R.R.Tolkien", "J.R.R.Tolkien", "With J.R.R. Tolkien"),
        ("Python,C++ and Go", "Python,C", "Python, C++ and Go"),
        ("one,two;three", "one,two;three", "one, two; three"),
        ("the end.Start of it", "end.Start", "the end. Start of it"),
        ("in 2020.Developed a", "2020.Developed", "in 2020. Developed a"),
        ("at ICML 2024,Vienna", "2024,Vienna", "at ICML 2024, Vienna"),
        ("in Vienna,2024", "Vienna,2024", "in Vienna, 2024"),
        ("Prüfung bestanden.Danach", "bestanden.Danach", "Prüfung bestanden. Danach"),
    ],
)
def test_missing_space(text: str, word: str, right: str) -> None:
    assert words("missing-space", prose(text)) == [word]
    assert fixed("missing-space", prose(text)) == right


@pytest.mark.parametrize(
    "text",
    [
        "Node.js, Vue.js, ASP.NET, Next.Js, Socket.Io, Booking.Com", "e.g. this, i.e. that, etc.",
        "U.S. and U.K. firms", "Ph.D., B.Sc., M.Eng., D.Phil", "B.Sc in x, M.Ed at y, B.Tech(Hons)",
        "3.5 of 4.0, 1,000,000", "https://a.Example/b,c", "mail a.Bee@c.Dee", "report.Final.pdf",
        "in C:\\temp.New", "snake_case.Name", "f(mean,std) and torch.Tensor", "N,N-dimethyl, x,y",
        "C.elegans and E.coli", "z.B. und d.h. so", "A&amp;nbsp B", "北京,上海", "v2.Beta",
        "`a.The,b`", "Lab.", "a,b,c", "Dr.-Ing. Example", "9,Main St", "Co., Ltd.",
    ],
)  # fmt: skip
def test_no_missing_space(text: str) -> None:
    assert words("missing-space", prose(text)) == []


def test_brands_and_lists_of_authors_are_no_prose() -> None:
    cv = entry("experience", organization="J.Crew", title="At Data.World")
    assert words("missing-space", cv) == []
    assert words("missing-space", entry("publications", title="t", authors=["K.Zhu"])) == []
    known = {"person": {"name": "Ada Example", "also_known_as": ["A.Example"]}, "sections": []}
    assert words("missing-space", known) == []


# --- closing-punctuation-mixed -----------------------------------------------------------------


def bullets(*texts: object) -> dict[str, object]:
    return entry("projects", name="p", highlights=list(texts))


@pytest.mark.parametrize(
    ("texts", "word", "right"),
    [
        (["Built the thing.", "Sold the thing"], "thing", "Sold the thing."),
        (["Built the **thing**", "Sold it all."], "thing", "Built the **thing**."),
        (["See the [report](https://a.b)", "Sold it all."], "report", "See the [report](https://a.b)."),
        (["Built the thing", "Sold the lot", "Ran it all."], "all.", "Ran it all"),
        (["Built the (big) thing", "Sold the lot", "Ran it (all.)"], "(all.)", "Ran it (all)"),
        (["设计并实现了系统。", "发表了三篇论文", "完成了测试。"], "文", "发表了三篇论文。"),
        (["Is it so?", "It is not so", "It is so."], "so", "It is not so."),
    ],
)  # fmt: skip
def test_closing_punctuation(texts: list[str], word: str, right: str) -> None:
    assert words("closing-punctuation-mixed", bullets(*texts)) == [word]
    assert fixed("closing-punctuation-mixed", bullets(*texts)) == right


@pytest.mark.parametrize(
    "texts",
    [
        ["Built the thing.", "Sold the thing."],
        ["Built the thing", "Sold the thing"],
        ["Built the thing.", "Python", "Great work"],
        ["Built the thing", "Sold it to Example Inc.", "Moved to the U.S.", "With K. Zhu et al."],
        ["Built the thing:", "sold it all;", "Ran it all."],
        ["Built the thing", "Sold the lot", "Ran it all. Then sold it all."],
        [{"text": "Built the thing.", "highlights": ["a big one", "a small one"]}],
    ],
)
def test_even_ends(texts: list[object]) -> None:
    assert words("closing-punctuation-mixed", bullets(*texts)) == []


def test_depths_of_an_entry_are_judged_together_and_apart() -> None:
    inner = [{"text": "Built it all.", "highlights": ["one big thing."]},
             {"text": "Sold it all.", "highlights": ["one big lot"]}]  # fmt: skip
    assert words("closing-punctuation-mixed", bullets(*inner)) == ["lot"]


def test_a_section_of_bullets_is_one_list() -> None:
    cv = {"sections": [{"title": "x", "bullets": ["Built the thing.", {"text": "Sold the lot"}]}]}
    assert words("closing-punctuation-mixed", cv) == ["lot"]


# --- range-hyphen ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2021-2022", "2021–2022"),
        ("in 2021 - 2022.", "in 2021–2022."),
        ("(2021--22)", "(2021–22)"),
        ("since 2021-present", "since 2021–present"),
        ("March-June 2023", "March–June 2023"),
        ("Jan 2020 - Mar. 2021", "Jan 2020 – Mar. 2021"),
        ("May 3-5, 2023", "May 3–5, 2023"),
        ("3-5 May 2023", "3–5 May 2023"),
        ("10-20 % of 5-10 years", "10–20 % of 5–10 years"),
        ("2.5-3.5x and $5-10 M", "2.5–3.5x and $5–10 M"),
        ("pp. 3-17", "pp. 3–17"),
        ("**2021**-2022", "**2021**–2022"),
    ],
)
def test_range(text: str, right: str) -> None:
    assert fixed("range-hyphen", prose(text)) == right


@pytest.mark.parametrize(
    "text",
    [
        "2021–2022", "2021-09-15", "2021-09", "CMU-15445", "call 555-1234 or +1 555-2010-2020",
        "ISBN 978-3-16-148410-0", "grant no. 2019-2022", "GPT-4 and 2-3 trees", "50-50, 24-7, 9-5",
        "3-0 win", "2022-2021", "20-10 %", "FY2021-2022-A", "a/2021-2022/b", "co-author",
        "`2021-2022`", "COVID-19-20 people", "the 5-6-year plan", "x-2021-2022", "May-Britt Moser",
        "i7-8 GB", "1-1 %", "arXiv:2001.12345",
    ],
)  # fmt: skip
def test_no_range(text: str) -> None:
    assert words("range-hyphen", prose(text)) == []


def test_ranges_of_pages_and_volumes() -> None:
    cv = entry("publications", title="t", venue="Nature 612, 45-50", pages="123--145")
    assert words("range-hyphen", cv) == ["45-50", "123--145"]
    assert words("range-hyphen", entry("publications", title="t", pages="12-3")) == []
    assert words("range-hyphen", entry("publications", title="t", venue="ICML 12-50")) == []


def test_the_hyphen_is_right_in_some_languages() -> None:
    assert words("range-hyphen", {"locale": "es", **prose("2021-2022")}) == []
    assert words("range-hyphen", {"locale": "de-AT", **prose("2021-2022")}) == ["2021-2022"]


# --- latex-in-text -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "^{*}", r"$\mid C++, SQL$", r"\textbf{bold}", r"\%", "``quoted''", "$k$", "$O(n)$", "$x^2$",
        r"\LaTeX", r"\alpha", r"\'e", r"\"{o}", r"\c{c}",
        r"\href{https://a.b}{\textit{c}}", "^{th}",
        "_{i}", "---", "$a_1$",
    ],
)  # fmt: skip
def test_latex(text: str) -> None:
    assert words("latex-in-text", prose(f"so {text} it")) == [text]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (r"5\% of R\&D", "5% of R&D"),
        (r"\textbf{a} \emph{b} \texttt{c}", "**a** *b* `c`"),
        ("``a'' --- b -- c", "“a” — b – c"),
        ("a---b", "a—b"),
        ("Fig.~3", "Fig. 3"),
    ],
)
def test_latex_has_a_cure(text: str, right: str) -> None:
    assert fixed("latex-in-text", prose(text)) == right


@pytest.mark.parametrize(
    "text",
    [
        "$5 and $6", "US$5M_x for $6", r"C:\temp\new\file", r"\\server\share", r"DOMAIN\user",
        "snake_case", "LaTeX", "O(n^2)", r"\*a\* \[b\]", r"`\textbf{x}`", "a -> b --verbose", "{x}",
        "~20 people, ~/bin", "it''s", "well-known", "$HOME and $PATH", r"AC\DC",
    ],
)  # fmt: skip
def test_no_latex(text: str) -> None:
    assert words("latex-in-text", prose(text)) == []


# --- no text is slow ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "piece", ["A.", "2020-2021 ", r"\a{", "$a(", "``a", "Prof.Ada ", "{}", "[a](#)"]
)
def test_hostile_text_costs_what_it_weighs(piece: str) -> None:
    checks = ["missing-space", "closing-punctuation-mixed", "range-hyphen", "latex-in-text"]
    start = time.process_time()
    for id in [*checks, "unbalanced-emphasis", "placeholder-link"]:
        problems(id, bullets(piece * (50_000 // len(piece)), "Built it all."))
    assert time.process_time() - start < 5


# --- placeholder-link, own-name-missing, author-style-mixed -------------------------------------


def test_placeholder_links_in_texts_lists_and_fields() -> None:
    cv = entry("projects", name="[a](#)", url="#", links=[{"label": "b", "url": "#"}])
    assert words("placeholder-link", cv) == ["[a](#)", "#", "#"]
    none = entry(
        "projects", name="a [b] (#) [c](#top)", links=[{"label": "b"}], url="https://a.b/#c"
    )
    assert words("placeholder-link", none) == []


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"authors": ["K. Zhu", {"name": "A. Example", "marks": ["m"]}]}, "A. Example"),
        ({"authors": ["K. Zhu", "Example A"]}, "Example A"),
    ],
)
def test_an_author_may_be_the_person(fields: dict[str, object], word: str) -> None:
    assert words("own-name-missing", entry("publications", title="t", **fields)) == [word]


@pytest.mark.parametrize(
    "fields",
    [
        {}, {"authors": []}, {"authors": ["Ada Example"]}, {"authors": ["Example, Ada*"]},
        {"authors": ["K. Zhu", "..."]}, {"authors": ["K. Zhu", "et al."]},
        {"authors": ["K. Zhu"], "editors": [{"name": "Ada Example"}]},
    ],
)  # fmt: skip
def test_the_person_is_or_may_be_among_them(fields: dict[str, object]) -> None:
    assert problems("own-name-missing", entry("publications", title="t", **fields)) == []
    assert problems("own-name-missing", entry("patents", title="t", authors=["K. Zhu"])) == []


def test_the_help_can_be_written_into_the_file_as_it_stands() -> None:
    written = {"authors": ["K. Zhu", "**A.** Example"]}
    (found,) = problems("own-name-missing", entry("publications", title="t", **written))
    assert found[0].help.endswith("also_known_as: [A. Example].")
    written = {"authors": ["K. Zhu", "Example, A."]}
    (found,) = problems("own-name-missing", entry("publications", title="t", **written))
    assert found[0].help.endswith('also_known_as: ["Example, A."].')


@pytest.mark.parametrize(
    ("id", "cv"),
    [
        ("own-name-missing", "publications: [{title: t, authors: [Zhu, K., Example, A.]}]"),
        ("unbalanced-emphasis", "text: *Bold thing"),
    ],
)
def test_what_yaml_has_cut_or_stumbled_at_is_told_once(id: str, cv: str) -> None:
    head = "person: {name: Ada Example}\nsections:\n  - title: x\n    "
    document = source.read(f"{head}{cv}\n".encode(), "cv.yaml")
    check = importlib.import_module(f"cvpress.checks.{id.replace('-', '_')}").check
    assert document.faults
    assert not list(check(document, SETTINGS))


@pytest.mark.parametrize(
    ("names", "wrong"),
    [
        (["K.Zhu", "Y. Zhao", "L.Zuo"], ["K.Zhu", "L.Zuo"]),
        (["K. Zhu", "Y. Zhao", "L Zuo"], ["L Zuo"]),
        (["K. Zhu", "Zhao, Y.", "L. Zuo"], ["Zhao, Y."]),
        (["Zhu, K.", "Zhao, Y.", "L. Zuo"], ["L. Zuo"]),
        (["K.Zhu", "Y.Zhao"], []),
        (["Zhu, K.", "Y. Zhao", "L. Zuo"], []),
        (["Kan Zhu", "Y. Zhao", "Plato", "E Weinan"], []),
        (["J.R.R. Tolkien", "Y. Zhao", "J.-P. Example", "L. Zuo, Jr."], []),
        (["K.Zhu"], []),
        ([], []),
    ],
)
def test_author_styles(names: list[str], wrong: list[str]) -> None:
    assert words("author-style-mixed", entry("publications", title="t", authors=names)) == wrong


def test_an_author_is_written_as_the_others() -> None:
    cv = entry("patents", title="t", authors=["K. Zhu", "Zhao, Y.", "L. Zuo"])
    assert fixed("author-style-mixed", cv) == "Y. Zhao"
    cv = entry("talks", title="t", authors=["K. Zhu", {"name": "J.-P.Sartre"}])
    assert fixed("author-style-mixed", cv) == "J.-P. Sartre"


# --- score-sum ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "total", "parts", "wrong"),
    [
        ("TOEFL", "107", (29, 27, 23, 28), ""),
        ("TOEFL iBT", "107", (29, 27, 23, 27), "The parts add up to 106."),
        ("TOEFL", "50", (29, 27), "The parts add up to 56."),
        ("TOEFL", "107/120", (29, 27), ""),
        ("TOEFL iBT", "5", (5, 5, 4.5, 5.5), ""),
        ("TOEFL iBT", "4", (5, 5, 4.5, 5.5), "The parts average 5."),
        ("TOEFL ITP", "560", (56, 57, 55), ""),
        ("IELTS", "7.5", (7.5, 7.5, 7, 7), ""),
        ("IELTS", "7,0", (6.5, 6.5, 5, 7), "The parts average 6.5."),
        ("IELTS", "7", (6.5, 6.5), ""),
        ("Cambridge C1 Advanced", "191", (190, 191, 185, 200, 191), ""),
        ("C2 Proficiency", "210", (190, 191, 185, 200, 191), "The parts average 191.4."),
        ("TOEIC", "900", (450, 440), "The parts add up to 890."),
        ("TOEIC", "900", (450, 450, 180, 190), ""),
        ("GRE", "335", (165, 170, 4), ""),
        ("PTE Academic", "75", (73, 74, 76, 90), ""),
        ("Unknown", "80", (30, 30, 30), "The parts add up to 90 and average 30."),
        ("Unknown", "90", (30, 30, 30), ""),
        ("Unknown", "31", (30, 30, 33), ""),
        ("Unknown", "100", (30, 30, 30), ""),
        ("TOEFL", "good", (29, 27, 23, 27), ""),
        ("TOEFL", "107", ("A", 27, 23, 27), ""),
    ],
)
def test_scores(name: str, total: str, parts: tuple[object, ...], wrong: str) -> None:
    test = {"name": name, "total": total, "parts": {f"p{i}": p for i, p in enumerate(parts)}}
    for value in (test, [test]):
        found = problems("score-sum", entry("languages", language="English", test=value))
        assert [problem.message for problem, _ in found] == ([wrong] if wrong else [])


def test_an_abbreviation_in_brackets_is_no_end_of_a_sentence() -> None:
    """Found on a CV that was not written for us."""
    bullets = [
        "Wrote services in three languages for the shop",
        "Knows the usual tools of the trade (Node.js, Express, etc.)",
        "Kept the books of the guild for ten years",
    ]
    sections = [{"title": "Work", "bullets": bullets}]
    assert words("closing-punctuation-mixed", {"person": {"name": "A"}, "sections": sections}) == []
    bullets[1] = "Knows the usual tools of the trade."
    told = words("closing-punctuation-mixed", {"person": {"name": "A"}, "sections": sections})
    assert told == ["trade."]

"""Proofs on printed facts: one fault is one finding, and what is no fault is none."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import builds
import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_page import page, page_of

from cvpress import rules
from cvpress.printed import read as read_pdf
from cvpress.printed.model import Box, Printed
from cvpress.proofs import outside_margins, text_lost
from cvpress.proofs.chain import chain
from cvpress.proofs.edges import flush, shared_edge
from cvpress.proofs.elsewhere import compare as compare_elsewhere
from cvpress.proofs.hunks import hunks
from cvpress.proofs.reading import compare
from cvpress.view.body import Section
from cvpress.view.head import Person
from cvpress.view.look import Design
from cvpress.view.model import View
from cvpress.view.words import Run, Words

PROOFS = rules.load("proofs")


def view(*texts: str, name: str = "Ada Example", url: str = "") -> View:
    """Return a view of one section with these texts; a text "" prints a label without a path."""
    words = [Words((Run(text, url=url),), f"/t/{index}") for index, text in enumerate(texts)]
    section = Section("/sections/0", None, text=tuple(words))
    person = Person(Words((Run(name),), "/person/name"))
    return View(person, (section,), Design(max_pages=2), f"{name} – CV", name, "en")


def told(printed: Printed, laid: View) -> list[tuple[str, str]]:
    """Return (id, path) of all that the proofs find, but for pages as short as these here are."""
    judged = [rule for rule in PROOFS if rule.id != "last-page-nearly-empty"]
    return [(rule.id, problem.path) for rule in judged for problem in rule.judge(printed, laid)]


def lines(*texts: str) -> str:
    return "\n".join(("Ada Example", *texts))


# What is no fault

FINE = [
    ("a comma of the theme", ["KU Leuven", "Leuven"], ["KU Leuven, Leuven"]),
    ("brackets of the theme", ["Latin", "A"], ["• Latin (A)"]),
    ("a sign at a word", ["Models", "*"], ["Models*"]),
    ("a broken line", ["one two three"], ["one two", "three"]),
    ("a line broken at a hyphen", ["Mixture-of-Experts"], ["Mixture-of-", "Experts"]),
    ("an address broken at a slash", ["ada.example.org/cv"], ["ada.example.org/", "cv"]),
    ("three dots", ["K. Zhu, …, B. Kasikci"], ["K. Zhu, ..., B. Kasikci"]),
    ("letters with their accents apart", ["Zoë"], ["Zoe\u0308"]),
    ("a hyphen that forbids a break", ["co\u2011op"], ["co-op"]),
    ("a space that forbids a break", ["10\u00a0km"], ["10 km"]),
    ("a place where a line may break", ["data\u200bbase"], ["database"]),
    ("Han broken anywhere", ["清华大学计算机系"], ["清华大学", "计算机系"]),
    ("a page break", ["one two three"], ["one two", "[page]", "three"]),
    ("foot and head", ["a b c d"], ["a b", "Ada Example 1", "[page]", "Ada – CV", "c d", "2"]),
    ("a heading in capitals", ["Größe & Profile"], ["GRÖSSE & PROFILE"]),
    ("twice the same text", ["2020", "2020"], ["2020", "2020"]),
    ("a foot that repeats the text", ["b", "a b c d"], ["b", "a b", "b", "[page]", "c d"]),
]


@pytest.mark.parametrize(("texts", "printed"), [row[1:] for row in FINE], ids=[f[0] for f in FINE])
def test_no_fault(texts: list[str], printed: list[str]) -> None:
    laid = view(*texts)
    assert told(page(laid, lines(*printed)), laid) == []


# What is one fault

TEXTS = ["Tsinghua University", "Beijing, China", "GPA: 3.87", "Yao Class (Honors)"]
FAULTS = [
    ("a dropped word", ["Tsinghua", *TEXTS[1:]], "text-lost", 0),
    ("a dropped text", [TEXTS[0], *TEXTS[2:]], "text-lost", 1),
    ("several dropped texts", [TEXTS[0], TEXTS[3]], "text-lost", 1),
    ("all dropped", [], "text-lost", 0),
    ("a changed letter", ["Tsınghua University", *TEXTS[1:]], "text-garbled", 0),
    ("a dropped letter", ["Tsinghua Universit", *TEXTS[1:]], "text-garbled", 0),
    ("a dropped sign", [*TEXTS[:3], "Yao Class (Honors"], "text-garbled", 3),
    ("an added letter", ["Tsinghua Universitty", *TEXTS[1:]], "text-garbled", 0),
    ("a lost space", ["TsinghuaUniversity", *TEXTS[1:]], "text-garbled", 0),
    ("an added space", ["Tsing hua University", *TEXTS[1:]], "text-garbled", 0),
    ("small capitals with a ligature", ["TSiNGHUA UNIVERSITY", *TEXTS[1:]], "text-garbled", 0),
    ("spaced letters", ["T s i n g h u a University", *TEXTS[1:]], "text-garbled", 0),
    ("another script", ["Тsinghua University", *TEXTS[1:]], "text-garbled", 0),
    ("two texts swapped", [TEXTS[1], TEXTS[0], *TEXTS[2:]], "text-out-of-order", 1),
    ("the first comes last", [*TEXTS[1:], TEXTS[0]], "text-out-of-order", 0),
    ("the last comes first", [TEXTS[3], *TEXTS[:3]], "text-out-of-order", 3),
    ("columns swapped", [*TEXTS[2:], *TEXTS[:2]], "text-out-of-order", 2),
]


@pytest.mark.parametrize(
    ("printed", "id", "text"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS]
)
def test_one_fault(printed: list[str], id: str, text: int) -> None:
    laid = view(*TEXTS)
    assert told(page(laid, lines(*printed)), laid) == [(id, f"/t/{text}")]


def test_two_faults_are_two_findings() -> None:
    laid = view(*TEXTS)
    printed = page(laid, lines("Tsinghua", TEXTS[1], "GPA: 3.87", "Yao Class (Hοnors)"))
    assert told(printed, laid) == [("text-garbled", "/t/3"), ("text-lost", "/t/0")]


def test_other_words_in_the_place_are_no_letters_gone_wrong() -> None:
    laid = view(*TEXTS)
    printed = page(laid, lines(TEXTS[0], "Somewhere, else", *TEXTS[2:]))
    assert told(printed, laid) == [("text-lost", "/t/1")]


def test_words_that_the_tool_prints_are_told_at_the_next_value() -> None:
    laid = view("Supervisor", "Prof. Gao")
    label = replace(laid.sections[0].text[0], path="")
    section = replace(laid.sections[0], text=(label, laid.sections[0].text[1]))
    laid = replace(laid, sections=(section,))
    assert told(page(laid, lines("Prof. Gao")), laid) == [("text-lost", "/t/1")]


def test_an_entry_without_words_is_asked_for_nothing() -> None:
    laid = view("one", " ", "two")
    assert told(page(laid, lines("one", "two")), laid) == []


def test_a_font_without_letters_is_one_finding() -> None:
    texts = [f"Zeile{letter} Nummer{letter}" for letter in "abcdefghijkl"]
    laid = view(*texts)
    garbage = [
        "".join(chr(0xE000 + ord(sign)) if sign != " " else sign for sign in t) for t in texts
    ]
    found = told(page(laid, lines(*garbage)), laid)
    assert [id for id, _ in found] == ["text-garbled"]


def test_one_letter_gone_wrong_is_one_finding() -> None:
    laid = view("co-op", "well-run", "up-to-date")
    (rule,) = (rule for rule in PROOFS if rule.id == "text-garbled")
    printed = page(laid, lines("co\xadop", "well\xadrun", "up\xadto\xaddate"))
    (problem,) = rule.judge(printed, laid)
    assert problem.path == "/t/0"
    copied = "Ada Example co[U+00AD]op well[U+00AD]run up[U+00AD]to[U+00AD]date"
    more = "and errs so in 2 more places; another font may be right."
    assert problem.help == f"A program copies “{copied}” there, {more}"


def test_what_is_copied_there_is_told() -> None:
    laid = view(*TEXTS)
    (rule,) = (rule for rule in PROOFS if rule.id == "text-lost")
    for gone, copied in (
        ("Tsinghua", "Ada Example [ ] University Beijing, China GPA:"),
        ("(Honors)", "GPA: 3.87 Yao Class [ ]"),
        ("Beijing, China", "Ada Example Tsinghua University [ ] GPA: 3.87 Yao Class"),
    ):
        (problem,) = rule.judge(
            page(laid, lines(*(text.replace(gone, "") for text in TEXTS))), laid
        )
        assert problem.help.startswith(f"A program copies “{copied}” there. ")
        assert problem.word == gone


# Any page

WORDS = [f"{a}{b}" for a in ("ka", "lo", "mi", "tu", "ze") for b in ("n", "r", "st", "xa", "dou")]
UNIQUE = st.lists(st.sampled_from(WORDS), unique=True, min_size=6, max_size=25)


def _parted(words: list[str], sizes: Sequence[int]) -> list[str]:
    """Part words into texts of these sizes, over and over."""
    texts, at, turn = [], 0, 0
    while at < len(words):
        texts.append(" ".join(words[at : at + sizes[turn % len(sizes)]]))
        at += sizes[turn % len(sizes)]
        turn += 1
    return texts


SIZES = st.lists(st.integers(1, 5), min_size=1, max_size=6)


@given(st.lists(st.sampled_from(WORDS), max_size=60), SIZES)
def test_a_right_page_is_silent(words: list[str], sizes: list[int]) -> None:
    laid = view(*_parted(words, sizes))
    printed = page_of(laid)
    assert told(printed, laid) == []
    assert compare(printed, laid).compared == len(_parted(words, sizes)) + 1


@given(UNIQUE, SIZES, st.data())
def test_a_dropped_word_is_lost(words: list[str], sizes: list[int], data: st.DataObject) -> None:
    texts = _parted(words, sizes)
    laid = view(*texts)
    which = data.draw(st.sampled_from(words))
    printed = [" ".join(word for word in text.split() if word != which) for text in texts]
    (text,) = (index for index, text in enumerate(texts) if which in text.split())
    assert told(page(laid, lines(*printed)), laid) == [("text-lost", f"/t/{text}")]


@given(UNIQUE, SIZES, st.data())
def test_a_changed_letter_is_garbled(
    words: list[str], sizes: list[int], data: st.DataObject
) -> None:
    texts = _parted(words, sizes)
    laid = view(*texts)
    which = data.draw(st.sampled_from(words))
    printed = [text.replace(which, which[:-1] + "ɣ") for text in texts]
    found = told(page(laid, lines(*printed)), laid)
    assert [id for id, _ in found] == ["text-garbled"]


@given(UNIQUE, SIZES, st.data())
def test_a_moved_text_is_out_of_order(
    words: list[str], sizes: list[int], data: st.DataObject
) -> None:
    texts = _parted(words, sizes)
    laid = view(*texts)
    moved = data.draw(st.sampled_from(texts))
    rest = [text for text in texts if text != moved]
    at = data.draw(st.integers(0, len(rest)))
    printed = [*rest[:at], moved, *rest[at:]]
    found = told(page(laid, lines(*printed)), laid)
    assert [id for id, _ in found] == ([] if printed == texts else ["text-out-of-order"])


@given(UNIQUE, SIZES, st.randoms(use_true_random=False))
def test_no_disorder_is_silent(words: list[str], sizes: list[int], chance: random.Random) -> None:
    laid = view(*_parted(words, sizes))
    printed = [word for word in words if chance.random() > 0.1]
    if chance.random() < 0.5:
        chance.shuffle(printed)
    assert bool(told(page(laid, lines(" ".join(printed))), laid)) == (printed != words)


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=40), SIZES, st.data())
def test_a_dropped_word_among_repeated_ones_is_told(
    words: list[str], sizes: list[int], data: st.DataObject
) -> None:
    texts = _parted(words, sizes)
    laid = view(*texts)
    which = data.draw(st.integers(0, len(words) - 1))
    rest = [word for index, word in enumerate(words) if index != which]
    assert told(page(laid, lines(" ".join(rest))), laid)


@pytest.mark.parametrize(
    ("count", "more"), [(8, ""), (9, " and the word"), (10, " and the 2 words")]
)
def test_a_long_text_that_lacks_is_told_by_its_first_words(count: int, more: str) -> None:
    laid = view("Here.", " ".join("abcdefghij"[:count]))
    (problem,) = text_lost.check(page(laid, lines("Here.")), laid)
    after = f"{more} after it" if more else ""
    assert problem.message == f"The printed page lacks “a b c d e f g h”{after}."


# Its parts


def _best(places: list[list[tuple[int, int]]], weights: list[int]) -> int:
    """Try every way to choose a chain, and return the greatest weight."""
    best, ways = 0, [(0, 0)]
    for options, weight in zip(places, weights, strict=True):
        more = [(end, w + weight) for at, w in ways for start, end in options if start >= at]
        ways += more
        best = max([best, *(w for _, w in more)])
    return best


SPOTS = st.tuples(st.integers(0, 8), st.integers(1, 3)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(st.tuples(st.lists(SPOTS, max_size=3), st.integers(1, 9)), max_size=6))
def test_the_chain_is_the_heaviest(rows: list[tuple[list[tuple[int, int]], int]]) -> None:
    places, weights = [row[0] for row in rows], [row[1] for row in rows]
    chosen = chain(places, weights, 12)
    spots = [chosen[number] for number in sorted(chosen)]
    assert all(one[1] <= other[0] for one, other in pairwise(spots))
    assert all(chosen[number] in places[number] for number in chosen)
    assert sum(weights[number] for number in chosen) == _best(places, weights)


@given(st.lists(st.sampled_from("abcde"), max_size=20), st.lists(st.sampled_from("abcde")))
def test_hunks_leave_what_is_alike(wanted: list[str], seen: list[str]) -> None:
    lacking = sum(hunk.last - hunk.first for hunk in hunks(wanted, seen))
    assert lacking >= (Counter(wanted) - Counter(seen)).total()
    assert lacking <= len(wanted)


def test_hunks_of_long_lists() -> None:
    wanted = [f"w{number}" for number in range(3000)]
    seen = [*wanted[:1000], "x", *wanted[1001:2000], *wanted[2010:]]
    start = time.process_time()
    found = [(hunk.first, hunk.last) for hunk in hunks(wanted, seen)]
    assert time.process_time() - start < 3
    assert found == [(1000, 1001), (2000, 2010)]


# A page made elsewhere


def test_elsewhere_asks_for_texts_alone() -> None:
    laid = view("Ancient Greek", "St. John’s", "1999–2003")
    printed = page(
        laid,
        "[creator: Word]\n1999-2003\nANCIENT GREEK\nSt. John's\nReferences\nAda\n[page]\nExample",
    )
    assert told(printed, laid) == []
    assert compare(printed, laid).compared == 4


def test_elsewhere_a_text_is_lost_or_garbled() -> None:
    laid = view("Ancient Greek", "efficient Zoë", "well-read")
    printed = page(laid, "[creator: Word]\nwell\xadread\neﬃcient Zoe\nAda Example")
    assert told(printed, laid) == [
        ("text-garbled", "/t/1"),
        ("text-garbled", "/t/2"),
        ("text-lost", "/t/0"),
    ]


def test_elsewhere_dates_and_labels_are_not_asked_for() -> None:
    laid = view("2021")
    date = Words((Run("September 2021"),), "/sections/0/education/0/start")
    several = Words((Run("2019"),), "/sections/0/awards/0/date/1")
    label = Words((Run("Supervisor"),))
    laid = replace(laid, sections=(replace(laid.sections[0], text=(date, several, label)),))
    assert compare_elsewhere(page(laid, "Ada Example"), laid).compared == 1


# A PDF of another CV, and a scan

OTHER = [f"line {word} of it" for word in WORDS[:12]]


@pytest.mark.parametrize("creator", ["", "[creator: Word]\n"])
@pytest.mark.parametrize(("kept", "ids"), [(0, 1), (2, 1), (5, 7)])
def test_hardly_a_text_is_there(kept: int, ids: int, creator: str) -> None:
    laid = view(*OTHER, url="https://a.example.org/")
    printed = page(laid, creator + lines(*OTHER[:kept], "Somebody", "else"))
    found = [id for id, _ in told(printed, laid) if id == "text-lost"]
    assert len(found) == (1 if kept < 5 or not creator else ids)
    assert len(told(printed, laid)) - len(found) == (0 if kept < 5 else 12)


@pytest.mark.tex
@pytest.mark.parametrize(("mine", "theirs"), [("hard", "seed-clean"), ("seed-clean", "hard")])
def test_a_long_pdf_of_somebody_else_is_one_finding(mine: str, theirs: str) -> None:
    printed = read_pdf(builds.pdf(theirs))
    for facts in (printed, replace(printed, metadata={**printed.metadata, "Creator": "Word"})):
        laid = replace(builds.case(mine).view, design=Design(max_pages=1))
        assert told(facts, laid) == [("text-lost", "")]


def test_a_pdf_of_the_same_name_with_other_letters_is_garbled() -> None:
    laid = view(*OTHER)
    printed = page(laid, lines(*("".join(chr(ord(c) + 3) for c in one) for one in OTHER)))
    assert {id for id, _ in told(printed, laid)} == {"text-garbled"}
    other = page(laid, f"[author: Bob]\n{lines(*(f'{one} x y' for one in OTHER[:9]))}")
    assert ("text-lost", "") not in told(other, laid)


def test_a_foreign_pdf_is_judged_by_the_texts_that_are_looked_for() -> None:
    laid = view(*OTHER)
    dates = [Words((Run("1 September 2021"),), f"/t/{n}/start") for n in range(20)]
    texts = (*laid.sections[0].text, *dates)
    laid = replace(laid, sections=(replace(laid.sections[0], text=texts),))
    printed = page(laid, "[creator: Word]\n" + lines(*OTHER[:2], "Somebody", "else"))
    assert told(printed, laid) == [("text-lost", "")]


@pytest.mark.parametrize("creator", ["", "[creator: Word]\n"])
def test_a_scan_is_one_finding(creator: str) -> None:
    laid = view("one", url="https://a.example.org/")
    (rule,) = (rule for rule in PROOFS if rule.id == "text-lost")
    printed = page(laid, f"{creator}[pages: 1]")
    assert told(printed, laid) == [("text-lost", "")]
    assert [found.message for found in rule.judge(printed, laid)] == [
        "No text can be read in the PDF."
    ]


# Links, metadata, margins


def test_a_link_twice_on_the_page_and_once_in_the_pdf() -> None:
    laid = view("one", "two", url="https://a.example.org/")
    printed = page(laid, "[link: https://a.example.org/]\n" + lines("one", "two"))
    assert told(printed, laid) == [("link-lost", "/t/1")]


def test_a_link_broken_over_two_lines() -> None:
    laid = view("one", url="https://a.example.org/")
    two = "[link: https://a.example.org/]\n" * 2
    assert told(page(laid, two + lines("one")), laid) == []


def test_a_link_without_size_is_lost() -> None:
    laid = view("one", url="https://a.example.org/")
    printed = page_of(laid)
    link = replace(printed.links[0], box=Box(50, 700, 50, 700))
    assert told(replace(printed, links=(link,)), laid) == [("link-lost", "/t/0")]


def test_an_address_with_letters_beyond_ascii() -> None:
    laid = view("one", url="https://a.example.org/Zoë")
    assert told(page(laid, "[link: https://a.example.org/Zo%C3%AB]\n" + lines("one")), laid) == []


def test_metadata_of_another_cv() -> None:
    laid = view("one")
    printed = page(laid, "[author: Bob Other]\n" + lines("one"))
    assert told(printed, laid) == [("metadata-missing", "")]
    printed = page(laid, "[creator: Word]\n[author: Ada E. Example]\n" + lines("one"))
    assert told(printed, laid) == []


def test_a_language_with_its_region_is_the_language() -> None:
    laid = view("one")
    assert told(page(laid, "[language: en-GB]\n" + lines("one")), laid) == []
    found = told(page(laid, "[language: fr]\n" + lines("one")), laid)
    assert found == [("metadata-missing", "")]


def _sheet(rights: Sequence[float]) -> Printed:
    """Return a page of one word a line, which end there."""
    laid = view(*(f"word{index}" for index in range(len(rights))))
    printed = page_of(laid)
    words = [
        replace(word, box=Box(right - 40, word.box.bottom, right, word.box.top))
        for word, right in zip(printed.words, (100.0, 100.0, *rights), strict=True)
    ]
    return replace(printed, words=tuple(words))


RAGGED = [300.0, 320.0, 341.0, 355.0, 372.0, 390.0, 410.0, 433.0]


@pytest.mark.parametrize(
    ("rights", "over"),
    [
        ([540.0, 540.2, 539.8, 540.0, 541.4, *RAGGED], 0),  # a sign at the end hangs out a little
        ([540.0, 540.2, 539.8, 540.0, 541.8, *RAGGED], 1),
        ([540.0, 540.2, 539.8, 540.0, 552.0, 560.0, *RAGGED], 2),
        ([540.0, 540.0, 540.0, 552.0, *RAGGED], 0),  # three lines may end there by chance
        ([300.0] * 8 + [540.0, 510.0, 520.0], 0),  # a column at the left, a ragged one at the right
        ([578.0, *RAGGED], 0),
        ([582.4, *RAGGED], 0),
        ([583.0, *RAGGED], 1),  # 5 mm from the paper's edge, less a hair, are 582.6
    ],
)
def test_margins(rights: list[float], over: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside_margins, "flush", lambda _, paths: frozenset(paths))
    laid = view(*(f"word{index}" for index in range(len(rights))))
    found = told(_sheet(rights), laid)
    assert [id for id, _ in found] == ["outside-margins"] * over


def test_an_edge_that_words_share_by_line_not_by_word() -> None:
    printed = _sheet([540.0, 540.0, 540.0, 540.0])
    words = tuple(replace(w, box=replace(w.box, bottom=700.0)) for w in printed.words)
    every = frozenset(range(len(words)))
    assert shared_edge(printed, 1.5, every) == 540.0
    assert shared_edge(printed, 1.5, frozenset()) is None  # lines of text end alike by chance
    assert shared_edge(replace(printed, words=words), 1.5, every) is None


def test_short_lines_of_one_length_are_no_edge() -> None:
    assert shared_edge(_sheet([240.0] * 9), 1.5, frozenset(range(11))) is None


def test_the_edge_is_that_of_dates_and_places() -> None:
    laid = builds.case("hard")
    entry = next(e for s in laid.view.sections for e in s.entries if e.lines[0].right)
    left, right = (entry.lines[0].left[0].words.path, entry.lines[0].right[0].words.path)
    assert flush(laid.view, {0: left, 1: right, 2: "/person/name", 3: ""}) == {1}


@pytest.mark.tex
def test_lines_of_text_that_end_alike_are_no_edge() -> None:
    bullet = "      - Reviewer for a society of readers whose name is long, 20"
    years = "\n".join(f"{bullet}{year}" for year in range(15, 25))
    laid = builds.lay(
        "person: {name: Ada}\nsections:\n"
        "  - title: A\n    service: [{title: Chair, organization: Acme, date: 2012}]\n"
        f"  - title: B\n    bullets:\n{years}\n"
    )
    assert laid.told(laid.press()) == []


def test_a_page_that_runs_over_its_foot_is_one_finding() -> None:
    laid = view("one", "two", "three")
    printed = page_of(laid)
    words = tuple(
        replace(word, box=Box(60, -9.0 * n, 90, 9)) for n, word in enumerate(printed.words)
    )
    assert told(replace(printed, words=words), laid) == [("outside-margins", "/person/name")]


# Speed


def _long(pages: int, fault: bool) -> tuple[View, Printed]:
    texts = [f"{WORDS[n % 25]} {WORDS[n * 7 % 25]} line {n % 40} of text, 2020" for n in range(45)]
    texts = [part for _ in range(pages) for text in texts for part in (text, "Supervisor", "2020")]
    laid = view(*texts)
    printed = [*texts[:20], *texts[22:]] if fault else texts
    block = ["Ada Example"]
    for number in range(pages):
        block += [*printed[number * 135 : (number + 1) * 135], f"Ada {number + 1}", "[page]"]
    return laid, page(laid, "\n".join(block[:-1]))


@pytest.mark.parametrize(
    ("pages", "fault", "most"), [(2, False, 0.3), (20, False, 3), (20, True, 8)]
)
def test_speed(pages: int, fault: bool, most: float) -> None:
    laid, printed = _long(pages, fault)
    start = time.process_time()
    found = compare(printed, laid)
    assert time.process_time() - start < most
    assert bool(found.lost) == fault

"""Inline Markdown: what opens and closes, where the letters stand, and markdown-it-py as oracle."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cvpress.markup import Link, Marked, parse


def shown(marked: Marked) -> str:
    """Write the runs down: **bold**, /italic/, `code`, <label|target>, as one line."""
    out = []
    for run in marked.runs:
        word = f"`{run.text}`" if run.code else run.text
        word = f"/{word}/" if run.italic else word
        word = f"**{word}**" if run.bold else word
        out.append(f"<{word}|{run.url}>" if run.url else word)
    return "".join(out)


@pytest.mark.parametrize(
    "text",
    [
        "", "plain", "100*2*3", "A*", "C*-algebra", "2 * 3", "A* and B*", "A*search*", "a_b_c",
        "src/*.py and src/*", "**/*.c and src/**", "学习A*算法与B*算法",
        "$5 and $6", "<b>&amp;</b>",
        "``quotes''", "a ` b", "[a]", "[a] (b)", "[a](b c)", "f](x)", "![", "\\x", "\\",
        "* one", "one *", "**", "****", "a ** b",
    ],
)  # fmt: skip
def test_literal(text: str) -> None:
    marked = parse(text)
    assert shown(marked) == text
    assert marked.reading == text
    assert marked.lone == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**bold** *it* `a*b*`", "**bold** /it/ `a*b*`"),
        ("*a**b*", "/a**b/"),
        ("**bold *and italic* in it**", "**bold ****/and italic/**** in it**"),
        ("***both***", "**/both/**"),
        ("**Bold**,", "**Bold**,"),
        ("(*x*)", "(/x/)"),
        ("*Salt Roads!*", "/Salt Roads!/"),
        ("**C++**, **.NET**, **+12 %**", "**C++**, **.NET**, **+12 %**"),
        ("**GPU**s", "**GPU**s"),
        ("我在**清华大学**学习", "我在**清华大学**学习"),
        ("我在**“清华”**学习", "我在**“清华”**学习"),
        ("用Python**开发**", "用Python**开发**"),
        ("**서울**에서", "**서울**에서"),
        (r"\*a\* \[b\](c) \`d\` \\", r"*a* [b](c) `d` \ "[:-1]),
        ("` a `", "`a`"),
        (r"`\`x", r"`\`x"),
        ("[a *b*](https://c.org/(d)_e)!", "<a |https://c.org/(d)_e></b/|https://c.org/(d)_e>!"),
        ("**[a](mailto:b@c.org)**", "<**a**|mailto:b@c.org>"),
        ("[a [b](tel:1) c](tel:2)", "[a <b|tel:1> c](tel:2)"),
        (r"[a](https://b/\(c)", "<a|https://b/(c>"),
        ("![a](https://b)", "!<a|https://b>"),
        ("[a](#), [b]()", "a, b"),
        ("[a](javascript:b)", "a"),
    ],
)
def test_marked(text: str, expected: str) -> None:
    assert shown(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "lone"),
    [
        ("*Heterogeneous Architecture", (0,)),
        ("*Project: *Heterogeneous Mixture*", (0,)),
        ("a **bold word", (2,)),
        ("**bold* word", (0,)),
        ("*italic** word", (8,)),
        ("**one *two** three", (0,)),
        ('say *"so', (4,)),
        ("[*a](https://b) c", (1,)),
        ("K. Zhu*, T. Tang**", ()),
        ("**Title***", ()),
        ("5 *3* x", ()),
        (r"\*Heterogeneous", ()),
        ("`*a`", ()),
    ],
)
def test_lone(text: str, lone: tuple[int, ...]) -> None:
    assert parse(text).lone == lone


def test_links_have_their_place_and_the_letters_of_their_label() -> None:
    text = "Prof. [Wei **Xu**](#)'s, [x](https://y.org)"
    assert parse(text).links == (Link(6, 21, "Wei Xu", "#"), Link(25, 43, "x", "https://y.org"))
    assert text[6:21] == "[Wei **Xu**](#)"


def test_a_stretch_of_the_reading_is_one_of_the_text() -> None:
    marked = parse(r"a **b\*c** d")
    assert marked.reading == "a b*c d"
    assert marked.stretch(2, 5) == (4, 8)
    assert marked.stretch(0, 7) == (0, 12)


def test_prose_hides_code_but_keeps_its_letters() -> None:
    marked = parse("**run** `a,b` now")
    assert marked.prose == "run \ufffc\ufffc\ufffc now"
    assert len(marked.prose) == len(marked.reading)


PIECES = st.sampled_from(
    ["*", "**", "***", "[", "]", "(", ")", "](u)", "\\", "`", "``", "a", " ", "甲", ".", "“"]
)
SOUP = st.lists(PIECES, max_size=24).map("".join)


@given(SOUP)
def test_every_letter_comes_from_its_place(text: str) -> None:
    marked = parse(text)
    assert "".join(text[place] for place in marked.places) == marked.reading
    assert list(marked.places) == sorted(set(marked.places))
    assert all(text[place] == "*" for place in marked.lone)
    assert set(marked.lone) <= set(marked.places)
    assert all(run.text for run in marked.runs)
    styles = [(run.bold, run.italic, run.code, run.url) for run in marked.runs]
    assert all(one != two for one, two in pairwise(styles))


@given(SOUP)
def test_what_is_escaped_reads_as_written(text: str) -> None:
    marked = parse(re.sub(r"[\\*`\[\]]", r"\\\g<0>", text))
    assert marked.reading == text
    assert len(marked.runs) <= 1


# --- the oracle: CommonMark on the subset that both have -------------------------------------

WORDS = ["a", "b1", "Zoë", "C"]
GLUE = [
    " ",
    "*",
    "**",
    "***",
    "`",
    "\\*",
    "\\`",
    "[",
    "]",
    "[l](https://x.org)",
    "(",
    ")",
    ", ",
    ".",
]
COMMON = st.lists(st.sampled_from(WORDS + GLUE), max_size=16).map("".join)
ORACLE = MarkdownIt("zero").enable(["backticks", "emphasis", "link", "escape"])


def flat(tokens: list[Token]) -> list[tuple[str, bool, bool, bool, str | None]]:
    """Turn the oracle's tokens into letters with their styles."""
    bold = italic = 0
    url: str | None = None
    letters = []
    for token in tokens:
        bold += (token.type == "strong_open") - (token.type == "strong_close")
        italic += (token.type == "em_open") - (token.type == "em_close")
        if token.type.startswith("link"):
            url = str(token.attrs["href"]) if token.nesting == 1 else None
            url = url if url and url.startswith("https:") else None  # ours prints no other here
        code = token.type == "code_inline"
        letters += [(c, bold > 0, italic > 0, code, url) for c in token.content]
    return letters


def ours_differs_on_purpose(text: str) -> bool:
    """True where LANGUAGE 1 parts from CommonMark: asterisks inside a word, before a full stop,
    two backticks."""
    inside = any(
        text[:at].endswith(tuple("ab1ëC")) for at, sign in enumerate(text) if sign == "*"
        if text[at:].lstrip("*")[:1] not in ("", " ", *"`\\[](),.")
    )  # fmt: skip
    return inside or "*." in text or "``" in text or text.startswith(" ") or text.endswith(" ")


@given(COMMON)
@example("**a *b* C**")
@example("*a* **b1**, ***C***")
@example("[a](https://x.org) *[l](https://x.org)*")
@example("`*a*` \\*a*")
def test_commonmark_agrees(text: str) -> None:
    if ours_differs_on_purpose(text) or not text:
        return
    expected = flat(ORACLE.parseInline(text)[0].children or [])
    ours = [
        (letter, run.bold, run.italic, run.code, run.url)
        for run in parse(text).runs
        for letter in run.text
    ]
    assert ours == expected


# --- no text is slow -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "piece",
    ["*", "[", "]", "`", "` ", "\\", "(", "*a ", "a* ", "*a **b ", "*a**b", "[a](b", "[a](b)",
     "](", "**a *b ", "`a``"],
)  # fmt: skip
def test_hostile_text_costs_what_it_weighs(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece)) + "a* b** c***"
        start = time.process_time()
        parse.__wrapped__(text)
        return time.process_time() - start

    small = min(seconds(10_000) for _ in range(3))
    large = min(seconds(100_000) for _ in range(3))
    assert large < 40 * small + 0.05

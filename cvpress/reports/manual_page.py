"""A rule's manual page as Markdown: for docs/checks.md and for code scanning."""

from __future__ import annotations

import re

from cvpress.rules import Example, Manual, Rule, manual

_FENCE = re.compile(r"`{3,}")


def markdown(rule: Rule) -> str:
    """Return the page below its heading: why, what is wrong and what is said, what is right."""
    page = manual(rule)
    return "\n\n".join([page.rule, page.why, *_bad(page), *_good(page), _silence(page)])


def _bad(page: Manual) -> list[str]:
    told = []
    for example in page.bad:
        told += ["Wrong:", *_shown(example), "What is said of it:"]
        told.append(_fenced("text", "\n".join(example.says)))
    return told


def _good(page: Manual) -> list[str]:
    return [part for example in page.good for part in ("Right:", *_shown(example))]


def _shown(example: Example) -> list[str]:
    parts = [_fenced("yaml", example.fragment)]
    if example.bib:
        parts += ["with this papers.bib:", _fenced("bibtex", example.bib)]
    if example.answers:
        parts += ["with these answers of the network:", _fenced("text", example.answers)]
    if example.theme:
        parts += ["with this in the theme:", _fenced("tex", example.theme)]
    if example.answers:
        parts += ["what the servers answer:", _fenced("text", example.answers)]
    if example.printed:
        parts += ["printed as:", _fenced("text", example.printed)]
    return parts


def _silence(page: Manual) -> str:
    return f"To silence it: {' '.join(page.silence.split())}"


def _fenced(language: str, text: str) -> str:
    longest = max(map(len, _FENCE.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"

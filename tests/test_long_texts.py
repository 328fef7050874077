"""Texts as long as a book chapter: every finding still comes in a few seconds.

Each text once took a minute, by looking through all of it for each of its words or findings.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import cache

import pytest

from cvpress import source
from cvpress.checking import judge
from cvpress.settings import Wishes, read
from cvpress.words import lookup

LIMIT = 10.0  # seconds of the processor; now one to three
WORDS = 10_000


def strange(number: random.Random) -> str:
    return "".join(number.choices("abcdefghijklmnop", k=8))


def strange_name(number: random.Random) -> str:
    return strange(number).capitalize()


@cache
def known() -> list[str]:
    return sorted(word for letter in "abcdefg" for word in lookup.common_beginning(letter))


def known_and_spaced(number: random.Random) -> str:
    word = number.choice(known())
    return f"{word} " if number.random() < 0.02 else word


def mostly_spaced(number: random.Random) -> str:
    word = number.choice(known())
    return f"{word} " if number.random() < 0.25 else word


@pytest.mark.parametrize("word", [strange, strange_name, known_and_spaced, mostly_spaced])
def test_ten_thousand_words(word: Callable[[random.Random], str]) -> None:
    number = random.Random(7)
    text = " ".join(word(number) for _ in range(WORDS))
    written = f'person: {{name: Ada Example}}\nsections: [{{title: All, text: "{text}."}}]\n'
    started = time.process_time()
    document = source.read(written.encode(), "cv.yaml")
    found = judge(document, read(document, Wishes())).findings
    assert time.process_time() - started < LIMIT
    assert len(found) > 100 if word in (known_and_spaced, mostly_spaced) else not found

"""The owner's name in author lists."""

from __future__ import annotations

import pytest

from cvpress import source
from cvpress.names import is_left_out, is_own, may_be_own, of_person

NAMES = ("Tian Tang", "T. Tang", "J.-P. O’Neill", "Zoë Ångström", "唐天")


@pytest.mark.parametrize(
    "author",
    [
        "Tian Tang", "T. Tang", "T.Tang", "T Tang", "TIAN TANG", "Tang, T.", "Tang, Tian",
        "T. Tang*", "T. Tang†‡", "T. Tang¹", "J-P O'Neill", "J. P. O’Neill",
        "Zoe\u0308 A\u030angstro\u0308m", "唐天",
    ],
)  # fmt: skip
def test_own(author: str) -> None:
    assert is_own(author, NAMES)


@pytest.mark.parametrize(
    "author",
    ["", "*", "...", "T. Tan", "Ting Tang", "Tang", "S. Tang", "Zoe Angstrom", "Tang, T., K. Zhu"],
)
def test_somebody_else(author: str) -> None:
    assert not is_own(author, NAMES)


def test_a_shorter_name_may_be_the_person() -> None:
    assert may_be_own("T. Tang", ["Tian Tang"])
    assert may_be_own("Tang T", ["Tian Tang"])
    assert may_be_own("Tian X. Tang", ["T. Tang"])
    assert not may_be_own("S. Tang", ["Tian Tang"])
    assert not may_be_own("Ting Tang", ["Tian Tang"])
    assert not may_be_own("Tang", ["Tian Tang"])


def test_left_out() -> None:
    assert all(map(is_left_out, ["...", "…", "et al.", " Et al "]))
    assert not is_left_out("E. Tal")


def test_names_of_the_person_read_without_mark_up() -> None:
    text = b"person:\n  name: '**Tian** Tang'\n  also_known_as: [T. Tang, '']\n"
    assert of_person(source.read(text, "cv.yaml")) == ("Tian Tang", "T. Tang")
    assert of_person(source.read(b"person: {name: A, also_known_as: B}\n", "x")) == ("A", "B")
    assert of_person(source.read(b"person: []\n", "cv.yaml")) == ()
    assert of_person(source.read(b"", "cv.yaml")) == ()

"""The same thing written two ways in one document: BlockChain and blockchain, Kasikci and Kasicki.

Each function yields the rarer ways, with the one that is right or more usual here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cvpress.words import lookup
from cvpress.words.casing import pieces
from cvpress.words.near import is_slip
from cvpress.words.right import known
from cvpress.words.text import WORD, Text, fold

_LONG = 6
_GIVEN = re.compile(r"(?<![^\W_])(?!(?:Prof|Drs?|Mr|Ms|Mrs)\b)([A-Z])([\w'’-]+\s+|\.[\s-]*)$")


class Other(NamedTuple):
    """A stretch of the text of that number, and what stands elsewhere in its place. `variety`: the
    word is right in British (`g`) or American (`u`) English alone."""

    text: int
    start: int
    end: int
    word: str
    usual: str
    variety: str = ""


class _Place(NamedTuple):
    text: int
    start: int


Forms = dict[str, list[_Place]]


def capitals(texts: Sequence[Text]) -> Iterator[Other]:
    """Yield names with capitals inside that are also written with other capitals.

    Title Case beside lower case, and WORDS in capitals, are no two ways.
    """
    found: dict[str, Forms] = defaultdict(lambda: defaultdict(list))
    for number, text in enumerate(texts):
        if text.role != "person" and not text.shouted:
            for start, word in pieces(text):
                if "-" not in word:
                    found[word.lower()][word].append(_Place(number, start))
    for low, forms in found.items():
        if len(forms) > 1 and len(low) > 2 and _telling(low, forms):
            usual = max(forms, key=lambda form: _weight(form, forms))
            yield from _others(forms, usual, [f for f in forms if not _same_case(f, usual)])


def _telling(low: str, forms: Iterable[str]) -> bool:
    return any(_inner(form) for form in forms) or (
        lookup.level(low) is None and any(form.isupper() for form in forms)
    )


def _inner(form: str) -> bool:
    return any(part[1:] != part[1:].lower() and not part.isupper() for part in form.split("."))


def _weight(form: str, forms: Forms) -> tuple[bool, int, bool, bool, int, int]:
    low = form.lower()
    right, _ = lookup.casing().get(low, ((), ""))
    first = forms[form][0]
    return (
        form in right,
        len(forms[form]),
        lookup.level(low) is not None and form in (low, low.capitalize()),
        _inner(form),
        -first.text,
        -first.start,
    )


def _same_case(form: str, usual: str) -> bool:
    """True for the usual way itself, and for its Capitalised or lower-case twin."""
    return form == usual or not (_inner(form) or _inner(usual) or form.isupper() or usual.isupper())


def bodies(values: Sequence[tuple[int, str]]) -> Iterator[Other]:
    """Yield names of bodies with the same letters but other signs, or with one slip.

    `values`: number of the text and its letters, of texts that hold one name each.
    """
    groups: dict[str, Forms] = defaultdict(lambda: defaultdict(list))
    for number, reading in values:
        groups[_key(reading)][" ".join(reading.split())].append(_Place(number, 0))
    for key, forms in _with_slips(groups).items():
        if len(forms) > 1 and key:
            usual = max(forms, key=lambda form: (len(forms[form]), -forms[form][0].text))
            yield from _others(forms, usual, [form for form in forms if form != usual])


def _key(reading: str) -> str:
    return re.sub(r"[\W_]+", "", lookup.plain(reading).casefold())


def _with_slips(groups: dict[str, Forms]) -> dict[str, Forms]:
    """Join the groups whose names differ by one slip in a word that no dictionary knows."""
    joined: dict[str, Forms] = {}
    for key, forms in sorted(groups.items(), key=lambda item: -_uses(item[1])):
        like = (other for other in joined if _one_name(joined[other], forms, other, key))
        target = joined.setdefault(next(like, key), {})
        for form, places in forms.items():
            target.setdefault(form, []).extend(places)
    return joined


def _uses(forms: Forms) -> int:
    return sum(map(len, forms.values()))


def _one_name(one: Forms, other: Forms, key: str, other_key: str) -> bool:
    if len(key) < _LONG or not is_slip(key, other_key):
        return False
    a, b = (WORD.findall(next(iter(forms))) for forms in (one, other))
    pairs = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) and len(pairs) == 1 and _slipped(*pairs[0])


def _slipped(one: str, other: str) -> bool:
    """True for long words one slip apart, of which one at least is in no dictionary."""
    if min(len(one), len(other)) < _LONG - 1 or not is_slip(one.lower(), other.lower()):
        return False
    return not (known(one) and known(other))


def people(texts: Sequence[Text], names: frozenset[str]) -> Iterator[Other]:
    """Yield names of people one slip from another name of the document: Kasicki beside Kasikci.

    Only long words that no dictionary knows, of which one is told to be a name; forms such as
    Kowalski and Kowalska, which differ in the last letter, are two people's; so are names with
    other initials.
    """
    found = _unknown_names(texts)
    named = names | {
        word
        for word, places in found.items()
        if any(texts[place.text].role == "person" for place in places)
    }
    halves: dict[str, list[str]] = defaultdict(list)
    for word in sorted(found, key=lambda word: (-len(found[word]), found[word][0])):
        start, end = f"{word[:2]}-".lower(), f"-{word[-2:]}".lower()  # one slip leaves one of them
        before = dict.fromkeys(halves[start] + halves[end])
        told = [other for other in before if word in named or other in named]
        usual = next((other for other in told if _one_person(word, other, found, texts)), "")
        if usual:
            yield from _others(found, usual, [word])
        halves[start].append(word)
        halves[end].append(word)


def _unknown_names(texts: Sequence[Text]) -> Forms:
    """Return the long Capitalised words that no dictionary knows, with their places."""
    found: Forms = defaultdict(list)
    for number, text in enumerate(texts):
        for match in WORD.finditer(text.reading):
            word = fold(match.group())
            if len(word) >= _LONG and word[0].isupper() and not known(word):
                found[word].append(_Place(number, match.start()))
    return found


def _one_person(word: str, other: str, found: Forms, texts: Sequence[Text]) -> bool:
    ends = {word[len(other) :], other[len(word) :]}
    if word[:-1] == other[:-1] or (word[: len(other)] == other[: len(word)] and ends & {"a", "s"}):
        return False
    if not is_slip(word.lower(), other.lower()):
        return False
    initials = {
        form: {initial for place in found[form] if (initial := _initial(texts, place))}
        for form in (word, other)
    }
    return not initials[word] or not initials[other] or bool(initials[word] & initials[other])


def _initial(texts: Sequence[Text], place: _Place) -> str:
    """Return the first letter of the given name or initial before a name, "" where none stands."""
    before = _GIVEN.search(texts[place.text].reading[: place.start])
    if before is None or (before[1] + before[2]).strip().lower() in lookup.common():
        return ""  # "Helped Kasikci"
    return before[1]


def _others(forms: Forms, usual: str, rare: Iterable[str]) -> Iterator[Other]:
    for form in rare:
        for place in forms[form]:
            yield Other(place.text, place.start, place.start + len(form), form, usual)

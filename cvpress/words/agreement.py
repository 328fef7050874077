"""Number: words that do not agree in number with the words beside them.

Only frames that no right sentence is known to have: nouns as in `counted` and `measures`, verbs
after "that" as in `relative`, after the subject of a sentence as in `subjects`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cvpress.words import counted, measures, relative, subjects
from cvpress.words.clauses import Clause
from cvpress.words.phrases import Odd
from cvpress.words.slots import number


def odd(clause: Clause, letters: str) -> Iterator[Odd]:
    """Yield the words of a clause (of the text `letters`) that do not agree in number."""
    for index, word in enumerate(clause.words):
        if word == "a" and index and letters[clause.spans[index][0]] == "A":
            continue  # a letter: Country A producers
        for applies, judge in _RULES:
            if applies(word) and (found := judge(clause, index)):
                if not _named(clause, found.index, letters):
                    yield found
                break


def _named(clause: Clause, index: int, letters: str) -> bool:
    """Return whether a word begins a name: manuals of 11 Department of the Army."""
    before, word = (letters[slice(*clause.spans[at])] for at in (index - 1, index))
    return word[0].isupper() and not before[0].isupper()


_RULES: tuple[tuple[Callable[[str], bool], Callable[[Clause, int], Odd | None]], ...] = (
    (subjects.OPENING.__contains__, subjects.of_a_noun),
    (subjects.PRONOUNS.__contains__, subjects.of_a_pronoun),
    ("there".__eq__, subjects.after_there),
    (frozenset({"each", "one"}).__contains__, subjects.one_of_them),
    (counted.MANY.__contains__, counted.after_many),
    ("all".__eq__, counted.after_all),
    ("both".__eq__, counted.after_both),
    (counted.ONE.__contains__, counted.after_one),
    (counted.ONE.__contains__, measures.hyphenated),
    ("one".__eq__, measures.one_of_the),
    ("one".__eq__, measures.one_things),
    ("of".__eq__, measures.after_measure),
    (frozenset({"that", "which"}).__contains__, relative.after_that),
    (lambda word: word[0].isdigit() and number(word), measures.after_figure),
)

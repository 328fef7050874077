"""Whether an unknown Capitalised word is a slip in a right word, or a name that looks like one.

How near a word is to another by chance depends on its length and on how much the other is used, and
how often names stand there on the kind of field: hardly ever in what a post is called, mostly in
the name of a body. All of it is one sum, in log-odds. The weights are those of a logistic
regression on public lists of 6,000 posts, 4,000 universities, 2,000 titles of papers and their
journals: the unknown words in them against slips planted by the model of bench/words/slips.py.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cvpress.words import context, lookup, told
from cvpress.words.near import in_dictionary, two_slips
from cvpress.words.nearest import near, near_term, strange
from cvpress.words.right import known
from cvpress.words.suggest import price, ranked
from cvpress.words.text import Text, Token

# of each letter up to twelve, and of what it costs to type the word where the right one was meant
_LETTER, _PRICE, _LONGEST = 0.32, -0.58, 12
_TWO_SLIPS, _SAME_LETTERS, _OF_BODIES = -0.63, 0.73, 2.07
_A_NAME, _BESIDE_A_NAME, _ALONE = -1.64, -0.54, -1.5
# by how others write it: in its own right, so seldom that it may be a slip, or not at all
_SEEN = {"": -2.2, "s": -0.8, None: 1.7}
_PAIRED, _IN_A_PAIR = 2.5, -3.0
_STRANGE, _FOREIGN = 1.8, -1.0
_IN_LATIN = -2.0  # Logistica, Naturalis: seldom a slip, often a brand
_LATIN = re.compile(r"\w{3,}(?:ica|ana|aria|iana|alis|ensis|us|um)")
_FOREIGN_POST = -2.5  # beside an unknown word, what a post is called is hardly English
# how seldom names stand there
_ROLES = {
    "ordinary": 5.5,
    "label": 5.0,
    "title": 4.1,
    "prose": 3.0,
    "organization": 2.8,
    "venue": 2.8,
    "skill": 2.0,
    "other": 3.6,
    "place": 1.4,
}
_LONG_ENOUGH = 5  # for two slips


@lru_cache(maxsize=2048)
def candidates(low: str) -> tuple[tuple[str, ...], bool]:
    """Return the words that may be meant, best first, and whether they are two slips away."""
    rare = in_dictionary(low) if len(low) >= _LONG_ENOUGH else ()
    found = ranked(low, {*near(low), *rare, *near_term(low)})
    if found or len(low) < _LONG_ENOUGH or not low.isascii():
        return found, False
    return ranked(low, two_slips(low, _LONG_ENOUGH)), True


def likely(text: Text, at: int) -> tuple[float, tuple[str, ...]]:
    """Return the log-odds that the word of that number is a slip, and what is meant then."""
    low = text.tokens[at].lower
    found, two = candidates(low)
    if not found:
        return -_LONGEST, ()
    points = _ROLES.get(text.role, 0.0) + _of_the_word(low, text.role) + _of_the_place(text, at)
    if context.right(text, at):
        points += _IN_A_PAIR
    elif paired := context.best(text, at, found):
        points += _PAIRED
        found = tuple(dict.fromkeys((*paired, *found)))
    return points + _nearness(low, found[0], two), found


def _of_the_word(low: str, role: str) -> float:
    """Return what the letters tell, and who else writes it so."""
    points = _A_NAME if lookup.name(low) and not strange(low) else 0.0
    others = lookup.seen(low)
    if others is not None or role != "skill":  # what is new is seen nowhere
        points += _SEEN[others]
    return points + (_IN_LATIN if role in told.BODIES and _LATIN.fullmatch(low) else 0)


def _of_the_place(text: Text, at: int) -> float:
    """Return what the words around tell."""
    points = _ALONE if len(text.tokens) == 1 and text.role in ("ordinary", "skill") else 0.0
    if any(map(_a_name, beside(text, at))):
        points += _BESIDE_A_NAME if text.role != "ordinary" else _FOREIGN_POST
    strange_text = not text.reading.isascii() or any(map(_foreign, text.tokens))
    return points + (_FOREIGN if strange_text else 0)


def _nearness(low: str, word: str, two: bool) -> float:
    points = _LETTER * min(len(low), _LONGEST) + _PRICE * price(low, word)
    points += _TWO_SLIPS if two else 0
    points += _SAME_LETTERS if sorted(low) == sorted(word.lower()) else 0
    points += _OF_BODIES if word.lower() in lookup.bodies() or word[0].isupper() else 0
    return points + (_STRANGE if strange(low) else 0)


def beside(text: Text, at: int) -> tuple[Token, ...]:
    """Return the words before and after the word of that number."""
    return text.tokens[max(at - 1, 0) : at] + text.tokens[at + 1 : at + 2]


def _a_name(token: Token) -> bool:
    return token.capital and not known(token.lower)


def _foreign(token: Token) -> bool:
    return lookup.foreign(token.lower) and not known(token.lower)

"""British and American spelling mixed: colour beside color, organise beside organize.

Judged are words in lower case and at the beginning of a sentence, in texts that the owner of the CV
wrote: names of bodies, titles of works and what stands in quotation marks keep their own spelling.
With -our and -re, -ize is British, too (Oxford spelling), so that alone is no mixture; -ise beside
-ize is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cvpress.words import lookup
from cvpress.words.quotes import quoted
from cvpress.words.text import Text, Token
from cvpress.words.two_ways import Other

BRITISH, AMERICAN = "g", "u"
_TAGS = {"US": AMERICAN, "GB": BRITISH, "AU": BRITISH, "NZ": BRITISH, "IE": BRITISH, "ZA": BRITISH}
_OWN = frozenset({"prose", "ordinary", "label", "skill"})
_IZE = re.compile(r"\w{3,}i[sz](?:e|es|ed|er|ers|ing|ation|ations|ational)")
_PAIRS = (
    *(("our", "or"), ("isation", "ization"), ("is", "iz"), ("ys", "yz"), ("tre", "ter")),
    *(("ogue", "og"), ("ll", "l"), ("l", "ll"), ("ae", "e"), ("oe", "e"), ("ence", "ense")),
    *(("mme", "m"), ("ould", "old"), ("grey", "gray"), ("aluminium", "aluminum")),
    *(("ough", "ow"), ("tyre", "tire"), ("cheque", "check"), ("sceptic", "skeptic")),
    *(("jewellery", "jewelry"), ("centr", "center"), ("fibr", "fiber"), ("mould", "mold")),
)
# in American spelling, too, where they are terms of computing, or of a lathe
_TERMS = frozenset(
    (
        "analog",
        "dialog",
        "dialogs",
        "artifact",
        "artifacts",
        "catalog",
        "catalogs",
        "arbor",
        "arbors",
    )
)


def of_tag(tag: str) -> str:
    """Return the spelling that a language tag asks for, "" where it asks for none: en-GB → `g`."""
    return _TAGS.get(tag.partition("-")[2].upper(), "")


def mixed(texts: Sequence[Text], wanted: str = "") -> Iterator[Other]:
    """Yield the words in the spelling that is rarer in these texts, or in the one not `wanted`."""
    found = [one for number, text in enumerate(texts) for one in _found(number, text)]
    ize = [one for one in found if one.variety == AMERICAN and _IZE.fullmatch(one.word.lower())]
    telling = [one for one in found if one not in ize]  # -ize alone may be either
    ise = [one for one in telling if _IZE.fullmatch(one.word.lower())]
    # where no other word tells, each -ize weighs as much as an -ise
    usual = wanted or _usual(found if len(ise) == len(telling) else telling, bool(ize))
    yield from (one for one in telling if one.variety != usual)
    if usual == BRITISH and ise:
        yield from ize


def _usual(found: Sequence[Other], ize: bool) -> str:
    """Return the spelling of more words; of as many, the American if -ize is used, or the first."""
    kinds = [one.variety for one in found]
    british, american = kinds.count(BRITISH), kinds.count(AMERICAN)
    if british != american:
        return BRITISH if british > american else AMERICAN
    return AMERICAN if ize else kinds[0] if kinds else ""


def _found(number: int, text: Text) -> Iterator[Other]:
    if text.role not in _OWN:
        return
    for token in text.tokens:
        variety = _variety(token.lower) if _ordinary(token, text) else ""
        if not variety or _cited(token, text):
            continue
        if other := counterpart(token.lower, variety):
            yield Other(number, token.start, token.end, token.word, other, variety)


def _ordinary(token: Token, text: Text) -> bool:
    if token.word[1:] != token.word[1:].lower():
        return False
    return not token.capital or (text.role == "prose" and text.opens(token.start))


def _cited(token: Token, text: Text) -> bool:
    """Return whether a word stands in quotation marks: most often the title of a work."""
    return any(one.open < token.start < one.close for one in quoted(text.reading))


@lru_cache(maxsize=4096)
def _variety(low: str) -> str:
    return "" if low in _TERMS else lookup.variety(low)


@lru_cache(maxsize=512)
def counterpart(low: str, variety: str) -> str:
    """Return a word in the other spelling, "" where none is sure."""
    for british, american in _PAIRS:
        old, new = (british, american) if variety == BRITISH else (american, british)
        for found in re.finditer(old, low):
            other = low[: found.start()] + new + low[found.end() :]
            if lookup.size(other) is not None and lookup.variety(other) != variety:
                return other
    return ""

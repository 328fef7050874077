"""Unknown words in lower case, and those that open a sentence: slips or terms of the trade."""

from __future__ import annotations

from collections.abc import Sequence

from cvpress.words import capitals, lookup
from cvpress.words.capitals import NAME, Verdict
from cvpress.words.made import composed, derived
from cvpress.words.nearest import (
    LONG,
    far_off,
    like_it,
    near,
    near_rare,
    near_term,
    strange,
    sure,
    swapped,
    two_away,
    usual,
)
from cvpress.words.strange import names_another
from cvpress.words.text import Text


def judge(text: Text, at: int, often: bool) -> Verdict | None:
    """Judge a word in lower case that is not known to be right; None where it is.

    `often`: the document has it so often, or in several texts, that it is meant so.
    """
    token = text.tokens[at]
    low, proper = token.lower, token.lower.capitalize()
    if not text.shouted and proper in lookup.common():
        return "unknown-word", (proper,)
    if lookup.seen(low) == "" and len(low) >= LONG:
        return NAME
    found = near(low)
    if lookup.terms().get(low) == "f" and not any(usual(word, 1) for word in found):
        return None
    if any(sure(low, word) for word in found) and not lookup.doubtful(low):
        like = like_it(low, found) if len(low) >= LONG else swapped(low, found)
        return ("misspelling", like) if like and sure(low, like[0]) else ("unknown-word", found)
    if lookup.level(proper) is not None:
        return None
    tool = text.role == "skill" and len(text.tokens) == 1 and not _slipped(low, found)
    if often or names_another(text) or tool or composed(low) or (not found and derived(low)):
        return None
    found = found or near_rare(low) or near_term(low) or two_away(low)
    return NAME if not found and far_off(low) else ("unknown-word", found)


def opening(text: Text, at: int) -> Verdict | None:
    """Judge the Capitalised first word of a sentence: an ordinary word, if it is near one."""
    low = text.tokens[at].lower
    if lookup.seen(low) == "":
        return NAME
    found = near(low)
    like = found if len(low) >= LONG - 1 else swapped(low, found)
    if like:
        return ("misspelling" if sure(low, like[0]) else "unknown-word"), like
    if derived(low) or (lookup.name(low) and not strange(low)):
        return None
    return capitals.opening(text, at)


def _slipped(low: str, found: Sequence[str]) -> bool:
    """Return whether even a tool with a name of its own is rather a slip: stocktakign."""
    return len(low) > LONG and bool(like_it(low, found or near_rare(low)))

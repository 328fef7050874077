"""A word is on the page, but other letters come out where it is searched, copied or read aloud.

A page can look right and still tell programs something else: a hyphen that is a soft hyphen, “fi”
that is one sign, a Greek letter that is a Latin one, Đ that is Ð. Job portals, searches and screen
readers then don't find the word. One finding for each letter that goes wrong; the first word is
shown, the others are counted. Where nearly every letter does, it is one finding. So are icons that
are copied as a sign or a letter which stands nowhere in the CV. A heading may be in capitals; in a
PDF that was made elsewhere case, dashes and the shape of quotes don't count, and icons neither.

Bad:
    person: {name: Petar Đurić}
Printed:
    Petar Ðurić
    About
    A first line.
Says:
    1:22 error text-garbled: “Đurić” is copied as “Ðurić”: “Đ” (U+0110) comes out as “Ð” (U+00D0).
Bad:
    sections:
      - title: Co-op
        text: An efficient start-up, well-run.
Printed:
    Ada Example
    Co\N{SOFT HYPHEN}op
    An eﬃcient start\N{SOFT HYPHEN}up, well\N{SOFT HYPHEN}run.
Says:
    2:12 error text-garbled: “Co-op” is copied as “Co[U+00AD]op”: “-” comes out as U+00AD.
    3:14 error text-garbled: “efficient” is copied as “eﬃcient”: “ffi” comes out as “ﬃ” (U+FB03).
Bad:
    person: {name: Ada Example, location: Leuven, email: ada@example.org}
Printed:
    [link: mailto:ada@example.org]
    Ada Example
    § Leuven | # ada@example.org
    About
    A first line.
Says:
    1:39 error text-garbled: “§” (U+00A7) is copied before “Leuven”, where the CV has none.
Good:
    person: {name: Petar Đurić}
    sections:
      - title: Co-op
        text: An efficient co-op.
Printed:
    Petar Đurić
    Co-op
    An efficient co-
    op.
Silence:
    `checks: {ignore: [text-garbled]}`, `ignore: [text-garbled]` on the entry, or
    `# cvpress: ignore text-garbled` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.proofs.comparison import Difference, capitals
from cvpress.proofs.reading import compare
from cvpress.proofs.saying import quoted, shortened, shown, visible
from cvpress.view.model import View

SEVERITY = "error"
ON = True
FAMILY = "proofs"
LANGUAGES = None
MOST_CAUSES = 8  # beyond it is no letter that goes wrong, but the font


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield the first word of each letter that comes out as another."""
    words: dict[tuple[str, str], list[Difference]] = {}
    comparison = compare(printed, view)
    yield from _icons(comparison.strange)
    for garbled in comparison.garbled:
        words.setdefault(_cause(garbled.want, garbled.seen), []).append(garbled)
    if len(words) > MOST_CAUSES:
        everything = [difference for found in words.values() for difference in found]
        more = f", and so are {len(everything) - 1} more words"
        yield _problem(everything[:1], f"{_copied(everything[0])}{more}.")
        return
    for (want, seen), found in words.items():
        yield _problem(found, f"{_copied(found[0])}: {_change(want, seen)}.")


def _icons(strange: Sequence[Difference]) -> Iterator[Problem]:
    """Yield one problem for all signs that no program understands."""
    if strange:
        first = strange[0]
        yield Problem(
            first.path,
            f"{shown(first.seen)} is copied before {quoted(first.want)}, where the CV has none.",
            help=f"{_others(len(strange) - 1)}The theme's icons should copy as spaces or as words.",
        )


def _others(count: int) -> str:
    return f"So it is with {count} more sign{'s' * (count > 1)}. " if count else ""


def _problem(found: Sequence[Difference], message: str) -> Problem:
    others = len(found) - 1
    more = f", and errs so in {others} more place{'s' * (others > 1)}" if others else ""
    there = f"A program copies “{visible(found[0].around)}” there"
    help = f"{there}{more}; another font may be right."
    return Problem(found[0].path, message, help=help, word=found[0].want)


def _copied(word: Difference) -> str:
    want, seen = (shortened(visible(text))[0] for text in (word.want, word.seen))
    return f"“{want}” is copied as “{seen}”"


def _change(want: str, seen: str) -> str:
    if not seen:
        return f"{shown(want)} gets lost"
    if not want:
        return f"{shown(seen)} comes in"
    return f"{shown(want)} comes out as {shown(seen)}"


def _cause(want: str, seen: str) -> tuple[str, str]:
    """Return the first letters that differ, and what stands in their place."""
    want = want.upper() if capitals(seen) else want
    for tag, a, b, c, d in SequenceMatcher(None, want, seen, autojunk=False).get_opcodes():
        if tag != "equal":
            return want[a:b], seen[c:d]
    return want, seen

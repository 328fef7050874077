"""A character of the CV can't be printed.

A font lacks its letter, and TeX would leave a gap, so the CV is not set at all until each character
has a letter that prints and that a reader's program can copy. The embedded engine prints Latin,
Greek and Cyrillic letters with their accents in Source Sans Pro, fewer of them in its other fonts;
latexmk goes on with XeLaTeX, which prints Chinese, Japanese, Korean, Arabic and Hebrew, too, where
Noto and Amiri are installed (docs/fonts.md). A letter and an accent that belong together are one
character to the former, so an accent on a letter that never carries it has none. Signs are printed
where the font has them. A text is told once, at the first of its unprintable characters; of more
than three such texts the first alone is told, and how many they are.

Bad:
    sections:
      - title: Skills
        bullets: [Calligraphy 書道 and 絵画, "Rated ★★★★ by guests", Latin]
Says:
    3:27 error missing-glyph: The engine embedded can't print “書” (CJK UNIFIED IDEOGRAPH-66F8), \
nor 3 other characters of this text.
    3:45 error missing-glyph: The engine embedded can't print “★” (BLACK STAR).
Good:
    person: {name: Иван Ёлкин, location: "Đà Nẵng, Việt Nam"}
    sections:
      - title: Ἀθῆναι
        bullets: ["O(n²) ≤ H₂O → 5 µm", Łódź, Ştefan, "½ “quoted” — №"]
Silence:
    An engine or a font that could print it is named with the finding.
    `checks: {ignore: [missing-glyph]}` hides the finding, but TeX then stops at the character.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.engines import spoken
from cvpress.finding import Problem
from cvpress.texlog.model import Lacks, Pressing, Unprintable

SEVERITY = "error"
ON = True
FAMILY = "tex"
LANGUAGES = None
SEVERAL = "{first} So it is with {count} texts of this CV."
NO_OTHER = "Write it in letters that its fonts have; no other engine here can print it."
# By what Tectonic lacks; on systems where it can't run, pip is no way.
WANTING: dict[Lacks, str] = {
    "": "latexmk with XeLaTeX could, with Debian's packages {packages}: see docs/engines.md.",
    "program": "Tectonic could, by pip alone: docs/engines.md tells how. "
    "So could latexmk with Debian's packages {packages}.",
    "fonts": "Fonts are missing: docs/engines.md tells how pip brings them; "
    "Debian's packages are {packages}.",
}


def check(pressing: Pressing) -> Iterator[Problem]:
    """Yield one problem for each text that can't be printed whole."""
    help = _help(pressing)
    told: set[tuple[str, str]] = set()
    for lost in pressing.unprintable:
        key = lost.words.path, lost.characters
        if key not in told:
            told.add(key)
            at = _first_run(pressing.source(lost.words.path), lost.characters)
            yield Problem(lost.words.path, _message(pressing.engine, lost), at=at, help=help)


def _help(pressing: Pressing) -> str:
    if pressing.font:
        return f"Set it in a font that has it: `design: {{font: {pressing.font}}}`."
    if pressing.able:
        return f"Build with --engine {pressing.able}."
    if pressing.wanting:
        return WANTING[pressing.tectonic].format(packages=" ".join(pressing.wanting))
    return NO_OTHER


def _message(engine: str, lost: Unprintable) -> str:
    more = len(lost.characters) - 1
    others = f", nor {more} other character{'s' * (more > 1)} of this text" if more else ""
    return f"The engine {engine} can't print {spoken(lost.characters[0])}{others}."


def _first_run(text: str, characters: str) -> tuple[int, int] | None:
    """Return the first stretch of a text that is made of these characters alone."""
    start = next((i for i, c in enumerate(text) if c in characters), None)
    if start is None:
        return None
    rest = (i for i in range(start, len(text)) if text[i] not in characters)
    return start, next(rest, len(text))

"""TeX stopped at an error.

No text of a CV can be an error of TeX: each letter of it is escaped. So the theme is at fault, or
one of the packages that it loads; the finding stands at the entry that TeX was setting, or in a
theme of your own at the line of its template or style.

Bad:
    sections:
      - title: Skills
        bullets: [Latin]
Theme:
    \\renewcommand\\cvbullet[2]{\\cvdiamond{#2}}
Says:
    3:15 error tex-error: TeX stopped: Undefined control sequence. \\cvdiamond
Good:
    sections:
      - title: Skills
        bullets: ["Signs are text: 100 %, R&D, #1, $5, a_b, x^2, ~ and {}"]
Silence:
    It can't be silenced: there is no PDF. Mend the theme, or take another one (`--theme classic`).
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.texlog.model import Pressing

SEVERITY = "error"
ON = True
FAMILY = "tex"
LANGUAGES = None
HELP = "The theme, or a package that it loads, is at fault; try another one with --theme."
THEIRS = "Mend this line of your theme."


def check(pressing: Pressing) -> Iterator[Problem]:
    """Yield the first error of a log: TeX stops at it, what follows is its echo."""
    for message in pressing.messages:
        if message.kind == "error":
            path = pressing.entry_at(message.line) if message.line else ""
            said, theirs = f"TeX stopped: {message.text}", pressing.blame(message)
            if theirs:
                place = theirs.start, theirs.end
                yield Problem(path, said, help=THEIRS, place=place, file=theirs.file)
            else:
                yield Problem(path, said, help=HELP)
            return

"""TeX stopped at an error.

No text of a CV can be an error of TeX: each letter of it is escaped. So the theme is at fault, or
one of the packages that it loads; the finding stands at the entry that TeX was setting, at the
picture that it can't read, or in a theme of your own at the line of its template or style. It says
what TeX's words mean, and TeX's words.

Bad:
    sections:
      - title: Skills
        bullets: [Latin]
Theme:
    \\renewcommand\\cvbullet[2]{\\cvdiamond{#2}}
Says:
    3:15 error tex-error: TeX stopped: \\cvdiamond is not defined.
Good:
    sections:
      - title: Skills
        bullets: ["Signs are text: 100 %, R&D, #1, $5, a_b, x^2, ~ and {}"]
Silence:
    It can't be silenced: there is no PDF. Mend the theme, or take another one (`--theme classic`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.engines import plain
from cvpress.engines.faults import Fault
from cvpress.finding import Problem
from cvpress.texlog.model import Message, Pressing

SEVERITY = "error"
ON = True
FAMILY = "tex"
LANGUAGES = None
_PICTURE = re.compile(r"\(file (?:\./)?(\S+?)\)|picture or PDF file '(\S+?)'|File [`'](\S+?)'")


def check(pressing: Pressing) -> Iterator[Problem]:
    """Yield the first error of a log: TeX stops at it, what follows is its echo."""
    for message in pressing.messages:
        if message.fault is not None:
            meaning = plain.meaning(message.fault)
            theirs = pressing.blame(message)
            yield Problem(
                _path(message, message.fault, pressing),
                f"TeX stopped: {meaning.sentence}.",
                help=f"{meaning.cure} TeX says: {message.fault.text}",
                place=(theirs.start, theirs.end) if theirs else None,
                file=theirs.file if theirs else None,
            )
            return


def _path(message: Message, fault: Fault, pressing: Pressing) -> str:
    """Return the path of the picture that TeX names, else of the entry that it was setting."""
    named = _PICTURE.search(fault.text)
    picture = pressing.pictures.get(next(filter(None, named.groups()), "")) if named else None
    return picture or (pressing.entry_at(message.line) if message.line else "")

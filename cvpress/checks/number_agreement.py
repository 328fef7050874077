"""A word does not agree in number with the words beside it: two project, a tool that use the cache.

Easily left behind when a sentence is changed. Told only of nouns that are counted, at the end of
their phrase (two student representatives and a systems engineer are right), and of verbs that are
surely verbs (a tool that support staff use is right, too), also behind “of the survey”. Collective
nouns take both: a team that build, a set of tools that uses, a number of students are.

Bad:
    sections:
      - title: Work
        experience:
          - organization: Acme
            highlights:
              - Found a new paradigm that exploit the cache in two project.
              - One of the most important paper of this methods.
              - The results was clear after 5 year of work.
              - The results of the survey was used on a two-weeks course.
Says:
    6:39 warning number-agreement: “exploit” does not agree with “a new paradigm that”.
    6:64 warning number-agreement: “project” does not agree with “two”.
    7:39 warning number-agreement: “paper” does not agree with “one of the most important”.
    7:53 warning number-agreement: “methods” does not agree with “this”.
    8:25 warning number-agreement: “was” does not agree with “the results”.
    8:43 warning number-agreement: “year” does not agree with “5”.
    9:39 warning number-agreement: “was” does not agree with “the results of the survey”.
    9:53 warning number-agreement: “two-weeks” does not agree with “a”.
Good:
    sections:
      - title: Work
        experience:
          - organization: Acme
            highlights:
              - Led two student teams, a team that build the site, and a tool that staff use.
              - Wrote a set of tools that uses the cache, and one of the few papers on it.
              - This results in a systems course, the top five project of its year.
              - A number of students work in three-star kitchens; the United States is large.
Silence:
    `checks: {ignore: [number-agreement]}`, `ignore: [number-agreement]` on the entry, or
    `# cvpress: ignore number-agreement` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks import _words
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words.agreement import odd
from cvpress.words.clauses import clauses

SEVERITY = "warning"
ON = True
FAMILY = "words"
LANGUAGES = ("en",)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each word that does not agree in number."""
    words = _words.read(document, settings)
    for place, text in zip(words.places, words.texts, strict=True):
        if text.role not in ("prose", "title"):
            continue
        for clause in clauses(text):
            for one in odd(clause, text.reading):
                start, end = clause.spans[one.index]
                word = text.reading[start:end]
                message = f"“{word}” does not agree with “{one.because}”."
                yield place.problem(start, end, message, f"Perhaps “{one.right}” is meant.")

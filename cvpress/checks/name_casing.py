"""Products, venues and degrees are written with the capitals that their makers give them.

Who writes "Pytorch" in a list of skills seems not to have used it. The names are those of
simple-icons and of a list of our own. A name that is also a word (a cutlass, a typescript) is only
judged in lists of skills, or Capitalised in mid-sentence. Names are cased in every language; beside
French or German, acronyms that have become words (Unesco) and names in lower case that may be words
are left alone.

Bad:
    sections:
      - title: Skills
        skills: [{label: Tools, items: [Pytorch, Cutlass, vllm, GEM5]}]
      - title: Projects
        projects: [{name: A bot, links: [{label: Github page}], summary: Written in Typescript.}]
Says:
    3:37 warning name-casing: This name is written “PyTorch”.
    3:46 warning name-casing: This name is written “CUTLASS”.
    3:55 warning name-casing: This name is written “vLLM”.
    3:61 warning name-casing: This name is written “gem5”.
    5:46 warning name-casing: This name is written “GitHub”.
    5:81 warning name-casing: This name is written “TypeScript”.
Good:
    sections:
      - title: Skills
        skills: [{label: Tools, items: [PyTorch, CUTLASS, vLLM, gem5]}]
      - title: Projects
        projects:
          - name: A bot
            url: https://github.com/example/pytorch
            highlights: [A cutlass of bronze., Read the typescript., "Run with `pytorch`."]
Silence:
    `checks: {words: [the word]}` where the word is right,
    `checks: {ignore: [name-casing]}`, `ignore: [name-casing]` on the entry, or
    `# cvpress: ignore name-casing` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks import _foreign, _words
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "words"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each name that is not written as its makers write it."""
    words = _words.read(document, settings)
    english = [(words.places[number], one) for number, one in words.miscased]
    for place, one in (*english, *_foreign.read(document, settings).miscased):
        message = f"This name is written “{one.right}”."
        yield place.problem(one.start, one.end, message, "Write it so.", put=one.right)

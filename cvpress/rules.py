"""The one loader: finds every check, TeX message and proof, and reads its manual page.

A rule is a module that has a SEVERITY. Its file name is its id (with underscores), its folder its
stage, its docstring its manual page; nothing is listed a second time.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from cvpress.finding import Problem, Severity

Stage = Literal["checks", "texlog", "proofs"]
STAGES: tuple[Stage, ...] = ("checks", "texlog", "proofs")


@dataclass(frozen=True, slots=True)
class Example:
    """One `Bad:` or `Good:` of a manual page: the fragment of a CV, and what is said of it.

    `printed`, for a proof: the page as it was read back; "" where it holds all that it should.
    `theme`, for a TeX message: what is added to the theme's preamble.
    `bib`: the text of a `papers.bib` beside the CV.
    `answers`, for a check that asks the network: a line for each link, `URL KIND WHY-OR-WHERE`.
    """

    fragment: str
    says: tuple[str, ...] = ()
    printed: str = ""
    theme: str = ""
    answers: str = ""
    bib: str = ""


@dataclass(frozen=True, slots=True)
class Manual:
    """A manual page: the rule in one sentence, why it matters, examples, how to silence it."""

    rule: str
    why: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    silence: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One check, TeX message or proof, as its module tells it.

    `online`: it asks the network. `several`: what one finding says where there were more than
    three, with their `{count}` and perhaps what the `{first}` says; "" where each is told.
    """

    id: str
    stage: Stage
    severity: Severity
    on: bool
    family: str
    languages: frozenset[str] | None
    judge: Callable[..., Iterator[Problem]]
    doc: str
    online: bool = False
    several: str = ""


def _rule(stage: Stage, name: str) -> Rule | None:
    module: Any = importlib.import_module(f"cvpress.{stage}.{name}")
    if not hasattr(module, "SEVERITY"):
        return None
    return Rule(
        id=name.replace("_", "-"),
        stage=stage,
        severity=module.SEVERITY,
        on=module.ON,
        family=module.FAMILY,
        languages=frozenset(module.LANGUAGES) if module.LANGUAGES else None,
        judge=module.check,
        doc=module.__doc__ or "",
        online=getattr(module, "ONLINE", False),
        several=getattr(module, "SEVERAL", ""),
    )


@cache
def load(stage: Stage) -> tuple[Rule, ...]:
    """Return the rules of one stage, sorted by id."""
    package = importlib.import_module(f"cvpress.{stage}")
    found = (_rule(stage, entry.name) for entry in pkgutil.iter_modules(package.__path__))
    return tuple(sorted((rule for rule in found if rule), key=lambda rule: rule.id))


def every() -> tuple[Rule, ...]:
    """Return all rules of all stages, sorted by id."""
    return tuple(sorted((r for stage in STAGES for r in load(stage)), key=lambda rule: rule.id))


_HEAD = re.compile(r"^(Bad|Bib|Answers|Printed|Theme|Says|Good|Silence):[ \t]*$", re.MULTILINE)


def manual(rule: Rule) -> Manual:
    """Read a rule's docstring. Its parts are headed `Bad:`, `Says:`, `Good:`, `Silence:`.

    Each head stands alone on a line and its block is indented by four spaces. A `Says:` belongs to
    the `Bad:` above it, one line for each finding: `LINE:COL severity id: message`, or `-` for a
    finding without a place. A `Printed:` belongs to the `Bad:` or `Good:` above it: the lines of
    the page as they were read back, and facts in brackets, say `[pages: 3]`. A `Theme:` belongs to
    the `Bad:` above it: TeX that its theme adds. `Answers:` belong to the example above them,
    as does `Bib:`, the text of a papers.bib; a finding in it begins with that name.
    """
    opening, *rest = _HEAD.split(rule.doc)
    first, _, why = opening.strip().partition("\n\n")
    bad: list[Example] = []
    good: list[Example] = []
    silence = ""
    last = bad
    for head, block in zip(rest[::2], rest[1::2], strict=True):
        text = _dedent(block)
        if head in ("Bad", "Good"):
            last = bad if head == "Bad" else good
            last.append(Example(text))
        elif head == "Says":
            bad[-1] = replace(bad[-1], says=tuple(text.split("\n")))
        elif head in ("Answers", "Bib", "Printed", "Theme"):
            part: dict[str, Any] = {head.lower(): text}
            last[-1] = replace(last[-1], **part)
        else:
            silence = text
    return Manual(" ".join(first.split()), why.strip(), tuple(bad), tuple(good), silence)


def _dedent(block: str) -> str:
    lines = block.strip("\n").rstrip().split("\n")
    return "\n".join(line[4:] if line.startswith("    ") else line for line in lines)

"""The runner: calls checks and proofs, and makes findings of what they yield.

It alone knows ids, severities, ignores and places, so that no check can get one wrong. Ignores
(LANGUAGE 4, 10, 11): `checks.ignore` for the file, `ignore:` on a section, entry or role, and
`# cvpress: ignore ID` at the end of a line or alone above it. One that silences nothing is
reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

from cvpress import languages
from cvpress.finding import FileEdit, FileFix, Finding, Problem, Severity
from cvpress.ignores import UNUSED, Ignores, find
from cvpress.rules import Rule, Stage, load
from cvpress.schema.fields import fields
from cvpress.settings import Settings
from cvpress.source.document import Beside, Document, Scalar, Span
from cvpress.source.positions import encode, place_of, span

Judge = Callable[[Rule], Iterator[Problem]]


def matches(rule: Rule, patterns: Iterable[str]) -> bool:
    """Return whether one of the patterns (ids, families, globs, `all`) names this rule."""
    return any(pattern == "all" or _named(rule, pattern) for pattern in patterns)


def _named(rule: Rule, name: str) -> bool:
    return name == rule.family or fnmatchcase(rule.id, name)


# Where the file can't be read whole, silence would look like praise: these ignore `--select`.
UNREAD = ("yaml-syntax", "too-large")


def wanted(rule: Rule, settings: Settings) -> bool:
    """Return whether a rule is on: `--ignore` wins over `--select`, both over the file.

    A rule that asks the network is on only where the network may be asked.
    """
    if matches(rule, settings.deselect) or (rule.online and settings.links is None):
        return False
    if settings.select:
        return rule.id in UNREAD or matches(rule, settings.select)
    return rule.on or rule.id in settings.severity


def level(rule: Rule, settings: Settings) -> Severity:
    """Return how grave a rule's findings are: as the file says of its id, else of its family or by
    a glob (the last that names it), else as the rule says itself."""
    if rule.id in settings.severity:
        return settings.severity[rule.id]
    named = [one for name, one in settings.severity.items() if _named(rule, name)]
    return named[-1] if named else rule.severity


def run(stage: Stage, document: Document, settings: Settings, judge: Judge) -> list[Finding]:
    """Return the findings of one stage, sorted. `judge` calls a rule with what its stage judges."""
    ignores = find(document, settings)
    found: list[Finding] = []
    for rule in _rules(stage, document, settings):
        told = (_finding(rule, problem, document, settings) for problem in judge(rule))
        found += _few(rule, [one for one in told if not ignores.silence(one, rule.family)])
    if stage == "checks":
        found.extend(_unused(ignores, document, settings))
    return sorted(found, key=lambda finding: finding.order)


MOST = 3


def _few(rule: Rule, told: list[Finding]) -> list[Finding]:
    """Return what a rule tells; of a rule with a word for several, the first stands for many."""
    if not rule.several:
        return told
    told = sorted(set(told), key=lambda finding: finding.order)
    if len(told) <= MOST:
        return told
    return [replace(told[0], message=_several(rule, told), fix=None)]


def _several(rule: Rule, told: list[Finding]) -> str:
    return rule.several.format(first=told[0].message, count=len(told))


def checks(document: Document, settings: Settings) -> list[Finding]:
    """Run every check that is wanted on a document."""
    spoken = [
        (languages.choose(document, tag), languages.speaking(settings, tag))
        for tag in settings.locales
    ]
    spoken = spoken if languages.several(document) else [(document, settings)]

    def judge(rule: Rule) -> Iterator[Problem]:
        """Judge what the file says once, and what it says in words once for each language."""
        for text, told in [(document, settings)] if rule.family in WHOLE else spoken:
            yield from rule.judge(text, told)

    found = run("checks", document, settings, judge)
    return list(dict.fromkeys(found)) if len(spoken) > 1 else found


# These judge the file as it is written, with all its languages and variants.
WHOLE = ("yaml", "schema", "variants")


def _rules(stage: Stage, document: Document, settings: Settings) -> Iterator[Rule]:
    spoken = {field.language.partition("-")[0] for field in fields(document)}
    spoken |= {settings.language, settings.spelling.partition("-")[0]}
    for rule in load(stage):
        if rule.id == UNUSED or not wanted(rule, settings):
            continue
        if rule.languages is None or rule.languages & spoken:
            yield rule


def _finding(rule: Rule, problem: Problem, document: Document, settings: Settings) -> Finding:
    file, place = _place(_pointed(problem, document), document)
    return Finding(
        id=rule.id,
        severity=level(rule, settings),
        message=problem.message,
        help=problem.help,
        file=file.name,
        span=place,
        path=problem.path,
        fix=_fix(problem, document) if file is document else None,
    )


def _pointed(problem: Problem, document: Document) -> Problem:
    """Return a problem that points at its word, where the text has it once; else as it is."""
    node = document.node(problem.path)
    if not problem.word or not isinstance(node, Scalar):
        return problem
    found = list(re.finditer(rf"(?<!\w){re.escape(problem.word)}(?!\w)", node.text))
    return replace(problem, at=found[0].span()) if len(found) == 1 else problem


def _place(problem: Problem, document: Document) -> tuple[Document, Span | None]:
    """Return the file and the place in it at which a problem is told."""
    if problem.place is not None:
        file = problem.file or document
        return file, span(file, *problem.place)
    if not problem.path and not problem.at:
        return document, None
    outside = document.outside(problem.path)
    if outside is not None:
        return outside.file, span(outside.file, *_stretch(problem, document, outside))
    return document, place_of(document, problem.path, problem.at, problem.key)


def _stretch(problem: Problem, document: Document, outside: Beside) -> tuple[int, int]:
    """Return the offsets in the other file: of the word itself, where it is written there alike."""
    node = document.node(problem.path)
    if problem.at is None or not isinstance(node, Scalar):
        return outside.start, outside.end
    start = outside.file.text.find(node.text, outside.start, outside.end)
    if start < 0:
        return outside.start, outside.end
    return start + problem.at[0], start + problem.at[1]


def _fix(problem: Problem, document: Document) -> FileFix | None:
    if problem.edits:
        edits = list(problem.edits)
        description = problem.fix_description
    elif problem.fix is not None:
        scalar = document.key(problem.path) if problem.key else document.node(problem.path)
        encoded = [encode(document, scalar, *change) for change in problem.fix.replacements]
        edits = [edit for edit in encoded if edit is not None]
        description = problem.fix.description
        if len(edits) < len(encoded):
            return None
    else:
        return None
    return FileFix(
        description,
        tuple(FileEdit(span(document, edit.start, edit.end), edit.replacement) for edit in edits),
    )


def _unused(ignores: Ignores, document: Document, settings: Settings) -> Iterator[Finding]:
    """Judge the ignores themselves.

    One for TeX or a proof can't be judged before TeX has run; nor can one for a link, which may be
    dead today and busy tomorrow.
    """
    by_id = {rule.id: rule for rule in load("checks")}
    rule = by_id[UNUSED]
    if not wanted(rule, settings) or settings.select:
        return
    running = {r.id for r in _rules("checks", document, settings) if not r.online}
    for problem in rule.judge(document, settings, ignores.all, running):
        finding = _finding(rule, problem, document, settings)
        if not ignores.silence(finding, rule.family):
            yield finding

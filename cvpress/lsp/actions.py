"""Quick fixes: the cure of a finding, a word made known, a check silenced at this line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsprotocol import types

from cvpress import rules
from cvpress.finding import Finding
from cvpress.ignores import UNUSED
from cvpress.lsp import known_word
from cvpress.lsp.diagnostics import diagnostic
from cvpress.lsp.files import File
from cvpress.lsp.hover import touching
from cvpress.source.document import Document, Edit
from cvpress.source.lens import BOM

Edits = list[types.TextEdit]


def wanted(kind: str, only: Iterable[str] | None) -> bool:
    """Return whether an editor asks for actions of a kind; `source` asks for `source.fixAll`."""
    return only is None or any(f"{kind}.".startswith(f"{one}.") or not one for one in only)


def actions(file: File, start: int, end: int) -> list[types.CodeAction]:
    """Return what can be done about the findings that touch a stretch: the surest cure first."""
    here = touching(file, start, end)
    made = [
        action for kind in (_cure, _word, _ignore) for one in here for action in kind(file, one)
    ]
    return list({(action.title, str(action.edit)): action for action in made}.values())


def _cure(file: File, finding: Finding) -> Iterator[types.CodeAction]:
    if finding.fix:
        edits = [
            types.TextEdit(file.text.range(*file.text.stretch(edit.span)), edit.replacement)
            for edit in finding.fix.edits
        ]
        yield _action(file, finding, finding.fix.description.rstrip("."), edits, preferred=True)


def _word(file: File, finding: Finding) -> Iterator[types.CodeAction]:
    """A word that is right is made known: where the check's manual page names that way."""
    first, last = file.text.stretch(finding.span)
    word = file.text.text[first:last]
    rule = next(rule for rule in rules.load("checks") if rule.id == finding.id)
    if "words:" not in rules.manual(rule).silence:
        return
    edit = known_word.edit(file.checked().document, word)
    if edit:
        yield _action(file, finding, f"Add “{word}” to the known words", [_edit(file, edit)])


def _ignore(file: File, finding: Finding) -> Iterator[types.CodeAction]:
    """A comment above the line: it is right in brackets and before a text of several lines, too."""
    document = file.checked().document
    if document.root is None or finding.span is None or finding.id == UNUSED:
        return
    at = _begins(document, file.text.stretch(finding.span)[0])
    line = re.match(r"[ \t]*(?=[^\s#])", document.text[at:])
    if line:
        ends = re.search(r"\r\n|\r|\n", document.text)
        comment = f"{line[0]}# cvpress: ignore {finding.id}{ends[0] if ends else chr(10)}"
        edit = _edit(file, Edit(at, at, comment))
        yield _action(file, finding, f"Ignore {finding.id} here", [edit])


def _begins(document: Document, offset: int) -> int:
    """Where the line begins that a comment is to stand above: of a long text, its first."""
    for scalar in document.scalars():
        if scalar.start <= offset < scalar.end:
            offset = scalar.start
    start = max(one for one in document.line_starts if one <= offset)
    return start + document.text.startswith(BOM, start)


def _edit(file: File, edit: Edit) -> types.TextEdit:
    return types.TextEdit(file.text.range(edit.start, edit.end), edit.replacement)


def _action(
    file: File, finding: Finding, title: str, edits: Edits, preferred: bool = False
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, file.text)],
        is_preferred=preferred,
        edit=types.WorkspaceEdit(changes={file.uri: edits}),
    )

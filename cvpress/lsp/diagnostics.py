"""Findings as an editor shows them: a line under the word, and a sentence."""

from __future__ import annotations

from lsprotocol import types

from cvpress import UPSTREAM
from cvpress.finding import Finding, Severity
from cvpress.ignores import UNUSED
from cvpress.lsp.text import Text

SOURCE = "cvpress"
_SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostic(finding: Finding, text: Text) -> types.Diagnostic:
    """Return a finding with its place in an editor's positions."""
    return types.Diagnostic(
        range=text.range(*text.stretch(finding.span)),
        message=f"{finding.message} {finding.help}".rstrip(),
        severity=_SEVERITIES[finding.severity],
        code=finding.id,
        code_description=types.CodeDescription(f"{UPSTREAM}/blob/main/docs/checks.md#{finding.id}"),
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if finding.id == UNUSED else None,
    )

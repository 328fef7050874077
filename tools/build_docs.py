"""Writes docs/checks.md from the manual pages of all checks, TeX messages and proofs; docs/fonts.md
from the tables of printable characters (`font_table`).

    python tools/build_docs.py

Whether a check has a fix is not claimed but seen: its examples are checked, and their findings
carry one or don't.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tools")]

from cvpress.reports import manual_page  # noqa: E402
from cvpress.rules import Rule, every, manual  # noqa: E402

findings = importlib.import_module("examples").findings
font_table = importlib.import_module("font_table")
PAGE = ROOT / "docs" / "checks.md"
FAMILIES = {
    "yaml": "How the file is read as YAML.",
    "schema": "Which fields there are, and what they take.",
    "dates": "Dates by themselves, and what they say of each other.",
    "words": "Spelling, names, and words beside each other.",
    "punctuation": "Signs and spaces between the words.",
    "prose": "How sentences are built.",
    "content": "What the CV says of the person and the work.",
    "identifiers": "Addresses, numbers and links.",
    "bibliography": "Publications that come from a .bib.",
    "variants": "One file, several CVs.",
    "tex": "Told while the page is set (`build`).",
    "proofs": "Told of the printed page (`build` and `prove`).",
}
HEAD = """# The checks

What `cvpress check`, `build` and `prove` can say, by family. An *error* stops a build; a *warning*
does so with `--strict`; an *info* never does. What is off runs where `--select` or the CV's own
`checks: {severity: {ID: warning}}` asks for it. **Fix**: “yes” where `check --fix` can cure what
the check finds, “some” where it can cure some of it. How to choose, change and silence checks:
[configuration.md](configuration.md). This page is made from the code by `tools/build_docs.py`.
"""
TITLES = {"yaml": "YAML", "tex": "TeX"}


def page() -> str:
    """Return the whole page."""
    rules = every()
    families = dict.fromkeys((*FAMILIES, *sorted(rule.family for rule in rules)))
    parts = [HEAD]
    for family in families:
        some = [rule for rule in rules if rule.family == family]
        if some:
            title = TITLES.get(family, family.capitalize())
            parts += [f"## {title}\n\n{FAMILIES.get(family, '')}\n", *_table(some), ""]
    parts.append("## The manual pages\n")
    for family in families:
        parts += [_section(rule) for rule in rules if rule.family == family]
    return "\n".join(parts).rstrip() + "\n"


def _table(rules: list[Rule]) -> Iterator[str]:
    yield "| check | severity | on | fix | rule |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        on = "online" if rule.online else "yes" if rule.on else "no"
        told = f"{rule.severity} | {on} | {fixes(rule)} | {manual(rule).rule}"
        yield f"| [`{rule.id}`](#{rule.id}) | {told} |"


def _section(rule: Rule) -> str:
    off = ", only with `--online`" if rule.online else "" if rule.on else ", off by default"
    head = f"### {rule.id}\n\n*{rule.severity}, {rule.family}{off}*"
    return f"{head}\n\n{manual_page.markdown(rule)}\n"


def fixes(rule: Rule) -> str:
    """Return "yes", "some" or "no": whether what the page's examples show carries a fix."""
    if rule.stage != "checks":
        return "no"
    found = [
        bool(finding.fix)
        for example in manual(rule).bad
        for finding in findings(rule, example.fragment, example.answers, example.bib)
        if finding.id == rule.id
    ]
    return "yes" if all(found) else "some" if any(found) else "no"


def main() -> None:
    """Write the pages."""
    font_table.PAGE.write_text(font_table.page(), "utf-8", newline="\n")
    PAGE.write_text(page(), "utf-8", newline="\n")
    print(f"{PAGE.relative_to(ROOT)}: {len(every())} checks")


if __name__ == "__main__":
    main()

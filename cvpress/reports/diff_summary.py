"""A comparison as Markdown, for the summary of a GitHub job."""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.comparing.model import Change, Compared
from cvpress.reports import diff_words
from cvpress.reports.job_summary import plain

_MOST = 100


def report(compared: Compared) -> str:
    """Return Markdown: the count, then what differs by section (the first hundred), the layout."""
    lines = ["## What changes on the page", "", plain(diff_words.summary(compared)), ""]
    told = list(_sections(compared))
    lines += told[:_MOST]
    if len(told) > _MOST:
        lines.append(f"… and {len(told) - _MOST} more.")
    if compared.facts:
        lines += ["", "### Pages and layout", ""]
        lines += [f"- {plain(fact.text)}" for fact in compared.facts[:_MOST]]
    return "\n".join(lines) + "\n\n"


def _sections(compared: Compared) -> Iterator[str]:
    for section, changes in diff_words.sections(compared):
        yield f"\n### {plain(section)}\n"
        yield from (f"- {_line(change)}" for change in changes)


def _line(change: Change) -> str:
    if change.kind == "moved":
        return f"moved: {plain(diff_words.cut(change.new))}{plain(diff_words.where(change))}"
    lost = f"<del>{plain(diff_words.cut(change.old))}</del>" if change.old else ""
    added = f"<ins>{plain(diff_words.cut(change.new))}</ins>" if change.new else ""
    parts = (plain(change.before), lost, added, plain(change.after))
    return " ".join(filter(None, parts))

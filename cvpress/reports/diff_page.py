"""A comparison as one HTML page: words by section, pages side by side, nothing loaded from outside.

It needs no script, and reads well without eyes: `del` and `ins` for words, each picture with what
it shows and how many places on it are marked.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

from cvpress import __version__
from cvpress.comparing.model import Change, Compared, Mark
from cvpress.comparing.sheets import Sheet
from cvpress.reports import diff_words
from cvpress.reports.display import visible

GENERATOR = "cvpress diff"
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem auto; max-width: 90rem;
  padding: 0 1rem; }
del, ins, .moved { padding: 0 .15em; border-radius: .2em; color: #000; }
del { background: #f6c3c7; } ins { background: #bfe6c8; } .moved { background: #c9d9f5; }
.pages { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
  gap: 1rem; }
.unseen { position: absolute; clip-path: inset(50%); white-space: nowrap; }
figure { margin: 0; } img { width: 100%; height: auto; border: 1px solid #888; }
"""


def report(compared: Compared, sheets: Sequence[Sheet]) -> str:
    """Return the page."""
    title = f"What changes from {compared.names[0]} to {compared.names[1]}"
    head = [
        "<!doctype html>",
        '<html lang="en">',
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f'<meta name="generator" content="{GENERATOR} {__version__}">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{_plain(title)}</title>",
        f"<style>{_STYLE}</style>",
        "<main>",
        f"<h1>{_plain(title)}</h1>",
        f"<p>{_plain(diff_words.summary(compared))}</p>",
    ]
    parts = [*head, *_words(compared), *_layout(compared), *_pages(compared, sheets), "</main>"]
    return "\n".join(parts) + "\n"


def _words(compared: Compared) -> Iterator[str]:
    if not compared.changes:
        return
    yield "<h2>Words</h2>"
    for section, changes in diff_words.sections(compared):
        yield f"<h3>{_plain(section)}</h3>\n<ul>"
        yield from (f"<li>{_line(change)}</li>" for change in changes)
        yield "</ul>"


def _line(change: Change) -> str:
    if change.kind == "moved":
        text = f'<span class="moved">{_plain(change.new)}</span>'
        return f"moved: {text}{_plain(diff_words.where(change))}"
    lost = f"<del>{_unseen('lost: ')}{_plain(change.old)}</del>" if change.old else ""
    added = f"<ins>{_unseen('added: ')}{_plain(change.new)}</ins>" if change.new else ""
    return " ".join(filter(None, (_plain(change.before), lost, added, _plain(change.after))))


def _unseen(text: str) -> str:
    """Return words for a screen reader, few of which tell `del` and `ins` by themselves."""
    return f'<span class="unseen">{text}</span>'


def _layout(compared: Compared) -> Iterator[str]:
    if compared.facts:
        yield "<h2>Pages and layout</h2>\n<ul>"
        yield from (f"<li>{_plain(fact.text)}</li>" for fact in compared.facts)
        yield "</ul>"


def _pages(compared: Compared, sheets: Sequence[Sheet]) -> Iterator[str]:
    if not sheets:
        return
    yield "<h2>Page by page</h2>"
    yield (
        "<p>Struck through and red: lost. Underlined and green: added. Framed and blue: moved. "
        "Framed and yellow: looks different. Pages that look the same are left out.</p>"
    )
    for sheet in sheets:
        yield f'<h3>Page {sheet.number}</h3>\n<div class="pages">'
        pngs = sheet.old, sheet.new
        sides = zip(("Old", "New"), compared.names, pngs, compared.marks, strict=True)
        for which, name, png, marks in sides:
            yield _figure(f"{which}: {name}", sheet.number, png, marks)
        yield "</div>"


def _figure(caption: str, number: int, png: bytes, marks: Sequence[Mark]) -> str:
    told = f"<figcaption>{_plain(caption)}</figcaption>"
    if not png:
        return f"<figure>{told}<p>It has no page {number}.</p></figure>"
    count = sum(mark.page == number for mark in marks)
    shows = f"{caption}, page {number}; {count} place{'' if count == 1 else 's'} marked"
    data = b64encode(png).decode()
    source = f"data:image/png;base64,{data}"
    return f'<figure>{told}<img alt="{_plain(shows)}" src="{source}"></figure>'


def _plain(text: str) -> str:
    return escape(visible(text))

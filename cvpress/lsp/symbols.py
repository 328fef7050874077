"""The outline of a CV: its sections, their subsections and entries."""

from __future__ import annotations

from lsprotocol import types

from cvpress.lsp.files import File
from cvpress.lsp.text import Text
from cvpress.schema import shape
from cvpress.schema.fields import Entry, Section, sections
from cvpress.source.document import Mapping

_Kind = types.SymbolKind


def symbols(file: File) -> list[types.DocumentSymbol]:
    """Return the sections of a CV in their order; [] where it can't be read."""
    found = sections(file.checked().document)
    return [_section(one, found, file.text) for one in found if one.parent is None]


def _section(section: Section, every: tuple[Section, ...], text: Text) -> types.DocumentSymbol:
    below = [_section(one, every, text) for one in every if one.parent is section]
    entries = [_entry(entry, text) for entry in section.entries]
    name = section.title or section.kind
    symbol = _symbol(name, "title", _Kind.Namespace, section.node, text)
    symbol.children = [*entries, *below]
    return symbol


def _entry(entry: Entry, text: Text) -> types.DocumentSymbol:
    """An entry by its head, the field that it must have; of a job or a study also what it was."""
    head = shape.word(shape.at(("sections", 0, entry.kind, 0)), "required")[0]
    symbol = _symbol(entry.node.text(head), head, _Kind.Object, entry.node, text)
    symbol.detail = entry.node.text("title") or entry.node.text("degree") or None
    return symbol


def _symbol(
    name: str, key: str, kind: types.SymbolKind, node: Mapping, text: Text
) -> types.DocumentSymbol:
    """Return a symbol: all of its map, and within it the text that is its name."""
    end = node.start + len(text.text[node.start : node.end].rstrip())
    chosen = node.items.get(key, node)
    first, last = max(chosen.start, node.start), min(chosen.end, end)
    if first >= last:
        first, last = node.start, node.start
    name = " ".join(name.split()) or "(without a name)"
    return types.DocumentSymbol(name, kind, text.range(node.start, end), text.range(first, last))

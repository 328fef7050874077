"""What an entry has from the one that its `crossref` names: a paper's volume, editors and year."""

from __future__ import annotations

from cvpress.bibliography.model import Bib, BibEntry, Value
from cvpress.source.document import Fault

MISSING = "bib-entry-missing"
# What is a work's own: the volume's DOI is not the paper's.
_OWN_WORDS = (
    "title subtitle author crossref xref doi url eprint archiveprefix eprinttype keywords abstract "
    "note annote pages isbn file pubstate equal_contribution author+an"
)
_OWN = frozenset(_OWN_WORDS.split())
_PARTS = frozenset({"inproceedings", "conference", "incollection", "inbook", "suppcollection"})


def whole(bib: Bib, entry: BibEntry) -> tuple[dict[str, Value], tuple[Fault, ...]]:
    """Return an entry's fields with those it inherits, and what is wrong with its crossref."""
    fields, faults, seen = dict(entry.fields), list[Fault](), {entry.key}
    below = entry
    while (named := below.fields.get("crossref")) and named.text not in {"", *seen}:
        seen.add(named.text)
        parent = bib.entries.get(named.text)
        if parent is None:
            message = f"Its parent {named.text} is missing."
            help = "Is its key written alike?"
            faults.append(Fault(MISSING, named.start, named.end, message, help, file=bib.file))
            break
        _inherit(entry.type, fields, parent)
        below = parent
    return fields, tuple(faults)


def _inherit(type: str, fields: dict[str, Value], parent: BibEntry) -> None:
    for name, value in parent.fields.items():
        if name not in _OWN:
            fields.setdefault(name, value)
    if type in _PARTS and (title := parent.fields.get("title")):
        fields.setdefault("booktitle", title)

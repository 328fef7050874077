"""The types of entries: other names for one, and the headings under which they are grouped."""

from __future__ import annotations

_ALIASES = {
    "conference": "inproceedings", "paper": "inproceedings", "suppperiodical": "article",
    "periodical": "article", "review": "article", "mvbook": "book", "collection": "book",
    "mvcollection": "book", "reference": "book", "mvproceedings": "proceedings",
    "bookinbook": "inbook", "suppbook": "inbook", "inreference": "incollection",
    "suppcollection": "incollection", "phdthesis": "thesis", "mastersthesis": "thesis",
    "techreport": "report", "electronic": "online", "www": "online", "webpage": "online",
    "unpublished": "misc",
}  # fmt: skip
_GROUPS = {
    "article": "articles",
    "inproceedings": "conference",
    "book": "books",
    "proceedings": "books",
    "incollection": "chapters",
    "inbook": "chapters",
    "thesis": "theses",
    "report": "reports",
}
PREPRINTS, OTHER = "preprints", "other"
# In the order in which they are printed.
GROUPS = (*dict.fromkeys(_GROUPS.values()), PREPRINTS, OTHER)


def canonical(type: str) -> str:
    """Return the one name of a type: `inproceedings` for `conference`, `thesis` for both theses."""
    return _ALIASES.get(type, type)


def group(type: str, preprint: bool) -> str:
    """Return the heading of a type, by its id in the locale. `preprint`: it has an arXiv number."""
    return _GROUPS.get(type, PREPRINTS if preprint else OTHER)

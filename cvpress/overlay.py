"""The overlay: private fields of the person from a file that is not in git (`--overlay`).

Its values are printed, and stand nowhere else: no finding, log or summary repeats one. What is
wrong with the file is told by place and id alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial

from cvpress.errors import UsageError
from cvpress.finding import Finding
from cvpress.source.document import Document, Mapping, Scalar
from cvpress.source.positions import place_of
from cvpress.source.roots import nodes

BLANK = "[private]"
_LEAST = 3  # a shorter value would blot out parts of other words
_QUOTED = re.compile("“([^”]+)”")


def person(overlay: Document) -> Mapping | None:
    """Return the private fields; None where there are none.

    Raises UsageError for a file that holds anything else.
    """
    root = overlay.root
    found = root.get("person") if root else None
    others = [key for key in root.items if key != "person"] if root else []
    if others or (found is not None and not isinstance(found, Mapping)):
        message = f"{overlay.name} may hold fields of the person alone"
        help = "Write `person:` with its fields below, such as `phone:`."
        raise UsageError(f"{message}{', not ' + others[0] if others else ''}.", help)
    return found


def put(document: Document, overlay: Document | None) -> Document:
    """Return a document whose person has the private fields, too. Raises UsageError."""
    private = person(overlay) if overlay else None
    root = document.root
    own = root.get("person") if root else None
    if private is None or root is None or not isinstance(own, Mapping):
        return document
    merged = replace(own, items={**own.items, **private.items})
    made = replace(root, items={**root.items, "person": merged})
    found = {**document.nodes, **dict(nodes(private, private.path)), own.path: merged}
    return replace(document, root=made, nodes={**found, root.path: made})


def told(findings: Iterable[Finding], overlay: Document) -> Iterator[Finding]:
    """Yield what is wrong with the overlay itself, by place and id; what it need not have, not."""
    for finding in findings:
        if finding.id == "missing-key" and finding.path in ("", "/person"):
            continue
        help = f"`cvpress explain {finding.id}` tells what that is."
        yield replace(finding, message=_fault(overlay), help=help, fix=None)


def _fault(overlay: Document) -> str:
    return f"A private value of {overlay.name} has this fault."


def redacted(findings: Iterable[Finding], overlay: Document | None) -> list[Finding]:
    """Return findings in which no private value, nor a letter of one, is repeated."""
    values = sorted(_values(overlay), key=len, reverse=True) if overlay else []
    return [
        _at_its_place(finding, overlay)
        if overlay and finding.id == "missing-glyph" and _is_value(finding.path, overlay)
        else _unspelt(finding, overlay)
        if overlay and finding.id == "tex-error" and _names_letter(finding, overlay)
        else replace(
            finding,
            message=_without(finding.message, values),
            help=_without(finding.help, values),
        )
        for finding in findings
    ]


def blanked(text: str, overlay: Document) -> str:
    """Return words of a page without those that stand in a private value, also in a part of it."""
    bare = [_bare(scalar.text) for scalar in overlay.scalars()]
    known = {_bare(part) for one in overlay.scalars() for part in re.split(r"\W+", one.text)}

    def blank(word: str) -> str:
        letters = _bare(word)
        within = len(letters) >= _LEAST and any(letters in value for value in bare)
        return BLANK if letters and (within or letters in known) else word

    return " ".join(map(blank, text.split(" ")))


def letters(overlay: Document | None) -> frozenset[str]:
    """Return the letters of private values that would tell something: all but those of ASCII."""
    written = "".join(scalar.text for scalar in overlay.scalars()) if overlay else ""
    return frozenset(letter for letter in written if not letter.isascii())


def _is_value(path: str, overlay: Document) -> bool:
    return isinstance(overlay.node(path), Scalar)


def _at_its_place(finding: Finding, overlay: Document) -> Finding:
    """Tell of a private value by place alone: its one letter that can't be printed is told, too."""
    place = place_of(overlay, finding.path)
    return replace(finding, message=_fault(overlay), file=overlay.name, span=place, fix=None)


def _names_letter(finding: Finding, overlay: Document) -> bool:
    """Return whether TeX names a letter that a private value has: “LaTeX Error: … (U+9B31)”."""
    codes = (f"U+{ord(letter):04X}" for letter in letters(overlay))
    return any(code in finding.message + finding.help for code in codes)


def _unspelt(finding: Finding, overlay: Document) -> Finding:
    help = "Write it in letters that the engine's fonts have; docs/fonts.md lists them."
    return replace(finding, message=f"TeX stopped at a letter of {overlay.name}.", help=help)


def _without(text: str, values: Collection[str]) -> str:
    for value in values:
        text = text.replace(value, BLANK)
    return _QUOTED.sub(partial(_unquoted, bare=[_bare(value) for value in values]), text)


def _unquoted(quoted: re.Match[str], bare: Iterable[str]) -> str:
    """Blank what a page shows of a value: it breaks them, and prints addresses without scheme."""
    pieces = [piece for piece in map(_bare, quoted[1].split("…")) if len(piece) >= _LEAST]
    shown = any(piece in value for piece in pieces for value in bare)
    return f"“{BLANK}”" if shown else quoted[0]


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _values(overlay: Document) -> Iterator[str]:
    """Yield each value, and its words: a proof may tell of one of them."""
    for scalar in overlay.scalars():
        yield from (one for one in (scalar.text, *scalar.text.split()) if len(one) >= _LEAST)

"""What a section wants of a bibliography: its file, which entries, in what order (LANGUAGE 5, 10).

What the section's own map leaves out comes from the top-level `bibliography`.
"""

from __future__ import annotations

from dataclasses import dataclass

from cvpress.schema.fields import scalars
from cvpress.source.document import Mapping, Scalar


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """The wishes of one section. `named`: where its .bib is named. `at`: its place in the CV."""

    named: Scalar | None
    keys: tuple[Scalar, ...]
    types: tuple[Scalar, ...]
    keywords: tuple[Scalar, ...]
    sort: str
    group: str
    authors_max: int
    style: str
    at: Mapping

    @property
    def place(self) -> Scalar | Mapping:
        """Where this section asks for its entries: the file's name, if it stands in the section."""
        own = self.named if self.named and self.named.path.startswith(self.at.path) else None
        return own or self.at


def read(own: Mapping, general: Mapping | None) -> Wanted:
    """Return the wishes of a section's map, filled up by the general ones."""

    def of(key: str) -> Mapping:
        return own if own.get(key) or general is None else general

    number = of("authors_max").get("authors_max")
    most = number.value if isinstance(number, Scalar) and isinstance(number.value, int) else 0
    return Wanted(
        named=_scalar(own, "bibliography") or (_scalar(general, "file") if general else None),
        keys=scalars(of("keys"), "keys"),
        types=scalars(of("types"), "types"),
        keywords=scalars(of("keywords"), "keywords"),
        sort=of("sort").text("sort") or "newest",
        group=of("group").text("group"),
        authors_max=max(most, 0),
        style=of("style").text("style"),
        at=own,
    )


def _scalar(node: Mapping, key: str) -> Scalar | None:
    found = node.get(key)
    return found if isinstance(found, Scalar) else None

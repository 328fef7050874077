"""The dates of an entry as words, in the language and style of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cvpress import dates
from cvpress.date_format import format_interval
from cvpress.source.document import Scalar
from cvpress.view.desk import Desk, Item
from cvpress.view.texts import each, words
from cvpress.view.words import Part, Run, Words


@dataclass(frozen=True, slots=True)
class When:
    """An entry's date (`date_text`, `date`, or `start` and `end`), or that of another field."""

    key: str = "date"
    role: str = "text"
    before: str = ", "

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return one part for each date that was written: "September 2021", " – present"."""
        parts = list(self._parts(item))
        if parts and not first:
            parts[0] = Part(parts[0].role, parts[0].words, self.before)
        return parts

    def _parts(self, item: Item) -> Iterator[Part]:
        text = item.node.get("date_text")
        start, end = item.node.get("start"), item.node.get("end")
        if self.key == "date" and isinstance(text, Scalar):
            yield Part(self.role, words(text))
        elif self.key == "date" and isinstance(start, Scalar) and isinstance(end, Scalar):
            yield Part(self.role, shown(item.desk, start, end))
        else:
            singles = (*each(item.node.get(self.key)), *(one for one in (start, end) if one))
            for at, scalar in enumerate(one for one in singles if isinstance(one, Scalar)):
                comma = item.desk.locale.patterns["list"] if at else ""
                yield Part(self.role, shown(item.desk, scalar, scalar), comma)


def shown(desk: Desk, start: Scalar, end: Scalar) -> Words:
    """A date or range in words; one that can't be read stays as written (a check tells of it)."""
    today = desk.settings.today
    try:
        first, last = (dates.parse_interval(one.text, today) for one in (start, end))
    except dates.DateError:
        return words(start, plain=True)
    said = format_interval(dates.Interval(first.start, last.end), desk.date_style, desk.locale)
    return Words((Run(said),), start.path)

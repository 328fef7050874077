"""The dates of a CV, read: what the checks of dates compare.

A date that can't be read or believed is left out here: date-invalid and date-implausible tell of
it, and nothing else is concluded from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cvpress import dates
from cvpress.dates import Date, Interval, surely_before
from cvpress.schema.fields import Entry, Field, fields, scalars
from cvpress.source.document import Document, Mapping, Scalar, Sequence

OLDEST = 100  # years before today: no living person's CV reaches further back
FURTHEST = 30  # years after today: longer than a grant, a contract or a degree is planned


@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """One date or range of an entry.

    `start` and `end` are the values it came from: the same one for `date` and for an `end` alone.
    """

    interval: Interval
    start: Scalar
    end: Scalar

    @property
    def swapped(self) -> bool:
        """True where it surely ends before it begins: told by date-order, and by it alone."""
        return surely_before(self.interval.end, self.interval.start)

    @property
    def start_at(self) -> tuple[int, int]:
        """Where the first date stands in the text of `start`."""
        return 0, len(self.start.text.partition("/")[0])

    @property
    def end_at(self) -> tuple[int, int]:
        """Where the last date stands in the text of `end`."""
        return self.end.text.find("/") + 1, len(self.end.text)


def read(scalar: Scalar, today: date) -> Interval | None:
    """Return the interval that a value says, None where it says none."""
    try:
        return dates.parse_interval(scalar.text, today)
    except dates.DateError:
        return None


def believable(one: Date, today: date) -> bool:
    """Return whether a date may stand in the CV of someone who lives."""
    if one.precision == "open":
        return True
    return today.year - OLDEST <= one.last.year and one.first.year <= today.year + FURTHEST


def dated(document: Document, today: date) -> Iterator[tuple[Field, Interval]]:
    """Yield each value of the CV that is a date, with what it says, believable or not."""
    for field in fields(document):
        if field.type in ("date", "dates") and not field.path.startswith("/checks/"):
            interval = read(field.scalar, today)
            if interval:
                yield field, interval


def periods(node: Mapping, today: date) -> tuple[Period, ...]:
    """Return the dates of an entry or role: each of `date`, or `start` to `end`, or one of them."""
    found = [(scalar, scalar) for scalar in scalars(node, "date")]
    start, end = node.get("start"), node.get("end")
    first = start if isinstance(start, Scalar) else end
    last = end if isinstance(end, Scalar) else start
    if isinstance(first, Scalar) and isinstance(last, Scalar):
        found.append((first, last))
    return tuple(period for pair in found for period in _period(*pair, today))


def span(entry: Entry, today: date) -> Period | None:
    """Return the one period of an entry; with roles, from their first start to their last end.

    None where a date is missing, wrong, or one of several: its place is then unsure.
    """
    roles = entry.node.get("roles")
    nodes = roles.items if isinstance(roles, Sequence) else (entry.node,)
    found = [periods(node, today) for node in nodes if isinstance(node, Mapping)]
    if not found or any(len(own) != 1 or own[0].swapped for own in found):
        return None
    every = [own[0] for own in found]
    first = min(every, key=lambda period: period.interval.start.first)
    last = max(every, key=lambda period: (period.interval.end.last, period.interval.end.first))
    return Period(Interval(first.interval.start, last.interval.end), first.start, last.end)


def ended(entry: Entry, today: date) -> bool:
    """Return whether all that an entry's dates tell is surely past: none is open, expected or
    wrong; with roles, of each role."""
    roles = entry.node.get("roles")
    nodes = roles.items if isinstance(roles, Sequence) else (entry.node,)
    ends = [_end(node, today) for node in nodes if isinstance(node, Mapping)]
    return bool(ends) and all(end is not None and end < today for end in ends)


def _end(node: Mapping, today: date) -> date | None:
    """Return the last day that the dates of an entry or role may mean; None: open or unsure, as a
    start whose end is missing is."""
    if node.get("start") and not node.get("end"):
        return None
    found = periods(node, today)
    told = len(scalars(node, "date")) + bool(node.get("start") or node.get("end"))
    ends = [period.interval.end for period in found]
    if not found or len(found) < told or any(period.swapped for period in found):
        return None
    if any(end.precision == "open" or end.expected for end in ends):
        return None
    return max(end.last for end in ends)


def _period(start: Scalar, end: Scalar, today: date) -> Iterator[Period]:
    first, last = read(start, today), read(end, today)
    if not first or not last or first.start.precision == "open":
        return
    if believable(first.start, today) and believable(last.end, today):
        yield Period(Interval(first.start, last.end), start, end)

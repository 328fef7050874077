"""A line is too long for the page.

Words are not divided, since a divided word is copied as two; one that is longer than its line
therefore sticks out into the margin, or off the paper. Long names of files do it; an address goes
on in the next line, behind a slash. The finding stands at the longest word of the line, which is
the one that can't give way.

Bad:
    design: {margins: {left: 5, right: 5}}
    sections:
      - title: Projects
        bullets:
          - Rainfall of the valley
          - Data rainfall_valley_stations_daily_corrected_gaps_filled_by_neighbours_1961_1990.csv
Says:
    6:14 warning overfull-line: The line with this word is 17 mm too long.
Good:
    design: {margins: {left: 5, right: 5}}
    sections:
      - title: Projects
        bullets:
          - Rainfall of the valley
          - Data of all stations, corrected
Silence:
    `checks: {ignore: [overfull-line]}`, `ignore: [overfull-line]` on the entry, or
    `# cvpress: ignore overfull-line` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.texlog import places
from cvpress.texlog.model import Pressing

SEVERITY = "warning"
ON = True
FAMILY = "tex"
LANGUAGES = None
LEAST = 0.3  # millimetres that an eye sees
HELP = "Write it shorter, put a space where the line may break, or let a link carry the address."


def check(pressing: Pressing) -> Iterator[Problem]:
    """Yield one problem for each place at which lines are too long; the worst line speaks."""
    worst: dict[places.Place, float] = {}
    for message in pressing.messages:
        if message.kind == "overfull" and message.over >= LEAST:
            place = places.of_box(pressing, message.line, message.box)
            worst[place] = max(worst.get(place, 0.0), message.over)
    for place, over in worst.items():
        what = "The line with this word" if place.at else "A line here"
        sentence = f"{what} is {max(1, round(over))} mm too long."
        yield Problem(place.path, sentence, at=place.at, help=HELP)

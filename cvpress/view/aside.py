"""Which sections stand in the side bar: those of its kinds, as long as there is room on a page.

The order of the page is decided before TeX runs, so room is guessed: with care, for what does not
fit stays in the main column, and what was guessed too well would run over the foot.
"""

from __future__ import annotations

from collections.abc import Iterable

from cvpress.layout import Aside, Layout
from cvpress.view.body import Entry, Section
from cvpress.view.head import Person
from cvpress.view.look import Design
from cvpress.view.words import Line, Part

HEADING = 3  # lines of a heading and the space around it
ENTRY = 0.4  # and of the space between entries
PHOTO = 4  # the head is the higher for it
LETTER = 0.93  # the height of letter paper, in that of A4
ABOVE = 2.0  # centimetres; of wider margins at head and foot, each takes two lines and a half
BESIDE, TEXT_WIDTH = 1.5, 18.0  # centimetres; wider margins at the sides make shorter lines


def aside_of(
    sections: tuple[Section, ...], person: Person, layout: Layout, design: Design
) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Return the sections of the side bar, and all others, both in the order of the CV."""
    aside = layout.aside
    if aside is None:
        return (), sections
    scale = layout.font_size / design.font_size
    letters = aside.letters * scale * (1 - _over(design, ("left", "right"), BESIDE) / TEXT_WIDTH)
    room = _room(aside, design) * scale - _person(person, letters)
    chosen: list[Section] = []
    for section in sections:
        high = _height(section, letters)
        if _fits(section, aside.kinds) and high <= room:
            chosen.append(section)
            room -= high
    return tuple(chosen), tuple(section for section in sections if section not in chosen)


def _fits(section: Section, kinds: tuple[str, ...]) -> bool:
    """Return whether a section, or each of its parts, is of the side bar's kinds."""
    parts = section.sections or (section,)
    return not section.new_page and all(part.kind in kinds and not part.new_page for part in parts)


def _room(aside: Aside, design: Design) -> float:
    lines = aside.lines * (LETTER if design.paper == "letter" else 1) / max(1, design.density)
    return lines - 2.5 * _over(design, ("top", "bottom"), ABOVE)


def _over(design: Design, sides: tuple[str, str], width: float) -> float:
    """Return by how many centimetres the margins of two sides are wider than expected."""
    return sum(max(0, one.width - width) for one in design.margins if one.side in sides)


def _person(person: Person, letters: float) -> float:
    lines = [part.words.plain for part in person.contacts]
    lines += [_side(line.left) for line in person.details]
    return _lines(lines, letters) + (PHOTO if person.photo else 0)


def _height(section: Section, letters: float) -> float:
    texts = [words.plain for words in section.text]
    texts += [note.words.plain for note in section.notes]
    high = sum(_entry(one, letters) for one in section.entries)
    high += sum(_height(part, letters) for part in section.sections)
    return HEADING + _lines(texts, letters) + high


def _entry(entry: Entry, letters: float) -> float:
    texts = [side for line in (*entry.lines, *entry.closing) for side in _sides(line)]
    texts += [words.plain for words in entry.summary]
    texts += [words.plain for bullet in entry.bullets for words in bullet.walk()]
    return ENTRY + _lines(texts, letters)


def _sides(line: Line) -> list[str]:
    return [_side(side) for side in (line.left, line.right) if side]


def _side(parts: tuple[Part, ...]) -> str:
    return "".join(f"{part.before}{part.words.plain}{part.after}" for part in parts)


def _lines(texts: Iterable[str], letters: float) -> float:
    """Return how many lines texts take: a ragged line is about seven eighths full."""
    return sum(1 + len(text) // (letters * 0.85) for text in texts)

"""A field or setting enters the schema in the commit that prints or obeys it: none is never read.

Each kind is laid out with every field that it can have. A text must be on the page; any other value
must change the page, or what the checks say, when it is taken out.
"""

from __future__ import annotations

import copy
import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
from builds import lay

from cvpress import fitting, runner, source, variants, view
from cvpress.schema import shape
from cvpress.settings import Wishes, read
from cvpress.view.model import View

Path = tuple[str | int, ...]
TODAY = "2026-01-15"
AUTHOR = "G. Marlow"
# Fields that exclude each other: at most one of a group is in an entry, with what goes with it.
DATES = [{"date"}, {"date", "date_text"}, {"start", "end"}]
ROLES = {"title", "department", "project", "supervisor", "technologies"}
MARKS = {"lead": {"text": "Led it."}}


def word(number: int) -> str:
    """Return a word that stands nowhere else, a different one for each number."""
    letters = "bcdfghjklm"
    return "qu" + "".join(letters[int(digit)] for digit in f"{number:04}") + "o"


@dataclass
class Filled:
    """A value with all that its schema knows, and the texts in it by their paths."""

    texts: dict[Path, str] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def value(self, node: shape.Schema, path: Path, without: frozenset[str] = frozenset()) -> Any:
        """Return the fullest value that a schema takes."""
        if path[-1:] == ("marks",):
            return ["lead"]
        if path[-1:] == ("ignore",):
            return ["date-order"]
        if path[-1:] == ("tags",):  # of its own, so that a variant can leave out this alone
            return [f"tag{next(self.numbers)}"]
        if path[-1:] == ("lang",):  # another one than that of what holds it
            return ("fr", "en")[sum(step in ("highlights", "roles") for step in path) % 2]
        keys = {key for layer in shape.layers(node) for key in layer.get("properties", {})}
        if keys:
            return {
                key: self.value(below, (*path, key))
                for key in sorted(keys - without)
                if (below := shape.child(node, key)) is not None and not _never(below)
            }
        items = shape.item(node)
        if items is not None and shape.word(node, "x-type") != "number":
            count = 2 if path[-1:] == ("authors",) else 1  # two may have contributed equally
            return [self.value(items, (*path, number)) for number in range(count)]
        if shape.word(node, "x-type") in ("text", "long"):
            self.texts[path] = word(next(self.numbers))
            return self.texts[path]
        return copy.deepcopy(shape.word(node, "examples", ["lead"])[0])


def _never(node: shape.Schema) -> bool:
    """Return whether only an empty list may stand here: a level too deep, a kind too many."""
    return shape.word(node, "maxItems") == 0


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value that holds no other."""
    below = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in below if isinstance(value, dict | list) else ():
        if isinstance(one, dict | list) and one:
            yield from leaves(one, (*path, key))
        else:
            yield (*path, key)


def cv(**top: Any) -> dict[str, Any]:
    """Return a whole CV of which some is given."""
    person = {"name": "Ada Example"}
    sections = [{"title": "About", "text": "A first line."}]
    return {"person": person, "sections": sections, "marks": MARKS, **top}


def page(data: dict[str, Any]) -> View:
    """Lay a CV out; JSON is YAML, too."""
    document = source.read(json.dumps(data).encode(), "cv.yaml")
    settings = read(document, Wishes(today=TODAY))
    return view.build(variants.select(document, "".join(data.get("variants", ()))), settings)


def order(data: dict[str, Any]) -> tuple[str, ...]:
    """Return what would go so that the CV fits its pages, in this order."""
    return fitting.droppable(source.read(json.dumps(data).encode(), "cv.yaml"))


def leaving_out(data: dict[str, Any], tag: str) -> dict[str, Any]:
    """Return a CV whose page is a variant that leaves out what carries a tag."""
    return {**data, "variants": {"short": {"exclude_tags": [tag]}}}


def said(data: dict[str, Any], today: str = TODAY) -> list[tuple[str, str, str]]:
    """Return what the checks say of a CV, without places."""
    document = source.read(json.dumps(data).encode(), "cv.yaml")
    found = runner.checks(document, read(document, Wishes(today=today)))
    return [(f.id, f.severity, f.message) for f in found]


def without(data: dict[str, Any], path: Path) -> dict[str, Any]:
    """Return a CV without the value at a path; a list or map that is left empty goes, too."""
    data = copy.deepcopy(data)
    while path:
        holder: Any = data
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
        if holder:
            break
        path = path[:-1]
    return data


def unread(data: dict[str, Any], texts: dict[Path, str], below: Path) -> set[Path]:
    """Return the paths of values that neither the page nor a check minds."""
    printed = "\n".join(words.plain for words in page(data).words())
    found = set()
    for path in leaves(_at(data, below), below):
        if texts[path] not in printed if path in texts else _unread(data, path):
            found.add(path)
    return found


def _unread(data: dict[str, Any], path: Path) -> bool:
    """Return whether all is the same without what stands at a path, and is no text."""
    fewer = without(data, path)
    if path[-2:-1] == ("tags",):
        tag = _at(data, path)
        return page(leaving_out(fewer, tag)) == page(leaving_out(data, tag))
    if path[-1:] == ("priority",):
        return order(fewer) == order(data)
    return page(fewer) == page(data) and said(fewer) == said(data)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def named(path: Path) -> str:
    """Return a path as names of fields alone, so that contexts can be put together."""
    return "/".join(step for step in path if isinstance(step, str))


def contexts(kind: str) -> Iterator[frozenset[str]]:
    """Yield the fields to leave out of an entry, so that none excludes another."""
    every = frozenset().union(*DATES)
    if kind == "skills":
        yield from (frozenset({"items"}), frozenset({"text"}))
    elif kind == "experience":
        yield from (frozenset((every - dates) | {"roles"}) for dates in DATES)
        yield frozenset(every | ROLES)
    else:
        yield from (frozenset(every - dates) for dates in DATES)


@cache
def never_read(kind: str) -> frozenset[str]:
    """Return the fields of a kind that no context has seen obeyed."""
    seen: set[str] = set()
    obeyed: set[str] = set()
    schema = shape.item(shape.child(shape.at(("sections", 0)), kind) or {})
    assert schema is not None
    for left_out in contexts(kind):
        filled = Filled()
        below: Path = ("sections", 0, kind, 0)
        entry = filled.value(schema, below, left_out)
        for role in entry.get("roles", ()) if isinstance(entry, dict) else ():
            for key in ("date", "date_text"):
                role.pop(key, None)
        data = cv(sections=[{"title": "Things", kind: [entry]}])
        paths = {path: named(path) for path in leaves(entry, below)}
        missed = unread(data, filled.texts, below)
        seen |= set(paths.values())
        obeyed |= {name for path, name in paths.items() if path not in missed}
    assert len(seen) > 1
    return frozenset(seen - obeyed)


@pytest.mark.parametrize("kind", shape.kinds())
def test_every_field_of_every_kind(kind: str) -> None:
    assert never_read(kind) == set()


def test_a_field_that_nobody_reads_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the test above means something."""
    fields = shape.resolve("#/$defs/awards")["properties"]
    monkeypatch.setitem(fields, "colour", {"$ref": "#/$defs/text"})
    monkeypatch.setitem(fields, "weight", {"$ref": "#/$defs/plain", "examples": ["3"]})
    assert never_read.__wrapped__("awards") == {
        "sections/awards/colour",
        "sections/awards/weight",
    }


def test_every_field_of_the_person() -> None:
    filled = Filled()
    person = filled.value(shape.at(("person",)), ("person",))
    person["also_known_as"] = [AUTHOR]
    filled.texts.pop(("person", "also_known_as", 0))  # never printed, but found among authors
    works = [{"title": "Salt Roads", "authors": [AUTHOR, "B. Kasper"], "date": 2020}]
    data = cv(person=person, sections=[{"title": "Works", "publications": works}])
    assert unread(data, filled.texts, ("person",)) == set()
    schema = shape.at(("person",))
    keys = {key for layer in shape.layers(schema) for key in layer.get("properties", {})}
    assert keys == set(person)


SECTION: dict[str, dict[str, Any]] = {
    "text": {"title": "A", "text": "Some words.", "bullets": ["One thing."]},
    "numbering": {"title": "A", "numbering": "ascending", "bullets": ["One thing."]},
    "hide_title": {"title": "A", "hide_title": True, "bullets": ["One thing."]},
    "new_page": {"title": "A", "new_page": True, "bullets": ["One thing."]},
    "ignore": {"title": "A", "ignore": ["date-order"], "bullets": ["One thing."]},
    "id": {"title": "A", "id": "b", "bullets": ["One thing."]},
    "tags": {"title": "A", "tags": ["long"], "bullets": ["One thing."]},
    "sections": {"title": "A", "text": "B.", "sections": [{"title": "C", "text": "D."}]},
    "title": {"title": "A", "bullets": ["One thing."]},
}

# What is obeyed by a variant alone.
CALLED = {"id": {"sections": ["b"]}, "tags": {"exclude_tags": ["long"]}}


@pytest.mark.parametrize("key", SECTION)
def test_every_field_of_a_section(key: str) -> None:
    wanted = {"variants": {"v": CALLED[key]}} if key in CALLED else {}
    whole = cv(sections=[SECTION[key]], **wanted)
    fewer = cv(sections=[{k: v for k, v in SECTION[key].items() if k != key}], **wanted)
    assert page(whole) != page(fewer) or said(whole) != said(fewer)
    if key != "sections":
        whole, fewer = (
            cv(sections=[{"title": "X", **below}], **wanted)
            for below in (_below(whole), _below(fewer))
        )
        assert page(whole) != page(fewer) or said(whole) != said(fewer)


def _below(data: dict[str, Any]) -> dict[str, Any]:
    return {"sections": data["sections"]}


@pytest.mark.parametrize("schema", ["section", "subsection"])
def test_these_are_all_fields_of_a_section(schema: str) -> None:
    fields = set(shape.resolve(f"#/$defs/{schema}")["properties"])
    assert fields - set(SECTION) - set(shape.kinds()) == set()


def test_a_subsection_may_have_numbers_of_its_own() -> None:
    parts = [
        {"title": "Journals", "numbering": "descending", "bullets": ["One.", "Two."]},
        {"title": "Books", "bullets": ["Three."]},
    ]
    own, through = (
        page(cv(sections=[{"title": "Works", "sections": parts, **numbering}])).sections[0]
        for numbering in ({}, {"numbering": "ascending"})
    )
    told = [[[e.number for e in part.entries] for part in one.sections] for one in (own, through)]
    assert told == [[["2.", "1."], [""]], [["1.", "2."], ["3."]]]


# --- settings --------------------------------------------------------------------------------

DATED = [
    {"institution": "KU Leuven", "degree": "PhD", "thesis": "Salt", "supervisor": "J. Peeters",
     "score": {"value": 18}, "courses": ["Latin"], "start": "2022-09", "end": "expected 2027-06"},
]  # fmt: skip
POSTS = [
    {"organization": "Acme", "project": "Salt", "technologies": ["R"], "start": "2024-09",
     "end": "present"},
]  # fmt: skip
LICENCES = [{"title": "Medicine", "number": "34", "expires": "2027-12", "date": "2024"}]
RICH = cv(
    sections=[
        {"title": "Studies", "education": DATED},
        {"title": "Posts", "experience": POSTS},
        {"title": "Licences", "certificates": LICENCES},
    ]
)


@pytest.mark.parametrize("label", shape.resolve("#/$defs/labels")["properties"])
def test_every_label(label: str) -> None:
    printed = " ".join(words.plain for words in page({**RICH, "labels": {label: word(1)}}).words())
    assert word(1) in printed


@pytest.mark.parametrize("key", shape.resolve("#/$defs/mark")["properties"])
def test_every_field_of_a_mark(key: str) -> None:
    marked = cv(
        sections=[{"title": "A", "bullets": [{"text": "One.", "marks": ["lead"]}]}],
        marks={"lead": {"text": "Led it.", "symbol": "§"}},
    )
    other = copy.deepcopy(marked)
    other["marks"]["lead"][key] = "¶"
    assert page(other) != page(marked)


def body(data: dict[str, Any]) -> str:
    """Return the TeX of a page."""
    return lay(json.dumps(data)).body


REACHED = {"name": "Ada Example", "email": "ada@example.org"}
DESIGN: dict[str, tuple[Any, Callable[[dict[str, Any]], object]]] = {
    "theme": ("compact", lambda data: page(data).design.theme),  # taken by the pipeline
    "paper": ("letter", body),
    "font": ("charter", lambda data: page(data).design.font),  # taken by the pipeline
    "font_size": (11, body),
    "date_style": ("numeric", body),
    "margins": ({"left": 2.5}, body),
    "colors": ({"accent": "7A1F3D"}, body),
    "density": (0.8, body),
    "rules": (False, body),
    "page_numbers": (True, body),
    "icons": (True, lambda data: page({**data, "person": REACHED}).person.contacts),
    "bullets": ("square", body),
    "head": ("title", body),
    "dates": ("inline", body),
    "max_pages": (1, lambda data: page(data).design.max_pages),  # judged by too-many-pages
    "fit": (True, lambda data: page(data).design.fit),  # done by the pipeline
}
FAULTY = cv(
    sections=[
        {"title": "Posts", "experience": [{**POSTS[0], "start": "2021-01", "note": "My qubbco."}]},
        {"title": "About", "text": "A colour of of salt."},
    ]
)
CHECKS: dict[str, Any] = {
    "words": ["qubbco"],
    "ignore": ["repeated-word"],
    "severity": {"repeated-word": "error"},
    "today": "2020-01-01",
    "spelling": "fr",
}
CLOSING = {
    "text": "All of it is true.",
    "location": "Leuven",
    "date": "2026-01-10",
    "signature": "no-such-file.png",
}
TOP: dict[str, Any] = {"locale": "de", "version": 1}
PARTS = cv(
    person={"name": "Ada Example", "headline": "Historian", "phone": "+32 16 55 01 00"},
    sections=[
        {"title": "About", "id": "me", "text": "A first line."},
        {"title": "Posts", "experience": [{"organization": "Acme", "tags": ["work"]}]},
        {"title": "Works", "tags": ["books"], "bullets": ["Salt."]},
    ],
)
VARIANT: dict[str, Any] = {
    "sections": ["Posts", "me"],
    "include_tags": ["work"],
    "exclude_tags": ["books"],
    "hide": ["phone"],
    "person": {"headline": "Lawyer"},
    "design": {"paper": "letter"},
    "lang": "de",
    "max_pages": 1,
    "fit": True,
}


@pytest.mark.parametrize("key", CLOSING)
def test_every_field_of_the_closing(key: str) -> None:
    whole, fewer = (
        cv(closing={name: value for name, value in CLOSING.items() if name != other})
        for other in ("", key)
    )
    assert page(whole) != page(fewer) or said(whole) != said(fewer)


def test_every_field_of_the_letter() -> None:
    filled = Filled()
    letter = filled.value(shape.at(("letter",)), ("letter",))
    whole = source.read(json.dumps(cv(letter=letter)).encode(), "cv.yaml")
    settings = read(whole, Wishes(today=TODAY))
    printed = [words.plain for words in view.build_letter(whole, settings).words()]
    assert [text for text in filled.texts.values() if text not in printed] == []
    assert len(filled.texts) == 7
    assert "January 15, 2026" in printed
    assert not set(filled.texts.values()) & {one.plain for one in page(cv(letter=letter)).words()}


@pytest.mark.parametrize("key", DESIGN)
def test_every_setting_of_the_design(key: str) -> None:
    value, told = DESIGN[key]
    assert told({**RICH, "design": {key: value}}) != told(RICH)


@pytest.mark.parametrize("key", CHECKS)
def test_every_setting_of_the_checks(key: str) -> None:
    assert said({**FAULTY, "checks": {key: CHECKS[key]}}, today="") != said(FAULTY, today="")


def test_the_locale_changes_the_page_and_the_version_must_be_ours() -> None:
    assert page({**RICH, "locale": "de"}) != page(RICH)
    assert said({**RICH, "version": 1}) == said(RICH)
    other = set(said({**RICH, "version": 2})) - set(said(RICH))
    assert {id for id, _, _ in other} == {"wrong-value"}


@pytest.mark.parametrize("key", VARIANT)
def test_every_field_of_a_variant(key: str) -> None:
    some, none = ({**PARTS, "variants": {"v": said}} for said in ({key: VARIANT[key]}, {}))
    if key == "lang":
        assert variants.language(source.read(json.dumps(some).encode(), "cv.yaml"), "v") == "de"
        return  # taken by `proving`, which lays the page out in it
    assert page(some) != page(none)
    assert page(none) == page(PARTS)


def test_these_are_all_settings() -> None:
    assert set(shape.resolve("#/$defs/variant")["properties"]) == set(VARIANT)
    assert set(shape.resolve("#/$defs/design")["properties"]) == set(DESIGN)
    assert set(shape.resolve("#/$defs/checks")["properties"]) == set(CHECKS)
    assert set(shape.resolve("#/$defs/closing")["properties"]) == set(CLOSING)
    told = {"person", "sections", "marks", "labels", "design", "checks", "variants", "closing"}
    told |= {"letter"}
    told |= set(TOP)
    told |= {"bibliography"}  # its settings: test_bibliography.py
    assert set(shape.schema()["properties"]) == told

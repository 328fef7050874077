"""The document seen through its schema: sections, entries, fields; no wrong shape raises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress import source
from cvpress.schema import fields as seen
from cvpress.schema import shape
from cvpress.source.document import Document

SHARED = {
    *("date", "start", "end", "date_text", "location", "url", "links", "note", "summary"),
    *("highlights", "details", "marks", "lang", "tags", "priority", "ignore"),
}
CASES = Path(__file__).parent / "cases"


def hard() -> Document:
    return source.read((CASES / "hard.yaml").read_bytes(), "hard.yaml")


def by_path(text: str) -> dict[str, seen.Field]:
    return {field.path: field for field in seen.fields(source.read(text.encode(), "cv.yaml"))}


@pytest.mark.parametrize("kind", [*shape.kinds(), "role"])
def test_the_hard_cv_has_every_kind_with_each_field_there_and_not_there(kind: str) -> None:
    name = "highlight" if kind == "bullets" else kind
    node = shape.resolve(f"#/$defs/{name}")
    keys = {key for layer in shape.layers(node) for key in layer.get("properties", {})}
    own = [key for key in keys if key not in SHARED]
    entries = [e for e in seen.entries(hard()) if kind == ("role" if e.parent else e.kind)]
    needed = shape.word(node, "required")
    assert {key for key in own for entry in entries if entry.node.get(key)} == set(own)
    assert all(any(key not in e.node.items for e in entries) for key in own if key not in needed)


def test_the_hard_cv_has_each_shared_field() -> None:
    education = [e.node.items for e in seen.entries(hard()) if e.kind == "education"]
    assert {key for items in education for key in items} >= SHARED


def test_the_hard_cv_is_seen_whole() -> None:
    document = hard()
    paths = [field.path for field in seen.fields(document)]
    assert paths == [s.path for s in document.scalars() if not s.empty]


def test_sections_in_order_each_followed_by_its_subsections() -> None:
    document = hard()
    sections = seen.sections(document)
    assert [s.path for s in sections] == sorted(
        (s.path for s in sections), key=lambda path: [int(n) for n in path.split("/")[2::2]]
    )
    reviewer = next(s for s in sections if s.title == "Reviewer")
    assert reviewer.parent is not None
    assert (reviewer.parent.title, reviewer.parent.kind) == ("Professional Activities", "")
    assert (reviewer.kind, len(reviewer.entries)) == ("bullets", 1)


def test_entries_know_their_section_and_roles_their_entry() -> None:
    entries = seen.entries(hard())
    roles = [entry for entry in entries if entry.parent]
    assert [role.path.rpartition("/")[2] for role in roles] == ["0", "1", "2"]
    employer = roles[0].parent
    assert employer is not None
    assert employer.node.text("organization") == "Smith & Partners LLP"
    assert entries[entries.index(employer) + 1 : entries.index(employer) + 4] == tuple(roles)
    assert all(entry in entry.section.entries for entry in entries if not entry.parent)


@pytest.mark.parametrize(
    ("path", "key", "type", "role"),
    [
        ("/person/name", "name", "text", "person"),
        ("/person/also_known_as/0", "also_known_as", "text", "person"),
        ("/person/email/1", "email", "plain", "other"),
        ("/person/location", "location", "text", "place"),
        ("/person/details/0/label", "label", "text", "label"),
        ("/marks/student/text", "text", "text", "prose"),
        ("/labels/score", "score", "text", "label"),
        ("/design/font_size", "font_size", "number", "other"),
        ("/checks/today", "today", "date", "other"),
        ("/sections/0/text", "text", "long", "prose"),
        ("/sections/1/title", "title", "text", "title"),
        ("/sections/1/education/0/institution", "institution", "text", "organization"),
        ("/sections/1/education/0/thesis", "thesis", "text", "title"),
        ("/sections/1/education/0/supervisor", "supervisor", "text", "person"),
        ("/sections/1/education/0/score/0/value", "value", "plain", "other"),
        ("/sections/1/education/0/courses/0", "courses", "text", "title"),
        ("/sections/1/education/0/courses/1/name", "name", "text", "title"),
        ("/sections/1/education/0/highlights/1/text", "text", "text", "prose"),
        ("/sections/1/education/1/date", "date", "dates", "other"),
        ("/sections/2/experience/0/technologies/1", "technologies", "text", "skill"),
        ("/sections/2/experience/2/date/1", "date", "dates", "other"),
        ("/sections/3/projects/0/links/0/url", "url", "plain", "other"),
        ("/sections/4/numbering", "numbering", "plain", "other"),
        ("/sections/4/sections/0/publications/0/authors/0", "authors", "text", "person"),
        ("/sections/4/sections/0/publications/0/authors/1/name", "name", "text", "person"),
        ("/sections/4/sections/0/publications/0/editors/0", "editors", "text", "person"),
        ("/sections/4/sections/0/publications/0/venue", "venue", "text", "venue"),
        ("/sections/4/sections/0/publications/0/equal_contribution", None, "number", "person"),
        ("/sections/4/sections/0/publications/1/equal_contribution/0", None, "text", "person"),
        ("/sections/11/supervision/0/name", "name", "text", "person"),
        ("/sections/12/new_page", "new_page", "flag", "other"),
        ("/sections/14/skills/0/items/0", "items", "text", "skill"),
        ("/sections/15/languages/0/test/parts/Reading", "Reading", "plain", "other"),
        ("/sections/15/languages/0/language", "language", "text", "skill"),
        ("/sections/16/references/0/summary", "summary", "long", "prose"),
        ("/sections/17/bullets/0", "bullets", "text", "prose"),
    ],
)
def test_what_a_value_is(path: str, key: str | None, type: str, role: str) -> None:
    field = {field.path: field for field in seen.fields(hard())}[path]
    assert (field.key, field.type, field.role) == (key or "equal_contribution", type, role)


def test_the_entry_a_value_belongs_to() -> None:
    found = {field.path: field.entry for field in seen.fields(hard())}
    assert found["/person/name"] == found["/sections/0/text"] == found["/checks/today"] == ""
    assert found["/sections/1/education/0/courses/1/name"] == "/sections/1/education/0"
    role = "/sections/2/experience/1/roles/0"
    assert found[f"{role}/details/0/text"] == role
    assert found["/sections/2/experience/1/summary"] == "/sections/2/experience/1"


def test_the_language_of_a_value() -> None:
    found = by_path(
        "locale: de\nperson: {name: A}\nsections:\n- title: B\n  experience:\n"
        "  - organization: C\n    lang: fr\n    highlights: [d, {text: e, lang: en-GB}]\n"
        "    roles: [{title: f, lang: zh}, {title: g}]\n"
    )
    spoken = {field.scalar.text: field.language for field in found.values()}
    assert {k: v for k, v in spoken.items() if len(k) == 1} == {
        **{"A": "de", "B": "de", "C": "fr", "d": "fr", "e": "en-GB", "f": "zh", "g": "fr"}
    }


def test_without_a_locale_the_language_is_english() -> None:
    assert by_path("person: {name: A}")["/person/name"].language == "en"


def test_empty_values_and_unknown_keys_are_left_out() -> None:
    found = by_path("person: {name: A, headline: , email: [, b], fone: 1}\nzzz: {title: C}")
    assert [field.scalar.text for field in found.values()] == ["A", "b"]


@pytest.mark.parametrize(
    "text",
    [
        *("", "[a]", "a", "person: a", "sections: {a: b}", "sections: [a, [b], {bullets: a}]"),
        *("sections: [{experience: [a, {roles: [b, [c]]}, {roles: {a: b}}]}]", "locale: [[de]]"),
        *("sections: [{education: [{highlights: {a: b}, score: [[1]]}]}]", "locale: {a: b}"),
    ],
)
def test_wrong_shapes_are_left_out(text: str) -> None:
    document = source.read(text.encode(), "cv.yaml")
    seen.sections(document), seen.entries(document), list(seen.texts(document))


KEYS = ["person", "name", "sections", "title", "experience", "roles", "highlights", "text", "score"]
SHAPES: Any = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.sampled_from(["a", "2020", "de"]),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(KEYS), below),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(KEYS), SHAPES))
def test_no_shape_raises(data: Any) -> None:
    document = source.read(json.dumps(data).encode(), "cv.yaml")
    known = {scalar.path for scalar in document.scalars()}
    assert {field.path for field in seen.fields(document)} <= known
    assert {entry.section.path for entry in seen.entries(document)} <= set(document.nodes)


def test_one_or_a_list() -> None:
    document = source.read(b"person: {name: A, email: [b, '', c], phone: 1, orcid: }", "cv.yaml")
    person = document.node("/person")
    assert isinstance(person, seen.Mapping)
    for key, wanted in {"email": ["b", "c"], "phone": ["1"], "orcid": [], "zzz": []}.items():
        assert [scalar.text for scalar in seen.scalars(person, key)] == wanted

"""The schema: valid, told in words, alike in each kind, and read alike by all readers."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from cvpress import networks, resources, source
from cvpress.schema import quick, shape
from cvpress.schema.misread import misread_texts
from cvpress.schema.validation import plain, problems

CASES = sorted((Path(__file__).parent / "cases").rglob("*.yaml"))
SCHEMA = shape.schema()
DEFS = SCHEMA["$defs"]
VALIDATOR = Draft202012Validator(SCHEMA)
FULL = (
    "date start end date_text location url links note summary highlights details marks lang tags"
    " priority ignore"
)
SOME = "url note details marks lang tags ignore"
BRIEF_KINDS = ("skills", "languages", "references")
ANNOTATIONS = {
    *("$schema", "$defs", "title", "description", "examples", "errorMessage"),
    *("patternErrorMessage", "x-type", "x-role", "x-kind", "x-aliases", "x-value-aliases"),
    *("x-instead", "then", "else"),
}


def subschemas(node: Any, where: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema within the schema: each map that is no table of names."""
    tables = ("properties", "$defs", "dependentSchemas")
    if isinstance(node, dict):
        yield where, node
        for key, below in node.items():
            if key in tables:
                for name, one in below.items():
                    yield from subschemas(one, f"{where}/{key}/{name}")
            elif isinstance(below, dict) and key not in ("x-value-aliases",):
                yield from subschemas(below, f"{where}/{key}")


def fields_of_all() -> dict[str, dict[str, Any]]:
    """Return the schema of each field that a user can write, by its place."""
    found = {}
    for where, node in subschemas(SCHEMA):
        if node.get("additionalProperties") is False:
            found |= {f"{where}/{k}": v for k, v in node["properties"].items()}
    return found


FIELDS = fields_of_all()


def data(path: Path) -> Any:
    """Read a file with the independent reader of YAML 1.2, as an editor does."""
    return reader().load(path.read_text("utf-8"))


class CoreConstructor(SafeConstructor):
    """The core schema of YAML 1.2, which has no dates: ruamel.yaml adds them of its own."""


CoreConstructor.add_constructor("tag:yaml.org,2002:timestamp", CoreConstructor.construct_yaml_str)


@cache
def reader() -> YAML:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = CoreConstructor
    yaml.version = (1, 2)
    return yaml


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_there_are_fields_and_cases_to_look_at() -> None:
    assert len(FIELDS) > 300
    assert len(CASES) > 10


@pytest.mark.parametrize("where", FIELDS)
def test_a_field_is_told(where: str) -> None:
    field = FIELDS[where]
    for word in ("title", "description", "examples"):
        assert shape.word(field, word), word


@pytest.mark.parametrize("where", FIELDS)
def test_the_examples_of_a_field_fulfil_it(where: str) -> None:
    field = FIELDS[where]
    below = {**field, "$defs": DEFS, "$schema": SCHEMA["$schema"]}
    for example in shape.word(field, "examples"):
        assert [e.message for e in Draft202012Validator(below).iter_errors(example)] == []


def test_each_sentence_says_what_to_do() -> None:
    text = resources.schema().read_text("utf-8")
    sentences = re.findall(r'rrorMessage": "([^"]*)"', text)
    assert len(sentences) > 40
    assert [one for one in sentences if ". " not in one] == []


def test_only_known_keywords_and_none_whose_failure_is_hard_to_tell() -> None:
    used = {key for _, node in subschemas(SCHEMA) for key in node}
    assert used - ANNOTATIONS == set(quick.JUDGES)
    assert not used & {"oneOf", "anyOf", "allOf", "not", "unevaluatedProperties", "format"}


def test_each_map_is_closed_but_those_whose_keys_are_the_users() -> None:
    maps = {w: n for w, n in subschemas(SCHEMA) if "object" in n.get("type", ()) and "/if" not in w}
    open_ones = {w.rpartition("/")[2] for w, n in maps.items() if "additionalProperties" not in n}
    # A text of several shapes is closed where it is no language map.
    open_ones -= {
        name for name in open_ones if "else" in DEFS[name] and "propertyNames" in DEFS[name]["if"]
    }
    # One or a list: closed by what it refers to. "there", "filled": something stands.
    assert open_ones == {"scores", "tests", "there", "filled"}
    users = {
        w.rpartition("/")[2]
        for w, n in maps.items()
        if n.get("additionalProperties", False) is not False
    }
    tongues = {"text", "textNeeded", "long", "longNeeded", "oneOrMoreTexts"}
    assert users == {"marks", "parts", "severity", "variants", *tongues}


@pytest.mark.parametrize("kind", [*shape.kinds(), "role"])
def test_the_shared_fields_are_the_same_in_each_kind(kind: str) -> None:
    if kind == "bullets":
        names, entry = "marks lang tags priority ignore", DEFS["highlight"]["else"]
    else:
        names, entry = (SOME if kind in BRIEF_KINDS else FULL), DEFS[kind]
    for name in names.split():
        capital = "".join(part.capitalize() for part in name.split("_"))
        assert entry["properties"][name] == {"$ref": f"#/$defs/entry{capital}"}, name
    if names is FULL:
        assert list(entry["properties"])[-len(FULL.split()) :] == FULL.split()
        assert {"start", "end"} <= set(entry["dependentSchemas"])


def test_a_subsection_has_what_a_section_has() -> None:
    assert set(DEFS["subsection"]["properties"]) == set(DEFS["section"]["properties"])
    assert set(DEFS["subsection"]["dependentSchemas"]) == set(DEFS["section"]["dependentSchemas"])


def test_any_two_kinds_of_a_section_exclude_each_other() -> None:
    names = [*shape.kinds(), "sections"]
    rules = DEFS["section"]["dependentSchemas"]
    excluded = {frozenset((k, o)) for k, rule in rules.items() for o in rule["then"]["properties"]}
    assert excluded == {frozenset((a, b)) for a in names for b in names if a != b}


def test_the_contact_networks_are_those_of_the_table() -> None:
    names = [network.name for network in networks.NETWORKS]
    assert DEFS["listedNetwork"]["enum"] == names
    assert DEFS["networkName"]["enum"] == names
    assert DEFS["profile"]["properties"]["network"]["examples"] == names


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_all_readers_find_a_case_right(path: Path) -> None:
    document = source.read(path.read_bytes(), path.name)
    assert document.root is not None
    assert [e.message for e in VALIDATOR.iter_errors(data(path))] == []
    assert quick.holds(plain(document.root, SCHEMA), SCHEMA)
    assert problems(document) == ()


# No quoted nothing: an editor may mind `cefr: ""`, which we read as if it were not there.
VALUES = [None, True, 0, 2, 3.5, "word", "2021-09", "present", "a: b", ["x"], [["x"]], {"x": 1}]
KEYS = [
    "title",
    "text",
    "name",
    "date",
    "start",
    "end",
    "items",
    "roles",
    "bullets",
    "awards",
    "zzz",
]


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """Draw a case with one to three changes at places of its own."""
    changed = copy.deepcopy(data(draw(st.sampled_from(CASES))))
    for _ in range(draw(st.integers(1, 3))):
        holders = [node for node in inner(changed) if node] or [{"": None}]
        holder = draw(st.sampled_from(holders))
        key = draw(
            st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder)))
        )
        change = draw(st.sampled_from(["put", "drop", "add"]))
        value = copy.deepcopy(draw(st.sampled_from(VALUES)))
        if change == "drop":
            del holder[key]
        elif change == "add" and isinstance(holder, dict):
            holder[draw(st.sampled_from(KEYS))] = value
        else:
            holder[key] = value
    return changed


def inner(node: Any) -> Iterator[Any]:
    """Yield each list and map of some data."""
    if isinstance(node, dict | list):
        yield node
        for below in node.values() if isinstance(node, dict) else node:
            yield from inner(below)


@given(mutated())
def test_the_quick_reader_judges_as_jsonschema_does(changed: Any) -> None:
    assert quick.holds(changed, SCHEMA) is VALIDATOR.is_valid(changed)


@given(mutated())
def test_an_editor_and_we_judge_alike(changed: Any) -> None:
    document = source.read(json.dumps(changed, indent=1, ensure_ascii=False).encode(), "cv.yaml")
    ours = bool(problems(document) or misread_texts(document))
    assert ours is bool(list(told_by_an_editor(changed)))


def told_by_an_editor(changed: Any) -> Iterator[str]:
    """Yield what jsonschema says of the data, but for what we say elsewhere.

    A value that is no date is the date module's.
    """
    for error in VALIDATOR.iter_errors(changed):
        place = shape.at(error.absolute_path)
        scalar = not isinstance(error.instance, list | dict | None)
        date = shape.word(place, "x-type") in ("date", "dates") and scalar
        if not (
            date and error.validator in ("type", "pattern") and error.validator_value != "null"
        ):
            yield error.message

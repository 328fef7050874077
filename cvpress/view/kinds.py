"""The kinds of entries, as LANGUAGE 5 prints them: one table, read from top to bottom."""

from __future__ import annotations

from cvpress.view.lists import COURSES, LINKED, SCORES, TESTS
from cvpress.view.papers import ARXIV, AUTHORS, DOI, EQUAL, MAKERS, PUBLISHED, STATUS
from cvpress.view.pieces import Colon, Group, Label, Pattern, Text, plain
from cvpress.view.rows import Kind, Row
from cvpress.view.when import When
from cvpress.view.words import BAR

LOCATION = Text("location")
SUPERVISOR = Row((Label("supervisor", (Text("supervisor"),)),))
THESIS = Row((Label("thesis", (Text("thesis"),)),))
PROJECT = Row((Label("project", (Text("project", "title"),)),))
TECHNOLOGIES = Row((Label("technologies", (Text("technologies"),)),))
DEGREE = Pattern("degree", (("degree", Text("degree", "title")), ("area", Text("area", "title"))))


KINDS: dict[str, Kind] = {
    "education": Kind(
        "institution",
        head=(
            Row((Text("institution", "head"), Text("department")), "first"),
            Row((DEGREE, Text("honors")), "second"),
        ),
        own=(Row((SCORES,)), THESIS, SUPERVISOR),
        closing=(Row((Label("courses", (COURSES,)),)),),
    ),
    "experience": Kind(
        "organization",
        head=(
            Row((Text("department"), Text("organization", "head")), "first"),
            Row((Text("title", "title"),), "second"),
        ),
        own=(PROJECT, SUPERVISOR),
        closing=(TECHNOLOGIES,),
        signs=("project", "title", "organization"),
    ),
    "role": Kind(
        "title",
        head=(
            Row((Text("title", "title"), Text("department")), "date"),
            Row((), "location"),
        ),
        own=(PROJECT, SUPERVISOR),
        closing=(TECHNOLOGIES,),
        signs=("project", "title"),
    ),
    "projects": Kind(
        "name",
        head=(
            Row((Text("name", "head"), Text("technologies", "tools", BAR)), "date"),
            Row((Text("role", "title"), Text("organization"), LOCATION)),
        ),
        own=(SUPERVISOR,),
    ),
    "publications": Kind(
        "title",
        head=(
            Row((Text("title", "head"),), "date"),
            Row((MAKERS, EQUAL)),
            Row(
                (
                    PUBLISHED,
                    Group(". ", (Text("publisher"), LOCATION)),
                    Group(". ", (DOI, ARXIV)),
                )
            ),
        ),
    ),
    "patents": Kind(
        "title",
        head=(
            Row((Text("title", "head"),), "date"),
            Row((AUTHORS,)),
            Row((Text("issuer"), plain("number", " "), Group(" (", (STATUS,), ")"), LOCATION)),
        ),
    ),
    "talks": Kind(
        "title",
        head=(
            Row((Text("title", "head"), Group(" (", (Text("type"),), ")")), "date"),
            Row((AUTHORS,)),
            Row((Text("event"), Text("organization"), LOCATION)),
        ),
    ),
    "grants": Kind(
        "title",
        head=(
            Row((Text("title", "head"),), "date"),
            Row(
                (
                    Text("funder"),
                    Text("program"),
                    plain("number"),
                    LOCATION,
                    Text("role", before="; "),
                    plain("amount", "; "),
                )
            ),
        ),
    ),
    "awards": Kind(
        "title",
        head=(Row((Text("title", "item"), Text("issuer"), LOCATION, plain("amount")), "date"),),
    ),
    "certificates": Kind(
        "title",
        head=(
            Row(
                (
                    Text("title", "item"),
                    Text("issuer"),
                    Label("number", (plain("number"),), bare=True),
                    LOCATION,
                    Label("expires", (When("expires"),), "; ", bare=True),
                ),
                "date",
            ),
        ),
    ),
    "teaching": Kind(
        "course",
        head=(
            Row((Text("course", "head"), Group(" (", (plain("code"), Text("level")), ")")), "date"),
            Row((Text("role", "title"), Text("institution"), LOCATION)),
        ),
    ),
    "supervision": Kind(
        "name",
        head=(
            Row(
                (
                    Text("name", "head"),
                    Text("degree"),
                    Text("institution"),
                    LOCATION,
                    Text("role", before="; "),
                ),
                "date",
            ),
        ),
        own=(THESIS,),
    ),
    "service": Kind(
        "title",
        head=(Row((Text("title", "item"), Text("organization"), LOCATION), "date"),),
    ),
    "entries": Kind(
        "title",
        head=(
            Row((Text("title", "head"), Text("organization"), LOCATION), "date"),
            Row((Text("subtitle", "title"),)),
        ),
    ),
    "skills": Kind(
        "label",
        head=(
            Row(
                (
                    Text("label", "topic"),
                    Group(" (", (Text("level"),), ")"),
                    Colon((Text("items"), Text("text"))),
                )
            ),
        ),
    ),
    "languages": Kind(
        "language",
        head=(
            Row(
                (
                    Text("language", "topic"),
                    Colon((Text("fluency"), plain("cefr"), TESTS)),
                )
            ),
        ),
    ),
    "references": Kind(
        "name",
        head=(
            Row((Text("name", "head"), Text("title"), Text("organization"))),
            Row((Text("relationship", "title"),)),
            Row((LOCATION, *LINKED)),
        ),
    ),
}

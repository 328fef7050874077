"""The shape of our SARIF logs, as a JSON Schema: the part of SARIF 2.1.0 that we write.

It is written by hand from the standard and narrower than it: each object takes only what we write
into it, with the types, enums and needs of the standard (its own schema is not ours to copy: OASIS
gives no licence with it). All that passes here passes there, which was tried once with theirs.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def thing(needed: str, may: Schema | None = None, **properties: Schema) -> Schema:
    return {
        "type": "object",
        "required": needed.split(),
        "properties": {**properties, **(may or {})},
        "additionalProperties": False,
    }


def listed(item: Schema, least: int = 0, unique: bool = True) -> Schema:
    return {"type": "array", "items": item, "minItems": least, "uniqueItems": unique}


TEXT: Schema = {"type": "string", "minLength": 1}
URI: Schema = {"type": "string", "pattern": r"^https://[!-~]+$"}
FILE: Schema = {"type": "string", "pattern": r"^(?!/)(file:///)?[A-Za-z0-9._~/%-]+$"}
COUNT: Schema = {"type": "integer", "minimum": 1}
LEVEL: Schema = {"enum": ["note", "warning", "error"]}
MESSAGE = thing("text", text=TEXT)
REGION = thing(
    "startLine startColumn endLine endColumn",
    startLine=COUNT,
    startColumn=COUNT,
    endLine=COUNT,
    endColumn=COUNT,
)
ARTIFACT = thing("uri", uri=FILE)
REPLACEMENT = thing(
    "deletedRegion insertedContent",
    deletedRegion=REGION,
    insertedContent=thing("text", text={"type": "string"}),
)
CHANGE = thing(
    "artifactLocation replacements",
    artifactLocation=ARTIFACT,
    replacements=listed(REPLACEMENT, 1, unique=False),
)
LOCATION = thing(
    "physicalLocation",
    physicalLocation=thing("artifactLocation", artifactLocation=ARTIFACT, region=REGION),
    logicalLocations=listed(thing("fullyQualifiedName", fullyQualifiedName=TEXT), 1),
)
RESULT = thing(
    "ruleId ruleIndex level message locations",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=listed(LOCATION, 1, unique=False),
    fixes=listed(thing("artifactChanges", description=MESSAGE, artifactChanges=listed(CHANGE, 1))),
)
RULE = thing(
    "id shortDescription fullDescription help helpUri defaultConfiguration properties",
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=thing("text markdown", text=TEXT, markdown=TEXT),
    helpUri=URI,
    defaultConfiguration=thing("enabled level", enabled={"type": "boolean"}, level=LEVEL),
    properties=thing("tags", tags=listed(TEXT, 1)),
)
DRIVER = thing(
    "name semanticVersion informationUri rules",
    name=TEXT,
    semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
    informationUri=URI,
    rules=listed(RULE),
)
RUN = thing(
    "tool invocations columnKind results",
    tool=thing("driver", driver=DRIVER),
    invocations=listed(thing("executionSuccessful", executionSuccessful={"const": True}), 1),
    columnKind={"const": "unicodeCodePoints"},
    results=listed(RESULT, unique=False),
)
LOG = thing(
    "$schema version runs", {"$schema": URI}, version={"const": "2.1.0"}, runs=listed(RUN, 1)
)

"""The forms of what templates ask to be replaced: in English, and a little beyond."""

from __future__ import annotations

import re
from functools import cache

# What a text has that is worth a closer look: these are looked for fast, in all texts at once.
HINTS = (
    *("TODO", "FIXME", "TBD", "XX", "X%", "X %", "$X", "€X", "£X", "???", "Your ", "your ", "Name"),
    *("Title", "NAME", "Insert ", "insert ", "Enter ", "enter ", "Add ", "add ", "[", "<", "{"),
    *(", State", ", Country", ", STATE", ", COUNTRY", "First Last", "Firstname", "Nachname"),
    *("achievement here", "accomplishment here", "text here", "description here", "N%", "N %"),
    *("Prénom", "Apellido", "Muster", "title", "escription"),
)
BLIND = (  # of blind text; most generators use one of these
    *("orem ipsum", "olor sit amet", "onsectetur", "urabitur", "uspendisse", "ellentesque"),
    *("estibulum", "ullam ", "roin ", "tiam ", "raesent", "enean ", "endrerit", "honcus"),
    *("auris ", "hasellus", "ivamus", "aecenas", "liquam", "usce ", "orbi ", "uisque", "ulputate"),
    *("finibus", "it amet", "onec ", "ulla ", "urpis", "acinia"),
)
# The name of a field as its value, by key, in lower case.
_NAMED = {
    "institution": "institution|university|school|college",
    "organization": "organization|organisation|company|employer",
    "location": "location|city",
    "degree": "degree",
    "area": "area|major|field of study",
    "title": "title|job title|position|job position",
    "name": "name",
    "summary": "summary|description|job description",
    "text": "text|description",
    "thesis": "thesis|title|thesis title",
    "supervisor": "supervisor|supervisors|advisor|adviser",
    "venue": "venue|journal|conference",
    "event": "event",
    "issuer": "issuer",
    "funder": "funder",
    "course": "course",
    "language": "language",
    "label": "label|category",
    "fluency": "fluency|skill level",
    "headline": "headline|tagline",
    "subtitle": "subtitle",
    "relationship": "relationship",
}
NAMES = {key: frozenset(names.split("|")) for key, names in _NAMED.items()}
# Things with a number: of these there must be a first and a second.
_NUMBERED = (
    r"((?i:achievement|activity|award|category|certificate|club|company|conference|degree|employer"
    r"|extra|hobby|institution|interest|item|job|language|organi[sz]ation|position|project"
    r"|publication|reference|responsibility|role|school|skill|task|tool|university)) ([1-9])[.;:]?"
)


class _Patterns:
    """What texts of templates look like; compiled (5 ms) only where a text has a hint of one."""

    def __init__(self) -> None:
        own = r"[Yy]our (?:[Ff]ull |[Ff]irst |[Ll]ast |[Jj]ob )?"
        body = "Company|University|School|Institution|Organi[sz]ation|Project|Course|Award|Degree"
        thing = (
            rf"(?:(?:{body}|Job|Employer|City|First|Last|Full|Family|Given) )?(?:Name|Title|City"
            rf"|{body}|Employer|Town|State|Country|Location|Address|Date|Year|Month|Major|Job"
            r"|Position|Email|Phone(?: Number)?|Number|Discipline|Tagline|Headline)"
        )
        # All that a value is. "Name" or "City" alone may head a column; two of them do not.
        self.whole = re.compile(
            rf"{own}{thing}(?: or {thing})?(?: [Hh]ere)?"
            r"|[Yy]our (?:achievement|accomplishment|text|description|summary|experience) here\.?"
            r"|(?:[Ii]nsert|[Ee]nter|[Aa]dd) .{2,40} [Hh]ere\.?"
            rf"|(?:{body}) Name(?: \d)?|(?:Job|Position|Project|Paper|Publication|Thesis) Title"
            r"|Job [Tt]itle \d|Job [Dd]escription \d|R[eé]sum[eé] title"
            r"|First(?:name)? Last(?:name)?"
            r"|(?:City|Town|Location), (?:State|Country|STATE|COUNTRY)"
            r"|(?:First|Full|Last) Name|Name Surname|Vorname Nachname|Prénom Nom"
            r"|Nombre Apellidos?|Lorem ipsum\.?|TODO|FIXME|XXX+|\?\?\?+|XX+, YY+(?:, ZZ+)?"
        )
        self.bracketed = re.compile(
            rf"[\[<{{](?:{own})?(?:{thing}|(?i:(?:{body}) NAME|JOB TITLE)|NAME)[\]>}}]|[\[<(]TODO\b"
            r"|(?<!\w)\[(?i:insert|enter|add|your) [^\]\n]{2,40}\]"
        )
        self.lorem = re.compile(
            r"[Ll]orem ipsum dolor|dolor sit amet|[Cc]onsectetur adipisc"
            r"|Muster(?:straße|strasse|stadt|firma)\b"
        )
        do = "add|ask|check|complete|describe|fill|find|finish|fix|insert|mention|replace|update"
        self.note = re.compile(rf"\b(?:TODO|FIXME)(?::|\(\w+\):|(?= (?:{do}|write)\b))|\bFIXME\b")
        # XX beside a noun is also a chromosome, a century, the twentieth congress
        counted = (
            "people|members|engineers|students|employees|staff|clients|customers|apprentices|users"
            "|developers|hours|days|weeks|months|years|projects|percent|countries|teams|volunteers"
            "|reports|events|sites|stores|products|pages|trainees"
        )
        self.number = re.compile(
            r"(?<![\w$-])(?:(?:X{1,3}|N) ?%|(?:\$|€|£)X{1,3}\b(?!\$))(?![\w-])"
            rf"|\bXX{{1,2}}\+?(?= (?:{counted})\b)"
        )


patterns = cache(_Patterns)
"""Returns the patterns, compiled once."""


@cache
def numbered() -> re.Pattern[str]:
    """Return what is counted up: the thing, and its number."""
    return re.compile(_NUMBERED)


@cache
def dates() -> re.Pattern[str]:
    """Return what stands for dates: Month 20XX – Present, year–year."""
    day = r"(?:(?:Month|Mon|MM)[ /.-])?(?:(?:19|20)(?:XX|xx)|YYYY|[Yy]ear)"
    return re.compile(rf"{day}(?: ?[-–—] ?(?:{day}|[Pp]resent|[Oo]ngoing|[Nn]ow|[Cc]urrent))?")

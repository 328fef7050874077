"""What can be found in a copied text by its shapes alone: a name, addresses, headings, dates.

Nothing is known of the CV here. So do programs that take in CVs begin: the name is the first line,
an email address has its @, and a line that is one of the usual headings begins a section.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cvpress.ats.periods import Period, periods
from cvpress.locales import Locale

# Headings that English CVs have nearly always; programs look for these, or for words in them.
_USUAL = re.compile(
    r"\b(education|experience|employment|skills|languages|projects|publications|awards|honou?rs"
    r"|certifications|certificates|licen[cs]es|references|summary|profile|objective|interests?"
    r"|volunteering|teaching|research|service|patents|grants|talks|presentations|memberships"
    r"|affiliations|training|qualifications|achievements|activities|leadership|courses|coursework"
    r"|conferences|supervision|mentoring|scholarships|fellowships|competencies|accomplishments"
    r"|contact|hobbies|work|background|history)\b"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.+/-])\+?\(?\d[\d\s().–-]{6,18}\d(?![\w/-])")
_YEARS = re.compile(r"(?:19|20)\d\d\D*(?:19|20)\d\d")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>]*", re.I)
_WORDS = 5  # of a heading
_LEAST, _MOST = 8, 15  # digits of a telephone number (E.164 allows 15)


@dataclass(frozen=True, slots=True)
class Readback:
    """What was found: the first line, addresses, usual headings in their order, dates."""

    name: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    links: tuple[str, ...]
    headings: tuple[str, ...]
    dates: tuple[Period, ...]


def read(text: str, words: Locale) -> Readback:
    """Return what stands in a text. Dates are looked for in a language and in English."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return Readback(
        name=lines[0] if lines else "",
        emails=tuple(dict.fromkeys(_EMAIL.findall(text))),
        phones=tuple(dict.fromkeys(filter(_dials, _PHONE.findall(text)))),
        links=tuple(dict.fromkeys(link.rstrip(".,;)") for link in _WEB.findall(text))),
        headings=tuple(line for line in lines if usual(line)),
        dates=tuple(periods(text, words)),
    )


def usual(line: str) -> bool:
    """Return whether a line is one of the usual headings: “Work Experience”, “SKILLS”."""
    titled = line[:1].isupper() and not re.search(r"[.!?;,]|\d", line)
    return titled and len(line.split()) <= _WORDS and bool(_USUAL.search(line.casefold()))


def _dials(found: str) -> bool:
    digits = sum(map(str.isdigit, found))
    return _LEAST <= digits <= _MOST and not _YEARS.fullmatch(found.strip())

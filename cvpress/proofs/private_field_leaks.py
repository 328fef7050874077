"""What a variant hides stands in its PDF all the same: in the text, a link, or where nobody looks.

A CV that is put on the web without its phone number must not carry it in a link or in a sentence,
nor in what only programs read: titles, bookmarks, alternative texts, comments, forms, metadata,
attached files, what a camera wrote into a picture. However it is written there: a number with other
spaces, signs or without its country, an address within a `mailto:` link, straight quotes or curly.
Held to this are the fields of the person that a variant hides, and the texts that its exclude_tags
take out. Silent for an excluded text that the variant prints elsewhere on purpose, and for words so
short that they say nothing of anybody. The value itself is not repeated in the message.

Bad:
    person: {name: Ada Example, phone: +32 16 55 01 00}
    sections: [{title: About, text: Call 016 550100 at any time.}]
    variants: {public: {hide: [phone]}}
Printed:
    Ada Example
    About
    Call 016 550100 at any time.
Says:
    1:36 error private-field-leaks: The hidden phone is found in the text of page 1.
Bad:
    person: {name: Ada Example, email: ada@example.org}
    sections: [{title: About, text: A first line.}]
    variants: {public: {hide: [email]}}
Printed:
    [alternative text: Write to Ada@example.org]
    Ada Example
    About
    A first line.
Says:
    1:36 error private-field-leaks: The hidden email is found in an alternative text (/Alt).
Good:
    person: {name: Ada Example, phone: +32 16 55 01 00}
    sections: [{title: About, text: A first line.}]
    variants: {public: {hide: [phone]}}
Printed:
    Ada Example
    About
    A first line.
Silence:
    `checks: {ignore: [private-field-leaks]}`, or `# cvpress: ignore private-field-leaks` on the
    line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.printed.model import Printed
from cvpress.view.model import View

SEVERITY = "error"
ON = True
FAMILY = "variants"
LANGUAGES = None

_BETWEEN = r"[\s()+./–-]"
_NUMBER = re.compile(rf"(?:\d|{_BETWEEN}){{7,}}")
_SCHEME = re.compile(r"^(https?://|mailto:|tel:)(www\.)?|/+$")
_DIGITS = 6  # a number that is written with and without its country's code shares these
_NO_TEXT = frozenset({"CvpressSource"})  # a hash: its digits are no number
_ALIKE = str.maketrans("’‘“”‐‑−—·", "''\"\"---–.", "\u00ad\u200b\ufeff")


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield each private value that is found in the PDF, once, with the first place found."""
    if not view.private:
        return
    own = [_plain(words.plain) for words in view.words()]
    places = list(_places(printed))
    for value in view.private:
        wanted = _plain(parse(value.text).reading)
        if not value.field and (not _telling(wanted) or any(_in(wanted, text) for text in own)):
            continue
        found = next((where for where, text in places if _found(wanted, text)), "")
        if found:
            what = f"hidden {value.field}" if value.field else "text that is left out here"
            yield Problem(
                value.path,
                f"The {what} is found in {found}.",
                help="Hide what repeats it as well, or tag it so that the variant leaves it out.",
            )


def _places(printed: Printed) -> Iterator[tuple[str, str]]:
    """Yield every text of the PDF that a reader can get at, and where it is."""
    for page in printed.pages:
        yield f"the text of page {page.number}", _plain(page.text)
    for link in printed.links:
        yield f"a link of page {link.page}", _plain(unquote(link.url))
    for name, text in printed.metadata.items():
        if name not in _NO_TEXT:
            yield f"the metadata ({name})", _plain(text)
    for said in printed.unseen():
        yield said.where, _plain(unquote(said.text))


def _plain(text: str) -> str:
    """Return a text without what does not part two values: case, schemes, spaces, curly quotes."""
    alike = unicodedata.normalize("NFKC", text).translate(_ALIKE)
    return " ".join(_SCHEME.sub("", alike.strip()).casefold().split())


def _telling(text: str) -> bool:
    """Return whether a text says something of somebody: two words, an address, a number."""
    return " " in text or "@" in text or "/" in text or len(_digits(text)) >= _DIGITS


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _found(wanted: str, text: str) -> bool:
    if _NUMBER.fullmatch(wanted) and len(_digits(wanted)) >= _DIGITS:
        return bool(_ending(_digits(wanted)[-_DIGITS:]).search(text))
    return _in(wanted, text)


@cache
def _ending(digits: str) -> re.Pattern[str]:
    """Return what finds the last digits of a number, whatever stands between them."""
    return re.compile(rf"{_BETWEEN}{{,3}}".join(digits) + r"(?!\d)")


def _in(wanted: str, text: str) -> bool:
    """Return whether a text holds another as whole words."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(wanted, at + 1)
    return False

"""What a variant hides stands in its PDF all the same: in the text, a link, or the metadata.

A CV that is put on the web without its phone number must not carry it in a link or in a sentence.
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
from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.printed.model import Printed
from cvpress.view.model import View

SEVERITY = "error"
ON = True
FAMILY = "variants"
LANGUAGES = None

_NUMBER = re.compile(r"[\d\s()+./–-]{7,}")
_SCHEME = re.compile(r"^(https?://|mailto:|tel:)(www\.)?|/+$")
_DIGITS = 6  # a number that is written with and without its country's code shares these


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield each private value that is found in the PDF, once, with the first place found."""
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
        yield f"a link of page {link.page}", _plain(link.url)
    for name, said in printed.metadata.items():
        yield f"the metadata ({name})", _plain(said)


def _plain(text: str) -> str:
    """Return a text without case, schemes and needless spaces: what makes two values one."""
    return " ".join(_SCHEME.sub("", text.strip()).casefold().split())


def _telling(text: str) -> bool:
    """Return whether a text says something of somebody: two words, an address, a number."""
    return " " in text or "@" in text or "/" in text or len(_digits(text)) >= _DIGITS


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _found(wanted: str, text: str) -> bool:
    if _NUMBER.fullmatch(wanted) and len(_digits(wanted)) >= _DIGITS:
        tail = _digits(wanted)[-_DIGITS:]
        return any(_digits(run).endswith(tail) for run in _NUMBER.findall(text))
    return _in(wanted, text)


def _in(wanted: str, text: str) -> bool:
    """Return whether a text holds another as whole words."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(wanted, at + 1)
    return False

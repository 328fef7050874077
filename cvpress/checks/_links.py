"""The links of a CV that a browser would follow, each with its place and its address as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cvpress import addresses, networks
from cvpress.markup import parse
from cvpress.schema.fields import Field, fields
from cvpress.source.document import Document, Mapping

# What stands before a number is the page's own (cvpress.view); a number of another form is told by
# the check of its form.
_NUMBERS = {
    "doi": ("https://doi.org/", "doi:", r"10\.\d{4,9}(?:\.\d+)*/\S+"),
    "arxiv": (
        "https://arxiv.org/abs/",
        "arXiv:",
        r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?",
    ),
    "orcid": ("https://orcid.org/", "", r"(?:\d{4}-){3}\d{3}[\dX]"),
}


class Link(NamedTuple):
    """One link: where it stands (`at` in the scalar's text), where it leads.

    `written`: the stretch of the text that is the address, letter for letter; None where the
    address is made from a name or number, or written with escapes.
    """

    path: str
    url: str
    at: tuple[int, int]
    written: tuple[int, int] | None = None


@lru_cache(maxsize=8)
def links(document: Document) -> tuple[Link, ...]:
    """Return every link to a page of the web, in the order of the file."""
    return tuple(link for field in fields(document) for link in _of(document, field))


def _of(document: Document, field: Field) -> Iterator[Link]:
    text = field.scalar.text
    if field.key in ("url", "website"):
        yield from _whole(field)
    elif field.key in _NUMBERS:
        site, name, form = _NUMBERS[field.key]
        bare = text.strip().removeprefix(site).removeprefix(name)
        if re.fullmatch(form, bare):
            yield Link(field.path, site + bare, (0, len(text)))
    elif field.key == "username":
        url = _profile(document, field)
        if url:
            yield Link(field.path, url, (0, len(text)))
    elif field.type in ("text", "long") and "](" in text:
        yield from _within(field)


def _whole(field: Field) -> Iterator[Link]:
    text = field.scalar.text
    bare = field.key == "website"
    target = text.strip()
    at = (text.index(target), text.index(target) + len(target))
    if addresses.link(target, bare=bare) is None:
        url = target if "://" in target or not bare else f"https://{target}"
        if _of_the_web(url):
            yield Link(field.path, url, at, at)


def _profile(document: Document, field: Field) -> str:
    """Return the address that a user's name has on its network, "" where one is given or none."""
    node = document.node(field.path.rpartition("/")[0])
    network = networks.find(node.text("network")) if isinstance(node, Mapping) else None
    given = isinstance(node, Mapping) and node.get("url")
    return networks.url(network, field.scalar.text) if network and not given else ""


def _within(field: Field) -> Iterator[Link]:
    text = field.scalar.text
    for link in parse(text).links:
        if _of_the_web(link.url) and addresses.link(link.url) is None:
            start = link.end - 1 - len(link.url)
            letters = text[start : link.end - 1] == link.url
            at = (link.start, link.end)
            yield Link(field.path, link.url, at, (start, link.end - 1) if letters else None)


def _of_the_web(url: str) -> bool:
    return url.lower().startswith(("https://", "http://"))

"""The head of the page: name, headline, the ways to reach the person, details."""

from __future__ import annotations

from collections.abc import Iterator

from cvpress import networks, photo
from cvpress.source.document import Mapping, Scalar
from cvpress.view.desk import Desk, Item
from cvpress.view.lists import reachable
from cvpress.view.model import Part, Person, Run, Words
from cvpress.view.rows import details
from cvpress.view.texts import each, linked, maps, words

ORCID = "https://orcid.org/"


def person(desk: Desk) -> Person:
    """Lay out the head of the page."""
    node = desk.document.node("/person")
    if not isinstance(node, Mapping):
        return Person(Words(()))
    return Person(
        name=_text(node, "name") or Words(()),
        headline=_text(node, "headline"),
        contacts=tuple(_contacts(desk, node)),
        details=tuple(details(Item(desk, node))),
        prefix=_text(node, "prefix"),
        suffix=_text(node, "suffix"),
        photo=found if isinstance(found := photo.of(desk.document), photo.Photo) else None,
    )


def _text(node: Mapping, key: str) -> Words | None:
    value = node.get(key)
    return words(value) if isinstance(value, Scalar) else None


def _contacts(desk: Desk, node: Mapping) -> Iterator[Part]:
    place = _text(node, "location")
    if place:
        yield Part("location", place)
    for email in _scalars(node, "email"):
        yield Part("email", reachable(email, "mailto"))
    for phone in _scalars(node, "phone"):
        yield Part("phone", reachable(phone, "tel"))
    for website in _scalars(node, "website"):
        yield Part("website", _site(website, website.text))
    for orcid in _scalars(node, "orcid"):
        bare = orcid.text.strip().removeprefix(ORCID)
        yield Part("orcid", _named(desk, "ORCID", bare, orcid, ORCID + bare))
    for profile in maps(node.get("profiles")):
        yield from _profile(desk, profile)


def _profile(desk: Desk, node: Mapping) -> Iterator[Part]:
    """A page on a network, by the user's name where there is one: "GitHub: ada"."""
    network, user = node.get("network"), node.get("username")
    if not isinstance(network, Scalar):
        return
    known = networks.find(network.text)
    name = known.name if known else network.text
    if isinstance(user, Scalar):
        url = node.text("url") or (networks.url(known, user.text) if known else "")
        yield Part("profile", _named(desk, name, user.text, user, url))
    else:
        yield Part("profile", linked(Words((Run(name),), network.path), node.text("url")))


def _named(desk: Desk, name: str, value: str, scalar: Scalar, url: str) -> Words:
    return linked(Words((Run(f"{name}{desk.colon}{value}"),), scalar.path), url)


def _scalars(node: Mapping, key: str) -> Iterator[Scalar]:
    return (scalar for scalar in each(node.get(key)) if isinstance(scalar, Scalar))


def _site(scalar: Scalar, url: str) -> Words:
    """An address as people write it: without `https://`, `www.` and a closing slash."""
    shown = scalar.text.strip().split("://", 1)[-1].removeprefix("www.").rstrip("/")
    goal = url if "://" in url else f"https://{url}"
    return linked(Words((Run(shown),), scalar.path), goal)

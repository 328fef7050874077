"""The head of the page: name, headline, the ways to reach the person, details."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cvpress import icons, networks, photo
from cvpress.source.document import Mapping, Scalar
from cvpress.view.desk import Desk, Item
from cvpress.view.head import Contact, Person
from cvpress.view.lists import reachable
from cvpress.view.rows import details
from cvpress.view.texts import each, linked, maps, words
from cvpress.view.words import Run, Words

ORCID = "https://orcid.org/"


def person(desk: Desk, with_icons: bool = False) -> Person:
    """Lay out the head of the page. `with_icons`: in the place of words that say how, not what."""
    node = desk.document.node("/person")
    if not isinstance(node, Mapping):
        return Person(Words(()))
    return Person(
        name=_text(node, "name") or Words(()),
        headline=_text(node, "headline"),
        contacts=tuple(c if with_icons else replace(c, icon=None) for c in _contacts(desk, node)),
        details=tuple(details(Item(desk, node))),
        prefix=_text(node, "prefix"),
        suffix=_text(node, "suffix"),
        photo=found if isinstance(found := photo.of(desk.document), photo.Photo) else None,
    )


def _text(node: Mapping, key: str) -> Words | None:
    value = node.get(key)
    return words(value) if isinstance(value, Scalar) else None


def _contacts(desk: Desk, node: Mapping) -> Iterator[Contact]:
    place = _text(node, "location")
    if place:
        yield _general("location", place)
    for email in _scalars(node, "email"):
        yield _general("email", reachable(email, "mailto"))
    for phone in _scalars(node, "phone"):
        yield _general("phone", reachable(phone, "tel"))
    for website in _scalars(node, "website"):
        yield _general("website", _site(website, website.text))
    for orcid in _scalars(node, "orcid"):
        bare = orcid.text.strip().removeprefix(ORCID)
        yield _named(desk, "orcid", "ORCID", linked(Words((Run(bare),), orcid.path), ORCID + bare))
    for profile in maps(node.get("profiles")):
        yield from _profile(desk, profile)


def _profile(desk: Desk, node: Mapping) -> Iterator[Contact]:
    """A page on a network, by the user's name where there is one: "GitHub: ada"."""
    network, user = node.get("network"), node.get("username")
    if not isinstance(network, Scalar):
        return
    known = networks.find(network.text)
    name = known.name if known else network.text
    if isinstance(user, Scalar):
        url = node.text("url") or (networks.url(known, user.text) if known else "")
        yield _named(desk, "profile", name, linked(words(user, plain=True), url))
    else:
        page = linked(Words((Run(name),), network.path), node.text("url"))
        yield Contact("profile", page, icons.icon("website"), page)


def _general(role: str, shown: Words) -> Contact:
    return Contact(role, shown, icons.icon(role), shown)


def _named(desk: Desk, role: str, name: str, value: Words) -> Contact:
    """An address behind the name of its network, which an icon can stand for, where there is one.

    The link covers both.
    """
    label = f"{name}{desk.colon}"
    run = value.runs[0]
    whole = replace(value, runs=(replace(run, text=f"{label}{run.text}"),))
    if name in icons.NAMES:
        return Contact(role, whole, icons.icon(name), value)
    return Contact(role, whole, icons.icon("website"), whole)


def _scalars(node: Mapping, key: str) -> Iterator[Scalar]:
    return (scalar for scalar in each(node.get(key)) if isinstance(scalar, Scalar))


def _site(scalar: Scalar, url: str) -> Words:
    """An address as people write it: without `https://`, `www.` and a closing slash."""
    shown = scalar.text.strip().split("://", 1)[-1].removeprefix("www.").rstrip("/")
    goal = url if "://" in url else f"https://{url}"
    return linked(Words((Run(shown),), scalar.path), goal)

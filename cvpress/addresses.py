"""Addresses: hosts, email addresses, links. What is surely wrong with one, and where in it.

Each function returns a `Slip` or None. Names in any script pass, new top-level domains pass, and so
do numbers of machines: only what no program can follow is a slip. Sources: RFC 3986 (links), RFC
5321 (email), RFC 1123 and RFC 5890 (hosts).
"""

from __future__ import annotations

import re
from typing import NamedTuple

SCHEMES = ("https", "http", "mailto", "tel")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_TWICE = re.compile(r"(https?:?/*)(?=https?:?//)", re.IGNORECASE)
_BEGINNING = re.compile(r"(https?)([:/]+)(?=[^:/])", re.IGNORECASE)
_SLIPPED = re.compile("h{0,2}t{1,3}p{1,2}(s{0,2})")  # htps
_SPACE = re.compile(r"\s+")
_IPV6 = re.compile(r"\[[0-9A-Fa-f:.]+\]")
_IPV4 = re.compile(r"(\d{1,3}\.){3}\d{1,3}")
# ASCII signs that no name of a host has; a letter of any script may stand in one.
_NO_HOST = re.compile(r"(?![A-Za-z0-9._\-])[\x00-\x7f]")  # the other way round compiles in 6 ms
_NO_TLD = {"con": "com", "cmo": "com", "ocm": "com", "comm": "com", "orgg": "org", "nett": "net"}
_NO_LOCAL = re.compile(r"[()<>,;:\\\[\]\"]")
_NAMED = re.compile(r"[^<>@]*<\s*([^<>@\s]+@[^<>@\s]+)\s*>")  # Ada Example <ada@example.org>
_TWO = re.compile(r"\S*[^\s@]@[^\s@]+?(?:\s*[,;|/]\s*|\s+(?:\w+\s+)?)[^\s@]+@\S+")
_MAILTO = re.compile("mailto:", re.IGNORECASE)
WHOLE = "Write it whole, as in name@example.org."
_TEL = re.compile(r"\+?[0-9().\-*#;=A-Za-z%]+")


class Slip(NamedTuple):
    """What is wrong with `[start, end)` of an address, and what to write there where it is sure."""

    start: int
    end: int
    message: str
    help: str = ""
    instead: str | None = None

    def moved(self, by: int) -> Slip:
        """Return the slip of an address that begins later."""
        return Slip(self.start + by, self.end + by, self.message, self.help, self.instead)


def host(text: str) -> Slip | None:
    """Judge the name of a site, with its port: `example.org`, `münchen.example:8080`."""
    name, _, port = text.partition(":") if not text.startswith("[") else (text, "", "")
    if _IPV6.match(text) or _IPV4.fullmatch(name):
        return None
    if port and not port.isdecimal():
        help = "A port is a number, as in example.org:8080."
        return Slip(len(name) + 1, len(text), "This is no port.", help)
    sign = _NO_HOST.search(name)
    if sign:
        message = "This sign can't stand in the name of a site."
        return Slip(*sign.span(), message, "Take it out.")
    labels = name.removesuffix(".").split(".")
    gap = name.find("..")
    if gap >= 0:
        return Slip(gap, gap + 2, "Two full stops follow each other.", "", ".")
    if any(not label or label[0] == "-" or label[-1] == "-" for label in labels):
        message = "This name of a site begins or ends with a wrong sign."
        return Slip(0, len(name), message, "Take that sign out.")
    return _ending(name, labels)


def _ending(name: str, labels: list[str]) -> Slip | None:
    last = labels[-1]
    if len(labels) == 1:
        message = "This name of a site has no ending such as .org."
        return Slip(0, len(name), message, "Write it whole, as in example.org.")
    start = name.rindex(last)
    if last.lower() in _NO_TLD:
        meant = _NO_TLD[last.lower()]
        found = f"No site ends in .{last}."
        return Slip(start, start + len(last), found, f"Did you mean .{meant}?", meant)
    if last.isdigit() or (len(last) == 1 and last.isascii()):
        message = f"No site ends in .{last}."
        return Slip(start, start + len(last), message, "Write its ending whole: .com, .org, .eu.")
    return None


def email(text: str) -> Slip | None:
    """Judge an email address: `ada+cv@example.org`, `ada@münchen.example`."""
    local, at, domain = text.rpartition("@")
    if not at:
        return Slip(0, len(text), "This email address has no @.", WHOLE)
    if local.startswith('"') and local.endswith('"') and len(local) > 2:
        return _moved(host(domain), len(local) + 1)
    return _more(text, local) or _local(text, local) or _moved(host(domain), len(local) + 1)


def _more(text: str, local: str) -> Slip | None:
    """Judge what stands beside an address: a name, a scheme, a second address or @."""
    if named := _NAMED.fullmatch(text):
        message, help = "A name stands beside the address.", f"Write {named[1]} alone."
        return Slip(0, len(text), message, help, named[1])
    if scheme := _MAILTO.match(text):
        return Slip(*scheme.span(), "This begins like a link.", "Write the address alone.", "")
    if _TWO.fullmatch(text):
        help = "Write a list, [first, second], so that each is a link."
        return Slip(0, len(text), "Two email addresses stand in one field.", help)
    second = local.find("@")
    if second >= 0:
        sure = "" if local.endswith("@") and local.count("@") == 1 and local != "@" else None
        return Slip(second, second + 1, "This email address has two @.", "Take one out.", sure)
    return None


def _local(text: str, local: str) -> Slip | None:
    """Judge spaces in an address, and the signs before its @."""
    space = _SPACE.search(text)
    if space:
        # between two words another sign may belong there: ada example@… was ada.example@…
        sure = text[space.start() - 1] in "@." or text[space.end()] in "@."
        help = "Take it out." if sure else "Take it out, or write the sign that belongs there."
        slip = "There is a space in this address."
        return Slip(*space.span(), slip, help, "" if sure else None)
    sign = _NO_LOCAL.search(local)
    if sign:
        return Slip(*sign.span(), "This sign can't stand in an email address.", "Take it out.")
    if not local:
        return Slip(0, 1, "Nothing stands before the @.", WHOLE)
    stop = re.search(r"\.{2,}|^\.|\.$", local)
    if stop:
        within = len(stop[0]) > 1 and stop.start() > 0 and stop.end() < len(local)
        message = "A full stop is wrong before the @."
        return Slip(*stop.span(), message, "Take it out.", "." if within else None)
    return None


def link(text: str, *, bare: bool = False) -> Slip | None:
    """Judge a link's target. `bare`: the scheme may be left out (`example.org`)."""
    space = _SPACE.search(text)
    if space:
        return Slip(*space.span(), "There is a space in this link.", "Write %20, or take it out.")
    twice = _TWICE.match(text)
    if twice:
        return Slip(*twice.span(), "This link begins twice.", "Take the first beginning out.", "")
    start = _BEGINNING.match(text)
    if start and start[2] != "://":
        right = f"{start[1].lower()}://"
        return Slip(*start.span(), f"A link begins with {right}", "", right)
    scheme = _SCHEME.match(text)
    if not scheme or _port(text, scheme):
        return _authority(text, 0) if bare else _no_scheme(text)
    return _by_scheme(text, scheme[1].lower(), scheme.end())


def _port(text: str, scheme: re.Match[str]) -> bool:
    """True for `example.org:8080/x`, where a scheme seems to stand."""
    return "." in scheme[1] and text[scheme.end() : scheme.end() + 1].isdecimal()


def _no_scheme(text: str) -> Slip | None:
    if _authority(text, 0):
        return Slip(0, len(text), "This is no link.", "Links begin with https://")
    return Slip(0, len(text), "This link does not begin with https://", "", f"https://{text}")


def _by_scheme(text: str, scheme: str, start: int) -> Slip | None:
    rest = text[start:]
    if slip := _SLIPPED.fullmatch(scheme) if scheme not in SCHEMES else None:
        right = f"http{slip[1][:1]}:"
        return Slip(0, start, f"A link begins with {right}//", "", right)
    if scheme not in SCHEMES:
        message = f"Links begin with {', '.join(SCHEMES[:-1])} or {SCHEMES[-1]}."
        return Slip(0, start, message, "Write one that does, or take this out.")
    if scheme == "mailto":
        return _moved(email(rest.partition("?")[0].replace("%20", " ")), start)
    if scheme == "tel":
        good = _TEL.fullmatch(rest) and sum(c.isdecimal() for c in rest) > 2
        message, help = "This is no telephone number.", "Write its digits: tel:+3216550100."
        return None if good else Slip(start, len(text), message, help)
    return _authority(text, start + 2)


def _authority(text: str, start: int) -> Slip | None:
    """Judge what stands between `https://` and the next slash."""
    whole = re.split(r"[/?#]", text[start:], maxsplit=1)[0]
    user, at, name = whole.rpartition("@")
    if not name:
        return Slip(0, len(text), "This link names no site.", "One looks like https://example.org")
    return _moved(host(name), start + len(user) + len(at))


def _moved(slip: Slip | None, by: int) -> Slip | None:
    return slip.moved(by) if slip else None

"""The address of a profile leads to another network, or to another user, than the profile says.

A reader who clicks on “GitHub: ada” and lands at somebody else's page, or at LinkedIn, doubts the
rest. Silent on what may be right: one's own server (GitLab, Mastodon), a custom domain, a country's
site of a network, a name with a space (it is shown, and is no user name), an address that shows no
user, and the digits that LinkedIn adds to a name.

Bad:
    person:
      name: Ada Example
      profiles:
        - {network: GitHub, url: "https://www.linkedin.com/in/ada-example"}
        - {network: GitHub, username: ada-example, url: "https://github.com/ada-exmaple"}
        - {network: LinkedIn, url: "https://www.linkedn.com/in/ada-example"}
        - {network: ORCID, url: "https://orcid.org/"}
Says:
    4:30 warning profile-url-mismatch: This is an address of LinkedIn, not of GitHub.
    5:53 warning profile-url-mismatch: This address is of the user “ada-exmaple”, not “ada-example”.
    6:32 warning profile-url-mismatch: This site is not the one of LinkedIn.
    7:29 warning profile-url-mismatch: This is the front page of ORCID, not a profile.
Good:
    person:
      name: Ada Example
      profiles:
        - {network: GitHub, username: Ada-Example, url: "https://github.com/ada-example/salt"}
        - {network: LinkedIn, username: ada, url: "https://de.linkedin.com/in/ada-9a8b7c6"}
        - {network: GitLab, username: ada, url: "https://git.example.org/ada"}
        - {network: Google Scholar, username: Ada Example, url: "https://scholar.google.be/citations?user=A"}
Silence:
    `checks: {ignore: [profile-url-mismatch]}`, or `# cvpress: ignore profile-url-mismatch` on the
    line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urlsplit, urlunsplit

from cvpress import networks
from cvpress.finding import Problem
from cvpress.networks import NETWORKS, Network
from cvpress.schema.fields import scalars
from cvpress.schema.suggest import closest
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Scalar, Sequence

SEVERITY = "warning"
ON = True
FAMILY = "identifiers"
LANGUAGES = None

ORCID = Network("ORCID", "https://orcid.org/{}")
# Other sites of one network: old names, short ones, national ones.
_ALSO = {
    "twitter.com": "X",
    "t.co": "X",
    "hf.co": "Hugging Face",
    "fb.com": "Facebook",
    "fb.me": "Facebook",
    "lnkd.in": "LinkedIn",
    "linkedin.cn": "LinkedIn",
    "telegram.me": "Telegram",
    "telegram.org": "Telegram",
    "leetcode.cn": "LeetCode",
    "threads.com": "Threads",
    "youtu.be": "YouTube",
    "stackexchange.com": "Stack Overflow",
    "publons.com": "Web of Science",
    "weibo.cn": "Weibo",
}
# Their users are numbers or keys, so a name beside the address is shown only.
_OPAQUE = frozenset(
    {"Google Scholar", "Semantic Scholar", "Stack Overflow", "DBLP", "Scopus", "SSRN", "IMDb"}
    | {"Web of Science", "ORCID"}
)
_SLIP = 0.88  # how alike a wrong site is to the right one: one letter in ten


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each profile whose address contradicts it."""
    profiles = document.node("/person/profiles")
    for profile in profiles.items if isinstance(profiles, Sequence) else ():
        if isinstance(profile, Mapping):
            yield from _judge(profile)


def _judge(profile: Mapping) -> Iterator[Problem]:
    name, url = profile.text("network"), profile.get("url")
    network = ORCID if name.strip().upper() == "ORCID" else networks.find(name)
    if network is None or not isinstance(url, Scalar):
        return
    site, path = _parted(url.text.strip())
    there = _network_of(site)
    if there == network.name and path in ("", "/") and _bare(site) == _host(network):
        message = f"This is the front page of {network.name}, not a profile."
        yield Problem(url.path, message, help="Write the address of your own page there.")
    elif there == network.name:
        yield from _user(profile, url, network, path)
    elif there:
        message = f"This is an address of {there}, not of {network.name}."
        yield Problem(url.path, message, help="Correct the address or the network.")
    elif near := closest(_bare(site), [_host(network)], alike=_SLIP):
        message = f"This site is not the one of {network.name}."
        yield Problem(url.path, message, help=f"Did you mean {near}?")


def _parted(url: str) -> tuple[str, str]:
    """Return the site of an address and what follows it; "" for one that names no site."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        return parts.hostname or "", urlunsplit(("", "", parts.path, parts.query, parts.fragment))
    except ValueError:
        return "", ""


@cache
def _hosts() -> dict[str, str]:
    """Return the name of a network by its site."""
    listed = (one for one in (*NETWORKS, ORCID) if "{server}" not in one.address)
    return {_host(one): one.name for one in listed} | _ALSO


def _host(network: Network) -> str:
    return _bare(network.address.split("/")[2])


def _bare(host: str) -> str:
    return host.removeprefix("www.")


def _network_of(host: str) -> str:
    """Return the network of a site or of a part of it (de.linkedin.com), "" for any other.

    A page below a shared site, such as ada.medium.com, is of that network, too; scholar.google.be
    is Google Scholar's in Belgium.
    """
    if re.match(r"scholar\.google\.[a-z.]{2,6}$", host):
        return "Google Scholar"
    labels = _bare(host).split(".")
    tails = (".".join(labels[at:]) for at in range(len(labels) - 1))
    return next((_hosts()[tail] for tail in tails if tail in _hosts()), "")


def _user(profile: Mapping, url: Scalar, network: Network, path: str) -> Iterator[Problem]:
    names = scalars(profile, "username")
    told = names[0].text.strip().removeprefix("@") if names else ""
    there = _user_of(network, path)
    if not told or not there or " " in told or "/" in told:
        return
    same, other = _plain(told), _plain(there)
    if network.name in _OPAQUE and len(told) != len(there):
        return
    if same in (other, *(_plain(part) for part in re.split(r"[/?#&=]", unquote(path)))):
        return
    # LinkedIn adds signs to a name: ada-9a8b7c6
    if not re.fullmatch(rf"{same}[0-9a-f]*\d[0-9a-f]*", other):
        message = f"This address is of the user “{there}”, not “{told}”."
        yield Problem(url.path, message, help="Correct one of the two.")


def _user_of(network: Network, path: str) -> str:
    """Return the user whom an address names, as the network's pattern has it; "" for no such."""
    begin = "/" + network.address.split("/", 3)[3].partition("{}")[0]
    if not path.lower().startswith(begin.lower()):
        return ""
    return re.split(r"[/?#&]", unquote(path[len(begin) :]))[0].removesuffix(".html")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()

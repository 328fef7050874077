"""Contact networks: one line each. The schema's list and did-you-mean come from here.

A line is: name as it is printed, address with `{}` for the user name, other names. A user name may
be written with a leading `@`. What has an `@` inside (Mastodon) is a name at a server.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from urllib.parse import quote


class Network(NamedTuple):
    """A network: its name, which is also its label on the page, and how addresses are made."""

    name: str
    address: str
    aliases: tuple[str, ...] = ()


NETWORKS = (
    Network("GitHub", "https://github.com/{}", ("gh",)),
    Network("GitLab", "https://gitlab.com/{}"),
    Network("Codeberg", "https://codeberg.org/{}"),
    Network("Bitbucket", "https://bitbucket.org/{}/"),
    Network("Gitee", "https://gitee.com/{}"),
    Network("LinkedIn", "https://www.linkedin.com/in/{}/", ("linked in",)),
    Network("Xing", "https://www.xing.com/profile/{}"),
    Network("X", "https://x.com/{}", ("twitter", "x (twitter)", "x/twitter", "x.com")),
    Network("Bluesky", "https://bsky.app/profile/{}", ("bsky",)),
    Network("Mastodon", "https://{server}/@{}", ("fediverse",)),
    Network("Threads", "https://www.threads.net/@{}"),
    Network("Facebook", "https://www.facebook.com/{}", ("fb", "meta")),
    Network("Instagram", "https://www.instagram.com/{}/", ("insta", "ig")),
    Network("Telegram", "https://t.me/{}"),
    Network("Google Scholar", "https://scholar.google.com/citations?user={}", ("scholar",)),
    Network("Semantic Scholar", "https://www.semanticscholar.org/author/{}"),
    Network("DBLP", "https://dblp.org/pid/{}.html"),
    Network("arXiv", "https://arxiv.org/a/{}"),
    Network("OpenReview", "https://openreview.net/profile?id={}"),
    Network("ResearchGate", "https://www.researchgate.net/profile/{}", ("research gate",)),
    Network("Scopus", "https://www.scopus.com/authid/detail.uri?authorId={}"),
    Network("Web of Science", "https://www.webofscience.com/wos/author/record/{}", ("publons",)),
    Network("SSRN", "https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id={}"),
    Network("Stack Overflow", "https://stackoverflow.com/users/{}", ("so",)),
    Network("Hugging Face", "https://huggingface.co/{}", ("hf",)),
    Network("Kaggle", "https://www.kaggle.com/{}"),
    Network("LeetCode", "https://leetcode.com/u/{}/"),
    Network("Codeforces", "https://codeforces.com/profile/{}"),
    Network("AtCoder", "https://atcoder.jp/users/{}"),
    Network("HackerRank", "https://www.hackerrank.com/profile/{}"),
    Network("CodePen", "https://codepen.io/{}"),
    Network("DEV", "https://dev.to/{}", ("dev.to", "dev community")),
    Network("Medium", "https://medium.com/@{}"),
    Network("YouTube", "https://www.youtube.com/@{}", ("yt",)),
    Network("Vimeo", "https://vimeo.com/{}"),
    Network("SoundCloud", "https://soundcloud.com/{}"),
    Network("Behance", "https://www.behance.net/{}"),
    Network("Dribbble", "https://dribbble.com/{}"),
    Network("ArtStation", "https://www.artstation.com/{}"),
    Network("IMDb", "https://www.imdb.com/name/{}/"),
    Network("Zhihu", "https://www.zhihu.com/people/{}", ("知乎",)),
    Network("Weibo", "https://weibo.com/n/{}", ("微博",)),
)


@cache
def _known() -> dict[str, Network]:
    table = {_plain(alias): one for one in NETWORKS for alias in one.aliases}
    return table | {_plain(one.name): one for one in NETWORKS}


def find(name: str) -> Network | None:
    """Return the network of this name or of another name it is known by; letter case is free."""
    return _known().get(_plain(name))


def url(network: Network, username: str) -> str:
    """Return the address of a user's page on a network, or "" where a name lacks its server."""
    user, server = username.strip().removeprefix("@"), ""
    if "{server}" in network.address:
        user, _, server = user.partition("@")
        if not server:
            return ""
    address = network.address.replace("{server}", quote(server, safe=":."))
    return address.replace("{}", quote(user, safe="/:@~-._"))


def _plain(name: str) -> str:
    return name.strip().casefold()

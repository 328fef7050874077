"""Contact networks: found by any of their names, addresses made from user names."""

from __future__ import annotations

import pytest

from cvpress import addresses, networks, source
from cvpress.schema.validation import problems


@pytest.mark.parametrize(
    ("name", "username", "url"),
    [
        ("GitHub", "ada", "https://github.com/ada"),
        ("github ", "@ada", "https://github.com/ada"),
        ("twitter", "ada", "https://x.com/ada"),
        ("LinkedIn", "josé", "https://www.linkedin.com/in/jos%C3%A9/"),
        ("DBLP", "65/9612", "https://dblp.org/pid/65/9612.html"),
        ("Stack Overflow", "22656/jon-s", "https://stackoverflow.com/users/22656/jon-s"),
        ("OpenReview", "~Ada_Example1", "https://openreview.net/profile?id=~Ada_Example1"),
        ("Google Scholar", "a&b", "https://scholar.google.com/citations?user=a%26b"),
        ("Mastodon", "@ada@social.example", "https://social.example/@ada"),
        ("mastodon", "ada@social.example:8443", "https://social.example:8443/@ada"),
        ("Mastodon", "ada", ""),
        ("Mastodon", "ada@x/../{}", "https://x%2F..%2F%7B%7D/@ada"),
    ],
)
def test_address(name: str, username: str, url: str) -> None:
    network = networks.find(name)
    assert network is not None
    assert networks.url(network, username) == url


def test_an_unknown_network_is_none() -> None:
    assert networks.find("Guild") is None


@pytest.mark.parametrize("network", networks.NETWORKS, ids=lambda network: network.name)
def test_a_line_of_the_table(network: networks.Network) -> None:
    assert networks.find(network.name) is network
    assert all(networks.find(alias) is network for alias in network.aliases)
    assert network.address.count("{}") == 1
    made = networks.url(network, "ada@social.example" if "{server}" in network.address else "ada")
    assert made.startswith("https://")
    assert addresses.link(made) is None


def test_no_name_stands_twice() -> None:
    names = [n.casefold() for one in networks.NETWORKS for n in (one.name, *one.aliases)]
    assert len(names) == len(set(names))


def test_a_network_by_its_former_name_is_told_with_its_fix() -> None:
    cv = b"""person: {name: A, profiles: [{network: Twitter, username: ada}]}
sections: [{title: A, text: B.}]
"""
    (one,) = problems(source.read(cv, "cv.yaml"))
    assert (one.id, one.problem.help) == ("wrong-value", "Did you mean “X”?")
    assert one.problem.fix is not None
    assert one.problem.fix.replacements == ((0, 7, "X"),)

"""Makes one CV of the items that were dealt to it, with dates that are right.

Posts follow each other without a gap, degrees come before them, lists run newest first. The first
employer has two roles where the bullets suffice.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from bench.words.material import Item, Pools, Region, spelled
from bench.words.people import ascii, orcid, short

Data = dict[str, Any]


class Maker:
    """Makes one CV of what was dealt to it."""

    def __init__(
        self, pools: Pools, people: Pools, headings: Pools, region: Region, random: Random
    ) -> None:
        self.pools, self.people, self.headings = pools, people, headings
        self.region, self.random = region, random
        self.stop = random.choice(("", "."))
        self.months = random.random() < 0.5
        self.given, self.family = self._person()
        self.year = 2026
        self.dois = random.random() < 0.5

    def cv(self) -> Data:
        """Return the whole CV; a section for which nothing was dealt is left out."""
        posts = self._section("experience")  # first: the years before them are for degrees
        made = {kind: self._section(kind) for kind in self.headings if kind != "experience"}
        sections = [posts if kind == "experience" else made[kind] for kind in self.headings]
        return {"person": self._head(), "sections": [one for one in sections if one]}

    def _section(self, kind: str) -> Data:
        content = getattr(self, f"_{kind}")()
        if not content:
            return {}
        title = spelled(self.random.choice(self.headings[kind])[0], self.region)
        return {"title": title, "text" if kind == "profile" else kind: content}

    def _rows(self, head: str) -> list[Item]:
        return self.pools.get(head, [])

    def _person(self) -> tuple[str, str]:
        return self.random.choice(self.people["given"])[0], self._family()

    def _family(self) -> str:
        return self.random.choice(self.people["family"])[0]

    def _head(self) -> Data:
        towns = [town for town, region in self.people["towns"] if region == self.region]
        user = ascii(f"{self.given}.{self.family}").lower()
        head: Data = {"name": f"{self.given} {self.family}"}
        head["also_known_as"] = [short(self.given, self.family)]
        if self._rows("headline"):
            head["headline"] = self._rows("headline")[0][0]
        if towns:
            head["location"] = self.random.choice(towns)
        head["email"] = f"{user}@example.org"
        head["profiles"] = [{"network": "LinkedIn", "username": user.replace(".", "-")}]
        head["phone"] = "+44 20 7946 0123" if self.region == "gb" else "+1 202 555 0143"
        if self._rows("publications"):
            head["orcid"] = orcid(self.random.randrange(10**8))
        return head

    def _profile(self) -> str:
        return " ".join(row[0] for row in self._rows("profile"))

    def _experience(self) -> list[Data]:
        posts = self._rows("posts")
        past = self._shares("then", len(posts) - 1)
        made = []
        for at, row in enumerate(posts):
            post: Data = _named(("organization", "location", "title", "department"), row)
            years = self.random.randint(1, 3) if at == 0 else self.random.randint(2, 5)
            post |= self._span(self.year - years, None if at == 0 else self.year)
            self.year -= years
            bullets = [row[0] for row in self._rows("now")] if at == 0 else past[at - 1]
            made.append(post | self._highlights(bullets))
        if made and len(made[-1].get("highlights", ())) > 1 and self._rows("earlier"):
            made[-1] = self._promoted(made[-1])
        return made

    def _highlights(self, bullets: list[str]) -> Data:
        return {"highlights": [bullet + self.stop for bullet in bullets]} if bullets else {}

    def _promoted(self, post: Data) -> Data:
        """Return the first post as two roles at one body."""
        begun = post["start"]
        self.year -= 1
        bullets = post["highlights"]
        body: Data = {key: post[key] for key in ("organization", "location") if key in post}
        later: Data = {key: post[key] for key in ("title", "department") if key in post}
        later |= {"start": begun, "end": post["end"], "highlights": bullets[1:]}
        before: Data = {"title": self._rows("earlier")[0][0]} | self._span(self.year, self.year + 1)
        return body | {"roles": [later, before | {"highlights": bullets[:1]}]}

    def _shares(self, head: str, hands: int) -> list[list[str]]:
        rows = [row[0] for row in self._rows(head)]
        return [rows[at::hands] for at in range(hands)]

    def _span(self, start: int, end: int | None) -> Data:
        months = ("-09", "-08") if self.months else ("", "")
        return {
            "start": f"{start}{months[0]}",
            "end": "present" if end is None else f"{end}{months[1]}",
        }

    def _education(self) -> list[Data]:
        by_level = {row[0]: row for row in reversed(self._rows("education"))}
        made = []
        for level in sorted(by_level, reverse=True):
            names = ("institution", "location", "degree", "area", "thesis")
            years = {"1": 4, "2": 2, "3": 4}[level]
            span = self._span(self.year - years, self.year)
            self.year -= years
            made.append(_named(names, by_level[level][1:]) | span)
        return made

    def _publications(self) -> list[Data]:
        made: list[Data] = []
        for row, year in self._yearly("publications"):
            paper = _named(("title", "venue", "volume", "issue", "pages"), row)
            authors = [self._author() for _ in range(self.random.randint(1, 4))]
            authors.insert(self.random.randrange(2), short(self.given, self.family))
            title = {"title": paper.pop("title"), "authors": authors}
            if self.dois:
                paper["doi"] = f"10.5555/cv.{self.random.randrange(10**6)}"
            made.append(title | paper | {"date": year})
        return made

    def _author(self) -> str:
        return short(*self._person())

    def _talks(self) -> list[Data]:
        return self._dated("talks", ("title", "event", "location"))

    def _grants(self) -> list[Data]:
        return self._dated("grants", ("title", "funder", "role", "amount"))

    def _certificates(self) -> list[Data]:
        return self._dated("certificates", ("title", "issuer"))

    def _awards(self) -> list[Data]:
        return self._dated("awards", ("title", "issuer"))

    def _service(self) -> list[Data]:
        return self._dated("service", ("title", "organization"))

    def _teaching(self) -> list[Data]:
        return self._dated("teaching", ("course", "role", "note"))

    def _projects(self) -> list[Data]:
        return self._dated("projects", ("name", "summary"))

    def _dated(self, head: str, names: tuple[str, ...]) -> list[Data]:
        return [_named(names, row) | {"date": year} for row, year in self._yearly(head)]

    def _yearly(self, head: str) -> Iterator[tuple[Item, str]]:
        """Yield the rows of a list, each with a year, newest first."""
        year = 2025
        for row in self._rows(head):
            yield row, str(year)
            year -= self.random.randint(0, 2)

    def _skills(self) -> list[Data]:
        """Return the skills, as lists or, in half of the CVs, as texts with commas."""
        rows = [(label, text.split("; ")) for label, text in self._rows("skills")]
        if self.months:
            return [{"label": label, "text": ", ".join(items)} for label, items in rows]
        return [{"label": label, "items": items} for label, items in rows]

    def _bullets(self) -> list[str]:
        return [row[0] + self.stop for row in self._rows("bullets")]

    def _languages(self) -> list[Data]:
        rows = {row[0]: row for row in self.random.sample(self.people["languages"], 4)}
        return [_named(("language", "fluency"), row) for row in rows.values()]

    def _references(self) -> list[Data]:
        made = []
        for post in self._rows("posts")[:2]:
            name = " ".join(self._person())
            made.append({"name": name, "title": post[2], "organization": post[0]})
        return made


def _named(names: tuple[str, ...], row: Item) -> Data:
    return {name: text for name, text in zip(names, row, strict=False) if text}

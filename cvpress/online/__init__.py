"""Asks servers whether the links of a CV still lead somewhere: `check --online`, and nothing else.

Polite: one request at a time for each server, HEAD before GET, no body read, a name that says who
asks, and waiting where a server asks for it. Private: no cookies, no passwords, no referrer, and no
machine on a private network is asked, whatever a CV or a redirect names. Bounded: one limit of time
for all links.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping

from cvpress.errors import UsageError
from cvpress.links import Answer
from cvpress.online import memory
from cvpress.online.reach import Reach

SECONDS = 20.0
_SHOWN = 3


class Asker:
    """Asks for links and remembers the answers for the life of a command.

    `seconds`: the limit for all links together. `reach`: which machines may be asked.
    """

    def __init__(self, seconds: float = SECONDS, reach: Reach | None = None) -> None:
        _needs_httpx()
        self.seconds = seconds
        self._left = seconds
        self._reach = reach or Reach()
        self._known: dict[str, Answer] = {}
        self._wanted: dict[str, None] = {}

    def __call__(self, urls: Iterable[str]) -> Mapping[str, Answer]:
        """Return an answer for each link; those that time did not allow to reach are unsure."""
        wanted = dict.fromkeys(urls)
        new = [url for url in wanted if url not in self._known]
        remembered = memory.recall(new)
        self._known |= remembered
        new = [url for url in new if url not in self._known]
        if new:
            fine = (url for url, answer in remembered.items() if answer.kind == "fine")
            self._ask(new, next(fine, ""))
        self._wanted |= wanted
        return {url: self._known[url] for url in wanted}

    def _ask(self, urls: list[str], control: str) -> None:
        from cvpress.online.round import ask_all

        begun = time.monotonic()
        late = Answer("unsure", f"no answer came within {self.seconds:g} seconds")
        found = asyncio.run(ask_all(urls, self._left, self._reach, control))
        self._left = max(0.0, self._left - (time.monotonic() - begun))
        self._known |= {url: found.get(url, late) for url in urls}
        memory.remember(found)
        # A page that was reached at its new address needs no second question.
        self._known |= {
            one.to: Answer("fine") for one in found.values() if one.to not in self._known and one.to
        }

    def told(self) -> list[str]:
        """Return lines for a person: how many links answered, and which could not be judged."""
        unsure: dict[str, list[str]] = {}
        for url in self._wanted:
            if self._known[url].kind == "unsure":
                unsure.setdefault(self._known[url].why, []).append(url)
        judged = len(self._wanted) - sum(map(len, unsure.values()))
        lines = [f"Links: {judged} of {len(self._wanted)} could be judged."] if self._wanted else []
        for why, urls in unsure.items():
            more = f" and {len(urls) - _SHOWN} more" if len(urls) > _SHOWN else ""
            lines.append(f"Not judged, since {why}: {', '.join(urls[:_SHOWN])}{more}.")
        return lines


def _needs_httpx() -> None:
    from importlib.util import find_spec

    if find_spec("httpx") is None:
        message = "--online needs httpx, which is not installed."
        raise UsageError(message, "Install cvpress with its extra “online”.")

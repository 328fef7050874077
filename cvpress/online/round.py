"""One round of questions: every link at once, but each server's one after the other."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import suppress

from cvpress.links import Answer
from cvpress.online.fetch import NO_NAME, Fetcher
from cvpress.online.reach import Reach

AT_ONCE = 12


async def ask_all(
    urls: list[str], seconds: float, reach: Reach, control: str = ""
) -> dict[str, Answer]:
    """Return the answers that came within the time; for the others there is none.

    `control`: a link that answered not long ago. It is asked for where no server was heard, to
    tell a name that does not exist from a network that is down.
    """
    found: dict[str, Answer] = {}
    gate = asyncio.Semaphore(AT_ONCE)
    async with Fetcher(reach) as fetcher:

        async def ask(group: list[str]) -> None:
            for url in group:
                async with gate:
                    found[url] = await fetcher.answer(url)

        async def ask_everyone() -> None:
            await asyncio.gather(*map(ask, _by_server(urls)))
            if control and not fetcher.heard:
                await fetcher.answer(control)

        with suppress(TimeoutError):
            await asyncio.wait_for(ask_everyone(), seconds)
        if not fetcher.heard:
            _doubt(found)
    return found


def _by_server(urls: list[str]) -> list[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        groups[url.partition("://")[2].partition("/")[0].lower()].append(url)
    return list(groups.values())


def _doubt(found: dict[str, Answer]) -> None:
    """Where no server at all was heard, a missing name may be a missing network."""
    for url, answer in found.items():
        if answer == NO_NAME:
            found[url] = Answer("unsure", "no server could be reached at all")

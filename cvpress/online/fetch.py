"""Asks for one link: HEAD, then GET where that was refused; redirects step by step; with patience.

Only what says that a page is gone counts as gone: 404 and 410 to a GET, a name that the name
service does not know, a certificate that has expired or is another site's. All else that is no page
is unsure: servers refuse programs with 401, 403, 405, 429 and 999, and are out of order for an
hour.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from types import TracebackType
from typing import Any, Self

import httpx

from cvpress import UPSTREAM, __version__
from cvpress.links import Answer
from cvpress.online import verdict
from cvpress.online.reach import PRIVATE, NoSuchName, NotReached, Reach

NO_NAME = Answer("gone", "there is no site of this name")
AGENT = f"cvpress/{__version__} (checks the links of a CV; +{UPSTREAM})"
HEADERS = {"User-Agent": AGENT, "Accept": "*/*", "Connection": "close"}
MOST_HOPS = 10
TRIES = 3
LAST_PORT = 65535
PAUSE = 0.1  # seconds between two questions to one server
AGAIN = 0.3  # seconds before a connection that broke is tried again
TIMEOUT = httpx.Timeout(8.0, connect=5.0)
BUSY = (429, 502, 503, 504)
FOR_GOOD = (301, 308)
REDIRECTS = (*FOR_GOOD, 302, 303, 307)  # RFC 9110, 15.4; a 300 or 304 is none to follow


class _Broken(Exception):
    """A connection that broke on every try; `answer` is what that means."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.why)
        self.answer = answer


class Fetcher:
    """Asks servers. `heard`: whether any server has answered at all."""

    def __init__(self, reach: Reach) -> None:
        self.heard = False
        self._reach = reach
        self._transports: dict[str | None, httpx.AsyncHTTPTransport] = {}
        self._servers: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for transport in self._transports.values():
            await transport.aclose()

    async def answer(self, url: str) -> Answer:
        """Return what becomes of a link; nothing that a server does raises."""
        try:
            return await self._follow(_parsed(url))
        except NoSuchName:
            return NO_NAME
        except NotReached as error:
            return Answer("unsure", str(error))
        except _Broken as error:
            return error.answer

    async def _follow(self, url: httpx.URL) -> Answer:
        """Follow the redirects; the new address is where those that are for good have led."""
        moved, for_good = "", True
        for _ in range(MOST_HOPS):
            status, goal = await self._status(url)
            if status not in REDIRECTS or not goal:
                return verdict.judged(status, moved)
            url = _parsed(goal, url)
            for_good = for_good and status in FOR_GOOD
            moved = str(url) if for_good else moved
        raise NotReached("its site redirects without end")

    async def _status(self, url: httpx.URL) -> tuple[int, str]:
        """Return status and new place. What HEAD does not call a page is asked for with GET."""
        if url.scheme not in ("http", "https") or not url.host or (url.port or 0) > LAST_PORT:
            raise NotReached("it leads to what is no page of the web")
        if url.userinfo:
            raise NotReached("there is a password in it, which is never sent")
        async with self._servers[url.netloc.decode("ascii")]:
            try:
                status, goal = await self._patiently("HEAD", url)
            except _Broken as error:
                if error.answer.kind == "gone":
                    raise
                status, goal = 400, ""
            if status >= 400 and status not in BUSY:
                await asyncio.sleep(PAUSE)
                status, goal = await self._patiently("GET", url)
            await asyncio.sleep(PAUSE)
        return status, goal

    async def _patiently(self, method: str, url: httpx.URL) -> tuple[int, str]:
        """Ask again where a server is busy or the connection broke. Raises _Broken."""
        for left in range(TRIES - 1, -1, -1):
            try:
                status, headers = await self._once(method, url, left)
            except (httpx.HTTPError, OSError) as error:
                answer = verdict.broken(error)
                if not left or answer.kind == "gone" or isinstance(error, httpx.TimeoutException):
                    raise _Broken(answer) from None
                await asyncio.sleep(AGAIN)
                continue
            self.heard = True
            pause = verdict.wait(headers.get("retry-after"))
            if status not in BUSY or not left or pause is None:
                break
            await asyncio.sleep(pause)
        return status, headers.get("location", "")

    async def _once(self, method: str, url: httpx.URL, turn: int) -> tuple[int, httpx.Headers]:
        """Ask once and return status and headers. The body is never read, the connection closed."""
        proxy = self._reach.proxy(url.scheme, url.host)
        request = await self._request(method, url, turn, direct=proxy is None)
        reply = await self._transport(proxy).handle_async_request(request)
        await reply.aclose()
        return reply.status_code, reply.headers

    async def _request(
        self, method: str, url: httpx.URL, turn: int, *, direct: bool
    ) -> httpx.Request:
        """Return the request; `turn` picks one of the addresses that a host may have."""
        headers = HEADERS | ({"Range": "bytes=0-0"} if method == "GET" else {})
        extensions: dict[str, Any] = {"timeout": TIMEOUT.as_dict()}
        host = url.raw_host.decode("ascii")
        if not direct:
            if not self._reach.permits(host):
                raise NotReached(PRIVATE)
            return httpx.Request(method, url, headers=headers, extensions=extensions)
        addresses = await self._reach.addresses(host)
        headers["Host"] = url.netloc.decode("ascii")
        pinned = url.copy_with(host=addresses[turn % len(addresses)], fragment=None)
        extensions["sni_hostname"] = host
        return httpx.Request(method, pinned, headers=headers, extensions=extensions)

    def _transport(self, proxy: str | None) -> httpx.AsyncHTTPTransport:
        """Return what sends: no client, so that no cookie, password or redirect is its own idea."""
        if proxy not in self._transports:
            self._transports[proxy] = httpx.AsyncHTTPTransport(
                proxy=proxy,
                verify=httpx.create_ssl_context(),
                limits=httpx.Limits(max_keepalive_connections=0),
                trust_env=False,
            )
        return self._transports[proxy]


def _parsed(goal: str, base: httpx.URL | None = None) -> httpx.URL:
    """Read a link, or the goal of a redirect from `base`. Raises NotReached."""
    try:
        return base.join(goal) if base else httpx.URL(goal)
    except (httpx.InvalidURL, ValueError):
        raise NotReached("it can't be read as a link") from None

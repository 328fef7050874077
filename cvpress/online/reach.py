"""Which machines may be asked, and at which address: none on a private network.

A CV may come from anybody, and `check --online` may run where it can reach more than the public
network (a company's build server). So a name is looked up once, every address it has must be a
public one, and the request goes to that very address: a name that answers differently the second
time gains nothing. Behind a proxy the proxy looks names up; then it decides what may be reached.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Callable
from urllib.request import getproxies, proxy_bypass

Resolve = Callable[[str], list[str]]
PRIVATE = "it leads into a private network, which is never asked"


# RFC 6052 and RFC 8215: addresses that stand for those of the older network.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")


class NoSuchName(Exception):
    """The name service knows no site of this name."""


class NotReached(Exception):
    """A machine that can't, or may not, be asked. The text is the end of a sentence."""


def look_up(host: str) -> list[str]:
    """Return the addresses of a host. Raises NoSuchName, NotReached."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)):
            raise NoSuchName from None
        raise NotReached("the name of its site could not be looked up") from None
    except (UnicodeError, OSError):
        raise NotReached("the name of its site could not be looked up") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Reach:
    """Looks hosts up. `private`: machines of a private network may be asked, too (in tests)."""

    def __init__(self, resolve: Resolve = look_up, *, private: bool = False) -> None:
        self._resolve = resolve
        self._private = private
        self._proxies = getproxies()

    def proxy(self, scheme: str, host: str) -> str | None:
        """Return the proxy that the environment names for such a link, or None."""
        proxy = self._proxies.get(scheme) or self._proxies.get("all")
        return proxy if proxy and not proxy_bypass(host) else None

    async def addresses(self, host: str) -> list[str]:
        """Return the addresses at which a host may be asked. Raises NoSuchName, NotReached."""
        found = [host] if _literal(host) else await _in_thread(self._resolve, host)
        if not self._private and not all(map(_public, found)):
            raise NotReached(PRIVATE)
        return found

    def permits(self, host: str) -> bool:
        """Return whether a host may be asked of a proxy: all but what is private by its name."""
        local = host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
        return self._private or (not local and (not _literal(host) or _public(host)))


def _literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner: ipaddress.IPv4Address | ipaddress.IPv6Address = ip
    if isinstance(ip, ipaddress.IPv6Address):
        within = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _TRANSLATED else None
        inner = ip.ipv4_mapped or ip.sixtofour or within or ip
    return ip.is_global and inner.is_global and not inner.is_multicast and ip not in _LOCAL


async def _in_thread(work: Resolve, host: str) -> list[str]:
    """Look a name up in a thread that nobody waits for at the end: it can't be stopped."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str] | Exception) -> None:
        if answer.done():
            return
        if isinstance(found, Exception):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def run() -> None:
        found: list[str] | Exception
        try:
            found = work(host)
        except Exception as error:
            found = error
        try:
            loop.call_soon_threadsafe(settle, found)
        except RuntimeError:  # the loop has ended without us
            return

    threading.Thread(target=run, daemon=True).start()
    return await answer

"""A server that misbehaves on request: each path is a way to answer, good, bad or not at all."""

from __future__ import annotations

import datetime
import os
import socket
import ssl
import struct
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cvpress.online.reach import NoSuchName, Reach


@dataclass(frozen=True)
class Request:
    """What a client asked for. `number`: how often it has asked for this path before."""

    method: str
    target: str
    headers: dict[str, str]
    number: int


Behaviour = Callable[[socket.socket, Request], None]


@dataclass
class Server:
    """Answers on 127.0.0.1 (or `address`) until it is left; `asked` is what came in."""

    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    context: ssl.SSLContext | None = None
    address: str = "127.0.0.1"
    asked: list[Request] = field(default_factory=list)
    most_at_once: int = 0
    _now: int = 0
    _seen: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _open: list[socket.socket] = field(default_factory=list)

    def __enter__(self) -> Self:
        family = socket.AF_INET6 if ":" in self.address else socket.AF_INET
        self._listener = socket.socket(family)
        self._listener.bind((self.address, 0))
        self._listener.listen(100)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        for client in self._open:
            with suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)

    def url(self, path: str, host: str = "site.example") -> str:
        return f"{'https' if self.context else 'http'}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return what was asked, as "HEAD /a"."""
        return [f"{one.method} {one.target}" for one in self.asked]

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                self._open.append(client)
                threading.Thread(target=self._serve, args=[client], daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with self._lock:
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            with suppress(OSError), client:
                talk = (
                    self.context.wrap_socket(client, server_side=True) if self.context else client
                )
                with talk:
                    self._answer(talk)
        finally:
            with self._lock:
                self._now -= 1

    def _answer(self, client: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            got = client.recv(65536)
            if not got:
                return
            head += got
        first, *lines = head.decode("latin-1").partition("\r\n\r\n")[0].split("\r\n")
        method, target, _ = first.split(" ")
        headers = {
            name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)
        }
        with self._lock:
            request = Request(method, target, headers, self._seen[target])
            self._seen[target] += 1
            self.asked.append(request)
        path = target.partition("?")[0]
        self.behaviours.get(path, plain(200))(client, request)


def plain(status: int, **headers: str) -> Behaviour:
    """Return a behaviour that answers with a status and headers (`retry_after="0"`)."""
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    reply = f"HTTP/1.1 {status} Said\r\nContent-Length: 0\r\n{lines}\r\n".encode("latin-1")
    return lambda client, _: client.sendall(reply)


def raw(reply: bytes) -> Behaviour:
    """Return a behaviour that answers these bytes and hangs up."""
    return lambda client, _: client.sendall(reply)


def by_method(head: Behaviour, get: Behaviour) -> Behaviour:
    """Return a behaviour that differs for HEAD and GET."""
    return lambda client, request: (head if request.method == "HEAD" else get)(client, request)


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Return one behaviour after the other; the last stays."""
    last = len(behaviours) - 1
    return lambda client, request: behaviours[min(request.number, last)](client, request)


def reset(client: socket.socket, _: Request) -> None:
    """Break the connection in the rudest way."""
    linger = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    client.close()


def silent(client: socket.socket, _: Request) -> None:
    """Say nothing until the client goes."""
    client.recv(1)


def dripping(client: socket.socket, _: Request) -> None:
    """Send a header a letter at a time, for ever."""
    client.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while True:
        client.sendall(b"a")
        time.sleep(0.05)


def endless(client: socket.socket, _: Request) -> None:
    """Send a body that never ends."""
    client.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        client.sendall(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")


class Own(Reach):
    """Asks the test's server under any name but `nowhere.example`; all else as Reach does."""

    def __init__(self) -> None:
        super().__init__(_resolve, private=False)
        self._proxies = {}

    async def addresses(self, host: str) -> list[str]:
        if host.endswith("site.example") or host.startswith("xn--"):
            return ["127.0.0.1"]
        return await super().addresses(host)


def _resolve(host: str) -> list[str]:
    if host == "inside.example":
        return ["10.0.0.1"]
    raise NoSuchName


def certificate(folder: Path, name: str, last_day: datetime.datetime) -> ssl.SSLContext:
    """Write a certificate for a name, its own issuer, and return the context of its server."""
    key = ec.generate_private_key(ec.SECP256R1())
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
        .not_valid_after(last_day)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "key.pem").write_bytes(secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path, folder / "key.pem")
    return context

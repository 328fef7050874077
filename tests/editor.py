"""An editor for tests: starts `cvpress lsp` and speaks the protocol to it, message by message.

It is written by hand, from the protocol's text, so that a slip of the server's library can't be
made good by the same library on this side.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from calls import ROOT, TOOL

WAIT = 30.0  # seconds for an answer, on a busy machine
Json = dict[str, Any]


class Editor:
    """A client over the pipes of a server process of its own."""

    def __init__(self, folder: Path, *, env: dict[str, str] | None = None, **wishes: Any) -> None:
        self.errors = folder / "stderr.txt"
        with self.errors.open("wb") as stderr:
            self.process = subprocess.Popen(
                [*TOOL, "lsp"],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
            )
        self.told: list[Json] = []  # every message of the server that is no answer
        self._inbox: queue.Queue[Json] = queue.Queue()
        self._last = 0
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.server = self.ask("initialize", {"processId": None, "capabilities": {}, **wishes})
        self.tell("initialized", {})

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for message in messages(self.process.stdout):
            self._inbox.put(message)

    def send(self, body: bytes) -> None:
        """Send the bytes of one message, whatever they are."""
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, params: Any = None) -> None:
        """Send a notification."""
        self.send(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())

    def ask(self, method: str, params: Any = None) -> Any:
        """Send a request and return its result. Raises AssertionError where it is an error."""
        self._last += 1
        message = {"jsonrpc": "2.0", "id": self._last, "method": method, "params": params}
        self.send(json.dumps(message).encode())
        answer = self._next(lambda one: one.get("id") == self._last)
        assert "error" not in answer, answer
        return answer["result"]

    def _next(self, wanted: Any) -> Json:
        end = time.monotonic() + WAIT
        while True:
            message = self._inbox.get(timeout=max(0.0, end - time.monotonic()))
            if wanted(message):
                return message
            self.told.append(message)

    def open(self, uri: str, text: str) -> list[Json]:
        """Open a file and return what is found in it."""
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return self.found(uri)

    def change(self, uri: str, version: int, *changes: Json) -> None:
        """Change a file; `found` then waits for what is found."""
        document = {"uri": uri, "version": version}
        params = {"textDocument": document, "contentChanges": list(changes)}
        self.tell("textDocument/didChange", params)

    def found(self, uri: str, version: int | None = None) -> list[Json]:
        """Return the next diagnostics of a file (of this version)."""

        def wanted(message: Json) -> bool:
            if message.get("method") != "textDocument/publishDiagnostics":
                return False
            params = message["params"]
            return params["uri"] == uri and version in (None, params.get("version"))

        found: list[Json] = self._next(wanted)["params"]["diagnostics"]
        return found

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        """Ask about a position of a file."""
        position = {"line": line, "character": character}
        return self.ask(method, {"textDocument": {"uri": uri}, "position": position})

    def actions(self, uri: str, diagnostic: Json, only: str = "") -> list[Json]:
        """Return what can be done about a diagnostic; `only`: actions of this kind."""
        context = {"diagnostics": [diagnostic]} | ({"only": [only]} if only else {})
        params = {"range": diagnostic["range"], "context": context}
        done: list[Json] = self.ask(
            "textDocument/codeAction", {"textDocument": {"uri": uri}} | params
        )
        return done

    def close(self) -> int:
        """Shut the server down as an editor does; return its exit code."""
        self.ask("shutdown")
        self.tell("exit")
        return self.ended()

    def ended(self) -> int:
        """Wait until the server has ended by itself, and return its exit code."""
        code = self.process.wait(WAIT)
        self._listener.join(WAIT)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()
        return code


def messages(stream: Any) -> Iterator[Json]:
    """Yield every message of a stream. What is no message raises AssertionError."""
    while header := stream.readline():
        length = 0
        while header.strip():
            name, _, value = header.decode("ascii").partition(":")
            assert name in ("Content-Length", "Content-Type"), header
            length = int(value) if name == "Content-Length" else length
            header = stream.readline()
        yield json.loads(stream.read(length))


def apply(text: str, edits: list[Json]) -> str:
    """Apply edits as an editor does that counts UTF-16 units."""
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]

    def offset(position: Json) -> int:
        line = lines[position["line"]].encode("utf-16-le")[: 2 * position["character"]]
        return starts[position["line"]] + len(line.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda one: -offset(one["range"]["start"])):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text

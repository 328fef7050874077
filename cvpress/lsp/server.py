"""The server: the files that are open, when they are looked at, and how a bug is told.

No answer stops it: what goes wrong in one is told to the editor once, without a line of the CV, and
the next is answered.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from cvpress import __version__
from cvpress.errors import CvpressError
from cvpress.lsp import which
from cvpress.lsp.diagnostics import SOURCE, diagnostic
from cvpress.lsp.files import File
from cvpress.lsp.text import Text

PAUSE = 0.02  # seconds without a change, after which one looks at the text;
QUICK = 0.1  # after a look that took longer than this, as long as it took
Report = Callable[[Exception], str]


class Server(LanguageServer):
    """The server, and the files that are open. `ended`: the editor has said that it is done."""

    def __init__(self, report: Report) -> None:
        super().__init__(SOURCE, __version__, types.TextDocumentSyncKind.Incremental)
        self.files: dict[str, File] = {}
        self.names: tuple[str, ...] = which.NAMES
        self.ended = False
        self._report = report
        self._told: set[str] = set()
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._took = 0.0  # seconds of the last look

    def cv(self, uri: str) -> File | None:
        """Return an open file that is a CV."""
        file = self.files.get(uri)
        return file if file and which.is_cv(file.path, file.text.text, self.names) else None

    def open(self, item: types.TextDocumentItem) -> None:
        """Take a file that the editor has opened, and look at it."""
        agreed = types.PositionEncodingKind(self.workspace.position_encoding or "utf-16")
        self.files[item.uri] = File(item.uri, Text(item.text, agreed.value), item.version)
        self.look(item.uri)

    def close(self, uri: str) -> None:
        """Forget a file; the editor is told to forget what was found in it."""
        if self.files.pop(uri, None):
            self._show(uri, None, [])

    def soon(self, uri: str) -> None:
        """Look at a file when no change has come for a moment; the longer it takes, the later."""
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()
        loop, pause = asyncio.get_running_loop(), self._took if self._took > QUICK else PAUSE
        look = self.guarded(lambda _: self.look(uri))
        self._waiting[uri] = loop.call_later(pause, look, None)

    def look(self, uri: str) -> None:
        """Check a file and show what was found."""
        file, found = self.cv(uri), list[types.Diagnostic]()
        if file:
            start = time.perf_counter()
            found = [diagnostic(finding, file.text) for finding in file.checked().findings]
            self._took = time.perf_counter() - start
        if uri in self.files:
            self._show(uri, self.files[uri].version, found)

    def _show(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, version=version)
        )

    def tell(self, error: Exception) -> None:
        """Say once what went wrong: to the user what is theirs, to the editor's log our bug."""
        if isinstance(error, CvpressError):
            self._once(str(error), self.window_show_message, types.ShowMessageParams)
        else:
            self._once(self._report(error), self.window_log_message, types.LogMessageParams)

    def _once(self, text: str, say: Callable[[Any], None], params: Callable[..., Any]) -> None:
        if text not in self._told:
            self._told.add(text)
            say(params(type=types.MessageType.Error, message=text))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell an error of pygls, say of a message that is none; its own way quotes the message.

        A request that we don't know is not told: its answer says so.
        """
        if source is not FeatureRequestError:
            self.tell(error)

    def guarded(self, answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """Return an answer that tells its errors and is then empty."""

        def guarded(params: Any) -> Any:
            try:
                return answer(params)
            except Exception as error:
                self.tell(error)
                return None

        return guarded

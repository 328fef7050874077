"""What an editor tells and asks, each answered by the module that knows the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsprotocol import types

from cvpress.lsp import actions, completion, fix_all, hover, symbols, which
from cvpress.lsp.server import Server

Answer = Callable[[Server, Any], Any]


def _begun(server: Server, params: types.InitializeParams) -> None:
    server.names = which.wanted(params.initialization_options)


def _ended(server: Server, _: None) -> None:
    server.ended = True


def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.open(params.text_document)


def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    file = server.files.get(params.text_document.uri)
    if file:
        file.change(file.text.changed(params.content_changes), params.text_document.version)
        server.soon(file.uri)


def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    server.close(params.text_document.uri)


def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    file = server.cv(params.text_document.uri)
    return hover.hover(file, file.text.offset(params.position)) if file else None


def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """All fixes at once only where they are asked for: to try them takes as long as some looks."""
    file, only = server.cv(params.text_document.uri), params.context.only
    if file is None:
        return []
    ends = file.text.offset(params.range.start), file.text.offset(params.range.end)
    here = actions.actions(file, *ends) if actions.wanted("quickfix", only) else []
    return here + (fix_all.actions(file) if only and actions.wanted(fix_all.KIND, only) else [])


def _completion(server: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
    file = server.cv(params.text_document.uri)
    return completion.complete(file, file.text.offset(params.position)) if file else []


def _symbols(server: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    file = server.cv(params.text_document.uri)
    return symbols.symbols(file) if file else []


# pygls keeps the texts of files, too, but takes U+2028 and the like for line breaks, which no
# editor does: these stand in the place of its own, so that ours are the only ones.
TEXTS: dict[str, Answer] = {
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
}
ANSWERS: dict[str, tuple[Answer, Any]] = {
    types.INITIALIZE: (_begun, None),
    types.SHUTDOWN: (_ended, None),
    types.TEXT_DOCUMENT_HOVER: (_hover, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        _actions,
        types.CodeActionOptions(code_action_kinds=["quickfix", fix_all.KIND]),
    ),
    types.TEXT_DOCUMENT_COMPLETION: (
        _completion,
        types.CompletionOptions(trigger_characters=[":", " ", "[", "{", ","]),
    ),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_symbols, None),
}

"""An open file: its text, what was found in it, and the last version that was a whole CV."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pygls.uris import to_fs_path

from cvpress.checking import Checked, judge, opened
from cvpress.finding import Finding
from cvpress.lsp.text import Text
from cvpress.settings import Wishes
from cvpress.settings import read as read_settings
from cvpress.source.document import Document
from cvpress.source.positions import place_of


@dataclass
class File:
    """A file that is open in the editor. `version` is the editor's count of its changes.

    `whole` is the last version that could be read: half a key typed in the middle of the file hides
    no mark and no name from completion.
    """

    uri: str
    text: Text
    version: int | None = None
    whole: Document | None = None
    _checked: Checked | None = None

    @property
    def path(self) -> str:
        """The path of the file; of one that lies nowhere yet (`untitled:`), its name."""
        return to_fs_path(self.uri) or self.uri.partition(":")[2]

    @property
    def folder(self) -> Path:
        """Where the file lies: a CV's own themes are beside it."""
        return Path(self.path).parent

    def change(self, text: Text, version: int | None) -> None:
        """Take the text after a change."""
        self.text, self.version, self._checked = text, version, None

    def checked(self) -> Checked:
        """Return what `cvpress check` says of the text. Raises UsageError as that does."""
        if self._checked is None:
            data = self.text.text.encode("utf-8", "surrogatepass")
            document = opened(data, Path(self.path).as_posix())
            told = judge(document, read_settings(document, Wishes()))
            self._checked = replace(
                told, findings=tuple(_here(document, one) for one in told.findings)
            )
            self._remember(document)
        return self._checked

    def known(self) -> Document | None:
        """Return the last version of the document that could be read, if there was one."""
        if self.whole is None:
            self._remember(self.checked().document)
        return self.whole

    def _remember(self, document: Document) -> None:
        if document.root is not None:
            self.whole = document.own


def _here(document: Document, finding: Finding) -> Finding:
    """Return a finding in a .bib as one at the place that names the .bib: that is what is open."""
    if finding.file == document.name:
        return finding
    line = f":{finding.span.line}" if finding.span else ""
    return replace(
        finding,
        message=f"{Path(finding.file).name}{line}: {finding.message}",
        file=document.name,
        span=place_of(document, finding.path),
    )

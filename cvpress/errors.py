"""The errors that end a command, as one tree: each knows its exit code (DESIGN 3.2).

CvpressError
├── UsageError        2   wrong usage, an unreadable or unwritable file or folder, no engine
│   └── EngineMissing 2   no TeX engine that is installed can run
├── TexFailed         3   TeX stopped, or ran over its limits of time, memory or size
└── Interrupted     130   Ctrl-C

What is wrong *in* a CV is never an error but a finding (`cvpress.finding`).
"""

from __future__ import annotations


class CvpressError(Exception):
    """A reason to stop, told in one sentence, with an optional second one on what to do."""

    exit_code = 70

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help

    def __str__(self) -> str:
        return f"{self.message} {self.help}".rstrip()

    def __reduce__(self) -> tuple[type[CvpressError], tuple[str, str]]:
        """Let it come home whole from another process."""
        return type(self), (self.message, self.help)


class UsageError(CvpressError):
    """Wrong usage, or a file or folder that can't be read or written."""

    exit_code = 2


class EngineMissing(UsageError):
    """No TeX engine that is installed can run."""


class TexFailed(CvpressError):
    """TeX ended without a PDF, for a reason that no line of the CV tells: time, memory, size."""

    exit_code = 3


class Interrupted(CvpressError):
    """The user pressed Ctrl-C."""

    exit_code = 130

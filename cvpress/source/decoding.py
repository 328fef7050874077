"""From the bytes of a file to its text, or to the one sentence that says why it is none."""

from __future__ import annotations

from cvpress.source.document import Fault

LIMIT = 512 << 10  # a CV of fifty pages with all its publications has half of it
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE = "Save it as UTF-8: in most editors under “Save as” or “Save with encoding”."


def decode(data: bytes) -> tuple[str, Fault | None]:
    """Return the text of a file (a byte order mark stays in it) and what is wrong with its bytes.

    Where the bytes are no text the text is what of it can be shown, so that places still count.
    """
    if len(data) > LIMIT:
        return "", Fault(
            "too-large",
            0,
            0,
            f"The file has {len(data) / 1024:,.0f} KiB; a CV has at most {LIMIT >> 10}.",
            "Take out what is not the CV's text; a photo is a file of its own.",
        )
    if data.startswith(_UTF16) or _every_second_nul(data):
        return "", _unreadable("The file is written in UTF-16, not in UTF-8.", _SAVE)
    if b"\0" in data:
        return "", _unreadable("The file is not a text file: it holds zero bytes.", _OTHER)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)


_OTHER = "Give the cv.yaml itself, not a PDF, a picture or a word processor's file."


def _every_second_nul(data: bytes) -> bool:
    head = data[:200]
    half = len(head) // 2
    return half > 1 and half * 0.9 <= max(head[::2].count(0), head[1::2].count(0))


def _unreadable(message: str, help: str) -> Fault:
    return Fault("yaml-syntax", 0, 0, message, help)


def _not_utf8(data: bytes, at: int) -> tuple[str, Fault]:
    """Name the first byte that is not UTF-8, and the letter it probably is."""
    text = data[:at].decode("utf-8") + data[at:].decode("cp1252", "replace")
    letter = text[len(data[:at].decode("utf-8"))]
    start = len(data[:at].decode("utf-8"))
    guess = f" (“{letter}” in Windows-1252)" if letter.isprintable() and letter != "�" else ""
    return text, Fault(
        "yaml-syntax",
        start,
        start + 1,
        f"The byte 0x{data[at]:02X} is not UTF-8{guess}.",
        _SAVE,
    )

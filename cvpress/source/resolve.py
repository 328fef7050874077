"""What a plain scalar means: the core schema of YAML 1.2 (yaml.org/spec/1.2.2, section 10.3.2).

No dates, no `yes` and `no`, no base 60: what older readers guessed, this one leaves as words.
"""

from __future__ import annotations

import re

from cvpress.source.document import Value

_WORDS: dict[str, Value] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INT = re.compile(r"[-+]?[0-9]+", re.ASCII)
_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_DIGITS = 400  # longer ones are no numbers of a CV, and int() of a million digits takes seconds


def resolve(text: str) -> Value:
    """Return what a plain scalar of this text is: None, a flag, a number, or the text itself."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789" or len(text) > _DIGITS:
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _BASE.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _SPECIAL.fullmatch(text):
        return float(text.replace(".", ""))
    return text

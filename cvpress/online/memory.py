"""Answers of an hour or a day ago, so that a second run asks only for what may have changed.

Kept are the links that answered (a day) and those that are gone (an hour, since their owner mends
them). What was unsure is asked again. A link is kept as a hash: the cache tells nobody what stands
in a CV.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from typing import Any

from cvpress import cache
from cvpress.links import Answer

_LIFE = {"fine": 24 * 3600, "gone": 3600}
_NAME = "answers-1.json"
_MOST = 5000


def recall(urls: Iterable[str]) -> dict[str, Answer]:
    """Return the answers that are fresh enough."""
    known = _read()
    found = {url: known.get(_key(url)) for url in urls}
    return {url: Answer(kept["kind"], kept["why"]) for url, kept in found.items() if kept}


def remember(answers: Mapping[str, Answer]) -> None:
    """Keep what may be kept; where two processes do so at once, one of them asks again later."""
    now = time.time()
    new = {
        _key(url): {"kind": answer.kind, "why": answer.why, "at": now}
        for url, answer in answers.items()
        if answer.kind in _LIFE
    }
    if new:
        kept = dict(list((_read() | new).items())[-_MOST:])
        cache.store("links", _NAME, json.dumps(kept).encode(), 1)


def _key(url: str) -> str:
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()


def _read() -> dict[str, dict[str, Any]]:
    """Return what is kept and fresh; a file that is not ours, or cut short, counts as none."""
    try:
        data = json.loads((cache.folder("links") / _NAME).read_bytes())
    except (OSError, ValueError):
        return {}
    kept = data.items() if isinstance(data, dict) else ()
    return {key: one for key, one in kept if _fresh(one)}


def _fresh(one: object) -> bool:
    if not isinstance(one, dict) or not isinstance(one.get("why"), str):
        return False
    at, life = one.get("at"), _LIFE.get(str(one.get("kind")), 0)
    return isinstance(at, int | float) and 0 <= time.time() - at < life

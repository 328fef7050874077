"""Tables of cvpress/data: sorted ones, mapped and bisected, and those of columns, read whole."""

from __future__ import annotations

import mmap

from cvpress import resources

_NEAR = 2048  # bytes that are searched faster than bisected


class Sorted:
    """A table of lines `key` or `key TAB value` under a head, sorted by bytes, to be bisected."""

    def __init__(self, name: str) -> None:
        with resources.data(name).open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def get(self, key: str) -> str | None:
        """Return the value of a key ("" where it stands alone), or None."""
        wanted = b"\n" + key.encode()
        low, high = self._bisect(wanted[1:], _NEAR)
        # Of lines that begin so, the key's own comes first: tabs and ends of lines sort lowest.
        at = self._bytes.find(wanted, max(low - 1, 0), high + len(wanted))
        line = self._bytes[at + len(wanted) : self._bytes.find(b"\n", at + 1)]
        if at < 0 or line[:1] not in (b"", b"\t"):
            return None
        return line[1:].decode()

    def keys(self, start: str, end: str) -> list[str]:
        """Return the keys from `start` to before `end`."""
        first, last = (self._bisect(key.encode(), 0)[0] for key in (start, end))
        lines = self._bytes[first:last].decode()
        return [line.partition("\t")[0] for line in lines.split("\n")[:-1]]

    def _bisect(self, wanted: bytes, width: int) -> tuple[int, int]:
        """Return `low` and `high`, at most `width` apart, between which the first line begins whose
        key is `wanted` or comes after it."""
        data = self._bytes
        low, high = 0, len(data)
        while high - low > width:
            start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.find(b"\n", start) % (len(data) + 1)  # a last line without its end
            if data[start:end].partition(b"\t")[0] < wanted:
                low = end + 1
            else:
                high = start
        return low, high


def columns(name: str, count: int) -> list[list[str]]:
    """Return the columns of a table under its head."""
    text = "\n" + resources.data(name).read_text(encoding="utf-8").rstrip("\n")
    entries = text.index("\n", text.rindex("\n# ") + 1) + 1
    cells = text[entries:].replace("\n", "\t").split("\t")
    return [cells[column::count] for column in range(count)]

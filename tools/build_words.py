"""Builds the word tables of cvpress/data from their sources: `python tools/build_words.py SOURCES`.

SOURCES is a folder that holds, put there by hand (nothing is downloaded here):
- `american-english-small`, `american-english`, `american-english-large`, `american-english-huge`
  and the same four of `british-english`: SCOWL 2020.12.07 sizes 35, 60, 70 and 80, as in Debian's
  packages wamerican-small, wamerican, wamerican-large, wamerican-huge and wbritish…; and their
  `copyright`
- the npm packages, as `npm pack` leaves them: simple-icons (CC0) and cspell's dictionaries
  software-terms, companies, data-science, fullstack (MIT)

Our own lists are in tools/words/. The tables are sorted by their bytes, so that they can be mapped
and bisected, and begin with lines of `#` that name sources, licence and the number of entries.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from cvpress.words.lookup import stems
from cvpress.words.near import one_slip

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tools" / "words"
DATA = ROOT / "cvpress" / "data"
SIZES = ("-small", "", "-large")  # SCOWL 35, 60, 70: levels 0, 1, 2
CSPELL = ("software-terms", "companies", "data-science", "fullstack")
PATTERN = re.compile(r"[!_.~]|\w*_|[a-z]{1,4}$")
LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def lines(text: str) -> Iterator[str]:
    """Yield what stands on each line of a list, without comments."""
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if entry:
            yield entry


def own(name: str) -> list[str]:
    """Return the entries of one of our own lists that has several words a line."""
    text = (OWN / name).read_text(encoding="utf-8")
    return [word for line in lines(text) for word in line.split()]


def known() -> dict[str, str]:
    """Return our own misspellings with their cures."""
    text = (DATA / "known.txt").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in lines(text))


def scowl(sources: Path, variety: str) -> dict[str, int]:
    """Return the words of `american` or `british` English with the level where each first stands.

    Possessives are left out: the reader folds them away.
    """
    levels: dict[str, int] = {}
    for level, size in enumerate(SIZES):
        text = (sources / f"{variety}-english{size}").read_text(encoding="utf-8")
        for word in text.splitlines():
            if not word.endswith("'s"):
                levels.setdefault(word, level)
    return levels


def dictionary(sources: Path) -> dict[str, str]:
    """Return word → level, and `u` or `g` after it where only one variety has the word."""
    american, british = scowl(sources, "american"), scowl(sources, "british")
    wrong = known().keys() | set(own("deny.txt"))
    words: dict[str, str] = {}
    for word in (american.keys() | british.keys()) - wrong:
        level = min(american.get(word, 9), british.get(word, 9))
        one = "u" if word not in british else "g" if word not in american else ""
        words[word] = f"{level}{one}"
    return words


def common(words: dict[str, str]) -> set[str]:
    """Return the words near which a slip is sure: common ones, and long ones that CVs use."""
    found = {word for word, mark in words.items() if mark[0] == "0" and word.islower()}
    long = {w for w in own("terms.txt") if re.fullmatch("[a-z]{6,}", w)} - known().keys()
    return {w for w in found if w.isalpha()} | long | {*own("proper.txt"), *own("bodies.txt")}


def rare(sources: Path, words: dict[str, str]) -> set[str]:
    """Return long words of size 80 that are not one slip from a common word.

    The whole size would hide slips: it has `heterogenous` and `programing`.
    """
    near = common(words)
    wrong = known().keys() | set(own("deny.txt"))
    found = set()
    for variety in ("american", "british"):
        for word in (sources / f"{variety}-english-huge").read_text(encoding="utf-8").split():
            if re.fullmatch("[a-z]{6,18}", word) and word not in words and word not in wrong:
                found.add(word)
    far = {word for word in found if not one_slip(word, near)}
    useful = {word for word in far if not word.endswith(("ness", "nesses"))}  # else 3 MB and more
    return {word for word in useful if not any(stem in useful for stem in stems(word))}


def icons(sources: Path) -> list[str]:
    """Return the titles of simple-icons and the other names of the same thing."""
    with tarfile.open(next(sources.glob("simple-icons-*.tgz"))) as pack:
        member = pack.extractfile("package/data/simple-icons.json")
        assert member is not None
        entries = json.load(member)
    titles = [entry["title"] for entry in entries]
    return titles + [name for entry in entries for name in entry.get("aliases", {}).get("aka", ())]


def cspell(sources: Path) -> Iterator[str]:
    """Yield the entries of the cspell dictionaries that are neither patterns nor forbidden.

    Nor the short ones in lower case (`isin`, `ther`): they would hide slips in ordinary words.
    """
    for name in CSPELL:
        with tarfile.open(next(sources.glob(f"cspell-dict-{name}-*.tgz"))) as pack:
            for member in pack.getmembers():
                if "/dict/" not in member.name or not member.name.endswith((".txt", ".txt.gz")):
                    continue
                raw = pack.extractfile(member)
                assert raw is not None
                data = raw.read()
                text = (gzip.decompress(data) if member.name.endswith(".gz") else data).decode()
                yield from (e.strip("*+~") for e in lines(text) if not PATTERN.match(e))


def terms(sources: Path, words: dict[str, str]) -> dict[str, str]:
    """Return the words that CVs use and the dictionary lacks, with where they are right.

    `a` in any case, `c` only with a capital, `n` only beside a Capitalised word.
    """
    found: dict[str, str] = {}
    for entry in [*icons(sources), *cspell(sources), *own("terms.txt")]:
        for word in LETTERS.findall(entry):
            found[word.lower()] = "a" if word.islower() else found.get(word.lower(), "c")
    wrong = known().keys() | set(own("deny.txt"))
    lacking = {w: m for w, m in found.items() if len(w) > 2 and w not in wrong and w not in words}
    return lacking | dict.fromkeys(own("particles.txt"), "n")


def casing(sources: Path, words: dict[str, str]) -> dict[str, str]:
    """Return lower-cased name → its right forms, and where it is insisted on.

    `e` everywhere, `m` in lists of skills and Capitalised in mid-sentence, `s` in lists of skills.
    """
    table: dict[str, str] = {}
    for line in lines((OWN / "casing.txt").read_text(encoding="utf-8")):
        *forms, last = line.split()
        where = {"?": "m", "!": "s"}.get(last, "e")
        forms += [last] if where == "e" else []
        table[forms[0].lower()] = " ".join(forms) + "\t" + where
    drop = set(own("casing_drop.txt"))
    for title in icons(sources):
        if title.lower() not in table and title not in drop and insisted(title, words):
            table[title.lower()] = title + "\t" + ("m" if english(title, words) else "e")
    return table


def english(title: str, words: dict[str, str]) -> bool:
    """Return whether a name is also a word of the dictionary."""
    return title.lower() in words or title.capitalize() in words


def insisted(title: str, words: dict[str, str]) -> bool:
    """Return whether the capitals of a title tell more than English does, without much risk."""
    if not re.fullmatch(r"\w[\w.+#-]*[\w+#]", title) or len(title) < 3:
        return False
    risky = title.isupper() and (english(title, words) or len(title) < 4)
    return title[1:] != title[1:].lower() and not risky


def write(name: str, head: str, entries: Iterable[str]) -> None:
    """Write one table: head, number and hash of the entries, entries sorted by their bytes."""
    body = "\n".join(sorted(set(entries), key=str.encode)) + "\n"
    count = f"{body.count(chr(10))} entries, sha256 {hashlib.sha256(body.encode()).hexdigest()}"
    top = "".join(f"# {line}\n" for line in (*head.split("\n"), count))
    (DATA / name).write_text(top + body, encoding="utf-8", newline="\n")


SCOWL = "SCOWL 2020.12.07 (permissive: SCOWL-LICENSE.txt), American and British, less our deny list"
NAMES = (
    "Made from simple-icons 16.37.0 (CC0-1.0){} and our own\nlists in tools/words (MIT)"
    " by tools/build_words.py"
)


def main(sources: Path) -> None:
    """Build all tables."""
    words = dictionary(sources)
    line = f"{SCOWL}\nword, level (0: size 35, 1: 60, 2: 70), u or g where only US or GB English"
    write("words.txt", line, (f"{word}\t{mark}" for word, mark in words.items()))
    line = f"{SCOWL}\nlower-case words of size 35, and long words of our own lists (MIT)"
    write("common.txt", line, common(words))
    write("bodies.txt", "Our own (MIT): words that names of bodies are made of", own("bodies.txt"))
    line = (
        f"{SCOWL}\nlong words of size 80 that are not one slip from one of size 35, without endings"
    )
    write("rare.txt", line, rare(sources, words))
    packs = ", ".join(_version(sources, name) for name in CSPELL)
    line = NAMES.format(f",\ncspell's dictionaries {packs} (MIT: CSPELL-LICENSE.txt)")
    line += "\nword, a: right in any case, c: with a capital, n: beside a Capitalised word"
    write("terms.txt", line, (f"{word}\t{mark}" for word, mark in terms(sources, words).items()))
    line = (
        NAMES.format("")
        + "\nlower case, right forms, e: everywhere, m: not in lower case, s: skills"
    )
    write("casing.txt", line, (f"{low}\t{form}" for low, form in casing(sources, words).items()))
    licence = (sources / "copyright").read_text(encoding="utf-8")
    (DATA / "SCOWL-LICENSE.txt").write_text(licence, encoding="utf-8")
    with tarfile.open(next(sources.glob("cspell-dict-software-terms-*.tgz"))) as pack:
        member = pack.extractfile("package/LICENSE")
        assert member is not None
        (DATA / "CSPELL-LICENSE.txt").write_bytes(member.read())


def _version(sources: Path, name: str) -> str:
    pack = next(sources.glob(f"cspell-dict-{name}-*.tgz"))
    return f"{name} {pack.name.rpartition('-')[2].removesuffix('.tgz')}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Builds the word tables of cvpress/data from their sources: `python tools/build_words.py SOURCES`.

SOURCES is a folder that holds, put there by hand (nothing is downloaded here):
- `american-english-small`, `american-english`, `american-english-large`, `american-english-huge`
  and the same four of `british-english`: SCOWL 2020.12.07 sizes 35, 60, 70 and 80, as in Debian's
  packages wamerican-small, wamerican, wamerican-large, wamerican-huge and wbritish…; and their
  `copyright`; `american-english-insane`, size 95 of wamerican-insane; and `scowl/`, the folder of
  that name of Debian's package scowl
- the npm packages, as `npm pack` leaves them: simple-icons (CC0) and cspell's dictionaries
  software-terms, companies, data-science, fullstack, people-names (MIT)
- what tools/build_context.py names of O*NET, ESCO, WordNet and GloVe
- `en_US.txt`, `en_GB.txt` and `scientific_US.txt`: what `cspell-trie reader` prints of the tries of
  cspell's dictionaries en_us, en-gb-mit and scientific-terms-us (MIT)

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
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora import trade_words, vocabulary, wordnet_words

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from cvpress.words.lookup import stems
from cvpress.words.made import joined
from cvpress.words.near import one_slip

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tools" / "words"
DATA = ROOT / "cvpress" / "data"
SIZES = ("-small", "", "-large")  # SCOWL 35, 60, 70
FAR = "9"  # the size of no word
MUCH_USED = "2"
LISTED = "6"  # so seldom that a list is needed to know the word
FINE = ("10", "20", "35", "40", "50", "55", "60", "70")
TEXTS = 2  # that must have a word of the trades
SEEN = 12  # in so few words, three letters in a row are strange
VARIETIES = ("english", "american", "british", "british_z")
CSPELL = ("software-terms", "companies", "data-science", "fullstack")
MEDICAL = "osis|itis|asis|oma|[aeu]?emia|uria|plasia|algia|plegia|penia|philia|phobia|praxia|ium"
SPECIES = re.compile(
    rf"(?!\w*(?:{MEDICAL})$)\w*(?:[aio]|us|um|is|ae|ens|ense|ans|oides|formes?|ix|ax)"
)
FORMULA = re.compile("yl|oxy|azo|chlor|brom|fluor|amino|oxo|butan|penta|hexa|benz")
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


def scowl(sources: Path, variety: str) -> set[str]:
    """Return the words of `american` or `british` English, up to size 70.

    Possessives are left out: the reader folds them away.
    """
    words: set[str] = set()
    for size in SIZES:
        words.update((sources / f"{variety}-english{size}").read_text(encoding="utf-8").split())
    return {word for word in words if not word.endswith("'s")}


def sizes(sources: Path) -> dict[str, str]:
    """Return word → how rare: 0 one that CVs use most, 1 to 7 the tens of its SCOWL size."""
    found: dict[str, str] = dict.fromkeys((*own("usual.txt"), *own("bodies.txt")), "0")
    for size in FINE:
        for path in sorted((sources / "scowl").glob(f"*.{size}")):
            if path.name.partition("-")[0] in VARIETIES:
                for word in path.read_text(encoding="latin-1").split():
                    found.setdefault(word, size[0])
    return found


def dictionary(sources: Path) -> dict[str, str]:
    """Return word → size, and `u` or `g` after it where only one variety has the word."""
    american, british = scowl(sources, "american"), scowl(sources, "british")
    wrong = known().keys() | set(own("deny.txt"))
    size = sizes(sources)
    words: dict[str, str] = {}
    for word in (american | british) - wrong:
        one = "u" if word not in british else "g" if word not in american else ""
        words[word] = f"{size.get(word, '7')}{one}"
    return _without_slips(words)


def _without_slips(words: dict[str, str]) -> dict[str, str]:
    """Leave out the rare short words that in a CV are a slip in a usual word: ane, eduction; those
    that CVs do use stand in keep.txt."""
    usual = {word for word, mark in words.items() if mark[0] == "0"}
    keep = {*own("keep.txt"), *own("terms.txt"), *own("trades.txt")}
    longest = {"5": 4, "6": 4, "7": 8}
    doubtful = (
        word
        for word, mark in words.items()
        if 3 <= len(word) <= longest.get(mark[0], 0) and re.fullmatch("[a-z]+", word)
    )
    slips = {w for w in doubtful if w not in keep and one_slip(w, usual, shortest=2)}
    return {word: mark for word, mark in words.items() if word not in slips}


def trigrams(words: Iterable[str]) -> dict[str, str]:
    """Return the rows of three letters (^ and $ stand for an end) that words and names have."""
    counted: Counter[str] = Counter()
    for word in words:
        low = f"^{word.lower()}$"
        if low[1:-1].isascii() and low[1:-1].isalpha():
            counted.update({low[at : at + 3] for at in range(len(low) - 2)})
    return {row: "" for row, times in counted.items() if times >= SEEN}


def common(words: dict[str, str]) -> set[str]:
    """Return the words near which a slip is sure: common ones, and long ones that CVs use."""
    found = {word for word, mark in words.items() if mark[0] <= "3" and word.islower()}
    terms = (*own("terms.txt"), *own("trades.txt"))
    long = {w for w in terms if re.fullmatch("[a-z]{6,}", w)} - known().keys()
    return {w for w in found if w.isalpha()} | long | {*own("proper.txt"), *own("bodies.txt")}


def rare(sources: Path, words: dict[str, str]) -> dict[str, str]:
    """Return words that other lists have, with `a` where several agree that a word is one although
    it is one slip from a word much used, and `d` where nobody writes what is near another.

    A list that large has `heterogenous` and `programing`: the more a word one slip away is used,
    the more lists must have it. SCOWL's size 95 has so much that it only counts beside others.
    """
    near, counted, ranks = common(words), _counted(sources), vocabulary(sources)
    wrong = known().keys() | set(own("deny.txt"))
    out = wrong | scowl(sources, "american") | scowl(sources, "british")  # also what hides slips
    found: dict[str, str] = {}
    for word, lists in counted.items():
        if re.fullmatch("[a-z]{4,18}", word) and not {word, word.capitalize()} & out:
            nearest = min((words.get(w, "3")[0] for w in one_slip(word, near)), default=FAR)
            if lists >= _needed(word, nearest):
                written = word in ranks or not _near(word, words)
                found[word] = "d" if not written else "a" if nearest <= MUCH_USED else ""
    useful = {word for word in found if not word.endswith(("ness", "nesses"))}
    short = {word for word in useful if not any(stem in useful for stem in stems(word))}
    return {word: found[word] for word in short if not _made(word, words)}


def _near(word: str, words: dict[str, str]) -> bool:
    """True for what is one slip from a word of the dictionary, other than an ending."""
    return any(
        words.get(other, FAR) <= LISTED and not one_stem(word, other)
        for other in one_slip(word, words)
    )


def one_stem(one: str, other: str) -> bool:
    """Return whether one of two words is the other with an s."""
    return one in (other + "s", other) or other == one + "s"


def _counted(sources: Path) -> Counter[str]:
    """Return how many lists have each word."""
    huge = (_plain_list(sources, f"{one}-english-huge") for one in ("american", "british"))
    lists = [
        set().union(*huge),
        *(_plain_list(sources, f"{one}.txt") for one in ("en_US", "en_GB")),
    ]
    lists += [trade_words(sources, TEXTS), wordnet_words(sources)]
    counted = Counter(word for some in lists for word in some)
    counted.update(learned(_plain_list(sources, "scientific_US.txt")))
    counted.update(_plain_list(sources, "american-english-insane") & counted.keys())
    return counted


def _needed(word: str, nearest: str) -> int:
    """Return how many lists must have a word, by the size of the most common word near it."""
    if len(word) < 6:
        return 1 if nearest == FAR else 3 if nearest > MUCH_USED else 9
    return {"0": 4, "1": 3, "2": 2, "3": 2}.get(nearest, 1)


def _plain_list(sources: Path, name: str) -> set[str]:
    return set((sources / name).read_text(encoding="utf-8").split())


def learned(scientific: Iterable[str]) -> Iterator[str]:
    """Yield the words of a list of science that are no second word of a species and no formula."""
    for word in scientific:
        if not SPECIES.fullmatch(word) and not FORMULA.search(word) and len(word) < 17:
            yield word


def _made(word: str, words: dict[str, str]) -> bool:
    """True for what is made with a usual prefix, which the reader sees for itself."""
    return joined(word) in words


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


def people(sources: Path, words: dict[str, str]) -> set[str]:
    """Return names of people and places that are no words: `Holter`, `Willem`."""
    with tarfile.open(next(sources.glob("cspell-dict-people-names-*.tgz"))) as pack:
        member = pack.extractfile("package/dict/people-names.txt")
        assert member is not None
        found = set(lines(member.read().decode()))
    for kind in ("english-proper-names", "english-upper", "american-upper", "british-upper"):
        for path in sorted((sources / "scowl").glob(f"{kind}.*")):
            found.update(path.read_text(encoding="latin-1").split())
    wrong = known().keys() | set(own("deny.txt"))
    plain = {word.lower() for word in found if re.fullmatch("[A-Z][a-z]{2,}", word)}
    return {w for w in plain - wrong if w not in words and w.capitalize() not in words}


def terms(sources: Path, words: dict[str, str]) -> dict[str, str]:
    """Return the words that CVs use and the dictionary lacks, with where they are right.

    `a` in any case, `c` only with a capital, `n` only beside a Capitalised word, `f` in what may be
    in another language, `b` both, `s` a word of two letters, or without vowels, `k` only in a list
    of skills or the name of a body.
    """
    found: dict[str, str] = {}
    trades = (*own("terms.txt"), *own("trades.txt"))
    for entry in [*icons(sources), *cspell(sources), *trades]:
        for word in LETTERS.findall(entry):
            found[word.lower()] = "a" if word.islower() else found.get(word.lower(), "c")
    wrong = known().keys() | set(own("deny.txt"))
    usual = {word for word, mark in words.items() if mark[0] == "0"}
    ours = {word.lower() for entry in [*icons(sources), *trades] for word in LETTERS.findall(entry)}
    for word in found.keys() - ours:
        if len(word) > 3 and one_slip(word, usual, shortest=4):
            found[word] = "k"  # a company's name may look like a slip: Studis
    lacking = {w: m for w, m in found.items() if len(w) > 2 and w not in wrong and w not in words}
    trade = {word.lower() for word in trades}
    foreign = (
        word
        for word in own("foreign.txt")
        if words.get(word, "7") > "6"
        and word not in trade | wrong
        and (len(word) > 3 or not one_slip(word, usual, shortest=2))  # te is a slip, too
    )
    marks = dict.fromkeys(own("short.txt"), "s") | dict.fromkeys(foreign, "f")
    marks |= {word: "b" for word in own("foreign.txt") if lacking.get(word) == "c"}
    return lacking | marks | dict.fromkeys(own("particles.txt"), "n")


def casing(sources: Path, words: dict[str, str]) -> dict[str, str]:
    """Return lower-cased name → its right forms, and where it is insisted on.

    `e` everywhere, `m` in lists of skills and Capitalised in mid-sentence, `s` in lists of skills,
    `t` where lower case stands beside it three times. `_` in a form is a space.
    """
    table: dict[str, str] = {}
    for line in lines((OWN / "casing.txt").read_text(encoding="utf-8")):
        *forms, last = line.split()
        where = {"?": "m", "!": "s", "~": "t"}.get(last, "e")
        forms += [last] if where == "e" else []
        table[forms[0].lower().replace("_", "")] = " ".join(forms) + "\t" + where
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
    line = (
        f"{SCOWL}\nword, tens of its size (0: most used in CVs), u or g where only US or GB English"
    )
    write("words.txt", line, (f"{word}\t{mark}" for word, mark in words.items()))
    line = f"{SCOWL}\nlower-case words of size 35, and long words of our own lists (MIT)"
    write("common.txt", line, common(words))
    write("bodies.txt", "Our own (MIT): words that names of bodies are made of", own("bodies.txt"))
    line = (
        f"{SCOWL}\nand cspell's en_us, en-gb-mit and scientific-terms-us (MIT: CSPELL-LICENSE.txt):"
        " rare words,\nwithout endings; a: one slip from a word much used, but in several lists;"
        " d: doubtful"
    )
    write("rare.txt", line, (f"{w}\t{m}".strip() for w, m in rare(sources, words).items()))
    packs = ", ".join(_version(sources, name) for name in CSPELL)
    line = f"{SCOWL}\nand cspell's people-names (MIT: CSPELL-LICENSE.txt): names, in lower case"
    write("names.txt", line, people(sources, words))
    named = people(sources, words)
    line = (
        f"{SCOWL}\nand cspell's people-names (MIT: CSPELL-LICENSE.txt): letters that follow others"
    )
    write("trigrams.txt", line, trigrams({*words, *named}))
    line = NAMES.format(f",\ncspell's dictionaries {packs} (MIT: CSPELL-LICENSE.txt)")
    line += "\nword, a: right in any case, c: with a capital, n: beside a Capitalised word,\n"
    line += "f: in another language, b: c and f, s: two letters, or without vowels, k: in skills"
    write("terms.txt", line, (f"{word}\t{mark}" for word, mark in terms(sources, words).items()))
    line = (
        NAMES.format("")
        + "\nlower case, right forms, e: everywhere, m: not in lower case, s: skills,"
        + "\nt: in lower case, beside the right form; _: a space"
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

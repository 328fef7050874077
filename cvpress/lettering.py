"""How XeTeX is told a text: stretches of one face, one direction, one style; and where Han breaks.

    \\cvface{sans-sc}{教育}     letters that the CV's own face lacks, in a companion
    \\cvR{…}  \\cvL{…}          what goes to the left, or to the right within it
    \\cvw{…}  \\cvr{…}          a word in its own box: TeX turns a line around, all that is in it,
                              what switches colours and links on and off, too; the word's pieces
    \\cvparts{}                what is at both sides is read by itself, the right one first
    U+200B                     a line may break here (Chinese and Japanese have no spaces)

This is done here, not by the break and bidi tables of TeX, so that each XeTeX sets the same page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from cvpress import bidi, faces, tex
from cvpress.tex import Tex
from cvpress.view.words import Run, Words

BREAK = "\u200b"
# No line begins with the first, none ends with the second (JIS X 4051, GB/T 15834, in short).
_NO_START = frozenset(
    "、。，．・：；？！…‥ー々〻ゝゞヽヾ」』）】〕》〉〗〙｝］”’〜～％‰℃°%,.;:!?)]}»›-–—/·"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
)
_NO_END = frozenset("「『（【〔《〈〖〘｛［“‘([{«‹$¥£€＄￥#№")
_UNITS = frozenset("年月日時时分歳岁名人件個个万亿億点")  # not parted from a number
_EITHER = frozenset("“”‘’—")  # signs of both scripts, wide in a text with Han
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_NUMBER = re.compile(r"\d+\.")  # of an entry: its point stands at the side of the text
_WHITE = re.compile(r"[\x00-\x20\x7f]+")


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter: the run it is of, its level and face, whether a line may break before it."""

    sign: str
    run: Run
    level: int
    face: str
    breaks: bool


@dataclass(frozen=True)
class Lettering:
    """The faces and the direction of a page."""

    font: str
    language: str

    @cached_property
    def _chain(self) -> tuple[faces.Face, ...]:
        return faces.chain(self.font, self.language)

    def text(self, value: str) -> Tex:
        """Escape a text without style: what the page says by itself, or the name of a thing."""
        leftward = bidi.leftward(self.language)
        if leftward and _NUMBER.fullmatch(value):
            return Tex(f"\\cvR{{{self.words(Words((Run(value),)))}}}")
        named = value.isascii() and any(map(str.isalnum, value))
        if named:
            return tex.escaped(_white(value))
        made = self.words(Words((Run(value),)))
        parts = made and leftward and not bidi.mixed(value)
        return Tex(f"{made}\\cvparts{{}}") if parts else made

    def words(self, words: Words) -> Tex:
        """Escape a text with its style."""
        runs = [(_white(run.text), run) for run in words.runs]
        base = int(bidi.leftward(self.language))
        text = "".join(letters for letters, _ in runs)
        if text.isascii() and not base:
            return Tex("".join(_linked(_Letter(*one, 0, "", False) for one in runs)))
        letters = self._letters(runs, text, base)
        return Tex(
            "".join(_nested(letters, base) if base or bidi.mixed(text) else _linked(letters))
        )

    def _letters(self, runs: list[tuple[str, Run]], text: str, base: int) -> list[_Letter]:
        owners = [run for letters, run in runs for _ in letters]
        levels = bidi.by_itself(text, base)
        found = self._faces(text, owners)
        breaks = [_breaks(a, b) for a, b in zip(" " + text, text, strict=False)]
        return [
            _Letter(bidi.MIRROR.get(sign, sign) if level % 2 else sign, run, level, face, may)
            for sign, run, level, face, may in zip(text, owners, levels, found, breaks, strict=True)
        ]

    def _faces(self, text: str, owners: list[Run]) -> list[str]:
        """Return the name of each letter's face, "" for the page's own."""
        wide = any(map(_wide, text)) and not self.language.lower().startswith("ko")
        found: list[str] = []
        for at, (sign, run) in enumerate(zip(text, owners, strict=True)):
            before = found[-1] if found else ""
            either = wide and sign in _EITHER and not text[at - 1 : at].isascii()
            found.append(self._face(sign, before, run.code, either))
        for at in range(1, len(text) - 1):
            if text[at] == " " and found[at - 1] == found[at + 1]:
                found[at] = found[at - 1]
        return found

    def _face(self, sign: str, before: str, code: bool, either: bool) -> str:
        if sign in _JOINERS or unicodedata.category(sign)[0] == "M":
            return before
        if code and sign in faces.FACES["mono"]:
            return ""  # \cvcode has chosen it
        able = [face.name for face in self._chain if sign in face] or [self.font]
        wanted = [name for name in able if faces.is_han(name)] if either else []
        name = (wanted or able)[0]
        return name if code or name != self.font else ""


def _white(text: str) -> str:
    """Return a text as it is printed: in NFC, with plain spaces and hyphens."""
    return _WHITE.sub(" ", unicodedata.normalize("NFC", text).translate(_HYPHENS))


def _wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF" and not _HANGUL.match(sign)


def _breaks(before: str, after: str) -> bool:
    """Tell whether a line may break between two letters, one of them without words around it."""
    if before.isspace() or after.isspace() or not (_wide(before) or _wide(after)):
        return False
    if after in _NO_START or before in _NO_END or unicodedata.category(after)[0] == "M":
        return False
    return not (before.isdigit() and after in _UNITS)


def _nested(letters: Iterable[_Letter], depth: int) -> Iterator[str]:
    """Yield letters at a level; those above it in a group of their own."""
    for above, some in groupby(letters, lambda letter: letter.level > depth):
        group = list(some)
        if above:
            yield f"\\cv{'LR'[(depth + 1) % 2]}{{{''.join(_nested(group, depth + 1))}}}"
        else:
            yield from _boxed(group) if depth else _linked(group)


def _boxed(letters: Iterable[_Letter]) -> Iterator[str]:
    """Yield words, each in a box; between them a space, or nothing but a place to break."""
    word: list[_Letter] = []
    for letter in letters:
        if word and (letter.sign == " " or letter.breaks or letter.run.url != word[-1].run.url):
            yield f"\\cvw{{{''.join(_linked(word))}}}"
            word = []
        if letter.sign == " ":
            yield " "
        else:
            yield BREAK * letter.breaks
            word.append(_Letter(letter.sign, letter.run, letter.level, letter.face, False))
    if word:
        yield f"\\cvw{{{''.join(_linked(word))}}}"


def _linked(letters: Iterable[_Letter]) -> Iterator[str]:
    for url, some in groupby(letters, lambda letter: letter.run.url):
        group = list(some)
        inner = "".join(_styled(group))
        if group[0].level % 2 and len({(letter.run, letter.face) for letter in group}) > 1:
            inner = f"\\cvr{{{inner}}}"
        yield f"\\href{{{tex.url(url)}}}{{{inner}}}" if url else inner


def _styled(letters: Iterable[_Letter]) -> Iterator[str]:
    for run, group in groupby(letters, lambda letter: letter.run):
        yield tex.styled("".join(_faced(group)), run.bold, run.italic, run.code)


def _faced(letters: Iterable[_Letter]) -> Iterator[str]:
    for face, some in groupby(letters, lambda letter: letter.face):
        group = list(some)
        signs = [BREAK * letter.breaks + letter.sign for letter in group]
        if group[0].level % 2 and not bidi.mixed("".join(signs)):
            signs.reverse()  # XeTeX turns around what has a letter of a script that goes left
        inner = tex.escaped("".join(signs))
        yield f"\\cvface{{{face}}}{{{inner}}}" if face else inner

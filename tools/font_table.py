"""Write docs/fonts.md: which letters each font of the embedded engine has.

It counts in the tables that `tools/audit_fonts.py` baked, where a character counts if it is set
right and a reader copies it right. `tools/build_docs.py` calls it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from audit_fonts import candidates

from cvpress import faces, fonts, resources
from cvpress.engines import glyphs

PAGE = Path(__file__).resolve().parents[1] / "docs" / "fonts.md"
HEAD = """# The fonts

`design: {font: NAME}` chooses the face of a CV; each theme has its own. These are the fonts of the
embedded engine, which latexmk prints alike. A character counts where it is set right *and* a reader
copies it right: each one was printed in the regular, bold, italic and bold italic style, and read
back. What a font lacks is told before the page is set (`missing-glyph`), with its place and the
font that has it. This page is made by `tools/build_docs.py` from what `tools/audit_fonts.py` saw.
"""
XETEX = """## With XeLaTeX and Tectonic

Where pdfTeX's fonts lack a letter, `auto` goes on to latexmk with XeLaTeX, then to Tectonic, and
sets the whole CV in a face of the same kind: Noto Sans for Source Sans Pro, Noto Serif for the
others (`font: noto-sans` and `noto-serif` ask for them). What the face lacks is taken, letter by
letter, from companions. The sign of a Han character is that of the CV's language: `zh`, `zh-Hant`,
`ja`, `ko`.

| face | for | comes with |
|---|---|---|"""
READING = """\
Chinese and Japanese lines break between signs, but never before a full stop or behind an opening
bracket; no Han is slanted. Where the CV's `locale` is Arabic, Hebrew, Persian or Urdu, the page
goes to the left as a whole: headings at the right, dates at the left, what is Latin in its own
direction.

Of what comes out, this is known:

- PDFium (Chrome) turns the words of a line of Hebrew or Arabic around one by one, so “Google Inc.”
  in it is copied as “.Inc Google”; Poppler keeps it. The proofs look at where the words stand.
- Points of Arabic and Hebrew are drawn by themselves, and each reader puts them where it likes; the
  proofs don't count them. A Hamza above (U+0654) is refused: Amiri copies it as another sign.
- Numbers in circles, Kangxi radicals and a few dots share their glyph with another character, and
  are not taken from the Han faces.
"""
# What each face is for; those of one script share a row.
USES = {
    "noto-sans": ("Latin, Greek, Cyrillic, Vietnamese", "Noto Sans"),
    "noto-serif": ("the same, with serifs", "Noto Serif"),
    "mono": ("code", "Noto Sans Mono"),
    "math": ("arrows, mathematical signs", "Noto Sans Math"),
    "symbols": ("other signs", "Noto Sans Symbols 2"),
    "sans-sc": ("Chinese, Japanese, Korean", "Noto Sans CJK"),
    "serif-sc": ("the same, with serifs", "Noto Serif CJK"),
    "arabic": ("Arabic, Persian, Urdu", "Amiri"),
    "sans-hebrew": ("Hebrew", "Noto Sans Hebrew"),
    "serif-hebrew": ("the same, with serifs", "Noto Serif Hebrew"),
}
# The letters that a language adds to A to Z, in small. Ours, from the alphabets.
LANGUAGES = {
    "Albanian": "çë",
    "Belarusian": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "Bosnian, Croatian": "čćđšž",
    "Bulgarian": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "Catalan": "àçéèíïóòúü·",
    "Czech": "áčďéěíňóřšťúůýž",
    "Danish, Norwegian": "æøåéà",
    "Dutch": "áéëíïóöúü",
    "English (loan words)": "àâçéèêëïîôöüñ",
    "Esperanto": "ĉĝĥĵŝŭ",
    "Estonian": "äõöüšž",
    "Finnish, Swedish": "äöåé",
    "French": "àâæçéèêëîïôœùûüÿ",
    "German": "äöüß",
    "Greek": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "Greek, ancient": "ἀἁἄἅἂἃἆἇὰᾶᾳἐἑὲἠἡὴῆῃἰἱὶῖὀὁὸὐὑὺῦὠὡὼῶῳῥ",
    "Hausa": "ɓɗƙƴ",
    "Hawaiian": "āēīōūʻ",
    "Hungarian": "áéíóöőúüű",
    "Icelandic": "áðéíóúýþæö",
    "Irish": "áéíóú",
    "Italian": "àèéìíîòóùú",
    "Kazakh": "әғқңөұүһі",
    "Latvian": "āčēģīķļņšūž",
    "Lithuanian": "ąčęėįšųūž",
    "Macedonian": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "Maltese": "ċġħżàèìòù",
    "Pinyin": "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü",
    "Polish": "ąćęłńóśźż",
    "Portuguese": "áâãàçéêíóôõú",
    "Romanian": "ăâîșț",
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "Serbian": "абвгдђежзијклљмнњопрстћуфхцчџшčćđšž",
    "Slovak": "áäčďéíĺľňóôŕšťúýž",
    "Slovene": "čšž",
    "Spanish": "áéíñóúü¿¡ªº",
    "Northern Sámi": "áčđŋšŧž",
    "Turkish, Azerbaijani": "çğıiöşüə",
    "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "Vietnamese": "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    "Welsh": "âêîôûŵŷ",
    "Yoruba": "ẹọṣàáèéìíòóùú",
}
BLOCKS = (
    ("Basic Latin", 0x21, 0x7E),
    ("Latin-1", 0xA0, 0xFF),
    ("Latin Extended-A", 0x100, 0x17F),
    ("Latin Extended-B", 0x180, 0x24F),
    ("Latin Extended Additional (Vietnamese, transliteration)", 0x1E00, 0x1EFF),
    ("Phonetic letters", 0x250, 0x2AF),
    ("Modifier letters", 0x2B0, 0x2FF),
    ("Greek", 0x370, 0x3FF),
    ("Greek Extended (accents of ancient Greek)", 0x1F00, 0x1FFF),
    ("Cyrillic", 0x400, 0x52F),
    ("General punctuation", 0x2000, 0x206F),
    ("Superscripts and subscripts", 0x2070, 0x209F),
    ("Currency signs", 0x20A0, 0x20CF),
    ("Letter-like signs", 0x2100, 0x214F),
    ("Fractions", 0x2150, 0x218F),
    ("Arrows", 0x2190, 0x21FF),
    ("Mathematical signs", 0x2200, 0x22FF),
    ("Geometric shapes, stars, dingbats", 0x25A0, 0x27BF),
)


def page() -> str:
    """Return the whole page."""
    titles = " | ".join(f"{font.title} (`{font.name}`)" for font in fonts.FONTS.values())
    rule = "|---" * (len(fonts.FONTS) + 1) + "|"
    parts = [HEAD, f"| language | {titles} |", rule, *_languages()]
    parts += ["", f"| characters of Unicode | {titles} |", rule, *_blocks()]
    counts = " | ".join(str(len(glyphs.printable(name))) for name in fonts.FONTS)
    parts += [f"| in all | {counts} |", "", XETEX, *_faces(), "", READING]
    return "\n".join(parts)


def _languages() -> Iterator[str]:
    """Yield a row for each language: whether a font has all its letters, else those it lacks."""
    for language, small in sorted(LANGUAGES.items()):
        capitals = (letter.upper() for letter in small)
        letters = small + "".join(letter for letter in capitals if len(letter) == 1)
        cells = (_lacking(glyphs.unprintable(letters, font)) for font in fonts.FONTS)
        yield f"| {language} | {' | '.join(cells)} |"


def _faces() -> Iterator[str]:
    """Yield a row for each face of XeTeX: what it is for, and whether it comes with cvpress."""
    for name, (use, title) in USES.items():
        face = faces.FACES[name]
        ours = all((resources.bundle() / file).is_file() for file in face.files)
        yield f"| {title} | {use} | {'cvpress' if ours else f'Debian: `{face.package}`'} |"


def _lacking(letters: str) -> str:
    """Tell what a font lacks of an alphabet: a capital only where it has the small letter."""
    told = [letter for letter in letters if letter.islower() or letter.lower() not in letters]
    if not told:
        return "yes"
    return f"without {' '.join(told)}" if len(told) <= FEW else "no"


FEW = 6  # a font that lacks more letters of a language does not serve it


def _blocks() -> Iterator[str]:
    """Yield a row for each block: how many of the characters that there are each font has."""
    every = {ord(character) for character in candidates()}
    for title, first, last in BLOCKS:
        block = every & set(range(first, last + 1))
        have = (len(block & set(map(ord, glyphs.printable(font)))) for font in fonts.FONTS)
        cells = (f"{count} of {len(block)}" if count else "–" for count in have)
        yield f"| {title} | {' | '.join(cells)} |"

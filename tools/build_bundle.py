"""Build latex/bundle: all that Tectonic reads for our themes, from Debian's TeX Live and fonts.

Run: python tools/build_bundle.py, where texlive-xetex, texlive-latex-recommended, fonts-noto-core
and fonts-noto-mono are installed. XeTeX itself tells what it reads (`-recorder`), for its format
and for cases in each theme. TeX's files are copied as they are; the fonts lose their hints, which
are for screens, and a third of their size. FILES.txt in it lists each file with its licence and its
origin; a file whose licence nobody tells stops the build.
"""

from __future__ import annotations

import fnmatch
import gzip
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.agl import UV2AGL
from fontTools.ttLib import TTFont

from cvpress import faces, render, resources, run, source, theme, view
from cvpress.engines import pdftex, xetex
from cvpress.settings import Wishes, read

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
TREE = Path("/usr/share/texlive")
LICENCES = Path("/usr/share/doc/texlive-base/Licenses.gz")
# Debian's list says lppl1.3c of the whole package, whose README says this of the data.
UNICODE = "Unicode-3.0"
NAMES = {
    "lppl": "LPPL",
    "lppl1.3": "LPPL-1.3",
    "lppl1.3c": "LPPL-1.3c",
    "pd": "public domain",
    "knuth": "Knuth-CTAN",
}
OWN = {
    # No font but that of a face is in the bundle: what comes before is set in metrics alone.
    "tectonic-format-latex.tex": r"""% The format of XeLaTeX, which begins without its OpenType font
\let\cvdump\dump \let\dump\relax
\input xelatex.ini
\let\dump\cvdump
\renewcommand\encodingdefault{OT1}\renewcommand\rmdefault{cmr}
\fontencoding{OT1}\fontfamily{cmr}\selectfont
\dump
""",
    "language.dat": "english nohyphens.tex\nnohyphenation nohyphens.tex\n",
    "nohyphens.tex": "% No word of a CV is divided.\n\\patterns{}\n\\endinput\n",
    # What the icons are copied as: the PDF writer reads their glyphs' names by Adobe's list.
    "glyphlist.txt": "".join(f"{UV2AGL[code]};{code:04X}\n" for code in range(0x20, 0x7F)),
    "fonts.conf": (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        "<!-- No font but those that are asked for by the name of their file -->\n<fontconfig/>\n"
    ),
}
SIGNS = ("NotoSansMath", "NotoSansSymbols2")
ARABIC = ("Amiri",)
JOINING = ["init", "medi", "fina", "isol", "rlig", "liga", "ccmp", "mark", "mkmk", "locl"]
# For a theme of the user's own in another size of text
MORE = ("size11.clo", "size12.clo", "cmr12.tfm")
LPPL = Path("/usr/share/doc/texlive-doc/latex/koma-script/lppl.txt.gz")
OFL = resources.latex() / "fonts" / "source-sans" / "OFL.txt"  # its text is the same for all fonts
SYSTEM = Path("/usr/share/fonts")
HEAD = """\
# What this bundle holds, by tools/build_bundle.py: file, licence, origin.
# LPPL: LPPL-LICENSE.txt. OFL-1.1: OFL.txt. Unicode-3.0: UNICODE-LICENSE.txt. Knuth-CTAN: metrics of
# Computer Modern, of which Donald Knuth says that they may be copied, but not changed under their
# name. TeX's files are unchanged, but UnicodeData.txt has no characters beyond U+FFFF, nor have the
# fonts of signs; Amiri has the letters of Arabic alone; all fonts are without their hints.
"""


def read_by_tex() -> set[Path]:
    """Return the files of TeX Live that XeTeX reads for its format and for the cases."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run(folder, {}, "-ini", "-etex", "-jobname=cv", "xelatex.ini")
        found = _recorded(folder)
    for look in theme.names(CASES):
        for case in ("hard", "long"):
            found |= _read_by_case(look, case)
    return found


def _read_by_case(look_name: str, case: str) -> set[Path]:
    look = theme.find(look_name, CASES)
    document = source.read((CASES / f"{case}.yaml").read_bytes(), f"{case}.yaml")
    page = view.build(document, read(document, Wishes(today="2026-01-15")), look.layout)
    stationery = theme.stationery(look, next(iter(faces.MAIN)))
    work = pdftex.Work(stationery)
    try:
        work.fill(render.body(page, look), page.files())
        work.write("cv.tex", f"{stationery.preamble}\n{xetex.opening()}\\input{{body}}\n")
        env = pdftex.environment(work, "") | xetex.searched(work)
        _run(work.path, env, "-no-pdf", "cv.tex")
        return _recorded(work.path)
    finally:
        work.remove()


def _run(folder: Path, env: dict[str, str], *switches: str) -> None:
    program = run.which("xelatex") or sys.exit("xelatex is not on the PATH")
    command = [program, "-recorder", "-interaction=nonstopmode", *switches]
    run.start(command, folder, run.environment(env, os.environ["PATH"]), run.limits()).finish()


def _recorded(folder: Path) -> set[Path]:
    lines = (folder / "cv.fls").read_text("utf-8").splitlines()
    read = {Path(line.partition(" ")[2]) for line in lines if line.startswith("INPUT ")}
    unwanted = ("texmf.cnf", "language.dat", "hyphen.tex", "dumyhyph.tex", "zerohyph.tex")
    return {path for path in read if TREE in path.parents and path.name not in unwanted}


def licences() -> Iterator[tuple[str, str]]:
    """Yield (pattern, licence) as Debian lists them for the files of TeX Live."""
    licence = ""
    for line in gzip.decompress(LICENCES.read_bytes()).decode("utf-8").splitlines():
        if named := re.fullmatch(r"([\w.-]+): ?(\S*)", line):
            licence = named[2]
        elif line.startswith("texmf-dist/"):
            yield line.strip(), licence


def licence_of(path: Path, known: list[tuple[str, str]]) -> str:
    """Return the licence of a file of TeX Live."""
    inside = path.relative_to(TREE).as_posix()
    if "/unicode-data/" in inside and path.suffix == ".txt":
        return UNICODE
    found = [licence for pattern, licence in known if fnmatch.fnmatch(inside, pattern)]
    if not found or found[0] not in NAMES:
        sys.exit(f"{inside}: no known licence ({found})")
    return NAMES[found[0]]


def lightened(path: Path) -> bytes:
    """Return a font without what only screens need; of fonts of signs, what is in the first plane.

    Of Amiri the letters of Arabic stay, with the features that join them; of others all letters
    and features.
    """
    options = subset.Options()
    options.hinting = False
    options.layout_features = options.name_IDs = options.name_languages = ["*"]
    options.name_legacy = options.glyph_names = options.notdef_outline = True
    options.recalc_timestamp = False
    font = TTFont(path, recalcTimestamp=False)
    unicodes = list(font.getBestCmap())
    glyphs = [] if path.name.startswith((*SIGNS, *ARABIC)) else font.getGlyphOrder()
    if path.name.startswith(SIGNS):
        unicodes = [code for code in unicodes if code <= 0xFFFF]
    if path.name.startswith(ARABIC):
        within = (*range(0x80), *range(0x600, 0x780), *range(0x200B, 0x2010))
        unicodes = [code for code in unicodes if code in within]
        options.layout_features = JOINING
    cutter = subset.Subsetter(options)
    cutter.populate(glyphs=glyphs, unicodes=unicodes)
    cutter.subset(font)
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def titled(path: Path) -> str:
    """Return the name and the version of a font, as it says them."""
    names = TTFont(path)["name"]
    version = str(names.getDebugName(5)).partition(";")[0].removeprefix("Version ")
    return f"{names.getDebugName(4)} {version}"


def fonts() -> Iterator[Path]:
    """Yield the files of all faces but the Chinese, Japanese and Korean ones."""
    there = {path.name: path for path in SYSTEM.rglob("*.*")}
    for face in faces.FACES.values():
        if "CJK" not in face.pattern:
            for file in dict.fromkeys(face.files):
                yield there.get(file) or sys.exit(f"{file} is not installed ({face.package})")


def first_plane(text: str) -> str:
    """Return Unicode's table of characters without those beyond U+FFFF: half its size."""
    return "".join(line for line in text.splitlines(True) if len(line.partition(";")[0]) == 4)


def texts() -> Iterator[tuple[str, str]]:
    """Yield the licences: the name of a file, and its text."""
    yield "LPPL-LICENSE.txt", gzip.decompress(LPPL.read_bytes()).decode("utf-8")
    yield "UNICODE-LICENSE.txt", resources.data("CLDR-LICENSE.txt").read_text("utf-8")
    said = {str(TTFont(path)["name"].getDebugName(0)) for path in fonts()}
    _, heading, terms = OFL.read_text("utf-8").partition("SIL OPEN FONT LICENSE")
    yield (
        "OFL.txt",
        "\n".join([*sorted(said), "Noto is a trademark of Google LLC.", "", heading]) + terms,
    )


def gathered() -> Iterator[tuple[str, bytes, str, str]]:
    """Yield (name, bytes, licence, origin) of each file of the bundle."""
    known = list(licences())
    more = (subprocess.check_output(["kpsewhich", name], text=True).strip() for name in MORE)
    for path in read_by_tex() | set(map(Path, more)):
        inside, data = path.relative_to(TREE).as_posix(), path.read_bytes()
        if path.name == "UnicodeData.txt":
            data = first_plane(data.decode("utf-8")).encode("utf-8")
        yield path.name, data, licence_of(path, known), f"TeX Live 2022: {inside}"
    for path in fonts():
        yield path.name, lightened(path), "OFL-1.1", titled(path)
    for name, text in OWN.items():
        yield name, text.encode(), "MIT", "our own"


def digest(bundle: Path) -> str:
    """Return the digest of all files of a bundle but the one that holds it."""
    whole = hashlib.sha256()
    for path in sorted(bundle.iterdir()):
        if path.name != "SHA256SUM":
            content = path.read_bytes()
            whole.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def main() -> None:
    """Write the bundle anew."""
    files = sorted(gathered())
    bundle = resources.bundle()
    shutil.rmtree(bundle, ignore_errors=True)
    bundle.mkdir()
    for name, data, _, _ in files:
        (bundle / name).write_bytes(data)
    for name, text in texts():
        (bundle / name).write_text(text, "utf-8")
    listed = "".join(f"{name}\t{licence}\t{origin}\n" for name, _, licence, origin in files)
    (bundle / "FILES.txt").write_text(HEAD + listed, "utf-8")
    (bundle / "SHA256SUM").write_text(digest(bundle), "ascii")
    size = sum(path.stat().st_size for path in bundle.iterdir())
    print(f"{len(files)} files, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

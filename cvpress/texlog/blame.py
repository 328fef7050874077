"""Where in a user's theme an error of TeX began: its template's or its style's line.

A name that TeX does not know, of a macro, a font, a file, is looked for in the theme's files. For
other errors the page is rendered once more, with marks that tell which line of which template wrote
a line of TeX. The themes that ship are not judged: what they do wrong is told at the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cvpress import resources
from cvpress.engines import plain
from cvpress.engines.faults import Fault
from cvpress.source.document import Document
from cvpress.texlog.model import Message, Place
from cvpress.theme import Theme
from cvpress.view.model import View

LEAST = 3  # letters of a name, of a font, say, that is looked for in the theme's files
_DEFINED = r"(?:command|def)\*?\{?"
_MARK = re.compile("\x01(.*?)\x02(\\d+)\x03")
_TAGS = re.compile(r"\s*(?:<%.*?%>\s*|<#.*?#>\s*)*")


def place(message: Message, look: Theme, page: View) -> Place | None:
    """Return the place in one of the theme's own files; None where it is none of theirs."""
    theirs = [one for one in look.folders if not one.is_relative_to(resources.latex())]
    if message.fault is None or not theirs:
        return None
    found = (found for found in _found(message, message.fault, theirs, look, page) if found)
    return next(found, None)


def _found(
    message: Message, fault: Fault, theirs: list[Path], look: Theme, page: View
) -> Iterator[Place | None]:
    """Yield the places that may be meant, the surest first."""
    if not message.line:
        yield from _in_style(fault, theirs)
    if fault.macro:
        yield _named(re.escape(fault.macro), theirs, first=True)
    names = (name.removesuffix(".sty") for name in plain.meaning(fault).names)
    named = (name for name in names if len(name) > LEAST and not name.startswith("\\"))
    yield from (_named(rf"(?<!\w){re.escape(name)}", theirs, first=True) for name in named)
    yield from (_named(_DEFINED + re.escape(one), theirs) for one in fault.within)
    origins = list(_origins(look, page))
    told_of = origins[message.line - 1] if 0 < message.line <= len(origins) else []
    lines = [(p, n) for p, n in told_of if any(p.is_relative_to(one) for one in theirs)]
    yield from (_line(path, number) for path, number in lines[-1:])
    yield from (_named(_DEFINED + re.escape(one), theirs) for one in reversed(fault.read))


def _in_style(fault: Fault, theirs: list[Path]) -> Iterator[Place | None]:
    """Yield the places of an error that TeX met while it read a style."""
    styles = [file for folder in theirs for file in sorted(folder.glob("*.sty"))]
    if "File ended while scanning" in fault.text:  # told where what TeX read ends
        yield from (_line(file, unclosed(file.read_text("utf-8"))) for file in styles)
    name = fault.file if "." in fault.file else f"{fault.file}.tex"  # as Tectonic calls it
    files = (folder / name for folder in theirs if fault.file)
    yield from (_line(file, fault.line, fault.macro) for file in files if file.is_file())


def unclosed(text: str) -> int:
    """Return the line (from 1) of the first brace that is never closed, 0 where all are."""
    stack: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        for sign in re.findall(r"[{}]", re.sub(r"\\.", "", line).partition("%")[0]):
            if sign == "{":
                stack.append(number)
            elif stack:
                stack.pop()
    return stack[0] if stack else 0


def _named(pattern: str, folders: list[Path], first: bool = False) -> Place | None:
    """Return where a control sequence stands first, or last, comments aside."""
    wanted = re.compile(rf"^(?:[^%\n\\]|\\.)*?({pattern})(?![A-Za-z@])", re.MULTILINE)
    for path in (path for one in folders for path in sorted(one.iterdir())):
        if path.suffix in (".jinja", ".sty", ".tex"):
            text = path.read_text("utf-8")
            found = list(wanted.finditer(text))
            if found:
                start, end = found[0 if first else -1].span(1)
                return Place(Document(path.as_posix(), text, None), start, end)
    return None


def _line(path: Path, number: int, word: str = "") -> Place | None:
    """Return a line of a file, or the word in it at which TeX stopped."""
    text = path.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    if not 0 < number <= len(lines):
        return None
    line = lines[number - 1].rstrip()
    at = max(line.find(word), 0)
    start = sum(map(len, lines[: number - 1])) + at
    end = start + (len(word) if word and word in line else len(line))
    return Place(Document(path.as_posix(), text, None), start, end)


def _origins(look: Theme, page: View) -> Iterator[list[tuple[Path, int]]]:
    """Yield for each line of the body the lines of templates that wrote it, the inmost last."""
    from cvpress import render  # and Jinja2 with it, which the rules are listed without
    from cvpress.render import templates

    class Traced(templates.Environment):
        def preprocess(
            self, source: str, name: str | None = None, filename: str | None = None
        ) -> str:
            return super().preprocess(_traced(str(source), filename), name, filename)

    traced = templates.environment(look.folders, render.lettering(page), Traced)
    text = traced.get_template("cv.tex.jinja").render(view=page)
    for number, line in enumerate(text.split("\n")):
        if _MARK.sub("", line) or not number:  # as `render.body` leaves out empty lines
            yield [(Path(path), int(at)) for path, at in _MARK.findall(line)]


def _traced(source: str, filename: str | None) -> str:
    """Return a template with a mark in each line that holds more than tags."""
    lines, open_tag = [], ""
    for number, line in enumerate(source.split("\n"), 1):
        at = 0 if open_tag else _TAGS.match(line).end()  # type: ignore[union-attr]
        marked = bool(line[at:].strip()) and not open_tag and line[at : at + 2] not in TAGS
        mark = f"\x01{filename}\x02{number}\x03" if marked else ""
        lines.append(f"{line[:at]}{mark}{line[at:]}")
        open_tag = _open(line, open_tag)
    return "\n".join(lines)


TAGS = {"<%": "%>", "<#": "#>"}


def _open(line: str, tag: str) -> str:
    """Return the tag that is open at a line's end, "" where none is; `tag`: at its beginning."""
    for found in re.findall(r"<%|<#|%>|#>", line):
        if not tag and found in TAGS:
            tag = found
        elif tag and found == TAGS[tag]:
            tag = ""
    return tag

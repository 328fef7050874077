"""Render: a view and a theme's template become TeX.

A template prints and repeats; it computes nothing (`ALLOWED`). What it prints is escaped by its
type: a `str` as text, `Words` with their style, an `Outline` for the PDF's own strings.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment as Jinja
from jinja2 import FileSystemLoader, StrictUndefined, Undefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import (
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from jinja2.sandbox import SandboxedEnvironment

from cvpress import faces, resources, tex
from cvpress.errors import UsageError
from cvpress.lettering import Lettering
from cvpress.schema.suggest import closest
from cvpress.tex import Tex
from cvpress.theme import Theme
from cvpress.view.model import View
from cvpress.view.words import Outline, Run, Words

# All that a template may be made of: it prints, repeats, chooses, includes, and names its parts.
ALLOWED = (
    *(nodes.Template, nodes.TemplateData, nodes.Output, nodes.For, nodes.If, nodes.Not),
    *(nodes.Include, nodes.Extends, nodes.Block, nodes.Macro, nodes.Call, nodes.CallBlock),
    *(nodes.Name, nodes.Getattr, nodes.Const),
)
_PATH = re.compile(r"^%cv (\S+)$")


def body(view: View, theme: Theme) -> str:
    """Return what follows a theme's preamble: settings, then the document.

    Each head, section and entry comes after a comment line with its path (`entry_at`). Raises
    UsageError for a template that does what it may not.
    """
    try:
        template = environment(theme.folders, lettering(view)).get_template("cv.tex.jinja")
        return re.sub(r"\n{2,}", "\n", template.render(view=view)) + "\n"
    except (TemplateError, RecursionError) as error:
        where = _where(error, theme.folder)
        raise UsageError(f"The theme “{theme.name}” can't print: {where}{_why(error)}.") from None


_OBJECT = re.compile(r"'cvpress\.[\w.]*?(\w+) object' has no attribute")


def _why(error: Exception) -> str:
    """Return what is wrong, in words that name no type of Python."""
    if isinstance(error, TemplateNotFound):
        return f"there is no template “{error.name}”"
    return _OBJECT.sub(r"\1 has no", str(error)).rstrip(".")


def _where(error: Exception, folder: Path) -> str:
    """Tell the line of the template where it went wrong: Jinja puts it into the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return f"{Path(error.filename or error.name or '').as_posix()}:{error.lineno}: "
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame for frame in frames if frame.filename.endswith(".jinja")]
    inside = [frame for frame in lines if Path(frame.filename).is_relative_to(folder)] or lines
    return f"{Path(inside[-1].filename).as_posix()}:{inside[-1].lineno}: " if inside else ""


def entry_at(text: str, line: int) -> str:
    """Return the path of the head, section or entry that a line (from 1) of a body belongs to."""
    for written in reversed(text.split("\n")[:line]):
        if match := _PATH.match(written):
            return match[1]
    return ""


def lettering(view: View) -> Plain | Lettering:
    """Return how a page's texts become TeX: its font says whether pdfTeX or XeTeX sets it."""
    font = view.design.font
    return Lettering(font, view.language) if font in faces.MAIN else Plain()


def printed(value: object, letters: Plain | Lettering) -> Tex:
    """Turn what a template prints into TeX by its type. What is no text is an error."""
    if isinstance(value, Tex):
        return value
    if isinstance(value, Outline):
        return tex.outline(value)
    if isinstance(value, str):
        return letters.text(value)
    if isinstance(value, Words):
        return letters.words(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Tex(f"{value:g}")
    if isinstance(value, Undefined):
        str(value)  # raises, with the name that is not there
    raise TemplateRuntimeError(f"{type(value).__name__} is no text")


@dataclass(frozen=True)
class Plain:
    """How pdfTeX is told a text: it has one font, with all letters."""

    def text(self, value: str) -> Tex:
        """Escape a text without style."""
        return tex.text(value)

    def words(self, words: Words) -> Tex:
        """Escape a text with its style."""
        linked = groupby(words.runs, lambda run: run.url)
        return Tex("".join(self._linked(url, runs) for url, runs in linked))

    def _linked(self, url: str, runs: Iterable[Run]) -> str:
        styled = (tex.styled(_breakable(r.text), r.bold, r.italic, r.code) for r in runs)
        inner = "".join(styled)
        return f"\\href{{{tex.url(url)}}}{{{inner}}}" if url else inner


_LONG = re.compile(r"\S{30,}")
_SLASH = re.compile(r"(?<=[^/:])/(?=[^/])")


def _breakable(text: str) -> str:
    """Return a text as TeX; a long address may end a line behind a slash, where it has to."""
    if "/" not in text:
        return tex.text(text)
    parts = _LONG.sub(lambda long: _SLASH.sub("/\0", long[0]), text).split("\0")
    return "\\cvbreak{}".join(map(tex.text, parts))


class _Generator(CodeGenerator):
    """Refuses a template that computes, or says what nobody prints, while it is compiled."""

    def visit_Template(self, node: nodes.Template, *args: Any, **kwargs: Any) -> None:
        extended = node.find(nodes.Extends)
        if extended and isinstance(extended.template, nodes.Const):
            self._extending(node, extended.template.value)
        super().visit_Template(node, *args, **kwargs)

    def _extending(self, node: nodes.Template, above: str) -> None:
        """Refuse blocks that the template above does not have, and what stands beside blocks."""
        known = _blocks(self.environment, above)
        for child in node.body:
            if isinstance(child, nodes.Block) and child.name not in known:
                near = closest(child.name, sorted(known))
                meant = f"; did you mean {near}" if near else ""
                self.fail(f"{above} has no block “{child.name}”{meant}", child.lineno)
            if isinstance(child, nodes.Output) and _shows(child):
                self.fail(f"of what extends {above}, only blocks are printed", child.lineno)

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(node, ALLOWED):
            self.fail(f"a template may not use {type(node).__name__}", node.lineno)
        return super().visit(node, *args, **kwargs)


def _blocks(environment: Jinja, name: str) -> set[str]:
    """Return the blocks of a template and of those that it extends."""
    assert environment.loader
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    found = {block.name for block in tree.find_all(nodes.Block)}
    for extended in tree.find_all(nodes.Extends):
        if isinstance(extended.template, nodes.Const):
            found |= _blocks(environment, extended.template.value)
    return found


def _shows(output: nodes.Output) -> bool:
    """Return whether anything but white space would be printed."""
    parts = output.nodes
    return any(not isinstance(part, nodes.TemplateData) or part.data.strip() for part in parts)


class Environment(SandboxedEnvironment):
    """Jinja with delimiters that fit TeX; what macros and blocks return is TeX already."""

    code_generator_class = _Generator
    concat = staticmethod(lambda parts: Tex("".join(parts)))


@cache
def environment(
    folders: tuple[Path, ...], letters: Plain | Lettering, kind: type[Environment] = Environment
) -> Environment:
    """Templates are looked for in the theme, then in what it extends, then as NAME/cv.tex.jinja."""
    return kind(
        loader=FileSystemLoader([*folders, folders[0].parent, resources.latex()]),
        undefined=StrictUndefined,
        finalize=partial(printed, letters=letters),
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )

"""Render: a view and a theme's template become TeX.

plain        a text as pdfTeX is told it (`cvpress.lettering`: as XeTeX is)
templates    what a template may be made of, and how what it prints is escaped
"""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError

from cvpress import faces
from cvpress.errors import UsageError
from cvpress.lettering import Lettering
from cvpress.render.plain import Plain
from cvpress.render.templates import environment
from cvpress.theme import Theme
from cvpress.view.model import View

_PATH = re.compile(r"^%cv (\S+)$")
_OBJECT = re.compile(r"'cvpress\.[\w.]*?(\w+) object' has no attribute")


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


def lettering(view: View) -> Plain | Lettering:
    """Return how a page's texts become TeX: its font says whether pdfTeX or XeTeX sets it."""
    font = view.design.font
    return Lettering(font, view.language) if font in faces.MAIN else Plain()


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

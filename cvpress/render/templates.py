"""Templates that print and repeat, and compute nothing: what they may be made of.

What they print is escaped by its type: a `str` as text, `Words` with their style, an `Outline` for
the PDF's own strings.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment as Jinja
from jinja2 import FileSystemLoader, StrictUndefined, Undefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import TemplateRuntimeError
from jinja2.sandbox import SandboxedEnvironment

from cvpress import resources, tex
from cvpress.lettering import Lettering
from cvpress.render.plain import Plain
from cvpress.schema.suggest import closest
from cvpress.tex import Tex
from cvpress.view.words import Outline, Words

# All that a template may be made of: it prints, repeats, chooses, includes, and names its parts.
ALLOWED = (
    *(nodes.Template, nodes.TemplateData, nodes.Output, nodes.For, nodes.If, nodes.Not),
    *(nodes.Include, nodes.Extends, nodes.Block, nodes.Macro, nodes.Call, nodes.CallBlock),
    *(nodes.Name, nodes.Getattr, nodes.Const),
)


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

"""`cvpress new [FILE]`: writes a first CV, its workflow, .gitignore and a copy of the schema.

`--theme NAME` writes themes/NAME/ beside FILE instead: a theme that extends classic, with comments.
Nothing that stands is overwritten: an existing CV ends the command, any other existing file is
left as it is and named.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from cvpress import UPSTREAM, __version__, resources, theme
from cvpress.errors import UsageError


def run(args: argparse.Namespace) -> int:
    """Write the files beside FILE and say what was written."""
    cv = Path(args.file)
    if args.theme:
        return _theme(args.theme, cv.parent / "themes" / args.theme, cv)
    if not re.fullmatch(r"\w[\w.-]*\.ya?ml", cv.name, re.ASCII):
        message = f"{cv.name} is no name that the workflow can carry."
        raise UsageError(message, "Take letters, digits, - and _, and the ending .yaml.")
    if cv.exists() or cv.is_symlink():
        raise UsageError(f"{cv.as_posix()} is there already.", "It was left as it is.")
    for path, text in _files(cv).items():
        if _write(path, text):
            print(f"wrote {path.as_posix()}")
        else:
            print(f"left  {path.as_posix()} as it is")
    print(f"Now put your own words into {cv.as_posix()}, and run: cvpress build {cv.as_posix()}")
    return 0


def _theme(name: str, folder: Path, cv: Path) -> int:
    """Write a first theme; one that stands is left alone."""
    if not theme.NAME.fullmatch(name):
        raise UsageError(f"“{name}” is no name of a theme.", "Take letters, digits, - and _.")
    if folder.exists() or folder.is_symlink():
        raise UsageError(f"{folder.as_posix()} is there already.", "It was left as it is.")
    for file in ("theme.yaml", "cv.tex.jinja", "theme.sty"):
        text = _template(file).replace("@NAME@", name)
        text = text.replace("@TITLE@", json.dumps(name))
        path = folder / (f"cvtheme-{name}.sty" if file == "theme.sty" else file)
        _write(path, text)
        print(f"wrote {path.as_posix()}")
    print(f"Now change it, and run: cvpress build {cv.as_posix()} --theme {name}")
    return 0


def _files(cv: Path) -> dict[Path, str]:
    workflow = _template("workflow.yml")
    workflow = workflow.replace("@REPOSITORY@", UPSTREAM.removeprefix("https://github.com/"))
    workflow = workflow.replace("@VERSION@", f"v{__version__}")
    workflow = workflow.replace("@CV@", cv.name).replace("@STEM@", cv.stem)
    return {
        cv: _template("cv.yaml"),
        cv.parent / ".github" / "workflows" / "cv.yml": workflow,
        cv.parent / ".gitignore": _template("gitignore"),
        cv.parent / "schema" / "cv.schema.json": resources.schema().read_text("utf-8"),
    }


def _template(name: str) -> str:
    return resources.data(f"new/{name}").read_text("utf-8")


def _write(path: Path, text: str) -> bool:
    """Write a new file and return True; return False where one stands already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _create(path, text)
    except OSError as error:
        message = f"{path.as_posix()} can't be written ({error.strerror})."
        raise UsageError(message, "Check the folder's permissions and its free space.") from None


def _create(path: Path, text: str) -> bool:
    try:
        file = path.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(text)
    except BaseException:  # half a file would be left alone by the next try
        path.unlink()
        raise
    return True

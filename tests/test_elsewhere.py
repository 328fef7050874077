"""`build --verify-reproducible`, two builds at once, and what a PDF may not tell of its machine."""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from calls import TOOL, Called, process
from need import need, posix

from cvpress import engines, run
from cvpress.cli import reproduced

CV = """\
person: {name: Ada Example, email: ada@example.org}
sections: [{title: About, text: A first line.}]
variants: {short: {hide: [email]}}
letter: {opening: "Dear reader,", body: I write to you.}
"""
NAME = "kaleidoscope"
BEYOND = "Ꙁ"  # a letter that takes latexmk to XeLaTeX


def able(engine: str) -> None:
    missing = engines.load(engine).missing()
    if missing:
        pytest.skip(missing)


def build(folder: Path, *arguments: str, cv: str = CV) -> Called:
    able("embedded")
    (folder / "cv.yaml").write_text(cv, "utf-8")
    return process("build", "--verify-reproducible", *arguments, cwd=folder)


SAME = "is reproducible: the same bytes came from another folder, home"


def test_every_pdf_is_built_again(tmp_path: Path) -> None:
    (tmp_path / "private.yaml").write_text("person: {phone: +32 16 55 01 00}", "utf-8")
    ended = build(tmp_path, "--overlay", "private.yaml", "--variant", "all")
    assert (ended.code, ended.err) == (0, "")
    for name in ("cv.short.pdf", "cv.short.letter.pdf"):
        assert f"build/{name} {SAME}" in ended.out
    assert sorted(path.name for path in (tmp_path / "build").iterdir()) == [
        "cv.short.letter.pdf",
        "cv.short.pdf",
    ]


RANDOM = "\\pdfinfo{/Random (\\number\\pdfuniformdeviate 1000000000)}"


def unsteady(folder: Path, tex: str) -> None:
    """A theme of the user's that prints another page each time."""
    theme = folder / "themes" / "mine"
    theme.mkdir(parents=True)
    (theme / "theme.yaml").write_text("title: M\ndescription: M.\nextends: classic\n")
    style = f"\\ProvidesPackage{{cvtheme-mine}}\\AtBeginDocument{{{tex}}}\n"
    (theme / "cvtheme-mine.sty").write_text(style)


@pytest.mark.parametrize("tagged", ["--tagged", "--no-tagged"])
def test_what_differs_is_told_with_its_place(tmp_path: Path, tagged: str) -> None:
    unsteady(tmp_path, RANDOM)
    ended = build(tmp_path, "--theme", "mine", tagged)
    assert ended.code == 4
    told = r"build/cv\.pdf is not reproducible: built elsewhere, it differs from byte \d+ on"
    assert re.search(told, ended.out)


def test_a_second_build_that_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from cvpress import cli

    able("embedded")
    (tmp_path / "cv.yaml").write_text(CV, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reproduced, "_PYTHON", "raise SystemExit('no room')")
    assert cli.main(["build", "--verify-reproducible", "cv.yaml"]) == 4
    assert "build/cv.pdf could not be built again elsewhere: no room" in capsys.readouterr().out


def test_there_must_be_a_pdf_to_compare(tmp_path: Path) -> None:
    ended = build(tmp_path, "--to", "tex")
    assert ended.code == 2
    assert ended.err == "cvpress: --verify-reproducible compares PDFs. Write --to pdf beside it.\n"


def test_what_did_not_stand_its_proofs_is_not_built_again(tmp_path: Path) -> None:
    ended = build(tmp_path, cv=CV.replace("{hide", "{max_pages: 1, hide") + "checks: {severity: 3}")
    assert ended.code == 1
    assert "reproducible" not in ended.out


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (b"%PDF\n1 0 obj\n<</Type /Page /A 1>>", b"%PDF\n1 0 obj\n<</Type /Page /A 2>>",
         "from byte 30 on, in object 1 (/Page)"),
        (b"2 0 obj <<>> stream\nab", b"2 0 obj <<>> stream\nac",
         "from byte 21 on, in the stream of object 2"),
        (b"2 0 obj <<>> endobj xref 1", b"2 0 obj <<>> endobj xref 2", "from byte 25 on"),
        (b"%PDF", b"%PDF and more", "from byte 4 on"),
    ],
)  # fmt: skip
def test_the_place_where_two_pdfs_part(one: bytes, other: bytes, said: str) -> None:
    assert reproduced._where(one, other) == said


def test_two_builds_at_once_with_an_empty_cache_give_the_same_bytes(tmp_path: Path) -> None:
    """Both dump the format of TeX, into one place."""
    able("embedded")
    env = {"CVPRESS_CACHE": str(tmp_path / "cache"), "SOURCE_DATE_EPOCH": ""}

    def made(number: int) -> bytes:
        folder = tmp_path / f"place {number}"
        folder.mkdir()
        (folder / "cv.yaml").write_text(CV, "utf-8")
        ended = process("build", "--engine", "embedded", cwd=folder, env=env)
        assert ended.code == 0, ended
        return (folder / "build" / "cv.pdf").read_bytes()

    with ThreadPoolExecutor(3) as pool:
        assert len(set(pool.map(made, range(3)))) == 1


@posix
def test_another_umask_gives_the_same_bytes(tmp_path: Path) -> None:
    able("embedded")
    found = []
    for mask in ("022", "077"):
        folder = tmp_path / mask
        folder.mkdir()
        (folder / "cv.yaml").write_text(CV, "utf-8")
        shell = ["/bin/sh", "-c", f'umask {mask}; exec "$@"', "sh", *TOOL]
        env = {"CVPRESS_CACHE": str(folder / "cache"), "SOURCE_DATE_EPOCH": ""}
        assert (
            process("build", "--engine", "embedded", cwd=folder, env=env, command=shell).code == 0
        )
        found.append((folder / "build" / "cv.pdf").read_bytes())
    assert found[0] == found[1]


# --- nothing of the machine ------------------------------------------------------------------


def on(host: str) -> list[str]:
    """Return a command that runs the tool on a machine of another name, where we may rename it."""
    if os.name == "nt" or os.geteuid() != 0:
        return list(TOOL)
    rename = f'echo {host} > /proc/sys/kernel/hostname && exec "$@"'
    return [need("unshare"), "--uts", "/bin/sh", "-c", rename, "sh", *TOOL]


def whole(pdf: bytes) -> bytes:
    """Return all that is in a PDF, unpacked: objects, pages, fonts, pictures, metadata."""
    parts = []
    with pikepdf.open(BytesIO(pdf)) as document:
        for one in (*document.objects, document.trailer):
            parts.append(one.unparse(resolved=True) if not isinstance(one, pikepdf.Stream) else b"")
            if isinstance(one, pikepdf.Stream):
                parts.append(pikepdf.Dictionary(dict(one.items())).unparse(resolved=False))
                parts.append(_decoded(one))
    return b"\n".join(parts)


def _decoded(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


def told(pdf: bytes, name: str) -> bool:
    """Return whether a name stands in a PDF, in any of its ways to write letters."""
    letters = whole(pdf).lower()
    ways = (name.encode(), name.encode("utf-16-be"), name.encode("utf-16-le"))
    return any(way in letters or way.hex().encode() in letters for way in ways)


@posix
@pytest.mark.parametrize(
    ("engine", "text"),
    [
        ("embedded", ""),
        ("latexmk", ""),
        ("latexmk", BEYOND),
        ("tectonic", ""),
        ("tectonic", BEYOND),
    ],
)
def test_a_pdf_says_nothing_of_its_machine(tmp_path: Path, engine: str, text: str) -> None:
    """Neither its folders, nor its user, nor its name; not in fonts, not in metadata."""
    need("xelatex" if engine == "latexmk" and text else {"embedded": "sh"}.get(engine, engine))
    able(engine)
    home, folder = tmp_path / NAME, tmp_path / NAME / "my" / NAME
    (home / "tmp").mkdir(parents=True)
    folder.mkdir(parents=True)
    (folder / "cv.yaml").write_text(CV.replace("A first line.", f"A first line. {text}"), "utf-8")
    env = {
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME", "HOSTNAME"), NAME),
        **{"HOME": str(home), "TMPDIR": str(home / "tmp"), "SOURCE_DATE_EPOCH": ""},
        **{"CVPRESS_CACHE": str(home / "cache"), run.SECONDS: "60"},
    }
    arguments = ("build", "--engine", engine, "--format", "json")
    ended = process(*arguments, cwd=folder, env=env, command=on(NAME))
    assert ended.code == 0, ended
    pdf = (folder / "build" / "cv.pdf").read_bytes()
    assert not told(pdf, NAME)
    for other in (f"{Path.home()}{os.sep}", "/tmp/"):
        assert not told(pdf, other), other


@pytest.mark.parametrize("field", ["/Keywords", "/Producer"])
def test_the_search_finds_what_is_there(field: str) -> None:
    made = pikepdf.new()
    page = made.add_blank_page()
    page.Contents = made.make_stream(b"%" + b"x" * 1000)
    made.docinfo[field] = f"ü {NAME}"
    out = BytesIO()
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert told(out.getvalue(), NAME)
    page.Contents = made.make_stream(f"% /home/{NAME}".encode())
    del made.docinfo[field]
    out = BytesIO()
    made.save(out, compress_streams=True)
    assert told(out.getvalue(), NAME)
    assert not told(out.getvalue(), "telescope")

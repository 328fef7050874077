"""`prove` on PDFs that are damaged, locked, empty or hostile: one sentence, in bounded time."""

from __future__ import annotations

import json
import resource
import time
from pathlib import Path

import builds
import pytest
from bad_pdfs import MADE
from calls import Called, process

from cvpress import printed
from cvpress.errors import UsageError
from cvpress.printed import apart
from cvpress.run import Limits

CV = """\
person: {name: Ada Example, website: "https://ada.example.org/"}
sections: [{title: About, text: A first line.}]
"""
SECONDS = 60  # PDFium gets 20, on a machine that does nothing else
MEBIBYTES = 1100


def prove(data: bytes, folder: Path, *arguments: str) -> Called:
    (folder / "cv.yaml").write_text(CV)
    (folder / "bad.pdf").write_bytes(data)
    return process("prove", "bad.pdf", *arguments, cwd=folder)


@pytest.mark.parametrize("name", MADE)
def test_a_bad_pdf(name: str, tmp_path: Path) -> None:
    make, sentence = MADE[name]
    begun = time.monotonic()
    ended = prove(make(), tmp_path, "--format", "json")
    assert time.monotonic() - begun < SECONDS
    assert "Traceback" not in ended.err
    if ended.code == 2:
        assert f"bad.pdf: {sentence}" in ended.err
        assert len(ended.err.strip().splitlines()) <= 2, ended.err
    else:
        messages = [found["message"] for found in json.loads(ended.out)["findings"]]
        assert sentence in messages if sentence else messages
    # Of all processes that any test here has waited for, none was larger.
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEBIBYTES * 1024


def test_a_scan_is_not_told_for_each_of_its_texts(tmp_path: Path) -> None:
    ended = prove(MADE["a scan"][0](), tmp_path)
    assert ended.code == 4
    assert ended.out.count("error") == 2  # the finding, and the count of them
    assert "No text can be read in the PDF." in ended.out


def test_a_file_without_end(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(CV)
    ended = process("prove", "/dev/zero", cwd=tmp_path)
    assert (ended.code, ended.err.count("This is no PDF")) == (2, 1)


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LIMITS", Limits(seconds=0.01))
    with apart.reader() as read, pytest.raises(UsageError) as refused:
        read(MADE["a scan"][0]())
    assert refused.value.message == "The PDF takes more than 0.01 seconds to read."


@pytest.mark.tex
def test_read_apart_is_read_alike() -> None:
    pdf = builds.pdf("hard")
    with apart.reader() as read:
        found, wanted = read(pdf), printed.read(pdf)
    for name in ("pages", "words", "links", "fonts", "metadata"):
        assert getattr(found, name) == getattr(wanted, name)

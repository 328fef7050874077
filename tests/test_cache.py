"""The cache: where it lies, what it keeps, and what becomes of it in bad luck."""

from __future__ import annotations

import errno
import os
import sys
import threading
from pathlib import Path

import pytest

from cvpress import cache, files
from cvpress.errors import UsageError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x/caches"}, "/x/caches/cvpress"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/ada/.cache/cvpress"),
        ("linux", {}, "/home/ada/.cache/cvpress"),
        ("darwin", {"XDG_CACHE_HOME": "/x/caches"}, "/home/ada/Library/Caches/cvpress"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/cvpress"),
        ("win32", {}, "/home/ada/AppData/Local/cvpress"),
        ("linux", {"CVPRESS_CACHE": "/own", "XDG_CACHE_HOME": "/x"}, "/own"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX")
def test_each_platform_has_its_place(
    platform: str, variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CVPRESS_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.home().as_posix() == expected


def test_what_is_stored_is_there(home: Path) -> None:
    path = cache.store("things", "a.fmt", b"content", 8)
    assert path == home / "things" / "a.fmt"
    assert path.read_bytes() == b"content"
    assert [p.name for p in path.parent.iterdir()] == ["a.fmt"]


@pytest.mark.usefixtures("home")
def test_the_least_used_go_first() -> None:
    for number in range(8):
        os.utime(cache.store("things", f"{number}.fmt", b"x", 8), (number, number))
    cache.touch(cache.folder("things") / "0.fmt")
    other = cache.folder("things") / "other.txt"
    other.write_bytes(b"")
    os.utime(other, (0, 0))
    cache.store("things", "new.fmt", b"x", 8)
    left = {path.name for path in cache.folder("things").iterdir()}
    assert left == {*(f"{n}.fmt" for n in (0, 2, 3, 4, 5, 6, 7)), "new.fmt", "other.txt"}


def test_a_folder_that_cant_be_made_is_replaced(home: Path) -> None:
    home.write_bytes(b"a file where the folder should be")
    path = cache.store("things", "a.fmt", b"content", 8)
    assert path.read_bytes() == b"content"
    assert home.read_bytes() == b"a file where the folder should be"
    assert cache.folder("things") == path.parent, "the same for the life of the process"


def test_a_full_disk_is_replaced(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.is_relative_to(home):
            raise OSError(errno.ENOSPC, "No space left on device")
        files.write_atomic(path, data)

    monkeypatch.setattr(cache, "write_atomic", full)
    path = cache.store("things", "a.fmt", b"content", 8)
    assert not path.is_relative_to(home)
    assert path.read_bytes() == b"content"


@pytest.mark.usefixtures("home")
def test_a_file_that_another_process_holds_open_is_as_good(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = cache.store("things", "a.fmt", b"theirs", 8)

    def held(path: Path, data: bytes) -> None:
        raise PermissionError(13, "The process cannot access the file", str(path), data)

    monkeypatch.setattr(cache, "write_atomic", held)
    assert cache.store("things", "a.fmt", b"ours", 8) == first


@pytest.mark.usefixtures("home")
def test_writers_and_readers_at_once() -> None:
    contents = [bytes([65 + n]) * 200_000 for n in range(4)]
    path = cache.store("things", "a.fmt", contents[0], 8)

    def write(content: bytes) -> None:
        for _ in range(25):
            cache.store("things", "a.fmt", content, 8)

    writers = [threading.Thread(target=write, args=(content,)) for content in contents]
    for writer in writers:
        writer.start()
    seen = set()
    while any(writer.is_alive() for writer in writers):
        seen.add(path.read_bytes())
    assert seen <= set(contents)


def test_half_a_file_is_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(b"former")

    def interrupt(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt(str(self), str(target))

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write_atomic(path, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["cv.pdf"]
    assert path.read_bytes() == b"former"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    files.write_atomic(tmp_path / "atomic", b"")
    assert (tmp_path / "atomic").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_output_that_cant_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(UsageError, match=r"^Can't write .*taken.cv\.pdf: "):
        files.write_output(tmp_path / "taken" / "cv.pdf", b"")


def test_an_output_makes_its_folder(tmp_path: Path) -> None:
    files.write_output(tmp_path / "a" / "b" / "cv.pdf", b"page")
    assert (tmp_path / "a" / "b" / "cv.pdf").read_bytes() == b"page"

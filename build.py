#!/usr/bin/env python3
"""The face of cvpress: makes .venv from the hashed lock on first use, then hands over to the tool.

    python3 build.py              checks, typesets and proves cv.yaml: build/cv.pdf
    python3 build.py test         runs the test suite
    python3 build.py --help       all the rest

Standard library only. An environment is made beside its place and moved there when it is whole, so
a half-made one is never used; it carries a copy of its lock as our mark. A .venv without that mark
is somebody else's and is never touched: ours is then .venv-cvpress.
"""

import os
import sys

if sys.version_info >= (3, 11):  # an older Python is to reach main(), which tells it
    from typing import NoReturn

ROOT = os.path.dirname(os.path.abspath(__file__))
PYTHON = os.path.join("Scripts", "python.exe") if os.name == "nt" else os.path.join("bin", "python")
MARK = "cvpress.lock"


def stop(sentence: str) -> "NoReturn":
    """End with one sentence and the exit code of wrong usage (2)."""
    sys.stderr.write("cvpress: " + sentence + "\n")
    sys.exit(2)


def read(path: str) -> str:
    """Return the text of a file, or "" where there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return ""


def mark(lock: str) -> str:
    """Return what the mark of a whole environment says: this Python, this place, this lock."""
    return "\n".join([sys.version, sys.base_prefix, ROOT, read(os.path.join(ROOT, "lock", lock))])


def whole(home: str, locks: "list[str]") -> bool:
    """Return whether `home` is an environment of ours, made from one of these locks, that runs."""
    found = read(os.path.join(home, MARK))
    return any(found == mark(lock) for lock in locks) and os.path.exists(os.path.join(home, PYTHON))


def place() -> str:
    """Return where our environment stands or may stand: never where a foreign one does."""
    home = os.path.join(ROOT, ".venv")
    ours = not os.path.lexists(home) or os.path.exists(os.path.join(home, MARK))
    return home if ours else home + "-cvpress"


def make(home: str, lock: str) -> None:
    """Make the environment beside its place, fill it from the lock, and move it there."""
    import shutil
    import subprocess
    import tempfile

    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        stop("this Python has no venv module. Install it (on Debian: apt install python3-venv).")
    sys.stderr.write("cvpress: first run: making " + os.path.basename(home) + " …\n")
    try:
        made = tempfile.mkdtemp(prefix=".venv-making-", dir=ROOT)
    except OSError as error:
        stop("can't write into " + ROOT + " (" + str(error.strerror) + "). Check its permissions.")
    try:
        os.chmod(made, 0o755)
        venv.create(made, with_pip=True, symlinks=os.name != "nt")
        python = os.path.join(made, PYTHON)
        pip = [python, "-I", "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
        pip += ["--retries", "2", "--require-hashes", "--only-binary", ":all:", "-r"]
        said = subprocess.run([*pip, os.path.join(ROOT, "lock", lock)], stderr=subprocess.PIPE)
        if said.returncode:
            last = said.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
            stop("the libraries could not be installed; the first run needs the network. " + last)
        where = [python, "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
        site = subprocess.check_output(where, universal_newlines=True).strip()
        with open(os.path.join(site, "cvpress.pth"), "w", encoding="utf-8") as file:
            file.write(ROOT + "\n")
        with open(os.path.join(made, MARK), "w", encoding="utf-8") as file:
            file.write(mark(lock))
        if os.path.lexists(home):
            shutil.rmtree(home)
        os.rename(made, home)
    except (OSError, subprocess.CalledProcessError) as error:
        if not whole(home, [lock]):  # else another run was faster, and its work is as good
            stop("the environment could not be made (" + str(error) + "). Try again.")
    finally:
        shutil.rmtree(made, ignore_errors=True)


def main() -> None:
    """Make the environment where it is missing, then become the tool in it."""
    if sys.version_info < (3, 11):
        stop("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ".")
    testing = sys.argv[1:2] == ["test"]
    home = place()
    if not whole(home, ["test.txt"] if testing else ["use.txt", "test.txt"]):
        make(home, "test.txt" if testing else "use.txt")
    python = os.path.join(home, PYTHON)
    command = [python, "-I", "-m", "cvpress", *sys.argv[1:]]
    if os.name != "nt":
        os.execv(python, command)
    import subprocess

    sys.exit(subprocess.call(command))


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)

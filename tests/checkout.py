"""A copy of this checkout, and the libraries of this environment as wheels again: no network."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

from calls import ROOT
from need import need
from packaging.requirements import Requirement


def copied(copy: Path) -> Path:
    """Copy the checkout's files, as git knows them; of a download, all but what is made."""
    if not (ROOT / ".git").exists():
        made = shutil.ignore_patterns(".venv*", "build", "__pycache__", ".*_cache", ".hypothesis")
        return shutil.copytree(ROOT, copy, ignore=made)
    command = [need("git"), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.check_output(command, cwd=ROOT).decode("utf-8").split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    return copy


def wheels(requirements: list[str], folder: Path) -> list[str]:
    """Pack installed libraries, and what they need, into wheels; return their names.

    No extra is packed, so that pip can install what is named here and nothing more.
    """
    wanted, packed = list(requirements), dict[str, str]()
    while wanted:
        requirement = Requirement(wanted.pop())
        name = requirement.name.lower().replace("_", "-")
        if name not in packed and (not requirement.marker or requirement.marker.evaluate()):
            found = distribution(name)
            packed[name] = _pack(found, folder)
            wanted += [one for one in found.requires or [] if "extra ==" not in one]
    return sorted(packed)


def _pack(found: Distribution, folder: Path) -> str:
    """Pack the files of one library as they are installed, with a new record of them."""
    lines = (found.read_text("WHEEL") or "").splitlines()
    tags = [line.partition(": ")[2].split("-") for line in lines if line.startswith("Tag: ")]
    tag = "-".join(".".join(dict.fromkeys(parts)) for parts in zip(*tags, strict=True))
    name = f"{found.name.replace('-', '_')}-{found.version}"
    home = f"{name}.dist-info"
    record = [f"{home}/RECORD,,"]
    with zipfile.ZipFile(folder / f"{name}-{tag}.whl", "w") as wheel:
        for path in found.files or []:
            inside, data = path.as_posix(), path.locate()
            if inside.startswith("..") or path.suffix == ".pyc" or path.name in _LEFT:
                continue
            content = Path(str(data)).read_bytes()
            if path.parts[0].endswith(".dist-info"):
                inside = "/".join([home, *path.parts[1:]])
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
            record.append(f"{inside},sha256={digest},{len(content)}")
            wheel.writestr(inside, content)
        wheel.writestr(f"{home}/RECORD", "\n".join(record) + "\n")
    return name


_LEFT = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")

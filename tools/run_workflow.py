"""Runs the `run:` steps of a GitHub workflow for real, in the folder it is called from.

    python tools/run_workflow.py .github/workflows/cv.yml [JOB…]

Expressions are not evaluated: a step's `if:` is ignored, `env:` is set where it is plain text.
`sudo` runs what follows it; `gh` writes down how it was called and succeeds. The steps that only
GitHub can run (`uses:`) are named and passed over.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

_STANDINS = {
    "sudo": '#!/bin/sh\nexec "$@"\n',
    "gh": '#!/bin/sh\nprintf "gh %s\\n" "$*" >> "$GH_CALLS"\n',
}


def plain(env: dict[str, Any]) -> dict[str, str]:
    """Return the variables that no expression stands in."""
    return {name: str(value) for name, value in env.items() if "${{" not in str(value)}


def steps(workflow: dict[str, Any], jobs: list[str]) -> list[tuple[str, dict[str, str]]]:
    """Return (script, environment) for each `run:` step of the jobs, in order."""
    found = []
    for name, job in workflow["jobs"].items():
        if jobs and name not in jobs:
            continue
        for step in job["steps"]:
            if "run" in step:
                env = {**workflow.get("env", {}), **job.get("env", {}), **step.get("env", {})}
                found.append((step["run"], plain(env)))
            else:
                print(f"(only GitHub runs {step['uses'].split('@')[0]})", flush=True)
    return found


def main(path: str, jobs: list[str]) -> int:
    """Run the steps and return the exit code of the first that fails; 1 where there are none."""
    found = steps(yaml.safe_load(Path(path).read_text("utf-8")), jobs)
    with tempfile.TemporaryDirectory() as folder:
        for name, script in _STANDINS.items():
            program = Path(folder, name)
            program.write_text(script)
            program.chmod(0o755)
        base = {
            **os.environ,
            "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_STEP_SUMMARY": str(Path(folder, "summary.md")),
            "GH_CALLS": str(Path(folder, "gh.txt")),
            "GITHUB_ACTIONS": "true",
            "TAG": "v0",
        }
        for script, env in found:
            print(f"$ {script.rstrip()}", flush=True)
            code = subprocess.call(["bash", "-eo", "pipefail", "-c", script], env={**base, **env})
            if code:
                return code
        for name in ("summary.md", "gh.txt"):
            if Path(folder, name).is_file():
                print(Path(folder, name).read_text("utf-8"))
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

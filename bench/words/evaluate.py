"""Evaluates the proofreader on made-up CVs of ten fields of work and more.

    python bench/words/evaluate.py [--part dev|unseen|dev2|…|unseen4] [--seed N] [--json]
                                   [--flags FILE]

Every flag on clean text is a false alarm: the CVs are right by construction. Recall is of slips
that make no word of the dictionaries named in the head (Debian: wamerican, wbritish; `--dictionary`
names others; without any, our own list, of which nearly nothing can escape).

`--flags FILE` writes each flag on clean text with its context, and what was missed, for those who
mend the checks. It is refused for the unseen parts: of those, only the totals may ever be seen.
The parts with a number are by a second, third and fourth author, who knew neither each other's
texts nor the checks.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.words import cvs, measure, table
from bench.words.figures import PLACES, Clean, Fault, Slips, share
from bench.words.material import PARTS, SHOWN
from bench.words.slips import KINDS
from cvpress.finding import Finding

SEED = 1


def main() -> None:
    """Run the evaluation and print it."""
    args = _arguments()
    paths = tuple(map(Path, args.dictionary)) or measure.DICTIONARIES
    dictionary = measure.Dictionary(paths)
    made = cvs.generate(args.part, args.seed)
    clean, flagged = measure.clean(made)
    slips = measure.slips(made, args.seed, dictionary)
    faults = measure.faults(args.part, args.seed)
    if args.flags:
        again = f"--part {args.part} --seed {args.seed} --flags {args.flags}"
        first = f"# python bench/words/evaluate.py {again}"
        listed = "\n".join([first, _listed(flagged), *_missed(slips, faults)]) + "\n"
        Path(args.flags).write_text(listed, encoding="utf-8")
    if args.json:
        data = {"part": args.part, "seed": args.seed, "dictionaries": dictionary.names}
        print(json.dumps(data | _data(clean, slips, faults), indent=2))
    else:
        head = f"{args.part}, seed {args.seed}, {len(made)} CVs; a slip is no word of"
        print(table.page([head, *dictionary.names], clean, slips, faults))


def _arguments() -> argparse.Namespace:
    shown = " and ".join(SHOWN)
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--part", choices=PARTS, default="dev", help="dev unless said")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--json", action="store_true", help="print data")
    parser.add_argument("--dictionary", action="append", default=[], help="a list of words")
    parser.add_argument("--flags", metavar="FILE", help=f"write the flags; for {shown} only")
    args = parser.parse_args()
    if args.flags and args.part not in SHOWN:
        parser.error(f"--flags is for {shown}; {args.part} is only counted")
    return args


def _listed(flagged: list[tuple[cvs.Cv, Finding]]) -> str:
    """Return the flags with their contexts, sorted by id."""
    rows = [
        f"{one.id} | {one.severity} | {cv.name} | {one.path} | {_context(cv, one)} | {one.help}"
        for cv, one in flagged
    ]
    return "\n".join(["# id | severity | CV | path | ⟦flag⟧ on clean text | help", *sorted(rows)])


def _missed(slips: Slips, faults: dict[str, Fault]) -> Iterator[str]:
    """Yield the slips and planted faults that no check told, and the right texts that one did."""
    yield "# slips missed: in which kind of place, wrong, right"
    yield from sorted(
        f"{one.place} | {one.word}" + " | a word of our lists" * one.listed
        for one in slips.outcomes
        if one.severity is None
    )
    yield "# faults missed, and right texts flagged"
    yield from (f"{id} | {text}" for id, one in faults.items() for text in one.wrongly_judged)


def _context(cv: cvs.Cv, finding: Finding) -> str:
    """Return what surrounds a finding, with the place itself between ⟦ and ⟧."""
    if finding.span is None:
        return finding.message
    place = finding.span
    lines = cv.text.splitlines()[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1] + "⟧" + lines[-1][place.end_column - 1 :]
    lines[0] = lines[0][: place.column - 1] + "⟦" + lines[0][place.column - 1 :]
    return " ".join(line.strip() for line in lines)


def _data(clean: Clean, slips: Slips, faults: dict[str, Fault]) -> dict[str, Any]:
    by_place = {place: slips.of(place=place).data() for place in PLACES}
    by_kind = {kind: slips.of(kind=kind).data() for kind in (*KINDS, "two slips")}
    rates = {
        field: {
            "words": clean.words[field],
            "flags_per_1000": clean.rate(field),
            "errors_per_1000": clean.rate(field, "error"),
        }
        for field in sorted(clean.words)
    }
    return {
        "slips": {
            **slips.data(),
            "of_no_list_of_ours": slips.unlisted.data(),
            "escaped": slips.escaped,
            "by_place": by_place,
            "by_kind": by_kind,
        },
        "clean": {
            "words": clean.words.total(),
            "flags_per_1000": clean.rate(),
            "errors_per_1000": clean.rate(severity="error"),
            "by_field": rates,
            "by_id": {id: dict(counted) for id, counted in clean.by_id().items()},
        },
        "faults": {
            id: {
                "planted": one.planted,
                "found": one.found,
                "recall": share(one.found, one.planted),
                "right_but_flagged": one.cried_wolf,
            }
            for id, one in faults.items()
        },
    }


if __name__ == "__main__":
    main()

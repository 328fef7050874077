"""Logs of TeX: read, decoded, and each message brought home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import builds
import pytest
from builds import OURS

from cvpress import render, runner, source, theme, view
from cvpress.engines import embedded
from cvpress.engines.faults import Fault
from cvpress.engines.glyphs import dressed
from cvpress.settings import Wishes, read
from cvpress.texlog import (
    boxes,
    messages,
    missing_glyph,
    overfull_line,
    places,
    pressing,
    tex_error,
)
from cvpress.texlog.model import Message, Pressing, Unprintable
from cvpress.view.words import Run, Words

CASES = Path(__file__).parent / "cases"
LONG = "m" * 120


def words(path: str, text: str) -> Words:
    return Words((Run(text),), path)


DUMP = """\
Overfull \\hbox (72.27pt too wide) in paragraph at lines 6--7
\\T1/SourceSansPro-TLF/m/n/10 of-fic-e

\\hbox(7.36+0.12)x489.38776
.\\hbox(7.36+0.12)x40.0
..\\T1/SourceSansPro-TLF/bold/n/10 o
..\\kern-0.05
..\\discretionary replacing 2
...\\T1/SourceSansPro-TLF/bold/n/10 f
...\\T1/SourceSansPro-TLF/bold/n/10 -
..|\\T1/SourceSansPro-TLF/bold/n/10 ^^\\ (ligature fi)
..\\T1/SourceSansPro-TLF/bold/n/10 ^^^ (ligature ffi)
..\\kern0.0
.\\glue 2.0 plus 1.0
.\\T1/SourceSansPro-TLF/m/n/10 \udce9
.\\CVC/SourceSansPro-TLF/m/n/10 %s
.\\U/other/m/n/10 Q
.\\glue(\\rightskip) 0.0

.\\T1/SourceSansPro-TLF/m/n/10 z
"""


def test_a_box_is_spelt_with_its_letters() -> None:
    slots = {letter: slot for (code, slot), letter in boxes._overlay().items() if code == "CVC"}
    found = list(messages.read(DUMP % chr(slots["Ж"])))
    assert [(m.kind, m.line, m.box, round(m.over, 3)) for m in found] == [
        ("overfull", 6, "offiéЖ", 25.4)
    ]


def test_a_box_without_a_dump_is_no_error() -> None:
    found = list(messages.read("Overfull \\hbox (3.0pt too wide) detected at line 5\n[][]\n []\n"))
    assert [(m.line, m.box) for m in found] == [(5, "")]


def test_the_longest_word_of_the_line_is_meant() -> None:
    texts = (
        words("/sections/0/awards/0/title", "Prize of the town"),
        words("/sections/0/awards/0/issuer", "Guild, Instrumentmakersguild"),
        words("/sections/0/awards/1/issuer", "Instrumentmakersguildassociation"),
    )
    told = Pressing(texts, lambda path: "Guild, Instrumentmakersguild" if "issuer" in path else "")
    told = replace(told, entry_at=lambda _: "/sections/0/awards/0")
    place = places.of_box(told, 1, "PrizeofthetownGuildInstrumentmakersguild")
    assert place == places.Place("/sections/0/awards/0/issuer", (7, 28))


def test_an_unknown_line_falls_back_to_its_entry() -> None:
    told = Pressing((), lambda _: "", entry_at=lambda line: f"/sections/{line}")
    told = replace(told, messages=(Message("overfull", 3, box="abc", over=9.6),))
    assert [(p.path, p.at, p.message) for p in overfull_line.check(told)] == [
        ("/sections/3", None, "A line here is 10 mm too long.")
    ]


def test_a_hair_too_long_is_not_told() -> None:
    told = Pressing((), lambda _: "", messages=(Message("overfull", 3, over=0.29),))
    assert list(overfull_line.check(told)) == []


def test_only_the_first_error_is_told() -> None:
    errors = (
        Message("error", line, fault=Fault(text)) for line, text in ((2, "One."), (3, "Two."))
    )
    told = Pressing((), lambda _: "", entry_at=lambda line: f"/{line}")
    told = replace(told, messages=(Message("overfull", 1), *errors))
    assert [(p.path, p.message) for p in tex_error.check(told)] == [("/2", "TeX stopped: One.")]


def test_a_lone_accent_is_named_and_another_engine() -> None:
    lost = (Unprintable(words("/a", "x̊y"), "\u030a"),) * 2
    told = Pressing((), lambda _: "x̊y", unprintable=lost, engine="embedded", able="other")
    assert [(p.at, p.message, p.help) for p in missing_glyph.check(told)] == [
        ((1, 2), "The engine embedded can't print “◌̊” (COMBINING RING ABOVE).",
         "Build with --engine other.")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tectonic", "help"),
    [
        (
            "",
            "latexmk with XeLaTeX could, with Debian's packages a b: see docs/engines.md.",
        ),
        (
            "program",
            "Tectonic could, by pip alone: docs/engines.md tells how. "
            "So could latexmk with Debian's packages a b.",
        ),
        (
            "fonts",
            "Fonts are missing: docs/engines.md tells how pip brings them; "
            "Debian's packages are a b.",
        ),
    ],
)
def test_what_to_do_where_no_engine_here_can(tectonic: str, help: str) -> None:
    lost = (Unprintable(words("/a", "漢"), "漢"),)
    told = Pressing((), lambda _: "漢", unprintable=lost, engine="embedded")
    told = replace(told, wanting=("a", "b"), tectonic=cast(Any, tectonic))
    assert [p.help for p in missing_glyph.check(told)] == [help]


def test_many_texts_that_can_t_be_printed_are_one_finding() -> None:
    texts = [f"{{title: 書, text: 漢{number}}}" for number in range(9)]
    laid = builds.lay(f"person: {{name: Ada}}\nsections: [{', '.join(texts)}]\n")
    gathered = pressing.before(laid.document, laid.view, embedded)
    found = runner.run("texlog", laid.document, laid.settings, lambda rule: rule.judge(gathered))
    assert [(one.span.line, one.span.column) for one in found if one.span] == [(2, 20)]
    assert found[0].message == (
        "The engine embedded can't print “書” (CJK UNIFIED IDEOGRAPH-66F8). "
        "So it is with 18 texts of this CV."
    )


def test_a_word_of_the_tool_has_no_place() -> None:
    told = Pressing((), lambda _: "", unprintable=(Unprintable(words("", "至今"), "至今"),))
    assert [(p.path, p.at) for p in missing_glyph.check(told)] == [("", None)]


def rewrite(value: Any, change: Callable[[Words], Words]) -> Any:
    """Return a view with each of its texts changed."""
    if isinstance(value, Words):
        return change(value)
    if isinstance(value, tuple):
        return tuple(rewrite(each, change) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: rewrite(getattr(value, f.name), change)
                                 for f in fields(value) if f.init})  # fmt: skip
    return value


def lengthen(chosen: set[str], each: Words) -> Words:
    """Return a text, an unbreakable one where its path is chosen."""
    return Words((Run(LONG),), each.path) if each.path in chosen else each


def batches(paths: list[str], entries: list[str]) -> list[set[str]]:
    """Part the scalars so that no two of one entry are tried in one build.

    What belongs to no entry (the meaning of a mark) is tried alone.
    """
    by_entry: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        holding = [e for e in entries if path == e or path.startswith(f"{e}/")]
        by_entry[max(holding, key=len, default="")].append(path)
    alone = [{path} for path in by_entry.pop("", [])]
    most = max(map(len, by_entry.values()))
    return [{g[i] for g in by_entry.values() if i < len(g)} for i in range(most)] + alone


@pytest.mark.tex
@pytest.mark.parametrize("name", OURS)
def test_an_unbreakable_word_is_reported_at_its_scalar(name: str) -> None:
    document = source.read((CASES / "hard.yaml").read_bytes(), "hard.yaml")
    settings = read(document, Wishes(today="2026-01-15"))
    look = theme.find(name, CASES)
    page = dressed(view.build(document, settings, look.layout))
    paths = list(dict.fromkeys(each.path for each in page.words() if each.path))
    assert len(paths) > 200
    lines = render.body(page, look).split("\n")
    entries = [line.removeprefix("%cv ") for line in lines if line.startswith("%cv ")]
    wrong = []
    for chosen in batches(paths, entries):
        long = rewrite(page, partial(lengthen, chosen))
        body = render.body(long, look)
        compiled = embedded.open(theme.stationery(look, page.design.font)).press(body)
        assert compiled.pdf
        after = pressing.after(document, long, compiled, partial(render.entry_at, body))
        told = {problem.path for problem in overfull_line.check(after)}
        wrong += [(path, "not told") for path in chosen - told]
        wrong += [(path, "not long") for path in told - chosen]
    assert wrong == []

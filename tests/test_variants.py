"""Variants: what each leaves out, picks and changes; what it keeps private."""

from __future__ import annotations

from pathlib import Path

import pytest
from calls import Called
from calls import process as run
from need import need

from cvpress import printed, source, variants, view
from cvpress.errors import UsageError
from cvpress.printed.model import Printed
from cvpress.schema.fields import sections
from cvpress.settings import Wishes, read
from cvpress.source.document import Document
from cvpress.view.model import View

CV = """
person: {name: Ada Example, headline: Historian, phone: +32 16 55 01 00, location: Leuven}
sections:
  - title: About
    id: me
    text: A first line.
  - title: Posts
    experience:
      - organization: Acme
        highlights:
          - Led a team.
          - {text: Wrote a book., tags: [long]}
      - {organization: Bolt, tags: [industry]}
      - {organization: Cord, tags: [industry, private]}
  - title: Works
    sections:
      - {title: Books, id: books, tags: [long], bullets: [Salt Roads.]}
      - {title: Papers, bullets: [Salt again.]}
  - title: References
    text: On request.
    tags: [private]
    references: [{name: Bo Muster, email: bo@example.org, phone: +32 16 99 88 77}]
design: {theme: classic, font_size: 11}
variants:
  whole: {}
  public: {exclude_tags: [private], hide: [phone]}
  industry: {include_tags: [industry], sections: [posts, me], person: {headline: Engineer}}
  books: {sections: [books]}
  small: {design: {font_size: 9}, max_pages: 1}
"""


@pytest.fixture
def document() -> Document:
    return source.read(CV.encode(), "cv.yaml")


def read_pdf(path: Path) -> Printed:
    """Read back a PDF."""
    return printed.read(path.read_bytes())


def page(document: Document, name: str) -> View:
    """Lay out a variant."""
    return view.build(variants.select(document, name), read(document, Wishes(today="2026-01-15")))


def words(document: Document, name: str) -> list[str]:
    """Return what a variant prints."""
    return [one.plain for one in page(document, name).words()]


def titles(document: Document, name: str) -> list[str]:
    """Return the titles of a variant's sections, in order."""
    return [one.title for one in sections(variants.select(document, name)) if not one.parent]


def test_a_variant_that_says_nothing_prints_all(document: Document) -> None:
    assert words(document, "whole") == words(document, "")
    assert len(words(document, "")) > 15


def test_what_carries_an_excluded_tag_is_out_and_hidden_fields_too(document: Document) -> None:
    kept = words(document, "public")
    assert titles(document, "public") == ["About", "Posts", "Works"]
    assert {"Cord", "+32 16 55 01 00", "Bo Muster", "On request."}.isdisjoint(kept)
    assert {"Bolt", "Wrote a book.", "Leuven"} <= set(kept)


def test_tags_taken_in_keep_what_has_none(document: Document) -> None:
    kept = words(document, "industry")
    assert titles(document, "industry") == ["Posts", "About"]
    assert {"Acme", "Bolt", "Cord", "Engineer"} <= set(kept)
    assert {"Wrote a book.", "Historian"}.isdisjoint(kept)


def test_a_section_that_loses_all_entries_loses_its_title(document: Document) -> None:
    cut = document.text.replace("exclude_tags: [private], hide", "exclude_tags: [long], hide")
    assert "Books" not in words(source.read(cut.encode(), "cv.yaml"), "public")
    only = CV.replace("tags: [private]\n    references: [{", "references: [{tags: [private], ")
    again = source.read(only.encode(), "cv.yaml")
    assert titles(again, "public") == ["About", "Posts", "Works"]
    assert "On request." not in words(again, "public")


def test_a_subsection_with_an_id_can_be_called(document: Document) -> None:
    assert words(document, "books")[-2:] == ["Books", "Salt Roads."]


def test_settings_of_a_variant_win_over_the_design(document: Document) -> None:
    small, whole = page(document, "small").design, page(document, "whole").design
    assert (small.font_size, small.max_pages, small.theme) == (9, 1, "classic")
    assert (whole.font_size, whole.max_pages) == (11, 0)


def test_values_keep_their_places(document: Document) -> None:
    kept = variants.select(document, "industry")
    headline = kept.node("/person/headline")
    assert headline is not None
    assert headline.path == "/variants/industry/person/headline"
    assert all(
        document.nodes[node.path].start == node.start
        for node in kept.nodes.values()
        if node.path not in ("", "/design")
    )


def test_what_is_private(document: Document) -> None:
    found = [(one.field, one.text) for one in variants.private(document, "public")]
    assert ("phone", "+32 16 55 01 00") in found
    assert ("", "bo@example.org") in found
    assert ("", "Cord") in found
    assert variants.private(document, "industry") == ()


def test_a_name_that_is_not_there(document: Document) -> None:
    with pytest.raises(UsageError, match="has no variant publik") as told:
        variants.select(document, "publik")
    assert "Did you mean public?" in str(told.value)


@pytest.mark.tex
def test_all_variants_are_built_and_one_leaks(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(CV.replace("A first line.", "Call 016 550100."))
    done = run("build", "--variant", "all", cwd=tmp_path)
    assert done.code == 4
    assert {path.name for path in (tmp_path / "build").iterdir()} == {
        "cv.whole.pdf",
        "cv.public.unproved.pdf",
        "cv.industry.pdf",
        "cv.books.pdf",
        "cv.small.pdf",
    }
    assert done.out.count("private-field-leaks") == 1
    proved = run("prove", "build/cv.books.pdf", "--variant", "books", cwd=tmp_path)
    assert proved.code == 0


def test_no_variants_and_two_of_one_name(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text("person: {name: A}\nsections: [{title: B, text: C.}]\n")
    done = run("build", "--variant", "all", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "has no variants" in done.err


# Private fields from a file that is not in git

BASE = "person: {name: Ada Example, phone: +32 16 55 01 00}\nsections: [{title: B, text: C.}]\n"


def overlaid(folder: Path, private: str, *more: str) -> Called:
    """Build a CV with an overlay."""
    (folder / "cv.yaml").write_text(BASE)
    (folder / "private.yaml").write_text(private)
    return run("build", "--overlay", "private.yaml", *more, cwd=folder)


@pytest.mark.tex
def test_private_fields_are_printed(tmp_path: Path) -> None:
    done = overlaid(tmp_path, "person: {phone: +32 470 12 34 56, email: ada@example.org}\n")
    assert (done.code, done.err) == (0, "")
    text = " ".join(page.text for page in read_pdf(tmp_path / "build" / "cv.pdf").pages)
    assert "470 12 34 56" in text
    assert "ada@example.org" in text
    assert "55 01 00" not in text


@pytest.mark.tex
def test_a_pdf_with_a_private_phone_is_proved_without_it(tmp_path: Path) -> None:
    (tmp_path / "short.yaml").write_text(BASE.replace(", phone: +32 16 55 01 00", ""))
    overlaid(tmp_path, "person: {phone: +32 470 12 34 56}\n", "short.yaml")
    done = run("prove", "build/short.pdf", "--source", "short.yaml", cwd=tmp_path)
    assert (done.code, done.out.split("\n")[0]) == (0, "no findings")


def test_an_overlay_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(BASE)
    done = run("build", "--overlay", "nope.yaml", cwd=tmp_path)
    said = "nope.yaml does not exist. Name a file with private fields of the person."
    assert (done.code, done.err) == (2, f"cvpress: {said}\n")


@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_what_is_wrong_with_them_is_told_without_them(tmp_path: Path, format: str) -> None:
    private = "person: {email: adaexample.org, fone: secret12, orcid: 0000-0002-1825-0098}\n"
    done = overlaid(tmp_path, private, "--format", format)
    assert done.code == 1
    for id in ("email-malformed", "unknown-key", "orcid-checksum"):
        assert id in done.out
    for value in ("adaexample", "secret12", "1825"):
        assert value not in done.out + done.err


@pytest.mark.tex
@pytest.mark.parametrize("format", ["text", "json", "github", "sarif", "junit"])
def test_not_one_letter_of_them_is_told(tmp_path: Path, format: str) -> None:
    done = overlaid(tmp_path, "person: {location: Leuven 𓀀}\n", "--format", format)
    assert done.code == 1
    assert "missing-glyph" in done.out
    assert "private.yaml" in done.out
    for told in ("𓀀", "\\ud80c", "&#77824;", "HIEROGLYPH"):
        assert told not in done.out + done.err


@pytest.mark.tex
def test_why_an_engine_was_taken_tells_no_letter_of_them(tmp_path: Path) -> None:
    need("xelatex")
    done = overlaid(tmp_path, "person: {location: Leuven 鬱}\n")
    assert (done.code, "can't print a private letter" in done.out) == (0, True)
    assert not [told for told in ("鬱", "9B31") if told in done.out + done.err]


@pytest.mark.tex
@pytest.mark.parametrize("engine", ["embedded", "latexmk", "tectonic"])
def test_tex_does_not_tell_a_letter_either(tmp_path: Path, engine: str) -> None:
    need({"embedded": "sh"}.get(engine, engine))
    (tmp_path / "loud.yaml").write_text(BASE + "checks: {ignore: [missing-glyph]}\n")
    done = overlaid(tmp_path, "person: {location: 𓀀}\n", "loud.yaml", "--engine", engine)
    assert done.code == 3
    assert "letter of private.yaml" in done.out
    for told in ("𓀀", "13000", "HIEROGLYPH"):
        assert told not in done.out + done.err


@pytest.mark.tex
def test_a_proof_tells_no_piece_of_them(tmp_path: Path) -> None:
    address = f"https://example.org/hidden/{'x' * 150}/more"
    done = overlaid(tmp_path, f"person: {{website: {address}}}\n", "--strict")
    assert "[private]" in done.out
    assert "xxx" not in done.out + done.err


@pytest.mark.tex
def test_a_proof_does_not_repeat_them(tmp_path: Path) -> None:
    wide = "Rue" + "x" * 150
    done = overlaid(tmp_path, f"person: {{location: {wide}}}\n", "--strict")
    assert "overfull-line" in done.out
    assert "Ruexx" not in done.out + done.err


def test_an_overlay_holds_the_person_alone(tmp_path: Path) -> None:
    done = overlaid(tmp_path, "design: {theme: compact}\n")
    assert (done.code, done.out) == (2, "")
    assert "may hold fields of the person alone" in done.err

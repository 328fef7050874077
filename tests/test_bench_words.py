"""The evaluation of the proofreader: its text, its slips and its arithmetic."""

from __future__ import annotations

import re
from random import Random

import pytest
import yaml

from bench.words import cvs, evaluate, material, measure, plant, table
from bench.words.figures import Clean, Fault, Flag, Outcome, Slips, per_thousand, share
from bench.words.material import AUTHORS
from bench.words.slips import KINDS, neighbours, slip
from cvpress import source
from cvpress.rules import load
from cvpress.schema.fields import texts


@pytest.fixture(scope="module")
def made() -> dict[material.Part, list[cvs.Cv]]:
    return {part: cvs.generate(part, 3) for part in material.PARTS}


def test_the_same_seed_gives_the_same_text(made: dict[material.Part, list[cvs.Cv]]) -> None:
    assert [cv.text for cv in cvs.generate("dev", 3)] == [cv.text for cv in made["dev"]]
    assert [cv.text for cv in cvs.generate("dev", 4)] != [cv.text for cv in made["dev"]]


def test_every_field_in_two_spellings(made: dict[material.Part, list[cvs.Cv]]) -> None:
    fields = {part: {cv.field for cv in some} for part, some in made.items()}
    assert {part: len(some) for part, some in fields.items()} == {
        "dev": 10,
        "unseen": 10,
        "dev2": 16,
        "unseen2": 16,
        "dev3": 16,
        "unseen3": 16,
        "dev4": 16,
        "unseen4": 16,
    }
    assert all(fields[one] == fields[other] for one, other in material.AUTHORS.values())
    assert fields["dev2"] > fields["dev"]
    assert fields["dev3"].isdisjoint(fields["dev4"])
    for some in made.values():
        assert len({cv.name for cv in some}) == len(some) == 2 * len({cv.field for cv in some})


def test_parts_share_no_line_of_the_material() -> None:
    parts: dict[tuple[str, str], set[material.Part]] = {}
    for author, part in ((author, part) for author, both in AUTHORS.items() for part in both):
        pools = [field.pools for field in material.fields(part)]
        for some in [*pools, material.names(part), material.faults(part)]:
            for head, items in some.items():
                for item in items:
                    parts.setdefault((author, material.key(head, item)), set()).add(part)
    assert len(parts) > 9000
    assert [words for words, found in parts.items() if len(found) > 1] == []


def test_all_authors_know_the_same_kinds_of_sections() -> None:
    kinds = [set(material.headings(part)) for part in material.SHOWN]
    assert len(kinds) == 4
    assert all(some == kinds[0] for some in kinds)


def test_parts_share_no_sentence_and_no_name(made: dict[material.Part, list[cvs.Cv]]) -> None:
    said: dict[material.Part, set[str]] = {}
    for part, some in made.items():
        said[part] = set()
        for cv in some:
            for field in texts(source.read(cv.text.encode(), cv.name)):
                long = field.role == "prose" and len(field.scalar.text.split()) > 3
                if long or (field.role in ("person", "organization") and field.key != "issuer"):
                    said[part].add(field.scalar.text.rstrip("."))
    assert min(map(len, said.values())) > 400
    for one, other in AUTHORS.values():
        assert _but_bodies_of_many(said[one] & said[other]) == [], (one, other)


def _but_bodies_of_many(shared: set[str]) -> list[str]:
    """Return what is shared, but for bodies that give something to many: funders, events."""
    giving = {
        item[1]
        for part in material.PARTS
        for field in material.fields(part)
        for head in ("talks", "grants", "service", "awards", "certificates", "publications")
        for item in field.pools.get(head, [])
    }
    departments = {
        item[3]
        for part in material.PARTS
        for field in material.fields(part)
        for item in field.pools.get("posts", [])
        if len(item) > 3
    }
    return sorted(shared - giving - departments)


def test_every_cv_is_right_but_for_words(made: dict[material.Part, list[cvs.Cv]]) -> None:
    family = {rule.id: rule.family for rule in load("checks")}
    wrong = [
        (cv.name, one.id)
        for some in made.values()
        for cv in some
        for one in measure.judged(source.read(cv.text.encode(), cv.name))
        if one.severity == "error" and family[one.id] != "words"
    ]
    assert wrong == []


def test_what_was_dealt_out_is_not_dealt_twice(made: dict[material.Part, list[cvs.Cv]]) -> None:
    bullets = [
        bullet.rstrip(".")
        for some in made.values()
        for cv in some
        for bullet in re.findall(r"^ +- ([A-Z].{40,})$", cv.text, re.MULTILINE)
    ]
    assert len(bullets) > 300
    assert len(set(bullets)) == len(bullets)


def test_material_is_plenty(made: dict[material.Part, list[cvs.Cv]]) -> None:
    for part, some in made.items():
        for field in material.fields(part):
            assert set(field.pools) >= {"headline", "profile", "posts", "earlier", "now", "then"}
        words = [
            len(re.findall(r"[^\W\d_][\w'’-]*", field.scalar.text))
            for cv in some
            for field in texts(source.read(cv.text.encode(), cv.name))
        ]
        assert sum(words) >= (10_000 if part.endswith("2") else 9_500), part


def test_braces_are_two_spellings() -> None:
    assert material.spelled("the {colour|color} of {grey|gray}", "gb") == "the colour of grey"
    assert material.spelled("the {colour|color} of {grey|gray}", "us") == "the color of gray"


def test_empty_columns_stay(tmp_path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("# said\n[papers]\nSalt | Nature | 7 | | 1–2\n", encoding="utf-8")
    assert material.read(path).pools == {"papers": [("Salt", "Nature", "7", "", "1–2")]}


@pytest.mark.parametrize("text", ["a line\n", "[now]\nLead\nLead\n"])
def test_material_in_no_list_or_twice_is_refused(tmp_path, text: str) -> None:
    path = tmp_path / "x.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="stands"):
        material.read(path)


def test_slips_differ_from_the_word_and_keep_its_case() -> None:
    random = Random(5)
    kinds = set()
    for _ in range(3000):
        for word in ("hydraulic", "Manager", "of"):
            wrong, kind = slip(word, random)
            kinds.add(kind)
            assert wrong.lower() != word.lower()
            assert wrong[0].isupper() == word[0].isupper()
            assert wrong[1:].islower()
            assert abs(len(wrong) - len(word)) <= 2
    assert kinds == {*KINDS, "two slips"}


def test_slips_have_the_shares_of_the_model() -> None:
    random = Random(6)
    made = [slip("administrations", random)[1] for _ in range(4000)]
    whole = sum(KINDS.values())
    for kind, wanted in KINDS.items():
        assert abs(share(made.count(kind), len(made)) - 95 * wanted / whole) < 3, kind
    assert 3 < share(made.count("two slips"), len(made)) < 7


def test_keys_have_their_neighbours() -> None:
    assert set(neighbours("s")) == set("adwezx")
    assert set(neighbours("p")) == set("ol")
    assert neighbours("é") == ""


def test_planted_slips_make_no_word(
    made: dict[material.Part, list[cvs.Cv]],
) -> None:
    dictionary = measure.Dictionary()
    slips = measure.slips(made["dev"][:2], 3, dictionary)
    assert len(slips.outcomes) > 40
    for one in slips.outcomes:
        wrong, right = one.word.split(" | ")
        assert wrong not in dictionary
        assert wrong != right


def test_a_slip_is_found_where_it_stands() -> None:
    cv = plant._post(["Led the spring survey of moths"])
    text = cvs.dump(cv)
    dictionary = measure.Dictionary()
    known = measure.spots(source.read(text.encode(), "cv"), dictionary)
    found = {spot.word: spot.place for spot in known}
    assert found["Led"] == "first word"
    assert found["Officer"] == "Title Case"
    assert found["Works"] == "name of a body"
    assert found["survey"] == "lower case"
    assert "Ada" not in found


def test_without_any_dictionary_our_own_list_is_asked(tmp_path) -> None:
    dictionary = measure.Dictionary((tmp_path / "none",))
    assert dictionary.names == ["our own list"]
    assert "survey" in dictionary
    assert "Survey" in dictionary
    assert "survye" not in dictionary


def test_planting_changes_one_place() -> None:
    data = {"a": [{"b": "the old mill"}], "c": "mill"}
    plant.at(data, "/a/0/b", 4, "old", "odl")
    assert data == {"a": [{"b": "the odl mill"}], "c": "mill"}


def test_planted_faults_differ_in_a_single_bullet_or_stop() -> None:
    for id, wrong, right in plant.pairs("dev", 3):
        bullets = [plant._bullets(one) for one in (wrong, right)]
        pairs = list(zip(*bullets, strict=True))
        assert sum(a != b for a, b in pairs) == 1, id


def test_a_fault_is_judged_against_its_right_form(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {
        "repeated-word": [("Kept the the bees", "Kept the bees"), ("Kept bees", "Kept a a bee")]
    }
    monkeypatch.setattr(plant, "faults", lambda _: rows)
    monkeypatch.setattr(plant, "_clean", lambda _: ["Led the survey of of moths"] * 6)
    monkeypatch.setattr(plant, "_CHANGES", {})
    fault = measure.faults("dev", 3)["repeated-word"]
    assert (fault.planted, fault.found, fault.cried_wolf) == (2, 1, 1)
    assert fault.wrongly_judged == ["missed | Kept bees", "cried wolf | Kept a a bee"]


def test_arithmetic_of_slips() -> None:
    slips = Slips(
        [
            Outcome("lower case", "omission", "teh | the", "error", 1),
            Outcome("lower case", "insertion", "rown | brown", "warning", 4),
            Outcome("Title Case", "omission", "Chif | Chief", None, listed=True),
            Outcome("Title Case", "omission", "Chfe | Chief", "warning", 0),
        ],
        escaped=2,
    )
    assert (slips.found, slips.told_at("error"), slips.first(1), slips.first(5)) == (3, 1, 1, 2)
    assert slips.data()["recall"] == 75
    assert slips.of(place="Title Case").data()["recall"] == 50
    assert len(slips.of(kind="omission").outcomes) == 3
    assert slips.unlisted.data()["recall"] == 100


def test_arithmetic_of_clean_text() -> None:
    clean = Clean()
    clean.words.update({"nurse": 400, "chef": 100})
    clean.flags = [
        Flag("nurse", "misspelling", "error", "words", on=True),
        Flag("nurse", "unknown-word", "warning", "words", on=True),
        Flag("chef", "unknown-name", "info", "words", on=False),
        Flag("chef", "date-gap", "warning", "dates", on=True),
    ]
    assert clean.rate() == 4
    assert clean.rate(severity="error") == 2
    assert clean.rate("nurse") == 5
    assert clean.rate("chef") == 0
    assert clean.by_id()["unknown-name"] == {"info": 1}
    assert per_thousand(3, 0) == share(1, 0) == 0


def test_the_page_fits_80_columns() -> None:
    clean = Clean()
    clean.words["civil-engineer"] = 12345
    clean.flags = [Flag("civil-engineer", "misspelling", "error", "words", on=True)]
    slips = Slips([Outcome("name of a body", "omission", "a | b", "error", 1)])
    page = table.page(["dev"], clean, slips, {"repeated-word": Fault(3, 2, 1), "no-such": Fault(1)})
    assert max(map(len, page.splitlines())) <= 80
    row = next(line for line in page.splitlines() if "repeated-word" in line)
    assert row.split() == ["repeated-word", "3", "2", "67", "1"]
    assert "no such check" in page


@pytest.mark.parametrize("part", ["unseen", "unseen2", "unseen3", "unseen4"])
def test_flags_of_the_unseen_parts_are_not_shown(
    tmp_path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], part: str
) -> None:
    flags = tmp_path / "flags"
    monkeypatch.setattr("sys.argv", ["evaluate.py", "--part", part, "--flags", str(flags)])
    with pytest.raises(SystemExit):
        evaluate.main()
    assert "only counted" in capsys.readouterr().err
    assert not flags.exists()


def test_text_is_yaml_as_others_read_it(made: dict[material.Part, list[cvs.Cv]]) -> None:
    for cv in (cv for some in made.values() for cv in some):
        assert yaml.safe_load(cv.text) == cv.data, cv.name

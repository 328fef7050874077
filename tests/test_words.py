"""English words: tables, slips, suggestions, tokens, names."""

from __future__ import annotations

import hashlib
import itertools
import re
import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvpress import resources
from cvpress.words import lookup, told
from cvpress.words.casing import miscased
from cvpress.words.near import distance, is_slip, one_slip, slips, two_slips
from cvpress.words.nearest import far_off, strange, two_away
from cvpress.words.spelling import Slip, judge
from cvpress.words.suggest import certain, cost, like, ranked, suggest
from cvpress.words.text import Text
from cvpress.words.twice import repeated
from cvpress.words.two_ways import bodies, capitals, people

BUILT = (
    *("words.txt", "rare.txt", "common.txt", "terms.txt", "casing.txt", "bodies.txt"),
    *("names.txt", "trigrams.txt", "seen.txt", "pairs.txt"),
)
NOTHING: frozenset[str] = frozenset()


def parts(name: str) -> tuple[list[str], str]:
    """Return the head lines of a table, and the rest."""
    text = resources.data(name).read_text(encoding="utf-8")
    head = re.match(r"(?:# .*\n)*", text)
    assert head is not None
    return head.group().splitlines(), text[head.end() :]


def entries(name: str) -> list[str]:
    return parts(name)[1].splitlines()


@pytest.mark.parametrize("name", BUILT)
def test_table_is_what_its_head_says(name: str) -> None:
    head, body = parts(name)
    found = re.fullmatch(r"# (\d+) entries, sha256 (\w{64})", head[-1])
    assert found is not None
    assert int(found[1]) == body.count("\n") > 300
    assert found[2] == hashlib.sha256(body.encode()).hexdigest()


@pytest.mark.parametrize("name", [*BUILT, "known.txt"])
def test_table_is_sorted_and_without_doubles(name: str) -> None:
    rows = [row.encode() for row in entries(name)]
    assert rows == sorted(set(rows))


def test_every_misspelling_is_wrong_and_every_cure_right() -> None:
    for wrong, cure in lookup.misspellings().items():
        assert wrong.islower()
        assert lookup.level(wrong) is None, wrong
        assert wrong not in lookup.terms()
        for word in re.findall(r"[^\W\d_]+", cure):
            assert lookup.level(word) is not None, cure


def test_tables_together_stay_small() -> None:
    names = (*BUILT, "known.txt")
    assert sum(resources.data(name).stat().st_size for name in names) < 7_700_000


def test_the_licences_lie_beside_the_tables() -> None:
    scowl = resources.data("SCOWL-LICENSE.txt").read_text(encoding="utf-8")
    assert "Copyright 2000-2011 by Kevin Atkinson" in scowl
    assert "MIT" in resources.data("CSPELL-LICENSE.txt").read_text(encoding="utf-8")
    wordnet = resources.data("WORDNET-LICENSE.txt").read_text(encoding="utf-8")
    assert "Princeton University" in wordnet


def test_every_word_is_found_by_bisection() -> None:
    rows = entries("words.txt")
    table = lookup.Sorted("words.txt")
    for row in [*rows[::97], rows[0], rows[-1]]:
        word, _, value = row.partition("\t")
        assert table.get(word) == value
        assert table.get(word + "qqq") is None
    for missing in ("", "#", " ", "zzzzzz", "éééé", "\x00"):
        assert table.get(missing) is None


def test_keys_between() -> None:
    found = lookup.Sorted("words.txt").keys("zy", "zyl")
    assert "zygote" in found
    assert all(word.startswith("zy") for word in found)
    assert set(found) <= lookup.beginning("z")


@pytest.mark.parametrize(
    ("word", "level"),
    [("the", 0), ("colour", 0), ("Paris", 0), ("Aaron", 1), ("AARON", 1), ("paris", None),
     ("heterogenous", None), ("programing", None), ("teh", None), ("don't", 0)],
)  # fmt: skip
def test_level(word: str, level: int | None) -> None:
    assert lookup.level(word) == level


def test_rare_words_hide_no_slip() -> None:
    assert lookup.rare("vasopressors")
    used = {w for w in lookup.common() if w.islower() and (lookup.size(w) or 9) <= 2}
    for word in entries("rare.txt")[::50]:
        assert not one_slip(word, used), word


def test_rare_short_words_that_are_slips_in_cvs_are_no_words() -> None:
    assert lookup.level("eduction") is None
    assert lookup.level("ane") is None
    assert lookup.level("linter") is not None


@pytest.mark.parametrize(
    ("word", "size"), [("managed", 0), ("the", 0), ("swim", 2), ("xylophone", 3), ("zzz", None)]
)
def test_size(word: str, size: int | None) -> None:
    assert lookup.size(word) == size


def test_what_others_write() -> None:
    assert lookup.seen("stad") == "s"  # may be a slip in stand
    assert lookup.seen("hoverflies") is None  # near no word of ours
    assert lookup.seen("management") is None
    assert lookup.seen("gabuge") is None


def test_pairs_of_words() -> None:
    assert "aviv" in lookup.followers("tel")
    assert "tool" in lookup.followers("machine")
    assert "safety" in lookup.followers("health&")
    assert "of" not in lookup.followers("university")
    assert lookup.followers("zyzzogeton") == {""}


def test_a_slip_made_twice_is_no_name() -> None:
    texts = [Text("Site Safety Taining", "title"), Text("Fire Taining", "title")]
    assert [slip.word for slip in judge(texts, NOTHING)] == ["Taining", "Taining"]
    texts = [Text("Plater's Mate", "title"), Text("Chief Plater", "title")]
    assert [slip.kind for slip in judge(texts, NOTHING) if slip.kind != "unknown-name"] == []


def test_names_are_no_words() -> None:
    assert lookup.name("willem")
    assert not lookup.name("management")
    assert not lookup.name("univeristy")


@pytest.mark.parametrize(
    ("word", "is_strange"), [("trck", True), ("wnes", True), ("holter", False), ("kowalski", False)]
)
def test_strange_letters(word: str, is_strange: bool) -> None:
    assert strange(word) is is_strange


words = st.text("abcd", min_size=1, max_size=6)


@given(words, words)
@settings(max_examples=300, derandomize=True)
def test_is_slip_is_what_slips_makes(one: str, other: str) -> None:
    assert is_slip(one, other) == (other in set(slips(one)) and one != other)
    assert is_slip(one, other) == is_slip(other, one)


@given(words, words)
@settings(max_examples=200, derandomize=True)
def test_distance_is_a_distance(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other, 9) <= max(len(one), len(other))
    assert distance(one, other, 1) in (min(distance(one, other, 9), 2), 2)


@given(st.text(string.ascii_lowercase, min_size=1, max_size=8))
@settings(max_examples=50, derandomize=True)
def test_typing_a_word_right_costs_nothing(word: str) -> None:
    assert cost(word, word) == 0


def test_slips_near_and_far() -> None:
    assert one_slip("orchestrtaed", lookup.common()) == ("orchestrated",)
    assert "supervisor" in one_slip("supersivor", lookup.common())
    assert two_slips("experianse") == ("experience",)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("recieve", "receive"), ("teh", "the"), ("managment", "management"), ("enginere", "engineer"),
     ("vizualise", "visualise"), ("Hospitl", "hospital"), ("publicatoin", "publication")],
)  # fmt: skip
def test_suggest(wrong: str, meant: str) -> None:
    assert suggest(wrong)[0] == meant
    assert len(suggest(wrong, count=2)) <= 2


def test_ranked_prefers_common_words_and_usual_slips() -> None:
    assert ranked("hosue", ["hoes", "house"])[0] == "house"


def test_capitals_are_kept() -> None:
    assert like("Managment", "management") == "Management"
    assert like("MANAGMENT", "management") == "MANAGEMENT"
    assert like("managment", "management") == "management"
    assert like("englsh", "English") == "English"


def test_only_a_cure_of_the_same_letters_is_certain() -> None:
    assert certain("managment", ["management"])
    assert not certain("boronic", ["moronic"])
    assert not certain("managment", ["management", "managements"])


def tokens(reading: str) -> list[str]:
    return [token.word for token in Text(reading, "prose").tokens]


def test_tokens_are_words_alone() -> None:
    text = (
        "See https://x.example/wrod, a@wrod.example, @wrod, main.py, GEM5, v2.1, ~/wrod/x: good’s"
    )
    assert "wrod" not in tokens(text)
    assert "gem" not in [word.lower() for word in tokens(text)]
    assert tokens(text)[-1] == "good"
    assert tokens("'Tis so 'til ‘tis’") == ["so", "tis"]
    assert tokens("Cafe\u0301 naïve") == ["Cafe\u0301", "naïve"]


def test_a_token_stands_where_it_says() -> None:
    text = Text("The nurse's co-workers", "prose")
    for token in text.tokens:
        assert text.reading[token.start : token.end] == token.word
    assert [token.hyphenated for token in text.tokens] == [False, False, True, True]


@pytest.mark.parametrize(
    ("reading", "opens"),
    [("Led", True), ("A lab. Led", True), ("With Prof. Led", False), ("by J. Led", False),
     ("(“Led", True), ("A Led", False)],
)  # fmt: skip
def test_opens(reading: str, opens: bool) -> None:
    assert Text(reading, "prose").opens(reading.index("Led")) is opens


def test_told_names() -> None:
    names = told.names(
        [
            Text("Baris Kasikci", "person"),
            Text("KU Leuven", "organization"),
            Text(
                "With Zorblatt and Dr. Ada Quux, then R. Fnord; not Managment, by Managment",
                "prose",
            ),
            Text("Grelb alone", "prose"),
        ]
    )
    assert {"Baris", "Kasikci", "Leuven", "Zorblatt", "Ada", "Quux", "Fnord"} <= names
    assert not names & {"Grelb", "Managment", "alone"}


def said(reading: str, role: str = "prose", allowed: frozenset[str] = NOTHING) -> list[Slip]:
    return list(judge([Text(reading, role)], allowed))


@pytest.mark.parametrize(
    ("reading", "role", "word", "kind"),
    [
        ("Led the orchestrtaed rollout.", "prose", "orchestrtaed", "misspelling"),
        ("Orchestrtaed a rollout.", "prose", "Orchestrtaed", "misspelling"),
        ("Teh lab", "title", "Teh", "unknown-word"),
        ("Univeristy of Leeds", "organization", "Univeristy", "misspelling"),
        ("Depatrment of Physics", "organization", "Depatrment", "misspelling"),
        ("Tsinghua Univeristy", "organization", "Univeristy", "misspelling"),
        ("Zorblatt Univeristy", "organization", "Univeristy", "misspelling"),
        ("Stanford Univercity", "organization", "Univercity", "misspelling"),
        ("Hospitol", "organization", "Hospitol", "misspelling"),
        ("Hospitol Frantzén", "organization", "Hospitol", "misspelling"),
        ("Shangai, China", "place", "Shangai", "misspelling"),
        ("Supersivor", "label", "Supersivor", "misspelling"),
        ("WORK EXPERINCE", "title", "EXPERINCE", "misspelling"),
        ("Taught english.", "prose", "english", "unknown-word"),
        ("Made a gravurre.", "prose", "gravurre", "unknown-word"),
        ("Made a flumboxer.", "prose", "flumboxer", "unknown-name"),
        ("Appear in te county court", "prose", "te", "unknown-word"),
        ("Heard ane judges", "prose", "ane", "unknown-word"),
        ("Nrse Practitioner", "ordinary", "Nrse", "unknown-word"),
        ("Eduction Director", "ordinary", "Eduction", "misspelling"),
        ("Coinference Presentations", "ordinary", "Coinference", "misspelling"),
        ("Near Eastern Studdies", "ordinary", "Studdies", "misspelling"),
        ("Patients with Preserveed Ejection Fraction", "title", "Preserveed", "misspelling"),
        ("City & Guilds Lvel 3", "title", "Lvel", "unknown-word"),
        ("Filed suits in the Bombay High Cuort.", "prose", "Cuort", "unknown-word"),
        ("Spoke Polsh at home.", "prose", "Polsh", "unknown-word"),
        ("Leverhulme Trst", "organization", "Trst", "unknown-word"),
        ("IKA Culinaryy Olympics", "organization", "Culinaryy", "misspelling"),
        ("Durham Uniersiy", "organization", "Uniersiy", "unknown-word"),
        ("Kept angioplastiess low", "prose", "angioplastiess", "unknown-word"),
        ("Saw gynaeological patients", "prose", "gynaeological", "unknown-word"),
        ("unreinforced mazonry", "prose", "mazonry", "unknown-word"),
        ("The zoronic acid", "prose", "zoronic", "unknown-word"),
        ("The Zyzzogeton line", "prose", "Zyzzogeton", "unknown-name"),
        ("Leeds Machine Tol", "organization", "Tol", "unknown-word"),
        ("World Wie Web Foundation", "organization", "Wie", "unknown-word"),
        ("Cran Operator and Slinger", "title", "Cran", "unknown-word"),
        ("Te Aviv University", "organization", "Te", "unknown-word"),
        ("Linked admissions to ai quality.", "prose", "ai", "unknown-word"),
        ("Sumer Intern", "title", "Sumer", "unknown-word"),
        ("Institut of Education", "organization", "Institut", "unknown-word"),
        ("Alexander von Humboldt Foundaiton", "organization", "Foundaiton", "misspelling"),
        ("Mater Misericordiae University Hspital", "organization", "Hspital", "misspelling"),
        ("Corby Steel Tufes", "organization", "Tufes", "unknown-word"),
        ("Enroled refugees in schools", "prose", "Enroled", "unknown-word"),
        ("Assesed children for dyslexia", "prose", "Assesed", "misspelling"),
        ("A biobank of Salmonella ana Shigella", "prose", "ana", "unknown-word"),
        ("Prepared the chors for Easter", "prose", "chors", "unknown-word"),
        ("Catalogued chedar and whey", "prose", "chedar", "unknown-word"),
        ("A tutor costable", "prose", "costable", "unknown-word"),
        ("Trained staff in de-escaation", "prose", "escaation", "misspelling"),
    ],
)
def test_slip(reading: str, role: str, word: str, kind: str) -> None:
    found = said(reading, role)
    assert [(slip.word, slip.kind) for slip in found] == [(word, kind)]
    assert reading[found[0].start : found[0].end] == word


@pytest.mark.parametrize(
    ("reading", "role"),
    [
        ("The color of colour, organise and organize.", "prose"),
        ("Ran GPUs, APIs and the FHE schemes of BlockChain on CUDA.", "prose"),
        ("Die Salzstraßen des Mittelalters im Spiegel der Quellen", "title"),
        ("Histoire de la médecine au Moyen Âge", "title"),
        ("Managment Zorblatt", "person"),
        ("KU Leuven", "organization"),
        ("Drafted motions in limine, pro forma and ex parte, in quantum meruit.", "prose"),
        ("Intubated patients, bartended, and coded Likert scales.", "prose"),
        ("Galleri Nordlys", "organization"),
        ("Teater Grob", "organization"),
        ("Clinica Alemana", "organization"),
        ("Agence France-Presse", "organization"),
        ("Centrum Wiskunde & Informatica", "organization"),
        ("Matura", "title"),
        ("Laurea Magistrale", "title"),
        ("Diplom in Physik", "title"),
        ("Grado en Historia", "title"),
        ("Leuven", "place"),
        ("Escherichia coli and Puccinia striiformis", "title"),
        ("Nano-batching, co-locate, spatio-temporal, microbatching", "prose"),
        ("Maria de la Cruz Villafranca", "prose"),
        ("Phenotyped wheat with immunochemistry.", "prose"),
        ("我们 написал", "prose"),
        ("Hotell Norge", "organization"),
        ("Kaiser Permanente", "organization"),
        ("Scuola Normale Superiore", "organization"),
        ("Radca Prawny", "title"),
        ("Arts in opleiding", "ordinary"),
        ("Assegnista di ricerca", "ordinary"),
        ("Maestra auxiliar", "ordinary"),
        ("Ran a Cincinnati grinder and a Sunnen hone.", "prose"),
        ("Reported Holter recordings.", "prose"),
        ("Baked kouign-amann and pains au chocolat.", "prose"),
        ("Palletised castings, built windfarms and chargepoints, cut capex.", "prose"),
        ("Shared ranks pari passu, mutatis mutandis.", "prose"),
        ("Saw status epilepticus and ketoacidosis; gave tacrolimus 5 mg.", "prose"),
        ("Cooked makowiec with respect for robots.txt.", "prose"),
        ("Taught sixth-formers and five-year-olds.", "prose"),
        ("Candidate of Medicine (cand.med.)", "ordinary"),
        ("tinyraft", "organization"),
        ("The Leie", "prose"),
        ("Tel Aviv University", "organization"),
        ("Universität Zürich and Universidad de Chile", "organization"),
        ("Institut Pasteur", "organization"),
        ("Orient-Institut", "organization"),
        ("Foster carer of babies", "prose"),
        ("Leeds Teaching Hospitals", "organization"),
        ("Taught sixth-formers in a Great Danes club", "prose"),
        ("Econometrics", "label"),
        ("Marie Skłodowska-Curie Fellowship", "title"),
        ("Georgian", "title"),
        ("Databased 22,000 beetles, coauthored and de-escalated.", "prose"),
        ("café, résumé and naïve façades", "prose"),
    ],
)
def test_no_slip(reading: str, role: str) -> None:
    assert [slip for slip in said(reading, role) if slip.kind != "unknown-name"] == []


def test_a_long_text_of_no_english_is_read_fast() -> None:
    words = ["".join(letters) for letters in itertools.product("qxzjw", repeat=5)]
    begun = time.process_time()
    assert said(" ".join(words)) == []
    assert time.process_time() - begun < 1


def test_a_thousand_words_far_from_every_one_are_judged_fast() -> None:
    parts = re.findall("..", "bacedifogulamenipotrevimasozelor")
    strange = map("".join, itertools.product(parts, parts, parts))
    begun = time.process_time()
    far = [word for word in itertools.islice(strange, 1000) if not two_away(word) and far_off(word)]
    assert len(far) > 500
    assert time.process_time() - begun < 2  # 0.7; 4 where each word near is looked up by itself


def test_allowed_words_are_right_as_written() -> None:
    assert said("The flumboxer", allowed=frozenset({"flumboxer"})) == []
    assert said("Flumboxer", allowed=frozenset({"flumboxer"})) == []
    assert said("Made a managment.", allowed=frozenset({"managment"})) == []
    assert said("The flumboxer", allowed=frozenset({"Flumboxer"})) != []
    assert said("Zyzzogeton Quux", allowed=frozenset({"Quux Zyzzogeton"})) == []


def test_a_name_of_one_field_is_one_everywhere() -> None:
    texts = [Text("Prof. Stadlen Kitson", "person"), Text("Worked for Stadlen.", "prose")]
    assert judge(texts, NOTHING) == ()
    assert [slip.word for slip in judge(texts[1:], NOTHING)] == ["Stadlen"]


def miscasings(reading: str, role: str) -> list[tuple[str, str]]:
    return [(one.word, one.right) for one in miscased(Text(reading, role), NOTHING)]


@pytest.mark.parametrize(
    ("reading", "role", "found"),
    [
        ("Pytorch, vllm", "skill", [("Pytorch", "PyTorch"), ("vllm", "vLLM")]),
        ("a Pytorch-based tool", "prose", [("Pytorch", "PyTorch")]),
        ("Cutlass", "skill", [("Cutlass", "CUTLASS")]),
        ("Cutlass is quick; in Cutlass", "prose", [("Cutlass", "CUTLASS")]),
        ("a cutlass, cutlass", "skill", []),
        ("Github", "person", []),
        ("github.com/pytorch/x @github", "prose", []),
        ("MATPLOTLIB", "skill", [("MATPLOTLIB", "Matplotlib")]),
        ("SKILLS IN PYTORCH AND PROGRAMMING", "title", []),
    ],
)
def test_miscased(reading: str, role: str, found: list[tuple[str, str]]) -> None:
    assert miscasings(reading, role) == found


def test_allowed_words_keep_their_capitals() -> None:
    assert list(miscased(Text("Pytorch", "skill"), frozenset({"Pytorch"}))) == []


@pytest.mark.parametrize(
    ("reading", "second"),
    [("Led the the team", "the"), ("Managed managed it", "managed"), ("a\na b", "a")],
)
def test_repeated(reading: str, second: str) -> None:
    assert [reading[a:b] for _, a, b in repeated(Text(reading, "prose"))] == [second]


@pytest.mark.parametrize(
    "reading",
    ["all I had had", "Duran Duran", "Walla Walla", "logged in in May", "on on-call duty",
     "the\n\nthe next", "cha cha", "New York, New York", "10 10", "so so", "the theme"],
)  # fmt: skip
def test_not_repeated(reading: str) -> None:
    assert list(repeated(Text(reading, "prose"))) == []


def pairs(values: list[str]) -> list[tuple[str, str]]:
    return [(one.word, one.usual) for one in bodies(list(enumerate(values)))]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (["Efes Lab, Leeds", "Efes Lab. Leeds", "Efes Lab, Leeds"],
         [("Efes Lab. Leeds", "Efes Lab, Leeds")]),
        (["ETH Zürich", "ETH Zurich"], [("ETH Zurich", "ETH Zürich")]),
        (["Lingfeld Group", "Lingfield Group", "Lingfeld Group"],
         [("Lingfield Group", "Lingfeld Group")]),
        (["Lab 1, Leeds", "Lab 2, Leeds"], []),
        (["Text Company", "Test Company"], []),
        (["Company Alpha A", "Company Alpha B"], []),
        (["Leeds", "Leeds"], []),
        (["NeurIPS 2023", "NeurIPS 2024"], []),
    ],
)  # fmt: skip
def test_bodies_written_two_ways(values: list[str], found: list[tuple[str, str]]) -> None:
    assert pairs(values) == found


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Baris Kasikci", "B. Kasicki", "Baris Kasikci"], ["Kasicki"]),
        (["Prof. Kasikci", "Baris Kasikci", "Dr. Kasicki"], ["Kasicki"]),
        (["Jan Kowalski", "Anna Kowalska"], []),
        (["J. Kovalenko", "P. Kovalenka"], []),
        (["V. Andrassyn", "P. Andrasyn"], []),
        (["Hansen", "Hanson"], []),
        (["L. Zhao", "L. Zhau"], []),
    ],
)
def test_people_written_two_ways(names: list[str], found: list[str]) -> None:
    texts = [Text(name, "person") for name in names]
    assert [one.word for one in people(texts, told.names(texts))] == found


@pytest.mark.parametrize(
    ("readings", "found"),
    [
        (["BlockChain", "a blockchain", "Blockchain"], ["BlockChain"]),
        (["Blockchain", "a blockchain"], []),
        (["the IDEAL Lab", "an ideal lab"], []),
        (["GEMM on chips", "Gemm", "GEMM"], ["Gemm"]),
        (["K. de Boer", "DE"], []),
    ],
)
def test_capitals_two_ways(readings: list[str], found: list[str]) -> None:
    texts = [Text(reading, "prose") for reading in readings]
    assert [one.word for one in capitals(texts)] == found


@pytest.mark.parametrize("text", ["O(n²) and O(n³)", "H₂O, CO₂ and m³", "x⁻¹ ½ cup"])
def test_raised_and_lowered_digits_make_no_word(text: str) -> None:
    words = [token.word for token in Text(text, "prose").tokens]
    assert [word for word in words if word not in ("O", "and", "cup", "x")] == []


@pytest.mark.parametrize("word", ["niger", "brugges", "asess", "diks", "fck", "cok", "buger"])
def test_nothing_rude_is_offered(word: str) -> None:
    assert not set(suggest(word, 9)) & {"nigger", "buggers", "asses", "dicks", "fuck", "cock"}
    assert not {"bugger"} & set(ranked(word, one_slip(word, lookup.beginning(word[0]))))


def test_words_that_only_look_rude_are_offered() -> None:
    assert "titer" in suggest("tiiter")
    assert "cocktail" in suggest("cocktal")
    assert "assess" in suggest("asess")


def test_a_french_article_is_no_part_of_a_word() -> None:
    assert judge([Text("Made hors d'oeuvres, and an hors d’oeuvre.", "prose")], NOTHING) == ()


@pytest.mark.parametrize("part", ["a@", "a.", "a-", "~/a", "1a", "a@b.", "@.", "a/"])
def test_a_text_of_signs_is_read_fast(part: str) -> None:
    begun = time.process_time()
    text = Text(part * 5000, "prose")
    assert text.worded is not None
    assert text.uncoded is not None
    assert time.process_time() - begun < 2


def test_one_sign_of_another_script_hides_no_slip() -> None:
    assert [slip.word for slip in said("A Zoë 中 👩 frist line.")] == ["frist"]

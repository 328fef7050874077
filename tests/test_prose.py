"""The checks of prose beyond their manual pages: what fires, and above all what never may."""

from __future__ import annotations

import re
import time

import pytest
from one_check import fixed, problems, prose

from cvpress import resources
from cvpress.words import confused, lookup, nouns, slots, verbs
from cvpress.words.clauses import clauses
from cvpress.words.text import Text


def told(id: str, cv: dict[str, object]) -> list[str]:
    """Return what the carets stand under."""
    return [scalar.text[slice(*(problem.at or (0, 0)))] for problem, scalar in problems(id, cv)]


def post(*highlights: object, kind: str = "experience", **more: object) -> dict[str, object]:
    """A CV with one entry, a post that is over where nothing else is said."""
    fields = {"organization": "Acme", "name": "Acme", "start": "2019-01", "end": "2022-06"} | more
    fields.pop("name" if kind == "experience" else "organization")
    entry = {**fields, "highlights": list(highlights)}
    return {"sections": [{"title": "Work", kind: [entry]}]}


# --- confused-word -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("Shift Manger of the press shop", "Manger", "Shift Manager of the press shop"),
        ("A talk on pubic health", "pubic", "A talk on public health"),
        (
            "Principle Investigator of two trials",
            "Principle",
            "Principal Investigator of two trials",
        ),
        ("PRINCIPLE INVESTIGATOR", "PRINCIPLE", "PRINCIPAL INVESTIGATOR"),
        ("Methods of casual inference", "casual", "Methods of causal inference"),
        ("Ran a clinical trail in Turin", "trail", "Ran a clinical trial in Turin"),
        ("Cut waste in less then a year", "then", "Cut waste in less than a year"),
        (
            "A gain of statistically significance",
            "significance",
            "A gain of statistically significant",
        ),
        ("Built a kiln form scratch", "form", "Built a kiln from scratch"),
        ("Helped clients not to loose data", "loose", "Helped clients not to lose data"),
        ("A board of it’s own", "it’s", "A board of its own"),
        ("Was in charge of the work of the bored of directors", "bored", ""),
        ("Grew ties with there customers", "there", "Grew ties with their customers"),
        ("Taught them during there rotation", "there", "Taught them during their rotation"),
        ("An costly, one-off unit tests", "An", ""),
        ("Was a engineer", "a", "Was an engineer"),
        ("Led a 8-week course", "a", "Led an 8-week course"),
        ("Taught at an university", "an", "Taught at a university"),
        ("For a hour", "a", "For an hour"),
        ("Wrote an one-page summary", "an", "Wrote a one-page summary"),
        ("Spoke at an European fair", "an", "Spoke at a European fair"),
    ],
)
def test_confused_words_are_told(text: str, word: str, right: str) -> None:
    assert told("confused-word", prose(text)) == [word]
    if right:
        assert fixed("confused-word", prose(text)) == right


@pytest.mark.parametrize(
    "text",
    [
        "Carved a manger and a crib for the church",
        "Studied tumours of the pubic bone",
        "Explained the principle behind the engine, and the principal sum",
        "A casual workplace with casual staff and casual shoes",
        "Cut a trail, and a hiking trail of ten miles, for clinical staff",
        "Sold more, then less; and then two years later bought it back",
        "Tested the statistical significance of it",
        "Filled in a form, from scratch to finish; taught Form 3 to Form 5",
        "Drove with loose fit bearings and tied loose ends",
        "It's a board, and it's been used",
        "Kept boards of directors informed, and broad support",
        "There customers wait; from there to their home",
        "Taught an MRI course, an SQL course, a SQL course and a NASA course",
        "Gave an hour to an heir and a historic or an historic house",
        "Ran a one-year, a unique, a European, a useful and a US-based unit",
        "Found an umbrella, an unusual urn, an uncle and an 11-member team",
        "Bought an 18-month lease for a 1,100 euro house, a 100 m run and a 10K race",
        "Gave vitamin A injections and hepatitis A advice; from a to e",
        "Got an A in algebra and an F in art, plan A is over",
        "Lit the hall with LED to a design by a team lead",
        "Lead the team; the lead in pipes; the project lead by appointment",
        "Sat on the audit trial balance and the trial court",
        "Wrote on complementary goods, and gave a complimentary review",
        "Reported on the effect change has, and effected change",
        "Advised on advice, practised in a practice, licensed a licence",
        "Was stationary in a stationery shop",
        "The council hired counsel; the counselor sat on the council",
        "Passed the past exam; the years that passed",
        "Bred cattle in a dairy and wrote a diary in the desert over dessert",
        "Used a lathe on lath, a die in dye, and a winch",
        "Whales were sighted 3 times; the debt was paid in debt analysis",
        "A bridge designed by Ana Manger, and by Dr. Pubic",
    ],
)
def test_right_words_are_not_confused(text: str) -> None:
    assert told("confused-word", prose(text)) == []


def test_confused_words_are_judged_in_english_only_and_never_in_names() -> None:
    cv = {
        "sections": [
            {"title": "Emploi", "entries": [{"title": "Less then, pubic health", "lang": "fr"}]},
            {"title": "References", "references": [{"name": "Project Manger"}]},
        ]
    }
    assert told("confused-word", cv) == []


def test_frames_have_nothing_between_their_words() -> None:
    text = (
        "clinical, trail; clinical “trail” and clinical (trail), clinical `x` trail, clinical-trail"
    )
    assert told("confused-word", prose(text)) == []


def test_the_table_of_frames() -> None:
    lines = [
        line
        for line in resources.data("confused.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    lists = {line.split(" = ")[0] for line in lines if " = " in line}
    assert len(lines) >= 1000
    assert len(set(lines)) == len(lines)
    for line in lines:
        if " = " in line:
            continue
        pattern, arrow, meant = line.partition(" -> ")
        assert arrow, line
        assert pattern.count("[") == pattern.count("]") == 1, line
        assert pattern.replace("[", "").replace("]", "") != pattern.split("[")[1].split("]")[0] or (
            "-" in pattern
        ), f"a bare word: {line}"
        assert set(re.findall("[A-Z]+", pattern)) <= {*slots.KINDS, *lists}, line
        assert set(meant.split("|")).isdisjoint(pattern.split("[")[1].split("]")[0].split("|")), (
            line
        )
        assert all(
            lookup.level(part) is not None
            for word in meant.split("|")
            for part in word.replace("-", " ").replace("'", " ").split()
            if len(part) > 1 and "-" not in word
        ), line


def test_wrong_words_of_frames_are_words() -> None:
    """What is no word is the spelling's to tell, once."""
    plain = [word for word in confused._table().frames if word.isalpha()]
    assert len(plain) > 300
    assert [word for word in plain if lookup.level(word) is None] == []


# --- number-agreement ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("Supervised two medical student on the ward", "student", "students"),
        ("A novel parallelism paradigm that exploit nano-batching", "exploit", "exploits"),
        ("Wrote a report that summarize the findings", "summarize", "summarizes"),
        ("Built an engine which automatically detect leaks", "detect", "detects"),
        ("Built tools that converts drawings to code", "converts", "convert"),
        ("Wrote several scripts that checks the logs", "checks", "check"),
        ("Published two paper in Nature", "paper", "papers"),
        ("Taught three undergraduate courses, and two course on law", "course", "courses"),
        ("Serviced three lathe beds and a mill. Sold three lathe.", "lathe", "lathes"),
        ("Mentored 3 student", "student", "students"),
        ("10 year of experience in retail", "year", "years"),
        ("One of the most important paper of its time", "paper", "papers"),
        ("One of our first customer", "customer", "customers"),
        ("Improved this methods", "methods", "method"),
        ("Wrote a new algorithms for it", "algorithms", "algorithm"),
        ("Met every students.", "students", "student"),
        ("These system were slow", "system", "systems"),
        ("The results was clear", "was", "were"),
        ("The project aim to cut waste", "aim", "aims"),
        ("These methods reduces the cost", "reduces", "reduce"),
        ("Reviewed a variety of contract for tenants", "contract", "contracts"),
    ],
)
def test_what_does_not_agree_is_told(text: str, word: str, right: str) -> None:
    found = problems("number-agreement", prose(text))
    assert told("number-agreement", prose(text)) == [word]
    assert found[0][0].help == f"Perhaps “{right}” is meant."
    assert found[0][0].fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Led two student teams and three project managers",
        "Taught two- and three-year programs, a two year program and a two-day course",
        "A systems engineer on a sports team at a news desk with a physics degree",
        "A team that build sites and a group that meet daily",
        "A set of tools that use the cache, and a set of tools that uses it",
        "A tool that support staff use, a library that research groups trust",
        "A rule that exploit developers know, a note that merge options are shared",
        "One of the few tools that uses the cache",
        "One of our team and one of the staff of the group",
        "This results in a loss; this reports on it; this works well",
        "These include the cache; those change often; these work in pairs",
        "Top ten project in its class, phase two trial of a drug, level three course on law",
        "Layer two protocol for Web 2 application, Year 2 project in art",
        "In 2019 paper on soil, in 2020 project for schools",
        "A series of talks, a means of transport, a species of moss, a data set",
        "Several hundred of them, two dozen of these, a few percent of all",
        "The number of students was high, and the majority of students were local",
        "Multiple regression in R, multiple imputation of data",
        "Insisted on a plan that he write the code and that she sell the rest",
        "The team are tired, the staff were happy, the data are clear",
        "Each tests for a fault, each reports to me",
        "Two of the paper and pulp mills, a variety of fruit and wine in stores",
        "All files of an archive that contain errors, slides for a talk that show it",
        "Taught students year two in the school of art, week three of term",
        "Won first prize in two male and three female classes",
        "The two closer in age; two alike in kind; several present at birth",
        "Both art of the past and design for print",
        "Was one of two partners, one of the people behind the project",
        "It helped the project reduce the cost; let the system use the cache",
        "There the results which the system shows the user end",
    ],
)
def test_what_agrees_is_not_told(text: str) -> None:
    assert told("number-agreement", prose(text)) == []


def test_numbers_of_names_and_skills_are_left_alone() -> None:
    cv = {
        "sections": [
            {
                "title": "Skills",
                "skills": [{"label": "Bands", "items": ["Two project", "A tools"]}],
            },
            {"title": "Work", "experience": [{"organization": "Three Student", "date": 2020}]},
        ]
    }
    assert told("number-agreement", cv) == []


def test_the_table_of_nouns() -> None:
    table = nouns.singulars()
    assert len(table) > 300
    assert table["city"].plural == "cities"
    assert table["thesis"].plural == "theses"
    assert table["branch"].plural == "branches"
    assert [noun.plural for noun in table.values() if lookup.level(noun.plural) is None] == []


# --- tense-mixed --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "word", "past"),
    [
        ("Manage a team of nine", "Manage", "Managed"),
        ("Manages a team of nine", "Manages", "Managed"),
        ("Write weekly reports", "Write", "Wrote"),
        ("Teach algebra to three classes", "Teach", "Taught"),
        ("Lead the design of a press", "Lead", "Led"),
        ("Design the press and the lathe", "Design", "Designed"),
        ("Plan all visits", "Plan", "Planned"),
        ("Carry out repairs", "Carry", "Carried"),
        ("Supervises two trainees", "Supervises", "Supervised"),
        ("Teaches algebra", "Teaches", "Taught"),
        ("Designed and maintain the site", "maintain", "maintained"),
        ("Founded and lead the choir", "lead", "led"),
    ],
)
def test_the_present_in_a_post_that_is_over_is_told(line: str, word: str, past: str) -> None:
    cv = post("Sold 40 drills", "Hired two fitters", line)
    assert told("tense-mixed", cv) == [word]
    assert problems("tense-mixed", cv)[0][0].help == f"Write “{past}”."


@pytest.mark.parametrize(
    "line",
    [
        "Lead developer of the press",
        "Design patterns in C++",
        "Research on soil",
        "Support for 40 sites",
        "Test suite of 900 cases",
        "Set up the lab",
        "Put out fires",
        "Read charters in Latin",
        "Cut costs by a third",
        "Distributed systems in Go",
        "Supports 20 formats and uses little memory",
        "Reduces latency by half",
        "Currently advise the team",
        "Still advise the team",
        "Continue to advise the team",
        "See the report for details",
        "Develop",
        "Awarded best paper",
        "Was asked to redraw the plans",
        "Responsible for the shop",
        "Helped design and run the course",
        "Let users write and share the code",
        "“Write once” was our motto",
        "1st in class; manage the rest",
        "Project manager of the year",
        "Sales of new drills",
        "`make` the site",
    ],
)
def test_what_may_be_no_present_is_not_told(line: str) -> None:
    assert told("tense-mixed", post("Sold 40 drills", "Hired two fitters", line)) == []


@pytest.mark.parametrize(
    "more",
    [
        {"end": "present"},
        {"end": "expected 2027"},
        {"end": "2026-03"},
        {"end": "2026"},
        {"start": "2019", "end": "20l9"},
        {"lang": "fr"},
    ],
)
def test_only_a_post_that_is_surely_over_is_judged(more: dict[str, str]) -> None:
    assert told("tense-mixed", post("Sold 40 drills", "Manage a team", **more)) == []


def test_roles_are_judged_by_their_own_dates() -> None:
    roles = [
        {"title": "Head", "start": 2022, "end": "present", "highlights": ["Manage it", "Sold it"]},
        {"title": "Hand", "start": 2019, "end": 2022, "highlights": ["Write it up", "Sold it"]},
    ]
    cv = {"sections": [{"title": "Work", "experience": [{"organization": "Acme", "roles": roles}]}]}
    assert told("tense-mixed", cv) == ["Write"]


def test_a_cv_in_the_present_throughout_is_left_alone() -> None:
    assert told("tense-mixed", post("Sell drills", "Manage a team", "Write reports")) == []


def test_one_entry_in_the_present_among_others_in_the_past_is_told_once() -> None:
    past = {"organization": "Bolt", "start": 2012, "end": 2015, "highlights": ["Sold it", "Ran it"]}
    now = {"organization": "Acme", "start": 2016, "end": 2019, "highlights": ["Manage a shop"]}
    cv = {"sections": [{"title": "Work", "experience": [now, past]}]}
    assert told("tense-mixed", cv) == ["Manage"]


def test_highlights_below_highlights_are_a_group_of_their_own() -> None:
    below = {"text": "Sold 40 drills", "highlights": ["Manage the shop", "Write the list"]}
    assert told("tense-mixed", post(below, "Hired two fitters")) == []


def test_publications_tell_what_the_paper_does() -> None:
    paper = {
        "title": "Salt",
        "authors": ["A. B"],
        "date": 2019,
        "highlights": ["Won a prize", "Show it"],
    }
    cv = {"sections": [{"title": "Papers", "publications": [paper]}]}
    assert told("tense-mixed", cv) == []


def test_the_table_of_verbs() -> None:
    expected = {
        "led": "lead", "carried": "carry", "planned": "plan", "coaches": "coach", "wrote": "write",
        "studies": "study", "deployed": "deploy", "oversaw": "oversee", "taught": "teach",
    }  # fmt: skip
    assert {form: verb.base for form in expected if (verb := verbs.find(form))} == expected
    assert verbs.find("set") is None
    assert verbs.find("put") is None
    assert [
        word for word in ("refactored", "walked", "photographed") if not verbs.is_past(word)
    ] == []
    wrong = ("speed", "distributed", "seed", "lead", "advanced", "sacred", "hundred", "")
    assert [word for word in wrong if verbs.is_past(word)] == []


def test_no_past_of_a_verb_is_a_misspelling() -> None:
    lines = resources.data("verbs.txt").read_text("utf-8").splitlines()
    bases = [line.split()[0] for line in lines if line and line[0] not in "#["]
    assert len(bases) > 600
    found = [verb for base in bases if (verb := verbs.find(base))]
    odd = [
        f for verb in found for f in (verb.base, verb.third, verb.past) if lookup.level(f) is None
    ]
    assert [form for form in odd if "-" not in form and form != "triages"] == []


# --- first-person -------------------------------------------------------------------------------

BARE = ("Sold 40 drills", "Hired two fitters", "Wrote the manual", "Drew the plans", "Ran the shop")


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("I managed a ward of thirty beds", "I"),
        ("I've catalogued 400 books", "I've"),
        ("I’m the one who sold it", "I’m"),
        ("I was asked to redraw the plans", "I"),
        ("We shipped the first release", "We"),
        ("Our team won the heat", "Our"),
        ("My duties were the tills", "My"),
        ("Took over the shift, where I trained six operators", "I"),
        ("Drew the plans, and I built it", "I"),
        ("Ran a course that I designed", "I"),
    ],
)
def test_the_first_person_among_bare_verbs_is_told(line: str, word: str) -> None:
    assert told("first-person", post(*BARE, line)) == [word]


@pytest.mark.parametrize(
    "line",
    [
        "Tested a vaccine in phase I and in Phase I trials",
        "Taught World War I and Henry I of England",
        "Sped up I/O and the I/O scheduler",
        "Drew the I-beam and the I beam",
        "Ran a survey (“I like it here”)",
        "Wrote “We the people”, a play",
        "Owe all to my team and our method",
        "Took physics I, chemistry I and calculus I",
        "Led the work on Type I errors",
        "Built an app named Our Town",
        "Passed level I, and level II",
        "Class I was closed by a fire",
        "Sold “I was here”, a book",
        "Measured I and V on the chip",
        "Had the I was told to test replaced",
        "Iterated on the design",
        "WE Charity: sold tea",
        "IT support for 40 sites",
        "Myers-Briggs tests, type I had",
        "Wednesdays: our open day",
    ],
)
def test_no_first_person_is_told(line: str) -> None:
    assert told("first-person", post(*BARE, line)) == []


def test_a_cv_in_the_first_person_is_left_alone() -> None:
    assert told("first-person", post("I sold drills", "I ran a shop", "I hired", "Wrote it")) == []


def test_papers_and_summaries_may_say_we() -> None:
    paper = {"title": "Salt", "authors": ["A. B"], "highlights": ["We show that it holds"]}
    cv = post(*BARE, summary="I build drills.")
    cv["sections"] = [*cv["sections"], {"title": "Papers", "publications": [paper]}]  # type: ignore[misc]
    assert told("first-person", cv) == []


# --- weak-opening, repeated-opening -------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Responsible for the wine list", "Responsible for"),
        ("Was responsible for the wine list", "Was responsible for"),
        ("Solely responsible for it", "Solely responsible for"),
        ("Helped with the move", "Helped with"),
        ("Assisted in teaching", "Assisted in"),
        ("Worked on the migration", "Worked on"),
        ("Participated in the drafting", "Participated in"),
        ("Duties included sharpening", "Duties included"),
        ("Tasked with collecting samples", "Tasked with"),
        ("Involved in sales", "Involved in"),
        ("In charge of the bar", "In charge of"),
        ("My main duties were the tills", "My main duties were"),
    ],
)
def test_weak_openings_are_told(line: str, words: str) -> None:
    assert told("weak-opening", post(line)) == [words]


@pytest.mark.parametrize(
    "line",
    [
        "Helped 40 pupils with algebra",
        "Helped rebuild the mill",
        "Worked nights and weekends",
        "Worked up a case against the firm",
        "Assisted surgeons at 200 operations",
        "Duties of care: a talk",
        "Wrote what I was responsible for",
        "Responsibly sourced all fish",
        "Charged batteries with solar power",
        "Didactic games for schools",
        "Took part of the load off the team",
        "Participatory design with farmers",
        "Engaged 40 volunteers in planting",
        "Dealt cards at a casino",
        "Accountable care: a review",
        "Tasks that machines can do",
        "Involved 40 parents in the play",
        "Helper at the fair",
        "Did",
        "Built what others worked on",
    ],
)
def test_strong_openings_are_not_told(line: str) -> None:
    assert told("weak-opening", post(line)) == []


@pytest.mark.parametrize("verb", ["Built", "Develop", "Led", "Manages", "Taught", "Wrote", "Drew",
                                  "Repaired", "Organised", "Refactored"])  # fmt: skip
def test_three_openings_alike_are_told_at_the_third(verb: str) -> None:
    found = problems("repeated-opening", post(*(f"{verb} drill {n}" for n in range(5))))
    assert [problem.path.rpartition("/")[2] for problem, _ in found] == ["2"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Built a drill", "Built a press"),
        ("Built a drill", "Built a press", "Sold it", "Built a lathe", "Built a saw"),
        ("The drill", "The press", "The lathe"),
        ("A drill", "A press", "A lathe"),
        ("Python for drills", "Python for presses", "Python for saws"),
        ("2019 drills", "2019 presses", "2019 saws"),
        ("`x` one", "`x` two", "`x` three"),
        ("Set up one", "Set up two", "Set up three"),
        ("New drills", "New presses", "New saws"),
        ("In one", "In two", "In three"),
        ("Dr. One", "Dr. Two", "Dr. Three"),
        ("Museum One", "Museum Two", "Museum Three"),
        ("Advanced one", "Advanced two", "Advanced three"),
        ("Test one", "Test two", "Test three"),
        ("Design one", "Design two", "Design three"),
        ("“Built” one", "(Built) two", "Sold three"),
        ("Built one", "Build two", "Builds three"),
        ("Reviewer", "Reviewer of two", "Reviewer of three"),
        ("Built one", {"text": "Sold two", "highlights": ["Built a", "Built b"]}, "Built three"),
        ("Speed one", "Speed two", "Speed three"),
    ],
)
def test_openings_that_differ_are_not_told(lines: tuple[object, ...]) -> None:
    assert told("repeated-opening", post(*lines)) == []


# --- quote-style-mixed --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('“Red” and “blue” and "green"', ['"green"']),
        ('"Red" and "blue" and “green”', ["“green”"]),
        ('“Red” and "green"', ['"green"']),
        ('Edited “Bread", a show', ['“Bread"']),
        ('Edited "Bread”, a show', ['"Bread”']),
        ("“Red” («blue»)", ["“Red”"]),
        ("„Red“ and “blue” and “green”", ["„Red“"]),
        ('“Red”—"blue"—“green”', ['"blue"']),
        ('*“Red”* and “blue”, **"green"**', ['"green"']),
        ('“Red one of many words” and "x"', ['"x"']),
        ("the shop's and the town's and the man’s", ["’"]),
        ("the shop’s and the town's", ["'"]),
    ],
)
def test_quotation_marks_of_two_kinds_are_told(text: str, words: list[str]) -> None:
    assert told("quote-style-mixed", prose(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        '"Red" and "blue"',
        "“Red” and “blue”, the shop's own",
        '"Red" and the shop’s own',
        "“Red ‘and’ blue”",
        "“Red 'and' blue”",
        '“Red "and" blue”',
        '“Red” on a 27" screen and two 24" screens',
        "“Red” at 5'10\" tall and 40°26'46\" north",
        '“Red” and `"code"`',
        "“Red” and the students' union, the boys’ choir",
        "“Red” and rock 'n' roll, 'tis",
        '“Red” and a lone " sign',
        "“Red” and a lone ” sign",
        "«Rouge» et « bleu »",
        "„Rot“ und „Blau“",
        "“Red” and ‘single’ and 'single'",
        '("Red"), "blue"; "green".',
        "O’Brien’s and D’Angelo’s “Red”",
        "“Red”, “blue”: “green”",
        'x"y"z and “Red”',
        "“A «b» c” and “d”",
    ],
)
def test_one_kind_of_quotation_marks_is_not_told(text: str) -> None:
    assert told("quote-style-mixed", prose(text)) == []


def test_quotation_marks_are_mended() -> None:
    assert fixed("quote-style-mixed", prose('“Red” and "blue” and "green"')) == (
        "“Red” and “blue” and “green”"
    )
    assert fixed("quote-style-mixed", prose("the shop's and the men’s and it’s")) == (
        "the shop’s and the men’s and it’s"
    )


def test_each_language_has_its_own_quotation_marks() -> None:
    entries = [
        {"title": "One", "summary": "“Red” and “blue”."},
        {"title": "Zwei", "summary": "„Rot“ und „Blau“.", "lang": "de"},
        {"title": "Trois", "summary": "« Rouge » et « bleu ».", "lang": "fr"},
        {"title": "A work named „Rot“"},
    ]
    assert told("quote-style-mixed", {"sections": [{"title": "x", "entries": entries}]}) == []


# --- dash-style-mixed ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One – the first – and two - the last", [" - "]),
        ("One—the first—and two - the last", [" - "]),
        ("One - the first - and two – the last", [" - ", " - "]),
        ("One – the first – and two—the last", ["—"]),
        ("One—the first—and two – the last", [" – "]),
        ("One — the first — and two – the last", [" – "]),
        ("“One” – “two” - “three”", [" - "]),
        ("**One** – two - *three*", [" - "]),
        ("One – two, and three—four", ["—"]),
        ("One (two) – three. Four - five.", [" - "]),
    ],
)
def test_dashes_of_two_kinds_are_told(text: str, words: list[str]) -> None:
    assert told("dash-style-mixed", prose(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "One - the first - and two - the last",
        "One – the first – and two – the last",
        "One—the first—and two—the last",
        "One – the first – in 2019 - 2021",
        "One – the first – from May 2019 - June 2021",
        "One—the first—open Monday – Friday",
        "One—the first—May – June",
        "One – two is 5 - 3",
        "One – two is a - b",
        "One – two is x—y",
        "One – a well-known state-of-the-art B-tree",
        "One – pages 3–17 and 5—9",
        "One – pre- and post-war",
        "One – two `a - b` three",
        "One – two -- three",
        "- One – two",
        "— One two – three",
        "One – two —",
        "One – Jan - Mar.",
        "One – the Paris–London line",
        "One – −5 and - 5",
    ],
)
def test_one_kind_of_dash_is_not_told(text: str) -> None:
    assert told("dash-style-mixed", prose(text)) == []


def test_dashes_of_titles_and_of_other_languages_are_their_own() -> None:
    entries = [
        {"title": "Drills - a history", "summary": "One – the first."},
        {"title": "Bohrer", "summary": "Eins — das erste.", "lang": "de"},
    ]
    assert told("dash-style-mixed", {"sections": [{"title": "x", "entries": entries}]}) == []


def test_dashes_are_mended() -> None:
    assert fixed("dash-style-mixed", prose("One – two – three - four—five")) == (
        "One – two – three – four – five"
    )


# --- together -----------------------------------------------------------------------------------

ALL = (
    "confused-word", "number-agreement", "tense-mixed", "first-person", "weak-opening",
    "repeated-opening", "quote-style-mixed", "dash-style-mixed",
)  # fmt: skip
ENGLISH = ALL[:6]


@pytest.mark.parametrize("id", ENGLISH)
@pytest.mark.parametrize("locale", ["fr", "de", "zh"])
def test_a_cv_in_another_language_gets_no_finding_in_english(id: str, locale: str) -> None:
    wrong = [
        "Sold less then ten",
        "Sold two project",
        "Manage a shop",
        "I sold it",
        "Responsible for a hour",
        *BARE,
    ]
    cv = post(*wrong, "Ran one", "Ran two", "Ran three")
    assert told(id, cv)
    assert told(id, {"locale": locale, **cv}) == []


@pytest.mark.parametrize("id", ALL)
@pytest.mark.parametrize(
    "text",
    [
        "a" * 30_000,
        "a " * 30_000,
        "two project " * 5_000,
        '" ' * 30_000,
        '"a ' * 20_000,
        "“a" * 20_000,
        "« a" * 20_000,
        "a - b – c — d—" * 5_000,
        "it's ’ " * 10_000,
        "a tool that a tool that " * 3_000,
        "\u202e\u0301\ufeff \U0001f600" * 3_000,
    ],
)
def test_hostile_texts_take_no_time(id: str, text: str) -> None:
    cv = post(text, "Sold it")
    start = time.process_time()
    told(id, cv)
    assert time.process_time() - start < 5


def test_clauses_end_at_signs_code_and_addresses() -> None:
    text = Text(
        "One two, three (four) a/b https://x.example/y, Dr. Who is. It was 3.5 of non-stop", "prose"
    )
    found = [" ".join(clause.words) for clause in clauses(text)]
    assert found == ["one two", "three", "four", "dr", "who is", "it was 3.5 of non-stop"]
    assert [clause.opens for clause in clauses(text)] == [True, False, False, False, False, True]

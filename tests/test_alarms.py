"""What CVs that were not written for us have taught: what must be told, and what must not be.

The texts are made up; only their shapes are those of real CVs.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from cvpress import runner, source
from cvpress.finding import Finding
from cvpress.settings import Wishes, read

TODAY = "2026-01-15"


def findings(cv: dict[str, Any], *ids: str) -> list[Finding]:
    """Return the findings of some checks, or of all that are on, on a CV given as data."""
    whole = {"person": {"name": "Ada Example"}, "sections": [], **cv}
    document = source.read(json.dumps(whole, ensure_ascii=False).encode(), "cv.yaml")
    return runner.checks(document, read(document, Wishes(today=TODAY, select=ids)))


def told(cv: dict[str, Any], *ids: str) -> list[str]:
    """Return what stands at the places of the findings."""
    whole = {"person": {"name": "Ada Example"}, "sections": [], **cv}
    text = json.dumps(whole, ensure_ascii=False)
    spans = [one.span for one in findings(cv, *ids) if one.span]
    return [text[span.column - 1 : span.end_column - 1].strip('"') for span in spans]


def section(kind: str, *entries: object) -> dict[str, Any]:
    return {"sections": [{"title": "Life", kind: list(entries)}]}


def post(**fields: object) -> dict[str, object]:
    return {"organization": "Acme", "title": "Clerk", **fields}


def bullets(*texts: object) -> dict[str, Any]:
    return section("projects", {"name": "A bridge", "highlights": list(texts)})


# --- many of one kind -----------------------------------------------------------------------------


def _lives(*years: str) -> dict[str, Any]:
    return section("awards", *({"title": f"Prize of {year}", "date": year} for year in years))


def test_up_to_three_wrong_dates_are_told_each() -> None:
    assert told(_lives("1865", "1861", "1856"), "date-implausible") == ["1865", "1861", "1856"]


def test_more_than_three_wrong_dates_are_told_once_at_the_first() -> None:
    cv = _lives("1865", "2001", "1861", "1856", "1850")
    assert told(cv, "date-implausible") == ["1865"]
    assert findings(cv, "date-implausible")[0].message == "4 dates of this CV can't be right."


def test_ignored_dates_are_not_counted_and_their_ignores_are_used() -> None:
    years = ("1865", "1861", "1856", "1850")
    entries = [{"title": "P", "date": year, "ignore": ["date-implausible"]} for year in years]
    one = {"title": "Prize", "date": "1848"}
    assert [f.id for f in findings(section("awards", *entries, one))] == ["date-implausible"]
    assert told(section("awards", *entries, one)) == ["1848"]


def test_a_date_of_a_file_in_two_languages_is_counted_once() -> None:
    cv = _lives("1865", "1861", "1856") | {"locale": ["en", "de"]}
    cv["sections"][0]["title"] = {"en": "Awards", "de": "Preise"}
    assert told(cv, "date-implausible") == ["1865", "1861", "1856"]


# --- missing-space: brackets and points of the compass --------------------------------------------


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("Ran the Vision Lab(Prof. Grace Example).", "Lab(Prof", "Vision Lab (Prof. "),
        ("Sold a puzzle game(Silver Fox) abroad", "game(Silver", "game (Silver Fox)"),
        ("Moved an infrastructure(Acme Cloud) there", "infrastructure(Acme", "ure (Acme"),
        ("Taught algorithms(SVM, CNN) in class", "algorithms(SVM", "algorithms (SVM, CNN)"),
        ("Won the CTF(Capture the Flag) twice", "CTF(Capture", "CTF (Capture the"),
        ("Kept it in IaC(Infrastructure as Code)", "IaC(Infrastructure", "IaC (Infra"),
        ("Used the whole stack(Including two shops)", "stack(Including", "stack (Incl"),
        ("Ran the Vision **Lab**(Prof. Grace Example)", "Lab**(Prof", "**Lab** (Prof."),
        ("At the Lab(Prof.Grace Example)", "Lab(Prof.Grace", "Lab (Prof. Grace"),
        ("Kept the walls(dry stone) of Ely", "walls(dry", "walls (dry stone)"),
        ("Sold it in S.Korea and N.Ireland", "S.Korea", "S. Korea and N. Ireland"),
    ],
)
def test_a_space_before_a_bracket(text: str, word: str, right: str) -> None:
    cv = bullets(text)
    assert told(cv, "missing-space")[0] == word
    assert right in _fixed(findings(cv, "missing-space"), cv)


def _fixed(some: list[Finding], cv: dict[str, Any]) -> str:
    whole = json.dumps({"person": {"name": "Ada Example"}, "sections": [], **cv})
    edits = [edit for one in some if one.fix for edit in one.fix.edits]
    for edit in sorted(edits, key=lambda edit: -edit.span.column):
        at = edit.span.column - 1, edit.span.end_column - 1
        whole = whole[: at[0]] + edit.replacement + whole[at[1] :]
    return whole


@pytest.mark.parametrize(
    "text",
    [
        *("f(x), O(n), O(N log N), C(2), SU(2), Spin(7)", "max(Left, Right), sort(List Of Users)"),
        *("print(Hello), class Dog(Animal), new Foo(Bar Baz)", "useEffect(Callback Function)"),
        *("COUNT(DISTINCT Name), SUM(Total Sales)", "np.Array(Some Thing)", "a_b.Call(Some Thing)"),
        *("copoly(lactic acid), oligo(ethylene glycol)", "hash(some value here)"),
        *("iron(III), Fe(OH)3, Poly(Lactic acid), Poly(Vinyl)alcohol", "tris(Hydroxymethyl)amine"),
        *("BSc(Hons), LLB(Hons Cantab), MPhil(Oxon)", "Lehrer(Innen)", "user(s), bug(s)"),
        *("https://a.test/Foo(Bar Baz)", "`Lab(Prof. Example)`", "P(Rain), Pr(Rain Tomorrow)"),
        *("F.3d, U.S.A., N.Y., E.coli", "transform(Input, Output)"),
        *("Normal(Mean, Variance), Beta(Alpha, Beta)", "Softmax(Linear(X))", "(Lab)(Prof. X)"),
    ],
)  # fmt: skip
def test_no_space_before_a_bracket(text: str) -> None:
    assert told(bullets(text), "missing-space") == []


def test_brackets_in_titles_and_names_of_bodies() -> None:
    entry = post(organization="Acme(Seoul)", title="Developer(Backend)", location="St.Gallen")
    cv = section("experience", entry)
    assert told(cv, "missing-space") == ["Acme(Seoul", "Developer(Backend", "St.Gallen"]
    right = post(organization="S.Oliver(R)", title="Teacher(Innen)", location="S. Korea")
    assert told(section("experience", right), "missing-space") == []


# --- duplicate-entry: one bullet in two entries ---------------------------------------------------

LONG = "Cut the cost of each drill by a third"


def _posts(*bullets: list[object], **more: object) -> list[dict[str, object]]:
    return [post(title=f"Clerk {n}", highlights=b, **more) for n, b in enumerate(bullets)]


def test_a_bullet_that_stands_in_two_entries_is_told_at_the_second() -> None:
    cv = section(
        "experience",
        post(highlights=[LONG]),
        post(organization="Bolt", highlights=["Sold drills", {"text": f"{LONG}."}]),
    )
    assert told(cv, "duplicate-entry") == [f"{LONG}."]


@pytest.mark.parametrize(
    "cv",
    [
        section("experience", *_posts(["Led a team of"], ["Led a team of"])),
        section("teaching", *({"course": c, "role": "Tutor", "highlights": [LONG]} for c in "AB")),
        section("experience", *_posts([LONG], [LONG], tags=["a"])),
        section("experience", *_posts([LONG], [{"text": LONG, "tags": ["b"]}])),
        {
            "sections": [
                {"title": title, "projects": [{"name": "Bolt", "highlights": [LONG], "date": date}]}
                for title, date in (("Selected", 2020), ("All", "2020-03"))
            ]
        },
    ],
)
def test_bullets_that_may_stand_twice(cv: dict[str, Any]) -> None:
    assert told(cv, "duplicate-entry") == []


# --- dates that are lists or intervals ------------------------------------------------------------

PAST = ["Led a shop", "Sold it well", "Drew maps of it"]


@pytest.mark.parametrize("when", ["2017/2020", ["2013/2014", "2017/2020"], ["2013", "2017"]])
def test_a_post_of_several_stretches_is_over_when_the_last_is(when: object) -> None:
    cv = section("experience", post(date=when, highlights=["Manage a team", *PAST]))
    assert told(cv, "tense-mixed") == ["Manage"]


@pytest.mark.parametrize(
    "when", [["2013/2014", "2017/present"], ["2013/2014", "no date"], ["2014", "expected 2026"]]
)
def test_a_post_of_several_stretches_that_may_go_on(when: object) -> None:
    cv = section("experience", post(date=when, highlights=["Manage a team", *PAST]))
    assert told(cv, "tense-mixed") == []


def test_posts_of_several_stretches_overlap() -> None:
    one = post(title="Data Scientist", date=["2017/2020", "2021/2022"])
    other = post(organization="Bolt", title="Data Analyst", start="2017", end="2020")
    (finding,) = findings(section("experience", one, other), "date-overlap")
    assert finding.message == "This overlaps the post at “Acme” by 24 months."
    apart = post(organization="Bolt", title="Data Analyst", date=["2010/2012", "2014/2016"])
    assert findings(section("experience", one, apart), "date-overlap") == []


# --- placeholder-text -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Nullam hendrerit finibus egestas nisl vel rhoncus.",
        "Proin rhoncus, felis vel finibus lacinia.",
        "Etiam pulvinar condimentum massa, et tincidunt ligula.",
        "Suspendisse volutpat mattis ante",
        "Wel turpis efficitur, non lacinia orci maximus.",
        "Integer sit amet turpis at est cursus.",
    ],
)
def test_blind_text_is_told_once(text: str) -> None:
    found = findings(bullets(text))
    assert [one.id for one in found] == ["placeholder-text"]


@pytest.mark.parametrize(
    "text",
    [
        "De vita et moribus in Gallia, ad usum scholarum",  # Latin of a classicist
        "Carmina de lectus et risus, edited with Vivamus Press",
        "Mapped the vestibulum, the felis genus and the porta",
        "A lorem ipsum generator with Praesent and Donec as its words",
    ],
)
def test_latin_is_no_blind_text(text: str) -> None:
    assert told(bullets(text), "placeholder-text") == []


def test_what_a_template_calls_its_parts() -> None:
    one = post(organization="Company 1", title="Job Title 1", date_text="Month 20XX – Ongoing")
    two = post(organization="Company 2", title="Job Title 2", date_text="20XX – 20XX")
    assert told(section("experience", one, two), "placeholder-text") == [
        *("Company 1", "Job Title 1", "Month 20XX – Ongoing"),
        *("Company 2", "Job Title 2", "20XX – 20XX"),
    ]
    school = {"institution": "Institution", "degree": "Degree", "location": "City"}
    school["date_text"] = "year–year"
    assert len(told(section("education", school), "placeholder-text")) == 4
    skills = [{"label": f"hobby {n}", "text": "XXX, YYY, ZZZ"} for n in (1, 2)]
    assert len(told(section("skills", *skills), "placeholder-text")) == 4
    assert told({"person": {"name": "Ada Example", "location": "Location, COUNTRY"}}) != []
    person = {"name": "A", "profiles": [{"network": "X", "username": "@x-handle"}]}
    assert told({"person": person}, "placeholder-text") == ["@x-handle"]


@pytest.mark.parametrize(
    "text",
    [
        *("Raised sales by N%", "Your achievement here", "Worked with [company name]", "????"),
        *("Trained XXX apprentices", "Led a team of XX people", "[Insert achievement here]"),
    ],
)
def test_what_is_still_to_come(text: str) -> None:
    assert len(told(bullets(text), "placeholder-text")) == 1


@pytest.mark.parametrize(
    "text",
    [
        *("Studied XX males, of XX mice and XY", "At Super Bowl XXX shows", "A top-N% list of N"),
        *(
            "Your story is here",
            "Saw the [sic] of it",
            "Led the XX congress",
            "Taught XX century art",
        ),
        *("[Company names](https://example.org/a) and their roots", "Wrote f[insert] and a[name]"),
    ],
)
def test_what_is_there(text: str) -> None:
    assert told(bullets(text), "placeholder-text") == []


def test_names_that_are_no_template() -> None:
    cv = section(
        "experience",
        post(organization="School 21", title="Engineer 2", date_text="Years 2 and 3"),
        post(organization="Company 3", title="Head of Location", location="York"),
        post(organization="Title & Co.", title="Position Paper", location="Institution Road"),
    )
    assert told(cv, "placeholder-text") == []
    assert told(section("skills", {"label": "Languages", "text": "Level 1"})) == []
    assert told(section("awards", {"title": "Item 1"}), "placeholder-text") == []
    headings = [{"title": word, "text": "A line."} for word in ("Summary", "Languages", "Awards")]
    assert told({"sections": headings}, "placeholder-text") == []


def test_what_is_left_of_a_template_is_not_spelled() -> None:
    cv = bullets("TODO: ask about the mony", "We [Company Name] managment", "Saved XX% of mony")
    assert told(cv, "misspelling", "unknown-word") == ["mony", "managment", "mony"]
    cv = section("education", {"institution": "Universität Graz", "summary": _BLIND, "lang": "de"})
    assert [one.id for one in findings(cv)] == ["placeholder-text"]


_BLIND = "Nullam hendrerit finibus egestas nisl vel rhoncus."


# --- names of packages ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["example/saltroads", "Example/salt-roads-2024", "saltroads", "salt_roads", "optflux.jl"],
)
def test_the_name_of_a_package_is_written_as_it_is(name: str) -> None:
    title = "SaltRoads, OptFlux.jl and Salt Roads"
    paper = {"title": title, "authors": ["Ada Example"]}
    cv = {
        "sections": [
            {"title": "Projects", "projects": [{"name": name}]},
            {"title": "Papers", "publications": [paper]},
        ]
    }
    assert told(cv, "spelled-two-ways", "misspelling", "unknown-word", "name-casing") == []


def test_the_name_of_a_project_is_no_package() -> None:
    cv = section("projects", {"name": "Managment of salt"}, {"name": "Colour of pytorch"})
    assert told(cv, "misspelling", "name-casing") == ["Managment", "pytorch"]


# --- name-casing ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("Moved it to CloudFlare last year", "CloudFlare", "Cloudflare"),
        ("Wrote a plugin for NeoVim", "NeoVim", "Neovim"),
        ("Taught JAVA to beginners", "JAVA", "Java"),
        ("Cut the Mpeg files", "Mpeg", "MPEG"),
        ("Built it with TravisCI and tests", "TravisCI", "Travis CI"),
        ("Drew it in GoogleMaps", "GoogleMaps", "Google Maps"),
        ("Set up Route53", "Route53", "Route 53"),
        ("Made reports in PowerBI", "PowerBI", "Power BI"),
        ("Apps in SpringBoot", "SpringBoot", "Spring Boot"),
        ("Ran the 3d printing lab", "3d", "3D"),
        ("Made 2d animations", "2d", "2D"),
    ],
)
def test_names_as_their_makers_write_them(text: str, word: str, right: str) -> None:
    (finding,) = findings(bullets(text), "name-casing")
    assert told(bullets(text), "name-casing") == [word]
    assert finding.message == f"This name is written “{right}”."


@pytest.mark.parametrize(
    "text",
    [
        "Wrote the README and the Readme",
        "Drank java, used neovim and `TravisCI`, cut an mpeg",
        "Clerk for the 3d Circuit, 12 F.3d 34, 56 So. 3d 78, up for 3d, and the 2d ed.",
        "Route 53, Google Maps, Spring Boot, Travis CI, 3D printing",
        "WORKED ON JAVA COURSES",
    ],
)
def test_names_that_are_as_they_should(text: str) -> None:
    assert told(bullets(text), "name-casing") == []


def test_a_product_in_lower_case_where_it_has_its_capital_thrice() -> None:
    thrice = ["Ran Docker at home.", "Moved all to Docker.", {"text": "Docker images of ours."}]
    cv = bullets(*thrice, "Built docker containers, docker-compose files and `docker` calls.")
    assert told(cv, "name-casing") == ["docker"]
    assert told(bullets(*thrice[1:], "Built docker containers."), "name-casing") == []
    assert told(bullets(*thrice) | {"checks": {"words": ["docker"]}}, "name-casing") == []
    capital = ["Led the Capital fund.", "Sold Capital.", "Met Capital.", "Raised capital."]
    assert told(bullets(*capital), "name-casing") == []


# --- confused-word --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("Won a case of copy right infringement", "copy right", "copyright"),
        ("Copy right law and its limits", "Copy right", "Copyright"),
        ("Taught under graduate students", "under graduate", "undergraduate"),
    ],
)
def test_two_words_that_are_one(text: str, word: str, meant: str) -> None:
    (finding,) = findings(bullets(text), "confused-word")
    assert told(bullets(text), "confused-word") == [word]
    assert meant in finding.message
    assert finding.fix is not None


@pytest.mark.parametrize(
    "text",
    [
        "Copy right angles and copy, right law, to the register",
        "To insure compliance; insuring compliance and timely filing",
        "Wrote under graduate supervision",
    ],
)
def test_words_that_are_meant(text: str) -> None:
    assert told(bullets(text), "confused-word") == []


# --- what was told although it is right -----------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Set up zsh, tmux, chezmoi and xmonad on each machine",
        "Drew maps with pandas and matplotlib",
        "Played for Ohio (Go Sooners!)",
    ],
)
def test_words_that_are_right(text: str) -> None:
    assert told(bullets(text), "misspelling", "unknown-word", "name-casing") == []


def test_a_network_that_is_gone_is_no_other_one() -> None:
    person = {"name": "Ada Example", "profiles": [{"network": "Skype", "username": "ada"}]}
    (finding,) = findings({"person": person}, "wrong-value")
    assert "Bluesky" not in finding.help
    person["profiles"] = [{"network": "Githb", "username": "ada"}]
    (finding,) = findings({"person": person}, "wrong-value")
    assert finding.help == "Did you mean “GitHub”?"

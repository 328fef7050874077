"""What the checks of links make of answers, which links they ask for, and `check --online`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from calls import Caller
from servers import Own, Server, plain

from cvpress import online, runner, source, tex
from cvpress.checks._links import links
from cvpress.finding import Finding
from cvpress.links import Answer
from cvpress.settings import Wishes, read
from cvpress.view import build, build_letter

CASES = Path(__file__).parent / "cases"
PERSON = "person: {name: Ada Example}\n"


class Said:
    """Answers as it was told to; what it was not told of is fine. `asked`: what it was asked."""

    def __init__(self, **answers: Answer) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def __call__(self, urls: Iterable[str]) -> Mapping[str, Answer]:
        urls = list(urls)
        self.asked += urls
        return {url: self.answers.get(url, Answer("fine")) for url in urls}


def found(text: str, *, asked: Said | None) -> list[Finding]:
    document = source.read(text.encode(), "cv.yaml")
    findings = runner.checks(document, read(document, Wishes(links=asked)))
    return [one for one in findings if one.id in ("link-dead", "link-moved", "unused-ignore")]


def project(url: str, rest: str = "") -> str:
    return f'{PERSON}sections: [{{title: A, projects: [{{name: Salt, url: "{url}"{rest}}}]}}]\n'


def test_without_online_nobody_is_asked() -> None:
    assert found(project("https://a.example/x"), asked=None) == []


@pytest.mark.parametrize("name", ["hard", "seed-clean", "seed-001"])
def test_the_links_that_are_asked_for_are_those_that_are_printed(name: str) -> None:
    document = source.read((CASES / f"{name}.yaml").read_bytes(), name)
    settings = read(document, Wishes())
    views = (build(document, settings), build_letter(document, settings))
    runs = (run for view in views for words in view.words() for run in words.runs)
    printed = {run.url for run in runs if run.url}
    web = {url for url in printed if url.startswith("http")}
    assert {tex.address(link.url) for link in links(document)} == web
    assert web or name != "hard"


def test_each_kind_of_link_has_its_address_and_place() -> None:
    text = (
        "person:\n"
        "  name: Ada Example\n"
        "  website: [a.example, 'http://b.example']\n"
        "  orcid: 0000-0002-1825-0097\n"
        "  profiles:\n"
        "    - {network: GitHub, username: ada}\n"
        "    - {network: Xing, username: ada, url: https://c.example/ada}\n"
        "sections:\n"
        "  - title: Papers\n"
        "    text: See [one](https://d.example/1), [two](mailto:a@b.example), [no](#) and [bad](http://x).\n"
        "    publications:\n"
        "      - {title: One, authors: [Ada Example], doi: 10.1000/x, arxiv: '2408.12757'}\n"
        "      - {title: Two, authors: [Ada Example], doi: 10/x, arxiv: x}\n"
        "      - {title: Three, authors: [{name: B, url: https://e.example}], links: [{label: l}]}"
    )
    document = source.read(text.encode(), "cv.yaml")
    assert [(link.url, bool(link.written)) for link in links(document)] == [
        ("https://a.example", True),
        ("http://b.example", True),
        ("https://orcid.org/0000-0002-1825-0097", False),
        ("https://github.com/ada", False),
        ("https://c.example/ada", True),
        ("https://d.example/1", True),
        ("https://doi.org/10.1000/x", False),
        ("https://arxiv.org/abs/2408.12757", False),
        ("https://e.example", True),
    ]
    for link in links(document):
        scalar = document.node(link.path)
        assert isinstance(scalar, source.document.Scalar)
        if link.written:
            assert scalar.text[slice(*link.written)] in link.url


OLD = "https://a.example/old"


@pytest.mark.parametrize(
    "new",
    [
        "https://a.example/old/",
        "https://www.a.example/old",
        "https://a.example/en/old",
        "https://a.example/en-GB/old/",
        "https://a.example/",
        "https://a.example",
        "https://b.example/?from=old",
        "https://a.example/login",
        "https://login.a.example/old",
        "https://a.example/users/sign_in",
        "https://a.example/new?session_id=1",
        "https://a.example/new?utm_source=x",
        "https://a.example/404.html",
        "https://consent.a.example/?continue=old",
    ],
)
def test_silent_where_the_new_address_is_the_same_or_another_page(new: str) -> None:
    assert found(project(OLD), asked=Said(**{OLD: Answer("moved", "", new)})) == []


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        (OLD, "https://a.example/new", "https://a.example/new"),
        (OLD, "https://b.example/old", "https://b.example/old"),
        ("http://a.example/x", "https://a.example/x", "https://a.example/x"),
        (f"{OLD}#part", "https://a.example/new", "https://a.example/new#part"),
        (OLD, "https://a.example/new#other", "https://a.example/new#other"),
        ("http://a.example", "https://a.example/", "https://a.example/"),
        (OLD, "https://a.example/a(b)", None),
        (OLD, "https://a.example/a'b", None),
        (OLD, "https://a.example/\u202eb", None),
        (OLD, "https://localhost/new", None),
        (OLD, "https://a.example/" + "a" * 400, None),
    ],
)
def test_the_new_address_is_a_fix_where_it_is_plain(
    old: str, new: str, written: str | None
) -> None:
    (finding,) = found(project(old), asked=Said(**{old: Answer("moved", "", new)}))
    assert (finding.id, finding.severity) == ("link-moved", "info")
    put = [edit.replacement for edit in finding.fix.edits] if finding.fix else [None]
    assert put == [written]


def test_only_the_address_in_a_text_is_put_right() -> None:
    text = f'{PERSON}sections: [{{title: A, bullets: ["**See** [the *report*]({OLD}) now."]}}]\n'
    new = "https://a.example/new"
    (finding,) = found(text, asked=Said(**{OLD: Answer("moved", "", new)}))
    assert finding.fix
    (edit,) = finding.fix.edits
    line = text.splitlines()[1]
    assert line[edit.span.column - 1 : edit.span.end_column - 1] == OLD
    assert finding.span
    marked = line[finding.span.column - 1 : finding.span.end_column - 1]
    assert marked == f"[the *report*]({OLD})"


def test_a_profile_or_a_doi_that_redirects_is_no_fault() -> None:
    text = (
        "person: {name: Ada, profiles: [{network: GitHub, username: ada}]}\n"
        "sections: [{title: A, publications: [{title: T, authors: [Ada], doi: 10.1000/x}]}]\n"
    )
    moved = Answer("moved", "", "https://a.example/elsewhere")
    said = Said(**{"https://github.com/ada": moved, "https://doi.org/10.1000/x": moved})
    assert found(text, asked=said) == []
    gone = Answer("gone", "the server knows no such page (404)")
    said = Said(**{"https://github.com/ada": gone, "https://doi.org/10.1000/x": gone})
    assert [one.path for one in found(text, asked=said)] == [
        "/person/profiles/0/username",
        "/sections/0/publications/0/doi",
    ]


@pytest.mark.parametrize("ignored", ["link-dead", "link-*", "link-moved", "*-dead"])
@pytest.mark.parametrize("asked", [None, Said()])
def test_an_ignore_of_what_only_servers_tell_is_never_unused(
    ignored: str, asked: Said | None
) -> None:
    assert found(project(OLD, f', ignore: ["{ignored}"]'), asked=asked) == []
    assert found(f'{project(OLD)}checks: {{ignore: ["{ignored}"]}}', asked=asked) == []


def test_an_ignore_silences() -> None:
    gone = Said(**{OLD: Answer("gone", "there is no site of this name")})
    assert [one.id for one in found(project(OLD), asked=gone)] == ["link-dead"]
    assert found(project(OLD, ", ignore: [link-dead]"), asked=gone) == []


def test_a_glob_that_names_only_what_was_judged_is_still_judged() -> None:
    text = f'{project(OLD)}checks: {{ignore: ["date-o*"]}}'
    assert [one.id for one in found(text, asked=None)] == ["unused-ignore"]
    assert found(text.replace("date-o*", "text-*"), asked=None) == []


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Caller:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(online, "Reach", Own)
    return Caller(capsys)


def test_check_online(call: Caller, tmp_path: Path) -> None:
    with Server(
        {"/gone": plain(404), "/no": plain(403), "/old": plain(308, Location="/new")}
    ) as at:
        for path in ("gone", "no", "old"):
            (tmp_path / f"{path}.yaml").write_text(project(at.url(f"/{path}")), "utf-8")
        files = ("gone.yaml", "no.yaml", "old.yaml")
        told = call("check", "--online", *files)
        assert told.code == 0
        assert "gone.yaml:2:53 warning link-dead" in told.out
        assert "old.yaml:2:53 info link-moved" in told.out
        assert "Links: 2 of 3 could be judged." in told.out
        assert f"refuses programs (403): {at.url('/no')}." in told.out
        assert call("check", "--online", "--strict", *files).code == 1
        machine = call("check", "--online", "--format", "json", *files)
        ids = [one["id"] for one in json.loads(machine.out)["findings"]]
        assert ids == ["link-dead", "link-moved"]
        assert "Links: 2 of 3 could be judged." in machine.err
        assert "Links" not in call("check", "--online", "--quiet", *files).out
        fixed = call("check", "--online", "--fix", "old.yaml")
        assert fixed.code == 0
        assert (tmp_path / "old.yaml").read_text("utf-8") == project(at.url("/new"))
        assert "link-moved" not in fixed.out


def test_check_without_online_asks_nobody(call: Caller, tmp_path: Path) -> None:
    with Server({"/gone": plain(404)}) as at:
        (tmp_path / "cv.yaml").write_text(project(at.url("/gone")), "utf-8")
        assert call("check", "--strict").code == 0
        assert call("check", "--select", "identifiers").code == 0
        assert call("check", "--select", "all", "--ignore", "words,content").code == 0
        refused = call("check", "--select", "link-dead")
        assert (refused.code, refused.err) == (
            2,
            "cvpress: link-dead asks the network. Add --online.\n",
        )
        assert call("check", "--select", "link-dead", "--online", "--strict").code == 1
        assert len(at.asked) == 2


def test_online_without_httpx(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    told = call("check", "--online")
    assert told.code == 2
    assert told.err == (
        "cvpress: --online needs httpx, which is not installed. "
        "Install cvpress with its extra “online”.\n"
    )

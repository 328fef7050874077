"""`--online` against a server that misbehaves in every way: what is gone, what is only unsure."""

from __future__ import annotations

import datetime
import json
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import servers
from hypothesis import given, settings
from hypothesis import strategies as st
from servers import Own, Server, by_method, in_turn, plain, raw

from cvpress import cache, online
from cvpress.errors import UsageError
from cvpress.links import Answer
from cvpress.online import Asker, fetch, memory, reach, verdict

FINE = Answer("fine")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Wait a hundredth as long, and start with an empty cache."""
    monkeypatch.setattr(fetch, "PAUSE", 0.001)
    monkeypatch.setattr(fetch, "AGAIN", 0.003)
    monkeypatch.setattr(verdict, "WAIT", 0.01)
    monkeypatch.setattr(fetch, "TIMEOUT", httpx.Timeout(1.0))
    monkeypatch.setenv("CVPRESS_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def ask(server: Server, path: str, *, seconds: float = 10) -> Answer:
    url = server.url(path)
    return Asker(seconds, Own())([url])[url]


GONE = {404: "the server knows no such page (404)", 410: "the page was taken away (410)"}


@pytest.mark.parametrize("status", [200, 201, 204, 206, 299, 416])
def test_a_page_answers(server: Server, status: int) -> None:
    server.behaviours["/a"] = plain(status)
    assert ask(server, "/a") == FINE


@pytest.mark.parametrize("status", GONE)
def test_what_is_gone_is_gone_to_head_and_get(server: Server, status: int) -> None:
    server.behaviours["/a"] = plain(status)
    assert ask(server, "/a") == Answer("gone", GONE[status])
    assert server.paths() == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize("status", [401, 403, 405, 406, 429, 451, 501, 999])
def test_a_refusal_says_nothing_of_the_page(server: Server, status: int) -> None:
    server.behaviours["/a"] = plain(status)
    assert ask(server, "/a") == Answer("unsure", f"its site refuses programs ({status})")


@pytest.mark.parametrize("status", [100, 300, 301, 302, 304, 400, 402, 418, 500, 502, 503, 599])
def test_all_else_is_unsure(server: Server, status: int) -> None:
    """A redirect without a goal is no redirect; a 100 alone is no answer."""
    server.behaviours["/a"] = plain(status)
    assert ask(server, "/a").kind == "unsure"


@pytest.mark.parametrize("head", [plain(405), plain(403), plain(501), plain(404), servers.reset])
def test_where_head_is_refused_a_get_of_one_byte_decides(
    server: Server, head: servers.Behaviour
) -> None:
    server.behaviours["/a"] = by_method(head, plain(206))
    assert ask(server, "/a") == FINE
    assert server.asked[-1].method == "GET"
    assert server.asked[-1].headers["range"] == "bytes=0-0"


def test_a_busy_server_is_asked_again(server: Server) -> None:
    server.behaviours["/a"] = in_turn(plain(429, Retry_After="0"), plain(503), plain(200))
    assert ask(server, "/a") == FINE
    assert server.paths() == ["HEAD /a"] * 3


def test_a_server_that_wants_us_to_wait_for_long_is_left_alone(server: Server) -> None:
    server.behaviours["/a"] = plain(429, Retry_After="3600")
    assert ask(server, "/a") == Answer("unsure", "its site refuses programs (429)")
    assert server.paths() == ["HEAD /a"]


def test_a_connection_that_breaks_is_tried_again(server: Server) -> None:
    server.behaviours["/a"] = in_turn(servers.reset, servers.reset, plain(200))
    assert ask(server, "/a") == FINE


@pytest.mark.parametrize(
    "behaviour",
    [
        servers.reset,
        raw(b""),
        raw(b"\x00\xff\x16garbage\r\n\r\n"),
        raw(b"HTTP/1.1 two hundred\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"a" * 300_000 + b"\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\n" + b"X-Many: a\r\n" * 30_000 + b"\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Le"),
    ],
    ids=["reset", "empty", "garbage", "no number", "huge header", "many headers", "cut short"],
)
def test_what_is_no_answer_is_unsure(server: Server, behaviour: servers.Behaviour) -> None:
    server.behaviours["/a"] = behaviour
    assert ask(server, "/a") == Answer("unsure", "its site answered nothing that could be read")


def test_a_server_that_says_nothing_is_slow(server: Server) -> None:
    server.behaviours["/a"] = servers.silent
    assert ask(server, "/a") == Answer("unsure", "its site is slow to answer")


def test_the_limit_holds_for_a_server_that_drips(server: Server) -> None:
    server.behaviours |= {"/a": servers.dripping, "/b": plain(200)}
    begun = time.monotonic()
    dripping, other = server.url("/a"), server.url("/b", "other.site.example")
    asker = Asker(0.6, Own())
    found = asker([dripping, other])
    assert time.monotonic() - begun < 5
    assert found == {dripping: Answer("unsure", "no answer came within 0.6 seconds"), other: FINE}
    assert asker([server.url("/c", "third.site.example")]).popitem()[1].kind == "unsure"


def test_a_body_is_never_read_whole(server: Server) -> None:
    server.behaviours["/a"] = by_method(plain(405), servers.endless)
    assert ask(server, "/a") == FINE


def test_redirects_are_followed(server: Server) -> None:
    other = server.url("/c", "other.site.example")
    server.behaviours |= {
        "/for-good": plain(301, Location="/b"),
        "/b": plain(308, Location=other),
        "/for-now": plain(302, Location="/for-good"),
        "/then-for-now": plain(301, Location="/for-now"),
        "/lost": plain(301, Location="/none"),
        "/none": plain(404),
        "/refused": plain(301, Location="/closed"),
        "/closed": plain(403),
    }
    assert ask(server, "/for-good") == Answer("moved", "", other)
    assert ask(server, "/for-now") == FINE
    assert ask(server, "/then-for-now") == Answer("moved", "", server.url("/for-now"))
    assert ask(server, "/lost") == Answer("gone", GONE[404])
    assert ask(server, "/refused").kind == "unsure"
    hosts = [one.headers["host"].partition(":")[0] for one in server.asked if one.target == "/c"]
    assert hosts == ["other.site.example"] * 3


def test_redirects_without_end_have_one(server: Server) -> None:
    server.behaviours["/a"] = lambda client, request: plain(302, Location=f"/a?{request.number}")(
        client, request
    )
    assert ask(server, "/a") == Answer("unsure", "its site redirects without end")
    assert len(server.asked) == fetch.MOST_HOPS


@pytest.mark.parametrize(
    "goal",
    [
        *("ftp://site.example/", "javascript:alert(1)", "mailto:ada@site.example", "\xe9\xff"),
        *("http://site.example:99999/", "http://user:secret@site.example/", "http://[::1/"),
    ],
)
def test_a_redirect_to_what_is_no_page_is_unsure(server: Server, goal: str) -> None:
    server.behaviours["/a"] = plain(302, Location=goal)
    server.behaviours["/%C3%A9%C3%BF"] = plain(500)
    assert ask(server, "/a").kind == "unsure"


def test_nothing_private_is_sent(server: Server) -> None:
    server.behaviours["/a"] = plain(302, Location="/b", Set_Cookie="id=1; Path=/")
    assert ask(server, "/a#part") == FINE
    assert ask(server, "/b") == FINE
    assert server.paths() == ["HEAD /a", "HEAD /b", "HEAD /b"]
    for request in server.asked:
        assert not {"cookie", "referer", "authorization"} & set(request.headers)
        assert request.headers["user-agent"].startswith("cvpress/")
    url = server.url("/c").replace("site", "ada:secret@site", 1)
    answer = Asker(5, Own())([url])[url]
    assert answer == Answer("unsure", "there is a password in it, which is never sent")
    assert len(server.asked) == 3


def test_names_in_any_script_and_machines_by_number(server: Server) -> None:
    url = server.url("/a", "münchen.example")
    assert Asker(5, Own())([url])[url] == FINE
    assert server.asked[0].headers["host"] == f"xn--mnchen-3ya.example:{server.port}"
    number = server.url("/a", "127.0.0.1")
    assert Asker(5, reach.Reach(private=True))([number])[number] == FINE
    six = Server(address="::1")
    try:
        six.__enter__()
    except OSError:  # a machine without IPv6: then nothing answers there
        six = server
    url = six.url("/a", "[::1]")
    answer = Asker(5, reach.Reach(private=True))([url])[url]
    assert answer.kind == ("unsure" if six is server else "fine")
    assert six is server or six.asked[0].headers["host"] == f"[::1]:{six.port}"
    six.__exit__()


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *(
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "fc00::1",
        ),
        *(
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "2002:7f00:1::",
            "ff02::1",
            "64:ff9b:1::1",
            "64:ff9b::a00:1",
        ),
    ],
)
def test_no_private_machine_is_asked(server: Server, address: str) -> None:
    literal = f"[{address}]" if ":" in address else address
    for host, resolved in ((literal, address), ("site.example", address)):
        url = server.url("/", host)
        for addresses in ([resolved], ["93.184.216.34", resolved]):
            asker = Asker(5, reach.Reach(lambda _, found=addresses: found))  # type: ignore[misc]
            assert asker([url])[url] == Answer("unsure", reach.PRIVATE)
    assert server.asked == []


def test_a_redirect_into_a_private_network_is_not_followed(server: Server) -> None:
    for number, goal in enumerate(("http://127.0.0.1:1/", "http://inside.example/", "//[::1]/")):
        server.behaviours[f"/{number}"] = plain(301, Location=goal)
        assert ask(server, f"/{number}") == Answer("unsure", reach.PRIVATE)


@pytest.mark.parametrize(
    ("name", "year", "trusted", "answer"),
    [
        ("site.example", 2099, True, FINE),
        ("site.example", 2021, True, Answer("gone", "the certificate of its site has expired")),
        (
            "other.example",
            2099,
            True,
            Answer("gone", "the certificate of its site is another site's"),
        ),
        (
            "site.example",
            2099,
            False,
            Answer("unsure", "the certificate of its site could not be verified"),
        ),
    ],
)
def test_certificates(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    year: int,
    trusted: bool,
    answer: Answer,
) -> None:
    context = servers.certificate(
        tmp_path, name, datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
    )
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    with Server(context=context) as secure:
        assert ask(secure, "/") == answer


def test_a_server_that_speaks_no_tls_is_unsure(server: Server) -> None:
    url = server.url("/").replace("http:", "https:")
    assert Asker(5, Own())([url])[url].kind == "unsure"


def test_a_name_that_nobody_knows_is_gone_only_where_somebody_was_heard(server: Server) -> None:
    nowhere = "http://nowhere.example/"
    assert Asker(5, Own())([nowhere])[nowhere].kind == "unsure"
    found = Asker(5, Own())([nowhere, server.url("/")])
    assert found[nowhere] == Answer("gone", "there is no site of this name")


def test_a_link_that_answered_an_hour_ago_tells_whether_the_network_is_there(
    server: Server,
) -> None:
    fine, nowhere = server.url("/fine"), "http://nowhere.example/"
    Asker(5, Own())([fine])
    server.asked.clear()
    assert Asker(5, Own())([fine, nowhere])[nowhere].kind == "gone"
    assert server.paths() == ["HEAD /fine"]
    server.__exit__()
    cache.store("links", "answers-1.json", b"{}", 1)
    assert Asker(5, Own())([nowhere])[nowhere].kind == "unsure"


def test_a_name_that_can_not_be_looked_up_is_unsure() -> None:
    def fails(_: str) -> list[str]:
        raise reach.NotReached("the name of its site could not be looked up")

    url = "http://site.example/"
    assert Asker(5, reach.Reach(fails))([url])[url].why.endswith("could not be looked up")
    with pytest.raises(reach.NotReached):
        reach.look_up("a" * 70 + ".example")


def test_a_look_up_that_hangs_holds_nobody_up() -> None:
    def hangs(_: str) -> list[str]:
        time.sleep(3)
        return ["93.184.216.34"]

    begun = time.monotonic()
    url = "http://site.example/"
    assert Asker(0.2, reach.Reach(hangs))([url])[url].kind == "unsure"
    assert time.monotonic() - begun < 2


def test_a_proxy_is_used_and_asked_for_nothing_private(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
    monkeypatch.setenv("no_proxy", "direct.example")
    behind = reach.Reach()
    url = "http://nowhere.example/page"
    assert Asker(5, behind)([url])[url] == FINE
    assert server.paths() == [f"HEAD {url}"]
    for host in ("127.0.0.1", "localhost", "[::1]", "a.local", "192.168.0.1"):
        url = f"http://{host}/"
        assert Asker(5, behind)([url])[url] == Answer("unsure", reach.PRIVATE)
    assert len(server.asked) == 1
    assert behind.proxy("http", "direct.example") is None


def test_a_server_gets_one_question_at_a_time_and_others_do_not_wait(server: Server) -> None:
    def slow(client: servers.socket.socket, request: servers.Request) -> None:
        time.sleep(0.03)
        plain(200)(client, request)

    server.behaviours |= {f"/{n}": slow for n in range(60)}
    Asker(10, Own())([server.url(f"/{n}") for n in range(10)])
    assert server.most_at_once == 1
    Asker(10, Own())([server.url(f"/{n}", f"s{n}.site.example") for n in range(10, 60)])
    assert 1 < server.most_at_once <= 12
    assert len(server.asked) == 60


def test_what_answered_is_not_asked_again_for_a_day(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.behaviours |= {"/gone": plain(404), "/busy": plain(403)}
    urls = [server.url(path) for path in ("/fine", "/gone", "/busy")]
    now = time.time()
    asked = []
    for later in (0, 60, 2 * 3600, 25 * 3600):
        monkeypatch.setattr(memory.time, "time", lambda later=later: now + later)
        server.asked.clear()
        found = Asker(5, Own())(urls)
        assert [found[url].kind for url in urls] == ["fine", "gone", "unsure"]
        asked.append(sorted({one.target for one in server.asked}))
    assert asked == [
        ["/busy", "/fine", "/gone"],
        ["/busy"],
        ["/busy", "/gone"],
        ["/busy", "/fine", "/gone"],
    ]


def test_the_cache_tells_nobody_what_stands_in_a_cv(server: Server) -> None:
    assert ask(server, "/secret") == FINE
    kept = (cache.folder("links") / "answers-1.json").read_text("utf-8")
    assert "secret" not in kept
    assert "site.example" not in kept
    assert len(json.loads(kept)) == 1


@pytest.mark.parametrize(
    "kept", ["", "[]", "{", '{"a": 1}', "null", '"x"', "\ud800".encode("utf-8", "surrogatepass")]
)
def test_a_cache_that_is_not_ours_counts_as_none(server: Server, kept: str | bytes) -> None:
    path = cache.folder("links") / "answers-1.json"
    path.write_bytes(kept if isinstance(kept, bytes) else kept.encode())
    key = memory._key(server.url("/a"))
    assert ask(server, "/a") == FINE
    for wrong in ({"kind": "moved"}, {"kind": "fine", "why": 1}, {"kind": "fine", "why": ""}, 3):
        path.write_text(json.dumps({key: wrong}), "utf-8")
        server.asked.clear()
        assert ask(server, "/a") == FINE
        assert server.paths() == ["HEAD /a"]


def test_each_link_is_asked_for_once(server: Server) -> None:
    server.behaviours["/old"] = plain(301, Location="/new")
    asker = Asker(5, Own())
    urls = [server.url("/old"), server.url("/old"), server.url("/a")]
    assert set(asker(urls)) == set(urls)
    asker([*urls, server.url("/new")])
    assert sorted(server.paths()) == ["HEAD /a", "HEAD /new", "HEAD /old"]


def test_what_a_person_is_told(server: Server) -> None:
    server.behaviours |= {"/gone": plain(404), **{f"/{n}": plain(403) for n in range(5)}}
    asker = Asker(5, Own())
    assert asker.told() == []
    asker([server.url(path) for path in ("/fine", "/gone", "/0", "/1", "/2", "/3", "/4")])
    first, second = asker.told()
    assert first == "Links: 2 of 7 could be judged."
    assert second.startswith("Not judged, since its site refuses programs (403): http://site.exam")
    assert second.endswith(" and 2 more.")


def test_without_httpx_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(UsageError, match="needs httpx, which is not installed"):
        online.Asker()


@given(st.text(max_size=40) | st.integers().map(str) | st.floats().map(str))
def test_any_retry_after_is_read(header: str) -> None:
    seconds = verdict.wait(header)
    assert seconds is None or 0 <= seconds <= verdict.LONGEST_WAIT


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, 0.01),
        ("0", 0),
        ("7", 7),
        ("11", None),
        ("soon", 0.01),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("Wed, 21 Oct 2115 07:28:00 GMT", None),
    ],
)
def test_how_long_a_server_wants_us_to_wait(header: str | None, seconds: float | None) -> None:
    assert verdict.wait(header) == seconds


@given(
    st.lists(
        st.binary(max_size=40)
        | st.sampled_from(
            [
                b"HTTP/1.1 200 OK",
                b"HTTP/1.0 301 A",
                b"\r\n",
                b"Location: ",
                b"http://[",
                b"\r\n\r\n",
            ]
        ),
        max_size=8,
    ).map(b"".join)
)
@settings(max_examples=25)
def test_no_bytes_of_a_server_stop_us(reply: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetch, "AGAIN", 0.0)
        with Server({"/a": raw(reply)}) as strange:
            assert ask(strange, "/a", seconds=3).kind in ("fine", "moved", "gone", "unsure")

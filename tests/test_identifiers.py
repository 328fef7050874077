"""Links, email addresses, ORCIDs, DOIs: silent on correct forms, at the word on wrong ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress import addresses, runner, source
from cvpress.checks.orcid_checksum import checksum
from cvpress.finding import Finding
from cvpress.settings import Wishes, read

GOOD_LINKS = [
    "https://example.org",
    "http://example.org/a_b(c)?x={y}#z",
    "https://münchen.example/straße",
    "https://例え.テスト/",
    "https://भारत.भारत/",
    "https://xn--mnchen-3ya.example/",
    "https://[2001:db8::1]:8080/x",
    "https://192.168.0.1/",
    "https://example.museum",
    "https://a.photography",
    "https://ada@host.example/",
    "https://web.archive.org/web/2020/https://example.org/",
    "mailto:ada+cv@example.org",
    "mailto:a@b.example?subject=x%20y",
    "tel:+32-16-550100",
    "tel:+1-201-555-0123;ext=5",
    "https://httpbin.org/",
    "https://example.org./",
    "https://my_host.example.org",
    "https://example.org:8443/",
    "HTTPS://EXAMPLE.ORG",
    "https://doi.org/10.1000/x",
    "https://scholar.google.com/citations?user=a&hl=en",
    "https://example.org/~ada/,;:!$'*+=@",
    "https://t.co",
    "https://example.org?q=1",
    "https://example.org#a",
]


@pytest.mark.parametrize("link", GOOD_LINKS)
def test_a_good_link_is_let_alone(link: str) -> None:
    assert addresses.link(link) is None


@pytest.mark.parametrize("link", ["example.org", "httpbin.org", "example.org:80/x", "www.x.org/a"])
def test_a_website_may_leave_the_beginning_out(link: str) -> None:
    assert addresses.link(link, bare=True) is None
    assert addresses.link(link) is not None


def says_what_to_do(slip: addresses.Slip) -> bool:
    return bool(slip.help) or slip.instead is not None


@pytest.mark.parametrize(
    ("link", "word", "instead"),
    [
        ("example.org/x", "example.org/x", "https://example.org/x"),
        ("https://https://x.org", "https://", ""),
        ("https://http//x.org", "https://", ""),
        ("https//x.org", "https//", "https://"),
        ("http:/x.org", "http:/", "http://"),
        ("https:x.org", "https:", "https://"),
        ("https:///x.org", "https:///", "https://"),
        ("ftp://x.org", "ftp:", None),
        ("htps://x.org", "htps:", "https:"),
        ("htttp://x.org", "htttp:", "http:"),
        ("javascript:alert(1)", "javascript:", None),
        ("file:///etc/passwd", "file:", None),
        ("https://", "https://", None),
        ("//x.org", "//x.org", None),
        ("https://example/x", "example", None),
        ("https://a..org", "..", "."),
        ("https://exa mple.org", " ", None),
        ("https://x.con/y", "con", "com"),
        ("https://x,y.org", ",", None),
        ("https://1.2.3/", "3", None),
        ("https://-a.org", "-a.org", None),
        ("https://x.org:abc/", "abc", None),
        ("mailto:ada", "ada", None),
        ("mailto:ada@b..org", "..", "."),
        ("tel:abc", "abc", None),
        ("foo", "foo", None),
    ],
)
def test_a_wrong_link_is_shown_at_the_word(link: str, word: str, instead: str | None) -> None:
    slip = addresses.link(link)
    assert slip is not None
    assert says_what_to_do(slip)
    assert (link[slip.start : slip.end], slip.instead) == (word, instead)


@pytest.mark.parametrize(
    "email",
    [
        "a@b.example",
        "a+b@münchen.example",
        "o'neil@x.org",
        "x_y-z.9@sub.x.photography",
        '"a b"@x.org',
        "用户@例子.广告",
        "a@[192.168.0.1]",
        "a@xn--mnchen-3ya.example",
        "A@B.ORG",
    ],
)
def test_a_good_email_is_let_alone(email: str) -> None:
    assert addresses.email(email) is None


@pytest.mark.parametrize(
    ("email", "word"),
    [
        ("ada", "ada"),
        ("ada (at) b.org", "ada (at) b.org"),
        ("a@@b.org", "@"),
        ("a@b@c.org", "@"),
        ("@b.org", "@"),
        ("a..b@c.org", ".."),
        (".a@b.org", "."),
        ("a.@b.org", "."),
        ("a@b", "b"),
        ("a@b..org", ".."),
        ("a@gmail.con", "con"),
        ("a b@c.org", " "),
        ("a@b .org", " "),
        ("a,b@c.org", ","),
        ("<a@b.org", "<"),
        ("<a@b.org>", "<a@b.org>"),
        ("Ada B <a@b.org>", "Ada B <a@b.org>"),
        ("mailto:a@b.org", "mailto:"),
        ("a@b.org, c@d.org", "a@b.org, c@d.org"),
        ("a@b.org/c@d.org", "a@b.org/c@d.org"),
        ("a@b.org or c@d.org", "a@b.org or c@d.org"),
        ("a@b.org,", ","),
    ],
)
def test_a_wrong_email_is_shown_at_the_word(email: str, word: str) -> None:
    slip = addresses.email(email)
    assert slip is not None
    assert says_what_to_do(slip)
    assert email[slip.start : slip.end] == word


@pytest.mark.parametrize(
    ("email", "cured"),
    [
        ("a@@b.org", "a@b.org"),
        ("a@b@c.org", None),
        ("Ada B <a@b.org>", "a@b.org"),
        ("mailto:a@b.org", "a@b.org"),
        ("a..b@c.org", "a.b@c.org"),
        ("a.@c.org", None),
    ],
)
def test_what_is_surely_meant_is_put_there(email: str, cured: str | None) -> None:
    slip = addresses.email(email)
    assert slip is not None
    sure = slip.instead is not None
    assert (f"{email[: slip.start]}{slip.instead}{email[slip.end :]}" if sure else None) == cured


@pytest.mark.parametrize(
    ("email", "instead"),
    [("ada@x .org", ""), ("ada @x.org", ""), ("ada example@x.org", None), ("a@ex ample.org", None)],
)
def test_a_space_goes_only_where_no_other_sign_can_be_meant(
    email: str, instead: str | None
) -> None:
    slip = addresses.email(email)
    assert slip is not None
    assert slip.instead == instead


@given(st.text(max_size=30))
def test_any_text_is_judged(text: str) -> None:
    for slip in (addresses.link(text), addresses.link(text, bare=True), addresses.email(text)):
        assert slip is None or 0 <= slip.start <= slip.end <= len(text)
        assert slip is None or says_what_to_do(slip)


def test_the_last_sign_of_an_orcid() -> None:
    # The two examples of orcid.org's page "Structure of the ORCID Identifier", and one with an X.
    assert checksum("0000-0002-1825-009") == "7"
    assert checksum("0000-0001-5109-370") == "0"
    assert checksum("0000-0002-1694-233") == "X"


@given(st.integers(0, 10**15 - 1), st.integers(0, 14), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(number: int, at: int, by: int) -> None:
    digits = f"{number:015}"
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    assert checksum(digits) != checksum(wrong)


def found(person: str, publication: str = "") -> list[Finding]:
    text = f"person: {{name: A B, {person}}}\nsections:\n- title: P\n  publications:\n"
    text += f"  - {{title: T, authors: [A B]{publication}}}\n"
    document = source.read(text.encode(), "cv.yaml")
    found = runner.checks(document, read(document, Wishes(today="2026-01-15")))
    return [one for one in found if one.id in ("orcid-checksum", "doi-malformed")]


@pytest.mark.parametrize(
    ("orcid", "right"),
    [
        ("http://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("0000000218250097", "0000-0002-1825-0097"),
        ("0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("0000 0002 1825 0097", "0000-0002-1825-0097"),
        ("0000-0002-1825-0079", None),
        ("0000-0002-1825", None),
        ("http://orcid.org/0000-0002-1825-0079", None),
        ("٠٠٠٠-0002-1825-0097", None),
        ("unknown", None),
    ],
)
def test_another_form_of_an_orcid_is_mended_a_wrong_one_is_not(
    orcid: str, right: str | None
) -> None:
    (only,) = found(f'orcid: "{orcid}"')
    mended = only.fix.edits[0].replacement if only.fix else None
    assert mended == right


@pytest.mark.parametrize(
    "doi",
    [
        "10.1038/s41586-020-2649-2",
        "https://doi.org/10.1000/x",
        "doi:10.1000/x",
        "10.1000.10/x",
        "10.1016/S0140-6736(20)30183-5",
        "10.1002/(SICI)1097-4679(199911)55:11<1>3.0.CO;2-Q",
        "10.48550/arXiv.2301.00001",
        "10.1000/ümlaut",
    ],
)
def test_a_good_doi_is_let_alone(doi: str) -> None:
    assert found("", f', doi: "{doi}"') == []


@pytest.mark.parametrize(
    ("doi", "right"),
    [
        ("https://doi.org/https://doi.org/10.1000/x", "https://doi.org/10.1000/x"),
        ("http://dx.doi.org/10.1000/x", "10.1000/x"),
        ("DOI: 10.1000/x", "10.1000/x"),
        ("10.1000/x.", "10.1000/x"),
        ("10.1000/x y", None),
        ("10.1/x", None),
        ("10.1000", None),
        ("https://doi.org/10.1145/", None),
        ("doi:", None),
        ("s41586-020-2649-2", None),
    ],
)
def test_a_wrong_doi(doi: str, right: str | None) -> None:
    (only,) = found("", f', doi: "{doi}"')
    mended = None
    if only.fix:
        (edit,) = only.fix.edits
        line = f'  - {{title: T, authors: [A B], doi: "{doi}"}}'
        start, end = edit.span.column - 1, edit.span.end_column - 1
        mended = (line[:start] + edit.replacement + line[end:]).split('"')[1]
    assert mended == right

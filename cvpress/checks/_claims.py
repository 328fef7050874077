"""Claims about what is to come, in English prose: “to appear in 2023”, “expected May 2022”.

A claim is a frame (“in submission to”) and the date that belongs to it. What is told of the past is
none: “sales exceeded the level expected in 2022” is a fact for good. A frame therefore counts only
where the words before it in its clause are few and hold no verb of the past, and a date only where
nothing that it could belong to follows it (“expected 2022 revenue”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from cvpress.dates import parse

_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_SEASONS = ("spring", "summer", "fall", "autumn", "winter")
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?|" + "|".join(_SEASONS)
)
_YEAR = r"(?<![\d.:/–-])(?P<year>(?:19|20)\d\d)(?:[-–/](?P<to>(?:20)?\d\d))?(?![\d:/–-]|\.\d)"
_TIME = (
    r"(?:\b(?:early|mid|late|(?:the )?(?:end|beginning) of)[ -])?"
    rf"(?:(?:\b\d\d?(?:st|nd|rd|th)? )?\b(?P<name>{_NAME})(?: \d\d?(?:st|nd|rd|th)?)?,? (?:of )?)?"
    rf"{_YEAR}"
)
_LETTERS = "[\\w'’&/+.-]"
_VENUE = (  # the name of a journal or conference, and the small words around it
    r"(?:[ ,(:]+(?:in|at|on|by|the|of|for|and|a|&|to|with|from|book|chapter|paper|article"
    rf"|(?-i:[A-Z]){_LETTERS}*)(?=[ ,(:]))*[ ,(:]+"
)
_FEW = rf"(?: (?!\w+ed\b|data\b|results\b|since\b|after\b){_LETTERS}+){{0,6}}"
_VERB = (
    r"(?:start|join|beginn?|graduat|receiv|complet|finish|defend|attend|present|appear|serv|speak"
    r"|teach|mov|intern|submitt?|publish|releas|launch|return)(?:e|ing|ed)?\b"
)
_EVENT = (
    r"(?: (?:date of )?(?:graduation|completion|publication|release|defen[cs]e|degree|start|end"
    rf"|conferral|delivery)(?: date)?| to (?:be \w+|{_VERB}))?"
)
_ROLE = (
    r"(?:student|intern|fellow|engineer|professor|scientist|researcher|analyst|associate|postdoc)"
)
_ENDS = r"\s*(?:[.,;:!?()\[\]–—|/]|$|(?:and|or|at|with|from|entry|admission|intake|start)\b)"
_EXPECTED_AFTER = r" ?[,(]? ?(?:expected|anticipated)\b"


class _Frame(NamedTuple):
    """What may stand before a date and makes it a claim, with all that may stand in between.

    `sign`: letters without which it can't be there. `whole`: the date ends what is said. `paper`:
    only behind a word for a paper, or as the first words.
    """

    sign: str
    words: str
    whole: bool = True
    paper: bool = False


_FRAMES = (
    _Frame("submi", rf"(?:submitting(?: \w+){{0,3}} to|(?:in|under) submission){_VENUE}", False),
    _Frame("review", rf"(?:under review|in review(?= (?:at|for|by|with) )){_VENUE}", False),
    _Frame("revision", rf"(?:in|under) revision{_VENUE}", False),
    _Frame("appear", rf"to appear{_VENUE}", False),
    _Frame("forthcoming", rf"forthcoming{_VENUE}", False),
    _Frame("in press", rf"in press{_VENUE}", False),
    _Frame("submitted to", rf"(?:to be )?submitted to(?= (?-i:[A-Z\d])| the (?-i:[A-Z])){_VENUE}",
           False, True),
    _Frame("expected", rf"expected{_EVENT}(?: ?[:,(]| in| by| on| for)* "),
    _Frame("anticipated", rf"anticipated{_EVENT}(?: ?[:,(]| in| by| on| for)* "),
    _Frame("will ", rf"will (?:be )?{_VERB}{_FEW},? (?:in|on|by|starting|beginning) "),
    _Frame("to be ", rf"to be {_VERB}{_FEW} ?[,(]? ?(?:in |on |by )?", True, True),
    _Frame("applying", rf"(?:now |currently )?applying (?:for|to){_FEW}(?: for| in)?,? \(?"),
    _Frame("graduating", r"graduating(?: in| on)?,? \(?"),
    _Frame("incoming", rf"incoming (?:[\w.-]+ ){{0,3}}{_ROLE}(?:,| at| to| in| \(){_FEW}[ ,(]*"),
    _Frame("valid ", r"valid (?:until|through|till|to):? ", False),
    _Frame("expir", r"expir(?:es|ing)(?: in| on)?:? ", False),
)  # fmt: skip
# What makes the words before a frame a tale of the past, or of something else.
_TALE = (
    r"\b(?:\w{2,}ed|was|were|had|has been|led|wrote|won|made|built|gave|ran|taught|held|got|saw"
    r"|than|as|that|which|who|whose|not|if|would|should|how|when|one of|(?:the|our) (?:first|last"
    r"|only|next|earliest|latest)|predict\w*|forecast\w*|quote\w*)\b"
)
_PAPER = (
    r"(?:^|\b(?:papers?|manuscripts?|work|articles?|preprints?|chapters?|book|thesis|study|abstract"
    r"|extension|version|results|degree|findings|monograph|album|sequel)(?: is| are)?"
    r"(?: currently)?)\s*$"
)
_CLAUSE = r"[.:;!?,()\[\]|•–—]"
_MOST = 6  # words before a frame in its clause
_FAR = 200  # letters that are looked at before a date
_SETTLED = r"\b(?:accepted|rejected|withdrawn|published|appeared)\b"
_QUOTED = r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]"


class Claim(NamedTuple):
    """The stretch `[start, end)` of a text that says what is to come. `when`: its date."""

    start: int
    end: int
    when: str


def overtaken(prose: str, today: date) -> Iterator[Claim]:
    """Yield each claim of a text whose time is surely over, in the order of the text.

    None stands within quotation marks, and none is told where a later word says what came of it.
    """
    low = prose.lower() if "19" in prose or "20" in prose else ""
    frames = [frame for frame in _FRAMES if frame.sign in low]
    if not frames:
        return
    bare = _re(_QUOTED).sub(lambda quote: "\ufffc" * len(quote[0]), prose)
    end = 0
    for found in _re(_TIME).finditer(bare):
        start, stop = _stretch(frames, bare, end, found)
        if start < stop and _last(found) < today and not _re(_SETTLED).search(bare, stop):
            end = stop
            at = found.start("name") if found["name"] else found.start("year")
            yield Claim(start, stop, bare[at : found.end()])


def _stretch(frames: list[_Frame], prose: str, least: int, time: re.Match[str]) -> tuple[int, int]:
    """Return the stretch of the claim that ends in a date, an empty one where there is none."""
    floor = max(least, time.start() - _FAR)
    after = _re(_EXPECTED_AFTER).match(prose, time.end())
    if after and _re(_ENDS).match(prose, after.end()):
        return time.start(), after.end()
    whole = _re(_ENDS).match(prose, time.end()) is not None
    for frame in frames:
        if whole or not frame.whole:
            found = _re(rf"(?<!\w)(?:{frame.words})$").search(prose, floor, time.start())
            if found and _told_now(_re(_CLAUSE).split(prose[floor : found.start()])[-1], frame):
                return found.start(), time.end()
    return 0, 0


def _told_now(clause: str, frame: _Frame) -> bool:
    """Return whether the words before a frame leave it a claim."""
    if frame.paper:
        return _re(_PAPER).search(clause.strip()) is not None
    return len(clause.split()) <= _MOST and not _re(_TALE).search(clause)


@cache
def _re(pattern: str) -> re.Pattern[str]:
    """Compile a pattern where it is needed: few texts hold a claim, and start-up is dear."""
    return re.compile(pattern, re.IGNORECASE)


def _last(time: re.Match[str]) -> date:
    """Return the last day that the date of a claim may mean."""
    year, to, name = time["year"], time["to"] or "", (time["name"] or "").lower()
    if len(to) == 4 or int(to or 0) > int(year[2:]):
        year, name = max(year[: 4 - len(to)] + to, year), ""
    if name and name not in _SEASONS:
        year, name = f"{year}-{_MONTHS.index(name[:3]) // 3 + 1:02}", ""
    return parse(f"{year}-{name}" if name else year, date.min).last

"""DOI, arXiv number and address of an entry, each alone, from wherever exports put them."""

from __future__ import annotations

import re

FIELDS = (
    *("doi", "eprint", "archiveprefix", "eprinttype", "journal", "journaltitle", "volume"),
    *("url", "howpublished", "note"),
)
VERBATIM = frozenset({"doi", "eprint", "url", "howpublished"})

_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)+", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/|arxiv:\s*|abs/", re.IGNORECASE
)
_NUMBER = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
_PREPRINT = re.compile(
    rf"arXiv(?: e-prints?| preprint)?,?:? *(?:arXiv:)?({_NUMBER})", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def find(said: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return doi, arxiv and url, each with its field. `said`: the letters of the fields."""
    found: dict[str, tuple[str, str]] = {}
    if said["doi"]:
        found["doi"] = _bare(said["doi"], _DOI), "doi"
    arxiv = _arxiv(said)
    if arxiv:
        found["arxiv"] = arxiv
    for name in ("url", "howpublished"):
        address = said[name].strip()
        if address and (name == "url" or _ADDRESS.fullmatch(address)):
            _address(address, name, found)
    return found


def _bare(text: str, before: re.Pattern[str]) -> str:
    match = before.match(text.strip())
    return text.strip()[match.end() :] if match else text.strip()


def _arxiv(said: dict[str, str]) -> tuple[str, str] | None:
    kind = (said["archiveprefix"] or said["eprinttype"]).lower()
    number = _bare(said["eprint"], _ARXIV)
    if number and (kind == "arxiv" or (not kind and re.fullmatch(_NUMBER, number))):
        return number, "eprint"
    for name in ("journal", "journaltitle", "note"):
        match = _PREPRINT.fullmatch(said[name].strip(" ."))
        if match:
            return match[1], "note" if name == "note" else "journal"
    corr = _bare(said["volume"], _ARXIV)
    if said["journal"].lower() == "corr" and re.fullmatch(_NUMBER, corr):
        return corr, "journal"
    return None


def _address(address: str, name: str, found: dict[str, tuple[str, str]]) -> None:
    """Take an address: one that a DOI or arXiv number leads to is that number."""
    doi, arxiv = _DOI.match(address), _ARXIV.match(address)
    if doi and doi[0].lower().find("doi.org") >= 0:
        found.setdefault("doi", (address[doi.end() :], name))
    elif arxiv and "arxiv.org" in arxiv[0].lower():
        found.setdefault("arxiv", (address[arxiv.end() :].removesuffix(".pdf"), name))
    else:
        found.setdefault("url", (address, name))

"""Contact icons: a font of our own, one glyph for each way to reach a person.

What a reader's program copies for a glyph is a space, or the word that it stands for: "GitHub:".
tools/build_icons.py makes the font (latex/fonts/icons) in the order of `NAMES`.
"""

from __future__ import annotations

from dataclasses import dataclass

from cvpress import resources

FONT = "cvpress-icons"
FIRST = 33  # slot 32 is left to the space

GENERAL = ("location", "email", "phone", "website")
NAMES = (
    *GENERAL,
    *("ORCID", "GitHub", "GitLab", "Codeberg", "Bitbucket", "Gitee", "LinkedIn", "Xing", "X"),
    *("Bluesky", "Mastodon", "Threads", "Facebook", "Instagram", "Telegram", "Google Scholar"),
    *("Semantic Scholar", "DBLP", "arXiv", "ResearchGate", "Scopus", "SSRN", "Stack Overflow"),
    *("Hugging Face", "Kaggle", "LeetCode", "Codeforces", "HackerRank", "DEV", "Medium"),
    *("YouTube", "Vimeo", "SoundCloud", "Behance", "Dribbble", "ArtStation", "IMDb", "Zhihu"),
    *("Weibo",),
)


@dataclass(frozen=True, slots=True)
class Icon:
    """A glyph: its slot in the font, and whether it is copied as a word or as a space."""

    slot: int
    word: bool


def icon(name: str) -> Icon:
    """Return the icon of this name."""
    return Icon(FIRST + NAMES.index(name), name not in GENERAL)


def glyph(name: str) -> str:
    """Return a glyph's name, by which it is copied (Adobe's rules): `X_i_n_g_colon` is "Xing:"."""
    if name in GENERAL:
        return f"space.{name}"
    letters = ("space" if letter == " " else letter for letter in name)
    return "_".join((*letters, "colon"))


def files() -> dict[str, bytes]:
    """Return the files of the font, by the names under which TeX asks for them."""
    folder = resources.latex() / "fonts" / "icons"
    return {f"{FONT}.{kind}": (folder / f"{FONT}.{kind}").read_bytes() for kind in ("tfm", "pfb")}

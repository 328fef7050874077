"""The texts of the CV looked for in a PDF that was made elsewhere (`scope`)."""

from __future__ import annotations

import unicodedata

from cvpress.printed.model import Printed
from cvpress.proofs.around import around
from cvpress.proofs.comparison import Comparison, Difference
from cvpress.proofs.folding import fold
from cvpress.proofs.scope import written
from cvpress.proofs.stream import stream
from cvpress.proofs.tokens import texts
from cvpress.view.model import View


def compare(printed: Printed, view: View) -> Comparison:
    """Look for each text as written anywhere on the pages.

    A text that is there but for accents, ligatures and soft hyphens is garbled, else it is lost.
    """
    plain, bare = stream(printed, fold), stream(printed, _skeleton)
    lost: list[Difference] = []
    garbled: list[Difference] = []
    count = 0
    for words in written(view):
        forms = [texts([words], how) for how in (str, fold, _skeleton)]
        if not all(forms):
            continue
        text, folded, skeleton = (form[0] for form in forms)
        count += 1
        if plain.find(folded, 0):
            continue
        place = bare.find(skeleton, 0)
        if place is None:
            lost.append(Difference(text.path, text.plain))
            continue
        found = dict.fromkeys(bare.words[place[0] : place[1]])
        seen = " ".join(printed.words[word].text for word in found)
        garbled.append(Difference(text.path, text.plain, seen, around(printed, bare, *place)))
    return Comparison(count, tuple(lost), tuple(garbled), missing=len(lost))


def _skeleton(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.replace("\u00ad", "-"))
    return fold("".join(letter for letter in letters if not unicodedata.combining(letter)))

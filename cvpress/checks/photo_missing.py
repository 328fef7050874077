"""The photo and the signature can be printed: each a PNG or JPEG beside the CV or below.

A wrong name, a picture of a kind that no PDF can hold (HEIC, WebP), or one that was cut short
leaves nothing to print. Told are also an ending that belies the kind, more than 10 MB, and a path
that leads out of the folder of the CV: it would be broken on every other machine. What a camera
wrote into a JPEG (place, time) stays out of the PDF, and a photo taken sideways is set upright.

Bad:
    person: {name: Ada Example, photo: no-such-photo.jpg}
Says:
    1:36 error photo-missing: There is no such file beside the CV.
Bad:
    person: {name: Ada Example, photo: ../ada.png}
Says:
    1:36 error photo-missing: A picture lies beside the CV or below.
Bad:
    person: {name: Ada Example, photo: "https://example.org/ada.png"}
Says:
    1:36 error photo-missing: A picture is a file, not an address.
Bad:
    closing: {location: Leuven, signature: ~/me.png}
Says:
    1:40 error photo-missing: A picture lies beside the CV or below.
Good:
    # with `photo: ada.jpg`, once the file is there
    person: {name: Ada Example, photo: }
Silence:
    `checks: {ignore: [photo-missing]}`; the page is printed without it then.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.beside import Fault
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping

SEVERITY = "error"
ON = True
FAMILY = "identifiers"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each picture, of the CV and of its variants, that can't be printed."""
    for path in _asked(document):
        from cvpress import photo  # 3 ms, for those who have a picture

        found = photo.of(document, path)
        if isinstance(found, Fault):
            yield Problem(path, found.message, help=found.help)


def _asked(document: Document) -> Iterator[str]:
    """Yield where a picture is asked for: by the person, by variants, by the closing."""
    variants = document.node("/variants")
    others = variants.items.values() if isinstance(variants, Mapping) else ()
    for path in ("", *(other.path for other in others)):
        if document.node(f"{path}/person/photo"):
            yield f"{path}/person/photo"
    if document.node("/closing/signature"):
        yield "/closing/signature"

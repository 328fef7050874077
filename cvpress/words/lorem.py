"""Blind text: the Latin that templates are filled with, by its words.

Counted are words that only blind text uses in numbers; real Latin shares the small ones with it.
"""

from __future__ import annotations

import re

from cvpress.words.clauses import words_of

_WORD = re.compile(r"[A-Za-z]+")
_TELLING = words_of(
    "accumsan adipiscing aenean aliqua aliquam aliquet aliquip amet augue bibendum blandit cillum "
    "condimentum congue consectetuer consectetur consequat conubia convallis cras cubilia "
    "cupidatat curabitur cursus dapibus deserunt diam dictum dictumst dignissim donec duis "
    "efficitur egestas eiusmod eleifend elementum elit etiam euismod excepteur exercitation "
    "facilisis faucibus felis fermentum feugiat finibus fringilla fugiat fusce habitasse "
    "hendrerit himenaeos iaculis imperdiet incididunt interdum ipsum irure justo laboris lacinia "
    "lacus laoreet lectus leo ligula lobortis lorem luctus maecenas malesuada mattis mauris "
    "maximus metus minim molestie mollit mollis morbi netus nibh nisi nisl nostrud nullam nunc "
    "occaecat odio orci ornare pariatur pellentesque phasellus placerat platea porta porttitor "
    "posuere praesent proident proin pulvinar purus quam quisque reprehenderit rhoncus risus "
    "sagittis sapien scelerisque sem sollicitudin sociosqu suscipit suspendisse tellus tempor "
    "tincidunt torquent tortor tristique turpis ullamco ultrices ultricies urna varius vehicula "
    "velit venenatis vestibulum vivamus viverra volutpat vulputate"
)
_SMALL = words_of(
    "a ac ad anim ante aptent arcu at class commodo culpa cum curae do dolor dolore dui ea eget "
    "enim erat eros esse est et eu ex fames gravida habitant hac id in inceptos integer labore "
    "laborum libero litora magna massa mi nam natoque nec neque non nostra nulla officia pede "
    "penatibus per pharetra potenti pretium primis quis qui rutrum sed semper senectus sint sit "
    "sunt taciti tempus ut vel veniam vitae voluptate wel"
)
_FEW = 3
_MOST = 0.6  # so much of a text


def lorem(text: str) -> bool:
    """Return whether a text is blind text: three telling words of it, and most of its words."""
    words = [word.lower() for word in _WORD.findall(text)]
    telling = _TELLING.intersection(words)
    if len(telling) < _FEW:
        return False
    blind = sum(word in _TELLING or word in _SMALL for word in words)
    return blind >= len(words) * _MOST

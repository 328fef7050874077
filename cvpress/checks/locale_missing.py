"""A CV in another language than English says which.

Without `locale`, dates and labels print in English (“March 2018 – Present” above a text in French),
and screen readers read the words as English. What the language is, cvpress tells by small words
(der, und), and only where it is sure: names, titles and a few phrases in another language leave an
English CV English. The words are then not checked as English, and spelled only once the file says
its language. Just the first such word is pointed at.

Bad:
    sections:
      - title: Expérience professionnelle
        experience:
          - organization: Clinique des Lilas
            title: Infirmière de nuit
            highlights: [Prise en charge de patients dans un service d'urgences.]
Says:
    2:12 warning locale-missing: This CV reads as French, and no `locale` says so.
Good:
    locale: zh
    sections: [{title: 工作经历, text: 负责订单系统的设计与开发。}]
Good:
    sections:
      - title: Experience
        experience:
          - organization: Clinique des Lilas
            title: Infirmière de nuit
            highlights: ["Led the night shift. Mention très bien avec les félicitations du jury."]
Silence:
    `locale: en`, if it is English after all; `checks: {ignore: [locale-missing]}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema.undeclared import own_words
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words.recognized import name, shown

SEVERITY = "warning"
ON = True
FAMILY = "schema"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem at the first word of a language that the file does not say."""
    tag = document.spoken
    for field in own_words(document) if tag else ():
        if at := shown(field.scalar.text, tag):
            message = f"This CV reads as {name(tag)}, and no `locale` says so."
            help = f"Write `locale: {tag}` in a line of its own, or `locale: en` if it is English."
            yield Problem(field.path, message, at=at, help=help)
            return

"""Words: which are right, which are one slip from a right one, how names are written.

Nothing here knows a document: the functions take texts with the roles of their words
(`cvpress.schema.fields.Role`) and return stretches of them.

text.py      a text and its tokens
lookup.py    the dictionary and the tables of cvpress/data
told.py      the words that a document tells are names
right.py     which words are right where they stand
near.py      slips of the fingers: what is one slip, or two, away
nearest.py   what may be meant by an unknown word, and how sure that is
short.py     slips in the small words
likely.py    how likely a Capitalised word is a slip rather than a name
capitals.py  Capitalised words: names, or slips in Title Case
strange.py   stretches of a text in another language
suggest.py   the right word that was probably meant
spelling.py  misspelled, unknown and name-like words of texts
casing.py    names that are always written one way
twice.py     words typed twice
two_ways.py  the same thing written two ways
varieties.py British and American spelling mixed
lorem.py     the Latin that templates are filled with
clauses.py   words with nothing but a space between them: what frames of words look at
confused.py  right words in the place of others, by their neighbours
slots.py     kinds of words that a frame can ask for
article.py   a and an, by sound
verbs.py     the forms of verbs: which tense the first word of a line tells
tense.py     the present in a line that should be in the past
quotes.py    quotation marks in pairs, and of which kind
nouns.py     nouns that are counted, with their plurals
phrases.py   the phrase of a counted noun: where it ends, and in which number
counted.py   nouns that do not agree in number with the small words before them
measures.py  nor with counts and measures
relative.py  verbs behind "that" that do not agree with their noun
subjects.py  verbs that do not agree with the subject of their sentence
agreement.py words that do not agree in number
dictionaries.py  where Hunspell dictionaries of other languages lie
hunspell.py  one of them, loaded
composed.py  words of other languages that are made of known ones
foreign.py   unknown words and names of texts in other languages
"""

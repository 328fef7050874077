"""Proofs: one file each, judging the printed page against the view.

A proof is made as a check is (CONTRIBUTING.md), with `check(printed, view)`; its docstring is its
manual page. The files without a manual page are what the proofs share, from the ground up:

    saying        how a text is quoted
    scope         which PDFs are ours, and what can be asked of others
    folding       letters that mean the same where another tool set the page
    tokens        texts as tokens
    stream        the printed page as tokens, in which texts are looked for
    feet          the words at the feet of the pages, which are no texts
    hunks         where two lists of tokens differ
    chain         of the texts that were found, those that come in their order
    placing       where each text stands
    around        what is copied before a place and after it
    comparison    what comes out when all this is held against the view
    differences   what stands in the place of texts that stand nowhere
    strangers     what is copied without being a text
    elsewhere     texts looked for in a PDF that another tool made
    reading       the view read against the page: a comparison
    parts         headings, paragraphs, entries, from top to bottom
    standing      these parts with the words that show them
    lines         words as the lines that an eye sees
    edges         the right edge that dates and places share
"""

"""Checks: one file each, judging the document. A file's docstring is its manual page.

Each module has SEVERITY, ON, FAMILY, LANGUAGES and `check(document, settings)`: see
CONTRIBUTING.md.
"""

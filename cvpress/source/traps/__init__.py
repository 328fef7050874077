"""YAML's traps: what the author of a text meant, where YAML read something else."""

from cvpress.source.traps.colons import as_text, unquoted_colon

__all__ = ["as_text", "unquoted_colon"]

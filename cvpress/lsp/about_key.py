"""What the schema says of a key, as Markdown."""

from __future__ import annotations

import json
from typing import Any

from cvpress.schema import shape

_MOST = 3  # examples of a key; a list of networks is no help


def about(name: str, node: shape.Schema) -> str:
    """Return what the schema says of a key: its title, what it is for, and examples."""
    title, description = shape.said(node, "title"), shape.said(node, "description")
    told = [f"**{name}**" + (f" ({title})" if title else ""), description]
    examples = [_written(one) for one in shape.word(node, "examples", ())[:_MOST]]
    if examples:
        told.append("```yaml\n" + "\n".join(f"{name}: {one}" for one in examples) + "\n```")
    return "\n\n".join(filter(None, told))


def _written(value: Any) -> str:
    """Return an example as one would write it: JSON is YAML, and a plain text needs no quotes."""
    if isinstance(value, str) and value[:1].isalnum() and ": " not in value and " #" not in value:
        return value
    return json.dumps(value, ensure_ascii=False)

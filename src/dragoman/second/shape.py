"""The shape of an answer, as JSON Schema for the model's server: the codebook's records, with bare quotes as evidence.

It keeps to what servers that constrain a model's output understand (no ``if``, no ``allOf``, no lengths): each kind is
an alternative of its own. The codebook's own schema is checked afterwards and knows more.
"""

from __future__ import annotations

from typing import Any

from dragoman.codebook.book import UNSPECIFIED, Codebook, Kind
from dragoman.codebook.schema import DATE, STATE, Schema

MOST = {"records": 60, "actors": 20, "topics": 10, "evidence": 8}
"""How long a list may be: a small model that has begun to repeat itself would not end."""

_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"anyOf": [{"type": "string"}, {"type": "null"}]}


def shape(book: Codebook) -> Schema:
    """The schema of an answer: ``{"records": […]}``."""
    records = _list("records", {"anyOf": [_ref(f"record_{code}") for code in book.kinds]})
    shared = {
        "status": {"type": "string", "enum": list(book.statuses)},
        "office": _or_null({"type": "string", "enum": list(book.offices)}),
        "state": _or_null({"type": "string", "pattern": STATE}),
        "date": _or_null({"type": "string", "pattern": DATE}),
        "topics": _list("topics", {"type": "string", "enum": list(book.topics)}),
        "evidence": {**_list("evidence", _TEXT), "minItems": 1},
    }
    kinds = {f"record_{kind.code}": _record(kind) for kind in book.kinds.values()}
    return {**_object({"records": records}), "$defs": {**shared, **kinds}}


def _record(kind: Kind) -> Schema:
    slots: Schema = {
        "kind": {"type": "string", "enum": [kind.code]},
        "type": {"type": "string", "enum": [*kind.types, UNSPECIFIED]},
        "act": {"type": "string", "enum": list(kind.acts)} if kind.acts else {"type": "null"},
        "status": _ref("status"),
        "date": _ref("date"),
        "end_date": _ref("date"),
        "place": _TEXT_OR_NULL,
        "actors": {**_list("actors", _actor(kind)), "minItems": 1},
        "topics": _ref("topics"),
        "name": _TEXT_OR_NULL,
        "evidence": _ref("evidence"),
    }
    return _object(slots)


def _actor(kind: Kind) -> Schema:
    role = {"type": "string", "enum": list(kind.roles)}
    return _object({"role": role, "name": _TEXT_OR_NULL, "office": _ref("office"), "state": _ref("state")})


def _list(slot: str, items: Schema) -> Schema:
    return {"type": "array", "maxItems": MOST[slot], "items": items}  # in the order in which they are checked


def _object(properties: dict[str, Any]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}

"""JSON Schema (draft 2020-12) of a coded dispatch, made from the codebook."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from dragoman.codebook.book import UNSPECIFIED, Codebook, Kind

Schema = dict[str, Any]

DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
STATE = r"^[A-Z][A-Z0-9]{1,7}$"
_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_SOURCE: Schema = {
    "guid": {"type": "string", "description": "the agency's own id, where `id` is another"},
    "version": {"type": "integer", "description": "counts the agency's corrections"},
    "pubstatus": {"type": "string", "description": "`usable`, `canceled`, `withheld`, as in IPTC's ninjs"},
    "sent": {"type": "string", "format": "date-time", "description": "when it was sent, in the zone of `date`"},
    "embargo": {"type": "string", "format": "date-time", "description": "before this time it must not be shown"},
    "rights": {"type": "string", "description": "the notice of rights"},
    "byline": {"type": "string", "description": "who wrote it"},
}
"""What a dispatch has besides, where its source tells it."""


def schema(book: Codebook) -> Schema:
    """The schema of one coded dispatch, as ``dragoman code --format jsonl`` writes it a line."""
    dispatch = {
        "id": _TEXT,
        "lang": _TEXT_OR_NULL,
        "agency": _TEXT_OR_NULL,
        "url": _TEXT_OR_NULL,
        "date": _TEXT_OR_NULL,
        "title": _TEXT_OR_NULL,
        "text": _TEXT,
        **_SOURCE,
        "relevant": {"type": "boolean", "description": "whether the dispatch has any record"},
        "records": {"type": "array", "items": {"$ref": "#/$defs/record"}},
        "coder": {"type": "string", "description": "who coded it, where that is not dragoman itself"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A coded dispatch",
        **_object(dispatch, optional={"url", "title", "coder", *_SOURCE}, closed=False),
        "$defs": {"record": _record(book), "actor": _actor(book), "evidence": _evidence(), "plover": _plover()},
    }


def _object(properties: Schema, optional: Collection[str] = (), closed: bool = True) -> Schema:
    """An object that has these properties; ``closed`` if no others."""
    required = [key for key in properties if key not in optional]
    shape: Schema = {"type": "object", "properties": properties, "required": required}
    return {**shape, "additionalProperties": False} if closed else shape


def _record(book: Codebook) -> Schema:
    slots: Schema = {
        "kind": {"enum": list(book.kinds)},
        "type": _TEXT,
        "act": _TEXT_OR_NULL,
        "status": {"enum": list(book.statuses)},
        "date": {"type": ["string", "null"], "pattern": DATE},
        "end_date": {"type": ["string", "null"], "pattern": DATE},
        "place": _TEXT_OR_NULL,
        "actors": {"type": "array", "items": {"$ref": "#/$defs/actor"}, "minItems": 1},
        "topics": {"type": "array", "items": {"enum": list(book.topics)}, "uniqueItems": True},
        "name": _TEXT_OR_NULL,
        "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}, "minItems": 1},
    }
    for slot, meaning in book.slots.items():
        slots[slot] = {"description": meaning, **slots[slot]}
    slots["plover"] = {"description": "the record in PLOVER and CAMEO, which may have nothing for it"}
    slots["plover"]["anyOf"] = [{"type": "null"}, {"$ref": "#/$defs/plover"}]
    return {**_object(slots, optional={"plover"}), "allOf": [_of_kind(kind) for kind in book.kinds.values()]}


def _of_kind(kind: Kind) -> Schema:
    """What a record of this kind may hold beyond what holds for all."""
    role = {"properties": {"role": {"enum": list(kind.roles)}}}
    narrowed = {
        "type": {"enum": [*kind.types, UNSPECIFIED]},
        "act": {"enum": [*kind.acts] if kind.acts else [None]},
        "actors": {"items": role},
    }
    return {
        "if": {"properties": {"kind": {"const": kind.code}}, "required": ["kind"]},
        "then": {"description": kind.meaning, "properties": narrowed},
    }


def _actor(book: Codebook) -> Schema:
    slots: Schema = {
        "role": _TEXT,
        "name": _TEXT_OR_NULL,
        "office": {"enum": [*book.offices, None]},
        "state": {"type": ["string", "null"], "pattern": STATE},
    }
    for slot, meaning in book.actor_slots.items():
        slots[slot] = {"description": meaning, **slots[slot]}
    filled = [{"properties": {slot: {"type": "string"}}} for slot in ("name", "office", "state")]
    return {**_object(slots), "anyOf": filled}


def _plover() -> Schema:
    """What a coder derives from a record; people who code leave it out."""
    score = {"type": "number", "minimum": -10, "maximum": 10, "description": "conflict to co-operation"}
    classes: Schema = {
        "type": _TEXT,
        "mode": _TEXT_OR_NULL,
        "contexts": {"type": "array", "items": _TEXT, "uniqueItems": True},
        "quad": {"enum": [1, 2, 3, 4], "description": "verbal and material co-operation, verbal and material conflict"},
        "score": score,
        "cameo_root": {"type": "string", "pattern": "^[0-9]{2}$"},
        "cameo": {"type": "string", "pattern": "^[0-9]{3,4}$"},
    }
    return _object(classes)


def _evidence() -> Schema:
    offset = {"type": "integer", "minimum": 0}
    quote = {"type": "string", "minLength": 1, "description": "text[start:end], in Unicode code points"}
    return _object({"start": offset, "end": offset, "quote": quote})

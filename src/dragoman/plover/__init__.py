"""PLOVER and CAMEO: what a record is in their terms, and which relation a sentence tells between two parties."""

from dragoman.plover.crosswalk import Plover, plover
from dragoman.plover.relation import Relation, RelationError, relation

__all__ = ["Plover", "Relation", "RelationError", "plover", "relation"]

"""The codebook: what can be coded, and the tools that follow from it (schema, validation, printing)."""

from dragoman.codebook.book import Codebook, Kind, codebook

__all__ = ["Codebook", "Kind", "codebook"]

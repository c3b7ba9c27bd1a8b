"""Writing codings, one module a format. Each writes a stream of codings to a stream of text."""

from dragoman.export.registry import FORMATS, by_suffix, writer

__all__ = ["FORMATS", "by_suffix", "writer"]

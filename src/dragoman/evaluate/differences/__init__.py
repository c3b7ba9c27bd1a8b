"""One self-contained page of where two codings differ."""

from dragoman.evaluate.differences.page import write

__all__ = ["write"]

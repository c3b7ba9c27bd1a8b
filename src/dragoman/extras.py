"""Packages that only some work needs come with extras; what is said where one is not installed."""

from __future__ import annotations


def missing(what: str, package: str | None, extra: str) -> str:
    """One line: what cannot be done for want of which package, and the mend."""
    return f"{what} needs {package or 'one more package'}, not installed here: pip install 'dragoman[{extra}]'"

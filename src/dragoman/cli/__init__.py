"""The command line: parses, calls, prints. What takes time to import is imported where it is used."""

from dragoman.cli import (
    coding,
    comparing,
    exporting,
    following,
    keeping,
    people,
    relating,
    scaling,
    second,
    serving,
    telling,
)
from dragoman.cli.root import main

__all__ = [
    "coding",
    "comparing",
    "exporting",
    "following",
    "keeping",
    "main",
    "people",
    "relating",
    "scaling",
    "second",
    "serving",
    "telling",
]

"""Reading dispatches from files, folders and standard input, one module a format."""

from dragoman.intake.item import Item
from dragoman.intake.source import Reading
from dragoman.intake.walk import read_all

__all__ = ["Item", "Reading", "read_all"]

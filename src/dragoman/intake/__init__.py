"""Reading dispatches from files, folders and standard input, one module a format."""

from dragoman.intake.item import Item
from dragoman.intake.registry import read_all

__all__ = ["Item", "read_all"]

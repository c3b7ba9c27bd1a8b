"""One map over many dispatches, in this process or in several."""

from dragoman.scale.outcome import Outcome
from dragoman.scale.processes import code_all

__all__ = ["Outcome", "code_all"]

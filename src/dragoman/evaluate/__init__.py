"""Comparing codings with gold ones: the measure of template filling, as the codebook defines its slots."""

from dragoman.evaluate.load import load
from dragoman.evaluate.measure import Evaluation, evaluate

__all__ = ["Evaluation", "evaluate", "load"]

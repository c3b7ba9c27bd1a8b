"""What keeps an archive from being coded, joined or loaded."""

from __future__ import annotations


class ScaleError(Exception):
    """A line that names the input, shard or folder, and the mend."""

"""What can go wrong with a source, told in one line that names the mend where there is one."""

from __future__ import annotations


class FollowError(Exception):
    """A source that cannot be read now; the message is one line."""


class SourcesError(FollowError):
    """A list of sources that cannot be understood; the message names file, source and mend."""


class Unanswered(FollowError):
    """An address that did not answer as asked, and may do so later.

    ``status`` is that of HTTP, if there was an answer; ``retry_after`` how many seconds it asks to be left alone.
    """

    def __init__(self, message: str, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


class Stopped(FollowError):
    """Whoever waits for the answer was told to stop."""

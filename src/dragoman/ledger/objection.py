"""That two claims cannot be one event."""


class Objection(Exception):
    """Raised by a check; the message says what differs."""

"""Which file makes the records of which kind."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.frame.accreditation import accreditations
from dragoman.frame.action import action
from dragoman.frame.body import body
from dragoman.frame.dialogue import meetings_or_sessions
from dragoman.frame.document import documents
from dragoman.frame.draft import Draft
from dragoman.frame.exchange import exchange
from dragoman.frame.message import messages
from dragoman.frame.relation import relations
from dragoman.frame.report import reports
from dragoman.frame.statement import statements
from dragoman.frame.view import View
from dragoman.frame.visit import visits

Frame = Callable[[View], "Draft | list[Draft] | None"]

FRAMES: dict[str, Frame] = {
    "visit": visits,
    "meeting": meetings_or_sessions,
    "message": messages,
    "statement": statements,
    "report": reports,
    "document": documents,
    "body": body,
    "relation": relations,
    "exchange": exchange,
    "accreditation": accreditations,
    "action": action,
}

"""The ledger: what many dispatches say, kept, joined and followed up."""

from dragoman.ledger.errors import LedgerError
from dragoman.ledger.store import Ledger

__all__ = ["Ledger", "LedgerError"]

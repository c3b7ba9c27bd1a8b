"""The versions of the ledger's schema. Each is a file in ``migrations/versions``."""

KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""From the oldest to this one."""

HEAD = KNOWN[-1]

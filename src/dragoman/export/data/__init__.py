"""Data sets of events, from a ledger or from coded dispatches: one module a format, a registry, a data dictionary."""

"""What a ledger tells people: lines at the terminal, the report on the work done, the briefing."""

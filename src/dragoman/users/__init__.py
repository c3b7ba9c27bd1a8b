"""Who may write into a ledger, or read it from elsewhere: local accounts, sessions of the pages, tokens of programs."""

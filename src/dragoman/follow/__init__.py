"""Following feeds and folders: what is new in them is coded and entered into a ledger, for as long as it runs."""

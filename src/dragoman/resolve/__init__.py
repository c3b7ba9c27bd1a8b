"""Across the dispatch: its frame, references, dates, status, merging."""

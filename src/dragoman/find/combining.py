"""Combining forms of states' adjectives, which stand only before another's: ``Sino-Brazilian``, ``franco-alemán``."""

from __future__ import annotations

from dataclasses import replace

from dragoman.lang.matcher import Hit

HYPHENS = ("-", "–", "‑")


def with_combining(hits: list[Hit], folded: str) -> list[Hit]:
    """The hits with combining forms as adjectives, without those that no adjective follows (``Indo-Pacific``)."""
    if not any(hit.entry.form == "combining" for hit in hits):
        return hits
    adjectives = {hit.start for hit in hits if hit.entry.table == "state" and hit.entry.form in ("adj", "combining")}
    kept = []
    for hit in hits:
        if hit.entry.form != "combining":
            kept.append(hit)
        elif folded.startswith(HYPHENS, hit.end) and hit.end + 1 in adjectives:
            kept.append(hit.as_entry(replace(hit.entry, form="adj")))
    return kept

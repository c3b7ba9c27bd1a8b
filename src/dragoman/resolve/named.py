"""Acts that only the name of a document tells: what it is on is agreed, and not done (codebook, kind ``action``)."""

from __future__ import annotations

from dragoman.find.scan import Scan
from dragoman.frame.draft import Draft


def without_named(drafts: list[Draft], found: Scan) -> list[Draft]:
    """The drafts of a sentence without acts in a document's name: ``an accord on the joint use of the port``."""
    names = [draft.name for draft in drafts if draft.kind == "document" and draft.name and draft.type != "package"]
    if not names:
        return drafts
    return [draft for draft in drafts if not _only_agreed(draft, names, found)]


def _only_agreed(draft: Draft, names: list[str], found: Scan) -> bool:
    """Whether an act stands in the name of a document; one on money or goods gives them."""
    words = found.text[draft.at : draft.to]
    return draft.kind == "action" and draft.type != "aid" and any(words in name for name in names)

"""A ledger of the packaged samples, and of one dispatch that means harm, for tests of what is served."""

from __future__ import annotations

from functools import cache
from importlib import resources

from dragoman.coder import Coder
from dragoman.intake import read_all
from dragoman.ledger import Ledger
from dragoman.model import Coding, Dispatch

HARMFUL = Dispatch(
    "Foreign Minister Ada <b>Mbeki</b> of Kenya met Japanese Foreign Minister Ken Mori in Nairobi on Monday; "
    "<script>alert(1)</script> the ministers \x1b[31mdiscussed\x07 \u202etrade\u202c.",
    id="harm",
    lang="en",
    date="2024-05-08",
    agency='<img src=x onerror="alert(2)">',
    url="javascript:alert(3)",
    title="</title><script>alert(4)</script>\x1b]0;owned\x07",
)


@cache
def codings() -> tuple[Coding, ...]:
    """All of them coded; once, however many ledgers are filled."""
    coder = Coder()
    items = read_all([str(resources.files("dragoman") / "samples")])
    return (*(coder.code(item.dispatch) for item in items if item.dispatch), coder.code(HARMFUL))


def fill(address: str) -> None:
    """Make the ledger at an address."""
    with Ledger(address, create=True) as made:
        made.add(codings())

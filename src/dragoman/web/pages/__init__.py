"""One module a page, each with its data beside it."""

from dragoman.web.pages import (
    body,
    chart,
    dispatch,
    document,
    event,
    maps,
    overview,
    pair,
    person,
    reference,
    registers,
    report,
    search,
    trying,
)

ROUTERS = tuple(
    module.router
    for module in (
        overview,
        report,
        registers,
        chart,
        maps,
        pair,
        event,
        dispatch,
        person,
        body,
        document,
        search,
        trying,
        reference,
    )
)
"""In the order in which addresses are matched."""

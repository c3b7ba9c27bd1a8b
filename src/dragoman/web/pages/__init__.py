"""One module a page, each with its data beside it."""

from dragoman.web.pages import (
    body,
    chart,
    dispatch,
    document,
    event,
    feeds,
    judging,
    maps,
    overview,
    pair,
    person,
    reference,
    registers,
    report,
    search,
    second,
    signing,
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
        feeds,
        pair,
        event,
        dispatch,
        person,
        body,
        document,
        search,
        judging,
        second,
        signing,
        trying,
        reference,
    )
)
"""In the order in which addresses are matched."""

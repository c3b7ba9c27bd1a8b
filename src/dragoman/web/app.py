"""The application: a ledger's pages, their data beside them, and what guards both."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from threading import BoundedSemaphore

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool

from dragoman import __version__
from dragoman.ledger import Ledger, LedgerError, search
from dragoman.web import problems
from dragoman.web.guard import LOOPBACK, Guard
from dragoman.web.pages import ROUTERS
from dragoman.web.showing import warm as warm_templates
from dragoman.web.signed import Signed

AT_ONCE, AT_ONCE_AFAR = 2, 8
"""Answers that are made at a time: one processor's work is done no sooner for being begun at once, and who came first
would wait for all; a database server works beside it."""

HOSTS, OPEN = "DRAGOMAN_HOSTS", "DRAGOMAN_OPEN"
"""The variables of the environment by which the processes of a server learn to which names they answer, to all if
there are none, and whether anybody may read."""

_ABOUT = (
    "What a ledger of diplomatic dispatches holds: events joined from many accounts, each with its quotes. "
    "Beside every page stand its data: the same address with .json at its end, and the same filters."
)


def make(address: str, hosts: Sequence[str] | None = LOOPBACK, *, is_open: bool = True) -> Guard:
    """The application on the ledger at an address; it answers only to requests that name one of ``hosts``, if given.

    ``is_open``: whether whoever reaches it may read; else all must sign in.
    """
    ledger = Ledger(address)
    with suppress(LedgerError):  # another process is entering dispatches, and joins them itself
        ledger.refresh()
    pages = _pages(ledger)
    pages.state.turns = BoundedSemaphore(AT_ONCE_AFAR if ledger.database.is_server else AT_ONCE)
    return Guard(Signed(pages, ledger, is_open=is_open), None if hosts is None else tuple(hosts))


def served() -> Guard:
    """The application as each process of a server makes it: `serve` tells the ledger and the hosts by environment."""
    hosts = os.environ[HOSTS].split() or None
    return make(os.environ["DRAGOMAN_LEDGER"], hosts, is_open=os.environ[OPEN] == "1")


def _warm() -> None:
    """What the first pages would wait for; what there is then stays, and need not be looked through as garbage."""
    warm_templates()
    search.warm()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    sys.setswitchinterval(0.0005)  # a short page that waits for its rows is not to wait for a long one's as well


def _pages(ledger: Ledger) -> FastAPI:

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(_warm)
        yield
        ledger.close()

    app = FastAPI(
        title="dragoman",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        responses={status: {"model": problems.Problem} for status in problems.STATUSES},
    )
    app.state.ledger = ledger
    for router in ROUTERS:
        app.include_router(router)
    static = files(__package__).joinpath("static")
    app.mount("/static", StaticFiles(directory=str(static)), name="static")
    problems.handle(app, [route for router in ROUTERS for route in router.routes])
    return app

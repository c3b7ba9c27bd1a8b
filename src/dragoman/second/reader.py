"""The second reader at work: what is in doubt is gathered while the coder runs, and asked about when it has ended."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dragoman.codebook import codebook
from dragoman.intake.times import is_over
from dragoman.ledger.clock import now
from dragoman.model import Coding, Record
from dragoman.second import cache
from dragoman.second.answer import Rejected, records
from dragoman.second.asking import Failed, Line
from dragoman.second.cache import Answer, Cache
from dragoman.second.doubt import doubts
from dragoman.second.prompt import messages
from dragoman.second.settings import SecondError, Settings, check
from dragoman.second.shape import shape

AT_ONCE = 2
"""Questions on the way at the same time."""

LONGEST = 20_000
"""Characters of a text that is sent at most: models forget the middle of long ones, and are paid by length."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the second reader made of a dispatch: sound records, beside the coder's coding and why that was in doubt.

    ``key`` stands for all that was asked (`cache.key`).
    """

    where: str
    coder: str
    key: str
    doubts: tuple[str, ...]
    coding: Coding
    records: tuple[Record, ...]

    @property
    def as_coding(self) -> Coding:
        """The dispatch as the second reader codes it."""
        return Coding(self.coding.dispatch, self.records, self.coding.place, coder=self.coder)


@dataclass(slots=True)
class Tally:
    """What became of a run's doubts; reasons are counted by their words."""

    doubtful: int = 0
    cached: int = 0
    sent: int = 0
    calls: int = 0
    answered: int = 0
    sound: int = 0
    records: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    unsent: Counter[str] = field(default_factory=Counter)
    stopped: str | None = None
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class _Question:
    number: int
    where: str
    coding: Coding
    doubts: tuple[str, ...]
    messages: list[dict[str, str]]
    key: str


class SecondReader:
    """Reads what is in doubt. ``say`` is given a line on every answer that does not count."""

    def __init__(self, settings: Settings, say: Callable[[str], None]) -> None:
        check(settings)
        self.settings, self._say = settings, say
        self._cache = Cache(settings.cache or cache.default_path())
        self._shape: dict[str, Any] = shape(codebook())
        self._waiting: deque[_Question] = deque()
        self._readings: dict[int, Reading] = {}
        self._asking: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.tally = Tally()

    def consider(self, where: str, coding: Coding) -> None:
        """Take up a coded dispatch if it is in doubt. What was answered before is not asked again.

        Nothing that goes wrong here costs the coder's own work: it is told, and the dispatch is left out.
        """
        if self.tally.stopped:
            return
        try:
            self._consider(where, coding)
        except SecondError as error:
            self._stop(str(error))
        except Exception as error:
            self.tally.unsent["a defect in dragoman"] += 1
            self._say(f"{where}: note: a defect in dragoman ({type(error).__name__}: {error}): please report it")

    def _consider(self, where: str, coding: Coding) -> None:
        why = doubts(coding)
        if not why:
            return
        self.tally.doubtful += 1
        if len(coding.dispatch.text) > LONGEST:
            self.tally.unsent[f"longer than {LONGEST:,} characters"] += 1
            return
        embargo = coding.dispatch.embargo
        if embargo and not self.settings.is_local and not is_over(embargo, now()):
            self.tally.unsent["under embargo"] += 1
            return
        asked = messages(coding.dispatch, codebook())
        key = cache.key(self.settings.model, asked, self._shape, self.settings.tokens)
        question = _Question(self.tally.doubtful, where, coding, why, asked, key)
        if known := self._cache.get(key):
            self.tally.cached += 1
            self._judge(question, known)
        elif len(self._waiting) < self.settings.limit:
            self._waiting.append(question)
        else:
            self.tally.unsent[self._limit] += 1

    @property
    def coder(self) -> str:
        """What its records are told apart by."""
        return self.settings.coder

    @property
    def waiting(self) -> int:
        """How many dispatches are to be asked about."""
        return len(self._waiting)

    def read(self) -> list[Reading]:
        """Ask about what was taken up, within the limits; the readings in the order of the dispatches."""
        try:
            if self._waiting:
                asyncio.run(self._ask_all())
        except SecondError as error:
            self._stop(str(error))
        except KeyboardInterrupt:
            self.tally.interrupted = True
            self._leave("interrupted")
        finally:
            self._cache.close()
        return [self._readings[number] for number in sorted(self._readings)]

    @property
    def _limit(self) -> str:
        return f"limit of {self.settings.limit:,} calls"

    def _spend(self) -> None:
        if self.tally.calls >= self.settings.limit:
            raise Failed(self._limit)
        self.tally.calls += 1

    async def _ask_all(self) -> None:
        line = Line(self.settings, self._shape, self._spend)
        try:
            async with asyncio.timeout(self.settings.seconds):
                workers = [asyncio.create_task(self._work(line)) for _ in range(AT_ONCE)]
                try:
                    await asyncio.gather(*workers)
                finally:
                    for worker in workers:
                        worker.cancel()
                    await asyncio.gather(*workers, return_exceptions=True)
        except TimeoutError:
            self._leave(f"limit of {self.settings.seconds:g} seconds")
        finally:
            await line.close()

    async def _work(self, line: Line) -> None:
        while self._waiting:
            if self.tally.calls >= self.settings.limit:
                self._leave(self._limit)
                return
            question = self._waiting.popleft()
            async with self._asking[question.key]:  # of two with the same text the second waits for the first's answer
                await self._ask(line, question)

    async def _ask(self, line: Line, question: _Question) -> None:
        if known := self._cache.get(question.key):  # the same text came twice
            self.tally.cached += 1
            self._judge(question, known)
            return
        self.tally.sent += 1
        try:
            answer = await line.ask(question.messages)
        except Failed as error:
            self._fail(question, error.reason, str(error))
        except asyncio.CancelledError:
            self._fail(question, "not waited for")
            raise
        else:
            self.tally.answered += 1
            self._cache.put(question.key, answer)
            self._judge(question, answer)

    def _fail(self, question: _Question, reason: str, told: str | None = None) -> None:
        self.tally.failed[reason] += 1
        self._say(f"{question.where}: note: the second reader gave no answer: {told or reason}")

    def _stop(self, why: str) -> None:
        self.tally.stopped = why
        self._leave("the second reader could not be asked")

    def _leave(self, why: str) -> None:
        """Ask no more."""
        self.tally.unsent[why] += len(self._waiting)
        self._waiting.clear()

    def _judge(self, question: _Question, answer: Answer) -> None:
        """Keep what an answer says if it counts."""
        try:
            if answer.cut:
                raise Rejected("cut off", f"at {self.settings.tokens:,} tokens: see --second-tokens")
            found = records(answer.content, question.coding)
        except Rejected as error:
            self.tally.rejected[error.reason] += 1
            self._say(f"{question.where}: note: the second reader's answer does not count: {error}")
            return
        self.tally.sound += 1
        self.tally.records += len(found)
        self._readings[question.number] = Reading(
            question.where, self.settings.coder, question.key, question.doubts, question.coding, found
        )

"""How fast: dispatches, characters and sentences a second on one core, start-up, memory, and two yardsticks.

    python bench/speed.py [--seconds 5] [--lang de --lang en] [--shared FOLDER]

The texts are the gold dispatches where they are at hand (../shared), else the samples, repeated; then the same among
nine times as much general news. In the same run the
same texts pass through (a) the bare multi-pattern matcher over all that the packs know and (b) a blank spaCy pipeline
with sentencizer (`pip install .[bench]`); the ratio says how many times our time they take.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dragoman import coder
from dragoman.coder import Coder, languages
from dragoman.intake import read_all
from dragoman.lang.matcher import matcher
from dragoman.model import Dispatch
from dragoman.text.fold import fold

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "src" / "dragoman" / "samples"


class Rate(NamedTuple):
    """What went through in how many seconds of this process's time, of how many different texts."""

    texts: int
    dispatches: int
    characters: int
    seconds: float

    @property
    def speed(self) -> float:
        return self.dispatches / self.seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0, help="how long each measurement lasts at least")
    parser.add_argument("--lang", action="append", choices=languages(), help="only this language; may be given again")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the gold dispatches")
    args = parser.parse_args()
    pin_to_one_core()
    built = (
        "compiled, as the released wheels" if Path(coder.__file__).suffix != ".py" else "Python alone; see make fast"
    )
    print(f"dragoman from {Path(coder.__file__).parent}: {built}")
    rates = []
    for lang in args.lang or languages():
        dispatches = texts(args.shared, lang)
        if dispatches:
            rates.append(one_language(lang, dispatches, args.seconds, args.shared))
    if len(rates) > 1:
        print(f"all of them together: {together([ours for ours, _ in rates]):,.0f} dispatches a second")
        news = [mixed for _, mixed in rates if mixed]
        if news:
            print(f"  of news, nine in ten of them about nothing of ours: {together(news):,.0f} documents a second")
    startup()


def pin_to_one_core() -> None:
    """Where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def texts(shared: Path, lang: str) -> list[Dispatch]:
    """The dispatches of a language that have a date."""
    folder = shared / "gold" / "dev" / lang
    source = folder if folder.is_dir() else SAMPLES
    found = [item.dispatch for item in read_all([str(source)]) if item.dispatch]
    return [dispatch for dispatch in found if dispatch.lang == lang and dispatch.date]


def one_language(lang: str, dispatches: Sequence[Dispatch], seconds: float, shared: Path) -> tuple[Rate, Rate | None]:
    """Measure and print the rates; that of its dispatches and of mixed news, each with how many there are."""
    coder = Coder()
    began = time.perf_counter()
    coder.code(dispatches[0])
    loading = time.perf_counter() - began
    ours = rate(coder.code, dispatches, seconds)
    size = ours.characters / ours.dispatches
    print(f"{lang}: {len(dispatches)} dispatches of {size:,.0f} characters; pack loaded in {loading:.2f} s")
    sentences = ours.speed * sum(map(count_sentences, dispatches)) / len(dispatches)
    chars = ours.characters / ours.seconds
    print(
        f"  coder    {ours.speed:>10,.0f} dispatches  {chars:>12,.0f} characters  {sentences:>9,.0f} sentences a second"
    )
    for name, function in yardsticks(lang):
        other = rate(function, dispatches, seconds)
        ratio = f"the coder takes {other.speed / ours.speed:.2f} times as long"
        print(f"  {name:<8} {other.speed:>10,.0f} dispatches  a second; {ratio}")
    mixed, news = mixed_corpus(shared, lang, dispatches), None
    if mixed:
        news = rate(coder.code, mixed, seconds)
        print(f"  of news, nine in ten of them about nothing of ours: {news.speed:,.0f} documents a second")
    print(f"  peak memory of this process so far {peak(resource.RUSAGE_SELF):,.0f} MB")
    return ours, news


def together(rates: Sequence[Rate]) -> float:
    """How many a second pass where each text of each language passes as often as any other."""
    return sum(one.texts for one in rates) / sum(one.texts / one.speed for one in rates)


IRRELEVANT = 9
"""Documents of a mixed corpus that are not about relations between states, for each that is."""


def mixed_corpus(shared: Path, lang: str, dispatches: Sequence[Dispatch]) -> list[Dispatch]:
    """The dispatches among general news, where such is at hand."""
    source = shared / "gold" / "irrelevant" / f"{lang}.jsonl"
    found = [item.dispatch for item in read_all([str(source)])] if source.is_file() else []
    others = itertools.cycle([dispatch for dispatch in found if dispatch and dispatch.date])
    return [one for each in dispatches for one in (each, *itertools.islice(others, IRRELEVANT))] if found else []


def rate(function: Callable[[Dispatch], object], dispatches: Sequence[Dispatch], seconds: float) -> Rate:
    """Pass the dispatches through again and again, for so many seconds at least; all once before, to be warm."""
    for dispatch in dispatches:
        function(dispatch)
    rounds, began = 0, time.process_time()
    while time.process_time() - began < seconds:
        for dispatch in dispatches:
            function(dispatch)
        rounds += 1
    elapsed = time.process_time() - began
    return Rate(
        len(dispatches), rounds * len(dispatches), rounds * sum(len(dispatch.text) for dispatch in dispatches), elapsed
    )


def count_sentences(dispatch: Dispatch) -> int:
    """As the coder cuts them."""
    from dragoman.text.sentences import sentences

    return len(sentences(dispatch.text, matcher(dispatch.lang or "").pack))


def yardsticks(lang: str) -> Iterator[tuple[str, Callable[[Dispatch], object]]]:
    """The bare matcher, and spaCy where it is installed."""
    find, turkic = matcher(lang).find, matcher(lang).pack.spelling.turkic
    yield "matcher", lambda dispatch: find(fold(dispatch.text, turkic))
    try:
        import spacy

        pipeline = spacy.blank(lang)
    except ImportError:
        print("  spaCy is not installed or has no such language: pip install '.[bench]'")
        return
    pipeline.add_pipe("sentencizer")
    yield "spaCy", lambda dispatch: pipeline(dispatch.text)


def startup() -> None:
    """The whole of `dragoman code` with one dispatch, from the shell to its end."""
    line = json.dumps({"lang": "en", "date": "2024-05-08", "text": "The ministers met in Oslo on Monday."}) + "\n"
    command = [sys.executable, "-m", "dragoman", "code", "-", "--format", "jsonl"]
    times = []
    for _ in range(7):
        began = time.perf_counter()
        subprocess.run(command, input=line, check=True, capture_output=True, text=True)
        times.append(time.perf_counter() - began)
    print(f"start-up: one dispatch from the shell in {statistics.median(times):.2f} s (median of {len(times)})")
    print(f"  peak memory of that {peak(resource.RUSAGE_CHILDREN):,.0f} MB")


def peak(who: int) -> float:
    """Peak resident memory in MB; Linux counts in kB, macOS in bytes."""
    return resource.getrusage(who).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()

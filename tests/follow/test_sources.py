"""The list of sources: what it may say, and what is wrong with it in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.follow.errors import FollowError, SourcesError
from dragoman.follow.pace import LONGEST, wait
from dragoman.follow.sources import Feed, Folder, read
from dragoman.follow.state import State

LIST = """
defaults: {every: 5m, lang: en}
sources:
  - feed: https://example.org/rss.xml
    agency: Sample
    pages: true
  - folder: inbox
    every: 30s
    as: jsonl
"""


def test_feeds_and_folders(tmp_path: Path) -> None:
    file = tmp_path / "sources.yml"
    file.write_text(LIST)
    feed, folder = read(file)
    assert feed == Feed("https://example.org/rss.xml", 300, "Sample", "en", pages=True)
    assert folder == Folder(tmp_path / "inbox", 30, lang="en", form="jsonl")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "give a list `sources:`"),
        ("sources: []", "give a list `sources:`"),
        ("sources: [", "no YAML"),
        ("sources: [x]", "source 1: give it a `feed`"),
        ("sources: [{feed: x, evry: 5m}]", "source 1: unknown keys ['evry']"),
        ("sources: [{feed: 5}]", "`feed` is no text: 5"),
        ("sources: [{feed: x, every: soon}]", "`every` is no time: 'soon'"),
        ("sources: [{feed: x, every: 0.1s}]", "`every` is no time"),
        ("sources: [{feed: x, lang: tlh}]", "unsupported language 'tlh'"),
        ("sources: [{feed: x, pages: sometimes}]", "`pages` is true or false"),
        ("sources: [{feed: x, max_bytes: many}]", "`max_bytes` is no number"),
        ("sources: [{folder: x, as: elvish}]", "unknown format 'elvish'"),
        ("sources: [{feed: x}, {feed: x}]", "listed twice: x"),
        ("sources: [{feed: x}]\nother: 1", "unknown keys ['other']"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "sources.yml"
    file.write_text(text)
    with pytest.raises(SourcesError) as error:
        read(file)
    assert said in str(error.value)
    assert str(error.value).startswith(str(file))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("failures", "retry_after", "chance", "seconds"),
    [
        (0, None, 0.5, 60),
        (0, None, 0.0, 54),
        (0, None, 1.0, 66),
        (3, None, 0.5, 480),
        (50, None, 0.5, LONGEST),
        (1, 3600, 0.5, 3600),
        (0, 10, 0.5, 60),
        (0, 1e9, 0.5, LONGEST),
    ],
)
def test_pace(failures: int, retry_after: float | None, chance: float, seconds: float) -> None:
    assert wait(60, failures, retry_after, lambda: chance) == pytest.approx(seconds)


def test_one_follower_at_a_time(tmp_path: Path) -> None:
    first = State(tmp_path / "state")
    with pytest.raises(FollowError, match="another follower uses it"):
        State(tmp_path / "state")
    first.close()
    State(tmp_path / "state").close()


def test_what_is_no_state_is_told(tmp_path: Path) -> None:
    file = tmp_path / "state"
    file.write_text("something else, and long enough to be no database" * 50)
    with pytest.raises(FollowError, match="give another --state"):
        State(file)

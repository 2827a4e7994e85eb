"""All that Trellis shows in Slack, in a made-up language: what is not in its letters did not come from words.

One tour (tests/abroad/tour.py) in a program of its own, as a language is chosen before anything is loaded.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.domain.messages import Kind
from tests.abroad.language import back_home
from tests.abroad.seen import Shown, messages, pictures, shown, views
from tests.view_ids import shown_views

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
LONGEST_NOTIFICATION = 150
_WORD = re.compile(r"[A-Za-z]{2,}")
_ABROAD = re.compile("[\uff21-\uff3a\uff41-\uff5a“”]+")
_CUT = re.compile("[\uff21-\uff3a\uff41-\uff5a]…$")
_MARKUP = re.compile(r"[<>*_`\n]|&[lg]t;|:[a-z_]+:")
_SOMEBODY = re.compile(r"\b([Yy]ou|[Yy]our|Trellis)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the tour: all that Trellis sent, the kinds of message, and what is not its own words."""

    sent: list[Any]
    kinds: set[str]
    data: list[str]
    written: list[str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The tour, taken."""
    folder = tmp_path_factory.mktemp("abroad")
    command = [sys.executable, "-m", "tests.abroad", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    said = json.loads((folder / "seen.json").read_text(encoding="utf-8"))
    return Told(
        sent=said["sent"],
        kinds=set(said["kinds"]),
        data=sorted(said["data"], key=len, reverse=True),
        written=said["written"],
    )


def test_nothing_that_is_shown_was_written_elsewhere(told: Told) -> None:
    """Every view, message, error and Home is in the made-up language, but for what is data: so all of it
    comes from bot/words, and another folder of sentences changes all of it."""
    outside = {f"{one.where}: {one.text}" for one in shown(told.sent) if _left(one.text, told.data)}

    assert len({one.text for one in shown(told.sent)}) > 500
    assert not outside, "\n".join(sorted(outside)[:20])


def _left(text: str, data: list[str]) -> list[str]:
    """The English of a text that is neither data nor a part of it that was cut to fit."""
    for datum in data:
        text = text.replace(datum, " ")
    near = [part for part in _ABROAD.split(text) if _WORD.search(part)]
    return [part for part in near if "…" not in part or not _is_in(part.strip(" …\n"), data)]


def _is_in(part: str, data: list[str]) -> bool:
    return any(part in datum for datum in data)


def test_nothing_of_ours_is_cut(told: Told) -> None:
    """Titles, labels and buttons have room for what they say."""
    cut = {back_home(one.text) for one in shown(told.sent) if _CUT.search(one.text)}

    assert not cut


def test_the_tour_leaves_nothing_out(told: Told) -> None:
    """Each view and each kind of message was shown: a new one that no step brings up is missed."""
    assert views(told.sent) >= shown_views()
    assert told.kinds >= set(Kind)


def notified(told: Told) -> Iterator[Shown]:
    """What a notification shows of each message that was sent, in English."""
    for one in messages(told.sent):
        if one.text not in told.data:
            yield Shown(one.where, back_home(one.text))


def test_a_notification_reads_well_alone(told: Told) -> None:
    """The text of every message is a short line of whole sentences; one that is sent unasked has no markup,
    and says who or whose."""
    said = set(notified(told))
    asked_for = {one for one in said if one.where != "chat.postMessage"}

    assert not {one for one in said if not one.text.endswith((".", "?"))}
    assert not {one for one in said if len(one.text) > LONGEST_NOTIFICATION}
    assert not {one for one in said - asked_for if _MARKUP.search(one.text)}
    assert not {one for one in said - asked_for if not (_SOMEBODY.search(one.text) or _names(one, told))}


def _names(one: Shown, told: Told) -> set[str]:
    """The people whom a text names."""
    return {word.strip(".") for word in one.text.split()} & set(told.data)


def test_a_notification_holds_nothing_that_somebody_wrote(told: Told) -> None:
    """People's words open in a modal; a notification on a locked screen has none of them."""
    spilt = [one.text for one in notified(told) if any(words in one.text for words in told.written)]

    assert not spilt


def test_a_picture_says_what_is_on_it(told: Told) -> None:
    """Whatever is shown as a picture has words for who cannot see it."""
    assert all(picture.get("alt_text", "").strip() for picture in pictures(told.sent))

"""Suggested skills, one press each to take; and a hint on wording, one press to be rid of for good."""

from collections.abc import Collection, Mapping, Sequence

from bot.domain.kudos import MOST_SKILLS
from bot.domain.suggesting import Guess
from bot.domain.wording import Hint
from bot.views import kit
from bot.views.answers import pack, unpack
from bot.views.notices import page
from bot.words import suggesting as words
from frameworks.model import Competency

HIDE = "hint_hide"


def suggestions(
    ask: str, take: str, guess: Guess | None, offered: Mapping[str, Competency], chosen: Collection[str]
) -> list[kit.Block]:
    """The button `ask`, and above it what it brought, each with a button `take`."""
    if not offered or len(chosen) >= MOST_SKILLS:
        return []
    shown = [offered[key] for key in guess.keys if key in offered and key not in chosen] if guess else []
    found = [
        kit.section(skill.title, accessory=kit.button(take, words.ADD, pack(skill=skill.key)))
        for skill in shown
    ]
    none = [] if guess is None or guess.keys else [kit.context(_none(guess))]
    return [*found, *none, kit.actions(kit.button(ask, words.AGAIN if guess else words.SUGGEST))]


def taken_skill(pressed: Mapping[str, object]) -> str | None:
    """The skill that a press takes, as a hint: it counts where it is offered."""
    skill = unpack(pressed.get("value")).get("skill")
    return skill if isinstance(skill, str) else None


def with_taken(chosen: tuple[str, ...], taken: str | None) -> tuple[str, ...]:
    """The skills that are chosen once one more is taken, as many as may be."""
    more = (*chosen, taken) if taken is not None and taken not in chosen else chosen
    return more[:MOST_SKILLS]


def hint_line(hide: str, hint: Hint | None) -> list[kit.Block]:
    """A hint under the words that it is about."""
    return [] if hint is None else [_hint(words.HINTS[hint], kit.button(hide, words.HIDE))]


def sent(said: str, hint: Hint | None, ways: Sequence[kit.Block] = ()) -> kit.Modal:
    """What was done, the ways on from there, and a hint for the next time."""
    more = [] if hint is None else [_hint(words.SENT_HINTS[hint], kit.button(HIDE, words.HIDE))]
    return page([kit.section(said), *ways, *more])


def _hint(said: str, hide: kit.Element) -> kit.Block:
    return kit.section(said, accessory=hide)


def _none(guess: Guess) -> str:
    return words.TOO_SHORT if guess.is_short else words.NO_GUESS

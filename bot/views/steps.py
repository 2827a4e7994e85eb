"""The first steps: each a message with one action, and the same on Home."""

from collections.abc import Mapping
from typing import Any

from bot.domain.steps import StepSeen
from bot.views import kit
from bot.views.answers import pack, unpack
from bot.views.guides import offer
from bot.words import guides as guide_words
from bot.words import steps as words
from prompts.model import Moment, Side
from storage.choices import Step

TAKE, SKIP, SKIP_ALL = "step_take", "step_skip", "step_skip_all"


def step_message(seen: StepSeen, delivery: str, intro: str | None = None) -> kit.Message:
    """One step; `intro` greets somebody who hears of Trellis for the first time."""
    said = _title(seen)
    return kit.message(
        words.notification(said, intro),
        [
            *([kit.section(intro), kit.section(words.begins(seen.of))] if intro else []),
            kit.header(said),
            kit.section(_text(seen)),
            kit.actions(
                _take(seen, delivery),
                kit.button(SKIP, words.SKIP, _value(seen.step, delivery)),
                *_guide(seen, delivery),
            ),
            kit.context(words.number(seen.number, seen.of), words.WHERE),
        ],
    )


def closed_message(step: Step, intro: str | None, *, is_skipped: bool) -> kit.Message:
    """In the place of a step that was done or skipped: nothing is left to press, and a greeting stays."""
    said = (words.skipped if is_skipped else words.done)(words.TITLE[step])
    return kit.message(said, [*([kit.section(intro)] if intro else []), kit.section(said)])


def home_blocks(seen: StepSeen | None) -> list[kit.Block]:
    """The same step on Home, with a way to skip all that are left."""
    if seen is None:
        return []
    skips = [kit.button(SKIP, words.SKIP, _value(seen.step)), kit.button(SKIP_ALL, words.SKIP_ALL)]
    return [
        kit.header(_title(seen)),
        kit.section(_text(seen)),
        kit.actions(_take(seen), *skips[: seen.of], *_guide(seen)),
        *([kit.context(words.number(seen.number, seen.of))] if seen.of > 1 else []),
    ]


def next_line(seen: StepSeen | None) -> list[kit.Block]:
    """The same step in one line, among what help shows."""
    if seen is None:
        return []
    return [kit.section(words.comes_next(_title(seen)), accessory=_take(seen)), kit.divider()]


def read_step(action: Mapping[str, Any]) -> Step | None:
    """The step that a press names; None for one that is none, or for all."""
    named = unpack(action.get("value")).get("step")
    return Step(named) if named in set(Step) else None


def _take(seen: StepSeen, delivery: str | None = None) -> kit.Element:
    return kit.button(TAKE, words.LABEL[seen.step], _value(seen.step, delivery), style="primary")


def _guide(seen: StepSeen, delivery: str | None = None) -> list[kit.Element]:
    """For who is about to meet somebody for the first time."""
    if seen.step is not Step.MEETING:
        return []
    return [offer(Moment.FIRST, Side.BOTH, guide_words.FOR_FIRST, delivery)]


def _value(step: Step, delivery: str | None = None) -> str:
    return pack(step=step, delivery=delivery)


def _title(seen: StepSeen) -> str:
    return words.title(seen.step, seen.other.name if seen.other else None)


def _text(seen: StepSeen) -> str:
    return words.text(seen.step, seen.other.name if seen.other else None, seen.manager)

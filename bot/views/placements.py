"""The form of where somebody is, its reader, and the question and answer about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.placing import PlacementDraft, PlacementSeen
from bot.views import kit
from bot.views.answers import Answers, number, pack, preset, unpack
from bot.views.guides import offer
from bot.words import guides as guide_words
from bot.words import placements as words
from frameworks.model import Framework
from prompts.model import Moment, Side

FORM = "placement_form"
TURN = "placement_cluster"
OPEN = "placement_open"
YES, NO = "placement_yes", "placement_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementForm:
    """What the form shows."""

    draft: str
    clusters: tuple[tuple[str, str], ...]
    framework: Framework | None
    manager: str | None
    today: date
    round: int = 0
    has_level: bool = True


def placement_form(form: PlacementForm) -> kit.Modal:
    """The form; the levels are those of the chosen kind of work."""
    options = [kit.option(name, title) for name, title in form.clusters]
    if not options:
        return kit.modal(FORM, words.FORM_TITLE, [kit.section(words.NONE_PUBLISHED)], close=words.CLOSE)
    chosen = form.framework.id if form.framework else None
    cluster = kit.select(TURN, options, initial=chosen)
    blocks = [
        kit.input_block("cluster", words.CLUSTER, cluster, dispatch=True),
        *_level(form),
        kit.input_block("since", words.SINCE, kit.date_picker("placement_since", initial=form.today)),
        *_second(form, options),
        kit.context(words.receipt(form.manager)),
        kit.actions(offer(Moment.LEVELS, Side.REPORT, guide_words.FOR_CHOOSING), block_id="guides"),
    ]
    return kit.modal(
        FORM,
        words.FORM_TITLE,
        blocks,
        submit=words.FORM_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(draft=form.draft, round=form.round, framework=chosen),
    )


def read_placement_form(view: Mapping[str, Any]) -> PlacementDraft:
    """What was chosen."""
    answers = Answers.of(view)
    return PlacementDraft(
        draft=str(unpack(view.get("private_metadata")).get("draft") or ""),
        cluster=answers.chosen("cluster"),
        second_cluster=answers.chosen("second"),
        level=answers.chosen("level"),
        since=answers.day("since"),
    )


def read_placement_round(view: Mapping[str, Any]) -> int:
    """How often the levels were offered anew."""
    return number(unpack(view.get("private_metadata")), "round")


def where(seen: PlacementSeen) -> str:
    """A placement in words."""
    level = seen.framework.find_level(seen.placement.level) if seen.placement.level else None
    return words.place(seen.framework.title, level.title if level else None, seen.second_title)


def question_blocks(seen: PlacementSeen, delivery: str | None = None) -> list[kit.Block]:
    """The question to who confirms."""
    value = pack(placement=seen.placement.id, delivery=delivery)
    return [
        kit.section(words.asked(seen.person.name, where(seen), seen.placement.since)),
        kit.actions(
            kit.button(YES, words.YES, value, style="primary"),
            kit.button(NO, words.NO, value),
            block_id=f"placement-{seen.placement.id}",
        ),
        kit.context(words.asked_consequence()),
    ]


def asked_message(seen: PlacementSeen, delivery: str) -> kit.Message:
    """The question as a message."""
    said = words.asked(seen.person.name, where(seen), seen.placement.since)
    return kit.message(said, question_blocks(seen, delivery))


def answered_message(seen: PlacementSeen, *, agreed: bool) -> kit.Message:
    """To the member."""
    return kit.message(words.answered(where(seen), agreed=agreed))


def _level(form: PlacementForm) -> list[kit.Block]:
    if form.framework is None or not form.has_level:
        return []
    groups = {
        lane.title: [
            kit.option(one.id, one.title, one.scope or None)
            for one in form.framework.levels
            if one.lane == lane.id
        ]
        for lane in form.framework.lanes
    }
    offered = kit.option_groups(groups)
    if not offered:
        return [kit.context(words.NO_LEVEL)]
    menu = kit.select("placement_level", offered)
    return [kit.input_block(preset("level", form.round), words.LEVEL, menu, hint=words.LEVEL_HINT)]


def _second(form: PlacementForm, options: list[kit.Option]) -> list[kit.Block]:
    others = [option for option in options if form.framework is None or option.value != form.framework.id]
    if not others:
        return []
    menu = kit.select("placement_second", others)
    return [kit.input_block(preset("second", form.round), words.SECOND, menu, optional=True)]

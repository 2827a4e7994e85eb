"""Every form that can be sent, brought up and filled in, and requests about it that no client would make."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import text

from bot.domain.asks import LONGEST_QUESTION
from bot.domain.chances import LONGEST_WORD as LONGEST_WORD_TO_CHANCE
from bot.domain.checks import LONGEST_WORD
from bot.domain.commitments import LONGEST_PROMISE
from bot.domain.feedback import LONGEST_PART, Part
from bot.domain.marking import sign_value
from bot.domain.plans import LONGEST_LINE
from bot.domain.readers import FromNow
from bot.domain.texts import LONGEST
from bot.usecases.frameworks import publish_framework
from bot.usecases.reviews import nudge_owners
from bot.words import (
    admin,
    beginning,
    chances,
    checks,
    feedback,
    management,
    me,
    meetings,
    notes,
    observations,
    offers,
    past_notes,
    plans,
    readers,
    reviews,
    steps,
    summaries,
    talks,
    witnesses,
)
from bot.words.rights import WORD
from frameworks.load import load_library
from storage.choices import CheckMarked, GoalEnd, PairKind, Step
from tests.bot.journeys import feedback_forms as fed
from tests.bot.journeys import kudos_forms
from tests.bot.journeys import reading_forms as reading
from tests.bot.journeys.homes import home_of, leading
from tests.bot.journeys.kept import noted, open_evidence, shown
from tests.bot.journeys.meetings import agreed
from tests.bot.journeys.observed import observed
from tests.bot.journeys.past_reviews import brought, looked
from tests.bot.journeys.righted import asked_to_erase
from tests.bot.journeys.ties import examples_asked, managed, placed
from tests.world import ANA, BEN, World

SAID = fed.SAID
AIM = {"sign": "Two others keep it", "due": "2026-09-01"}
Answers = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: its callback_id, who fills it in, how it opens, what they choose, and the block of its text.

    `most` is how many characters that takes.
    """

    name: str
    view: str
    by: str
    opens: Callable[[World], Awaitable[Any]]
    fill: Mapping[str, Any]
    text: str | None = None
    most: int = LONGEST


async def _note(here: World) -> None:
    await here.people.command(ANA, f"/growth note {SAID}")
    await here.people.press(ANA, None, notes.MORE)


async def _observe(here: World) -> None:
    await managed(here, BEN, by=ANA)
    await here.people.command(ANA, f"/growth observe @ben {SAID}")


async def _answer(here: World) -> None:
    await managed(here, BEN, by=ANA)
    await observed(here, BEN, ANA)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], observations.OPEN)


async def _manager(here: World) -> None:
    await here.people.command(ANA, "/growth manager @ben")


async def _placement(here: World) -> None:
    await here.people.command(ANA, "/growth me")
    await here.people.press(ANA, None, me.PLACE)
    await here.people.choose(ANA, "cluster", "Engineering")


async def _pair(here: World) -> None:
    await here.people.command(ANA, "/growth 1on1 @ben")


async def _meeting(here: World) -> None:
    await agreed(here)
    await here.people.command(ANA, "/growth 1on1")
    await here.people.press(ANA, None, meetings.OPEN)


async def _reply(here: World) -> None:
    await managed(here, BEN, by=ANA)
    await here.people.command(ANA, "/growth summary @ben")
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], summaries.OPEN)
    await here.people.press(BEN, None, summaries.REPLY)


async def _direction(here: World) -> None:
    await here.people.command(ANA, "/growth plan")
    await here.people.press(ANA, None, plans.WRITE)


async def _goal(here: World) -> None:
    await here.people.command(ANA, f"/growth plan {SAID}")


async def _goal_end(here: World) -> None:
    await _goal(here)
    await here.people.submit(ANA, AIM)
    await here.people.command(ANA, "/growth plan")
    await here.people.press(ANA, None, plans.END)


async def _check(here: World) -> None:
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await here.people.command(BEN, "/growth check")
    for place in range(len((await shown(here, BEN)).fields) - 1):
        await here.people.choose(BEN, f"mark:{place}", checks.MARKS[CheckMarked.SEEN])


async def _review(here: World) -> None:
    for loaded in load_library():
        if loaded.framework is not None and loaded.framework.id == "engineering":
            await publish_framework(here.bot.deps, replace(loaded.framework, owners=(ANA,)), None)
    here.clock.moment = here.clock.moment.replace(month=7, day=6, hour=11)
    await nudge_owners(here.bot.deps)
    await here.deliver()
    await here.people.press(ANA, (await here.people.dms(ANA))[-1], reviews.OPEN)


async def _admin(here: World) -> None:
    await leading(here, ANA)
    await here.people.command(ANA, "/growth admin")


async def _framework(here: World) -> None:
    await leading(here, ANA)
    async with here.bot.deps.write() as workspace:
        await workspace.session.execute(text("DELETE FROM framework_heads WHERE framework = 'starter'"))
    await here.people.command(ANA, "/growth admin")
    await here.people.press(ANA, None, beginning.ADD)


async def _team(here: World) -> None:
    await leading(here, ANA)
    async with here.bot.deps.write() as workspace:
        await workspace.session.execute(text("DELETE FROM rollout"))
    await here.people.press(ANA, await home_of(here, ANA), steps.LABEL[Step.TEAM])


async def _past(here: World) -> None:
    await brought(here, f"{BEN},2025-12-31,{SAID},,,@ana,")
    await looked(here, BEN)
    await here.people.press(BEN, None, past_notes.KEEP)


async def _offer(here: World) -> None:
    await managed(here, ANA, by=BEN)
    await placed(here, ANA, "e2")
    note = await noted(here, ANA, SAID, skills=["Planning and delivery"])
    await open_evidence(here, ANA, note.id)
    await here.people.press(ANA, None, offers.OFFER)
    (sign,) = [one for one in (await shown(here, ANA)).fields if one.block_id == "sign"]
    first = sign.element["option_groups"][0]["options"][0]["text"]["text"]
    await here.people.choose(ANA, "sign", first)


async def _settings(here: World) -> None:
    await here.people.command(ANA, "/growth settings")


async def _witness(here: World) -> None:
    note = await noted(here, ANA, SAID)
    await open_evidence(here, ANA, note.id)
    await here.people.press(ANA, None, witnesses.ASK)


async def _reword(here: World) -> None:
    note = await noted(here, ANA, SAID)
    await open_evidence(here, ANA, note.id)
    await here.people.press(ANA, None, witnesses.CHANGE)


async def _talk_page(here: World) -> None:
    await agreed(here)
    await here.people.command(ANA, "/growth 1on1 @ben")


async def _talk(here: World) -> None:
    await _talk_page(here)
    await here.people.press(ANA, None, talks.WRITE)


async def _talk_own(here: World) -> None:
    await _talk_page(here)
    await here.people.press(ANA, None, talks.WRITE_OWN)


async def _promise(here: World) -> None:
    await _talk_page(here)
    await here.people.press(ANA, None, talks.PROMISE)


_EXAMPLE = sign_value("behaviour", *examples_asked()[0])


async def _chance(here: World) -> None:
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await agreed(here, kind=PairKind.MANAGER)
    await here.people.command(ANA, "/growth 1on1 @ben")
    await here.people.press(ANA, None, chances.MARK)


async def _not_now(here: World) -> None:
    await _chance(here)
    await here.people.submit(ANA, {"examples": [_EXAMPLE]})
    await here.people.press(ANA, None, chances.NOT_NOW)


FORMS = (
    Form(name="kudos", view="kudos_form", by=ANA, opens=kudos_forms.given, fill={}, text="text"),
    Form(name="note", view="note_form", by=ANA, opens=_note, fill={}, text="text"),
    Form(name="past", view="note_form", by=BEN, opens=_past, fill={}, text="text"),
    Form(name="offer", view="offer_form", by=ANA, opens=_offer, fill={"also": ["ben"]}, text="text"),
    Form(name="keep", view="kept_kudos", by=BEN, opens=kudos_forms.kept, fill={}),
    Form(
        name="details",
        view="kudos_details",
        by=ANA,
        opens=kudos_forms.details,
        fill={"situation": SAID},
        text="situation",
        most=LONGEST_PART,
    ),
    Form(
        name="feedback",
        view="feedback_form",
        by=ANA,
        opens=fed.feedback,
        fill={"carry_on": SAID, "try_next": SAID, "effect": SAID},
        text="situation",
        most=LONGEST_PART,
    ),
    Form(
        name="feedback_keep",
        view="feedback_keep",
        by=BEN,
        opens=fed.feedback_read,
        fill={"part": feedback.PART_LABELS[Part.TRY_NEXT]},
    ),
    Form(
        name="feedback_reply",
        view="feedback_reply_form",
        by=BEN,
        opens=fed.feedback_reply,
        fill={"reply": SAID},
        text="reply",
    ),
    Form(name="ask", view="ask_form", by=ANA, opens=fed.ask, fill={}, text="question", most=LONGEST_QUESTION),
    Form(
        name="ask_answer",
        view="feedback_form",
        by=BEN,
        opens=fed.ask_answer,
        fill={"carry_on": SAID, "situation": SAID},
    ),
    Form(name="ask_decline", view="ask_decline_form", by=BEN, opens=fed.ask_decline, fill={"word": SAID}),
    Form(
        name="observe",
        view="observation_form",
        by=ANA,
        opens=_observe,
        fill={"kind": observations.KEEP_DOING},
        text="text",
    ),
    Form(name="answer", view="observation_read", by=BEN, opens=_answer, fill={"reply": SAID}, text="reply"),
    Form(name="manager", view="manager_form", by=ANA, opens=_manager, fill={"claim": management.MY_REPORT}),
    Form(name="placement", view="placement_form", by=ANA, opens=_placement, fill={"level": "Engineer"}),
    Form(name="pair", view="pair_form", by=ANA, opens=_pair, fill={}),
    Form(name="meeting", view="meeting_form", by=ANA, opens=_meeting, fill={"day": "2026-06-18"}),
    Form(name="reply", view="summary_reply_form", by=BEN, opens=_reply, fill={"reply": SAID}, text="reply"),
    Form(name="direction", view="direction_form", by=ANA, opens=_direction, fill={"more": SAID}),
    Form(name="goal", view="goal_form", by=ANA, opens=_goal, fill=AIM, text="text", most=LONGEST_LINE),
    Form(
        name="check",
        view="check_form",
        by=BEN,
        opens=_check,
        fill={"word": SAID},
        text="word",
        most=LONGEST_WORD,
    ),
    Form(name="chance", view="chance_form", by=ANA, opens=_chance, fill={"examples": [_EXAMPLE]}),
    Form(
        name="not_now",
        view="chance_not_now_form",
        by=ANA,
        opens=_not_now,
        fill={"word": SAID},
        text="word",
        most=LONGEST_WORD_TO_CHANCE,
    ),
    Form(
        name="goal_end",
        view="goal_end_form",
        by=ANA,
        opens=_goal_end,
        fill={"end": plans.ENDS[GoalEnd.REACHED], "learned": SAID},
        text="learned",
        most=LONGEST_LINE,
    ),
    Form(
        name="review",
        view="review_form",
        by=ANA,
        opens=_review,
        fill={"verdict_0": reviews.KEEP, "comment_0": SAID},
        text="comment:0",
    ),
    Form(name="admin", view="admin_form", by=ANA, opens=_admin, fill={admin.REMOVE: ["dev"]}),
    Form(name="framework", view="framework_form", by=ANA, opens=_framework, fill={"framework": "Starter"}),
    Form(
        name="handover",
        view="handover_form",
        by=BEN,
        opens=reading.new_manager,
        fill={"before": [reading.SHARED]},
    ),
    Form(name="concern", view="concern_form", by=BEN, opens=reading.concern, fill={"lead": "cleo"}),
    Form(
        name="reader",
        view="reader_form",
        by=ANA,
        opens=reading.reader,
        fill={"reader": "cleo", "from_now": [readers.FROM_NOW_OPTIONS[FromNow.LEVEL][0]]},
    ),
    Form(name="settings", view="preferences_form", by=ANA, opens=_settings, fill={"workdays": ["Monday"]}),
    Form(name="talk", view="talk_form", by=ANA, opens=_talk, fill={"agenda": SAID}),
    Form(name="talk_own", view="talk_own_form", by=ANA, opens=_talk_own, fill={"text": SAID}),
    Form(
        name="promise",
        view="promise_form",
        by=ANA,
        opens=_promise,
        fill={"text": SAID},
        text="text",
        most=LONGEST_PROMISE,
    ),
    Form(name="witness", view="witness_form", by=ANA, opens=_witness, fill={"people": ["ben"]}),
    Form(
        name="reword", view="note_change_form", by=ANA, opens=_reword, fill={"text": AIM["sign"]}, text="text"
    ),
    Form(name="erase", view="erasure_form", by=ANA, opens=asked_to_erase, fill={"word": WORD}),
    Form(name="team", view="team_form", by=ANA, opens=_team, fill={"add": ["dev"]}),
)

"""What somebody is not entitled to do, they cannot do by knowing its id (DESIGN 5.13)."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from bot.domain.marking import sign_value
from bot.domain.messages import Kind
from bot.domain.talks import mark_of
from bot.usecases.owing import owe, owed
from bot.views import (
    asks,
    chances,
    checks,
    commitments,
    concerns,
    feedback,
    feedback_read,
    given_kudos,
    kept_kudos,
    management,
    meetings,
    notes,
    observations,
    offers,
    pairs,
    past_notes,
    placements,
    plans,
    prompts,
    readers,
    reviews,
    summaries,
    talks,
    witnesses,
)
from bot.views.admin import FORM as ADMIN_FORM
from bot.views.answers import pack
from storage.choices import DeliveryState
from storage.deliveries import deliveries_in
from storage.evidence import add_evidence, get_evidence
from tests.bot.doors.letters import interaction, posted
from tests.bot.journeys.ties import examples_asked
from tests.bot.visibility.company import (
    AFTER,
    ASKED,
    CHECK,
    EVERYONE,
    FORMER,
    GIVER,
    LEAD,
    MANAGER,
    NOBODY,
    OUTSIDE_FRIEND,
    OUTSIDE_MANAGER,
    OUTSIDER,
    OWNER,
    OWNERS,
    PAIR,
    PEER,
    PEOPLE,
    READER,
    REVIEW,
    SAM,
    TALKS,
    TIM,
    UNTOLD,
    WITNESS,
)
from tests.bot.visibility.settled import populate
from tests.stored import stored
from tests.world import World, world

PROMPTED, UNANSWERED = "d_prompt", "v_unanswered"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that changes the store; `by` are all who may do it."""

    name: str
    payload: dict[str, Any]
    by: frozenset[str]


def press(action: str, value: str, *by: str) -> Act:
    """A button in a modal, with the value that the entitled have in theirs."""
    button = {"type": "button", "action_id": action, "block_id": "b1", "value": value}
    view = {"id": "V0", "type": "modal", "hash": "1", "blocks": []}
    payload = {
        "type": "block_actions",
        "container": {"type": "view", "view_id": "V0"},
        "view": view,
        "actions": [button],
    }
    return Act(f"{action} {value}", payload, frozenset(by))


def submit(form: str, metadata: str, state: dict[str, Any], *by: str) -> Act:
    """A form, filled in: the answer of each field, by its block."""
    blocks = [
        {"type": "input", "block_id": field, "element": {"type": "plain_text_input"}} for field in state
    ]
    view = {
        "id": "V0",
        "type": "modal",
        "hash": "1",
        "callback_id": form,
        "private_metadata": metadata,
        "blocks": blocks,
        "state": {"values": {field: {"a": answer} for field, answer in state.items()}},
    }
    return Act(f"{form} {metadata}", {"type": "view_submission", "view": view}, frozenset(by))


TEXT = {"value": "Mine now"}
OF_SAM = {"selected_option": {"value": SAM}}
OF_LEAD = {"selected_option": {"value": LEAD}}
KEEP = {"selected_option": {"value": "keep"}}
VERDICT = {"selected_option": {"value": "retire"}}
GOAL = {"text": TEXT, "sign": TEXT, "due": {"selected_date": "2026-12-01"}}
REACHED = {"selected_option": {"value": "reached"}}
SKIP = {"selected_option": {"value": "skip"}}
SKIPPED = pack(draft="f11", pair=PAIR, pair_version=1, version=0, on=AFTER.isoformat())
_BEGAN = {secret.id.removeprefix("t_"): mark_of(secret.words) for secret in TALKS}
_TALK = pack(pair=PAIR, on=AFTER.isoformat(), text=mark_of(""), **_BEGAN)
_PROMISE = pack(draft="f11", pair=PAIR, mine=SAM, theirs=PEER)
_EXAMPLE = sign_value("behaviour", *examples_asked()[0])
NO_CHANCE = {"examples": {"selected_options": [{"value": _EXAMPLE}]}}
MINE = {"selected_option": {"value": "mine"}}
ASK_PEER = {"selected_users": [PEER]}
ACTS = (
    submit(chances.FORM, pack(draft="f14", subject=SAM, manager=MANAGER), NO_CHANCE, SAM, MANAGER),
    submit(chances.NOT_NOW_FORM, pack(chance="h_wait"), {"word": TEXT}, MANAGER),
    submit(chances.NOT_NOW_FORM, pack(chance="h_former"), {"word": TEXT}),
    press(chances.TAKE_BACK, pack(chance="h_mine"), SAM, MANAGER),
    press(chances.TAKE_BACK, pack(chance="h_now")),
    press(feedback_read.SHARE, pack(feedback="b_two", manager=MANAGER), SAM),
    submit(feedback_read.REPLY_FORM, pack(feedback="b_two", draft="f12"), {"reply": TEXT}, SAM),
    submit(feedback_read.KEEP_FORM, pack(feedback="b_former", part="carry_on"), {"reach": VERDICT}, SAM),
    submit(feedback.FORM, pack(draft="f13", ask="q_open", manager=MANAGER), {"carry_on": TEXT}, PEER, GIVER),
    submit(asks.DECLINE_FORM, pack(ask="q_tim"), {"word": TEXT}, PEER),
    submit(asks.DECLINE_FORM, pack(ask="q_declined"), {"word": TEXT}),
    submit(observations.FORM, pack(draft="f7"), {"report": OF_SAM, "text": TEXT, "kind": KEEP}, MANAGER),
    press(offers.AGREE, pack(offer="f_asked", version=1), PEER, WITNESS),
    press(offers.TAKE, pack(offer="f_proposed", version=1), *OWNERS),
    press(offers.WITHDRAW, pack(offer="f_asked"), SAM),
    press(offers.DECLINE, pack(offer="f_taken", version=1)),
    press(offers.WITHDRAW, pack(offer="f_taken")),
    submit(offers.FORM, pack(draft="f9", evidence="e_private"), {"text": TEXT, "sign": VERDICT}),
    submit(notes.FORM, pack(draft="f8", past="n_sam"), {"text": TEXT}, SAM),
    press(past_notes.DISCARD, pack(past="n_tim"), TIM),
    press(past_notes.KEEP_ALL, pack(until="zzz"), SAM, TIM),
    press(witnesses.YES, pack(evidence="e_tim", version=2), PEER),
    press(witnesses.NO, pack(evidence="e_shared", version=2)),
    submit(witnesses.ASK_FORM, pack(evidence="e_private"), {"people": ASK_PEER}, SAM),
    submit(witnesses.CHANGE_FORM, pack(evidence="e_private", version=2), {"text": TEXT}, SAM),
    press(notes.SHARE, pack(evidence="e_private", manager=MANAGER), SAM),
    press(notes.SHARE, pack(evidence="e_former", manager=MANAGER), SAM),
    press(summaries.SHARE, pack(summary="s_own"), SAM),
    press(placements.YES, pack(placement="p_asked"), MANAGER),
    press(placements.NO, pack(placement="p_asked"), MANAGER),
    press(placements.YES, pack(placement="p_tim"), LEAD),
    press(management.END, pack(tie="m_now"), SAM, MANAGER),
    press(management.YES, pack(tie="m_asked"), SAM),
    press(management.NO, pack(tie="m_asked"), SAM),
    press(management.END, pack(tie="m_asked"), SAM, ASKED),
    press(management.END, pack(tie="m_untold"), TIM, UNTOLD),
    press(management.END, pack(tie="m_former")),
    press(concerns.TAKE_BACK, pack(concern="z_sam"), SAM),
    press(concerns.OPEN, pack(concern="z_back")),
    submit(concerns.FORM, pack(draft="f20", kind="feedback", thing="b_two"), {"lead": OF_LEAD}, SAM),
    press(readers.END, pack(naming="y_sam"), SAM),
    press(readers.END, pack(naming="y_over"), SAM),
    submit(meetings.FORM, SKIPPED, {"act": SKIP}, SAM, PEER),
    press(talks.KEPT, pack(pair=PAIR, commitment="w1"), SAM),
    press(talks.TAKE_ALONG, pack(pair=PAIR)),
    submit(talks.FORM, _TALK, {"agenda": TEXT, "notes": TEXT}, SAM, PEER),
    submit(talks.OWN_FORM, _TALK, {"text": TEXT}, SAM, PEER),
    submit(commitments.FORM, _PROMISE, {"text": TEXT, "owner": MINE}, SAM, PEER),
    press(pairs.END, pack(pair=PAIR), SAM, PEER),
    press(pairs.YES, pack(pair=PAIR, version=1)),
    press(prompts.SKIP, pack(delivery=PROMPTED), SAM),
    press(prompts.LATER, pack(delivery=PROMPTED), SAM),
    press(prompts.HAPPENED, pack(delivery=PROMPTED, on=AFTER.isoformat())),
    submit(summaries.REPLY_FORM, pack(summary="s_joint", draft="f1"), {"reply": TEXT}, SAM),
    submit(summaries.REPLY_FORM, pack(summary="s_own", draft="f2"), {"reply": TEXT}, SAM),
    press(notes.SHARE, pack(evidence="v_former", manager=MANAGER), SAM),
    submit(observations.READ, pack(evidence=UNANSWERED, draft="f4"), {"reply": TEXT}, SAM),
    submit(observations.READ, pack(evidence="v_now", draft="f5"), {"reply": TEXT}),
    submit(observations.READ, pack(evidence="e_private", draft="f6"), {"reply": TEXT}),
    submit(kept_kudos.FORM, pack(kudos="k_quiet"), {"reach": VERDICT}, SAM),
    submit(kept_kudos.FORM, pack(kudos="k_public"), {"reach": VERDICT}, SAM),
    submit(given_kudos.FORM, pack(event="event of k_tim"), {"situation": TEXT, "effect": TEXT}, GIVER),
    press(given_kudos.UNDO, pack(event="event of k_public"), GIVER),
    press(given_kudos.UNDO, pack(event="event of k_outside"), OUTSIDER),
    press(given_kudos.UNDO, pack(event="event of k_gone")),
    submit(plans.GOAL_FORM, pack(draft="f8", goal="g_private"), GOAL, SAM),
    submit(plans.GOAL_FORM, pack(draft="f9", goal="g_shared"), GOAL, SAM),
    submit(plans.END_FORM, pack(draft="f10", goal="g_shared"), {"end": REACHED, "learned": TEXT}, SAM),
    press(checks.SKIP, pack(check="c3"), OUTSIDE_MANAGER),
    submit(reviews.FORM, pack(review=REVIEW, page=0), {"verdict:0": VERDICT}, OWNER),
    submit(ADMIN_FORM, pack(draft="f3"), {"lead": {"selected_user": NOBODY}}, LEAD),
)


async def forged(here: World, act: Act, person: str) -> int:
    """The status of an act that comes in somebody's name."""
    who = {"user": {"id": person, "team_id": here.slack.team_id}, "team": {"id": here.slack.team_id}}
    return (await posted(here, interaction({**act.payload, **who, "trigger_id": "1.2.3"}))).status


async def prompted(here: World) -> None:
    """A prompt is owed to Sam, who has not answered what his manager wrote down last."""
    deps = here.bot.deps
    async with deps.write() as workspace:
        answered = await get_evidence(workspace, "v_now")
        await add_evidence(workspace, replace(answered, id=UNANSWERED, reply=None, replied_at=None))
        prompt = owed(deps, Kind.PROMPT, SAM, PAIR, occurrence="2026-06-23")
        await owe(workspace, deps, prompt)
        await workspace.session.exec_driver_sql(
            "UPDATE deliveries SET id = ? WHERE id = ?", (PROMPTED, prompt.id)
        )


@pytest.mark.slow
async def test_what_is_not_ones_own_cannot_be_acted_upon(sqlite_address: str) -> None:
    """Every button and form, in the name of everybody who may not: answered, and the store is as it was."""
    async with world(sqlite_address, people=PEOPLE) as here:
        await populate(here)
        await prompted(here)
        before = await stored(here.bot.deps.database)
        for act in ACTS:
            statuses = {await forged(here, act, person) for person in EVERYONE if person not in act.by}

            assert statuses == {200}, act.name
            assert await stored(here.bot.deps.database) == before, act.name


@pytest.mark.slow
async def test_whoever_may_act_can(sqlite_address: str) -> None:
    """The same requests in the name of one who may do change the store: it is the name that decides."""
    async with world(sqlite_address, people=PEOPLE) as here:
        await populate(here)
        await prompted(here)
        unmoved = []
        for act in [one for one in ACTS if one.by and "_no " not in one.name]:  # yes was said by then
            before = await stored(here.bot.deps.database)
            await forged(here, act, min(act.by))
            if await stored(here.bot.deps.database) == before:
                unmoved.append(act.name)

        assert not unmoved


Letters = dict[tuple[Kind, str], frozenset[str]]
LETTERS: Letters = {
    (Kind.KUDOS_RECEIVED, "k_quiet"): frozenset({SAM, GIVER}),
    (Kind.KUDOS_RECEIVED, "k_former"): frozenset({SAM, GIVER}),
    (Kind.FEEDBACK_RECEIVED, "b_two"): frozenset({SAM}),
    (Kind.FEEDBACK_ANSWERED, "b_two"): frozenset({SAM}),
    (Kind.FEEDBACK_SHARED, "b_open"): frozenset({MANAGER}),
    (Kind.FEEDBACK_SHARED, "b_former"): frozenset(),
    (Kind.FEEDBACK_REPLIED, "b_open"): frozenset({GIVER}),
    (Kind.FEEDBACK_ASKED, "q_open"): frozenset({PEER, GIVER}),
    (Kind.FEEDBACK_ASKED, "q_declined"): frozenset(),
    (Kind.FEEDBACK_REMINDER, "q_open"): frozenset({PEER, GIVER}),
    (Kind.OBSERVATION_RECEIVED, "v_now"): frozenset({SAM}),
    (Kind.OBSERVATION_RECEIVED, "v_former"): frozenset({SAM}),
    (Kind.OBSERVATION_RECEIVED, "e_shared"): frozenset(),
    (Kind.OBSERVATION_ANSWERED, "v_now"): frozenset({MANAGER}),
    (Kind.OBSERVATION_ANSWERED, "v_later"): frozenset({FORMER}),
    (Kind.PAST_NOTES, "reviews"): frozenset({SAM}),
    (Kind.EXAMPLE_PROPOSED, "f_proposed"): frozenset({OWNER}),
    (Kind.EXAMPLE_ANSWERED, "f_taken"): frozenset({SAM}),
    (Kind.SUMMARY_SHARED, "s_joint"): frozenset({SAM, MANAGER, READER}),
    (Kind.SUMMARY_SHARED, "s_former"): frozenset({SAM}),
    (Kind.SUMMARY_READY, "s_own"): frozenset({SAM}),
    (Kind.MANAGER_ASKED, "m_asked"): frozenset({SAM, ASKED}),
    (Kind.CONCERN_SHOWN, "z_sam"): frozenset({LEAD}),
    (Kind.CONCERN_SHOWN, "z_back"): frozenset(),
    (Kind.READER_NAMED, "y_sam"): frozenset({READER}),
    (Kind.READER_NAMED, "y_over"): frozenset(),
    (Kind.PLACEMENT_ASKED, "p_asked"): frozenset({MANAGER}),
    (Kind.PLACEMENT_ASKED, "p_tim"): frozenset({LEAD}),
    (Kind.PLACEMENT_ANSWERED, "p_sam"): frozenset({SAM}),
    (Kind.CHANCE_TOLD, "h_now"): frozenset({SAM}),
    (Kind.CHANCE_TOLD, "h_tim"): frozenset(),
    (Kind.CHECK_READY, CHECK): frozenset({SAM, MANAGER}),
    (Kind.CHECK_READY, "c2"): frozenset(),
    (Kind.CHECK_READY, "c3"): frozenset(),
    (Kind.CHECK_ASKED, "c3"): frozenset({OUTSIDE_MANAGER}),
    (Kind.FRAMEWORK_NUDGE, REVIEW): frozenset({OWNER}),
    (Kind.PAIR_ANSWERED, PAIR): frozenset({SAM, PEER}),
}
READERS = (
    OUTSIDE_MANAGER,
    OUTSIDE_FRIEND,
    SAM,
    GIVER,
    MANAGER,
    READER,
    FORMER,
    ASKED,
    PEER,
    WITNESS,
    OWNER,
    LEAD,
    NOBODY,
    OUTSIDER,
)


async def test_a_message_is_for_those_who_may_read_what_it_is_about(sqlite_address: str) -> None:
    """Whatever is owed to whomever: what its reader may not read when it would go is dropped."""
    async with world(sqlite_address, people=PEOPLE) as here:
        await populate(here)
        deps = here.bot.deps
        async with deps.write() as workspace:
            for kind, cause in LETTERS:
                await owe(workspace, deps, *(owed(deps, kind, one, cause) for one in READERS))
        await here.deliver()

        async with deps.read() as workspace:
            sent = await deliveries_in(workspace, [DeliveryState.SENT])
        found = {
            (kind, cause): frozenset(one.recipient for one in sent if (one.kind, one.cause) == (kind, cause))
            for kind, cause in LETTERS
        }
        assert found == LETTERS


@pytest.mark.parametrize(("giver", "knows"), [(NOBODY, True), (OUTSIDER, False)])
async def test_a_kind_of_work_is_for_those_in_the_rollout(
    sqlite_address: str, giver: str, knows: bool
) -> None:
    """The skills that are offered tell somebody's kind of work: outside the rollout there are none."""
    async with world(sqlite_address, people=PEOPLE) as here:
        await populate(here)

        opened = await here.people.command(giver, "/growth kudos @sam")

        assert opened.view is not None
        assert ("What did it show?" in opened.view.labels) == knows

"""A crash at any instant loses nothing, repeats nothing and leaves nothing half done (DESIGN 6.3)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from itertools import count

import pytest

from bot.deps import LEASE, Deps
from bot.domain.asks import AskDraft
from bot.domain.feedback import FeedbackDraft, KeepFeedback, Part
from bot.domain.kept_kudos import KeepDraft
from bot.domain.kudos import KudosDraft
from bot.domain.messages import Kind
from bot.domain.notes import NoteDraft
from bot.domain.observations import ObservationDraft
from bot.domain.offers import OfferDraft
from bot.domain.past_reviews import read_past_table
from bot.domain.placing import PlacementDraft
from bot.jobs.deliver import deliver_due
from bot.jobs.registry import render
from bot.usecases.asks import ask_for_feedback, decline_ask
from bot.usecases.deliveries import reap, take_delivery
from bot.usecases.feedback import answer_feedback, give_feedback
from bot.usecases.kept_feedback import keep_feedback
from bot.usecases.kept_kudos import keep_kudos
from bot.usecases.kudos import give_kudos
from bot.usecases.management import decide_tie
from bot.usecases.notes import read_evidence, write_note
from bot.usecases.observations import answer_observation, observe
from bot.usecases.offers import answer_offer, decide_offer, offer_example, open_offer
from bot.usecases.owing import owe, owed
from bot.usecases.past_imports import apply_past_import
from bot.usecases.past_notes import keep_past_notes
from bot.usecases.placements import decide_proposal, propose_placement
from bot.usecases.prompting import plan_prompts
from bot.usecases.summaries import make_summary
from storage.asks import add_ask
from storage.choices import Consent, DeliveryState, EvidenceSource, OfferState, PairKind, PlacementState
from storage.deliveries import get_delivery
from storage.evidence import add_evidence
from storage.feedback import add_feedback
from storage.frameworks import head_ids
from storage.kudos import add_kudos
from storage.management import add_management
from storage.offers import put_offer
from storage.pairs import add_pair
from storage.past_notes import add_past_note
from storage.people import add_grant
from storage.placements import add_placement
from storage.records import Mark, Person
from tests.bot.usecases.breaking import ANA, BEN, BOSS, CLEO, Company, company
from tests.storage.builders import (
    DAY,
    TODAY,
    as_manager,
    some_evidence,
    some_grant,
    some_kudos,
    some_offer,
    some_pair,
    some_past_note,
    some_person,
    some_placement,
    some_tie,
)
from tests.storage.fed import some_ask, some_feedback
from tests.stored import stored

REVIEWS = f"user,date,text\n{BEN},2025-12-31,Rebuilt the export\n{CLEO},2025,Ran the desk\n".encode()
Act = Callable[[Deps], Awaitable[object]]


@pytest.fixture
async def here(sqlite_address: str) -> AsyncIterator[Company]:
    """A company in the middle of things: for every act below, what it acts on."""
    async with company(sqlite_address) as made:
        await begin_stories(made.deps())
        yield made


async def begin_stories(deps: Deps) -> None:
    """Ben has a manager and is asked for another; he proposed a level, was thanked, and meets his boss."""
    async with deps.write() as workspace:
        await add_management(workspace, some_tie(id="m1", report=BEN, manager=BOSS, state=Consent.CONFIRMED))
        await add_management(workspace, some_tie(id="m2", report=BEN, manager=CLEO, asked_by=CLEO))
        version = (await head_ids(workspace))["engineering"]
        confirmed = some_placement(id="p1", of=BEN, version_id=version, state=PlacementState.CONFIRMED)
        await add_placement(workspace, confirmed)
        await add_placement(workspace, some_placement(id="p2", of=BEN, version_id=version, level="e3"))
        await add_kudos(workspace, some_kudos(id="k1", giver=ANA, receiver=BEN))
        shared = some_evidence(id="e1", owner=BEN, is_shared=True, readers=(as_manager(BOSS),))
        await add_evidence(workspace, shared)
        seen = replace(shared, id="o1", author_id=BOSS, source=EvidenceSource.OBSERVATION)
        await add_evidence(workspace, seen)
        tomorrow = TODAY + DAY
        meeting = some_pair(first=BOSS, second=BEN, kind=PairKind.MANAGER, anchor=tomorrow, next_on=tomorrow)
        await add_pair(workspace, meeting)
        await add_past_note(workspace, some_past_note(id="n1", of=BEN))
        design = Mark(framework="engineering", competency="engineering/design")
        await add_evidence(workspace, some_evidence(id="e2", owner=BEN, marks=(design,)))
        await add_grant(workspace, some_grant(to=BOSS))
        await put_offer(workspace, some_offer(id="f1", of=BEN, asked=(CLEO,)))
        await put_offer(workspace, some_offer(id="f2", of=BEN, state=OfferState.PROPOSED, asked=()))
        await add_feedback(workspace, some_feedback(author=ANA, receiver=BEN))
        await add_ask(workspace, some_ask(by=ANA, of=(BEN,)))
        await owe(workspace, deps, owed(deps, Kind.KUDOS_RECEIVED, BEN, "k1"))


def some(person_id: str) -> Person:
    """The person who acts."""
    return some_person(id=person_id, name=person_id.lower())


async def give(deps: Deps) -> None:
    """Ana thanks Ben, whose manager may read it."""
    draft = KudosDraft(
        draft="1",
        receivers=(BEN,),
        text="Untangled the rota",
        framework="engineering",
        competencies=("engineering/design",),
        is_unsure=False,
        is_public=False,
        is_open_to_manager=True,
        manager_id=BOSS,
    )
    await give_kudos(deps, some(ANA), draft)


async def keep(deps: Deps) -> None:
    """Ben makes kudos a note and shares it."""
    draft = KeepDraft(
        kudos_id="k1", skills=("engineering/design",), showed=(), is_shared=True, manager_id=BOSS
    )
    await keep_kudos(deps, some(BEN), draft)


async def write(deps: Deps) -> None:
    """Ben writes a note and shares it, and the next one will start so."""
    draft = NoteDraft(
        draft="1",
        text="Ran the review of an incident",
        happened_on=None,
        link="https://fernhill.example/1",
        skills=("engineering/design",),
        showed=(),
        is_shared=True,
        is_choice=True,
        is_of_message=False,
        manager_id=BOSS,
    )
    await write_note(deps, some(BEN), draft)


async def write_down(deps: Deps) -> None:
    """The boss writes down what they saw Ben do, and Ben is to be told."""
    draft = ObservationDraft(
        draft="1",
        report_id=BEN,
        text="Ran the review alone",
        is_favourable=True,
        happened_on=None,
        skills=("engineering/design",),
        showed=(),
    )
    await observe(deps, some(BOSS), draft)


async def read(deps: Deps) -> None:
    """Ben reads what the boss wrote down before: it waits no more."""
    await read_evidence(deps, BEN, "o1")


async def answer(deps: Deps) -> None:
    """Ben answers it, and the boss is to be told."""
    await answer_observation(deps, some(BEN), "o1", "Cleo took the notes", "1")


async def tell(deps: Deps) -> None:
    """Ben answers what Ana asked of him: she and her question are settled together."""
    draft = FeedbackDraft(
        draft="1",
        receiver_id=None,
        ask_id="q1",
        situation="",
        carry_on="The list of open ends",
        try_next="",
        effect="",
        skill=None,
        is_open_to_manager=False,
        manager_id=None,
    )
    await give_feedback(deps, some(BEN), draft)


async def keep_told(deps: Deps) -> None:
    """Ben makes feedback a note."""
    draft = KeepFeedback(
        feedback_id="b1", part=Part.CARRY_ON, skills=(), showed=(), is_shared=True, manager_id=BOSS
    )
    assert await keep_feedback(deps, some(BEN), draft)


async def reply(deps: Deps) -> None:
    """Ben answers feedback, and Ana is to be told."""
    await answer_feedback(deps, some(BEN), "b1", "Thank you", "1")


async def ask(deps: Deps) -> None:
    """Ben asks two for feedback, and each is to be told."""
    draft = AskDraft(draft="1", people=(ANA, CLEO), question="Why?", skill=None, wanted_by=None)
    await ask_for_feedback(deps, some(BEN), draft)


async def decline(deps: Deps) -> None:
    """Ben has no answer for Ana now, and she is to be told."""
    await decline_ask(deps, some(BEN), "q1", "I was away")


async def change_manager(deps: Deps) -> None:
    """Ben agrees that Cleo is his manager: the tie with the boss ends, and their 1:1."""
    await decide_tie(deps, some(BEN), "m2", agrees=True)


async def place(deps: Deps) -> None:
    """Ben says where he is; it replaces what he said before."""
    draft = PlacementDraft(draft="1", cluster="engineering", second_cluster=None, level="e4", since=TODAY)
    await propose_placement(deps, some(BEN), draft)


async def confirm(deps: Deps) -> None:
    """The boss confirms where Ben is: it replaces the placement before."""
    await decide_proposal(deps, some(BOSS), "p2", agrees=True)


async def summarise(deps: Deps) -> None:
    """The boss has the joint summary of Ben made."""
    await make_summary(deps, some(BOSS), BEN, "3m", "1")


async def bring(deps: Deps) -> None:
    """The operator brings notes from past reviews for Ben and Cleo, and both are to be told."""
    await apply_past_import(deps, [read_past_table("reviews.csv", REVIEWS)], {})


async def keep_brought(deps: Deps) -> None:
    """Ben keeps all that was brought for him."""
    assert await keep_past_notes(deps, some(BEN), "zzz") == 1


async def offer(deps: Deps) -> None:
    """Ben offers a note that names Ana as an example, and she is to be asked."""
    desk = await open_offer(deps, some(BEN), "e2")
    draft = OfferDraft(
        draft="1", evidence_id="e2", sign=desk.signs[0].value, text="Drew it first", also=(ANA,)
    )
    assert await offer_example(deps, some(BEN), draft)


async def agree(deps: Deps) -> None:
    """Cleo, the last who is named, agrees: the owner is to be told."""
    await answer_offer(deps, some(CLEO), "f1", 1, agrees=True)


async def take(deps: Deps) -> None:
    """An owner takes an example, and its author is to be told."""
    await decide_offer(deps, some(BOSS), "f2", 1, takes=True)


async def take_message(deps: Deps) -> None:
    """A worker takes the message about kudos, to send it."""
    taken = await take_delivery(deps, render)
    assert taken is not None
    assert taken.letter is not None


ACTS: tuple[Act, ...] = (
    give,
    keep,
    write,
    write_down,
    read,
    answer,
    tell,
    keep_told,
    reply,
    ask,
    decline,
    change_manager,
    place,
    confirm,
    summarise,
    bring,
    keep_brought,
    offer,
    agree,
    take,
    plan_prompts,
    take_message,
)


@pytest.mark.parametrize("act", ACTS)
async def test_an_act_is_done_whole_or_not_at_all(here: Company, act: Act) -> None:
    """Whichever statement of an act its process dies at, or at its commit, the store is as it was before."""
    before = await stored(here.database)

    for step in count(1):
        if await here.database.outlives(act(here.deps()), step):
            break
        assert await stored(here.database) == before, step

    assert step > 4
    assert await stored(here.database) != before


async def test_a_message_is_sent_once(here: Company) -> None:
    """Wherever a worker dies, what it had to send is sent once, and then known to be sent or unknown."""
    states = set()
    await deliver_due(here.deps())
    for step in count(1):
        message = await owe_kudos(here.deps(), f"k{step} of many")
        sent = len(here.slack.posts)
        is_done = await here.database.outlives(deliver_due(here.deps()), step)
        await reap(here.deps(later=2 * LEASE))
        await deliver_due(here.deps(later=2 * LEASE))

        assert len(here.slack.posts) == sent + 1, step
        async with here.deps().read() as workspace:
            states.add((await get_delivery(workspace, message)).state)
        if is_done:
            break

    assert states == {DeliveryState.SENT, DeliveryState.UNKNOWN}


async def owe_kudos(deps: Deps, kudos_id: str) -> str:
    """Thank Ben once more; returns the id of the message that is owed to him."""
    message = owed(deps, Kind.KUDOS_RECEIVED, BEN, kudos_id)
    async with deps.write() as workspace:
        await add_kudos(workspace, some_kudos(id=kudos_id, giver=ANA, receiver=BEN))
        await owe(workspace, deps, message)
    return message.id

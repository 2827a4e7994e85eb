"""Feedback and questions for it, as they are kept."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from storage.asks import add_ask, asks_open_on, decide_asked, get_ask, hold_asked, withdraw_asks_of
from storage.choices import AskState
from storage.errors import NotFound
from storage.feedback import (
    add_feedback,
    feedback_unread,
    get_feedback,
    mark_carry_on_kept,
    mark_feedback_read,
    mark_try_next_kept,
    reply_to_feedback,
    share_feedback,
)
from storage.session import Database, Workspace
from tests.storage.builders import DAY, NOON, OURS, U1, U2, U3, as_manager, begin
from tests.storage.fed import some_ask, some_feedback


@pytest.fixture
async def workspace(store: Database) -> AsyncIterator[Workspace]:
    """Ours, in one transaction."""
    async with store.write(OURS) as here:
        yield here


async def test_feedback_comes_back_as_it_was_given(workspace: Workspace) -> None:
    """With its parts and its readers."""
    given = some_feedback(try_next="Naming the next step", readers=(as_manager(U3),))

    await add_feedback(workspace, given)

    assert await get_feedback(workspace, given.id) == given


async def test_what_is_not_there_is_not_found(workspace: Workspace) -> None:
    """Neither feedback nor a question."""
    with pytest.raises(NotFound):
        await get_feedback(workspace, "b1")
    with pytest.raises(NotFound):
        await get_ask(workspace, "q1")


async def test_it_is_unread_until_it_is_read(workspace: Workspace) -> None:
    """The first time counts; the oldest comes first."""
    for name, at in (("b1", NOON), ("b2", NOON - DAY)):
        await add_feedback(workspace, some_feedback(id=name, given_at=at))
    before = [one.id for one in await feedback_unread(workspace, U2)]

    await mark_feedback_read(workspace, "b1", NOON)
    await mark_feedback_read(workspace, "b1", NOON + DAY)

    assert before == ["b2", "b1"]
    assert [one.id for one in await feedback_unread(workspace, U2)] == ["b2"]
    assert (await get_feedback(workspace, "b1")).read_at == NOON


async def test_an_answer_and_each_note_are_given_once(workspace: Workspace) -> None:
    """Who comes second changes nothing."""
    await add_feedback(workspace, some_feedback())

    replies = [await reply_to_feedback(workspace, "b1", word, NOON) for word in ("First", "Second")]
    kept = [await mark_carry_on_kept(workspace, "b1", note) for note in ("e1", "e2")]
    tried = [await mark_try_next_kept(workspace, "b1", note) for note in ("e3", "e4")]

    found = await get_feedback(workspace, "b1")
    assert replies == kept == tried == [True, False]
    assert (found.reply, found.carry_on_note, found.try_next_note) == ("First", "e1", "e3")


async def test_sharing_twice_adds_nobody(workspace: Workspace) -> None:
    """The second time nobody is new, so nobody is told."""
    await add_feedback(workspace, some_feedback())

    counts = [await share_feedback(workspace, "b1", (as_manager(U3),)) for _ in range(2)]

    assert counts == [1, 0]
    assert (await get_feedback(workspace, "b1")).readers == (as_manager(U3),)


async def test_a_question_is_open_on_each_by_itself(workspace: Workspace) -> None:
    """One answers, one declines, one left it alone: it stays open on the last."""
    await add_ask(workspace, some_ask(by=U1, of=(U2, U3)))

    first = await decide_asked(workspace, "q1", U2, AskState.DECLINED, "Not this week", NOON)
    again = await decide_asked(workspace, "q1", U2, AskState.ANSWERED, None, NOON)

    places = {one.person_id: (one.state, one.word) for one in (await get_ask(workspace, "q1")).asked}
    assert (first, again) == (True, False)
    assert places == {U2: (AskState.DECLINED, "Not this week"), U3: (AskState.OPEN, None)}
    assert [len(await asks_open_on(workspace, one, NOON - DAY)) for one in (U2, U3)] == [0, 1]


async def test_a_question_ends_with_its_time(workspace: Workspace) -> None:
    """What was asked at the moment itself is over."""
    await add_ask(workspace, some_ask())

    assert [one.id for one in await asks_open_on(workspace, U2, NOON - DAY)] == ["q1"]
    assert await asks_open_on(workspace, U2, NOON) == ()


async def test_who_left_waits_for_nobody(workspace: Workspace) -> None:
    """Their open questions are withdrawn; what was decided stays."""
    await add_ask(workspace, some_ask(of=(U2, U3)))
    await decide_asked(workspace, "q1", U2, AskState.ANSWERED, None, NOON)

    await withdraw_asks_of(workspace, U1, NOON)

    assert [one.state for one in (await get_ask(workspace, "q1")).asked] == [
        AskState.ANSWERED,
        AskState.WITHDRAWN,
    ]


async def test_two_who_ask_at_once_come_one_after_the_other(postgres_database: Database) -> None:
    """Each counts what is open and then asks: held, the second counts the first one's question too."""
    await begin(postgres_database)
    counts = []

    async def ask(name: str) -> None:
        async with postgres_database.write(OURS) as here:
            await hold_asked(here, [U2])
            counts.append(len(await asks_open_on(here, U2, NOON - DAY)))
            await add_ask(here, some_ask(id=name))

    await asyncio.gather(*(ask(f"q{at}") for at in range(4)))

    assert counts == [0, 1, 2, 3]

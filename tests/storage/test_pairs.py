"""Pairs: one version at a time, and what was put to whom."""

from dataclasses import replace

import pytest

from storage.choices import Cadence, PairState
from storage.errors import Conflict
from storage.pairs import (
    add_asked_prompts,
    add_pair,
    change_pair,
    find_pair,
    find_pair_between,
    hold_two,
    pairs_of,
    prompts_asked,
)
from storage.records import Pair
from storage.session import Database, Workspace
from tests.storage.builders import DAY, OURS, TODAY, U1, U2, U3, U4, at_once, some_pair, some_prompt

ASKED, ACTIVE, DECLINED, ENDED = PairState.ASKED, PairState.ACTIVE, PairState.DECLINED, PairState.ENDED


async def add_all(workspace: Workspace, *pairs: Pair) -> None:
    """Keep pairs, one after the other."""
    for pair in pairs:
        await add_pair(workspace, pair)


async def test_a_pair_comes_back_as_it_was(store: Database) -> None:
    """A pair is kept whole, with a next occurrence or without."""
    asked = some_pair(id="a2", state=ASKED, next_on=None, next_run_at=None)
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_pair(id="a1"), asked)

        assert await find_pair(workspace, "a1") == some_pair(id="a1")
        assert await find_pair(workspace, "a2") == asked


async def test_an_unknown_pair_is_not_found(store: Database) -> None:
    """A pair that is not there is None."""
    async with store.read(OURS) as workspace:
        assert await find_pair(workspace, "gone") is None
        assert await find_pair_between(workspace, U1, U2) is None


async def test_two_people_have_one_open_pair(store: Database) -> None:
    """The pair of two people is found from either side while it is asked for or active, the newest first."""
    async with store.write(OURS) as workspace:
        await add_all(
            workspace,
            some_pair(id="a1", first=U1, second=U2),
            some_pair(id="a2", first=U2, second=U1, state=ASKED),
            some_pair(id="a3", first=U1, second=U2, state=ENDED),
            some_pair(id="a4", first=U1, second=U3, state=DECLINED),
        )

        found = [await find_pair_between(workspace, *two) for two in ((U1, U2), (U2, U1), (U1, U3))]
        assert [pair and pair.id for pair in found] == ["a2", "a2", None]


async def test_a_persons_open_pairs(store: Database) -> None:
    """A person's list has the pairs that they are a side of, asked for or active, oldest first."""
    async with store.write(OURS) as workspace:
        await add_all(
            workspace,
            some_pair(id="a2", first=U1, second=U2),
            some_pair(id="a1", first=U3, second=U1, state=ASKED),
            some_pair(id="a3", first=U1, second=U4, state=ENDED),
            some_pair(id="a4", first=U2, second=U3),
        )

        assert [pair.id for pair in await pairs_of(workspace, U1)] == ["a1", "a2"]


async def test_a_change_is_a_new_version(store: Database) -> None:
    """A changed pair is kept as it was given, under the next version, and no other pair changes."""
    changed = some_pair(id="a1", cadence=Cadence.MONTHLY, next_on=TODAY + 30 * DAY)
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_pair(id="a1"), some_pair(id="a2"))
        await change_pair(workspace, changed)

        assert await find_pair(workspace, "a1") == replace(changed, version=2)
        assert await find_pair(workspace, "a2") == some_pair(id="a2")


async def test_an_old_version_is_refused(store: Database) -> None:
    """A change to a version that is no longer the last is a Conflict, and nothing of it is kept."""
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_pair(id="a1"))
        await change_pair(workspace, some_pair(id="a1"))

        with pytest.raises(Conflict, match="a1"):
            await change_pair(workspace, some_pair(id="a1", state=ENDED))
        assert await find_pair(workspace, "a1") == some_pair(id="a1", version=2)


async def test_one_of_many_changes_at_once_counts(store: Database) -> None:
    """Of many who change the same version at the same moment, one does; the others conflict."""
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_pair(id="a1"))

    async def change() -> None:
        async with store.write(OURS) as workspace:
            await change_pair(workspace, some_pair(id="a1", state=ENDED))

    said = await at_once(*(change() for _ in range(6)))

    assert sorted(type(one).__name__ for one in said) == ["Conflict"] * 5 + ["NoneType"]


async def test_two_held_people_get_one_pair(store: Database) -> None:
    """Whoever holds two people first decides on their pair: who comes at the same moment sees it."""

    async def ask(name: str, one: str, other: str) -> bool:
        async with store.write(OURS) as workspace:
            await hold_two(workspace, one, other)
            if await find_pair_between(workspace, one, other):
                return False
            await add_pair(workspace, some_pair(id=name, first=one, second=other))
            return True

    asked = await at_once(*(ask(f"a{n}", *((U1, U2) if n % 2 else (U2, U1))) for n in range(6)))

    assert (asked.count(True), asked.count(False)) == (1, 5)


async def test_the_first_choice_stands(store: Database) -> None:
    """What was put to a side at a place of an occurrence is not replaced by a later choice."""
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_pair(id="a1"))
        await add_asked_prompts(workspace, [some_prompt(prompt="went-well")])
        await add_asked_prompts(workspace, [some_prompt(prompt="blocked"), some_prompt(position=1)])
        await add_asked_prompts(workspace, [])

        asked = await prompts_asked(workspace, "a1", U1)
        assert asked == (some_prompt(prompt="went-well"), some_prompt(position=1))


async def test_each_side_has_prompts_of_its_own(store: Database) -> None:
    """What was put to one side of one pair is listed newest occurrence first, in its order, up to a limit."""
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_pair(id="a1"), some_pair(id="a2"))
        mine = [
            some_prompt(on=TODAY, position=0),
            some_prompt(on=TODAY, position=1),
            some_prompt(on=TODAY - 7 * DAY, position=0),
        ]
        others = [some_prompt(person_id=U2), some_prompt(pair_id="a2")]
        await add_asked_prompts(workspace, [*reversed(mine), *others])

        assert await prompts_asked(workspace, "a1", U1) == tuple(mine)
        assert await prompts_asked(workspace, "a1", U1, limit=1) == (mine[0],)

"""Erasure is real: of whoever goes, nothing is left but what is said to stay (DESIGN 5.9)."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.domain.rights import Export
from bot.domain.visibility import Thing
from bot.usecases.rights import erase_by_operator, see_own
from storage.people import get_person
from storage.session import Database
from tests.bot.visibility.company import (
    ABOVE,
    CONTRACTOR,
    FORMER,
    GIVER,
    LEAD,
    MANAGER,
    OWNER,
    PEER,
    PEOPLE,
    SAM,
    SECRETS,
    TIM,
    WITNESS,
)
from tests.bot.visibility.settled import populate
from tests.stored import Stored, stored
from tests.world import World, world

WHO = (SAM, TIM, GIVER, MANAGER, FORMER, ABOVE, WITNESS, PEER, OWNER, LEAD, CONTRACTOR)
SHARED = frozenset(
    {
        *(Thing.TALK, Thing.EXAMPLE_TAKEN, Thing.KUDOS_PUBLIC, Thing.KUDOS_QUIET, Thing.OBSERVATION),
        *(Thing.CHECK_BOTH, Thing.PLACEMENT, Thing.ADMIN_ACT, Thing.MEMBERSHIP, Thing.REVIEW_ANSWER),
    }
)
"""Things of which two have a part, or that the company keeps: each has a test of its own."""
STATED = frozenset({"admin_acts", "deliveries", "framework_versions"})
"""Where the Slack id of somebody who was erased may stand: the log says that it was done, the last messages
are taken away, and a framework's file names its owners."""


def holding(held: Stored, *words: str) -> set[str]:
    """The tables in which something stands."""
    return {name for name, rows in held.items() for word in words if word in repr(rows)}


async def exported(here: World, person_id: str) -> Export:
    """What somebody may take along."""
    async with here.bot.deps.read() as workspace:
        person = await get_person(workspace, person_id)
    return await see_own(here.bot.deps, person)


@pytest.mark.slow
@pytest.mark.parametrize("who", WHO)
async def test_nothing_is_left_of_the_erased(address: str, who: str) -> None:
    """No row names them or holds what only they could read; every reference still leads somewhere."""
    async with world(address, people=PEOPLE) as here:
        await populate(here)
        await erase_by_operator(here.bot.deps, who)
        held = await stored(here.bot.deps.database)

        assert holding(held, f"'{who}'", f":{who}:", f'"{who}"') <= STATED
        name = who.removeprefix("U0").casefold()
        assert not holding({"people": held["people"]}, f"'{name}'")
        own = [one.words for one in SECRETS if one.may == {who} and one.thing not in SHARED]
        assert not holding(held, *own)
        await no_reference_is_broken(here.bot.deps.database)


async def no_reference_is_broken(database: Database) -> None:
    """SQLite checks when it is asked; PostgreSQL has refused already."""
    if database.file is not None:
        async with database.read("") as nobody:
            assert not (await nobody.session.exec_driver_sql("PRAGMA foreign_key_check")).all()


async def test_what_others_keep_stays(sqlite_address: str) -> None:
    """What somebody saw a report do stays the report's, by a former colleague."""
    async with world(sqlite_address, people=PEOPLE) as here:
        await populate(here)
        await erase_by_operator(here.bot.deps, MANAGER)

        sams = await exported(here, SAM)
        (kept,) = [one for one in sams.tables["evidence"] if one["id"] == "v_now"]
        assert kept["text"] == "Bees about the hive"
        assert sams.people[kept["author_id"]] == "a former colleague"


async def test_the_file_itself_forgets(sqlite_address: str) -> None:
    """Neither the database's file nor the log beside it holds a word of what was erased."""
    own = [one.words for one in SECRETS if one.may == {SAM} and one.thing not in SHARED and one.is_written]
    async with world(sqlite_address, people=PEOPLE) as here:
        await populate(here)
        file = Path(make_url(sqlite_address).database or "")
        before = on_disk(file)
        await erase_by_operator(here.bot.deps, SAM)
        after = on_disk(file)

    assert all(one.encode() in before for one in own)
    assert not [one for one in own if one.encode() in after]


def on_disk(file: Path) -> bytes:
    """All bytes of a store, those of its log too."""
    return b"".join(one.read_bytes() for one in sorted(file.parent.glob(f"{file.name}*")))


@pytest.mark.slow
@pytest.mark.parametrize("who", WHO)
async def test_an_export_holds_what_its_person_may_read(address: str, who: str) -> None:
    """Nothing that the table keeps from them, and all that is theirs alone."""
    async with world(address, people=PEOPLE) as here:
        await populate(here)
        said = repr((await exported(here, who)).tables)

    assert not [one.id for one in SECRETS if one.words in said and who not in one.may]
    alone = [one for one in SECRETS if one.may == {who} and one.is_written]
    assert not [one.id for one in alone if one.words not in said]

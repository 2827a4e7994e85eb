"""Lists obey the same table: what storage gives under a Sight is what may_read lets through (DESIGN 5.11)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import count, product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.visibility import (
    Viewer,
    facts_of_evidence,
    facts_of_feedback,
    facts_of_goal,
    facts_of_kudos,
    may_read,
    sight,
)
from storage.choices import EvidenceSource, Reading
from storage.evidence import add_evidence, evidence_of, newest_day
from storage.feedback import add_feedback, feedback_received
from storage.kudos import add_kudos, kudos_received
from storage.plans import goals_of, put_goal
from storage.records import Evidence, Feedback, FrozenReader, Goal, Kudos, Witness
from storage.session import Database
from tests.storage.builders import NOON, PEOPLE, begin, some_evidence, some_goal, some_kudos
from tests.storage.fed import some_feedback

BEGINNING = datetime.min.replace(tzinfo=NOON.tzinfo)
LAWS: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}
"""Each example has a workspace of its own, so the shared store does no harm."""
days = st.integers(1, 28).map(lambda day: date(2026, 6, day))
tenants = count(1)

person = st.sampled_from(PEOPLE)
readers = st.frozensets(person.map(lambda one: FrozenReader(person_id=one, reading=Reading.MANAGER))).map(
    tuple
)
witnesses = st.dictionaries(person, st.integers(1, 2)).map(
    lambda seen: tuple(Witness(person_id=one, text_version=version, at=NOON) for one, version in seen.items())
)
pieces = st.lists(
    st.builds(
        some_evidence,
        owner=person,
        author_id=person,
        source=st.sampled_from(EvidenceSource),
        is_shared=st.booleans(),
        happened_on=days,
        text_version=st.integers(1, 2),
        witnesses=witnesses,
        readers=readers,
    ),
    max_size=8,
)
thanks = st.lists(
    st.builds(some_kudos, giver=person, receiver=person, is_public=st.booleans(), readers=readers),
    max_size=8,
)
aims = st.lists(st.builds(some_goal, of=person, shared_with=st.none() | person), max_size=8)
told = st.lists(st.builds(some_feedback, author=person, receiver=person, readers=readers), max_size=8)
viewers = st.tuples(
    *(
        st.builds(
            Viewer,
            id=st.just(one),
            may_take_part=st.sampled_from([True, True, True, False]),
            is_in_rollout=st.booleans(),
            is_people_lead=st.booleans(),
            reports=st.frozensets(person),
            owned_frameworks=st.just(frozenset({"engineering"})),
        )
        for one in PEOPLE
    )
)
Population = tuple[Sequence[Viewer], Sequence[Evidence], Sequence[Kudos], Sequence[Goal], Sequence[Feedback]]
populations = st.tuples(viewers, pieces, thanks, aims, told).map(
    lambda found: (
        found[0],
        [replaced(piece, "e", at) for at, piece in enumerate(found[1])],
        [replaced(one, "k", at) for at, one in enumerate(found[2])],
        [replaced(one, "g", at) for at, one in enumerate(found[3])],
        [replaced(one, "b", at) for at, one in enumerate(found[4])],
    )
)


def replaced(record: Any, letter: str, at: int) -> Any:
    """A record with an id of its own."""
    return replace(record, id=f"{letter}{at}")


Look = tuple[int, str, str]


async def listed_and_allowed(database: Database, population: Population) -> tuple[set[Look], set[Look]]:
    """What lists give, and what may_read lets through: (place of the viewer, subject, id of the thing)."""
    seers, evidence, kudos, goals, fed = population
    tenant = f"T9{next(tenants)}"
    await begin(database, tenant)
    async with database.write(tenant) as workspace:
        for piece in evidence:
            await add_evidence(workspace, piece)
        for one in kudos:
            await add_kudos(workspace, one)
        for goal in goals:
            await put_goal(workspace, goal)
        for given in fed:
            await add_feedback(workspace, given)
    things = [
        *((piece.owner_id, piece.id, facts_of_evidence(piece)) for piece in evidence),
        *((one.receiver_id, one.id, facts_of_kudos(one)) for one in kudos),
        *((goal.owner_id, goal.id, facts_of_goal(goal)) for goal in goals),
        *((one.receiver_id, one.id, facts_of_feedback(one)) for one in fed),
    ]
    listed: set[Look] = set()
    allowed: set[Look] = set()
    async with database.read(tenant) as workspace:
        for (place, viewer), subject in product(enumerate(seers), PEOPLE):
            seen = sight(viewer, subject)
            pieces = await evidence_of(workspace, seen, since=date.min, until=date.max)
            received = await kudos_received(workspace, seen, since=BEGINNING)
            heard = await feedback_received(workspace, seen, since=BEGINNING)
            newest = str(await newest_day(workspace, seen))
            listed |= {(place, subject, newest), *((place, subject, piece.id) for piece in pieces)}
            aimed = await goals_of(workspace, seen)
            listed |= {(place, subject, one.id) for one in received}
            listed |= {(place, subject, one.id) for one in heard}
            listed |= {(place, subject, goal.id) for goal in aimed}
            allowed |= {
                (place, subject, name)
                for owner, name, facts in things
                if owner == subject and may_read(viewer, facts)
            }
            allowed.add((place, subject, str(newest_allowed(evidence, viewer, subject))))
    return listed, allowed


def newest_allowed(evidence: Sequence[Evidence], viewer: Viewer, subject: str) -> date | None:
    """The day of a subject's last piece that the table lets a viewer read."""
    read = [one for one in evidence if one.owner_id == subject and may_read(viewer, facts_of_evidence(one))]
    return max((one.happened_on for one in read), default=None)


@settings(max_examples=30, **LAWS)
@given(populations)
async def test_lists_and_the_table_agree(sqlite_database: Database, population: Population) -> None:
    """Whatever people are to each other and to what is written, a list holds no more and no less."""
    listed, allowed = await listed_and_allowed(sqlite_database, population)

    assert listed == allowed


@settings(max_examples=10, **LAWS)
@given(populations)
async def test_lists_and_the_table_agree_on_the_other_database(
    postgres_database: Database, population: Population
) -> None:
    """The same holds on PostgreSQL."""
    listed, allowed = await listed_and_allowed(postgres_database, population)

    assert listed == allowed

"""Lists obey the same table: what storage gives under a Sight is what may_read lets through (DESIGN 5.11)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
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
    facts_of_summary,
    may_read,
    sight,
)
from storage.choices import EvidenceSource, Reading, Shown, SummaryScope
from storage.evidence import add_evidence, evidence_among, evidence_of, newest_day
from storage.feedback import add_feedback, feedback_received, get_feedback
from storage.kudos import add_kudos, kudos_received
from storage.plans import find_goal, goals_of, put_goal
from storage.readers import add_named_reader, show_things
from storage.records import (
    Evidence,
    Feedback,
    FrozenReader,
    Goal,
    Kudos,
    NamedReader,
    ShownThing,
    Summary,
    Witness,
)
from storage.session import Database
from storage.summaries import add_summary, get_summary, joint_summaries_of
from tests.storage.builders import NOON, PEOPLE, begin, some_evidence, some_goal, some_kudos, some_summary
from tests.storage.fed import some_feedback
from tests.storage.named import some_naming

BEGINNING = datetime.min.replace(tzinfo=NOON.tzinfo)
LAWS: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}
"""Each example has a workspace of its own, so the shared store does no harm."""
shown = st.frozensets(st.tuples(st.sampled_from(Shown), st.integers(0, 7), st.integers(0, 15)), max_size=24)


def namings_to(reader: str, owners: Iterable[str]) -> tuple[NamedReader, ...]:
    """Those namings of one reader that hold."""
    return tuple(some_naming(id=f"y_{of}_{reader}", of=of, to=reader) for of in sorted(owners))


days = st.integers(1, 28).map(lambda day: date(2026, 6, day))
tenants = count(1)

person = st.sampled_from(PEOPLE)
naming_ids = [f"y_{of}_{to}" for of in PEOPLE for to in PEOPLE]
"""Everybody named everybody, and some of these namings hold: what is shown under any of them is drawn."""
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
sums = st.lists(
    st.builds(some_summary, of=person, scope=st.just(SummaryScope.JOINT), manager_id=person), max_size=8
)
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
            namings=st.frozensets(person).map(partial(namings_to, one)),
        )
        for one in PEOPLE
    )
)
Population = tuple[
    Sequence[Viewer],
    Sequence[Evidence],
    Sequence[Kudos],
    Sequence[Goal],
    Sequence[Feedback],
    Sequence[Summary],
    Collection[tuple[Shown, int, int]],
]
populations = st.tuples(viewers, pieces, thanks, aims, told, sums, shown).map(
    lambda found: (
        found[0],
        [replaced(piece, "e", at) for at, piece in enumerate(found[1])],
        [replaced(one, "k", at) for at, one in enumerate(found[2])],
        [replaced(one, "g", at) for at, one in enumerate(found[3])],
        [replaced(one, "b", at) for at, one in enumerate(found[4])],
        [replaced(one, "s", at) for at, one in enumerate(found[5])],
        found[6],
    )
)


def replaced(record: Any, letter: str, at: int) -> Any:
    """A record with an id of its own."""
    return replace(record, id=f"{letter}{at}")


def thing_shown(kind: Shown, at: int, under: int) -> ShownThing:
    """One thing of a kind under one naming."""
    letters = {Shown.NOTE: "e", Shown.FEEDBACK: "b", Shown.GOAL: "g", Shown.SUMMARY: "s"}
    return ShownThing(naming_id=naming_ids[under], kind=kind, thing_id=f"{letters.get(kind, 'd')}{at}")


Look = tuple[int, str, str]


async def listed_and_allowed(database: Database, population: Population) -> tuple[set[Look], set[Look]]:
    """What lists give, and what may_read lets through: (place of the viewer, subject, id of the thing)."""
    seers, evidence, kudos, goals, fed, summed, things_shown = population
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
        for summary in summed:
            await add_summary(workspace, summary)
        for name in naming_ids:
            _, of, to = name.split("_")
            await add_named_reader(workspace, some_naming(id=name, of=of, to=to))
        await show_things(workspace, [thing_shown(*one) for one in things_shown])
        evidence = list((await evidence_among(workspace, [piece.id for piece in evidence])).values())
        goals = [found for goal in goals if (found := await find_goal(workspace, goal.id))]
        fed = [await get_feedback(workspace, one.id) for one in fed]
        summed = [await get_summary(workspace, one.id) for one in summed]
    things = [
        *((piece.owner_id, piece.id, facts_of_evidence(piece)) for piece in evidence),
        *((one.receiver_id, one.id, facts_of_kudos(one)) for one in kudos),
        *((goal.owner_id, goal.id, facts_of_goal(goal)) for goal in goals),
        *((one.receiver_id, one.id, facts_of_feedback(one)) for one in fed),
        *((one.subject_id, one.id, facts_of_summary(one)) for one in summed),
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
            told = await joint_summaries_of(workspace, seen)
            listed |= {(place, subject, summary.id) for summary in told}
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

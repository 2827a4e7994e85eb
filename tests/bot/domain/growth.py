"""A small framework and pieces of evidence for it, naming only what matters, and strategies over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

from hypothesis import strategies as st

from bot.domain.observations import words_against
from bot.domain.standing import NoOpportunity, Standing, Word, standings
from frameworks.model import (
    Behaviour,
    BehaviourRef,
    Competency,
    Framework,
    Lane,
    Level,
    Milestone,
    Needs,
    Stage,
)
from storage.choices import EvidenceSource
from storage.records import Evidence, Mark, Witness

OWNER = "U0SAM"
PEER = "U1KIM"
OTHER = "U2ALEX"
AS_OF = date(2026, 6, 30)
LOOK_BACK = date(2024, 12, 30)
DELIVERY = "engineering/delivery"
CLARITY = "shared/clarity"
SHIPS, TELLS, PLANS, GUIDES = "ships", "tells", "plans", "guides"
WRITES, LISTENS, TEACHES = "writes", "listens", "teaches"
DAY = timedelta(days=1)


def ref(behaviour: str, competency: str = DELIVERY) -> BehaviourRef:
    return BehaviourRef(competency=competency, behaviour=behaviour)


def some_skill(key: str, *stages: Sequence[str], optional: Iterable[str] = ()) -> Competency:
    return Competency(
        key=key,
        id=key.partition("/")[2],
        title=key.partition("/")[2].title(),
        dimension="capabilities",
        stages=tuple(
            Stage(number=n, behaviours=tuple(_behaviour(name, name not in optional) for name in names))
            for n, names in enumerate(stages, start=1)
        ),
    )


def _behaviour(name: str, required: bool) -> Behaviour:
    return Behaviour(id=name, text=f"{name.title()} things.", required=required)


def some_framework(needs: Needs | None = None, optional: Iterable[str] = ()) -> Framework:
    """Two skills of three stages, of which levels e1, e2 and e3 expect one more each."""
    return Framework(
        id="engineering",
        version="2026.1",
        title="Engineering",
        lanes=(Lane(id="ic", title="Individual contributor", kind="ic"),),
        levels=tuple(
            Level(
                id=f"e{rank}",
                lane="ic",
                title=f"Engineer {rank}",
                rank=rank,
                expects={DELIVERY: rank, CLARITY: rank},
                needs=needs if rank == 2 else None,
            )
            for rank in (1, 2, 3)
        ),
        competencies=(
            some_skill(DELIVERY, [SHIPS], [TELLS, PLANS], [GUIDES], optional=optional),
            some_skill(CLARITY, [WRITES], [LISTENS], [TEACHES], optional=optional),
        ),
        milestones=(
            Milestone(id="led", level="e2", trigger="scope", text="Led a change.", competencies=(DELIVERY,)),
            Milestone(id="taught", level="e3", trigger="training", text="Taught a team."),
        ),
    )


def one_sheet() -> Framework:
    return Framework(
        id="starter", version="1", title="Starter", competencies=(some_skill(CLARITY, [WRITES, LISTENS]),)
    )


def marked(
    behaviour: str | None = None, competency: str | None = DELIVERY, milestone: str | None = None
) -> Mark:
    return Mark(framework="engineering", competency=competency, behaviour=behaviour, milestone=milestone)


def some_piece(
    name: str = "n1",
    on: date = AS_OF,
    *marks: Mark,
    by: str = OWNER,
    seen_by: Iterable[str] = (),
    against: bool = False,
    version: int = 1,
    confirmed_version: int = 1,
) -> Evidence:
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    return Evidence(
        id=name,
        owner_id=OWNER,
        author_id=by,
        source=EvidenceSource.NOTE,
        kudos_id=None,
        text="what happened",
        link=None,
        happened_on=on,
        written_at=at,
        is_favourable=not against,
        is_shared=True,
        text_version=version,
        marks=marks,
        witnesses=tuple(Witness(person_id=who, text_version=confirmed_version, at=at) for who in seen_by),
    )


def some_word(
    behaviour: str = TELLS,
    on: date = AS_OF,
    by: str = PEER,
    competency: str = DELIVERY,
    name: str = "w1",
    *,
    is_mark: bool = False,
) -> Word:
    return Word(
        person_id=by, competency=competency, behaviour=behaviour, on=on, said_in=name, is_mark=is_mark
    )


def no_chance(behaviour: str = TELLS, on: date = AS_OF, competency: str = DELIVERY) -> NoOpportunity:
    return NoOpportunity(competency=competency, behaviour=behaviour, on=on)


def spoken(evidence: Sequence[Evidence], said: Sequence[Word]) -> list[Word]:
    """The words against, with those of the observations among the evidence, as a summary has them."""
    return [*said, *words_against(evidence)]


def stand(
    evidence: Sequence[Evidence],
    said: Sequence[Word] = (),
    unmet: Sequence[NoOpportunity] = (),
    *,
    framework: Framework | None = None,
    level: str | None = "e1",
    target: str | None = "e2",
    as_of: date = AS_OF,
) -> dict[BehaviourRef, Standing]:
    skills = standings(
        framework or some_framework(),
        level=level,
        target=target,
        evidence=evidence,
        words=spoken(evidence, said),
        no_opportunity=unmet,
        as_of=as_of,
    )
    return {one.ref: one for skill in skills for one in skill.standings}


MARKS = [
    *(marked(name) for name in (SHIPS, TELLS, PLANS, GUIDES)),
    *(marked(name, CLARITY) for name in (WRITES, LISTENS, TEACHES)),
    marked(),
    marked(None, CLARITY),
    marked(None, "product/discovery"),
    marked("retired"),
    marked(None, None, "led"),
    marked(None, DELIVERY, "taught"),
]
DAYS = st.sampled_from(
    [
        AS_OF + DAY,
        AS_OF,
        AS_OF - DAY,
        date(2026, 5, 25),
        date(2026, 3, 3),
        date(2025, 10, 10),
        LOOK_BACK + DAY,
        LOOK_BACK,
        LOOK_BACK - DAY,
        date(2024, 6, 1),
        date(2022, 1, 1),
    ]
)
PEOPLE = st.sampled_from([OWNER, PEER, OTHER])
MARK_SETS = st.sampled_from([(), *((one,) for one in MARKS), *combinations(MARKS, 2)])
VOICES = st.sampled_from(
    [
        (by, seen_by, version)
        for by in (OWNER, PEER)
        for seen_by in ((), (PEER,), (OTHER,), (OWNER,), (OTHER, PEER))
        for version in (1, 2)
    ]
)


@st.composite
def pieces(draw: st.DrawFn, name: str = "n", against: bool | None = None) -> Evidence:
    """Any piece: near and far, for and against, confirmed in its present words, in former ones, or not.

    Some are observations, whose author is their witness.
    """
    source = draw(st.sampled_from([EvidenceSource.NOTE, EvidenceSource.OBSERVATION]))
    is_observed = source is EvidenceSource.OBSERVATION
    by, seen_by, version = (PEER, (PEER,), 1) if is_observed else draw(VOICES)
    piece = some_piece(
        name,
        draw(DAYS),
        *draw(MARK_SETS),
        by=by,
        seen_by=seen_by,
        against=draw(st.booleans()) if against is None else against,
        version=version,
    )
    return replace(piece, source=source)


def some_evidence(most: int = 10) -> st.SearchStrategy[list[Evidence]]:
    """Several pieces, each with an id of its own."""
    return st.lists(pieces(), max_size=most).map(
        lambda drawn: [replace(piece, id=f"n{n:02}") for n, piece in enumerate(drawn)]
    )


words = st.lists(st.tuples(st.sampled_from([SHIPS, TELLS, PLANS]), DAYS, PEOPLE), max_size=3).map(
    lambda drawn: [
        some_word(what, on, by, name=f"w{n}", is_mark=bool(n % 2)) for n, (what, on, by) in enumerate(drawn)
    ]
)
marks_of_no_chance = st.lists(st.builds(no_chance, st.sampled_from([SHIPS, TELLS, PLANS]), DAYS), max_size=2)

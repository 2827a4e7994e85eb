"""Rules of “no opportunity yet”: who marks it, for whom it is a task, and when that is over (DESIGN 5.1, 7).

It says nothing of the member: their manager is to find them a chance.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.domain.checks import Asked
from bot.domain.here import Here
from bot.domain.marking import MOST_OFFERED, Sign, sign_value
from bot.domain.standing import NoOpportunity
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from frameworks.model import Framework
from storage.choices import ChanceEnd
from storage.records import Chance, Evidence, Mark, Person

LONGEST_WORD = 300
MOST_MARKED = 10
Place = tuple[str, str]
"""A skill's key and an example's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceDraft:
    """The examples that were chosen; `manager_id` is whom the receipt named, if anybody."""

    draft: str
    subject_id: str
    manager_id: str | None
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceDesk:
    """What the form shows: whom it is about, whose task it becomes, and the examples that can be chosen."""

    subject: Person
    manager: Person | None
    is_own: bool
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceSeen:
    """One of them as one of its readers sees it; `skill` and `example` are None where they are there no more.

    `author`, `subject` and `manager` are names, the last of who was to find it, if anybody. `is_settled`:
    something is recorded of the example since, among what this reader may read.
    """

    chance: Chance
    skill: str | None
    example: str | None
    author: str
    subject: str
    manager: str | None
    is_settled: bool

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a word of the manager's."""
        return self.chance.end is None and not self.is_settled


@dataclass(frozen=True, slots=True, kw_only=True)
class ChancesSeen:
    """All that one reader sees of a member's; `pair_id` is their 1:1, in which a promise can be made."""

    subject: Person
    manager: Person | None
    viewer_id: str
    here: Here
    chances: tuple[ChanceSeen, ...]
    pair_id: str | None

    @property
    def is_own(self) -> bool:
        """Whether the reader is the one whom they are about."""
        return self.viewer_id == self.subject.id

    @property
    def open(self) -> tuple[ChanceSeen, ...]:
        """Those that wait, the oldest first."""
        return tuple(one for one in self.chances if one.is_open)

    @property
    def answered(self) -> tuple[ChanceSeen, ...]:
        """Those that the manager answered, the newest first."""
        said = (ChanceEnd.ARRANGED, ChanceEnd.NOT_NOW)
        found = [(one.chance.ended_at, one) for one in self.chances if one.chance.end in said]
        in_time = sorted(((at, one) for at, one in found if at), key=lambda pair: pair[0], reverse=True)
        return tuple(one for _, one in in_time)


def signs_of(framework: Framework, asked: Iterable[Asked], without: Collection[Place]) -> tuple[Sign, ...]:
    """The examples that can be chosen: what the next level asks, but for those marked already."""
    signs = [
        Sign(
            value=sign_value("behaviour", one.skill.key, example.id),
            text=example.text,
            of=one.skill.title,
            mark=Mark(framework=framework.id, competency=one.skill.key, behaviour=example.id),
        )
        for one in asked
        for example in one.examples
        if (one.skill.key, example.id) not in without
    ]
    return tuple(signs[:MOST_OFFERED])


def check_chosen(draft: ChanceDraft, signs: Sequence[Sign]) -> tuple[Mark, ...]:
    """The marks of the examples that were chosen; raises Invalid at `examples`."""
    wanted = set(draft.examples)
    if not wanted:
        raise Invalid("choose_one", "examples")
    if len(wanted) > MOST_MARKED:
        raise Invalid("too_many_signs", "examples", most=MOST_MARKED)
    if not {sign.value for sign in signs} >= wanted:
        raise Invalid("unknown_sign", "examples")
    return tuple(sign.mark for sign in signs if sign.value in wanted)


def check_may_end(chance: Chance, actor_id: str, end: ChanceEnd) -> None:
    """Raises NotFoundForYou for an end that is not theirs to say, NotAllowed where one was said already.

    Whoever it is about and whoever marked it may take it back; its manager alone answers it.
    """
    may_take_back = actor_id in {chance.subject_id, chance.author_id}
    if not (may_take_back if end is ChanceEnd.TAKEN_BACK else actor_id == chance.manager_id):
        raise NotFoundForYou("not_yours")
    if chance.end is not None:
        raise NotAllowed("already_done")


def is_settled(chance: Chance, pieces: Iterable[Evidence]) -> bool:
    """Whether anything, for or against, is recorded of the example on the day of the mark or since."""
    place = chance.competency, chance.behaviour
    return any(
        piece.happened_on >= chance.marked_on
        and any((mark.competency, mark.behaviour) == place for mark in piece.marks)
        for piece in pieces
    )


def marks_of(chances: Iterable[Chance]) -> tuple[NoOpportunity, ...]:
    """What counts for standing: all that were not taken back, whatever was said to them."""
    return tuple(
        NoOpportunity(competency=one.competency, behaviour=one.behaviour, on=one.marked_on)
        for one in chances
        if one.end is not ChanceEnd.TAKEN_BACK
    )


def waiting_places(chances: Iterable[Chance], manager_id: str | None) -> frozenset[Place]:
    """The examples that wait for this manager already."""
    return frozenset(
        (one.competency, one.behaviour) for one in chances if one.end is None and one.manager_id == manager_id
    )

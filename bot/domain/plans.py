"""Rules of a plan: where somebody wants to go, and the goals that take them there (DESIGN 2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.here import Here
from bot.domain.marking import Sheet, skills_offered
from bot.domain.readers import NamedSeen
from bot.domain.texts import check_text, clean
from bot.errors import Invalid
from storage.choices import GoalEnd
from storage.records import Direction, Goal, Mark, Person

LONGEST_LINE = 300
MOST_OPEN = 10
FURTHEST = timedelta(days=731)
LINES = ("more", "next", "one_day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Who may read: `manager_id` is whom the receipt named beside the choice to share."""

    is_shared: bool
    manager_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionDraft:
    """The three lines as typed; `draft` is one per opened form."""

    draft: str
    more: str
    next: str
    one_day: str
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDraft:
    """A goal as filled in; `goal_id` is None for a new one, `skill` a key or None."""

    draft: str
    goal_id: str | None
    text: str
    sign: str
    skill: str | None
    due_on: date | None
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDraft:
    """How a goal is closed, as filled in."""

    draft: str
    goal_id: str
    end: str | None
    learned: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalTold:
    """What a draft of a goal tells, ready to keep."""

    text: str
    sign: str
    mark: Mark | None
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSeen:
    """A goal with the title of its skill; `is_late` where it is open after its day."""

    goal: Goal
    skill: str | None
    is_late: bool

    @property
    def is_open(self) -> bool:
        """Whether it is still to be reached."""
        return self.goal.end is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSeen:
    """What one viewer may read of a plan; `manager` and `named` read parts of it, for its owner to see."""

    here: Here
    owner: Person
    is_own: bool
    direction: Direction | None
    goals: tuple[GoalSeen, ...]
    manager: Person | None
    named: tuple[NamedSeen, ...] = ()

    @property
    def open(self) -> tuple[GoalSeen, ...]:
        """The open goals, those due first in front."""
        return tuple(seen for seen in self.goals if seen.is_open)

    @property
    def closed(self) -> tuple[GoalSeen, ...]:
        """The closed ones, the newest first."""
        ended = [(seen.goal.ended_at, seen) for seen in self.goals if seen.goal.ended_at]
        return tuple(seen for _, seen in sorted(ended, key=lambda pair: pair[0], reverse=True))


def check_direction(draft: DirectionDraft) -> tuple[str | None, str | None, str | None]:
    """The three lines, of which one may do; raises Invalid at the field that is wrong."""
    typed = (draft.more, draft.next, draft.one_day)
    lines = [
        check_text(line, field, LONGEST_LINE) if clean(line) else None
        for field, line in zip(LINES, typed, strict=True)
    ]
    if not any(lines):
        raise Invalid("no_direction", LINES[0])
    more, following, one_day = lines
    return more, following, one_day


def check_goal(draft: GoalDraft, sheets: Sequence[Sheet], today: date) -> GoalTold:
    """What a draft tells; raises Invalid at the field that is wrong."""
    return GoalTold(
        text=check_text(draft.text, "text", LONGEST_LINE),
        sign=check_text(draft.sign, "sign", LONGEST_LINE),
        mark=_mark(draft.skill, sheets),
        due_on=check_due(draft.due_on, today),
    )


def check_due(chosen: date | None, today: date) -> date:
    """A day that lies ahead, within two years; raises Invalid at `due`."""
    if chosen is None or chosen <= today:
        raise Invalid("date_behind", "due")
    if chosen > today + FURTHEST:
        raise Invalid("date_too_far", "due")
    return chosen


def check_room(goals: Iterable[Goal]) -> None:
    """Whether one more may be open; raises Invalid at `text`, so that nothing typed is lost."""
    if sum(goal.end is None for goal in goals) >= MOST_OPEN:
        raise Invalid("too_many_goals", "text", most=MOST_OPEN)


def check_end(draft: EndDraft) -> tuple[GoalEnd, str]:
    """How it ended and what was learned; raises Invalid at the field that is wrong."""
    if draft.end not in set(GoalEnd):
        raise Invalid("choose_one", "end")
    return GoalEnd(draft.end), check_text(draft.learned, "learned", LONGEST_LINE)


def _mark(skill: str | None, sheets: Sequence[Sheet]) -> Mark | None:
    if skill is None:
        return None
    found = skills_offered(sheets).get(skill)
    if found is None:
        raise Invalid("unknown_skill", "skill")
    sheet, competency = found
    return Mark(framework=sheet.framework.id, competency=competency.key)

"""A plan: its page, the forms of the three lines, of a goal and of its end, and their readers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.marking import Sheet
from bot.domain.plans import LONGEST_LINE, DirectionDraft, EndDraft, GoalDraft, GoalSeen, PlanSeen, Reach
from bot.domain.readers import NamedSeen
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.views.marking import one_skill
from bot.views.notes import PRIVATE, SHARED, reach_options
from bot.views.receipts import also_shown
from bot.words import notes as note_words
from bot.words import plans as words
from storage.choices import GoalEnd
from storage.records import Direction, Goal, Person

OPEN, PAGE = "plan_open", "plan_page"
DIRECTION_FORM, GOAL_FORM, END_FORM = "direction_form", "goal_form", "goal_end_form"
DIRECTION, GOAL, END = "plan_direction", "plan_goal", "plan_end"
MOST_CLOSED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanForm:
    """What the forms begin with; `manager` is whom a choice to share would name."""

    draft: str
    manager: Person | None
    named: tuple[NamedSeen, ...] = ()
    is_manager_new: bool = False


def plan_page(seen: PlanSeen, told: str | None = None) -> kit.Modal:
    """All that the reader may see of it; its owner finds the way to change each part."""
    blocks = [
        *([kit.section(told)] if told else []),
        kit.header(words.DIRECTION),
        *_direction(seen),
        kit.header(words.GOALS),
        *_goals(seen),
        *_closed(seen),
        *([] if seen.is_own else [kit.context(words.not_all(seen.owner.name))]),
    ]
    title = words.title_of(None if seen.is_own else seen.owner.name)
    return kit.modal(PAGE, title, blocks, close=words.CLOSE)


def direction_lines(direction: Direction) -> list[kit.Block]:
    """The lines that were written, wherever they are shown."""
    lines = ((words.MORE, direction.more), (words.NEXT, direction.next), (words.ONE_DAY, direction.one_day))
    return [
        kit.paragraph(kit.words(f"{label}\n", bold=True), kit.words(line)) for label, line in lines if line
    ]


def goal_lines(seen: GoalSeen, plan: PlanSeen) -> list[kit.Block]:
    """An open goal, wherever it is shown."""
    goal = seen.goal
    said = words.goal_line(seen.skill, goal.due_on, plan.here, is_late=seen.is_late)
    return [
        kit.paragraph(kit.words(f"{goal.text}\n", bold=True), kit.words(words.sign_line(goal.sign))),
        kit.context(f"{said}. {_read_by(plan, goal)}"),
    ]


def direction_form(form: PlanForm, before: Direction | None) -> kit.Modal:
    """The three lines, and who may read them."""
    lines = (
        ("more", words.MORE, words.MORE_HINT, before.more if before else None),
        ("next", words.NEXT, words.NEXT_HINT, before.next if before else None),
        ("one_day", words.ONE_DAY, words.ONE_DAY_HINT, before.one_day if before else None),
    )
    return _form(
        DIRECTION_FORM,
        words.DIRECTION_TITLE,
        [
            *(_line(field, label, hint, typed, is_optional=True) for field, label, hint, typed in lines),
            *_reach(form, before.shared_with if before else None),
        ],
        pack(draft=form.draft, manager=form.manager.id if form.manager else None),
    )


def goal_form(
    form: PlanForm, sheets: Sequence[Sheet], tomorrow: date, before: Goal | None, text: str = ""
) -> kit.Modal:
    """A goal, new with what was typed before, or one that is changed."""
    day = kit.date_picker("goal_due", initial=before.due_on if before and before.due_on >= tomorrow else None)
    return _form(
        GOAL_FORM,
        words.GOAL_TITLE,
        [
            _line("text", words.TEXT, words.TEXT_HINT, before.text if before else text),
            _line("sign", words.SIGN, words.SIGN_HINT, before.sign if before else None),
            one_skill(sheets, before.competency if before else None, words.SKILL),
            kit.input_block("due", words.DUE, day),
            *_reach(form, before.shared_with if before else None),
        ],
        pack(
            draft=form.draft,
            manager=form.manager.id if form.manager else None,
            goal=before.id if before else None,
        ),
    )


def end_form(draft: str, goal: Goal) -> kit.Modal:
    """How it went, and what was learned."""
    options = [kit.option(end, words.ENDS[end]) for end in GoalEnd]
    return _form(
        END_FORM,
        words.END_TITLE,
        [
            kit.quote(goal.text),
            kit.input_block("end", words.HOW, kit.radio("goal_end", options)),
            _line("learned", words.LEARNED, words.LEARNED_HINT, None),
        ],
        pack(draft=draft, goal=goal.id),
    )


def read_direction_form(view: Mapping[str, Any]) -> DirectionDraft:
    """What was typed and chosen."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    return DirectionDraft(
        draft=str(known.get("draft") or ""),
        more=answers.text("more"),
        next=answers.text("next"),
        one_day=answers.text("one_day"),
        reach=_reach_of(answers, known),
    )


def read_goal_form(view: Mapping[str, Any]) -> GoalDraft:
    """What was typed and chosen."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    return GoalDraft(
        draft=str(known.get("draft") or ""),
        goal_id=_id(known.get("goal")),
        text=answers.text("text"),
        sign=answers.text("sign"),
        skill=answers.chosen("skill"),
        due_on=answers.day("due"),
        reach=_reach_of(answers, known),
    )


def read_end_form(view: Mapping[str, Any]) -> EndDraft:
    """What was typed and chosen."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    return EndDraft(
        draft=str(known.get("draft") or ""),
        goal_id=_id(known.get("goal")) or "",
        end=answers.chosen("end"),
        learned=answers.text("learned"),
    )


def read_goal(action: Mapping[str, Any]) -> str | None:
    """The goal that a button is about; None for a new one."""
    return _id(unpack(action.get("value")).get("goal"))


def _direction(seen: PlanSeen) -> list[kit.Block]:
    direction = seen.direction
    label = words.CHANGE if direction else words.WRITE
    change = [kit.actions(kit.button(DIRECTION, label), block_id="direction")] if seen.is_own else []
    if direction is None:
        return [kit.section(words.NO_DIRECTION), *change] if seen.is_own else []
    read_by = kit.context(_read_by(seen, direction))
    return [*direction_lines(direction), read_by, *change]


def _goals(seen: PlanSeen) -> list[kit.Block]:
    add = [kit.actions(kit.button(GOAL, words.ADD), block_id="goals")] if seen.is_own else []
    if not seen.open:
        return [kit.section(words.NO_GOALS), *add] if seen.is_own else []
    lines: list[kit.Block] = []
    for one in seen.open:
        lines += goal_lines(one, seen)
        lines += [_goal_buttons(one.goal)] if seen.is_own else []
    return [*lines, *add]


def _goal_buttons(goal: Goal) -> kit.Block:
    value = pack(goal=goal.id)
    change, end = kit.button(GOAL, words.CHANGE, value), kit.button(END, words.END, value)
    return kit.actions(change, end, block_id=f"goal-{goal.id}")


def _closed(seen: PlanSeen) -> list[kit.Block]:
    blocks: list[kit.Block] = []
    for one in seen.closed[:MOST_CLOSED]:
        goal = one.goal
        if goal.end is None or goal.ended_at is None:
            continue
        learned = f"\n{words.learned_line(goal.learned)}" if goal.learned else ""
        blocks.append(kit.paragraph(kit.words(goal.text, bold=True), kit.words(learned)))
        on = seen.here.local(goal.ended_at).date()
        blocks.append(kit.context(words.ended_line(goal.end, on, one.skill)))
    return [kit.header(words.CLOSED), *blocks] if blocks else []


def _read_by(seen: PlanSeen, part: Direction | Goal) -> str:
    shown = {one.naming for one in part.readers} if part.shared_with else set()
    managers = [seen.manager] if seen.manager and seen.manager.id == part.shared_with else []
    others = [*managers, *(one.reader for one in seen.named if one.naming.id in shown)]
    names = tuple(person.name for person in others)
    return words.read_by(names, is_owners=seen.is_own, is_shared=part.shared_with is not None)


def _form(callback_id: str, title: str, blocks: Sequence[kit.Block], known: str) -> kit.Modal:
    return kit.modal(
        callback_id, title, blocks, submit=words.SAVE, close=words.CANCEL, private_metadata=known
    )


def _line(field: str, label: str, hint: str, typed: str | None, *, is_optional: bool = False) -> kit.Block:
    box = kit.text_box(f"plan_{field}", multiline=True, initial=typed or None, max_length=LONGEST_LINE)
    return kit.input_block(field, label, box, hint=hint, optional=is_optional)


def _reach(form: PlanForm, shared_with: str | None) -> list[kit.Block]:
    manager = form.manager
    is_shared = manager is not None and manager.id == shared_with
    name = manager.name if manager else None
    changed = [kit.context(note_words.manager_changed(name))] if form.is_manager_new else []
    boxes = kit.radio("plan_reach", reach_options(name), initial=SHARED if is_shared else PRIVATE)
    choice = kit.input_block("reach", words.REACH, boxes)
    return [choice, kit.context(words.receipt(name)), *also_shown(form.named), *changed]


def _reach_of(answers: Answers, known: Mapping[str, Any]) -> Reach:
    return Reach(is_shared=answers.chosen("reach") == SHARED, manager_id=_id(known.get("manager")))


def _id(packed: object) -> str | None:
    return packed if isinstance(packed, str) else None

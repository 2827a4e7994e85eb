"""The prompts of one side of a pair: chosen when they are sent, from what this side may read (DESIGN 5.2)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.deps import Deps
from bot.domain.cadence import zone_or_utc
from bot.domain.here import here_of
from bot.domain.letters import TooLate
from bot.domain.meetings import answered_meeting
from bot.domain.messages import PROMPTS, Kind
from bot.domain.pairs import PairShown, other_side
from bot.domain.preferences import limits_of
from bot.domain.prompting import (
    LOOK_BACK,
    Ground,
    Hours,
    LastSeen,
    PromptSeen,
    PromptsSeen,
    later_of,
    read_reason,
    reason_text,
    side_of,
    thin_subjects,
)
from bot.domain.timetable import day_of, held_after, is_held, last_meeting, time_of
from bot.domain.visibility import Facts, Thing, Viewer, may_read, sight
from bot.errors import NotAllowed, NotFoundForYou
from bot.usecases.occasions import TalkAhead, occasions_for
from bot.usecases.owing import owe, owed
from bot.usecases.pairs import pair_for
from bot.usecases.viewers import find_effective, manager_of, viewer_of
from prompts.choose import Choice, InSight, choose_prompts
from prompts.model import Side
from storage.choices import PairKind, PairState
from storage.commitments import open_counts
from storage.deliveries import find_delivery, mark_skipped
from storage.evidence import skills_seen
from storage.meetings import put_meeting
from storage.pairs import add_asked_prompts, hold_two, prompts_asked
from storage.people import find_reader
from storage.plans import goals_of
from storage.records import AskedPrompt, Delivery, Pair, Person, Sight
from storage.session import Workspace


async def prompts_to_send(
    workspace: Workspace, deps: Deps, reader: Person, pair_id: str, on: date
) -> PromptsSeen:
    """The prompts of one side for the 1:1 of a local date: the first choice stands.

    Raises NotFoundForYou where the pair is not active, one side left, the 1:1 is not held (any more) or the
    library holds nothing to ask; TooLate where the 1:1 has begun.
    """
    shown = await pair_for(workspace, deps, reader.id, pair_id)
    both_here = reader.may_take_part and shown.other.may_take_part
    table = shown.table
    if shown.pair.state is not PairState.ACTIVE or not both_here or not is_held(table, on):
        raise NotFoundForYou("not_yours")
    if time_of(table, on) <= deps.today():
        raise TooLate
    ground = await _ground(workspace, deps, shown, reader)
    earlier = await prompts_asked(workspace, pair_id, reader.id)
    asked = tuple(one for one in earlier if one.on == on)
    chosen = asked or await _choose(workspace, deps, shown.pair, ground, earlier, on)
    seen = _seen(deps, shown, ground, chosen, on)
    if not seen.prompts:
        raise NotFoundForYou("not_yours")
    return seen


async def read_prompts(deps: Deps, actor: Person, pair_id: str, on: date | None) -> PromptsSeen:
    """What this side was asked for a 1:1, or for the next one, while the pair is active.

    Raises NotFoundForYou.
    """
    async with deps.read() as workspace:
        shown = await pair_for(workspace, deps, actor.id, pair_id)
        own = Facts(thing=Thing.PROMPTS, subject_id=actor.id)
        if shown.pair.state is not PairState.ACTIVE or not may_read(
            await viewer_of(workspace, actor.id), own
        ):
            raise NotFoundForYou("not_yours")
        return await prompts_at(workspace, deps, actor, shown, on or shown.next_on)


async def prompts_at(
    workspace: Workspace, deps: Deps, actor: Person, shown: PairShown, on: date
) -> PromptsSeen:
    """What one of the two was asked for the 1:1 of a local date; nothing where nothing was chosen yet."""
    ground = await _ground(workspace, deps, shown, actor)
    asked = [one for one in await prompts_asked(workspace, shown.pair.id, actor.id) if one.on == on]
    return _seen(deps, shown, ground, asked, on)


async def skip_prompts(deps: Deps, actor: Person, delivery_id: str) -> PairShown:
    """This side passes over the prompts of one 1:1; the other side is told nothing.

    Returns the pair with the 1:1 after that one as its next. Raises NotFoundForYou for a message that is
    not theirs.
    """
    async with deps.write() as workspace:
        delivery = _check_own(await find_delivery(workspace, delivery_id), actor.id)
        await mark_skipped(workspace, delivery.id)
        shown = await pair_for(workspace, deps, actor.id, delivery.cause)
    table = shown.table
    following = held_after(table, date.fromisoformat(delivery.occurrence))
    return replace(
        shown, next_on=following, next_day=day_of(table, following), next_at=time_of(table, following)
    )


async def say_whether_it_happened(
    deps: Deps, actor: Person, delivery_id: str, on: date, *, happened: bool
) -> tuple[PromptsSeen, bool]:
    """What one of the two says of the 1:1 before the one that a message is about: the first word stands.

    Returns what the message holds now, and whether it may be put off. Raises NotFoundForYou for a message
    that is not theirs, NotAllowed where a later 1:1 has been since.
    """
    async with deps.write() as workspace:
        delivery = _check_own(await find_delivery(workspace, delivery_id), actor.id)
        shown = await pair_for(workspace, deps, actor.id, delivery.cause)
        await hold_two(workspace, actor.id, shown.other.id)
        shown = await pair_for(workspace, deps, actor.id, delivery.cause)
        last = _last(shown, shown.next_on, deps.today())
        if shown.pair.state is not PairState.ACTIVE or last is None or last.on != on:
            raise NotAllowed("already_done")
        await put_meeting(
            workspace, answered_meeting(shown.table, shown.pair, on, actor.id, happened=happened)
        )
    seen = await read_prompts(deps, actor, delivery.cause, date.fromisoformat(delivery.occurrence))
    return seen, delivery.kind == Kind.PROMPT


async def put_off_prompts(deps: Deps, actor: Person, delivery_id: str) -> tuple[PairShown, datetime]:
    """This side sees the prompts of a 1:1 again later, once; returns the pair, and when they come.

    Raises NotFoundForYou for a message that is not theirs, NotAllowed where no hour of theirs is left.
    """
    async with deps.write() as workspace:
        delivery = _check_own(await find_delivery(workspace, delivery_id), actor.id)
        shown = await pair_for(workspace, deps, actor.id, delivery.cause)
        at = time_of(shown.table, date.fromisoformat(delivery.occurrence))
        hours = Hours(actor.zone, limits_of(await find_reader(workspace, actor.id)))
        due = later_of(at, hours, deps.today()) if delivery.kind == Kind.PROMPT else None
        if due is None:
            raise NotAllowed("no_later")
        again = owed(
            deps, Kind.PROMPT_AGAIN, actor.id, delivery.cause, occurrence=delivery.occurrence, due=due
        )
        await owe(workspace, deps, again)
    deps.wake()
    return shown, due


def _check_own(delivery: Delivery | None, person_id: str) -> Delivery:
    if delivery is None or delivery.recipient != person_id or delivery.kind not in PROMPTS:
        raise NotFoundForYou("not_yours")
    return delivery


async def _ground(workspace: Workspace, deps: Deps, shown: PairShown, reader: Person) -> Ground:
    side = await _side(workspace, shown.pair, reader.id)
    subject_id = shown.other.id if side is Side.MANAGER else reader.id
    placement = await find_effective(workspace, subject_id)
    framework = await deps.shelf.version(workspace, placement.version_id) if placement else None
    promises = (await open_counts(workspace, (shown.pair.id,))).get(shown.pair.id, 0)
    return Ground(
        reader=reader,
        side=side,
        subject_id=subject_id,
        placement=placement,
        framework=framework,
        promises=promises,
    )


async def _choose(
    workspace: Workspace, deps: Deps, pair: Pair, ground: Ground, earlier: Sequence[AskedPrompt], on: date
) -> tuple[AskedPrompt, ...]:
    reader, today = ground.reader, deps.today().astimezone(zone_or_utc(ground.reader.zone)).date()
    own = Viewer(id=reader.id, may_take_part=True)
    viewer = own if ground.is_own else await viewer_of(workspace, reader.id)
    last_on = earlier[0].on if earlier else None
    in_sight = sight(viewer, ground.subject_id)
    goals = tuple(goal for goal in await goals_of(workspace, in_sight) if goal.end is None)
    talk = TalkAhead(pair=pair, ground=ground, on=on, last_on=last_on, today=today, goals=goals)
    choices = choose_prompts(
        deps.prompts,
        side=ground.side,
        occasions=await occasions_for(workspace, viewer, talk),
        recent=[one.prompt for one in earlier],
        in_sight=InSight(
            thin=await _thin(workspace, ground, in_sight, today),
            focus=[goal.competency for goal in goals if goal.competency],
            ahead=ground.signs_ahead,
        ),
        seed=f"{pair.id}:{reader.id}:{on.isoformat()}",
    )
    asked = tuple(_as_asked(pair, reader, on, *one) for one in enumerate(choices))
    await add_asked_prompts(workspace, asked)
    return asked


def _as_asked(pair: Pair, reader: Person, on: date, position: int, choice: Choice) -> AskedPrompt:
    return AskedPrompt(
        pair_id=pair.id,
        person_id=reader.id,
        on=on,
        position=position,
        prompt=choice.prompt.id,
        reason=reason_text(choice.reason),
    )


async def _side(workspace: Workspace, pair: Pair, reader_id: str) -> Side:
    if pair.kind is not PairKind.MANAGER:
        return Side.BOTH
    other_id = other_side(pair, reader_id)
    return side_of(
        is_manager=await manager_of(workspace, other_id) == reader_id,
        is_report=await manager_of(workspace, reader_id) == other_id,
    )


async def _thin(workspace: Workspace, ground: Ground, seen: Sight, today: date) -> tuple[str, ...]:
    """What little is recorded on, in the notes of the subject that the reader may read."""
    if ground.framework is None:
        return ()
    pieces = await skills_seen(workspace, seen, since=today - LOOK_BACK, until=today)
    return thin_subjects(ground.framework, pieces)


def _seen(
    deps: Deps, shown: PairShown, ground: Ground, asked: Sequence[AskedPrompt], on: date
) -> PromptsSeen:
    is_theirs = ground.side is Side.MANAGER
    skills = ground.framework.competencies if ground.framework else ()
    titles = {skill.key: skill.title for skill in skills}
    library = {prompt.id: prompt for prompt in deps.prompts}
    reasons = [(library[one.prompt], read_reason(one.reason)) for one in asked if one.prompt in library]
    return PromptsSeen(
        shown=shown,
        side=ground.side,
        here=here_of(ground.reader.zone, deps.today()),
        on=on,
        at=time_of(shown.table, on),
        prompts=tuple(
            PromptSeen(
                prompt=prompt,
                reason=reason,
                subject=titles.get(reason.subject, reason.subject),
                is_theirs=is_theirs,
            )
            for prompt, reason in reasons
        ),
        last=_last(shown, on, deps.today()),
        promises=ground.promises,
    )


def _last(shown: PairShown, on: date, now: datetime) -> LastSeen | None:
    """The 1:1 before one, once it has begun."""
    last = last_meeting(shown.table, on, shown.pair.created_at)
    if last is None or time_of(shown.table, last) > now:
        return None
    known = shown.table.known.get(last)
    return LastSeen(on=last, at=time_of(shown.table, last), happened=known.happened if known else None)

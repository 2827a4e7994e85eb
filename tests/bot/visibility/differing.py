"""One company, lived twice: with one thing more that somebody may not read, and without it."""

import json
import re
from collections.abc import Awaitable, Callable
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from bot.domain.marking import sign_value
from bot.usecases.reviews import nudge_owners
from bot.usecases.rights import see_own
from bot.views import counts
from bot.views.answers import pack
from bot.words import chances, talks
from bot.words.observations import KEEP_DOING
from playground.control import Refused
from storage.checks import put_marks, put_word
from storage.choices import CheckMarked
from storage.people import get_person
from tests.bot.journeys.filling import place_in
from tests.bot.journeys.kept import noted, shown
from tests.bot.journeys.ties import examples_asked
from tests.bot.visibility import company
from tests.bot.visibility.probes import press_some, typed
from tests.bot.visibility.settled import populate
from tests.bot.visibility.watching import Watch
from tests.storage.checked import some_check_mark, some_check_word
from tests.world import World

MORE = "Lapwings across the fallow"
"""What is said in the one of two worlds alone."""
LOOKERS = (
    *(company.SAM, company.TIM, company.GIVER, company.MANAGER, company.FORMER, company.ABOVE),
    *(company.WITNESS, company.PEER, company.READER, company.OWNER, company.LEAD, company.CONTRACTOR),
    *(company.NOBODY, company.OUTSIDE_FRIEND, company.OUTSIDE_MANAGER),
    *(company.FORMER_WITNESS, company.OWNER_ABOVE),
)
_MADE = re.compile(r"[0-9a-hjkmnp-tv-z]{26}")
_OF_SLACK = frozenset({"trigger_id", "view_id", "hash", "channel", "ts", "hook", "token", "root_view_id"})
"""What Slack numbers, and tells nothing."""

Act = Callable[[World], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Change:
    """Things that happen in one of two worlds, and all who may read any of them."""

    name: str
    act: Act
    may: AbstractSet[str]


async def _writes_alone(here: World) -> None:
    """A note, a goal, what he wants to remember of a 1:1, and a summary, all for Sam himself."""
    skill, example = examples_asked()[1]  # his manager is to find him a chance for it
    signs = {"skills": [skill], "showed": [sign_value("behaviour", skill, example)]}
    await noted(here, company.SAM, MORE, **signs)
    await _fill(here, company.SAM, f"plan {MORE}", {"sign": MORE, "due": "2026-09-01"})
    await here.people.command(company.SAM, "/growth 1on1 @peer")
    await here.people.press(company.SAM, None, talks.WRITE_OWN)
    await _send(here, company.SAM, {"text": MORE})
    await here.people.command(company.SAM, "/growth summary")


async def _tells_quietly(here: World) -> None:
    """Quiet kudos and feedback between two."""
    await _fill(here, company.GIVER, f"kudos @sam {MORE}", {"reach": "quiet"})
    await _fill(here, company.GIVER, f"feedback @sam {MORE}", {"carry_on": MORE})


async def _talk(here: World) -> None:
    """What two put on their agenda and promise each other."""
    for button, typed_in in ((talks.WRITE, {"agenda": MORE}), (talks.PROMISE, {"text": MORE})):
        await here.people.command(company.SAM, "/growth 1on1 @peer")
        await here.people.press(company.SAM, None, button)
        await _send(here, company.SAM, typed_in)


async def _marks_otherwise(here: World) -> None:
    """One side of a check whose other side is not in says something else."""
    skill, example = examples_asked()[0]
    side = {"check_id": "c3", "author_id": company.OUTSIDE_FRIEND, "competency": skill}
    async with here.bot.deps.write() as workspace:
        await put_marks(workspace, [some_check_mark(**side, behaviour=example, mark=CheckMarked.NOT_YET)])
        await put_word(workspace, some_check_word(**side, word=MORE))


async def _asks(here: World) -> None:
    """A question for feedback from one to another."""
    await _fill(here, company.TIM, f"ask @giver {MORE}", {})


async def _work_together(here: World) -> None:
    """What a manager saw, and what a report had no chance for."""
    await _fill(here, company.MANAGER, f"observe @sam {MORE}", {"kind": KEEP_DOING})
    await here.people.command(company.SAM, "/growth me")
    await here.people.press(company.SAM, None, chances.MARK)
    await _send(here, company.SAM, {"examples": [sign_value("behaviour", *examples_asked()[-1])]})


def _and(one: Act, other: Act) -> Act:
    async def both(here: World) -> None:
        await one(here)
        await other(here)

    return both


CHANGES = (
    Change("alone and check", _and(_writes_alone, _marks_otherwise), {company.SAM, company.OUTSIDE_FRIEND}),
    Change("quiet and talk", _and(_tells_quietly, _talk), {company.SAM, company.GIVER, company.PEER}),
    Change(
        "line and ask",
        _and(_work_together, _asks),
        {company.SAM, company.MANAGER, company.TIM, company.GIVER},
    ),
)


async def _fill(here: World, who: str, line: str, chosen: dict[str, Any]) -> None:
    await here.people.command(who, f"/growth {line}")
    await _send(here, who, chosen)


async def _send(here: World, who: str, chosen: dict[str, Any]) -> None:
    """Fill the open form and send it; what it would not take is a mistake of the test's."""
    form = await shown(here, who)
    for name, value in chosen.items():
        await here.people.choose(who, place_in(form, name), value)
        form = await shown(here, who)
    done = await here.people.submit(who)
    assert not done.errors, (who, done.errors)
    await _close(here, who)


async def lived(here: World, change: Change | None) -> dict[str, str]:
    """What everybody is shown of a company, by person, after one change or none.

    They look at every word, at their Home, at a channel; a week later with the prompts of a 1:1, and on the
    day of the quarterly look. What they could take along comes first.
    """
    await populate(here)
    if change is not None:
        await change.act(here)
        await here.deliver()
    watch = Watch()
    watch.take(await here.people.traffic())
    taken = {person: await _exported(here, person) for person in LOOKERS}
    before = {person: len(texts) for person, texts in watch.shown.items()}
    for person in LOOKERS:
        await _look(here, person)
    here.clock.move(days=6, hours=4)
    await here.tick()
    await _look_home(here)
    here.clock.moment = here.clock.moment.replace(month=7, day=6, hour=11)
    await nudge_owners(here.bot.deps)
    await here.tick()
    await _look_home(here)
    for person in (company.LEAD, company.OWNER):
        await press_some(here, person, [(counts.OPEN, pack(framework=one)) for one in (None, "engineering")])
    watch.take(await here.people.traffic(after=watch.number))
    return {person: _plain(taken[person], watch.shown[person][before.get(person, 0) :]) for person in LOOKERS}


async def _close(here: World, who: str) -> None:
    with suppress(Refused):  # nothing was opened
        await here.people.close(who, everything=True)


async def _exported(here: World, person_id: str) -> str:
    """What somebody could take along."""
    async with here.bot.deps.read() as workspace:
        person = await get_person(workspace, person_id)
    return repr((await see_own(here.bot.deps, person)).tables)


async def _look(here: World, person: str) -> None:
    """Every word, Home, the shortcuts and a mention; nothing is sent."""
    for line in [one for one in typed() if not one.endswith("@tim")]:
        await here.people.command(person, line)
        await _close(here, person)
    await here.people.open_home(person)
    for shortcut in ("write_note", "give_kudos", "ask_for_feedback"):
        await here.people.shortcut(person, shortcut)
        await _close(here, person)
    await here.people.mention(person, "summary @sam", company.GENERAL)
    await here.deliver()


async def _look_home(here: World) -> None:
    for person in LOOKERS:
        await here.people.open_home(person)
    await here.deliver()


def _plain(taken: str, shown_to: list[str]) -> str:
    """What is read of it all: without what Slack numbers, ids that were made by their order."""
    made: dict[str, str] = {}
    told = [json.dumps(_read(json.loads(text))) for text in shown_to]
    return _MADE.sub(lambda found: made.setdefault(found[0], f"#{len(made)}"), "\n".join([taken, *told]))


def _read(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _read(part) for name, part in value.items() if name not in _OF_SLACK}
    return [_read(part) for part in value] if isinstance(value, list) else value

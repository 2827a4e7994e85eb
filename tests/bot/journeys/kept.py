"""What a store holds of notes, and a note that a test needs before its own story begins."""

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.usecases.skills import find_published
from bot.views import kit
from bot.views.notes import evidence_button
from bot.words.notes import MORE
from playground.seen import Reply, View
from playground.traffic import Entry
from storage.choices import EvidenceSource
from storage.evidence import add_evidence, evidence_of
from storage.records import Evidence, Mark, Sight
from tests.storage.builders import as_manager
from tests.world import World


async def notes_of(here: World, owner: str) -> tuple[Evidence, ...]:
    """All that somebody owns, the newest first."""
    own = Sight(viewer_id=owner, subject_id=owner, is_subject=True, readings=frozenset(), sees_public=False)
    async with here.bot.deps.read() as workspace:
        found = await evidence_of(workspace, own, since=date.min, until=date.max)
    return found[::-1]


async def the_note_of(here: World, owner: str) -> Evidence:
    """The one piece that somebody owns."""
    (piece,) = await notes_of(here, owner)
    return piece


async def noted(here: World, owner: str, text: str, **chosen: Any) -> Evidence:
    """A note written in its form; `chosen` are fields under More, by their block."""
    await here.people.command(owner, f"/growth note {text}")
    if chosen:
        await here.people.press(owner, None, MORE)
    done = await here.people.submit(owner, chosen)
    assert not done.errors
    assert done.closed
    return (await notes_of(here, owner))[0]


async def recorded_twice(here: World, who: str, to: str | None = None) -> None:
    """Two notes on every skill of engineering, shared with a manager where one is named."""
    deps = here.bot.deps
    async with deps.write() as workspace:
        framework = await find_published(workspace, deps, "engineering")
        assert framework is not None
        for skill in [*framework.competencies, *framework.competencies]:
            note = Evidence(
                id=deps.ids(),
                owner_id=who,
                author_id=who,
                source=EvidenceSource.NOTE,
                kudos_id=None,
                text="Did it",
                link=None,
                happened_on=here.clock().date(),
                written_at=here.clock(),
                is_favourable=True,
                is_shared=to is not None,
                text_version=1,
                marks=(Mark(framework="engineering", competency=skill.key),),
                readers=(as_manager(to),) if to else (),
            )
            await add_evidence(workspace, note)


async def shown(here: World, person: str) -> View:
    """The modal on top."""
    view = await here.people.view(person)
    assert view is not None
    return view


async def last_of(here: World, kind: str) -> Entry:
    """The last request of one type that reached Trellis."""
    return (await here.people.traffic(kind))[-1]


async def send_changed(here: World, entry: Entry, state: Mapping[str, Any]) -> Reply:
    """Deliver a submission again from another form, with other answers in some of its fields."""
    view = copy.deepcopy(entry.request["view"])
    for block, answers in view["state"]["values"].items():
        if block.partition("~")[0] in state:
            for answer in answers.values():
                answer.update(state[block.partition("~")[0]])
    view["private_metadata"] = view["private_metadata"].replace('"draft":"', '"draft":"x')
    return await here.people.send(entry, view=view)


async def press_a(here: World, person: str, button: kit.Element) -> Reply:
    """Press a button that stands in a message of Trellis's."""
    slack = here.bot.deps.slack
    message = kit.message("Here", [kit.actions(button)])
    await slack.post(await slack.dm_channel(person), message.payload)
    return await here.people.press(person, (await here.people.dms(person))[-1], "Press")


async def open_evidence(here: World, person: str, evidence_id: str) -> Reply:
    """Press the button that leads to a piece of evidence."""
    return await press_a(here, person, evidence_button(evidence_id, "Press"))

"""A tour of all that Trellis shows in Slack: every word, form, button and kind of message, by those who may.

It runs in whichever language the sentences were loaded in, and presses nothing by its label.
"""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from bot.domain.commands import PERSONAL
from bot.domain.messages import Kind
from bot.listeners.commands import ON_WORD
from bot.usecases.owing import owe, owed
from bot.usecases.reviews import nudge_owners
from bot.views import kudos, notes, pairs, steps, suggesting
from bot.words import management, preferences
from playground.control import Refused
from playground.elements import fields
from playground.model import Person
from playground.seen import Message, Traffic, View
from storage.choices import DeliveryState, PairKind
from storage.deliveries import deliveries_in
from storage.workspaces import set_kudos_channel
from tests.abroad.own import taken_along
from tests.abroad.thanks import detailed, kept_together, taken_back, thanked
from tests.abroad.two import let_read, talked, witnessed
from tests.bot.journeys.filling import place_in
from tests.bot.journeys.forms import FORMS, SAID, Form
from tests.bot.journeys.kept import shown
from tests.bot.journeys.meetings import agreed, asked, moved
from tests.bot.journeys.reminded import OWNED, looked_after
from tests.bot.journeys.ties import managed, placed
from tests.bot.visibility import company
from tests.bot.visibility.probes import try_everything
from tests.bot.visibility.settled import populate
from tests.bot.visibility.test_stolen import LETTERS
from tests.databases import sqlite_url
from tests.world import ANA, BEN, CLEO, DEV, GUEST, KUDOS_CHANNEL, PEOPLE, World, world

Step = Callable[[World], Awaitable[None]]
TRIED = (company.SAM, company.MANAGER, company.OWNER, company.LEAD, company.CONTRACTOR, company.OUTSIDER)
PLAIN = frozenset({"ana", "ben", "cleo", "dev", "sam", "tim"})


def _renamed(people: Iterable[Person]) -> tuple[Person, ...]:
    """The same people, none of whom is called by a word that Trellis might say."""
    return tuple(one if one.name in PLAIN else replace(one, name=f"{one.name}son") for one in people)


MEMBERS, EMPLOYEES = _renamed(PEOPLE), _renamed(company.PEOPLE)
OWED = {
    **{(kind, cause): min(readers) for (kind, cause), readers in LETTERS.items() if readers},
    (Kind.MANAGER_TOLD, "m_untold"): company.TIM,
    (Kind.MANAGER_ANSWERED, "m_now"): company.SAM,
}
"""A message of each kind that only a history would bring about."""
SLIPS = (
    "privcy",
    "\N{SQUID}",
    "framework xyzzy",
    "kudos @xyzzy",
    f"note {'n' * 4000}",
    f"kudos {'k' * 4000}",
)
TYPED = (
    "zzq xxv wwj qqz vvx jjw kkq",
    "Thanks for fixing it",
    "Split the migration into four small releases and checked each",
    "You are such a star",
)
"""Kudos like no skill, too short for a guess, with skills to suggest; the last for the hint after sending."""
PERIODS = ("3w", "2030-q1", "2026-03..2026-01")


@dataclass(slots=True)
class Seen:
    """What Trellis sent to Slack, and the kinds of message among it."""

    sent: list[Any] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


async def tour(folder: Path) -> Seen:
    """All of it, each part in a world of its own."""
    seen, stores = Seen(), count()
    for step, settings in _steps():
        address = sqlite_url(folder / f"{next(stores)}.db")
        async with world(address, **{"people": MEMBERS, **settings}) as here:
            await step(here)
            await here.deliver()
            seen.sent += [_sent(entry) for entry in await here.people.traffic()]
            async with here.bot.deps.read() as workspace:
                seen.kinds |= {one.kind for one in await deliveries_in(workspace, [DeliveryState.SENT])}
    return seen


def _steps() -> Iterator[tuple[Step, Mapping[str, Any]]]:
    yield _nothing_there, {"published": False, "rolled_out": False}
    yield _nothing_there, {}
    yield _first_hour, {"published": False, "rolled_out": False}
    for form in FORMS:
        yield partial(_sent_wrong, form), {}
        yield partial(_sent_right, form), {}
    yield _outside, {"rolled_out": False}
    yield _meetings, {}
    yield _weeks, {}
    yield talked, {}
    yield witnessed, {}
    yield let_read, {}
    yield thanked, {}
    yield taken_along, {}
    yield taken_back, {}
    yield detailed, {}
    yield kept_together, {}
    yield _marked, {}
    yield _suggested, {}
    yield _checked, {}
    yield _reminded, {}
    yield _company, {"people": EMPLOYEES}


def _sent(entry: Traffic) -> Any:
    """What came from Trellis: a call of its own, or its answer to a request."""
    said = entry.answer if entry.kind == "delivery" else entry.request
    return {"name": entry.name, "said": said if isinstance(said, Mapping) else {}}


async def _nothing_there(here: World) -> None:
    """Every word and shortcut while there is nothing to show, every slip, and all who cannot take part."""
    for who in (BEN, ANA, GUEST):
        for line in (*ON_WORD, *SLIPS, *(f"summary {period}" for period in PERIODS)):
            reply = await here.people.command(who, f"/growth {line}")
            for message in reply.messages:
                await _press_all(here, who, message)
        for shortcut in ("write_note", "give_kudos", "ask_for_feedback"):
            await here.people.shortcut(who, shortcut)
        await look_home(here, who)
    for word in sorted(PERSONAL):
        for person in MEMBERS:
            await here.people.command(ANA, f"/growth {word} @{person.name}")
            with suppress(Refused):
                await here.people.submit(ANA)


async def _first_hour(here: World) -> None:
    """Setting up: another People lead, a framework, a team; then everybody takes or skips their steps."""
    await here.people.command(ANA, "/growth admin")
    await _choose(here, ANA, "lead", "cleo")
    await here.people.submit(ANA)
    for name, value in (("framework", "Engineering"), ("add", ["ben", "dev"])):
        await here.deliver()
        await here.people.press(ANA, (await here.people.dms(ANA))[-1], steps.TAKE)
        await _choose(here, ANA, name, value)
        await here.people.submit(ANA)
    for _ in range(2):
        await here.deliver()
        for person in (BEN, DEV, CLEO):
            await press_messages(here, person)
            await look_home(here, person)


async def _sent_wrong(form: Form, here: World) -> None:
    """A form sent as it opens, and with nothing but spaces."""
    await form.opens(here)
    with suppress(Refused):
        await here.people.submit(form.by, {form.text: " "} if form.text else {})


async def _sent_right(form: Form, here: World) -> None:
    """A form sent as it should be, and all that follows from it, for everybody."""
    async with here.bot.deps.write() as workspace:
        await set_kudos_channel(workspace, KUDOS_CHANNEL)
    await form.opens(here)
    for name, value in {"reach": "public", **form.fill}.items():
        await _choose(here, form.by, name, value)
    await here.people.submit(form.by)
    await here.deliver()
    for person in (ANA, BEN, CLEO):
        await press_messages(here, person)
        await look_home(here, person)


async def _outside(here: World) -> None:
    """Thanks and questions to people for whom Trellis is off."""
    for line in ("kudos @ben Kept the rota fair", "manager @cleo", "1on1 @dev"):
        await here.people.command(ANA, f"/growth {line}")
        await _choose(here, ANA, "claim", management.MY_REPORT)
        await here.people.submit(ANA)
    await here.deliver()
    for person in (BEN, CLEO, DEV):
        await press_messages(here, person)


async def _meetings(here: World) -> None:
    """A 1:1 that was declined; prompts for another, a change of it, and its end."""
    await asked(here, ANA, DEV)
    await here.deliver()
    await here.people.press(DEV, (await here.people.dms(DEV))[-1], pairs.NO)
    await managed(here, BEN, by=ANA)
    await here.people.command(ANA, "/growth 1on1 @ben")
    await agreed(here, kind=PairKind.MANAGER)
    here.clock.move(hours=4)
    await here.tick()
    await press_messages(here, ANA)
    await moved(here, ANA)
    await here.deliver()
    await press_messages(here, BEN)
    await asked(here, BEN, ANA, weekday=4)
    here.clock.move(hours=20)
    await here.tick()
    for person in (ANA, BEN):
        await look_home(here, person)
        await press_messages(here, person)


async def _weeks(here: World) -> None:
    """The message of a week for a manager of three, and prompts that ask about the 1:1 before and wait."""
    for report in (BEN, CLEO, DEV):
        await managed(here, report, by=ANA)
        await agreed(here, ANA, report, kind=PairKind.MANAGER)
    for _ in range(8):
        here.clock.move(days=1)
        await here.tick()
    for person in (BEN, ANA):
        await press_messages(here, person)
        here.clock.move(hours=3)
        await here.tick()
        await look_home(here, person)


async def _marked(here: World) -> None:
    """A note on a skill and what it showed, shared; a manager who reads it, and the summaries of it."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await here.people.command(BEN, "/growth note Kept the rota fair")
    await here.people.press(BEN, None, notes.MORE)
    await _choose(here, BEN, "skills", ["Planning and delivery"])
    view = await shown(here, BEN)
    (field,) = [one for one in view.fields if one.action_id == "showed"]
    signs = [group["options"][0]["value"] for group in field.element["option_groups"]]
    await here.people.choose(BEN, "showed", signs, block=field.block_id)
    await _choose(here, BEN, "reach", notes.SHARED)
    await here.people.submit(BEN)
    for person, line in ((BEN, "me"), (BEN, "summary"), (ANA, "summary @ben"), (BEN, "framework")):
        await _look_into(here, person, line)
    await look_home(here, BEN)


async def _suggested(here: World) -> None:
    """Skills suggested for a text, none for a short one or one like no skill; hints, and their end."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    for text in TYPED:
        await here.people.command(ANA, f"/growth kudos @ben {text}")
        await here.people.press(ANA, None, kudos.SUGGEST)
        await here.people.submit(ANA)
    await here.people.press(ANA, None, suggesting.HIDE)


async def _checked(here: World) -> None:
    """A quarterly check by both, who differ on the first example of each skill."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    for who, line, first in ((BEN, "check", 0), (ANA, "check @ben", 1)):
        await here.people.command(who, f"/growth {line}")
        while marks := [one for one in (await shown(here, who)).fields if one.block_id.startswith("mark:")]:
            for at, one in enumerate(marks):
                options = one.element["options"]
                chosen = options[first if at == 0 else 0]["text"]["text"]
                await here.people.choose(who, one.block_id, chosen, block=one.block_id)
            await here.people.submit(who, {place_in(await shown(here, who), "word"): SAID})
    await here.deliver()
    for who in (BEN, ANA):
        await press_messages(here, who)


async def _reminded(here: World) -> None:
    """Settings with days off in them, three reminders in one message, why they come, and a kind less."""
    await looked_after(here, ANA, *OWNED[:3])
    here.clock.moment = here.clock.moment.replace(month=7, day=6, hour=11)
    await nudge_owners(here.bot.deps)
    await here.deliver()
    await press_messages(here, ANA)
    await here.people.command(ANA, "/growth settings")
    await _choose(here, ANA, "off_first", "2026-07-20")
    await here.people.submit(ANA)
    await here.people.command(ANA, "/growth settings")
    await _choose(here, ANA, "announce", [preferences.UNANNOUNCED])
    await here.people.submit(ANA)
    await here.people.command(BEN, "/growth kudos @ana")
    await _choose(here, BEN, "reach", "public")


async def _company(here: World) -> None:
    """Everything that there can be to read, by people of every kind."""
    await populate(here)
    deps = here.bot.deps
    async with deps.write() as workspace:
        for (kind, cause), reader in OWED.items():
            await owe(workspace, deps, owed(deps, kind, reader, cause))
    await here.people.fault("chat.postMessage", "cut", times=len(OWED) // 2)
    here.clock.move(days=1)
    await here.deliver()
    await here.people.clear_faults()
    for person in company.MEMBERS:
        await look_home(here, person)
    async with deps.write() as workspace:
        for (kind, cause), reader in OWED.items():
            await owe(workspace, deps, owed(deps, kind, reader, cause, occurrence="again"))
    await here.deliver()
    for person in TRIED:
        await try_everything(here, person)
        await look_home(here, person)
    await here.people.mention(company.SAM, "good morning", company.GENERAL)


async def _choose(here: World, person: str, name: str, value: Any) -> None:
    """Fill a field of the open form, whatever its round; what the form does not have is left out."""
    with suppress(Refused):
        await here.people.choose(person, place_in(await shown(here, person), name), value)


async def look_home(here: World, person: str) -> None:
    """Open Home and press everything on it."""
    await here.people.open_home(person)
    await here.deliver()
    home = await here.people.home(person)
    if home is not None:
        await _press_all(here, person, home)


async def press_messages(here: World, person: str) -> None:
    """Press everything in the messages that somebody got."""
    for message in await here.people.dms(person):
        await _press_all(here, person, message)


async def _look_into(here: World, person: str, line: str) -> None:
    """Open what a line opens, turn its menus, and press each of its buttons, opening it anew for each."""
    opened = (await here.people.command(person, f"/growth {line}")).view
    await _turn_menus(here, person)
    for block, action in _buttons(opened) if opened else ():
        again = (await here.people.command(person, f"/growth {line}")).view
        with suppress(Refused):
            await here.people.press(person, again, action, block=block)
            await _turn_menus(here, person)


async def _press_all(here: World, person: str, on: Message | View) -> None:
    """Every button, and what can be pressed or chosen in the modal that it opens."""
    for block, action in _buttons(on):
        with suppress(Refused):
            opened = (await here.people.press(person, on, action, block=block)).view
            for inner, deeper in _buttons(opened) if opened else ():
                await here.people.press(person, opened, deeper, block=inner)
                await here.people.close(person)
            await _turn_menus(here, person)
        with suppress(Refused):
            await here.people.close(person, everything=True)
    await here.deliver()


async def _turn_menus(here: World, person: str) -> None:
    """Choose the first of each kind in the menus of the open page; those of a form wait for it to be sent."""
    page = await here.people.view(person)
    for menu in page.fields if page else ():
        if menu.element["type"] == "static_select" and not menu.is_input:
            for group in menu.element.get("option_groups") or [menu.element]:
                with suppress(Refused):  # a choice may have changed what the next menu offers
                    await here.people.choose(person, menu.action_id, group["options"][0]["text"]["text"])


def _buttons(on: Message | View) -> list[tuple[str, str]]:
    """The places and actions of all buttons."""
    return [(one.block_id, one.action_id) for one in fields(on.blocks) if one.element["type"] == "button"]

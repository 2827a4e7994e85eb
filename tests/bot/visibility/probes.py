"""Every surface of Trellis, tried by one person: what they type, press, start and open, theirs or not."""

from collections.abc import Iterator

from bot.domain.commands import PERSONAL
from bot.listeners.commands import ON_WORD
from bot.views import (
    asks,
    chances,
    checks,
    concerns,
    counts,
    feedback,
    given_kudos,
    kit,
    kudos,
    meetings,
    notes,
    offers,
    pairs,
    past_notes,
    plans,
    prompts,
    readers,
    reviews,
    summaries,
    talks,
    waiting,
    witnesses,
)
from bot.views.answers import pack
from playground.seen import Reply
from playground.traffic import Entry
from tests.bot.visibility import company
from tests.world import World

LOOKS_ON = frozenset(
    {"summary_sources", "summary_page", "summary_reply", "pair_talk", "talk_step", "evidence_open"}
)
"""Buttons inside what was opened that show more and change nothing."""
MOST_IN_A_MESSAGE = 40
"""A message of Slack's has room for fifty blocks."""


def stolen_buttons() -> Iterator[tuple[str, str]]:
    """The action and the value of a button for each thing there is, as whoever may have it would find it."""
    for secret in (*company.EVIDENCE, *company.OBSERVATIONS):
        yield notes.OPEN, pack(evidence=secret.id)
    yield from _of_kudos()
    yield from _of_feedback()
    for secret in company.SUMMARIES:
        for action in (summaries.OPEN, summaries.REPLY):
            yield action, pack(summary=secret.id)
        yield summaries.SOURCES, pack(summary=secret.id, at=0)
    for secret in company.PLACES:
        yield waiting.LOOK_AT_PLACEMENT, pack(placement=secret.id)
    for secret in company.OFFERS:
        yield offers.OPEN, pack(offer=secret.id)
    for secret in company.EVIDENCE:
        yield offers.OFFER, pack(evidence=secret.id)
    asking = (witnesses.OPEN, witnesses.ASK, witnesses.CHANGE)
    yield from ((one, pack(evidence=secret.id)) for secret in company.EVIDENCE for one in asking)
    yield past_notes.OPEN, pack()
    for secret in company.PAST:
        yield past_notes.KEEP, pack(past=secret.id)
    for secret in company.GOALS:
        for action in (plans.GOAL, plans.END):
            yield action, pack(goal=secret.id)
    for name in (company.CHECK, "c2", "c3"):
        yield checks.OPEN, pack(check=name)
    yield from _of_chances()
    yield reviews.OPEN, pack(review=company.REVIEW)
    yield reviews.LIST, pack(framework="engineering")
    on = company.AFTER.isoformat()
    yield prompts.WHY, pack(pair=company.PAIR, on=on)
    yield pairs.TALK, pack(pair=company.PAIR)
    for action in (pairs.TALK, talks.WRITE, talks.WRITE_OWN):
        yield action, pack(pair=company.PAIR, on=on)
    yield talks.CHANGE, pack(pair=company.PAIR, commitment="w1")
    yield pairs.CHANGE, pack(pair=company.PAIR)
    yield meetings.OPEN, pack(pair=company.PAIR)
    yield from _of_readers()


def _of_readers() -> Iterator[tuple[str, str]]:
    for name in (company.NAMED.id, "y_over", "y_ended"):
        yield readers.LOOK, pack(naming=name)
    for owner in (company.SAM, company.TIM):
        yield readers.PLAN, pack(owner=owner)
    for name in (company.CONCERN.id, "z_back"):
        yield concerns.OPEN, pack(concern=name)


def _of_kudos() -> Iterator[tuple[str, str]]:
    for secret in company.KUDOS:
        yield kudos.OPEN, pack(kudos=secret.id)
        for action in (given_kudos.OPEN, given_kudos.ADD):
            yield action, pack(event=f"event of {secret.id}")


def _of_chances() -> Iterator[tuple[str, str]]:
    for subject in (company.SAM, company.TIM):
        yield chances.OPEN, pack(subject=subject)
        yield chances.MARK, pack(subject=subject)
    for chance in ("h_now", "h_wait"):
        yield chances.NOT_NOW, pack(chance=chance)
        yield chances.ARRANGE, pack(chance=chance, pair=company.PAIR)
    for framework in (None, "engineering", "product"):
        yield counts.OPEN, pack(framework=framework)


def _of_feedback() -> Iterator[tuple[str, str]]:
    for secret in company.FEEDBACK:
        yield feedback.OPEN, pack(feedback=secret.id)
    for secret in company.ASKS:
        for action in (asks.ANSWER, asks.NOT_NOW):
            yield action, pack(ask=secret.id)
        yield asks.READ_DECLINE, pack(ask=secret.id, person=company.GIVER)


def typed() -> Iterator[str]:
    """Every word of the slash command, about oneself and about the two who own things."""
    for word in ON_WORD:
        yield f"/growth {word}"
        if word in PERSONAL:
            yield f"/growth {word} @sam"
            yield f"/growth {word} @tim"


async def try_everything(here: World, person: str) -> None:
    """All surfaces, by somebody who has a screen."""
    for line in typed():
        await look_on(here, person, await here.people.command(person, line))
    await here.people.open_home(person)
    for shortcut in ("write_note", "give_kudos", "ask_for_feedback"):
        await here.people.shortcut(person, shortcut)
    await start_upon_a_message(here, person)
    for name in ("sam", "tim"):
        await here.people.mention(person, f"summary @{name}", company.GENERAL)
    await press_everything(here, person)
    await here.deliver()


async def start_upon_a_message(here: World, person: str) -> None:
    """Both message shortcuts, upon a message of Sam's."""
    message = await here.people.post(company.SAM, "Good morning", company.GENERAL)
    for shortcut in ("save_as_note", "give_kudos_for_this"):
        await here.people.message_shortcut(person, message, shortcut)


async def press_everything(here: World, person: str) -> None:
    """The stolen buttons, in messages that this person got, and what can be looked at from there."""
    buttons = list(stolen_buttons())
    for first in range(0, len(buttons), MOST_IN_A_MESSAGE):
        await press_some(here, person, buttons[first : first + MOST_IN_A_MESSAGE])


async def press_some(here: World, person: str, buttons: list[tuple[str, str]]) -> None:
    """Some buttons in a message, and what can be looked at from there."""
    slack = here.bot.deps.slack
    blocks = [
        kit.actions(kit.button(action, "Press", value), block_id=f"at-{place}")
        for place, (action, value) in enumerate(buttons)
    ]
    await slack.post(await slack.dm_channel(person), kit.message("Here", blocks).payload)
    message = (await here.people.dms(person))[-1]
    for place, (action, _) in enumerate(buttons):
        pressed = await here.people.press(person, message, action, block=f"at-{place}")
        await look_on(here, person, pressed)


async def look_on(here: World, person: str, reply: Reply) -> None:
    """Press what shows more in the modal that has opened, one level deep."""
    view = reply.view
    for found in view.fields if view else ():
        if found.action_id in LOOKS_ON:
            opened = await here.people.press(person, view, found.action_id, block=found.block_id)
            if view and opened.view and opened.view.id != view.id:
                await here.people.close(person)


async def forge_everything(here: World, person: str, taken: list[Entry]) -> None:
    """What another did, told by somebody who has no screen, or who never saw that modal."""
    for entry in taken:
        user = entry.request.get("user")
        forged = {"user": {**user, "id": person}} if isinstance(user, dict) else {"user_id": person}
        if "event" not in entry.request:
            await here.people.send(entry, **forged)

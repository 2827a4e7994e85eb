"""Shortcuts that begin a note or kudos, through Slack's protocol."""

import pytest

from playground.seen import Message
from tests.bot.journeys.kept import shown, the_note_of
from tests.world import ANA, BEN, CLEO, KUDOS_CHANNEL, World

DIRECT = "D0ANABEN"
PRIVATE = "G0PRIVATE"


async def said(here: World, person: str, text: str, channel: str = KUDOS_CHANNEL) -> Message:
    """A message in a channel, in a private one, or between Ana and Ben."""
    await here.people.keep_channel(
        DIRECT, name="directmessage", is_im=True, is_private=True, members=[ANA, BEN]
    )
    await here.people.keep_channel(PRIVATE, name="pay", is_private=True, members=[ANA, BEN])
    return await here.people.post(person, text, channel)


def held(here_values: dict[str, dict[str, dict[str, str]]], block: str) -> str:
    """What stands in a text box."""
    return next(iter(here_values[block].values()))["value"] or ""


async def test_write_a_note_opens_an_empty_form(here: World) -> None:
    """The global shortcut needs no typing."""
    await here.people.shortcut(BEN, "Write a note")

    assert (await shown(here, BEN)).title == "Write a note"


async def test_give_kudos_opens_the_kudos_form(here: World) -> None:
    """The global shortcut for kudos begins with nobody chosen."""
    await here.people.shortcut(BEN, "Give kudos")

    assert (await shown(here, BEN)).title == "Give kudos"


async def test_ones_own_message_gives_words_and_link(here: World) -> None:
    """A message that the member wrote is prefilled as a person reads it, with its address."""
    message = await said(here, BEN, "Mended the <build> with @cleo")

    await here.people.message_shortcut(BEN, message, "Save as note")

    values = (await shown(here, BEN)).values
    assert held(values, "text") == "Mended the <build> with @cleo"
    assert held(values, "link").endswith(f"/archives/{KUDOS_CHANNEL}/p{message.ts.replace('.', '')}")


async def test_others_words_stay_where_they_are(here: World) -> None:
    """Of somebody else's message only the link is taken, even from a public channel."""
    message = await said(here, ANA, "Ben saved the launch")

    await here.people.message_shortcut(BEN, message, "Save as note")

    view = await shown(here, BEN)
    assert held(view.values, "text") == ""
    assert KUDOS_CHANNEL in held(view.values, "link")
    assert "Ben saved" not in str(view.json)


async def test_a_direct_message_gives_its_link_alone(here: World) -> None:
    """Where Slack shows the app no address, it is made of the ids; the words are not even sent back."""
    message = await said(here, ANA, "You were brilliant", DIRECT)
    await here.people.message_shortcut(BEN, message, "Save as note")
    view = await shown(here, BEN)

    done = await here.people.submit(BEN, {"What happened?": "Calmed the customer"})

    assert "brilliant" not in str(view.json)
    assert done.closed
    note = await the_note_of(here, BEN)
    assert (note.text, note.source.value) == ("Calmed the customer", "message")
    assert (note.link or "").endswith(f".slack.com/archives/{DIRECT}/p{message.ts.replace('.', '')}")


async def test_a_private_channel_gives_its_link_alone(here: World) -> None:
    """Others' words from a private channel are never copied."""
    message = await said(here, ANA, "The rise is through", PRIVATE)

    await here.people.message_shortcut(BEN, message, "Save as note")

    view = await shown(here, BEN)
    assert "The rise" not in str(view.json)
    assert PRIVATE in held(view.values, "link")


async def test_a_link_alone_is_no_note_yet(here: World) -> None:
    """A note needs a line of the member's own; the form says so and keeps the link."""
    message = await said(here, ANA, "You were brilliant", DIRECT)
    await here.people.message_shortcut(BEN, message, "Save as note")

    done = await here.people.submit(BEN)

    assert done.errors["text"]


async def test_kudos_for_a_message_go_to_its_author(here: World) -> None:
    """The form begins with whoever wrote the message, and with none of their words."""
    message = await said(here, ANA, "I rewrote the importer")

    await here.people.message_shortcut(BEN, message, "Give kudos for this")

    view = await shown(here, BEN)
    assert view.values["receivers"]["kudos_receivers"]["selected_users"] == [ANA]
    assert "importer" not in str(view.json)


async def test_kudos_for_a_bots_message_leave_the_receiver_open(here: World) -> None:
    """A bot is nobody to thank."""
    await here.bot.deps.slack.post(KUDOS_CHANNEL, {"text": "Deployed"})
    message = (await here.people.messages(CLEO, KUDOS_CHANNEL))[-1]

    await here.people.message_shortcut(CLEO, message, "Give kudos for this")

    assert (await shown(here, CLEO)).values["receivers"]["kudos_receivers"]["selected_users"] == []


async def test_kudos_for_ones_own_message_leave_the_receiver_open(here: World) -> None:
    """Nobody thanks themselves."""
    message = await said(here, BEN, "I rewrote the importer")

    await here.people.message_shortcut(BEN, message, "Give kudos for this")

    assert (await shown(here, BEN)).values["receivers"]["kudos_receivers"]["selected_users"] == []


@pytest.mark.slow
async def test_a_slow_address_does_not_hold_the_form_up(here: World) -> None:
    """The form must open while its trigger lives: a late address gives way to the one made of ids."""
    message = await said(here, ANA, "You were brilliant")
    await here.people.fault("chat.getPermalink", "delay", seconds=5.0)

    await here.people.message_shortcut(BEN, message, "Save as note")

    assert KUDOS_CHANNEL in held((await shown(here, BEN)).values, "link")

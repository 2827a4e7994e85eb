"""`trellis deliveries`."""

import json

from bot.usecases.deliveries import owed_now
from storage.choices import DeliveryState
from storage.records import Delivery
from tests.bot.cli.shell import Beside
from tests.world import ANA, BEN, World


async def in_state(here: World, state: DeliveryState) -> Delivery:
    """The one message in a state."""
    (found,) = await owed_now(here.bot.deps, state)
    return found


async def an_unknown_message(here: World) -> Delivery:
    """Slack takes kudos' message to Ben, and its answer is lost."""
    await here.people.command(ANA, "/growth kudos @ben Untangled the rota")
    await here.people.submit(ANA)
    await here.people.fault("chat.postMessage", "cut")
    await here.deliver()
    return await in_state(here, DeliveryState.UNKNOWN)


async def test_nothing_owed_is_said(here: World, beside: Beside) -> None:
    """An empty list is a sentence."""
    said = await beside("deliveries")

    assert said.exit_code == 0
    assert "No message is owed" in said.stdout


async def test_what_is_unknown_is_listed_without_its_words(here: World, beside: Beside) -> None:
    """The operator sees kind, recipient and state of a message, and never what people wrote."""
    unknown = await an_unknown_message(here)

    said = await beside("deliveries")
    plain = await beside("deliveries", "--json")

    assert unknown.id in said.stdout
    assert "rota" not in said.stdout + plain.stdout
    assert [(one["id"], one["state"], one["recipient"]) for one in json.loads(plain.stdout)] == [
        (unknown.id, "unknown", BEN)
    ]


async def test_an_unknown_message_is_sent_when_told_to(here: World, beside: Beside) -> None:
    """Only the operator's word sends it again."""
    unknown = await an_unknown_message(here)

    said = await beside("deliveries", "send", unknown.id)
    here.clock.moment = here.bot.deps.ticker()
    await here.deliver()

    assert said.exit_code == 0
    assert len(await here.people.dms(BEN)) == 2


async def test_a_dropped_message_is_gone(here: World, beside: Beside) -> None:
    """What was dropped is never sent, and cannot be sent after all."""
    unknown = await an_unknown_message(here)

    dropped = await beside("deliveries", "drop", unknown.id)
    again = await beside("deliveries", "send", unknown.id)

    assert dropped.exit_code == 0
    assert again.exit_code == 1
    assert "sent or dropped already" in again.stderr
    assert (await in_state(here, DeliveryState.DROPPED)).id == unknown.id


async def test_an_id_that_names_nothing_is_told(here: World, beside: Beside) -> None:
    """A wrong id ends with a sentence and the way to the right ones."""
    said = await beside("deliveries", "drop", "nonsense")

    assert said.exit_code == 1
    assert "no message nonsense" in said.stderr

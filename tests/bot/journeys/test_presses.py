"""What a press says of the message that it was in."""

from bot.domain.messages import Kind
from bot.usecases.owing import owe, owed
from bot.views import kit
from bot.views.answers import pack
from storage.choices import DeliveryState
from storage.deliveries import get_delivery, mark_unknown
from storage.leases import lease_delivery
from tests.bot.journeys.kept import press_a
from tests.world import BEN, CLEO, World


async def doubtful(here: World) -> str:
    """A message to Ben of which nobody knows whether it arrived."""
    deps = here.bot.deps
    delivery = owed(deps, Kind.KUDOS_RECEIVED, BEN, "k1")
    async with deps.write() as workspace:
        await owe(workspace, deps, delivery)
        await lease_delivery(workspace, deps.today(), deps.ticker(), deps.ticker())
        await mark_unknown(workspace, delivery.id, "timeout", deps.today())
    return delivery.id


async def pressed(here: World, person: str, delivery_id: str) -> DeliveryState:
    """The state of a delivery after a button that names it was pressed, whatever the button was for."""
    await press_a(here, person, kit.button("kudos_open", "Press", pack(kudos="k1", delivery=delivery_id)))
    async with here.bot.deps.read() as workspace:
        return (await get_delivery(workspace, delivery_id)).state


async def test_a_press_settles_what_was_unknown(here: World) -> None:
    """Who presses a button of a message has received it."""
    assert await pressed(here, BEN, await doubtful(here)) is DeliveryState.SENT


async def test_anothers_press_settles_nothing(here: World) -> None:
    """A delivery to somebody else stays as it is, whatever a button says."""
    assert await pressed(here, CLEO, await doubtful(here)) is DeliveryState.UNKNOWN


async def test_a_press_that_names_no_delivery_is_answered_all_the_same(here: World) -> None:
    """An id that there is not, or no id, hinders nothing."""
    done = await press_a(here, BEN, kit.button("kudos_open", "Press", pack(kudos="k1", delivery="none")))

    assert done.acked

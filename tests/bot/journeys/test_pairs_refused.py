"""What 1:1 prompts refuse, and what comes twice; through Slack's protocol."""

from typing import Any

import pytest

from storage.choices import PairState
from tests.bot.journeys.meetings import agreed, ask_by_form, asked, found, stored
from tests.world import ANA, BEN, CLEO, DEV, STRANGER, World

YES = "Yes, that works"


async def test_a_second_press_is_harmless(here: World) -> None:
    """Answering twice changes nothing, is told so, and the asker hears once."""
    await ask_by_form(here)
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], YES)
    pressed = (await here.people.traffic("block_actions"))[-1]

    await here.people.send(pressed)
    await here.deliver()

    view = await here.people.view(BEN)
    assert view is not None
    assert "done already" in view.words
    assert [message.words for message in await here.people.dms(ANA)] == [
        "ben said yes to 1:1 prompts: every Tuesday at 10:00, UTC. First on Tuesday 23 June."
    ]


@pytest.mark.parametrize("thief", [ANA, CLEO])
async def test_only_the_side_that_was_asked_answers(here: World, thief: str) -> None:
    """A press in the name of the asker, or of a stranger to the pair, changes nothing."""
    await ask_by_form(here)
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Yes, that works")
    pressed = (await here.people.traffic("block_actions"))[-1]
    other = await asked(here, ANA, DEV)
    value = f'{{"pair":"{other.id}","version":1}}'
    stolen = {"actions": [{**pressed.request["actions"][0], "value": value}]}

    await here.people.send(pressed, user={**pressed.request["user"], "id": thief}, **stolen)

    pair = await found(here, ANA, DEV)
    assert pair is not None
    assert pair.state is PairState.ASKED


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("@guest", "guest is a guest"),
        ("@robot", "robot is a bot"),
        ("@gone", "no longer in this workspace"),
        ("@ana", "Choose somebody else"),
    ],
)
async def test_nobody_pairs_with_who_cannot(here: World, other: str, said: str) -> None:
    """Guests, bots, leavers and oneself are refused beside the person."""
    await here.people.command(ANA, f"/growth 1on1 {other}")

    done = await here.people.submit(ANA)

    assert said in done.errors["other"]
    assert done.view is not None


@pytest.mark.parametrize(
    ("block", "answer", "field"),
    [
        ("time", {"type": "timepicker", "selected_time": None}, "time"),
        ("time", {"type": "timepicker", "selected_time": "25:99"}, "time"),
        ("weekday", {"type": "static_select", "selected_option": {"value": "9"}}, "weekday"),
        ("cadence", {"type": "static_select", "selected_option": {"value": "hourly"}}, "cadence"),
        ("zone", {"type": "static_select", "selected_option": {"value": "Mars/Olympus"}}, "zone"),
        ("kind", {"type": "radio_buttons", "selected_option": {"value": "manager"}}, "kind"),
        ("other", {"type": "users_select", "selected_user": STRANGER}, "other"),
        ("other", {"type": "users_select", "selected_user": "U0NOBODY"}, "other"),
    ],
)
async def test_values_changed_on_the_way_back_are_refused(
    here: World, block: str, answer: dict[str, Any], field: str
) -> None:
    """What the form did not offer is refused at its field, and nothing is asked."""
    await here.people.command(ANA, "/growth 1on1 @ben")
    await here.people.submit(ANA, {"With whom?": CLEO})
    sent = (await here.people.traffic("view_submission"))[-1]
    dev = {"pair_other": {"type": "users_select", "selected_user": DEV}}
    values = {**sent.request["view"]["state"]["values"], "other": dev, block: {"x": answer}}
    view = {**sent.request["view"], "state": {"values": values}, "private_metadata": '{"draft":"d2"}'}
    view["blocks"] = [*view["blocks"], {"type": "input", "block_id": block}]

    done = await here.people.send(sent, view=view)

    assert field in {place.partition("~")[0] for place in done.body["errors"]}
    assert await found(here, ANA, DEV) is None


async def test_a_double_submit_asks_once(here: World) -> None:
    """The same form sent twice makes one question."""
    await ask_by_form(here)

    await here.people.send((await here.people.traffic("view_submission"))[-1])
    await here.deliver()

    assert len(await here.people.dms(BEN)) == 1


@pytest.mark.parametrize("button", ["End", "Change", "Open"])
async def test_another_pair_is_out_of_reach(here: World, button: str) -> None:
    """A button that comes back with the id of other people's pair is refused as if there were none."""
    await agreed(here, ANA, BEN)
    theirs = await agreed(here, CLEO, DEV)
    await here.people.command(ANA, "/growth 1on1")
    await here.people.press(ANA, None, button)
    pressed = (await here.people.traffic("block_actions"))[-1]
    forged = {**pressed.request["actions"][0], "value": f'{{"pair":"{theirs.id}"}}'}

    await here.people.send(pressed, actions=[forged])

    shown = (await here.people.screen(ANA)).words
    assert "cleo" not in shown
    assert "dev" not in shown
    assert (await stored(here, theirs.id)).state is PairState.ACTIVE

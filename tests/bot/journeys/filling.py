"""A form filled in and about to be sent, and what came back."""

import copy
from typing import Any

from playground.seen import Reply, View
from playground.traffic import Entry
from tests.bot.journeys.forms import Answers, Form
from tests.bot.journeys.kept import shown
from tests.stored import SCREENS, Stored, stored
from tests.world import World


async def filled(here: World, form: Form) -> Entry:
    """The submission that is about to be sent: the form is open and filled in, and not yet told of."""
    await form.opens(here)
    for name, value in form.fill.items():
        await here.people.choose(form.by, place_in(await shown(here, form.by), name), value)
    view = dict((await shown(here, form.by)).json)
    assert view["callback_id"] == form.view
    del view["errors"]
    team = {"id": here.slack.team_id, "domain": "playground"}
    user = {"id": form.by, "username": form.by.casefold(), "team_id": here.slack.team_id}
    payload = {"type": "view_submission", "user": user, "team": team, "trigger_id": "1.2.3", "view": view}
    return Entry(
        number=0,
        at=0,
        kind="delivery",
        name="view_submission",
        request=payload,
        answer=None,
        status=None,
        seconds=0,
    )


def place_in(view: View, name: str) -> str:
    """The block of a field, whatever its round."""
    blocks = [field.block_id for field in view.fields if field.block_id.partition("~")[0] == name]
    return blocks[0] if blocks else name


def answering(entry: Entry, answers: Answers) -> dict[str, Any]:
    """The view of a submission with other answers in some of its fields."""
    view = copy.deepcopy(entry.request["view"])
    for block, actions in view["state"]["values"].items():
        for answer in actions.values():
            answer.update(answers.get(block.partition("~")[0], {}))
    return dict(view)


def errors_at(reply: Reply) -> dict[str, str]:
    """The sentences of an answer, by field."""
    found = (reply.body or {}).get("errors") or {}
    return {block.partition("~")[0]: sentence for block, sentence in found.items()}


def is_unforeseen(reply: Reply) -> bool:
    """Whether Trellis had no answer of its own."""
    return not reply.acked or "Something went wrong on our side" in str(reply.body)


async def held(here: World) -> Stored:
    """All that the store holds, but for what is to be shown to whom."""
    return await stored(here.bot.deps.database, but=SCREENS)

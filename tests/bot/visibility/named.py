"""Who is named to read in the company of visibility: for now, until a day that is over, and until an end.

And the one thing that was shown to a People lead.
"""

from __future__ import annotations

from datetime import timedelta

from storage.choices import ConcernKind, Shown
from storage.concerns import add_concern
from storage.kudos import add_kudos
from storage.readers import add_named_reader, show_things
from storage.records import ShownThing
from storage.session import Workspace
from tests.bot.visibility.company import FORMER, GIVER, LEAD, NOBODY, READER, SAM, noon
from tests.bot.visibility.offered import Words
from tests.storage.builders import DAY, NOON, some_kudos
from tests.storage.named import some_concern, some_naming

EVERYTHING = {
    Shown.NOTE: ("e_private", "e_shared", "e_former"),
    Shown.FEEDBACK: ("b_open", "b_former"),
    Shown.DIRECTION: (SAM,),
    Shown.GOAL: ("g_private", "g_shared", "g_former"),
    Shown.SUMMARY: ("s_own", "s_joint", "s_former"),
}
"""What stands under the namings that are over; under the one that holds, what no former manager had."""


async def show(workspace: Workspace, named: Words) -> None:
    """Sam names three people to read, two of whom read no more."""
    for_all = {"notes": True, "plan": True, "summaries": True, "level": True}
    until = noon(named.words) + timedelta(hours=12)
    for naming in (
        some_naming(id=named.id, of=SAM, to=READER, ends_at=until, **for_all),
        some_naming(id="y_over", of=SAM, to=FORMER, named_at=NOON - 9 * DAY, ends_at=NOON - DAY, **for_all),
        some_naming(id="y_ended", of=SAM, to=NOBODY, ended_at=NOON - DAY, **for_all),
    ):
        await add_named_reader(workspace, naming)
        await show_things(
            workspace,
            [
                ShownThing(naming_id=naming.id, kind=kind, thing_id=thing)
                for kind, things in EVERYTHING.items()
                for thing in things
                if naming.id != named.id or not thing.endswith("former")
            ],
        )


async def raise_to(workspace: Workspace, secret: Words) -> None:
    """Sam was thanked in a way that he showed to a People lead; he took another thing back."""
    thanks = some_kudos(id="k_shown", giver=GIVER, receiver=SAM, text=secret.words, is_public=False)
    await add_kudos(workspace, thanks)
    for concern in (
        some_concern(id=secret.id, of=SAM, to=LEAD, kind=ConcernKind.KUDOS, thing_id="k_shown"),
        some_concern(id="z_back", of=SAM, to=LEAD, thing_id="b_two", taken_back_at=NOON),
    ):
        await add_concern(workspace, concern)

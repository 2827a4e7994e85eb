"""Who is named to read in the company of visibility: for now, until a day that is over, and until an end."""

from __future__ import annotations

from datetime import timedelta

from storage.choices import Shown
from storage.readers import add_named_reader, show_things
from storage.records import ShownThing
from storage.session import Workspace
from tests.bot.visibility.company import FORMER, NOBODY, READER, SAM, noon
from tests.bot.visibility.offered import Words
from tests.storage.builders import DAY, NOON
from tests.storage.named import some_naming

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

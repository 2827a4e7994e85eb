"""What is asked of the storage of named readers, and what stands in both workspaces of it."""

from __future__ import annotations

from storage import concerns, readers, summaries
from storage.choices import Shown
from storage.records import ShownThing
from storage.session import Workspace
from tests.storage.asking import call
from tests.storage.builders import NOON, U1, U2, U3, some_sight
from tests.storage.named import some_concern, some_naming

_UNDER = some_sight(of=U2, to=U3, namings=frozenset({"y1"}))

READERS = (
    call(readers.add_named_reader, some_naming(id="y2", of=U2, to=U1)),
    call(readers.find_named_reader, "y1"),
    call(readers.find_named_reader, "y9"),
    *(call(readers.readers_named_by, person) for person in (U1, U2)),
    *(call(readers.namings_of, person) for person in (U1, U3)),
    call(readers.end_named_reader, "y1", NOON),
    call(readers.show_things, [ShownThing(naming_id="y1", kind=Shown.GOAL, thing_id="g1")]),
    *(call(readers.shown_readers, kind, ["e1", "s1"]) for kind in (Shown.NOTE, Shown.SUMMARY)),
    call(summaries.joint_summaries_of, some_sight(of=U2, to=U2)),
    call(summaries.joint_summaries_of, _UNDER),
    call(concerns.add_concern, some_concern(id="z2")),
    call(concerns.find_concern, "z1"),
    call(concerns.find_concern, "z9"),
    call(concerns.concerns_of, U1),
    call(concerns.mark_concern_opened, "z1", NOON),
    call(concerns.take_concern_back, "z1", NOON),
)


async def settle_our_readers(here: Workspace) -> None:
    """One member named another, and shows them a note; one showed something to a People lead."""
    await concerns.add_concern(here, some_concern())
    await readers.add_named_reader(here, some_naming(of=U2))
    await readers.show_things(here, [ShownThing(naming_id="y1", kind=Shown.NOTE, thing_id="e1")])


async def settle_their_readers(there: Workspace) -> None:
    """The same ids, for more, and a ninth beside."""
    for name in ("z1", "z9"):
        await concerns.add_concern(there, some_concern(id=name, opened_at=NOON))
    await readers.add_named_reader(there, some_naming(of=U2, notes=True, level=True))
    await readers.add_named_reader(there, some_naming(id="y9", of=U1, to=U2))
    for kind, thing in ((Shown.NOTE, "e1"), (Shown.NOTE, "e9"), (Shown.SUMMARY, "s1")):
        await readers.show_things(there, [ShownThing(naming_id="y1", kind=kind, thing_id=thing)])

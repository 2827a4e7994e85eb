"""What is asked of the storage of 1:1s' words and promises, and what stands in both workspaces of it."""

from __future__ import annotations

from storage import commitments, talks
from storage.choices import CommitmentEnd
from storage.session import Workspace
from tests.storage.asking import call
from tests.storage.builders import DAY, NOON, TODAY, U1, U2
from tests.storage.talked import some_commitment, some_private_note, some_talk

TALKS = (
    call(talks.find_talk, "a1", TODAY + DAY),
    call(talks.find_talk, "a1", TODAY),
    call(talks.find_private_note, "a1", TODAY, U1),
    call(talks.find_private_note, "a1", TODAY + DAY, U1),
    call(talks.written_days, "a1", U1),
    call(talks.put_talk, some_talk(on=TODAY + 2 * DAY)),
    call(talks.put_talk, some_talk(agenda="Another", version=1)),
    call(talks.put_private_note, some_private_note(text="Another", version=1)),
    call(commitments.add_commitment, some_commitment(id="w2")),
    call(commitments.find_commitment, "w1"),
    call(commitments.find_commitment, "w9"),
    call(commitments.change_commitment, some_commitment(id="w1", text="Another")),
    call(commitments.open_commitments, "a1"),
    call(commitments.own_open_commitments, U1),
    call(commitments.open_counts, ("a1", "a9")),
)


async def settle_our_talks(here: Workspace) -> None:
    """One 1:1 that two wrote for, and a promise of the other."""
    await talks.put_talk(here, some_talk())
    await talks.put_private_note(here, some_private_note(person_id=U2))
    await commitments.add_commitment(here, some_commitment(owner_id=U2))


async def settle_their_talks(there: Workspace) -> None:
    """The same ids and more, with promises open and kept."""
    for day in (TODAY, TODAY + DAY):
        await talks.put_talk(there, some_talk(on=day, agenda="Theirs"))
        await talks.put_private_note(there, some_private_note(on=day, text="Theirs"))
    ended = {"end": CommitmentEnd.KEPT, "ended_at": NOON}
    await commitments.add_commitment(there, some_commitment(text="Theirs"))
    await commitments.add_commitment(there, some_commitment(id="w8", text="Theirs", **ended))
    await commitments.add_commitment(there, some_commitment(id="w9", pair_id="a9", text="Theirs"))

"""What was brought from past reviews, and what is offered as an example, in the company of visibility."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from storage.choices import OfferState
from storage.offers import mark_agreed, put_offer
from storage.past_notes import add_past_note
from storage.session import Workspace
from tests.storage import builders

NOTES = ("e_private", "e_shared", "e_former")
STATES = (OfferState.ASKED, OfferState.PROPOSED, OfferState.TAKEN)


class Words(Protocol):
    """A thing with words of its own."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def words(self) -> str:
        """What stands in it alone."""


async def bring(workspace: Workspace, owners: Mapping[Words, str]) -> None:
    """What was written of each in a review before, by somebody who is named in it."""
    for secret, owner in owners.items():
        past = builders.some_past_note(
            id=secret.id, of=owner, text=secret.words, author="tim", skill=None, source=None
        )
        await add_past_note(workspace, past)


async def offer(workspace: Workspace, author: str, secrets: Sequence[Words], named: Sequence[str]) -> None:
    """Texts that somebody offers: one is asked about, one agreed to by all who are named in it, one taken."""
    for secret, note, state in zip(secrets, NOTES, STATES, strict=True):
        is_asked = state is OfferState.ASKED
        made = builders.some_offer(
            id=secret.id,
            of=author,
            evidence_id=note,
            competency="engineering/design",
            behaviour="sketches-first",
            text=secret.words,
            state=state,
            asked=tuple(named) if is_asked else (named[0],),
        )
        await put_offer(workspace, made)
        if not is_asked:
            await mark_agreed(workspace, made.id, named[0], builders.NOON)

"""What is asked of the storage of suggested skills and hints, and what stands in both workspaces of it."""

from __future__ import annotations

from storage import suggestions
from storage.session import Workspace
from tests.storage.asking import call
from tests.storage.builders import U1, U2

SKILL, OTHER = "engineering/design", "shared/delivery"

SUGGESTIONS = (
    call(suggestions.add_taught, U1, [SKILL, OTHER], [-1, 7], is_public=True),
    call(suggestions.taught_to, U1, [SKILL, OTHER], [-1, 7, 8], sees_public=True),
    call(suggestions.taught_to, U2, [SKILL, OTHER], [-1, 7, 8], sees_public=False),
    call(suggestions.forget_taught, U1),
    call(suggestions.has_hidden_hints, U1),
    call(suggestions.has_hidden_hints, U2),
    call(suggestions.set_hints, U1, hidden=False),
    call(suggestions.set_hints, U2, hidden=True),
)


async def settle_our_suggestions(here: Workspace) -> None:
    """Something that one taught, who wants no hints."""
    await suggestions.add_taught(here, U1, [SKILL], [-1, 7], is_public=False)
    await suggestions.set_hints(here, U1, hidden=True)


async def settle_their_suggestions(there: Workspace) -> None:
    """The same and more, of both and for all to see."""
    for person in (U1, U2):
        await suggestions.add_taught(there, person, [SKILL, OTHER], [-1, 7, 8], is_public=True)
        await suggestions.set_hints(there, person, hidden=True)

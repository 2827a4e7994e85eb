"""Feedback and questions for it, in the company of visibility."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from storage.asks import add_ask
from storage.feedback import add_feedback
from storage.records import FrozenReader
from storage.session import Workspace
from tests.bot.visibility.offered import Words
from tests.storage import builders, fed


async def give(
    workspace: Workspace,
    author: str,
    secrets: Sequence[Words],
    receivers: Mapping[str, str],
    readers: Mapping[str, tuple[FrozenReader, ...]],
    replies: Mapping[str, Words],
) -> None:
    """One person tells others what to carry on with; some of them answer."""
    for secret in secrets:
        reply = replies.get(secret.id)
        given = fed.some_feedback(
            id=secret.id,
            author=author,
            receiver=receivers[secret.id],
            situation=None,
            carry_on=secret.words,
            readers=readers.get(secret.id, ()),
            reply=reply.words if reply else None,
            replied_at=builders.NOON if reply else None,
        )
        await add_feedback(workspace, given)


async def ask(workspace: Workspace, people: Mapping[Words, tuple[str, ...]]) -> None:
    """Each question is put by the first to the rest."""
    for secret, (asker, *asked) in people.items():
        await add_ask(workspace, fed.some_ask(id=secret.id, by=asker, of=tuple(asked), question=secret.words))

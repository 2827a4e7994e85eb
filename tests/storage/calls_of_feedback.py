"""What is asked of the storage of feedback and its questions, and what stands in both workspaces of it."""

from __future__ import annotations

from datetime import datetime

from storage import asks, feedback
from storage.choices import AskState
from storage.session import Workspace
from tests.storage.asking import call
from tests.storage.builders import AS_MANAGER, DAY, NOON, U1, U2, U3, as_manager, some_sight
from tests.storage.fed import some_ask, some_feedback

_EVER = datetime.min.replace(tzinfo=NOON.tzinfo)
FEEDBACK = (
    call(feedback.add_feedback, some_feedback(id="b2", readers=(as_manager(U3),))),
    call(feedback.get_feedback, "b1"),
    call(feedback.get_feedback, "b9"),
    call(feedback.feedback_received, some_sight(of=U2, to=U2), since=_EVER),
    call(feedback.feedback_received, some_sight(of=U2, to=U3, readings=AS_MANAGER), since=_EVER),
    call(feedback.feedback_unread, U2),
    call(feedback.mark_feedback_read, "b1", NOON),
    call(feedback.reply_to_feedback, "b1", "So it was", NOON),
    call(feedback.mark_carry_on_kept, "b1", "e1"),
    call(feedback.mark_try_next_kept, "b1", "e1"),
    call(feedback.share_feedback, "b1", (as_manager(U3),)),
    call(asks.add_ask, some_ask(id="q2", of=(U2, U3))),
    call(asks.get_ask, "q1"),
    call(asks.get_ask, "q9"),
    call(asks.hold_asked, [U1, U2]),
    call(asks.asks_open_on, U2, NOON - DAY),
    call(asks.decide_asked, "q1", U2, AskState.DECLINED, "Not this week", NOON),
    call(asks.asks_open_by, U1, NOON - DAY),
    call(asks.withdraw_ask, "q1", NOON),
    call(asks.withdraw_asks_of, U1, NOON),
)


async def settle_our_feedback(here: Workspace) -> None:
    """Feedback that nobody opened, and a question that nobody answered."""
    await feedback.add_feedback(here, some_feedback())
    await asks.add_ask(here, some_ask())


async def settle_their_feedback(there: Workspace) -> None:
    """The same ids and a ninth of each, answered, shared and declined."""
    for name in ("1", "9"):
        given = some_feedback(id=f"b{name}", carry_on="Theirs", reply="Theirs", readers=(as_manager(U3),))
        await feedback.add_feedback(there, given)
        await asks.add_ask(there, some_ask(id=f"q{name}", question="Theirs", of=(U2, U3)))
    await asks.decide_asked(there, "q1", U2, AskState.DECLINED, "Theirs", NOON)

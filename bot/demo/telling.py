"""What people of the demo tell and ask each other between two."""

from bot.demo.acts import Act, person_of
from bot.deps import Deps
from bot.domain.asks import AskDraft
from bot.domain.feedback import FeedbackDraft
from bot.usecases.asks import ask_for_feedback
from bot.usecases.feedback import give_feedback
from bot.usecases.viewers import manager_of


def tells(
    author: str, receiver: str, seen: str, *, carry_on: str = "", try_next: str = "", skill: str | None = None
) -> Act:
    """Feedback for a colleague, between the two."""

    async def act(deps: Deps) -> None:
        async with deps.read() as workspace:
            manager_id = await manager_of(workspace, receiver)
        draft = FeedbackDraft(
            draft=deps.ids(),
            receiver_id=receiver,
            ask_id=None,
            situation=seen,
            carry_on=carry_on,
            try_next=try_next,
            effect="",
            skill=skill,
            is_open_to_manager=False,
            manager_id=manager_id,
        )
        await give_feedback(deps, await person_of(deps, author), draft)

    return act


def asks(asker: str, question: str, *people: str, skill: str | None = None) -> Act:
    """A question for feedback."""

    async def act(deps: Deps) -> None:
        draft = AskDraft(draft=deps.ids(), people=people, question=question, skill=skill, wanted_by=None)
        await ask_for_feedback(deps, await person_of(deps, asker), draft)

    return act

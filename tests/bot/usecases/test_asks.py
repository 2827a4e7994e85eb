"""At most three open questions on one person, whatever happens in which order (DESIGN 5.1)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.deps import Deps
from bot.domain.asks import MOST_OPEN, OPEN_FOR, AskDraft, open_since
from bot.domain.feedback import FeedbackDraft
from bot.errors import Invalid, NotAllowed
from bot.usecases.asks import ask_for_feedback, asks_waiting, decline_ask
from bot.usecases.feedback import give_feedback
from storage.asks import asks_open_on
from storage.people import put_person
from storage.records import Person
from tests.bot.usecases.breaking import BEN, company
from tests.storage.builders import NOON, some_person

LAWS: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}
"""Each example begins when all questions of the one before are over."""
ASKERS = tuple(f"U0M{at}" for at in range(6))
BETWEEN = timedelta(days=400)
numbers = count(1)
steps = st.lists(
    st.tuples(
        st.sampled_from(["ask", "ask", "ask", "answer", "decline", "wait"]),
        st.sampled_from(ASKERS),
        st.integers(1, 20),
    ),
    max_size=20,
)


@dataclass
class Model:
    """What should be open on Ben: each asker's last question, and when it was put."""

    now: datetime
    asked: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)

    @property
    def open(self) -> dict[str, str]:
        """The questions that wait for him, by asker."""
        return {
            asker: ask
            for asker, (ask, at) in self.asked.items()
            if self.now - at < OPEN_FOR and ask not in self.done
        }


@pytest.fixture
async def deps(sqlite_address: str) -> AsyncIterator[Deps]:
    """A company of six more, who all want something of Ben."""
    async with company(sqlite_address) as made:
        async with made.deps().write() as workspace:
            for one in ASKERS:
                await put_person(workspace, some(one))
        yield made.deps()


def some(person_id: str) -> Person:
    """The person who acts."""
    return some_person(id=person_id, name=person_id.lower())


async def ask(deps: Deps, model: Model, asker: str) -> None:
    """Taken while there is room and this asker waits for nothing; else refused for the one or the other."""
    draft = AskDraft(draft=str(next(numbers)), people=(BEN,), question="Why?", skill=None, wanted_by=None)
    if asker in model.open or len(model.open) >= MOST_OPEN:
        with pytest.raises(Invalid) as refused:
            await ask_for_feedback(deps, some(asker), draft)
        assert refused.value.key == ("asked_already" if asker in model.open else "asks_full")
        return
    await ask_for_feedback(deps, some(asker), draft)
    async with deps.read() as workspace:
        found = await asks_open_on(workspace, BEN, open_since(model.now))
    model.asked[asker] = next((one.id, model.now) for one in found if one.asker_id == asker)


async def decide(deps: Deps, model: Model, asker: str, *, answers: bool) -> None:
    """Answered or declined where it is open; what is over stays over."""
    if asker not in model.asked:
        return
    ask_id, was_open = model.asked[asker][0], asker in model.open
    try:
        if answers:
            await give_feedback(deps, some(BEN), _answer(ask_id))
        else:
            await decline_ask(deps, some(BEN), ask_id, "")
    except NotAllowed:
        assert not was_open
    else:
        assert was_open or not answers
    model.done |= {ask_id}


def _answer(ask_id: str) -> FeedbackDraft:
    return FeedbackDraft(
        draft=str(next(numbers)),
        receiver_id=None,
        ask_id=ask_id,
        situation="",
        carry_on="The list",
        try_next="",
        effect="",
        skill=None,
        is_open_to_manager=False,
        manager_id=None,
    )


@settings(max_examples=25, **LAWS)
@given(steps)
async def test_nobody_has_more_than_three(deps: Deps, story: list[tuple[str, str, int]]) -> None:
    """Whatever is asked, answered, declined and left to end, in any order: three at most are open, and a
    question is refused exactly where three are, or where its asker waits for an answer already."""
    model = Model(now=NOON + BETWEEN * next(numbers))
    for what, asker, days in story:
        here = replace(deps, today=lambda: model.now)
        if what == "wait":
            model.now += timedelta(days=days)
        elif what == "ask":
            await ask(here, model, asker)
        else:
            await decide(here, model, asker, answers=what == "answer")

        async with here.read() as workspace:
            waiting = {seen.asker.id: seen.ask.id for seen in await asks_waiting(workspace, here, BEN)}
        assert waiting == model.open
        assert len(waiting) <= MOST_OPEN

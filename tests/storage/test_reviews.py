"""The quarterly look at a framework."""

from dataclasses import replace

import pytest

from storage.choices import Verdict
from storage.errors import NotFound
from storage.records import FrameworkReview
from storage.reviews import (
    add_review,
    answers_of,
    close_review,
    get_review,
    put_answer,
    reviews_of_framework,
    reviews_of_owner,
)
from storage.session import Database, Workspace
from tests.storage.builders import DAY, NOON, OURS, U1, U2, at_once, some_answer, some_review


async def add_all(workspace: Workspace, *reviews: FrameworkReview) -> None:
    """Open reviews, one after the other."""
    for review in reviews:
        assert await add_review(workspace, review)


async def test_a_review_comes_back_as_it_was(store: Database) -> None:
    """A review is kept whole; one that is not there is NotFound."""
    async with store.write(OURS) as workspace:
        await add_review(workspace, some_review())

        assert await get_review(workspace, "r1") == some_review()
        with pytest.raises(NotFound, match="gone"):
            await get_review(workspace, "gone")


async def test_a_quarter_has_one_review_an_owner(store: Database) -> None:
    """An owner has one review of a framework in a quarter; another of any of the three is another review."""
    async with store.write(OURS) as workspace:
        await add_all(
            workspace,
            some_review(id="r1"),
            some_review(id="r2", owner=U2),
            some_review(id="r3", quarter="2026-q3"),
            some_review(id="r4", framework="product"),
        )

        assert not await add_review(workspace, some_review(id="r5"))


async def test_a_review_opens_once_at_once(store: Database) -> None:
    """Of many replicas that open the same review at the same moment, one does."""

    async def open_as(name: str) -> bool:
        async with store.write(OURS) as workspace:
            return await add_review(workspace, some_review(id=name))

    opened = await at_once(*(open_as(f"r{n}") for n in range(6)))

    assert (opened.count(True), opened.count(False)) == (1, 5)


async def test_open_reviews_wait_for_their_owner(store: Database) -> None:
    """An owner's list has the reviews that they have not closed, oldest first."""
    async with store.write(OURS) as workspace:
        await add_all(
            workspace,
            some_review(id="r2"),
            some_review(id="r1", quarter="2026-q1"),
            some_review(id="r3", quarter="2025-q4"),
            some_review(id="r4", owner=U2),
        )
        await close_review(workspace, "r3", NOON + DAY)

        assert [one.id for one in await reviews_of_owner(workspace, U1)] == ["r1", "r2"]
        assert await get_review(workspace, "r3") == some_review(
            id="r3", quarter="2025-q4", closed_at=NOON + DAY
        )


async def test_a_framework_shows_all_its_reviews(store: Database) -> None:
    """The reviews of a framework are those of all its owners, open or closed, newest first."""
    async with store.write(OURS) as workspace:
        await add_all(
            workspace,
            some_review(id="r1", closed_at=NOON),
            some_review(id="r2", owner=U2),
            some_review(id="r3", framework="product"),
        )

        assert [one.id for one in await reviews_of_framework(workspace, "engineering")] == ["r2", "r1"]


async def test_the_last_verdict_stands(store: Database) -> None:
    """A verdict on a skill overwrites the one before, comment and all; other skills and reviews stay."""
    second = replace(some_answer(), verdict=Verdict.REWORD, comment="Größer 🌱", answered_at=NOON + DAY)
    async with store.write(OURS) as workspace:
        await add_all(workspace, some_review(id="r1"), some_review(id="r2", owner=U2))
        await put_answer(workspace, some_answer(comment="Too broad"))
        await put_answer(workspace, some_answer(competency="clarity"))
        await put_answer(workspace, some_answer(review_id="r2"))
        await put_answer(workspace, second)

        assert await answers_of(workspace, "r1") == (some_answer(competency="clarity"), second)
        assert await answers_of(workspace, "r2") == (some_answer(review_id="r2"),)

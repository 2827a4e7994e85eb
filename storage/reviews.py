"""The quarterly look at a framework by each of its owners."""

from datetime import datetime

from sqlalchemy import and_

from storage import rows
from storage.records import FrameworkReview, ReviewAnswer
from storage.session import Workspace
from storage.tables import framework_reviews, review_answers


async def add_review(workspace: Workspace, review: FrameworkReview) -> bool:
    """Open a review; False where this owner has one for the quarter."""
    return (
        await rows.add_new(
            workspace, framework_reviews, [rows.values_of(workspace, framework_reviews, review)]
        )
        == 1
    )


async def get_review(workspace: Workspace, review_id: str) -> FrameworkReview:
    """A review by id; raises NotFound."""
    query = rows.of_workspace(workspace, framework_reviews).where(framework_reviews.c.id == review_id)
    return rows.record(FrameworkReview, await rows.get_row(workspace, query, "review", review_id))


async def reviews_of_owner(workspace: Workspace, owner_id: str) -> tuple[FrameworkReview, ...]:
    """A person's open reviews, oldest first."""
    mine = and_(framework_reviews.c.owner_id == owner_id, framework_reviews.c.closed_at.is_(None))
    query = rows.of_workspace(workspace, framework_reviews).where(mine).order_by(framework_reviews.c.id)
    return tuple(rows.record(FrameworkReview, row) for row in await rows.rows_of(workspace, query))


async def reviews_of_framework(workspace: Workspace, framework: str) -> tuple[FrameworkReview, ...]:
    """All reviews of a framework, newest first."""
    query = rows.of_workspace(workspace, framework_reviews).where(framework_reviews.c.framework == framework)
    found = await rows.rows_of(workspace, query.order_by(framework_reviews.c.id.desc()))
    return tuple(rows.record(FrameworkReview, row) for row in found)


async def put_answer(workspace: Workspace, answer: ReviewAnswer) -> None:
    """Keep an owner's verdict on a skill; a later one overwrites it."""
    await rows.put(workspace, review_answers, rows.values_of(workspace, review_answers, answer))


async def answers_of(workspace: Workspace, review_id: str) -> tuple[ReviewAnswer, ...]:
    """The verdicts of a review, by skill."""
    query = rows.of_workspace(workspace, review_answers).where(review_answers.c.review_id == review_id)
    found = await rows.rows_of(workspace, query.order_by(review_answers.c.competency))
    return tuple(rows.record(ReviewAnswer, row) for row in found)


async def close_review(workspace: Workspace, review_id: str, now: datetime) -> None:
    """The owner is done for this quarter."""
    await rows.change(workspace, framework_reviews, framework_reviews.c.id == review_id, closed_at=now)

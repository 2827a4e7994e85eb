"""The quarterly look at a framework: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_modal
from bot.usecases.reviews import answer_review, read_review, reviews_for
from bot.views import reviews as views
from bot.views.answers import unpack
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the nudge's buttons and to the form."""
    app.action(views.OPEN)(on_review_opened)
    app.action(views.LIST)(on_reviews_listed)
    app.view(views.FORM)(on_review_submitted)


async def on_review_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Open the form."""
    seen = await read_review(deps, actor, str(unpack(action.get("value")).get("review")))
    await slack.open_view(body["trigger_id"], views.review_form(seen).payload)
    await ack()


async def on_review_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save a page; the next one follows."""
    review_id, page = views.read_review_form(view)
    seen = await read_review(deps, actor, review_id)
    drafts = views.read_review_answers(view, seen, page)
    seen = await answer_review(deps, actor, review_id, page, drafts)
    if page + 1 < seen.pages:
        await ack(response_action="update", view=views.review_form(seen, page + 1).payload)
    else:
        await ack()


async def on_reviews_listed(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """What every owner said."""
    framework = str(unpack(action.get("value")).get("framework"))
    seen = await reviews_for(deps, actor, framework)
    await show_modal(slack, body, views.review_list(framework, seen))
    await ack()

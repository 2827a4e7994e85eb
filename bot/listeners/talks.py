"""The page of a 1:1: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import renew_modal, show_done, show_modal, turn_modal
from bot.usecases.commitments import answer_commitment, open_commitment, take_along, write_commitment
from bot.usecases.talks import Clash, PrivateClash, see_talk, write_private, write_talk
from bot.views import commitments as forms
from bot.views import talks as views
from bot.views.pairs import TALK
from bot.words import talks as words
from storage.choices import CommitmentEnd
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the page and to its forms."""
    app.action(TALK)(on_talk_opened)
    app.action(views.STEP)(on_talk_turned)
    app.action(views.WRITE)(on_writing_asked)
    app.action(views.WRITE_OWN)(on_own_asked)
    for action in (views.PROMISE, views.CHANGE):
        app.action(action)(on_promise_asked)
    for action in (views.KEPT, views.DROP):
        app.action(action)(on_promise_answered)
    app.action(views.TAKE_ALONG)(on_taken_along)
    app.view(views.FORM)(on_talk_submitted)
    app.view(views.OWN_FORM)(on_own_submitted)
    app.view(forms.FORM)(on_promise_submitted)


async def on_talk_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The page, from wherever somebody is."""
    seen = await see_talk(deps, actor, *views.read_talk(action))
    await show_modal(slack, body, views.talk_page(seen))
    await ack()


async def on_talk_turned(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """To the 1:1 before or after, in the place of the page."""
    seen = await see_talk(deps, actor, *views.read_talk(action))
    await renew_modal(slack, body["view"], views.talk_page(seen))
    await ack()


async def on_writing_asked(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The form of the agenda and the notes, in the place of the page."""
    seen = await see_talk(deps, actor, *views.read_talk(action))
    await turn_modal(slack, body, views.talk_form(seen))
    await ack()


async def on_own_asked(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The form of what somebody writes for themselves, in the place of the page."""
    seen = await see_talk(deps, actor, *views.read_talk(action))
    await turn_modal(slack, body, views.private_form(seen))
    await ack()


async def on_promise_asked(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The form of a promise, in the place of the page."""
    desk = await open_commitment(deps, actor, *forms.read_commitment(action))
    skill = forms.read_skill(action)
    form = forms.commitment_form(deps.ids(), desk.shown, desk.sheets, desk.commitment, skill)
    await turn_modal(slack, body, form)
    await ack()


async def on_promise_answered(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Kept, or let go: the page shows what is left."""
    end = CommitmentEnd.KEPT if action["action_id"] == views.KEPT else CommitmentEnd.DROPPED
    _, commitment = forms.read_commitment(action)
    await answer_commitment(deps, actor, commitment or "", end)
    await _show_again(deps, slack, actor, body, action)
    await ack()


async def on_taken_along(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Promises from 1:1s that ended go on here."""
    pair, _ = forms.read_commitment(action)
    await take_along(deps, actor, pair)
    await _show_again(deps, slack, actor, body, action)
    await ack()


async def on_talk_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save, or come back with the words of both."""
    done = await write_talk(deps, actor, views.read_talk_form(view))
    if isinstance(done, Clash):
        form = views.TalkForm(agenda=done.agenda, notes=done.notes, round=views.next_round(view))
        shown = views.talk_form(done.seen, form)
    else:
        shown = views.talk_page(done, words.SAVED)
    await ack(response_action="update", view=shown.payload)


async def on_own_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save what is one's own alone."""
    done = await write_private(deps, actor, views.read_private_form(view))
    if isinstance(done, PrivateClash):
        shown = views.private_form(done.seen, done.text, views.next_round(view))
    else:
        shown = views.talk_page(done, words.SAVED)
    await ack(response_action="update", view=shown.payload)


async def on_promise_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save a promise."""
    pair = await write_commitment(deps, actor, forms.read_commitment_form(view))
    seen = await see_talk(deps, actor, pair)
    await ack(response_action="update", view=views.talk_page(seen, words.SAVED).payload)


async def _show_again(
    deps: Deps, slack: Slack, actor: Person, body: Mapping[str, Any], action: Mapping[str, Any]
) -> None:
    seen = await see_talk(deps, actor, *views.read_talk(action))
    await show_done(slack, body.get("view") or {}, views.talk_page(seen, words.SAVED))

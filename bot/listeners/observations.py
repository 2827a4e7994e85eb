"""Observations: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.marking import skills_of
from bot.domain.ports import Slack
from bot.domain.texts import LONGEST, fitting
from bot.listeners.calls import Call
from bot.listeners.modals import renew_modal
from bot.usecases.observations import ObservationDesk, answer_observation, observe, open_observation
from bot.usecases.suggestions import find_hint, guess_skills, hide_hints
from bot.views import kit
from bot.views import observations as views
from bot.views.suggesting import sent, taken_skill
from bot.words import observations as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form, and to the answer."""
    for action in views.CHANGED:
        app.action(action)(on_observation_turned)
    app.view(views.FORM)(on_observation_submitted)
    app.view(views.READ)(on_answer_submitted)


async def on_observe_word(call: Call) -> kit.Message | None:
    """`/growth observe @report [text]`; what the form does not hold is said, since it is kept nowhere."""
    text, cut = fitting(call.text)
    desk = await open_observation(call.deps, call.actor, call.person_id)
    form = _form(desk, call.deps.ids(), call.person_id, text)
    await call.show(views.observation_form(form))
    return kit.message(words.cut(cut, LONGEST)) if cut else None


async def on_observation_turned(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Another report or other skills: the rest of the form follows."""
    view, pressed = body["view"], action["action_id"]
    draft = views.read_observation_form(view)
    if pressed == views.NO_HINTS:
        await hide_hints(deps, actor)
    form = _form(await open_observation(deps, actor, draft.report_id), draft.draft, draft.report_id)
    form = views.turned(form, view, pressed, taken_skill(action))
    form = replace(form, hint=await find_hint(deps, actor, draft.text))
    if views.asks(view, pressed):
        form = replace(form, guess=await guess_skills(deps, actor, skills_of(form.sheets), draft.text))
    await renew_modal(slack, view, views.observation_form(form))
    await ack()


async def on_observation_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Send."""
    draft = views.read_observation_form(view)
    report = await observe(deps, actor, draft)
    shown = sent(words.sent(report.name), await find_hint(deps, actor, draft.text))
    await ack(response_action="update", view=shown.payload)


async def on_answer_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Send my answer."""
    evidence_id, reply, draft = views.read_answer(view)
    seen = await answer_observation(deps, actor, evidence_id, reply, draft)
    page = views.observation_page(seen, draft, words.answer_sent(seen.author.name))
    await ack(response_action="update", view=page.payload)


def _form(desk: ObservationDesk, draft: str, named_id: str | None, text: str = "") -> views.ObservationForm:
    return views.ObservationForm(
        draft=draft,
        reports=desk.reports,
        report=desk.report,
        sheets=desk.sheets,
        today=desk.today,
        text=text,
        is_not_theirs=named_id is not None and desk.report is None,
    )

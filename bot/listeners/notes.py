"""Notes: from Slack's doors to the use-cases and back.

What a message gives to a note: its address always; its words only where the taker wrote them. Other
people's words are never copied, from wherever, so nobody has to ask which channel was private.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.marking import skills_of
from bot.domain.notes import NoteDraft
from bot.domain.ports import Slack
from bot.domain.texts import LONGEST, fitting
from bot.listeners.calls import Call
from bot.listeners.messages import taken_message
from bot.listeners.modals import renew_modal, show_done, show_modal
from bot.usecases.notes import NoteDesk, open_note, read_evidence, share_note, take_message, write_note
from bot.usecases.past_notes import open_past_note, open_past_notes
from bot.usecases.receipts import ManagerChanged
from bot.usecases.suggestions import guess_skills
from bot.views import kit
from bot.views import notes as views
from bot.views.answers import unpack
from bot.views.observations import page_of
from bot.views.past_notes import KEEP as KEEP_PAST
from bot.views.past_notes import past_notes_page
from bot.views.suggesting import taken_skill
from bot.words import notes as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form, the shortcuts that open it, and the page of one piece."""
    app.shortcut("write_note")(on_note_shortcut)
    app.shortcut("save_as_note")(on_save_as_note)
    for action in views.CHANGED:
        app.action(action)(on_note_turned)
    app.view(views.FORM)(on_note_submitted)
    app.action(KEEP_PAST)(on_past_note_kept)
    app.action(views.OPEN)(on_evidence_opened)
    app.action(views.SHARE)(on_evidence_shared)


async def on_note_word(call: Call) -> kit.Message | None:
    """`/growth note [text]`; what a note does not hold is said, since it is kept nowhere."""
    text, cut = fitting(call.text)
    desk = await open_note(call.deps, call.actor)
    form = _form(desk, call.deps.ids(), text=text, cut=cut)
    await call.show(views.note_form(form))
    return kit.message(words.cut(cut, LONGEST)) if cut else None


async def on_note_shortcut(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """*Write a note*, from anywhere."""
    form = _form(await open_note(deps, actor), deps.ids())
    await slack.open_view(body["trigger_id"], views.note_form(form).payload)
    await ack()


async def on_save_as_note(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """*Save as note*, upon a message."""
    taken = await take_message(deps, actor, taken_message(body))
    text, cut = fitting(taken.text)
    form = _form(await open_note(deps, actor), deps.ids(), text=text, cut=cut)
    form = views.about_message(form, taken.link, taken.day)
    await slack.open_view(body["trigger_id"], views.note_form(form).payload)
    await ack()


async def on_note_turned(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """More, other skills, or another reach: the rest of the form follows."""
    turn = views.read_note_turn(body["view"], action["action_id"], taken_skill(action))
    form = views.turned(await _begun(deps, actor, turn.draft), turn)
    if turn.asks:
        guess = await guess_skills(deps, actor, skills_of(form.sheets), turn.draft.text)
        form = replace(form, guess=guess)
    await renew_modal(slack, body["view"], views.note_form(form))
    await ack()


async def on_note_submitted(
    ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Save; of a note from a past review, the list that the form lies on shows what is left."""
    draft = views.read_note_form(view)
    try:
        await write_note(deps, actor, draft)
    except ManagerChanged:
        form = replace(await _begun(deps, actor, draft), is_manager_new=True)
        shown = views.note_form(views.turned(form, views.read_note_turn(view, "")))
        await ack(response_action="update", view=shown.payload)
    else:
        if draft.past is not None and view.get("previous_view_id"):
            left = past_notes_page(await open_past_notes(deps, actor))
            await show_done(slack, {"id": view["previous_view_id"]}, left)
        await ack()


async def on_evidence_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Read one piece."""
    seen = await read_evidence(deps, actor.id, _evidence_id(action))
    await show_modal(slack, body, page_of(seen, deps.ids()))
    await ack()


async def on_evidence_shared(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Let the manager read one piece."""
    view, evidence_id, told = body["view"], _evidence_id(action), None
    try:
        seen = await share_note(deps, actor, evidence_id, unpack(action.get("value")).get("manager"))
    except ManagerChanged:
        seen = await read_evidence(deps, actor.id, evidence_id)
        told = words.share_manager_changed(seen.to_share_with.name if seen.to_share_with else None)
    await show_done(slack, view, page_of(seen, deps.ids(), told))
    await ack()


async def on_past_note_kept(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Keep a note from a past review: the form begins with what was brought."""
    begun = await open_past_note(deps, actor, str(unpack(action.get("value")).get("past") or ""))
    form = _form(await open_note(deps, actor), deps.ids())
    form = views.of_past(form, begun.note, begun.skills, begun.showed)
    await show_modal(slack, body, views.note_form(form))
    await ack()


async def _begun(deps: Deps, actor: Person, draft: NoteDraft) -> views.NoteForm:
    """The form as it began, whose text is already in its box."""
    form = _form(await open_note(deps, actor), draft.draft)
    if draft.past is None:
        return form
    begun = await open_past_note(deps, actor, draft.past)
    return replace(views.of_past(form, begun.note, (), ()), text="")


def _evidence_id(action: Mapping[str, Any]) -> str:
    return str(unpack(action.get("value")).get("evidence") or "")


def _form(desk: NoteDesk, draft: str, *, text: str = "", cut: int | None = None) -> views.NoteForm:
    return views.NoteForm(
        draft=draft,
        manager=desk.manager,
        sheets=desk.sheets,
        today=desk.today,
        is_shared=desk.is_shared,
        named=desk.named,
        text=text,
        cut=cut,
    )

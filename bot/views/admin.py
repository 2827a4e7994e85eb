"""The settings of People leads, and the reader of what they filled in."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.admin import AdminDesk, AdminDraft
from bot.domain.holidays import holidays_text
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.views.beginning import ADD
from bot.views.counts import counts_button
from bot.words import admin as words
from bot.words import beginning
from bot.words import privacy as privacy_words

FORM = "admin_form"


def admin_form(draft: str, desk: AdminDesk, proposals: Sequence[kit.Block]) -> kit.Modal:
    """The form; above it what to know, below it what to look at."""
    blocks = [
        *([kit.section(words.NEW_LEAD)] if desk.is_new_lead else []),
        *_rollout(desk),
        *_leads(desk),
        _channel(desk),
        _holidays(desk),
        *_levels(desk, proposals),
        *_frameworks(desk),
        *_acts(desk),
    ]
    return kit.modal(
        FORM,
        words.TITLE,
        blocks,
        submit=words.SAVE,
        close=words.CLOSE,
        private_metadata=pack(draft=draft, channel=desk.channel),
    )


def read_admin_form(view: Mapping[str, Any]) -> AdminDraft:
    """What was chosen."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    return AdminDraft(
        draft=str(known.get("draft") or ""),
        add=answers.people("add"),
        remove=answers.people("remove"),
        lead=answers.person("lead"),
        unlead=answers.chosen("unlead"),
        channel=answers.channel("channel"),
        known_channel=known.get("channel"),
        holidays=answers.text("holidays"),
    )


def channel_tried() -> kit.Message:
    """For the eyes of who chose the channel: it shows that Trellis may write there."""
    return kit.message(words.CHANNEL_TRIED)


def saved() -> kit.Modal:
    """In the place of the form."""
    return kit.modal("notice", words.SAVED_TITLE, [kit.section(words.SAVED)], close=words.CLOSE)


def _rollout(desk: AdminDesk) -> list[kit.Block]:
    add = kit.multi_user_select("admin_add", placeholder=words.ADD_PLACEHOLDER)
    blocks = [
        kit.header(words.ROLLOUT),
        kit.section(words.switched_on([person.name for person in desk.members], desk.people)),
        kit.context(words.ROLLOUT_HINT),
        kit.input_block("add", words.ADD, add, hint=words.ADD_HINT, optional=True),
    ]
    if desk.members:
        remove = kit.multi_user_select("admin_remove", placeholder=words.ADD_PLACEHOLDER)
        blocks.append(kit.input_block("remove", words.REMOVE, remove, hint=words.REMOVE_HINT, optional=True))
    return blocks


def _leads(desk: AdminDesk) -> list[kit.Block]:
    add = kit.user_select("admin_lead", placeholder=words.LEAD_PLACEHOLDER)
    blocks = [
        kit.header(words.ROLES),
        kit.section(words.leads([person.name for person in desk.leads])),
        kit.input_block("lead", words.LEAD, add, hint=words.LEAD_HINT, optional=True),
    ]
    options = [kit.option(person.id, person.name) for person in desk.leads]
    menu = kit.select("admin_unlead", options, placeholder=words.LEAD_PLACEHOLDER)
    return [*blocks, kit.input_block("unlead", words.UNLEAD, menu, optional=True)]


def _channel(desk: AdminDesk) -> kit.Block:
    menu = kit.channel_select("admin_channel", initial=desk.channel, placeholder=words.CHANNEL_PLACEHOLDER)
    return kit.input_block("channel", words.CHANNEL, menu, hint=words.CHANNEL_HINT, optional=True)


def _holidays(desk: AdminDesk) -> kit.Block:
    known = holidays_text(desk.holidays)
    box = kit.text_box(
        "admin_holidays", multiline=True, initial=known, placeholder=words.HOLIDAYS_PLACEHOLDER
    )
    return kit.input_block("holidays", words.HOLIDAYS, box, hint=words.HOLIDAYS_HINT, optional=True)


def _levels(desk: AdminDesk, proposals: Sequence[kit.Block]) -> list[kit.Block]:
    waiting = [kit.context(words.PROPOSALS_HINT), *proposals] if proposals else []
    placed = kit.section(words.placed(desk.placed, desk.people))
    return [kit.header(words.LEVELS), placed, kit.actions(counts_button(), block_id="counts"), *waiting]


def _frameworks(desk: AdminDesk) -> list[kit.Block]:
    lines = [words.framework(one.title, one.version, one.owners) for one in desk.frameworks]
    shown = kit.bullets(lines) if lines else kit.section(words.NO_FRAMEWORKS)
    return [kit.header(words.FRAMEWORKS), shown, kit.actions(kit.button(ADD, beginning.ADD))]


def _acts(desk: AdminDesk) -> list[kit.Block]:
    lines = [privacy_words.done(one) for one in desk.acts]
    return [kit.header(words.ACTS), kit.bullets(lines)] if lines else []

"""The two forms with which a People lead sets Trellis up, and their readers."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.admin import AdminDraft, FrameworkDraft
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.words import beginning as words
from frameworks.model import Framework

FRAMEWORK_FORM, TEAM_FORM = "framework_form", "team_form"
ADD = "framework_add"


def framework_form(draft: str, offered: Sequence[Framework], lead_id: str) -> kit.Modal:
    """Which framework to begin with, and who looks after it."""
    options = [
        kit.option(one.id, one.title, words.offered(len(one.competencies), len(one.levels)))
        for one in offered
    ]
    if not options:
        return kit.modal(
            FRAMEWORK_FORM, words.FRAMEWORK_TITLE, [kit.section(words.NONE_LEFT)], close=words.CLOSE
        )
    blocks = [
        kit.input_block(
            "framework",
            words.FRAMEWORK,
            kit.one_of("framework_choice", options),
            hint=words.FRAMEWORK_HINT,
        ),
        kit.input_block(
            "owner",
            words.OWNER,
            kit.user_select("framework_owner", initial=lead_id),
            hint=words.OWNER_HINT,
        ),
    ]
    return kit.modal(
        FRAMEWORK_FORM,
        words.FRAMEWORK_TITLE,
        blocks,
        submit=words.FRAMEWORK_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(draft=draft),
    )


def read_framework_form(view: Mapping[str, Any]) -> FrameworkDraft:
    """What was chosen."""
    answers = Answers.of(view)
    return FrameworkDraft(
        draft=str(unpack(view.get("private_metadata")).get("draft") or ""),
        framework=answers.chosen("framework"),
        owner_id=answers.person("owner"),
    )


def team_form(draft: str, channel: str | None) -> kit.Modal:
    """For whom Trellis is switched on first; and where public kudos go, while that is open."""
    people = kit.multi_user_select("team_people", placeholder=words.TEAM_PLACEHOLDER)
    place = kit.channel_select("team_channel", placeholder=words.CHANNEL_PLACEHOLDER)
    where = kit.input_block("channel", words.CHANNEL, place, hint=words.CHANNEL_HINT, optional=True)
    return kit.modal(
        TEAM_FORM,
        words.TEAM_TITLE,
        [
            kit.input_block("add", words.TEAM, people, hint=words.TEAM_HINT),
            *([] if channel else [where]),
            kit.context(words.team_consequence()),
        ],
        submit=words.TEAM_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(draft=draft, channel=channel),
    )


def read_team_form(view: Mapping[str, Any]) -> AdminDraft:
    """What was chosen, as a change of the settings."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    channel = known.get("channel")
    return AdminDraft(
        draft=str(known.get("draft") or ""),
        add=answers.people("add"),
        remove=(),
        lead=None,
        unlead=None,
        channel=answers.channel("channel") or channel,
        known_channel=channel,
    )

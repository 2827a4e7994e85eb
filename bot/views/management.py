"""The form of who manages whom, its reader, and the questions and answers about it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.ties import Claim, ManagerDraft, TieSeen
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.words import management as words

FORM = "manager_form"
YES, NO, END = "manager_yes", "manager_no", "manager_end"


def manager_form(
    draft: str, other_id: str | None, known: Sequence[kit.Block], claim: Claim | None = None
) -> kit.Modal:
    """The form, above it the ties that hold or wait; `claim` is what is most likely meant."""
    chooser = kit.user_select("manager_other", initial=other_id, placeholder=words.OTHER_HINT)
    options = [kit.option(Claim.MY_MANAGER, words.MY_MANAGER), kit.option(Claim.MY_REPORT, words.MY_REPORT)]
    blocks = [
        *known,
        kit.input_block("other", words.OTHER, chooser),
        kit.input_block("claim", words.CLAIM, kit.radio("manager_claim", options, initial=claim)),
        kit.context(words.receipt()),
    ]
    return kit.modal(
        FORM,
        words.FORM_TITLE,
        blocks,
        submit=words.FORM_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(draft=draft),
    )


def read_manager_form(view: Mapping[str, Any]) -> ManagerDraft:
    """What was chosen."""
    answers = Answers.of(view)
    claim = answers.chosen("claim")
    return ManagerDraft(
        draft=str(unpack(view.get("private_metadata")).get("draft") or ""),
        other_id=answers.person("other"),
        claim=Claim(claim) if claim in set(Claim) else None,
    )


def tie_blocks(seen: TieSeen, viewer_id: str) -> list[kit.Block]:
    """A tie that holds, with a way to end it."""
    is_other_manager = seen.manager.id != viewer_id
    end = kit.button(END, words.END, pack(tie=seen.tie.id), confirm=_sure(seen.other(viewer_id).name))
    line = words.line(seen.other(viewer_id).name, is_other_manager=is_other_manager)
    return [kit.section(line, accessory=end)]


def question_blocks(seen: TieSeen, viewer_id: str, delivery: str | None = None) -> list[kit.Block]:
    """A tie that waits: its question for the side that was asked, a line for the one who asked."""
    other = seen.other(viewer_id)
    if seen.tie.asked_by == viewer_id:
        take_back = kit.button(END, words.TAKE_BACK, pack(tie=seen.tie.id))
        return [kit.section(words.waiting_line(other.name), accessory=take_back)]
    is_asker_manager = seen.manager.id == other.id
    value = pack(tie=seen.tie.id, delivery=delivery)
    return [
        kit.section(words.asked(other.name, is_asker_manager=is_asker_manager)),
        kit.actions(
            kit.button(YES, words.YES, value, style="primary"),
            kit.button(NO, words.NO, value),
            block_id=f"tie-{seen.tie.id}",
        ),
        kit.context(words.asked_consequence(is_asker_manager=is_asker_manager)),
    ]


def asked_message(seen: TieSeen, asked_id: str, delivery: str) -> kit.Message:
    """The question as a message."""
    other = seen.other(asked_id)
    said = words.asked(other.name, is_asker_manager=seen.manager.id == other.id)
    return kit.message(said, question_blocks(seen, asked_id, delivery))


def told_message(seen: TieSeen, delivery: str) -> kit.Message:
    """To the report of an imported tie."""
    said = words.told(seen.manager.name)
    wrong = kit.button(END, words.NOT_RIGHT, pack(tie=seen.tie.id, delivery=delivery))
    return kit.message(said, [kit.section(said), kit.actions(wrong), kit.context(words.told_consequence())])


def answered_message(seen: TieSeen, asker_id: str, *, agreed: bool) -> kit.Message:
    """To who asked."""
    other = seen.other(asker_id)
    return kit.message(
        words.answered(other.name, agreed=agreed, is_other_manager=seen.manager.id == other.id)
    )


def _sure(name: str) -> kit.Confirm:
    return kit.confirm(words.SURE_TITLE, words.sure(name), words.END, words.KEEP)

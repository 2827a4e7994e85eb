"""The form of the quarterly look, its reader, the nudge, and the list of what was said."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.reviews import PAGE_SKILLS, AnswerDraft, ReviewSeen
from bot.domain.texts import LONGEST
from bot.views import kit
from bot.views.answers import Answers, number, pack, unpack
from bot.views.counts import counts_button
from bot.words import checks as check_words
from bot.words import reviews as words
from frameworks.model import Competency
from storage.choices import Verdict
from storage.records import ReviewAnswer

FORM = "review_form"
OPEN, LIST = "review_open", "review_list"


def review_form(seen: ReviewSeen, page: int = 0) -> kit.Modal:
    """One page of skills, with what was said before."""
    skills = _page(seen, page)
    said = {answer.competency: answer for answer in seen.answers}
    blocks = [kit.context(words.INTRO)]
    for place, skill in enumerate(skills):
        blocks += _skill(place, skill, said.get(skill.key))
        count = seen.two_ways.get(skill.key)
        blocks += [kit.context(check_words.in_reviews(count))] if count else []
    is_last = page + 1 >= seen.pages
    return kit.modal(
        FORM,
        words.FORM_TITLE,
        blocks,
        submit=words.SAVE if is_last else words.SAVE_NEXT,
        close=words.CLOSE,
        private_metadata=pack(review=seen.review.id, page=page),
    )


def read_review_form(view: Mapping[str, Any]) -> tuple[str, int]:
    """Which review, and which page of it."""
    known = unpack(view.get("private_metadata"))
    return str(known.get("review")), number(known, "page")


def read_review_answers(view: Mapping[str, Any], seen: ReviewSeen, page: int) -> tuple[AnswerDraft, ...]:
    """What was said of each skill of a page."""
    answers = Answers.of(view)
    return tuple(
        AnswerDraft(
            competency=skill.key,
            verdict=answers.chosen(f"verdict:{place}"),
            comment=answers.text(f"comment:{place}"),
        )
        for place, skill in enumerate(_page(seen, page))
    )


def review_list(framework: str, seen: Sequence[ReviewSeen]) -> kit.Modal:
    """What every owner of a framework said, newest first, and where people had no opportunity yet."""
    blocks: list[kit.Block] = []
    for one in seen:
        blocks.append(kit.header(words.listed_review(one.owner.name, one.review.quarter)))
        for answer in one.answers:
            blocks += _said(one, answer)
    counts = kit.actions(counts_button(framework), block_id="counts")
    said = [*(blocks or [kit.section(words.NOTHING)]), counts]
    return kit.modal("review_list_view", words.LIST_TITLE, said, close=words.CLOSE)


def nudge_message(seen: ReviewSeen, delivery: str) -> kit.Message:
    """Once a quarter, to an owner."""
    said = words.nudge(seen.framework.title, len(seen.framework.competencies))
    value = pack(review=seen.review.id, framework=seen.framework.id, delivery=delivery)
    return kit.message(
        said,
        [
            kit.section(said),
            kit.actions(
                kit.button(OPEN, words.OPEN, value, style="primary"),
                kit.button(LIST, words.EARLIER, value),
            ),
            kit.context(words.WHY),
        ],
    )


def _page(seen: ReviewSeen, page: int) -> tuple[Competency, ...]:
    return seen.framework.competencies[page * PAGE_SKILLS : (page + 1) * PAGE_SKILLS]


def _skill(place: int, skill: Competency, said: ReviewAnswer | None) -> list[kit.Block]:
    options = [
        kit.option(Verdict.KEEP, words.KEEP),
        kit.option(Verdict.REWORD, words.REWORD),
        kit.option(Verdict.RETIRE, words.RETIRE),
    ]
    choice = kit.radio(f"verdict_{place}", options, initial=said.verdict if said else None)
    box = kit.text_box(
        f"comment_{place}", initial=said.comment if said else None, multiline=True, max_length=LONGEST
    )
    return [
        kit.input_block(f"verdict:{place}", skill.title, choice, hint=skill.about or None, optional=True),
        kit.input_block(f"comment:{place}", words.COMMENT, box, optional=True),
    ]


def _said(seen: ReviewSeen, answer: ReviewAnswer) -> list[kit.Block]:
    skill = seen.framework.find_competency(answer.competency)
    title = skill.title if skill else answer.competency
    line = kit.section(words.answer(title, words.verdict(answer.verdict)))
    return [line, kit.quote(answer.comment)] if answer.comment else [line]

"""What waits for a person, as lines with a button each: on Home and in help."""

from collections.abc import Callable, Mapping, Sequence

from bot.domain.messages import PROMPTS, Kind
from bot.domain.waiting import Waiting, What
from bot.views import kit
from bot.views.answers import pack
from bot.views.asks import answer_button
from bot.views.chances import open_button as open_chances_button
from bot.views.checks import OPEN as OPEN_CHECK
from bot.views.concerns import open_button as open_concern_button
from bot.views.feedback import open_button as open_feedback_button
from bot.views.kudos import OPEN as OPEN_KUDOS
from bot.views.notes import evidence_button
from bot.views.offers import open_button as open_offer_button
from bot.views.openers import opener
from bot.views.pairs import talk_button
from bot.views.past_notes import open_button
from bot.views.reviews import OPEN as OPEN_REVIEW
from bot.views.summaries import OPEN as OPEN_SUMMARY
from bot.views.witnesses import open_button as open_witness_button
from bot.words import asks as ask_words
from bot.words import chances as chance_words
from bot.words import checks as check_words
from bot.words import feedback as feedback_words
from bot.words import home as words
from bot.words import offers as offer_words
from bot.words import past_notes as past_words
from bot.words import plans as plan_words
from bot.words import witnesses as witness_words

LOOK_AT_PLACEMENT = "waiting_placement"
LOST_OPENS: Mapping[Kind, str] = {
    Kind.MANAGER_TOLD: "manager",
    Kind.MANAGER_ANSWERED: "manager",
    Kind.MANAGER_NEW: "privacy",
    Kind.READER_NAMED: "privacy",
    Kind.PLACEMENT_ANSWERED: "me",
    Kind.PAIR_ANSWERED: "1on1",
    Kind.PAIR_CHANGED: "1on1",
    Kind.MEETING_CHANGED: "1on1",
    Kind.EXAMPLE_ANSWERED: "framework",
    Kind.FEEDBACK_DECLINED: "ask",
    Kind.CHANCE_TOLD: "me",
}

Shown = tuple[str, kit.Element]


def waiting_blocks(items: Sequence[Waiting], most: int) -> list[kit.Block]:
    """The first of them, and how many more there are."""
    blocks = [_line(item) for item in items[:most]]
    left = len(items) - most
    return [*blocks, kit.context(words.more_waits(left))] if left > 0 else blocks


def _line(item: Waiting) -> kit.Block:
    said, button = SHOWN[item.what](item)
    return kit.section(said, accessory=button)


def _tie(item: Waiting) -> Shown:
    return words.tie_waits(item.who or ""), opener("manager", words.ANSWER)


def _placement(item: Waiting) -> Shown:
    look = kit.button(LOOK_AT_PLACEMENT, words.ANSWER, pack(placement=item.id))
    return words.placement_waits(item.who or ""), look


def _pair(item: Waiting) -> Shown:
    return words.pair_waits(item.who or ""), opener("1on1", words.ANSWER)


def _witness(item: Waiting) -> Shown:
    return witness_words.asked(item.who or ""), open_witness_button(item.id)


def _ask(item: Waiting) -> Shown:
    return ask_words.waits(item.who or ""), answer_button(item.id)


def _example(item: Waiting) -> Shown:
    return offer_words.asked(item.who or ""), open_offer_button(item.id, words.READ)


def _proposal(item: Waiting) -> Shown:
    return offer_words.proposed(item.title or ""), open_offer_button(item.id, words.READ)


def _observation(item: Waiting) -> Shown:
    return words.observation_waits(item.who or ""), evidence_button(item.id, words.READ)


def _feedback(item: Waiting) -> Shown:
    return feedback_words.waits(item.who or ""), open_feedback_button(item.id, words.READ)


def _reply(item: Waiting) -> Shown:
    return words.reply_waits(item.who or ""), _summary(item)


def _message(item: Waiting) -> Shown:
    kind = item.kind or Kind.PROMPT
    word = LOST_OPENS.get(kind)
    if word is not None:
        return words.lost(kind), opener(word, words.LOOK, delivery=item.delivery)
    if kind is Kind.CHECK_READY:
        return words.lost(kind), kit.button(
            OPEN_CHECK, words.LOOK, pack(check=item.id, delivery=item.delivery)
        )
    if kind in {Kind.FEEDBACK_REPLIED, Kind.FEEDBACK_SHARED}:
        return words.lost(kind), open_feedback_button(item.id, words.LOOK, item.delivery)
    if kind is Kind.CONCERN_SHOWN:
        return words.lost(kind), open_concern_button(item.id, words.LOOK, item.delivery)
    if kind in {Kind.OBSERVATION_ANSWERED, Kind.WITNESS_CONFIRMED}:
        return words.lost(kind), evidence_button(item.id, words.LOOK, item.delivery)
    return words.lost(kind), talk_button(item.id, item.delivery) if kind in PROMPTS else _summary(item)


def _summary(item: Waiting) -> kit.Element:
    return kit.button(OPEN_SUMMARY, words.LOOK, pack(summary=item.id, delivery=item.delivery))


def _check(item: Waiting) -> Shown:
    look = kit.button(OPEN_CHECK, check_words.MARK, pack(check=item.id))
    return check_words.asked(item.who or ""), look


def _chance(item: Waiting) -> Shown:
    return chance_words.waits(item.who or "", item.count), open_chances_button(item.id, chance_words.OPEN)


def _review(item: Waiting) -> Shown:
    look = kit.button(OPEN_REVIEW, words.LOOK, pack(review=item.id))
    return words.review_waits(item.title or ""), look


def _kudos(item: Waiting) -> Shown:
    read = kit.button(OPEN_KUDOS, words.READ, pack(kudos=item.id))
    return words.kudos_wait(item.count, item.who or ""), read


def _past_notes(item: Waiting) -> Shown:
    return past_words.wait(item.count), open_button()


def _goal(item: Waiting) -> Shown:
    return plan_words.goal_waits(item.count), opener("plan", plan_words.OPEN)


SHOWN: Mapping[What, Callable[[Waiting], Shown]] = {
    What.TIE: _tie,
    What.PLACEMENT: _placement,
    What.PAIR: _pair,
    What.WITNESS: _witness,
    What.ASK: _ask,
    What.EXAMPLE: _example,
    What.PROPOSAL: _proposal,
    What.OBSERVATION: _observation,
    What.FEEDBACK: _feedback,
    What.REPLY: _reply,
    What.MESSAGE: _message,
    What.CHECK: _check,
    What.CHANCE: _chance,
    What.REVIEW: _review,
    What.KUDOS: _kudos,
    What.PAST_NOTES: _past_notes,
    What.GOAL: _goal,
}

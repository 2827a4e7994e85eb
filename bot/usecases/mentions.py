"""A mention in a channel: one transaction, the answer follows as messages to the asker alone."""

import re
from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.cadence import zone_or_utc
from bot.domain.messages import Kind
from bot.domain.periods import period_of
from bot.errors import BotError
from bot.usecases.owing import owe, owed
from bot.usecases.people import introduce
from bot.usecases.summaries import make_in
from storage.acts import claim_act
from storage.records import Person

SUMMARY = "summary"
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a mention asks: a summary of somebody (or of the asker) for a period, or nothing we know."""

    is_summary: bool
    subject_id: str | None
    period: str


def understand_mention(text: str) -> Asked:
    """The words after the bot's own name."""
    _, _, said = text.partition(">")
    word, _, rest = said.strip().partition(" ")
    mention = _MENTION.search(rest)
    return Asked(
        is_summary=word.casefold() == SUMMARY,
        subject_id=mention.group(1) if mention else None,
        period=_MENTION.sub("", rest).strip(),
    )


async def answer_mention(deps: Deps, asker_id: str, channel: str, text: str, event_id: str) -> None:
    """Owe the answer; an event that comes twice is answered once."""
    asker = await introduce(deps, asker_id)
    if asker is None or not asker.may_take_part:
        return
    asked = understand_mention(text)
    try:
        await _answer(deps, asker, asked, channel, event_id)
    except BotError as refusal:
        await _whisper(deps, asker, channel, event_id, refusal.key)
    deps.wake()


async def _answer(deps: Deps, asker: Person, asked: Asked, channel: str, event_id: str) -> None:
    if not asked.is_summary:
        await _whisper(deps, asker, channel, event_id, "help")
        return
    today = deps.today().astimezone(zone_or_utc(asker.zone)).date()
    period = period_of(asked.period, today)
    async with deps.write() as workspace:
        if not await claim_act(workspace, f"event:{event_id}", deps.today()):
            return
        summary = await make_in(workspace, deps, asker, asked.subject_id, period)
        whisper = owed(deps, Kind.SUMMARY_MENTION, asker.id, channel, occurrence=f"{event_id}:sent")
        await owe(workspace, deps, whisper, owed(deps, Kind.SUMMARY_READY, asker.id, summary.id))


async def _whisper(deps: Deps, asker: Person, channel: str, event_id: str, key: str) -> None:
    async with deps.write() as workspace:
        if await claim_act(workspace, f"event:{event_id}", deps.today()):
            occurrence = f"{event_id}:{key}"
            await owe(
                workspace, deps, owed(deps, Kind.SUMMARY_MENTION, asker.id, channel, occurrence=occurrence)
            )

"""One 1:1 of two people: its agenda and notes, what each writes for themselves, what they promised."""

from dataclasses import dataclass
from datetime import date

from bot.deps import Deps
from bot.domain.here import here_of
from bot.domain.pairs import PairShown
from bot.domain.talks import (
    Merged,
    PrivateDraft,
    TalkDraft,
    TalkSeen,
    check_words,
    first_seen,
    is_near,
    merge,
    neighbours,
)
from bot.domain.timetable import time_of
from bot.domain.visibility import facts_of_talk, may_read
from bot.errors import NotAllowed, NotFoundForYou
from bot.usecases.chances import chances_in_talk
from bot.usecases.commitments import commitments_seen, left_behind
from bot.usecases.pairs import pair_for
from bot.usecases.prompts import prompts_at
from bot.usecases.viewers import viewer_of
from storage.choices import PairState
from storage.pairs import hold_two
from storage.records import Person, PrivateNote, Talk
from storage.session import Workspace
from storage.talks import find_private_note, find_talk, put_private_note, put_talk, written_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Both changed a text at once, so nothing was kept yet: what the form comes back with."""

    seen: TalkSeen
    agenda: Merged
    notes: Merged


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateClash:
    """The same, of what somebody wrote for themselves in two windows at once."""

    seen: TalkSeen
    text: Merged


async def see_talk(deps: Deps, actor: Person, pair_id: str, on: date | None = None) -> TalkSeen:
    """The 1:1 of a local date, or the one that somebody would write for now.

    Raises NotFoundForYou for who is not one of the two, and for a pair that never came to be.
    """
    async with deps.read() as workspace:
        return await talk_for(workspace, deps, actor, await two_of(workspace, deps, actor, pair_id), on)


async def write_talk(deps: Deps, actor: Person, draft: TalkDraft) -> TalkSeen | Clash:
    """Keep what one of the two typed, with what the other saved meanwhile; a clash keeps nothing.

    Raises Invalid at the field that is wrong, NotFoundForYou where the actor may not write.
    """
    agenda, notes = check_words(draft.agenda, "agenda"), check_words(draft.notes, "notes")
    async with deps.write() as workspace:
        shown = await two_to_write(workspace, deps, actor, draft.pair_id, draft.on)
        kept = await find_talk(workspace, draft.pair_id, draft.on)
        new_agenda = merge(agenda, kept.agenda if kept else None)
        new_notes = merge(notes, kept.notes if kept else None)
        is_clash = new_agenda.clash or new_notes.clash
        if not is_clash:
            talk = _talk(deps, actor, draft, kept, new_agenda.text, new_notes.text)
            if kept is None or (kept.agenda, kept.notes) != (talk.agenda, talk.notes):
                await put_talk(workspace, talk)
        seen = await talk_for(workspace, deps, actor, shown, draft.on)
    return Clash(seen=seen, agenda=new_agenda, notes=new_notes) if is_clash else seen


async def write_private(deps: Deps, actor: Person, draft: PrivateDraft) -> TalkSeen | PrivateClash:
    """Keep what somebody wrote for themselves alone. Raises as `write_talk` does."""
    typed = check_words(draft.text, "text")
    async with deps.write() as workspace:
        shown = await two_to_write(workspace, deps, actor, draft.pair_id, draft.on)
        kept = await find_private_note(workspace, draft.pair_id, draft.on, actor.id)
        merged = merge(typed, kept.text if kept else None)
        if not merged.clash and merged.text != ((kept.text if kept else None) or ""):
            note = PrivateNote(
                pair_id=draft.pair_id,
                on=draft.on,
                person_id=actor.id,
                text=merged.text or None,
                version=kept.version if kept else 0,
                written_at=deps.today(),
            )
            await put_private_note(workspace, note)
        seen = await talk_for(workspace, deps, actor, shown, draft.on)
    return PrivateClash(seen=seen, text=merged) if merged.clash else seen


async def talk_for(
    workspace: Workspace, deps: Deps, actor: Person, shown: PairShown, on: date | None
) -> TalkSeen:
    """One 1:1 of a pair for one of its two, within a transaction."""
    now, pair = deps.today(), shown.pair
    written = await written_days(workspace, pair.id, actor.id)
    day = on or first_seen(shown, written, now)
    is_active = pair.state is PairState.ACTIVE
    before, after = neighbours(shown.table, day, written, now, is_active=is_active)
    return TalkSeen(
        shown=shown,
        here=here_of(actor.zone, now),
        viewer_id=actor.id,
        on=day,
        at=time_of(shown.table, day),
        talk=await find_talk(workspace, pair.id, day),
        own=await find_private_note(workspace, pair.id, day, actor.id),
        prompts=(await prompts_at(workspace, deps, actor, shown, day)).prompts,
        commitments=await commitments_seen(workspace, deps, actor, pair.id),
        chances=await chances_in_talk(workspace, deps, actor, shown.other) if is_active else None,
        left_behind=len(await left_behind(workspace, actor.id, pair)),
        before=before,
        after=after,
    )


async def two_of(workspace: Workspace, deps: Deps, actor: Person, pair_id: str) -> PairShown:
    """A pair that is or was agreed to, for one of its two; raises NotFoundForYou."""
    shown = await pair_for(workspace, deps, actor.id, pair_id)
    is_agreed = shown.pair.state is PairState.ACTIVE or shown.pair.next_on is not None
    if not is_agreed or not may_read(await viewer_of(workspace, actor.id), facts_of_talk(shown.pair)):
        raise NotFoundForYou("not_yours")
    return shown


async def two_to_write(workspace: Workspace, deps: Deps, actor: Person, pair_id: str, on: date) -> PairShown:
    """The same while it goes on and for a day near enough, with nobody else writing until the end.

    Raises NotFoundForYou, and NotAllowed where the pair is over.
    """
    shown = await two_of(workspace, deps, actor, pair_id)
    await hold_two(workspace, shown.pair.first_id, shown.pair.second_id)
    if shown.pair.state is not PairState.ACTIVE:
        raise NotAllowed("pair_over")
    if not is_near(shown.pair, on, deps.today()):
        raise NotFoundForYou("not_yours")
    return shown


def _talk(deps: Deps, actor: Person, draft: TalkDraft, kept: Talk | None, agenda: str, notes: str) -> Talk:
    return Talk(
        pair_id=draft.pair_id,
        on=draft.on,
        agenda=agenda or None,
        notes=notes or None,
        version=kept.version if kept else 0,
        written_by=actor.id,
        written_at=deps.today(),
    )

"""What another person writes while somebody has the same 1:1 open."""

from bot.domain.talks import PrivateDraft, TalkDraft, Typed, mark_of
from bot.usecases.talks import see_talk, write_private, write_talk
from tests.bot.journeys.meetings import found
from tests.bot.journeys.ties import person as known
from tests.world import World


async def write_meanwhile(here: World, who: str, text: str) -> None:
    """The same 1:1 written for from elsewhere: by the other, or in another window."""
    deps, actor = here.bot.deps, await known(here, who)
    pair = await found(here)
    assert pair is not None
    seen = await see_talk(deps, actor, pair.id)
    typed = Typed(text=text, began=mark_of(seen.own.text if seen.own else None))
    await write_private(deps, actor, PrivateDraft(pair_id=pair.id, on=seen.on, text=typed))
    kept = seen.talk
    agenda = Typed(text=text, began=mark_of(kept.agenda if kept else None))
    notes = Typed(text="", began=mark_of(""))
    await write_talk(deps, actor, TalkDraft(pair_id=pair.id, on=seen.on, agenda=agenda, notes=notes))

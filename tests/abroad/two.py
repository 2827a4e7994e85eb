"""The part of the tour in which two people write for their 1:1s, and ask each other what they saw."""

from contextlib import suppress

from bot.domain.readers import FromNow
from bot.domain.talks import PrivateDraft, TalkDraft, Typed, mark_of
from bot.usecases.talks import see_talk, write_private, write_talk
from bot.views import concerns, pairs, readers, talks, witnesses
from bot.words.readers import FROM_NOW_OPTIONS
from playground.control import Refused
from tests.bot.journeys import reading_forms as reading
from tests.bot.journeys.forms import AIM, SAID
from tests.bot.journeys.kept import noted, open_evidence
from tests.bot.journeys.meetings import agreed, found
from tests.bot.journeys.ties import person as known
from tests.bot.visibility.probes import look_on
from tests.world import ANA, BEN, CLEO, World

READ_LEVEL = FROM_NOW_OPTIONS[FromNow.LEVEL][0]


async def talked(here: World) -> None:
    """Two who write for a 1:1 at once, short and long; promises of both; and what stays when it is over."""
    await agreed(here, BEN, ANA)
    long_one, long_other = (" ".join([said] * 90) for said in (SAID, AIM["sign"]))
    for anas, bens in ((SAID, AIM["sign"]), (long_one, long_other)):
        for button, box in ((talks.WRITE, "agenda"), (talks.WRITE_OWN, "text")):
            await here.people.command(BEN, "/growth 1on1 @ana")
            await here.people.press(BEN, None, button)
            await _write_meanwhile(here, ANA if box == "agenda" else BEN, anas)
            await here.people.choose(BEN, box, bens)
            await here.people.submit(BEN)
    await here.people.command(BEN, "/growth 1on1 @ana")
    await here.people.press(BEN, None, talks.PROMISE)
    await here.people.submit(BEN, {"text": SAID})
    await here.people.command(BEN, "/growth 1on1")
    await here.people.press(BEN, None, pairs.END)
    await agreed(here, ANA, CLEO)
    for who, word in ((ANA, "1on1 @cleo"), (BEN, "1on1")):
        await look_on(here, who, await here.people.command(who, f"/growth {word}"))


async def _write_meanwhile(here: World, who: str, text: str) -> None:
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


async def witnessed(here: World) -> None:
    """Somebody is asked whether they saw it, says so, reads it anew, and takes it back."""
    note = await noted(here, ANA, SAID)
    asked = (witnesses.ASK, {"people": ["ben"]}, witnesses.YES)
    for button, chosen, answer in (asked, (witnesses.CHANGE, {"text": AIM["sign"]}, witnesses.NO)):
        await open_evidence(here, ANA, note.id)
        await here.people.press(ANA, None, button)
        await here.people.submit(ANA, chosen)
        await here.deliver()
        await here.people.press(BEN, (await here.people.dms(BEN))[-1], witnesses.OPEN)
        await here.people.press(BEN, None, answer)


async def let_read(here: World) -> None:
    """A named reader and a People lead open what is shown to them, before it is ended or taken back."""
    await reading.reader(here)
    await here.people.submit(ANA, {"reader": "cleo", "from_now": [READ_LEVEL]})
    await here.people.close(ANA, everything=True)
    await reading.concern(here)
    await here.people.submit(BEN, {"lead": "cleo"})
    await here.people.close(BEN, everything=True)
    await here.deliver()
    for message in await here.people.dms(CLEO):
        for button in (readers.LOOK, concerns.OPEN):
            with suppress(Refused):
                await here.people.press(CLEO, message, button)

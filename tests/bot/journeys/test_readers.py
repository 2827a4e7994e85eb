"""Readers whom members name, through Slack's protocol."""

from datetime import timedelta

from bot.domain.readers import FromNow
from bot.domain.visibility import Thing
from bot.words import notes as note_words
from bot.words import readers as words
from bot.words.privacy import READABLE
from playground.seen import Message, SubmitResult, View
from storage.choices import Shown
from tests.bot.journeys.kept import noted, open_evidence, shown
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, DEV, World

OLD, NEW = "Untied the ferry timetable", "Calmed the harbour office"
UNTIL = "2026-07-20"
NOTES = words.FROM_NOW_OPTIONS[FromNow.NOTES][0]
LEVEL = words.FROM_NOW_OPTIONS[FromNow.LEVEL][0]
PLAN = words.FROM_NOW_OPTIONS[FromNow.PLAN][0]
SUMMARIES = words.FROM_NOW_OPTIONS[FromNow.SUMMARIES][0]
SHARED = note_words.shared("ana")


async def named(here: World, **chosen: object) -> SubmitResult:
    """Ben names Dev to read, until 20 July."""
    await here.people.command(BEN, "/growth privacy")
    await here.people.press(BEN, None, words.NAME)
    return await here.people.submit(BEN, {"reader": "dev", "until": UNTIL, **chosen})


async def looked(here: World, who: str = DEV) -> View:
    """What the message to whoever was named leads to."""
    await here.deliver()
    await here.people.press(who, await told(here, who), words.LOOK)
    return await shown(here, who)


async def told(here: World, who: str = DEV) -> Message:
    """The last message that somebody got."""
    return (await here.people.dms(who))[-1]


async def privacy(here: World, who: str) -> str:
    """The page of who can read what."""
    await here.people.command(who, "/growth privacy")
    return (await shown(here, who)).words


async def test_a_reader_reads_what_was_ticked_and_nothing_else(here: World) -> None:
    """Of what was shared before, a reader opens what its owner chose; all else is as if it were not there."""
    await managed(here, BEN, by=ANA)
    await noted(here, BEN, OLD, reach=SHARED)
    other = await noted(here, BEN, NEW, reach=SHARED)

    on = here.clock().date()
    done = await named(here, before=[words.before(Shown.NOTE, on, OLD)])
    page = await looked(here)
    await here.people.press(DEV, page, words.OPEN)
    read = (await shown(here, DEV)).words
    refused = await open_evidence(here, DEV, other.id)

    assert not done.errors
    assert page.words.count("Note of") == 1
    assert OLD in read
    assert "not yours to open" in (refused.view.words if refused.view else "")


async def test_the_message_holds_our_words_alone(here: World) -> None:
    """Whoever is named is told by whom and until when, and finds all else behind a button."""
    await managed(here, BEN, by=ANA)
    await noted(here, BEN, OLD, reach=SHARED)

    await named(here, from_now=[NOTES])
    await here.deliver()

    said = (await told(here)).words
    assert "ben named you to read some of what they share, until 20 July 2026." in said
    assert OLD not in said


async def test_what_is_shared_from_then_on_is_shown_and_the_receipt_says_so(here: World) -> None:
    """The note's own receipt names the reader before it is saved, and the reader opens it then."""
    await managed(here, BEN, by=ANA)
    before = await noted(here, BEN, OLD, reach=SHARED)
    await named(here, from_now=[NOTES])

    await here.people.command(BEN, f"/growth note {NEW}")
    form = (await shown(here, BEN)).words
    await here.people.submit(BEN)
    page = await looked(here)
    await here.people.press(DEV, page, words.OPEN)

    assert "also shown to dev (until 20 July 2026)" in form
    assert NEW in (await shown(here, DEV)).words
    assert page.words.count("Note of") == 1
    refused = await open_evidence(here, DEV, before.id)
    assert "not yours to open" in (refused.view.words if refused.view else "")


async def test_it_stops_by_itself(here: World) -> None:
    """On its last day a reader still reads; on the day after they read nothing, and nobody did anything."""
    await managed(here, BEN, by=ANA)
    await named(here, from_now=[NOTES])
    note = await noted(here, BEN, NEW, reach=SHARED)
    await here.deliver()
    here.clock.moment = here.clock.moment.replace(month=7, day=20, hour=23)
    last = await open_evidence(here, DEV, note.id)

    here.clock.move(hours=1)
    after = await open_evidence(here, DEV, note.id)

    assert NEW in (last.view.words if last.view else "")
    assert "not yours to open" in (after.view.words if after.view else "")
    assert words.NAMED_NOBODY in await privacy(here, BEN)


async def test_its_owner_ends_it_at_once(here: World) -> None:
    """One press ends it: the page says so, and the reader reads nothing any more."""
    await managed(here, BEN, by=ANA)
    await named(here, from_now=[NOTES])
    note = await noted(here, BEN, NEW, reach=SHARED)
    await here.deliver()

    await here.people.command(BEN, "/growth privacy")
    await here.people.press(BEN, None, words.END)
    page = (await shown(here, BEN)).words
    refused = await open_evidence(here, DEV, note.id)

    assert words.ENDED in page
    assert words.NAMED_NOBODY in page
    assert "not yours to open" in (refused.view.words if refused.view else "")


async def test_a_new_naming_revives_nothing(here: World) -> None:
    """What was shown under a naming that ended is not shown under the next, unless it is chosen again."""
    await managed(here, BEN, by=ANA)
    await named(here, from_now=[NOTES])
    note = await noted(here, BEN, NEW, reach=SHARED)
    await here.people.command(BEN, "/growth privacy")
    await here.people.press(BEN, None, words.END)

    await named(here, from_now=[LEVEL])

    refused = await open_evidence(here, DEV, note.id)
    assert "not yours to open" in (refused.view.words if refused.view else "")


async def test_openings_are_logged_and_readers_listed(here: World) -> None:
    """Its owner sees whom they named until when, and who opened what on which day."""
    await managed(here, BEN, by=ANA)
    await named(here, from_now=[NOTES])
    note = await noted(here, BEN, NEW, reach=SHARED)
    await open_evidence(here, DEV, note.id)

    page = await privacy(here, BEN)

    assert "dev, until 20 July 2026: notes and feedback you share." in page
    assert "dev opened a note of yours: 16 June 2026." in page
    assert "ben lets you read some of what they share" in await privacy(here, DEV)


async def test_a_level_is_for_whom_it_was_named(here: World) -> None:
    """A reader named for the level sees it; one named for the plan does not."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await named(here, from_now=[LEVEL])
    with_level = (await looked(here)).words
    await here.people.command(BEN, "/growth privacy")
    await here.people.press(BEN, None, words.END)
    await named(here, from_now=[PLAN])

    assert "Where they are now: Engineering, Engineer" in with_level
    assert "Where they are now" not in (await looked(here)).words


async def test_a_plan_and_summaries_are_shown_as_they_are_shared(here: World) -> None:
    """A goal that is shared and a joint summary that is made afterwards are there for the reader."""
    await managed(here, BEN, by=ANA)
    await named(here, from_now=[PLAN, SUMMARIES])
    await here.people.command(BEN, f"/growth plan {OLD}")
    await here.people.submit(BEN, {"sign": "It sails on time", "due": "2026-09-01", "reach": SHARED})
    await here.people.command(ANA, "/growth summary @ben")

    page = await looked(here)
    await here.people.press(DEV, page, words.OPEN_PLAN)
    plan = (await shown(here, DEV)).words
    await here.people.close(DEV)
    await here.people.press(DEV, None, words.OPEN)
    summary = (await shown(here, DEV)).words

    assert OLD in plan
    assert "You, ben and ana read this same text." in summary
    said = await privacy(here, BEN)
    assert "dev opened your plan" in said
    assert "dev opened a summary of you" in said


async def test_what_is_made_private_again_is_shown_no_more(here: World) -> None:
    """A goal taken back from the manager is taken back from the reader too."""
    await managed(here, BEN, by=ANA)
    await named(here, from_now=[PLAN])
    await here.people.command(BEN, f"/growth plan {OLD}")
    await here.people.submit(BEN, {"sign": "It sails on time", "due": "2026-09-01", "reach": SHARED})
    await here.people.command(BEN, "/growth plan")
    await here.people.press(BEN, None, "Change")
    await here.people.submit(BEN, {"reach": note_words.PRIVATE})

    page = await looked(here)

    assert words.OPEN_PLAN not in page.buttons
    assert words.NOTHING_SHOWN in page.words


async def test_the_form_says_what_is_wrong_at_its_field(here: World) -> None:
    """Nobody, nothing, a day too far or gone, and somebody named already: each beside its field."""
    nothing = await named(here)
    far = await named(here, from_now=[LEVEL], until="2027-08-01")
    gone = await named(here, from_now=[LEVEL], until="2026-06-01")
    await named(here, from_now=[LEVEL])
    twice = await named(here, from_now=[LEVEL])
    guest = await named(here, from_now=[LEVEL], reader="guest")

    assert "from_now" in nothing.errors
    assert "until" in far.errors
    assert "until" in gone.errors
    assert "dev may read something of yours already" in twice.errors["reader"]
    assert "guest" in guest.errors["reader"]


async def test_three_months_unless_another_day_is_chosen(here: World) -> None:
    """The form opens with a day three months ahead."""
    await here.people.command(BEN, "/growth privacy")
    await here.people.press(BEN, None, words.NAME)
    await here.people.submit(BEN, {"reader": "dev", "from_now": [LEVEL]})

    last = (here.clock().date() + timedelta(days=91)).isoformat()
    assert last == "2026-09-15"
    assert "dev, until 15 September 2026: your level." in await privacy(here, BEN)


async def test_whoever_leaves_reads_no_more_when_back(here: World) -> None:
    """A reader who leaves is named no longer, and neither is whoever a leaver named."""
    await managed(here, BEN, by=ANA)
    await named(here, from_now=[NOTES])
    note = await noted(here, BEN, NEW, reach=SHARED)

    await here.people.update_user(DEV, deleted=True)
    await here.people.update_user(DEV, deleted=False)

    refused = await open_evidence(here, DEV, note.id)
    assert "not yours to open" in (refused.view.words if refused.view else "")
    assert "dev" not in (await privacy(here, BEN)).partition("Whom you named")[2].partition("Who opened")[0]


async def test_nobody_else_is_shown_anything(here: World) -> None:
    """Naming one colleague lets no other read."""
    await managed(here, BEN, by=ANA)
    await named(here, from_now=[NOTES])
    note = await noted(here, BEN, NEW, reach=SHARED)

    refused = await open_evidence(here, CLEO, note.id)

    assert "not yours to open" in (refused.view.words if refused.view else "")


async def test_what_is_to_decide_stands_above_the_table(here: World) -> None:
    """Whom one named, and the way to name another, come before the long list of who reads what."""
    page = await privacy(here, BEN)

    assert page.index(words.NAMED_HEADING) < page.index(READABLE[Thing.MEMBERSHIP])

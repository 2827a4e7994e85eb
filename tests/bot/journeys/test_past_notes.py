"""Notes from past reviews: brought by the operator, looked at by their member alone."""

from datetime import timedelta

import pytest

from bot.domain.past_notes import KEPT
from bot.domain.past_reviews import read_past_table
from bot.usecases.deliveries import purge
from bot.usecases.past_imports import plan_past_import
from playground.control import Refused
from storage.acts import admin_acts_seen
from storage.choices import EvidenceSource
from storage.people import remove_from_rollout
from tests.bot.journeys.homes import home_of, leading
from tests.bot.journeys.kept import notes_of, shown, the_note_of
from tests.bot.journeys.past_reviews import SPOKEN, brought, looked, waiting
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, World

OWN = f"{BEN},2025-12-31,{SPOKEN},,,,2025 review"
BY_ANA = "@ben,31.12.2025,Asks before it is late,Communication,,@ana,2025 review"
SECOND = f"{BEN},2025-06-30,Ran the first review of an incident,,,,"


async def test_each_member_is_told_once(here: World) -> None:
    """One message however many notes and files, in Trellis's own words, with a button."""
    await brought(here, OWN, BY_ANA)
    await brought(here, SECOND)
    await here.deliver()

    (told,) = await here.people.dms(BEN)
    assert "3 notes from past reviews wait for you." in told.words
    assert SPOKEN not in told.words
    assert not await here.people.dms(ANA)


async def test_the_same_file_brings_nothing_twice(here: World) -> None:
    """A second run is harmless, whatever became of what the first one brought."""
    await brought(here, OWN, SECOND)
    page = await looked(here, BEN)
    await here.people.press(BEN, page, "Discard", block=page.fields[-1].block_id)

    again = await brought(here, OWN, SECOND, OWN)

    assert (again.notes, again.people[0].known) == (0, 2)
    assert len(await waiting(here, BEN)) == 1


async def test_nothing_of_it_counts_before_it_is_kept(here: World) -> None:
    """What waits is no evidence, and stands in no list of notes."""
    await brought(here, OWN)

    assert await notes_of(here, BEN) == ()


async def test_one_is_kept_in_the_note_form(here: World) -> None:
    """The form begins with what was brought, private; the list then shows the rest."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await brought(here, SECOND, BY_ANA)
    page = await looked(here, BEN)
    buttons = [one.block_id for one in page.fields if one.action_id == "past_note_keep"]
    await here.people.press(BEN, page, "past_note_keep", block=buttons[1])

    form = await shown(here, BEN)
    done = await here.people.submit(BEN)

    assert "confirms nothing" in form.words
    assert not done.errors
    note = await the_note_of(here, BEN)
    assert (note.author_id, note.source, note.is_shared) == (BEN, EvidenceSource.REVIEW, False)
    assert note.text == "Asks before it is late\n\n(ana, 2025 review)"
    assert note.happened_on.isoformat() == "2025-12-31"
    assert [mark.competency for mark in note.marks] == ["shared/communication"]
    assert note.witnesses == ()
    left = await shown(here, BEN)
    assert "Ran the first review" in left.words
    assert "Asks before" not in left.words


async def test_what_is_changed_in_the_form_is_what_is_kept(here: World) -> None:
    """The member's words count, and may be shared as any note; the choice is not the next note's."""
    await managed(here, BEN, by=ANA)
    await brought(here, OWN)
    await looked(here, BEN)
    await here.people.press(BEN, None, "Keep as a note")
    await here.people.choose(BEN, "reach", "Me and ana, my manager")

    await here.people.submit(BEN, {"text": "In my words now"})

    note = await the_note_of(here, BEN)
    assert (note.text, note.is_shared) == ("In my words now", True)
    await here.people.command(BEN, "/growth note Next")
    assert "Private: only you can read it." in (await shown(here, BEN)).words


async def test_a_note_is_kept_once(here: World) -> None:
    """A form that was left open keeps nothing that was kept or discarded meanwhile."""
    await brought(here, OWN)
    await looked(here, BEN)
    await here.people.press(BEN, None, "Keep as a note")
    entry_form = await shown(here, BEN)
    await here.people.submit(BEN)

    pressed = await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Look")

    assert entry_form.words
    assert pressed.view is not None
    assert "Nothing waits here any more" in pressed.view.words
    assert len(await notes_of(here, BEN)) == 1


async def test_what_is_discarded_is_erased_at_once(here: World) -> None:
    """Discarding asks once, then the words are gone."""
    await brought(here, OWN)
    page = await looked(here, BEN)
    await here.people.press(BEN, page, "Discard")

    assert await waiting(here, BEN) == ()
    assert SPOKEN not in (await shown(here, BEN)).words


async def test_all_are_kept_as_private_notes(here: World) -> None:
    """One press keeps all that were in the list, for the member alone."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await brought(here, OWN, BY_ANA, SECOND)
    page = await looked(here, BEN)
    await brought(here, f"{BEN},2025-03-31,Came after the list was shown,,,,")

    await here.people.press(BEN, page, "Keep all 3 as private notes")

    kept = await notes_of(here, BEN)
    assert len(kept) == 3
    assert not any(note.is_shared or note.readers or note.witnesses for note in kept)
    assert "3 notes kept" in (await shown(here, BEN)).words
    assert len(await waiting(here, BEN)) == 1


async def test_many_are_shown_a_part_at_a_time(here: World) -> None:
    """A long list shows its first ten, and how many follow."""
    await brought(here, *(f"{BEN},2025-01-{day:02},Thing {day},,,," for day in range(1, 14)))

    page = await looked(here, BEN)

    assert "Thing 10" in page.words
    assert "Thing 11" not in page.words
    assert "And 3 more" in page.words


async def test_they_wait_in_home(here: World) -> None:
    """Home says how many wait, until none does."""
    await brought(here, OWN, SECOND)
    home = await home_of(here, BEN)
    await here.people.press(BEN, home, "Look")
    await here.people.press(BEN, None, "Keep all 2 as private notes")
    await here.deliver()

    after = await here.people.home(BEN)

    assert "2 notes from past reviews wait for you." in home.words
    assert after is not None
    assert "past reviews" not in after.words


async def test_outside_the_rollout_nobody_is_written_to(here: World) -> None:
    """For whom Trellis is off, notes wait in Home; they are told when it is switched on."""
    await leading(here, ANA)
    async with here.bot.deps.write() as workspace:
        await remove_from_rollout(workspace, [BEN])
    await brought(here, OWN)
    await here.deliver()
    silent = await here.people.dms(BEN)
    home = await home_of(here, BEN)

    here.clock.moment += timedelta(days=1)
    await here.people.command(ANA, "/growth admin")
    await here.people.submit(ANA, {"admin_add": [BEN]})
    await here.deliver()

    assert silent == []
    assert "A note from a past review waits for you." in home.words
    assert any("past review" in message.words for message in await here.people.dms(BEN))


async def test_one_bad_line_keeps_no_good_one_back(here: World) -> None:
    """Who left, who is unknown and what cannot be dated is named by line; the rest is brought."""
    done = await brought(
        here, OWN, "U0GONE,2025-12-31,Left,,,,", "@nobody,2025-12-31,Who,,,,", f"{CLEO},soon,When,,,,", "x"
    )

    assert [(problem.line, problem.key) for _, problem in done.problems] == [
        (3, "person_left"),
        (4, "unknown_user"),
        (5, "unknown_day"),
        (6, "cells"),
    ]
    assert len(await waiting(here, BEN)) == 1


async def test_a_plan_brings_nothing(here: World) -> None:
    """A dry run counts, and writes nothing."""
    file = read_past_table("reviews.csv", f"user,date,text\n{BEN},2025,{SPOKEN}".encode())

    plan = await plan_past_import(here.bot.deps, [file], {})

    assert plan.notes == 1
    assert await waiting(here, BEN) == ()


async def test_the_operators_act_is_logged(here: World) -> None:
    """That notes were brought stands in the log which the member and the People leads see."""
    await leading(here, ANA)
    await brought(here, OWN)

    async with here.bot.deps.read() as workspace:
        acts = await admin_acts_seen(workspace, BEN)
    assert [(one.act, one.actor_id) for one in acts] == [("notes_brought", None)]
    await here.people.command(BEN, "/growth privacy")
    assert "brought notes from past reviews for ben" in (await shown(here, BEN)).words


async def test_what_nobody_looks_at_goes(here: World) -> None:
    """After half a year it is erased, and may be brought again."""
    await brought(here, OWN)
    here.clock.moment += KEPT
    await purge(here.bot.deps)
    before = await waiting(here, BEN)
    here.clock.moment += timedelta(minutes=1)
    await purge(here.bot.deps)

    assert len(before) == 1
    assert await waiting(here, BEN) == ()
    assert (await brought(here, OWN)).notes == 1


async def test_another_persons_button_opens_nothing(here: World) -> None:
    """A note from a past review is for its member: neither a manager nor a People lead opens it."""
    await managed(here, BEN, by=ANA)
    await leading(here, ANA)
    await brought(here, OWN)
    page = await looked(here, BEN)

    with pytest.raises(Refused):
        await here.people.press(ANA, page, "Keep as a note")
    await here.people.command(ANA, "/growth summary @ben")
    assert SPOKEN not in (await shown(here, ANA)).words

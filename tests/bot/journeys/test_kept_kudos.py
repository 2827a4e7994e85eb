"""Kudos that their receiver reads and keeps as a note, through Slack's protocol."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.kudos import KudosDraft
from bot.usecases.kudos import give_kudos
from bot.usecases.notes import read_evidence
from bot.views import kit
from bot.views.answers import pack
from bot.views.kudos import OPEN
from bot.views.notes import SHARE
from storage.choices import EvidenceSource, Reading
from storage.evidence import openings_of
from storage.kudos import kudos_not_kept
from storage.records import Evidence, FrozenReader, Mark
from tests.bot.journeys.kept import (
    last_of,
    notes_of,
    open_evidence,
    press_a,
    send_changed,
    shown,
    the_note_of,
)
from tests.bot.journeys.ties import managed, person, placed
from tests.world import ANA, BEN, CLEO, DEV, World

TEXT = "Untangled <!channel> the rota 🎉"
DELIVERY, DESIGN = "shared/delivery", "engineering/design"


async def thanked(here: World, receiver: str = BEN, *skills: str, public: bool = False) -> str:
    """Quiet or public kudos from Ana, opened by their receiver; returns their id."""
    deps = here.bot.deps
    draft = KudosDraft(
        draft=deps.ids(),
        receivers=(receiver,),
        text=TEXT,
        framework="engineering" if skills else None,
        competencies=skills,
        is_unsure=False,
        is_public=public,
        is_open_to_manager=False,
        manager_id=None,
    )
    await give_kudos(deps, await person(here, ANA), draft)
    async with deps.read() as workspace:
        newest = (await kudos_not_kept(workspace, receiver))[0]
    await open_kudos(here, receiver, newest.id)
    return newest.id


async def open_kudos(here: World, who: str, kudos_id: str) -> None:
    """Press the button that leads to kudos."""
    await press_a(here, who, kit.button(OPEN, "Press", pack(kudos=kudos_id)))


async def kept(here: World, receiver: str = BEN) -> Evidence:
    """Keep what stands open, as it stands."""
    done = await here.people.submit(receiver)
    assert done.closed
    return await the_note_of(here, receiver)


async def grown(here: World) -> None:
    """Ben is an associate engineer, and Cleo his manager."""
    await managed(here, BEN, by=CLEO)
    await placed(here, BEN, "e1")


async def test_the_message_leads_to_the_givers_words(here: World) -> None:
    """The button of the message opens the words as they were written, and calls nobody."""
    await here.people.command(ANA, "/growth kudos @ben")
    await here.people.submit(ANA, {"text": TEXT})
    await here.deliver()

    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")

    view = await shown(here, BEN)
    assert "ana thanked you on 16 June 2026" in view.words
    assert "Untangled channel the rota 🎉" in view.words


async def test_a_kept_kudos_is_evidence_with_its_giver_as_witness(here: World) -> None:
    """The note is the receiver's, in the giver's exact words, who is its author and witness."""
    await thanked(here)

    note = await kept(here)

    assert (note.owner_id, note.author_id, note.source) == (BEN, ANA, EvidenceSource.KUDOS)
    assert (note.text, note.happened_on) == (TEXT, date(2026, 6, 16))
    assert [(seen.person_id, seen.text_version) for seen in note.witnesses] == [(ANA, 1)]
    async with here.bot.deps.read() as workspace:
        assert await kudos_not_kept(workspace, BEN) == ()


async def test_the_day_is_the_receivers_own(here: World) -> None:
    """Kudos of a late evening are dated where their receiver lives."""
    await here.people.update_user(BEN, tz="Pacific/Auckland")
    here.clock.move(hours=4)

    await thanked(here)

    assert (await kept(here)).happened_on == date(2026, 6, 17)


async def test_the_givers_skills_are_chosen_already(here: World) -> None:
    """What the giver chose is preset, and kept as it stands or changed."""
    await grown(here)
    await thanked(here, BEN, DELIVERY)
    await here.people.choose(BEN, "Which skills did it show?", ["Planning and delivery", "Technical design"])

    note = await kept(here)

    assert {mark.competency for mark in note.marks} == {DELIVERY, DESIGN}


async def test_behaviours_can_be_named_at_once(here: World) -> None:
    """For the preset skills the form asks which behaviour it showed."""
    await grown(here)
    await thanked(here, BEN, DELIVERY)
    first = "Delivers a described change in pieces small enough to check within a day."
    await here.people.choose(BEN, "Which examples did it show?", [first])

    note = await kept(here)

    assert note.marks == (Mark(framework="engineering", competency=DELIVERY, behaviour="small-pieces"),)


async def test_skills_are_offered_later_to_who_had_no_placement(here: World) -> None:
    """Kudos given without skills get them once their receiver has a framework."""
    await managed(here, BEN, by=CLEO)
    kudos_id = await thanked(here)
    before = (await shown(here, BEN)).labels
    await here.people.close(BEN)
    await placed(here, BEN, "e1")

    await open_kudos(here, BEN, kudos_id)

    assert "Which skills did it show?" not in before
    assert "Which skills did it show?" in (await shown(here, BEN)).labels


async def test_skills_of_another_cluster_can_be_kept(here: World) -> None:
    """What a giver chose from another framework is offered beside the receiver's own."""
    await managed(here, BEN, by=CLEO)
    await placed(here, BEN, None, cluster="starter")
    await thanked(here, BEN, DESIGN)

    note = await kept(here)

    assert note.marks == (Mark(framework="engineering", competency=DESIGN),)


async def test_quiet_kudos_start_private_and_public_ones_shared(here: World) -> None:
    """The form begins where the giver left it, and its receipt names who will read."""
    await managed(here, BEN, by=CLEO)
    await thanked(here)
    quiet = (await shown(here, BEN)).words
    first = await kept(here)
    await thanked(here, public=True)
    public = (await shown(here, BEN)).words
    await here.people.submit(BEN)

    second = next(note for note in await notes_of(here, BEN) if note.id != first.id)
    assert "Who can read this: only you. ana, who wrote the words, can read those." in quiet
    assert "you, and cleo for as long as cleo is your manager" in public
    assert (first.is_shared, first.readers) == (False, ())
    assert (second.is_shared, second.readers) == (
        True,
        (FrozenReader(person_id=CLEO, reading=Reading.MANAGER),),
    )


async def test_sharing_with_no_manager_is_said_to_reach_nobody(here: World) -> None:
    """Public kudos of somebody without a manager say that nobody else reads the note yet."""
    await thanked(here, public=True)

    assert "you have no manager here yet" in (await shown(here, BEN)).words
    assert (await kept(here)).readers == ()


async def test_keeping_twice_changes_nothing_and_says_so(here: World) -> None:
    """The same kudos submitted again are answered kindly, and the first note stays."""
    await thanked(here)
    note = await kept(here)

    again = await here.people.send(await last_of(here, "view_submission"))

    assert "kept these kudos already" in str(again.body["view"])
    assert await the_note_of(here, BEN) == note


async def test_kept_kudos_open_as_they_are(here: World) -> None:
    """What is kept is shown without the form, with the way to its note."""
    kudos_id = await thanked(here)
    await kept(here)

    await open_kudos(here, BEN, kudos_id)
    page = await shown(here, BEN)
    await here.people.press(BEN, None, "Open the note")

    assert "You have kept this as a note." in page.words
    assert page.labels == []
    note = await shown(here, BEN)
    assert note.title == "Kudos you kept"
    assert "Seen by ana." in note.words


async def test_the_witness_reads_the_words_alone(here: World) -> None:
    """The giver can read what they wrote, and nothing that the owner added."""
    await grown(here)
    await thanked(here, BEN, DELIVERY)
    note = await kept(here)

    await open_evidence(here, ANA, note.id)

    page = (await shown(here, ANA)).words
    assert "Untangled channel the rota" in page
    assert "Planning and delivery" not in page
    assert "Who can read" not in page
    seen = await read_evidence(here.bot.deps, ANA, note.id)
    assert (seen.piece.marks, seen.marks, seen.piece.link) == ((), (), None)


async def test_the_witness_cannot_share_it(here: World) -> None:
    """Who can read the words of another's note cannot open it to their own manager."""
    await managed(here, ANA, by=DEV)
    await thanked(here)
    note = await kept(here)

    await press_a(here, ANA, kit.button(SHARE, "Press", pack(evidence=note.id, manager=DEV)))

    assert await the_note_of(here, BEN) == note


async def test_a_manager_who_changed_meanwhile_brings_the_form_back(here: World) -> None:
    """Shared kudos go to nobody whom the receipt did not name."""
    await managed(here, BEN, by=CLEO)
    await thanked(here, public=True)
    await managed(here, BEN, by=DEV)

    refused = await here.people.submit(BEN)
    words = (await shown(here, BEN)).words
    note = await kept(here)

    assert refused.updated
    assert "Your manager is now dev" in words
    assert [reader.person_id for reader in note.readers] == [DEV]


@pytest.mark.parametrize("thief", [ANA, CLEO])
async def test_nobody_else_keeps_them(here: World, thief: str) -> None:
    """Neither the giver nor a stranger can make somebody's kudos their note."""
    await thanked(here)
    await here.people.submit(BEN)
    sent = await last_of(here, "view_submission")
    await thanked(here, DEV)
    view = (await shown(here, DEV)).json

    await here.people.send(sent, view=view, user={**sent.request["user"], "id": thief})

    assert await notes_of(here, thief) == ()
    assert await notes_of(here, DEV) == ()


async def test_a_skill_that_is_not_offered_is_refused(here: World) -> None:
    """A skill from nowhere is refused at its field, and nothing is kept."""
    await grown(here)
    await thanked(here)
    await here.people.submit(BEN)
    sent = await last_of(here, "view_submission")
    await thanked(here)
    fresh = replace(sent, request={**sent.request, "view": (await shown(here, BEN)).json})

    answer = await send_changed(here, fresh, {"skills": {"selected_options": [{"value": "e/alchemy"}]}})

    assert list(answer.body["errors"]) == ["skills"]
    assert len(await notes_of(here, BEN)) == 1


async def test_quiet_kudos_opened_by_the_named_manager_are_logged(here: World) -> None:
    """A reader besides the two leaves a trace for the receiver, who sees the words and no form."""
    await managed(here, BEN, by=CLEO)
    await here.people.command(ANA, f"/growth kudos @ben {TEXT}")
    await here.people.submit(ANA, {"manager": ["yes"]})
    async with here.bot.deps.read() as workspace:
        (kudos,) = await kudos_not_kept(workspace, BEN)

    await open_kudos(here, CLEO, kudos.id)

    assert "ana thanked ben" in (await shown(here, CLEO)).words
    assert (await shown(here, CLEO)).labels == []
    async with here.bot.deps.read() as workspace:
        (opening,) = await openings_of(workspace, BEN, since=date(2026, 1, 1))
    assert (opening.reader_id, opening.kind) == (CLEO, "kudos")


async def test_quiet_kudos_are_not_opened_by_others(here: World) -> None:
    """A colleague is answered as if there were nothing."""
    kudos_id = await thanked(here)

    await open_kudos(here, CLEO, kudos_id)

    assert "not here, or not yours" in (await shown(here, CLEO)).words

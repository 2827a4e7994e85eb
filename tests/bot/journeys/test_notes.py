"""Writing notes through Slack's protocol."""

from datetime import date

import pytest

from bot.domain.texts import LONGEST
from storage.choices import DeliveryState, EvidenceSource, Reading
from storage.deliveries import deliveries_in
from storage.people import get_person
from storage.records import FrozenReader, Mark
from tests.bot.journeys.kept import last_of, noted, notes_of, send_changed, shown, the_note_of
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, World

DELIVERY = "shared/delivery"
SMALL_PIECES = "Delivers a described change in pieces small enough to check within a day."


async def test_a_line_and_save_is_a_note(here: World) -> None:
    """What was typed after the command is kept with one press, privately and dated today."""
    await here.people.command(BEN, "/growth note Untangled the rota")

    done = await here.people.submit(BEN)

    assert done.closed
    note = await the_note_of(here, BEN)
    assert (note.text, note.happened_on) == ("Untangled the rota", date(2026, 6, 16))
    assert (note.owner_id, note.author_id, note.source) == (BEN, BEN, EvidenceSource.NOTE)
    assert (note.is_shared, note.marks, note.readers) == (False, (), ())


@pytest.mark.parametrize("word", ["log", "win", "evidence"])
async def test_other_words_open_the_same_form(here: World, word: str) -> None:
    """Log, win and evidence mean a note."""
    await here.people.command(BEN, f"/growth {word} Mended the build")

    assert (await shown(here, BEN)).callback_id == "note_form"


async def test_a_note_owes_the_home_and_no_message(here: World) -> None:
    """After Save a Home that was looked at before is shown afresh, and nothing else is sent."""
    await here.people.open_home(BEN)
    await here.deliver()
    await noted(here, BEN, "Mended the build")

    async with here.bot.deps.read() as workspace:
        owed = await deliveries_in(workspace, [DeliveryState.PENDING])
    assert [(one.kind, one.recipient) for one in owed] == [("home", BEN)]


async def test_the_form_says_how_the_note_starts(here: World) -> None:
    """Beside Save stands that only the member can read it."""
    await here.people.command(BEN, "/growth note")

    assert "Private: only you can read it" in (await shown(here, BEN)).words


async def test_words_stay_as_they_were_typed(here: World) -> None:
    """Names, ampersands and angles typed after the command are kept as a person reads them."""
    await noted(here, BEN, "Paired with @cleo on R&D, <5 ms, see @oncall")

    assert (await the_note_of(here, BEN)).text == "Paired with @cleo on R&D, <5 ms, see @oncall"


async def test_more_keeps_what_was_typed(here: World) -> None:
    """Unfolding the form loses nothing."""
    await here.people.command(BEN, "/growth note")
    await here.people.choose(BEN, "What happened?", "Half a thought")

    await here.people.press(BEN, None, "Add skills, a date, a link, or share it")

    view = await shown(here, BEN)
    assert view.values["text"]["note_text"]["value"] == "Half a thought"
    assert view.labels == ["What happened?", "Link", "When?", "Who may read it?"]
    assert "Who can read this: only you." in view.words


async def test_everything_under_more_is_kept(here: World) -> None:
    """Date, link, skills, behaviours and milestones land on the note."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e1")
    await here.people.command(BEN, "/growth note Shipped it")
    await here.people.press(BEN, None, "Add skills, a date, a link, or share it")
    await here.people.choose(BEN, "Which skills?", ["Planning and delivery", "Communication"])
    done = await here.people.submit(
        BEN,
        {
            "Which examples did it show?": [SMALL_PIECES, "Brought a new colleague to a first release."],
            "When?": date(2026, 6, 1),
            "Link": "https://example.com/pull/1",
        },
    )

    assert done.closed
    note = await the_note_of(here, BEN)
    assert (note.happened_on, note.link) == (date(2026, 6, 1), "https://example.com/pull/1")
    assert set(note.marks) == {
        Mark(framework="engineering", competency=DELIVERY, behaviour="small-pieces"),
        Mark(framework="engineering", competency="shared/communication"),
        Mark(framework="engineering", competency=None, milestone="brings-someone-in"),
    }


async def test_other_skills_keep_what_still_fits(here: World) -> None:
    """Adding a skill offers its behaviours too, and the chosen ones stay chosen."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e1")
    await here.people.command(BEN, "/growth note Shipped it")
    await here.people.press(BEN, None, "Add skills, a date, a link, or share it")
    await here.people.choose(BEN, "Which skills?", ["Planning and delivery"])
    await here.people.choose(BEN, "Which examples did it show?", [SMALL_PIECES])

    await here.people.choose(BEN, "Which skills?", ["Planning and delivery", "Learning from the work"])

    view = await shown(here, BEN)
    assert "Uses the product as a customer would" in view.words
    chosen = view.values["showed~2"]["showed"]["selected_options"]
    assert [option["text"]["text"] for option in chosen] == [SMALL_PIECES]


async def test_a_shared_note_names_its_reader_before_it_is_saved(here: World) -> None:
    """Choosing to share shows who will read, and freezes the manager with the note."""
    await managed(here, BEN, by=ANA)
    await here.people.command(BEN, "/growth note Led the review")
    await here.people.press(BEN, None, "Add skills, a date, a link, or share it")
    await here.people.choose(BEN, "Who may read it?", "Me and ana, my manager")
    receipt = (await shown(here, BEN)).words

    await here.people.submit(BEN)

    assert "you, and ana for as long as ana is your manager" in receipt
    note = await the_note_of(here, BEN)
    assert (note.is_shared, note.readers) == (True, (FrozenReader(person_id=ANA, reading=Reading.MANAGER),))


async def test_the_next_note_starts_as_last_chosen(here: World) -> None:
    """Who shared the last note begins the next one shared, and reads with whom."""
    await managed(here, BEN, by=ANA)
    await noted(here, BEN, "Led the review", reach="shared")

    await here.people.command(BEN, "/growth note")

    assert "Shared with ana, your manager" in (await shown(here, BEN)).words
    async with here.bot.deps.read() as workspace:
        assert (await get_person(workspace, BEN)).shares_notes


async def test_sharing_without_a_manager_says_so(here: World) -> None:
    """Without a manager nobody else can read a shared note, and the receipt tells it."""
    await here.people.command(BEN, "/growth note Led the review")
    await here.people.press(BEN, None, "Add skills, a date, a link, or share it")
    await here.people.choose(BEN, "Who may read it?", "shared")
    receipt = (await shown(here, BEN)).words

    await here.people.submit(BEN)

    assert "only you for now, as you have no manager here yet" in receipt
    assert (await the_note_of(here, BEN)).readers == ()


async def test_a_manager_who_changed_meanwhile_brings_the_form_back(here: World) -> None:
    """A shared note goes to nobody whom its receipt did not name, and what was typed stays."""
    await managed(here, BEN, by=ANA)
    await here.people.command(BEN, "/growth note Led the review")
    await here.people.press(BEN, None, "Add skills, a date, a link, or share it")
    await here.people.choose(BEN, "Who may read it?", "shared")
    await managed(here, BEN, by=CLEO)
    refused = await here.people.submit(BEN)
    view = await shown(here, BEN)
    before = await notes_of(here, BEN)
    done = await here.people.submit(BEN)

    assert refused.updated
    assert before == ()
    assert "Your manager is now cleo" in view.words
    assert view.values["text"]["note_text"]["value"] == "Led the review"
    assert done.closed
    assert [reader.person_id for reader in (await the_note_of(here, BEN)).readers] == [CLEO]


async def test_the_day_ends_where_the_member_lives(here: World) -> None:
    """Tomorrow is refused by the member's own clock, today is not."""
    await here.people.update_user(BEN, tz="Pacific/Auckland")
    here.clock.move(hours=4)
    await here.people.command(BEN, "/growth note Flew")
    await here.people.press(BEN, None, "Add skills, a date, a link, or share it")

    refused = await here.people.submit(BEN, {"When?": date(2026, 6, 18)})
    done = await here.people.submit(BEN, {"When?": date(2026, 6, 17)})

    assert "not in the future" in refused.error_at("When?")
    assert done.closed


@pytest.mark.parametrize("link", ["http://example.com", "example.com", "https://", "javascript:alert(1)"])
async def test_a_link_that_is_none_is_refused_at_its_field(here: World, link: str) -> None:
    """Only an https address is a link; the form says so beside it and keeps it."""
    await here.people.command(BEN, "/growth note Wrote it up")
    await here.people.press(BEN, None, "Add skills, a date, a link, or share it")

    done = await here.people.submit(BEN, {"Link": link})

    assert "https:// in front" in done.error_at("Link")
    assert await notes_of(here, BEN) == ()


async def test_a_double_submit_writes_once(here: World) -> None:
    """The same form delivered twice makes one note."""
    await noted(here, BEN, "Once")

    again = await here.people.send(await last_of(here, "view_submission"))

    assert again.acked
    assert len(await notes_of(here, BEN)) == 1


async def test_too_much_text_is_not_lost_silently(here: World) -> None:
    """Of 40,000 characters the form holds what fits, and it and the answer say what became of the rest."""
    said = await here.people.command(BEN, f"/growth note {'a' * 40_000}")

    view = await shown(here, BEN)
    assert "40,000 characters, and a note holds 3,000" in said.text
    assert "40,000 characters, and a note holds 3,000" in view.words
    done = await here.people.submit(BEN)
    assert done.closed
    assert len((await the_note_of(here, BEN)).text) == LONGEST


async def test_strange_text_is_kept_and_shown_as_words(here: World) -> None:
    """Broadcasts, emoji and direction marks call nobody and turn nothing round."""
    await here.people.command(BEN, "/growth note")

    await here.people.submit(BEN, {"What happened?": "<!channel> 🎉 \u202eevil\u202c שלום <@U0ANA>"})

    assert (await the_note_of(here, BEN)).text == "<!channel> 🎉 evil שלום <@U0ANA>"


FORGED = {
    "skills": {"selected_options": [{"value": "engineering/alchemy"}]},
    "showed": {"selected_options": [{"value": "behaviour shared/delivery nothing"}]},
    "day": {"selected_date": "yesterday"},
    "link": {"value": "http://example.com"},
    "text": {"value": " "},
}


@pytest.mark.parametrize("field", FORGED)
async def test_values_changed_on_the_way_back_are_refused_at_their_field(here: World, field: str) -> None:
    """What the form never offered is refused where it stands, and nothing is kept."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e1")
    await here.people.command(BEN, "/growth note Shipped it")
    await here.people.press(BEN, None, "Add skills, a date, a link, or share it")
    await here.people.choose(BEN, "Which skills?", ["Planning and delivery"])
    await here.people.submit(BEN, {"Link": "https://example.com"})
    assert len(await notes_of(here, BEN)) == 1

    forged = await send_changed(here, await last_of(here, "view_submission"), {field: FORGED[field]})

    assert [name.partition("~")[0] for name in forged.body["errors"]] == [field]
    assert len(await notes_of(here, BEN)) == 1


async def test_a_behaviour_of_a_skill_that_was_not_chosen_is_refused(here: World) -> None:
    """What was shown belongs to the chosen skills."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e1")
    await here.people.command(BEN, "/growth note Shipped it")
    await here.people.press(BEN, None, "Add skills, a date, a link, or share it")
    await here.people.choose(BEN, "Which skills?", ["Planning and delivery"])
    await here.people.submit(BEN, {"Which examples did it show?": [SMALL_PIECES]})

    sent = await last_of(here, "view_submission")
    forged = await send_changed(here, sent, {"skills": {"selected_options": []}})

    assert "does not belong to the skills" in forged.body["errors"]["showed~1"]

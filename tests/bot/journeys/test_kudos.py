"""Kudos through Slack's protocol."""

from bot.usecases.rights import erase_by_operator
from bot.usecases.skills import find_published
from bot.views import kit
from bot.views.answers import pack
from bot.views.kudos import OPEN
from playground.seen import View
from storage.kudos import kudos_not_kept
from storage.records import Kudos
from storage.workspaces import set_kudos_channel
from tests.bot.journeys.kept import last_of, press_a, send_changed, shown, the_note_of
from tests.bot.journeys.test_bad_moments import raw
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, DEV, GUEST, KUDOS_CHANNEL, World


async def test_kudos_reach_their_receiver(here: World) -> None:
    """Who is thanked gets a message that says who thanked them, and none of the giver's words."""
    await here.people.command(ANA, "/growth kudos @ben Untangled the rota")

    done = await here.people.submit(ANA)
    await here.deliver()

    assert not done.errors
    said = (await here.people.dms(BEN))[-1]
    assert "ana thanked you" in said.words
    assert "Untangled" not in said.words


async def test_kudos_to_a_guest_are_refused_at_the_field(here: World) -> None:
    """A guest is refused beside the receiver, and what was typed stays."""
    await here.people.command(ANA, "/growth kudos @guest Helped")

    done = await here.people.submit(ANA)

    assert "guest" in done.errors["receivers"]
    async with here.bot.deps.read() as workspace:
        assert not await kudos_not_kept(workspace, GUEST)


async def test_kudos_to_oneself_are_refused_at_the_field(here: World) -> None:
    """Nobody thanks themselves; the form says what to write instead."""
    await here.people.command(ANA, "/growth kudos @ana Helped")

    done = await here.people.submit(ANA)

    assert "write a note instead" in done.errors["receivers"]


async def test_several_are_thanked_in_one_form(here: World) -> None:
    """Each gets kudos and a message of their own, and the page that follows names them all."""
    await here.people.command(ANA, "/growth kudos @ben @cleo Moved the archive without a lost file")

    await here.people.submit(ANA)
    await here.deliver()

    assert "ben and cleo are told now" in (await shown(here, ANA)).words
    for person in (BEN, CLEO):
        assert "ana thanked you" in (await here.people.dms(person))[-1].words
        assert [one.text for one in await kudos_of(here, person)] == ["Moved the archive without a lost file"]


async def test_the_channel_names_all_who_were_thanked(here: World) -> None:
    """Public kudos for several are one post, which names everybody who wants to be announced."""
    async with here.bot.deps.write() as workspace:
        await set_kudos_channel(workspace, KUDOS_CHANNEL)
    await unannounced(here, DEV)
    await here.people.command(ANA, "/growth kudos @ben @cleo @dev Moved the archive")
    await here.people.choose(ANA, "reach", "Everyone")
    receipt = (await shown(here, ANA)).words
    await here.people.submit(ANA)
    await here.deliver()

    (post,) = await here.people.messages(ANA, KUDOS_CHANNEL)
    assert post.text == "ana thanked ben and cleo."
    assert "dev prefers not to be announced: that stays between you two." in receipt
    (quiet,) = await kudos_of(here, DEV)
    assert not quiet.is_public


async def test_quiet_kudos_for_several_tell_none_of_the_others(here: World) -> None:
    """Each reads their own, and cannot open what another got, nor learn that they did."""
    await here.people.command(ANA, "/growth kudos @ben @cleo Moved the archive")
    receipt = (await shown(here, ANA)).words
    await here.people.submit(ANA)
    await here.deliver()
    (bens,) = await kudos_of(here, BEN)

    await press_a(here, CLEO, kit.button(OPEN, "Press", pack(kudos=bens.id)))

    assert "None of them sees who else is thanked." in receipt
    assert "not here, or not yours" in (await shown(here, CLEO)).words
    assert "cleo" not in (await here.people.dms(BEN))[-1].words


async def test_each_keeps_and_erases_their_own(here: World) -> None:
    """What one makes of their kudos, or that they leave, changes nothing for another; their name goes."""
    async with here.bot.deps.write() as workspace:
        await set_kudos_channel(workspace, KUDOS_CHANNEL)
    await here.people.command(ANA, "/growth kudos @ben @cleo Moved the archive")
    await here.people.submit(ANA, {"reach": "Everyone"})
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")
    await here.people.submit(BEN)

    await erase_by_operator(here.bot.deps, CLEO)
    await here.deliver()

    assert (await the_note_of(here, BEN)).text == "Moved the archive"
    assert await here.people.messages(ANA, KUDOS_CHANNEL) == []
    assert "ana thanked you" in (await here.people.dms(BEN))[-1].words


async def test_skills_of_several_are_those_they_have_in_common(here: World) -> None:
    """People of one kind of work are offered its skills; of two kinds, the skills that stand in both."""
    for person, cluster in ((BEN, "engineering"), (CLEO, "engineering"), (DEV, "product")):
        await at_work(here, person, cluster)
    await here.people.command(ANA, "/growth kudos @ben @cleo Moved the archive")
    alike = skills_in(await shown(here, ANA))
    await here.people.choose(ANA, "receivers", ["ben", "cleo", "dev"])
    view = await shown(here, ANA)

    both = set(alike) & set(await skills_of(here, "product"))
    assert "Planning and delivery" in alike
    assert set(skills_in(view)) == both
    assert view.values["text"]["kudos_text"]["value"] == "Moved the archive"


async def test_each_keeps_the_common_skill_in_their_own_framework(here: World) -> None:
    """A skill that both have is kept by each among the skills of their own kind of work."""
    for person, cluster in ((BEN, "engineering"), (DEV, "product")):
        await at_work(here, person, cluster)
    await here.people.command(ANA, "/growth kudos @ben @dev Moved the archive")
    (common, *_) = skills_in(await shown(here, ANA))
    await here.people.submit(ANA, {"skills": [common]})

    found = {one.receiver_id: one for person in (BEN, DEV) for one in await kudos_of(here, person)}
    assert {person: one.framework for person, one in found.items()} == {BEN: "engineering", DEV: "product"}
    assert found[BEN].competencies == found[DEV].competencies != ()


async def test_more_than_ten_are_refused_at_the_field(here: World) -> None:
    """A form that no client would send names too many, and is told so where they stand."""
    await here.people.command(ANA, "/growth kudos @ben Moved the archive")
    await here.people.submit(ANA)
    sent = await last_of(here, "view_submission")

    answer = await send_changed(
        here, sent, {"receivers": {"selected_users": [f"U0{place}" for place in range(11)]}}
    )

    assert "up to 10 people" in answer.body["errors"]["receivers"]


async def test_more_than_ten_names_are_said_to_be_too_many(here: World) -> None:
    """Who types more names than there is room for reads that the first ten are in the form."""
    named = " ".join(f"<@U0NOBODY{place}>" for place in range(11))

    said = await raw(here, f"kudos {named} Moved the archive")

    assert "up to ten people at once" in str(said)


async def at_work(here: World, person: str, cluster: str) -> None:
    """Somebody does a kind of work, and Ana manages them."""
    await managed(here, person, by=ANA)
    async with here.bot.deps.read() as workspace:
        framework = await find_published(workspace, here.bot.deps, cluster)
    assert framework is not None
    await placed(here, person, framework.levels[0].id, cluster=cluster)


async def test_a_day_of_a_giver_has_its_end(here: World) -> None:
    """Who thanked twenty people today is told so beside them and loses nothing; tomorrow there is room."""
    for place in range(19):
        await here.people.command(ANA, f"/growth kudos @ben Kept the rota fair, day {place}")
        assert not (await here.people.submit(ANA)).errors
    await here.people.command(ANA, "/growth kudos @ben @cleo Moved the archive")
    nearly = await here.people.submit(ANA)
    await here.people.choose(ANA, "receivers", ["ben"])
    fits = await here.people.submit(ANA)
    await here.people.command(ANA, "/growth kudos @cleo Moved the archive")
    full = await here.people.submit(ANA)
    typed = (await shown(here, ANA)).values["text"]["kudos_text"]["value"]
    here.clock.move(hours=14)
    again = await here.people.submit(ANA)

    assert "room for 1 more today" in nearly.errors["receivers"]
    assert "you have thanked 20 people" in full.errors["receivers"]
    assert (fits.errors, typed, again.errors) == ({}, "Moved the archive", {})


async def test_undoing_makes_no_room(here: World) -> None:
    """What was taken back still reached people, so it counts toward the day."""
    for _ in range(20):
        await here.people.command(ANA, "/growth kudos @ben Kept the rota fair")
        await here.people.submit(ANA)
        await here.people.press(ANA, None, "Undo")
    await here.people.command(ANA, "/growth kudos @ben Kept the rota fair")

    assert "as many as a day holds" in (await here.people.submit(ANA)).errors["receivers"]


async def test_a_giver_chooses_how_their_kudos_begin(here: World) -> None:
    """Quiet at first; for everyone once that is chosen, and each time anew what the form says."""
    await here.people.command(ANA, "/growth kudos @ben")
    before = (await shown(here, ANA)).words
    await here.people.command(ANA, "/growth settings")
    await here.people.submit(ANA, {"giving": "For everyone"})
    await here.people.command(ANA, "/growth kudos @ben")
    after = (await shown(here, ANA)).words
    await here.people.choose(ANA, "reach", "Just the two of us")
    await here.people.submit(ANA, {"text": "Moved the archive"})

    assert "Who can read this: ben and you." in before
    assert "Who can read this: everyone here who uses Trellis" in after
    assert [one.is_public for one in await kudos_of(here, BEN)] == [False]


def skills_in(view: View) -> list[str]:
    """The skills that an open form offers, without the choice not to say."""
    (menu,) = [field.element for field in view.fields if field.block_id.partition("~")[0] == "skills"]
    return [one["text"]["text"] for one in menu["options"][1:]]


async def skills_of(here: World, cluster: str) -> list[str]:
    """The skills of a kind of work."""
    async with here.bot.deps.read() as workspace:
        framework = await find_published(workspace, here.bot.deps, cluster)
    assert framework is not None
    return [skill.title for skill in framework.competencies]


async def kudos_of(here: World, receiver: str) -> tuple[Kudos, ...]:
    """The kudos that somebody has not kept."""
    async with here.bot.deps.read() as workspace:
        return await kudos_not_kept(workspace, receiver)


async def unannounced(here: World, person: str) -> None:
    """Somebody chooses not to be announced."""
    await here.people.command(person, "/growth settings")
    await here.people.submit(person, {"announce": ["Don’t announce me: kudos for me stay between two"]})

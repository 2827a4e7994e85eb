"""What is typed wrong, and forms that come back after the world has moved on.

Each gives an answer at its place or a refusal, keeps what was typed, and changes nothing that it should not.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.usecases.management import end_tie
from bot.usecases.viewers import manager_of
from storage.choices import Consent
from storage.kudos import kudos_not_kept
from storage.management import managers_of
from storage.records import Kudos
from storage.workspaces import set_kudos_channel
from tests.bot.journeys.filling import answering, errors_at, filled, held
from tests.bot.journeys.forms import FORMS
from tests.bot.journeys.kept import last_of, notes_of, send_changed, shown
from tests.bot.journeys.ties import managed, person, placed
from tests.world import ANA, BEN, CLEO, KUDOS_CHANNEL, World

FORM = {form.name: form for form in FORMS}
MEANT = {
    "kudso": "kudos",
    "KUDO": "kudos",
    "notes": "note",
    "thank": "kudos",
    "summry": "summary",
    "priv": "privacy",
    "frame": "framework",
    "obsreve": "observe",
    "observed": "observe",
    "managr": "manager",
    "1o1": "1on1",
    "hlep": "help",
}


@pytest.mark.parametrize("typed", MEANT)
async def test_a_slip_is_met_with_a_guess(here: World, typed: str) -> None:
    """A word that is nearly one of ours is answered with the one that was meant, and nothing opens."""
    said = await here.people.command(ANA, f"/growth {typed} @ben and more")

    assert f"/growth {MEANT[typed]}" in said.text
    assert said.view is None


NO_WORDS = (
    *(
        "xyzzy",
        "🎉",
        "שלום",
        "مرحبا",
        "<!channel>",
        "@channel",
        "!!!",
        "*",
        "`kudos`",
        "kudos;drop",
        "\u202ekudos",
    ),
    *("a" * 40_000, "🎉" * 9_000, "<@U0BEN|ben>", "&lt;!everyone&gt;", "_kudos_ <http://x.test|y>"),
)


@pytest.mark.parametrize("typed", NO_WORDS, ids=lambda typed: f"{typed[:12]!a}-{len(typed)}")
async def test_what_is_no_word_is_answered(here: World, typed: str) -> None:
    """Never silence: a short answer that leads to help, calls nobody, and holds no more of it than a line."""
    before = await held(here)

    said = await here.people.command(ANA, f"/growth {typed}")

    assert "/growth help" in said.text or "/growth kudos" in said.text
    assert len(said.text) < 400
    assert "<!" not in str(said.body)
    assert "<@" not in str(said.body)
    assert said.view is None
    assert await held(here) == before


async def raw(here: World, text: str) -> Any:
    """A command whose text comes as it is, as no keyboard makes it."""
    await here.people.command(ANA, "/growth help")
    return await here.people.send(await last_of(here, "/growth"), text=text)


FORGED = ("<@U123|evil>", "<@U0NONE>", "<@W0NONE|ben>", "<@UNKNOWN", "<@>", "<@u0ben>")


@pytest.mark.parametrize("word", ["kudos", "observe", "manager", "1on1", "summary"])
async def test_a_forged_mention_is_nobody(here: World, word: str) -> None:
    """A mention of an id that nobody has, or of none, names nobody and breaks nothing."""
    for mention in FORGED:
        said = await raw(here, f"{word} {mention}")

        assert said.acked, mention
        assert "Something went wrong" not in str(said.body), mention
    opened = [str(entry.request["view"]) for entry in await here.people.traffic("views.open")]
    assert not [view for view in opened if "initial_user" in view]


@pytest.mark.parametrize("name", ["@nobody", "@channel", "@here", "@ben.", "@Ben", "@b\u202een"])
async def test_a_name_that_nobody_has_is_said(here: World, name: str) -> None:
    """Only who is meant beyond doubt is taken; of any other name it is said that nobody has it."""
    said = await raw(here, f"kudos {name} Kept the rota fair")

    assert said.acked
    assert "Something went wrong" not in str(said.body)


async def test_typed_markup_names_nobody(here: World) -> None:
    """Angle brackets that somebody typed are words, not a mention."""
    await here.people.command(ANA, "/growth kudos <@U0BEN|evil> thanks")

    view = await shown(here, ANA)
    assert view.values["receivers"]["kudos_receivers"]["selected_users"] == []
    assert view.values["text"]["kudos_text"]["value"] == "<@U0BEN|evil> thanks"


async def test_forty_thousand_characters_of_kudos_are_not_cut_silently(here: World) -> None:
    """What the form does not hold is said, so that nobody sends half of it unawares."""
    said = await here.people.command(ANA, f"/growth kudos @ben {'a' * 40_000}")

    assert "40,000 characters" in said.text + (await shown(here, ANA)).words


async def test_a_broadcast_in_public_kudos_calls_nobody(here: World) -> None:
    """In the channel such words are words: no call of everybody, of one person, and no hidden link."""
    await here.people.command(ANA, "/growth kudos @ben")
    async with here.bot.deps.write() as workspace:
        await set_kudos_channel(workspace, KUDOS_CHANNEL)
    text = "<!channel> <!here> <@U0CLEO> <https://x.test|bank> &lt;!everyone&gt; *x*"
    await here.people.submit(ANA, {"text": text, "reach": "Everyone"})
    await here.deliver()

    posts = await here.people.traffic("chat.postMessage")
    (said,) = [post.request for post in posts if post.request["channel"] == KUDOS_CHANNEL]
    elements = list(elements_in(json.loads(said["blocks"])))
    assert {one["user_id"] for one in elements if one["type"] == "user"} == {ANA, BEN}
    assert not {"mrkdwn", "broadcast", "link", "usergroup", "channel"} & {one["type"] for one in elements}
    assert "<" not in said["text"]


def elements_in(part: Any) -> Iterator[dict[str, Any]]:
    """Everything in some blocks that has a type."""
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from elements_in(one)
    if isinstance(part, dict) and "type" in part:
        yield part


async def test_a_future_day_is_refused_at_its_field(here: World) -> None:
    """What happens tomorrow, or a level held from tomorrow: said at the day, and everything typed stays."""
    tomorrow = (here.clock() + timedelta(days=1)).date().isoformat()
    for name, field in (("note", "day"), ("observe", "day"), ("placement", "since")):
        entry = await filled(here, FORM[name])
        before = await held(here)

        refused = await here.people.send(entry, view=answering(entry, {field: {"selected_date": tomorrow}}))

        assert "not in the future" in errors_at(refused)[field]
        assert await held(here) == before


UNKNOWN: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("placement", "level", {"selected_option": {"value": "e99"}}),
    ("placement", "cluster", {"selected_option": {"value": "alchemy"}}),
    ("placement", "second", {"selected_option": {"value": "alchemy"}}),
    ("manager", "claim", {"selected_option": {"value": "my_owner"}}),
    ("manager", "other", {"selected_user": "U0NONE"}),
    ("kudos", "receivers", {"selected_users": ["U0NONE"]}),
    ("observe", "report", {"selected_option": {"value": "U0CLEO"}}),
    ("observe", "report", {"selected_option": {"value": "U0NONE"}}),
    ("observe", "kind", {"selected_option": {"value": "shame"}}),
    ("kudos", "receivers", {"selected_users": ["U0STRANGER"]}),
    ("review", "verdict:0", {"selected_option": {"value": "burn"}}),
    ("admin", "lead", {"selected_user": "U0STRANGER"}),
    ("admin", "add", {"selected_users": ["U0NONE"]}),
    ("admin", "unlead", {"selected_option": {"value": "U0CLEO"}}),
)


@pytest.mark.parametrize(("name", "field", "answer"), UNKNOWN)
async def test_what_was_never_offered_is_refused_at_its_field(
    here: World, name: str, field: str, answer: dict[str, Any]
) -> None:
    """A choice that the form did not have is named where it stands, and nothing is kept."""
    entry = await filled(here, FORM[name])
    before = await held(here)

    refused = await here.people.send(entry, view=answering(entry, {field: answer}))

    place = field.replace("verdict", "comment")
    assert list(errors_at(refused)) == [place]
    assert {**await held(here), "people": []} == {**before, "people": []}


async def kudos_of(here: World, receiver: str) -> tuple[Kudos, ...]:
    """The kudos of somebody."""
    async with here.bot.deps.read() as workspace:
        return await kudos_not_kept(workspace, receiver)


async def test_an_unknown_skill_is_refused_at_the_skills(here: World) -> None:
    """A skill that the receiver's framework does not have, or no longer has, is said beside the skills."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await here.people.command(CLEO, "/growth kudos @ben Kept the rota fair")
    await here.people.submit(CLEO, {"What did it show?": ["Technical design"]})
    sent = await last_of(here, "view_submission")

    alchemy = {"selected_options": [{"value": "engineering/alchemy"}]}
    refused = await send_changed(here, sent, {"skills": alchemy})

    assert "no longer offered" in errors_at(refused)["skills"]
    assert len(await kudos_of(here, BEN)) == 1


async def test_a_receiver_without_a_placement_gets_kudos_without_skills(here: World) -> None:
    """Who has no framework is thanked all the same, and the form says that skills can follow."""
    await here.people.command(ANA, "/growth kudos @ben Kept the rota fair")
    view = await shown(here, ANA)
    await here.people.submit(ANA)

    (thanks,) = await kudos_of(here, BEN)
    assert "They can add some to your kudos later" in view.words
    assert thanks.competencies == ()
    assert thanks.framework is None


async def test_a_receiver_who_left_meanwhile_is_refused_at_the_field(here: World) -> None:
    """Between opening and sending somebody left: it is said beside their name, and the words stay."""
    await here.people.command(ANA, "/growth kudos @ben Kept the rota fair")
    await here.people.deactivate(BEN)

    done = await here.people.submit(ANA)

    assert "no longer in this workspace" in done.errors["receivers"]
    assert (await shown(here, ANA)).values["text"]["kudos_text"]["value"] == "Kept the rota fair"
    assert await kudos_of(here, BEN) == ()


@pytest.mark.parametrize(("name", "field"), [("manager", "other"), ("pair", "other")])
async def test_the_other_side_left_meanwhile(here: World, name: str, field: str) -> None:
    """Nobody is asked who cannot answer: it is said beside their name."""
    entry = await filled(here, FORM[name])
    await here.people.deactivate(BEN)
    before = await held(here)

    refused = await here.people.send(entry)

    assert "no longer in this workspace" in errors_at(refused)[field]
    assert await held(here) == before


async def test_a_manager_who_changed_brings_the_kudos_form_back(here: World) -> None:
    """The receipt named one manager: with another the form comes back, says so, and nothing was sent."""
    await managed(here, BEN, by=ANA)
    await here.people.command(CLEO, "/growth kudos @ben Kept the rota fair")
    await here.people.choose(CLEO, "manager", ["ana may read it too"])
    await managed(here, BEN, by="U0DEV")

    done = await here.people.submit(CLEO)

    view = await shown(here, CLEO)
    assert done.updated
    assert "manager is now dev" in view.words
    assert view.values["text"]["kudos_text"]["value"] == "Kept the rota fair"
    assert await kudos_of(here, BEN) == ()


async def test_what_is_quiet_needs_no_manager(here: World) -> None:
    """Kudos that the manager does not read are sent, whoever that is by now."""
    await managed(here, BEN, by=ANA)
    await here.people.command(CLEO, "/growth kudos @ben Kept the rota fair")
    await managed(here, BEN, by="U0DEV")

    await here.people.submit(CLEO)

    (thanks,) = await kudos_of(here, BEN)
    assert thanks.readers == ()


async def test_a_former_manager_confirms_nothing(here: World) -> None:
    """The question about a level was asked of one manager; when another came, only they can answer."""
    await managed(here, BEN, by=ANA)
    await here.people.command(BEN, "/growth me")
    await here.people.press(BEN, None, "Say where I am")
    await here.people.choose(BEN, "cluster", "Engineering")
    await here.people.submit(BEN, {"Which level fits best today?": "Engineer"})
    await here.deliver()
    question = (await here.people.dms(ANA))[-1]
    await managed(here, BEN, by=CLEO)
    before = await held(here)

    pressed = await here.people.press(ANA, question, "Confirm")

    assert pressed.view is not None
    assert "not here, or not yours" in pressed.view.words
    assert await held(here) == before


async def test_a_summary_is_not_shared_with_a_manager_of_before(here: World) -> None:
    """The page was made for one manager: pressed after the tie ended, it is shared with nobody."""
    await managed(here, BEN, by=ANA)
    await here.people.command(BEN, "/growth summary")
    async with here.bot.deps.read() as workspace:
        (tie,) = await managers_of(workspace, BEN, Consent.CONFIRMED)
    await end_tie(here.bot.deps, await person(here, BEN), tie.id)
    before = await held(here)

    await here.people.press(BEN, None, "summary_share")

    assert await held(here) == before


async def test_a_summary_shared_twice_is_shared_once(here: World) -> None:
    """Two presses before the page could change make one summary, and one message."""
    await managed(here, BEN, by=ANA)
    await here.people.command(BEN, "/growth summary")
    await here.people.press(BEN, None, "summary_share")
    before = await held(here)

    again = await here.people.send(await last_of(here, "block_actions"))

    assert again.acked
    assert await held(here) == before
    await here.deliver()
    assert len([one for one in await here.people.dms(ANA) if "summary" in one.words]) == 1


async def test_another_workspaces_requests_are_refused(here: World) -> None:
    """Commands, presses, shortcuts and events of another team read and change nothing."""
    await here.people.command(ANA, "/growth help")
    await here.people.shortcut(ANA, "write_note")
    await here.people.press(ANA, None, "Add skills, a date, a link, or share it")
    await here.people.mention(ANA, "summary", KUDOS_CHANNEL)
    theirs = {"id": "T0OTHER", "domain": "elsewhere"}
    changes: dict[str, dict[str, Any]] = {
        "/growth": {"team_id": "T0OTHER", "text": "summary"},
        "shortcut": {"team": theirs},
        "app_mention": {"team_id": "T0OTHER", "event_id": "Ev9", "authorizations": []},
    }
    before = await held(here)
    calls = len(await here.people.traffic("views.open"))

    for name, change in changes.items():
        refused = await here.people.send(await last_of(here, name), **change)
        assert refused.acked, name

    assert await held(here) == before
    assert len(await here.people.traffic("views.open")) == calls


async def test_somebody_from_elsewhere_is_refused(here: World) -> None:
    """A person of another company who shares a channel acts for nobody here."""
    said = await here.people.command("U0STRANGER", "/growth summary")

    assert "Trellis" in said.text
    assert said.view is None
    assert await notes_of(here, "U0STRANGER") == ()
    async with here.bot.deps.read() as workspace:
        assert await manager_of(workspace, "U0STRANGER") is None

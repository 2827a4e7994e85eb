"""Laws of every form: sent twice, by who left, from elsewhere, with words and values that are none.

Each gives an answer at its place or a refusal, keeps what was typed, and changes nothing that it should not.
"""

from typing import Any

import pytest

from bot.usecases.people import introduce
from tests.bot.journeys.filling import answering, errors_at, filled, held, is_unforeseen
from tests.bot.journeys.forms import FORMS, Form
from tests.bot.journeys.kept import shown
from tests.listeners import registered
from tests.world import BEN, World

FORTY_THOUSAND = "a" * 40_000
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
every_text = pytest.mark.parametrize("form", [one for one in FORMS if one.text], ids=lambda form: form.name)


def test_every_form_is_tried() -> None:
    """The laws below hold for whatever form can be sent."""
    assert {form.view for form in FORMS} == registered().views.keys()


@every_form
async def test_a_form_acts_once(here: World, form: Form) -> None:
    """The same submission, delivered three times, is one act, and each is acknowledged."""
    entry = await filled(here, form)
    before = await held(here)
    first = await here.people.send(entry)
    await introduce(here.bot.deps, form.by)  # who was erased is met anew in whatever they do next
    after = await held(here)

    again = [await here.people.send(entry) for _ in range(2)]

    assert not errors_at(first)
    assert after != before
    assert not [reply.body for reply in again if is_unforeseen(reply) or errors_at(reply)]
    assert await held(here) == after


@every_form
async def test_who_left_meanwhile_sends_nothing(here: World, form: Form) -> None:
    """A form that was open when its person was deactivated, or became a guest, is refused."""
    entry = await filled(here, form)
    for change in ({"is_restricted": True}, {"is_restricted": False, "deleted": True}):
        await here.people.update_user(form.by, **change)
        before = await held(here)

        refused = await here.people.send(entry)

        assert "Trellis is for members of this workspace" in str(refused.body)
        assert await held(here) == before


@every_form
async def test_another_workspaces_forms_are_refused(here: World, form: Form) -> None:
    """With another team's id nothing is read or changed, whoever is named as its person."""
    entry = await filled(here, form)
    before = await held(here)

    theirs = {**entry.request["view"], "team_id": "T0OTHER", "app_installed_team_id": "T0OTHER"}
    refused = await here.people.send(entry, team={"id": "T0OTHER", "domain": "elsewhere"}, view=theirs)

    assert "not installed in this workspace" in str(refused.body)
    assert await held(here) == before


@every_form
async def test_a_person_whom_nobody_knows_is_refused(here: World, form: Form) -> None:
    """An id that Slack does not know, or that is none, acts for nobody."""
    entry = await filled(here, form)
    before = await held(here)

    for user in ("U0NONE", "U0STRANGER", "", "; DROP TABLE people"):
        refused = await here.people.send(entry, user={**entry.request["user"], "id": user})
        assert "Trellis is for members of this workspace" in str(refused.body), user

    after = await held(here)
    assert {name: rows for name, rows in after.items() if name != "people"} == {
        name: rows for name, rows in before.items() if name != "people"
    }


METADATA: tuple[Any, ...] = (
    *("", "{", "[]", "null", "7", '"text"', "\x00", "[" * 3000, '{"draft":{"a":1}}'),
    '{"draft":7,"round":"x","framework":{},"manager":[],"receiver":5,"clusters":"y","day":"never"}',
    '{"draft":"d","round":{},"report_round":"x","evidence":[],"manager":7}',
    '{"draft":"d","round":[],"page":"x","review":{},"summary":{},"kudos":{},"pair":{},"version":"x"}',
    '{"draft":"d","round":1e999,"page":-5,"cut":"many","shared":"yes","open":[],"version":{},"channel":7}',
    None,
)


@every_form
async def test_metadata_changed_on_the_way_back_is_answered(here: World, form: Form) -> None:
    """Whatever stands where our ids stood: an answer of ours, and never a fault."""
    entry = await filled(here, form)

    answers = [
        (packed, await here.people.send(entry, view={**entry.request["view"], "private_metadata": packed}))
        for packed in METADATA
    ]

    assert not [(packed, reply.body) for packed, reply in answers if is_unforeseen(reply)]


JUNK: tuple[Any, ...] = (None, 7, True, [], {}, "", "x", ["x"], {"value": "x"}, [{"value": "x"}], [7], "\x00")
KEYS = ("value", "selected_user", "selected_users", "selected_option", "selected_options", "selected_date")
MORE_KEYS = ("selected_time", "selected_channel", "type")


@every_form
async def test_answers_changed_on_the_way_back_are_answered(here: World, form: Form) -> None:
    """Whatever stands in the fields, of whichever type: an answer of ours, and never a fault."""
    entry = await filled(here, form)
    fields = [block.partition("~")[0] for block in entry.request["view"]["state"]["values"]]

    answers = []
    for junk in JUNK:
        changed = dict.fromkeys((*KEYS, *MORE_KEYS), junk)
        view = answering(entry, dict.fromkeys(fields, changed))
        answers.append((junk, await here.people.send(entry, view=view)))

    assert not [(junk, reply.body) for junk, reply in answers if is_unforeseen(reply)]


STATES: tuple[Any, ...] = (None, {}, {"values": None}, {"values": []}, {"values": {"text": None}}, [], "x")


@every_form
async def test_a_state_that_is_none_is_answered(here: World, form: Form) -> None:
    """A view without answers, or with none that can be read, is answered too."""
    entry = await filled(here, form)
    states: tuple[Any, ...] = (
        None,
        {},
        {"values": None},
        {"values": []},
        {"values": {"text": None}},
        [],
        "x",
    )

    answers = [
        (state, await here.people.send(entry, view={**entry.request["view"], "state": state}))
        for state in states
    ]

    assert not [(state, reply.body) for state, reply in answers if is_unforeseen(reply)]


@every_text
async def test_forty_thousand_characters_are_answered_at_their_field(here: World, form: Form) -> None:
    """How much was typed and how much fits is said there; the form stays with its words."""
    entry = await filled(here, form)
    before = await held(here)

    refused = await here.people.send(
        entry, view=answering(entry, {str(form.text): {"value": FORTY_THOUSAND}})
    )

    assert f"40,000 characters, and there is room for {form.most:,}" in errors_at(refused)[str(form.text)]
    assert (refused.body or {})["response_action"] == "errors"
    assert await held(here) == before


@every_text
async def test_the_longest_text_is_taken(here: World, form: Form) -> None:
    """As many characters fit as are said to, emoji and all."""
    entry = await filled(here, form)
    before = await held(here)

    done = await here.people.send(
        entry, view=answering(entry, {str(form.text): {"value": "é🎉" * (form.most // 2)}})
    )

    assert not errors_at(done)
    assert await held(here) != before


@every_text
async def test_nothing_but_blanks_is_no_text(here: World, form: Form) -> None:
    """Spaces, controls and marks of direction say nothing, and that is said at the field."""
    if form.name in {"review", "check"}:  # where a verdict or a mark needs no comment
        return
    entry = await filled(here, form)
    before = await held(here)

    refused = await here.people.send(
        entry, view=answering(entry, {str(form.text): {"value": " \n\t\u200f\u202e\x00 "}})
    )

    assert "Write a line or two" in errors_at(refused)[str(form.text)]
    assert await held(here) == before


NAMELESS = frozenset({"offer"})
"""Forms that refuse names, mentions and links."""
STRANGE = "<!channel> <@U0BEN> &amp; *bold* 🎉👩‍👩‍👧 \u202eevil\u202c שלום مرحبا <https://x.test|bank>"
KEPT = "<!channel> <@U0BEN> &amp; *bold* 🎉👩‍👩‍👧 evil שלום مرحبا <https://x.test|bank>"


@pytest.mark.parametrize(
    "form", [form for form in FORMS if form.text and form.name not in NAMELESS], ids=lambda form: form.name
)
async def test_strange_words_are_kept_as_they_were_typed(here: World, form: Form) -> None:
    """Markup, emoji and letters that run from right to left are kept, without what turns words round."""
    entry = await filled(here, form)

    done = await here.people.send(entry, view=answering(entry, {str(form.text): {"value": STRANGE}}))

    after = await held(here)
    assert not errors_at(done)
    assert any(KEPT in map(str, row) for rows in after.values() for row in rows)


async def test_what_was_typed_stays_when_it_is_refused(here: World) -> None:
    """An answer at a field leaves every field as it was."""
    await here.people.command(BEN, "/growth kudos @ana Kept the rota fair")
    await here.people.choose(BEN, "receivers", ["ben"])

    await here.people.submit(BEN)

    view = await shown(here, BEN)
    assert view.values["text"]["kudos_text"]["value"] == "Kept the rota fair"
    assert view.values["receivers"]["kudos_receivers"]["selected_users"] == [BEN]
    assert set(view.errors) == {"receivers"}

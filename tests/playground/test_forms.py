"""Modals: what stands in their inputs, what they refuse, and what an answer makes of them."""

from __future__ import annotations

from typing import Any

import pytest

from playground.control import Control, Refused
from playground.seen import View
from tests.playground.an_app import App, Json, buttons, field, lapse, modal, options, text


async def _open(app: App, *blocks: Json, **parts: Any) -> View:
    """Ana has a modal open, and the app acknowledges from then on."""
    app.opens(modal(*blocks, **parts))
    reply = await app.slack.control.command("U0ANA", "/growth")
    app.says(None)
    await app.last()
    assert reply.view
    return reply.view


async def _update(app: App, view: View, *blocks: Json) -> None:
    answer = await app.call("views.update", view_id=view.id, view=modal(*blocks))
    assert answer["ok"], answer


async def _value(app: App, block: str = "what", action: str = "answer") -> Any:
    view = await app.slack.control.view("U0ANA")
    assert view
    return view.values[block][action]["value"]


async def test_submission(app: App, slack: Control) -> None:
    """A submission carries the view with its state, metadata and hash; an empty answer closes it."""
    view = await _open(app, field("What"), private_metadata="draft 7", callback_id="kudos")

    done = await slack.submit("U0ANA", {"What": "Mended the build"})

    got = await app.last()
    assert (got["type"], got["view"]["callback_id"]) == ("view_submission", "kudos")
    assert got["view"]["state"]["values"]["what"]["answer"]["value"] == "Mended the build"
    assert (got["view"]["private_metadata"], got["view"]["hash"]) == ("draft 7", view.hash)
    assert (done.outcome, done.closed, done.view) == ("closed", True, None)


async def test_initial_values(app: App, slack: Control) -> None:
    """What an input begins with counts as its value; others are null or empty."""
    two = options("One", "Two")
    await _open(
        app,
        field("Text", block="a", initial_value="Begun"),
        field("Pick", block="b", type="static_select", options=two, initial_option=two[1]),
        field("Day", block="c", type="datepicker", initial_date="2026-01-02"),
        field("Ticks", block="d", type="checkboxes", options=two, optional=True),
        field("Who", block="e", type="users_select", optional=True),
    )

    await slack.submit("U0ANA")

    values = {block: held["answer"] for block, held in (await app.last())["view"]["state"]["values"].items()}
    assert values == {
        "a": {"type": "plain_text_input", "value": "Begun"},
        "b": {"type": "static_select", "selected_option": two[1]},
        "c": {"type": "datepicker", "selected_date": "2026-01-02"},
        "d": {"type": "checkboxes", "selected_options": []},
        "e": {"type": "users_select", "selected_user": None},
    }


async def test_update_keeps_typed(app: App, slack: Control) -> None:
    """An update keeps what was typed where block_id and action_id stay, whatever initial value it brings."""
    view = await _open(app, field("What"))
    await slack.choose("U0ANA", "What", "typed")

    await _update(app, view, field("What else", initial_value="other"))

    assert await _value(app) == "typed"


@pytest.mark.parametrize(
    "changed",
    [
        field("What", block="new", initial_value="other"),
        field("What", action_id="new", initial_value="other"),
    ],
)
async def test_update_new_id(app: App, slack: Control, changed: Json) -> None:
    """An input under a new block_id or action_id begins anew."""
    view = await _open(app, field("What"))
    await slack.choose("U0ANA", "What", "typed")

    await _update(app, view, changed)

    assert await _value(app, changed["block_id"], changed["element"]["action_id"]) == "other"


async def test_update_withdraws_option(app: App, slack: Control) -> None:
    """A choice that an update no longer offers is gone."""
    view = await _open(app, field("Pick", type="static_select", options=options("One", "Two")))
    await slack.choose("U0ANA", "Pick", "Two")

    await _update(app, view, field("Pick", type="static_select", options=options("One", "Three")))

    shown = await slack.view("U0ANA")
    assert shown
    assert shown.values["what"]["answer"]["selected_option"] is None


@pytest.mark.parametrize(
    ("element", "value", "said"),
    [
        ({}, None, "Please complete this required field."),
        ({"min_length": 5}, "four", "Please enter at least 5 characters."),
        ({"max_length": 3}, "four", "Please enter at most 3 characters."),
        ({"type": "checkboxes", "options": options("One")}, [], "Please complete this required field."),
        ({"type": "number_input", "is_decimal_allowed": False}, "x", "Please enter a number."),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5", "Please enter a whole number."),
        (
            {"type": "number_input", "is_decimal_allowed": False, "min_value": "2"},
            "1",
            "Please enter a number of at least 2.",
        ),
        (
            {"type": "number_input", "is_decimal_allowed": False, "max_value": "2"},
            "3",
            "Please enter a number of at most 2.",
        ),
        ({"type": "email_text_input"}, "sam", "Please enter a valid email address."),
        ({"type": "url_text_input"}, "sam", "Please enter a valid URL."),
    ],
)
async def test_refused_at_the_screen(app: App, slack: Control, element: Json, value: Any, said: str) -> None:
    """What an input does not take is said at the field, and the app hears nothing."""
    await _open(app, field("What", **element))

    done = await slack.submit("U0ANA", {"What": value})

    assert (done.outcome, done.errors, done.error_at("What"), done.told) == (
        "refused",
        {"what": said},
        said,
        False,
    )
    assert app.received.empty()


async def test_optional_input(app: App, slack: Control) -> None:
    """An optional input may stay empty."""
    await _open(app, field("What", optional=True))

    assert (await slack.submit("U0ANA")).closed


async def test_errors_keep_typed(app: App, slack: Control) -> None:
    """Errors stand at their fields, what was typed stays, and a new entry takes its error away."""
    await _open(app, field("What"))
    app.says({"response_action": "errors", "errors": {"what": "Say more."}})

    done = await slack.submit("U0ANA", {"What": "typed"})

    assert (done.outcome, done.error_at("What")) == ("errors", "Say more.")
    assert await _value(app) == "typed"
    await slack.choose("U0ANA", "What", "typed more")
    shown = await slack.view("U0ANA")
    assert shown
    assert shown.errors == {}


async def test_update_clears_errors(app: App, slack: Control) -> None:
    """An update takes the errors of the former contents away."""
    view = await _open(app, field("What"))
    app.says({"response_action": "errors", "errors": {"what": "Say more."}})
    await slack.submit("U0ANA", {"What": "typed"})

    await _update(app, view, field("What"))

    shown = await slack.view("U0ANA")
    assert shown
    assert shown.errors == {}


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"response_action": "errors", "errors": {"row": "No."}}, "row is no input block"),
        ({"response_action": "errors", "errors": {"other": "No."}}, "other is no input block"),
        ({"response_action": "errors", "errors": {}}, "at least one block"),
        ({"response_action": "errors", "errors": {"what": 7}}, "must have a sentence"),
        ({"response_action": "update", "view": {"type": "modal"}}, "missing required field"),
        ({"response_action": "update", "view": {"type": "home", "blocks": []}}, "must be modal"),
        ({"response_action": "push"}, "missing required field: view"),
        ({"response_action": "explode"}, "unknown response_action"),
    ],
)
async def test_bad_answer(app: App, slack: Control, said: Json, problem: str) -> None:
    """An answer that Slack would not take leaves the modal open and tells the person of trouble."""
    await _open(app, field("What"), buttons("Go"))
    app.says(said)

    done = await slack.submit("U0ANA", {"What": "typed"})

    assert done.outcome == "failed"
    assert problem in done.problem
    assert done.view


async def test_update_by_answer(app: App, slack: Control) -> None:
    """`update` changes the submitted view in place."""
    view = await _open(app)
    app.says({"response_action": "update", "view": modal(title=text("Done"))})

    done = await slack.submit("U0ANA", {"What": "typed"})

    assert done.view
    assert (done.outcome, done.view.title, done.view.id) == ("updated", "Done", view.id)


async def test_push_by_answer(app: App, slack: Control) -> None:
    """`push` lays a view on the submitted one, and submitting it leads back."""
    view = await _open(app)
    app.says({"response_action": "push", "view": modal(title=text("More"))})
    pushed = await slack.submit("U0ANA", {"What": "typed"})
    app.says(None)

    back = await slack.submit("U0ANA", {"What": "more"})

    assert pushed.view
    assert back.view
    assert (pushed.view.title, back.outcome, back.view.id) == ("More", "closed", view.id)


async def test_clear_by_answer(app: App, slack: Control) -> None:
    """`clear` closes the whole stack."""
    await _open(app)
    app.says({"response_action": "push", "view": modal()})
    await slack.submit("U0ANA", {"What": "typed"})
    app.says({"response_action": "clear"})

    done = await slack.submit("U0ANA", {"What": "more"})

    assert (done.outcome, (await slack.screen("U0ANA")).views) == ("cleared", [])


async def test_late_answer(either_app: App) -> None:
    """A submission that is not acknowledged in time leaves the modal open with what was typed."""
    slack = either_app.slack.control
    await _open(either_app)
    await slack.choose("U0ANA", "What", "typed")
    either_app.stays_silent()

    done = await lapse(either_app, 3.0, slack.submit("U0ANA"))

    assert (done.outcome, done.problem) == ("failed", "operation_timeout")
    assert await _value(either_app) == "typed"


@pytest.mark.parametrize("asks", [True, False])
async def test_closing(app: App, slack: Control, asks: bool) -> None:
    """The app hears that a view was closed if it asked for that."""
    await _open(app, notify_on_close=asks)

    reply = await slack.close("U0ANA")

    assert reply.told is asks
    assert await slack.view("U0ANA") is None


async def test_closing_all(app: App, slack: Control) -> None:
    """Leaving a whole stack closes every view, the uppermost first, each as cleared."""
    below = await _open(app, notify_on_close=True)
    app.says({"response_action": "push", "view": modal(notify_on_close=True)})
    above = (await slack.submit("U0ANA", {"What": "typed"})).view
    app.says(None)
    await app.last()

    await slack.close("U0ANA", everything=True)

    first, second = await app.received.get(), await app.received.get()
    assert above
    assert [first["view"]["id"], second["view"]["id"]] == [above.id, below.id]
    assert (first["type"], first["is_cleared"], second["is_cleared"]) == ("view_closed", True, True)


async def test_no_modal(slack: Control) -> None:
    """Without an open modal there is nothing to submit."""
    with pytest.raises(Refused, match="U0ANA has no modal open"):
        await slack.submit("U0ANA")


async def test_no_submit(app: App, slack: Control) -> None:
    """A modal without a button to submit it cannot be submitted."""
    await _open(app, {"type": "divider"}, submit=None)

    with pytest.raises(Refused, match="no button to submit"):
        await slack.submit("U0ANA")


async def test_given_ids(app: App) -> None:
    """Blocks and elements without ids get some, which stay the same for the view's life."""
    block = {"type": "input", "label": text("What"), "element": {"type": "plain_text_input"}}

    view = await _open(app, block)

    shown = await app.slack.control.view("U0ANA")
    assert shown
    assert view.fields[0].block_id == shown.fields[0].block_id != ""
    assert view.fields[0].action_id in view.values[view.fields[0].block_id]


async def test_rich_text(app: App, slack: Control) -> None:
    """Text typed into a rich text input comes as a rich_text block."""
    await _open(app, field("What", type="rich_text_input"))

    await slack.submit("U0ANA", {"What": "typed"})

    held = (await app.last())["view"]["state"]["values"]["what"]["answer"]["rich_text_value"]
    assert held["type"] == "rich_text"
    assert held["elements"][0]["elements"] == [{"type": "text", "text": "typed"}]

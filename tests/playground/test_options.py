"""Menus that the app fills as one types."""

from __future__ import annotations

from typing import Any

import pytest

from playground.control import Control, Refused
from tests.playground.an_app import App, Json, field, modal, options


async def _menu(app: App, said: Any, **element: Any) -> None:
    """Ana has a modal with such a menu open, which the app fills with what it says from then on."""
    app.opens(modal(field("Skill", type="external_select", action_id="skill", **element)))
    await app.slack.control.command("U0ANA", "/growth")
    app.says(said)
    await app.last()


async def test_query(app: App, slack: Control) -> None:
    """The app is asked with what was typed, and for which menu."""
    await _menu(app, {"options": options("Delivery", "Design")})

    offered = await slack.options("U0ANA", "Skill", "Del")

    got = await app.last()
    assert offered == ["Delivery", "Design"]
    assert (got["type"], got["action_id"], got["block_id"], got["value"]) == (
        "block_suggestion",
        "skill",
        "what",
        "Del",
    )
    assert got["view"]["type"] == "modal"


@pytest.mark.parametrize(
    ("element", "query", "asked"), [({}, "De", False), ({}, "Del", True), ({"min_query_length": 0}, "", True)]
)
async def test_min_query(app: App, slack: Control, element: Json, query: str, asked: bool) -> None:
    """The app is asked from the third letter on, unless the menu says otherwise."""
    await _menu(app, {"options": options("Delivery")}, **element)

    await slack.options("U0ANA", "Skill", query)

    assert app.received.empty() is not asked


async def test_groups(app: App, slack: Control) -> None:
    """Options may come in groups."""
    group = {"label": {"type": "plain_text", "text": "Craft"}, "options": options("Delivery")}
    await _menu(app, {"option_groups": [group]})

    assert await slack.options("U0ANA", "Skill", "Delivery") == ["Delivery"]


async def test_choosing(app: App, slack: Control) -> None:
    """Choosing asks for what was typed and takes the option of that name."""
    await _menu(app, {"options": options("Delivery", "Design")})
    await slack.choose("U0ANA", "Skill", "Design")
    app.says(None)

    await slack.submit("U0ANA")

    state = (await app.last())["view"]["state"]["values"]["what"]["skill"]
    assert state == {"type": "external_select", "selected_option": options("Design")[0]}


@pytest.mark.parametrize("said", [{"options": []}, {"option_groups": []}])
async def test_empty(app: App, slack: Control, said: Json) -> None:
    """There may be nothing to offer."""
    await _menu(app, said)

    assert await slack.options("U0ANA", "Skill", "Delivery") == []


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (None, "without options"),
        ({"options": options(*[f"Skill {number}" for number in range(101)])}, "no more than 100"),
        ({"options": options("x" * 76)}, "must be less than 76 characters"),
    ],
)
async def test_refused(app: App, slack: Control, said: Any, problem: str) -> None:
    """Options beyond Slack's limits are not shown."""
    await _menu(app, said)

    with pytest.raises(Refused, match=problem):
        await slack.options("U0ANA", "Skill", "Delivery")


async def test_too_many_chosen(app: App, slack: Control) -> None:
    """No more can be chosen than the menu allows."""
    pick: Json = {"type": "multi_static_select", "options": options("One", "Two"), "max_selected_items": 1}
    app.opens(modal(field("Skill", **pick)))
    await slack.command("U0ANA", "/growth")

    with pytest.raises(Refused, match="at most 1"):
        await slack.choose("U0ANA", "Skill", ["One", "Two"])

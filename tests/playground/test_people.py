"""People as the Web API shows them, and the events when they come, change and go."""

from __future__ import annotations

import pytest

from playground.control import Control, Refused
from playground.model import Person
from tests.playground.an_app import ANA, PEOPLE, App, socket_app


async def test_user(app: App) -> None:
    """users.info gives names, zone and roles as Slack does."""
    user = (await app.call("users.info", user="U0ANA"))["user"]

    assert (user["name"], user["real_name"], user["tz"]) == ("ana", "Ana Petrova", "Europe/Sofia")
    assert user["tz_offset"] in {7200, 10800}
    assert (user["team_id"], user["deleted"], user["is_bot"]) == (app.slack.team_id, False, False)


async def test_odd_users() -> None:
    """Guests, owners and strangers are told apart, and a profile has its title."""
    odd = (
        Person(id="U0GUEST", name="guest", title="Sailmaker", is_ultra_restricted=True),
        Person(id="U0OWNER", name="owner", is_owner=True),
        Person(id="U0STRANGER", name="stranger", is_stranger=True, team_id="T0OTHER"),
    )
    async with socket_app(people=odd) as app:
        guest, owner, stranger = [(await app.call("users.info", user=one.id))["user"] for one in odd]

    assert guest["profile"]["title"] == "Sailmaker"
    assert (guest["is_restricted"], guest["is_ultra_restricted"]) == (True, True)
    assert (owner["is_admin"], owner["is_owner"]) == (True, True)
    assert (stranger["is_stranger"], stranger["team_id"]) == (True, "T0OTHER")


async def test_unknown_user(app: App) -> None:
    """Nobody is found under an unknown id."""
    assert (await app.call("users.info", user="U0NOBODY"))["error"] == "user_not_found"


async def test_pages() -> None:
    """users.list gives everybody of the workspace, page by page, and nobody twice."""
    people = [Person(id=f"U{number:04d}", name=f"p{number}") for number in range(7)]
    stranger = Person(id="U0STRANGER", name="stranger", is_stranger=True)
    async with socket_app(people=(*people, stranger)) as app:
        seen, cursor, pages = [], "", 0
        while cursor or not pages:
            page = await app.call("users.list", limit=3, cursor=cursor)
            seen += [user["id"] for user in page["members"]]
            cursor, pages = page["response_metadata"]["next_cursor"], pages + 1

    assert seen == [*(person.id for person in people), "U0APP", "USLACKBOT"]
    assert pages == 3


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"cursor": "nonsense!"}, "invalid_cursor"),
        ({"cursor": "bm9uZQ=="}, "invalid_cursor"),
        ({"limit": "many"}, "invalid_limit"),
    ],
)
async def test_bad_page(app: App, args: dict[str, str], error: str) -> None:
    """A cursor or limit that cannot be read is refused."""
    assert (await app.call("users.list", **args))["error"] == error


async def test_open_dm(app: App) -> None:
    """conversations.open gives the same direct message each time."""
    first = await app.call("conversations.open", users="U0ANA")
    second = await app.call("conversations.open", users="U0ANA", return_im=True)

    assert first["channel"]["id"] == second["channel"]["id"]
    assert second["channel"]["user"] == "U0ANA"


@pytest.mark.parametrize(
    ("users", "error"),
    [
        ("", "users_list_not_supplied"),
        ("U0NOBODY", "user_not_found"),
        ("USLACKBOT", "cannot_dm_bot"),
        ("U0GONE", "user_disabled"),
        ("U0STRANGER", "invalid_user_combination"),
        ("U0ANA,U0SAM", "missing_scope"),
    ],
)
async def test_no_dm(users: str, error: str) -> None:
    """The app opens no direct message with bots, leavers, strangers or groups."""
    odd = (
        Person(id="U0GONE", name="gone", deleted=True),
        Person(id="U0STRANGER", name="stranger", is_stranger=True),
    )
    async with socket_app(people=(*PEOPLE, *odd)) as app:
        assert (await app.call("conversations.open", users=users))["error"] == error


async def test_joining(app: App, slack: Control) -> None:
    """Whoever joins is known at once, and the app hears team_join with the whole user."""
    await slack.add_user(Person(id="U0NEW", name="new", tz="Asia/Tokyo"))

    event = (await app.last())["event"]
    assert (event["type"], event["user"]["id"], event["user"]["tz"]) == ("team_join", "U0NEW", "Asia/Tokyo")
    assert (await app.call("users.info", user="U0NEW"))["ok"]


async def test_joining_twice(slack: Control) -> None:
    """Nobody joins under an id that is taken."""
    with pytest.raises(Refused, match="U0ANA is there already"):
        await slack.add_user(ANA)


async def test_changing(app: App, slack: Control) -> None:
    """A change of name or zone reaches the app as user_change."""
    await slack.update_user("U0ANA", tz="Asia/Tokyo")

    event = (await app.last())["event"]
    assert (event["type"], event["user"]["tz"]) == ("user_change", "Asia/Tokyo")


async def test_leaving(app: App, slack: Control) -> None:
    """Whoever is deactivated can do nothing more, and the app hears of it."""
    await slack.deactivate("U0ANA")

    assert (await app.last())["event"]["user"]["deleted"] is True
    with pytest.raises(Refused, match="ana is deactivated"):
        await slack.command("U0ANA", "/growth")


async def test_unknown_part(slack: Control) -> None:
    """A misspelt particular is said by name."""
    with pytest.raises(Refused, match="unknown: timezone"):
        await slack.update_user("U0ANA", timezone="UTC")


async def test_bots_do_nothing(slack: Control) -> None:
    """A bot has no screen to act at."""
    with pytest.raises(Refused, match="slackbot is a bot"):
        await slack.command("USLACKBOT", "/growth")

"""users.info and users.list."""

from __future__ import annotations

from base64 import b64decode, b64encode

from playground.call import Call
from playground.errors import SlackError
from playground.model import Json
from playground.shapes import user_object
from playground.team import Team

PAGE = 200  # people, when no limit is given
MOST = 1000


def one_user(team: Team, call: Call) -> Json:
    """One user."""
    person = team.state.person(call.text("user"))
    return {"user": user_object(team.who, person, team.clock.civil())}


def all_users(team: Team, call: Call) -> Json:
    """All users of the workspace, a page at a time; strangers are not among them."""
    people = [person for person in team.state.people.values() if not person.is_stranger]
    start, limit = _start(call.text("cursor")), _limit(call.text("limit"))
    wall = team.clock.civil()
    page = [user_object(team.who, person, wall) for person in people[start : start + limit]]
    more = start + limit < len(people)
    cursor = b64encode(f"user:{start + limit}".encode()).decode() if more else ""
    return {"members": page, "cache_ts": int(wall), "response_metadata": {"next_cursor": cursor}}


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(b64decode(cursor, validate=True).decode().removeprefix("user:"))
    except ValueError:
        raise SlackError("invalid_cursor") from None


def _limit(limit: str) -> int:
    if limit and not limit.isdigit():
        raise SlackError("invalid_limit")
    return min(int(limit or 0) or PAGE, MOST)

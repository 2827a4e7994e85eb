"""The door that Slack posts to: who is let in, and what an uninvited guest can do, which is nothing."""

import io
import json
from collections.abc import AsyncIterator, Callable

from bot.listeners.door_http import PATH
from storage.session import Database
from tests.bot.doors.letters import SENTENCE, asked, command, headers, interaction, posted
from tests.bot.journeys.ties import managed
from tests.stored import Stored, stored
from tests.world import ANA, BEN, KUDOS_CHANNEL, World, world

MEGABYTE = 1024 * 1024
MINUTES = 60.0


def home_opened(here: World) -> str:
    """The body of an event that has an effect."""
    opened = {"type": "app_home_opened", "tab": "home", "user": ANA}
    return json.dumps(
        {"type": "event_callback", "team_id": here.slack.team_id, "event_id": "Ev1", "event": opened}
    )


async def held(here: World) -> Stored:
    """All that the store holds."""
    return await stored(here.bot.deps.database)


def now(here: World) -> float:
    """The moment of the signatures."""
    return here.bot.deps.ticker().timestamp()


Forged = Callable[[World, str], dict[str, str]]
FORGED: dict[str, Forged] = {
    "another secret": lambda here, body: headers(here, body, secret="f" * 32),
    "another body": lambda here, body: headers(here, f"{body}&text=admin"),
    "an empty signature": lambda here, body: {**headers(here, body), "X-Slack-Signature": ""},
    "letters beyond ASCII": lambda here, body: {**headers(here, body), "X-Slack-Signature": "v0=é"},
    "an older version": lambda here, body: {
        **headers(here, body),
        "X-Slack-Signature": headers(here, body)["X-Slack-Signature"].replace("v0=", "v1="),
    },
    "five minutes ago": lambda here, body: headers(here, body, now(here) - 5 * MINUTES - 2),
    "five minutes ahead": lambda here, body: headers(here, body, now(here) + 5 * MINUTES + 2),
    "no number": lambda here, body: headers(here, body, "yesterday"),
    "no whole number": lambda here, body: headers(here, body, f"{now(here):.3f}"),
    "no ASCII number": lambda here, body: headers(here, body, "\u0661\u0662\u0663"),
    "below zero": lambda here, body: headers(here, body, "-1"),
    "a number too long": lambda here, body: headers(here, body, "9" * 5000),
    "no number at all": lambda here, body: headers(here, body, ""),
    "no timestamp": lambda here, body: {"X-Slack-Signature": headers(here, body)["X-Slack-Signature"]},
    "no signature": lambda here, body: {
        "X-Slack-Request-Timestamp": headers(here, body)["X-Slack-Request-Timestamp"]
    },
    "nothing": lambda _, __: {},
}


async def test_what_slack_did_not_sign_is_refused_and_changes_nothing(here: World) -> None:
    """A wrong or stale signature, or none, is answered 401, and the store is as it was."""
    body = home_opened(here)
    before = await held(here)

    answers = {how: await posted(here, body, forge(here, body)) for how, forge in FORGED.items()}

    assert {how: (one.status, one.text) for how, one in answers.items()} == dict.fromkeys(FORGED, (401, ""))
    assert await held(here) == before


async def test_the_same_request_signed_is_taken(here: World) -> None:
    """What is refused above is refused for its signature alone."""
    before = await held(here)

    answered = await posted(here, home_opened(here))

    assert answered.status == 200
    assert await held(here) != before


async def test_a_clock_may_be_off_by_minutes(here: World) -> None:
    """Within five minutes to either side a signature holds."""
    body = command(here, "help")
    moments = [now(here) + minutes * MINUTES for minutes in (-4.9, 4.9)]

    answers = [await posted(here, body, headers(here, body, moment)) for moment in moments]

    assert [answered.status for answered in answers] == [200, 200]


async def test_a_body_over_a_megabyte_is_refused(here: World) -> None:
    """413, whoever signed it, and nothing of it is kept."""
    body = command(here, "x" * MEGABYTE)
    before = await held(here)

    for above in (headers(here, body), {}):
        answered = await asked(here, "POST", PATH, data=io.BytesIO(body.encode()), headers=above)
        assert answered.status == 413

    assert await held(here) == before


async def test_a_body_without_a_length_is_cut_off_all_the_same(here: World) -> None:
    """A body that comes in pieces is counted as it comes."""

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(17):
            yield b"x" * (MEGABYTE // 16)

    answered = await asked(here, "POST", "/slack/events", data=pieces())

    assert answered.status == 413


SENSELESS = [
    "",
    "payload=",
    "payload=%7B",
    "{",
    "[]",
    '"text"',
    "payload=[]",
    "\x00\xff",
    '{"a":' + "[" * 9999,
]


async def test_a_signed_body_that_says_nothing_is_refused_and_changes_nothing(here: World) -> None:
    """What Slack would never send is refused, not failed upon."""
    before = await held(here)

    answers = [(await posted(here, body)).status for body in SENSELESS]

    assert all(400 <= status < 500 for status in answers), answers
    assert await held(here) == before


async def test_any_word_may_be_typed(here: World) -> None:
    """A command that speaks of a payload, as only Slack's own fields do, is a command like any other."""
    answers = [await posted(here, command(here, text)) for text in ("help payload", "payload=1", "{payload")]

    assert [answered.status for answered in answers] == [200, 200, 200]
    assert "/growth kudos" in answers[0].text


async def test_an_event_that_nobody_listens_for_is_acknowledged(here: World) -> None:
    """There is no need to tell it again, and it changes nothing."""
    event = {"type": "event_callback", "team_id": here.slack.team_id, "event_id": "Ev1"}
    before = await held(here)

    answered = await posted(
        here, json.dumps(event | {"event": {"type": "message", "user": ANA, "text": "Hi"}})
    )

    assert answered.status == 200
    assert await held(here) == before


ELSEWHERE = {
    ("GET", "/"): 404,
    ("POST", "/"): 404,
    ("POST", "/slack"): 404,
    ("POST", "/slack/events/more"): 404,
    ("GET", "/slack/install"): 404,
    ("GET", "/metrics"): 404,
    ("GET", "/../etc/passwd"): 404,
    ("GET", "/slack/events"): 405,
    ("DELETE", "/slack/events"): 405,
    ("POST", "/healthz"): 405,
}


async def test_other_paths_are_not_there(here: World) -> None:
    """The door has three paths, each with its one method."""
    assert {place: (await asked(here, *place)).status for place in ELSEWHERE} == ELSEWHERE


async def test_a_living_trellis_says_so(here: World) -> None:
    """/healthz answers as long as the program runs, /readyz once it can serve."""
    alive, ready = await asked(here, "GET", "/healthz"), await asked(here, "GET", "/readyz")

    assert (alive.status, alive.text) == (200, '{"alive": true}')
    assert (ready.status, ready.text) == (200, '{"ready": true}')


async def spoil(database: Database) -> None:
    """As if another version had migrated the store."""
    async with database.write("") as nobody:
        await nobody.session.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")


async def rename(database: Database, table: str, name: str) -> None:
    """Take a table away, or bring it back."""
    async with database.write("") as nobody:
        await nobody.session.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {name}")


async def test_a_store_that_is_not_ours_is_not_ready(here: World) -> None:
    """With another schema /readyz says no in so many words, and /healthz goes on saying yes."""
    await spoil(here.bot.deps.database)

    alive, ready = await asked(here, "GET", "/healthz"), await asked(here, "GET", "/readyz")

    assert alive.status == 200
    assert (ready.status, ready.text) == (503, '{"ready": false}')


async def test_socket_mode_opens_no_door(sqlite_address: str) -> None:
    """Where Slack comes over a socket there is no path to post to, and readiness follows the socket."""
    async with world(sqlite_address, mode="socket", SLACK_SIGNING_SECRET="") as here:
        await here.people.traffic("apps.connections.open", least=1)

        posting = await asked(here, "POST", "/slack/events", data=b"{}")

    assert posting.status == 404


async def test_a_replayed_form_changes_nothing(here: World) -> None:
    """The same signed submission again, to the letter, is one act."""
    await here.people.command(ANA, f"/growth kudos @ben {SENTENCE}")
    await here.people.submit(ANA)
    (sent,) = await here.people.traffic("view_submission")
    body = interaction(sent.request)
    above = headers(here, body)
    before = await held(here)

    answers = [await posted(here, body, above) for _ in range(2)]

    assert [answered.status for answered in answers] == [200, 200]
    assert await held(here) == before


async def test_a_replayed_event_changes_nothing(here: World) -> None:
    """The same signed event again is one act."""
    body = home_opened(here)
    above = headers(here, body)
    await posted(here, body, above)
    before = await held(here)

    again = await posted(here, body, above)

    assert again.status == 200
    assert await held(here) == before


async def test_a_replayed_command_asks_for_nothing_twice(here: World) -> None:
    """A manager's `summary`, told again to the letter, makes no second summary and no second message."""
    await managed(here, BEN, by=ANA)
    await here.people.command(ANA, "/growth summary @ben")
    sent = (await here.people.traffic("/growth"))[-1]
    before = await held(here)

    again = await here.people.send(sent)

    assert again.acked
    assert await held(here) == before


async def test_an_event_that_fails_is_told_again(here: World) -> None:
    """A fault of the store is answered 500, so that Slack comes again and the event is not lost."""
    await rename(here.bot.deps.database, "summaries", "gone")
    failed = await here.people.mention(ANA, "summary", KUDOS_CHANNEL)
    await rename(here.bot.deps.database, "gone", "summaries")
    (sent, *_) = await here.people.traffic("app_mention")

    again = await here.people.send(sent)

    assert failed.status == 500
    assert again.acked
    assert (await held(here))["summaries"]

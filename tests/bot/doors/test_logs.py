"""Nothing that people write is ever logged, whatever becomes of it (DESIGN 5.14, SLACK.md 6)."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import structlog

from bot.logs import configure_logs
from bot.words.observations import KEEP_DOING, OPEN
from playground.model import Person
from tests.bot.doors.letters import SENTENCE, command, headers, interaction, posted
from tests.bot.journeys.ties import managed
from tests.world import ANA, BEN, KUDOS_CHANNEL, World

WORD = "heron"
"""A word of the sentence, which no encoding of it takes apart."""
FORMATTER = logging.Formatter("%(name)s %(levelname)s %(message)s %(args)s")


@dataclass(slots=True)
class Logs:
    """All that was logged: by structlog, which prints, and by whatever uses the standard logging."""

    screen: pytest.CaptureFixture[str]
    lines: list[str]

    def read(self) -> str:
        """Everything since the last look."""
        printed = self.screen.readouterr()
        found = "\n".join([*self.lines, printed.out, printed.err])
        self.lines.clear()
        return found


class Ear(logging.Handler):
    """Writes down every record with its traceback."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.lines.append(FORMATTER.format(record))


@pytest.fixture
def logs(capsys: pytest.CaptureFixture[str]) -> Iterator[Logs]:
    """The logs as an operator has them, and more: as if all libraries were asked for all that they have."""
    known = {name: logging.getLogger(name).level for name in logging.root.manager.loggerDict}
    before = logging.root.level
    found = Logs(capsys, [])
    ear = Ear(found.lines)
    configure_logs("json")
    logging.root.addHandler(ear)
    logging.root.setLevel(logging.DEBUG)
    yield found
    logging.root.setLevel(before)
    logging.root.removeHandler(ear)
    for name, logger in logging.root.manager.loggerDict.items():
        if isinstance(logger, logging.Logger):
            logger.setLevel(known.get(name, logging.NOTSET))
    structlog.reset_defaults()


async def drop_table(here: World, table: str) -> None:
    """As if the store were broken: whatever touches it fails in SQL."""
    async with here.bot.deps.write() as workspace:
        await workspace.session.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        await workspace.session.exec_driver_sql(f"ALTER TABLE {table} RENAME TO gone")


async def test_what_is_taken_is_not_logged(logs: Logs, here: World) -> None:
    """Commands, forms, mentions, shortcuts and what they send leave no word in a log, and no name."""
    await here.people.add_user(Person(id="U0NEW", name=WORD))
    await here.people.command(ANA, f"/growth {SENTENCE}")
    await here.people.command(ANA, f"/growth note {SENTENCE}")
    await here.people.submit(ANA)
    await managed(here, BEN, by=ANA)
    await here.people.command(ANA, f"/growth observe @ben {SENTENCE}")
    await here.people.submit(ANA, {"kind": KEEP_DOING})
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], OPEN)
    await here.people.submit(BEN, {"reply": SENTENCE})
    await here.people.command(ANA, f"/growth kudos @ben {SENTENCE}")
    await here.people.choose(ANA, "reach", "Everyone")
    await here.people.submit(ANA)
    await here.people.mention(ANA, SENTENCE, KUDOS_CHANNEL)
    message = await here.people.post(ANA, SENTENCE, KUDOS_CHANNEL)
    await here.people.message_shortcut(ANA, message, "save_as_note")
    await here.deliver()

    assert WORD not in logs.read()


async def test_what_is_refused_is_not_logged(logs: Logs, here: World) -> None:
    """Nor do requests that are unsigned, too large, malformed, of elsewhere or for nobody."""
    body = command(here, f"note {SENTENCE}")
    await posted(here, body, headers(here, body, secret="f" * 32))
    await posted(here, body, headers(here, body, 0))
    await posted(here, f"payload={SENTENCE}")
    await posted(here, f'{{"{SENTENCE}')
    await posted(here, interaction({"type": "block_suggestion", "value": SENTENCE}))
    await posted(here, interaction({"type": "block_actions", "actions": [{"action_id": SENTENCE}]}))
    await posted(here, interaction({"type": SENTENCE, "team": {"id": here.slack.team_id}}))
    await posted(here, command(here, SENTENCE, user="U0NOBODY"))
    await posted(here, command(here, SENTENCE).replace(here.slack.team_id, "T0OTHER"))

    assert WORD not in logs.read()


async def test_a_failure_of_slack_is_logged_without_words(logs: Logs, here: World) -> None:
    """A form that does not open and a post that breaks leave their type, place and Slack's code."""
    await here.people.fault("views.open", "error", error="fatal_error", times=1)
    await here.people.command(ANA, f"/growth note {SENTENCE}")
    await here.people.command(ANA, f"/growth kudos @ben {SENTENCE}")
    await here.people.submit(ANA)
    for kind in ("status", "cut"):
        await here.people.fault("chat.postMessage", kind, times=1)
        await here.deliver()

    found = logs.read()
    assert "SlackUnclear" in found
    assert "fatal_error" in found
    assert WORD not in found


@pytest.mark.parametrize("table", ["evidence", "acts", "people"])
async def test_a_failure_of_the_store_is_logged_without_words(logs: Logs, here: World, table: str) -> None:
    """An error of SQL holds the row that it failed on, in its message and its arguments."""
    await here.people.command(BEN, f"/growth note {SENTENCE}")
    await drop_table(here, table)

    done = await here.people.submit(BEN)
    await here.people.mention(BEN, SENTENCE, KUDOS_CHANNEL)

    found = logs.read()
    assert "OperationalError" in found
    assert "Something went wrong on our side" in str(done.json)
    assert WORD not in found


async def test_what_no_store_takes_is_logged_without_words(logs: Logs, here: World) -> None:
    """Half a letter cannot be written down, and the error about it holds all that stood around it."""
    await here.people.command(ANA, "/growth note Mended the gate")
    await here.people.submit(ANA)
    (sent,) = await here.people.traffic("view_submission")

    await here.people.send(sent, user={**sent.request["user"], "id": f"{SENTENCE} \ud83d"})

    found = logs.read()
    assert "UnicodeEncodeError" in found
    assert WORD not in found

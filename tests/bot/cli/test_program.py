"""What holds for every command."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from bot.cli import program
from bot.words import program as words
from tests.bot.cli.shell import trellis

COMMANDS = (
    ("run",),
    ("demo",),
    ("doctor",),
    ("migrate",),
    ("frameworks", "check"),
    ("frameworks", "show"),
    ("frameworks", "diff"),
    ("frameworks", "publish"),
    ("deliveries",),
    ("deliveries", "send"),
    ("deliveries", "drop"),
    ("people", "import"),
)
HEAVY = ("aiohttp", "alembic", "pydantic", "rich", "slack_bolt", "slack_sdk", "sqlalchemy", "yaml")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_shows_an_example(command: tuple[str, ...]) -> None:
    """Each command's help says what it does and shows a call that one can copy."""
    said = trellis(*command, "--help")

    assert said.exit_code == 0
    assert f"trellis {' '.join(command)}" in " ".join(said.stdout.partition("Example:")[2].split())


def helps(command: Any) -> Iterator[str]:
    """What help says of a command, of what it takes, and of the commands below it."""
    yield command.help
    yield from (param.help for param in command.params if getattr(param, "help", None))
    for below in getattr(command, "commands", {}).values():
        yield from helps(below)


def test_help_stands_in_words() -> None:
    """What help says is in words; the docstring of a command is for readers of the code."""
    said = {value for value in vars(words).values() if isinstance(value, str)}

    assert set(helps(get_command(program))) <= said


def test_a_word_that_is_no_command_is_bad_use() -> None:
    """What the program does not know ends with 2, on stderr."""
    said = trellis("deliver")

    assert said.exit_code == 2
    assert "deliver" in said.stderr
    assert not said.stdout


def test_loading_the_program_loads_nothing_heavy() -> None:
    """The program's commands are known before any part that takes long to import."""
    code = f"import sys, bot.cli; print(*sorted(set(sys.modules) & {set(HEAVY)!r}))"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.split() == []


def test_wrong_settings_are_all_told_at_once() -> None:
    """A wrong start names every setting that is wrong, one a line, without a value, and ends with 2."""
    said = trellis("run", SLACK_BOT_TOKEN="S3cr3t", TRELLIS_PORT="S3cr3t")

    assert said.exit_code == 2
    assert [line.split()[0] for line in said.stderr.splitlines()] == [
        "SLACK_BOT_TOKEN",
        "TRELLIS_PORT",
        "Neither",
    ]
    assert "S3cr3t" not in said.output


def test_the_demo_stays_away_from_a_real_workspace() -> None:
    """Where a real token is set, the demo says so and does not begin."""
    said = trellis("demo", SLACK_BOT_TOKEN="xoxb-1")

    assert said.exit_code == 2
    assert "SLACK_BOT_TOKEN is set" in said.stderr
    assert "--ignore-environment" in said.stderr

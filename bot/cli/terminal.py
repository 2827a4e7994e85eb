"""What the commands share: settings, the store, and how a command ends."""

import asyncio
import gc
import json
import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import typer

from bot.words.program import AS_JSON as AS_JSON_HELP

if TYPE_CHECKING:
    from bot.deps import Deps
    from bot.settings import Settings

FAILED = 1
BAD_USE = 2
ENV_FILE = Path(".env")
AS_JSON = typer.Option("--json", help=AS_JSON_HELP)

T = TypeVar("T")


@contextmanager
def loading() -> Iterator[None]:
    """While modules load, collecting garbage is a seventh of the time and finds none."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def stop(*sentences: str, code: int = FAILED) -> NoReturn:
    """Say on stderr why the command ends here; 1 is a failed check, 2 bad use."""
    for sentence in sentences:
        typer.echo(sentence, err=True)
    raise typer.Exit(code)


def say_json(value: Any) -> None:
    """Print data for programs."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


def settings_or_stop(*, needs_slack: bool = False) -> "Settings":
    """The settings of the environment and `.env`; all that is wrong is told at once."""
    from bot.settings import SettingsError, read_settings
    from bot.words.settings import problem

    try:
        return read_settings(os.environ, ENV_FILE, needs_slack=needs_slack)
    except SettingsError as error:
        stop(*map(problem, error.problems), code=BAD_USE)


def at_the_desk(work: Callable[["Deps"], Awaitable[T]], settings: "Settings | None" = None) -> T:
    """Do one piece of work on the store, with Slack within reach."""
    from bot.app import at_desk
    from bot.errors import StartError
    from bot.words.keys import missing
    from storage.errors import KeyMissing

    chosen = settings or settings_or_stop()

    async def do() -> T:
        async with at_desk(chosen) as deps:
            return await work(deps)

    try:
        return asyncio.run(do())
    except StartError as error:
        stop(str(error))
    except KeyMissing as error:
        stop(missing(error.key_id))


def printable(text: str, longest: int = 60) -> str:
    """What somebody typed, safe and short enough for a terminal."""
    plain = "".join(letter if letter.isprintable() else "�" for letter in text)
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"

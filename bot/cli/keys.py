"""`trellis keys`: the keys that private words are sealed with."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import AS_JSON, BAD_USE, FAILED, at_the_desk, say_json, settings_or_stop, stop
from bot.words import program as words
from bot.words.program import example

if TYPE_CHECKING:
    from bot.settings import Settings

keys = typer.Typer(help=words.KEYS, epilog=example("trellis keys --json"))


@keys.callback(invoke_without_command=True)
def list_keys(context: typer.Context, as_json: Annotated[bool, AS_JSON] = False) -> None:
    """Print how many words each key sealed; exit 1 where one is missing."""
    if context.invoked_subcommand is not None:
        return
    from bot.usecases.keys import see_keys
    from bot.words.keys import in_use, missing

    found = at_the_desk(see_keys)
    if as_json:
        say_json({"words": found.words, "missing": list(found.missing)})
    else:
        for line in in_use(found.words):
            typer.echo(line)
    for key_id in found.missing:
        typer.echo(missing(key_id), err=True)
    if found.missing:
        raise typer.Exit(FAILED)


@keys.command(help=words.KEYS_ROTATE, epilog=example("trellis keys rotate"))
def rotate(as_json: Annotated[bool, AS_JSON] = False) -> None:
    """Seal everything with the newest key."""
    from bot.usecases.keys import rotate as rotate_all
    from bot.words.keys import progress, rotated

    settings = settings_or_stop()
    newest = _newest(settings)

    def told(done: int, total: int) -> None:
        typer.echo(progress(done, total), err=True)

    done = at_the_desk(lambda deps: rotate_all(deps, told), settings)
    if as_json:
        say_json({"newest": newest, "sealed": done})
    else:
        typer.echo(rotated(newest, done))


def _newest(settings: "Settings") -> str:
    from bot.words.keys import NO_KEYS

    held = settings.secret_keys.get_secret_value()
    if not held:
        stop(NO_KEYS, code=BAD_USE)
    return held[0][0]

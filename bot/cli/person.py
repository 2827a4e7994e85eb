"""`trellis person`: the rights of one person."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.terminal import AS_JSON, BAD_USE, at_the_desk, printable, say_json, stop
from bot.words import program as words
from bot.words.program import example

if TYPE_CHECKING:
    from bot.domain.rights import Erased, Export

person = typer.Typer(
    no_args_is_help=True, help=words.PERSON, epilog=example("trellis person export U024BE7LH sam-export")
)
USER = typer.Argument(metavar="USER", show_default=False, help=words.PERSON_USER)
OWNER_ALONE = 0o700


@person.command(help=words.PERSON_EXPORT, epilog=example("trellis person export U024BE7LH sam-export"))
def export(
    user: Annotated[str, USER],
    folder: Annotated[Path, typer.Argument(metavar="DIR", show_default=False, file_okay=False)],
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Write what is a person's own into a new folder."""
    from bot.usecases.rights import export_person
    from bot.words.rights import exported, folder_taken

    if folder.exists() and any(folder.iterdir()):
        stop(folder_taken(printable(str(folder))), code=BAD_USE)
    made = _of(user, lambda deps: export_person(deps, user))
    _write(made, folder)
    things = sum(map(len, made.tables.values()))
    if as_json:
        say_json({"user": user, "folder": str(folder), "things": things})
    else:
        typer.echo(exported(printable(made.person.name), printable(str(folder), 200), things))


@person.command(help=words.PERSON_ERASE, epilog=example("trellis person erase U024BE7LH --yes"))
def erase(
    user: Annotated[str, USER],
    yes: Annotated[bool, typer.Option("--yes", help=words.PERSON_YES)] = False,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Count what would go with a person, or erase it."""
    from bot.usecases.rights import erase_by_operator, plan_erasure

    done = _of(user, lambda deps: (erase_by_operator if yes else plan_erasure)(deps, user))
    if as_json:
        say_json({"user": user, "erased": yes, "rows": dict(done.rows), "messages": done.copies})
    else:
        _say(done, is_done=yes)


def _of(user: str, work: Any) -> Any:
    from bot.words.rights import nobody
    from storage.errors import NotFound

    try:
        return at_the_desk(work)
    except NotFound:
        stop(nobody(printable(user)))


def _write(made: "Export", folder: Path) -> None:
    from bot.domain.rights import DATA, PAGE, as_data
    from bot.words.rights import document, folder_refused

    texts = {PAGE: document(made), DATA: json.dumps(as_data(made), indent=2, ensure_ascii=False) + "\n"}
    try:
        folder.mkdir(mode=OWNER_ALONE, parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        stop(folder_refused(printable(str(folder), 200), error.strerror or type(error).__name__))


def _say(done: "Erased", *, is_done: bool) -> None:
    from bot.words.rights import DRY_RUN, TAKING_AWAY, row_count, went, would_go

    typer.echo(went(done) if is_done else would_go(done))
    if not is_done:
        for table, count in done.rows.items():
            typer.echo(row_count(table, count))
    typer.echo(TAKING_AWAY if is_done else DRY_RUN)

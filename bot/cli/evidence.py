"""`trellis evidence`: what is brought from elsewhere."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import AS_JSON, FAILED, at_the_desk, printable, say_json, settings_or_stop
from bot.words import program as words
from bot.words.program import example

if TYPE_CHECKING:
    from bot.deps import Deps
    from bot.domain.past_reviews import PastFile
    from bot.domain.people_list import Problem
    from bot.usecases.past_imports import PastPlan

evidence = typer.Typer(
    no_args_is_help=True, help=words.EVIDENCE, epilog=example("trellis evidence import reviews.csv")
)
PAGES = frozenset({".md", ".markdown", ".txt"})


@evidence.callback()
def _evidence() -> None:
    """A group, though it has one command."""


@evidence.command(
    "import", help=words.EVIDENCE_IMPORT, epilog=example("trellis evidence import reviews/*.md --apply")
)
def import_evidence(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", exists=True, dir_okay=False, readable=True, show_default=False),
    ],
    apply: Annotated[bool, typer.Option("--apply", help=words.EVIDENCE_APPLY)] = False,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Say how many notes each member would get, or bring them; a problem is exit 1."""
    read = [_read(file) for file in files]
    settings = settings_or_stop()
    has_token = bool(settings.slack_bot_token.get_secret_value())
    plan = at_the_desk(lambda deps: _import(deps, read, apply=apply, has_token=has_token), settings)
    if as_json:
        say_json(_plain(plan, read, is_applied=apply))
    else:
        _say(plan, read, is_applied=apply)
    if plan.problems:
        raise typer.Exit(FAILED)


def _read(file: Path) -> "PastFile":
    from bot.domain.past_reviews import read_past_table
    from bot.domain.review_pages import read_review_page

    read = read_review_page if file.suffix.casefold() in PAGES else read_past_table
    return read(str(file), file.read_bytes())


async def _import(deps: "Deps", files: "Sequence[PastFile]", *, apply: bool, has_token: bool) -> "PastPlan":
    from bot.domain.ports import SlackFailure
    from bot.usecases.past_imports import apply_past_import, plan_past_import, strangers_in

    shown = {}
    if has_token and await strangers_in(deps, files):
        try:
            shown = {one.id: one for one in await deps.slack.people()}
        except SlackFailure as failure:
            from bot.words.operating import slack_away

            typer.echo(slack_away(failure.code), err=True)
    return await (apply_past_import if apply else plan_past_import)(deps, files, shown)


def _say(plan: "PastPlan", files: "Sequence[PastFile]", *, is_applied: bool) -> None:
    from bot.words import past_imports as said

    for name, problem in plan.problems:
        typer.echo(f"{name}:{problem.line}: {_sentence(problem)}", err=True)
    if plan.problems:
        lines = len({(name, problem.line) for name, problem in plan.problems})
        typer.echo(said.problems_total(lines, is_applied=is_applied), err=True)
    for file in files:
        if file.unused:
            typer.echo(f"{file.name}: {said.unused([printable(one) for one in file.unused])}", err=True)
    for one in plan.people:
        typer.echo(said.person(printable(one.person.name), one.person.id, len(one.new), one.known))
    if plan.changed:
        typer.echo(said.total(plan.notes, len(plan.changed), is_applied=is_applied))
        if not is_applied:
            typer.echo(said.DRY_RUN)
    elif plan.people:
        typer.echo(said.NOTHING_TO_DO)


def _sentence(one: "Problem") -> str:
    from bot.words.past_imports import problem

    values = {
        name: tuple(map(printable, value)) if isinstance(value, tuple) else printable(value)
        for name, value in one.values.items()
    }
    return problem(one.key, values)


def _plain(plan: "PastPlan", files: "Sequence[PastFile]", *, is_applied: bool) -> dict[str, object]:
    return {
        "applied": is_applied,
        "people": [
            {"user": one.person.id, "name": one.person.name, "notes": len(one.new), "known": one.known}
            for one in plan.people
        ],
        "problems": [{"file": name, "line": one.line, "said": _sentence(one)} for name, one in plan.problems],
        "unused": {file.name: list(file.unused) for file in files if file.unused},
    }

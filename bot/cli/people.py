"""`trellis people`: the company's list."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import AS_JSON, FAILED, at_the_desk, printable, say_json, settings_or_stop
from bot.words import program as words
from bot.words.program import example

if TYPE_CHECKING:
    from bot.deps import Deps
    from bot.domain.people_list import PeopleList, Problem
    from bot.usecases.people_import import ImportPlan, PersonPlan

people = typer.Typer(
    no_args_is_help=True, help=words.PEOPLE, epilog=example("trellis people import people.csv")
)


@people.callback()
def _people() -> None:
    """A group, though it has one command."""


@people.command(
    "import", help=words.PEOPLE_IMPORT, epilog=example("trellis people import people.csv --apply")
)
def import_people(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE.csv", exists=True, dir_okay=False, readable=True, show_default=False),
    ],
    apply: Annotated[bool, typer.Option("--apply", help=words.PEOPLE_APPLY)] = False,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Say what the list would change, or change it; a problem is exit 1."""
    from bot.domain.people_list import read_people_list

    listed = read_people_list(file.read_bytes())
    settings = settings_or_stop()
    has_token = bool(settings.slack_bot_token.get_secret_value())
    plan = at_the_desk(lambda deps: _import(deps, listed, apply=apply, has_token=has_token), settings)
    is_applied = apply and not plan.problems
    if as_json:
        say_json(_plain(plan, is_applied=is_applied))
    else:
        _say(file, plan, is_applied=is_applied)
    if plan.problems:
        raise typer.Exit(FAILED)


async def _import(deps: "Deps", listed: "PeopleList", *, apply: bool, has_token: bool) -> "ImportPlan":
    from bot.domain.ports import SlackFailure
    from bot.usecases.people_import import apply_import, plan_import, strangers_in

    shown = {}
    if has_token and await strangers_in(deps, listed):
        try:
            shown = {one.id: one for one in await deps.slack.people()}
        except SlackFailure as failure:
            from bot.words.operating import slack_away

            typer.echo(slack_away(failure.code), err=True)
    return await (apply_import if apply else plan_import)(deps, listed, shown)


def _say(file: Path, plan: "ImportPlan", *, is_applied: bool) -> None:
    from bot.words import people_import as said

    for problem in plan.problems:
        typer.echo(f"{file}:{problem.line}: {_sentence(problem)}", err=True)
    if plan.problems:
        typer.echo(said.problems_total(len({one.line for one in plan.problems})), err=True)
        return
    for one in plan.people:
        lines = [said.change(*change) for change in _changes(one)] + _remarks(one)
        if lines:
            person = one.wish.person
            typer.echo(said.person(one.wish.line, printable(person.name), person.id, lines))
    if not plan.changed:
        typer.echo(said.NOTHING_TO_DO)
        return
    typer.echo(said.total(len(plan.changed), is_applied=is_applied))
    if not is_applied:
        typer.echo(said.DRY_RUN)


def _sentence(one: "Problem") -> str:
    from bot.domain.people_list import COLUMNS
    from bot.words.people_import import problem

    values = {
        name: tuple(map(printable, value)) if isinstance(value, tuple) else printable(value)
        for name, value in one.values.items()
    }
    return problem(one.key, values, COLUMNS)


def _changes(plan: "PersonPlan") -> list[tuple[str, str]]:
    """What changes, and to what. What was there is not the operator's to read (DESIGN 5.1)."""
    from bot.words import people_import as said

    found = []
    if plan.kind is not None:
        found.append(("kind", str(plan.kind)))
    if plan.place is not None:
        place = plan.place
        level = place.level.id if place.level else None
        found.append(("placement", said.place(place.framework.id, place.second_cluster, level, place.since)))
    if plan.manager is not None:
        found.append(("manager", printable(plan.manager.name)))
    return found


def _remarks(plan: "PersonPlan") -> list[str]:
    """What is said beside the changes."""
    from bot.words import people_import as said

    remarks = []
    if plan.untold is not None and plan.manager_before is not None:
        remarks.append(said.told_again(printable(plan.manager_before.name)))
    if plan.contested is not None:
        remarks.append(said.contested(printable(plan.contested.manager.name), plan.contested.on))
    return remarks


def _plain(plan: "ImportPlan", *, is_applied: bool) -> dict[str, object]:
    return {
        "applied": is_applied,
        "people": [
            {
                "line": one.wish.line,
                "user": one.wish.person.id,
                "name": one.wish.person.name,
                "changes": [{"what": what, "now": now} for what, now in _changes(one)],
                "remarks": _remarks(one),
            }
            for one in plan.people
        ],
        "problems": [{"line": one.line, "said": _sentence(one)} for one in plan.problems],
    }

"""`trellis doctor`."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import AS_JSON, FAILED, say_json
from bot.words import program as words

if TYPE_CHECKING:
    from bot.cli.checkup import Finding


def doctor(
    dm: Annotated[str, typer.Option("--dm", metavar="USER", help=words.DOCTOR_DM)] = "",
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Say how each check came out; a failure is exit 1."""
    findings = asyncio.run(_examine(dm or None, as_json=as_json))
    if as_json:
        say_json([{"check": one.check, "state": one.state, "said": one.said} for one in findings])
    if any(one.state == "wrong" for one in findings):
        raise typer.Exit(FAILED)


async def _examine(dm: str | None, *, as_json: bool) -> list["Finding"]:
    from bot.cli.checkup import examine

    found = []
    async for finding in examine(dm):
        found.append(finding)
        if not as_json:
            _say(finding)
    return found


def _say(finding: "Finding") -> None:
    from bot.words.doctor import MARKS, NAMES

    colour = {"ok": typer.colors.GREEN, "wrong": typer.colors.RED, "skipped": None}[finding.state]
    mark = typer.style(f"{MARKS[finding.state]:<6}", fg=colour)
    typer.echo(f"{mark} {NAMES[finding.check]:<15} {finding.said}")

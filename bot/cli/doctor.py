"""`trellis doctor`."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import AS_JSON, FAILED, say_json

if TYPE_CHECKING:
    from bot.cli.checkup import Finding


def doctor(
    dm: Annotated[
        str, typer.Option("--dm", metavar="USER", help="Also send this member a test message.")
    ] = "",
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Check settings, database, frameworks, prompts, manifest, Slack token and scopes.

    One line each: what is well, or what is wrong and how to mend it. Nothing is changed.
    """
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

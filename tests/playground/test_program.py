"""The playground as a program."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from asyncio.subprocess import PIPE, create_subprocess_exec
from pathlib import Path

import aiohttp
import pytest
import yaml

from playground.company import read_company
from playground.control import Control
from playground.errors import NotPossible
from playground.model import Try
from tests.playground.an_app import MANIFEST

COMPANY = """
name: Fernhill Tools
people:
  - {id: U0ANA, name: ana, real_name: Ana Petrova, title: Toolmaker, tz: Europe/Sofia, is_owner: true}
channels:
  - {id: C0GENERAL, name: general, members: [U0ANA, app]}
tries:
  - {user: U0ANA, as: As a manager, text: Type /growth help.}
"""
TRIED = {"user": "U0ANA", "as": "As a manager", "text": "Type /growth help."}


def test_company() -> None:
    """A company file holds people, channels, and what to try first as whom."""
    company = read_company(yaml.safe_load(COMPANY))

    assert (company.name, company.people[0].is_owner) == ("Fernhill Tools", True)
    assert company.channels[0].members == {"U0ANA", "app"}
    assert company.tries == (Try(user="U0ANA", role="As a manager", text="Type /growth help."),)


def test_misspelt_company() -> None:
    """A misspelt particular in a company file is said by name."""
    with pytest.raises(NotPossible, match="unknown: zone"):
        read_company({"people": [{"id": "U0ANA", "name": "ana", "zone": "UTC"}]})
    with pytest.raises(NotPossible, match="user, as and text"):
        read_company({"tries": [{"user": "U0ANA", "role": "As a manager", "text": "Look around."}]})


async def test_program(tmp_path: Path) -> None:
    """The program says in one line of JSON where it is and how to get in, and ends when told."""
    manifest, company = tmp_path / "manifest.yml", tmp_path / "company.yaml"
    manifest.write_text(yaml.safe_dump(dict(MANIFEST)), encoding="utf-8")
    company.write_text(COMPANY, encoding="utf-8")
    arguments = ["--manifest", str(manifest), "--company", str(company), "--signing-secret", "given"]
    program = await create_subprocess_exec(sys.executable, "-m", "playground", *arguments, stdout=PIPE)
    assert program.stdout

    told = json.loads(await program.stdout.readline())
    async with Control(told["url"]) as control, aiohttp.ClientSession() as session:
        screen = await control.screen("U0ANA")
        headers = {"Authorization": f"Bearer {told['bot_token']}"}
        async with session.post(told["api_url"] + "auth.test", headers=headers) as response:
            who = await response.json()
        async with session.get(f"{told['url']}/control/people") as response:
            offered = await response.json()
    program.send_signal(signal.SIGTERM)

    assert await asyncio.wait_for(program.wait(), 10) == 0
    assert (screen.json["team"]["name"], who["team_id"]) == ("Fernhill Tools", told["team_id"])
    assert offered["tries"] == screen.json["tries"] == [TRIED]
    assert screen.json["me"]["title"] == "Toolmaker"
    assert (told["signing_secret"], told["bot_user_id"]) == ("given", who["user_id"])


async def test_attached(tmp_path: Path) -> None:
    """An attached program ends with its starter, however that ended: nobody is left to hold the port."""
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(yaml.safe_dump(dict(MANIFEST)), encoding="utf-8")
    arguments = ["--manifest", str(manifest), "--attached"]
    program = await create_subprocess_exec(
        sys.executable, "-m", "playground", *arguments, stdin=PIPE, stdout=PIPE
    )
    assert program.stdout
    assert program.stdin

    await program.stdout.readline()
    program.stdin.close()

    assert await asyncio.wait_for(program.wait(), 10) == 0


async def test_http_needs_address(tmp_path: Path) -> None:
    """HTTP delivery needs an address to deliver to."""
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(yaml.safe_dump(dict(MANIFEST)), encoding="utf-8")
    arguments = ["--manifest", str(manifest), "--mode", "http"]
    program = await create_subprocess_exec(sys.executable, "-m", "playground", *arguments, stderr=PIPE)

    _, complaint = await program.communicate()

    assert program.returncode == 2
    assert b"--mode http needs --bot-url" in complaint

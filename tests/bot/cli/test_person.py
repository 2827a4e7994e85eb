"""`trellis person`: what a person takes along, and their end."""

import json
from pathlib import Path

from bot.machine import now
from tests.bot.cli.shell import Beside
from tests.bot.journeys.kept import noted
from tests.world import ANA, BEN, World

WORDS = "Moved the heron to the ledger"


async def written(here: World) -> None:
    """Ana kept a note, and Ben thanked her."""
    await noted(here, ANA, WORDS)
    await here.people.command(BEN, "/growth kudos @ana Calmed the otters")
    await here.people.submit(BEN)
    await here.deliver()


async def test_an_export_is_a_folder_to_read_and_for_programs(
    here: World, beside: Beside, tmp_path: Path
) -> None:
    """All that is a member's own, and what others wrote to them, stands in both files."""
    await written(here)

    said = await beside("person", "export", ANA, tmp_path / "ana")

    assert said.exit_code == 0, said.output
    page = (tmp_path / "ana" / "my-data.md").read_text("utf-8")
    data = json.loads((tmp_path / "ana" / "my-data.json").read_text("utf-8"))
    assert WORDS in page
    assert "Calmed the otters" in page
    assert "from: ben" in page
    assert [one["text"] for one in data["tables"]["evidence"]] == [WORDS]
    assert data["people"][BEN] == "ben"
    assert WORDS not in said.output


async def test_an_export_is_seen_by_whom_it_is_of(here: World, beside: Beside, tmp_path: Path) -> None:
    """The member sees in `/growth privacy` that the operator made one."""
    await beside("person", "export", ANA, tmp_path / "ana")

    page = (await here.people.command(ANA, "/growth privacy")).view

    assert page is not None
    assert "the operator exported everything of ana" in page.words


async def test_an_export_writes_over_nothing(here: World, beside: Beside, tmp_path: Path) -> None:
    """A folder with something in it is bad use, and nobody is told of an export that was not made."""
    (tmp_path / "mine.txt").write_text("mine")

    said = await beside("person", "export", ANA, tmp_path)

    assert said.exit_code == 2
    assert "not empty" in said.stderr
    page = (await here.people.command(ANA, "/growth privacy")).view
    assert page is not None
    assert "exported" not in page.words


async def test_whom_nobody_knows(beside: Beside, tmp_path: Path) -> None:
    """An id that names nobody fails with what to give."""
    exported = await beside("person", "export", "U0NOBODY", tmp_path / "x")
    erased = await beside("person", "erase", "U0NOBODY", "--yes")

    assert (exported.exit_code, erased.exit_code) == (1, 1)
    assert "Slack member id" in exported.stderr
    assert "Slack member id" in erased.stderr
    assert not (tmp_path / "x").exists()


async def test_erasing_counts_first(here: World, beside: Beside) -> None:
    """Without --yes nothing goes; it says how much would."""
    await written(here)

    dry = await beside("person", "erase", ANA)
    counted = json.loads((await beside("person", "erase", ANA, "--json")).stdout)
    done = await beside("person", "erase", ANA, "--yes")

    assert (dry.exit_code, done.exit_code) == (0, 0), done.output
    assert "--yes" in dry.stdout
    assert counted["erased"] is False
    assert counted["rows"]["evidence"] == 1
    assert counted["messages"] >= 1
    assert "went with ana" in done.stdout
    assert (await beside("person", "erase", ANA)).exit_code == 1


async def test_messages_of_the_erased_are_taken_away(here: World, beside: Beside) -> None:
    """What Trellis posted to them is gone from Slack, and so is what their Home page showed."""
    await written(here)
    await here.people.open_home(ANA)
    await here.deliver()
    assert await here.people.dms(ANA)

    await beside("person", "erase", ANA, "--yes")
    here.clock.moment = now()  # the program beside lives by the machine's clock
    await here.deliver()

    assert not await here.people.dms(ANA)
    home = await here.people.home(ANA)
    assert home is not None
    assert "Everything of yours was erased" in home.words


async def test_who_comes_back_sees_who_erased_them(here: World, beside: Beside) -> None:
    """A member who was erased and is still in the workspace begins anew, and sees that it was done."""
    await beside("person", "erase", ANA, "--yes")

    page = (await here.people.command(ANA, "/growth privacy")).view

    assert page is not None
    assert "the operator erased everything of ana" in page.words

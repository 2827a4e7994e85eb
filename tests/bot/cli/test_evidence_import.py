"""`trellis evidence import`."""

import json
from pathlib import Path

from tests.bot.cli.shell import trellis
from tests.bot.cli.test_people_import import Office, office  # noqa: F401  # the fixture
from tests.world import ANA, BEN

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
WORDS = "Rebuilt the export"


def a_file(folder: Path, *lines: str) -> Path:
    """A table with these lines under the header."""
    file = folder / "reviews.csv"
    file.write_text("\n".join(("user,date,text,from", *lines)) + "\n", encoding="utf-8")
    return file


async def test_dry_run_apply_and_again(office: Office, tmp_path: Path) -> None:  # noqa: F811  # the fixture
    """A dry run counts, --apply brings, and after that there is nothing new; no words are printed."""
    file = a_file(tmp_path, f"{BEN},2025-12-31,{WORDS},{ANA}")

    dry = await office.run("evidence", "import", file)
    done = await office.run("evidence", "import", file, "--apply")
    again = await office.run("evidence", "import", file, "--apply")

    assert (dry.exit_code, done.exit_code, again.exit_code) == (0, 0, 0)
    assert f"ben ({BEN}): 1 note" in dry.stdout
    assert "--apply" in dry.stdout
    assert "1 note for 1 person brought." in done.stdout
    assert "Nothing new" in again.stdout
    assert not [one for one in (dry, done, again) if WORDS in one.output]


async def test_mistakes_are_told_by_line_and_keep_nothing_else_back(office: Office, tmp_path: Path) -> None:  # noqa: F811
    """Each stands on stderr as file:line with its mend, and the command fails; the good lines are in."""
    file = a_file(
        tmp_path, f"{BEN},soon,{WORDS},", f"{BEN},2025,{WORDS},", "U0GONE,2025,x,", "\x1b[31mU1,2025,x,"
    )

    said = await office.run("evidence", "import", file, "--apply")

    told = [line for line in said.stderr.splitlines() if line.startswith(f"{file}:")]
    assert said.exit_code == 1
    assert [line.removeprefix(f"{file}:").partition(":")[0] for line in told] == ["2", "4", "5"]
    assert "1 note for 1 person brought." in said.stdout
    assert "nothing comes twice" in said.stderr
    assert "\x1b" not in said.output


async def test_several_files_for_programs(office: Office, tmp_path: Path) -> None:  # noqa: F811  # the fixture
    """Tables and pages go together; as JSON, who gets how many."""
    page = tmp_path / "ana.md"
    page.write_text(
        f"# Review of {ANA}\nPeriod: 2025\n\n## Delivery\n- {WORDS}\n- And more\n", encoding="utf-8"
    )

    said = await office.run("evidence", "import", a_file(tmp_path, f"{BEN},2025,{WORDS},"), page, "--json")

    assert said.exit_code == 0
    found = json.loads(said.stdout)
    assert {(one["user"], one["notes"]) for one in found["people"]} == {(ANA, 2), (BEN, 1)}
    assert found["applied"] is False


def test_a_file_that_is_not_there_is_bad_use(tmp_path: Path) -> None:
    """A wrong path ends with 2."""
    assert trellis("evidence", "import", tmp_path / "nobody.csv").exit_code == 2


async def test_the_examples_of_the_docs_can_be_brought(office: Office) -> None:  # noqa: F811  # the fixture
    """Both files that docs/first-notes.md shows are taken whole."""
    said = await office.run("evidence", "import", *sorted(EXAMPLES.glob("past-*")), "--apply")

    assert said.exit_code == 0, said.output
    assert f"ben ({BEN}): 6 notes" in said.stdout
    assert "7 notes for 2 people brought." in said.stdout

"""`trellis frameworks`."""

import json
from pathlib import Path

from bot.usecases.skills import find_published
from frameworks.model import Framework
from tests.bot.cli.shell import Beside, trellis
from tests.frameworks.builders import HEAD, a_file
from tests.world import ANA, World

REWORDED = a_file().replace("Ships a change", "Ships a change that people asked for")


def written(folder: Path, text: str, name: str = "sample.yaml") -> Path:
    """A framework file."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


async def in_force(here: World, cluster: str) -> Framework | None:
    """The framework that counts."""
    async with here.bot.deps.read() as workspace:
        return await find_published(workspace, here.bot.deps, cluster)


def test_the_library_holds() -> None:
    """Without a path, the files that come with Trellis are checked, and they are without an error."""
    said = trellis("frameworks", "check")

    assert said.exit_code == 0
    assert "without errors" in said.stdout


def test_errors_say_where(tmp_path: Path) -> None:
    """An error is told as file:line and what to do, and the check fails."""
    file = written(tmp_path, a_file(levels="levels:\n  - {id: e1, lane: nowhere, title: Engineer}\n"))

    said = trellis("frameworks", "check", file)

    assert said.exit_code == 1
    assert any(line.startswith(f"{file}:10: ") for line in said.stdout.splitlines())
    assert "Mend them" in said.stderr


def test_warnings_do_not_fail(tmp_path: Path) -> None:
    """Advice is marked as a warning, and the check holds."""
    said = trellis("frameworks", "check", written(tmp_path, a_file()))

    assert said.exit_code == 0
    assert ": warning: " in said.stdout


def test_findings_for_programs(tmp_path: Path) -> None:
    """As JSON, each finding has its path, line and kind."""
    said = trellis("frameworks", "check", written(tmp_path, a_file() + "surprise: 1\n"), "--json")

    kinds = {finding["kind"] for finding in json.loads(said.stdout)}
    assert said.exit_code == 1
    assert "error" in kinds


def test_a_warning_names_its_rule(tmp_path: Path) -> None:
    """A warning carries the name of its rule, at its end for people and as a key for programs."""
    file = written(tmp_path, a_file())

    told = json.loads(trellis("frameworks", "check", file, "--json").stdout)
    assert {"no-milestones", "few-behaviours"} <= {one["rule"] for one in told}
    assert "[no-milestones]" in trellis("frameworks", "check", file).stdout


def test_many_warnings_are_told_by_rule(tmp_path: Path) -> None:
    """A file with many warnings gives the number and the first few of each rule; `--all` gives all."""
    vague = ", ".join(f"{{text: Often ships part {number}}}" for number in range(40))
    file = written(tmp_path, a_file().replace("{id: plans, text: Plans a quarter}", vague))

    short, full = trellis("frameworks", "check", file), trellis("frameworks", "check", file, "--all")
    told = json.loads(trellis("frameworks", "check", file, "--json").stdout)

    lines = short.stdout.splitlines()
    assert "quantifier: 40 warnings" in lines
    assert lines[3].startswith(f"{file}:")
    assert "… and 37 more" in lines
    assert sum("[quantifier]" in line for line in lines) == 3
    assert sum("[quantifier]" in line for line in full.stdout.splitlines()) == 40
    assert len(told) == sum(": warning: " in line for line in full.stdout.splitlines())


def test_a_company_s_folder_is_checked_too(tmp_path: Path) -> None:
    """The folder of the setting is checked beside the library; another setting that is wrong is no matter."""
    written(tmp_path, "framework: broken\n")

    said = trellis("frameworks", "check", TRELLIS_FRAMEWORKS_DIR=str(tmp_path), TRELLIS_PORT="none")

    assert said.exit_code == 1
    assert "sample.yaml:" in said.stdout


def test_a_file_that_is_not_there_is_bad_use() -> None:
    """A name that is neither a path nor in the library ends with 2 and names those that are."""
    said = trellis("frameworks", "check", "enginering.yaml")

    assert said.exit_code == 2
    assert "engineering" in said.stderr


def test_a_framework_is_shown_whole() -> None:
    """Levels, skills, behaviours and milestones are all in the text."""
    said = trellis("frameworks", "show", "engineering")

    for words in ("Senior engineer", "Planning and delivery", "small enough to check", "Equal in standing"):
        assert words in said.stdout


def test_a_framework_for_programs() -> None:
    """As JSON it is the whole framework."""
    said = trellis("frameworks", "show", "starter", "--json")

    assert json.loads(said.stdout)["id"] == "starter"


def test_a_difference_is_told_in_words(tmp_path: Path) -> None:
    """What was and what is stand under each other."""
    old, new = written(tmp_path, a_file(), "old.yaml"), written(tmp_path, REWORDED, "new.yaml")

    said = trellis("frameworks", "diff", old, new)

    assert said.stdout.splitlines() == [
        "The example ships of delivery is reworded:",
        "    was: Ships a change",
        "    now: Ships a change that people asked for",
    ]


def test_two_of_the_same_do_not_differ(tmp_path: Path) -> None:
    """No change is said, too."""
    file = written(tmp_path, a_file())

    said = trellis("frameworks", "diff", file, file)

    assert "Nothing changed" in said.stdout


async def test_publishing_twice_changes_nothing(here: World, beside: Beside, tmp_path: Path) -> None:
    """The first time it counts from then on, with its owner; the same content again is said to be there."""
    file = written(tmp_path, a_file())

    first = await beside("frameworks", "publish", file, "--owner", ANA)
    second = await beside("frameworks", "publish", file, "--owner", ANA)

    found = await in_force(here, "sample")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "sample 1 is published" in first.stdout
    assert "nothing to do" in second.stdout
    assert found is not None
    assert found.owners == (ANA,)


async def test_a_new_version_is_compared_with_the_one_before(
    here: World, beside: Beside, tmp_path: Path
) -> None:
    """What changed is counted, and a version that kept its name is pointed out."""
    await beside("frameworks", "publish", written(tmp_path, a_file()))

    said = await beside("frameworks", "publish", written(tmp_path, REWORDED))

    assert "Since 1: 1 example changed." in said.stdout
    assert "give the next one a new version" in said.stdout


async def test_a_file_with_errors_publishes_nothing(here: World, beside: Beside, tmp_path: Path) -> None:
    """One broken file keeps the whole folder back."""
    written(tmp_path, a_file())
    written(tmp_path, "framework: broken\n", "broken.yaml")

    said = await beside("frameworks", "publish", tmp_path)

    assert said.exit_code == 1
    assert "broken.yaml:" in said.stderr
    assert await in_force(here, "sample") is None


async def test_drafts_and_shared_files_stay_files(here: World, beside: Beside, tmp_path: Path) -> None:
    """Of a folder, a draft and what the others only build on are not published by themselves."""
    skills = "competencies:\n  - {id: care, title: Care, dimension: influence}\n"
    written(tmp_path, f'framework: common\nversion: "1"\ntitle: Common\n{skills}', "common.yaml")
    written(tmp_path, f"{HEAD}extends: common\ncompetencies:\n  - {{id: care}}\n", "sample.yaml")
    draft = a_file(head='framework: later\nversion: "1"\ntitle: Later\nstatus: draft\n')
    written(tmp_path, draft, "later.yaml")

    said = await beside("frameworks", "publish", tmp_path, "--json")

    outcomes = {one["framework"]: one["outcome"] for one in json.loads(said.stdout)}
    assert outcomes == {"common": "shared", "later": "draft", "sample": "published"}
    assert await in_force(here, "common") is None


def test_an_owner_is_a_member_id() -> None:
    """Any other word is refused before the store is opened."""
    said = trellis("frameworks", "publish", "starter", "--owner", "ana")

    assert said.exit_code == 2
    assert "member id" in said.stderr


def test_a_store_that_knows_no_workspace_is_told(tmp_path: Path) -> None:
    """Without a start before and without a token there is nobody to publish for; nothing is made."""
    file = tmp_path / "new.db"

    said = trellis("frameworks", "publish", "starter", TRELLIS_DATABASE_URL=f"sqlite+aiosqlite:///{file}")

    assert said.exit_code == 1
    assert "SLACK_BOT_TOKEN" in said.stderr
    assert not file.exists()

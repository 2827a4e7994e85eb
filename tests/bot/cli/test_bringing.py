"""`trellis frameworks import` and `trellis frameworks sheet`."""

import io
import json
import re
import string
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import program
from bot.words import framework_import as words
from frameworks.content import content
from frameworks.load import load_file, load_folder, load_library
from tests.bot.cli.shell import trellis

TABLE = "# Sales\n\n| Skill | Junior | Senior |\n|---|---|---|\n| Discovery | Asks first | TBD |\n"
ROOT = Path(__file__).parents[3]


def written(folder: Path, text: str, name: str = "levels.md") -> Path:
    """A source."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_an_import_says_what_it_did(tmp_path: Path) -> None:
    """What was understood, guessed and is to be looked at stands before the files, each with its line."""
    file = written(tmp_path, TABLE)

    said = trellis("frameworks", "import", file, "--to", tmp_path / "ours")

    assert said.exit_code == 0
    assert "1 cluster, 1 lane, 2 levels, 1 skill, 1 behaviour and 0 examples" in said.stdout
    assert "Individual contributor: Junior, Senior" in said.stdout
    parts = [
        said.stdout.index(part) for part in (words.UNDERSTOOD, words.GUESSED, words.LOOK_AT, words.WRITTEN)
    ]
    assert parts == sorted(parts)
    assert f"{file}:5: Discovery: “TBD”" in said.stdout
    assert str(tmp_path / "ours" / "sales.yaml") in said.stdout


def test_what_is_written_can_be_checked(tmp_path: Path) -> None:
    """The file loads without errors, says where it is from, and the check has its advice."""
    trellis("frameworks", "import", written(tmp_path, TABLE), "--to", tmp_path / "ours")

    checked = trellis("frameworks", "check", tmp_path / "ours")

    assert checked.exit_code == 0
    assert ": warning: " in checked.stdout
    assert (tmp_path / "ours" / "sales.yaml").read_text("utf-8").startswith("# Imported from levels.md.")


def test_no_file_is_written_over_by_itself(tmp_path: Path) -> None:
    """A file that is there stays as it is, unless somebody insists."""
    file, there = written(tmp_path, TABLE), written(tmp_path, "mine", "sales.yaml")

    first = trellis("frameworks", "import", file, "--to", tmp_path)
    kept = there.read_text("utf-8")
    second = trellis("frameworks", "import", file, "--to", tmp_path, "--force")

    assert (first.exit_code, second.exit_code) == (2, 0)
    assert "--force" in first.stderr
    assert kept == "mine"
    assert load_file(there).framework is not None


def test_one_of_several_that_is_there_keeps_all_back(tmp_path: Path) -> None:
    """Of two clusters, neither is written where one is there."""
    there = written(tmp_path, "mine", "b.yaml")
    file = written(tmp_path, "framework,skill,text\na,Care,Asks\nb,Care,Asks\n", "x.csv")

    said = trellis("frameworks", "import", file, "--to", tmp_path)

    assert said.exit_code == 2
    assert str(there) in said.stderr
    assert not (tmp_path / "a.yaml").exists()


def test_an_import_for_programs(tmp_path: Path) -> None:
    """As JSON: the files with their sizes, what was guessed, what to look at."""
    said = trellis("frameworks", "import", written(tmp_path, TABLE), "--to", tmp_path, "--json")

    value = json.loads(said.stdout)
    assert value["files"][0] | {"path": ""} == {
        "path": "",
        "framework": "sales",
        "title": "Sales",
        "lanes": 1,
        "levels": 2,
        "skills": 1,
        "behaviours": 1,
        "examples": 0,
    }
    assert {one["kind"] for one in value["look_at"]} == {"placeholder", "empty_cells", "level_draft"}
    assert all(one["line"] and one["what"] for one in value["guessed"])


def test_a_fault_is_told_with_its_place(tmp_path: Path) -> None:
    """A source that must be mended is told as file:line on stderr, and nothing is written."""
    file = written(tmp_path, TABLE + "| Writing | Notes | A | B |\n")

    said = trellis("frameworks", "import", file, "--to", tmp_path / "ours")

    assert said.exit_code == 1
    assert said.stderr.startswith(f"{file}:6: The row has 4 cells for 3 columns")
    assert words.NOTHING_WRITTEN in said.stderr
    assert not (tmp_path / "ours").exists()


def test_a_source_that_is_not_there_is_bad_use(tmp_path: Path) -> None:
    """A name that leads nowhere, or to a folder, ends with 2."""
    assert trellis("frameworks", "import", tmp_path / "none.csv").exit_code == 2
    assert trellis("frameworks", "import", tmp_path).exit_code == 2


def test_five_megabytes_are_refused(tmp_path: Path) -> None:
    """A larger file is not read, and the refusal says what to do."""
    file = tmp_path / "large.csv"
    file.write_bytes(b"skill,text\n" + b"a,b\n" * 1_250_000)

    said = trellis("frameworks", "import", file, "--to", tmp_path)

    assert said.exit_code == 1
    assert "5 MB" in said.stderr


def test_standard_input_is_read(tmp_path: Path) -> None:
    """With a dash for a file, what is piped in is imported."""
    said = CliRunner().invoke(program, ["frameworks", "import", "-", "--to", str(tmp_path)], input=TABLE)

    assert said.exit_code == 0
    assert (tmp_path / "sales.yaml").exists()


def test_somebody_says_what_headings_are(tmp_path: Path) -> None:
    """A guess about headings can be overruled."""
    text = TABLE.replace("# Sales", "# All\n\n## Sales") + TABLE.replace("# Sales", "\n## Support")

    trellis("frameworks", "import", written(tmp_path, text), "--to", tmp_path, "--headings", "lanes")

    framework = load_file(tmp_path / "all.yaml").framework
    assert framework is not None
    assert [lane.title for lane in framework.lanes] == ["Sales", "Support"]


def test_the_library_goes_through_sheets(tmp_path: Path) -> None:
    """Each file, written as a sheet and imported, has the same content."""
    for loaded in load_library():
        name = Path(loaded.path).stem
        sheet = tmp_path / f"{name}.csv"
        assert trellis("frameworks", "sheet", name, "--to", sheet).exit_code == 0
        assert trellis("frameworks", "import", sheet, "--to", tmp_path / "back").exit_code == 0

    back = {
        one.framework.id: content(one.framework) for one in load_folder(tmp_path / "back") if one.framework
    }
    assert back == {one.framework.id: content(one.framework) for one in load_library() if one.framework}


def test_a_file_of_one_s_own_extends_what_stands_beside_it(tmp_path: Path) -> None:
    """A sheet that extends a file of the folder it is written to is read over it."""
    skills = "competencies:\n  - {id: care, title: Care}\n"
    written(tmp_path, f'framework: common\nversion: "1"\ntitle: Common\n{skills}', "common.yaml")
    head = "framework,kind,skill,text\nown,title,,Own\nown,extends,,common\n"
    sheet = f"{head}own,,care,Asks first\nown,skill,care,\n"

    said = trellis("frameworks", "import", written(tmp_path, sheet, "own.csv"), "--to", tmp_path)

    assert said.exit_code == 0
    own = next(one.framework for one in load_folder(tmp_path) if one.framework and one.framework.id == "own")
    assert [behaviour.text for behaviour in own.competency("common/care").behaviours] == ["Asks first"]


def test_a_blank_sheet_and_rows_for_programs(tmp_path: Path) -> None:
    """Without a name only the columns; as JSON the rows; a sheet that is there stays."""
    blank = trellis("frameworks", "sheet")
    rows = json.loads(trellis("frameworks", "sheet", "starter", "--json").stdout)
    there = written(tmp_path, "mine", "a.csv")
    refused = trellis("frameworks", "sheet", "starter", "--to", there)

    assert blank.stdout.splitlines() == [
        "framework,version,lane,level,rank,par,skill,dimension,stage,kind,text,example,trigger"
    ]
    assert rows[0]["kind"] == "title"
    assert (refused.exit_code, there.read_text("utf-8")) == (2, "mine")


def test_a_spreadsheet_knows_the_letters(tmp_path: Path) -> None:
    """A sheet in a file begins with the mark by which spreadsheets know UTF-8."""
    trellis("frameworks", "sheet", "starter", "--to", tmp_path / "a.csv")

    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_every_remark_has_its_sentence() -> None:
    """Each key that the importers note has a sentence, each sentence is noted, and its blanks are filled."""
    sources = "".join(file.read_text("utf-8") for file in (ROOT / "frameworks" / "importers").glob("*.py"))
    noted = set(re.findall(r"\.(?:error|guess|look)\(\s*[\w.]+(?:\([^()]*\))?,\s*\"(\w+)\"", sources))

    assert len(noted) > 40
    assert noted <= words.SENTENCES.keys()
    for sentence in words.SENTENCES.values():
        assert all(
            name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(sentence)
        )


DOCS = (ROOT / "docs" / "frameworks.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```(\w+) (\S+)\n(.*?)^```$", DOCS, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("kind", "name", "text"), EXAMPLES, ids=[name for _, name, _ in EXAMPLES])
def test_the_examples_of_the_docs_are_imported(kind: str, name: str, text: str, tmp_path: Path) -> None:
    """Every example of docs/frameworks.md becomes files without errors."""
    said = trellis("frameworks", "import", written(tmp_path, text, name), "--to", tmp_path / "ours")

    assert said.exit_code == 0, said.stderr
    assert all(one.framework for one in load_folder(tmp_path / "ours"))


def test_the_docs_show_each_way() -> None:
    """A sheet, a table, a list, pasted text and JSON are among the examples."""
    assert {Path(name).suffix for _, name, _ in EXAMPLES} == {".csv", ".json", ".md", ".txt"}
    assert io.StringIO(EXAMPLES[0][2]).readline()

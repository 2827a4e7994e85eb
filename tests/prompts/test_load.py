"""Reading prompt files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prompts.lint import lint
from prompts.load import LIBRARY, load_prompts
from prompts.model import About, Dimension, Occasion, Prompt, Side, Trigger

GOOD = """\
prompts:
  - id: new-tool
    text: Which tool did you try, and for what?
    side: report
    occasion: any
    dimension: experience
    about: growth
    competency: learning
    trigger: training
    why: A trial is worth a note.
  - {id: slow-day, text: What slowed you down?, side: both, occasion: weekly, dimension: none, about: work}
"""


def findings_of(folder: Path, content: str, name: str = "ours.yaml") -> list[str]:
    """The findings of a folder with one file, with the file's name in place of its path."""
    (folder / name).write_text(content, encoding="utf-8")
    return [str(one).removeprefix(f"{folder}/") for one in load_prompts(folder).findings]


def ours(folder: Path) -> list[Prompt]:
    return list(load_prompts(folder).prompts[len(load_prompts(None).prompts) :])


def test_own_prompts_join_the_library(tmp_path: Path) -> None:
    """A company's prompts come after those that ship with Trellis, whole."""
    assert findings_of(tmp_path, GOOD) == []

    assert ours(tmp_path)[0] == Prompt(
        id="new-tool",
        text="Which tool did you try, and for what?",
        side=Side.REPORT,
        occasion=Occasion.ANY,
        dimension=Dimension.EXPERIENCE,
        about=About.GROWTH,
        competency="learning",
        trigger=Trigger.TRAINING,
        why="A trial is worth a note.",
    )


@pytest.mark.parametrize(
    ("good", "bad", "finding"),
    [
        ("side: report", "side: boss", "4: `side` of prompt `new-tool` is `boss`. Use one of both, manager"),
        ("occasion: any", "occasion: weakly", "5: `occasion` of prompt `new-tool` is `weakly`. Did you mean"),
        ("dimension: experience", "dimension: no", "6: `no` under `dimension` is read as a yes or no"),
        ("about: growth", "about: [growth]", "7: `about` of prompt `new-tool` must be a text, not a list"),
        ("competency: learning", "competency: a b", "8: `a b` is not an id"),
        (
            "trigger: training",
            "trigger: trainer",
            "9: `trigger` of prompt `new-tool` is `trainer`. Did you mean",
        ),
        ("    why:", "    because:", "10: `because` is not a key of a prompt"),
        ("    about: growth\n", "", "2: Prompt `new-tool` lacks `about`. Add"),
        ("id: slow-day", "id: new-tool", "11: `new-tool` is the id of another prompt, at"),
        ("id: new-tool", "id: energy-ledger", "2: `energy-ledger` is the id of another prompt, at"),
        ("prompts:", "prompt:", "1: `prompt` is not a key of the file. Did you mean `prompts`"),
    ],
)
def test_each_fault_is_named_at_its_line(tmp_path: Path, good: str, bad: str, finding: str) -> None:
    """A fault is one sentence with file, line, what is wrong and how to mend it."""
    found = findings_of(tmp_path, GOOD.replace(good, bad, 1))

    assert found[0].startswith(f"ours.yaml:{finding}")


def test_all_faults_at_once(tmp_path: Path) -> None:
    """One reading names every fault, so that one mending is enough."""
    wrong = GOOD.replace("side: report", "side: boss").replace("about: work", "about: play")

    lines = [finding.split(":")[1] for finding in findings_of(tmp_path, wrong)]

    assert lines == ["4", "11"]


def test_long_text(tmp_path: Path) -> None:
    """A prompt is read in passing, so it holds 200 characters at most."""
    found = findings_of(tmp_path, GOOD.replace("What slowed you down?", "w" * 201))

    assert found == [
        "ours.yaml:11: `text` of prompt `slow-day` has 201 characters. Shorten it to 200 at most."
    ]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("side: report", "side: boss"),
        ("trigger: training", "trigger: trainer"),
        ("competency: learning", "competency: a b"),
    ],
)
def test_faulty_prompts_are_left_out(tmp_path: Path, good: str, bad: str) -> None:
    """One prompt that cannot be used does not take the others with it."""
    findings_of(tmp_path, GOOD.replace(good, bad))

    assert [prompt.id for prompt in ours(tmp_path)] == ["slow-day"]


def test_the_examples_of_the_page_are_sound(tmp_path: Path) -> None:
    """What docs/prompts.md shows as a company's files is read whole, without an error or a warning."""
    page = (LIBRARY.parents[1] / "docs" / "prompts.md").read_text(encoding="utf-8")
    for number, part in enumerate(page.split("```yaml\n")[1:]):
        (tmp_path / f"{number}.yaml").write_text(part.partition("```")[0], encoding="utf-8")

    loaded = load_prompts(tmp_path)

    assert loaded.findings == lint(loaded) == ()
    assert [one.id for one in ours(tmp_path)] == ["rehearsed-demo"]
    assert "Our growth talk" in [one.title for one in loaded.guides]
    assert any("two founders" in one.text for one in loaded.answers)


def test_places_of_texts(tmp_path: Path) -> None:
    """Where each text stands is known, so that a warning can name file and line."""
    findings_of(tmp_path, GOOD)

    places = load_prompts(tmp_path).places

    assert places["new-tool"] == (str(tmp_path / "ours.yaml"), 3)
    assert places["slow-day"] == (str(tmp_path / "ours.yaml"), 11)


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    """A wrong folder is a finding, and the bundled library still serves."""
    loaded = load_prompts(tmp_path / "nowhere")

    assert [one.path for one in loaded.findings] == [str(tmp_path / "nowhere")]
    assert len(loaded.prompts) == len(load_prompts(None).prompts)


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    """What looks like a file and is none is a finding."""
    (tmp_path / "folder.yaml").mkdir()

    assert len(load_prompts(tmp_path).findings) == 1


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    """Only YAML files of the folder are read."""
    assert findings_of(tmp_path, "not for Trellis: [", name="notes.txt") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(at=st.integers(0, len(GOOD)), length=st.integers(0, 60), noise=st.binary(max_size=20))
def test_nothing_in_a_file_raises(tmp_path: Path, at: int, length: int, noise: bytes) -> None:
    """Whatever a file holds, reading it ends in prompts and findings."""
    raw = GOOD.encode()
    (tmp_path / "ours.yaml").write_bytes(raw[:at] + noise + raw[at + length :])

    assert load_prompts(tmp_path).prompts

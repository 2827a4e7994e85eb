from __future__ import annotations

from pathlib import Path

from frameworks.load import Loaded, load_file, load_files, load_folder
from frameworks.model import Behaviour, BehaviourRef, Needs, Stage, behaviour_id
from tests.frameworks.builders import LEVELS, SKILLS, a_file, framework_of, loaded, ref

COMMON = """
framework: common
version: "1"
title: Common skills
triggers: {incident: Led the answer to an incident}
competencies:
  - id: writing
    title: Writing
    dimension: influence
    stages:
      - behaviours: [{id: notes, text: Notes decisions}]
"""
OVER_COMMON = 'framework: sample\nversion: "1"\ntitle: Sample\nextends: common\n'
ADDITION = """
competencies:
  - id: writing
    aliases: [Prose]
    stages:
      - behaviours: [{id: edits, text: Edits a proposal}]
      - behaviours: [{id: teaches, text: Teaches writing}]
"""


def shelved(folder: Path, **files: str) -> dict[str, Loaded]:
    """These files, written and loaded together, by name."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return dict(zip(files, load_files([folder / f"{name}.yaml" for name in files]), strict=True))


def errors(found: Loaded) -> str:
    return "\n".join(map(str, found.findings))


def test_a_good_file_is_the_framework_it_says() -> None:
    """Keys of the file become the parts of the framework, and ids of skills become keys."""
    framework = framework_of(a_file())

    assert [(lane.id, lane.kind) for lane in framework.lanes] == [("ic", "ic"), ("manager", "manager")]
    assert framework.level("m1").par == "e2"
    assert framework.level("e2").expects == {"sample/delivery": 2}
    assert framework.competency("sample/delivery").dimension == "capabilities"
    assert framework.behaviour(ref("delivery", "ships")).text == "Ships a change"


def test_all_that_a_level_may_say_is_kept() -> None:
    """Rank, parent, status, points, aliases and needs of a level are read; needs name behaviours."""
    line = (
        "  - {id: e2a, lane: ic, title: Half, rank: 7, parent: e2, status: draft, points: 36, aliases: [Two],"
        " needs: {required: [ships], any: 3, months: 6, witnesses: 2}}\n"
    )

    level = framework_of(a_file(levels=LEVELS + line)).level("e2a")

    assert (level.rank, level.parent, level.status, level.min_points) == (7, "e2", "draft", 36)
    assert level.aliases == ("Two",)
    assert level.needs == Needs(required=(ref("delivery", "ships"),), any=3, months=6, witnesses=2)


def test_a_sub_level_expects_what_its_level_does_unless_it_says_otherwise() -> None:
    """A sub-level without `expects` has its parent's."""
    framework = framework_of(a_file(levels=LEVELS + "  - {id: e2a, lane: ic, title: Half, parent: e2}\n"))

    assert framework.level("e2a").expects == framework.level("e2").expects


def test_ranks_follow_the_order_in_a_lane_over_its_trunk() -> None:
    """A level's rank is its place in its lane, counted on from the shared lanes listed before it."""
    lanes = (
        "lanes:\n  t: {title: T, kind: shared}\n  a: {title: A, kind: ic}\n  b: {title: B, kind: manager}\n"
    )
    given = [("j", "t"), ("a1", "a"), ("a2", "a"), ("b1", "b"), ("x", "t")]
    levels = "levels:\n" + "".join(f"  - {{id: {one}, lane: {lane}, title: T}}\n" for one, lane in given)

    framework = framework_of(a_file(lanes=lanes, levels=levels))

    assert {level.id: level.rank for level in framework.levels} == {"j": 1, "a1": 2, "a2": 3, "b1": 2, "x": 4}


def test_all_that_a_behaviour_may_say_is_kept() -> None:
    """Id, example with its lines, kind, required and links of a behaviour are read."""
    text = (
        SKILLS
        + """
      - title: Leads
        behaviours:
          - id: leads
            text: Leads  a programme
            example: |
              Moved the warehouse.

              Split the monolith.
            kind: signal
            required: false
            links: ["https://example.org/x"]
"""
    )

    stage = framework_of(a_file(skills=text)).competency("sample/delivery").stages[2]

    assert stage == Stage(
        number=3,
        title="Leads",
        behaviours=(
            Behaviour(
                id="leads",
                text="Leads a programme",
                example="Moved the warehouse.\nSplit the monolith.",
                kind="signal",
                required=False,
                links=("https://example.org/x",),
            ),
        ),
    )


def test_a_sentence_alone_is_a_behaviour_named_by_its_words() -> None:
    """A behaviour may be a bare sentence; the same sentence at another stage is the same behaviour."""
    text = SKILLS + "      - behaviours: [Leads a team]\n      - behaviours: [Leads a team., Ends well]\n"

    competency = framework_of(a_file(skills=text)).competency("sample/delivery")

    assert [one.id for one in competency.behaviours] == [
        "ships",
        "plans",
        behaviour_id("Leads a team"),
        behaviour_id("Ends well"),
    ]


def test_cells_may_be_empty() -> None:
    """Empty stages, levels without words and competencies without any are legal."""
    text = """
competencies:
  - {id: delivery, title: Delivery, stages: [~, {behaviours: }]}
  - {id: people, title: People, levels: {e1: , e2: []}}
  - {id: code, title: Code}
"""

    framework = framework_of(a_file(skills=text))

    assert [len(one.stages) for one in framework.competencies] == [2, 2, 0]


def test_a_shared_skill_keeps_its_key_and_takes_what_is_added(tmp_path: Path) -> None:
    """A file that extends another takes its skills under their keys, and may add behaviours and stages."""
    framework = shelved(tmp_path, common=COMMON, sample=OVER_COMMON + ADDITION)["sample"].framework

    assert framework is not None
    writing = framework.competency("common/writing")
    assert [[one.id for one in stage.behaviours] for stage in writing.stages] == [
        ["notes", "edits"],
        ["teaches"],
    ]
    assert (writing.title, writing.aliases) == ("Writing", ("Prose",))
    assert framework.triggers["incident"] == "Led the answer to an incident"


def test_what_is_extended_may_extend_another(tmp_path: Path) -> None:
    """A skill keeps the key of the file that defined it through a chain of files."""
    middle = COMMON.replace("framework: common", "framework: middle\nextends: common").partition(
        "competencies"
    )
    files = shelved(
        tmp_path,
        sample=OVER_COMMON.replace("extends: common", "extends: middle"),
        middle=middle[0],
        common=COMMON,
    )

    framework = files["sample"].framework

    assert framework is not None
    assert framework.find_behaviour(BehaviourRef(competency="common/writing", behaviour="notes")) is not None


def test_a_file_beside_or_in_the_library_may_be_extended(tmp_path: Path) -> None:
    """`extends` is looked for among the files given, then beside the file, then in the library."""
    (tmp_path / "common.yaml").write_text(COMMON, encoding="utf-8")
    (tmp_path / "beside.yaml").write_text(OVER_COMMON, encoding="utf-8")

    assert load_file(tmp_path / "beside.yaml").framework is not None
    assert loaded(OVER_COMMON.replace("common", "shared")).framework is not None


def test_a_skill_by_level_may_be_shared_by_files_with_such_levels(tmp_path: Path) -> None:
    """A shared skill described by level takes the ranks of the levels here, and needs them."""
    by_level = SKILLS.partition("stages")[0] + "levels: {e2: [Plans a quarter]}\n"
    shared = (
        a_file(skills=by_level).replace(" expects", " #").replace("framework: sample", "framework: common")
    )
    shared = shared.replace(", #: {delivery: 1}", "").replace(", #: {delivery: 2}", "")
    lanes = "lanes: {ic: {title: A, kind: ic}}\n"
    good = OVER_COMMON + lanes + "levels: [{id: e2, lane: ic, title: Two, rank: 5}]\n"
    files = shelved(tmp_path, common=shared, good=good, bad=OVER_COMMON.replace(": sample", ": bad"))

    assert files["good"].framework is not None
    assert files["good"].framework.competencies[0].stages[0].number == 5
    assert "speaks of level `e2`, unknown here" in errors(files["bad"])


def test_a_shared_skill_cannot_be_redefined(tmp_path: Path) -> None:
    """What the shared file says of a skill is not said again, nor in another model."""
    title = "\ncompetencies:\n  - {id: writing, title: Prose}\n"
    model = "\ncompetencies:\n  - {id: writing, levels: {}, aliases: []}\n"
    words = "\ncompetencies:\n  - {id: writing, behaviours: [{id: notes, text: Sings}]}\n"

    assert "sample.yaml:7: Competency `writing` is defined in `common`, and its `title`" in errors(
        shelved(tmp_path, common=COMMON, sample=OVER_COMMON + title)["sample"]
    )
    assert "sample.yaml:7: Competency `writing` is described in 1 stages in `common`" in errors(
        shelved(tmp_path, common=COMMON, sample=OVER_COMMON + model)["sample"]
    )
    assert "sample.yaml:7: Behaviour `notes` already says another sentence" in errors(
        shelved(tmp_path, common=COMMON, sample=OVER_COMMON + words)["sample"]
    )


def test_files_that_extend_each_other_in_a_circle_are_told(tmp_path: Path) -> None:
    """A cycle in `extends` is an error at each file of it."""
    files = shelved(
        tmp_path,
        sample=OVER_COMMON,
        common=COMMON.replace("triggers", "extends: sample\ntriggers"),
    )

    assert "sample.yaml:4: Frameworks extend each other in a circle" in errors(files["sample"])
    assert "common.yaml:5: Frameworks extend each other in a circle" in errors(files["common"])


def test_what_cannot_be_extended_is_told_without_further_noise(tmp_path: Path) -> None:
    """A missing or faulty shared file is one error at `extends`; names it might hold raise no others."""
    levels = (
        "lanes: {ic: {title: A, kind: ic}}\nlevels: [{id: e1, lane: ic, title: One, expects: {writing: 1}}]\n"
    )
    broken = {"common": COMMON + "oops: 1\n", "sample": OVER_COMMON + levels + ADDITION}
    unreadable = {"common": "a: [", "sample": OVER_COMMON + levels + ADDITION}

    missing = errors(shelved(tmp_path, sample=OVER_COMMON + levels + ADDITION)["sample"])
    faulty = errors(shelved(tmp_path, **broken)["sample"])
    no_yaml = errors(shelved(tmp_path, **unreadable)["sample"])

    assert "sample.yaml:4: There is no framework `common` to extend. Put its file beside" in missing
    assert "sample.yaml:4: `common` has errors of its own" in faulty
    assert "sample.yaml:4: `common` is extended, but" in no_yaml
    assert max(text.count("\n") for text in (missing, faulty, no_yaml)) == 0


def test_one_id_stands_in_one_file(tmp_path: Path) -> None:
    """Two files with one framework id are an error at the second."""
    files = shelved(tmp_path, one=a_file(), two=a_file())

    assert files["one"].framework is not None
    assert "two.yaml:2: Framework `sample` is also in" in errors(files["two"])


def test_a_folder_is_its_yaml_files_by_name(tmp_path: Path) -> None:
    """A folder gives each .yaml and .yml file in it, in the order of names, and nothing else."""
    for name in ("b.yml", "a.yaml", "notes.txt"):
        (tmp_path / name).write_text(a_file(head=f'framework: {name[0]}\nversion: "1"\ntitle: T\n'))

    assert [Path(one.path).name for one in load_folder(tmp_path)] == ["a.yaml", "b.yml"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    """A path that cannot be read is a finding, not an exception."""
    assert "nowhere.yaml:1: The file cannot be read" in errors(load_file(tmp_path / "nowhere.yaml"))
    assert ":1: The file cannot be read" in errors(load_file(tmp_path))
    assert "nowhere:1: The folder cannot be read" in errors(load_folder(tmp_path / "nowhere")[0])


def test_a_one_sheet_framework_needs_no_levels() -> None:
    """A file of skills with plain behaviours alone is a framework: one stage each, no level."""
    framework = framework_of(
        'framework: sheet\nversion: "1"\ntitle: Sheet\n'
        "competencies:\n  - {id: care, title: Care, behaviours: [Asks first]}\n"
    )

    assert framework.is_one_sheet
    assert [stage.number for stage in framework.competencies[0].stages] == [1]

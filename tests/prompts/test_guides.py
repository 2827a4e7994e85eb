"""Guides and answers: those that ship with Trellis, and a company's own."""

from pathlib import Path

import pytest

from bot.listeners.commands import ON_WORD
from prompts.lint import lint
from prompts.load import load_prompts
from prompts.model import LONGEST_GUIDE, Moment, Opens, Side

LOADED = load_prompts(None)
GUIDE = """\
guides:
  - id: our-talk
    title: Our talk
    side: both
    minutes: 20
    offered: [first]
    why: It helps.
    steps:
      - say: What went well?
        listen: one moment.
    avoid: [A verdict.]
"""
ANSWER = """\
answers:
  - id: ours
    title: Is there lunch?
    words: [lunch, food, canteen]
    text: There is.
    do: Go and see.
    opens: note
    guide: growth-talk
    related: [pay]
"""


def findings_of(folder: Path, content: str) -> list[str]:
    """What is found in a folder with one file, with the file's name in place of its path."""
    (folder / "ours.yaml").write_text(content, encoding="utf-8")
    return [str(one).removeprefix(f"{folder}/") for one in load_prompts(folder).findings]


def test_eight_guides_and_fourteen_answers_at_least() -> None:
    """The library is whole, and each guide stands on one screen."""
    assert len(LOADED.guides) >= 8
    assert len(LOADED.answers) >= 14
    assert all(sum(map(len, guide.texts)) <= LONGEST_GUIDE for guide in LOADED.guides)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("moment", [one for one in Moment if one is not Moment.OBSERVATION])
def test_every_moment_has_a_guide(moment: Moment, side: Side) -> None:
    """Wherever a guide is offered there is one, whoever it is offered to."""
    assert any(guide.fits(moment, side) for guide in LOADED.guides)


def test_what_an_answer_opens_is_a_word() -> None:
    """An answer leads to nothing that nobody can type."""
    assert {one.value for one in Opens} <= set(ON_WORD)


def test_every_answer_says_what_to_do_and_leads_on() -> None:
    """None is a dead end: something to do, a place to do it, and others near it."""
    assert all(answer.do and answer.opens and len(answer.related) >= 2 for answer in LOADED.answers)


def test_ones_own_join_the_library(tmp_path: Path) -> None:
    """A company's guides and answers come after ours."""
    assert findings_of(tmp_path, GUIDE + ANSWER) == []

    loaded = load_prompts(tmp_path)
    assert [one.id for one in loaded.guides][-1] == "our-talk"
    assert [one.id for one in loaded.answers][-1] == "ours"
    assert len(loaded.guides) == len(LOADED.guides) + 1


def test_ones_own_take_the_place_of_ours(tmp_path: Path) -> None:
    """One of the same id replaces ours, where it stood."""
    (tmp_path / "ours.yaml").write_text(
        GUIDE.replace("our-talk", "growth-talk") + ANSWER.replace("id: ours", "id: pay")
    )

    loaded = load_prompts(tmp_path)

    assert [one.id for one in loaded.guides] == [one.id for one in LOADED.guides]
    assert [one.id for one in loaded.answers] == [one.id for one in LOADED.answers]
    assert "Our talk" in [one.title for one in loaded.guides]
    assert "Is there lunch?" in [one.title for one in loaded.answers]


def test_a_faulty_one_leaves_ours(tmp_path: Path) -> None:
    """What cannot be used replaces nothing."""
    wrong = GUIDE.replace("our-talk", "growth-talk").replace("side: both", "side: all")

    assert findings_of(tmp_path, wrong)[0].startswith("ours.yaml:4: `side` of guide `growth-talk` is `all`")
    assert load_prompts(tmp_path).guides == LOADED.guides


@pytest.mark.parametrize(
    ("good", "bad", "finding"),
    [
        ("minutes: 20", "minutes: soon", "5: `minutes` of guide `our-talk` must be a whole number"),
        ("minutes: 20", "minutes: 0", "5: Guide `our-talk` takes no time"),
        ("[first]", "[frist]", "6: `offered` of guide `our-talk` is `frist`. Did you mean `first`"),
        ("        listen: one moment.\n", "", "9: A step lacks `listen`"),
        ("It helps.", "w" * 1200, "2: Guide `our-talk` has 1"),
        ("[A verdict.]", "[]", "11: `avoid` of guide `our-talk` is empty"),
        ("opens: note", "opens: admin", "18: `opens` of answer `ours` is `admin`"),
        ("[pay]", "[wages]", "13: Answer `ours` leads to `wages`, which there is not"),
        ("growth-talk", "grow", "13: Answer `ours` leads to `grow`, which there is not"),
        ("There is.", "w" * 601, "16: `text` of answer `ours` has 601 characters"),
    ],
)
def test_each_fault_is_named_at_its_line(tmp_path: Path, good: str, bad: str, finding: str) -> None:
    """A fault is one sentence with file, line, what is wrong and how to mend it."""
    content = GUIDE + ANSWER
    assert good in content

    found = findings_of(tmp_path, content.replace(good, bad, 1))

    assert found[0].startswith(f"ours.yaml:{finding}")


def test_a_file_that_lists_nothing_is_named(tmp_path: Path) -> None:
    """A file needs one of the three lists."""
    assert findings_of(tmp_path, "{}\n")[0].startswith("ours.yaml:1: The file lists nothing")


@pytest.mark.parametrize(
    ("good", "bad", "warning"),
    [
        ("What went well?", "Did it go well?", "Guide `our-talk` asks what yes or no would answer"),
        ("What went well?", "It went well.", "Guide `our-talk` asks nothing"),
        ("It helps.", "It is about alignment.", "Guide `our-talk` says `alignment`"),
        ("What went well?", "How did you feel?", "Guide `our-talk` says `how did you feel`"),
        ("[lunch, food, canteen]", "[lunch]", "Answer `ours` is found by 1 words"),
        ("There is.", "Stakeholders bring it.", "Answer `ours` says `stakeholders`"),
    ],
)
def test_what_would_fall_flat_is_warned_of(tmp_path: Path, good: str, bad: str, warning: str) -> None:
    """Guides and answers are linted as prompts are."""
    assert findings_of(tmp_path, (GUIDE + ANSWER).replace(good, bad, 1)) == []

    found = lint(load_prompts(tmp_path))

    assert [one.what.startswith(warning) for one in found] == [True]

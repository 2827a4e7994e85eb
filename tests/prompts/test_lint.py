"""What the lint says of prompts, of our own and of a company's."""

from __future__ import annotations

from pathlib import Path

import pytest

from frameworks.findings import Finding
from prompts.lint import lint
from prompts.load import load_prompts
from prompts.model import LONGEST_TEXT

PROMPT = """\
  - id: {name}
    text: "{text}"
    side: both
    occasion: any
    dimension: none
    about: work
    why: "{why}"
"""


def linted(folder: Path, *texts: str, why: str = "It is worth a minute.") -> list[Finding]:
    """The warnings on a company's file with these prompts; each is read without an error."""
    entries = [PROMPT.format(name=f"p{at}", text=text, why=why) for at, text in enumerate(texts)]
    (folder / "ours.yaml").write_text("prompts:\n" + "".join(entries), encoding="utf-8")
    loaded = load_prompts(folder)
    assert loaded.findings == ()
    return list(lint(loaded))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Did you finish what you planned?", "can be answered with yes or no (`did …`)"),
        ("Looking back at the month, was it worth it?", "can be answered with yes or no (`was …`)"),
        ("Pick one task. Could it be smaller?", "can be answered with yes or no (`could …`)"),
        ("Any blockers?", "can be answered with yes or no (`any …`)"),
        ("What went well, don't you think?", "says `don't you`, which leads"),
        ("Surely one thing went well. Which one?", "says `surely`, which leads"),
        ("Of course the plan was thin. What did it lack?", "says `of course`, which leads"),
        ("Why didn't you ask sooner?", "says `why didn't`, which sounds like blame"),
        ("What should you have done? Name the step that you failed to take.", "says `failed to`"),
        ("Which excuse do you hear most?", "says `excuse`, which sounds like blame"),
        ("How does that make you feel?", "says `make you feel`, which is about somebody's inner life"),
        ("Which part of the week makes you anxious?", "says `anxious`, which is about somebody's inner life"),
        ("What would your inner critic say of it?", "says `inner`, which is about somebody's inner life"),
        ("Which stakeholders should hear of it?", "says `stakeholders`, which is a word of consultants"),
        ("What did your direct report ship?", "says `direct report`, which is a word of consultants"),
        ("How do you leverage the new tool?", "says `leverage`, which is a word of consultants"),
        ("What did he do that others could copy?", "says `he`, which says more of a person"),
        ("How many man-days did the task take?", "says `man-days`, which says more of a person"),
        ("The plan was too thin this month.", "asks nothing and gives nothing to do"),
        ("Your week in three words.", "asks nothing and gives nothing to do"),
        ("How did you sleep, and who gave you feedback?", "asks about wellbeing and about feedback in one"),
        (
            "Who thanked you lately? What would you like to learn?",
            "asks about feedback and about growth in one",
        ),
    ],
)
def test_each_fault_is_found(tmp_path: Path, text: str, fault: str) -> None:
    """A prompt that would fall flat is named with its fault, as a warning at the line of its text."""
    found = linted(tmp_path, text)

    assert [one for one in found if fault in one.what]
    assert {(one.path, one.line, one.is_error) for one in found} == {(str(tmp_path / "ours.yaml"), 3, False)}


@pytest.mark.parametrize(
    "text",
    [
        "Pick one thing that was harder than it looked. What made it so?",
        "Name the step that you would skip next time.",
        "If you had one free afternoon, what would you mend?",
        "With whom did you argue well lately, and about what?",
        "Which is harder at the moment, beginning or ending?",
        "What did you finish, and what did finishing teach you?",
        "Sort the open tasks by size. Where does the list surprise you?",
        "Their plan and yours: where do the two part?",
        "Since the move, who asks you for what?",
        "Keep one meeting and strike the rest. Who would thank you?",
        "What do the others here do when the phone rings at noon?",
    ],
)
def test_good_prompts_pass(tmp_path: Path, text: str) -> None:
    """An open question or a small thing to do is left alone."""
    assert linted(tmp_path, text) == []


def test_the_reason_is_read_too(tmp_path: Path) -> None:
    """What is said under a prompt is held to the same words."""
    found = linted(tmp_path, "Which test would you write first?", why="It empowers the employee.")

    assert [one.what.partition(", which")[0] for one in found] == [
        "Prompt `p0` says `employee`",
        "Prompt `p0` says `empowers`",
    ]


def test_every_fault_of_a_prompt_is_found(tmp_path: Path) -> None:
    """One reading names all that is wrong with a prompt."""
    found = linted(tmp_path, "Don't you agree that he failed to align?")

    assert len(found) == 5


def test_a_near_duplicate_names_the_other(tmp_path: Path) -> None:
    """Two prompts of a company that ask much the same are found at the second."""
    found = linted(
        tmp_path,
        "Which of your tasks has waited longest, and who waits for it?",
        "Which of your tasks has waited longest now, and who waits for it most?",
    )

    assert [(one.line, one.what) for one in found] == [
        (10, f"Prompt `p1` says much the same as `p0`, at {tmp_path / 'ours.yaml'}:3")
    ]


def test_a_near_duplicate_of_the_library(tmp_path: Path) -> None:
    """A company hears that Trellis brings the same question already; the fault is in its own file."""
    theirs = "Pick one thing that took longer than you had thought. What did the plan leave out?"

    (found,) = linted(tmp_path, theirs)

    assert found.path == str(tmp_path / "ours.yaml")
    assert "says much the same as `plan-left-out`, at " in found.what


def test_other_questions_on_one_thing_are_no_duplicates(tmp_path: Path) -> None:
    """Prompts that share a subject and ask another thing of it stand side by side."""
    assert not linted(
        tmp_path,
        "Which of your tasks has waited longest, and who waits for it?",
        "Which of your tasks would you give away today, and to whom?",
    )


def test_what_is_too_long_is_an_error_already(tmp_path: Path) -> None:
    """A text over the limit is left out with an error, so the lint never sees it."""
    text = "What " + "w" * LONGEST_TEXT + "?"
    (tmp_path / "ours.yaml").write_text("prompts:\n" + PROMPT.format(name="p0", text=text, why="x"))

    loaded = load_prompts(tmp_path)

    assert ["200 at most" in str(one) for one in loaded.findings] == [True]
    assert lint(loaded) == ()

"""The questions of what a piece of evidence shows."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.marking import Sheet
from bot.views.marking import marking_inputs
from frameworks.model import Behaviour, Competency, Framework, Stage

KEY = "engineering/delivery"


def options(*texts: str) -> list[dict[str, Any]]:
    """What is offered of one skill whose behaviours have these texts."""
    behaviours = tuple(Behaviour(id=f"b{n}", text=text) for n, text in enumerate(texts))
    skill = Competency(
        key=KEY, id="delivery", title="Delivery", stages=(Stage(number=1, behaviours=behaviours),)
    )
    sheet = Sheet(framework=Framework(id="e", version="1", title="E", competencies=(skill,)))
    blocks = marking_inputs([sheet], "chosen", label="Which?", skills=[KEY], showed=(), round_=0)
    offered: list[dict[str, Any]] = blocks[1]["element"]["option_groups"][0]["options"]
    return offered


def test_a_long_behaviour_is_read_whole() -> None:
    """What the label has no room for stands in the small text under it."""
    text = "Splits a piece of work into steps that each reach users, before starting on the first."

    (option,) = options(text)

    label, more = option["text"]["text"], option["description"]["text"]
    assert f"{label.removesuffix('…')} {more.removeprefix('…')}" == text


@given(words=st.lists(st.text("abcdef", min_size=1, max_size=40), min_size=1, max_size=20))
def test_a_behaviour_of_up_to_a_hundred_characters_loses_nothing(words: list[str]) -> None:
    """However its words fall, a sentence of that length is read whole."""
    text = " ".join(words)[:100].strip()

    (option,) = options(text)

    label, more = option["text"]["text"], option.get("description", {}).get("text", "")
    read = f"{label.removesuffix('…')}{more.removeprefix('…')}"
    assert read.replace(" ", "") == text.replace(" ", "")


def test_who_has_no_framework_is_told_so() -> None:
    """Without skills there is a line instead of an empty menu."""
    (line,) = marking_inputs([], "chosen", label="Which?", skills=[], showed=(), round_=0)

    assert "no skills to choose until" in str(line)

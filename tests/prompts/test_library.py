"""The prompts that ship with Trellis."""

from __future__ import annotations

from collections import Counter

import pytest

from frameworks.load import load_library
from prompts.load import load_prompts
from prompts.model import About, Dimension, Occasion, Side
from tests.prompts.builders import CADENCES

LIBRARY = load_prompts(None).prompts


def test_library_is_sound() -> None:
    """The bundled library has no finding and at least sixty prompts."""
    loaded = load_prompts(None)

    assert loaded.findings == ()
    assert len(loaded.prompts) >= 60


def test_sides_and_kinds_are_even() -> None:
    """Every side is asked as much about every kind as any other."""
    cells = Counter((prompt.side, prompt.about) for prompt in LIBRARY)

    assert len(cells) == len(Side) * len(About)
    assert len(set(cells.values())) == 1


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("about", About)
@pytest.mark.parametrize("occasion", [Occasion.FIRST, *CADENCES])
def test_every_talk_has_a_choice(side: Side, about: About, occasion: Occasion) -> None:
    """Each side finds a prompt of each kind on each occasion, and on regular ones three of its own side."""
    fitting = [one for one in LIBRARY if one.fits(side, occasion) and one.about is about]
    if occasion is Occasion.FIRST:
        assert any(one.occasion is Occasion.FIRST for one in fitting)
    else:
        assert sum(one.side is side for one in fitting) >= 3


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("dimension", [one for one in Dimension if one is not Dimension.NONE])
def test_thin_dimensions_can_be_asked_about(side: Side, dimension: Dimension) -> None:
    """Each side has regular prompts on each dimension, to ask about where little is recorded."""
    fitting = [one for one in LIBRARY if one.fits(side, Occasion.ANY) and one.dimension is dimension]

    assert len(fitting) >= 2


def test_hinted_skills_exist() -> None:
    """A hint names a shared skill, of the dimension that the prompt is on."""
    dimensions = {
        one.id: one.dimension
        for loaded in load_library()
        if loaded.framework and loaded.framework.id == "shared"
        for one in loaded.framework.competencies
    }

    hints = {prompt.competency: prompt.dimension.value for prompt in LIBRARY if prompt.competency}

    assert hints.items() <= dimensions.items()


def test_each_is_open() -> None:
    """No prompt begins so that yes or no would answer it."""
    closed = {
        "are",
        "can",
        "could",
        "did",
        "do",
        "does",
        "has",
        "have",
        "is",
        "should",
        "was",
        "will",
        "would",
    }

    starts = {prompt.id: prompt.text.split()[0].casefold() for prompt in LIBRARY}

    assert [name for name, start in starts.items() if start in closed] == []


def test_each_says_why() -> None:
    """Every prompt says in one line why it is asked, and no two say the same."""
    reasons = [prompt.why for prompt in LIBRARY]

    assert all(0 < len(why) <= 100 for why in reasons)
    assert len({*reasons, *(prompt.text for prompt in LIBRARY)}) == 2 * len(LIBRARY)

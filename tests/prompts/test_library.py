"""The prompts that ship with Trellis."""

from __future__ import annotations

from collections import Counter

import pytest

from frameworks.load import load_library
from frameworks.model import TRIGGERS
from prompts.lint import lint
from prompts.load import load_prompts
from prompts.model import SPECIAL, About, Dimension, Occasion, Side, Trigger
from tests.prompts.builders import CADENCES

LIBRARY = load_prompts(None).prompts
SHARED = {
    one.id: one.dimension
    for loaded in load_library()
    if loaded.framework and loaded.framework.id == "shared"
    for one in loaded.framework.competencies
}


def test_library_is_sound() -> None:
    """The bundled library has no error, no warning, and at least two hundred prompts."""
    loaded = load_prompts(None)

    assert loaded.findings == ()
    assert [str(finding) for finding in lint(loaded)] == []
    assert len(loaded.prompts) >= 200


def test_sides_and_kinds_are_even() -> None:
    """Every side is asked as much about every kind as any other; so feedback goes both ways alike."""
    cells = Counter((prompt.side, prompt.about) for prompt in LIBRARY)

    assert len(cells) == len(Side) * len(About)
    assert len(set(cells.values())) == 1


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("about", About)
@pytest.mark.parametrize("talk", [Occasion.FIRST, *CADENCES])
def test_every_talk_has_a_choice(side: Side, about: About, talk: Occasion) -> None:
    """Each side finds a prompt of each kind in each talk, and in regular ones five of its own side."""
    fitting = [one for one in LIBRARY if one.fits(side, {talk}) and one.about is about]
    if talk is Occasion.FIRST:
        assert any(one.occasion is Occasion.FIRST for one in fitting)
    else:
        assert sum(one.side is side for one in fitting) >= 5


@pytest.mark.parametrize("occasion", [one for one in Occasion if one is not Occasion.ANY])
def test_every_occasion_has_prompts(occasion: Occasion) -> None:
    """On each occasion there are six prompts or more, on three kinds at least, and one for every side."""
    on_it = [one for one in LIBRARY if one.occasion is occasion]

    assert len(on_it) >= 6
    assert len({one.about for one in on_it}) >= 3
    assert {one.side for one in on_it} == set(Side)


@pytest.mark.parametrize("occasion", SPECIAL)
@pytest.mark.parametrize("side", [Side.MANAGER, Side.REPORT])
def test_special_occasions_last_a_quarter(side: Side, occasion: Occasion) -> None:
    """Each side has five prompts or more on what is special, one for every set in which it may lead."""
    assert sum(one.fits(side, {occasion}) and one.is_special for one in LIBRARY) >= 5


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("dimension", [one for one in Dimension if one is not Dimension.NONE])
def test_thin_dimensions_can_be_asked_about(side: Side, dimension: Dimension) -> None:
    """Each side has regular prompts on each dimension, to ask about where little is recorded."""
    own = [one for one in LIBRARY if one.occasion is Occasion.ANY and one.dimension is dimension]

    assert len([one for one in own if one.side in {side, Side.BOTH}]) >= 5


def test_dimensions_are_all_there() -> None:
    """No dimension has less than half as many prompts as another."""
    counts = Counter(one.dimension for one in LIBRARY if one.dimension is not Dimension.NONE)

    assert min(counts.values()) * 2 >= max(counts.values())
    assert len(counts) == 3


@pytest.mark.parametrize("skill", SHARED)
def test_every_shared_skill_is_asked_about(skill: str) -> None:
    """Each shared skill has ten prompts or more, and some of any side in an ordinary talk."""
    on_it = [one for one in LIBRARY if one.competency == skill]

    assert len(on_it) >= 10
    assert {one.side for one in on_it if not one.is_special} == set(Side)


@pytest.mark.parametrize("trigger", Trigger)
def test_every_sign_is_asked_about(trigger: Trigger) -> None:
    """Each sign of growing has seven prompts or more, two of them for either side in an ordinary talk."""
    on_it = [one for one in LIBRARY if one.trigger is trigger]

    assert len(on_it) >= 7
    assert all(sum(one.fits(side, CADENCES) for one in on_it) >= 2 for side in (Side.MANAGER, Side.REPORT))


def test_signs_are_those_of_every_framework() -> None:
    """What a prompt can be on are the triggers that a framework has without naming any."""
    assert set(Trigger) == set(TRIGGERS)


def test_hinted_skills_exist() -> None:
    """A hint names a shared skill, of the dimension that the prompt is on."""
    hints = {prompt.competency: prompt.dimension.value for prompt in LIBRARY if prompt.competency}

    assert hints.items() <= SHARED.items()


def test_each_says_why() -> None:
    """Every prompt says in one line why it is asked, and no two say the same."""
    reasons = [prompt.why for prompt in LIBRARY]

    assert all(0 < len(why) <= 100 for why in reasons)
    assert len({*reasons, *(prompt.text for prompt in LIBRARY)}) == 2 * len(LIBRARY)

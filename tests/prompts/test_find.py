"""Finding an answer or a guide by what somebody types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.find import MOST_NEAR, find
from prompts.load import load_prompts
from tests.prompts.phrasings import NEAR_MISSES, PHRASINGS

LOADED = load_prompts(None)
ANSWERS, GUIDES = LOADED.answers, LOADED.guides


def test_every_answer_has_phrasings() -> None:
    """The table knows every answer that ships with Trellis, with five everyday phrasings or more."""
    assert set(PHRASINGS) == {answer.id for answer in ANSWERS}
    assert all(len(phrasings) >= 5 for phrasings in PHRASINGS.values())


@pytest.mark.parametrize("name", PHRASINGS)
def test_everyday_words_find_their_answer(name: str) -> None:
    """What people say, as they say it, finds the answer that is meant and no other."""
    found = {typed: find(ANSWERS, typed).best for typed in PHRASINGS[name]}

    assert {typed: best.id if best else None for typed, best in found.items()} == dict.fromkeys(found, name)


@pytest.mark.parametrize("name", PHRASINGS)
def test_an_answer_is_found_by_its_title_and_id(name: str) -> None:
    """The title, however it is written, and the id find it."""
    (answer,) = [one for one in ANSWERS if one.id == name]
    forms = (
        answer.title,
        answer.title.upper(),
        f"  {answer.title}?? ",
        answer.id,
        answer.id.replace("-", " "),
    )

    assert {find(ANSWERS, typed).best for typed in forms} == {answer}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_a_guide_is_found_by_its_title(guide: object) -> None:
    """So does a guide."""
    assert find(GUIDES, guide.title).best == guide  # type: ignore[attr-defined]  # ids need a callable


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("papperwork", "too-much-work"),
        ("anonimous", "no-anonymous-words"),
        ("bureacracy", "too-much-work"),
        ("promotoin", "who-decides"),
        ("titel", "no-titles"),
        ("intoverts", "quiet-people"),
    ],
)
def test_typos_are_tolerated(typed: str, name: str) -> None:
    """A word that is nearly one of an answer's finds it."""
    best = find(ANSWERS, typed).best

    assert best is not None
    assert best.id == name


@pytest.mark.parametrize("typed", NEAR_MISSES)
def test_nothing_is_claimed_where_nothing_fits(typed: str) -> None:
    """What no answer is about finds none, rather than the wrong one."""
    found = find(ANSWERS, typed)

    assert found.best is None
    assert found.near == ()


def test_what_may_mean_two_things_offers_both() -> None:
    """Where two are as near, neither is claimed and both are offered."""
    found = find(ANSWERS, "promotion pay")

    assert found.best is None
    assert {"pay", "who-decides"} <= {one.id for one in found.near}


@given(
    typed=st.text()
    | st.lists(st.sampled_from(sorted({w for p in PHRASINGS.values() for w in p}))).map(" ".join)
)
def test_any_text_is_taken(typed: str) -> None:
    """Whatever is typed ends in what was found: one, some, or none, and never the same twice."""
    found = find(ANSWERS, typed)

    names = [one.id for one in (*([found.best] if found.best else []), *found.near)]
    assert len(names) == len(set(names))
    assert len(found.near) <= MOST_NEAR
    assert find((), typed) == find((), "")

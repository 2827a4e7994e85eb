"""Names in a text: found, taken out, and found to be gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.naming import Names
from storage.records import Person
from tests.storage.builders import some_person

ANA = some_person(id="U0ANA", name="Ana Reed")
BEN = some_person(id="U0BEN", name="Ben Moss")
OTHER_BEN = some_person(id="U0BENH", name="Ben Hill")
WILL = some_person(id="U0WILL", name="Will Fern")
GONE = some_person(id="U0GONE", name="Ana Wood", is_deactivated=True)
PEOPLE = (ANA, BEN, OTHER_BEN, WILL, GONE)
NAMES = Names(PEOPLE)
COLLEAGUE = "a colleague"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Planned it with Ana", [ANA]),
        ("planned it with ana's help", [ANA]),
        ("@will wrote it", [WILL]),
        ("It will be read", []),
        ("Will wrote it", [WILL]),
        ("With <@U0BEN> at <https://x.example|Ana>", [BEN]),
        ("With Ben Hill", [OTHER_BEN]),
        ("With Banana Analysis", []),
        ("Mail ana.reed@fernhill.example", []),
    ],
)
def test_whoever_is_plainly_named_is_found(text: str, people: list[Person]) -> None:
    """By any part of a name or a mention; of several of one name, who else is told apart by is meant."""
    named = NAMES.named(text)

    assert list(named.people) == people
    assert not named.unclear


def test_a_name_of_several_is_unclear() -> None:
    """A first name that two people have names neither of them by itself."""
    assert NAMES.named("With Ben").unclear == {"ben": (BEN, OTHER_BEN)}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Planned it with Ana Reed in two steps", "Planned it with a colleague in two steps"),
        ("Ben's plan, see https://x.example/1.", "a colleague's plan, see"),
        ("Thanks <@U0ANA|ana> and @ben.moss", "Thanks a colleague and a colleague"),
        ("It will hold", "It will hold"),
    ],
)
def test_names_and_links_are_taken_out(text: str, left: str) -> None:
    """A colleague stands in the place of each person; a link leaves nothing."""
    assert NAMES.without(text, COLLEAGUE) == left


@given(
    st.lists(
        st.sampled_from(
            [
                "Ana",
                "ana",
                "Ben Moss",
                "@will",
                "<@U0BEN>",
                "https://x.example",
                "a",
                "plan",
                "Will",
                "b@c.d",
                ",",
            ]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_nothing_is_left_of_what_is_taken_out(text: str) -> None:
    """Whatever the text, what is offered in its place passes the check that refuses names."""
    assert NAMES.left_in(NAMES.without(text, COLLEAGUE)) == ()


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No text is an error, and one without names names nobody."""
    NAMES.named(text)
    assert Names(()).left_in(Names(()).without(text, COLLEAGUE)) == ()

"""What waits, in the order in which people see it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.messages import Kind
from bot.domain.waiting import ORDER, Waiting, What, in_order, may_be_lost
from bot.views.waiting import LOST_OPENS, SHOWN
from bot.words.home import LOST

MORNING = datetime(2026, 6, 16, 8, tzinfo=UTC)
QUESTIONS = {What.TIE, What.PLACEMENT, What.PAIR}

things = st.builds(
    Waiting,
    what=st.sampled_from(What),
    id=st.text("abc", min_size=1, max_size=3),
    since=st.integers(0, 50).map(lambda hours: MORNING + timedelta(hours=hours)),
)
many = st.lists(things, max_size=20, unique_by=lambda one: (one.what, one.id))


@given(many)
def test_nothing_is_lost_or_doubled(items: list[Waiting]) -> None:
    """Everything that waits is there once."""
    shown = in_order(items)

    assert sorted(shown, key=hash) == sorted(items, key=hash)


@given(many)
def test_order_does_not_depend_on_how_it_was_gathered(items: list[Waiting]) -> None:
    """The same things come in the same order, whichever subject was asked first."""
    turned = items[::-1]

    assert in_order(turned) == in_order(items)


@given(many)
def test_what_others_asked_comes_first(items: list[Waiting]) -> None:
    """No question of a colleague stands below anything else."""
    is_question = [one.what in QUESTIONS for one in in_order(items)]

    assert is_question == sorted(is_question, reverse=True)


@given(many)
def test_the_oldest_comes_first_within_a_kind(items: list[Waiting]) -> None:
    """Among things of one kind nobody is overtaken."""
    shown = in_order(items)

    for what in ORDER:
        since = [one.since for one in shown if one.what is what]
        assert since == sorted(since)


def test_every_kind_of_thing_has_a_line_and_a_button() -> None:
    """Nothing that waits is without a way to answer it."""
    assert set(SHOWN) == set(What)


def test_every_message_that_may_be_lost_can_be_told() -> None:
    """For each kind of message that nothing else stands for, Home says what it was about and opens it."""
    to_people = {kind for kind in Kind if may_be_lost(kind)} - {Kind.KUDOS_POSTED}

    assert set(LOST) == to_people
    assert to_people - set(LOST_OPENS) == {
        Kind.CHECK_READY,
        Kind.CONCERN_SHOWN,
        Kind.FEEDBACK_REPLIED,
        Kind.FEEDBACK_SHARED,
        Kind.OBSERVATION_ANSWERED,
        Kind.PROMPT,
        Kind.PROMPT_AGAIN,
        Kind.SUMMARY_SHARED,
        Kind.SUMMARY_READY,
        Kind.WITNESS_CONFIRMED,
    }

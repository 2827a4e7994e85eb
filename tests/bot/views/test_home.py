"""Home, whatever it holds."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.here import Here
from bot.domain.home import HelpSeen, HomeSeen, Lookout, Meeting, NoteLine
from bot.domain.messages import Kind
from bot.domain.steps import StepSeen
from bot.domain.waiting import Waiting, What
from bot.views.help import help_message
from bot.views.home import home_tab
from bot.views.steps import step_message
from bot.words.home import LOST
from playground.layout import check_message, check_view
from storage.choices import Step
from tests.storage.builders import some_person

names = st.text(max_size=200)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
waiting = st.lists(
    st.builds(
        Waiting,
        what=st.sampled_from(What),
        id=st.uuids().map(str),
        since=moments,
        who=names,
        title=names,
        count=st.integers(1, 99),
        delivery=st.uuids().map(str),
        kind=st.sampled_from(sorted(LOST)).map(Kind),
    ),
    max_size=30,
).map(tuple)
steps = st.none() | st.builds(
    StepSeen,
    step=st.sampled_from(Step),
    number=st.integers(1, 6),
    of=st.integers(1, 6),
    other=st.none() | st.builds(some_person, name=names),
    manager=st.none() | names,
)
homes = st.builds(
    HomeSeen,
    here=st.builds(Here, st.sampled_from(["UTC", "Asia/Kathmandu"]).map(ZoneInfo), st.dates()),
    name=names,
    where=st.none() | names,
    manager=st.none() | names,
    step=steps,
    waiting=waiting,
    meetings=st.lists(
        st.builds(
            Meeting,
            pair=st.uuids().map(str),
            who=names,
            at=moments,
            is_moved=st.booleans(),
            until=st.none() | st.dates(),
        ),
        max_size=40,
    ).map(tuple),
    notes=st.lists(
        st.builds(
            NoteLine,
            id=st.uuids().map(str),
            on=st.dates(),
            skills=st.lists(names, max_size=4).map(tuple),
            by=st.none() | names,
        ),
        max_size=3,
    ).map(tuple),
    note_count=st.integers(0, 500),
    owned=st.lists(st.tuples(st.uuids().map(str), names), max_size=8).map(tuple),
    lookout=st.none() | st.builds(Lookout, people=st.integers(0, 5000), switched_on=st.integers(0, 5000)),
    is_in_rollout=st.booleans(),
    mutes_nudges=st.booleans(),
    has_reports=st.booleans(),
)


@settings(max_examples=60)
@given(homes)
def test_slack_takes_any_home(seen: HomeSeen) -> None:
    """Whatever names and however many things there are, nothing is cut off and Slack takes it."""
    home = home_tab(seen)

    assert check_view(home.payload) == []
    assert home.left_off == 0


@settings(max_examples=60)
@given(waiting, steps, st.booleans(), st.booleans())
def test_slack_takes_any_help(
    items: tuple[Waiting, ...], step: StepSeen | None, is_everything: bool, shows_all: bool
) -> None:
    """However much waits, and whatever somebody is, help fits into a message."""
    seen = HelpSeen(waiting=items, step=step, may_set=is_everything, has_reports=is_everything)
    message = help_message(seen, "/growth", shows_all=shows_all)

    assert check_message(message.payload) == []
    assert message.left_off == 0


@settings(max_examples=60)
@given(steps.filter(bool), st.none() | names)
def test_slack_takes_any_step(step: StepSeen, intro: str | None) -> None:
    """Whatever the names, a step fits into a message, which says in a notification what to do."""
    message = step_message(step, "d1", intro)

    assert check_message(message.payload) == []
    assert message.left_off == 0
    assert message.payload["text"].strip()

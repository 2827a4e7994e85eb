"""What a person may choose about messages, and what comes of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.budget import Limits, lasts_until, next_digest
from bot.domain.messages import MANNERS, NUDGES, Kind
from bot.domain.preferences import (
    MOST_DAYS_OFF,
    SWITCHES,
    USUAL,
    PreferencesDraft,
    check_preferences,
    is_switched_off,
    is_unannounced,
    limits_of,
    starts_public,
    switched,
)
from bot.errors import Invalid
from storage.choices import DigestMode
from storage.records import Known
from storage.types import Days
from tests.storage.builders import some_person

TODAY = date(2026, 6, 16)
DAY = timedelta(days=1)
kinds = st.frozensets(st.sampled_from(SWITCHES))


def a_draft(**what: Any) -> PreferencesDraft:
    """The form as it opens for who never chose, but for some of it."""
    usual = PreferencesDraft(
        draft="d1",
        quiet_from=USUAL.quiet_from,
        quiet_until=USUAL.quiet_until,
        workdays=USUAL.workdays,
        kept=frozenset(),
        first=None,
        last=None,
        digest=USUAL.digest,
        digest_at=None,
        snoozed_until=None,
        mutes_all=False,
        known_mutes_all=False,
        off=frozenset(),
        known_off=frozenset(),
        is_unannounced=False,
        hides_hints=False,
    )
    return replace(usual, **what)


def known(**chosen: Any) -> Known:
    """Somebody who chose some of it."""
    preferences = replace(USUAL, **chosen)
    return Known(person=some_person(), is_in_rollout=True, preferences=preferences, holidays=())


def test_the_usual_choice_is_the_usual_budget() -> None:
    """Who never chose is spared what DESIGN says; the form sent as it opens changes nothing."""
    assert limits_of(None) == limits_of(known()) == Limits()
    assert check_preferences(a_draft(), USUAL, TODAY) == USUAL


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"quiet_from": None}, "quiet_from"),
        ({"quiet_until": None}, "quiet_until"),
        ({"workdays": ()}, "workdays"),
        ({"snoozed_until": TODAY}, "snooze"),
        ({"first": TODAY, "last": TODAY - DAY}, "off_last"),
        ({"first": TODAY - DAY}, "off_first"),
        ({"digest": DigestMode.DAILY}, "digest_at"),
        ({"digest": DigestMode.DAILY, "digest_at": time(8, 59)}, "digest_at"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(wrong: dict[str, Any], field: str) -> None:
    """Each wrong answer is refused where it stands."""
    with pytest.raises(Invalid) as caught:
        check_preferences(a_draft(**wrong), USUAL, TODAY)

    assert caught.value.field == field


def test_days_off_are_kept_added_and_forgotten() -> None:
    """Those that stay ticked stay, new ones come in order, and those that are over go."""
    over, kept, left = Days(TODAY - DAY, TODAY - DAY), Days(TODAY, TODAY + DAY), Days(TODAY, TODAY + 9 * DAY)
    before = replace(USUAL, days_off=(over, kept, left))
    draft = a_draft(kept=frozenset({str(over), str(kept)}), first=TODAY + 4 * DAY)

    chosen = check_preferences(draft, before, TODAY)

    assert chosen.days_off == (kept, Days(TODAY + 4 * DAY, TODAY + 4 * DAY))


def test_there_is_room_for_as_many_days_off_as_the_form_shows() -> None:
    """One more than Slack shows boxes is refused."""
    many = tuple(Days(TODAY + n * DAY, TODAY + n * DAY) for n in range(MOST_DAYS_OFF))
    draft = a_draft(kept=frozenset(map(str, many)), first=TODAY + 90 * DAY)

    with pytest.raises(Invalid) as caught:
        check_preferences(draft, replace(USUAL, days_off=many), TODAY)

    assert caught.value.field == "off_first"


@given(kinds, kinds, kinds)
def test_only_what_was_turned_in_the_form_is_turned(
    shown: frozenset[Kind], now: frozenset[Kind], off: frozenset[Kind]
) -> None:
    """A switch that the form left as it showed it stays as it is now, whoever turned it meanwhile."""
    before = replace(USUAL, switched_off=tuple(sorted(now)))

    chosen = check_preferences(a_draft(off=off, known_off=shown), before, TODAY)

    for kind in SWITCHES:
        is_turned = (kind in off) != (kind in shown)
        assert (kind in chosen.switched_off) == (kind in (off if is_turned else now))


@given(kinds, st.sampled_from(SWITCHES))
def test_a_switch_turns_one_kind_off(now: frozenset[Kind], kind: Kind) -> None:
    """One press switches one kind off, and leaves the others as they are."""
    before = replace(USUAL, switched_off=tuple(sorted(now)))

    assert set(switched(before, kind).switched_off) == now | {kind}


def test_every_reminder_can_be_switched_off() -> None:
    """Whatever draws on the budget has a switch, and no answer has one."""
    assert set(NUDGES) <= set(SWITCHES)
    assert not [kind for kind in SWITCHES if MANNERS[kind].message_class == "answer"]


def test_what_was_chosen_is_what_holds() -> None:
    """Switches, announcing and times are read from what was chosen."""
    somebody = known(
        digest=DigestMode.DAILY, digest_at=time(11), switched_off=("welcome",), is_unannounced=True
    )

    assert is_switched_off(somebody, Kind.WELCOME)
    assert not is_switched_off(somebody, Kind.PROMPT)
    assert is_unannounced(somebody)
    assert not is_unannounced(None)
    assert limits_of(somebody).digest_at == time(11)


@pytest.mark.parametrize("publicly", [True, False])
@pytest.mark.parametrize("unannounced", [True, False])
def test_kudos_begin_quiet_unless_chosen(publicly: bool, unannounced: bool) -> None:
    """They begin public for who chose that, and never for who wants no announcing themselves."""
    somebody = known(gives_publicly=publicly, is_unannounced=unannounced)

    assert starts_public(somebody) == (publicly and not unannounced)
    assert not starts_public(None)


def test_holidays_are_days_off_for_all() -> None:
    """What the company has off is quiet for everybody, beside their own days."""
    holiday = Days(TODAY, TODAY)
    somebody = replace(known(days_off=(Days(TODAY + DAY, TODAY + DAY),)), holidays=(holiday,))

    assert all(limits_of(somebody).is_off(day) for day in (TODAY, TODAY + DAY))
    assert not limits_of(somebody).is_off(TODAY + 2 * DAY)


@pytest.mark.parametrize(
    ("owed_at", "comes_at"),
    [
        ("2026-06-16T10:00+00:00", "2026-06-16T15:00+00:00"),
        ("2026-06-16T15:00+00:00", "2026-06-16T15:00+00:00"),
        ("2026-06-16T16:00+00:00", "2026-06-17T15:00+00:00"),
        ("2026-06-19T16:00+00:00", "2026-06-22T15:00+00:00"),
    ],
)
def test_a_daily_digest_is_the_next_one(owed_at: str, comes_at: str) -> None:
    """What is owed after the day's digest waits for the next working day's."""
    daily = Limits(digest_at=time(15))

    assert next_digest(datetime.fromisoformat(owed_at), "UTC", daily) == datetime.fromisoformat(comes_at)


def test_what_waits_for_the_end_of_leave_does_not_age() -> None:
    """A message lasts from the moment at which it could come."""
    away = Limits(days_off=(Days(TODAY, TODAY + 27 * DAY),))
    noon = datetime(2026, 6, 16, 12, tzinfo=UTC)

    assert lasts_until(noon, 14 * DAY, "UTC", away) == datetime(2026, 7, 28, 9, tzinfo=UTC)

"""Rules of People leads."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.admin import (
    ActSeen,
    AdminDraft,
    check_lead,
    check_removed,
    check_unlead,
    may_take_lead,
    together,
)
from bot.errors import BotError, Invalid, NotAllowed
from storage.choices import PersonKind
from storage.records import Person

NOON = datetime(2026, 6, 16, 12, tzinfo=UTC)


def some_person(person_id: str = "U1ANA", *, is_admin: bool = False, is_guest: bool = False) -> Person:
    """A person of whom only the id and the standing at Slack matter."""
    return Person(
        id=person_id,
        name=person_id.casefold(),
        zone="UTC",
        is_bot=False,
        is_guest=is_guest,
        is_stranger=False,
        is_admin=is_admin,
        is_deactivated=False,
        kind=PersonKind.MEMBER,
        dm_channel=None,
        shares_notes=False,
        mutes_nudges=False,
    )


def some_draft(
    *,
    add: tuple[str, ...] = (),
    remove: tuple[str, ...] = (),
    lead: str | None = None,
    unlead: str | None = None,
) -> AdminDraft:
    """Settings as filled in."""
    return AdminDraft(
        draft="d", add=add, remove=remove, lead=lead, unlead=unlead, channel=None, known_channel=None
    )


ANA, BEN = some_person("U1ANA"), some_person("U2BEN")


def refusal(draft: AdminDraft, leads: list[Person], named: frozenset[str] = frozenset()) -> str:
    """Why a role cannot be taken back."""
    with pytest.raises(Invalid) as refused:
        check_unlead(draft, leads, named, BEN)
    return refused.value.key


def test_only_an_admin_takes_the_lead_and_only_while_there_is_none() -> None:
    """The first People lead is a workspace owner or admin who is a member."""
    admin = some_person(is_admin=True)

    assert may_take_lead(admin, [])
    assert not may_take_lead(admin, [BEN])
    assert not may_take_lead(some_person(), [])
    assert not may_take_lead(some_person(is_admin=True, is_guest=True), [])


def test_who_is_no_lead_is_told_whom_to_ask() -> None:
    """The refusal names the People leads, or who could become the first."""
    with pytest.raises(NotAllowed) as with_leads:
        check_lead(BEN.id, [ANA], [], "/growth")
    with pytest.raises(NotAllowed) as without:
        check_lead(BEN.id, [], [ANA], "/growth")

    assert {with_leads.value.values["names"], without.value.values["names"]} == {("u1ana",)}


def test_the_last_lead_stays() -> None:
    """The role is never taken from the last, unless somebody gets it in the same step."""
    assert refusal(some_draft(unlead=BEN.id), [BEN]) == "last_lead"

    check_unlead(some_draft(unlead=BEN.id, lead=ANA.id), [BEN], frozenset(), BEN)
    check_unlead(some_draft(unlead=BEN.id), [BEN, ANA], frozenset(), BEN)


def test_leads_of_the_settings_stay() -> None:
    """Whom the operator named keeps the role, as the next start would give it back."""
    assert refusal(some_draft(unlead=BEN.id), [BEN, ANA], frozenset({BEN.id})) == "lead_is_named"


def test_a_role_cannot_be_taken_from_who_has_none() -> None:
    """A forged choice is refused."""
    assert refusal(some_draft(unlead=BEN.id), [ANA]) == "no_lead"


def test_nobody_is_added_and_removed_at_once() -> None:
    """What contradicts itself is told at its place."""
    draft = some_draft(add=(BEN.id,), remove=(BEN.id,))

    with pytest.raises(BotError) as refused:
        check_removed(draft, {BEN.id}, {BEN.id: BEN})

    assert (refused.value.key, refused.value.field) == ("added_and_removed", "remove")


acts = st.lists(
    st.builds(
        ActSeen,
        act=st.sampled_from(["rollout_added", "channel_chosen"]),
        by=st.sampled_from(["ana", None]),
        about=st.lists(st.sampled_from(["ben", "cleo"]), max_size=1).map(tuple),
        at=st.integers(0, 2).map(lambda hours: NOON + timedelta(hours=hours)),
    ),
    max_size=12,
)


@given(acts)
def test_joining_acts_loses_nobody(found: list[ActSeen]) -> None:
    """Acts of one moment are told together, and everyone whom they were about is still named."""
    before = sorted((one.act, one.by or "", name, one.at) for one in found for name in one.about)

    shown = together(found)

    assert sorted((one.act, one.by or "", name, one.at) for one in shown for name in one.about) == before
    assert len(shown) <= len(found)

"""Rules of who may say that they manage whom (DESIGN 5.4)."""

from dataclasses import dataclass
from enum import StrEnum

from bot.errors import NotFoundForYou
from storage.choices import Consent
from storage.records import Management, Person


class Claim(StrEnum):
    """What a person says of another."""

    MY_MANAGER = "my_manager"
    MY_REPORT = "my_report"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerDraft:
    """The form of `/growth manager`, as filled in."""

    draft: str
    other_id: str | None
    claim: Claim | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieSeen:
    """A tie with its two people."""

    tie: Management
    report: Person
    manager: Person

    def other(self, person_id: str) -> Person:
        """The side that a person is not."""
        return self.manager if person_id == self.report.id else self.report


def sides(actor_id: str, other_id: str, claim: Claim) -> tuple[str, str]:
    """The report and the manager of a claim."""
    return (actor_id, other_id) if claim is Claim.MY_MANAGER else (other_id, actor_id)


def check_decider(tie: Management | None, actor_id: str) -> Management:
    """The tie, where this person is the side that was asked; raises NotFoundForYou."""
    if tie is None or actor_id not in {tie.report_id, tie.manager_id} or tie.asked_by == actor_id:
        raise NotFoundForYou("not_yours")
    return tie


def check_ender(tie: Management | None, actor_id: str) -> Management:
    """The tie, where this person is one of its sides and it holds or waits; raises NotFoundForYou."""
    is_side = tie is not None and actor_id in {tie.report_id, tie.manager_id}
    if tie is None or not is_side or tie.state not in {Consent.ASKED, Consent.CONFIRMED}:
        raise NotFoundForYou("not_yours")
    return tie

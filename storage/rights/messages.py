"""What becomes of the messages owed to and about somebody."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import and_, bindparam, or_, select

from storage.choices import Keep
from storage.deliveries import UNSETTLED
from storage.rights.evidence import ASKS, FEEDBACK_GONE, KUDOS_GONE, NOTES
from storage.rights.frameworks import OFFERS_GONE
from storage.rights.growth import CHANCES, CHECKS
from storage.rights.rule import BEFORE, Rule, ids_of, is_person
from storage.tables import deliveries, feedback, kudos, management, offers, placements, summaries

# What stands in the channel about several people goes with the first of them who goes.
_EVENTS_GONE = select(kudos.c.event_id).where(kudos.c.workspace_id == bindparam("here"), KUDOS_GONE)
_CAUSES = (
    ids_of(kudos, KUDOS_GONE),
    _EVENTS_GONE,
    ids_of(feedback, FEEDBACK_GONE),
    ASKS,
    NOTES,
    CHANCES,
    CHECKS,
    ids_of(summaries, is_person(summaries.c.subject_id)),
    ids_of(management, or_(is_person(management.c.report_id), is_person(management.c.manager_id))),
    ids_of(placements, is_person(placements.c.person_id)),
    ids_of(offers, OFFERS_GONE),
)
_ABOUT = or_(*(deliveries.c.cause.in_(causes) for causes in _CAUSES))

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        # What is owed about a thing that goes goes with it, whoever was to read it.
        "deliveries": Rule(
            gone=or_(is_person(deliveries.c.recipient), _ABOUT),
            named=("cause",),
            taken=is_person(deliveries.c.recipient),
            withheld=("cause", "occurrence", "priority", "lease_until", "channel", "ts", "digest_id"),
            kept=Keep.MESSAGES,
            old=and_(deliveries.c.settled_at < BEFORE, deliveries.c.state.not_in(UNSETTLED)),
        ),
    }
)

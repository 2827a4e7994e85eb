"""What becomes of the rows that say who somebody is and what they did."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import literal, or_

from storage.choices import Keep
from storage.rights.rule import DAY, PERSON, Rule, is_person, own
from storage.tables import (
    acts,
    admin_acts,
    hidden_hints,
    management,
    openings,
    people,
    placements,
    preferences,
    role_grants,
    rollout,
    steps,
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "acts": Rule(gone=acts.c.key.contains(literal(":") + PERSON + ":")),
        "admin_acts": Rule(named=("actor_id", "subject_id"), taken=is_person(admin_acts.c.subject_id)),
        "hidden_hints": own(hidden_hints.c.person_id),
        "management": Rule(
            gone=or_(is_person(management.c.report_id), is_person(management.c.manager_id)),
            named=("asked_by",),
            taken=or_(is_person(management.c.report_id), is_person(management.c.manager_id)),
        ),
        "openings": Rule(
            gone=is_person(openings.c.subject_id),
            named=("reader_id",),
            taken=is_person(openings.c.subject_id),
            kept=Keep.LOG,
            old=openings.c.on < DAY,
        ),
        "pacing": Rule(),
        "people": Rule(gone=is_person(people.c.id), taken=is_person(people.c.id)),
        "placements": own(placements.c.person_id, "proposed_by", "decided_by"),
        "preferences": own(preferences.c.person_id),
        "role_grants": own(role_grants.c.person_id, "granted_by"),
        "rollout": own(rollout.c.person_id, "added_by"),
        "steps": own(steps.c.person_id),
        "workspaces": Rule(),
    }
)

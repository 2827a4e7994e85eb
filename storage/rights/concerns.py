"""What becomes of what somebody showed to a People lead."""

from collections.abc import Mapping
from types import MappingProxyType

from storage.choices import Keep
from storage.rights.rule import BEFORE, Rule, is_person
from storage.tables import concerns

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "concerns": Rule(
            gone=is_person(concerns.c.owner_id),
            named=("lead_id",),
            taken=is_person(concerns.c.owner_id),
            kept=Keep.LOG,
            old=concerns.c.shown_at < BEFORE,
        ),
    }
)

"""What becomes of whom a member named to read, and of what is shown to them."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import or_

from storage.choices import Keep
from storage.rights.rule import BEFORE, Rule, ids_of, is_person
from storage.tables import named_readers, shown_things

_TWO = or_(is_person(named_readers.c.owner_id), is_person(named_readers.c.reader_id))
_OLD = or_(named_readers.c.ends_at < BEFORE, named_readers.c.ended_at < BEFORE)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "named_readers": Rule(gone=_TWO, taken=_TWO, kept=Keep.LOG, old=_OLD),
        "shown_things": Rule(
            gone=shown_things.c.naming_id.in_(ids_of(named_readers, _TWO)),
            taken=shown_things.c.naming_id.in_(ids_of(named_readers, is_person(named_readers.c.owner_id))),
            kept=Keep.LOG,
            old=shown_things.c.naming_id.in_(ids_of(named_readers, _OLD)),
        ),
    }
)

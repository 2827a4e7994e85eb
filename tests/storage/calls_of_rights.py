"""What is asked of the storage about one person's rights; what stands there is of the other subjects."""

from __future__ import annotations

from storage import erasing, retention, sealing
from storage.choices import Keep
from tests.storage.asking import call
from tests.storage.builders import DAY, NOON, U1, U2, U3, some_person

_STAND_IN = erasing.stand_in_for(some_person(), "gone", "a former colleague")

RIGHTS = (
    *(call(erasing.count_gone, person) for person in (U1, U2, U3, "U9")),
    *(call(retention.purge_old, kept, NOON + 9 * DAY) for kept in Keep),
    call(sealing.check_keys),
    call(sealing.keys_in_use),
    call(sealing.count_unsealed),
    call(sealing.seal_page),
    *(call(erasing.copies_of, person) for person in (U1, U2)),
    *(call(erasing.rows_taken, person) for person in (U1, U2, U3)),
    *(call(erasing.erase_person, person, _STAND_IN) for person in (U1, U2, U3, "U9")),
)

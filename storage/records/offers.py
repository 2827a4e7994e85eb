"""Notes that are offered as examples."""

from dataclasses import dataclass
from datetime import datetime

from storage.choices import OfferState


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A text that its author offers as the example of a behaviour; None once it came to nothing.
    `evidence_id` is None once its note was erased: only what was taken outlives it.

    `asked` are all who are named in the note, `agreed` those of them who agreed to the text as it stands.
    """

    id: str
    author_id: str
    evidence_id: str | None
    framework: str
    competency: str
    behaviour: str
    text: str | None
    text_version: int
    state: OfferState
    offered_at: datetime
    decided_at: datetime | None
    asked: tuple[str, ...] = ()
    agreed: frozenset[str] = frozenset()

"""Rules of witnesses: somebody confirms one exact text, and an edit asks them again (DESIGN 2, 5.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.members import check_other
from bot.domain.texts import check_text
from bot.domain.visibility import Facts, Thing
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from storage.choices import EvidenceSource, WitnessAsk
from storage.records import AskedWitness, Evidence, Person

MOST_ASKED = 5
"""People who may be asked about one note."""
_OWN_WORDS = frozenset({EvidenceSource.NOTE, EvidenceSource.MESSAGE, EvidenceSource.REVIEW})


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessSeen:
    """A question as who was asked sees it: the exact text, and whose it is."""

    piece: Evidence
    owner: Person
    asked: AskedWitness

    @property
    def has_confirmed(self) -> bool:
        """Whether they stand as a witness of the text as it is."""
        return self.asked.state is WitnessAsk.CONFIRMED and self.is_current

    @property
    def is_current(self) -> bool:
        """Whether the question is about the text as it is."""
        return self.asked.text_version == self.piece.text_version


def is_in_own_words(piece: Evidence, person_id: str) -> bool:
    """Whether somebody wrote a piece about themselves: only then others may confirm it, or it be changed.

    What a giver, a manager or a colleague wrote is theirs: they are its witness.
    """
    return piece.owner_id == person_id == piece.author_id and piece.source in _OWN_WORDS


def check_asked(
    owner: Person, chosen: Sequence[Person | None], before: Iterable[AskedWitness]
) -> tuple[Person, ...]:
    """Those of the chosen who were not asked yet; raises Invalid at `people` for strangers and too many."""
    people = {person.id: person for person in (check_other(owner, one, "people") for one in chosen)}
    if not people:
        raise Invalid("choose_people", "people")
    known = {one.person_id for one in before}
    new = tuple(person for person in people.values() if person.id not in known)
    if len(known) + len(new) > MOST_ASKED:
        raise Invalid("too_many_witnesses", "people", most=MOST_ASKED)
    return new


def asked_anew(before: Iterable[AskedWitness], version: int, now: datetime) -> tuple[AskedWitness, ...]:
    """Whom a changed text asks again: all but those who rather would not."""
    return tuple(
        replace(one, text_version=version, state=WitnessAsk.ASKED, asked_at=now)
        for one in before
        if one.state is not WitnessAsk.DECLINED
    )


def check_change(piece: Evidence, text: str, version: int | None) -> str:
    """The new words of a note; raises Invalid at `text`, NotAllowed where it was changed meanwhile."""
    words = check_text(text, "text")
    if words != piece.text and version != piece.text_version:
        raise NotAllowed("text_changed")
    return words


def check_answer(asked: AskedWitness | None, piece: Evidence, version: int | None) -> AskedWitness:
    """The question that an answer is to; raises NotFoundForYou, NotAllowed where the text is another now."""
    if asked is None or asked.state is WitnessAsk.DECLINED:
        raise NotFoundForYou("not_yours")
    if version != piece.text_version or asked.text_version != piece.text_version:
        raise NotAllowed("text_changed")
    return asked


def facts_of_ask(asked: AskedWitness, piece: Evidence) -> Facts:
    """The text as the table sees it for who is asked about it, or confirmed it."""
    is_open = asked.state is not WitnessAsk.DECLINED
    return Facts(
        thing=Thing.EVIDENCE_ASKED,
        subject_id=piece.owner_id,
        asked=frozenset({asked.person_id}) if is_open else frozenset(),
    )

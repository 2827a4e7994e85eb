"""What becomes of what was said of somebody: notes, kudos, feedback and those who saw it."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import and_, bindparam, exists, or_, select

from storage.choices import Keep
from storage.rights.rule import BEFORE, Rule, ids_of, is_person, own
from storage.tables import (
    evidence,
    evidence_lines,
    evidence_marks,
    evidence_readers,
    evidence_witnesses,
    feedback,
    feedback_asked,
    feedback_asks,
    feedback_readers,
    kudos,
    kudos_competencies,
    kudos_readers,
    past_note_marks,
    past_notes,
    summaries,
    witness_asks,
)

_KEPT = exists().where(
    evidence.c.workspace_id == kudos.c.workspace_id,
    evidence.c.kudos_id == kudos.c.id,
    evidence.c.owner_id == kudos.c.receiver_id,
)
_KEPT_WITH_OTHERS = exists().where(
    evidence_lines.c.workspace_id == kudos.c.workspace_id, evidence_lines.c.kudos_id == kudos.c.id
)
_UNKEPT_KUDOS = and_(~_KEPT, ~_KEPT_WITH_OTHERS)
KUDOS_GONE = or_(is_person(kudos.c.receiver_id), and_(is_person(kudos.c.giver_id), _UNKEPT_KUDOS))
_KUDOS_TAKEN = or_(is_person(kudos.c.receiver_id), is_person(kudos.c.giver_id))
NOTES = ids_of(evidence, is_person(evidence.c.owner_id))
_NOTES_TAKEN = or_(is_person(evidence.c.owner_id), is_person(evidence.c.author_id))
_UNKEPT = and_(feedback.c.carry_on_note.is_(None), feedback.c.try_next_note.is_(None))
FEEDBACK_GONE = or_(is_person(feedback.c.receiver_id), and_(is_person(feedback.c.author_id), _UNKEPT))
_FEEDBACK_TAKEN = or_(is_person(feedback.c.receiver_id), is_person(feedback.c.author_id))
ASKS = ids_of(feedback_asks, is_person(feedback_asks.c.asker_id))
_ASKED_FOR = select(feedback_asked.c.ask_id).where(
    feedback_asked.c.workspace_id == bindparam("here"), is_person(feedback_asked.c.person_id)
)
_OLD_FEEDBACK = feedback.c.given_at < BEFORE
_OLD_ASKS = and_(
    feedback_asks.c.asked_at < BEFORE,
    ~exists().where(
        feedback.c.workspace_id == feedback_asks.c.workspace_id, feedback.c.ask_id == feedback_asks.c.id
    ),
)
OLD_NOTES = ids_of(evidence, evidence.c.written_at < BEFORE)
# As long as a note rests on them they stay.
_OLD_KUDOS = and_(
    kudos.c.given_at < BEFORE,
    ~exists().where(evidence.c.workspace_id == kudos.c.workspace_id, evidence.c.kudos_id == kudos.c.id),
    ~_KEPT_WITH_OTHERS,
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        # A piece that somebody else wrote about a member stays that member's.
        "evidence": Rule(
            gone=is_person(evidence.c.owner_id),
            named=("author_id",),
            taken=_NOTES_TAKEN,
            kept=Keep.NOTES,
            old=evidence.c.written_at < BEFORE,
        ),
        "evidence_lines": Rule(
            gone=evidence_lines.c.evidence_id.in_(NOTES),
            named=("person_id",),
            taken=or_(evidence_lines.c.evidence_id.in_(NOTES), is_person(evidence_lines.c.person_id)),
            kept=Keep.NOTES,
            old=evidence_lines.c.evidence_id.in_(OLD_NOTES),
        ),
        "evidence_marks": Rule(
            gone=evidence_marks.c.evidence_id.in_(NOTES),
            taken=evidence_marks.c.evidence_id.in_(ids_of(evidence, _NOTES_TAKEN)),
            kept=Keep.NOTES,
            old=evidence_marks.c.evidence_id.in_(OLD_NOTES),
        ),
        "evidence_readers": Rule(
            gone=or_(evidence_readers.c.evidence_id.in_(NOTES), is_person(evidence_readers.c.person_id)),
            taken=evidence_readers.c.evidence_id.in_(ids_of(evidence, _NOTES_TAKEN)),
            kept=Keep.NOTES,
            old=evidence_readers.c.evidence_id.in_(OLD_NOTES),
        ),
        "evidence_witnesses": Rule(
            gone=evidence_witnesses.c.evidence_id.in_(NOTES),
            named=("person_id",),
            taken=or_(evidence_witnesses.c.evidence_id.in_(NOTES), is_person(evidence_witnesses.c.person_id)),
            kept=Keep.NOTES,
            old=evidence_witnesses.c.evidence_id.in_(OLD_NOTES),
        ),
        "feedback": Rule(
            gone=FEEDBACK_GONE,
            named=("author_id",),
            taken=_FEEDBACK_TAKEN,
            kept=Keep.FEEDBACK,
            old=_OLD_FEEDBACK,
        ),
        "feedback_asked": Rule(
            gone=or_(is_person(feedback_asked.c.person_id), feedback_asked.c.ask_id.in_(ASKS)),
            taken=or_(is_person(feedback_asked.c.person_id), feedback_asked.c.ask_id.in_(ASKS)),
            kept=Keep.FEEDBACK,
            old=feedback_asked.c.ask_id.in_(ids_of(feedback_asks, _OLD_ASKS)),
        ),
        "feedback_asks": Rule(
            gone=is_person(feedback_asks.c.asker_id),
            taken=or_(is_person(feedback_asks.c.asker_id), feedback_asks.c.id.in_(_ASKED_FOR)),
            kept=Keep.FEEDBACK,
            old=_OLD_ASKS,
        ),
        "feedback_readers": Rule(
            gone=or_(
                feedback_readers.c.feedback_id.in_(ids_of(feedback, FEEDBACK_GONE)),
                is_person(feedback_readers.c.person_id),
            ),
            taken=feedback_readers.c.feedback_id.in_(ids_of(feedback, _FEEDBACK_TAKEN)),
            kept=Keep.FEEDBACK,
            old=feedback_readers.c.feedback_id.in_(ids_of(feedback, _OLD_FEEDBACK)),
        ),
        # Thanks that their receiver did not keep as a note go with who gave them (DESIGN 5.9).
        "kudos": Rule(
            gone=KUDOS_GONE,
            named=("giver_id",),
            taken=_KUDOS_TAKEN,
            withheld=("event_id", "detailed_at"),
            kept=Keep.KUDOS,
            old=_OLD_KUDOS,
        ),
        "kudos_competencies": Rule(
            gone=kudos_competencies.c.kudos_id.in_(ids_of(kudos, KUDOS_GONE)),
            taken=kudos_competencies.c.kudos_id.in_(ids_of(kudos, _KUDOS_TAKEN)),
            kept=Keep.KUDOS,
            old=kudos_competencies.c.kudos_id.in_(ids_of(kudos, _OLD_KUDOS)),
        ),
        "kudos_readers": Rule(
            gone=or_(
                kudos_readers.c.kudos_id.in_(ids_of(kudos, KUDOS_GONE)), is_person(kudos_readers.c.person_id)
            ),
            taken=kudos_readers.c.kudos_id.in_(ids_of(kudos, _KUDOS_TAKEN)),
            kept=Keep.KUDOS,
            old=kudos_readers.c.kudos_id.in_(ids_of(kudos, _OLD_KUDOS)),
        ),
        "past_note_marks": Rule(gone=is_person(past_note_marks.c.person_id)),
        "past_notes": own(past_notes.c.person_id),
        "summaries": Rule(
            gone=is_person(summaries.c.subject_id),
            named=("asked_by", "manager_id"),
            taken=is_person(summaries.c.subject_id),
            kept=Keep.NOTES,
            old=summaries.c.made_at < BEFORE,
        ),
        "witness_asks": Rule(
            gone=or_(witness_asks.c.evidence_id.in_(NOTES), is_person(witness_asks.c.person_id)),
            taken=or_(witness_asks.c.evidence_id.in_(NOTES), is_person(witness_asks.c.person_id)),
            kept=Keep.NOTES,
            old=witness_asks.c.evidence_id.in_(OLD_NOTES),
        ),
    }
)

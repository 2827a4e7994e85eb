"""Every table. Each row belongs to a workspace, and every foreign key carries it (DESIGN 5.11).

Imported only inside storage. The migrations are tested to give exactly this.
"""

from storage.columns import metadata
from storage.tables.chances import chances, count_reports
from storage.tables.checks import check_marks, check_sides, check_words, checks
from storage.tables.concerns import concerns
from storage.tables.deliveries import acts, admin_acts, deliveries, pacing
from storage.tables.evidence import (
    evidence,
    evidence_lines,
    evidence_marks,
    evidence_readers,
    evidence_witnesses,
    kudos,
    kudos_competencies,
    kudos_readers,
    openings,
    summaries,
    witness_asks,
)
from storage.tables.feedback import feedback, feedback_asked, feedback_asks, feedback_readers
from storage.tables.frameworks import framework_heads, framework_reviews, framework_versions, review_answers
from storage.tables.offers import offer_words, offers
from storage.tables.pairs import asked_prompts, meetings, pairs
from storage.tables.past_notes import past_note_marks, past_notes
from storage.tables.people import management, people, placements, role_grants, rollout, steps, workspaces
from storage.tables.plans import directions, goals
from storage.tables.preferences import preferences
from storage.tables.readers import named_readers, shown_things
from storage.tables.suggestions import hidden_hints, suggestion_counts
from storage.tables.talks import commitments, private_notes, talks

__all__ = [
    "acts",
    "admin_acts",
    "asked_prompts",
    "chances",
    "check_marks",
    "check_sides",
    "check_words",
    "checks",
    "commitments",
    "concerns",
    "count_reports",
    "deliveries",
    "directions",
    "evidence",
    "evidence_lines",
    "evidence_marks",
    "evidence_readers",
    "evidence_witnesses",
    "feedback",
    "feedback_asked",
    "feedback_asks",
    "feedback_readers",
    "framework_heads",
    "framework_reviews",
    "framework_versions",
    "goals",
    "hidden_hints",
    "kudos",
    "kudos_competencies",
    "kudos_readers",
    "management",
    "meetings",
    "metadata",
    "named_readers",
    "offer_words",
    "offers",
    "openings",
    "pacing",
    "pairs",
    "past_note_marks",
    "past_notes",
    "people",
    "placements",
    "preferences",
    "private_notes",
    "review_answers",
    "role_grants",
    "rollout",
    "shown_things",
    "steps",
    "suggestion_counts",
    "summaries",
    "talks",
    "witness_asks",
    "workspaces",
]

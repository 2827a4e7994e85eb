"""What storage gives back: frozen values, with no trace of the database."""

from storage.records.chances import Chance, CountReport
from storage.records.checks import Check, CheckMark, CheckSide, CheckWord
from storage.records.concerns import Concern
from storage.records.deliveries import AdminAct, Delivery, Reached
from storage.records.evidence import (
    AskedWitness,
    Evidence,
    FrozenReader,
    Kudos,
    Line,
    Mark,
    Opening,
    Sight,
    Summary,
    Witness,
)
from storage.records.feedback import Asked, Feedback, FeedbackAsk
from storage.records.frameworks import FrameworkReview, FrameworkVersion, ReviewAnswer
from storage.records.offers import Offer
from storage.records.pairs import AskedPrompt, Meeting, Pair
from storage.records.past_notes import PastNote
from storage.records.people import (
    Beginnings,
    Installation,
    Management,
    Person,
    Placement,
    RoleGrant,
    StepMark,
)
from storage.records.plans import Direction, Goal
from storage.records.preferences import Known, Preferences
from storage.records.readers import NamedReader, ShownThing
from storage.records.suggestions import Taught
from storage.records.talks import Commitment, PrivateNote, Talk

__all__ = [
    "AdminAct",
    "Asked",
    "AskedPrompt",
    "AskedWitness",
    "Beginnings",
    "Chance",
    "Check",
    "CheckMark",
    "CheckSide",
    "CheckWord",
    "Commitment",
    "Concern",
    "CountReport",
    "Delivery",
    "Direction",
    "Evidence",
    "Feedback",
    "FeedbackAsk",
    "FrameworkReview",
    "FrameworkVersion",
    "FrozenReader",
    "Goal",
    "Installation",
    "Known",
    "Kudos",
    "Line",
    "Management",
    "Mark",
    "Meeting",
    "NamedReader",
    "Offer",
    "Opening",
    "Pair",
    "PastNote",
    "Person",
    "Placement",
    "Preferences",
    "PrivateNote",
    "Reached",
    "ReviewAnswer",
    "RoleGrant",
    "ShownThing",
    "Sight",
    "StepMark",
    "Summary",
    "Talk",
    "Taught",
    "Witness",
]

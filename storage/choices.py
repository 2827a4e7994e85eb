"""The closed lists of words that are stored: a word, once stored, keeps its meaning."""

from enum import StrEnum


class Keep(StrEnum):
    """For how long rows are kept, by what they are of (DESIGN 5.15); the days of each are a setting."""

    KUDOS = "kudos"
    FEEDBACK = "feedback"
    NOTES = "notes"
    TALKS = "talks"
    LOG = "log"
    MESSAGES = "messages"


class PersonKind(StrEnum):
    """How a person takes part (DESIGN 5.8)."""

    MEMBER = "member"
    CONTRACTOR = "contractor"


class Role(StrEnum):
    """A role that is granted; the others follow from management and framework files."""

    PEOPLE_LEAD = "people_lead"


class Consent(StrEnum):
    """Where a tie between two people stands."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    ENDED = "ended"


class Origin(StrEnum):
    """Who said that a tie exists."""

    PERSON = "person"
    IMPORT = "import"


class PlacementState(StrEnum):
    """A placement is proposed, then confirmed or declined; a later one replaces it."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    REPLACED = "replaced"


class EvidenceSource(StrEnum):
    """What a piece of evidence was made from."""

    NOTE = "note"
    KUDOS = "kudos"
    MESSAGE = "message"
    OBSERVATION = "observation"
    REVIEW = "review"
    FEEDBACK = "feedback"


class Reading(StrEnum):
    """As what a person was put on a record's frozen list of readers."""

    MANAGER = "manager"
    READER = "reader"


class Shown(StrEnum):
    """A kind of thing that is shown to readers whom its owner named."""

    NOTE = "note"
    FEEDBACK = "feedback"
    DIRECTION = "direction"
    GOAL = "goal"
    SUMMARY = "summary"


class ConcernKind(StrEnum):
    """What its receiver shows to a People lead."""

    KUDOS = "kudos"
    FEEDBACK = "feedback"
    FEEDBACK_ANSWER = "feedback_answer"
    OBSERVATION = "observation"
    OBSERVATION_ANSWER = "observation_answer"


class PairKind(StrEnum):
    """What two people are to each other in a 1:1."""

    MANAGER = "manager"
    PEER = "peer"
    MENTOR = "mentor"


class PairState(StrEnum):
    """A pair is asked for, agreed to, and ended."""

    ASKED = "asked"
    ACTIVE = "active"
    DECLINED = "declined"
    ENDED = "ended"


class Cadence(StrEnum):
    """How often a pair meets."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    MONTHLY = "monthly"


class DigestMode(StrEnum):
    """When the reminders of one person come as one message."""

    WHEN_THREE = "when_three"
    DAILY = "daily"
    NEVER = "never"


class DeliveryState(StrEnum):
    """The life of one owed message (DESIGN 6.3); a merged one stands in a digest, and goes as that goes."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    MERGED = "merged"
    MISSED = "missed"
    DROPPED = "dropped"


class Verdict(StrEnum):
    """An owner's word on a skill in the quarterly look at a framework."""

    KEEP = "keep"
    REWORD = "reword"
    RETIRE = "retire"


class OfferState(StrEnum):
    """The way of a note that is offered as an example: everybody named agrees, then an owner takes it."""

    ASKED = "asked"
    PROPOSED = "proposed"
    TAKEN = "taken"
    DECLINED = "declined"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class AskState(StrEnum):
    """What became of a question to one who was asked; `withdrawn`: whoever asked took it back, or left."""

    OPEN = "open"
    ANSWERED = "answered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """One of the first steps with Trellis, in the order in which they are offered."""

    LOOK_AFTER = "look_after"
    FRAMEWORK = "framework"
    TEAM = "team"
    MANAGER = "manager"
    PLACE = "place"
    MEETING = "meeting"
    KUDOS = "kudos"
    NOTE = "note"
    SUMMARY = "summary"


class CheckMarked(StrEnum):
    """What is said of an example in a check."""

    SEEN = "seen"
    NOT_YET = "not_yet"
    NO_OPPORTUNITY = "no_opportunity"


class GoalEnd(StrEnum):
    """How a goal was closed."""

    REACHED = "reached"
    CHANGED = "changed"
    DROPPED = "dropped"


class WitnessAsk(StrEnum):
    """Where the question to one person stands, whether they saw what somebody noted.

    Who takes a confirmation back stands as who never gave one.
    """

    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class CommitmentEnd(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    DROPPED = "dropped"
    TAKEN_OVER = "taken_over"
    """Its owner took it along into another pair, where it goes on as a new one."""


class ChanceEnd(StrEnum):
    """What became of an example for which there was no opportunity yet."""

    ARRANGED = "arranged"
    NOT_NOW = "not_now"
    TAKEN_BACK = "taken_back"
    """It was marked by mistake, or no longer holds: it counts nowhere."""


class SummaryScope(StrEnum):
    """`own`: all that the member has, for them alone. `joint`: what both may read."""

    OWN = "own"
    JOINT = "joint"

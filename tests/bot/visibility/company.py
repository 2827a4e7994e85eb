"""A company with one person of every kind, and one thing of every kind whose words nobody else says.

Sam and Tim own what there is to read. Wherever a record keeps a list of readers, everybody stands in it: so
who reads it without holding the relation now is found out.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.visibility import Thing
from playground.model import Person
from storage.choices import (
    Reading,
)
from storage.records import FrozenReader
from tests.bot.visibility.secrets import hidden, own

SAM, TIM = "U0SAM", "U0TIM"
GIVER = "U0GIVER"
MANAGER, FORMER, ASKED, UNTOLD, ABOVE = "U0MANAGER", "U0FORMER", "U0ASKED", "U0UNTOLD", "U0ABOVE"
WITNESS, WITNESS_BEFORE = "U0WITNESS", "U0WITNESSBEFORE"
PEER, OWNER, OTHER_OWNER, LEAD = "U0PEER", "U0OWNER", "U0OTHEROWNER", "U0LEAD"
CONTRACTOR, NOBODY, READER = "U0CONTRACTOR", "U0NOBODY", "U0READER"
FORMER_WITNESS, OWNER_ABOVE = "U0FORMERWITNESS", "U0OWNERABOVE"
"""Each is several things at once: managed Sam and confirmed what he noted; looks after the skills, manages a
manager and is somebody's mentor."""
OUTSIDER, OUTSIDE_FRIEND, OUTSIDE_MANAGER = "U0OUTSIDER", "U0OUTSIDEFRIEND", "U0OUTSIDEMANAGER"
GUEST, STRANGER, GONE, ROBOT = "U0GUEST", "U0STRANGER", "U0GONE", "U0ROBOT"

MEMBERS = (
    *(SAM, TIM, GIVER, MANAGER, FORMER, ASKED, UNTOLD, ABOVE, WITNESS, WITNESS_BEFORE, PEER),
    *(OWNER, OTHER_OWNER, LEAD, CONTRACTOR, NOBODY, READER, OUTSIDER, OUTSIDE_FRIEND, OUTSIDE_MANAGER),
    *(FORMER_WITNESS, OWNER_ABOVE),
)
OUTSIDE = (GUEST, STRANGER, GONE, ROBOT)
SCREENLESS = (GONE, ROBOT)
"""Who cannot act in Slack at all: only a forged request comes from them."""
EVERYONE = (*MEMBERS, *OUTSIDE)
PEOPLE = (
    *(Person(id=one, name=one.removeprefix("U0").casefold()) for one in MEMBERS),
    Person(id=GUEST, name="guest", is_restricted=True),
    Person(id=STRANGER, name="stranger", team_id="T0OTHER"),
    Person(id=GONE, name="gone", deleted=True),
    Person(id=ROBOT, name="robot", is_bot=True),
)
GENERAL = "C0GENERAL"
SWITCHED_OFF = frozenset({OUTSIDER, OUTSIDE_FRIEND, OUTSIDE_MANAGER, LEAD, OTHER_OWNER})
"""Members for whom Trellis is off: what they are otherwise does not let them read what the rollout reads."""
IN_ROLLOUT = frozenset(MEMBERS) - SWITCHED_OFF
OWNERS = (OWNER, OTHER_OWNER, OWNER_ABOVE)
ALL = tuple(FrozenReader(person_id=one, reading=Reading.MANAGER) for one in EVERYONE)
FOR_MANAGER = (FrozenReader(person_id=MANAGER, reading=Reading.MANAGER),)
FOR_FORMER = (FrozenReader(person_id=FORMER, reading=Reading.MANAGER),)
FOR_UNTOLD = (FrozenReader(person_id=UNTOLD, reading=Reading.MANAGER),)
AFTER = date(2026, 6, 23)
"""The local date of the next 1:1 of Sam and his peer."""


KUDOS = (
    hidden("k_public", Thing.KUDOS_PUBLIC, "Otters in the ledger", IN_ROLLOUT | {SAM, GIVER}),
    hidden("k_outside", Thing.KUDOS_PUBLIC, "Geese on the roof", IN_ROLLOUT | {OUTSIDER, OUTSIDE_FRIEND}),
    hidden("k_quiet", Thing.KUDOS_QUIET, "Herons at the gate", {SAM, GIVER}),
    hidden("k_open", Thing.KUDOS_QUIET, "Badgers under the stairs", {SAM, GIVER, MANAGER}),
    hidden("k_former", Thing.KUDOS_QUIET, "Curlews over the yard", {SAM, GIVER}),
    hidden("k_gone", Thing.KUDOS_QUIET, "Plovers by the weir", {SAM, MANAGER}),
    hidden("k_tim", Thing.KUDOS_QUIET, "Stoats in the orchard", {TIM, GIVER}),
)
EVIDENCE = (
    hidden("e_private", Thing.EVIDENCE_PRIVATE, "Moles beneath the lawn", {SAM, WITNESS, FORMER_WITNESS}),
    hidden(
        "e_shared",
        Thing.EVIDENCE_SHARED,
        "Voles along the ditch",
        {SAM, WITNESS, FORMER_WITNESS, MANAGER, READER},
    ),
    hidden("e_former", Thing.EVIDENCE_SHARED, "Newts within the well", {SAM}),
    hidden("e_tim", Thing.EVIDENCE_SHARED, "Hares across the field", {TIM, PEER}),
    hidden("e_hired", Thing.EVIDENCE_PRIVATE, "Finches on the wire", {CONTRACTOR}),
)
OBSERVATIONS = (
    hidden("v_now", Thing.OBSERVATION, "Bees about the hive", {SAM, MANAGER}),
    hidden("v_former", Thing.OBSERVATION, "Wasps within the pear", {SAM, FORMER}),
    hidden("v_later", Thing.OBSERVATION, "Moths near the lamp", {SAM, FORMER, MANAGER}),
    hidden("v_tim", Thing.OBSERVATION, "Ants under the flag", {TIM, GIVER}),
)
_ANSWERS = ("Slugs upon the path", "Snails along the wall", "Crickets by the stove", "Midges off the pond")
REPLIES = tuple(
    replace(secret, id=f"{secret.id}_reply", words=words)
    for secret, words in zip(OBSERVATIONS, _ANSWERS, strict=True)
)
"""What was answered to each, for the same eyes."""
SUMMARIES = (
    hidden("s_own", Thing.SUMMARY_OWN, "Larks above the barn", {SAM}),
    hidden("s_joint", Thing.SUMMARY_JOINT, "Rooks among the elms", {SAM, MANAGER, READER}),
    hidden("s_former", Thing.SUMMARY_JOINT, "Wrens inside the wall", {SAM}),
    hidden("s_tim", Thing.SUMMARY_JOINT, "Swifts round the tower", {TIM}),
)
PAST = (
    hidden("n_sam", Thing.PAST_NOTE, "Shrews under the hedge", {SAM}),
    hidden("n_more", Thing.PAST_NOTE, "Dormice inside the clock", {SAM}),
    hidden("n_tim", Thing.PAST_NOTE, "Ferrets along the wall", {TIM}),
)
OFFERS = (
    hidden("f_asked", Thing.EXAMPLE_OFFERED, "Terns upon the pier", {SAM, WITNESS, PEER}),
    hidden("f_proposed", Thing.EXAMPLE_PROPOSED, "Gulls above the quay", {SAM, PEER, *OWNERS}),
    hidden("f_taken", Thing.EXAMPLE_TAKEN, "Auks along the cliff", MEMBERS),
)
DIRECTIONS = (
    hidden("w_sam", Thing.PLAN_SHARED, "Kites beyond the ridge", {SAM, MANAGER, READER}),
    hidden("w_tim", Thing.PLAN_SHARED, "Crows over the quarry", {TIM}),
)
GOALS = (
    hidden("g_private", Thing.PLAN_PRIVATE, "Eels under the bridge", {SAM}),
    hidden("g_shared", Thing.PLAN_SHARED, "Trout below the falls", {SAM, MANAGER, READER}),
    hidden("g_former", Thing.PLAN_SHARED, "Pike among the reeds", {SAM}),
    hidden("g_tim", Thing.PLAN_SHARED, "Carp inside the moat", {TIM}),
)
CHECKS = (
    hidden("c_sam", Thing.CHECK_BOTH, "Lynxes above the pass", {SAM, MANAGER}),
    hidden("c_manager", Thing.CHECK_BOTH, "Bears behind the mill", {SAM, MANAGER}),
    hidden("c_former", Thing.CHECK_BOTH, "Wolves past the fence", {SAM, FORMER}, cannot={SAM, FORMER}),
    hidden(
        "c_alone",
        Thing.CHECK_ALONE,
        "Foxes under the porch",
        {OUTSIDE_FRIEND},
        cannot={OUTSIDE_FRIEND},
    ),
)
"""What was said in checks: two that both handed in, and one that waits for a manager."""
CHANCES = (
    hidden("h_now", Thing.NO_OPPORTUNITY, "Petrels off the cape", {SAM, MANAGER}),
    hidden("h_former", Thing.NO_OPPORTUNITY, "Fulmars round the stack", {SAM}),
    hidden("h_tim", Thing.NO_OPPORTUNITY, "Skuas above the loch", {TIM}),
)
"""What managers said to examples that somebody had no chance for; one more of Sam's waits for a word."""
COUNTED = own("n_all", Thing.COUNTS, "96 people or more", {*OWNERS, LEAD})
ANSWER = hidden("r_owner", Thing.REVIEW_ANSWER, "Toads behind the shed", {*OWNERS, LEAD})
PLACES = (
    own(
        "p_sam", Thing.PLACEMENT, "7 March 2013", {SAM, MANAGER, LEAD, READER}, cannot={MANAGER, LEAD, READER}
    ),
    own("p_asked", Thing.PLACEMENT, "8 April 2014", {SAM, MANAGER, LEAD, READER}, cannot={SAM, LEAD, READER}),
    own("p_tim", Thing.PLACEMENT, "9 May 2015", {TIM, LEAD}, cannot={TIM}),
)
OPENED = own("o_sam", Thing.READER_LOG, "3 February 2026", {SAM})
DONE = own("x_sam", Thing.ADMIN_ACT, "11 January 2026", {SAM, LEAD})
CONCERN = hidden("z_sam", Thing.CONCERN, "Ospreys past the lighthouse", {SAM, GIVER, LEAD}, cannot={GIVER})
"""Quiet thanks to Sam, which he showed to a People lead."""
NAMED = own("y_sam", Thing.NAMING, "17 August 2026", {SAM, READER})
GRANTED = own("g_lead", Thing.ROLES, "5 December 2025", MEMBERS)
PROMPTS = (
    own("worth-copying", Thing.PROMPTS, "lately that others could copy", {SAM}),
    own("not-said-yet", Thing.PROMPTS, "noticed but not said yet", {PEER}),
)
TALKS = (
    hidden("t_agenda", Thing.TALK, "Seals off the point", {SAM, PEER}),
    hidden("t_notes", Thing.TALK, "Otters beside the lock", {SAM, PEER}),
    hidden("t_own", Thing.PRIVATE_NOTE, "Stoats inside the barn", {SAM}),
    hidden("t_promise", Thing.TALK, "Puffins over the bay", {SAM, PEER}),
)
FEEDBACK = (
    hidden("b_two", Thing.FEEDBACK, "Storks upon the chimney", {SAM, GIVER}),
    hidden("b_open", Thing.FEEDBACK, "Cranes above the marsh", {SAM, GIVER, MANAGER, READER}),
    hidden("b_former", Thing.FEEDBACK, "Egrets by the sluice", {SAM, GIVER}),
    hidden("b_tim", Thing.FEEDBACK, "Ibises past the dyke", {TIM, GIVER}),
)
HEARD = hidden("b_reply", Thing.FEEDBACK, "Bitterns in the sedge", {SAM, GIVER, MANAGER, READER})
"""What was answered to what a manager reads too."""
ASKS = (
    hidden("q_open", Thing.FEEDBACK_ASK, "Martins below the eaves", {SAM, PEER, GIVER}, cannot={SAM}),
    hidden("q_declined", Thing.FEEDBACK_ASK, "Swallows round the mast", {SAM, GIVER}, cannot={SAM, GIVER}),
    hidden("q_tim", Thing.FEEDBACK_ASK, "Nightjars over the heath", {TIM, PEER}, cannot={TIM}),
)
"""What is asked; who asked reads it again with the answer."""
LINE = hidden("q_word", Thing.FEEDBACK_ASK, "Owls along the lane", {SAM, GIVER}, cannot={GIVER})
SECRETS = (
    *FEEDBACK,
    HEARD,
    *ASKS,
    LINE,
    *TALKS,
    *KUDOS,
    *EVIDENCE,
    *OBSERVATIONS,
    *REPLIES,
    *SUMMARIES,
    *PAST,
    *OFFERS,
    *DIRECTIONS,
    *GOALS,
    *CHECKS,
    *CHANCES,
    COUNTED,
    ANSWER,
    *PLACES,
    OPENED,
    DONE,
    GRANTED,
    NAMED,
    CONCERN,
    *PROMPTS,
)
SHARED_WITH = {"w_sam": MANAGER, "w_tim": UNTOLD, "g_shared": MANAGER, "g_former": FORMER, "g_tim": UNTOLD}
_WORDS = {secret.id: secret.words for secret in CHECKS}
CHECKED = {
    "c1": ((SAM, MANAGER), {SAM: _WORDS["c_sam"], MANAGER: _WORDS["c_manager"]}),
    "c2": ((SAM, FORMER), {SAM: "", FORMER: _WORDS["c_former"]}),
    "c3": ((OUTSIDE_FRIEND, OUTSIDE_MANAGER), {OUTSIDE_FRIEND: _WORDS["c_alone"]}),
}
SAID = {secret.id.removeprefix("t_"): secret.words for secret in TALKS}
PAIR, REVIEW, CHECK = "a1", "r1", "c1"
TIES = ("m_now", "m_former", "m_asked", "m_untold")


def day(words: str) -> date:
    """A day as it is written in a secret."""
    return datetime.strptime(words, "%d %B %Y").replace(tzinfo=UTC).date()


def noon(words: str) -> datetime:
    """The middle of such a day."""
    return datetime(*day(words).timetuple()[:3], 12, tzinfo=UTC)

"""A company with one person of every kind, and one thing of every kind whose words nobody else says.

Sam and Tim own what there is to read. Wherever a record keeps a list of readers, everybody stands in it: so
who reads it without holding the relation now is found out.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.admin import Act
from bot.domain.privacy import Opened
from bot.domain.statements import Statement, StatementKind, statements_as_json
from bot.domain.visibility import Thing
from bot.usecases.frameworks import publish_framework
from frameworks.load import load_library
from playground.model import Person
from storage.acts import add_admin_act
from storage.asks import decide_asked
from storage.choices import (
    AskState,
    Consent,
    EvidenceSource,
    Origin,
    PersonKind,
    PlacementState,
    Reading,
    SummaryScope,
)
from storage.evidence import add_evidence, add_openings
from storage.frameworks import head_ids
from storage.kudos import add_kudos
from storage.management import add_management
from storage.pairs import add_asked_prompts, add_pair
from storage.people import add_grant, remove_from_rollout, set_kind
from storage.placements import add_placement
from storage.records import FrozenReader, Witness
from storage.reviews import add_review, put_answer
from storage.session import Workspace
from storage.summaries import add_summary
from storage.workspaces import set_kudos_channel
from tests.bot.visibility.fed import ask, give
from tests.bot.visibility.offered import bring, offer
from tests.bot.visibility.planned import TalkWords, aim, ask_about, check, direct, talk
from tests.bot.visibility.secrets import hidden, own
from tests.storage import builders
from tests.world import KUDOS_CHANNEL, World

SAM, TIM = "U0SAM", "U0TIM"
GIVER = "U0GIVER"
MANAGER, FORMER, ASKED, UNTOLD, ABOVE = "U0MANAGER", "U0FORMER", "U0ASKED", "U0UNTOLD", "U0ABOVE"
WITNESS, WITNESS_BEFORE = "U0WITNESS", "U0WITNESSBEFORE"
PEER, OWNER, OTHER_OWNER, LEAD = "U0PEER", "U0OWNER", "U0OTHEROWNER", "U0LEAD"
CONTRACTOR, NOBODY = "U0CONTRACTOR", "U0NOBODY"
OUTSIDER, OUTSIDE_FRIEND, OUTSIDE_MANAGER = "U0OUTSIDER", "U0OUTSIDEFRIEND", "U0OUTSIDEMANAGER"
GUEST, STRANGER, GONE, ROBOT = "U0GUEST", "U0STRANGER", "U0GONE", "U0ROBOT"

MEMBERS = (
    *(SAM, TIM, GIVER, MANAGER, FORMER, ASKED, UNTOLD, ABOVE, WITNESS, WITNESS_BEFORE, PEER),
    *(OWNER, OTHER_OWNER, LEAD, CONTRACTOR, NOBODY, OUTSIDER, OUTSIDE_FRIEND, OUTSIDE_MANAGER),
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
    hidden("e_private", Thing.EVIDENCE_PRIVATE, "Moles beneath the lawn", {SAM, WITNESS}),
    hidden("e_shared", Thing.EVIDENCE_SHARED, "Voles along the ditch", {SAM, WITNESS, MANAGER}),
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
    hidden("s_joint", Thing.SUMMARY_JOINT, "Rooks among the elms", {SAM, MANAGER}),
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
    hidden("f_proposed", Thing.EXAMPLE_PROPOSED, "Gulls above the quay", {SAM, PEER, OWNER, OTHER_OWNER}),
    hidden("f_taken", Thing.EXAMPLE_TAKEN, "Auks along the cliff", MEMBERS),
)
DIRECTIONS = (
    hidden("w_sam", Thing.PLAN_SHARED, "Kites beyond the ridge", {SAM, MANAGER}),
    hidden("w_tim", Thing.PLAN_SHARED, "Crows over the quarry", {TIM}),
)
GOALS = (
    hidden("g_private", Thing.PLAN_PRIVATE, "Eels under the bridge", {SAM}),
    hidden("g_shared", Thing.PLAN_SHARED, "Trout below the falls", {SAM, MANAGER}),
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
ANSWER = hidden("r_owner", Thing.REVIEW_ANSWER, "Toads behind the shed", {OWNER, OTHER_OWNER, LEAD})
PLACES = (
    own("p_sam", Thing.PLACEMENT, "7 March 2013", {SAM, MANAGER, LEAD}, cannot={MANAGER, LEAD}),
    own("p_asked", Thing.PLACEMENT, "8 April 2014", {SAM, MANAGER, LEAD}, cannot={SAM, LEAD}),
    own("p_tim", Thing.PLACEMENT, "9 May 2015", {TIM, LEAD}, cannot={TIM}),
)
OPENED = own("o_sam", Thing.READER_LOG, "3 February 2026", {SAM})
DONE = own("x_sam", Thing.ADMIN_ACT, "11 January 2026", {SAM, LEAD})
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
    hidden("b_open", Thing.FEEDBACK, "Cranes above the marsh", {SAM, GIVER, MANAGER}),
    hidden("b_former", Thing.FEEDBACK, "Egrets by the sluice", {SAM, GIVER}),
    hidden("b_tim", Thing.FEEDBACK, "Ibises past the dyke", {TIM, GIVER}),
)
HEARD = hidden("b_reply", Thing.FEEDBACK, "Bitterns in the sedge", {SAM, GIVER, MANAGER})
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
    ANSWER,
    *PLACES,
    OPENED,
    DONE,
    GRANTED,
    *PROMPTS,
)
SHARED_WITH = {"w_sam": MANAGER, "w_tim": UNTOLD, "g_shared": MANAGER, "g_former": FORMER, "g_tim": UNTOLD}
_WORDS = {secret.id: secret.words for secret in CHECKS}
CHECKED = {
    "c1": ((SAM, MANAGER), {SAM: _WORDS["c_sam"], MANAGER: _WORDS["c_manager"]}),
    "c2": ((SAM, FORMER), {SAM: "", FORMER: _WORDS["c_former"]}),
    "c3": ((OUTSIDE_FRIEND, OUTSIDE_MANAGER), {OUTSIDE_FRIEND: _WORDS["c_alone"]}),
}
_SAID = {secret.id.removeprefix("t_"): secret.words for secret in TALKS}
PAIR, REVIEW, CHECK = "a1", "r1", "c1"
TIES = ("m_now", "m_former", "m_asked", "m_untold")


def day(words: str) -> date:
    """A day as it is written in a secret."""
    return datetime.strptime(words, "%d %B %Y").replace(tzinfo=UTC).date()


def noon(words: str) -> datetime:
    """The middle of such a day."""
    return datetime(*day(words).timetuple()[:3], 12, tzinfo=UTC)


async def populate(here: World) -> None:
    """Bring all of it about."""
    for loaded in load_library():
        if loaded.framework is not None and loaded.framework.id == "engineering":
            owned = replace(loaded.framework, owners=(OWNER, OTHER_OWNER))
            await publish_framework(here.bot.deps, owned, None)
    await here.people.keep_channel(GENERAL, name="general", members=[here.slack.bot_user_id, *EVERYONE])
    async with here.bot.deps.write() as workspace:
        await remove_from_rollout(workspace, SWITCHED_OFF)
        await set_kind(workspace, CONTRACTOR, PersonKind.CONTRACTOR)
        await set_kudos_channel(workspace, KUDOS_CHANNEL)
        await _ties(workspace)
        await _kudos(workspace)
        await _evidence(workspace)
        await _observations(workspace)
        await _feedback(workspace)
        await bring(workspace, dict(zip(PAST, (SAM, SAM, TIM), strict=True)))
        await offer(workspace, SAM, OFFERS, (PEER, WITNESS))
        await _summaries(workspace)
        await direct(workspace, dict(zip(DIRECTIONS, (SAM, TIM), strict=True)), SHARED_WITH)
        await aim(workspace, dict(zip(GOALS, (SAM, SAM, SAM, TIM), strict=True)), SHARED_WITH)
        for name, (two, said) in CHECKED.items():
            await check(workspace, here, name, two, said)
        await talk(workspace, PAIR, AFTER, (SAM, PEER), TalkWords(**_SAID))
        await _placements(workspace)
        await _looked_after(workspace)


async def _ties(workspace: Workspace) -> None:
    tie = builders.some_tie
    agreed = {"state": Consent.CONFIRMED, "decided_at": builders.NOON}
    for made in (
        tie(id="m_now", report=SAM, manager=MANAGER, asked_by=SAM, **agreed),
        tie(id="m_outside", report=OUTSIDE_FRIEND, manager=OUTSIDE_MANAGER, asked_by=OUTSIDER, **agreed),
        tie(id="m_above", report=MANAGER, manager=ABOVE, asked_by=ABOVE, **agreed),
        tie(id="m_former", report=SAM, manager=FORMER, state=Consent.ENDED, ended_at=builders.NOON),
        tie(id="m_asked", report=SAM, manager=ASKED, asked_by=ASKED),
        tie(id="m_untold", report=TIM, manager=UNTOLD, asked_by=None, origin=Origin.IMPORT, **agreed),
    ):
        await add_management(workspace, made)
    await add_pair(workspace, builders.some_pair(id=PAIR, first=SAM, second=PEER, asked_by=SAM))
    for prompt, person in zip(PROMPTS, (SAM, PEER), strict=True):
        asked = builders.some_prompt(pair_id=PAIR, person_id=person, on=AFTER, prompt=prompt.id)
        await add_asked_prompts(workspace, [asked])


async def _kudos(workspace: Workspace) -> None:
    readers = {"k_open": ALL, "k_former": FOR_FORMER, "k_gone": ALL, "k_tim": FOR_UNTOLD, "k_outside": ALL}
    givers = {"k_gone": GONE, "k_outside": OUTSIDER}
    receivers = {"k_tim": TIM, "k_outside": OUTSIDE_FRIEND}
    for secret in KUDOS:
        thanks = builders.some_kudos(
            id=secret.id,
            giver=givers.get(secret.id, GIVER),
            receiver=receivers.get(secret.id, SAM),
            text=secret.words,
            is_public=secret.thing is Thing.KUDOS_PUBLIC,
            readers=readers.get(secret.id, ()),
        )
        await add_kudos(workspace, thanks)


async def _evidence(workspace: Workspace) -> None:
    owners = {"e_tim": TIM, "e_hired": CONTRACTOR}
    readers = {"e_former": FOR_FORMER, "e_tim": FOR_UNTOLD, "e_hired": ()}
    seen = {WITNESS: 2, WITNESS_BEFORE: 1, GUEST: 2, STRANGER: 2, GONE: 2, ROBOT: 2}
    for secret in EVIDENCE:
        of_many = secret.id in {"e_private", "e_shared"}
        piece = builders.some_evidence(
            id=secret.id,
            owner=owners.get(secret.id, SAM),
            text=secret.words,
            is_shared=secret.thing is Thing.EVIDENCE_SHARED,
            text_version=2,
            readers=readers.get(secret.id, ALL),
            witnesses=tuple(
                Witness(person_id=one, text_version=version, at=builders.NOON)
                for one, version in (seen if of_many else {}).items()
            ),
        )
        await add_evidence(workspace, piece)
    await ask_about(workspace, "e_tim", PEER)


async def _observations(workspace: Workspace) -> None:
    """Each was written by somebody of whom the report says that they managed them; one was shared on."""
    authors = {"v_now": MANAGER, "v_tim": GIVER}
    readers = {"v_now": FOR_MANAGER, "v_former": FOR_FORMER, "v_later": ALL, "v_tim": FOR_UNTOLD}
    for secret, answer in zip(OBSERVATIONS, REPLIES, strict=True):
        author = authors.get(secret.id, FORMER)
        piece = builders.some_evidence(
            id=secret.id,
            owner=TIM if secret.id == "v_tim" else SAM,
            author_id=author,
            source=EvidenceSource.OBSERVATION,
            text=secret.words,
            is_shared=True,
            readers=readers[secret.id],
            witnesses=(Witness(person_id=author, text_version=1, at=builders.NOON),),
            reply=answer.words,
            replied_at=builders.NOON,
        )
        await add_evidence(workspace, piece)


async def _feedback(workspace: Workspace) -> None:
    readers = {"b_open": ALL, "b_former": FOR_FORMER, "b_tim": FOR_UNTOLD}
    receivers = dict(zip((one.id for one in FEEDBACK), (SAM, SAM, SAM, TIM), strict=True))
    await give(workspace, GIVER, FEEDBACK, receivers, readers, {"b_open": HEARD})
    await ask(workspace, dict(zip(ASKS, ((SAM, PEER, GIVER), (SAM, GIVER), (TIM, PEER)), strict=True)))
    await decide_asked(workspace, "q_declined", GIVER, AskState.DECLINED, LINE.words, builders.NOON)


async def _summaries(workspace: Workspace) -> None:
    """Each rests on all that was noted of Sam: what is behind a line is looked up for who looks."""
    of_others = {"e_tim", "e_hired", "v_tim"}
    notes = tuple(secret.id for secret in (*EVIDENCE, *OBSERVATIONS) if secret.id not in of_others)
    line = Statement(kind=StatementKind.UNSORTED, evidence=notes, numbers=(("last_seen", "2026-06-16"),))
    managers = {"s_joint": MANAGER, "s_former": FORMER, "s_tim": UNTOLD}
    for secret in SUMMARIES:
        manager_id = managers.get(secret.id)
        summary = builders.some_summary(
            id=secret.id,
            of=TIM if secret.id == "s_tim" else SAM,
            scope=SummaryScope.JOINT if manager_id else SummaryScope.OWN,
            asked_by=manager_id or SAM,
            manager_id=manager_id,
            statements=statements_as_json([line]),
            reply=secret.words,
        )
        await add_summary(workspace, summary)


async def _placements(workspace: Workspace) -> None:
    version_id = (await head_ids(workspace))["engineering"]
    for secret in PLACES:
        confirmed = {"state": PlacementState.CONFIRMED, "decided_by": MANAGER, "decided_at": builders.NOON}
        placement = builders.some_placement(
            id=secret.id,
            of=TIM if secret.id == "p_tim" else SAM,
            version_id=version_id,
            since=day(secret.words),
            **(confirmed if secret.id == "p_sam" else {}),
        )
        await add_placement(workspace, placement)


async def _looked_after(workspace: Workspace) -> None:
    """A People lead and what they did, who opened what, and what an owner said of a framework."""
    await add_grant(workspace, builders.some_grant(to=LEAD, granted_at=noon(GRANTED.words)))
    done = builders.some_admin_act(actor_id=LEAD, act=Act.ROLLOUT_ADDED, subject_id=SAM, at=noon(DONE.words))
    await add_admin_act(workspace, done)
    opened = builders.some_opening(
        reader=MANAGER, subject=SAM, kind=Opened.NOTE, thing_id="e_shared", on=day(OPENED.words)
    )
    await add_openings(workspace, [opened])
    version_id = (await head_ids(workspace))["engineering"]
    review = builders.some_review(id=REVIEW, owner=OWNER, version_id=version_id)
    await add_review(workspace, review)
    skill = "engineering/design"
    said = builders.some_answer(review_id=REVIEW, competency=skill, comment=ANSWER.words)
    await put_answer(workspace, said)

"""The company's things brought about, in the store."""

from dataclasses import replace

from bot.domain.admin import Act
from bot.domain.privacy import Opened
from bot.domain.statements import Statement, StatementKind, statements_as_json
from bot.domain.visibility import Thing
from bot.usecases.frameworks import publish_framework
from frameworks.load import load_library
from storage.acts import add_admin_act
from storage.asks import decide_asked
from storage.choices import (
    AskState,
    Consent,
    EvidenceSource,
    Origin,
    PairKind,
    PersonKind,
    PlacementState,
    SummaryScope,
)
from storage.evidence import add_evidence, add_openings
from storage.frameworks import head_ids
from storage.kudos import add_kudos
from storage.management import add_management
from storage.pairs import add_asked_prompts, add_pair
from storage.people import add_grant, remove_from_rollout, set_kind
from storage.placements import add_placement
from storage.records import Witness
from storage.reviews import add_review, put_answer
from storage.session import Workspace
from storage.summaries import add_summary
from storage.workspaces import set_kudos_channel
from tests.bot.visibility.company import (
    ABOVE,
    AFTER,
    ALL,
    ANSWER,
    ASKED,
    ASKS,
    CHANCES,
    CHECKED,
    CONCERN,
    CONTRACTOR,
    DIRECTIONS,
    DONE,
    EVERYONE,
    EVIDENCE,
    FEEDBACK,
    FOR_FORMER,
    FOR_MANAGER,
    FOR_UNTOLD,
    FORMER,
    FORMER_WITNESS,
    GENERAL,
    GIVER,
    GOALS,
    GONE,
    GRANTED,
    GUEST,
    HEARD,
    KUDOS,
    LEAD,
    LINE,
    MANAGER,
    NAMED,
    OBSERVATIONS,
    OFFERS,
    OPENED,
    OUTSIDE_FRIEND,
    OUTSIDE_MANAGER,
    OUTSIDER,
    OWNER,
    OWNER_ABOVE,
    OWNERS,
    PAIR,
    PAST,
    PEER,
    PLACES,
    PROMPTS,
    REPLIES,
    REVIEW,
    ROBOT,
    SAID,
    SAM,
    SHARED_WITH,
    STRANGER,
    SUMMARIES,
    SWITCHED_OFF,
    TIM,
    UNTOLD,
    WITNESS,
    WITNESS_BEFORE,
    day,
    noon,
)
from tests.bot.visibility.fed import ask, give
from tests.bot.visibility.named import raise_to, show
from tests.bot.visibility.offered import bring, offer
from tests.bot.visibility.planned import TalkWords, aim, ask_about, check, count, direct, miss, talk
from tests.storage import builders
from tests.world import KUDOS_CHANNEL, World


async def populate(here: World) -> None:
    """Bring all of it about."""
    for loaded in load_library():
        if loaded.framework is not None and loaded.framework.id == "engineering":
            owned = replace(loaded.framework, owners=OWNERS)
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
        missed = ((SAM, MANAGER), (SAM, FORMER), (TIM, UNTOLD))
        await miss(workspace, dict(zip(CHANCES, missed, strict=True)), ("h_wait", "h_mine"))
        await count(workspace)
        await talk(workspace, PAIR, AFTER, (SAM, PEER), TalkWords(**SAID))
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
        tie(id="m_before", report=SAM, manager=FORMER_WITNESS, state=Consent.ENDED, ended_at=builders.NOON),
        tie(id="m_over", report=OUTSIDE_MANAGER, manager=OWNER_ABOVE, asked_by=OWNER_ABOVE, **agreed),
        tie(id="m_asked", report=SAM, manager=ASKED, asked_by=ASKED),
        tie(id="m_untold", report=TIM, manager=UNTOLD, asked_by=None, origin=Origin.IMPORT, **agreed),
    ):
        await add_management(workspace, made)
    await add_pair(workspace, builders.some_pair(id=PAIR, first=SAM, second=PEER, asked_by=SAM))
    mentor = {"first": TIM, "second": OWNER_ABOVE, "asked_by": TIM, "kind": PairKind.MENTOR}
    await add_pair(workspace, builders.some_pair(id="a2", **mentor))
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
    seen = {WITNESS: 2, FORMER_WITNESS: 2, WITNESS_BEFORE: 1, GUEST: 2, STRANGER: 2, GONE: 2, ROBOT: 2}
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
    await show(workspace, NAMED)
    await raise_to(workspace, CONCERN)
    version_id = (await head_ids(workspace))["engineering"]
    review = builders.some_review(id=REVIEW, owner=OWNER, version_id=version_id)
    await add_review(workspace, review)
    skill = "engineering/design"
    said = builders.some_answer(review_id=REVIEW, competency=skill, comment=ANSWER.words)
    await put_answer(workspace, said)

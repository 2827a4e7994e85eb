"""Notes offered as examples: everybody named agrees, an owner takes it (docs/decisions/0012).

Nobody is asked twice about one text, and a text that is changed asks everybody again. Whoever looks after the
skills reads the text and the behaviour, and never whose it is.
"""

from collections.abc import Sequence

from bot.deps import Deps
from bot.domain.marking import Sheet, Sign, signs_offered
from bot.domain.messages import Kind
from bot.domain.naming import Names
from bot.domain.offers import (
    OfferDesk,
    OfferDraft,
    OfferSeen,
    check_text_of_example,
    facts_of_offer,
    who_must_agree,
)
from bot.domain.reviews import owners_of
from bot.domain.visibility import may_read
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.people import introduce
from bot.usecases.reviews import owned_frameworks
from bot.usecases.skills import find_published, published
from bot.usecases.viewers import people_leads, viewer_of
from bot.words.offers import COLLEAGUE
from frameworks.model import BehaviourRef
from storage.acts import claim_act
from storage.choices import EvidenceSource, OfferState
from storage.errors import NotFound
from storage.evidence import get_evidence
from storage.offers import (
    OPEN,
    find_offer_of,
    get_offer,
    hold_offer,
    mark_agreed,
    offers_about,
    offers_in,
    put_offer,
    set_offer_state,
)
from storage.people import everyone, get_person, people_among
from storage.records import Evidence, Mark, Offer, Person
from storage.session import Workspace


async def open_offer(deps: Deps, actor: Person, evidence_id: str) -> OfferDesk:
    """What the form begins with: the note without names, or the text as it was offered.

    Raises NotFoundForYou, and NotAllowed where it is an example already.
    """
    async with deps.read() as workspace:
        note = await _own_note(workspace, actor.id, evidence_id)
        signs = await _signs(workspace, deps, note)
        before = await _open_offer_of(workspace, note)
        names = Names(await everyone(workspace))
        marked = {mark.behaviour for mark in note.marks}
        chosen = {before.behaviour} if before else marked
        return OfferDesk(
            evidence_id=note.id,
            offer_id=before.id if before else None,
            signs=signs,
            preset=next((one.value for one in signs if one.mark.behaviour in chosen), None),
            text=(before.text if before else None) or names.without(note.text, COLLEAGUE),
            named=_plainly_named(note, names),
        )


async def offer_example(deps: Deps, actor: Person, draft: OfferDraft) -> tuple[Person, ...]:
    """Ask everybody named, or propose it at once where nobody is; returns who is asked.

    A form sent twice acts once. Raises Invalid at its field, NotFoundForYou, NotAllowed.
    """
    also = [await _meant(deps, one) for one in draft.also]
    async with deps.write() as workspace:
        note = await _own_note(workspace, actor.id, draft.evidence_id)
        before = await _open_offer_of(workspace, note)
        names = Names(await everyone(workspace))
        sign = next((one for one in await _signs(workspace, deps, note) if one.value == draft.sign), None)
        if sign is None:
            raise Invalid("choose_one", "sign")
        text = check_text_of_example(draft.text, names)
        asked = who_must_agree(note, _witnesses(note), names, also)
        if await claim_act(workspace, f"offer:{actor.id}:{draft.draft}", deps.today()):
            await _put(workspace, deps, _offer(deps, note, before, sign.mark, text, asked))
    deps.wake()
    return asked


async def read_offer(deps: Deps, actor: Person, offer_id: str) -> OfferSeen:
    """An offer for one who may read it; raises NotFoundForYou."""
    async with deps.read() as workspace:
        return await offer_for(workspace, deps, actor.id, offer_id)


async def answer_offer(deps: Deps, actor: Person, offer_id: str, version: int, *, agrees: bool) -> OfferSeen:
    """The word of somebody named: agreed by all, it is proposed; declined or taken back, it comes to nothing.

    Raises NotFoundForYou for who is not asked, NotAllowed where the text is another by now or it is over.
    """
    async with deps.write() as workspace:
        offer = await _held(workspace, deps, actor.id, offer_id)
        if actor.id not in offer.asked:
            raise NotFoundForYou("not_yours")
        _check_as_read(offer, version)
        if agrees:
            await mark_agreed(workspace, offer.id, actor.id, deps.today())
            if offer.agreed | {actor.id} >= set(offer.asked):
                await _propose(workspace, deps, offer)
        else:
            await _end(workspace, deps, offer, OfferState.REFUSED)
        await owe_home(workspace, deps, actor.id, offer.author_id)
        seen = await _seen(workspace, deps, actor.id, await get_offer(workspace, offer.id))
    deps.wake()
    return seen


async def withdraw_offer(deps: Deps, actor: Person, offer_id: str) -> None:
    """Its author takes it back before it is taken; raises NotFoundForYou, NotAllowed."""
    async with deps.write() as workspace:
        offer = await _held(workspace, deps, actor.id, offer_id)
        if offer.author_id != actor.id:
            raise NotFoundForYou("not_yours")
        _check_as_read(offer, offer.text_version)
        await _end(workspace, deps, offer, OfferState.WITHDRAWN)
    deps.wake()


async def decide_offer(deps: Deps, actor: Person, offer_id: str, version: int, *, takes: bool) -> OfferSeen:
    """An owner takes it, and all members read it from now on, or does not; its author is told.

    Raises NotFoundForYou for who is no owner, NotAllowed where the text is another by now or it is over.
    """
    async with deps.write() as workspace:
        offer = await _held(workspace, deps, actor.id, offer_id)
        if offer.framework not in await owned_frameworks(workspace, deps, actor.id):
            raise NotFoundForYou("not_yours")
        if offer.state is not OfferState.PROPOSED:
            raise NotAllowed("already_done")
        _check_as_read(offer, version)
        await _end(workspace, deps, offer, OfferState.TAKEN if takes else OfferState.DECLINED)
        seen = await _seen(workspace, deps, actor.id, await get_offer(workspace, offer.id))
    deps.wake()
    return seen


async def offer_for(workspace: Workspace, deps: Deps, viewer_id: str, offer_id: str) -> OfferSeen:
    """As read_offer, inside a transaction."""
    try:
        offer = await get_offer(workspace, offer_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    await _check_may_read(workspace, deps, viewer_id, offer)
    return await _seen(workspace, deps, viewer_id, offer)


async def offers_waiting(
    workspace: Workspace, deps: Deps, person_id: str
) -> tuple[tuple[OfferSeen, ...], tuple[OfferSeen, ...]]:
    """What waits for a person's word as one who is named, and what waits for an owner's."""
    asking = [
        offer
        for offer in await offers_about(workspace, person_id)
        if offer.state is OfferState.ASKED and person_id in set(offer.asked) - offer.agreed
    ]
    proposed = await offers_in(workspace, OfferState.PROPOSED)
    owned = await owned_frameworks(workspace, deps, person_id) if proposed else frozenset()
    return (
        tuple([await _seen(workspace, deps, person_id, one) for one in asking]),
        tuple([await _seen(workspace, deps, person_id, one) for one in proposed if one.framework in owned]),
    )


async def examples_taken(workspace: Workspace) -> tuple[Offer, ...]:
    """All that owners took, oldest first: every member may read them."""
    return await offers_in(workspace, OfferState.TAKEN)


async def _put(workspace: Workspace, deps: Deps, offer: Offer) -> None:
    await put_offer(workspace, offer)
    occurrence = str(offer.text_version)
    asks = [owed(deps, Kind.EXAMPLE_ASKED, one, offer.id, occurrence=occurrence) for one in offer.asked]
    await owe(workspace, deps, *asks)
    await owe_home(workspace, deps, *offer.asked)
    if not offer.asked:
        await _propose(workspace, deps, offer)


async def _propose(workspace: Workspace, deps: Deps, offer: Offer) -> None:
    await set_offer_state(workspace, offer.id, OfferState.PROPOSED, deps.today())
    owners = await _owners(workspace, deps, offer)
    occurrence = str(offer.text_version)
    told = [owed(deps, Kind.EXAMPLE_PROPOSED, one, offer.id, occurrence=occurrence) for one in owners]
    await owe(workspace, deps, *told)
    await owe_home(workspace, deps, *owners)


async def _end(workspace: Workspace, deps: Deps, offer: Offer, state: OfferState) -> None:
    """It is over: its author is told, unless they did it themselves."""
    await set_offer_state(workspace, offer.id, state, deps.today())
    if state is not OfferState.WITHDRAWN:
        await owe(workspace, deps, owed(deps, Kind.EXAMPLE_ANSWERED, offer.author_id, offer.id))
    await owe_home(workspace, deps, offer.author_id, *offer.asked, *await _owners(workspace, deps, offer))


async def _owners(workspace: Workspace, deps: Deps, offer: Offer) -> tuple[str, ...]:
    framework = await find_published(workspace, deps, offer.framework)
    return owners_of(framework, await people_leads(workspace)) if framework else ()


async def _held(workspace: Workspace, deps: Deps, viewer_id: str, offer_id: str) -> Offer:
    try:
        offer = await hold_offer(workspace, offer_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    await _check_may_read(workspace, deps, viewer_id, offer)
    return offer


async def _check_may_read(workspace: Workspace, deps: Deps, viewer_id: str, offer: Offer) -> None:
    viewer = await viewer_of(workspace, viewer_id, await owned_frameworks(workspace, deps, viewer_id))
    if not may_read(viewer, facts_of_offer(offer)):
        raise NotFoundForYou("not_yours")


def _check_as_read(offer: Offer, version: int) -> None:
    if offer.state not in OPEN:
        raise NotAllowed("already_done")
    if offer.text_version != version:
        raise NotAllowed("text_changed")


async def _own_note(workspace: Workspace, person_id: str, evidence_id: str) -> Evidence:
    """A note of one's own: what a manager saw is its author's to tell."""
    try:
        note = await get_evidence(workspace, evidence_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    if note.owner_id != person_id or not note.is_favourable or note.source is EvidenceSource.OBSERVATION:
        raise NotFoundForYou("not_yours")
    return note


async def _open_offer_of(workspace: Workspace, note: Evidence) -> Offer | None:
    before = await find_offer_of(workspace, note.id)
    if before is not None and before.state is OfferState.TAKEN:
        raise NotAllowed("example_already")
    return before


async def _signs(workspace: Workspace, deps: Deps, note: Evidence) -> tuple[Sign, ...]:
    """The behaviours of the skills that a note is marked with."""
    skills = frozenset(mark.competency for mark in note.marks if mark.competency)
    frameworks = await published(workspace, deps)
    named = {mark.framework for mark in note.marks}
    sheets = [Sheet(framework=one, only=skills) for name, one in frameworks.items() if name in named]
    return tuple(one for one in signs_offered(sheets, sorted(skills)) if not one.is_milestone)


def _witnesses(note: Evidence) -> tuple[str, ...]:
    return tuple(seen.person_id for seen in note.witnesses)


def _plainly_named(note: Evidence, names: Names) -> tuple[Person, ...]:
    known = names.known((*_witnesses(note), note.author_id))
    people = {one.id: one for one in (*names.named(note.text).people, *known)}
    people.pop(note.owner_id, None)
    return tuple(people.values())


async def _meant(deps: Deps, person_id: str) -> Person:
    person = await introduce(deps, person_id)
    if person is None:
        raise Invalid("person_unknown", "also")
    return person


def _offer(
    deps: Deps, note: Evidence, before: Offer | None, mark: Mark, text: str, asked: Sequence[Person]
) -> Offer:
    return Offer(
        id=before.id if before else deps.ids(),
        author_id=note.owner_id,
        evidence_id=note.id,
        framework=mark.framework,
        competency=mark.competency or "",
        behaviour=mark.behaviour or "",
        text=text,
        text_version=before.text_version + 1 if before else 1,
        state=OfferState.ASKED,
        offered_at=deps.today(),
        decided_at=None,
        asked=tuple(person.id for person in asked),
    )


async def _seen(workspace: Workspace, deps: Deps, viewer_id: str, offer: Offer) -> OfferSeen:
    framework = await find_published(workspace, deps, offer.framework)
    skill = framework.find_competency(offer.competency) if framework else None
    ref = BehaviourRef(competency=offer.competency, behaviour=offer.behaviour)
    behaviour = framework.find_behaviour(ref) if framework else None
    is_side = viewer_id in {offer.author_id, *offer.asked}
    asked = await people_among(workspace, offer.asked) if viewer_id == offer.author_id else {}
    return OfferSeen(
        offer=offer,
        viewer_id=viewer_id,
        skill=skill.title if skill else offer.competency,
        behaviour=behaviour.text if behaviour else offer.behaviour,
        framework=framework.title if framework else offer.framework,
        author=await get_person(workspace, offer.author_id) if is_side else None,
        asked=tuple(asked.values()),
        may_decide=offer.state is OfferState.PROPOSED
        and offer.framework in await owned_frameworks(workspace, deps, viewer_id),
    )

"""Offering a note as an example: the form, its reader, the page of an offer and its messages."""

from collections.abc import Mapping
from typing import Any

from bot.domain.offers import OfferDesk, OfferDraft, OfferSeen
from bot.domain.texts import LONGEST
from bot.views import kit
from bot.views.answers import Answers, number, pack, unpack
from bot.views.marking import sign_options
from bot.words import offers as words
from storage.choices import OfferState

FORM = "offer_form"
VIEW = "offer_view"
OFFER, OPEN = "offer_begin", "offer_open"
AGREE, DECLINE = "offer_agree", "offer_decline"
TAKE, NOT_THIS = "offer_take", "offer_not_this"
WITHDRAW = "offer_withdraw"


def offer_form(desk: OfferDesk, draft: str) -> kit.Modal:
    """The form; where no behaviour can be chosen, a line that says so."""
    if not desk.signs:
        return kit.modal(VIEW, words.FORM_TITLE, [kit.section(words.NO_SIGNS)], close=words.CLOSE)
    signs = kit.select("offer_sign", kit.option_groups(sign_options(desk.signs)), initial=desk.preset)
    text = kit.text_box("offer_text", multiline=True, initial=desk.text or None, max_length=LONGEST)
    blocks = [
        kit.section(words.INTRO),
        kit.input_block("sign", words.SIGN, signs),
        kit.input_block("text", words.TEXT, text, hint=words.TEXT_HINT),
        kit.context(words.must_agree([person.name for person in desk.named])),
        kit.input_block(
            "also", words.ALSO, kit.multi_user_select("offer_also"), hint=words.ALSO_HINT, optional=True
        ),
        kit.context(words.OWNERS_READ),
    ]
    return kit.modal(
        FORM,
        words.FORM_TITLE,
        blocks,
        submit=words.FORM_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(draft=draft, evidence=desk.evidence_id),
    )


def read_offer_form(view: Mapping[str, Any]) -> OfferDraft:
    """What was typed and chosen."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    return OfferDraft(
        draft=str(known.get("draft") or ""),
        evidence_id=str(known.get("evidence") or ""),
        sign=answers.chosen("sign"),
        text=answers.text("text"),
        also=answers.people("also"),
    )


def offer_page(seen: OfferSeen) -> kit.Modal:
    """An offer for one viewer, with what they may do to it."""
    offer = seen.offer
    text = [kit.quote(offer.text)] if offer.text else []
    told = [kit.section(words.offered_by(seen.author.name))] if seen.author and seen.is_asked else []
    blocks = [*told, kit.section(words.of(seen.skill, seen.behaviour)), *text, *_acts(seen)]
    return kit.modal(VIEW, words.TITLE, blocks, close=words.CLOSE)


def read_offer(action: Mapping[str, Any]) -> tuple[str, int]:
    """The offer of a button, and the version of its text that was read."""
    known = unpack(action.get("value"))
    return str(known.get("offer") or ""), number(known, "version")


def open_button(offer_id: str, label: str) -> kit.Element:
    """The way to an offer, from Home and from its note."""
    return kit.button(OPEN, label, pack(offer=offer_id))


def asked_message(seen: OfferSeen, delivery: str) -> kit.Message:
    """To somebody named: who asks, and a button; the text opens in a modal (DESIGN 5.10)."""
    said = words.asked(seen.author.name if seen.author else "")
    return kit.message(said, [kit.section(said), _read_it(seen, delivery)])


def proposed_message(seen: OfferSeen, delivery: str) -> kit.Message:
    """To an owner."""
    said = words.proposed(seen.framework)
    return kit.message(said, [kit.section(said), _read_it(seen, delivery)])


def answered_message(seen: OfferSeen) -> kit.Message:
    """To its author, when it is over."""
    state = seen.offer.state
    is_taken, is_agreed = state is OfferState.TAKEN, state is OfferState.DECLINED
    return kit.message(words.answered(seen.skill, is_taken=is_taken, is_agreed=is_agreed))


def _read_it(seen: OfferSeen, delivery: str) -> kit.Block:
    value = pack(offer=seen.offer.id, delivery=delivery)
    return kit.actions(kit.button(OPEN, words.READ, value, style="primary"))


def _acts(seen: OfferSeen) -> list[kit.Block]:
    state = seen.offer.state
    if state is OfferState.TAKEN:
        return [kit.context(words.TAKEN)]
    if state not in {OfferState.ASKED, OfferState.PROPOSED}:
        return [kit.context(words.OVER)]
    side = _of_author(seen) if seen.is_own else _of_asked(seen) if seen.is_asked else []
    return [*side, *_of_owner(seen)]


def _of_author(seen: OfferSeen) -> list[kit.Block]:
    names = [person.name for person in seen.asked]
    is_proposed = seen.offer.state is OfferState.PROPOSED
    said = words.PROPOSED if is_proposed else words.waits_for(names, len(seen.offer.agreed))
    sure = kit.confirm(
        words.WITHDRAW_SURE_TITLE, words.WITHDRAW_SURE, words.WITHDRAW, words.WITHDRAW_NO, "danger"
    )
    buttons = (
        kit.button(OFFER, words.CHANGE, pack(evidence=seen.offer.evidence_id)),
        kit.button(WITHDRAW, words.WITHDRAW, _value(seen), confirm=sure),
    )
    return [kit.context(said), kit.actions(*buttons)]


def _of_asked(seen: OfferSeen) -> list[kit.Block]:
    if seen.has_agreed:
        return [kit.context(words.AGREED), kit.actions(kit.button(DECLINE, words.TAKE_BACK, _value(seen)))]
    buttons = (
        kit.button(AGREE, words.AGREE, _value(seen), style="primary"),
        kit.button(DECLINE, words.DECLINE, _value(seen)),
    )
    return [kit.actions(*buttons), kit.context(words.ASKED_CONSEQUENCE)]


def _of_owner(seen: OfferSeen) -> list[kit.Block]:
    if not seen.may_decide:
        return []
    buttons = (
        kit.button(TAKE, words.TAKE, _value(seen), style="primary"),
        kit.button(NOT_THIS, words.NOT_THIS, _value(seen)),
    )
    return [kit.actions(*buttons), kit.context(words.OWNER_CONSEQUENCE)]


def _value(seen: OfferSeen) -> str:
    return pack(offer=seen.offer.id, version=seen.offer.text_version)

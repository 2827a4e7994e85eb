"""The kudos form, the reader of its answers, and what is shown of kudos."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.kudos import MOST_SKILLS, MOST_THANKED, KudosDraft
from bot.domain.suggesting import Guess
from bot.domain.texts import LONGEST
from bot.domain.wording import Hint
from bot.views import kit
from bot.views.answers import Answers, number, pack, preset, unpack
from bot.views.suggesting import hint_line, suggestions, with_taken
from bot.words import kudos as words
from frameworks.model import Framework
from storage.records import Kudos, Person

FORM = "kudos_form"
SUGGEST, TAKE, NO_HINTS = "kudos_suggest", "kudos_take", "kudos_no_hints"
CHANGED = (
    *("kudos_receivers", "kudos_cluster", "kudos_reach", "kudos_manager", "kudos_other"),
    *(SUGGEST, TAKE, NO_HINTS),
)
OPEN = "kudos_open"
_UNSURE = "unsure"
_PUBLIC, _QUIET = "public", "quiet"
_YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosForm:
    """All that the form shows. `round` counts the times that its skills were offered anew, or one was taken.

    `managers` are those of the receivers, `unannounced` the ids of receivers whose kudos stay quiet. `chosen`
    are the skills in the menu; `guess` is what was suggested, once that was asked for.
    """

    draft: str
    receivers: tuple[Person, ...]
    managers: tuple[Person, ...]
    framework: Framework | None
    clusters: tuple[tuple[str, str], ...]
    has_channel: bool
    unannounced: frozenset[str] = frozenset()
    round: int = 0
    shows_clusters: bool = False
    is_public: bool = False
    manager_reads: bool = False
    text: str = ""
    is_manager_new: bool = False
    chosen: tuple[str, ...] = ()
    guess: Guess | None = None
    hint: Hint | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Whom it is for."""
        return tuple(one.name for one in self.receivers)

    @property
    def manager(self) -> Person | None:
        """The manager of a sole receiver."""
        return self.managers[0] if self.managers and len(self.receivers) == 1 else None

    @property
    def quiet_names(self) -> tuple[str, ...]:
        """Those of the receivers who want no announcing."""
        return tuple(one.name for one in self.receivers if one.id in self.unannounced)


def kudos_form(form: KudosForm) -> kit.Modal:
    """The form."""
    text = [_text(form), *hint_line(NO_HINTS, form.hint)]
    blocks = [_receivers(form), *text, *_skills(form), _reach(form), *_manager(form), _receipt(form)]
    return kit.modal(
        FORM,
        words.FORM_TITLE,
        blocks,
        submit=words.FORM_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(
            draft=form.draft,
            round=form.round,
            receivers=" ".join(one.id for one in form.receivers) or None,
            quiet=" ".join(sorted(form.unannounced)) or None,
            framework=form.framework.id if form.framework else None,
            manager=form.manager.id if form.manager else None,
            clusters=form.shows_clusters or None,
            asked=form.guess is not None or None,
        ),
    )


def read_kudos_form(view: Mapping[str, Any]) -> KudosDraft:
    """What was typed and chosen."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    skills = answers.ticked("skills")
    return KudosDraft(
        draft=str(known.get("draft") or ""),
        receivers=tuple(dict.fromkeys(answers.people("receivers"))),
        text=answers.text("text"),
        framework=known.get("framework"),
        competencies=tuple(skill for skill in skills if skill != _UNSURE),
        is_unsure=_UNSURE in skills,
        is_public=answers.chosen("reach") == _PUBLIC,
        is_open_to_manager=_YES in answers.ticked("manager"),
        manager_id=known.get("manager"),
        unannounced=_ids(known.get("quiet")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosTurn:
    """What a press in the open form asks for; `known_*` is what it showed before, `taken` a skill to add."""

    draft: KudosDraft
    round: int
    cluster: str | None
    shows_clusters: bool
    known_receivers: frozenset[str]
    asks: bool
    taken: str | None


def read_kudos_turn(view: Mapping[str, Any], pressed: str, taken: str | None = None) -> KudosTurn:
    """The form in the middle of being filled."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    return KudosTurn(
        draft=read_kudos_form(view),
        round=number(known, "round"),
        cluster=answers.chosen("cluster"),
        shows_clusters=bool(known.get("clusters")) or pressed == "kudos_other",
        known_receivers=_ids(known.get("receivers")),
        asks=bool(known.get("asked")) or pressed == SUGGEST,
        taken=taken,
    )


def turned(form: KudosForm, turn: KudosTurn) -> KudosForm:
    """The form after a press: skills that are offered anew get a new round, all else keeps its place."""
    offered = form.framework.id if form.framework else None
    are_others = turn.known_receivers != frozenset(one.id for one in form.receivers)
    is_new = offered != turn.draft.framework
    return replace(
        form,
        round=turn.round + (is_new or are_others or turn.taken is not None),
        chosen=() if is_new else _chosen(form, turn),
        shows_clusters=turn.shows_clusters,
        is_public=turn.draft.is_public,
        manager_reads=turn.draft.is_open_to_manager,
    )


def _chosen(form: KudosForm, turn: KudosTurn) -> tuple[str, ...]:
    """What stands in the menu; whoever takes a skill is no longer unsure."""
    offered = {skill.key for skill in form.framework.competencies} if form.framework else set()
    is_offered = turn.taken in offered
    still = tuple(key for key in turn.draft.competencies if key in offered)
    skills = with_taken(still, turn.taken if is_offered else None)
    return (_UNSURE, *skills) if turn.draft.is_unsure and not is_offered else skills


def received_message(kudos: Kudos, giver: Person, skills: tuple[str, ...], delivery: str) -> kit.Message:
    """The DM to the receiver: names, skills and a button; the words open in a modal (DESIGN 5.10)."""
    said = words.received(giver.name, skills)
    open_it = kit.button(OPEN, words.OPEN, pack(kudos=kudos.id, delivery=delivery), style="primary")
    return kit.message(said, [kit.section(said), kit.actions(open_it), kit.context(words.received_hint())])


def posted_message(
    text: str, giver: Person, receivers: Sequence[Person], skills: tuple[str, ...]
) -> kit.Message:
    """Public kudos in their channel, in the giver's words; who was thanked together stands together."""
    said = words.posted_in_short(giver.name, tuple(one.name for one in receivers))
    blanks = words.posted("{giver}", tuple(f"{{{one.id}}}" for one in receivers))
    mentions = {one.id: kit.mention(one.id) for one in receivers}
    blocks = [
        kit.paragraph(*kit.phrase(blanks, giver=kit.mention(giver.id), **mentions)),
        kit.quote(text),
        *([kit.context(words.seen_skills(skills))] if skills else []),
    ]
    return kit.message(said, blocks)


def _ids(packed: object) -> frozenset[str]:
    return frozenset(packed.split()) if isinstance(packed, str) else frozenset()


def _receivers(form: KudosForm) -> kit.Block:
    chooser = kit.multi_user_select(
        "kudos_receivers",
        initial=[one.id for one in form.receivers],
        most=MOST_THANKED,
        placeholder=words.RECEIVERS_PLACEHOLDER,
    )
    return kit.input_block("receivers", words.RECEIVERS, chooser, hint=words.RECEIVERS_HINT, dispatch=True)


def _text(form: KudosForm) -> kit.Block:
    box = kit.text_box("kudos_text", multiline=True, initial=form.text or None, max_length=LONGEST)
    return kit.input_block("text", words.TEXT, box, hint=words.TEXT_HINT)


def _skills(form: KudosForm) -> list[kit.Block]:
    if not form.receivers:
        return []
    blocks = (
        [_skill_input(form, form.framework), *_suggestions(form, form.framework)]
        if form.framework
        else [kit.context(words.no_skills(form.names))]
    )
    if len(form.receivers) > 1:
        return blocks
    if form.shows_clusters and form.clusters:
        options = [kit.option(name, title) for name, title in form.clusters]
        chosen = form.framework.id if form.framework else None
        menu = kit.select("kudos_cluster", options, initial=chosen)
        blocks.insert(0, kit.input_block("cluster", words.CLUSTER, menu, optional=True, dispatch=True))
    elif len(form.clusters) > (form.framework is not None):
        blocks.append(kit.actions(kit.button("kudos_other", words.OTHER_CLUSTER)))
    return blocks


def _skill_input(form: KudosForm, framework: Framework) -> kit.Block:
    unsure = kit.option(_UNSURE, words.UNSURE)
    options = [unsure, *(kit.option(skill.key, skill.title) for skill in framework.competencies)]
    menu = kit.multi_select(
        "kudos_skills",
        options,
        initial=form.chosen,
        most=MOST_SKILLS,
        placeholder=words.SKILLS_PLACEHOLDER,
    )
    place = preset("skills", form.round)
    return kit.input_block(place, words.SKILLS, menu, hint=words.skills_hint(form.names), optional=True)


def _suggestions(form: KudosForm, framework: Framework) -> list[kit.Block]:
    offered = {skill.key: skill for skill in framework.competencies}
    return suggestions(SUGGEST, TAKE, form.guess, offered, form.chosen)


def _reach(form: KudosForm) -> kit.Block:
    options = [
        kit.option(_QUIET, words.QUIET_OF_SEVERAL if len(form.receivers) > 1 else words.QUIET),
        kit.option(
            _PUBLIC,
            words.PUBLIC,
            words.public_description(form.quiet_names, len(form.receivers), has_channel=form.has_channel),
        ),
    ]
    boxes = kit.radio("kudos_reach", options, initial=_PUBLIC if form.is_public else _QUIET)
    return kit.input_block("reach", words.REACH, boxes, dispatch=True)


def _manager(form: KudosForm) -> list[kit.Block]:
    if form.manager is None or form.is_public:
        return []
    boxes = kit.checkboxes("kudos_manager", [kit.option(_YES, words.manager_reads(form.manager.name))])
    return [kit.input_block("manager", words.MANAGER_LABEL, boxes, optional=True, dispatch=True)]


def _receipt(form: KudosForm) -> kit.Block:
    if not form.receivers:
        return kit.context(words.receipt_before_choice())
    if len(form.receivers) > 1 or (form.is_public and form.unannounced):
        managers = tuple(one.name for one in form.managers)
        return kit.context(
            words.receipt_of_several(form.names, managers, form.quiet_names, is_public=form.is_public)
        )
    (receiver,), manager = form.names, form.manager.name if form.manager else None
    receipt = words.receipt(receiver, manager, is_public=form.is_public, manager_reads=form.manager_reads)
    if form.is_manager_new:
        return kit.context(words.manager_changed(receiver, manager), receipt)
    return kit.context(receipt)

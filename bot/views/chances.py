"""“No opportunity yet”: the form, the page, the part of a 1:1, and the message about it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.chances import LONGEST_WORD, MOST_MARKED, ChanceDesk, ChanceDraft, ChanceSeen, ChancesSeen
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.views.marking import sign_options
from bot.words import chances as words
from bot.words.errors import SENTENCES

FORM, PAGE, NOT_NOW_FORM = "chance_form", "chance_page", "chance_not_now_form"
MARK, OPEN = "chance_mark", "chance_open"
ARRANGE, NOT_NOW, TAKE_BACK = "chance_arrange", "chance_not_now", "chance_take_back"
_MOST, _MOST_ANSWERED, _MOST_IN_TALK = 20, 10, 3


def chance_form(draft: str, desk: ChanceDesk, *, is_manager_new: bool = False) -> kit.Modal:
    """Which examples there was no chance for."""
    menu = kit.multi_select(
        "chance_examples",
        kit.option_groups(sign_options(desk.signs)),
        most=MOST_MARKED,
        placeholder=words.PLACEHOLDER,
    )
    name, manager = desk.subject.name, desk.manager.name if desk.manager else None
    changed = SENTENCES["manager_changed"].format(name=name)
    return kit.modal(
        FORM,
        words.TITLE,
        [
            *([kit.section(changed)] if is_manager_new else []),
            kit.section(words.intro(name, is_own=desk.is_own)),
            kit.input_block("examples", words.EXAMPLES, menu),
            kit.context(words.receipt(name, manager, is_own=desk.is_own)),
        ],
        submit=words.SAVE,
        close=words.CANCEL,
        private_metadata=pack(
            draft=draft, subject=desk.subject.id, manager=desk.manager.id if desk.manager else None
        ),
    )


def read_chance_form(view: Mapping[str, Any]) -> ChanceDraft:
    """What was chosen."""
    known = unpack(view.get("private_metadata"))
    manager = known.get("manager")
    return ChanceDraft(
        draft=str(known.get("draft") or ""),
        subject_id=str(known.get("subject") or ""),
        manager_id=manager if isinstance(manager, str) else None,
        examples=Answers.of(view).ticked("examples"),
    )


def chances_page(seen: ChancesSeen) -> kit.Modal:
    """All that waits, and what was answered."""
    name = seen.subject.name
    waiting = [block for one in seen.open[:_MOST] for block in _chance(seen, one)]
    head = [kit.header(words.task(name, is_own=seen.is_own))] if waiting else []
    blocks = [
        *(head or [kit.section(words.none(name, is_own=seen.is_own))]),
        *waiting,
        *_whose_turn(seen, has_any=bool(waiting)),
        *_answered(seen),
        kit.actions(mark_button(seen.subject.id), block_id="mark"),
    ]
    return kit.modal(PAGE, words.PAGE_TITLE, blocks, close=words.CLOSE)


def chance_blocks(seen: ChancesSeen | None) -> list[kit.Block]:
    """In the page of a 1:1: the first of what waits, with what the manager can say to each."""
    if seen is None:
        return []
    foot = [mark_button(seen.subject.id)]
    if not seen.open:
        return [kit.actions(*foot, block_id="chances")]
    left = len(seen.open) - _MOST_IN_TALK
    more = open_button(seen.subject.id, words.MORE)
    return [
        kit.header(words.task(seen.subject.name, is_own=seen.is_own)),
        *(block for one in seen.open[:_MOST_IN_TALK] for block in _chance(seen, one)),
        *([kit.context(words.more(left))] if left > 0 else []),
        kit.actions(*([more] if left > 0 else []), *foot, block_id="chances"),
    ]


def not_now_form(one: ChanceSeen) -> kit.Modal:
    """A manager's word on why not now."""
    box = kit.text_box("chance_word", multiline=True, max_length=LONGEST_WORD)
    return kit.modal(
        NOT_NOW_FORM,
        words.NOT_NOW_TITLE,
        [
            kit.section(one.example or words.GONE),
            kit.input_block("word", words.WORD, box, hint=words.WORD_HINT),
            kit.context(words.hint(one.subject)),
        ],
        submit=words.SAVE,
        close=words.CANCEL,
        private_metadata=pack(chance=one.chance.id),
    )


def read_not_now_form(view: Mapping[str, Any]) -> tuple[str, str]:
    """The chance and the word."""
    return str(unpack(view.get("private_metadata")).get("chance") or ""), Answers.of(view).text("word")


def mark_button(subject_id: str) -> kit.Element:
    """Leads to the form."""
    return kit.button(MARK, words.MARK, pack(subject=subject_id))


def open_button(subject_id: str, label: str, delivery: str | None = None) -> kit.Element:
    """Leads to the page."""
    return kit.button(OPEN, label, pack(subject=subject_id, delivery=delivery))


def read_subject(action: Mapping[str, Any]) -> str:
    """Whom a button is about."""
    return str(unpack(action.get("value")).get("subject") or "")


def read_chance(action: Mapping[str, Any]) -> str | None:
    """The chance that a button is about, if it is."""
    chance = unpack(action.get("value")).get("chance")
    return chance if isinstance(chance, str) else None


def told_message(seen: ChancesSeen, one: ChanceSeen, delivery: str) -> kit.Message:
    """To the member: who marked or answered, and where to read it."""
    said = words.told(one.manager or one.author, one.chance.end)
    look = open_button(seen.subject.id, words.OPEN, delivery)
    return kit.message(said, [kit.section(said), kit.actions(look)])


def _chance(seen: ChancesSeen, one: ChanceSeen) -> list[kit.Block]:
    line = words.marked(one.skill, one.author, one.chance.marked_on, seen.here)
    return [
        kit.paragraph(kit.words(one.example or words.GONE)),
        kit.context(line),
        *_buttons(seen, one),
    ]


def _buttons(seen: ChancesSeen, one: ChanceSeen) -> list[kit.Block]:
    chance, buttons = one.chance, []
    is_manager = seen.viewer_id == chance.manager_id
    if is_manager and seen.pair_id:
        value = pack(pair=seen.pair_id, chance=chance.id, skill=chance.competency)
        buttons.append(kit.button(ARRANGE, words.ARRANGE, value, style="primary"))
    if is_manager:
        buttons.append(kit.button(NOT_NOW, words.NOT_NOW, pack(chance=chance.id)))
    if seen.viewer_id in {chance.subject_id, chance.author_id}:
        buttons.append(kit.button(TAKE_BACK, words.TAKE_BACK, pack(chance=chance.id)))
    return [kit.actions(*buttons, block_id=f"chance-{chance.id}")] if buttons else []


def _whose_turn(seen: ChancesSeen, *, has_any: bool) -> list[kit.Block]:
    if not has_any:
        return []
    if not seen.is_own:
        return [] if seen.pair_id else [kit.context(words.WITHOUT_TALKS)]
    return [kit.context(words.looks(seen.manager.name) if seen.manager else words.NOBODY_TO_FIND)]


def _answered(seen: ChancesSeen) -> list[kit.Block]:
    said: Sequence[ChanceSeen] = seen.answered[:_MOST_ANSWERED]
    blocks: list[kit.Block] = [kit.header(words.ANSWERED)] if said else []
    for one in said:
        if one.chance.end:
            blocks.append(kit.paragraph(kit.words(one.example or words.GONE)))
            blocks.append(kit.context(words.answered(one.chance.end, one.manager or words.NOBODY)))
        if one.chance.word:
            blocks.append(kit.quote(one.chance.word))
    return blocks

"""The quarterly check: its pages, their reader, what both marked, and the messages about it."""

from collections.abc import Mapping
from typing import Any

from bot.domain.checks import (
    LONGEST_WORD,
    Asked,
    CheckSeen,
    Difference,
    PageDraft,
    agreed,
    differences,
    read_two_ways,
    without_opportunity,
)
from bot.views import kit
from bot.views.answers import Answers, number, pack, preset, unpack
from bot.views.guides import offer
from bot.views.plans import GOAL
from bot.views.talks import PROMISE
from bot.words import checks as words
from bot.words import guides as guide_words
from prompts.model import Moment, Side
from storage.choices import CheckMarked

FORM, RESULT = "check_form", "check_result"
OPEN, SKIP = "check_open", "check_skip"


def check_view(seen: CheckSeen, page: int | None = None) -> kit.Modal:
    """Where this person is in it: a page to mark, the wait for the other, or what both marked."""
    if seen.are_both_in:
        return _result(seen)
    if seen.is_mine_in:
        return kit.modal(RESULT, words.TITLE, [kit.section(words.waits(seen.other.name))], close=words.CLOSE)
    return _page(seen, seen.first_open if page is None else page)


def read_check_form(view: Mapping[str, Any]) -> PageDraft:
    """What was chosen on a page."""
    known, answers = unpack(view.get("private_metadata")), Answers.of(view)
    marks = tuple(answers.chosen(f"mark:{place}") for place in range(number(known, "of")))
    return PageDraft(
        subject_id=str(known.get("subject") or ""),
        page=number(known, "page"),
        marks=marks,
        word=answers.text("word"),
    )


def read_check(action: Mapping[str, Any]) -> str:
    """The check that a button is about."""
    return str(unpack(action.get("value")).get("check") or "")


def asked_message(seen: CheckSeen, check: str, delivery: str) -> kit.Message:
    """The other side is in: names and buttons, none of what was marked."""
    said, value = words.asked(seen.other.name), pack(check=check, delivery=delivery)
    mark = kit.button(OPEN, words.MARK, value, style="primary")
    buttons = kit.actions(mark, kit.button(SKIP, words.SKIP, value))
    return kit.message(said, [kit.section(said), buttons, kit.context(words.asked_hint(seen.other.name))])


def ready_message(seen: CheckSeen, check: str, delivery: str) -> kit.Message:
    """Both are in."""
    said = words.ready(seen.other.name)
    look = kit.button(OPEN, words.LOOK, pack(check=check, delivery=delivery), style="primary")
    return kit.message(said, [kit.section(said), kit.actions(look)])


def _page(seen: CheckSeen, page: int) -> kit.Modal:
    asked, of = seen.asked[page], len(seen.asked)
    head = words.intro(seen.other.name, is_subject=seen.is_subject, target=seen.target_title)
    blocks = [
        *([kit.context(head)] if page == 0 else []),
        kit.header(words.progress(page + 1, of, asked.skill.title)),
        *(_mark(seen, asked, place, page) for place in range(len(asked.examples))),
        _word(seen, asked, page),
        kit.context(words.receipt(seen.other.name)),
    ]
    return kit.modal(
        FORM,
        words.TITLE,
        blocks,
        submit=words.LAST if page + 1 == of else words.NEXT,
        close=words.CLOSE,
        private_metadata=pack(subject=seen.subject.id, page=page, of=len(asked.examples)),
    )


def _mark(seen: CheckSeen, asked: Asked, place: int, page: int) -> kit.Block:
    """One example, asked under an id of its page: Slack keeps an answer with the id that it was given to."""
    example = asked.examples[place]
    options = [kit.option(mark, words.MARKS[mark]) for mark in CheckMarked]
    marked = seen.mine.get((asked.skill.key, example.id))
    menu = kit.select("check_mark", options, initial=marked, placeholder=words.PLACEHOLDER)
    return kit.input_block(preset(f"mark:{place}", page), example.text, menu, hint=example.example)


def _word(seen: CheckSeen, asked: Asked, page: int) -> kit.Block:
    box = kit.text_box(
        "check_word",
        multiline=True,
        initial=seen.my_words.get(asked.skill.key) or None,
        max_length=LONGEST_WORD,
    )
    return kit.input_block(preset("word", page), words.WORD, box, hint=words.WORD_HINT, optional=True)


def _result(seen: CheckSeen) -> kit.Modal:
    found = differences(seen)
    blocks = [
        kit.header(words.DIFFER),
        *(_differences(seen, found) or [kit.section(words.NO_DIFFERENCE)]),
        *_opportunity(seen),
        kit.header(words.AGREE),
        kit.section(words.agreement(agreed(seen, CheckMarked.SEEN), agreed(seen, CheckMarked.NOT_YET))),
        *_gaps(seen, found),
        *_next_step(seen),
    ]
    return kit.modal(RESULT, words.TITLE, blocks, close=words.CLOSE)


def _differences(seen: CheckSeen, found: tuple[Difference, ...]) -> list[kit.Block]:
    blocks: list[kit.Block] = []
    wording = read_two_ways(found)
    for asked in seen.asked:
        here = [one for one in found if one.skill.key == asked.skill.key]
        if here:
            blocks += _skill(seen, asked, here)
    return [*blocks, kit.context(words.owners_hint())] if wording else blocks


def _skill(seen: CheckSeen, asked: Asked, here: list[Difference]) -> list[kit.Block]:
    said = words.one_difference() if len(here) == 1 else words.many_differences(len(here))
    lines = [
        f"{one.example.text} {words.side(words.YOU, one.mine)}; {words.side(seen.other.name, one.theirs)}."
        for one in here
    ]
    return [
        kit.paragraph(kit.words(asked.skill.title, bold=True)),
        kit.context(said),
        kit.bullets(lines),
        *_spoken(seen, asked.skill.key),
    ]


def _gaps(seen: CheckSeen, found: tuple[Difference, ...]) -> list[kit.Block]:
    """What was said of skills on which the two do not differ."""
    differing = {one.skill.key for one in found}
    blocks: list[kit.Block] = []
    for asked in seen.asked:
        said = [] if asked.skill.key in differing else _spoken(seen, asked.skill.key)
        blocks += [kit.paragraph(kit.words(asked.skill.title, bold=True)), *said] if said else []
    return blocks


def _spoken(seen: CheckSeen, key: str) -> list[kit.Block]:
    spoken = ((words.YOU, seen.my_words.get(key)), (seen.other.name, seen.their_words.get(key)))
    return [kit.quote(words.said(who, word)) for who, word in spoken if word]


def _opportunity(seen: CheckSeen) -> list[kit.Block]:
    found = without_opportunity(seen)
    if not found:
        return []
    lines = [f"{skill.title}: {example.text}" for skill, example in found]
    return [kit.header(words.OPPORTUNITY), kit.context(words.OPPORTUNITY_HINT), kit.bullets(lines)]


def _next_step(seen: CheckSeen) -> list[kit.Block]:
    add = [kit.button(GOAL, words.ADD_GOAL)] if seen.is_subject else []
    if seen.pair_id is not None:
        skill = next((one.skill.key for one in differences(seen)), None)
        add.append(kit.button(PROMISE, words.ADD_PROMISE, pack(pair=seen.pair_id, skill=skill)))
    side = Side.REPORT if seen.is_subject else Side.MANAGER
    buttons = kit.actions(*add, offer(Moment.GROWTH, side, guide_words.FOR_THIS_TALK), block_id="next")
    return [kit.header(words.NEXT_STEP), kit.context(words.GOAL_HINT), buttons]

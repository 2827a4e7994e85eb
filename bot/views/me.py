"""One's own page: where one is, what comes next, and what was noted."""

from collections.abc import Sequence

from bot.domain.me import MySide
from bot.domain.statements import Section, Statement, StatementKind
from bot.views import kit
from bot.views.chances import mark_button
from bot.views.chances import open_button as open_chances
from bot.views.frameworks import OPEN as FRAMEWORK
from bot.views.guides import offer
from bot.views.placements import OPEN as PLACEMENT
from bot.views.placements import where
from bot.views.plans import OPEN as PLAN
from bot.views.plans import direction_lines, goal_lines
from bot.views.summaries import MINE as SUMMARY
from bot.words import chances as chance_words
from bot.words import guides as guide_words
from bot.words import me as words
from bot.words import plans as plan_words
from bot.words.names import Names, names_of
from bot.words.summary import sentence
from prompts.model import Moment, Side

VIEW = "me_view"
_STANDING = {
    StatementKind.SKILL_STANDS,
    StatementKind.SKILL_PARTLY,
    StatementKind.TOWARD,
    StatementKind.TOP_LEVEL,
}
_MOST = 20
_MOST_GOALS = 5


def me_page(mine: MySide, command: str) -> kit.Modal:
    """The page."""
    frameworks = [mine.placement.framework] if mine.placement else []
    names = names_of(frameworks, {})
    blocks = [
        *_place(mine),
        *_list(words.NEXT, [one for one in mine.statements if one.kind in _STANDING], names),
        *_chances(mine),
        *_plan(mine),
        *_notes(mine, names),
        kit.context(words.manager(mine.manager, command), words.ONLY_YOU),
        _buttons(mine),
    ]
    return kit.modal(VIEW, words.TITLE, blocks, close=words.CLOSE)


def _place(mine: MySide) -> list[kit.Block]:
    blocks = [kit.header(words.NOW)]
    if mine.placement:
        level = mine.placement.placement.level
        scope = mine.placement.framework.level(level).scope if level else ""
        blocks.append(kit.section(words.place(where(mine.placement), mine.placement.placement.since, scope)))
    if mine.proposal:
        blocks.append(kit.section(words.waits(where(mine.proposal))))
    if not mine.placement and not mine.proposal:
        blocks.append(kit.section(words.NOT_PLACED))
    return blocks


def _chances(mine: MySide) -> list[kit.Block]:
    seen = mine.chances
    if not seen.open and not seen.answered:
        return []
    look = open_chances(seen.subject.id, chance_words.OPEN)
    return [kit.section(chance_words.at_mine(len(seen.open)), accessory=look)]


def _plan(mine: MySide) -> list[kit.Block]:
    direction = direction_lines(mine.plan.direction) if mine.plan.direction else []
    goals = [block for one in mine.plan.open[:_MOST_GOALS] for block in goal_lines(one, mine.plan)]
    if not direction and not goals:
        return []
    return [kit.header(words.PLAN), *direction, *goals]


def _notes(mine: MySide, names: Names) -> list[kit.Block]:
    noted = [one for one in mine.statements if one.kind.section is Section.COVERAGE and one.evidence]
    if noted:
        return _list(words.NOTES, noted, names)
    return [kit.paragraph(kit.words(words.NOTES, bold=True)), kit.section(words.NO_NOTES)]


def _list(heading: str, statements: Sequence[Statement], names: Names) -> list[kit.Block]:
    if not statements:
        return []
    lines = [sentence(one, names) for one in statements[:_MOST]]
    return [kit.paragraph(kit.words(heading, bold=True)), kit.bullets(lines)]


def _buttons(mine: MySide) -> kit.Block:
    is_known = mine.placement or mine.proposal
    place = kit.button(PLACEMENT, words.PLACE_AGAIN if is_known else words.PLACE)
    chance = [mark_button(mine.chances.subject.id)] if mine.placement else []
    return kit.actions(
        place,
        *chance,
        kit.button(SUMMARY, words.SUMMARY),
        kit.button(FRAMEWORK, words.FRAMEWORK),
        kit.button(PLAN, plan_words.OPEN),
        offer(Moment.GROWTH, Side.REPORT, guide_words.FOR_GROWTH),
        block_id="me",
    )

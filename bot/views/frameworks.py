"""Reading a framework: lanes and levels, skills with their examples, milestones."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.views import kit
from bot.views.answers import pack, unpack
from bot.views.guides import offer
from bot.words import frameworks as words
from bot.words import guides as guide_words
from frameworks.model import Competency, Framework, Level, Stage
from prompts.model import Moment, Side

VIEW = "framework_view"
CLUSTER, LOOK = "framework_cluster", "framework_look"
OPEN = "framework_open"
SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkPage:
    """What is read: a framework, and the level or skill looked at, as `level:ID` or `skill:KEY`."""

    clusters: tuple[tuple[str, str], ...]
    framework: Framework | None
    look: str | None = None
    my_level: str | None = None


def framework_page(page: FrameworkPage) -> kit.Modal:
    """The page."""
    if page.framework is None:
        return kit.modal(VIEW, words.TITLE, [kit.section(words.NONE_PUBLISHED)], close=words.CLOSE)
    blocks = [_choice(page, page.framework), *_looked_at(page, page.framework)]
    metadata = pack(framework=page.framework.id, look=page.look)
    return kit.modal(VIEW, words.TITLE, blocks, close=words.CLOSE, private_metadata=metadata)


def read_framework_turn(view: Mapping[str, Any], action: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The cluster and the look that a press asks for."""
    known = unpack(view.get("private_metadata"))
    chosen = (action.get("selected_option") or {}).get("value")
    if action.get("action_id") == CLUSTER:
        return chosen, None
    return known.get("framework"), chosen


def _choice(page: FrameworkPage, framework: Framework) -> kit.Block:
    clusters = [kit.option(name, title) for name, title in page.clusters]
    levels = [kit.option(f"level:{one.id}", one.title) for one in framework.levels]
    skills = [kit.option(f"skill:{one.key}", one.title) for one in framework.competencies]
    looks = kit.option_groups({words.LEVELS: levels, words.SKILLS: skills})
    look = kit.select(LOOK, looks, initial=page.look, placeholder=words.LOOK)
    cluster = kit.select(CLUSTER, clusters, initial=framework.id, placeholder=words.CLUSTER)
    # The block's name carries the choice, so that Slack shows the preset and not an older answer.
    return kit.actions(cluster, look, block_id=f"choice-{framework.id}-{page.look or ''}"[:255])


def _looked_at(page: FrameworkPage, framework: Framework) -> list[kit.Block]:
    kind, _, name = (page.look or "").partition(":")
    level = framework.find_level(name) if kind == "level" else None
    skill = framework.find_competency(name) if kind == "skill" else None
    if level is not None:
        return [*_level_blocks(framework, level, is_mine=level.id == page.my_level), *_guide(framework)]
    if skill is not None:
        return _skill_blocks(framework, skill)
    return _overview(page, framework)


def _overview(page: FrameworkPage, framework: Framework) -> list[kit.Block]:
    blocks = [kit.header(words.heading(framework.title, framework.version))]
    if framework.is_one_sheet:
        blocks.append(kit.section(words.SHEET))
    for lane in framework.lanes:
        lines = [
            [kit.words(_line(framework, level), bold=level.id == page.my_level)]
            for level in framework.levels
            if level.lane == lane.id
        ]
        blocks += [kit.paragraph(kit.words(lane.title, bold=True)), kit.bullets(lines)]
    skills: list[list[str | kit.Part]] = [
        [kit.words(one.title, bold=True), f" {one.about}"] for one in framework.competencies
    ]
    return [
        *blocks,
        kit.paragraph(kit.words(words.SKILLS, bold=True)),
        kit.bullets(skills),
        kit.context(words.PICK),
        *_guide(framework),
    ]


def _guide(framework: Framework) -> list[kit.Block]:
    """Where there is more than one path to choose from."""
    if len(framework.lanes) < SEVERAL:
        return []
    return [kit.actions(offer(Moment.LEVELS, Side.BOTH, guide_words.FOR_CHOOSING))]


def _level_blocks(framework: Framework, level: Level, *, is_mine: bool) -> list[kit.Block]:
    blocks = [kit.header(level.title), kit.section(_line(framework, level))]
    if is_mine:
        blocks.append(kit.context(words.YOU))
    expected = [
        words.expects(skill.title, _step(skill, level.expects[skill.key]))
        for skill in framework.competencies
        if skill.key in level.expects
    ]
    if expected:
        blocks += [kit.paragraph(kit.words(words.EXPECTED, bold=True)), kit.bullets(expected)]
    signs = [
        words.milestone(one.text, framework.triggers.get(one.trigger, one.trigger))
        for one in framework.milestones
        if one.level == level.id
    ]
    if signs:
        blocks += [kit.paragraph(kit.words(words.MILESTONES, bold=True)), kit.bullets(signs)]
    return blocks


def _skill_blocks(framework: Framework, skill: Competency) -> list[kit.Block]:
    dimension = framework.dimensions.get(skill.dimension or "", "")
    blocks = [kit.header(skill.title), kit.section(words.dimension(dimension, skill.about))]
    for stage in skill.stages:
        blocks += _stage_blocks(framework, skill, stage)
    return blocks


def _stage_blocks(framework: Framework, skill: Competency, stage: Stage) -> list[kit.Block]:
    if not stage.behaviours:
        return []
    lines = []
    for behaviour in stage.behaviours:
        example = f"\n{words.example(behaviour.example)}" if behaviour.example else ""
        lines.append([kit.words(behaviour.text), *([kit.words(example, italic=True)] if example else [])])
    if len(skill.stages) == 1:
        return [kit.bullets(lines)]
    expected_at = [one.title for one in framework.levels if one.expects.get(skill.key) == stage.number]
    title = _stage_title(framework, stage)
    heading = words.stage_expected(title, expected_at) if expected_at else title
    return [kit.paragraph(kit.words(heading, bold=True)), kit.bullets(lines)]


def _stage_title(framework: Framework, stage: Stage) -> str:
    level = framework.find_level(stage.level) if stage.level else None
    return level.title if level else words.stage(stage.number, stage.title)


def _step(skill: Competency, number: int) -> str:
    stage = next((one for one in skill.stages if one.number == number), None)
    first = stage.behaviours[0].text if stage and stage.behaviours else ""
    return first or words.stage(number, stage.title if stage else None)


def _line(framework: Framework, level: Level) -> str:
    par = framework.find_level(level.par) if level.par else None
    return words.level_line(level.title, level.scope.rstrip("."), par.title if par else None)

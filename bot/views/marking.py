"""The two questions of what a piece of evidence shows: its skills, then their behaviours and milestones."""

from collections.abc import Collection, Mapping, Sequence

from bot.domain.kudos import MOST_SKILLS
from bot.domain.marking import MOST_SIGNS, Sheet, Sign, signs_offered, skills_offered
from bot.views import kit
from bot.views.answers import preset
from bot.words import notes as words
from frameworks.model import Competency

_LABEL = 75
_LONGEST_WORD = 40


def marking_inputs(
    sheets: Sequence[Sheet],
    action_id: str,
    *,
    label: str,
    skills: Sequence[str],
    showed: Collection[str],
    round_: int,
    showed_label: str = words.SHOWED,
    skills_round: int = 0,
) -> list[kit.Block]:
    """Both questions, or a line that says why there are none.

    The skills dispatch under `action_id`; each time, what they showed is asked anew under the next round.
    `skills_round` counts the times that other skills were offered, or one was taken from the suggested ones.
    """
    offered = skills_offered(sheets)
    if not offered:
        return [kit.context(words.NO_SKILLS)]
    menu = kit.multi_select(
        action_id,
        _options(offered),
        initial=skills,
        most=MOST_SKILLS,
        placeholder=words.SKILLS_PLACEHOLDER,
    )
    hint = words.SKILLS_HINT if not skills else None
    place = preset("skills", skills_round)
    first = kit.input_block(place, label, menu, hint=hint, optional=True, dispatch=True)
    return [first, *_sign_input(signs_offered(sheets, skills), showed, showed_label, round_)]


def one_skill(sheets: Sequence[Sheet], chosen: str | None, label: str) -> kit.Block:
    """The one skill that something is about, which may be left open; a line where there is none."""
    offered = skills_offered(sheets)
    if not offered:
        return kit.context(words.NO_SKILL_TO_CHOOSE)
    menu = kit.select(
        "one_skill",
        _options(offered),
        initial=chosen if chosen in offered else None,
        placeholder=words.ONE_SKILL_PLACEHOLDER,
    )
    return kit.input_block("skill", label, menu, optional=True)


def sign_options(signs: Sequence[Sign]) -> dict[str, list[kit.Option]]:
    """Signs as choices, under the skill or level that they are of."""
    groups: dict[str, list[kit.Option]] = {}
    for sign in signs:
        heading = words.milestones_of(sign.of) if sign.is_milestone else sign.of
        groups.setdefault(heading, []).append(_option(sign))
    return groups


def _options(offered: Mapping[str, tuple[Sheet, Competency]]) -> list[kit.Option] | list[kit.OptionGroup]:
    """Skills as choices, under their kind of work where there are several."""
    groups: dict[str, list[kit.Option]] = {}
    for key, (sheet, skill) in offered.items():
        groups.setdefault(sheet.framework.title, []).append(kit.option(key, skill.title))
    return kit.option_groups(groups) if len(groups) > 1 else next(iter(groups.values()))


def _sign_input(signs: Sequence[Sign], showed: Collection[str], label: str, round_: int) -> list[kit.Block]:
    groups = sign_options(signs)
    if not groups:
        return []
    menu = kit.multi_select(
        "showed",
        kit.option_groups(groups),
        initial=showed,
        most=MOST_SIGNS,
        placeholder=words.SHOWED_PLACEHOLDER,
    )
    return [kit.input_block(preset("showed", round_), label, menu, optional=True)]


def _option(sign: Sign) -> kit.Option:
    """A behaviour as a choice: what its label cannot hold stands in the small text under it."""
    if len(sign.text) <= _LABEL:
        return kit.option(sign.value, sign.text)
    cut = sign.text.rfind(" ", _LABEL - _LONGEST_WORD, _LABEL - 1)
    place = cut if cut > 0 else _LABEL - 1
    return kit.option(sign.value, f"{sign.text[:place]}…", f"…{sign.text[place:].lstrip()}")

"""What a piece of evidence may be marked with: skills, their behaviours, milestones.

A mark is offered by the framework in force, chosen in a form, and checked again when it comes back.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.kudos import MOST_SKILLS
from bot.errors import Invalid
from frameworks.model import Behaviour, BehaviourRef, Competency, Framework, expectations, next_levels
from storage.records import Mark

MOST_SIGNS = 10
MOST_OFFERED = 100
"""Options that one menu of Slack's holds (SLACK.md 3)."""
MOST_MILESTONES = 20
LONGEST_VALUE = 150
"""Characters of an option's value (SLACK.md 3); a key and an id together may be longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A framework whose skills are offered; `level` is where the member stands in it.

    `only` narrows it to some skills, by key.
    """

    framework: Framework
    level: str | None = None
    only: frozenset[str] | None = None

    @property
    def skills(self) -> tuple[Competency, ...]:
        """The skills it offers, in the framework's order."""
        offered = self.framework.competencies
        return offered if self.only is None else tuple(one for one in offered if one.key in self.only)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One thing that a piece may have shown: a behaviour of the skill, or a milestone of the level, `of`."""

    value: str
    text: str
    of: str
    mark: Mark

    @property
    def is_milestone(self) -> bool:
        """Whether it is a milestone."""
        return self.mark.milestone is not None


def skills_offered(sheets: Sequence[Sheet]) -> dict[str, tuple[Sheet, Competency]]:
    """Each skill once, by key, with the first sheet that has it."""
    found: dict[str, tuple[Sheet, Competency]] = {}
    for sheet in sheets:
        for skill in sheet.skills:
            found.setdefault(skill.key, (sheet, skill))
    return dict(list(found.items())[:MOST_OFFERED])


def skills_of(sheets: Sequence[Sheet]) -> tuple[Competency, ...]:
    """The skills that are offered."""
    return tuple(skill for _, skill in skills_offered(sheets).values())


def signs_offered(sheets: Sequence[Sheet], skills: Iterable[str]) -> tuple[Sign, ...]:
    """Behaviours of the chosen skills, then the milestones of the levels that come next; at most 100.

    Of each skill come first the behaviours beyond the member's level, so that a cut leaves those off which
    the level expects already.
    """
    offered = skills_offered(sheets)
    chosen = [offered[key] for key in dict.fromkeys(skills) if key in offered]
    milestones = [sign for sheet in sheets for sign in _milestones(sheet)][:MOST_MILESTONES]
    share = (MOST_OFFERED - len(milestones)) // max(len(chosen), 1)
    behaviours = [sign for sheet, skill in chosen for sign in _behaviours(sheet, skill)[:share]]
    return (*behaviours, *milestones)


def marks_of(sheets: Sequence[Sheet], skills: Sequence[str], showed: Sequence[str]) -> tuple[Mark, ...]:
    """The marks that were chosen; a skill without a chosen behaviour is marked as a whole.

    Raises Invalid at `skills` or `showed` for what is too much or not offered now.
    """
    offered = skills_offered(sheets)
    if len(set(skills)) > MOST_SKILLS:
        raise Invalid("too_many_skills", "skills")
    if not offered.keys() >= set(skills):
        raise Invalid("unknown_skill", "skills")
    signs = _chosen_signs(sheets, skills, showed)
    seen = {sign.mark.competency for sign in signs}
    whole = [
        Mark(framework=offered[key][0].framework.id, competency=key)
        for key in dict.fromkeys(skills)
        if key not in seen
    ]
    return (*whole, *(sign.mark for sign in signs))


def _chosen_signs(sheets: Sequence[Sheet], skills: Sequence[str], showed: Sequence[str]) -> tuple[Sign, ...]:
    wanted = set(showed)
    if len(wanted) > MOST_SIGNS:
        raise Invalid("too_many_signs", "showed", most=MOST_SIGNS)
    signs = signs_offered(sheets, skills)
    if not {sign.value for sign in signs} >= wanted:
        raise Invalid("unknown_sign", "showed")
    return tuple(sign for sign in signs if sign.value in wanted)


def _behaviours(sheet: Sheet, skill: Competency) -> list[Sign]:
    expected = expectations(sheet.framework, sheet.level)
    observable = [one for one in skill.behaviours if not one.is_illustration]
    beyond_first = sorted(observable, key=lambda one: _ref(skill, one) in expected)
    return [
        Sign(
            value=sign_value("behaviour", skill.key, one.id),
            text=one.text,
            of=skill.title,
            mark=Mark(framework=sheet.framework.id, competency=skill.key, behaviour=one.id),
        )
        for one in beyond_first
    ]


def _milestones(sheet: Sheet) -> Iterator[Sign]:
    for level in next_levels(sheet.framework, sheet.level):
        for one in sheet.framework.milestones:
            if one.level == level.id:
                mark = Mark(framework=sheet.framework.id, competency=None, milestone=one.id)
                value = sign_value("milestone", sheet.framework.id, one.id)
                yield Sign(value=value, text=one.text, of=level.title, mark=mark)


def _ref(skill: Competency, behaviour: Behaviour) -> BehaviourRef:
    return BehaviourRef(competency=skill.key, behaviour=behaviour.id)


def sign_value(*parts: str) -> str:
    """What a choice in a form is known by: its kind, where it stands and its id."""
    plain = " ".join(parts)
    return plain if len(plain) <= LONGEST_VALUE else hashlib.sha256(plain.encode()).hexdigest()

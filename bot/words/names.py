"""What ids are called in sentences: titles and texts of frameworks, and names of people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from frameworks.model import BehaviourRef, Framework

COLLEAGUE = "a colleague"
GONE = "a former colleague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What ids are called. Levels and milestones go by framework and id, as two frameworks may share an id.

    `home` is the framework of the placement, "" without one.
    """

    home: str
    people: Mapping[str, str]
    skills: Mapping[str, str]
    behaviours: Mapping[BehaviourRef, str]
    frameworks: Mapping[str, str]
    levels: Mapping[tuple[str, str], str]
    milestones: Mapping[tuple[str, str], str]
    triggers: Mapping[tuple[str, str], str]

    def person(self, person_id: str) -> str:
        """A person's name."""
        return self.people.get(person_id, GONE)

    def skill(self, key: str | None) -> str:
        """A skill's title; its id where the frameworks know it no more."""
        return self.skills.get(key or "", (key or "").rpartition("/")[2])

    def example(self, competency: str | None, behaviour: str | None) -> str:
        """An example, quoted; said to be gone where the frameworks know it no more."""
        text = self.behaviours.get(BehaviourRef(competency=competency or "", behaviour=behaviour or ""))
        if text is None:
            return f"An example of {self.skill(competency)} that is there no more"
        return quoted(text)

    def level(self, level_id: str, framework: str = "") -> str:
        """A level's title."""
        return self.levels.get((framework or self.home, level_id), level_id)


def quoted(text: str) -> str:
    """A sentence of a framework within one of ours."""
    return f"“{text.rstrip(' .')}”"


def names_of(frameworks: Iterable[Framework], people: Mapping[str, str]) -> Names:
    """What these frameworks call things, the framework of the placement first; `people` are names by id."""
    each = list(frameworks)
    return Names(
        home=each[0].id if each else "",
        people=people,
        skills={one.key: one.title for framework in each for one in framework.competencies},
        behaviours={
            BehaviourRef(competency=skill.key, behaviour=one.id): one.text
            for framework in each
            for skill in framework.competencies
            for one in skill.behaviours
        },
        frameworks={framework.id: framework.title for framework in each},
        levels={(framework.id, one.id): one.title for framework in each for one in framework.levels},
        milestones={(framework.id, one.id): one.text for framework in each for one in framework.milestones},
        triggers={
            (framework.id, key): text for framework in each for key, text in framework.triggers.items()
        },
    )

"""Framework files and frameworks to test with; a builder names only what matters."""

from __future__ import annotations

from frameworks.findings import Finding
from frameworks.load import Loaded, load_bytes
from frameworks.model import Behaviour, BehaviourRef, Competency, Framework, Lane, Level, Stage

HEAD = """
framework: sample
version: "1"
title: Sample
"""
LANES = """
lanes:
  ic: {title: Individual contributor, kind: ic}
  manager: {title: Manager, kind: manager}
"""
LEVELS = """
levels:
  - {id: e1, lane: ic, title: Engineer, scope: Delivers a task, expects: {delivery: 1}}
  - {id: e2, lane: ic, title: Senior engineer, scope: Owns a system, expects: {delivery: 2}}
  - {id: m1, lane: manager, title: Manager, scope: Leads a team, par: e2, expects: {delivery: 2}}
"""
SKILLS = """
competencies:
  - id: delivery
    title: Delivery
    dimension: capabilities
    stages:
      - behaviours: [{id: ships, text: Ships a change}]
      - behaviours: [{id: plans, text: Plans a quarter}]
"""


def a_file(
    *, head: str = HEAD, lanes: str = LANES, levels: str = LEVELS, skills: str = SKILLS, more: str = ""
) -> str:
    """The text of a good framework file, but for the sections given."""
    return "".join((head, lanes, levels, skills, more))


def loaded(text: str) -> Loaded:
    """The file with this text, loaded."""
    return load_bytes(text.encode())


def framework_of(text: str) -> Framework:
    """The framework of a file that must be good."""
    found = loaded(text)
    assert found.framework is not None, "\n".join(map(str, found.findings))
    return found.framework


def line_marked(text: str) -> int:
    """The line that holds the mark `# <-`."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if "# <-" in line)


def at_mark(text: str, findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings on the marked line."""
    return [finding for finding in findings if finding.line == line_marked(text)]


def ref(competency: str, behaviour: str) -> BehaviourRef:
    """A behaviour of the framework `sample`."""
    return BehaviourRef(competency=f"sample/{competency}", behaviour=behaviour)


def a_skill(name: str, *stages: str | tuple[str, ...], title: str | None = None) -> Competency:
    """A competency of `sample`, each stage a sentence or several; a behaviour's id is its first word."""
    grouped = [(stage,) if isinstance(stage, str) else stage for stage in stages]
    return Competency(
        key=f"sample/{name}",
        id=name,
        title=title or name.capitalize(),
        stages=tuple(
            Stage(
                number=number,
                behaviours=tuple(Behaviour(id=text.split()[0].lower(), text=text) for text in texts),
            )
            for number, texts in enumerate(grouped, 1)
        ),
    )


def a_level(name: str, rank: int = 1, lane: str = "ic", **others: object) -> Level:
    """A level; `expects` maps ids of skills of `sample` to stages."""
    expects = others.pop("expects", {})
    assert isinstance(expects, dict)
    keyed = {f"sample/{skill}": stage for skill, stage in expects.items()}
    return Level(id=name, lane=lane, title=name, rank=rank, expects=keyed, **others)  # type: ignore[arg-type]  # the fields of Level


def a_framework(*parts: Competency | Level) -> Framework:
    """`sample` version 1 with these skills and levels, and a lane of each kind."""
    return Framework(
        id="sample",
        version="1",
        title="Sample",
        lanes=tuple(Lane(id=kind, title=kind, kind=kind) for kind in ("ic", "manager", "shared")),
        levels=tuple(part for part in parts if isinstance(part, Level)),
        competencies=tuple(part for part in parts if isinstance(part, Competency)),
    )


def cluster_of_real_size(number: int) -> str:
    """A file with ten skills of five stages of three behaviours, each with an example."""
    expects = ", ".join(f"skill-{skill}: {{stage}}" for skill in range(10))
    levels = (
        f"  - {{id: e{rank}, lane: ic, title: Engineer {rank}, scope: Looks after {rank} systems, "
        f"expects: {{{expects.replace('{stage}', str(rank))}}}}}\n"
        for rank in range(1, 6)
    )
    skills = "".join(_skill_of_real_size(number, skill) for skill in range(10))
    head = f'framework: cluster-{number}\nversion: "1"\ntitle: Cluster {number}\n'
    return a_file(head=head, levels=f"levels:\n{''.join(levels)}", skills=f"competencies:\n{skills}")


def _skill_of_real_size(number: int, skill: int) -> str:
    head = (
        f"  - id: skill-{skill}\n    title: Skill {skill}\n    dimension: influence\n"
        "    about: Turns a problem into something that people use.\n    stages:\n"
    )
    stages = (
        "      - behaviours:\n"
        + "".join(
            f"          - text: Ships change {number}-{skill}-{stage}-{one} with tests, and says so.\n"
            "            example: Replaced the export job in two small releases, a week apart.\n"
            for one in range(3)
        )
        for stage in range(5)
    )
    return head + "".join(stages)

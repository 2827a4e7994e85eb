"""What Trellis says when somebody reads a framework."""

from collections.abc import Sequence

from bot.words.lists import listed

TITLE = "Skills and levels"
CLOSE = "Close"
CLUSTER = "Kind of work"
LOOK = "Look at"
LEVELS = "Levels"
SKILLS = "Skills"
NONE_PUBLISHED = (
    "There are no skills and levels here yet. Ask a People lead to have the first ones published."
)
PICK = "Choose a level or a skill above to read its examples."
YOU = "You are here."
EXPECTED = "What it expects"
MILESTONES = "Milestones: signs that somebody works at this level"
SHEET = "One sheet for everybody: no levels."


def heading(title: str, version: str) -> str:
    """Over a framework."""
    return f"{title} ({version})"


def level_line(title: str, scope: str, par: str | None) -> str:
    """A level in a sentence."""
    equal = f" Equal in standing to {par}." if par else ""
    return f"{title}. {scope}.{equal}" if scope else f"{title}.{equal}"


def stage(number: int, title: str | None) -> str:
    """A stage's heading."""
    return title or f"Stage {number}"


def stage_expected(title: str, levels: Sequence[str]) -> str:
    """A stage's heading, with the levels that expect it."""
    return f"{title} · {listed(levels)}"


def expected(stages: Sequence[str]) -> str:
    """What a level expects, on one line."""
    return f"{EXPECTED}: {listed(stages)}"


def expects(skill: str, step: str) -> str:
    """A skill and how far."""
    return f"{skill}: {step}"


def example(text: str) -> str:
    """A real example under a behaviour."""
    return f"For instance: {text}"


def milestone(text: str, trigger: str) -> str:
    """A milestone with what triggers it."""
    return f"{text} ({trigger})"


def dimension(title: str, about: str) -> str:
    """Under a skill's title."""
    return f"{title}. {about}" if about else title

"""When prompts fall due for the two sides of a pair, and what to ask each (DESIGN 6.2, 6.6)."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.domain.cadence import Rule, next_date, prompt_due
from bot.domain.here import Here
from bot.domain.pairs import PairShown
from frameworks.model import Framework, next_levels
from prompts.choose import Reason, ReasonKind
from prompts.model import Prompt, Side, Trigger
from storage.choices import Cadence
from storage.records import Person, Placement

LITTLE = 2
LOOK_BACK = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a claim of a pair's due prompts owes, and when the pair is due again.

    `due` holds an instant a side, in the order of the zones, none of them before the claim.
    """

    on: date
    due: tuple[datetime, datetime]
    next_on: date
    next_run_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the prompts of one side stand on: who is asked, of whom they may speak, in which words."""

    reader: Person
    side: Side
    subject_id: str
    placement: Placement | None
    framework: Framework | None

    @property
    def is_own(self) -> bool:
        """Whether who is asked speaks of themselves."""
        return self.subject_id == self.reader.id

    @property
    def signs_ahead(self) -> frozenset[Trigger]:
        """What the subject's next levels look for: they and their manager may read the level."""
        if self.framework is None or self.placement is None:
            return frozenset()
        return signs_ahead(self.framework, self.placement.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptSeen:
    """A prompt with why it was chosen; `subject` is the title of what the reason names, if it does.

    `is_theirs` says that the reason is about notes of the other side.
    """

    prompt: Prompt
    reason: Reason
    subject: str
    is_theirs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptsSeen:
    """What one side was asked before one 1:1; `at` is its instant. Empty before it was chosen.

    `promises` counts what the two still promised each other.
    """

    shown: PairShown
    side: Side
    here: Here
    on: date
    at: datetime
    prompts: tuple[PromptSeen, ...]
    promises: int


def run_at(rule: Rule, on: date, zones: tuple[str, str]) -> datetime:
    """When the prompts of an occurrence must be claimed: the earlier of the two sides' due times."""
    return min(_due(rule, on, zones))


def plan_of(rule: Rule, on: date, zones: tuple[str, str], now: datetime) -> Plan:
    """The newest occurrence from `on` that is due by now; those before it are passed over in silence.

    `zones` are where the two sides live. The next one is due after now, so one claim catches up with any
    down time.
    """
    due, following = _due(rule, on, zones), next_date(rule, after=on)
    while min(following_due := _due(rule, following, zones)) <= now:
        on, due, following = following, following_due, next_date(rule, after=following)
    return Plan(on, (max(due[0], now), max(due[1], now)), following, min(following_due))


def side_of(*, is_manager: bool, is_report: bool) -> Side:
    """Who is asked; two who manage each other are asked as peers are."""
    if is_manager == is_report:
        return Side.BOTH
    return Side.MANAGER if is_manager else Side.REPORT


def thin_subjects(framework: Framework, pieces: Sequence[Collection[str]]) -> tuple[str, ...]:
    """Dimensions and skill keys with fewer than two pieces of evidence, the thinnest first.

    A piece is the keys of the skills that it is marked with.
    """
    on_skill = Counter(key for keys in pieces for key in keys)
    dimension = {skill.key: skill.dimension for skill in framework.competencies}
    on_dimension = Counter(
        name for keys in pieces for name in {dimension.get(key) for key in keys} if name is not None
    )
    counts = {name: on_dimension[name] for name in dimension.values() if name is not None}
    counts |= {key: on_skill[key] for key in dimension}
    return tuple(sorted((name for name, count in counts.items() if count < LITTLE), key=counts.__getitem__))


def signs_ahead(framework: Framework, level_id: str | None) -> frozenset[Trigger]:
    """The triggers that the milestones of the next levels carry; those of the framework's own apart."""
    levels = {level.id for level in next_levels(framework, level_id)}
    triggers = {one.trigger for one in framework.milestones if one.level in levels}
    return frozenset(one for one in Trigger if one in triggers)


def reason_text(reason: Reason) -> str:
    """A reason as it is kept: `kind` or `kind:subject`, ids alone."""
    return f"{reason.kind}:{reason.subject}" if reason.subject else str(reason.kind)


def read_reason(text: str) -> Reason:
    """A reason that was kept."""
    kind, _, subject = text.partition(":")
    known: Sequence[str] = tuple(ReasonKind)
    return Reason(kind=ReasonKind(kind) if kind in known else ReasonKind.REGULAR, subject=subject)


def _due(rule: Rule, on: date, zones: tuple[str, str]) -> tuple[datetime, datetime]:
    return _due_of_side(on, rule.at, rule.zone, zones[0]), _due_of_side(on, rule.at, rule.zone, zones[1])


@lru_cache(maxsize=4096)
def _due_of_side(on: date, at: time, zone: str, zone_of_reader: str) -> datetime:
    """When to send a side its prompts. A crowd that falls due together is mostly alike: worked out once."""
    once = Rule(cadence=Cadence.WEEKLY, anchor=on, at=at, zone=zone)
    return prompt_due(once, on, zone_of_reader=zone_of_reader)

"""Choosing what to ask before a 1:1: the same inputs always give the same choice."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from prompts.model import SPECIAL, TALKS, Dimension, Occasion, Prompt, Side, Trigger

SMALLEST_SET = 2
LARGEST_SET = 3
MOST_SPECIAL = 2

_Thing = TypeVar("_Thing")

# Kinds take turns by how often they came up in this many prompts, so that none stays away for long.
_LATELY = 12

# A special occasion rests for two sets once it was asked about: one that goes on for weeks is no refrain.
_REST = 2 * LARGEST_SET

# 1:1s in a quarter, by cadence; counted in prompts as if each set were of the largest size.
_TALKS_A_QUARTER = {Occasion.WEEKLY: 13, Occasion.FORTNIGHTLY: 7, Occasion.MONTHLY: 3}


class ReasonKind(StrEnum):
    """Why a prompt was chosen. `REGULAR`: it was simply its turn."""

    FIRST_TALK = "first_talk"
    OCCASION = "occasion"
    LITTLE_RECORDED = "little_recorded"
    IN_FOCUS = "in_focus"
    SIGN_AHEAD = "sign_ahead"
    NOT_LAST_TIME = "not_last_time"
    REGULAR = "regular"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a prompt was chosen, for words to turn into a sentence.

    `subject` is the special occasion for `OCCASION`, the dimension or competency, as it was given, for
    `LITTLE_RECORDED`, the competency for `IN_FOCUS`, the trigger for `SIGN_AHEAD`, the `About` kind for
    `NOT_LAST_TIME`, else empty.
    """

    kind: ReasonKind
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InSight:
    """What there is to ask about, from what the side asked may read (DESIGN 5.2).

    `thin` holds the dimensions or competency keys with little evidence, thinnest first, `focus` the keys of
    competencies that there is a goal on, and `ahead` the triggers that the next levels look for.
    """

    thin: Sequence[str] = ()
    focus: Sequence[str] = ()
    ahead: Collection[Trigger] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A prompt to ask, and why this one."""

    prompt: Prompt
    reason: Reason


def choose_prompts(
    prompts: Iterable[Prompt],
    *,
    side: Side,
    occasions: Collection[Occasion],
    recent: Sequence[str],
    in_sight: InSight,
    seed: str,
    count: int = LARGEST_SET,
) -> tuple[Choice, ...]:
    """Two or three prompts to ask one side of a pair before a 1:1.

    `occasions` are those that hold: one talk of `TALKS`, and what is special. `recent` holds the ids asked of
    this side of this pair, newest first. `seed` orders what is otherwise equal; the occurrence's key serves
    well. `count` is the most to choose, 2 or 3.

    What is special leads, with one prompt an occasion and at most two of a set, then rests for two sets. What
    is thin comes first of the rest, then what is in focus, which rests for a set. What
    was asked the time before is never asked, so fewer come back where the library holds no more. A special
    prompt or the third is left out rather than asked twice within a quarter.
    """
    if not SMALLEST_SET <= count <= LARGEST_SET:
        raise ValueError(f"count is {SMALLEST_SET} or {LARGEST_SET}, not {count}")
    library, occasions = tuple(prompts), tuple(occasions)
    last_time = set(recent[:LARGEST_SET])
    left = [prompt for prompt in library if prompt.fits(side, occasions) and prompt.id not in last_time]
    turn = _Turn(library, left, talk=_talk(occasions), recent=recent, in_sight=in_sight, seed=seed)
    chosen: list[Prompt] = []
    while len(chosen) < count and (offered := [one for one in left if turn.may_ask(one, chosen)]):
        best = turn.best(offered, chosen)
        if len(chosen) >= SMALLEST_SET and turn.asked_this_quarter(best):
            break
        chosen.append(best)
        left.remove(best)
    return tuple(Choice(prompt=prompt, reason=turn.reason(prompt)) for prompt in chosen)


def _talk(occasions: Collection[Occasion]) -> Occasion:
    """The one talk among the occasions; raises ValueError where there is none, or several."""
    talks = TALKS.intersection(occasions)
    if len(talks) != 1:
        raise ValueError(
            f"a talk is one of {', '.join(sorted(TALKS))}, not {', '.join(sorted(talks)) or 'none'}"
        )
    return next(iter(talks))


class _Lasting(NamedTuple):
    """What a prompt's rank holds that stays the same while a set grows."""

    is_late: bool
    special: int
    is_worn: bool
    before: tuple[int, ...]
    after: tuple[int | str, ...]


class _Turn:
    """What is known while one set is chosen. An age counts prompts back from the newest asked, from 0."""

    def __init__(
        self,
        library: Sequence[Prompt],
        offered: Sequence[Prompt],
        *,
        talk: Occasion,
        recent: Sequence[str],
        in_sight: InSight,
        seed: str,
    ) -> None:
        known = {prompt.id: prompt for prompt in library}
        self._talk = talk
        self._never = len(recent)
        self._age = _first_places(recent)
        self._lately = Counter(known[name].about for name in recent[:_LATELY] if name in known)
        self._last_time = {known[name].about for name in recent[:LARGEST_SET] if name in known}
        self._resting = {known[name].occasion for name in recent[:_REST] if name in known}
        self._thin = _first_places([subject for subject in in_sight.thin if subject != Dimension.NONE])
        self._thin_skills: dict[str, list[str]] = {}
        for subject in self._thin:
            self._thin_skills.setdefault(subject.rpartition("/")[2], []).append(subject)
        self._focus = {key.rpartition("/")[2]: key for key in reversed(in_sight.focus)}
        if any(known[name].competency in self._focus for name in recent[:LARGEST_SET] if name in known):
            self._focus = {}
        self._ahead = frozenset(in_sight.ahead)
        self._subjects = {prompt.id: self._subjects_of(prompt) for prompt in offered}
        self._ties = {
            prompt.id: hashlib.sha256(f"{seed}\0{prompt.id}".encode()).hexdigest() for prompt in offered
        }
        self._lasting = {prompt.id: self._lasting_of(prompt) for prompt in offered}

    def may_ask(self, prompt: Prompt, chosen: Sequence[Prompt]) -> bool:
        """Whether it may join a set: a special one where it is new and its occasion has not had its turn."""
        if not prompt.is_special:
            return True
        asked = [other.occasion for other in chosen if other.is_special]
        has_turn = prompt.occasion not in {*asked, *self._resting} and len(asked) < MOST_SPECIAL
        return has_turn and not self.asked_this_quarter(prompt)

    def asked_this_quarter(self, prompt: Prompt) -> bool:
        quarter = LARGEST_SET * _TALKS_A_QUARTER.get(self._talk, 0)
        return self._asked_ago(prompt) < min(quarter, self._never)

    def best(self, offered: Sequence[Prompt], chosen: Sequence[Prompt]) -> Prompt:
        """The next of a set.

        First what is special, then what is thin; then the kind asked about least goes first.
        """
        kinds = {other.about for other in chosen}
        covered = {subject for other in chosen for subject in self._subjects[other.id]}

        def rank(prompt: Prompt) -> tuple[tuple[int | str, ...] | int, ...]:
            lasting = self._lasting[prompt.id]
            thinness = len(self._thin) if lasting.is_worn else self._thinness(prompt, covered)
            return (
                lasting.is_late,
                prompt.about in kinds,
                lasting.special,
                0 if chosen else thinness,
                lasting.before,
                thinness,
                lasting.after,
            )

        return min(offered, key=rank)

    def _lasting_of(self, prompt: Prompt) -> _Lasting:
        is_worn = self.asked_this_quarter(prompt)
        return _Lasting(
            is_late=self._talk is Occasion.FIRST and not (prompt.occasion is self._talk or prompt.is_special),
            special=SPECIAL.index(prompt.occasion) if prompt.is_special else len(SPECIAL),
            is_worn=is_worn,
            before=(
                is_worn or prompt.competency not in self._focus,
                self._lately[prompt.about],
                prompt.about in self._last_time,
            ),
            after=(
                -self._asked_ago(prompt),
                prompt.trigger not in self._ahead,
                self._ties[prompt.id],
                prompt.id,
            ),
        )

    def reason(self, prompt: Prompt) -> Reason:
        return next(self._reasons(prompt))

    def _reasons(self, prompt: Prompt) -> Iterator[Reason]:
        """All that speaks for a prompt, what led to it first."""
        if prompt.occasion is Occasion.FIRST:
            yield Reason(kind=ReasonKind.FIRST_TALK)
        if prompt.is_special:
            yield Reason(kind=ReasonKind.OCCASION, subject=prompt.occasion.value)
        if subjects := self._subjects[prompt.id]:
            yield Reason(kind=ReasonKind.LITTLE_RECORDED, subject=subjects[0])
        if focus := self._focus.get(prompt.competency):
            yield Reason(kind=ReasonKind.IN_FOCUS, subject=focus)
        if prompt.trigger in self._ahead:
            yield Reason(kind=ReasonKind.SIGN_AHEAD, subject=prompt.trigger.value)
        if self._never and prompt.about not in self._last_time:
            yield Reason(kind=ReasonKind.NOT_LAST_TIME, subject=prompt.about.value)
        yield Reason(kind=ReasonKind.REGULAR)

    def _asked_ago(self, prompt: Prompt) -> int:
        return self._age.get(prompt.id, self._never)

    def _subjects_of(self, prompt: Prompt) -> list[str]:
        """What is thin and the prompt is on, the thinnest first."""
        on_skill = self._thin_skills.get(prompt.competency, []) if prompt.competency else []
        on_dimension = [prompt.dimension.value] if prompt.dimension in self._thin else []
        return sorted({*on_skill, *on_dimension}, key=self._thin.__getitem__)

    def _thinness(self, prompt: Prompt, covered: set[str]) -> int:
        places = (self._thin[subject] for subject in self._subjects[prompt.id] if subject not in covered)
        return min(places, default=len(self._thin))


def _first_places(things: Sequence[_Thing]) -> dict[_Thing, int]:
    return {thing: place for place, thing in reversed(tuple(enumerate(things)))}

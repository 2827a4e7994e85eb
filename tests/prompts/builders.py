"""Prompts that name only what a test is about, and situations in which some are chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from prompts.choose import Choice, InSight, choose_prompts
from prompts.model import SPECIAL, About, Dimension, Occasion, Prompt, Side, Trigger

CADENCES = (Occasion.WEEKLY, Occasion.FORTNIGHTLY, Occasion.MONTHLY)


def some_prompt(
    name: str = "p1",
    *,
    side: Side = Side.BOTH,
    occasion: Occasion = Occasion.ANY,
    about: About = About.WORK,
    dimension: Dimension = Dimension.NONE,
    competency: str = "",
    trigger: Trigger | None = None,
    text: str = "What did you finish since you last met?",
    why: str = "",
) -> Prompt:
    return Prompt(
        id=name,
        text=text,
        side=side,
        occasion=occasion,
        dimension=dimension,
        about=about,
        competency=competency,
        trigger=trigger,
        why=why,
    )


def some_of_each_kind(number: int) -> tuple[Prompt, ...]:
    """This many prompts about each kind, for any side and occasion."""
    return tuple(some_prompt(f"{about}-{one}", about=about) for about in About for one in range(number))


@dataclass(frozen=True, kw_only=True)
class Situation:
    """All that a choice depends on."""

    library: Sequence[Prompt]
    side: Side = Side.REPORT
    talk: Occasion = Occasion.WEEKLY
    special: Collection[Occasion] = ()
    recent: Sequence[str] = ()
    thin: Sequence[str] = ()
    focus: Sequence[str] = ()
    ahead: Collection[Trigger] = ()
    seed: str = "pair:2026-03-02"
    count: int = 3

    @property
    def occasions(self) -> frozenset[Occasion]:
        """All that holds."""
        return frozenset({self.talk, *self.special})

    @property
    def left(self) -> list[Prompt]:
        """What fits and was not asked the last time."""
        last = set(self.recent[:3])
        return [one for one in self.library if one.fits(self.side, self.occasions) and one.id not in last]

    @property
    def due(self) -> list[Prompt]:
        """What is left of special prompts that were never asked, on occasions that rest no longer."""
        occasions = {one.id: one.occasion for one in self.library}
        rested = {occasions.get(name) for name in self.recent[:6]}
        fresh = [one for one in self.left if one.is_special and one.id not in self.recent]
        return [one for one in fresh if one.occasion not in rested]

    def chosen(self) -> tuple[Choice, ...]:
        return choose_prompts(
            self.library,
            side=self.side,
            occasions=self.occasions,
            recent=self.recent,
            in_sight=InSight(thin=self.thin, focus=self.focus, ahead=self.ahead),
            seed=self.seed,
            count=self.count,
        )

    def next_sets(self, number: int) -> list[tuple[Choice, ...]]:
        """The choices of so many 1:1s in a row, each knowing of those before."""
        sets: list[tuple[Choice, ...]] = []
        now = self
        for turn in range(number):
            sets.append(replace(now, seed=f"{self.seed}:{turn}").chosen())
            now = replace(now, recent=(*ids(sets[-1]), *now.recent))
        return sets


def ids(choices: Sequence[Choice]) -> list[str]:
    return [choice.prompt.id for choice in choices]


@st.composite
def situations(draw: st.DrawFn, *, with_all_kinds: bool = False, with_first: bool = True) -> Situation:
    """Any situation; with all kinds, the library has a prompt of each for any side and occasion."""
    prompt = st.builds(
        some_prompt,
        st.integers(0, 40).map(lambda number: f"p{number}"),
        side=st.sampled_from(Side),
        occasion=st.sampled_from(Occasion),
        about=st.sampled_from(About),
        dimension=st.sampled_from(Dimension),
        competency=st.sampled_from(("", "delivery", "coaching")),
        trigger=st.sampled_from((None, *Trigger)),
    )
    drawn = draw(st.lists(prompt, max_size=40, unique_by=lambda one: one.id))
    library = (*(some_of_each_kind(1) if with_all_kinds else ()), *drawn)
    known = ("experience", "influence", "capabilities", "none", "delivery", "coaching", "elsewhere")
    strangers = st.sampled_from(("gone", "renamed"))
    asked = st.sampled_from([one.id for one in library]) if library else st.nothing()
    return Situation(
        library=library,
        side=draw(st.sampled_from(Side)),
        talk=draw(st.sampled_from((*([Occasion.FIRST] if with_first else []), *CADENCES))),
        special=draw(st.lists(st.sampled_from(SPECIAL), unique=True, max_size=4)),
        recent=draw(st.lists(asked | strangers, max_size=60)),
        thin=draw(st.lists(st.sampled_from(known), unique=True)),
        focus=draw(st.lists(st.sampled_from(("shared/delivery", "coaching")), unique=True)),
        ahead=draw(st.frozensets(st.sampled_from(Trigger))),
        seed=draw(st.text(max_size=8)),
        count=draw(st.sampled_from((2, 3))),
    )

"""Which guides are offered where, and to whom."""

from collections.abc import Iterable, Sequence

from bot.domain.prompting import PromptsSeen
from prompts.choose import ReasonKind
from prompts.find import find
from prompts.model import Guide, Moment, Occasion, Side


def guides_at(guides: Iterable[Guide], moment: Moment, side: Side) -> tuple[Guide, ...]:
    """Those that fit a moment and a side of it."""
    return tuple(guide for guide in guides if guide.fits(moment, side))


def guides_about(guides: Sequence[Guide], typed: str) -> tuple[Guide, ...]:
    """Those that may be meant by what was typed: the one that surely is, alone; none if none is like it."""
    found = find(guides, typed)
    return (found.best,) if found.best else found.near


def moment_of(seen: PromptsSeen) -> Moment:
    """What kind of 1:1 it is, by the reasons that its prompts give."""
    reasons = [one.reason for one in seen.prompts]
    if any(reason.kind is ReasonKind.FIRST_TALK for reason in reasons):
        return Moment.FIRST
    if any(reason.subject == Occasion.QUARTERLY for reason in reasons):
        return Moment.GROWTH
    return Moment.ONE_ON_ONE

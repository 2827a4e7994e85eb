"""Words that stand in one thing alone, and who may read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from bot.domain.visibility import Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """Words that stand in one thing alone.

    `may` are those whom DESIGN 5.1 names for it; `cannot` those of them whom no surface shows it to yet.
    `is_written`: somebody wrote them, so they never stand in a message (DESIGN 5.10).
    """

    id: str
    thing: Thing
    words: str
    may: frozenset[str]
    cannot: frozenset[str] = frozenset()
    is_written: bool = True


def hidden(
    name: str,
    thing: Thing,
    words: str,
    may: Iterable[str],
    *,
    cannot: Iterable[str] = (),
    is_written: bool = True,
) -> Secret:
    return Secret(
        id=name,
        thing=thing,
        words=words,
        may=frozenset(may),
        cannot=frozenset(cannot),
        is_written=is_written,
    )


own = partial(hidden, is_written=False)
"""A date, a title or a question: Trellis's own words."""

"""The page of who can read what."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.privacy import PrivacySeen
from bot.domain.visibility import TABLE
from bot.views import kit
from bot.views.answers import number, pack, unpack
from bot.views.concerns import concern_lines
from bot.views.handover import handover_line
from bot.views.readers import named_blocks, naming_blocks
from bot.words import privacy as words
from bot.words import readers as reader_words

VIEW = "privacy_view"
TURN_OLDER, TURN_NEWER = "privacy_older", "privacy_newer"
PAGE = 40


def privacy_page(seen: PrivacySeen, page: int = 0, told: str | None = None) -> kit.Modal:
    """The table and all that is shown of one person; pages further back hold openings alone.

    `told` is what has just happened.
    """
    last = max(0, (len(seen.openings) - 1) // PAGE)
    shown = min(max(page, 0), last)
    blocks = [
        *([kit.section(told)] if told else []),
        *(_first(seen) if shown == 0 else []),
        *_openings(seen, shown),
        *_turns(shown, last),
    ]
    if shown == 0:
        blocks += [*_grants(seen), *_acts(seen), *_kept(seen), *_outside(seen)]
    return kit.modal(VIEW, words.TITLE, blocks, close=words.CLOSE, private_metadata=pack(page=shown))


def read_privacy_turn(view: Mapping[str, Any], action: Mapping[str, Any]) -> int:
    """The page that a press asks for."""
    known = number(unpack(view.get("private_metadata")), "page")
    return known + (1 if action.get("action_id") == TURN_OLDER else -1)


def _first(seen: PrivacySeen) -> list[kit.Block]:
    """What is one's own to decide stands above the long table."""
    naming = naming_blocks(reader_words.NAMING_HEADING, seen.naming)
    return [
        *handover_line(seen.new_manager),
        *named_blocks(seen.named),
        *naming,
        *concern_lines(seen.concerns),
        *_table(),
    ]


def _table() -> list[kit.Block]:
    lines: list[list[str | kit.Part]] = [
        [kit.words(words.READABLE[thing], bold=True), f"\n{words.readers(thing, held)}"]
        for thing, held in TABLE.items()
    ]
    return [kit.header(words.TABLE_HEADING), kit.bullets(lines), kit.context(words.TABLE_HINT)]


def _openings(seen: PrivacySeen, page: int) -> list[kit.Block]:
    here = seen.openings[page * PAGE : (page + 1) * PAGE]
    if not here:
        return [kit.header(words.OPENED_HEADING), kit.section(words.NOBODY_OPENED)]
    lines = [words.opened(one) for one in here]
    return [kit.header(words.OPENED_HEADING), kit.context(words.OPENED_HINT), kit.bullets(lines)]


def _turns(page: int, last: int) -> list[kit.Block]:
    newer = [kit.button(TURN_NEWER, words.NEWER)] if page > 0 else []
    older = [kit.button(TURN_OLDER, words.OLDER)] if page < last else []
    return [kit.actions(*newer, *older)] if newer or older else []


def _grants(seen: PrivacySeen) -> list[kit.Block]:
    return _listed(words.ROLES_HEADING, [words.granted(one) for one in seen.grants], words.NO_ROLES)


def _acts(seen: PrivacySeen) -> list[kit.Block]:
    return _listed(words.ACTS_HEADING, [words.done(one) for one in seen.acts], words.NO_ACTS)


def _kept(seen: PrivacySeen) -> list[kit.Block]:
    lines = [words.kept(kind, lasts) for kind, lasts in seen.kept.items()]
    return [kit.header(words.KEPT_HEADING), kit.bullets(lines), kit.context(words.MY_DATA)]


def _outside(seen: PrivacySeen) -> list[kit.Block]:
    whom = words.reach(one.who for one in seen.grants)
    return [kit.divider(), kit.context(words.NOT_BY_TRELLIS), *([kit.context(whom)] if whom else [])]


def _listed(heading: str, lines: Sequence[str], otherwise: str) -> list[kit.Block]:
    return [kit.header(heading), kit.bullets(lines) if lines else kit.section(otherwise)]

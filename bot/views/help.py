"""Help, and the answer to what was not understood."""

from collections.abc import Mapping

from bot.domain.commands import GUIDES_CALL
from bot.domain.home import HelpSeen
from bot.views import kit
from bot.views.guides import every_guide
from bot.views.openers import opener
from bot.views.steps import next_line
from bot.views.waiting import waiting_blocks
from bot.words import help as words

MORE = "help_more"
MOST_WAITING = 3


def help_message(seen: HelpSeen, command: str, *, shows_all: bool = False) -> kit.Message:
    """What waits, the words that most people need, and the others once asked for."""
    blocks = [kit.section(words.ABOUT), *_waiting(seen), *next_line(seen.step), *_words(words.FIRST, command)]
    if shows_all:
        blocks += [*_words(words.MORE_WORDS, command), _guides(command)]
        blocks += _words(words.FOR_MANAGERS, command) if seen.has_reports else []
        blocks += _words(words.FOR_LEADS, command) if seen.may_set else []
    else:
        blocks.append(kit.actions(kit.button(MORE, words.MORE)))
    return kit.message(words.ABOUT, [*blocks, kit.context(words.ALSO)])


def not_understood(said: str, guess: str | None, command: str) -> kit.Message:
    """Did you mean."""
    return kit.message(words.not_understood(kit.clamp(said, 40), guess, command))


def _waiting(seen: HelpSeen) -> list[kit.Block]:
    if not seen.waiting:
        return []
    return [
        kit.paragraph(kit.words(words.WAITING, bold=True)),
        *waiting_blocks(seen.waiting, MOST_WAITING),
        kit.divider(),
    ]


def _guides(command: str) -> kit.Block:
    label, does = words.GUIDES
    said = kit.markup(words.LINE, command=command, word=GUIDES_CALL, does=does)
    return kit.section(said, accessory=every_guide(label))


def _words(known: Mapping[str, tuple[str, str]], command: str) -> list[kit.Block]:
    return [
        kit.section(
            kit.markup(words.LINE, command=command, word=word, does=does), accessory=opener(word, label)
        )
        for word, (label, does) in known.items()
    ]

"""Notes from past reviews: the message that some wait, and their list with what can be done to each."""

from collections.abc import Sequence

from bot.views import kit
from bot.views.answers import pack
from bot.words import dates
from bot.words import past_notes as words
from storage.records import PastNote

VIEW = "past_notes_view"
OPEN = "past_notes_open"
KEEP, DISCARD, KEEP_ALL = "past_note_keep", "past_note_discard", "past_notes_keep_all"
MOST_SHOWN = 10


def waiting_message(count: int, delivery: str) -> kit.Message:
    """How many wait, and a button; their words open in a modal (DESIGN 5.10)."""
    said = words.wait(count)
    look = kit.button(OPEN, words.LOOK, pack(delivery=delivery), style="primary")
    return kit.message(said, [kit.section(said), kit.actions(look), kit.context(words.HINT)])


def open_button() -> kit.Element:
    """The way to the list, from Home."""
    return kit.button(OPEN, words.LOOK)


def past_notes_page(notes: Sequence[PastNote], told: str | None = None) -> kit.Modal:
    """The list; `told` is what has just happened."""
    shown = notes[:MOST_SHOWN]
    left = len(notes) - len(shown)
    blocks = [
        *([kit.section(told)] if told else []),
        kit.section(words.INTRO if notes else words.NOTHING_LEFT),
        *([_keep_all(notes)] if len(notes) > 1 else []),
        *(block for note in shown for block in _lines(note)),
        *([kit.context(words.more(left))] if left else []),
    ]
    return kit.modal(VIEW, words.LIST_TITLE, blocks, close=words.CLOSE)


def _keep_all(notes: Sequence[PastNote]) -> kit.Block:
    label = words.keep_all(len(notes))
    sure = kit.confirm(words.KEEP_ALL_SURE_TITLE, words.KEEP_ALL_SURE, label, words.KEEP_ALL_NO)
    newest = max(note.id for note in notes)
    return kit.actions(kit.button(KEEP_ALL, label, pack(until=newest), confirm=sure))


def _lines(note: PastNote) -> list[kit.Block]:
    value = pack(past=note.id)
    sure = kit.confirm(words.DISCARD_SURE_TITLE, words.DISCARD_SURE, words.DISCARD, words.DISCARD_NO)
    return [
        kit.divider(),
        kit.quote(note.text),
        kit.context(words.origin(dates.day(note.happened_on), note.author, note.source, note.skill)),
        kit.actions(
            kit.button(KEEP, words.KEEP, value),
            kit.button(DISCARD, words.DISCARD, value, confirm=sure),
            block_id=f"past-{note.id}",
        ),
    ]

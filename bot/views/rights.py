"""A member's own data, page by page, and the two steps of erasing it."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from bot.domain.rights import ErasureDraft, Export
from bot.views import kit
from bot.views.answers import Answers, number, pack, unpack
from bot.words import rights as words

VIEW = "my_data_view"
FORM = "erasure_form"
TURN_ON, TURN_BACK = "my_data_on", "my_data_back"
SEND = "my_data_send"
ERASE, GO_ON = "my_data_erase", "my_data_go_on"
PAGE = 20
_LETTERS = 2500


def my_data(export: Export, draft: str, page: int = 0, *, is_sent: bool = False) -> kit.Modal:
    """What there is, and then all of it: page 0 counts, the others hold the things.

    `draft` is one per showing, so that files are sent once for a press.
    """
    pieces = _pieces(export)
    last = -(-len(pieces) // PAGE)
    shown = min(page, last)
    blocks = (
        [*_cover(export, draft, is_sent=is_sent)]
        if shown == 0
        else [*_things(pieces[(shown - 1) * PAGE :][:PAGE])]
    )
    blocks += _turns(shown, last)
    return kit.modal(VIEW, words.TITLE, blocks, close=words.CLOSE, private_metadata=pack(page=shown))


def read_my_data_turn(view: Mapping[str, Any], action: Mapping[str, Any]) -> int:
    """The page that a press asks for."""
    known = number(unpack(view.get("private_metadata")), "page")
    return max(0, known + (1 if action.get("action_id") == TURN_ON else -1))


def read_my_data_draft(action: Mapping[str, Any]) -> str:
    """What makes a press for files one act."""
    return str(unpack(action.get("value")).get("draft") or "")


def before_erasing(draft: str) -> kit.Modal:
    """The first step: exactly what goes, what stays, and why."""
    blocks = [
        kit.header(words.GOES_HEADING),
        kit.bullets(words.GOES),
        kit.header(words.STAYS_HEADING),
        kit.bullets(words.STAYS),
        kit.actions(kit.button(GO_ON, words.GO_ON, pack(draft=draft), style="danger")),
    ]
    return kit.modal("before_erasing", words.ERASE_TITLE, blocks, close=words.KEEP)


def erasure_form(draft: str) -> kit.Modal:
    """The second step: a word to be sure."""
    box = kit.text_box("erasure_word")
    blocks = [kit.section(words.erase_said(words.WORD)), kit.input_block("word", words.FIELD, box)]
    return kit.modal(
        FORM,
        words.ERASE_TITLE,
        blocks,
        submit=words.SUBMIT,
        close=words.KEEP,
        private_metadata=pack(draft=draft),
    )


def read_erasure_form(view: Mapping[str, Any]) -> ErasureDraft:
    """What was typed."""
    known = unpack(view.get("private_metadata"))
    return ErasureDraft(draft=str(known.get("draft") or ""), typed=Answers.of(view).text("word"))


def erased_home(command: str) -> kit.Home:
    """What stands where a Home page was."""
    return kit.home([kit.section(words.ERASED_HOME.format(command=command))])


def no_files_message() -> kit.Message:
    """Where Slack takes no files."""
    return kit.message(words.NO_FILES, [kit.section(words.NO_FILES), kit.context(words.NO_FILES_HINT)])


def _cover(export: Export, draft: str, *, is_sent: bool) -> Iterator[kit.Block]:
    held = words.totals(export)
    yield kit.section(words.INTRO)
    if is_sent:
        yield kit.section(words.SENT)
    else:
        yield kit.actions(kit.button(SEND, words.SEND, pack(draft=draft)))
        yield kit.context(words.AS_FILES)
    yield kit.bullets(held) if held else kit.section(words.NOTHING)
    yield kit.actions(kit.button(ERASE, words.ERASE, style="danger"))


def _things(pieces: list[tuple[str, str]]) -> Iterator[kit.Block]:
    for heading, same in groupby(pieces, key=lambda piece: piece[0]):
        yield kit.header(heading)
        yield from (kit.section(text) for _, text in same)


def _pieces(export: Export) -> list[tuple[str, str]]:
    """Each thing under its heading, long ones in several."""
    found = []
    for entry in words.entries(export):
        text = "\n".join(entry.lines)
        starts = range(0, max(len(text), 1), _LETTERS)
        found += [(entry.heading, text[start : start + _LETTERS]) for start in starts]
    return found


def _turns(page: int, last: int) -> list[kit.Block]:
    back = [kit.button(TURN_BACK, words.NEWER)] if page > 0 else []
    on = [kit.button(TURN_ON, words.SHOW if page == 0 else words.OLDER)] if page < last else []
    return [kit.actions(*back, *on)] if back or on else []

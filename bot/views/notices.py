"""A sentence in a modal of its own."""

from collections.abc import Sequence

from bot.views import kit
from bot.words import errors as words


def notice(sentence: str) -> kit.Modal:
    """What happened and what to do, where an acknowledgement cannot say it."""
    return kit.modal("notice", words.NOTICE_TITLE, [kit.section(sentence)], close=words.NOTICE_CLOSE)


def page(blocks: Sequence[kit.Block]) -> kit.Modal:
    """Something to look at, in a modal of its own."""
    return kit.modal("notice", words.NOTICE_TITLE, blocks, close=words.NOTICE_CLOSE)


def explained(message: kit.Message, command: str) -> kit.Message:
    """The one message that may reach a person for whom Trellis is off, with what it is (DESIGN 5, cases)."""
    blocks = [*message.payload.get("blocks", ()), kit.context(words.explained(command))]
    return kit.Message(payload={**message.payload, "blocks": blocks})


def outcome(sentence: str) -> kit.Message:
    """A sentence in the place of a question that was answered."""
    return kit.message(sentence, [kit.section(sentence)])

"""Why somebody got a message, on each that they did not ask for; and several of them in one."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.preferences import SWITCHES, WhySeen
from bot.views import kit
from bot.views.answers import pack, unpack
from bot.words import messages as words

WHY, KIND_OFF = "why", "kind_off"


def with_why(message: kit.Message, delivery: str) -> kit.Message:
    """The message with the question below it."""
    row = kit.actions(kit.button(WHY, words.WHY, pack(delivery=delivery)), block_id="why")
    return kit.Message(payload={**message.payload, "blocks": [*message.payload.get("blocks", ()), row]})


def why_page(seen: WhySeen) -> kit.Modal:
    """Which rule sent it, how many came this week, and one press to end this kind."""
    inside = [kind for kind in seen.kinds if kind is not seen.kind]
    blocks = [
        kit.section(words.WHEN[seen.kind], accessory=None if inside else _switch(seen, seen.kind)),
        *(
            kit.section(f"{words.TITLE[kind]}. {words.WHEN[kind]}", accessory=_switch(seen, kind))
            for kind in inside
        ),
        kit.divider(),
        kit.context(words.WHY_HOURS),
        kit.context(f"{words.many_this_week(seen.this_week, seen.most)} {words.budget()}"),
    ]
    return kit.modal("why_view", words.WHY_TITLE, blocks, close=words.CLOSE)


def read_kind(action: Mapping[str, Any]) -> str:
    """The kind of message that a button switches off."""
    return str(unpack(action.get("value")).get("kind") or "")


def digest_message(lines: Sequence[kit.Block]) -> kit.Message:
    """One line and one button for each thing."""
    return kit.message(
        words.digest(len(lines)), [kit.header(words.DIGEST_HEADING), *lines, kit.context(words.DIGEST_HINT)]
    )


def _switch(seen: WhySeen, kind: str) -> kit.Element | None:
    if kind not in SWITCHES or kind in seen.off:
        return None
    return kit.button(KIND_OFF, words.END, pack(kind=kind))

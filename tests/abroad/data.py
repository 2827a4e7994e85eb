"""What is shown and is not Trellis's own words: names, frameworks, prompts, and what people wrote."""

import json
from collections.abc import Iterator
from typing import Any

from bot.domain.commands import GUIDES_CALL
from bot.listeners.commands import ON_WORD
from frameworks.content import content
from frameworks.load import load_library
from prompts.load import load_prompts
from tests.abroad.tour import EMPLOYEES, MEMBERS, SLIPS, TYPED
from tests.bot.journeys.forms import AIM, SAID
from tests.bot.journeys.observed import SEEN
from tests.bot.visibility import company

ZONES = ("UTC", "Lisbon")
"""Where the people of the tour live and meet."""
OURS = ("Here", "Press")
"""What stands in messages that a test posts itself, to have buttons to press."""


def data() -> set[str]:
    """All of it, with and without its full stop, which a sentence of ours takes off."""
    return {form for text in _all() for form in (text, text.rstrip(" .")) if text.strip()}


def written() -> set[str]:
    """What people wrote in private: on no account in a message."""
    return {
        SAID,
        SEEN,
        *TYPED,
        AIM["sign"],
        *(secret.words for secret in company.SECRETS if secret.is_written),
    }


def _all() -> Iterator[str]:
    yield from (f"/growth {word}" for word in (*ON_WORD, GUIDES_CALL))
    yield from ("/growth", *ZONES, *OURS, *TYPED, *written())
    yield from (slip.split(" ", 1)[-1].removeprefix("@") for slip in SLIPS)
    yield from (person.name for person in (*MEMBERS, *EMPLOYEES))
    for loaded in load_library():
        if loaded.framework is not None:
            yield from _read(json.loads(content(loaded.framework)))
    library = load_prompts(None)
    for prompt in library.prompts:
        yield from (prompt.text, prompt.why or "")
    for guide in library.guides:
        yield from guide.texts
    for answer in library.answers:
        yield from (answer.title, answer.text, answer.do)


def _read(value: Any) -> Iterator[str]:
    """Every text in a framework that is read; ids are small letters."""
    if isinstance(value, str) and not value.islower():
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _read(part)
    elif isinstance(value, list):
        for part in value:
            yield from _read(part)

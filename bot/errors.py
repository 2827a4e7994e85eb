"""Errors that a person reads.

BotError                what happened, as a key and values; words has the sentence
├── NotAllowed          a rule forbids this act to this person
├── NotFoundForYou      missing or not for your eyes: the two are never told apart (DESIGN 5.13)
└── Invalid             what was typed cannot be taken; `field` says where in the form
"""

from __future__ import annotations


class StartError(Exception):
    """Why Trellis does not start, in one sentence with its mend; the operator reads it in the terminal."""


class BotError(Exception):
    """An act that was refused, told to the person who tried it.

    `key` names the sentence in words, `values` fill it, `field` is the input it stands under, if any.
    Only the key shows in `str` and `repr`, since values may hold what people wrote and errors are logged.
    """

    def __init__(self, key: str, field: str | None = None, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.field = field
        self.values = values


class NotAllowed(BotError):
    """A rule forbids this act to this person, who may know that the thing exists."""


class NotFoundForYou(BotError):
    """Missing or forbidden. Raise it with one key for both."""


class Invalid(BotError):
    """What was typed cannot be taken as it is; the form comes back with the sentence at `field`."""

"""Whether two people would agree that a sentence came true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks.lint.examined import Examined, Hit, begun, short
from frameworks.lint.lexicon import Lexicon, words
from frameworks.lint.observable import is_deed
from frameworks.lint.words.measures import ALSO_NOUNS, BACK, DETERMINERS, INTENSIFIERS, QUANTIFIERS, TRACES

_QUANTIFIERS = Lexicon(QUANTIFIERS)
_INTENSIFIERS = Lexicon(INTENSIFIERS)
_AND_OR = re.compile(r"\b(?:and|or)\s?/\s?(?:and|or)\b", re.IGNORECASE)
_ENOUGH = 2
"""Words that a deed has for itself before it counts as one of two."""


def quantifier(file: Examined) -> Iterator[Hit]:
    """A word that stands where a rhythm, an occasion or a number is wanted."""
    for one in file.judged:
        for word, instead in _QUANTIFIERS.found(one.text, file.allowed.words):
            what = f"{short(one.text)}: `{word}` leaves open how much or when"
            yield Hit(one.at, what, begun(instead))


def intensifier(file: Examined) -> Iterator[Hit]:
    """A word of praise or degree that nobody can measure."""
    for one in file.judged:
        for word, instead in _INTENSIFIERS.found(one.text, file.allowed.words):
            yield Hit(one.at, f"{short(one.text)}: nobody can measure `{word}`", begun(instead))


def and_or(file: Examined) -> Iterator[Hit]:
    """An “and/or”: nobody knows whether one of the two is enough."""
    for one in file.texts:
        if one.kind != "example" and (found := _AND_OR.search(one.text)):
            what = f"{short(one.text)}: with `{found[0]}` nobody knows whether one is enough"
            yield Hit(one.at, what, "Write ‘or’ if one is enough, ‘and’ if both are asked")


def two_deeds(file: Examined) -> Iterator[Hit]:
    """Two deeds in one sentence, of which one may be shown and the other not."""
    for one in file.judged:
        if second := second_deed(one.text):
            what = f"{short(one.text)} asks for two deeds; a person may show one and not `{second} …`"
            yield Hit(one.at, what, "Make two of it, or say how the second follows from the first")


def second_deed(text: str) -> str | None:
    """The verb of a second deed that does not lean on the first, or None."""
    found = words(text)
    if not found or not is_deed(found[0]) or found[0].endswith("ing"):
        return None
    has_s = found[0].endswith("s")
    for place in range(_ENOUGH + 1, len(found) - _ENOUGH):
        if found[place] == "and":
            verb, rest = found[place + 1], found[place + 2 :]
            if verb.endswith("s") == has_s and _stands_alone(verb, rest):
                return verb
    return None


def _stands_alone(verb: str, rest: tuple[str, ...]) -> bool:
    if len(rest) < _ENOUGH or not is_deed(verb) or verb.endswith(("ing", "ed")) or BACK & set(rest):
        return False
    return verb not in TRACES and (verb not in ALSO_NOUNS or rest[0] in DETERMINERS)

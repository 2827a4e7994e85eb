"""Whether a sentence says something that a person does and others can see. Lenient where in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Set

from frameworks.lint.examined import Examined, Hit, begun, short
from frameworks.lint.lexicon import Lexicon, words
from frameworks.lint.words.measures import DEEDS
from frameworks.lint.words.traits import LEADS, NO_DEED, NO_DEED_ENDINGS, SKIPPED, STATES, TRAITS

_TRAITS = Lexicon(TRAITS)
_STATES = Lexicon(STATES)
_BEGIN = "Begin with what somebody does: ‘writes’, ‘shows’, ‘settles’, ‘hands over’"


def trait(file: Examined) -> Iterator[Hit]:
    """A word of character: it says what a person is like, not what they do."""
    for one in file.judged:
        for word, instead in _TRAITS.found(one.text, file.allowed.words):
            what = (
                f"{short(one.text)}: `{word}` says what a person is like, and two managers may differ on it"
            )
            yield Hit(one.at, what, f"Say what such a person does, for instance {instead}")


def state(file: Examined) -> Iterator[Hit]:
    """A sentence whose verb is a state of mind or a mere ability."""
    for one in file.judged:
        for word, instead in _state_at_head(one.text, file.allowed.words):
            what = f"{short(one.text)}: `{word}` names a state, which nobody can see"
            yield Hit(one.at, what, begun(instead))


def no_deed(file: Examined) -> Iterator[Hit]:
    """A sentence that begins with a noun or an adjective; a state is told by its own rule."""
    for one in file.judged:
        first = (head(one.text) or "").partition(" ")[0]
        is_noun = first in NO_DEED or (first.endswith(NO_DEED_ENDINGS) and not is_deed(first))
        if (not first or is_noun) and not any(_state_at_head(one.text)):
            yield Hit(one.at, f"{short(one.text)} does not begin with something that a person does", _BEGIN)


def _state_at_head(text: str, known: Set[str] = frozenset()) -> Iterator[tuple[str, str]]:
    lead = head(text) or ""
    return (found for found in _STATES.found(lead, known) if lead.startswith(found[0]))


def head(text: str) -> str | None:
    """The sentence from where the deed should stand: after a leading clause, pronouns and adverbs."""
    found = words(text)
    if found and found[0] in LEADS and "," in text:
        found = words(text.partition(",")[2])
    for place, word in enumerate(found):
        if word not in SKIPPED and not word.isdigit() and not (word.endswith("ly") and len(word) > 5):
            return " ".join(found[place:])
    return None


def is_deed(word: str) -> bool:
    """Whether a word is a form of a common verb."""
    return any(form in DEEDS for form in _bare(word))


def _bare(word: str) -> Iterator[str]:
    yield word
    for ending, rest in (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("d", ""),
    ):
        if word.endswith(ending):
            yield word[: -len(ending)] + rest
    if word.endswith("ing"):
        yield from (word[:-3], f"{word[:-3]}e", word[:-4])

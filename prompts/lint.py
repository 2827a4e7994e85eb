"""What is legal in a prompt, a guide or an answer and yet likely to fall flat. For English, and lenient.

A text that is too long is an error of the reader (`load`), not a warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from frameworks.findings import Finding
from prompts.load import LoadedPrompts, Place
from prompts.model import About, Answer, Guide, Prompt
from prompts.phrases import (
    ARTICLES_AND_PRONOUNS,
    AUXILIARIES,
    BLAMING,
    GENDERED,
    JARGON,
    LEADING,
    MATTERS,
    QUESTION_WORDS,
    THERAPEUTIC,
    phrase_pattern,
)

ALIKE = 0.75
MOST_STEPS = 6
FEWEST_WORDS = 3

_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_PART = re.compile(r"[.?!:]+\s+|,\s+(?:and|or|but)\s+(?=(?:" + "|".join(sorted(QUESTION_WORDS)) + r")\b)")
_WHOLE_PHRASES = (
    (phrase_pattern(LEADING), "leads to its own answer", "Ask so that any answer is as good as another"),
    (phrase_pattern(BLAMING), "sounds like blame", "Ask what happened and what would help"),
    (
        phrase_pattern(THERAPEUTIC),
        "is about somebody's inner life and not for a 1:1",
        "Ask about the work, the hours or the load",
    ),
    (phrase_pattern(JARGON), "is a word of consultants or personnel files", "Say it as you would at a table"),
    (phrase_pattern(GENDERED), "says more of a person than the prompt knows", "Write `they` or `people`"),
)
_PLAIN_PHRASES = _WHOLE_PHRASES[-2:]
_MATTERS: Mapping[About, re.Pattern[str]] = {about: phrase_pattern(words) for about, words in MATTERS.items()}


def lint(loaded: LoadedPrompts) -> tuple[Finding, ...]:
    """Warnings on all prompts, guides and answers that hold, by file and line."""
    found = [_finding(loaded, prompt, *fault) for prompt in loaded.prompts for fault in _faults(prompt)]
    found += [_finding(loaded, later, *_likeness(loaded, one)) for one, later in _alike(loaded.prompts)]
    found += [
        _warning(f"Guide `{guide.id}`", loaded.guide_places[guide.id], *fault)
        for guide in loaded.guides
        for fault in guide_faults(guide)
    ]
    found += [
        _warning(f"Answer `{answer.id}`", loaded.answer_places[answer.id], *fault)
        for answer in loaded.answers
        for fault in answer_faults(answer)
    ]
    return tuple(sorted(found, key=lambda finding: (finding.path, finding.line, finding.what)))


def _finding(loaded: LoadedPrompts, prompt: Prompt, what: str, how: str) -> Finding:
    return _warning(f"Prompt `{prompt.id}`", loaded.places[prompt.id], what, how)


def _warning(subject: str, place: Place, what: str, how: str) -> Finding:
    return Finding(path=place.path, line=place.line, what=f"{subject} {what}", how=how, is_error=False)


def guide_faults(guide: Guide) -> Iterator[tuple[str, str]]:
    """What is wrong with a guide, and how to mend it."""
    for line in guide.lines:
        for sentence in _SENTENCE.findall(line.say):
            if opening := _closed(sentence.strip()):
                yield f"asks what yes or no would answer (`{opening} …`)", "Begin with what, which or how"
    if not any("?" in line.say for line in guide.lines):
        yield "asks nothing: it is a speech", "Let one step be a question"
    if len(guide.lines) > MOST_STEPS:
        yield (
            f"has {len(guide.lines)} steps",
            f"Keep the {MOST_STEPS} that matter most: it is read in passing",
        )
    yield from _said(" ".join(guide.texts), _WHOLE_PHRASES)


def answer_faults(answer: Answer) -> Iterator[tuple[str, str]]:
    """What is wrong with an answer, and how to mend it."""
    if len(answer.words) < FEWEST_WORDS:
        few = f"is found by {len(answer.words)} words beside its title"
        yield few, f"List {FEWEST_WORDS} or more under `words`, as people would type them"
    yield from _said(f"{answer.title} {answer.text} {answer.do}", _PLAIN_PHRASES)


def _said(text: str, phrases: Iterable[tuple[re.Pattern[str], str, str]]) -> Iterator[tuple[str, str]]:
    for pattern, fault, mend in phrases:
        for phrase in dict.fromkeys(pattern.findall(text.casefold())):
            yield f"says `{phrase}`, which {fault}", mend


def _faults(prompt: Prompt) -> Iterator[tuple[str, str]]:
    """What is wrong with one prompt, and how to mend it."""
    sentences = [one.strip() for one in _SENTENCE.findall(prompt.text)]
    for sentence in sentences:
        if opening := _closed(sentence):
            yield (
                f"can be answered with yes or no (`{opening} …`)",
                "Begin with what, which, who, where or how",
            )
    if not any(one.endswith("?") or _is_instruction(one) for one in sentences):
        yield "asks nothing and gives nothing to do", "End with a question mark, or say what to do"
    yield from _said(f"{prompt.text} {prompt.why}", _WHOLE_PHRASES)
    if unlike := _unlike(prompt.text):
        yield f"asks about {unlike[0]} and about {unlike[1]} in one", "Make two prompts of it, or drop one"


def _closed(sentence: str) -> str | None:
    """How a closed question begins: with an auxiliary verb, at once or after a clause, or asking no what."""
    words = _words(sentence)
    if not sentence.endswith("?") or not words or words[0] in QUESTION_WORDS:
        return None
    main = _words(sentence.rpartition(",")[2]) or words
    verb = next((one for one in (words[0], main[0]) if one in AUXILIARIES), None)
    if verb or QUESTION_WORDS.intersection(words) or "or" in words:
        return verb
    return words[0]


def _is_instruction(sentence: str) -> bool:
    """Whether a sentence may tell what to do: it does not begin as a statement does."""
    words = _words(sentence)
    if not words or words[0] in ARTICLES_AND_PRONOUNS | AUXILIARIES | QUESTION_WORDS:
        return False
    return not words[0].endswith(("ing", "tion", "ness", "ment", "ity"))


def _unlike(text: str) -> tuple[str, str] | None:
    """Two kinds that have nothing to do with each other, where one question is on each."""
    parts = [
        {about for about, pattern in _MATTERS.items() if pattern.search(part)}
        for part in _PART.split(text.casefold())
    ]
    for one, other in combinations([part for part in parts if part], 2):
        if one.isdisjoint(other):
            return min(one), min(other)
    return None


def _alike(prompts: tuple[Prompt, ...]) -> Iterator[tuple[Prompt, Prompt]]:
    """Pairs of prompts that say much the same, the later one second."""
    words = {prompt.id: _words(prompt.text) for prompt in prompts}
    counts = {name: Counter(found) for name, found in words.items()}
    for one, later in combinations(prompts, 2):
        first, second = words[one.id], words[later.id]
        shared = (counts[one.id] & counts[later.id]).total()
        if 2 * shared >= ALIKE * (len(first) + len(second)) and _likeness_of(first, second) >= ALIKE:
            yield one, later


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z][a-z'’-]*", text.casefold())


def _likeness_of(first: list[str], second: list[str]) -> float:
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _likeness(loaded: LoadedPrompts, earlier: Prompt) -> tuple[str, str]:
    path, line = loaded.places[earlier.id]
    return f"says much the same as `{earlier.id}`, at {path}:{line}", "Keep one of them, or ask another thing"

"""Whether a sentence can be taken in at one reading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import ceil

from frameworks.lint.examined import Examined, Hit, short
from frameworks.reading.page import address

LONGEST_SENTENCE = 25
"""Words; above it readers lose the thread, so plain-language guides of public services end here."""
LONGEST_BEHAVIOUR = 40
OLDEST_READER = 14
_ADULT = 18
_SAMPLE = 60
"""Words below which a reading age is chance."""
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
_WORDS = re.compile(r"\w[\w'’./-]*")


def long_sentence(file: Examined) -> Iterator[Hit]:
    """A sentence of more than 25 words."""
    for one in file.texts:
        counts = [len(_WORDS.findall(sentence)) for sentence in _SENTENCE.split(one.text)]
        if one.kind in {"behaviour", "milestone", "scope", "about"} and max(counts) > LONGEST_SENTENCE:
            what = f"{short(one.text)} has a sentence of {max(counts)} words"
            yield Hit(one.at, what, f"Make two of it, or cut it to {LONGEST_SENTENCE} words")


def long_behaviour(file: Examined) -> Iterator[Hit]:
    """A behaviour of more than 40 words, in however many sentences."""
    for one in file.judged:
        count = len(_WORDS.findall(one.text))
        if count > LONGEST_BEHAVIOUR:
            what = f"{short(one.text)} has {count} words, too many to hold against what somebody did"
            how = "Keep the deed, and move the rest to `example` or to a behaviour of its own"
            yield Hit(one.at, what, how)


def hard_to_read(file: Examined) -> Iterator[Hit]:
    """A skill whose texts ask for a reader above the age of 14."""
    texts: dict[str, list[str]] = defaultdict(list)
    for one in file.texts:
        if one.skill and one.kind in {"about", "behaviour"}:
            texts[one.skill].append(one.text)
    for key, sentences in texts.items():
        age = reading_age(sentences)
        if age is not None and age > OLDEST_READER:
            old = "of an adult" if age >= _ADULT else f"of age {age}"
            what = f"Skill {key.partition('/')[2]} asks for the reading {old}: words and sentences are long"
            how = "Shorten first the sentences with the longest words; 14 or below reads easily at work"
            yield Hit(address("competency", key), what, how)


def reading_age(texts: Iterable[str]) -> int | None:
    """The age in years at which texts are read with ease; None for too few words.

    The Automated Readability Index (Senter and Smith, 1967): a score from the letters a word and the words a
    sentence, rounded up, of which 1 is read at five. It counts what can be counted: syllables, which other
    measures take, have to be guessed.
    """
    sentences = [found for text in texts for one in _SENTENCE.split(text) if (found := _WORDS.findall(one))]
    count = sum(map(len, sentences))
    if count < _SAMPLE:
        return None
    letters = sum(sum(map(str.isalnum, word)) for sentence in sentences for word in sentence)
    return ceil(4.71 * letters / count + 0.5 * count / len(sentences) - 21.43) + 4

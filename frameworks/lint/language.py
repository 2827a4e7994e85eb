"""Words that readers may not know, and words that shut readers out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from frameworks.lint.examined import Examined, Hit, Text, short
from frameworks.lint.lexicon import Lexicon
from frameworks.lint.words.fair import UNFAIR
from frameworks.lint.words.plain import CRIES, JARGON, KNOWN, SMALL

_JARGON = Lexicon(JARGON)
_UNFAIR = Lexicon(UNFAIR)
_ABBREVIATION = re.compile(r"(?<![\w’'-])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*s?(?![\w-])")


def jargon(file: Examined) -> Iterator[Hit]:
    """A word of consultants, with a plain one."""
    for one in file.texts:
        if one.kind in {"example", "illustration", "title"}:
            continue
        for word, instead in _JARGON.found(one.text, file.allowed.words):
            yield Hit(one.at, f"{short(one.text)}: `{word}` is jargon", f"Plainer: {instead}")


def abbreviation(file: Examined) -> Iterator[Hit]:
    """An abbreviation that the framework does not spell out; told once, where it first stands."""
    places: dict[str, list[Text]] = defaultdict(list)
    for one in file.texts:
        if one.kind not in {"example", "illustration"} and not one.text.isupper():
            for found in dict.fromkeys(_ABBREVIATION.findall(one.text)):
                places[found.removesuffix("s")].append(one)
    unknown = places.keys() - KNOWN - CRIES - {word.upper() for word in file.allowed.words}
    for short_form in sorted(unknown):
        if not _is_explained(short_form, file):
            yield _unexplained(short_form, places[short_form])


def unfair_word(file: Examined) -> Iterator[Hit]:
    """A gendered, aged or belittling word, or one that praises overwork, with a neutral one."""
    for one in file.texts:
        for word, instead in _UNFAIR.found(one.text, file.allowed.words):
            what = f"{short(one.text)}: `{word}` shuts some readers out"
            yield Hit(one.at, what, f"Write instead: {instead}")


def _unexplained(short_form: str, places: list[Text]) -> Hit:
    more = f", here and in {len(places) - 1} more" if len(places) > 1 else ""
    what = f"{short(places[0].text)}: `{short_form}` is spelled out nowhere{more}"
    how = f"Spell it out once, as in ‘full words ({short_form})’, or add it to `words` under `lint:`"
    return Hit(places[0].at, what, how)


def _is_explained(short_form: str, file: Examined) -> bool:
    """Whether a title holds it, a text gives it in brackets, or a text has words that begin so."""
    framework = file.framework
    everything = [*(one.text for one in file.texts), *(skill.about for skill in framework.competencies)]
    skills, levels, lanes = framework.competencies, framework.levels, framework.lanes
    titles = (framework.title, *(part.title for parts in (skills, levels, lanes) for part in parts))
    if any(re.search(rf"\b{short_form}s?\b", title) for title in titles):
        return True
    pattern = re.compile(rf"\(\s*{short_form}s?\b|\b{short_form}s?\s*\(|\b{short_form}s?\s*[:=]\s")
    return any(pattern.search(text) or _spells(short_form, text) for text in everything if text)


def _spells(short_form: str, text: str) -> bool:
    """Whether words of the text begin with these letters, one after the other but for small ones."""
    if len(short_form) == 2 and short_form not in text:
        return False
    between = rf"\w*\W+(?:(?:{'|'.join(sorted(SMALL))})\W+)*?"
    return re.search(rf"\b{between.join(short_form)}\w", text, re.IGNORECASE) is not None

"""Reading one prompt, guide or answer: each fault is noted at its line, and what has one is None."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from frameworks.reading.fields import Fields, Word
from prompts.model import (
    LONGEST_ANSWER,
    LONGEST_GUIDE,
    LONGEST_TEXT,
    LONGEST_TITLE,
    About,
    Answer,
    Dimension,
    Guide,
    Line,
    Moment,
    Occasion,
    Opens,
    Prompt,
    Side,
    Trigger,
)

_PROMPT = ("id", "text", "side", "occasion", "dimension", "about")
PROMPT_KEYS = frozenset({*_PROMPT, "competency", "trigger", "why"})
_GUIDE = ("id", "title", "side", "minutes", "why", "steps", "avoid")
GUIDE_KEYS = frozenset({*_GUIDE, "offered"})
_STEP = ("say", "listen")
_ANSWER = ("id", "title", "text", "do")
ANSWER_KEYS = frozenset({*_ANSWER, "words", "opens", "guide", "related"})
_Choice = TypeVar("_Choice", bound=StrEnum)


def read_prompt(entry: Fields, name: Word) -> Prompt | None:
    """A prompt; its text is read in passing, so it is short."""
    noted = len(entry.page.findings)
    entry.require(*_PROMPT)
    text = entry.text("text")
    side, occasion = _choice(entry, "side", Side), _choice(entry, "occasion", Occasion)
    dimension, about = _choice(entry, "dimension", Dimension), _choice(entry, "about", About)
    competency, trigger, why = entry.id("competency"), _choice(entry, "trigger", Trigger), entry.text("why")
    _check_length(entry, "text", text, LONGEST_TEXT)
    is_sound = len(entry.page.findings) == noted
    if not (is_sound and text and side and occasion and dimension and about):
        return None
    return Prompt(
        id=name.text,
        text=text,
        side=side,
        occasion=occasion,
        dimension=dimension,
        about=about,
        competency=competency.text if competency else "",
        trigger=trigger,
        why=why,
    )


def read_guide(entry: Fields, name: Word) -> Guide | None:
    """A guide; all of it stands on one screen."""
    noted = len(entry.page.findings)
    entry.require(*_GUIDE)
    side, minutes = _choice(entry, "side", Side), entry.whole("minutes")
    guide = Guide(
        id=name.text,
        title=entry.text("title"),
        side=side or Side.BOTH,
        minutes=minutes or 0,
        why=entry.text("why"),
        lines=tuple(map(_line, entry.listed("steps", what="a step", known=frozenset(_STEP)))),
        avoid=tuple(word.text for word in entry.words("avoid")),
        moments=_choices(entry, "offered", Moment),
    )
    _check_length(entry, "title", guide.title, LONGEST_TITLE)
    length = sum(map(len, guide.texts))
    if length > LONGEST_GUIDE:
        what = f"{entry.subject} has {length} characters"
        entry.error("id", what, f"Shorten it to {LONGEST_GUIDE} at most: one screen")
    for key, parts in (("steps", guide.lines), ("avoid", guide.avoid)):
        if key in entry and not parts:
            entry.error(key, f"`{key}` of {entry.what} is empty", "Add one line at least")
    if minutes == 0:
        entry.error("minutes", f"{entry.subject} takes no time", "Say how many minutes the talk takes")
    return guide if len(entry.page.findings) == noted else None


def read_answer(entry: Fields, name: Word) -> Answer | None:
    """An answer to a doubt."""
    noted = len(entry.page.findings)
    entry.require(*_ANSWER)
    opens, guide = _choice(entry, "opens", Opens), entry.id("guide")
    answer = Answer(
        id=name.text,
        title=entry.text("title"),
        text=entry.text("text"),
        do=entry.text("do"),
        words=tuple(word.text for word in entry.words("words")),
        opens=opens,
        guide=guide.text if guide else "",
        related=tuple(word.text for word in entry.words("related")),
    )
    _check_length(entry, "title", answer.title, LONGEST_TITLE)
    _check_length(entry, "text", answer.text, LONGEST_ANSWER)
    _check_length(entry, "do", answer.do, LONGEST_TEXT)
    return answer if len(entry.page.findings) == noted else None


def _line(step: Fields) -> Line:
    step.require(*_STEP)
    return Line(say=step.text("say"), listen=step.text("listen"))


def _choice(entry: Fields, key: str, kind: type[_Choice]) -> _Choice | None:
    word = entry.choice(key, tuple(kind))
    return kind(word) if word else None


def _choices(entry: Fields, key: str, kind: type[_Choice]) -> tuple[_Choice, ...]:
    found = (entry.choice_of(key, word, tuple(kind)) for word in entry.words(key))
    return tuple(kind(word) for word in found if word)


def _check_length(entry: Fields, key: str, text: str, most: int) -> None:
    if len(text) > most:
        what = f"`{key}` of {entry.what} has {len(text)} characters"
        entry.error(key, what, f"Shorten it to {most} at most")

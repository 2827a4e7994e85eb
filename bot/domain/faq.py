"""Answers to doubts: the one that is meant, and what lies near it."""

from collections.abc import Sequence
from dataclasses import dataclass

from prompts.find import find
from prompts.model import Answer, Guide


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqSeen:
    """One answer with its guide and what is related, or, without one, what may be meant and all there is."""

    answer: Answer | None = None
    guide: Guide | None = None
    near: tuple[Answer, ...] = ()
    every: tuple[Answer, ...] = ()
    typed: str = ""


def look_up(answers: Sequence[Answer], guides: Sequence[Guide], typed: str) -> FaqSeen:
    """What is meant by what was typed; the whole list where nothing was, or nothing is sure."""
    found = find(answers, typed)
    if found.best is None:
        return FaqSeen(near=found.near, every=tuple(answers), typed=typed)
    return _about(answers, guides, found.best)


def answer_named(answers: Sequence[Answer], guides: Sequence[Guide], name: str) -> FaqSeen:
    """One answer by its id; the whole list where there is none of it any more."""
    answer = next((one for one in answers if one.id == name), None)
    return FaqSeen(every=tuple(answers)) if answer is None else _about(answers, guides, answer)


def _about(answers: Sequence[Answer], guides: Sequence[Guide], answer: Answer) -> FaqSeen:
    known = {one.id: one for one in answers}
    guide = next((one for one in guides if one.id == answer.guide), None)
    related = tuple(known[name] for name in answer.related if name in known)
    return FaqSeen(answer=answer, guide=guide, near=related)

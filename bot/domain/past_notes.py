"""Notes from past reviews: what their member sees of them, and what they may be marked with."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.marking import Sheet, signs_offered, skills_offered
from storage.records import PastNote

KEPT = timedelta(days=180)
"""How long they wait for their member."""
_APART = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PastNotesSeen:
    """What waits for its member, the oldest day first."""

    notes: tuple[PastNote, ...]


def digest_of(person_id: str, on: date, text: str) -> str:
    """What stands for a note once it is gone: the same words of the same day are the same note."""
    told = json.dumps([person_id, on.isoformat(), " ".join(text.casefold().split())])
    return hashlib.sha256(told.encode()).hexdigest()


def matched(
    sheets: Sequence[Sheet], skill: str | None, example: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The skill and the sign, as a form's values, that the words of a file name by id, title or text."""
    skills = tuple(
        key
        for key, (_, one) in skills_offered(sheets).items()
        if skill and _same(skill, (key, one.id, one.title, *one.aliases))
    )[:1]
    signs = tuple(
        sign.value
        for sign in signs_offered(sheets, skills)
        if example and not sign.is_milestone and _same(example, (sign.mark.behaviour or "", sign.text))
    )[:1]
    return skills, signs


def _same(said: str, names: Sequence[str]) -> bool:
    return _plain(said) in {_plain(name) for name in names}


def _plain(name: str) -> str:
    return _APART.sub(" ", name.casefold()).strip()

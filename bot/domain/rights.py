"""What a person may take along, and what is asked before they are erased (DESIGN 5.1, 5.9)."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.visibility import Facts, Thing, Viewer, may_read
from bot.errors import Invalid
from storage.choices import EvidenceSource, OfferState, Reading, SummaryScope
from storage.records import FrozenReader, Person

PAGE, DATA = "my-data.md", "my-data.json"
HOME = "home"
"""The cause of the erasing of a Home page; that of a message is its ts."""

UNTOLD = frozenset(
    {
        *("id", "version", "text_version", "position", "digest", "version_id", "delivery_id", "statements"),
        *("evidence_id", "kudos_id", "check_id", "pair_id", "offer_id", "review_id", "thing_id"),
        *("behaviour", "milestone", "lane", "quarter", "target", "next_run_at", "dm_channel", "recipient"),
        *("ask_id", "feedback_id", "naming_id", "carry_on_note", "try_next_note"),
        *("reason", "attempts", "workdays", "kind", "state", "step", "reading", "origin"),
    }
)
"""Columns that say nothing to a reader as they stand; they are in the data for programs."""

Row = Mapping[str, Any]
Tables = Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """All that a person may take along, by table; what people are called in it, and skills and prompts."""

    person: Person
    made_at: datetime
    tables: Tables
    people: Mapping[str, str]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureDraft:
    """The word that was typed to be sure."""

    draft: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What goes or went: rows by table, and messages in Slack."""

    person: Person
    rows: Mapping[str, int]
    copies: int

    @property
    def total(self) -> int:
        """How many rows in all."""
        return sum(self.rows.values())


def check_typed(draft: ErasureDraft, word: str) -> None:
    """Raises Invalid at the field where it is another word."""
    if draft.typed.strip().casefold() != word.casefold():
        raise Invalid("type_the_word", "word", word=word)


def readable(viewer: Viewer, tables: Tables) -> Tables:
    """What of the rows the table of visibility lets their person read; someone who left reads their own."""
    seen = replace(viewer, may_take_part=True)
    context = _Context.of(tables)
    kept: dict[str, tuple[Row, ...]] = {}
    for name, rows in tables.items():
        facts_of = _FACTS.get(name)
        kept[name] = tuple(one for one in rows if facts_of is None or may_read(seen, facts_of(one, context)))
    for name, (column, parent) in _BELONGS.items():
        ids = {one["id"] for one in kept.get(parent, ())}
        kept[name] = tuple(one for one in kept.get(name, ()) if one[column] in ids)
    return {name: rows for name, rows in kept.items() if rows}


def without_others(tables: Tables, person_id: str, names: Mapping[str, str], stand_in: str) -> Tables:
    """What somebody who left takes along: others are neither named nor told apart (DESIGN 5.8).

    `names` are those of everybody known, by id. Their ids give way to a stand-in, and in what was written
    so do their names as Slack shows them, and mentions of them.
    """
    others = {one: name for one, name in names.items() if one != person_id}
    said = sorted({name for name in others.values() if name.strip()}, key=len, reverse=True)
    parts = [rf"<@(?:{'|'.join(map(re.escape, others))})(?:\|[^>]*)?>"] if others else []
    parts += [rf"(?<!\w)@?{re.escape(name)}(?!\w)" for name in said]
    pattern = re.compile("|".join(parts)) if parts else None

    def told(value: Any) -> Any:
        if not isinstance(value, str) or isinstance(value, StrEnum):
            return value
        if value in others:
            return stand_in
        return pattern.sub(stand_in, value) if pattern else value

    return {
        name: tuple({column: told(value) for column, value in row.items()} for row in rows)
        for name, rows in tables.items()
    }


def as_data(export: Export) -> dict[str, Any]:
    """An export as JSON takes it."""
    return {
        "format": 1,
        "person": {"id": export.person.id, "name": export.person.name},
        "made_at": export.made_at.isoformat(),
        "people": dict(export.people),
        "tables": {
            name: [{column: _as_json(value) for column, value in row.items()} for row in rows]
            for name, rows in export.tables.items()
        },
    }


def people_in(tables: Tables, known: Iterable[str]) -> frozenset[str]:
    """Those of the people known who are named in rows."""
    ids = frozenset(known)
    return frozenset(
        value
        for rows in tables.values()
        for row in rows
        for value in row.values()
        if isinstance(value, str) and value in ids
    )


def _as_json(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What one row needs of others."""

    pairs: Mapping[str, frozenset[str]]
    checks: Mapping[str, Row]
    handed_in: Mapping[str, int]

    @classmethod
    def of(cls, tables: Tables) -> "_Context":
        handed_in: dict[str, int] = {}
        for side in tables.get("check_sides", ()):
            if side["handed_in_at"] is not None:
                handed_in[side["check_id"]] = handed_in.get(side["check_id"], 0) + 1
        return cls(
            pairs={
                one["id"]: frozenset({one["first_id"], one["second_id"]}) for one in tables.get("pairs", ())
            },
            checks={one["id"]: one for one in tables.get("checks", ())},
            handed_in=handed_in,
        )


def _about(thing: Thing, subject: str) -> Callable[[Row, _Context], Facts]:
    return lambda row, _: Facts(thing=thing, subject_id=row[subject])


def _by(thing: Thing, author: str) -> Callable[[Row, _Context], Facts]:
    return lambda row, _: Facts(thing=thing, author_id=row[author])


def _kudos(row: Row, _: _Context) -> Facts:
    thing = Thing.KUDOS_PUBLIC if row["is_public"] else Thing.KUDOS_QUIET
    return Facts(thing=thing, subject_id=row["receiver_id"], author_id=row["giver_id"])


def _evidence(row: Row, _: _Context) -> Facts:
    is_observed = row["source"] is EvidenceSource.OBSERVATION
    thing = Thing.OBSERVATION if is_observed else Thing.EVIDENCE_PRIVATE
    return Facts(thing=thing, subject_id=row["owner_id"], author_id=row["author_id"])


def _talk(row: Row, context: _Context) -> Facts:
    return Facts(thing=Thing.TALK, paired=context.pairs.get(row["pair_id"], frozenset()))


def _marked(row: Row, context: _Context) -> Facts:
    check = context.checks[row["check_id"]]
    are_both_in = context.handed_in.get(row["check_id"]) == 2
    return Facts(
        thing=Thing.CHECK_BOTH if are_both_in else Thing.CHECK_ALONE,
        subject_id=check["subject_id"],
        author_id=row["author_id"],
        readers=(FrozenReader(person_id=check["manager_id"], reading=Reading.MANAGER),),
    )


def _summary(row: Row, _: _Context) -> Facts:
    is_own = row["scope"] is SummaryScope.OWN
    return Facts(thing=Thing.SUMMARY_OWN if is_own else Thing.SUMMARY_JOINT, subject_id=row["subject_id"])


_OFFERED = {OfferState.PROPOSED: Thing.EXAMPLE_PROPOSED, OfferState.TAKEN: Thing.EXAMPLE_TAKEN}


def _offer(row: Row, _: _Context) -> Facts:
    return Facts(thing=_OFFERED.get(row["state"], Thing.EXAMPLE_OFFERED), author_id=row["author_id"])


_FACTS: Mapping[str, Callable[[Row, _Context], Facts]] = {
    "admin_acts": _about(Thing.ADMIN_ACT, "subject_id"),
    "asked_prompts": _about(Thing.PROMPTS, "person_id"),
    "check_marks": _marked,
    "check_words": _marked,
    "commitments": _talk,
    "directions": _about(Thing.PLAN_PRIVATE, "person_id"),
    "evidence": _evidence,
    "feedback": lambda row, _: Facts(
        thing=Thing.FEEDBACK, subject_id=row["receiver_id"], author_id=row["author_id"]
    ),
    "goals": _about(Thing.PLAN_PRIVATE, "owner_id"),
    "kudos": _kudos,
    "meetings": _talk,
    "named_readers": lambda row, _: Facts(
        thing=Thing.NAMING, subject_id=row["owner_id"], asked=frozenset({row["reader_id"]})
    ),
    "offers": _offer,
    "openings": _about(Thing.READER_LOG, "subject_id"),
    "past_notes": _about(Thing.PAST_NOTE, "person_id"),
    "placements": _about(Thing.PLACEMENT, "person_id"),
    "preferences": _about(Thing.PREFERENCES, "person_id"),
    "private_notes": _by(Thing.PRIVATE_NOTE, "person_id"),
    "role_grants": _about(Thing.ROLES, "person_id"),
    "summaries": _summary,
    "talks": _talk,
}
_BELONGS: Mapping[str, tuple[str, str]] = {
    "evidence_marks": ("evidence_id", "evidence"),
    "evidence_readers": ("evidence_id", "evidence"),
    "feedback_readers": ("feedback_id", "feedback"),
    "kudos_competencies": ("kudos_id", "kudos"),
    "kudos_readers": ("kudos_id", "kudos"),
    "offer_words": ("offer_id", "offers"),
    "shown_things": ("naming_id", "named_readers"),
}

"""What a developer reads of the traffic: a line for each exchange, the newest first, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from itertools import islice

from playground.errors import NotPossible
from playground.model import Json
from playground.outbox import ACK
from playground.team import Team
from playground.traffic import Entry

SLOW = 1.0  # seconds to acknowledge that a person notices
LOOKED_AT = 2_000  # entries searched for one page: the rest waits for the next request


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries: between two numbers, of one kind if named, with some text in them, or with a problem."""

    after: int = 0
    before: int = 0  # 0: from the newest on
    kind: str = ""
    text: str = ""
    problems: bool = False
    most: int = 50


def page(team: Team, wanted: Wanted) -> Json:
    """Lines for what is wanted; `next` is the number to go on before, 0 where there is no more."""
    there = list(islice(_between(team, wanted), LOOKED_AT + 1))
    found = [entry for entry in there[:LOOKED_AT] if _is_wanted(team, wanted, entry)]
    shown = found[: wanted.most]
    last = shown[-1] if len(found) > wanted.most else there[LOOKED_AT - 1] if len(there) > LOOKED_AT else None
    return {
        "entries": [line(entry) for entry in shown],
        "next": last.number if last else 0,
        "newest": team.traffic.newest,
        "kept": len(team.traffic),
    }


def whole(team: Team, number: int) -> Json:
    """One entry with its request and answer; raises NotPossible for what is no longer kept."""
    entry = team.traffic.find(number)
    if entry is None:
        raise NotPossible(f"entry {number} is not kept any more")
    return asdict(entry)


def line(entry: Entry) -> Json:
    """An entry without what was said in it, and what is wrong with it, if anything."""
    parts = {one.name: getattr(entry, one.name) for one in fields(entry) if one.name not in _SAID}
    return {**parts, "trouble": trouble(entry)}


_SAID = {"request", "answer"}


def trouble(entry: Entry) -> str:
    """`fault`; of a call `refused`; of a delivery `late` or `slow` to answer, or `failed`; or nothing."""
    if entry.fault:
        return "fault"
    if entry.kind != "delivery":
        return "refused" if entry.problem else ""
    if entry.seconds >= ACK:
        return "late"
    return "failed" if entry.problem else "slow" if entry.seconds >= SLOW else ""


def _between(team: Team, wanted: Wanted) -> Iterator[Entry]:
    for entry in team.traffic.newest_first():
        if entry.number <= wanted.after:
            return
        if not wanted.before or entry.number < wanted.before:
            yield entry


def _is_wanted(team: Team, wanted: Wanted, entry: Entry) -> bool:
    if wanted.kind not in {"", entry.kind} or (wanted.problems and not trouble(entry)):
        return False
    return not wanted.text or wanted.text.casefold() in _words(team, entry).casefold()


def _words(team: Team, entry: Entry) -> str:
    """All that one may look for in an entry: its names, and what was said."""
    person, channel = team.state.people.get(entry.about), team.state.channels.get(entry.about)
    name = person.real_name if person else channel.name if channel else ""
    said = json.dumps([entry.request, entry.answer], ensure_ascii=False)
    return " ".join((entry.name, entry.problem, entry.fault, trouble(entry), entry.about, name, said))

"""What Trellis says about a list of people that is imported, in a terminal."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.words.lists import counted, listed

NOTHING_TO_DO = "Everybody is as the list says: nothing to do."
NOTHING_WRITTEN = "Nothing was written. Mend these lines and try again."
DRY_RUN = "Nothing was written: this was a dry run. Add --apply to do it."
NO_LEVEL = "no level"

PROBLEMS: Mapping[str, str] = {
    "not_utf8": "The file is not UTF-8. Save it as “CSV UTF-8”.",
    "empty_list": "The file is empty. Its first line names the columns: {columns}.",
    "not_csv": "The file is no CSV that can be read ({why}). Check its quotation marks.",
    "columns": "The first line names other columns. Write {columns}, with commas between.{missing}{strange}",
    "column_twice": "A column is named twice. Name each once: {columns}.",
    "cells": "The line has {cells} cells for {columns} columns. Check its commas and quotation marks.",
    "twice": "{user} stands in line {first} already. Keep one line for each person.",
    "no_id": "{column}: {value} is no Slack member id, such as U024BE7LH. "
    "In Slack, open the profile and choose Copy member ID.",
    "unknown_person": "{column}: nobody with the id {value} is known. "
    "Check the id; with SLACK_BOT_TOKEN set, Slack is asked.",
    "person_is_bot": "{column}: {value} is a bot. Only members can be in the list.",
    "person_is_guest": "{column}: {value} is a guest. Only members can be in the list.",
    "person_is_stranger": "{column}: {value} belongs to another company. Only members can be in the list.",
    "person_left": "{column}: {value} has left the workspace. Take the id out of the list.",
    "kind": "kind: {value} is neither member nor contractor. Write one of them, or leave it empty.",
    "own_manager": "manager: nobody is their own manager. Leave the cell empty.",
    "no_cluster": "There is no cluster, but {columns}. Name the cluster, or empty these cells.",
    "no_since": "since: the day is missing. Write it as 2026-01-31.",
    "since": "since: {value} is no day. Write it as 2026-01-31.",
    "since_ahead": "since: {value} is in the future. Import it when it has come.",
    "no_framework": "{column}: no framework is published yet, so there is no {value}. "
    "Run `trellis frameworks publish`.",
    "cluster": "{column}: {value} is not published. Use one of {known}, or publish it.",
    "same_cluster": "second_cluster: it is the first one again. Name another, or leave it empty.",
    "contractor_level": "level: a contractor takes part without a lane and a level. Empty these cells.",
    "no_levels": "level: {cluster} is one sheet without levels. Empty lane and level.",
    "no_level": "level: {cluster} has levels, and none is given.",
    "lane": "lane: {value} is none of its lanes. Use one of {known}, or leave it empty.",
    "level": "level: {value} is none of its levels. Use one of {known}.",
    "other_lane": "lane: level {level} is in the lane {lane}, not in {value}.",
}


def problem(key: str, values: Mapping[str, str | tuple[str, ...]], columns: Sequence[str]) -> str:
    """What is wrong at a line, and how to mend it."""
    said = {name: listed(value) if isinstance(value, tuple) else value for name, value in values.items()}
    if key == "columns":
        missing = f" Missing: {said['missing']}." if said["missing"] else ""
        strange = f" Not among them: {said['strange']}." if said["strange"] else ""
        said = {"missing": missing, "strange": strange}
    return PROBLEMS[key].format(**{"columns": ",".join(columns), **said})


def place(cluster: str, second: str | None, level: str | None, since: date) -> str:
    """Where somebody is."""
    both = f"{cluster} and {second}" if second else cluster
    return f"{both}, {level or NO_LEVEL}, since {since.isoformat()}"


def change(what: str, after: str) -> str:
    """One thing that the list would change."""
    return f"{what}: {after}"


def person(line: int, name: str, person_id: str, changes: Sequence[str]) -> str:
    """One person's line."""
    return f"line {line}: {name} ({person_id})\n" + "\n".join(f"    {one}" for one in changes)


def contested(manager: str, on: date) -> str:
    """An imported tie that one of its sides ended stays ended."""
    return (
        f"left as it is: an earlier list said manager {manager}, and one of the two ended that on "
        f"{on.isoformat()}. Talk to them; they can agree on it in Slack."
    )


def told_again(manager: str) -> str:
    """A tie of an earlier list that could not be told."""
    return f"will be told that {manager} is their manager, which an earlier list said"


def total(people: int, *, is_applied: bool) -> str:
    """How many people change."""
    many = counted(people, "person", "people")
    return f"{many} changed." if is_applied else f"{many} would change."


def problems_total(count: int) -> str:
    """How many lines to mend."""
    return f"{counted(count, 'line has', 'lines have')} something wrong. {NOTHING_WRITTEN}"

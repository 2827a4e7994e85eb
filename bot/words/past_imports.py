"""What Trellis says about files of past reviews that are brought, in a terminal."""

from collections.abc import Mapping, Sequence

from bot.words.lists import counted, listed

NOTHING_TO_DO = "Nothing new: all of it was brought before."
DRY_RUN = "Nothing was written: this was a dry run. Add --apply to do it."
COLUMNS = "user,date,text and, if you like, skill,example,from,source"

PROBLEMS: Mapping[str, str] = {
    "not_utf8": "The file is no text that can be read. Save it as “CSV UTF-8”, or as plain text in UTF-8.",
    "empty_file": "The file is empty. Its first line names the columns: {columns}.",
    "not_csv": "The file is no CSV that can be read. Check its quotation marks.",
    "columns_missing": "The first line names no column for {missing}. Call the columns {columns}.",
    "columns_twice": "Several columns are called {twice}, or mean it. Leave one of each.",
    "cells": "The line has {cells} cells for {columns_there} columns. "
    "Check its delimiters and quotation marks.",
    "no_member": "The page does not say whose it is. Write the Slack id or the @name in its first lines.",
    "no_period": "The page does not say when. Write a day or a period in its first lines, as Period: 2025.",
    "no_notes": "There is nothing under the headings. Write paragraphs or items of a list there.",
    "no_user": "user: nobody is named. Write a Slack member id or an @name.",
    "unknown_user": "user: nobody called {value} is known. Check it; with SLACK_BOT_TOKEN set, "
    "Slack is asked.",
    "several_users": "user: {value} may be several people. Write the Slack member id.",
    "person_is_bot": "user: {value} is a bot. Take the line out.",
    "person_is_guest": "user: {value} is a guest, and Trellis is for members. Take the line out.",
    "person_is_stranger": "user: {value} belongs to another company. Take the line out.",
    "person_left": "user: {value} has left the workspace. Take the line out.",
    "no_day": "date: the day is missing. Write it as 2025-12-31, or a period as 2025-q4.",
    "unknown_day": "date: that is no day or period. Write it as 2025-12-31, or a period as 2025-q4.",
    "two_days": "date: that may be {one} or {other}. Write it one of these ways.",
    "day_ahead": "date: that is not over yet. Write the day on which it was written.",
    "no_text": "text: there are no words. Write some, or take the line out.",
    "long_text": "text: that is {length} characters, and a note holds {most}. Shorten it, or make two of it.",
    "long_label": "{column}: that is more than {most} characters. Shorten it; what happened goes into text.",
}


def problem(key: str, values: Mapping[str, str | tuple[str, ...]]) -> str:
    """What is wrong at a line, and how to mend it."""
    said = {name: listed(value) if isinstance(value, tuple) else value for name, value in values.items()}
    there = said.pop("columns", "")
    return PROBLEMS[key].format(**{"columns": COLUMNS, "columns_there": there, **said})


def person(name: str, person_id: str, new: int, known: int) -> str:
    """One member's line: how many notes, and nothing of what they say."""
    before = f"; {known} brought before" if known else ""
    return f"{name} ({person_id}): {counted(new, 'note', 'notes')}{before}"


def unused(columns: Sequence[str]) -> str:
    """Columns that nothing is taken from."""
    return f"Not taken over: {listed(columns)}."


def total(notes: int, people: int, *, is_applied: bool) -> str:
    """What was brought."""
    many = f"{counted(notes, 'note', 'notes')} for {counted(people, 'person', 'people')}"
    if is_applied:
        return f"{many} brought. Each person is told once and decides alone what to keep."
    return f"{many} would be brought."


def problems_total(lines: int, *, is_applied: bool) -> str:
    """How many lines to mend."""
    many = counted(lines, "line has", "lines have")
    rest = "The others were brought" if is_applied else "The others can be brought all the same"
    return f"{many} something wrong. {rest}; mend these and run it again: nothing comes twice."

"""What Trellis says about taking along what is one's own, and about being erased."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bot.domain.here import Here
from bot.domain.rights import UNTOLD, Erased, Export, Row
from bot.words.dates import clock, day
from bot.words.lists import counted
from bot.words.rights_labels import HEADINGS, LABELS, VALUES
from storage.choices import (
    EvidenceSource,
)

WORD = "erase"
TITLE = "My data"
CLOSE = "Close"
YES, NO = "yes", "no"
TIMES = "Times are those of UTC."
OLDER, NEWER = "Further on", "Back"
SHOW = "Show all of it"
ERASE = "Erase all of it"
INTRO = (
    "This is all that Trellis holds of you, and what you may read about you. Nobody else can open this page "
    "as you, and nobody is told that you did."
)
SEND = "Send it to me as files"
AS_FILES = "As files it comes as a message from Trellis to you alone: a page to read, and JSON for programs."
SENT = "It comes in a moment, in your messages with Trellis."
PAGE_TITLE, DATA_TITLE = "My data, to read", "My data, for programs"
NO_FILES = "Slack takes no files from Trellis here, so your data could not be sent."
NO_FILES_HINT = (
    "Ask whoever runs Trellis: they can allow it in Slack (`files:write`), or write you a folder with "
    "`trellis person export`."
)
NOTHING = "Nothing yet beside your name. What you write, and what is written for you, will stand here."
ERASE_TITLE = "Erase everything"
GOES_HEADING, STAYS_HEADING = "What goes, for good", "What stays, and why"
GO_ON = "Go on"
KEEP = "Keep it all"
GOES = (
    "Your notes, goals and direction, your summaries, your level, and notes from past reviews.",
    "What you wrote about 1:1s for yourself, your promises in them, and your prompts.",
    "Kudos and feedback for you, what managers wrote down about you, and your quarterly checks.",
    "Kudos and feedback that you gave and nobody kept, and marks that the other has not read yet.",
    "Your settings, days off, roles, who manages you and whom you manage, and the log of who opened yours.",
    "Examples that you offered, unless an owner took one: that one stays without a name.",
    "Messages and files that Trellis sent you in the last 90 days, if Slack lets it, and your Home page.",
)
STAYS = (
    "What you wrote about others and they keep: kudos and feedback kept as a note, what you saw a report do.",
    "A check that you both handed in, and lines that you confirmed. They say “a former colleague”.",
    "The agenda and notes of a 1:1, as the other of you two wrote them too; they go when their time is over.",
    "What others wrote in their own notes, where they may have named you: only they can read that.",
    "In the log of what was done: that something was, and on which day, without your name.",
    "If whoever runs Trellis erases you: your Slack id with that one line of the log, for you to see.",
    "Backups hold what they held until they are thrown away. Ask whoever runs Trellis how long that is.",
    "Slack tells Trellis who is in the workspace. While you are, it can know your name again, and no more.",
)
FORM_SAID = "This cannot be undone, by anybody. Type the word {word} to be sure."
FIELD = "The word"
SUBMIT = "Erase all"
ERASED = (
    "Done. What was yours is erased, and messages that Trellis sent you are being taken away in Slack. "
    "You can close this page; Trellis does not write to you any more unless somebody asks you something."
)
ERASED_HOME = "Everything of yours was erased. `{command} help` begins anew, if you ever want to."
NOTHING_PRIVATE = "No more than this stands here: others’ private notes are theirs."


_CODED = frozenset({"act", "cadence", "end", "mark", "role", "scope", "verdict"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing of an export: under which heading, and its lines."""

    heading: str
    lines: tuple[str, ...]


def entries(export: Export) -> tuple[Entry, ...]:
    """All things, in the order of HEADINGS."""
    return tuple(
        Entry(heading=heading, lines=tuple(_lines(row, {**export.titles, **export.people})))
        for name, heading in HEADINGS.items()
        for row in export.tables.get(name, ())
    )


def totals(export: Export) -> tuple[str, ...]:
    """How much there is under each heading."""
    held = ((heading, len(export.tables.get(name, ()))) for name, heading in HEADINGS.items())
    return tuple(f"{heading}: {count}" for heading, count in held if count)


def document(export: Export) -> str:
    """The export as a page of Markdown. Words of people stand as they were written, each line quoted."""
    parts = [
        f"# What Trellis holds of {export.person.name}",
        (
            f"Made on {day(export.made_at.date())}, for {export.person.name} ({export.person.id}). "
            f"{NOTHING_PRIVATE} {TIMES}"
        ),
    ]
    heading = ""
    for entry in entries(export):
        if entry.heading != heading:
            heading = entry.heading
            parts.append(f"## {heading}")
        parts.append("\n".join(_item(entry.lines)))
    return "\n\n".join(parts) + "\n"


def files_said(here: Here) -> str:
    """Above the files."""
    return (
        f"All that Trellis holds of you and you may read: {day(here.today)}. Nobody is told that you asked."
    )


def erase_said(word: str) -> str:
    """What is asked before the end."""
    return FORM_SAID.format(word=word)


def exported(name: str, folder: str, things: int) -> str:
    """For the operator, after an export."""
    return (
        f"{counted(things, 'thing', 'things')} of {name} in {folder}: my-data.md to read, my-data.json for "
        "programs. Hand it to them, and to nobody else; they see that it was made."
    )


def folder_taken(folder: str) -> str:
    """An export never writes over anything."""
    return f"{folder} is there already and is not empty. Name a new folder."


def folder_refused(folder: str, fault: str) -> str:
    """The folder cannot be written."""
    return f"{folder} cannot be written ({fault}). Name another folder."


def nobody(person_id: str) -> str:
    """An id that names nobody."""
    return f"Trellis knows nobody as {person_id}. Give the Slack member id, such as U024BE7LH."


def would_go(erased: Erased) -> str:
    """A dry run."""
    return f"{_extent(erased)} would go with {erased.person.name} ({erased.person.id}), for good:"


def went(erased: Erased) -> str:
    """After an erasure."""
    return f"{_extent(erased)} went with {erased.person.name} ({erased.person.id})."


def row_count(table: str, count: int) -> str:
    """How much of one table."""
    return f"  {table}: {count}"


DRY_RUN = "Nothing was erased. Add --yes to erase it; offer them `trellis person export` first."
TAKING_AWAY = "A running Trellis takes their messages away in Slack. Backups are yours to throw away."


def _extent(erased: Erased) -> str:
    copies = counted(erased.copies, "message in Slack", "messages in Slack")
    return f"{counted(erased.total, 'row', 'rows')} and {copies}"


def _lines(row: Row, names: Mapping[str, str]) -> Iterator[str]:
    for column, value in row.items():
        if column not in UNTOLD and value is not None and value != ():
            yield f"{LABELS[column]}: {_told(column, value, names)}"


def _told(column: str, value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, date | time):
        return _when(value)
    if isinstance(value, tuple):
        return ", ".join(VALUES.get(str(one), str(one)) for one in value)
    if column in _CODED or isinstance(value, EvidenceSource):
        return VALUES.get(value, value)
    return names.get(value, value) if column != "zone" else place(value)


def _when(value: date | time) -> str:
    if isinstance(value, time):
        return clock(value)
    return f"{day(value.date())}, {clock(value.time())}" if isinstance(value, datetime) else day(value)


def place(zone: str) -> str:
    """Lisbon, of Europe/Lisbon."""
    return zone.rpartition("/")[2].replace("_", " ")


def _item(lines: Sequence[str]) -> Iterator[str]:
    for place, line in enumerate(lines):
        first, *rest = line.splitlines() or [""]
        yield f"{'- ' if place == 0 else '  '}{first}  "
        yield from (f"  > {one}  " for one in rest)

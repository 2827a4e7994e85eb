"""Files of past reviews, as forgiving as they can be without guessing."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.past_reviews import PastFile, Staff, past_wishes, read_past_table
from bot.domain.review_pages import read_review_page
from bot.domain.written_days import days_written
from bot.words.past_imports import PROBLEMS
from storage.records import Person
from tests.storage.builders import some_person

NOW = datetime(2026, 6, 16, 10, tzinfo=UTC)
PEOPLE = {
    one.id: one
    for one in (
        some_person(id="U0ANA", name="Ana Reed"),
        some_person(id="U0BEN", name="Ben Moss"),
        some_person(id="U0BENJ", name="Ben Hill"),
        some_person(id="U0GONE", name="Gil Fern", is_deactivated=True),
    )
}
STAFF = Staff.of(PEOPLE, NOW)
GOOD = "U0ANA,2025-12-31,Rebuilt the export"
PAGE = """\
# Review of @ana, 2025

- **Period:** 1 July 2025 to 31 December 2025
- **Reviewer:** Gil

<!-- Write two or three things
that happened. -->
## Delivery

- Rebuilt the export,
  and told support before.
* Cut the build in half

Two lines that
belong together.

What went well?

1. Ran the review

**What next**
---
Learn to say no.
"""


def keys(file: PastFile, staff: Staff = STAFF) -> list[tuple[int, str]]:
    """What is wrong, by line."""
    return [(one.line, one.key) for one in past_wishes(file, staff)[1]]


def table(*lines: str, head: str = "user,date,text") -> PastFile:
    """A file with these lines under the header."""
    return read_past_table("reviews.csv", "\n".join((head, *lines)).encode())


@pytest.mark.parametrize(
    "raw",
    [
        b"user,date,text\nU0ANA,2025-12-31,Rebuilt the export",
        b"\xef\xbb\xbfUser ID;Day;Note\nU0ANA;31.12.2025;Rebuilt the export\n",
        "Member\tHappened-on\tComment\n@ana\t31 Dec 2025\tRebuilt the export".encode("utf-16"),
        b"\n\nText,WHEN,Slack_ID,Mood\nRebuilt the export,2025,<@U0ANA|ana>,fine",
        b'user|date|text\nana reed|2025-q4|"Rebuilt the export"',
    ],
    ids=["plain", "semicolons", "tabs of a spreadsheet", "other order", "bars"],
)
def test_a_table_may_look_many_ways(raw: bytes) -> None:
    """Delimiters, marks of encoding, the names and the order of columns: the note is the same."""
    (wish,), problems = past_wishes(read_past_table("x", raw), STAFF)

    assert not problems
    assert (wish.person.id, wish.on, wish.text) == ("U0ANA", date(2025, 12, 31), "Rebuilt the export")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (",2025-12-31,x", "no_user"),
        ("U0NOBODY,2025-12-31,x", "unknown_user"),
        ("@ben,2025-12-31,x", "several_users"),
        ("U0GONE,2025-12-31,x", "person_left"),
        ("U0ANA,,x", "no_day"),
        ("U0ANA,soon,x", "unknown_day"),
        ("U0ANA,3/4/2025,x", "two_days"),
        ("U0ANA,2026-06-17,x", "day_ahead"),
        ("U0ANA,2026,x", "day_ahead"),
        ("U0ANA,2025-12-31,", "no_text"),
        (f"U0ANA,2025-12-31,{'x' * 2701}", "long_text"),
        ("U0ANA,2025-12-31", "cells"),
        ("U0ANA,2025-12-31,x,y", "cells"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_taken(line: str, key: str) -> None:
    """What is wrong with a line keeps back that line alone, with its number."""
    file = table(GOOD, line, "U0ANA,2025-11-30,Cut the build in half")
    wishes, _ = past_wishes(file, STAFF)

    assert keys(file) == [(3, key)]
    assert [wish.line for wish in wishes] == [2, 4]


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "empty_file"),
        (b"\xff\x00", "not_utf8"),
        (b"user,text\nU0ANA,x", "columns_missing"),
        (b"user,date,text,note\nU0ANA,2025,x,y", "columns_twice"),
        (b'user,date,text\nU0ANA,2025,"x', "not_csv"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(raw: bytes, key: str) -> None:
    """Nothing is taken from it."""
    file = read_past_table("x", raw)

    assert file.rows == ()
    assert [one.key for one in file.problems] == [key]


def test_columns_that_say_nothing_are_named() -> None:
    """What is not taken over is known."""
    assert table("U0ANA,2025,x,5", head="user,date,text,Score").unused == ("Score",)


def test_the_same_words_of_a_day_are_one_note() -> None:
    """Spaces and capitals do not make another note; another day does."""
    wishes, _ = past_wishes(table(GOOD, f"{GOOD} ".upper(), GOOD.replace("31", "30")), STAFF)

    assert [wish.line for wish in wishes] == [2, 4]


@pytest.mark.parametrize(
    ("author", "said"),
    [
        ("", None),
        ("U0ANA", None),
        ("@ana", None),
        ("U0BENJ", "Ben Hill"),
        ("@gil", "Gil Fern"),
        ("Kit", "Kit"),
    ],
)
def test_who_wrote_it_is_said_by_name(author: str, said: str | None) -> None:
    """Somebody else is called as Trellis knows them, or as the file does; oneself is nobody else."""
    (wish,), _ = past_wishes(table(f"{GOOD},{author}", head="user,date,text,from"), STAFF)

    assert wish.author == said


def test_a_page_is_read_as_it_stands() -> None:
    """Member, period and author at the top; each item and paragraph is a note under its heading."""
    file = read_review_page("ana.md", PAGE.encode())
    wishes, problems = past_wishes(file, STAFF)

    assert not problems
    assert [(one.line, one.skill, one.text) for one in wishes] == [
        (10, "Delivery", "Rebuilt the export,\nand told support before."),
        (12, "Delivery", "Cut the build in half"),
        (14, "Delivery", "Two lines that\nbelong together."),
        (19, "What went well?", "Ran the review"),
        (23, "What next", "Learn to say no."),
    ]
    assert {(one.person.id, one.on, one.author) for one in wishes} == {
        ("U0ANA", date(2025, 12, 31), "Gil Fern")
    }


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("# Review, 2025\n\n## Delivery\n- x", "no_member"),
        ("# Review of @ana\n\n## Delivery\n- x", "no_period"),
        ("# Review of @ana, 2025\n\n## Delivery\n\n<!-- x -->", "no_notes"),
    ],
)
def test_a_page_without_its_top_says_so(text: str, key: str) -> None:
    """Whose it is, when it was and something to bring: what is missing is said, and nothing is guessed."""
    assert [one.key for one in read_review_page("x.md", text.encode()).problems] == [key]


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode(errors="ignore")))
def test_any_file_is_answered(raw: bytes) -> None:
    """Whatever the bytes, there are notes or problems with a sentence, and no error."""
    for file in (read_past_table("x", raw), read_review_page("x", raw)):
        _, problems = past_wishes(file, STAFF)

        assert {one.key for one in problems} <= PROBLEMS.keys()


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_a_day_is_understood_however_it_is_written(on: date) -> None:
    """Every unambiguous way of writing a day means that day."""
    ways = (
        on.isoformat(),
        f"{on:%d.%m.%Y}",
        f"{on.day} {on:%B %Y}",
        f"{on:%b} {on.day}, {on.year}",
        f"{on}T10:00",
    )

    assert {days_written(way) for way in ways} == {(on,)}


@pytest.mark.parametrize(
    ("said", "on"),
    [
        ("2025", (date(2025, 12, 31),)),
        ("Q1 2025", (date(2025, 3, 31),)),
        ("2025-h1", (date(2025, 6, 30),)),
        ("February 2024", (date(2024, 2, 29),)),
        ("July – December 2025", (date(2025, 12, 31),)),
        ("2025-01-01 to 2025-06-30", (date(2025, 6, 30),)),
        ("13/2/2025", (date(2025, 2, 13),)),
        ("3/4/2025", (date(2025, 3, 4), date(2025, 4, 3))),
        ("2025-02-30", ()),
        ("last year", ()),
        ("", ()),
    ],
)
def test_a_span_means_its_last_day(said: str, on: tuple[date, ...]) -> None:
    """Months, quarters, halves and years are over on their last day; what may be two days is both."""
    assert days_written(said) == on


def test_who_is_here_is_meant_before_who_left() -> None:
    """Of two people of one name, the one who left is not meant."""
    people: dict[str, Person] = PEOPLE | {
        "U0ANA2": some_person(id="U0ANA2", name="Ana Wood", is_deactivated=True)
    }

    assert keys(table("@ana,2025,x"), Staff.of(people, NOW)) == []

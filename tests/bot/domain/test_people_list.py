"""The company's list of people, read and held against what is known."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people_list import COLUMNS, Known, Problem, Wish, read_people_list, wishes
from storage.choices import PersonKind
from storage.records import Person
from tests.frameworks.builders import HEAD, a_file, framework_of

NOW = datetime(2026, 6, 16, 10, 0, tzinfo=UTC)
HEADER = ",".join(COLUMNS)
SHEET = framework_of(
    'framework: sheet\nversion: "1"\ntitle: Sheet\ncompetencies:\n'
    "  - {id: care, title: Care, dimension: influence, behaviours: [{id: asks, text: Asks a question}]}\n"
)


def somebody(person_id: str, **others: bool) -> Person:
    """A member, but for what is given."""
    flags = {"is_bot": False, "is_guest": False, "is_stranger": False, "is_admin": False} | others
    return Person(
        id=person_id,
        name=person_id.lower(),
        zone="Europe/Lisbon",
        is_deactivated=flags.pop("is_deactivated", False),
        kind=PersonKind.CONTRACTOR if flags.pop("is_contractor", False) else PersonKind.MEMBER,
        dm_channel=None,
        shares_notes=False,
        mutes_nudges=False,
        **flags,
    )


KNOWN = Known(
    people={
        person.id: person
        for person in (
            somebody("U1"),
            somebody("U2"),
            somebody("UBOT", is_bot=True),
            somebody("UGUEST", is_guest=True),
            somebody("UGONE", is_deactivated=True),
            somebody("UCON", is_contractor=True),
        )
    },
    frameworks={"sample": framework_of(a_file(head=HEAD)), "sheet": SHEET},
    now=NOW,
)


def listed(*lines: str) -> tuple[tuple[Wish, ...], tuple[Problem, ...]]:
    """What a list with these lines under the header asks for, and what is wrong."""
    return wishes(read_people_list("\n".join((HEADER, *lines)).encode()), KNOWN)


def keys(*lines: str) -> list[tuple[int, str]]:
    """The problems of a list, by line and key."""
    return [(problem.line, problem.key) for problem in listed(*lines)[1]]


def test_a_whole_line_is_understood() -> None:
    """Each cell of a good line says one thing of one person."""
    (wish,), problems = listed(
        "U1,sample,sheet,ic,e2,2026-01-05,U2,contractor".replace("contractor", "member")
    )

    assert not problems
    assert wish.place is not None
    assert wish.place.level is not None
    assert (wish.person.id, wish.place.framework.id, wish.place.second_cluster) == ("U1", "sample", "sheet")
    assert (wish.place.level.id, wish.place.since.isoformat()) == ("e2", "2026-01-05")
    assert wish.manager == KNOWN.people["U2"]
    assert wish.kind is PersonKind.MEMBER


def test_empty_cells_leave_what_is() -> None:
    """A person's id alone asks for nothing."""
    (wish,), problems = listed("U1,,,,,,,")

    assert not problems
    assert (wish.place, wish.manager, wish.kind) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("sam,,,,,,,", "no_id"),
        ("@sam,,,,,,,", "no_id"),
        ("=HYPERLINK(1),,,,,,,", "no_id"),
        ("U9,,,,,,,", "unknown_person"),
        ("UBOT,,,,,,,", "person_is_bot"),
        ("UGUEST,,,,,,,", "person_is_guest"),
        ("UGONE,,,,,,,", "person_left"),
        ("U1,,,,,,U9,", "unknown_person"),
        ("U1,,,,,,UGONE,", "person_left"),
        ("U1,,,,,,U1,", "own_manager"),
        ("U1,,,,,,,intern", "kind"),
        ("U1,sampel,,,e1,2026-01-05,,", "cluster"),
        ("U1,sample,nowhere,,e1,2026-01-05,,", "cluster"),
        ("U1,sample,sample,,e1,2026-01-05,,", "same_cluster"),
        ("U1,sample,,,e9,2026-01-05,,", "level"),
        ("U1,sample,,,,2026-01-05,,", "no_level"),
        ("U1,sample,,depth,e1,2026-01-05,,", "lane"),
        ("U1,sample,,manager,e1,2026-01-05,,", "other_lane"),
        ("U1,sheet,,,e1,2026-01-05,,", "no_levels"),
        ("U1,sample,,,e1,,,", "no_since"),
        ("U1,sample,,,e1,5.1.2026,,", "since"),
        ("U1,sample,,,e1,2026-02-30,,", "since"),
        ("U1,sample,,,e1,20260105,,", "since"),
        ("U1,sample,,,e1,2026-06-17,,", "since_ahead"),
        ("U1,,,,e1,,,", "no_cluster"),
        ("U1,sample,,,e1,2026-01-05,,contractor", "contractor_level"),
        ("UCON,sample,,,e1,2026-01-05,,", "contractor_level"),
        ("U1,sample", "cells"),
        ("U1,,,,,,,,more", "cells"),
    ],
)
def test_a_wrong_cell_is_named_at_its_line(line: str, key: str) -> None:
    """Each thing that can be wrong with a line has a problem of its own, and the lines around it none."""
    assert keys("U2,,,,,,,", line) == [(3, key)]


def test_all_problems_come_at_once() -> None:
    """A list with several mistakes, even in one line, names them all, by line."""
    assert keys("U1,sampel,,,,soon,U1,", "U2,,,,,,,", "U2,,,,,,,") == [
        (2, "own_manager"),
        (2, "since"),
        (2, "cluster"),
        (4, "twice"),
    ]


def test_a_contractor_has_a_cluster_without_a_level() -> None:
    """Contractors take part without level (DESIGN 5.8)."""
    (wish,), problems = listed("UCON,sample,,,,2026-01-05,,")

    assert not problems
    assert wish.place is not None
    assert wish.place.level is None


def test_a_spreadsheet_s_habits_are_forgiven() -> None:
    """A byte order mark, quotes, Windows line ends, blank lines, spaces and another order change nothing."""
    header = ",".join(f'"{name}"' for name in reversed(COLUMNS)).replace("user", " User ")
    raw = f'\r\n{header}\r\n,,,,,,,\r\n\r\n"member","U2",,,,,,"U1"\r\n'

    found = read_people_list(b"\xef\xbb\xbf" + raw.encode())

    assert not found.problems
    assert [(row.line, row.user, row.manager, row.kind) for row in found.rows] == [(5, "U1", "U2", "member")]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    """A cell with line breaks in it does not shift the numbers of the lines after it."""
    assert keys('U1,,,,,,,"a\nb"', "U9,,,,,,,") == [(2, "kind"), (4, "unknown_person")]


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "empty_list"),
        (b"\n\n", "empty_list"),
        (b"user;cluster", "columns"),
        (f"{HEADER},salary".encode(), "columns"),
        (HEADER.replace("kind", "user").encode(), "columns"),
        (f"{HEADER},user".encode(), "column_twice"),
        ("ÿ".encode("latin-1"), "not_utf8"),
        (f'{HEADER}\n"U1,,,,,,,'.encode(), "not_csv"),
    ],
)
def test_what_is_no_such_list_is_one_problem(raw: bytes, key: str) -> None:
    """A file of another kind is refused as a whole, with one sentence."""
    assert [problem.key for problem in read_people_list(raw).problems] == [key]


@given(st.lists(st.lists(st.text(max_size=12), max_size=10), max_size=6))
def test_no_content_raises(cells: list[list[str]]) -> None:
    """Whatever stands in the cells, there are wishes and problems, never an error."""
    raw = "\n".join((HEADER, *(",".join(row) for row in cells))).encode()

    found, problems = wishes(read_people_list(raw), KNOWN)

    assert all(wish.person.id in KNOWN.people for wish in found)
    assert all(problem.line >= 1 for problem in problems)


@given(st.binary(max_size=200))
def test_no_bytes_raise(raw: bytes) -> None:
    """Any file that is no such list is refused with a problem."""
    found = read_people_list(raw)

    assert found.problems

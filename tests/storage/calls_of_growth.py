"""What is asked of the storage of plans and checks, and what stands in both workspaces of it."""

from __future__ import annotations

from storage import chances, checks, plans, witnesses
from storage.choices import ChanceEnd, CheckMarked, WitnessAsk
from storage.records import Witness
from storage.session import Workspace
from tests.storage.asking import call
from tests.storage.builders import AS_MANAGER, NOON, TODAY, U1, U2, U3, some_direction, some_goal, some_sight
from tests.storage.checked import (
    some_asked,
    some_chance,
    some_check,
    some_check_mark,
    some_check_word,
    some_count_report,
)

GROWTH = (
    call(witnesses.asked_of, "e1"),
    call(witnesses.find_asked, "e1", U1),
    call(witnesses.asks_waiting, U1),
    call(witnesses.put_asked, [some_asked(person_id=U3)]),
    call(witnesses.hold_piece, "e1"),
    call(witnesses.put_witness, "e1", Witness(person_id=U3, text_version=1, at=NOON)),
    call(witnesses.remove_witness, "e1", U2),
    call(witnesses.change_text, "e1", "Another", 1),
    call(chances.add_chances, [some_chance(id="h2")]),
    call(chances.find_chance, "h1"),
    call(chances.find_chance, "h9"),
    call(chances.chances_of, U1),
    call(chances.open_chances, U2),
    call(chances.chances_between, TODAY, TODAY),
    call(chances.add_count_report, some_count_report()),
    call(chances.add_count_report, some_count_report(quarter="2026-q2")),
    call(chances.count_reports_kept),
    call(chances.end_chance, "h1", ChanceEnd.NOT_NOW, "Another", NOON),
    call(chances.end_chance, "h9", ChanceEnd.NOT_NOW, "Another", NOON),
    call(checks.add_check, some_check(id="c2", quarter="2026-q3")),
    call(checks.find_check, U1, U2, "2026-q2"),
    call(checks.check_by_id, "c9"),
    call(checks.checks_about, U1),
    call(checks.checks_of_two, U1, U2),
    call(checks.remove_check, "c1"),
    call(checks.checks_in, U1, "2026-q2"),
    call(checks.checks_of_framework, "engineering", "2026-q2"),
    call(checks.sides_of, "c1"),
    call(checks.marks_in, "c1"),
    call(checks.words_in, "c1"),
    call(checks.put_marks, [some_check_mark(behaviour="b2")]),
    call(checks.put_word, some_check_word(word="Another")),
    call(checks.put_word, some_check_word(word="")),
    call(checks.put_side, "c1", U1, handed_in=NOON, skipped=None),
    call(plans.find_direction, U1),
    call(plans.put_direction, some_direction(next="A year of it")),
    call(plans.find_goal, "g9"),
    call(plans.find_goal, "g1"),
    call(plans.put_goal, some_goal(id="g1", text="Another")),
    call(plans.goals_of, some_sight(of=U1, to=U1)),
    call(plans.goals_of, some_sight(of=U1, to=U3, readings=AS_MANAGER)),
)


async def settle_our_growth(here: Workspace) -> None:
    """A plan that nobody else reads, a check that one of two left out, and a witness who declined."""
    await witnesses.put_asked(here, [some_asked(state=WitnessAsk.DECLINED)])
    await plans.put_direction(here, some_direction())
    await plans.put_goal(here, some_goal(id="g1"))
    await chances.add_chances(here, [some_chance()])
    await chances.add_count_report(here, some_count_report())
    await checks.add_check(here, some_check())
    await checks.put_marks(here, [some_check_mark()])
    await checks.put_word(here, some_check_word())
    await checks.put_side(here, "c1", U2, handed_in=None, skipped=NOON)


async def settle_their_growth(there: Workspace) -> None:
    """The same ids, shared and handed in, and a ninth of each beside."""
    await witnesses.put_asked(there, [some_asked(), some_asked(person_id=U2)])
    await plans.put_direction(there, some_direction(more="Theirs", shared_with=U3))
    for name in ("g1", "g9"):
        await plans.put_goal(there, some_goal(id=name, text="Theirs", shared_with=U3))
    await chances.add_chances(there, [some_chance(id=name, author_id=U2) for name in ("h1", "h9")])
    for quarter in ("2026-q1", "2026-q2"):
        await chances.add_count_report(there, some_count_report(quarter=quarter, figures="Theirs"))
    for name, quarter in (("c1", "2026-q2"), ("c9", "2026-q1")):
        await checks.add_check(there, some_check(id=name, quarter=quarter, version_id="v8"))
        await checks.put_marks(there, [some_check_mark(check_id=name, mark=CheckMarked.NOT_YET)])
        await checks.put_word(there, some_check_word(check_id=name, word="Theirs"))
        await checks.put_side(there, name, U1, handed_in=NOON, skipped=None)

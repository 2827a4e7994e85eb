"""What a summary says, part by part (DESIGN 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.statements import Section, Sought
from bot.domain.summary import gaps, strengths, summarise
from frameworks.model import Level, Needs
from tests.bot.domain.growth import (
    AS_OF,
    CLARITY,
    DAY,
    DELIVERY,
    GUIDES,
    LISTENS,
    LOOK_BACK,
    PEER,
    PLANS,
    SHIPS,
    TELLS,
    WRITES,
    marked,
    no_chance,
    one_sheet,
    ref,
    some_framework,
    some_piece,
    some_word,
)
from tests.bot.domain.telling import HALF_YEAR, K, noted, only, placed, said, the


def test_the_frame_says_what_is_looked_at() -> None:
    """A summary opens with its period, the placement and what it looks toward, with what the level gives."""
    frame = [(one.kind, dict(one.numbers)) for one in said() if one.kind.section is Section.FRAME]

    assert frame == [
        (K.PERIOD, {"first": "2026-01-01", "last": "2026-06-30"}),
        (K.PLACED, {"framework": "engineering", "level": "e1", "since": "2025-09-15"}),
        (K.TOWARD, {"level": "e2"}),
        (K.GIVEN_BY_LEVEL, {"level": "e1", "behaviours": 2}),
    ]


def test_what_a_level_needs_beyond_the_defaults_is_said() -> None:
    """Any N, witnesses and months of the target level are told, with the whole months so far."""
    needs = some_framework(Needs(any=3, witnesses=2, months=12))
    frame = said(at=placed(framework=needs))

    assert dict(the(frame, K.LEVEL_NEEDS).numbers) == {
        "level": "e2",
        "any": 3,
        "witnesses": 2,
        "months": 12,
        "months_so_far": 9,
    }


def test_a_month_begun_is_no_month() -> None:
    """Months at a level are whole ones."""
    framework = some_framework(Needs(months=6))
    new = replace(placed(framework=framework), since=date(2026, 5, 31))

    assert the(said(at=new), K.LEVEL_NEEDS).count("months_so_far") == 0


def test_at_the_top_of_a_lane_all_is_given() -> None:
    """Who stands at the last level is told so; nothing is left to be shown, and evidence still counts."""
    top = said(noted("n1", AS_OF, GUIDES, PEER), at=placed("e3"))

    assert the(top, K.TOP_LEVEL).text("level") == "e3"
    assert not [one for one in top if one.kind.section is Section.STANDING]
    assert the(top, K.COVERAGE).evidence == ("n1",)


@pytest.mark.parametrize("level", ["e3", "m1", "d1"])
def test_a_level_at_par_is_no_step_up(level: str) -> None:
    """At the top of a lane a level of equal standing in another lane is not what one looks toward."""
    framework = some_framework()
    pars = [
        Level(id=name, lane=lane, title=lane, rank=9, par="e3")
        for name, lane in (("m1", "manager"), ("d1", "design"))
    ]
    beside = replace(framework, levels=(*framework.levels, *pars))

    assert len(only(said(at=placed(level, beside)), K.TOP_LEVEL)) == 1


def test_each_state_is_said_with_what_it_rests_on() -> None:
    """Shown, emerging, not yet, no opportunity and nothing recorded each have their statement."""
    evidence = [noted("n1", AS_OF - DAY, TELLS), noted("n2", AS_OF, TELLS, PEER), noted("n3", AS_OF, GUIDES)]
    statements = said(
        *evidence,
        at=placed("e2"),
        words=[some_word(GUIDES)],
        unmet=[no_chance("teaches", competency=CLARITY)],
    )
    lower = said(*evidence, unmet=[no_chance(LISTENS, competency=CLARITY)])

    not_yet = the(statements, K.NOT_YET)
    assert (not_yet.behaviour, not_yet.evidence) == (GUIDES, ("n3", "w1"))
    assert (not_yet.text("person"), not_yet.text("on"), not_yet.text("quoted")) == (PEER, "2026-06-30", "w1")
    assert the(statements, K.NO_OPPORTUNITY).behaviour == "teaches"
    assert (the(lower, K.SHOWN).behaviour, the(lower, K.SHOWN).evidence) == (TELLS, ("n1", "n2"))
    assert dict(the(lower, K.SHOWN).numbers) == {"days": 2, "witnesses": 1, "last_seen": "2026-06-30"}
    assert the(lower, K.NOTHING_RECORDED).behaviour == PLANS


def test_an_absence_says_where_it_looked() -> None:
    """Nothing recorded looked for favourable evidence on that behaviour, over all the look-back."""
    none = the(said(unmet=[no_chance(), no_chance(PLANS)]), K.NOTHING_RECORDED).filter

    assert none is not None
    assert (none.sought, none.first, none.last) == (Sought.FAVOURABLE, LOOK_BACK, AS_OF)
    assert (none.competency, none.behaviour) == (CLARITY, LISTENS)


def test_a_skill_that_stands_says_so_with_all_its_evidence() -> None:
    """When all that a skill needs is shown it stands, and rests on every piece behind it."""
    evidence = [noted(f"{name}{n}", AS_OF - n * DAY, name, PEER) for name in (TELLS, PLANS) for n in (0, 1)]
    stands = the(said(*evidence), K.SKILL_STANDS)

    assert set(stands.evidence) == {one.id for one in evidence}
    assert (stands.count("shown"), stands.count("of")) == (2, 2)


def test_a_skill_partly_shown_counts_what_is() -> None:
    """A skill with something seen says how many examples are shown and emerging, of how many."""
    partly = the(said(noted("n1", AS_OF)), K.SKILL_PARTLY)

    assert dict(partly.numbers) == {"shown": 0, "emerging": 1, "of": 2}


def test_not_yet_is_no_part_of_a_skill() -> None:
    """A skill of which somebody said not yet, and nothing else was seen, does not count as partly shown."""
    assert not only(said(noted("n1", AS_OF), words=[some_word()]), K.SKILL_PARTLY, K.CONTRARY)


def test_a_word_against_what_is_given_stands_beside_it() -> None:
    """A word against a behaviour that the level gives is shown, as it would be against any."""
    against = the(said(words=[some_word(SHIPS)]), K.CONTRARY)

    assert (against.behaviour, against.evidence) == (SHIPS, ("w1",))


def test_what_a_higher_stage_gives_rests_on_that_stage() -> None:
    """A behaviour given by a higher stage cites the evidence of that stage."""
    guided = [noted(f"n{n}", AS_OF - n * DAY, GUIDES, PEER) for n in (0, 1)]
    given = only(said(*guided), K.GIVEN_BY_STAGE)

    assert {one.behaviour for one in given} == {TELLS, PLANS}
    assert {one.evidence for one in given} == {("n1", "n0")}


def test_what_was_shown_long_ago_is_said_apart() -> None:
    """Emerging by what was shown before the look-back has a statement of its own, with when."""
    before = the(
        said(noted("n1", date(2023, 1, 1)), noted("n2", date(2023, 2, 1), TELLS, PEER)), K.SHOWN_BEFORE
    )

    assert (before.evidence, before.text("last_seen")) == (("n1", "n2"), "2023-02-01")


@pytest.mark.parametrize(
    ("behaviour", "place"),
    [
        (TELLS, (DELIVERY, TELLS)),
        (SHIPS, (DELIVERY, SHIPS)),
        (GUIDES, (DELIVERY, GUIDES)),
        (None, (DELIVERY, None)),
    ],
)
def test_what_speaks_against_is_never_left_out(behaviour: str | None, place: tuple[str, str | None]) -> None:
    """A contrary piece is shown beside its behaviour, given or not, within the target or beyond it."""
    against = the(said(noted("n1", AS_OF, behaviour, against=True)), K.CONTRARY)

    assert ((against.competency, against.behaviour), against.evidence) == (place, ("n1",))


def test_what_speaks_against_on_no_skill_is_shown_too() -> None:
    """A contrary piece without any mark has its statement, and one from before the look-back has none."""
    near, far = some_piece("n1", AS_OF, against=True), some_piece("n2", LOOK_BACK - DAY, against=True)
    against = the(said(near, far), K.CONTRARY)

    assert (against.competency, against.evidence) == (None, ("n1",))


def test_any_n_of_the_others_are_counted() -> None:
    """Where a level asks for any N of what it does not name, what is shown of that is counted."""
    framework = some_framework(Needs(required=(ref(PLANS),), any=2))
    evidence = [noted(f"{name}{n}", AS_OF - n * DAY, name, PEER) for name in (TELLS, PLANS) for n in (0, 1)]
    others = the(said(*evidence, at=placed(framework=framework)), K.OTHERS_SHOWN)

    assert dict(others.numbers) == {"shown": 1, "any": 2}
    assert others.evidence == ("tells1", "tells0")


def test_milestones_of_the_period_are_met_with_evidence() -> None:
    """A favourable piece in the period that marks a milestone meets it; one before or against does not."""
    marks = [marked(None, None, "led"), marked(None, DELIVERY, "taught")]
    met = said(
        some_piece("n1", AS_OF, marks[0], seen_by=[PEER]),
        some_piece("n2", date(2025, 12, 31), marks[1]),
        some_piece("n3", AS_OF, marks[1], against=True),
    )

    one = the(met, K.MILESTONE_MET)
    assert (one.evidence, one.text("milestone"), one.text("trigger")) == (("n1",), "led", "scope")
    assert one.count("witnesses") == 1


def test_no_milestone_of_the_target_is_an_absence() -> None:
    """Where the target level has milestones and none was met in the period, that is said with its level."""
    none = the(said(noted("n1", AS_OF)), K.NO_MILESTONE).filter

    assert none is not None
    assert (none.sought, none.level, none.first) == (Sought.MILESTONE, "e2", HALF_YEAR.first)


def test_where_a_level_has_no_milestones_none_is_missed() -> None:
    """Only a level that has milestones can lack one."""
    plain = replace(some_framework(), milestones=())

    assert not only(said(noted("n1", AS_OF), at=placed(framework=plain)), K.NO_MILESTONE)


def test_without_a_placement_it_counts_and_shows_evidence() -> None:
    """A member without a placement gets coverage and what speaks against, and is told what is missing."""
    evidence = [noted("n1", AS_OF), noted("n2", AS_OF, against=True)]
    statements = summarise(placed=None, evidence=evidence, period=HALF_YEAR)

    none = the(statements, K.NO_PLACEMENT).filter
    assert none is not None
    assert none.sought is Sought.PLACEMENT
    assert the(statements, K.COVERAGE).evidence == ("n1", "n2")
    assert [one.kind for one in statements if one.kind.section is Section.STANDING] == [K.CONTRARY]


@pytest.mark.parametrize("level", [None, "e9"])
def test_without_a_level_it_counts_and_shows_evidence(level: str | None) -> None:
    """A level that is not settled, or that this version does not know, gives no standing and is said."""
    statements = said(noted("n1", AS_OF), at=placed(level))

    none = the(statements, K.NO_LEVEL).filter
    assert none is not None
    assert none.level == level
    assert not [one for one in statements if one.kind.section is Section.STANDING]


def test_a_framework_without_levels_has_standings() -> None:
    """On one sheet every example has its standing, and no level is looked toward."""
    sheet = [some_piece(f"n{n}", AS_OF - n * DAY, marked(WRITES, CLARITY), seen_by=[PEER]) for n in (0, 1)]
    statements = said(*sheet, at=placed(None, one_sheet()))

    assert the(statements, K.SHOWN).behaviour == WRITES
    assert the(statements, K.NOTHING_RECORDED).behaviour == LISTENS
    assert not only(statements, K.NO_LEVEL, K.TOWARD, K.TOP_LEVEL)


def test_strengths_are_the_firmest_claims_one_a_skill() -> None:
    """What is shown comes before what is emerging, and a second skill before a skill's second claim."""
    shown = [noted(f"n{n}", AS_OF - n * DAY, TELLS, PEER) for n in (0, 1)]
    statements = said(*shown, noted("n5", AS_OF, PLANS), some_piece("n6", AS_OF, marked(LISTENS, CLARITY)))

    found = [(one.kind, one.behaviour) for one in strengths(statements, 3)]
    assert found == [(K.SHOWN, TELLS), (K.EMERGING, LISTENS), (K.EMERGING, PLANS)]


def test_what_speaks_against_is_no_strength() -> None:
    """A skill on which all evidence is contrary is not among the strengths."""
    assert not strengths(said(noted("n1", AS_OF, against=True), at=placed("e9")), 3)


def test_gaps_begin_with_what_somebody_said() -> None:
    """A named person's word comes before what nobody noted, one a skill first."""
    statements = said(noted("n1", AS_OF), words=[some_word(PLANS)])

    assert [(one.kind, one.competency) for one in gaps(statements, 2)] == [
        (K.NOT_YET, DELIVERY),
        (K.SKILL_UNRECORDED, CLARITY),
    ]

"""Counts reveal nobody, by themselves or by what is added to or taken from one another (DESIGN 5.12)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.counts import FEWEST, Report, groups_of, report_as_json, report_from_json, report_of

UNITS = ("engineering", "product", "operations")
SKILLS = ("design", "delivery")
PEOPLE = tuple(f"U{number}" for number in range(24))
SMALL = {1, 2, 3}

units = st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(UNITS))
marks = st.dictionaries(st.sampled_from(SKILLS), st.frozensets(st.sampled_from(PEOPLE)))
changes = st.lists(
    st.one_of(
        st.tuples(st.just("is in"), st.sampled_from(PEOPLE), st.sampled_from(UNITS)),
        st.tuples(st.just("is gone"), st.sampled_from(PEOPLE), st.just("")),
        st.tuples(st.just("is marked"), st.sampled_from(PEOPLE), st.sampled_from(SKILLS)),
        st.tuples(st.just("is taken back"), st.sampled_from(PEOPLE), st.sampled_from(SKILLS)),
        st.tuples(st.just("is told"), st.just(""), st.sampled_from(["q1", "q2"])),
    ),
    max_size=60,
)


@dataclass
class Company:
    """Who is where, of whom what is marked, and what was told, as it is told again."""

    units: dict[str, str] = field(default_factory=dict)
    marked: dict[str, set[str]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)

    def change(self, what: str, person: str, where: str) -> None:
        """One thing that happens; who joins, moves or becomes a member is in, whoever else leaves is gone."""
        if what == "is in":
            self.units[person] = where
        elif what == "is gone":
            self.units.pop(person, None)
            for several in self.marked.values():
                several.discard(person)
        elif what == "is marked":
            self.marked.setdefault(where, set()).add(person)
        elif what == "is taken back":
            self.marked.get(where, set()).discard(person)
        else:
            self.told.setdefault(where, report_as_json(report_of(self.units, self.marked)))

    def reports(self) -> list[Report]:
        """All that was told."""
        return [report_from_json(text) for text in self.told.values()]


@dataclass(frozen=True)
class Known:
    """What a reader knows of one count: it is between these two."""

    least: int
    most: int


def figures_of(report: Report, skill: str) -> list[Known]:
    """Every figure of a skill that a reader sees or can tell is too small, that for everybody among them."""
    told = {one.unit: one.at_least for one in report.figures if one.competency == skill}
    shown = [told.get(unit, 0) for unit in report.groups]
    found = [Known(least, least + FEWEST - 1) for least in shown]
    everybody = next((one.at_least for one in report.totals if one.competency == skill), 0)
    return [*found, Known(everybody, everybody + (FEWEST - 1) * max(1, len(shown)))]


def combined(figures: list[Known], most: int = 4) -> Iterator[Known]:
    """What follows for every sum and difference of up to so many figures."""
    for count in range(1, min(most, len(figures)) + 1):
        for chosen in combinations(figures, count):
            for signs in product((1, -1), repeat=count):
                each = [
                    (one.least, one.most) if sign > 0 else (-one.most, -one.least)
                    for one, sign in zip(chosen, signs, strict=True)
                ]
                yield Known(sum(least for least, _ in each), sum(most for _, most in each))


@settings(max_examples=200, deadline=None)
@given(units, marks, changes)
def test_no_sum_or_difference_can_only_mean_one_to_three_people(
    begin: dict[str, str], marked: dict[str, frozenset[str]], happens: list[tuple[str, str, str]]
) -> None:
    """Whoever joins, leaves, moves, is erased, marks or takes back between two reports: what is shown of
    groups, of everybody and of both quarters, put together, is of more than three or may be none."""
    company = Company(units=dict(begin), marked={skill: set(each) for skill, each in marked.items()})
    for change in happens:
        company.change(*change)
    company.change("is told", "", "q1")
    company.change("is told", "", "q2")

    for skill in SKILLS:
        figures = [one for report in company.reports() for one in figures_of(report, skill)]
        exact = {abs(one.least) for one in combined([Known(one.least, one.least) for one in figures])}
        assert exact.isdisjoint(SMALL)
        assert not [one for one in combined(figures) if one.least >= 1 and one.most <= max(SMALL)]


@given(units, marks, changes)
def test_what_was_told_is_told_again(
    begin: dict[str, str], marked: dict[str, frozenset[str]], happens: list[tuple[str, str, str]]
) -> None:
    """Nothing that happens afterwards changes what was told of a quarter."""
    company = Company(units=dict(begin), marked={skill: set(each) for skill, each in marked.items()})
    company.change("is told", "", "q1")
    before = company.told["q1"]
    for change in [*happens, ("is told", "", "q1")]:
        company.change(*change)

    assert company.told["q1"] == before


@given(units)
def test_every_group_has_four_people_or_more(where: dict[str, str]) -> None:
    """Nobody stands in two groups, nobody is left out but where all together are fewer than four."""
    groups = groups_of(where)

    assert all(len(people) >= FEWEST for people in groups.values())
    counted = [person for people in groups.values() for person in people]
    assert sorted(counted) == (sorted(where) if len(where) >= FEWEST else [])


@given(units, marks)
def test_a_figure_tells_no_more_than_there_are(
    where: dict[str, str], marked: dict[str, frozenset[str]]
) -> None:
    """It is at most the count of those marked in the group, and short of it by three at most."""
    report, groups = report_of(where, marked), groups_of(where)

    told = {(one.unit, one.competency): one.at_least for one in report.figures}
    for unit, people in groups.items():
        for skill, several in marked.items():
            count = len(people & several)
            assert count - FEWEST < told.get((unit, skill), 0) <= count


@given(units, marks)
def test_who_knows_how_many_are_in_a_group_knows_no_more(
    where: dict[str, str], marked: dict[str, frozenset[str]]
) -> None:
    """Neither those of a group that are counted nor all its others can only be one, two or three."""
    report = report_of(where, marked)
    told = {(one.unit, one.competency): one.at_least for one in report.figures}
    for (unit, people), skill in product(groups_of(where).items(), SKILLS):
        least = told.get((unit, skill), 0)
        most = min(least + FEWEST - 1, len(people))
        counted, others = range(least, most + 1), range(len(people) - most, len(people) - least + 1)
        assert not set(counted) <= SMALL
        assert not set(others) <= SMALL


@given(units, marks)
def test_a_report_is_kept_as_it_was(where: dict[str, str], marked: dict[str, frozenset[str]]) -> None:
    """What is read from its text is the report."""
    report = report_of(where, marked)

    assert report_from_json(report_as_json(report)) == report


def test_a_small_kind_of_work_takes_the_smallest_of_the_others_along() -> None:
    """Two designers are not to be told from all but engineering: product is counted with them."""
    where = {
        **{f"E{at}": "engineering" for at in range(6)},
        **{f"P{at}": "product" for at in range(5)},
        **{f"D{at}": "design" for at in range(2)},
    }

    groups = groups_of(where)

    assert {unit: len(people) for unit, people in groups.items()} == {"engineering": 6, None: 7}

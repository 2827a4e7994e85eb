"""Who may read what, written out again from DESIGN 5.1 and held against the code, case by case.

The letters: P every member, S the subject or owner, A the author, M the manager now, N the manager whom the
record names and who is it still, R a reader whom the owner named for levels, V one to whom this is shown
under a naming that holds, W a witness of the text as it stands, Q who is asked, T one of the two of a
pair, E everyone in the rollout, L People leads, C the one of them who is asked, O owners of the framework.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import pytest

from bot.domain.visibility import TABLE, Facts, Relation, Thing, Viewer, may_read, relations, sight
from storage.choices import Reading
from storage.records import FrozenReader
from tests.storage.named import some_naming

READERS = {
    Thing.MEMBERSHIP: "S E",
    Thing.PLACEMENT: "S M R L",
    Thing.KUDOS_PUBLIC: "A S E",
    Thing.KUDOS_QUIET: "A S N",
    Thing.FEEDBACK: "A S N V",
    Thing.FEEDBACK_ASK: "A Q",
    Thing.ASKS_FULL: "P",
    Thing.OBSERVATION: "A S N",
    Thing.EVIDENCE_PRIVATE: "S W",
    Thing.EVIDENCE_SHARED: "S N V W",
    Thing.EVIDENCE_ASKED: "S Q",
    Thing.PAST_NOTE: "S",
    Thing.PLAN_PRIVATE: "S",
    Thing.PLAN_SHARED: "S N V",
    Thing.CHECK_ALONE: "A",
    Thing.CHECK_BOTH: "A S N",
    Thing.NO_OPPORTUNITY: "S N",
    Thing.COUNTS: "O L",
    Thing.PROMPTS: "S",
    Thing.TALK: "T",
    Thing.PRIVATE_NOTE: "A",
    Thing.PREFERENCES: "S",
    Thing.SUMMARY_OWN: "S",
    Thing.SUMMARY_JOINT: "S N V",
    Thing.READER_LOG: "S",
    Thing.NAMING: "S Q",
    Thing.CONCERN: "S C",
    Thing.ROLES: "P",
    Thing.ADMIN_ACT: "S L",
    Thing.REVIEW_ANSWER: "A O L",
    Thing.EXAMPLE_OFFERED: "A Q",
    Thing.EXAMPLE_PROPOSED: "A Q O",
    Thing.EXAMPLE_TAKEN: "P",
}
LETTERS = {
    "P": Relation.MEMBER,
    "S": Relation.SUBJECT,
    "A": Relation.AUTHOR,
    "M": Relation.MANAGER,
    "N": Relation.NAMED_MANAGER,
    "R": Relation.READER,
    "V": Relation.SHOWN_READER,
    "W": Relation.WITNESS,
    "Q": Relation.ASKED,
    "T": Relation.PAIRED,
    "E": Relation.ROLLOUT,
    "L": Relation.PEOPLE_LEAD,
    "C": Relation.SHOWN_LEAD,
    "O": Relation.OWNER,
}
VIEWER, OTHER = "U1", "U2"
CLUSTER = "engineering"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a viewer is to a thing, each taken by itself."""

    is_subject: bool = False
    is_author: bool = False
    manages: bool = False
    is_named: bool = False
    reads_levels: bool = False
    is_shown: bool = False
    is_witness: bool = False
    is_asked: bool = False
    is_paired: bool = False
    is_in_rollout: bool = False
    is_lead: bool = False
    is_owner: bool = False

    @property
    def letters(self) -> set[str]:
        """The letters that hold."""
        held = {
            "S": self.is_subject,
            "A": self.is_author,
            "M": self.manages,
            "N": self.manages and self.is_named,
            "R": self.reads_levels,
            "V": self.is_shown,
            "W": self.is_witness,
            "Q": self.is_asked,
            "T": self.is_paired,
            "E": self.is_in_rollout,
            "L": self.is_lead,
            "C": self.is_lead and self.is_asked,
            "O": self.is_owner,
        }
        return {"P", *(letter for letter, holds in held.items() if holds)}

    @property
    def viewer(self) -> Viewer:
        """Who looks."""
        return Viewer(
            id=VIEWER,
            is_in_rollout=self.is_in_rollout,
            is_people_lead=self.is_lead,
            reports=frozenset({self.subject_id}) if self.manages else frozenset(),
            owned_frameworks=frozenset({CLUSTER}) if self.is_owner else frozenset(),
            namings=tuple(
                some_naming(id=name, of=self.subject_id, to=VIEWER, level=name == "levels")
                for name, holds in (("levels", self.reads_levels), ("shown", self.is_shown))
                if holds
            ),
        )

    @property
    def listed(self) -> Iterator[FrozenReader]:
        """The viewer's places on the list."""
        if self.is_named:
            yield named(VIEWER)
        if self.is_shown:
            yield FrozenReader(person_id=VIEWER, reading=Reading.READER, naming="shown")

    @property
    def subject_id(self) -> str:
        """Whom it is about."""
        return VIEWER if self.is_subject else OTHER

    def facts(self, thing: Thing) -> Facts:
        """What is looked at; others than the viewer stand in it in every part."""
        return Facts(
            thing=thing,
            subject_id=self.subject_id,
            author_id=VIEWER if self.is_author else OTHER,
            readers=(named(OTHER), *self.listed),
            witnesses=frozenset({OTHER, VIEWER} if self.is_witness else {OTHER}),
            asked=frozenset({OTHER, VIEWER} if self.is_asked else {OTHER}),
            paired=frozenset({OTHER, VIEWER} if self.is_paired else {OTHER}),
            framework=CLUSTER,
        )


def named(person_id: str) -> FrozenReader:
    """A place on a record's list."""
    return FrozenReader(person_id=person_id, reading=Reading.MANAGER)


def cases() -> Iterator[Case]:
    """Every combination: each single relation, each pair, and more at once."""
    parts = Case.__dataclass_fields__
    for held in product((False, True), repeat=len(parts)):
        yield Case(**dict(zip(parts, held, strict=True)))


def test_every_thing_stands_in_the_table() -> None:
    """No kind of thing is without its rule, and no rule without its kind."""
    assert set(READERS) == set(TABLE) == set(Thing)
    assert set(LETTERS.values()) == set(Relation)


@pytest.mark.parametrize("thing", Thing)
def test_the_table_says_the_same(thing: Thing) -> None:
    """What people are shown of the table names those readers, and none who would read it anyway."""
    assert TABLE[thing] == {LETTERS[letter] for letter in READERS[thing].split()}


@pytest.mark.parametrize("thing", Thing)
def test_who_is_named_reads_and_nobody_else(thing: Thing) -> None:
    """For whatever somebody is to a thing, they read it exactly if the table names one of these."""
    may = set(READERS[thing].split())

    wrong = [case for case in cases() if may_read(case.viewer, case.facts(thing)) != bool(may & case.letters)]

    assert not wrong


def test_the_relations_are_what_the_letters_say() -> None:
    """What somebody is to a thing follows from the thing and from what they are now, in every combination."""
    wrong = [
        case
        for case in cases()
        if relations(case.viewer, case.facts(Thing.EVIDENCE_SHARED))
        != {LETTERS[letter] for letter in case.letters}
    ]

    assert not wrong


@pytest.mark.parametrize("thing", Thing)
def test_who_may_not_take_part_reads_nothing(thing: Thing) -> None:
    """Guests, bots, leavers and strangers read nothing, whatever they were or are."""
    outside = [(replace(case.viewer, may_take_part=False), case.facts(thing)) for case in cases()]

    assert not any(may_read(viewer, facts) for viewer, facts in outside)
    assert not any(relations(viewer, facts) for viewer, facts in outside)
    assert not any(
        sight(viewer, OTHER).readings or sight(viewer, OTHER).sees_public or sight(viewer, OTHER).viewer_id
        for viewer, _ in outside
    )


@pytest.mark.parametrize("thing", Thing)
def test_a_thing_about_nobody_has_no_subject_and_no_manager(thing: Thing) -> None:
    """What has no subject, author or framework is not everybody's who has none either."""
    nobody = Viewer(id=VIEWER, reports=frozenset({OTHER}), owned_frameworks=frozenset({CLUSTER}))

    assert may_read(nobody, Facts(thing=thing)) == ("P" in READERS[thing].split())


@pytest.mark.parametrize("thing", Thing)
def test_a_reader_of_another_framework_or_another_subject_is_nobody(thing: Thing) -> None:
    """Owning another framework and managing somebody else count for nothing."""
    elsewhere = Viewer(id=VIEWER, reports=frozenset({"U3"}), owned_frameworks=frozenset({"product"}))
    facts = replace(Case(is_named=True).facts(thing), witnesses=frozenset())

    assert may_read(elsewhere, facts) == ("P" in READERS[thing].split())

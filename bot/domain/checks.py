"""Rules of the quarterly check: what is marked, and where two people see it differently (DESIGN 2)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.standing import Word
from bot.domain.texts import check_text, clean
from bot.errors import Invalid
from frameworks.model import Behaviour, Competency, Framework, behaviours_beyond, next_levels
from storage.choices import CheckMarked
from storage.records import Check, CheckMark, CheckSide, CheckWord, Mark, Person

LONGEST_WORD = 500
MOST_EXAMPLES = 20
"""Examples of one skill that one page asks about; a page of Slack's holds a hundred blocks."""
TALK_ABOUT_WORDING = 2
FEWEST_COUNTED = 4
"""Checks from which a count may be told to owners (DESIGN 5.12)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One skill of a check: the examples of it that the next level asks for."""

    skill: Competency
    examples: tuple[Behaviour, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDraft:
    """What was chosen on one page, in the order of its examples, None where nothing was."""

    subject_id: str
    page: int
    marks: tuple[str | None, ...]
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSeen:
    """A check as one of the two may see it: their own side, and the other's once both are in.

    `check` is None before its first mark, `theirs` and `their_words` are empty until both handed in.
    `pair_id` is the two's 1:1, in which a next step may be promised, if they have one.
    """

    subject: Person
    manager: Person
    viewer_id: str
    framework: Framework
    target_title: str | None
    asked: tuple[Asked, ...]
    check: Check | None
    is_mine_in: bool
    is_theirs_in: bool
    mine: Mapping[tuple[str, str], CheckMarked]
    my_words: Mapping[str, str]
    theirs: Mapping[tuple[str, str], CheckMarked]
    their_words: Mapping[str, str]
    pair_id: str | None = None

    @property
    def is_subject(self) -> bool:
        """Whether the viewer is the one it is about."""
        return self.viewer_id == self.subject.id

    @property
    def other(self) -> Person:
        """The other of the two."""
        return self.manager if self.is_subject else self.subject

    @property
    def are_both_in(self) -> bool:
        """Whether each may see what the other marked."""
        return self.is_mine_in and self.is_theirs_in

    @property
    def first_open(self) -> int:
        """The first page on which something is unmarked; the last where all is."""
        for page, one in enumerate(self.asked):
            if any((one.skill.key, example.id) not in self.mine for example in one.examples):
                return page
        return len(self.asked) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An example that one of the two saw and the other did not yet."""

    skill: Competency
    example: Behaviour
    mine: CheckMarked
    theirs: CheckMarked


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One mark of a check that both handed in, and the day on which its author did."""

    mark: CheckMark
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidInCheck:
    """What somebody said in a check, on a day, of a skill of which something is not there yet."""

    author_id: str
    on: date
    word: str


def target_of(framework: Framework, level: str | None) -> str | None:
    """The level that a check looks toward, the next one up; None for one sheet, and where none comes next."""
    return next((one.id for one in next_levels(framework, level)), None)


def asked_of(framework: Framework, level: str | None, target: str | None) -> tuple[Asked, ...]:
    """The examples beyond a level, skill by skill, in the framework's order; all of one sheet."""
    if target is None and not framework.is_one_sheet:
        return ()
    beyond = behaviours_beyond(framework, level, target)
    return tuple(
        Asked(
            skill=framework.competency(key),
            examples=tuple(framework.behaviour(ref) for ref in refs[:MOST_EXAMPLES]),
        )
        for key, refs in beyond.items()
    )


def check_page(draft: PageDraft, asked: Asked) -> tuple[Mapping[str, CheckMarked], str]:
    """The marks of a page by example, and the word beside them.

    Raises Invalid at `mark:N` for what is not marked, at `word` where something is not there yet and
    nothing says what is missing.
    """
    known = set(CheckMarked)
    marks: dict[str, CheckMarked] = {}
    for place, example in enumerate(asked.examples):
        chosen = draft.marks[place] if place < len(draft.marks) else None
        if chosen not in known:
            raise Invalid("choose_one", f"mark:{place}")
        marks[example.id] = CheckMarked(chosen)
    has_gap = CheckMarked.NOT_YET in marks.values()
    if has_gap and not clean(draft.word):
        raise Invalid("say_what_is_missing", "word")
    return marks, check_text(draft.word, "word", LONGEST_WORD) if clean(draft.word) else ""


def is_in(sides: Iterable[CheckSide], author_id: str) -> bool:
    """Whether one of the two handed in."""
    return any(side.author_id == author_id and side.handed_in_at for side in sides)


def is_skipped(sides: Iterable[CheckSide], author_id: str) -> bool:
    """Whether one of the two left it out, which only they can see."""
    return any(side.author_id == author_id and side.skipped_at for side in sides)


def marks_by(marks: Iterable[CheckMark], author_id: str) -> dict[tuple[str, str], CheckMarked]:
    """One side's marks by skill and example."""
    return {(mark.competency, mark.behaviour): mark.mark for mark in marks if mark.author_id == author_id}


def words_by(words: Iterable[CheckWord], author_id: str) -> dict[str, str]:
    """One side's words by skill."""
    return {word.competency: word.word for word in words if word.author_id == author_id}


def words_marked(marked: Iterable[Marked]) -> Iterator[Word]:
    """The word of each who marked an example as not there yet, in their newest check of it (DESIGN 7).

    A mark is a word and no evidence: that somebody saw an example counts for nothing here.
    """
    newest: dict[tuple[str, str, str], Marked] = {}
    for one in sorted(marked, key=lambda each: (each.on, each.mark.check_id)):
        newest[one.mark.author_id, one.mark.competency, one.mark.behaviour] = one
    for (author_id, competency, behaviour), one in newest.items():
        if one.mark.mark is CheckMarked.NOT_YET:
            yield Word(
                person_id=author_id,
                competency=competency,
                behaviour=behaviour,
                on=one.on,
                said_in=one.mark.check_id,
                is_mark=True,
            )


def opportunities(check: Check, marks: Iterable[CheckMark]) -> tuple[tuple[str, Mark], ...]:
    """What either marked as without opportunity, with who did, the member's own marks first."""
    none = [one for one in marks if one.mark is CheckMarked.NO_OPPORTUNITY]
    return tuple(
        (one.author_id, Mark(framework=check.framework, competency=one.competency, behaviour=one.behaviour))
        for one in sorted(none, key=lambda one: one.author_id != check.subject_id)
    )


def differences(seen: CheckSeen) -> tuple[Difference, ...]:
    """Where one saw an example and the other did not yet; nothing before both are in.

    That somebody had no opportunity is no difference: it is a task.
    """
    apart = {CheckMarked.SEEN, CheckMarked.NOT_YET}
    return tuple(
        Difference(
            skill=one.skill,
            example=example,
            mine=seen.mine[one.skill.key, example.id],
            theirs=seen.theirs[one.skill.key, example.id],
        )
        for one in seen.asked
        for example in one.examples
        if {seen.mine.get((one.skill.key, example.id)), seen.theirs.get((one.skill.key, example.id))} == apart
    )


def read_two_ways(found: Iterable[Difference]) -> frozenset[str]:
    """The keys of skills with two differences or more: there it is the wording that wants a talk."""
    counts = Counter(one.skill.key for one in found)
    return frozenset(key for key, count in counts.items() if count >= TALK_ABOUT_WORDING)


def without_opportunity(seen: CheckSeen) -> tuple[tuple[Competency, Behaviour], ...]:
    """What either of the two says there was no opportunity for."""
    none = CheckMarked.NO_OPPORTUNITY
    return tuple(
        (one.skill, example)
        for one in seen.asked
        for example in one.examples
        if none in {seen.mine.get((one.skill.key, example.id)), seen.theirs.get((one.skill.key, example.id))}
    )


def agreed(seen: CheckSeen, mark: CheckMarked) -> int:
    """On how many examples both said the same thing."""
    return sum(seen.theirs.get(place) is mark for place, mine in seen.mine.items() if mine is mark)


def counted(two_ways: Sequence[frozenset[str]], checks: int) -> dict[str, int] | None:
    """In how many checks each skill was read two ways; None where the checks are too few to tell of.

    A count under four is left out, as is what would give it away (DESIGN 5.12).
    """
    if checks < FEWEST_COUNTED:
        return None
    counts = Counter(key for one in two_ways for key in one)
    return {key: count for key, count in counts.items() if count >= FEWEST_COUNTED}

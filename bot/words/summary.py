"""A summary in sentences: one for each kind of statement, the same for whoever reads it.

The sentences name no one as "you" or by pronoun, since a joint summary is one text for two readers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby

from bot.domain.standing import State
from bot.domain.statements import Section, Statement, StatementKind
from bot.words.dates import day
from bot.words.lists import counted, listed, possessive
from bot.words.names import Names, quoted

HEADINGS: Mapping[Section, str] = {
    Section.FRAME: "What this looks at",
    Section.STANDING: "Standing, skill by skill",
    Section.MILESTONES: "Milestones",
    Section.COVERAGE: "What was noted",
    Section.WARNINGS: "Keep in mind",
    Section.CHANGES: "Since the last summary",
    Section.QUESTIONS: "To talk about",
}
STATES: Mapping[State, str] = {
    State.GIVEN: "given",
    State.SHOWN: "shown",
    State.NOT_YET: "not yet",
    State.EMERGING: "emerging",
    State.NO_OPPORTUNITY: "no opportunity yet",
    State.NOTHING_RECORDED: "nothing recorded",
}

_UNRECORDED = StatementKind.SKILL_UNRECORDED


def sentence(statement: Statement, names: Names) -> str:
    """What a person reads of a statement."""
    return SENTENCES[statement.kind](statement, names)


def paragraphs(statements: Sequence[Statement], names: Names) -> list[tuple[int, str]]:
    """Sentences in their order, each with the place of its statement: skills without notes share one."""
    read: list[tuple[int, str]] = []
    for is_unrecorded, group in groupby(enumerate(statements), lambda at: at[1].kind is _UNRECORDED):
        places = list(group)
        if is_unrecorded and len(places) > 1:
            read.append((places[0][0], _skills_unrecorded([one for _, one in places], names)))
        else:
            read += [(at, sentence(one, names)) for at, one in places]
    return read


def _period(one: Statement, _: Names) -> str:
    return f"From {_day(one.text('first'))} to {_day(one.text('last'))}."


def _placed(one: Statement, names: Names) -> str:
    cluster = names.frameworks.get(one.text("framework"), one.text("framework"))
    level = one.text("level")
    place = f"{names.level(level)} in {cluster}" if level else cluster
    return f"{place}, since {_day(one.text('since'))}."


def _second_cluster(one: Statement, names: Names) -> str:
    title = names.frameworks.get(one.text("framework"), one.text("framework"))
    return f"Skills of {title}, the second group, are counted too, without a level."


def _no_placement(_one: Statement, _names: Names) -> str:
    return "No level is set yet, so this says what was noted and holds it against no level."


def _no_level(one: Statement, _: Names) -> str:
    unknown = one.filter and one.filter.level
    what = f"The level {unknown} is there no more" if unknown else "The level is not settled yet"
    return f"{what}, so this says what was noted and holds it against no level."


def _toward(one: Statement, names: Names) -> str:
    return f"Looking toward {names.level(one.text('level'))}."


def _top_level(one: Statement, names: Names) -> str:
    return f"{names.level(one.text('level'))} is the last level on its path, so there is no next one here."


def _given_by_level(one: Statement, names: Names) -> str:
    level, count = names.level(one.text("level")), one.count("behaviours")
    what = "The one example" if count == 1 else f"The {_examples(count)}"
    return f"{what} up to {level} {_are(count)} taken as given, and not listed here."


def _level_needs(one: Statement, names: Names) -> str:
    asked = {
        "points": f"{counted(one.count('points'), 'point', 'points')} in all",
        "any": f"any {one.count('any')} of the examples not required by name",
        "witnesses": f"{counted(one.count('witnesses'), 'person', 'people')} to confirm each example",
        "months": f"{counted(one.count('months'), 'month', 'months')} at the level before, "
        f"of which {one.count('months_so_far')} so far",
    }
    needs = [text for name, text in asked.items() if one.count(name)]
    return f"{names.level(one.text('level'))} also asks for {listed(needs)}."


def _skill_stands(one: Statement, names: Names) -> str:
    return f"{names.skill(one.competency)}: all that is needed is shown, {_shown_of(one)}."


def _skill_partly(one: Statement, names: Names) -> str:
    emerging = f", {one.count('emerging')} emerging" if one.count("emerging") else ""
    return f"{names.skill(one.competency)}: {_shown_of(one)} shown{emerging}."


def _given_by_stage(one: Statement, names: Names) -> str:
    return f"{_example(one, names)}: given, as later examples of {names.skill(one.competency)} are shown."


def _shown(one: Statement, names: Names) -> str:
    return f"{_example(one, names)}: shown on {_seen(one)}."


def _not_yet(one: Statement, names: Names) -> str:
    said = f"{_example(one, names)}: not yet, in {possessive(names.person(one.text('person')))} words"
    favourable = one.count("favourable")
    beside = f" Beside that, {_notes(favourable)} {_speak(favourable)} for it." if favourable else ""
    return f"{said} of {_day(one.text('on'))}.{beside}"


def _emerging(one: Statement, names: Names) -> str:
    return f"{_example(one, names)}: emerging, noted on {_seen(one)}."


def _shown_before(one: Statement, names: Names) -> str:
    last = _day(one.text("last_seen"))
    return f"{_example(one, names)}: emerging, as it was shown before; last seen on {last}."


def _no_opportunity(one: Statement, names: Names) -> str:
    marked = f", as marked on {day(one.filter.first)}" if one.filter else ""
    return f"{_example(one, names)}: no opportunity yet{marked}."


def _nothing_recorded(one: Statement, names: Names) -> str:
    since = f" since {day(one.filter.first)}" if one.filter else ""
    return f"{_example(one, names)}: nothing recorded for it{since}."


def _contrary(one: Statement, names: Names) -> str:
    pieces = one.count("pieces")
    against = f"{_notes(pieces)} {_speak(pieces)} against"
    if one.behaviour:
        return f"{_example(one, names)}: {against} it."
    return f"{names.skill(one.competency)}: {against}." if one.competency else f"On no skill: {against}."


def _others_shown(one: Statement, _: Names) -> str:
    shown = one.count("shown")
    return (
        f"Of the examples not required by name {shown} {_are(shown)} shown, of any {one.count('any')} asked."
    )


def _milestone_met(one: Statement, names: Names) -> str:
    framework = one.text("framework")
    text = names.milestones.get((framework, one.text("milestone")), one.text("milestone"))
    trigger = names.triggers.get((framework, one.text("trigger")), one.text("trigger"))
    level = names.level(one.text("level"), framework)
    last = f"last on {_day(one.text('last_seen'))}, {_confirmed(one)}"
    return f"{quoted(text)}: a milestone of {level} ({trigger}), {last}."


def _no_milestone(one: Statement, names: Names) -> str:
    level = f" of {names.level(one.filter.level)}" if one.filter and one.filter.level else ""
    return f"No milestone{level} was noted from {_span(one)}."


def _coverage(one: Statement, names: Names) -> str:
    contrary = one.count("contrary")
    against = f" {contrary} of them {_speak(contrary)} against." if contrary else ""
    return f"{names.skill(one.competency)}: {_notes(len(one.evidence))}, {_last(one)}.{against}"


def _unsorted(one: Statement, _: Names) -> str:
    count = len(one.evidence)
    return f"{_notes(count)} {'names' if count == 1 else 'name'} no skill yet, {_last(one)}."


def _empty_period(one: Statement, _: Names) -> str:
    return (
        f"Nothing was noted from {_span(one)}. A note of a line or two fills it: what was done, and what it "
        "changed. Kudos count once they are kept as a note."
    )


def _mostly_recent(one: Statement, _: Names) -> str:
    return f"{_of_notes(one)} are from the last six weeks, so earlier work may be missing."


def _one_voice(one: Statement, names: Names) -> str:
    return (
        f"{_of_notes(one)} that somebody else stands behind rest on {names.person(one.text('person'))} alone."
    )


def _unwitnessed(one: Statement, _: Names) -> str:
    if one.count("of") == 1:
        return "Nobody else has confirmed the one note there is."
    return f"{_of_notes(one)} are confirmed by nobody else."


def _skill_unrecorded(one: Statement, names: Names) -> str:
    return f"{names.skill(one.competency)}: nothing was noted from {_span(one)}."


def _skills_unrecorded(several: Sequence[Statement], names: Names) -> str:
    skills = listed([names.skill(one.competency) for one in several])
    return f"Nothing was noted from {_span(several[0])} on {len(several)} skills: {skills}."


def _level_changed(one: Statement, names: Names) -> str:
    return f"The level was {names.level(one.text('was'))}, and is {names.level(one.text('now'))} now."


def _moved(one: Statement, names: Names) -> str:
    was, now = STATES[State(one.text("was"))], STATES[State(one.text("now"))]
    return f"{_example(one, names)}: {was} before, {now} now."


def _new_evidence(one: Statement, _: Names) -> str:
    return f"{_notes(one.count('pieces'))} {_are(one.count('pieces'))} new."


def _unchanged(_one: Statement, _names: Names) -> str:
    return "Nothing has changed."


def _ask_what_would_show(one: Statement, names: Names) -> str:
    person = names.person(one.text("person"))
    return f"{_example(one, names)}: {person} said not yet. What would show it?"


def _ask_chance(one: Statement, names: Names) -> str:
    return f"{_example(one, names)}: where could a first chance come from?"


def _ask_who_saw(one: Statement, names: Names) -> str:
    return f"{_example(one, names)}: who saw it, and could confirm the note?"


def _ask_unwritten(one: Statement, names: Names) -> str:
    about = _example(one, names) if one.behaviour else names.skill(one.competency)
    return f"{about}: did it happen and nobody wrote it down, or was there no occasion?"


def _ask_again(one: Statement, names: Names) -> str:
    return f"{_example(one, names)}: where is the next occasion?"


def _ask_earlier(_one: Statement, _names: Names) -> str:
    return "Most notes are recent. What from earlier is worth keeping?"


def _ask_proud(_one: Statement, _names: Names) -> str:
    return "Which piece of work from this time is worth keeping in mind?"


def _ask_next(_one: Statement, _names: Names) -> str:
    return "What would be good to do more of next?"


SENTENCES: Mapping[StatementKind, Callable[[Statement, Names], str]] = {
    StatementKind.PERIOD: _period,
    StatementKind.PLACED: _placed,
    StatementKind.SECOND_CLUSTER: _second_cluster,
    StatementKind.NO_PLACEMENT: _no_placement,
    StatementKind.NO_LEVEL: _no_level,
    StatementKind.TOWARD: _toward,
    StatementKind.TOP_LEVEL: _top_level,
    StatementKind.GIVEN_BY_LEVEL: _given_by_level,
    StatementKind.LEVEL_NEEDS: _level_needs,
    StatementKind.SKILL_STANDS: _skill_stands,
    StatementKind.SKILL_PARTLY: _skill_partly,
    StatementKind.GIVEN_BY_STAGE: _given_by_stage,
    StatementKind.SHOWN: _shown,
    StatementKind.NOT_YET: _not_yet,
    StatementKind.EMERGING: _emerging,
    StatementKind.SHOWN_BEFORE: _shown_before,
    StatementKind.NO_OPPORTUNITY: _no_opportunity,
    StatementKind.NOTHING_RECORDED: _nothing_recorded,
    StatementKind.CONTRARY: _contrary,
    StatementKind.OTHERS_SHOWN: _others_shown,
    StatementKind.MILESTONE_MET: _milestone_met,
    StatementKind.NO_MILESTONE: _no_milestone,
    StatementKind.COVERAGE: _coverage,
    StatementKind.UNSORTED: _unsorted,
    StatementKind.EMPTY_PERIOD: _empty_period,
    StatementKind.MOSTLY_RECENT: _mostly_recent,
    StatementKind.ONE_VOICE: _one_voice,
    StatementKind.UNWITNESSED: _unwitnessed,
    StatementKind.SKILL_UNRECORDED: _skill_unrecorded,
    StatementKind.LEVEL_CHANGED: _level_changed,
    StatementKind.RISEN: _moved,
    StatementKind.LOWERED: _moved,
    StatementKind.LAPSED: _moved,
    StatementKind.NEW_EVIDENCE: _new_evidence,
    StatementKind.UNCHANGED: _unchanged,
    StatementKind.ASK_WHAT_WOULD_SHOW: _ask_what_would_show,
    StatementKind.ASK_CHANCE: _ask_chance,
    StatementKind.ASK_WHO_SAW: _ask_who_saw,
    StatementKind.ASK_AGAIN: _ask_again,
    StatementKind.ASK_UNWRITTEN: _ask_unwritten,
    StatementKind.ASK_EARLIER: _ask_earlier,
    StatementKind.ASK_PROUD: _ask_proud,
    StatementKind.ASK_NEXT: _ask_next,
}


def _example(one: Statement, names: Names) -> str:
    return names.example(one.competency, one.behaviour)


def _notes(count: int) -> str:
    return counted(count, "note", "notes")


def _speak(count: int) -> str:
    return "speaks" if count == 1 else "speak"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _of_notes(one: Statement) -> str:
    return f"{one.count('pieces')} of {_notes(one.count('of'))}"


def _shown_of(one: Statement) -> str:
    return f"{one.count('shown')} of {_examples(one.count('of'))}"


def _examples(count: int) -> str:
    return counted(count, "example", "examples")


def _seen(one: Statement) -> str:
    """On how many days, when last, and by how many confirmed."""
    return f"{counted(one.count('days'), 'day', 'days')}, {_last(one)}, {_confirmed(one)}"


def _confirmed(one: Statement) -> str:
    witnesses = one.count("witnesses")
    return f"confirmed by {counted(witnesses, 'person', 'people')}" if witnesses else "not confirmed yet"


def _last(one: Statement) -> str:
    return f"last on {_day(one.text('last_seen'))}"


def _day(written: str) -> str:
    return day(date.fromisoformat(written))


def _span(one: Statement) -> str:
    return f"{day(one.filter.first)} to {day(one.filter.last)}" if one.filter else ""

"""All rules by their lasting names, and the run of them over a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from frameworks.findings import Finding, nearest
from frameworks.lint import alike, balance, language, lengths, levels, measures, observable, unfinished
from frameworks.lint.examined import Examined, Hit
from frameworks.load import Loaded

Rule = Callable[[Examined], Iterator[Hit]]


def unknown_rule(file: Examined) -> Iterator[Hit]:
    """An allowance that names no rule."""
    on_lines = ((name, line) for line, names in file.allowed.on_lines.items() for name in sorted(names))
    for name, line in chain(file.allowed.rules, on_lines):
        if name not in RULES:
            yield Hit(line, f"`{name}` is allowed here, but is no rule", nearest(name, RULES))


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "trait": observable.trait,
        "state": observable.state,
        "no-deed": observable.no_deed,
        "quantifier": measures.quantifier,
        "intensifier": measures.intensifier,
        "two-deeds": measures.two_deeds,
        "and-or": measures.and_or,
        "jargon": language.jargon,
        "abbreviation": language.abbreviation,
        "unfair-word": language.unfair_word,
        "long-sentence": lengths.long_sentence,
        "long-behaviour": lengths.long_behaviour,
        "hard-to-read": lengths.hard_to_read,
        "placeholder": unfinished.placeholder,
        "empty-stage": unfinished.empty_stage,
        "few-behaviours": unfinished.few_behaviours,
        "milestone-without-skill": unfinished.milestone_without_skill,
        "unused-trigger": unfinished.unused_trigger,
        "alike-stages": alike.alike_stages,
        "repeated": alike.repeated,
        "alike-levels": alike.alike_levels,
        "manager-without-par": levels.manager_without_par,
        "pars-do-not-rise": levels.pars_do_not_rise,
        "dimension-left-out": levels.dimension_left_out,
        "skill-nobody-needs": levels.skill_nobody_needs,
        "too-many-skills": levels.too_many_skills,
        "unequal-lanes": balance.unequal_lanes,
        "no-milestones": balance.no_milestones,
        "unknown-rule": unknown_rule,
    }
)


def lint(loaded: Loaded) -> tuple[Finding, ...]:
    """Warnings by line; none for a file with errors, on parts of another file, or where they are allowed."""
    if loaded.framework is None:
        return ()
    file = Examined(loaded.framework, frozenset(loaded.marks), loaded.allowed)
    found = (_finding(loaded, rule, hit) for rule, check in RULES.items() for hit in check(file))
    told = {one for one in found if not loaded.allowed.holds(one.rule or "", one.line)}
    return tuple(sorted(told, key=lambda one: (one.line, one.rule or "", one.what)))


def _finding(loaded: Loaded, rule: str, hit: Hit) -> Finding:
    line = hit.at if isinstance(hit.at, int) else loaded.marks.get(hit.at, 1)
    return Finding(path=loaded.path, line=line, what=hit.what, how=hit.how, is_error=False, rule=rule)

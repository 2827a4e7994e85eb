"""What a check found, as lines: errors all of them, many warnings of a file by their rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.words import framework_report as words
from bot.words.framework_files import found
from frameworks.findings import Finding

MANY = 20
"""Warnings of one file, above which they are told by rule."""
FIRST = 3


def report(findings: Iterable[Finding], *, in_full: bool) -> Iterator[str]:
    """File by file: by line, or with many warnings the errors and then the first of each rule."""
    ordered = sorted(findings, key=lambda one: (one.path, one.line))
    for path, group in groupby(ordered, key=lambda one: one.path):
        own = list(group)
        warnings = [one for one in own if not one.is_error]
        if in_full or len(warnings) <= MANY:
            yield from map(found, own)
        else:
            yield from (found(one) for one in own if one.is_error)
            yield from _by_rule(path, warnings)


def _by_rule(path: str, warnings: Sequence[Finding]) -> Iterator[str]:
    rules: dict[str, list[Finding]] = {}
    for one in warnings:
        rules.setdefault(one.rule or "", []).append(one)
    yield words.many(path, len(warnings), len(rules))
    for rule, own in sorted(rules.items(), key=lambda item: (-len(item[1]), item[0])):
        yield words.of_a_rule(rule, len(own))
        yield from map(found, own[:FIRST])
        if len(own) > FIRST:
            yield words.more(len(own) - FIRST)

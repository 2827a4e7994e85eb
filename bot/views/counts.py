"""Where people had no opportunity yet: the page of counts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.domain.counts import CountsSeen, Figure, Report
from bot.views import kit
from bot.views.answers import pack, unpack
from bot.words import counts as words
from bot.words.names import Names, names_of

VIEW = "counts_view"
OPEN = "counts_open"
_MOST = 10


def counts_page(seen: CountsSeen) -> kit.Modal:
    """The last quarters, group by group."""
    names = names_of(seen.frameworks, {})
    told = [block for quarter, report in seen.reports for block in _quarter(quarter, report, names)]
    blocks = [kit.section(words.INTRO), *told, kit.context(words.HOW)]
    return kit.modal(VIEW, words.TITLE, blocks, close=words.CLOSE)


def counts_button(framework: str | None = None) -> kit.Element:
    """Leads to the page, of all skills or of one framework's."""
    return kit.button(OPEN, words.OPEN, pack(framework=framework))


def read_framework(action: Mapping[str, Any]) -> str | None:
    """The framework that a button is about, if any."""
    framework = unpack(action.get("value")).get("framework")
    return framework if isinstance(framework, str) else None


def _quarter(quarter: str, report: Report, names: Names) -> Iterator[kit.Block]:
    yield kit.header(words.quarter(quarter))
    if not report.groups:
        yield kit.section(words.NO_GROUP)
        return
    if len(report.groups) > 1:
        yield from _group(words.EVERYBODY, report.totals, names)
    for unit in sorted(report.groups, key=lambda unit: (unit is None, unit or "")):
        title = words.REST if unit is None else names.frameworks.get(unit, unit)
        yield from _group(title if len(report.groups) > 1 else words.EVERYBODY, report.of(unit), names)


def _group(title: str, figures: Sequence[Figure], names: Names) -> Iterator[kit.Block]:
    yield kit.paragraph(kit.words(title, bold=True))
    lines = [words.figure(names.skill(one.competency), one.at_least) for one in figures[:_MOST]]
    yield kit.bullets(lines) if lines else kit.context(words.TOO_FEW)

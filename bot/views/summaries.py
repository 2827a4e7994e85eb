"""A summary on the screen: the short answer first, then every line with its notes behind a button."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.statements import Section, Statement, StatementKind
from bot.domain.summary import gaps, strengths
from bot.domain.summary_seen import Sources, SummarySeen
from bot.domain.texts import LONGEST
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.views.guides import offer
from bot.views.observations import answer_lines
from bot.views.receipts import sure_with
from bot.words import guides as guide_words
from bot.words import summaries as words
from bot.words.dates import day
from bot.words.errors import SENTENCES
from bot.words.feedback import contrary
from bot.words.names import Names, names_of
from bot.words.observations import kind_of
from bot.words.summary import HEADINGS, paragraphs, sentence
from prompts.model import Moment, Side
from storage.choices import EvidenceSource, SummaryScope
from storage.records import Evidence

VIEW = "summary_view"
REPLY_FORM = "summary_reply_form"
OPEN, SOURCES, PAGE = "summary_open", "summary_sources", "summary_page"
BACK = "summary_back"
MINE = "summary_mine"
SHARE, REPLY = "summary_share", "summary_reply"
PAGE_LINES = 40
_STRENGTHS, _GAPS = 3, 2
_COUNTED = {
    "shown": {StatementKind.SHOWN, StatementKind.GIVEN_BY_STAGE},
    "emerging": {StatementKind.EMERGING, StatementKind.SHOWN_BEFORE},
    "nothing": {StatementKind.NOTHING_RECORDED},
}


def summary_page(seen: SummarySeen, page: int = 0) -> kit.Modal:
    """One page; the first begins with the short answer."""
    names = _names(seen)
    lines = [(at, one) for at, one in enumerate(seen.statements) if one.kind.section is not Section.FRAME]
    pages = max(1, -(-len(lines) // PAGE_LINES))
    page = min(max(page, 0), pages - 1)
    shown = lines[page * PAGE_LINES : (page + 1) * PAGE_LINES]
    blocks = [
        *(_top(seen, names) if page == 0 else ()),
        *_lines(seen, shown, names),
        *_foot(seen, page, pages),
    ]
    return kit.modal(
        VIEW, words.TITLE, blocks, close=words.CLOSE, private_metadata=pack(summary=seen.summary.id)
    )


def sources_page(sources: Sources, position: int) -> kit.Modal:
    """What is behind one line, in the words of those who wrote it."""
    seen = sources.seen
    names = _names(seen)
    blocks = [kit.section(sentence(seen.statements[position], names))]
    for said in sources.said:
        by = words.in_check(day(said.on), names.person(said.author_id))
        blocks += [kit.divider(), kit.quote(said.word), kit.context(by)]
    for piece in sources.pieces[:20]:
        blocks += [kit.divider(), kit.quote(piece.text), *_origin(piece, names)]
        blocks += answer_lines(piece, seen.subject, seen.zone, is_own=seen.is_own)
    if not sources.pieces and not sources.said:
        blocks.append(kit.section(words.GONE))
    return kit.modal("summary_sources_view", words.SOURCES_TITLE, blocks, close=words.CLOSE)


def reply_form(summary_id: str, draft: str, reply: str | None) -> kit.Modal:
    """The member's answer."""
    box = kit.text_box("summary_reply_text", multiline=True, initial=reply, max_length=LONGEST)
    return kit.modal(
        REPLY_FORM,
        words.REPLY_TITLE,
        [kit.input_block("reply", words.REPLY_LABEL, box, hint=words.REPLY_HINT)],
        submit=words.SEND,
        close=words.CLOSE,
        private_metadata=pack(summary=summary_id, draft=draft),
    )


def read_reply_form(view: Mapping[str, Any]) -> tuple[str, str, str]:
    """The summary, the words, and the draft of an answer."""
    known = unpack(view.get("private_metadata"))
    return str(known.get("summary")), Answers.of(view).text("reply"), str(known.get("draft"))


def shared_message(seen: SummarySeen, delivery: str) -> kit.Message:
    """To the other side of a joint summary: whose, when and counts, never words (DESIGN 5.10)."""
    summary, mine = seen.summary, seen.is_own
    manager = seen.manager.name if seen.manager else ""
    by_me = summary.asked_by == seen.subject.id
    said = words.shared(
        seen.subject.name if not mine else manager,
        summary.period_from,
        summary.period_to,
        is_mine=mine and not by_me,
    )
    return _with_button(said, seen, delivery)


def ready_message(seen: SummarySeen, delivery: str) -> kit.Message:
    """To who asked in a channel."""
    summary = seen.summary
    said = words.ready(seen.subject.name, summary.period_from, summary.period_to, is_own=seen.is_own)
    return _with_button(said, seen, delivery)


def mention_message(what: str, command: str) -> kit.Message:
    """In a channel, to the asker alone: sent, a refusal by its key, or help."""
    if what == "sent":
        return kit.message(words.sent_to_you())
    known = SENTENCES.get(what)
    return kit.message(known or words.mention_help(command))


def _with_button(said: str, seen: SummarySeen, delivery: str) -> kit.Message:
    button = kit.button(OPEN, words.OPEN, pack(summary=seen.summary.id, delivery=delivery), style="primary")
    tally = {name: sum(one.kind in kinds for one in seen.statements) for name, kinds in _COUNTED.items()}
    counted = words.counts(tally["shown"], tally["emerging"], tally["nothing"])
    return kit.message(said, [kit.section(said), kit.context(counted), kit.actions(button)])


def _names(seen: SummarySeen) -> Names:
    frameworks = [one for one in (seen.framework, seen.second) if one is not None]
    return names_of(frameworks, {person.id: person.name for person in seen.people.values()})


def _top(seen: SummarySeen, names: Names) -> list[kit.Block]:
    summary = seen.summary
    title = words.heading(seen.subject.name, summary.period_from, summary.period_to, is_own=seen.is_own)
    framed = [one for one in seen.statements if one.kind.section is Section.FRAME]
    frame = [sentence(one, names) for one in framed if one.kind is not StatementKind.PERIOD]  # in the title
    asked = [one for one in seen.statements if one.kind.section is Section.QUESTIONS][:1]
    return [
        kit.header(title),
        kit.context(_who_reads(seen)),
        kit.section(" ".join(frame)),
        *_short(words.STRENGTHS, strengths(seen.statements, _STRENGTHS), names),
        *_short(words.GAPS, gaps(seen.statements, _GAPS), names),
        *_short(words.QUESTION, asked, names),
        *_reply(seen),
        kit.divider(),
    ]


def _short(heading: str, statements: Sequence[Statement], names: Names) -> list[kit.Block]:
    if not statements:
        return []
    lines = [sentence(one, names) for one in statements]
    return [kit.paragraph(kit.words(heading, bold=True)), kit.bullets(lines)]


def _who_reads(seen: SummarySeen) -> str:
    if seen.summary.scope is SummaryScope.OWN:
        return words.ONLY_YOU
    people = (seen.subject, *filter(None, [seen.manager]), *(one.reader for one in seen.named))
    return words.who_reads([one.name for one in people if one.id != seen.viewer_id])


def _reply(seen: SummarySeen) -> list[kit.Block]:
    if not seen.summary.reply:
        return []
    title = kit.paragraph(kit.words(words.replied(seen.subject.name, is_own=seen.is_own), bold=True))
    return [title, kit.quote(seen.summary.reply)]


def _lines(seen: SummarySeen, lines: Sequence[tuple[int, Statement]], names: Names) -> list[kit.Block]:
    blocks: list[kit.Block] = []
    section: Section | None = None
    for place, said in paragraphs([statement for _, statement in lines], names):
        at, statement = lines[place]
        if statement.kind.section is not section:
            section = statement.kind.section
            blocks.append(kit.paragraph(kit.words(HEADINGS[section], bold=True)))
        blocks.append(kit.section(said, accessory=_sources(seen, at, statement)))
    return blocks


def _sources(seen: SummarySeen, at: int, statement: Statement) -> kit.Element | None:
    if not statement.evidence:
        return None
    value = pack(summary=seen.summary.id, at=at)
    return kit.button(SOURCES, words.sources(len(statement.evidence)), value)


def _foot(seen: SummarySeen, page: int, pages: int) -> list[kit.Block]:
    buttons = []
    if page > 0:
        buttons.append(kit.button(BACK, words.BACK, pack(summary=seen.summary.id, page=page - 1)))
    if page + 1 < pages:
        buttons.append(kit.button(PAGE, words.NEXT, pack(summary=seen.summary.id, page=page + 1)))
    if seen.is_own and seen.summary.scope is SummaryScope.JOINT:
        buttons.append(kit.button(REPLY, words.REPLY, pack(summary=seen.summary.id)))
    if seen.is_own and seen.summary.scope is SummaryScope.OWN and seen.manager:
        sure = kit.confirm(
            words.share_title(),
            sure_with(words.share_sure(seen.manager.name), seen.named),
            words.SHARE_YES,
            words.CLOSE,
        )
        label = words.share(seen.manager.name)
        buttons.append(kit.button(SHARE, label, pack(summary=seen.summary.id), confirm=sure))
    side = Side.REPORT if seen.is_own else Side.MANAGER
    buttons.append(offer(Moment.SUMMARY, side, guide_words.FOR_SUMMARY))
    count = [words.page(page + 1, pages)] if pages > 1 else []
    return [kit.actions(*buttons, block_id=f"foot-{page}"), kit.context(*count, words.NOT_SCORED)]


def _origin(piece: Evidence, names: Names) -> list[kit.Block]:
    if piece.source is EvidenceSource.OBSERVATION:
        kind = kind_of(is_favourable=piece.is_favourable)
        return [kit.context(words.observed(day(piece.happened_on), names.person(piece.author_id), kind))]
    seen = [one.person_id for one in piece.witnesses if one.text_version == piece.text_version]
    line = words.source(
        day(piece.happened_on), tuple(names.person(one) for one in seen if one != piece.owner_id)
    )
    blocks = [kit.context(line) if piece.is_favourable else kit.context(line, contrary(is_own=False))]
    if piece.link:
        blocks.insert(0, kit.paragraph(kit.link(piece.link)))
    return blocks

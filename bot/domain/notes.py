"""Rules of notes: how they are dated and linked, and what a message may give to one."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from bot.domain.cadence import zone_or_utc
from bot.domain.readers import NamedSeen
from bot.domain.texts import check_text
from bot.errors import Invalid
from storage.records import Evidence, Person

LONGEST_LINK = 2000
_DOMAIN = re.compile(r"[a-z0-9][a-z0-9.-]*")
_PLACE = re.compile(r"[CDG][A-Z0-9]+")
_TS = re.compile(r"[0-9]{1,11}\.[0-9]{1,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """A note as typed. `draft` is one per opened form; `manager_id` is who the receipt named as manager.

    `happened_on` is None for today. `is_choice` says that private or shared was chosen in this form, so that
    the next note starts the same way. `past` is the note from a past review that becomes this one.
    """

    draft: str
    text: str
    happened_on: date | None
    link: str
    skills: tuple[str, ...]
    showed: tuple[str, ...]
    is_shared: bool
    is_choice: bool
    is_of_message: bool
    manager_id: str | None
    past: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a draft tells, ready to keep."""

    text: str
    link: str | None
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenMessage:
    """A message in Slack that somebody wants a note or kudos about; `author_id` is None for a bot's."""

    author_id: str | None
    text: str
    channel: str
    ts: str
    domain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSeen:
    """One mark in words; a title is None where the framework has it no longer."""

    skill: str | None
    behaviour: str | None = None
    milestone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSeen:
    """A piece of evidence as one viewer may see it.

    `readers` hold a place on its list and the relation now, and are told to its owner and to each other;
    `witnesses` confirmed its text. A viewer who is a witness alone has the words and nothing else, no other
    witness either (DESIGN 5.1): then `is_whole` is False. `to_share_with` is
    the manager with whom its owner, being the viewer, may share it now, `offer` what its owner offered of it
    as an example. `asked` are those whom its owner, being the viewer, asked to confirm it and who have not;
    `may_change` says that the words are the viewer's own, to be changed or confirmed. `may_withdraw`: the
    viewer confirmed them when asked, and may take that back. `named` are those to whom it would be shown too
    as its owner shares it, `shown` those to whom it is. `writers` wrote its lines, in their order.
    """

    piece: Evidence
    owner: Person
    author: Person
    viewer_id: str
    is_whole: bool
    marks: tuple[MarkSeen, ...]
    witnesses: tuple[Person, ...]
    readers: tuple[Person, ...]
    to_share_with: Person | None
    offer: str | None = None
    asked: tuple[Person, ...] = ()
    may_change: bool = False
    may_withdraw: bool = False
    writers: tuple[Person, ...] = ()
    named: tuple[NamedSeen, ...] = ()
    shown: tuple[NamedSeen, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the viewer owns it."""
        return self.viewer_id == self.owner.id

    @property
    def zone(self) -> str:
        """Where the viewer reads."""
        known = (self.owner, self.author, *self.readers, *self.witnesses)
        return next((one.zone for one in known if one.id == self.viewer_id), self.owner.zone)


def local_day(moment: datetime, zone: str) -> date:
    """The day that a moment falls on where somebody lives."""
    return moment.astimezone(zone_or_utc(zone)).date()


def check_note(draft: NoteDraft, today: date) -> Told:
    """The words, link and day of a draft; raises Invalid at the field that is wrong."""
    return Told(
        text=check_text(draft.text, "text"),
        link=check_link(draft.link),
        day=check_day(draft.happened_on, today),
    )


def check_day(chosen: date | None, today: date) -> date:
    """The day something happened, today unless said; raises Invalid at `day` for one in the future."""
    if chosen is not None and chosen > today:
        raise Invalid("date_ahead", "day")
    return chosen or today


def check_link(typed: str) -> str | None:
    """An https address or None where there is none; raises Invalid at `link`."""
    link = typed.strip()
    if not link:
        return None
    try:
        parts = urlsplit(link)
    except ValueError:
        raise Invalid("link_not_https", "link") from None
    is_plain = link.isprintable() and not re.search(r"[\s<>|]", link) and "@" not in parts.netloc
    if parts.scheme != "https" or not parts.hostname or not is_plain or len(link) > LONGEST_LINK:
        raise Invalid("link_not_https", "link")
    return link


def is_own_message(message: TakenMessage, taker_id: str) -> bool:
    """Whether its words are the taker's own, which alone may go into a note; of others only the link."""
    return message.author_id == taker_id


def address_of(message: TakenMessage) -> str | None:
    """A message's address, made of the ids that Slack gave, for where Slack itself gives the app none.

    That is so in direct messages and private channels that the app is no part of (SLACK.md 2).
    """
    known = (_DOMAIN, message.domain), (_PLACE, message.channel), (_TS, message.ts)
    if not all(shape.fullmatch(part) for shape, part in known):
        return None
    return f"https://{message.domain}.slack.com/archives/{message.channel}/p{message.ts.replace('.', '')}"


def day_of_message(message: TakenMessage, zone: str, today: date) -> date:
    """The day a message was written on where the taker lives; Slack's clock may be ahead of ours."""
    if not _TS.fullmatch(message.ts):
        return today
    return min(local_day(datetime.fromtimestamp(float(message.ts), UTC), zone), today)

"""What a delivery turns into when it is sent."""

from dataclasses import dataclass

from bot.domain.ports import Attachment, Payload


@dataclass(frozen=True, slots=True)
class Post:
    """A message: to the recipient's DM, or to the channel that the delivery names."""

    message: Payload


@dataclass(frozen=True, slots=True)
class Whisper:
    """A message in a channel that one person alone sees."""

    channel: str
    message: Payload


@dataclass(frozen=True, slots=True)
class HomeView:
    """A person's Home, which replaces the one before."""

    view: Payload


@dataclass(frozen=True, slots=True)
class Change:
    """What takes the place of a message that was sent before."""

    channel: str
    ts: str
    message: Payload


@dataclass(frozen=True, slots=True)
class Removal:
    """The end of a message that was sent before, or of a file: then `channel` is FILES and `ts` its id."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Files:
    """Files with a line above them; `otherwise` is said where Slack takes no files of ours."""

    files: tuple[Attachment, ...]
    comment: str
    otherwise: Payload


Letter = Post | Whisper | HomeView | Change | Removal | Files


class TooLate(Exception):  # a turn of events, which the one who sends answers
    """What a message is about has passed, so it is recorded as missed."""

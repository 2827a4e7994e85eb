"""The form of a person's own settings, and its reader."""

from collections.abc import Mapping
from typing import Any

from bot.domain.preferences import SWITCHES, PreferencesDraft, PreferencesSeen
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.words import messages as message_words
from bot.words import preferences as words
from bot.words.dates import WEEKDAYS
from storage.choices import DigestMode

FORM = "preferences_form"
_ALL, _NONE, _YES = "all", "none", "yes"
_QUIET, _PUBLIC = "quiet", "public"


def preferences_form(draft: str, seen: PreferencesSeen) -> kit.Modal:
    """Everything that one chose, each with what it does."""
    return kit.modal(
        FORM,
        words.TITLE,
        [
            *_hours(seen),
            *_away(seen),
            *_reminders(seen),
            *_announcing(seen),
            *_writing(seen),
            kit.context(words.RECEIPT),
        ],
        submit=words.SAVE,
        close=words.CLOSE,
        private_metadata=pack(draft=draft, off=" ".join(seen.chosen.switched_off), muted=seen.mutes_all),
    )


def read_preferences_form(view: Mapping[str, Any]) -> PreferencesDraft:
    """What was chosen; raises Invalid for a time or a day that is none."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    digest = answers.chosen("digest")
    wanted = set(answers.ticked("kinds"))
    return PreferencesDraft(
        draft=str(known.get("draft") or ""),
        quiet_from=answers.hour("quiet_from"),
        quiet_until=answers.hour("quiet_until"),
        workdays=tuple(place for place in range(7) if str(place) in answers.ticked("workdays")),
        kept=frozenset(answers.ticked("days_off")),
        first=answers.day("off_first"),
        last=answers.day("off_last"),
        snoozed_until=answers.day("snooze"),
        mutes_all=answers.chosen("all") == _NONE,
        known_mutes_all=known.get("muted") is True,
        off=frozenset(kind for kind in SWITCHES if kind not in wanted),
        known_off=frozenset(str(known.get("off") or "").split()),
        digest=DigestMode(digest) if digest in set(DigestMode) else None,
        digest_at=answers.hour("digest_at"),
        is_unannounced=_YES in answers.ticked("announce"),
        gives_publicly=answers.chosen("giving") == _PUBLIC,
        hides_hints=_YES not in answers.ticked("hints"),
    )


def _hours(seen: PreferencesSeen) -> list[kit.Block]:
    chosen = seen.chosen
    start = kit.time_picker("preferences_from", initial=chosen.quiet_from)
    end = kit.time_picker("preferences_until", initial=chosen.quiet_until)
    options = [kit.option(str(place), day) for place, day in enumerate(WEEKDAYS)]
    days = kit.checkboxes("preferences_workdays", options, initial=[str(one) for one in chosen.workdays])
    return [
        kit.header(words.HOURS),
        kit.input_block("quiet_from", words.QUIET_FROM, start, hint=words.QUIET_FROM_HINT),
        kit.input_block("quiet_until", words.QUIET_UNTIL, end, hint=words.QUIET_UNTIL_HINT),
        kit.input_block("workdays", words.WORKDAYS, days, hint=words.WORKDAYS_HINT),
    ]


def _away(seen: PreferencesSeen) -> list[kit.Block]:
    snooze = kit.date_picker("preferences_snooze", initial=seen.snoozed_until)
    first = kit.date_picker("preferences_first")
    last = kit.date_picker("preferences_last")
    return [
        kit.header(words.AWAY),
        *_days_off(seen),
        kit.input_block("off_first", words.FIRST, first, hint=words.FIRST_HINT, optional=True),
        kit.input_block("off_last", words.LAST, last, hint=words.LAST_HINT, optional=True),
        kit.input_block("snooze", words.SNOOZE, snooze, hint=words.SNOOZE_HINT, optional=True),
    ]


def _days_off(seen: PreferencesSeen) -> list[kit.Block]:
    if not seen.days_off:
        return []
    options = [kit.option(str(one), words.off(one)) for one in seen.days_off]
    boxes = kit.checkboxes("preferences_days_off", options, initial=[str(one) for one in seen.days_off])
    return [kit.input_block("days_off", words.DAYS_OFF, boxes, hint=words.DAYS_OFF_HINT, optional=True)]


def _reminders(seen: PreferencesSeen) -> list[kit.Block]:
    chosen = seen.chosen
    either = [kit.option(_ALL, words.ALL_ON), kit.option(_NONE, words.ALL_OFF, words.ALL_OFF_HINT)]
    every = kit.radio("preferences_all", either, initial=_NONE if seen.mutes_all else _ALL)
    kinds = [kit.option(kind, message_words.TITLE[kind]) for kind in SWITCHES]
    wanted = [kind for kind in SWITCHES if kind not in chosen.switched_off]
    boxes = kit.checkboxes("preferences_kinds", kinds, initial=wanted)
    ways = [kit.option(mode, said) for mode, said in words.DIGESTS.items()]
    return [
        kit.header(words.REMINDERS),
        kit.context(message_words.budget()),
        kit.input_block("all", words.ALL, every),
        kit.input_block("kinds", words.KINDS, boxes, hint=words.KINDS_HINT, optional=True),
        kit.input_block("digest", words.DIGEST, kit.radio("preferences_digest", ways, initial=chosen.digest)),
        kit.input_block(
            "digest_at",
            words.DIGEST_AT,
            kit.time_picker("preferences_digest_at", initial=chosen.digest_at),
            hint=words.DIGEST_AT_HINT,
            optional=True,
        ),
    ]


def _announcing(seen: PreferencesSeen) -> list[kit.Block]:
    initial = [_YES] if seen.chosen.is_unannounced else []
    box = kit.checkboxes("preferences_announce", [kit.option(_YES, words.UNANNOUNCED)], initial=initial)
    either = [kit.option(_QUIET, words.STARTS_QUIET), kit.option(_PUBLIC, words.STARTS_PUBLIC)]
    first = _PUBLIC if seen.chosen.gives_publicly else _QUIET
    ways = kit.radio("preferences_giving", either, initial=first)
    return [
        kit.header(words.ANNOUNCING),
        kit.input_block("announce", words.ANNOUNCED, box, hint=words.ANNOUNCED_HINT, optional=True),
        kit.input_block("giving", words.GIVING, ways, hint=words.GIVING_HINT),
    ]


def _writing(seen: PreferencesSeen) -> list[kit.Block]:
    initial = [] if seen.hides_hints else [_YES]
    box = kit.checkboxes("preferences_hints", [kit.option(_YES, words.HINTS_ON)], initial=initial)
    return [
        kit.header(words.WRITING),
        kit.input_block("hints", words.HINTS, box, hint=words.HINTS_HINT, optional=True),
    ]

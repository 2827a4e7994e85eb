"""Every refusal, as a sentence that says what happened and what to do."""

from collections.abc import Mapping

from bot.errors import BotError
from bot.words.lists import listed


def sentence(error: BotError) -> str:
    """What a person reads of an error."""
    said = {
        name: listed(value) if isinstance(value, tuple) else value for name, value in error.values.items()
    }
    return SENTENCES[error.key].format(**said)


def not_for_you() -> str:
    """For guests, bots, leavers and people of other companies."""
    return "Trellis is for members of this workspace. Guests and people from other companies cannot use it."


def other_workspace() -> str:
    """For a request of a workspace that this installation does not serve."""
    return "Trellis is not installed in this workspace. Ask whoever runs it."


def too_slow() -> str:
    """After 2.5 seconds without an answer."""
    return "That took too long and nothing was changed. Please try again in a moment."


def unforeseen(reference: str) -> str:
    """For a fault of ours."""
    return (
        "Something went wrong on our side and nothing was changed. "
        f"If it happens again, tell whoever runs Trellis: reference {reference}."
    )


def explained(command: str) -> str:
    """Under the one message to a person for whom Trellis is off."""
    return (
        "Trellis is how some teams here keep kudos and notes on growth. It is not switched on for you, "
        f"and it will not write again unasked. `{command} help` says more."
    )


SENTENCES: Mapping[str, str] = {
    "not_yours": "That is not here, or not yours to open. Your Trellis Home shows what is.",
    "already_done": "That is done already. Nothing more was changed.",
    "type_the_word": "Type {word} here, or close this page and keep it all.",
    "nothing_typed": "Write a line or two here first.",
    "text_too_long": "That is {length:,} characters, and there is room for {most:,}. Please shorten it.",
    "kudos_to_self": "Kudos go to somebody else. To keep something you did, write a note instead.",
    "too_many_thanked": "Kudos go to up to {most} people at once. Take some out, and thank them in another "
    "form.",
    "day_full": "A generous day: you have thanked {most} people, which is as many as a day holds. Copy what "
    "you wrote, and send it tomorrow.",
    "day_nearly_full": "Up to {most} people can be thanked a day, and there is room for {left} more today. "
    "Take some out, and thank them tomorrow.",
    "kudos_gone": "Some of these were kept or taken back meanwhile. Untick them, or open these kudos anew.",
    "kudos_too_long": "Together these are {length:,} characters, and a note holds {most:,}. Untick some.",
    "kudos_too_late": "Kudos can be taken back for ten minutes. These are older, so they stay. You can add "
    "what was missing with “Add details”, or tell {names} yourself.",
    "person_is_bot": "{name} is a bot. Choose a person.",
    "person_is_guest": "{name} is a guest here, and Trellis is for members. Choose somebody else.",
    "person_is_stranger": "{name} belongs to another company, and Trellis is for members. "
    "Choose somebody else.",
    "person_left": "{name} is no longer in this workspace. Choose somebody else.",
    "name_unknown": "I cannot tell who @{name} is. Type @ and choose them from Slack’s list.",
    "person_unknown": "I cannot find that person in this workspace. Choose one from the list.",
    "unknown_skill": "One of these skills is no longer offered. Choose again.",
    "carry_on_or_try": "Write what to continue, or what to try. One of the two is enough.",
    "choose_whom_to_ask": "Choose at least one colleague to ask.",
    "too_many_asked": "Choose up to {most} people. A narrow question to few brings more.",
    "asks_full": "No more can be asked of {names} just now. Leave them out, or ask again in some weeks.",
    "asked_already": "You have asked {name} already. Your question waits for them, and Trellis "
    "reminds them once.",
    "ask_too_far": "A question waits for {days} days. Choose a day before that.",
    "ask_over": "This question is over: it was answered or declined, or its time has passed.",
    "too_many_skills": "Choose up to three skills.",
    "skill_and_unsure": "Choose skills, or “I’m not sure”, not both.",
    "not_yourself": "Choose somebody else: this is about you and another person.",
    "reader_until": "Choose the last day: today or later, and at most a year ahead.",
    "reader_of_nothing": "Tick at least one thing that they may read, or choose something you shared before.",
    "reader_named": "{name} may read something of yours already. End that first, under “Who can read what”.",
    "nothing_left_behind": "There is nothing to choose: your manager can read all that you shared, or you "
    "have none here.",
    "choose_what_to_share": "Choose at least one, or close this: nothing is shared then.",
    "concern_opened": "It was opened already, so it cannot be taken back.",
    "no_lead_to_show": "There is no People lead here to show this to: it takes somebody beside you two.",
    "shared_changed": "Something among these is not shared any more. Choose again.",
    "choose_one": "Choose one of these.",
    "choose_people": "Choose somebody who saw it.",
    "too_many_witnesses": "Up to {most} people can be asked about one note. Choose fewer.",
    "choose_time": "Choose a time of day.",
    "no_workday": "Choose at least one day. To hear nothing for a while, choose a day under “Nothing until”.",
    "date_not_ahead": "Choose a day that lies ahead, within two years.",
    "days_backwards": "These days end before they begin. Choose the first day first.",
    "too_many_days_off": "There is room for {most} times off. Untick one of those above.",
    "holiday_unknown": "I cannot read “{said}” as days. Write 2026-12-25, or 2026-12-24/2026-12-31 for "
    "several.",
    "too_many_holidays": "There is room for {most} days off. Leave out some that lie far ahead.",
    "digest_quiet": "That is in your quiet hours. Choose a time outside them.",
    "pair_moved": "That was changed since you saw it. Open your 1:1s, and answer it as it stands now.",
    "no_later": "Your 1:1 is too soon for that: there is no later hour of yours before it.",
    "meeting_gone": "That 1:1 has begun, or is no longer there. Choose another.",
    "meeting_past": "That lies in the past. Choose a time that is still ahead.",
    "meeting_crossed": "Another of these 1:1s is before or after that. Choose a time between the one before "
    "and the one after, or skip this one.",
    "meeting_paused": "Your 1:1s are paused on that day. Choose a later one, or end the pause first.",
    "pause_ahead": "Choose a day that lies ahead, within a year. To stop for good, end the 1:1.",
    "pair_over": "These 1:1s have ended. What was written stays for you two to read; nothing can be added.",
    "too_many_commitments": "You two have {most} open promises. Answer one first, then add this one.",
    "commitment_moved": "This promise was changed since you opened it. Copy what you typed, close this, and "
    "open it again.",
    "not_managing": "Trellis does not know that one of you manages the other. Choose peers, or say first who "
    "manages whom.",
    "tie_known": "That is known already, or waits for {name} to confirm it. There is nothing more to do.",
    "same_cluster_twice": "That is your first kind of work already. Choose another, or leave this empty.",
    "choose_level": "Choose a level of this kind of work.",
    "unknown_level": "That level is no longer offered. Choose again.",
    "check_without_manager": "A check takes two: you and your manager. Say who that is with "
    "`{command} manager`, or name one of your reports: `{command} check @name`.",
    "check_without_level": "There is nothing to mark yet: no level is confirmed for {name}. They can say "
    "where they are under “My growth”.",
    "check_of_contractor": "{name} takes part as a contractor, without a level, so there is nothing to mark.",
    "no_level_ahead": "There is no further level here for {name}, so there is nothing to mark.",
    "chances_all_marked": "All that the next level asks is marked already. Look at it in the next 1:1.",
    "say_what_is_missing": "You marked something as not yet. Say in a line what is missing, so that you two "
    "can talk about it.",
    "no_direction": "Write at least one of the three lines. One is enough.",
    "date_behind": "Choose a day that is still ahead.",
    "date_too_far": "Choose a day within the next two years. What lies further ahead fits your direction.",
    "too_many_goals": "You have {most} open goals. Close one in your plan first, then add this one.",
    "plan_not_shared": "Nothing of {name}’s plan is shared with you. They can share it from their own plan.",
    "date_ahead": "Choose a day that is not in the future.",
    "cluster_unknown": "No kind of work here is called “{cluster}”. Choose one of these: {known}.",
    "period_unknown": "I don’t know that time. Write 3m, 6m or 12m, a quarter as q3 or 2026-q3, "
    "or months as 2026-01..2026-06.",
    "period_in_future": "That time has not begun yet. Choose one that has.",
    "period_backwards": "That ends before it begins. Write the earlier month first.",
    "date_unknown": "That is no date. Choose one from the calendar.",
    "link_not_https": "That is no link. Write it with https:// in front and no spaces, as https://example.com/page.",
    "unknown_sign": "One of these does not belong to the skills you chose, or is gone. Choose again.",
    "too_many_signs": "Choose up to {most} of these.",
    "not_a_lead": "This page is for People leads. Ask {names}.",
    "no_lead_yet": "Nobody looks after Trellis here yet. The first workspace owner or admin who types "
    "{command} admin becomes the People lead. Ask one of them: {names}.",
    "in_force_already": "{title} is in force already. Choose another one.",
    "last_lead": "Somebody has to look after Trellis. Add another People lead first, or in the same step.",
    "no_lead": "{name} is not a People lead any more. Leave this empty.",
    "lead_is_named": "{name} is named in the settings of this installation. "
    "Ask whoever runs Trellis to change that first.",
    "added_and_removed": "{name} cannot be added and removed in one step. Leave one of the two empty.",
    "not_switched_on": "Trellis is not on for {name}. Leave them out.",
    "channel_closed": "Trellis cannot write in that channel yet. "
    "Type /invite @Trellis there, then come back and save again.",
    "verdict_missing": "Choose keep, reword or retire as well, so that your word has its place.",
    "not_a_report": "This person does not report to you here, so nothing was sent. Choose somebody who does.",
    "no_reports": "This is for what you saw your reports do, and nobody reports to you here. "
    "Say first who does, with {command} manager.",
    "answered_already": "You have answered this already, and an answer is given once. Nothing was changed.",
    "names_left": "Take these out first, so that nobody is named: {names}.",
    "name_unclear": "“{name}” in your note may be several people. Choose here who is meant.",
    "named_not_here": "{name} is named in your note and cannot be asked here, so it cannot be offered. "
    "Another note can.",
    "text_changed": "The text was changed since you opened it. Open it again, and read it as it is now.",
    "example_already": "This note is an example already. Offer another one.",
    "manager_changed": "{name}’s manager has changed since you opened this. Look again at who can read it.",
}
NOTICE_TITLE = "Trellis"
NOTICE_CLOSE = "Close"

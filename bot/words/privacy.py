"""What Trellis says about who can read what: for `/growth privacy`, and for docs/privacy.md (DESIGN 5.1)."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from bot.domain.admin import Act, ActSeen
from bot.domain.privacy import GrantSeen, Opened, OpeningSeen
from bot.domain.retention import RETENTION
from bot.domain.visibility import Relation, Thing
from bot.words.dates import day
from bot.words.lists import counted, listed
from bot.words.names import GONE
from storage.choices import Keep

TITLE = "Who can read what"
CLOSE = "Close"
OLDER = "Older"
NEWER = "Newer"
TABLE_HEADING = "Who can read what"
TABLE_HINT = (
    "Nobody else reads these in Trellis, not even your manager’s manager or a former manager. "
    "“While they manage you” ends with the day on which you or they say so."
)
OPENED_HEADING = "Who opened yours"
OPENED_HINT = "Others who opened something of yours in the last twelve months. Nobody is messaged about it."
NOBODY_OPENED = "Nobody has opened anything of yours in the last twelve months. Who does will stand here."
ROLES_HEADING = "Who looks after Trellis"
NO_ROLES = "Nobody yet. The first workspace owner or admin who opens the settings becomes the People lead."
ACTS_HEADING = "What was done about you"
NO_ACTS = "Nothing: no People lead or operator has changed anything about you."
OPERATOR, OTHERS = "the operator", "others"
MOST_NAMES = 6

KEPT_HEADING = "How long things are kept"
MY_DATA = "To see all that is yours, or to have it erased before that, type my-data after the slash command."

NOT_BY_TRELLIS = (
    "Three things lie outside Trellis. Whoever runs its database could read what is stored there, "
    "except text that was encrypted with keys they do not have. Whoever holds those keys can decrypt it. "
    "And your company may be able to export Slack messages: Trellis’s own hold names, titles and a "
    "button, never what people wrote, apart from public kudos in their channel."
)

READABLE: Mapping[Thing, str] = {
    Thing.MEMBERSHIP: "That you are in Trellis, and your kind of work",
    Thing.PLACEMENT: "Your level, and the levels before it",
    Thing.KUDOS_PUBLIC: "Public kudos for you",
    Thing.KUDOS_QUIET: "Quiet kudos for you",
    Thing.FEEDBACK: "Feedback for you, with your answer",
    Thing.FEEDBACK_ASK: "A question with which you ask for feedback, and how somebody declines it",
    Thing.ASKS_FULL: "That three questions for your feedback are open, so that you take no more now",
    Thing.OBSERVATION: "What a manager wrote down about you, with your answer",
    Thing.EVIDENCE_PRIVATE: "Your private notes",
    Thing.EVIDENCE_SHARED: "Notes that you shared",
    Thing.EVIDENCE_ASKED: "The text of a note of yours that you ask somebody to confirm",
    Thing.PAST_NOTE: "Notes from past reviews that wait for you",
    Thing.PLAN_PRIVATE: "Your direction and goals, until you share them",
    Thing.PLAN_SHARED: "A direction or a goal that you shared",
    Thing.CHECK_ALONE: "What one of two marks in a quarterly check, until both have handed it in",
    Thing.CHECK_BOTH: "A quarterly check of you that both handed in",
    Thing.NO_OPPORTUNITY: "That you had no opportunity for an example yet, and what is said to it",
    Thing.COUNTS: "How many people had no opportunity yet, by skill, in groups and steps of four",
    Thing.PROMPTS: "The prompts that you get for a 1:1",
    Thing.TALK: "The agenda and the notes of a 1:1, and what you two promised in it",
    Thing.PRIVATE_NOTE: "What you write about a 1:1 for yourself",
    Thing.PREFERENCES: "Your settings for messages, your days off among them",
    Thing.SUMMARY_OWN: "A summary that you made for yourself",
    Thing.SUMMARY_JOINT: "A summary shared between you and your manager, with your reply",
    Thing.READER_LOG: "Who opened your things",
    Thing.NAMING: "Whom you named to read something of yours, and until when",
    Thing.CONCERN: "One thing written to you that you show to a People lead",
    Thing.ROLES: "Who is a People lead, and who made them one",
    Thing.ADMIN_ACT: "What People leads and the operator did about you",
    Thing.REVIEW_ANSWER: "What an owner of skills and levels says of them in the quarterly look",
    Thing.EXAMPLE_OFFERED: "A text that you offer as an example, until everybody named in your note agrees",
    Thing.EXAMPLE_PROPOSED: "The same text once all of them agree",
    Thing.EXAMPLE_TAKEN: "The same text once it is taken, without a word of whose it was",
}

KEPT: Mapping[Keep, str] = {
    Keep.KUDOS: "Kudos that were not kept as a note",
    Keep.FEEDBACK: "Feedback, and questions that asked for it",
    Keep.NOTES: "Notes, kept kudos, what managers wrote down, summaries, checks, and goals once closed",
    Keep.TALKS: "What was written for 1:1s, prompts, and promises once answered",
    Keep.LOG: "Who opened what",
    Keep.MESSAGES: "The record of a message that Trellis sent: its kind, to whom and when, never its words",
}

READER: Mapping[Relation, str] = {
    Relation.MEMBER: "every member of this workspace",
    Relation.SUBJECT: "you",
    Relation.AUTHOR: "the person who wrote it",
    Relation.MANAGER: "your manager now",
    Relation.NAMED_MANAGER: "the manager named on its receipt (while they manage you)",
    Relation.READER: "whom you named for it (until the day you set)",
    Relation.SHOWN_READER: "whom you named, as far as you show it to them (until the day you set)",
    Relation.WITNESS: "whoever confirmed a line (that line alone)",
    Relation.ASKED: "everybody named in the note",
    Relation.PAIRED: "the two of the 1:1 (nobody else, and no later manager)",
    Relation.ROLLOUT: "everyone for whom Trellis is on",
    Relation.PEOPLE_LEAD: "the People leads",
    Relation.SHOWN_LEAD: "the People lead whom you chose (that one thing alone)",
    Relation.OWNER: "the owners of those skills",
}

READER_OF: Mapping[tuple[Thing, Relation], str] = {
    (Thing.KUDOS_PUBLIC, Relation.AUTHOR): "who gave them",
    (Thing.KUDOS_QUIET, Relation.AUTHOR): "who gave them",
    (Thing.FEEDBACK_ASK, Relation.AUTHOR): "you",
    (Thing.FEEDBACK_ASK, Relation.ASKED): "whoever you asked (none of the others)",
    (Thing.ASKS_FULL, Relation.MEMBER): "whoever tries to ask you (never who asked, or what)",
    (
        Thing.FEEDBACK,
        Relation.NAMED_MANAGER,
    ): "the manager to whom you showed it, or whom its receipt named (while they manage you)",
    (Thing.OBSERVATION, Relation.AUTHOR): "the manager who wrote it",
    (
        Thing.OBSERVATION,
        Relation.NAMED_MANAGER,
    ): "a later manager to whom you showed it (while they manage you)",
    (Thing.PRIVATE_NOTE, Relation.AUTHOR): "you",
    (Thing.CHECK_BOTH, Relation.NAMED_MANAGER): "the manager it was done with (while they manage you)",
    (Thing.NO_OPPORTUNITY, Relation.NAMED_MANAGER): "your manager of that day (while they manage you)",
    (Thing.SUMMARY_JOINT, Relation.NAMED_MANAGER): "the manager it was made with (while they manage you)",
    (Thing.EVIDENCE_ASKED, Relation.ASKED): "whom you asked, unless they would rather not (that text alone)",
    (Thing.NAMING, Relation.ASKED): "whom you named",
    (Thing.EXAMPLE_OFFERED, Relation.AUTHOR): "you",
    (Thing.EXAMPLE_PROPOSED, Relation.AUTHOR): "you",
    (Thing.EXAMPLE_PROPOSED, Relation.OWNER): "the owners of those skills (not whose it is)",
    (Thing.REVIEW_ANSWER, Relation.AUTHOR): "the owner who answered",
    (Thing.REVIEW_ANSWER, Relation.OWNER): "the other owners of those skills",
}
"""Where a relation has a plainer name for one thing."""

OPENED: Mapping[str, tuple[str, str]] = {
    Opened.KUDOS: ("kudos for you", "kudos for you"),
    Opened.NOTE: ("a note of yours", "notes of yours"),
    Opened.OBSERVATION: ("what a manager wrote down about you", "what managers wrote down about you"),
    Opened.FEEDBACK: ("feedback for you", "feedback for you"),
    Opened.SUMMARY: ("a summary of you", "summaries of you"),
    Opened.CONCERN: ("one thing that you showed them", "what you showed them"),
    Opened.PLAN: ("your plan", "your plan"),
}

DONE: Mapping[str, str] = {
    Act.LEAD_GRANTED: "made {about} a People lead",
    Act.LEAD_REVOKED: "took the role of People lead from {about}",
    Act.ROLLOUT_ADDED: "switched Trellis on for {about}",
    Act.ROLLOUT_REMOVED: "switched Trellis off for {about}",
    Act.CHANNEL_CHOSEN: "chose the kudos channel",
    Act.CHANNEL_CLEARED: "cleared the kudos channel",
    Act.HOLIDAYS_CHOSEN: "set the days off for everybody",
    Act.FRAMEWORK_PUBLISHED: "published a framework",
    Act.PLACEMENT_IMPORTED: "imported where {about} works",
    Act.MANAGER_IMPORTED: "imported who manages {about}",
    Act.KIND_IMPORTED: "imported whether {about} is a member or a contractor",
    Act.NOTES_BROUGHT: "brought notes from past reviews for {about}",
    Act.DATA_EXPORTED: "exported everything of {about}",
    Act.CONCERN_OPENED: "opened one thing that {about} showed them",
    Act.PERSON_ERASED: "erased everything of {about}",
}


def readers(thing: Thing, held: Iterable[Relation]) -> str:
    """Who reads a thing, in the order of the table's relations."""
    chosen = [relation for relation in Relation if relation in set(held)]
    line = listed([READER_OF.get((thing, relation), READER[relation]) for relation in chosen])
    return f"{line[0].upper()}{line[1:]}."


def opened(seen: OpeningSeen, most_days: int = 6) -> str:
    """One person and one kind of thing."""
    one, many = OPENED[seen.kind]
    days = [day(on) for on in seen.days[:most_days]]
    more = len(seen.days) - len(days)
    when = f"{', '.join(days)} and {counted(more, 'day', 'days')} before" if more else listed(days)
    return f"{seen.who} opened {one if len(seen.days) == 1 else many}: {when}."


def granted(seen: GrantSeen) -> str:
    """One People lead."""
    if seen.by is None:
        return f"{seen.who}, named by whoever runs Trellis, {day(seen.on)}."
    if seen.by == seen.who:
        return f"{seen.who}, the first to open the settings, {day(seen.on)}."
    return f"{seen.who}, made so by {seen.by}, {day(seen.on)}."


def done(seen: ActSeen) -> str:
    """One logged act."""
    who = seen.by or OPERATOR
    if seen.act == Act.LEAD_GRANTED and seen.about == (seen.by,):
        return f"{day(seen.at.date())}: {who} became the first People lead."
    shown = [*seen.about[:MOST_NAMES], *([OTHERS] if len(seen.about) > MOST_NAMES else [])]
    said = DONE[seen.act].format(about=listed(shown) or GONE)
    return f"{day(seen.at.date())}: {who} {said}."


def kept(kind: Keep, lasts: timedelta) -> str:
    """For how long one kind is kept."""
    years, days = divmod(lasts.days, 365)
    return f"{KEPT[kind]}: {counted(lasts.days, 'day', 'days') if days else counted(years, 'year', 'years')}."


def reach(leads: Iterable[str]) -> str:
    """Whom to ask."""
    names = listed(list(leads))
    return f"Questions, or something that looks wrong? Ask {names}." if names else ""


def privacy_page(table: Mapping[Thing, frozenset[Relation]]) -> str:
    """docs/privacy.md, whole: the same table that the code obeys, and what lies outside it."""
    rows = [f"| {READABLE[thing]} | {readers(thing, held)} |" for thing, held in table.items()]
    lasts = [f"- {kept(kind, days)}" for kind, days in RETENTION.items()]
    council = [f"| {question} | {answer} |" for question, answer in _COUNCIL.items()]
    return "\n".join([*_TOP, *rows, *_MIDDLE, *lasts, *_BOTTOM, *council]) + "\n"


_TOP = (
    "# Privacy",
    "",
    "Who can read what in Trellis, what is logged, what lies outside Trellis, and how long things are kept.",
    "“You” is the person whom something is about or who owns it.",
    "",
    "## Who can read what",
    "",
    "This table is printed from the one that the code obeys (`bot/domain/visibility.py`), as is the page",
    "behind `/growth privacy`. Who is not named reads nothing: managers of managers, former managers, owners",
    "of frameworks and People leads included.",
    "",
    "| What | Who reads it |",
    "|---|---|",
)
_MIDDLE = (
    "",
    "Guests, bots, people of other companies and people who left read nothing at all.",
    "",
    "A manager is a manager here only once the report agreed, or was told of an import and did not object.",
    "They read what is shared from then on. When the tie ends, so does the reading; what they wrote down",
    "themselves they can still read, with your answer. A new manager reads nothing of what was shared before",
    "until you choose it from a list; half-done checks with the one before go.",
    "",
    "Whom you name reads what you choose of what you shared, and from then on what you said in the form,",
    "until the day you set or until you end it. Being named again later brings nothing back.",
    "",
    "## Before you write, and after",
    "",
    "- Every form that writes about a person shows who will be able to read it, before it is sent.",
    "- What a manager writes down about you, you read at the same moment, and can answer.",
    "- When somebody else opens a note of yours, kudos or feedback for you, what a manager wrote down about",
    "  you, a summary of you or what you shared of your plan, Trellis keeps who, what and which day. You see",
    "  it in `/growth privacy`; nobody gets a message about it.",
    "- What People leads and the operator do (imports, roles, for whom Trellis is on, publishing) is logged.",
    "  People leads see all of it, you see what is about you.",
    "- Who is a People lead, and who made them one, is shown to every member of the workspace.",
    "- Kudos, feedback, what a manager wrote down, or an answer that should not have been written can be",
    "  shown to one People lead, by whom it was written to. They read exactly that; that they opened it",
    "  stands in your log and among the acts of People leads. It can be taken back until then. Trellis tells",
    "  the writer nothing.",
    "",
    "## Suggested skills and hints",
    "",
    "- When you keep a text with skills, Trellis counts what was in it for each skill, so that suggestions",
    "  get better: numbers that several words share, never the text. Counts of public kudos serve everybody",
    "  for whom Trellis is on, who can read those kudos too; all others serve your own suggestions alone.",
    "  They are gone when you leave the workspace.",
    "- A hint on wording is made when a form is shown and is kept nowhere. That you want none is kept, and",
    "  told to nobody.",
    "",
    "## What lies outside Trellis",
    "",
    "- **The database.** Whoever runs it can read what is stored in it. Names, dates, levels, skills and who",
    "  gave kudos or feedback to whom are stored as they are. What people wrote (kudos, feedback, notes,",
    "  plans, replies, comments) is encrypted when the operator has set `TRELLIS_SECRET_KEYS`, and is",
    "  readable text when not.",
    "- **The keys.** Whoever holds `TRELLIS_SECRET_KEYS` and a copy of the database can read everything in",
    "  it. The program needs both, so whoever runs the machine holds both. Ask who that is.",
    "- **Backups** hold what the database held when they were made.",
    "- **Slack.** Depending on its plan and settings, a company can export Slack messages, DMs included, and",
    "  Slack keeps them by the company’s own rules. Trellis’s messages therefore hold its own words: names,",
    "  titles, counts and a button. What people wrote opens in a window that leaves no message behind.",
    "  Public kudos are the exception: they stand in their channel in the giver’s words.",
    "- **Other machines.** Trellis talks to Slack and to its own database, and to nothing else. It reads no",
    "  channels and no message history.",
    "",
    "## How long things are kept",
    "",
    "Whoever runs Trellis may set other times (`TRELLIS_RETENTION_DAYS`); `/growth privacy` shows those that",
    "hold. Each day what is older goes. Where nothing else is set:",
    "",
)
_BOTTOM = (
    "- Notes that your company brought from past reviews: until you keep or discard them, and for 180 days",
    "  at most. What you discard is erased at once. A fingerprint stays, which tells whether a text is the",
    "  same one again; words cannot be read from it.",
    "- A text that you offered as an example: erased as soon as it comes to nothing. One that was taken",
    "  stays; it names nobody.",
    "- A name, level, manager, role, direction, settings, the rhythm of 1:1s, and the log of what People",
    "  leads did stay as long as their person or the company wants them. When somebody leaves the workspace,",
    "  their 1:1s, who manages them and whom they manage end, and so does whom they named to read. Nothing",
    "  more is sent to them, and they can open nothing. Who comes back finds what is theirs; the rest is",
    "  agreed to anew.",
    "",
    "## To have it, and to have it erased",
    "",
    "- `/growth my-data` shows you all that Trellis holds of you and may show you, in pages, and sends it to",
    "  you as files: a page to read, and JSON for programs. Where Slack takes no files from Trellis, whoever",
    "  runs it writes them into a folder for you (`trellis person export`), and you see that they did.",
    "- The same page erases it: it says what goes and what stays, and asks you to type a word to be sure.",
    "  After you left, ask whoever runs Trellis (`trellis person erase`).",
    "- After you left, what you take along names no colleague: ids and names as Slack shows them give way to",
    "  “a colleague”, in what was written too. Nobody is asked to agree to more.",
    "- What you wrote about others stays where its receiver keeps it, as from “a former colleague”.",
    "- Messages that Trellis sent you are deleted in Slack as far as it knows them: those of 90 days.",
    "",
    "## In one page, for a works council",
    "",
    "| Question | Answer |",
    "|---|---|",
)
_COUNCIL: Mapping[str, str] = {
    "What is kept?": (
        "Name, time zone and Slack id; level and kind of work; who manages whom; what people "
        "write in Trellis; which messages were sent; who opened what."
    ),
    "Why?": (
        "So that people and their managers can talk about growth from what was seen. For nothing "
        "else: no scores, ranks, pay, surveys or sentiment, no reading of channels."
    ),
    "Who writes it?": (
        "The person, a colleague who is named, or their manager, who is read at once and can be "
        "answered. Nothing is anonymous, and nothing is measured behind anybody’s back."
    ),
    "Who reads it?": (
        "Who stands in the table above, and nobody else. People leads see who is in, levels and "
        "what was done as an act, and no notes."
    ),
    "Who can get round that?": (
        "Whoever runs the machine; see what lies outside Trellis. Set `TRELLIS_SECRET_KEYS`, and "
        "agree on who holds them."
    ),
    "How long?": ("As above; each time can be agreed and set."),
    "How does one get it out?": (
        "`/growth my-data`, on the screen and as files in a message to the person alone. What whoever runs "
        "Trellis takes out is logged, and the person sees it."
    ),
    "How is it erased?": (
        "By the person themselves, at once, or by whoever runs Trellis. It says what stays, and why."
    ),
    "What leaves the machine?": ("Nothing but what Slack shows. No model, no statistics, no other service."),
    "What decides about people?": ("Nothing. A summary quotes what was written, and says where nothing was."),
}

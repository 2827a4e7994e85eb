"""What the help of the `trellis` program says: one name for each command, each group and each option."""

PROGRAM = "Continuous development conversations in Slack, on a database that you own."
AS_JSON = "Print data for programs."

RUN = (
    "Serve a Slack workspace until SIGTERM or Ctrl-C.\n\n"
    "With SLACK_APP_TOKEN over Socket Mode, which needs no public address; else over HTTP with "
    "SLACK_SIGNING_SECRET. Settings come from the environment or a .env file here."
)

DEMO = (
    "Try Trellis in a local Slack with a made-up company: prints one address to open.\n\n"
    "Needs no Slack, no settings and no network; everything listens on this machine alone."
)
DEMO_PORT = "Port of the page on this machine; 0 takes a free one."
DEMO_FRESH = "Begin anew instead of going on where you were."
DEMO_IGNORE = "Run even where real Slack tokens are set, unread."

DOCTOR = (
    "Check settings, database, frameworks, prompts, manifest, Slack token and scopes.\n\n"
    "One line each: what is well, or what is wrong and how to mend it. Nothing is changed."
)
DOCTOR_DM = "Also send this member a test message."

MIGRATE = (
    "Bring the database to the schema of this version of Trellis; a store without tables gets them.\n\n"
    "All of it happens or nothing. An SQLite file is also migrated at each start."
)

FRAMEWORKS = "Check, read, compare, import and publish framework files. Only published versions count."
FRAMEWORK_FILES = "Files, folders or names of the library."
FRAMEWORK_FILE = "A file, or the name of a framework."
FRAMEWORKS_CHECK = (
    "Find what is wrong or doubtful, as file:line.\n\n"
    "Without a path: the library and TRELLIS_FRAMEWORKS_DIR. Needs no settings and no database. Exit "
    "1 where there are errors; warnings are advice.\n\n"
    "docs/lint.md says why each warning is given, and how to silence it."
)
FRAMEWORKS_ALL = "Print every warning, also where a file has many."
FRAMEWORKS_SHOW = "Print one framework with its levels, skills and examples, or the list of those there are."
FRAMEWORKS_SHOWN = "A framework, or a file."
FRAMEWORKS_DIFF = (
    "Say what changed from one version to another, and which notes would find no place in the new one."
)
FRAMEWORKS_IMPORT = (
    "Make framework files of what you have, one YAML for each cluster, and say what was guessed.\n\n"
    "A sheet, a table of levels and skills (CSV, TSV, Markdown), headings with lists, cells copied from a "
    "sheet or a page, or the neutral JSON. Needs no settings and no database. Exit 1 where the source "
    "must be mended first; then nothing is written."
)
FRAMEWORKS_BROUGHT = "What you have; - reads standard input."
FRAMEWORKS_TO = "The folder to write into."
FRAMEWORKS_HEADINGS = "What headings over tables or lists name, where it is guessed wrong."
FRAMEWORKS_FORCE = "Write over files that are there already."
FRAMEWORKS_SHEET = (
    "Write a framework as a sheet, one row for each example, or a blank sheet.\n\n"
    "Spreadsheets open it, and `trellis frameworks import` reads it back without a loss. Without --to it "
    "is printed."
)
FRAMEWORKS_SHEET_OF = "A framework or a file; without it the sheet is blank."
FRAMEWORKS_SHEET_TO = "The file to write."
FRAMEWORKS_PUBLISH = (
    "Make frameworks the ones that count.\n\n"
    "Without a path: TRELLIS_FRAMEWORKS_DIR, else the library. Needs the database. The same content "
    "again changes nothing. Where a file has errors, nothing is published."
)
FRAMEWORKS_EXAMPLES = (
    "Print the examples that owners took from members, as YAML to paste into the framework’s file.\n\n"
    "Members read them in Slack at once. Once a version with them is published, they are printed no more."
)
FRAMEWORKS_EXAMPLES_OF = "A framework; all of them where none is named."
FRAMEWORKS_OWNER = "Add an owner (Slack member id); may be repeated."

DELIVERIES = (
    "List messages that are owed, unknown or missed, the oldest first; or send or drop one.\n\n"
    "Unknown: Slack may or may not have taken it, so it is never sent again by itself. Missed: too "
    "old to be useful when it could go, or its reader did not want it. What a message says is never "
    "shown."
)
DELIVERIES_SEND = (
    "Have a message sent after all, where it is still allowed; a running Trellis sends it within seconds."
)
DELIVERIES_DROP = "Give a message up: it is never sent."
DELIVERY = "As `trellis deliveries` shows it."

PEOPLE = "Take over the company’s list of people."
PEOPLE_IMPORT = (
    "Take over members, managers and placements; without --apply only say what would change.\n\n"
    "The columns are user,cluster,second_cluster,lane,level,since,manager,kind: Slack member ids, ids "
    "of a published framework, a day such as 2026-01-31, and member or contractor. An empty cell "
    "leaves what is. It may be run again and again. A report is told of a new manager, who can read "
    "nothing before that."
)
PEOPLE_APPLY = "Write it, all of it or nothing."

PERSON = "The rights of one person: to have what is theirs, and to be erased."
PERSON_USER = "A Slack member id."
PERSON_EXPORT = (
    "Write all that is a person’s own, and what they may read about them, into a new folder.\n\n"
    "my-data.md is to be read, my-data.json is for programs. Do it where they ask for it, and hand it to "
    "them alone: they see in Slack that it was made. Nobody else’s private words are in it."
)
PERSON_ERASE = (
    "Erase a person; without --yes only count what would go.\n\n"
    "All of it happens in one transaction, for good. What they wrote about others stays where its receiver "
    "keeps it, as “a former colleague”. Their messages in Slack are taken away by a running Trellis. It may "
    "run beside one."
)
PERSON_YES = "Erase."

KEYS = (
    "Say which keys private words are sealed with.\n\n"
    "To change keys: put the new one in front in TRELLIS_SECRET_KEYS, restart Trellis, run `trellis keys "
    "rotate`, and take the old one out when it has no texts left."
)
KEYS_ROTATE = (
    "Seal everything with the newest key, some texts at a time.\n\n"
    "It may run beside a running Trellis, and again after it was cut short. Where a key is missing it stops, "
    "and overwrites nothing that it cannot read."
)

EVIDENCE = "Bring notes from past reviews, so that nobody starts empty."
EVIDENCE_IMPORT = (
    "Bring notes from past reviews; without --apply only count them.\n\n"
    "A CSV file has the columns user,date,text and perhaps skill,example,from,source. A page (.md, "
    ".txt) names its member and a period at the top. Each note waits for its member alone, who keeps or "
    "discards it. What is wrong is named by file:line and left out; run it again and nothing comes twice."
)
EVIDENCE_APPLY = "Bring them."


def example(call: str) -> str:
    """Under a command's help: a call to copy."""
    return f"Example: {call}"

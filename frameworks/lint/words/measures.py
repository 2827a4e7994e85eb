"""Words that stand where a measure is wanted: how often, when, how much, how good."""

from __future__ import annotations

from collections.abc import Mapping

from frameworks.lint.words import among

_FITTING = "(?:needed|required|necessary|appropriate|applicable|relevant)"
_RHYTHM = "say the rhythm: ‘every two weeks’, ‘in three projects of the year’"
_OCCASION = "name the occasion: ‘when a release fails’, ‘before a plan is agreed’"
_REST = "name the rest, or end the list"
_SOON = "say by when: ‘within a working day’, ‘before the release’"
_NUMBER = "say how many, or which"
_FIT = "say by what it is judged: ‘as the guide says’, ‘so that nobody has to ask’"
_POSSIBLE = "say what makes it possible or leave it out"

QUANTIFIERS: Mapping[str, str] = {
    "(?<!how )often|sometimes|usually|typically|occasionally|frequently|regularly|periodically": _RHYTHM,
    "consistently|constantly|continuously|continually|on a regular basis|from time to time|at times": _RHYTHM,
    "routinely|mostly|rarely|seldom|generally|normally|in general|for the most part": _RHYTHM,
    f"(?:as|where|when|if|whenever|wherever) {_FITTING}": _OCCASION,
    "(?:where|when|if|whenever|wherever) it (?:is|makes) (?:sense|needed|required|necessary)": _OCCASION,
    "(?:where|when|if|whenever|wherever|as (?:much|far|often) as) possible|to the extent possible": _POSSIBLE,
    "etc|etcetera|and so on|and so forth|and the like|and more(?=[.,;)]|$)|among others": _REST,
    "timely|quickly|in good time|as soon as possible|asap|in due course|promptly|swiftly": _SOON,
    "various|numerous|countless|a (?:wide )?(?:variety|range|number) of|multitude of|plenty of": _NUMBER,
    "a (?:wide )?variety|a few|lots of|a lot of": _NUMBER,
    "appropriate|appropriately|adequate|adequately|sufficient|sufficiently|reasonable|reasonably": _FIT,
    "suitable|suitably|properly|proper": _FIT,
}

_HOW = "say what others see of it: ‘three teams have used it since’"
_HOW_GOOD = "say by what one sees that it is good: ‘no fault came back within a month’"
_HOW_DEEP = "say what they can do with it: ‘answers the questions that others bring’"
_HOW_NEAR = "say with whom, and what came of it: ‘sales and support bring their plans here first’"
_HOW_MUCH = "give the figure before and after"
_PLAIN = "leave it out; if it tells a stage from the one before, say what differs"

INTENSIFIERS: Mapping[str, str] = {
    "(?<!that )very|extremely|highly|hugely|incredibly|remarkably|truly|really|exceptionally": _PLAIN,
    "extraordinar(?:y|ily)|utmost|actively|deeply|fundamentally": _PLAIN,
    "effective(?:ly)?|successfully|efficient(?:ly)?|skil(?:l)?ful(?:ly)?|competent(?:ly)?": _HOW,
    "successful (?:\\w+ )?(?:projects?|delivery|outcomes?|teams?|launch)": _HOW,
    "smoothly|seamless(?:ly)?|flawless(?:ly)?|expertly|masterful(?:ly)?|adept(?:ly)? at": _HOW,
    "excellent(?:ly)?|excellence|exceptional|outstanding|superb|amazing|awesome|impressive": _HOW_GOOD,
    "great|superior|stellar|first-class|world-class|best-in-class|top-notch|exemplary|fantastic": _HOW_GOOD,
    "high[- ]quality|good quality|quality(?= (?:work|code|output|results))|to a high standard": _HOW_GOOD,
    "high standards?|well(?=[.,;]|$)": _HOW_GOOD,
    "(?:strong|deep|solid|sound|good|thorough|broad|advanced|basic|working|firm|full|extensive|detailed|"
    "in-depth|expert) (?:\\w+ )?(?:understanding|knowledge|expertise|grasp|command|awareness|background|"
    "familiarity|experience|skills?)": _HOW_DEEP,
    "strong (?:\\w+ )?(?:relationships?|networks?|connections?|rapport|partnerships?)": _HOW_NEAR,
    "strong(?:ly)?|good at|proficien(?:t|tly|cy)|deep expert|mastery": _HOW_DEEP,
    "significant(?:ly)?|substantial(?:ly)?|considerabl[ey]|dramatic(?:ally)?|massive(?:ly)?": _HOW_MUCH,
    "meaningful(?:ly)?|tangibl[ey]|large positive|positive(?:ly)? (?:impact|influence|effect)s?": _HOW_MUCH,
    "big impact|high[- ]impact|major impact": _HOW_MUCH,
}

DEEDS = among("""
    accept adapt add address advise advocate agree align allow analyse analyze answer apply approve ask
    assess assist attend become begin bring build call carry challenge champion change check choose
    clarify close coach collaborate collect communicate compare complete conduct contribute coordinate
    correct create debug decide declare define delegate deliver demonstrate describe design develop
    document draw drive edit educate enable encourage ensure escalate establish estimate evaluate execute
    explain explore facilitate find fix focus follow foster gather get give grow guide handle hand have
    help hire identify implement improve influence inform inspire introduce investigate invite involve
    keep know lead learn leverage listen maintain make manage measure mentor monitor move negotiate offer
    onboard organise organize own participate partner pass perform persuade pick plan prepare present
    prevent prioritise prioritize produce promote propose protect provide publish push raise recommend
    record recruit reduce refuse relate remove report represent research resolve respond review run
    schedule seek sell send set settle shape share show sign simplify solve spot start steer stop suggest
    supervise support tackle take talk teach tell test track train translate troubleshoot turn understand
    unblock update use validate win work write
    """)
"""Verbs in which two deeds may stand beside each other."""

ALSO_NOUNS = among("""
    addresses answers approaches builds calls changes checks designs documents drives
    estimates fixes focuses guides helps hires leads measures mentors monitors moves needs offers partners
    picks plans presents raises records reports reviews runs schedules shapes shares shows signs starts
    stops supports talks tests tracks turns updates uses works research design plan review report test
    support change work lead share use build guide answer document measure offer partner plan record
    schedule
    """)
"""Forms of them that are nouns as well."""

BACK = among("""
    accordingly afterwards because both each either hence how if it its itself so such that their them
    then themselves there these they this those until what when where whether which who whom whose why
    together
    """)
"""Words by which a second deed leans on the first: then the two are one."""

DETERMINERS = among("""
    a an another colleagues every her his more my new no one other others our people several some
    the their three two us
    """)

TRACES = among("publish publishes record records report reports show shows tell tells write writes")
"""Deeds that leave a trace of the one before: “removes a step, and publishes the minutes saved” is one."""

MODIFIERS = among("""
    a actively again all also always an any both clearly clear consistent consistently constantly constant
    continually continuously continuous deep deeply early easily effective effectively efficient
    efficiently even excellent exceptional exceptionally excellently expertly frequent frequently fully
    generally good great high highly increasingly more most much occasionally occasional often outstanding
    proactive proactively proficiently quickly rarely readily really regular regularly reliably routinely
    significant significantly skilfully solid some sometimes strong strongly successfully the thorough
    thoroughly truly typically usual usually very well
    """)
"""Words that tell no stage from another: how often and how well, without a measure."""

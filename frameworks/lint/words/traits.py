"""Words of character and of states of mind: what a person is, where the deed is wanted."""

from __future__ import annotations

from collections.abc import Mapping

from frameworks.lint.words import among

_AHEAD = "‘raises a risk before it is late, and names a way out’"
_KEEN = "‘asks for a harder task once one is done’"
_KIND = "‘asks a colleague what would help, and does that’"
_STEADY = "‘delivers on the agreed date, or says a day ahead why not’"
_TOUGH = "‘after a set-back, writes down what changes, and begins again within the week’"
_CLEVER = "‘explains a cause that others had looked for’"
_WARM = "‘gets two people who disagree to state the same outcome’"
_OPEN = "‘asks three people what was wrong with a plan, and says what changed’"
_HOLDS = "‘sees a task through until those who asked for it call it done’"
_LEADS = "‘gets three colleagues to one plan, and keeps it current to the end’"
_MORE = "‘does the part nobody was given, and says so’"
_MODEL = "‘admits a mistake of their own to the team, with what changes’"
_FAR = "‘names what will be asked for in a year, and what to begin with now’"
_NEW = "‘shows two ways to solve a task, and has both tried’"
_HONEST = "‘tells those who decide the news that they do not want to hear’"

TRAITS: Mapping[str, str] = {
    "proactive(?:ly)?|pro-active(?:ly)?|proactivity": _AHEAD,
    "sense of urgency|bias (?:for|to|towards?) action|can-do": _AHEAD,
    "self-starter|self-motivated|go-getter|initiative-taker": _AHEAD,
    "takes? (?:the )?initiative|shows? initiative": _AHEAD,
    "enthusias(?:m|tic|tically)|energetic|passion|passionate(?:ly)?|motivated": _KEEN,
    "ambitious(?= (?:and|person|people|engineer|colleague))|eager(?:ly)?|driven individual": _KEEN,
    "hunger for|hungry|keen": _KEEN,
    "empath(?:y|etic|etically|ise|ises|ize|izes)|compassionate(?:ly)?|caring": _KIND,
    "selfless(?:ly)?|kind-hearted|supportive": _KIND,
    "dependable|hard-?working|hard worker|diligen(?:t|tly|ce)|tireless(?:ly)?": _STEADY,
    "conscientious(?:ly)?|dedicated (?:to|and|person|colleague)|dedication|trustworthy": _STEADY,
    "resilien(?:t|tly)|(?:personal|emotional) resilience|thick-skinned|tenaci(?:ous|ously|ty)": _TOUGH,
    "persever(?:es|ing|ance)|gr(?:it|itty)|unflappable|fearless(?:ly)?": _TOUGH,
    "intelligent|clever|brilliant|gifted|talented|genius": _CLEVER,
    "charisma(?:tic)?|inspirational|inspiring|outgoing (?:person|nature)|people person": _WARM,
    "team player|collaborative spirit|good with people|likeable|personable|approachable": _WARM,
    "open-minded(?:ly)?|open-mindedness|humble|humbly|humility|curious|curiosity": _OPEN,
    "self-aware(?:ness)?|growth mindset|mindset|attitude": _OPEN,
    "(?:take|takes|taking|shows?|sense of) (?:\\w+ )?ownership": _HOLDS,
    "natural leader|born leader|leadership (?:skills|qualities)|leaderful|visionary": _LEADS,
    "above and beyond|(?:the )?extra mile|go-to person|goes beyond": _MORE,
    "role model|leads? by example|sets? an example|lead by example|embod(?:y|ies)": _MODEL,
    "strategic thinker|thinks? strategically|big-picture thinker|forward-thinking": _FAR,
    "thinks? (?:big|ahead)|outside (?:of )?the box|creative thinker|innovative(?:ly)?": _NEW,
    "integrity(?<!data integrity)(?<!referential integrity)|authentic(?:ally|ity)?": _HONEST,
    "confiden(?:t|tly)(?= (?:in|at|about|with|speaker|person)|$|[.,])": _HONEST,
}

_USES = "say what they do with it: ‘explains … to a newcomer, who then does it alone’"
_NOTICES = "say what follows: ‘tells … within a day of seeing it’"
_THINKS = "say what they do because of it: ‘turns down work that …, and says why’"
_FEELS = "say what they do because of it: ‘asks … , and changes one thing because of it’"
_DOES = "leave the word out and begin with the deed itself: ‘explains’, ‘builds’, ‘settles’"
_IS = "say what such a person does: ‘explains …’, ‘answers questions on …’, ‘settles …’"
_ANSWERS = "say what they do about it: ‘decides …’, ‘brings … to its end’, ‘reports on …’"
_TRIES = "say what is reached, and how one sees it: ‘cuts the days from order to delivery’"
_PROVES = "leave it out and say the deed itself: ‘settles …’, ‘explains …’"

STATES: Mapping[str, str] = {
    "know|knows|understand|understands|familiar|aware|has|have|had|possess|possesses": _USES,
    "(?:recogni[sz]es?|notices?|realises?)(?!.* and \\w+s )": _NOTICES,
    "believe|believes|think|thinks|consider|considers|value|values|prefer|prefers": _THINKS,
    "appreciate|appreciates|care|cares|feel|feels|like|likes|love|loves|enjoy|enjoys|want|wants": _FEELS,
    "(?:am |is |are |be )?able|can|could|may|might|should|will|would|must": _DOES,
    "(?:am |is |are |be )?(?:accountable|responsible|in charge)": _ANSWERS,
    "am|is|are|be|being|was|were|becomes?": _IS,
    "exhibit|exhibits|embod(?:y|ies)|display|displays|demonstrate|demonstrates": _PROVES,
    "strive|strives|aim|aims|aspire|aspires|endeavou?rs?|try to|tries to|seeks? to|attempts? to": _TRIES,
}

NO_DEED = among("""
    a ability accountable an awareness bad basic clear comfortable confident consistent deep effective
    efficient everyone experience expert expertise fluent focus general good great high knowledge leader
    little low many mastery mature minimal new no not our player poor proficient responsible skill skilled
    skills solid some strong that the their these this those willing your
    """)
"""Words that begin no deed."""

NO_DEED_ENDINGS = ("tion", "sion", "ness", "ship", "ity", "ance", "ence", "ism", "ful", "ous", "able")
"""How nouns and adjectives end."""

LEADS = among("""
    after although as at because before between by despite during for from given if in on once over
    through to under unless until when whenever where while with within without
    """)
"""Words that begin a clause which leads up to the deed."""

SKIPPED = among("also always and he i it never often or she still then they usually we who you")
"""Words that may stand before the deed."""

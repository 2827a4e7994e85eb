"""Wording that shuts somebody out, with wording that does not."""

from __future__ import annotations

from collections.abc import Mapping

from frameworks.lint.words import among

_THEY = "‘they’, or name the role"
_THEM = "‘them’"
_THEIR = "‘their’"
_EXPERT = "say what they can do: ‘answers what nobody else in the team could’"
_HOURS = "say the outcome; a framework asks for no hours beyond the contract"
_SPEAKS = "say what they do in the language: ‘writes pages that customers use unchanged’"
_AGE = "leave age out; say what they do or have done"
_STRONG = "‘unusual’, ‘surprising’"

UNFAIR: Mapping[str, str] = {
    "he/she|she/he|s/he|he or she|she or he|(?:his|him) or her|her or (?:his|him)|his/her|him/her": _THEY,
    "he|she": _THEY,
    "him|himself|herself": _THEM,
    "his|her|hers": _THEIR,
    "chairman|chairwoman": "‘chair’",
    "(?:sales|business|spokes|crafts|trades|service)(?:man|men|woman|women)": "‘-person’, ‘-people’",
    "foreman|foremen": "‘supervisor’",
    "middle-?m[ae]n": "‘go-between’",
    "guys|gents|lads": "‘everyone’, ‘colleagues’",
    "girls|ladies|females|males": "‘women’, ‘men’, or leave it out",
    "ninjas?|rock ?stars?|rock-stars?|gurus?|wizards?|superstars?|unicorns?|jedi": _EXPERT,
    "native speakers?|native[- ]level|mother tongue|accent-free": _SPEAKS,
    "young|youthful|digital natives?|recent graduates?|fresh blood|old-school|old guard": _AGE,
    "man-?power": "‘people’, ‘staff’",
    "man[- ](?:hours?|days?|months?|years?)": "‘hours of work’, ‘days of work’",
    "m[ae]n-?made|mankind": "‘made’, ‘people’",
    "(?:un)?manned|manning": "‘staffed’",
    "master[/ -](?:and )?slaves?|slaves?": "‘primary’ and ‘replica’",
    "black-?list(?:s|ed|ing)?": "‘blocklist’, ‘blocks’",
    "white-?list(?:s|ed|ing)?": "‘allowlist’, ‘allows’",
    "black hats?|white hats?": "‘attacker’, ‘tester’",
    "grandfather(?:ed|ing)?(?= (?:in|into|clause|rights?))": "‘exempt’, ‘under the old terms’",
    "sanity[- ]check(?:s|ed|ing)?|sanity": "‘quick check’, ‘check’",
    "crazy|insane(?:ly)?|lunatic": _STRONG,
    "cripp(?:les?|led|ling)|lame|dumb|tone[- ]deaf|blind to|turns? a blind eye|deaf ears": (
        "say what goes wrong: ‘stops’, ‘ignores’"
    ),
    "dumm(?:y|ies)(?= (?:data|value|text))": "‘sample’",
    "able-bodied|normal people|normal person": "leave it out, or say what the task asks for",
    "work hard,? play hard|work-hard-play-hard": _HOURS,
    "whatever it takes|24/7|around the clock|long hours|always available|always on": _HOURS,
    "(?:evenings|nights) and weekends|weekend work|burn(?:s|ing)? the midnight oil": _HOURS,
    "hero(?:es|ics|ically|ism)?|heroic|firefight(?:s|er|ers|ing)?|saves? the day": (
        "say what was set up so that it need not happen again"
    ),
    "cultur(?:e|al) fit|fits? (?:in|into|with) (?:the|our) culture": (
        "name the deed you mean: ‘says in review what is wrong and what to try’"
    ),
    "spirit animals?|pow-?wow|tribes?|low man on the totem pole|off the reservation": (
        "‘meeting’, ‘team’, ‘outside the plan’"
    ),
    "open(?:s)? the kimono|brown bag": "‘shows all of it’, ‘lunch talk’",
    "alpha (?:male|personality)|aggressively|dominat(?:es?|ing)|ruthless(?:ly)?|killer instinct": (
        "say what is reached: ‘wins two of three offers’"
    ),
    "housewi(?:fe|ves)|maternal|fatherly|motherly|bossy|mum test|grandma": "leave it out",
}

_MARK = r"(?:todo|tbd|tbc|tba|fixme|xxx+)\b"
PLACEHOLDERS = (
    rf"^\W*{_MARK}|[(\[{{<]\s*{_MARK}|\b(?:tbd|tbc)\b|lorem ipsum|\bcoming soon\b|\?\?\?+"
    r"|\bplaceholder text\b|\bto be (?:defined|decided|confirmed|added|written)\b"
    r"|\[(?:insert|add|your|fill)\b[^\]]*\]|<(?:insert|add|your|fill)\b[^>]*>"
)
"""Patterns that say that a text is still to be written."""

EMPTY = among("""
    n/a na none nothing - -- – — . .. ... … ? ?? empty same ditto blank test example
    """) | {
    "as above",
    "see above",
    "same as above",
    "as before",
    "as previous",
    "not applicable",
    "same as previous",
}
"""Whole texts that say nothing of their own."""

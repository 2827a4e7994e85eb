"""Whether words speak of a person rather than of what they did, or of a deed and not of what came of it.

A hint for whoever writes, from a few signs in English words; where they are not plain it stays silent. A deed
and its effect can be acted on, what is said of the self rarely helps (Kluger and DeNisi 1996; the form of
situation, behaviour and impact of the Center for Creative Leadership).
"""

import re
from enum import StrEnum

_FEWEST, _MOST = 2, 60
"""Words between which a text is judged: a longer one has room for more than the signs see."""


class Hint(StrEnum):
    """What could make a text more useful to its reader."""

    PERSON = "person"
    NO_EFFECT = "no_effect"


def hint_on(text: str) -> Hint | None:
    """The one hint that a text calls for, or None."""
    words = len(_WORD.findall(text))
    if not _FEWEST <= words <= _MOST or _EFFECT.search(text):
        return None
    if any(not _NO_DEED.fullmatch(deed.group()) for deed in _DEED.finditer(text)):
        return Hint.NO_EFFECT
    return Hint.PERSON if _TRAIT.search(text) else None


def _signs(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_WORD = re.compile(r"[\w’'-]+")

_EFFECT = _signs(
    r"""
    \b (?: (?<!are\ )(?<!is\ )(?<!’s\ )so | because | since | which | meant | means | meaning | therefore
      | thus | hence | without | until | instead | rather\ than | otherwise | now | no\ longer
      | any\ ?more | again
      | thanks\ to\ (?:you|his|her|their|your|this|that) | as\ a\ result | led\ to | leading\ to
      | let(?:s|ting)?\ (?:us|me|every|the|them|him|her) | allow\w* | enabl\w* | sav(?:e|ed|es|ing) | avoid\w*
      | prevent\w* | halv\w* | doubl\w* | reduc\w* | lower(?:ed|s)? | lift(?:ed|s) | increas\w*
      | dropp?ed | fell
      | rose | grew | caught | cost | unblock\w* | made\ (?:it|us|me|the|them|everyone)
      | help(?:ed|s)\ (?:us|me|them|him|her|the\ team)\ \w+ | percent | half | twice | stopped | by\ \d+
      | from\ \d+ | on\ time | on\ (?:my|his|her|their)\ own | alone ) \b
    | \d\s?%
    | \b(?:and|but|then)\ (?: i | we | it | they | he | she | nobody | no\ one | everyone | the | our
      | now | on
      | not | still | from | when | \w+\ (?:of|customers?|people|has|have|had|was|were) ) \b
    | ^after\ | ^(?:with|as|at)\ .*,
    | ,\ (?: i | we | they | it | everyone | nobody | finance | the | our | who | that )\b
    """
)
"""Signs that a text says what came of something."""

_DEED = _signs(
    r"""
    \b (?: (?<!-)[a-z]+[^\We]ed | [a-z]*eeded | (?<=for\ )\w+ing | (?<=on\ )\w{4,}ing | wrote | ran
      | led | found
      | gave | told | sent | took | brought | kept | built | left | held | drew | taught | spoke | met
      | paid | sold
      | bought | chose | began | broke | came | did\ not | didn[’']t | forgot | set\ up | put | made
      | went | read
      | saw | said | showed | stood | won | lent | dealt
      | (?:great|good|nice|well|excellent)\ (?:job|work|done)(?:\ (?:on|with))?\ (?:\w+\ )?\w{3,}
      | (?:help|feedback|talk|work)\ (?:with|on|in|at)\ \w+
      | for\ (?:your|the)\ (?:help|feedback|talk|lunch|welcome) ) \b
    """
)
"""Signs that something was done."""

_NO_DEED = _signs(
    r"""
    being | committed | dedicated | determined | disorganised | driven | everything | experienced | focused
    | gifted | indeed | liked | loved | motivated | need | needed | nothing | relaxed | skilled | something
    | talented | tired | unmotivated
    """
)
"""What looks like a deed and is none."""

_TRAIT = _signs(
    r"""
    \b (?: star | rockstar | legend | hero | superhero | genius | gem | angel | champion | superstar
      | lifesaver
      | asset | pleasure | inspiration | personality | attitude | mindset | soul | diva | leader
      | salesman | talent
      | amazing | awesome | brilliant | incredible | fantastic | wonderful | great | smart | smartest | clever
      | sharp | sharpest | kind | kindest | nice | nicest | lovely | sweet | patient | humble | honest | funny
      | cheerful | positive | reliable | dependable | professional | hard-?working | talented
      | dedicated | creative
      | gifted | best | rocks? | lazy | negative | difficult | arrogant | careless | stubborn | slow
      | weak | passive
      | toxic | rude | unprofessional | immature | chaotic | emotional | sensitive | intimidating
      | unmotivated
      | selfish | moody | incompetent | aggressive | lacks? | committed | team\ player | leadership\ material
      | hard\ worker | sense\ of\ urgency | confidence | love\ working | energy | human\ being | loves?
      | positivity | works\ as\ hard | for\ being ) \b
    """
)
"""Words for what somebody is."""

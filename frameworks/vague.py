"""Why a sentence is no behaviour that somebody could see. For English, and lenient where in doubt.

A behaviour should begin with what a person does. Doubted are sentences that begin with a state ("Is …",
"Knows …"), with a noun or an adjective ("Strong communication"), and those that lean on words of character.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TRAITS = _words("""
    amazing ambitious attitude awesome brilliant charismatic clever dedicated dependable diligent energetic
    enthusiastic excellent exceptional fearless genius gifted hardworking humble inspirational intelligent
    mindset motivated outgoing passion passionate proactive proactively resilient rockstar selfless talented
    tireless trustworthy visionary
""")
_TRAIT_PHRASES = ("team player", "go-getter", "self-starter", "can-do", "hard worker", "above and beyond")
_STATES = _words("""
    able am appreciates are aware be being believe believes can cares considers could embodies enjoys exhibits
    familiar feel feels has have is know knows like likes loves may might possesses recognises recognizes
    should think thinks understand understands values want wants was were will would
""")
_NOT_VERBS = _words("""
    a ability accountable an awareness bad basic clear comfortable confident consistent deep effective
    efficient experience expert fluent focus general good great high knowledge leader low many mastery
    mature new no not our player poor responsible skill skilled skills solid some strong that the their
    these this those willing your
""")
_NOT_VERB_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ship",
    "ity",
    "ance",
    "ence",
    "ism",
    "ful",
    "ous",
    "able",
    "ing",
)
_LEADS = _words("""
    after as at before between by during for from given if in on once over to under when where while with
    without
""")
_SKIPPED = _words("also always he i never often or regularly she still then they usually we who you")
_WORD = re.compile(r"[a-z][a-z'-]*")


def vagueness(text: str) -> str | None:
    """What makes the sentence vague, or None."""
    plain = text.casefold()
    words = _WORD.findall(plain)
    trait = next((word for word in words if word in _TRAITS), None)
    trait = trait or next((phrase for phrase in _TRAIT_PHRASES if phrase in plain), None)
    if trait:
        return f"`{trait}` says what a person is like, not what they do"
    head = _head(plain)
    if head in _STATES:
        return f"`{head}` names a state, which nobody can see"
    if head is None or head in _NOT_VERBS or head.endswith(_NOT_VERB_ENDINGS):
        return "it does not begin with something a person does"
    return None


def _head(plain: str) -> str | None:
    """The word where the deed should stand: after a leading clause, pronouns and adverbs."""
    words = _WORD.findall(plain)
    if words and words[0] in _LEADS:
        words = _WORD.findall(plain.partition(",")[2])
    return next((word for word in words if word not in _SKIPPED and not word.endswith("ly")), None)

"""The words by which a prompt is known to lead, to blame, to probe or to sound like a form. English.

A star stands for any ending.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

from prompts.model import About


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def phrase_pattern(phrases: Collection[str]) -> re.Pattern[str]:
    """Finds any of the phrases, as whole words, in casefolded text."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    choices = "|".join(
        re.escape(phrase).replace(r"\*", "[a-z]*").replace("'", "['’]") for phrase in longest_first
    )
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])")


AUXILIARIES = _words("""
    am are aren't can can't could couldn't did didn't do does doesn't don't had has hasn't have haven't is
    isn't may might must shall should shouldn't was wasn't were weren't will won't would wouldn't
""")
QUESTION_WORDS = _words("how what when where which who whom whose why")
ARTICLES_AND_PRONOUNS = _words("""
    a all an and another any both but each every everybody everyone few he her here his i it its many more
    most my no nobody none one only other our people she so some somebody someone sometimes that the their
    there these they this those we you your
""")
EMPTY = _words("""
    a about all also am an and any are as at be been but by can could did do does doing for from get
    give gives had has have having how i if in into is it its just like me more my need needs no not of
    on or our ours out shall should so some than that the their them then there these they thing things
    this those to too trellis up us very was we were what when where which who whom whose why will with
    would you your yours
""")
"""What says nothing of what somebody is looking for."""

LEADING = (
    "don't you",
    "doesn't it",
    "isn't it",
    "aren't you",
    "wouldn't you",
    "wouldn't it",
    "shouldn't you",
    "can't you",
    "wasn't it",
    "haven't you",
    "right?",
    "surely",
    "of course",
    "obviously",
    "no doubt",
    "as we all know",
    "do you agree",
    "you agree that",
    "you would agree",
    "would you say that",
    "how great",
    "how happy",
    "how much better",
    "how important is it",
)
BLAMING = (
    "why didn't",
    "why don't",
    "why haven't",
    "why hasn't",
    "why can't",
    "why did you not",
    "why have you not",
    "failed to",
    "should have been",
    "should have done",
    "should have known",
    "should have seen",
    "should be able to",
    "supposed to",
    "whose fault",
    "at fault",
    "to blame",
    "excuse*",
    "let us down",
    "let them down",
    "disappoint*",
    "behind on",
    "still haven't",
    "neglect*",
    "ashamed",
    "guilty",
)
THERAPEUTIC = (
    "make you feel",
    "makes you feel",
    "made you feel",
    "make them feel",
    "how do you feel",
    "how did you feel",
    "how are you feeling",
    "feel*",
    "felt",
    "emotion*",
    "inner",
    "childhood",
    "trauma*",
    "heal",
    "healing",
    "coping",
    "anxi*",
    "depress*",
    "burnout",
    "burnt out",
    "burned out",
    "stressed",
    "mental health",
    "therap*",
    "self-care",
    "self-esteem",
    "vulnerab*",
    "safe space",
    "authentic self",
    "true self",
    "things at home",
    "your family",
    "their family",
    "private life",
)
JARGON = (
    "action item*",
    "actionable*",
    "align",
    "aligned",
    "alignment",
    "bandwidth",
    "best practice*",
    "buy-in",
    "circle back",
    "competenc*",
    "core value*",
    "deep dive*",
    "deliverable*",
    "direct report*",
    "drill down",
    "employee*",
    "empower*",
    "engagement",
    "feedforward",
    "game changer",
    "growth mindset",
    "headcount",
    "holistic*",
    "human capital",
    "human resources",
    "impactful",
    "ideat*",
    "key result*",
    "kpi*",
    "learnings",
    "leverag*",
    "line manager",
    "low-hanging fruit",
    "move the needle",
    "okr*",
    "onboarding",
    "paradigm*",
    "pain point*",
    "performance management",
    "proactive*",
    "retrospect on",
    "smart goal*",
    "stakeholder*",
    "strategize",
    "subordinate*",
    "synerg*",
    "touch base",
    "touchpoint*",
    "upskill*",
    "value-add",
    "win-win",
)
GENDERED = (
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "he/she",
    "s/he",
    "guys",
    "girls",
    "boys",
    "ladies",
    "gentlemen",
    "manpower",
    "man-hours",
    "man-days",
    "mankind",
    "chairman",
    "salesman",
    "businessman",
    "foreman",
    "freshman",
    "right-hand man",
    "mother",
    "father",
)
MATTERS: Mapping[About, Collection[str]] = MappingProxyType(
    {
        About.WELLBEING: (
            "sleep",
            "tired*",
            "rested",
            "holiday*",
            "days off",
            "time off",
            "evening*",
            "weekend*",
            "overtime",
            "energy",
            "workload",
        ),
        About.GROWTH: (
            "next level",
            "career*",
            "promot*",
            "learn",
            "get better at",
            "five years",
        ),
        About.FEEDBACK: (
            "feedback",
            "kudos",
            "praise",
            "criticism",
            "advice",
            "thank",
            "thanks",
            "thanked",
        ),
    }
)

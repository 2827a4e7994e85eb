"""Jargon with plain words for it, and abbreviations that need no telling."""

from __future__ import annotations

from collections.abc import Mapping

from frameworks.lint.words import among

_BRING = "‘brings about’, or the deed itself: ‘cuts’, ‘opens’, ‘gets three teams to …’"
_AGREE = "say who agrees to what: ‘gets sales and finance to sign one plan’"
_LET = "say what they let others do: ‘hands the decision on … to …’"
_IDEAS = "‘finds ideas’, or ‘draws three ways to …’"
_WHOLE = "‘whole’, or name all the parts"

JARGON: Mapping[str, str] = {
    "leverag(?:e|es|ed|ing)": "‘use’",
    "utili[sz](?:e|es|ed|ing|ation)": "‘use’",
    "synerg(?:y|ies|istic|istically)|synergi[sz]e[sd]?": "say what each gains by working with the other",
    "stakeholder (?:alignment|management|engagement|buy-in)|manag(?:e|es|ing) stakeholders": _AGREE,
    "align(?:s|ed|ing)? (?:\\w+ )?(?:stakeholders?|teams?|people|with stakeholders)": _AGREE,
    "alignment|misalignment|buy-in": _AGREE,
    "ideat(?:e|es|ed|ing|ion)": _IDEAS,
    "holistic(?:ally)?": _WHOLE,
    "paradigms?|paradigm shift": "say what is done in another way",
    "low-hanging fruits?|quick wins?": "‘what costs little and helps at once’",
    "mov(?:e|es|ing) the needle": "name the figure and how far it moves",
    "(?:circle|circles|loop|loops) back|touch(?:es)? base|ping": "‘ask again’, ‘talk with’",
    "deep[- ]div(?:e|es|ing)|drill(?:s)? down": "‘looks into … until the cause is found’",
    "thought leader(?:s|ship)?|thought partner": "say who quotes or asks them about what",
    "value[- ]add(?:ed|s)?|add(?:s|ing)? value|deliver(?:s|ing)? value|business value|drive value": (
        "say who gains what: ‘saves support ten hours a month’"
    ),
    "low bandwidth|bandwidth to|have bandwidth|has bandwidth": "‘time’",
    "boil(?:s|ing)? the ocean": "‘takes on too much at once’",
    "actionable": "‘that somebody can act on’",
    "action(?:ed|ing) (?:on|items?|feedback|the)|action items?": "‘tasks’, each with a name and a date",
    "impactful(?:ly)?": "say what changed, and for whom",
    "impact(?:ed|ing)|impacts (?=on|the|a|our|their|other|team|people)": "‘changes’, ‘affects’",
    "learnings?(?= (?:from|with|and|to the|across)|[.,;]|$)(?<!learning)": "‘what was learned’",
    "granular(?:ity)?": "‘in detail’, or say down to what",
    "north stars?": "‘the one goal’",
    "cross-pollinat(?:e|es|ed|ing|ion)": "‘carries … from one team to another’",
    "going forward|moving forward": "leave it out, or say from when",
    "deliverables?": "name what is handed over",
    "operationali[sz](?:e|es|ed|ing)": "‘puts to use’",
    "evangeli[sz](?:e|es|ed|ing|m)|evangelists?": "‘explains … to others, who take it up’",
    "sociali[sz](?:e|es|ed|ing) (?:an? |the |their )?(?:ideas?|plans?|proposals?|changes?)": (
        "‘shows … to those whom it touches, and changes it by what they say’"
    ),
    "strategi[sz](?:e|es|ed|ing)": "‘plans’",
    "productioni[sz](?:e|es|ed|ing)": "‘makes fit for real use’",
    "incentivi[sz](?:e|es|ed|ing)": "‘gives a reason to’",
    "streamlin(?:e|es|ed|ing)": "say which step is gone, or how much shorter it is",
    "empower(?:s|ed|ing|ment)?": _LET,
    "foster(?:s|ed|ing)?|cultivat(?:e|es|ed|ing)|nurtur(?:e|es|ed|ing)": (
        "say what is set up, and who does what because of it"
    ),
    "facilitat(?:e|es|ed|ing)": "‘runs’, ‘helps’, or say how",
    "spearhead(?:s|ed|ing)?": "‘leads’",
    "champion(?:s|ed|ing) ": "say what is done for it: ‘shows … to three teams, and two take it up’",
    "driv(?:e|es|ing|en)(?= (?:\\w+ )?(?:change|growth|impact|results|outcomes?|improvements?|adoption|value|"
    "innovation|strategy|decisions?|quality|engagement|collaboration|excellence|success|forward|projects?|"
    "initiatives?|performance|progress|efficiency|culture|consensus|clarity))": _BRING,
    "driv(?:e|es|ing) for": _BRING,
    "unpack(?:s|ed|ing)?": "‘explains’",
    "double[- ]click(?:s|ed|ing)? on": "‘looks closer at’",
    "force multipliers?|10x": "say what others do more of because of it",
    "table stakes": "‘what everybody expects’",
    "mindshare|net[- ]new|ladder(?:s)? up to": "say it in plain words: ‘known to’, ‘new’, ‘serves’",
    "core competenc(?:y|ies)|mission[- ]critical|best[- ]of[- ]breed": "say what would stop without it",
    "blue[- ]sky|swim ?lanes?|parking lot|war room": "say it in plain words, as you would at a table",
    "hit the ground running|push(?:es)? the envelope|rais(?:e|es|ing) the bar": (
        "say what is done now that was not done before"
    ),
    "high-performing|high[- ]performance culture": "say what such a team does: ‘keeps nine of ten dates’",
    "space(?= (?:and|of) (?:innovation|play))|in this space": "name the field",
    "ecosystem|landscape(?! (?:photo|format))": "name who or what belongs to it",
    "results[- ]oriented|outcome[- ]oriented|customer[- ]centric(?:ity)?|data[- ]driven": (
        "say the deed: ‘decides by …’, ‘asks customers before …’"
    ),
    "customer[- ]obsess(?:ed|ion)|solution[- ]oriented|detail[- ]oriented": (
        "say the deed: ‘calls three customers before …’, ‘finds the fault that …’"
    ),
    "continuous improvement|operational excellence": "name what gets better, and by how much",
}

KNOWN = among("""
    CD CI CSS JS RAM AI AM API AR ATM BBC CEO CFO COO CSV CTO CV DM DNA EU FAQ GB GMT GPS HR HTML HTTP HTTPS
    ID II III IT IV JSON LED LGBTQ NGO OK OS PC PDF PHP PIN PM PR Q1 Q2 Q3 Q4 SMS SQL TV UI
    UK UN URL US USA USB UTC UX VIP VP WC XML
    """)
"""Abbreviations that are words by now, or are told by their trade's first page."""

CRIES = among("ALL AND ANY AS BE DO FOR IF IN IS IT MUST NO NOT ON ONLY OR SO THE TO TODO TBD TBC TBA WE YOU")
"""Words written large to stress them, and marks of what is unfinished, which have their own rule."""

SMALL = among("a an and at by for in of on or the to with")
"""Words that an abbreviation leaves out."""

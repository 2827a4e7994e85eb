"""A newcomer, a folded ferrule, a night flight that did not happen, and one maker who moves up."""

from collections.abc import Sequence
from datetime import time

from bot.demo.acts import (
    answers_summary,
    keeps_kudos,
    looks_back,
    notes,
    observes,
    opens_note,
    reads_observation,
    reviews_framework,
    skips_first_steps,
    sums_up,
    thanks,
)
from bot.demo.agreements import (
    agrees_to_manage,
    agrees_to_meet,
    asks_to_meet,
    confirms_level,
    names_manager,
    proposes_level,
    switches_on,
)
from bot.demo.story.cast import (
    BARNABY,
    BRAM,
    HAZEL,
    JUNIPER,
    KUDOS_CHANNEL,
    LINNET,
    MARIGOLD,
    OTIS,
    POPPY,
    RUFUS,
    SILAS,
    WREN,
)
from bot.demo.story.moment import Moment
from storage.choices import Cadence, PairKind, Verdict

SECOND_QUARTER: Sequence[Moment] = (
    Moment(
        days_ago=91,
        hour=2,
        act=notes(
            HAZEL,
            "Held forty Larks back. The ferrules gave under my thumb, soft as bread. Told Silas the cost "
            "before noon, and the school had a new date by four.",
            "shared/delivery",
            "stops-the-bench",
            shares=True,
        ),
    ),
    Moment(
        days_ago=91,
        hour=11,
        act=thanks(
            MARIGOLD,
            HAZEL,
            "I had been dreading the call to the school about the ferrules, and then it lasted four "
            "minutes, since everything they could ask was in your note already: what is wrong, who saw "
            "it, when the good ones come.",
            "workshop:shared/delivery",
        ),
    ),
    Moment(days_ago=88, hour=1, act=keeps_kudos(HAZEL, "shared/delivery", "stops-the-bench")),
    Moment(
        days_ago=88,
        hour=2,
        act=notes(
            RUFUS,
            "Folded a strip of spar tape round the joint instead of gluing it. Two hundred pulls on the "
            "bench and it's still there! The glued one gave up at sixty.",
            "workshop/making",
            "invents-the-joint",
            shares=True,
        ),
    ),
    Moment(
        days_ago=88,
        hour=3,
        act=observes(
            SILAS,
            HAZEL,
            "For the record: batch stopped at 40 of 300. Cause, cost and new date named before noon of the "
            "same day. No Lark left the house that would have come back to it.",
            "shared/delivery",
            "stops-the-bench",
        ),
    ),
    Moment(days_ago=88, hour=4, act=opens_note(HAZEL, RUFUS)),
    Moment(
        days_ago=84,
        hour=1,
        act=thanks(
            SILAS,
            RUFUS,
            "Folded ferrule: 200 pulls against 60, no glue, eleven cents cheaper, drying time nil. "
            "Adopted from today. It carries your name on the drawing.",
            "workshop:workshop/making",
        ),
    ),
    Moment(days_ago=84, hour=2, act=reads_observation(HAZEL)),
    Moment(days_ago=84, hour=3, act=looks_back(HAZEL)),
    Moment(days_ago=84, hour=3, act=looks_back(LINNET)),
    Moment(days_ago=84, hour=4, act=looks_back(SILAS)),
    Moment(
        days_ago=84,
        hour=14,
        act=thanks(
            BARNABY,
            RUFUS,
            "They said the old joint was good enough. It was. Then Rufus folded a bit of tape, and it was "
            "not.",
            "workshop:workshop/making",
        ),
    ),
    Moment(days_ago=81, hour=1, act=keeps_kudos(RUFUS, "workshop/making", "invents-the-joint")),
    Moment(days_ago=81, hour=2, act=keeps_kudos(RUFUS, "workshop/making", "invents-the-joint")),
    Moment(
        days_ago=81,
        hour=10,
        act=reviews_framework(
            WREN,
            {
                "shared/delivery": (
                    Verdict.REWORD,
                    'Say "a week\'s work", not "a piece of work": Bram and I read it differently.',
                ),
                "engineering/reliability": (
                    Verdict.REWORD,
                    "Our masts have no pager. Ask who answers at night, in words that fit both offices.",
                ),
            },
        ),
    ),
    Moment(
        days_ago=81,
        hour=15,
        act=observes(
            JUNIPER,
            OTIS,
            "You let Bram show the Petrel's camera to all of us, and kept your own mouth shut for twenty "
            "minutes. I counted. Bram has stood a hand taller since.",
            "shared/coaching",
            "gives-away-the-stage",
        ),
    ),
    Moment(days_ago=77, hour=9, act=reads_observation(OTIS)),
    Moment(days_ago=77, hour=9, act=looks_back(OTIS)),
    Moment(days_ago=77, hour=10, act=switches_on(JUNIPER, (POPPY,), KUDOS_CHANNEL)),
    Moment(days_ago=77, hour=11, act=skips_first_steps(JUNIPER)),
    Moment(days_ago=77, hour=11, act=looks_back(MARIGOLD)),
    Moment(days_ago=77, hour=12, act=skips_first_steps(BARNABY)),
    Moment(days_ago=77, hour=14, act=names_manager(POPPY, OTIS)),
    Moment(days_ago=77, hour=15, act=agrees_to_manage(OTIS, POPPY)),
    Moment(days_ago=74, hour=9, act=proposes_level(POPPY, "engineering", "e1")),
    Moment(days_ago=74, hour=10, act=confirms_level(OTIS, POPPY)),
    Moment(days_ago=74, hour=11, act=asks_to_meet(OTIS, POPPY, Cadence.MONTHLY, 2, time(9))),
    Moment(days_ago=74, hour=13, act=agrees_to_meet(POPPY, OTIS)),
    Moment(
        days_ago=74,
        hour=15,
        act=observes(
            OTIS,
            BRAM,
            "Reel talk went round for two weeks. You wrote both ways down, one pick, and what would reopen "
            "it. Over in an hour.",
            "shared/communication",
            "closes-discussions",
        ),
    ),
    Moment(days_ago=70, hour=1, act=reads_observation(BRAM)),
    Moment(
        days_ago=70,
        hour=2,
        act=thanks(
            LINNET,
            BRAM,
            "You drew the camera mount as three parts that three of us could make at once. Mine fitted yours "
            "without a file.",
            "engineering:engineering/design",
        ),
    ),
    Moment(
        days_ago=70,
        hour=14,
        act=notes(
            WREN,
            "Sat with Poppy through setup, review and release of her first change, four mornings. She "
            "pressed the button herself.",
            "shared/coaching",
            "guides-newcomer",
        ),
    ),
    Moment(days_ago=67, hour=1, act=keeps_kudos(BRAM, "engineering/design", "parts-built-apart")),
    Moment(
        days_ago=67,
        hour=11,
        act=thanks(
            POPPY,
            WREN,
            "I thought the first release would be scary. You sat on your hands on purpose, didn't you? "
            "Thank you.",
            "engineering:shared/coaching",
        ),
    ),
    Moment(
        days_ago=63,
        hour=1,
        act=notes(
            LINNET,
            "The drawing said fold, the cloth said no. Sent the flight team a photo of ripstop pulling at"
            " the corner; they moved the seam before we cut.",
            "shared/collaboration",
            shares=True,
        ),
    ),
    Moment(
        days_ago=63,
        hour=14,
        act=notes(
            WREN,
            "Ran the rehearsal of a dead mast with Bram and Poppy. Two steps of the runbook were wrong.",
            "engineering/reliability",
            "rehearses-failure",
            shares=True,
        ),
    ),
    Moment(
        days_ago=60,
        hour=2,
        act=thanks(
            BRAM,
            WREN,
            "After the rehearsal I was not afraid of the pager for the first time.",
            "engineering:engineering/reliability",
        ),
    ),
    Moment(days_ago=60, hour=3, act=sums_up(HAZEL, RUFUS, "3m")),
    Moment(
        days_ago=60,
        hour=10,
        act=observes(
            OTIS,
            LINNET,
            "Hazel and I read the seam two ways. You laid the cloth between us. One reading now.",
            "shared/collaboration",
            "settles-differences",
        ),
    ),
    Moment(days_ago=60, hour=16, act=keeps_kudos(WREN, "engineering/reliability", "rehearses-failure")),
    Moment(
        days_ago=56,
        hour=1,
        act=answers_summary(
            RUFUS,
            "Reads like me on a good week! I'd add that Linnet showed me the fold in the first place. The"
            " taping was mine, the idea was half hers.",
        ),
    ),
    Moment(days_ago=56, hour=1, act=reads_observation(LINNET)),
    Moment(days_ago=56, hour=2, act=proposes_level(RUFUS, "workshop", "w2")),
    Moment(
        days_ago=56,
        hour=15,
        act=thanks(
            JUNIPER,
            LINNET,
            "You stand with one foot at the bench and one in the code, and both rooms have grown a door "
            "because of it.",
            "engineering:shared/collaboration",
        ),
    ),
    Moment(days_ago=53, hour=1, act=confirms_level(HAZEL, RUFUS)),
    Moment(days_ago=53, hour=2, act=keeps_kudos(LINNET, "shared/collaboration", "unblocks-others")),
    Moment(
        days_ago=53,
        hour=3,
        act=thanks(
            HAZEL,
            RUFUS,
            "A maker now, on paper too. It's been in your fingers since the noses.",
        ),
    ),
    Moment(
        days_ago=53,
        hour=9,
        act=asks_to_meet(WREN, POPPY, Cadence.MONTHLY, 4, time(9), PairKind.PEER),
    ),
    Moment(days_ago=53, hour=10, act=agrees_to_meet(POPPY, WREN)),
    Moment(
        days_ago=49,
        hour=13,
        act=notes(
            OTIS,
            "Said no to the night flight. No lights that pass, no insurance. Told Juniper with two days "
            "left to choose another show.",
            "shared/communication",
            "brings-bad-news",
            shares=True,
        ),
    ),
    Moment(
        days_ago=46,
        hour=11,
        act=thanks(
            JUNIPER,
            OTIS,
            "Thank you for saying no to the night flight, and for saying it early.",
            "engineering:shared/communication",
            quietly=True,
        ),
    ),
    Moment(
        days_ago=46,
        hour=14,
        act=thanks(
            BARNABY,
            POPPY,
            "You asked why the tail is so long before you asked how to shorten it. Keep that order.",
            "engineering:shared/learning",
        ),
    ),
    Moment(days_ago=42, hour=1, act=opens_note(SILAS, HAZEL)),
    Moment(
        days_ago=42,
        hour=2,
        act=observes(
            SILAS,
            MARIGOLD,
            "Two customers were promised their money back where the sheet says repair first. Cost: 61.40. "
            "Before the third, please ask.",
            "shared/communication",
            "asks-which-reading",
            differently=True,
        ),
    ),
    Moment(
        days_ago=42,
        hour=10,
        act=reads_observation(
            MARIGOLD,
            "I did promise it, and would again, since the first kite had been mended twice already and its "
            "owner was in tears; but you are right that I should have rung you before the second one, and "
            "the exception now stands on the sheet, under the rule, where the next of us will look.",
        ),
    ),
    Moment(
        days_ago=42, hour=15, act=keeps_kudos(OTIS, "shared/communication", "brings-bad-news", shares=False)
    ),
)

"""The last weeks, up to yesterday: what lies on people's desks when the demo begins."""

from collections.abc import Sequence
from datetime import time

from bot.demo.acts import (
    keeps_kudos,
    looks_back,
    notes,
    observes,
    opens_note,
    reads_observation,
    sums_up,
    thanks,
)
from bot.demo.agreements import agrees_to_meet, asks_to_meet, names_manager, proposes_level, switches_on
from bot.demo.story.cast import (
    BARNABY,
    BRAM,
    COSMO,
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
from storage.choices import Cadence, PairKind

LATELY: Sequence[Moment] = (
    Moment(
        days_ago=39,
        hour=1,
        act=notes(
            LINNET,
            "Flew the recycled cloth on a small Wisp for a month. Good for tails, too soft for sails. "
            "Swatches and knots are in the drawer marked Maybe.",
            "workshop/wind",
            "tries-cloth-small",
        ),
    ),
    Moment(
        days_ago=39,
        hour=9,
        act=notes(
            WREN,
            "Agreed with the workshop who sets seam widths and by when, before I touched the pattern "
            "export. One shared page, both offices initialled it.",
            "shared/collaboration",
            "agrees-who-does-what",
            milestone="engineering leads-cross-team",
            shares=True,
        ),
    ),
    Moment(
        days_ago=39,
        hour=15,
        act=thanks(
            MARIGOLD,
            JUNIPER,
            "You came to the repair desk for a whole afternoon and answered letters beside me, and the "
            "old gentleman with the box kite still tells everybody that the apprentice with the grey hair"
            " was very polite.",
        ),
    ),
    Moment(
        days_ago=35,
        hour=2,
        act=thanks(
            HAZEL,
            WREN,
            "First time a pattern from Lisbon came with seam widths I could cut by. I pinned it up.",
            "engineering:shared/collaboration",
        ),
    ),
    Moment(
        days_ago=35,
        hour=3,
        act=notes(
            SILAS,
            "Handed the order book to two people: open orders, odd customers, where the spare stamps are."
            " First week without one question to me.",
            "shared/collaboration",
            "hands-over-whole",
        ),
    ),
    Moment(days_ago=35, hour=11, act=keeps_kudos(WREN, "shared/collaboration", "agrees-who-does-what")),
    Moment(
        days_ago=35,
        hour=15,
        act=observes(
            JUNIPER,
            SILAS,
            "Three hundred Larks, three boxes, three dates, and the rain had no say in any of them. I have "
            "seen orchestras with less of a plan.",
            "shared/delivery",
            "plans-for-several",
        ),
    ),
    Moment(
        days_ago=32,
        hour=1,
        act=thanks(
            RUFUS,
            LINNET,
            "You showed me the fold with a bus ticket at lunch! I only added tape.",
            "workshop:workshop/making",
            "workshop:shared/coaching",
        ),
    ),
    Moment(days_ago=32, hour=2, act=reads_observation(SILAS)),
    Moment(
        days_ago=32,
        hour=10,
        act=notes(
            POPPY,
            "Asked Wren after an hour with the tail simulator, with a list of what I had tried.",
            "shared/collaboration",
            "asks-when-stuck",
        ),
    ),
    Moment(
        days_ago=28, hour=2, act=keeps_kudos(LINNET, "workshop/making", "invents-the-joint", shares=False)
    ),
    Moment(
        days_ago=28,
        hour=4,
        act=notes(
            BRAM,
            "Two masts on the cape went quiet and nothing told us for three hours. There's an alarm for "
            "silence now; it barked within ten minutes when I pulled a cable on purpose.",
            "engineering/reliability",
            "adds-missing-signal",
            shares=True,
        ),
    ),
    Moment(
        days_ago=28,
        hour=14,
        act=thanks(
            WREN,
            BRAM,
            "Your alarm for silent masts fired at 11:02 today. I had rerouted by 11:06, before anyone "
            "noticed.",
            "engineering:engineering/reliability",
        ),
    ),
    Moment(days_ago=25, hour=1, act=keeps_kudos(BRAM, "engineering/reliability", "adds-missing-signal")),
    Moment(
        days_ago=25,
        hour=2,
        act=thanks(
            SILAS,
            LINNET,
            "Three remarks on the new reel, three of them right. Minuted.",
            "workshop:workshop/wind",
            quietly=True,
        ),
    ),
    Moment(
        days_ago=25,
        hour=13,
        act=notes(
            BARNABY,
            "Told Hazel the mill that weaves our light cloth is to be sold. Two samples from elsewhere "
            "are on the table. Better to know while the shelf is full.",
            "workshop/wind",
            "warns-of-supply",
            shares=True,
        ),
    ),
    Moment(
        days_ago=25,
        hour=14,
        act=observes(
            OTIS,
            WREN,
            "New pattern export is out. The old one still runs beside it, and nobody knows until when.",
            "shared/delivery",
            "leads-across-teams",
            differently=True,
        ),
    ),
    Moment(days_ago=21, hour=2, act=opens_note(HAZEL, BARNABY)),
    Moment(
        days_ago=21,
        hour=3,
        act=thanks(
            HAZEL,
            BARNABY,
            "You smelled trouble at the mill before the letter came. I've flown both samples; the grey "
            "one sings.",
            "workshop:workshop/wind",
        ),
    ),
    Moment(
        days_ago=21,
        hour=9,
        act=reads_observation(
            WREN,
            "True. Hazel still cuts two models from the old one. I had told her, and not you. The date "
            "stands on the shared page now, with both our names.",
        ),
    ),
    Moment(days_ago=21, hour=10, act=asks_to_meet(OTIS, WREN, Cadence.WEEKLY, 1, time(9))),
    Moment(
        days_ago=21,
        hour=11,
        act=observes(
            OTIS,
            BRAM,
            "Alarm for silent masts went live without a figure for how often it would bark. Barked eleven "
            "times that night.",
            "engineering/design",
            "predicts-and-checks",
            differently=True,
        ),
    ),
    Moment(
        days_ago=18,
        hour=1,
        act=reads_observation(
            BRAM,
            "Fair, I guessed where I should have counted. It's four barks a week now, written beside the "
            "alarm, and a gull on a mast no longer counts as silence.",
        ),
    ),
    Moment(
        days_ago=18,
        hour=2,
        act=notes(
            HAZEL,
            "Rufus and I wrote down one goal for him: lead the stack kites. Third talk about it today, his "
            "sketch, not mine.",
            "shared/coaching",
            "grows-a-maker",
        ),
    ),
    Moment(
        days_ago=18,
        hour=14,
        act=notes(
            MARIGOLD,
            "Sat with two customers while they put a kite together, and changed page one of the leaflet.",
            "shared/learning",
            "watches-customers",
            shares=True,
        ),
    ),
    Moment(
        days_ago=14,
        hour=3,
        act=thanks(
            BRAM,
            POPPY,
            "The page on how to read the wind log saved me an afternoon.",
            "engineering:shared/learning",
        ),
    ),
    Moment(days_ago=14, hour=9, act=asks_to_meet(OTIS, POPPY, Cadence.WEEKLY, 2, time(9))),
    Moment(days_ago=14, hour=10, act=asks_to_meet(WREN, POPPY, Cadence.WEEKLY, 4, time(9), PairKind.PEER)),
    Moment(days_ago=14, hour=11, act=looks_back(POPPY)),
    Moment(days_ago=11, hour=9, act=switches_on(JUNIPER, (COSMO,), KUDOS_CHANNEL)),
    Moment(days_ago=11, hour=9, act=asks_to_meet(JUNIPER, OTIS, Cadence.WEEKLY, 3, time(9))),
    Moment(
        days_ago=11,
        hour=10,
        act=asks_to_meet(MARIGOLD, JUNIPER, Cadence.WEEKLY, 0, time(9), PairKind.PEER),
    ),
    Moment(days_ago=11, hour=15, act=agrees_to_meet(JUNIPER, MARIGOLD)),
    Moment(
        days_ago=7,
        hour=1,
        act=notes(
            RUFUS,
            "The stack kite climbed in one pull with the new joints all the way down. Six flights in the "
            "book, with the knots.",
            "workshop/wind",
            "flies-what-is-made",
            shares=True,
        ),
    ),
    Moment(
        days_ago=7,
        hour=2,
        act=thanks(
            RUFUS,
            COSMO,
            "You found the lost parcel on your third day, by ringing every depot from the top. Welcome!",
        ),
    ),
    Moment(days_ago=7, hour=14, act=sums_up(OTIS, BRAM, "6m")),
    Moment(days_ago=4, hour=2, act=proposes_level(BRAM, "engineering", "e3")),
    Moment(days_ago=4, hour=3, act=names_manager(COSMO, SILAS)),
    Moment(
        days_ago=1,
        hour=3,
        act=thanks(
            SILAS,
            MARIGOLD,
            "The customer with the torn wing wrote again, to say how clear your answer was.",
            "starter:shared/communication",
        ),
    ),
    Moment(
        days_ago=1,
        hour=15,
        act=thanks(
            MARIGOLD,
            WREN,
            "I asked you what gusting means for somebody who has only ever flown on a beach, and you drew"
            " it on the back of a delivery note with three arrows and no formula, and I have already read"
            " it out to two callers who both said, oh, is that all it is.",
            "engineering:shared/communication",
        ),
    ),
    Moment(
        days_ago=1,
        hour=16,
        act=observes(
            OTIS,
            WREN,
            "Tail figures, both offices on the line. You had Poppy show them, and sat at the back. Poppy "
            "took every question.",
            "shared/coaching",
            "gives-away-the-stage",
        ),
    ),
)

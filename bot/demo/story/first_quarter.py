"""The Petrel gets a camera, the wind service goes down, and a school orders three hundred Larks."""

from collections.abc import Sequence
from datetime import time

from bot.demo.acts import (
    answers_summary,
    keeps_kudos,
    notes,
    observes,
    opens_note,
    reads_observation,
    sums_up,
    thanks,
)
from bot.demo.agreements import agrees_to_meet, asks_to_meet
from bot.demo.story.cast import BARNABY, BRAM, HAZEL, JUNIPER, LINNET, MARIGOLD, OTIS, RUFUS, SILAS, WREN
from bot.demo.story.moment import Moment
from storage.choices import Cadence, PairKind

FIRST_QUARTER: Sequence[Moment] = (
    Moment(
        days_ago=151,
        hour=2,
        act=notes(
            BRAM,
            "Tried the two cheap gyros on the old Petrel for an afternoon. One drifts like a sleepy gull, "
            "the other holds. Timings are in the wiki, and I'd keep the second.",
            "shared/learning",
            "tries-small",
            shares=True,
        ),
    ),
    Moment(
        days_ago=151,
        hour=14,
        act=thanks(
            WREN,
            BRAM,
            "Your gyro test had a table, a photo and a verdict. I ordered the parts from it without one "
            "question.",
            "engineering:shared/learning",
        ),
    ),
    Moment(days_ago=147, hour=1, act=keeps_kudos(BRAM, "shared/learning", "tries-small")),
    Moment(
        days_ago=147,
        hour=2,
        act=notes(
            RUFUS,
            "First twenty noses sewn! Four didn't hold the pull on the card, so I unpicked them before "
            "lunch.",
            "workshop/making",
            "seams-to-the-card",
            shares=True,
        ),
    ),
    Moment(
        days_ago=144,
        hour=3,
        act=thanks(
            HAZEL,
            RUFUS,
            "Nobody asked you to unpick those four noses. I ran my thumb along the new seams: they'll "
            "outlive us.",
            "workshop:workshop/making",
        ),
    ),
    Moment(
        days_ago=144,
        hour=11,
        act=notes(
            MARIGOLD,
            "A father wrote that the Lark flew in circles and his daughter had given up on it, so I asked"
            " whether I might ring them, and we trimmed the bridle together over the phone while she held"
            " the kite. It was the knot, as it so often is, and I have put a drawing of that knot at the "
            "top of the repair page.",
            "shared/learning",
            "watches-customers",
            shares=True,
        ),
    ),
    Moment(days_ago=140, hour=1, act=keeps_kudos(RUFUS, "workshop/making", "seams-to-the-card")),
    Moment(days_ago=140, hour=9, act=asks_to_meet(JUNIPER, OTIS, Cadence.MONTHLY, 3, time(9))),
    Moment(days_ago=140, hour=10, act=agrees_to_meet(OTIS, JUNIPER)),
    Moment(
        days_ago=140,
        hour=15,
        act=thanks(
            BARNABY,
            MARIGOLD,
            "Forty years of sails, and I never thought to draw the knot for the customer. You did. Half "
            "my repairs were that knot.",
            "starter:shared/learning",
        ),
    ),
    Moment(
        days_ago=137,
        hour=2,
        act=thanks(
            SILAS,
            HAZEL,
            "For the record: stock counted, shelves labelled, two doubtful rolls set aside, all before "
            "the order came in. That is why it could be accepted the same day.",
            "workshop:workshop/wind",
            "workshop:shared/delivery",
        ),
    ),
    Moment(days_ago=137, hour=11, act=keeps_kudos(MARIGOLD, "shared/learning", "watches-customers")),
    Moment(
        days_ago=133,
        hour=1,
        act=notes(
            LINNET,
            "Sewed a Petrel from cloth to beach, nine days. Trimmed the left leg twice; flat in twelve "
            "knots.",
            "workshop/making",
            "builds-whole",
            shares=True,
        ),
    ),
    Moment(days_ago=133, hour=3, act=keeps_kudos(HAZEL, "workshop/wind", "sorts-cloth-by-hand")),
    Moment(
        days_ago=133,
        hour=16,
        act=thanks(OTIS, LINNET, "Petrel flew level first time out. Your keel.", "workshop:workshop/making"),
    ),
    Moment(
        days_ago=130,
        hour=1,
        act=keeps_kudos(LINNET, "workshop/making", "builds-whole"),
    ),
    Moment(
        days_ago=130,
        hour=13,
        act=notes(
            WREN,
            "Wind service down for 52 minutes. I took the log, Bram the stations; customers had a first "
            "message after nine. Cause: a full disk on the mast at the cape.",
            "engineering/reliability",
            "leads-the-answer",
            shares=True,
        ),
    ),
    Moment(
        days_ago=126,
        hour=1,
        act=thanks(
            BRAM,
            WREN,
            "Half past ten at night here, everything red, and you asked me for one station at a time like"
            " we were shelling peas. I've never been so calm in an outage.",
            "engineering:engineering/reliability",
        ),
    ),
    Moment(days_ago=126, hour=2, act=asks_to_meet(SILAS, MARIGOLD, Cadence.MONTHLY, 2, time(20))),
    Moment(days_ago=126, hour=9, act=agrees_to_meet(MARIGOLD, SILAS)),
    Moment(
        days_ago=126,
        hour=10,
        act=thanks(
            OTIS,
            WREN,
            "You led the answer when the wind service went down, and the write-up was out the next day.",
            "engineering:engineering/reliability",
        ),
    ),
    Moment(days_ago=123, hour=14, act=keeps_kudos(WREN, "engineering/reliability", "leads-the-answer")),
    Moment(days_ago=123, hour=15, act=keeps_kudos(WREN, "engineering/reliability", "leads-the-answer")),
    Moment(days_ago=123, hour=16, act=opens_note(OTIS, WREN)),
    Moment(
        days_ago=119,
        hour=2,
        act=notes(
            SILAS,
            "Agreed with the school in writing: 300 Larks, three deliveries, who checks each, what "
            "happens if a date slips. Sent within the day to both offices.",
            "shared/communication",
            "notes-decisions",
            shares=True,
        ),
    ),
    Moment(
        days_ago=119,
        hour=13,
        act=notes(
            WREN,
            "All five actions from the outage are closed, the last today. The report links each.",
            "engineering/reliability",
            "publishes-lessons",
            shares=True,
        ),
    ),
    Moment(
        days_ago=116,
        hour=1,
        act=notes(
            RUFUS,
            "Timed every step of a Lark with the kitchen timer. Knots eat half the day! Tied all the "
            "knots first this week, and we're a box ahead.",
            "shared/delivery",
            "counts-the-steps",
            shares=True,
        ),
    ),
    Moment(
        days_ago=116,
        hour=2,
        act=thanks(
            LINNET,
            RUFUS,
            "I tied knots at your table today. Everything within reach, nothing to ask. It goes twice as "
            "fast.",
            "workshop:shared/collaboration",
        ),
    ),
    Moment(
        days_ago=116,
        hour=10,
        act=thanks(
            JUNIPER,
            SILAS,
            "You turned a wish of three hundred children into one sheet of paper that both sides could sign.",
            "starter:shared/communication",
        ),
    ),
    Moment(days_ago=112, hour=1, act=keeps_kudos(RUFUS, "shared/collaboration", "leaves-a-clear-bench")),
    Moment(days_ago=112, hour=2, act=keeps_kudos(SILAS, "shared/communication", "notes-decisions")),
    Moment(
        days_ago=112,
        hour=3,
        act=observes(
            HAZEL,
            RUFUS,
            "You stopped at the ninth knot, counted your own hands and moved the pins to your left. I'd "
            "have told you by lunch; you didn't need me.",
            "shared/delivery",
            "counts-the-steps",
        ),
    ),
    Moment(
        days_ago=112,
        hour=14,
        act=notes(
            BARNABY,
            "Mended a twenty-year-old delta along its grain and showed the owner each stitch. A sail "
            "remembers how it was cut; patch it against that and it sulks for ever.",
            "workshop/making",
            "mends-unseen",
        ),
    ),
    Moment(
        days_ago=112,
        hour=15,
        act=observes(
            OTIS,
            WREN,
            "Asked both offices what an hour without wind costs them. Got one figure out of it. Both steer "
            "by it now.",
            "engineering/reliability",
            "agrees-targets",
        ),
    ),
    Moment(
        days_ago=109,
        hour=2,
        act=reads_observation(
            RUFUS,
            "It's the kitchen timer! I hear it in my sleep, and I'm already a knot ahead of it.",
        ),
    ),
    Moment(
        days_ago=109,
        hour=3,
        act=notes(
            BRAM,
            "The altitude setting would not fit the date. Cut it in half with Silas, and shipped that.",
            "shared/delivery",
            "cuts-scope-together",
            shares=True,
        ),
    ),
    Moment(days_ago=109, hour=9, act=reads_observation(WREN)),
    Moment(
        days_ago=109,
        hour=11,
        act=thanks(
            MARIGOLD,
            BARNABY,
            "The lady with the old delta came by in person to tell me that it pulls as it did when her "
            "husband flew it, and that you had shown her every stitch of the mending; she brought plums "
            "for you, and I have put them on your bench, under the cloth so that nobody else finds them "
            "first.",
            "workshop:workshop/making",
        ),
    ),
    Moment(days_ago=105, hour=2, act=opens_note(HAZEL, RUFUS)),
    Moment(days_ago=105, hour=10, act=keeps_kudos(BARNABY, "workshop/making", "mends-unseen")),
    Moment(
        days_ago=105,
        hour=15,
        act=thanks(
            WREN,
            BRAM,
            "Your review of the gust code taught me more than I taught you: two of us work that way now.",
            "engineering:engineering/quality",
        ),
    ),
    Moment(days_ago=102, hour=1, act=keeps_kudos(BRAM, "engineering/quality", "review-that-teaches")),
    Moment(
        days_ago=102,
        hour=2,
        act=asks_to_meet(BRAM, LINNET, Cadence.MONTHLY, 4, time(11), PairKind.PEER),
    ),
    Moment(days_ago=102, hour=3, act=agrees_to_meet(LINNET, BRAM)),
    Moment(
        days_ago=102,
        hour=16,
        act=notes(
            OTIS,
            "Two engineers wanted the same board. Sat both down. One schedule, both repeat it the same way.",
            "shared/collaboration",
            "settles-differences",
            shares=True,
        ),
    ),
    Moment(
        days_ago=98,
        hour=4,
        act=thanks(
            HAZEL,
            SILAS,
            "When the glue stayed damp you told the school before I'd even worried about it. I slept that"
            " night.",
            "starter:shared/delivery",
        ),
    ),
    Moment(days_ago=98, hour=9, act=sums_up(OTIS, WREN, "3m")),
    Moment(
        days_ago=95,
        hour=10,
        act=answers_summary(
            WREN,
            "Fair. Two things it can't see: I have written nothing on what I learn from customers, because I "
            "rarely meet one. I'd like one visit a month.",
        ),
    ),
    Moment(
        days_ago=95,
        hour=11,
        act=thanks(
            OTIS,
            JUNIPER,
            "You let us miss a date instead of a test.",
            quietly=True,
        ),
    ),
)

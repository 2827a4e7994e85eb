"""Where people of the company want to go, and what they say and promise each other in their 1:1s."""

from collections.abc import Sequence

from bot.demo.story.cast import BRAM, HAZEL, OTIS, POPPY, RUFUS, WREN
from bot.demo.story.moment import Moment
from bot.demo.talking import aims, keeps_promise, marks_check, promises, wants, writes_for
from bot.demo.telling import asks, tells

GROWING: Sequence[Moment] = (
    Moment(
        days_ago=28,
        hour=15,
        act=wants(
            WREN,
            more="Flights with people who have never flown",
            following="Lead one model from first sketch to first customer",
            one_day="A school for kites, beside the workshop",
        ),
    ),
    Moment(
        days_ago=28,
        hour=15,
        act=aims(
            WREN,
            "Have Poppy and Linnet run the safety review of the next sail without me",
            "Two reviews in the book in which I wrote nothing",
            "shared/coaching",
            days=40,
        ),
    ),
    Moment(
        days_ago=28,
        hour=16,
        act=aims(
            POPPY,
            "Write the checklist for the first flight of a new sail",
            "Somebody else uses it and asks me nothing",
            "shared/delivery",
            days=60,
            shares=False,
        ),
    ),
    Moment(
        days_ago=18,
        hour=15,
        act=promises(OTIS, WREN, "Ask Silas for a bench on Thursdays", "shared/collaboration"),
    ),
    Moment(
        days_ago=14,
        hour=12,
        act=promises(OTIS, BRAM, "Write down what the next level looks like for the Auckland field"),
    ),
    Moment(
        days_ago=11,
        hour=15,
        act=writes_for(
            WREN,
            OTIS,
            agenda="The seam page, and who changes it\nPoppy and the safety review",
            notes="Poppy runs the next one. I sit at the back.",
        ),
    ),
    Moment(days_ago=11, hour=16, act=keeps_promise(OTIS, WREN)),
    Moment(
        days_ago=11,
        hour=16,
        act=promises(WREN, OTIS, "Show Poppy the three flights that went wrong", "shared/coaching"),
    ),
    Moment(days_ago=7, hour=3, act=writes_for(RUFUS, HAZEL, agenda="Cloth for the museum order")),
    Moment(days_ago=1, hour=16, act=writes_for(OTIS, WREN, agenda="What did Poppy’s review need from you?")),
    Moment(
        days_ago=1,
        hour=16,
        act=tells(
            BRAM,
            WREN,
            "The review of the tail figures, with both offices on the line.",
            carry_on="Sitting at the back. Poppy looked round for you once, and then no more.",
            try_next="Tell the other office beforehand who answers: two of them asked you all the same.",
            skill="shared/coaching",
        ),
    ),
    Moment(
        days_ago=1,
        hour=16,
        act=asks(
            WREN,
            "When a question was hard in the review, did I leave Poppy long enough before I looked up?",
            POPPY,
            OTIS,
            skill="shared/coaching",
        ),
    ),
    Moment(
        days_ago=1,
        hour=16,
        act=marks_check(WREN, WREN, "shared/coaching", "I still step in too early when a question is hard."),
    ),
)

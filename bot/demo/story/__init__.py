"""Half a year in the life of Thistledown Kites, as it would have come about."""

from collections.abc import Sequence

from bot.demo.story.beginning import BEGINNING
from bot.demo.story.first_quarter import FIRST_QUARTER
from bot.demo.story.growing import GROWING
from bot.demo.story.lately import LATELY
from bot.demo.story.moment import Moment
from bot.demo.story.second_quarter import SECOND_QUARTER

HISTORY: Sequence[Moment] = sorted(
    (*BEGINNING, *FIRST_QUARTER, *SECOND_QUARTER, *LATELY, *GROWING),
    key=lambda moment: (-moment.days_ago, moment.hour),
)

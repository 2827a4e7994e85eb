"""What Trellis says about suggested skills, and in a hint on wording."""

from collections.abc import Mapping

from bot.domain.wording import Hint

SUGGEST = "Suggest skills"
ADD = "Add"
TOO_SHORT = "Write a little more first: what was done, and what it changed. Then skills can be suggested."
NO_GUESS = "Nothing here is close to what you wrote. Choose from the list, or leave it open."

HINTS: Mapping[Hint, str] = {
    Hint.PERSON: "A thought: what they did helps them more than what they are like. Can you name it?",
    Hint.NO_EFFECT: "A thought: what came of it, and for whom? That shows why it mattered.",
}
SENT_HINTS: Mapping[Hint, str] = {
    Hint.PERSON: "For the next time: what they did helps them more than what they are like.",
    Hint.NO_EFFECT: "For the next time: say what came of it, and for whom. It shows why it mattered.",
}
HIDE = "No more hints"
HIDDEN = "You get no more hints on wording. You can turn them on again in your settings."

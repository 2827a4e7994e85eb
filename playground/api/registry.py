"""Which function answers which method; what a call must bring stands in methods.json."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from playground.acts.replies import reply_to_hook
from playground.api import auth, blocks, chat, conversations, files, users, views
from playground.call import Call
from playground.model import Json
from playground.team import Team

ANSWERS: Mapping[str, Callable[[Team, Call], Json]] = {
    "apps.connections.open": auth.open_connection,
    "auth.test": auth.test,
    "blocks.validate": blocks.validate,
    "chat.delete": chat.delete,
    "chat.getPermalink": chat.get_permalink,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.postMessage": chat.post_message,
    "chat.update": chat.update,
    "conversations.open": conversations.open_dm,
    "files.completeUploadExternal": files.complete_upload,
    "files.delete": files.delete,
    "files.getUploadURLExternal": files.get_upload_url,
    "response_url": reply_to_hook,
    "users.info": users.one_user,
    "users.list": users.all_users,
    "views.open": views.open_modal,
    "views.publish": views.publish,
    "views.push": views.push,
    "views.update": views.update,
}

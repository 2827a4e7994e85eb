"""A local Slack to try and test an app in: a program of its own, which knows nothing of the app.

server.py starts it; web_api.py is what the app calls, control_web.py what people and tests call (control.py
is its client). api/ holds the Web API's methods, acts/ what people do, carriers and sockets bring payloads
to the app, team.py holds all parts. What Slack allows stands in limits.json and methods.json.
"""

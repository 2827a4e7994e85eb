"""A file without a finding, and parts to put in place of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import yaml

from frameworks.findings import Finding
from frameworks.lint import lint
from frameworks.load import Loaded
from tests.frameworks.builders import loaded

SOUND = """
framework: sample
version: "1"
title: Sample
lanes:
  ic: {title: Individual contributor, kind: ic}
  manager: {title: Manager, kind: manager}
levels:
  - {id: e1, lane: ic, title: Engineer, scope: Delivers a task, expects: {delivery: 1, people: 1, trade: 1}}
  - {id: e2, lane: ic, title: Lead, scope: Owns a system, expects: {delivery: 2, people: 1, trade: 1}}
  - id: m1
    lane: manager
    title: Manager
    scope: Leads a team
    par: e2
    expects: {delivery: 2, people: 1, trade: 1}
competencies:
  - id: delivery
    title: Delivery
    dimension: capabilities
    about: Turns a problem into something that people use.
    stages:
      - behaviours:
          - {id: b1, text: Ships a change in pieces}
          - {id: b2, text: Tells those whom a change affects}
          - {id: b3, text: Asks which of two readings is meant}
      - behaviours:
          - {id: b4, text: Plans a quarter for three people}
          - {id: b5, text: Cuts scope with those who asked for it}
          - {id: b6, text: Closes an old part}
  - id: people
    title: People
    dimension: influence
    behaviours:
      - Thanks a colleague for a named act
      - Guides a newcomer to a first release
      - Names one thing to continue
      - Settles a quarrel between two teams
      - Hands work over whole
      - Trains a group of five
  - id: trade
    title: Trade
    dimension: experience
    behaviours:
      - Watches two customers at work
      - Finds a fault in parts of others
      - Records what a task taught
      - Tries a tool on one case
      - Teaches a rule from cases
      - Reads a draft law
milestones:
  - {id: s1, level: e1, trigger: ownership, competencies: [delivery], text: Took a change to its users}
  - {id: s2, level: e2, trigger: scope, competencies: [delivery], text: Owned a system for two quarters}
  - {id: s3, level: m1, trigger: coaching, competencies: [people], text: Coached a report into leading}
"""
PLACE = "Ships a change in pieces"
"""The sentence that `saying` replaces."""


def saying(sentence: str) -> Loaded:
    """The sound file with this sentence as its first behaviour."""
    return with_parts({}, sentence)


def with_parts(parts: Mapping[str, Any], sentence: str = PLACE) -> Loaded:
    """The sound file with these keys in place of its own."""
    document = {**yaml.safe_load(SOUND), **parts}
    text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=10_000)
    found = loaded(text.replace(f"text: {PLACE}", f"text: {json.dumps(sentence)}"))
    assert found.framework is not None, found.findings
    return found


def rules(found: Loaded) -> list[str]:
    """The rules that find something."""
    return [one.rule or "" for one in lint(found)]


def only(found: Loaded) -> Finding:
    """The one finding there is."""
    (finding,) = lint(found)
    return finding

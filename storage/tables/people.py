"""People, who is on, whose manager is whose, and where they stand."""

from sqlalchemy import Column, Date, String, Table

from storage import choices
from storage.columns import ID, NAME, belongs, choice, flag, id_column, index, instant, metadata, table_of
from storage.types import Days, Several

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", NAME, nullable=False),
    id_column("kudos_channel", null=True),
    instant("installed_at"),
    instant("uninstalled_at", null=True),
    Column("holidays", Several(Days.read), nullable=True),
)

people = table_of(
    "people",
    id_column("id"),
    Column("name", NAME, nullable=False),
    Column("zone", String(64), nullable=False),
    flag("is_bot"),
    flag("is_guest"),
    flag("is_stranger"),
    flag("is_admin"),
    flag("is_deactivated"),
    choice("kind", choices.PersonKind),
    id_column("dm_channel", null=True),
    flag("shares_notes"),
    flag("mutes_nudges"),
)

rollout = table_of(
    "rollout",
    id_column("person_id"),
    id_column("added_by", null=True),
    instant("added_at"),
    belongs("person_id", "people"),
    key=("person_id",),
)

role_grants = table_of(
    "role_grants",
    id_column("id"),
    id_column("person_id"),
    choice("role", choices.Role),
    id_column("granted_by", null=True),
    instant("granted_at"),
    instant("revoked_at", null=True),
    belongs("person_id", "people"),
)
index("uq_role_grants_held", role_grants, "person_id", "role", unique=True, where="revoked_at IS NULL")

management = table_of(
    "management",
    id_column("id"),
    id_column("report_id"),
    id_column("manager_id"),
    choice("state", choices.Consent),
    choice("origin", choices.Origin),
    id_column("asked_by", null=True),
    instant("asked_at"),
    instant("told_at", null=True),
    instant("decided_at", null=True),
    instant("ended_at", null=True),
    belongs("report_id", "people"),
    belongs("manager_id", "people"),
)
index("ix_management_manager", management, "manager_id", "state")
index("ix_management_report", management, "report_id", "state")
index("uq_management_primary", management, "report_id", unique=True, where="state = 'confirmed'")

placements = table_of(
    "placements",
    id_column("id"),
    id_column("person_id"),
    id_column("framework"),
    id_column("second_framework", null=True),
    id_column("version_id"),
    id_column("lane", null=True),
    id_column("level", null=True),
    Column("since", Date, nullable=False),
    choice("state", choices.PlacementState),
    id_column("proposed_by", null=True),
    instant("proposed_at"),
    id_column("decided_by", null=True),
    instant("decided_at", null=True),
    belongs("person_id", "people"),
    belongs("version_id", "framework_versions"),
)
index("ix_placements_person", placements, "person_id", "state")
index("uq_placements_current", placements, "person_id", unique=True, where="state = 'confirmed'")

steps = table_of(
    "steps",
    id_column("person_id"),
    choice("step", choices.Step),
    instant("offered_at", null=True),
    id_column("delivery_id", null=True),
    instant("skipped_at", null=True),
    belongs("person_id", "people"),
    key=("person_id", "step"),
)

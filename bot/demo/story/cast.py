"""Who works at Thistledown Kites.

The story is told in UTC. In Lisbon people write from 9 to 16, in Auckland from 0 to 4,
so that all are at work whatever the season. Days of which two may fall on one Friday go on by the hour.
"""

JUNIPER = "U0JUNIPER"
OTIS, WREN, BRAM, POPPY, LINNET = FLIGHT = ("U0OTIS", "U0WREN", "U0BRAM", "U0POPPY", "U0LINNET")
SILAS, HAZEL, RUFUS, BARNABY, MARIGOLD, COSMO = WORKSHOP = (
    "U0SILAS",
    "U0HAZEL",
    "U0RUFUS",
    "U0BARNABY",
    "U0MARIGOLD",
    "U0COSMO",
)
EVERYBODY = (JUNIPER, *FLIGHT, *WORKSHOP)
KUDOS_CHANNEL = "C0KUDOS"

"""A year of a company: what its people do, what Slack does to Trellis, and a plain reckoning of both."""

"""What people do at their screens, and what the app is told of it."""

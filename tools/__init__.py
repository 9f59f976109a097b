"""Scripts that make files kept in the repository; nothing here is needed to run scorecard."""

"""What the performance team keeps: settings, register, templates, and a folder a quarter."""

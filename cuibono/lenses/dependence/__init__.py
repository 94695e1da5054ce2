"""Who depends on whom, and where the narrowest point is."""

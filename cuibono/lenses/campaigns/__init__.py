"""Who acts together more than chance allows, and what they pushed up."""

"""What schemata there are, as data; ``cuibono.model.schemata`` reads it."""

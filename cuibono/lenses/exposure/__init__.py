"""What an app or a data holder comes to know, and how people so classed are treated."""

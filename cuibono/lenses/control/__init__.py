"""Who owns, who controls, through which chain."""

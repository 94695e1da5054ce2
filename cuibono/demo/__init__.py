"""The demo: cases in our own words, of openly citable facts or invented, and what builds them."""

"""The demo: two cases in our own words and openly citable facts, and what builds them."""

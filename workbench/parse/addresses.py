"""How outlets' addresses end, for every rule that reads one."""

#: An alternation for a regular expression; longer ends first.
SITE_ENDS = r"(?:com|co\.id|id|net|org|tv|news|info|co)"

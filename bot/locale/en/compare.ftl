# /compare

compare-summary = Compare two roles
compare-role-help = The first role
compare-other-help = The second role
compare-which = Pick two roles to compare. Abbreviations and half-remembered names will do.
compare-with-what = What would you like to compare { $name } with? For another role, send both, as in “/compare { $name } accountant”.
compare-same = Both of these are { $name }. What would you like to compare it with?
compare-title = { $first } and { $second }
compare-skills = Skills only here: { $items }
compare-tools = Tools only here: { $items }

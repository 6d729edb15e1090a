# /compare

compare-summary = Compare two roles
compare-role-help = The first role
compare-other-help = The second role
compare-which = Send me two roles to compare, as in “/compare brand manager product manager”.
compare-same = Both of these are { $name }. Send it with another role to compare.
compare-title = { $first } and { $second }
compare-skills = Skills only here: { $items }
compare-tools = Tools only here: { $items }

# Checking role documents (senpai roles check)

check-summary = Checked { $roles } { $roles ->
        [one] role
       *[other] roles
    }: { $errors } { $errors ->
        [one] error
       *[other] errors
    }, { $warnings } { $warnings ->
        [one] warning
       *[other] warnings
    }.
check-summary-sets = Sets of common questions checked besides the roles: { $sets }.

check-too-large = too large: bring it down to { $limit } bytes
check-too-complex = too deeply nested or too many marks to read: write it more simply
check-not-utf8 = not UTF-8: save the file again with the encoding UTF-8
check-unreadable = can't be opened ({ $reason }): check its access rights
check-reader-failed = a fault on our side while reading it: please report it with the log
check-empty = empty: start from a template written by senpai roles new
check-no-front-matter = no front matter: begin the file with fields (slug, title …) between two lines of ---
check-unclosed-front-matter = the front matter isn't closed: add a line of --- behind it
check-front-matter-not-fields = the front matter must be fields, as in “title: CMO”
check-bad-yaml = the front matter can't be read ({ $problem }): put values with colons or marks in "..."
check-yaml-alias = references with & and * are not allowed in front matter: write the value out, or put it in "..."
check-yaml-tag = tags such as !! are not allowed in front matter: write the plain value
check-missing-slug = no slug: add one in lower case, as in “slug: product_manager”
check-bad-slug = “{ $slug }” is no slug: use lower-case letters, digits, _ and -, at most 40
check-missing-title = no title: add one, as in “title: Role name (alias, 日本語名)”
check-duplicate-slug = the slug “{ $slug }” ({ $lang }) is also that of { $other }: change one of them
check-bad-date = “{ $value }” in updated is no date: write it as 2026-11-22
check-odd-field = the field “{ $name }” has a form that can't be read and is not used: write text or a list
check-unknown-related = related_jobs names “{ $slug }”, which no document has: check the slug or add the document
check-no-questions = no interview questions found: number them under “## Interview questions”
check-no-points = questions without answer points: { $numbers }; with points, answers can get feedback
check-same-question = the same question twice: “{ $text }”; change one of them
check-cues-unreadable = The file of cue phrases can't be read ({ $problem }). Write it as question id, then point, then a list of phrases.
check-cues-no-question = No question of the document has the id "{ $id }" that stands in the cue phrases. Check the id.
check-cues-no-point = The question "{ $id }" has no answer point "{ $point }". Write it as the document does.
check-cues-shared = The cue "{ $phrase }" of the question "{ $id }" stands under two points. Change one of them.
check-cues-missing = { $count } answer points have no cue phrases. Add some six ways in which somebody would say each.

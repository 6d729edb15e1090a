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
check-unreadable = can't be opened ({ $reason }): check that it is there, and its access rights
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
check-unknown-field = there is no field “{ $name }”: if you mean “{ $near }”, write it so
check-unknown-category = the category “{ $name }” makes a field of work of its own: if you mean “{ $near }”, write it so
check-unknown-lang = “{ $lang }” is no language that is spoken here: write ja for Japanese, en for English
check-unknown-related = related_jobs names “{ $slug }”, which no document has: check the slug or add the document
check-no-questions = no interview questions found: number them under “## Interview questions”
check-no-points = questions without answer points: { $numbers }; with points, answers can get feedback
check-same-question = the same question twice: “{ $text }”; change one of them
check-same-id = two questions have the id “{ $id }”: change one of them
check-bad-id = “{ $mark }” is no id of a question: in one pair of braces, write # and at most 40 Latin letters, digits, _ and -
check-cues-unreadable = The file of cue phrases can't be read ({ $problem }). Write it as question id, then point, then a list of phrases.
check-cues-no-question = No question of the document has the id "{ $id }" that stands in the cue phrases. Check the id.
check-cues-no-point = The question "{ $id }" has no answer point "{ $point }". Write it as the document does.
check-cues-shared = The cue "{ $phrase }" of the question "{ $id }" stands under two points. Change one of them.
check-cues-twice = “{ $name }” stands twice in the cue phrases, and only the last one counts: put them together
check-stray = nobody reads this file: cue phrases stand in a .cues.yaml with the name of their document, terms in glossary.yaml
check-cues-missing = { $count } answer points have no cue phrases (questions { $numbers }). Add some six ways in which somebody would say each.
check-cues-none = question { $number } has points without cue phrases: { $points }. Add some six ways in which somebody would say each.
check-cues-collide = question { $number }, “{ $point }”: the cue “{ $cue }” is more like “{ $phrase }” of “{ $other }”. Word one of them another way.

# What `senpai roles check` shows from the glossary, and what it adds with --strict

check-name-taken = “{ $name }” is the name of the role in { $other } too, and nobody can tell which is meant: leave it out, or take another
check-unfilled = words of the template are still here ({ $count }, such as “{ $text }”): people are shown them, so write your own
check-odd-heading = the heading “{ $heading }” announces no section, and “{ $topic ->
        [overview] Overview
        [duties] Main duties
        [skills] Skills and tools
        [team] Who they work with
        [path] Career paths
        [outlook] Outlook
       *[learn] How to learn it
    }” is missing: if it is that one, reword the heading
check-glossary-unreadable = the glossary can't be read ({ $problem }): give each term a “term” and a “kind” (skill, tool, kpi or rung)
check-glossary-shared = “{ $text }” stands for both “{ $first }” and “{ $second }”: leave it with one of them
check-synonym = “{ $text }” is “{ $term }” in the glossary: write it so, and it can be compared with other roles
check-unknown-term = “{ $text }” is not in the glossary: write a term that is close, or add it there
check-no-section = there is no section “{ $topic ->
        [overview] Overview
        [duties] Main duties
        [skills] Skills and tools
        [team] Who they work with
        [path] Career paths
        [outlook] Outlook
       *[learn] How to learn it
    }”: add it, or check the words of its heading
check-few-questions = there are { $count } questions: write at least { $least }
check-points = question { $number } has { $count } answer points: write 3 to 5
check-vague-point = nobody can tell whether an answer touches on “{ $point }”: name what would be said, such as “breaking the churn rate down”
check-few-cues = answer points with fewer than { $least } cue phrases: { $count }; add some to the .cues.yaml beside the document
check-length = it takes about { $minutes } minutes to read: keep it between { $least } and { $most }
check-alike = the question “{ $text }” is much like “{ $other }” ({ $where }): reword one of them for a situation of its role
check-one-way-related = related_jobs names “{ $slug }”, whose document does not name “{ $own }”: name it there too, or leave it out here
check-unknown-step = “{ $title }” on a path is neither a role with a document nor a rung of the glossary: write it as the title does, or add it there
check-unreached = no path leads to this role: write at least one
check-few-onward = other roles that can be reached from here: { $count }; write paths that lead on to at least { $least }
check-few-starts = roles from which this executive role can be reached: { $count }; write paths from at least { $least }

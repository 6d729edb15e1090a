# /goal

goal-summary = choose the role you are heading for
goal-role-help = the role you are heading for (or "undecided")
goal-set = Your goal is now { $name }. Practice and career paths start from here.
goal-is = Your goal is { $name }.
goal-none = Choose the role you are heading for, and practice and career paths start at once.
goal-undecided = Undecided is an answer too. Would you like to compare some fields you are curious about?
goal-by-name = If you know its name, you can also send it along, as in “/goal SRE”.
goal-change = Choose another goal
goal-choose = Choose your goal
goal-interview = Practise: { $name }
goal-way = The way to { $name }
goal-role = About { $name }
goal-undecide = Not decided yet

choose-summary = choose a role from the fields
choose-aim-help = What the chosen role is for
choose-category-help = A field of work
choose-page-help = Which page

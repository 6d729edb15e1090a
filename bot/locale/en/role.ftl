# /role

role-summary = Look up a role
role-role-help = A role's name (abbreviation, Japanese or a guess will do)
role-section-help = What you want to know (duties, skills, interview …)
role-category-help = A field of work
role-page-help = Which page

role-section-overview = What it is
role-section-duties = Main duties
role-section-skills = Skills and tools
role-section-tools = Tools
role-section-team = Who they work with
role-section-path = Career paths
role-section-outlook = Outlook
role-section-learn = How to learn it
role-section-questions = Interview questions
role-section-related = Related roles

role-card-title = { $name } ({ $alias })
role-section-title = { $name }: { $section }
role-page-title = { $title } ({ $page }/{ $pages })
role-category = Field
role-tags = Tags
role-guess = I took “{ $query }” to mean { $name }.
role-choose = These roles are close to “{ $query }”. Which one would you like to see?
role-about = These roles have to do with “{ $query }”. Which one would you like to see?
role-perhaps = Is this the role you mean by “{ $query }”?
role-nearest = There is no document yet for “{ $query }”. These come nearest.
role-unknown = I found no role that fits “{ $query }”. Shall we pick one from the list?
role-no-section = The document on { $name } says nothing under “{ $section }”.
role-points = Answer points: { $points }
role-points-note = Answer points are examples of what an interviewer may listen for, not the right answer.
role-related-intro = The roles that the document names as related.
role-related-missing = { $slug } (no document yet)
role-next-page = Next page
role-previous-page = Previous page
role-back = { $name } at a glance
role-career = The way to { $name }

browse-title = Which field would you like to see?
browse-body = There are { $roles } roles. You can also just send me a name.
browse-category = { $category } ({ $count })
browse-category-title = Roles in { $category }
browse-beginners = No experience needed ({ $count })
browse-beginners-title = Roles that need no experience
browse-placeholder = Pick a role
browse-placeholder-field = Pick a field
browse-empty = There are no role documents yet. Please ask whoever runs this bot to look at its content folder.
browse-no-category = There is no such field at the moment.
browse-all = All fields
category-none = Others

category-executive = Executive
category-marketing = Marketing
category-product = Product
category-engineering = Engineering
category-data = Data and AI
category-design = Design
category-sales = Sales
category-customer_success = Customer success
category-hr = HR
category-finance = Finance and accounting
category-legal = Legal
category-operations = Operations
category-consulting = Consulting

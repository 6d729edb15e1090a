# /career

career-summary = Find the way to a role
career-role-help = The role to look at, or your role today
career-to-help = The role you want (to find the way between two)
career-form-title = Find a way
career-form-body = One role is enough. With the role you want as well, I can show the way between them and the skills to gain.
career-form-role = Your role today, or one you're curious about
career-form-to = The role you want

career-title = Careers around { $name }
career-into = Ways to become { $name }
career-out = What comes after { $name }
career-related = Related roles
career-none-written = Nothing is written about this yet.
career-link = { $title } { $source }
career-undocumented = { $title } (no document yet)
career-undocumented-note = “No document yet” marks titles that the library doesn't describe.
career-from = From { $name } to { $to }
career-choose-from = Your role today, on the way to { $name }

career-way-title = { $start } → { $end }
career-way-body =
    { $steps ->
        [one] One step. It is one way that the documents tell of, not the only one.
       *[other] { $steps } steps. It is one way that the documents tell of, not the only one.
    }
career-step = { $number }. { $start } → { $end } { $source }
career-step-skills = Skills to gain: { $items } { $source }
career-step-tools = Tools to learn: { $items } { $source }
career-step-nothing = The documents name no new skills or tools for this step.
career-step-undocumented = There is no document on { $name } yet; the skills follow with a later step.
career-last-undocumented = There is no document on { $name } yet, so I can't tell the skills to gain.
career-step-unknown-start = There is no document on { $name } yet, so this is all that { $end } asks for.
career-see-skills = Skills of { $name }
career-no-way = The documents tell of no way from { $start } to { $end }.
career-no-way-near = These roles have a way to { $end } and are close to { $start }.
career-start-unknown = The documents tell of no way from “{ $query }”. Here are the careers around { $name }.
career-reverse = There is one the other way round, from { $start } to { $end }.
career-same = That is the same role twice. Pick another to find the way between them.
career-show-reverse = { $start } → { $end }
career-paths = Read { $name }'s career paths

picture-summary = The way as a picture
picture-role-help = The role to look up, or your role now
picture-to-help = The role you head for
picture-button = See it as a picture
picture-back = See it in words
picture-skills = New skills
picture-no-skills = No new skills
picture-undocumented = not documented
picture-group = { $heading }: { $items }
picture-start = A picture of the way from { $title }
picture-step = { $number }. { $title }
picture-step-skills = { $number }. { $title } (new skills: { $skills })

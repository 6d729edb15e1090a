# /progress

progress-summary = How you are coming on (practice, points covered, review)

progress-title = How it is going
progress-nothing = Once you practise for an interview or answer a daily question, this is where you see how it goes. Only you can.
progress-days = { $days ->
        [one] You answered the latest daily question
       *[other] You answered { $days } daily questions in a row
    }
progress-practised = Mock interviews: { $interviews }, answers: { $responses }
progress-due = Questions worth practising again: { $count } ({ $roles })
progress-due-of = { $name } { $count }
progress-next-due = The next ones are worth practising again from { $date }
progress-coverage = Points you covered (the last 8 weeks)
progress-coverage-weekly = Points you covered, week by week
progress-no-coverage = After a mock interview, you see here how many points you covered.
progress-role = { $name }: { $now }% ({ $before }% in the first week)
progress-role-first = { $name }: { $now }%
progress-tile-days = Daily questions
progress-tile-days-value = { $count } in a row
progress-tile-interviews = Mock interviews
progress-tile-interviews-value = { $count }
progress-tile-due = To review
progress-tile-due-value = { $count }
progress-alt = A picture of how it is going. { $figures }.
progress-alt-role = Points covered for { $name }: { $weeks }
progress-review = Review

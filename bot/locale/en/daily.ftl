# The daily question

daily-summary = Begin or change this channel’s daily question
daily-do-help = What to do
daily-more-help = What to set, or a number of days (or nothing)
daily-do-start = Start like this
daily-do-sample = See a sample post
daily-do-status = How it went
daily-do-preview = The coming two weeks
daily-do-now = Post today’s now
daily-do-pause = Pause
daily-do-resume = Resume
daily-do-stop = Stop
daily-do-time = Time
daily-do-weekdays = Weekdays
daily-do-timezone = Time zone
daily-do-holidays = Public holidays
daily-do-daysoff = Days off
daily-do-roles = Roles
daily-do-language = Language
daily-do-lateness = Latest post
daily-do-managers = Who manages it

daily-title = A question a day
daily-line = { $weekdays } { $time } · { $zone } · { $holidays } · { $roles }
daily-working-days = Weekdays
daily-every-day = Every day
daily-day-separator = { ", " }
daily-holidays = public holidays off
daily-holidays-of = public holidays off ({ $country })
daily-no-holidays = public holidays too
daily-country-part = { $country } ({ $part })
daily-all-roles = all roles
daily-none = none
daily-span = { $first }–{ $last }
daily-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
daily-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
daily-date-pattern = EEE, d MMM
daily-when = { $date } at { $time } ({ $zone })

daily-next = The next question comes on { $when }.
daily-no-next = No day of the next two years is left for a question. Please check the weekdays and days off.
daily-is-off = No questions are posted yet. “Start like this” begins with these settings.
daily-is-paused = It is paused.
daily-is-refused = It stopped because a post could not be made. { $why }
daily-unknown = Some settings can’t be used just now ({ $values }). A time zone counts as UTC, days off as none.
daily-no-questions = There is no question to ask with these settings. Please check the roles.
daily-only-in-channels = The daily question is set up with /daily, in the channel where it is to be asked.
daily-what = I couldn’t make that out. Here is what can be done.
daily-back = Back to the settings

daily-started = It has begun.
daily-already = It has begun already.
daily-resumed = It goes on.
daily-paused = It is paused; nothing is posted until you press “Resume”.
daily-stop-really = Stop the daily question in this channel? Settings and history are kept, so no question repeats if you start it again.
daily-stop-yes = Stop
daily-stop-no = Go on
daily-stopped = It has stopped.
daily-now-done = Today’s question has been posted.
daily-now-already = Today’s has been dealt with already.
daily-changed = “{ $setting }” is now “{ $value }”.

daily-ask-time = When to ask. You can write 9:00, 7am or 18:30.
daily-unread-time = I couldn’t read “{ $typed }” as a time. Please write it like 9:00, 7am or 18:30.
daily-ask-weekdays = On which days to ask. You can write weekdays, every day, Mon, Wed, Fri or Mon-Thu.
daily-unread-weekdays = I couldn’t read “{ $typed }” as days. Please write them like weekdays, every day, Mon, Wed, Fri or Mon-Thu.
daily-ask-timezone = The time zone of that time. You can write Japan, New York, Europe/London or UTC+9.
daily-unread-timezone = I couldn’t read “{ $typed }” as a time zone. Please write it like Japan, New York, Europe/London or UTC+9.
daily-ask-holidays = Whose public holidays are off. You can write Japan, US, US-CA or none.
daily-unread-holidays = I know no public holidays of “{ $typed }”. Please write them like Japan, US, US-CA or none.
daily-ask-daysoff = Days off besides public holidays. You can write 12/29-1/3, 2026-05-01 or none; several with commas between them.
daily-unread-daysoff = I couldn’t read “{ $typed }” as a date. Please write it like 12/29-1/3, 2026-05-01 or none.
daily-ask-roles = Which roles to ask about. Choose a field, or list names of roles with commas between them. Without either, all roles.
daily-unread-roles = I couldn’t tell which role “{ $typed }” is. Please list names of roles with commas between them, or write the name of a field or “all roles”.
daily-roles-category = Field
daily-roles-names = Names of roles
daily-ask-language = The language of the posts.
daily-unread-language = There are no questions in “{ $typed }”. Please choose Japanese or English.
daily-ask-lateness = How late a question may still be posted after a stop. You can write 3 hours or 90 minutes; from 10 minutes to 12 hours.
daily-unread-lateness = I couldn’t read “{ $typed }” as a length of time. Please write it like 3 hours or 90 minutes; from 10 minutes to 12 hours.

daily-sample = This is what the next post will look like. Only you see it now.
daily-preview-title = The coming { $count } days
daily-coming = { $date }: { $role }, “{ $question }”
daily-coming-off = { $date }: off ({ $why })
daily-own-day-off = a day off
daily-status-title = How it went
daily-none-yet = Nothing has been asked yet.
daily-was-sent = { $date }: posted on time
daily-was-sent-by-hand = { $date }: posted by hand
daily-was-sent-late = { $date }: posted { $minutes } minutes late
daily-was-sending = { $date }: being posted
daily-was-late = { $date }: left out, as the time for it passed while Senpai was not running
daily-was-without-questions = { $date }: left out, as there was no question to ask
daily-was-unsure = { $date }: I couldn’t tell whether it was posted, so I didn’t post it twice
daily-was-failed = { $date }: could not be posted. { $why }
daily-totals = In the last 28 days, { $people } people gave { $responses } answers.

daily-managers-body = Who may set up daily questions besides the administrators.
daily-no-managers = Nobody yet.
daily-manager = Who
daily-manager-add = Add somebody
daily-manager-remove = Remove { $name }
daily-manager-added = Added.
daily-manager-removed = Removed.

daily-why-not-in-channel = Senpai isn’t in the channel; /invite mends that.
daily-why-forbidden = Senpai has no permission to post in the channel; the channel’s permissions mend that.
daily-why-forbidden-named = Senpai lacks the permission “{ $what }” in this channel; the channel’s permissions mend that.
daily-why-gone = The channel is archived or deleted.
daily-why-scope = The app lacks a permission. Please ask whoever runs this bot to add it and install the app again.
daily-why-scope-named = The app lacks a permission ({ $what }). Please ask whoever runs this bot to add it and install the app again.
daily-why-other = Posting in this channel was refused. Please check the channel’s settings.
daily-refused-told =
    The daily question could not be posted, so I stopped it (channel { $channel }). { $why }
    Once that is mended, open /daily in that channel and press “Resume”.
daily-no-more-notices = No more notices

daily-post-title = Today’s question
daily-of-role = Role: { $name }
daily-people = { $count } people have answered.
daily-late = This comes later than planned.
daily-answer = Give it a try
daily-write = Write it in a DM
daily-hint = A hint
daily-points-yesterday = Yesterday’s points
daily-points-former = The last question’s points
daily-question-gone = The documents have changed, and this question is no longer in them.
daily-not-found = I couldn’t find that question.

hint-summary = See hints on a question, one at a time
hint-post-help = Of which question
daily-hint-title = A hint ({ $number } of { $count })
daily-hint-body = An example of what an interviewer may listen for; there is no one right answer.
daily-hint-next = One more
points-summary = See what a question’s answer may touch on
points-post-help = Of which question
daily-points-title = Points for an answer
daily-points-body = Examples of what an interviewer may listen for. Another angle is fine too.
daily-no-points = This question has no points listed. How about telling of one situation that comes to mind?

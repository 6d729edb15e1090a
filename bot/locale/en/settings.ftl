# /settings: a person's own settings

settings-summary = Language, time zone and notices
settings-language-help = Language
settings-timezone-help = Time zone: Tokyo, Europe/London, or automatic
settings-reminders-help = Notices from Senpai
settings-disputes-help = Whether whoever runs Senpai may take out verdicts that you disputed
settings-outside-help = A second reading by an outside service: ask to look, off to stop
settings-button = Settings
settings-title = My settings
settings-body = A time zone may be written as “London”, “New York” or “Asia/Tokyo”. “Automatic” follows Slack or Discord.
settings-language = Language
settings-language-ja = 日本語
settings-language-en = English
settings-language-auto = Automatic (as in Slack or Discord)
settings-timezone = Time zone
settings-reminders = Notices from Senpai
settings-reminders-on = Send them (once a week at most)
settings-reminders-off = Don't send any
settings-auto-word = automatic
settings-no-zone = I couldn't make out the time zone “{ $zone }”. Try “London”, “New York” or “Asia/Tokyo”.
settings-no-language = I don't speak “{ $language }”. Please choose Japanese or English.
settings-kept = Your settings are saved
settings-change = Change settings
settings-disputes = Disputed verdicts for whoever runs Senpai
settings-disputes-on = They may have them: question, point and answer, without your name
settings-disputes-off = They may not
settings-disputes-operator = whoever runs Senpai
settings-disputes-asked = May { $name } take out the verdicts that you disputed, to make them better? That is the question, the point and the answer of those you disputed so far and will dispute; not your name, but the words of your answers as they are. Without a reply, nothing is taken. You can change it in /settings at any time; copies taken before stay.
settings-outside = A second reading by an outside service
settings-outside-title = A second reading by an outside service
settings-outside-asked = To help with feedback, your answers can be sent to { $recipient }: the question, its points and their cue phrases, and what you wrote, without your name. Without that, you get feedback as before. What becomes of what was sent is up to them.
settings-outside-now = { $state ->
        [on] They are sent at present. You can stop that at any time.
       *[off] They are not sent at present.
    }
settings-outside-agree = Send them
settings-outside-refuse = Don't send them
settings-outside-withdraw = Stop sending them
settings-outside-change = Outside reading: choose
settings-outside-state = { $state ->
        [on] sent to { $recipient }
       *[off] not sent (it would be to { $recipient })
    }
settings-outside-none = This Senpai sends answers to no outside service.
